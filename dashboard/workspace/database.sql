-- Records of one shared workspace, each as it was from one version until another.
create schema if not exists corridor_atlas;

create table corridor_atlas.version (
    number bigint primary key,
    mark uuid not null unique,
    saved_at timestamptz not null default now()
);

create table corridor_atlas.record (
    kind text not null,
    record_id uuid not null,
    cells jsonb not null,
    shape geometry(geometry, 4326),
    since bigint not null references corridor_atlas.version,
    until bigint references corridor_atlas.version,
    primary key (record_id, since)
);

-- At most one state of a record holds now.
create unique index record_now on corridor_atlas.record (record_id) where until is null;
create index record_until on corridor_atlas.record (until);
create index record_shape on corridor_atlas.record using gist (shape) where until is null;

-- For a GIS: what holds now, with its shape.
create view corridor_atlas.now as
select kind, record_id, cells, shape from corridor_atlas.record where until is null;

insert into corridor_atlas.version (number, mark) values (1, gen_random_uuid());
