"""Takes from this process, on Linux, the right to touch any file or to open any connection.

The kernel's Landlock (Linux 5.13, connections since 6.7) has no wrapper in the C library; the
numbers are those of ``linux/landlock.h``. Where it is missing, nothing happens.
"""

import ctypes
import sys

CREATE_RULESET, RESTRICT_SELF = 444, 446
VERSION_FLAG = 1
NO_NEW_PRIVILEGES = 38
# Version of the interface -> how many rights to files it knows.
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
CONNECTIONS_SINCE, SCOPES_SINCE = 4, 6
BIND_AND_CONNECT = 0b11
SIGNALS_AND_ABSTRACT_SOCKETS = 0b11


class _Rules(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("connections", ctypes.c_uint64),
        ("scopes", ctypes.c_uint64),
    )


def forbid_files_and_connections() -> bool:
    """Forbid this process all files and connections that are not open yet, for good.

    Returns
    -------
    bool
        Whether the kernel took it.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(CREATE_RULESET, None, 0, VERSION_FLAG)
    if version < 1:
        return False
    rules = _Rules(
        files=(1 << FILE_RIGHTS.get(version, 16)) - 1,
        connections=BIND_AND_CONNECT if version >= CONNECTIONS_SINCE else 0,
        scopes=SIGNALS_AND_ABSTRACT_SOCKETS if version >= SCOPES_SINCE else 0,
    )
    size = 8 * (1 + (version >= CONNECTIONS_SINCE) + (version >= SCOPES_SINCE))
    ruleset = libc.syscall(CREATE_RULESET, ctypes.byref(rules), size, 0)
    if ruleset < 0 or libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.syscall(RESTRICT_SELF, ruleset, 0) == 0)
