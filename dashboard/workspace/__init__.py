"""An organisation's own records: kept together, kept secret, read like the published ones.

What a page needs, and nothing else:

``model``
    `Workspace`, frozen, with one table per kind of record. `empty_workspace()`; then, each giving
    a new workspace: `added(workspace, "legs", rows)`, `changed(workspace, "legs", rows)`,
    `removed(workspace, "legs", ids)`, `marked(workspace, "legs", ids, PUBLIC)`
    (or ``RESTRICTED``, ``SECRET``). What does not fit is a `RecordError`; its ``sentence`` is for
    the screen (``told(error.sentence)``), its ``str`` has no data in it and may stand in a log.
    Columns: ``schema.SCHEMAS``. `standing_records(table)` leaves out second versions of conflicts.
``readings``, ``network``
    `network.own_atlas(atlas, workspace, boundaries=…, unclaimed=…)` draws and measures the own
    legs once; `readings.read_own(own, workspace, recipe=…, date=…)` gives `OwnReadings`: the
    readings of the pipeline and which of them an own assessment touched. Given the published
    atlas, it reads that under own assessments. Give the result's ``atlas`` and ``readings`` to
    `dashboard.uncertainty`, `dashboard.scenarios` and `dashboard.alternatives` as if they were the
    published ones (not to `uncertainty.read_left_out`). Nothing of it may enter `dashboard.doors`,
    a module global or a log: keep it in the session.
``desk``
    What a session works on: `dashboard.session.desk()` and `keep_desk(desk)`. A `Desk` has
    ``workspace``, ``is_saved``, `with_workspace(workspace)` and `saved()`; `desk.opened(store)`
    gives the desk of a store. A new `Desk()` closes what was open.
``file_store``, ``database_store``
    `FileStore.create(path, passphrase, workspace=…)` makes a file, `FileStore.unlock(path,
    passphrase)` opens one; `passphrase_hint(passphrase)`. `database_store.shared_store()` is the
    one of ``DATABASE_URL``, or None; import it only where that is set (psycopg is an extra). Both
    are a `store.Store`: ``open``, ``save``, ``versions``, ``restore``. What cannot be done is a
    `StoreError` with a ``sentence``. After a save, ``desk.kept.conflicts`` has ``words``,
    ``table``, ``record_id`` and ``kept_beside``. Take the passphrase from a field of the type
    password, in a form that is cleared: the store does not keep it, a widget would.
"""
