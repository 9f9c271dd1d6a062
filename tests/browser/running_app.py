"""Starts the real app as a user does, waits until it answers, and stops it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 90


@dataclass(frozen=True, kw_only=True)
class RunningApp:
    url: str
    port: int
    pid: int
    log: Path

    def said(self) -> str:
        return self.log.read_text("utf-8", errors="replace")


@contextmanager
def running_app(
    log: Path,
    *,
    env: dict[str, str] | None = None,
    inside: Sequence[str] = (),
    flags: Sequence[str] = (),
    script: str = "app.py",
) -> Iterator[RunningApp]:
    """Run ``streamlit run app.py`` on a free port; ``inside`` is a command that it is run by."""
    port = free_port()
    command = [*inside, sys.executable, "-m", "streamlit", "run", script]
    command += [f"--server.port={port}", "--server.headless=true", *flags]
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        app = RunningApp(url=f"http://localhost:{port}", port=port, pid=process.pid, log=log)
        try:
            if not inside:  # what runs elsewhere may not be reachable from here
                wait_until_it_answers(app, process)
            yield app
        finally:
            stop(process)


def wait_until_it_answers(app: RunningApp, process: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        assert process.poll() is None, f"The app stopped by itself:\n{app.said()}"
        if healthy(app.port):
            return
        time.sleep(0.1)
    raise AssertionError(f"The app did not answer within {PATIENCE_S} s:\n{app.said()}")


def healthy(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
