"""Nobody is told what is looked at: neither the browser nor the server asks another host."""

import base64
import socket
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tests.browser import visits
from tests.browser.running_app import free_port


@dataclass(frozen=True)
class Walk:
    """What was asked, offered and said while every page was visited once."""

    pages: list[str]
    asked: list[str]
    links: list[str]
    complaints: list[str]


@pytest.fixture(scope="module", params=[("light", "en"), ("dark", "ko")], ids="-".join)
def walk(request, browser, app_url):
    theme, language = request.param
    with browser.new_context(
        color_scheme=theme, viewport={"width": 1440, "height": 900}
    ) as context:
        page = context.new_page()
        asked, links, said = visits.record(page), [], []
        page.on("console", lambda message: said.append(complaint(message)))
        page.on("pageerror", lambda error: said.append(str(error)))
        visits.open_page(page, f"{app_url}/?lang={language}")
        pages = visits.pages(page, query=f"lang={language}")
        for address in pages:
            visits.open_page(page, address)
            links += page.locator("a[href^=http], link[href^=http]").evaluate_all(
                "a => a.map(b => b.href)"
            )
    return Walk(pages=pages, asked=asked, links=links, complaints=list(filter(None, said)))


def test_no_page_asks_another_host_for_anything(walk, app, contacts):
    assert len(walk.pages) >= 5
    assert walk.asked
    assert visits.foreign(walk.asked, app.url) == []
    assert contacts.read_text() == ""


def test_no_page_offers_a_link_to_another_host(walk, app_url):
    assert walk.links
    assert visits.foreign(walk.links, app_url) == []


def test_no_page_breaks_its_own_policy_or_throws(walk):
    assert walk.complaints == []


def complaint(message) -> str:
    """Return what an error in the browser's console says, with its address.

    Streamlit looks for its server beside the page before it looks at the root: that 404 is its way.
    """
    address = message.location.get("url", "")
    own_way = "/_stcore/" in address and "404" in message.text
    return f"{message.text} {address}" if message.type == "error" and not own_way else ""


def test_the_browser_enforces_the_policy(page, app_url):
    visits.open_page(page, app_url)
    evaluated = page.evaluate(
        "() => new Promise(done => {"
        " document.addEventListener('securitypolicyviolation', e => done(e.violatedDirective));"
        " const image = new Image(); image.src = 'https://foreign.example/a.png'; })"
    )
    assert evaluated == "img-src"


def test_a_foreign_page_opens_no_web_socket_and_makes_the_server_ask_nobody(app, contacts):
    answer = knock(app.port, origin="http://foreign.example", host=f"localhost:{app.port}")
    assert " 101 " not in answer
    assert contacts.read_text() == ""


def test_a_page_under_a_foreign_name_opens_no_web_socket(app):
    name = f"rebound.example:{app.port}"
    assert " 101 " not in knock(app.port, origin=f"http://{name}", host=name)


def test_the_apps_own_page_opens_a_web_socket(app):
    own = f"localhost:{app.port}"
    assert " 101 " in knock(app.port, origin=f"http://{own}", host=own)


def test_the_server_listens_on_this_machine_alone(app):
    others = {
        info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, family=socket.AF_INET)
    }
    for address in others - {"127.0.0.1"}:
        with socket.socket() as caller:
            if not address.startswith("127."):
                assert caller.connect_ex((address, app.port)) != 0, address
    with socket.socket() as squatter:  # free on every other address: the server holds one only
        squatter.bind(("127.0.0.2", app.port))


def test_a_start_for_everybody_without_a_login_is_refused_in_one_line(root):
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    refused = subprocess.run(
        [*command, "--server.address=0.0.0.0", f"--server.port={free_port()}"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert refused.returncode == 1
    assert "no login is set up; expected 127.0.0.1" in refused.stderr
    assert "Traceback" not in refused.stderr


def knock(port: int, *, origin: str, host: str) -> str:
    """Ask the server for a web socket as a page of ``origin`` would; return its first line."""
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host}",
        f"Origin: {origin}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(b'0123456789abcdef').decode()}",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: streamlit",
    ]
    with socket.create_connection(("127.0.0.1", port), timeout=20) as caller:
        caller.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return caller.recv(4096).decode("latin-1").splitlines()[0] + " "
