"""Run a command in a network of its own that has no way out, Linux only.

``python cut_off.py COMMAND …`` is started inside ``unshare --net``: it brings up the loopback
device of the new network, proves that nothing else can be reached, and becomes the command.
"""

import errno
import fcntl
import os
import socket
import struct
import sys

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1
ELSEWHERE = ("192.0.2.1", 80)  # an address for documentation (RFC 5737)


def bring_up_loopback() -> None:
    with socket.socket() as handle:
        asked = struct.pack("16sh14x", b"lo", 0)
        name, flags = struct.unpack("16sh14x", fcntl.ioctl(handle, SIOCGIFFLAGS, asked))
        fcntl.ioctl(handle, SIOCSIFFLAGS, struct.pack("16sh14x", name, flags | IFF_UP))


def prove_that_nothing_is_reached() -> None:
    with socket.socket() as caller:
        if caller.connect_ex(ELSEWHERE) != errno.ENETUNREACH:
            sys.exit("The network is not cut: there is a way to another address.")


if __name__ == "__main__":
    bring_up_loopback()
    prove_that_nothing_is_reached()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - the command of the test
