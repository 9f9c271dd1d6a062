"""A program that has its own savers killed, starved and locked out; it prints what it found.

It forks, so that each saver starts in a millisecond with everything imported. Only the sealing and
the writing are imported: no tables.
"""

import os
import random
import resource
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from dashboard.workspace.errors import StoreError
from dashboard.workspace.one_file import alone, put_in_place, read_whole
from dashboard.workspace.sealing import Cost, blocks, derived_key, sealed, unsealed

KEY = derived_key("four words of ours", cost=Cost(iterations=1, memory_kib=64, lanes=1))
NOBODY = 65534


def text(number):
    """A page that is whole only if all of it says the same number."""
    return number.to_bytes(8, "big") * 40_000


def save(path, number):
    with alone(path):
        put_in_place(path, sealed(text(number), KEY))


def saved(path):
    """The number in the file; fails where the file is not whole."""
    (block,) = blocks(read_whole(path))
    content = unsealed(block, KEY)
    number = int.from_bytes(content[:8], "big")
    assert content == text(number)
    return number


def tell(*found):
    sys.stdout.write(" ".join(map(str, found)) + "\n")


def kill(path, times):
    """Kill a saver so often, each at a random moment; count the times it was amid a save."""
    amid = 0
    for _ in range(times):
        first = saved(path)
        told, tells = os.pipe()
        child = os.fork()
        if not child:
            for number in range(first + 1, first + 10**6):
                save(path, number)
                os.write(tells, number.to_bytes(8, "big"))
        os.close(tells)
        done = int.from_bytes(os.read(told, 8), "big")
        time.sleep(random.uniform(0, 0.02))  # noqa: S311 - when to kill
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(told, 8):
            done = int.from_bytes(more, "big")
        os.close(told)
        amid += path.with_name(f".{path.name}.saving").exists()
        assert done <= saved(path) <= done + 1, "a save that was reported is gone"
    tell(times, amid)


def refused(path, prepare):
    """What a saver says that cannot save, and the number that is in the file afterwards."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        words = ""
        prepare()
        with suppress(StoreError):
            try:
                save(path, 99)
            except StoreError as error:
                words = f"{type(error).__name__}: {error}"
        os.write(write, words.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    files = sorted(file.name for file in path.parent.iterdir())
    tell(os.read(read, 1000).decode(), "|", saved(path), "|", *files)


def full_disk():
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def nobody():
    if os.geteuid() == 0:
        os.setuid(NOBODY)


def together(path, savers, saves):
    """Let several savers count up one number at once, each under the lock."""
    children = []
    for _ in range(savers):
        child = os.fork()
        if not child:
            for _ in range(saves):
                with alone(path):
                    put_in_place(path, sealed(text(saved(path) + 1), KEY))
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    tell(saved(path))


def main():
    what, path = sys.argv[1], Path(sys.argv[2])
    save(path, 1)
    if what == "kill":
        kill(path, int(sys.argv[3]))
    elif what == "full":
        refused(path, full_disk)
    elif what == "read-only":
        path.parent.chmod(0o555)
        refused(path, nobody)
        path.parent.chmod(0o700)
    elif what == "together":
        together(path, 3, 20)


main()
