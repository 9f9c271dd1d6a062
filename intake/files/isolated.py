"""Has a file read by another process, and ends that process when it takes too long."""

import json
import os
import queue
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from threading import Thread
from typing import IO

import pyarrow as pa

from intake.files.layers import LESS, Progress, RawFile, Refused, no_progress
from intake.files.reader import Asked
from intake.files.wire import unpacked
from intake.sentence import Sentence

PROJECT = Path(__file__).resolve().parents[2]
START = (
    "import runpy, sys; sys.path.insert(0, sys.argv[1]); "
    "runpy.run_module('intake.files.worker', run_name='__main__')"
)
# Nothing of this process's surroundings is passed on but what starting a program needs.
NEEDED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
ONE_THREAD = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}


def read_isolated(content: bytes, asked: Asked, progress: Progress = no_progress) -> RawFile:
    """Return what a file holds, read by a process that can open nothing but these bytes.

    Parameters
    ----------
    content, asked
        The bytes, and how they are to be read.
    progress
        Is called in this thread with a share of 0 to 1; may raise to stop the reading.

    Raises
    ------
    Refused
        The file is refused, took too long or ended the process.
    """
    if len(content) > asked.limits.upload_bytes:
        raise too_large(len(content), asked)
    with subprocess.Popen(  # noqa: S603 - this interpreter, with fixed arguments
        [sys.executable, "-I", "-c", START, str(PROJECT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: os.environ[name] for name in NEEDED if name in os.environ} | ONE_THREAD,
    ) as process:
        try:
            answer = _answer(process, content, asked, progress)
        finally:
            process.kill()
    try:
        return unpacked(answer)
    except (ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise Refused(
            Sentence("the reading of the file broke off; it is damaged or needs too much memory"),
            LESS,
        ) from error


def too_large(size: int, asked: Asked) -> Refused:
    """Return the refusal of a file with too many bytes."""
    fault = Sentence(
        "the file has {size} MB, expected at most {limit} MB",
        size=format(size / 1e6, ",.1f"), limit=format(asked.limits.upload_bytes / 1e6, ",.0f"),
    )  # fmt: skip
    return Refused(fault, LESS)


def _answer(
    process: "subprocess.Popen[bytes]", content: bytes, asked: Asked, progress: Progress
) -> bytes:
    shares: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    answers: list[bytes] = []
    question = {
        "name": asked.name,
        "encoding": asked.encoding,
        "limits": asdict(asked.limits),
        "size": len(content),
    }
    head = json.dumps(question).encode() + b"\n"
    jobs = [
        Thread(target=_feed, args=(process.stdin, head, content), daemon=True),
        Thread(target=_hear, args=(process.stderr, shares), daemon=True),
        Thread(target=lambda: answers.append(_all(process.stdout)), daemon=True),
    ]
    for job in jobs:
        job.start()
    deadline = time.monotonic() + asked.limits.seconds
    while True:
        try:
            line = shares.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            raise Refused(
                Sentence(
                    "reading the file took longer than {seconds} seconds",
                    seconds=asked.limits.seconds,
                ),
                LESS,
            ) from None
        if not line:
            break
        _tell(line, progress)
    jobs[2].join(max(0.0, deadline - time.monotonic()))
    return answers[0] if answers else b""


def _tell(line: bytes, progress: Progress) -> None:
    try:
        share = float(line)
    except ValueError:  # a warning of a library
        return
    progress(min(max(share, 0.0), 1.0))


def _feed(stdin: IO[bytes] | None, head: bytes, content: bytes) -> None:
    if stdin is None:
        return
    try:
        with stdin:
            stdin.write(head)
            stdin.write(content)
    except OSError:  # the other process ended before it had heard all
        return


def _hear(stderr: IO[bytes] | None, shares: "queue.SimpleQueue[bytes]") -> None:
    for line in stderr or ():
        shares.put(line)
    shares.put(b"")


def _all(stdout: IO[bytes] | None) -> bytes:
    return stdout.read() if stdout is not None else b""
