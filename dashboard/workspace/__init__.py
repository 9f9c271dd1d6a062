"""An organisation's own records: kept together, kept secret, read like the published ones.

What a page needs, and nothing else:

``model``
    `Workspace`, frozen, with one table per kind of record. `empty_workspace()`; then, each giving
    a new workspace: `added(workspace, "legs", rows)`, `changed(workspace, "legs", rows)`,
    `removed(workspace, "legs", ids)`, `marked_public(workspace, "legs", ids)`,
    `marked_restricted(…)`. What does not fit is a `RecordError`; its ``sentence`` is for the
    screen, its ``str`` has no data in it and may stand in a log. Columns: ``schema``.
``readings``
    `network.own_atlas(atlas, workspace, boundaries=…, unclaimed=…)` draws and measures the own
    legs once; `read_own(own, workspace, recipe=…, date=…)` gives `OwnReadings`: the readings of
    the pipeline and which of them an own assessment touched.
    Give the result's ``atlas`` and ``readings`` to `dashboard.uncertainty`, `dashboard.scenarios`
    and `dashboard.alternatives` as if they were the published ones. Nothing of it may enter
    `dashboard.doors`, a module global or a log: keep it in the session.
"""
