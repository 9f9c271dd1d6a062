"""The server's own route, the headers of every answer, and who may reach it."""

import gzip
import subprocess
import sys

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import net_util
from streamlit.web.server import server_util

from dashboard import address_guard, assets, doors, server
from dashboard.asset_route import asset_route
from dashboard.browser_policy import BrowserPolicy, content_security_policy
from tests.dashboard.asgi import get

INDEX = "<html><script>\n  window.x = 1\n</script><script src='a.js'></script></html>"


def app(*, hints=""):
    policy = content_security_policy(INDEX)
    return Starlette(
        routes=[asset_route(), Route("/", lambda _: HTMLResponse(INDEX))],
        middleware=[Middleware(BrowserPolicy, policy=policy, hints=lambda query: hints + query)],
    )


def test_a_published_payload_comes_back_packed_and_is_kept_for_good():
    payload = b'{"a": 1}' * 100
    answer = get(app(), assets.publish(payload, ".json"), {"accept-encoding": "br, gzip"})
    assert gzip.decompress(answer.body) == payload
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0"])
def test_who_does_not_take_gzip_gets_the_bytes_as_they_are(accepted):
    payload = b"plain " * 100
    answer = get(app(), assets.publish(payload, ".txt"), {"accept-encoding": accepted})
    assert answer.body == payload
    assert "content-encoding" not in answer.headers


def test_an_unchanged_file_is_not_sent_twice():
    url = assets.publish(b"once", ".txt")
    tag = get(app(), url).headers["etag"]
    answer = get(app(), url, {"if-none-match": tag})
    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/atlas/data/../../app.py",
        "/atlas/%2e%2e/%2e%2e/app.py",
        "/atlas/..%2f..%2fapp.py",
        "/atlas//etc/hostname",
        "/atlas/data/",
        "/atlas/0123456789abcdef/map.js",
    ],
)
def test_nothing_stands_at_an_address_that_was_not_listed(path):
    answer = get(app(), path)
    assert (answer.status, answer.headers["cache-control"]) == (404, "no-store")


def test_every_file_of_the_bundle_is_served_as_it_is():
    for name, asset in assets.bundle().files.items():
        assert get(app(), assets.bundle_url(name)).body == asset.body


def test_a_file_that_does_not_exist_is_refused_by_name():
    with pytest.raises(assets.AssetError, match=r"nothing\.js"):
        assets.bundle_url("nothing.js")


def test_memory_for_payloads_is_bounded_and_what_is_read_stays():
    first = assets.publish(b"the first", ".txt")
    for number in range(assets.MOST_PAYLOADS + 5):
        assets.publish(f"payload {number}".encode(), ".txt")
        assert get(app(), first).status == 200
    assert get(app(), assets.publish(b"one more", ".txt")).status == 200
    assert len(assets._payloads._kept) == assets.MOST_PAYLOADS  # noqa: SLF001 - the bound itself


def test_the_page_may_run_its_own_inline_script_and_no_other():
    policy = content_security_policy(INDEX)
    assert policy.count("'sha256-") == 1
    assert "unsafe-eval" not in policy
    assert "script-src 'self' blob: 'sha256-" in policy
    assert "http" not in policy


def test_every_answer_carries_the_policy_and_only_pages_carry_hints():
    hinted = app(hints="</atlas/x/map.js>; rel=modulepreload")
    page, missing = get(hinted, "/?country=LAO"), get(hinted, "/atlas/nothing")
    assert page.headers["link"] == "</atlas/x/map.js>; rel=modulepreloadcountry=LAO"
    assert "link" not in missing.headers
    for answer in (page, missing):
        assert answer.headers["content-security-policy"] == content_security_policy(INDEX)
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_the_network_is_hinted_at_from_when_it_is_known():
    network = doors.network_url()
    assert f"<{network}>; rel=preload; as=fetch; crossorigin" in server.load_hints("")


def test_the_view_of_the_pages_own_address_is_hinted_at():
    hint = "</atlas/view?country=LAO&lang=ko>; rel=preload; as=fetch; crossorigin"
    assert hint in server.load_hints("country=LAO&lang=ko")


@pytest.mark.parametrize("query", ["a>;rel=preload,<https://foreign.example/", 'a="', "a,b", "a;b"])
def test_an_address_that_could_end_a_hint_is_not_repeated_in_it(query):
    assert query not in server.load_hints(query)
    assert "/atlas/view" not in server.load_hints(query)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]"])
def test_an_address_of_this_machine_alone_is_accepted(address):
    address_guard.refuse_exposure(address, login=False)


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.4", "atlas.example"])  # noqa: S104
def test_an_address_that_others_reach_needs_a_login(address):
    with pytest.raises(address_guard.ExposedError, match="expected 127"):
        address_guard.refuse_exposure(address, login=False)
    address_guard.refuse_exposure(address, login=True)


def test_a_foreign_page_is_refused_without_asking_anybody_for_our_address(monkeypatch):
    for name in ("get_external_ip", "get_internal_ip"):
        monkeypatch.setattr(net_util, name, getattr(net_util, name))
    monkeypatch.setattr(net_util, "_make_blocking_http_get", pytest.fail)
    address_guard.ask_nobody_for_our_address()
    assert not server_util.is_url_from_allowed_origins("http://foreign.example")


def test_an_import_outside_a_session_is_the_start_of_the_server():
    assert server.is_starting()


def test_what_every_session_shares_is_no_longer_searched_for_garbage():
    script = """
import asyncio, gc, threading
from dashboard import doors, server

async def start():
    async with server.reading_ahead(None):
        for thread in threading.enumerate():
            thread.name == "reading ahead" and thread.join()

asyncio.run(start())
searched, set_aside = len(gc.get_objects()), gc.get_freeze_count()
assert 100 * searched < set_aside, f"{searched} are searched, {set_aside} are set aside"
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
