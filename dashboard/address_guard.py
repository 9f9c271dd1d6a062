"""Who can reach the server: this machine only, unless a login is set up; and no asking outside.

Streamlit asks an outside service which address this machine has, at start and for each web socket
from a foreign page. Both questions are answered here without asking: the machine is this machine.
"""

from __future__ import annotations

import ipaddress

from streamlit import net_util

from intake.errors import AtlasError


class ExposedError(AtlasError):
    """The server was told to listen where other machines reach it, with no login."""


def ask_nobody_for_our_address() -> None:
    """Make Streamlit's look-ups of this machine's addresses answer without any network."""
    net_util.get_external_ip = lambda: None
    net_util.get_internal_ip = lambda: "127.0.0.1"


def refuse_exposure(address: str | None, *, login: bool) -> None:
    """Refuse to serve on an address that other machines reach, unless a login is set up.

    Raises
    ------
    ExposedError
        If ``address`` is not a loopback address and ``login`` is false. No address at all means
        every address to Streamlit.
    """
    if login or is_loopback(address):
        return
    raise ExposedError(
        f"server.address is {address or 'not set (every address)'}, which other machines reach, "
        "and no login is set up; expected 127.0.0.1. Remove the setting, or set up a login: "
        "[auth] in .streamlit/secrets.toml, as docs/deployment.md says."
    )


def is_loopback(address: str | None) -> bool:
    """Return whether only this machine can reach ``address``."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address((address or "").strip("[]")).is_loopback
    except ValueError:
        return False
