"""Finds Chromium or Chrome, installs Debian's where it may, or says what to do."""

import os
import shutil
import sys
from functools import cache
from pathlib import Path

from tests import debian

VARIABLES = ("CHROME", "CHROMIUM")
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Chromium\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    ),
    "linux": ("/snap/bin/chromium", "/opt/google/chrome/chrome"),
}
WHAT_TO_DO = (
    "The browser tests need Chromium or Chrome and found none: install one (Debian, Ubuntu: "
    "apt-get install chromium) or name one in the variable CHROME, then run the tests again."
)

# A browser that asks nobody anything of its own accord, so that every request is the page's.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


class NoBrowserError(Exception):
    """No browser, and no right to install one."""


@cache
def chromium() -> str:
    """Return the path of a browser.

    Raises
    ------
    NoBrowserError
        With one line that says what to do.
    """
    found = _named() or _installed() or _install()
    if found is None:
        raise NoBrowserError(WHAT_TO_DO)
    return found


def arguments() -> list[str]:
    """Return how the browser is started; its sandbox does not start under root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if is_root else [])]


def _named() -> str | None:
    for variable in VARIABLES:
        path = os.environ.get(variable)
        if path and not shutil.which(path):
            raise NoBrowserError(f"The variable {variable} names {path}, which is not a program.")
        if path:
            return shutil.which(path)
    return None


def _installed() -> str | None:
    places = PLACES.get(sys.platform, ())
    candidates = [*NAMES, *(os.path.expandvars(str(Path(place).expanduser())) for place in places)]
    return next((found for name in candidates if (found := shutil.which(name))), None)


def _install() -> str | None:
    """Install Debian's Chromium, where this process may."""
    return debian.install([["install", "chromium"]], _installed)
