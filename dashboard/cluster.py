"""Maps a function over jobs with Dask: on workers of this machine, or on a cluster that is there.

The workers of this machine, and the scheduler between them, speak on the loopback address alone,
encrypted with a certificate of the moment. Nothing is served to a browser. Dask is an extra: only
the command that asks for a cluster imports this file.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import dask
from distributed import Client, KilledWorker, LocalCluster

from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.exposure_parts import Done, Job, Mapped

LOCAL: Final = "local"
_LOOPBACK: Final = "127.0.0.1"
# What Dask would serve beside its work: states, figures, logs.
_NO_PAGES: Final[dict[str, list[str]]] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}


@contextmanager
def workers(address: str, *, count: int | None = None) -> Iterator[Mapped]:
    """Yield what maps a function over jobs on a cluster.

    Parameters
    ----------
    address
        ``local``, or the address of a scheduler such as ``tls://host:8786``.
    count
        How many workers on this machine; as many as it has cores when None.

    Raises
    ------
    AtlasError
        No scheduler answers, or a worker died again and again.
    """
    with dask.config.set(_NO_PAGES), _client(address, count) as client:

        def mapped(work: Callable[[Job], Done], jobs: list[Job]) -> Iterator[Done]:
            try:
                for future in client.map(work, jobs, pure=False):
                    yield future.result()
            except (KilledWorker, ImportError) as fault:
                raise AtlasError(f"--cluster: a worker could not do its part ({fault}).") from fault

        yield mapped


@contextmanager
def _client(address: str, count: int | None) -> Iterator[Any]:
    if address != LOCAL:
        with _elsewhere(address) as client:
            yield client
        return
    with (
        LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            host=_LOOPBACK,
            security=True,
            silence_logs=logging.ERROR,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": f"{_LOOPBACK}:0"},
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _elsewhere(address: str) -> Client:
    try:
        return Client(address)
    except (OSError, ValueError) as fault:
        raise AtlasError(
            f"--cluster: no scheduler answers at {address} ({fault}). Give local, or the address "
            "of a scheduler that runs, such as tls://host:8786."
        ) from fault
