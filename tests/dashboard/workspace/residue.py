"""A session of a planner from the first leg to a fault, as a program whose traces are searched."""

import datetime as dt
import logging
import resource
import sys
from pathlib import Path

from dashboard.atlas import read_atlas
from dashboard.workspace.file_store import FileStore
from dashboard.workspace.network import own_atlas
from dashboard.workspace.readings import read_own
from geodata.boundaries import read_boundaries, read_unclaimed_land
from tests.dashboard.workspace.worlds import NAME, judged, noted, own_legs, own_place

logging.basicConfig(level=logging.DEBUG)
store = FileStore.create(Path(sys.argv[1]), sys.argv[2])
kept = store.save(noted(judged(own_place(own_legs())), NAME), store.open())
store = FileStore.unlock(Path(sys.argv[1]), sys.argv[2])
kept = store.restore(store.save(noted(kept.workspace, "more"), kept).number - 1)
world = {"boundaries": read_boundaries(), "unclaimed": read_unclaimed_land()}
own = own_atlas(read_atlas(), kept.workspace, **world)
read_own(own, kept.workspace, recipe="refoulement", date=dt.date(2026, 1, 20))
assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0  # no core dump carries the memory
logging.getLogger("planner").error("kept %r of %r", kept, store)
own_legs(kept.workspace, mode=[NAME] * 3)
