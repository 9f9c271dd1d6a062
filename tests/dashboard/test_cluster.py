"""A real cluster of two workers on this machine: the rows of the command without one."""

import http
import http.client
import os
import time
from contextlib import closing, nullcontext, suppress
from pathlib import Path

import dask
import pandas as pd
import psutil
import pytest

from dashboard.__main__ import main
from dashboard.cluster import workers
from dashboard.exposure_parts import write_exposure
from geodata.boundaries import DATA
from intake.errors import AtlasError, BadCell
from tests.benchmarks.exposure import random_legs

TWO = 2


def sockets():
    """Every socket of this process and of those that it has started."""
    process, found = psutil.Process(), set()
    for each in (process, *process.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):  # it may have ended since it was listed
            found.update(each.net_connections())
    return found


@pytest.fixture(scope="module")
def others():
    """The sockets that were there before: other tests keep an app and a browser running."""
    return sockets()


@pytest.fixture(scope="module")
def cluster(others):  # noqa: ARG001 - they are counted before it starts
    with workers("local", count=TWO) as mapped:
        yield mapped


def test_rows_of_two_workers_are_those_of_the_plain_command(cluster, tmp_path):
    legs, plain = tmp_path / "legs.parquet", tmp_path / "plain.csv"
    random_legs(2000).to_parquet(legs)
    assert main(["exposure", str(legs), "--out", str(plain)]) == 0
    done = write_exposure(
        legs, tmp_path / "out", places=DATA, workers=nullcontext(cluster), at_most=700
    )
    assert len(done) == 3
    assert pd.read_parquet(tmp_path / "out").to_csv(index=False) == plain.read_text("utf-8")


def test_both_workers_work_and_answers_keep_their_order(cluster):
    def who_works(job):
        time.sleep(0.2)
        return job, os.getpid()

    order, who = zip(*cluster(who_works, list(range(8))), strict=True)
    assert order == tuple(range(8))
    assert len({*who} - {os.getpid()}) == TWO


def test_what_a_worker_refuses_is_refused_in_its_words(cluster):
    def refuse(_job):
        raise BadCell(Path("legs.csv"), 3, column="km", found="x", expected="a number")

    with pytest.raises(BadCell, match=r"legs\.csv line 3, column km: found 'x', expected a num"):
        list(cluster(refuse, [1]))


@pytest.mark.usefixtures("cluster")
def test_every_socket_is_on_the_loopback_address(others):
    ends = {end for socket in sockets() - others for end in (socket.laddr, socket.raddr) if end}
    assert len(ends) > TWO
    assert {end.ip for end in ends} == {"127.0.0.1"}


@pytest.mark.usefixtures("cluster")
def test_nothing_is_served_to_a_browser(others):
    listening = {one for one in sockets() - others if one.status == psutil.CONN_LISTEN}
    assert listening
    for port in {one.laddr.port for one in listening}:
        asking = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        for page in ("/", "/status", "/info/main/workers.html", "/health", "/metrics"):
            # Others than the empty servers of pages speak TLS, to those with the certificate.
            with closing(asking), suppress(ConnectionError, http.client.HTTPException):
                asking.request("GET", page)
                assert asking.getresponse().status == http.HTTPStatus.NOT_FOUND


def test_a_scheduler_that_does_not_answer_is_named():
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(AtlasError, match=r"no scheduler answers at tcp://127\.0\.0\.1:1 "),
        workers("tcp://127.0.0.1:1"),
    ):
        pytest.fail("there is none")
