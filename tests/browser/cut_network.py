"""Cuts the network: app and browser in a network that has no way out.

On Linux, where this process may, both run in a network namespace with nothing but loopback.
Elsewhere the browser is left without names and with a dead proxy, and the server with dead
proxies.
"""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests.browser.chromium import arguments

CUT = Path(__file__).with_name("cut_off.py")
DEAD = "http://127.0.0.1:9"
PROXIES = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), DEAD)
# -E: what watches the app shall not watch the proof that nothing is reached.
UNSHARE = ["unshare", "--net", "--", sys.executable, "-E", str(CUT)]
NO_NAMES = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    f"--proxy-server={DEAD}",
    "--proxy-bypass-list=localhost;127.0.0.1",
]


@cache
def way() -> str:
    """Return how the network is cut: by a namespace, if this process may make one and enter it."""
    if not (shutil.which("unshare") and shutil.which("nsenter")):
        return "emulated"
    made = subprocess.run([*UNSHARE, "true"], check=False, capture_output=True)
    return "emulated" if made.returncode else "namespace"


def how_an_app_starts(env):
    """Return with what ``start_app`` starts an app that reaches nobody."""
    if way() == "emulated":
        return {"env": env | PROXIES | {"no_proxy": "", "NO_PROXY": ""}}
    return {"env": env, "inside": UNSHARE}


def how_a_browser_starts(app, chromium_path, folder):
    """Return with what playwright launches a browser that reaches that app and nobody else."""
    if way() == "emulated":
        return {"executable_path": chromium_path, "args": [*arguments(), *NO_NAMES]}
    path = door(folder / "chromium", app, chromium_path)
    return {"executable_path": path, "args": arguments()}


def door(path, app, chromium_path):
    """Write a program that starts the browser in the network of the app."""
    path.write_text(
        f'#!/bin/sh\nexec nsenter --net=/proc/{app.pid}/ns/net "{chromium_path}" "$@"\n'
    )
    path.chmod(0o755)
    return path


def knock_until_it_answers(browser, app) -> None:
    page = browser.new_page()
    for _ in range(180):
        if answers(page, app.url):
            page.close()
            return
        page.wait_for_timeout(500)
    pytest.fail(f"The app did not answer:\n{app.said()}")


def answers(page, url: str) -> bool:
    try:
        return page.goto(f"{url}/_stcore/health").status == 200
    except Error:
        return False
