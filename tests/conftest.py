"""What every test may rely on: the folder of the project, and no variable of the tester's shell.

Also the order: what takes minutes starts first, so that no process ends long after the others.
"""

import os
import sys
from pathlib import Path

import pytest

# Tests start many interpreters. Where a machine forbids bytecode to be kept, each of them would
# compile every library anew, which takes three times as long as all else at a start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).resolve().parent.parent

# The longest first; a folder that is not named comes after those that are.
LONG_FIRST = ("tests/browser/test_every_page.py", "tests/browser", "tests/dashboard")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: order(item.path.relative_to(ROOT)))


def order(path):
    """Return the place of a test file in a run of all tests."""
    long = [place for place, name in enumerate(LONG_FIRST) if path.is_relative_to(name)]
    return min(long, default=len(LONG_FIRST))


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_the_tester():
    """A tester's own settings of Streamlit or of the atlas must not decide what a test sees."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith("STREAMLIT_") or name == "CORRIDOR_ATLAS_DATA":
                patch.delenv(name)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_tester(tmp_path_factory):
    """Tests neither read nor fill the tester's own cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CORRIDOR_ATLAS_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
