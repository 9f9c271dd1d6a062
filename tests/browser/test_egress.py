"""Who may open a socket of the app, and what the browser itself refuses to ask for."""

import base64
import socket
import subprocess
import sys

from tests.browser import visits
from tests.browser.running_app import free_port


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
