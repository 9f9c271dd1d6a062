"""A database for each test of a shared store, on one server for all of them."""

import psycopg
import pytest

from dashboard.workspace.database_store import DatabaseStore
from tests.dashboard.workspace.postgres import NoPostgresError, running_server


@pytest.fixture(scope="session")
def server():
    try:
        with running_server() as started:
            yield started
    except NoPostgresError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def ready(server):
    """A database in which the store has made its tables; the tests get copies of it."""
    assert DatabaseStore(server.url).open().number == 1
    with psycopg.connect(server.url.replace("/postgres", "/template1"), autocommit=True) as root:
        root.execute("alter database postgres rename to ready")
    return server


@pytest.fixture
def url(ready):
    """A database of its own for each test."""
    with psycopg.connect(ready.url.replace("/postgres", "/template1"), autocommit=True) as root:
        root.execute("drop database if exists planners with (force)")
        root.execute("create database planners template ready")
    return ready.url.replace("/postgres", "/planners")
