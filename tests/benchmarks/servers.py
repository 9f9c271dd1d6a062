"""Starts one of the three apps over a folder of data, and reads what it keeps in memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.running_app import free_port, healthy, stop

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = {
    "atlas": "app.py",
    "naive": "tests/benchmarks/naive_server.py",
    "floor": "tests/benchmarks/floor.py",
}
PATIENCE_S = 180


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running app: its name, address, process, and when it was started (monotonic seconds)."""

    app: str
    url: str
    pid: int
    started: float


@contextmanager
def serving(app: str, data: Path, *, assets: Path, log: Path) -> Iterator[Server]:
    """Run an app over ``data`` on a free port for the length of a ``with``."""
    port, started = free_port(), time.monotonic()
    command = [sys.executable, "-m", "streamlit", "run", SCRIPTS[app]]
    command += [f"--server.port={port}", "--server.headless=true"]
    own = {
        "CORRIDOR_ATLAS_DATA": str(data),
        "BENCHMARK_ASSETS": str(assets),
        "PYTHONPATH": str(ROOT),
    }
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, port, log)
            yield Server(app=app, url=f"http://localhost:{port}", pid=process.pid, started=started)
        finally:
            stop(process)


def resident_mb(pid: int) -> float:
    """Return the memory that a process holds, in MB of 1,000,000 bytes; Linux only."""
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise OSError(f"process {pid} states no resident memory")


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while not healthy(port):
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"The app did not start:\n{log.read_text('utf-8')}")
        time.sleep(0.02)
