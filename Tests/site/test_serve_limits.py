"""`tracuu serve` among hostile and careless clients: who may ask, how many, how long, and what happens when files run out."""

from __future__ import annotations

import resource
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.content import made_up
from harness.preview import Preview

DATA = "search/manifest.js"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up(tmp_path_factory.mktemp("few") / "content", 2)


@pytest.fixture(scope="module")
def preview(content: Path) -> Iterator[Preview]:
    with Preview(content) as running:
        running.wait_for("", 200)
        yield running


def raw(preview: Preview, *lines: str) -> bytes:
    """The whole answer to a request as it is written here."""
    with socket.create_connection(("127.0.0.1", preview.port), 10) as connection:
        connection.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
        return answer


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything-else"])
@pytest.mark.parametrize("path", ["", DATA, "api/v1/index.json", "_tracuu/state?page=/"])
def test_requests_of_pages_of_other_sites_are_refused(site: str, path: str, preview: Preview) -> None:
    status, body = preview.get(path, {"Sec-Fetch-Site": site})
    assert status == 403 and "thanh địa chỉ" in body.decode()


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_requests_of_its_own_pages_and_of_readers_are_answered(site: str, preview: Preview) -> None:
    assert preview.get("", {"Sec-Fetch-Site": site})[0] == 200


def test_an_origin_that_is_not_its_own_is_refused(preview: Preview) -> None:
    own = f"http://127.0.0.1:{preview.port}"
    assert preview.get("", {"Origin": own})[0] == 200
    for other in ("http://127.0.0.1:1", "http://example.org", "null"):
        assert preview.get("", {"Origin": other})[0] == 403, other


def test_a_request_without_a_host_or_for_another_is_refused(preview: Preview) -> None:
    assert raw(preview, "GET / HTTP/1.1").startswith(b"HTTP/1.1 403 ")
    assert raw(preview, "GET / HTTP/1.1", "Host: example.org").startswith(b"HTTP/1.1 403 ")
    assert raw(preview, "GET / HTTP/1.1", f"Host: LOCALHOST:{preview.port}").startswith(b"HTTP/1.1 200 ")


def test_names_that_lead_here_are_refused_where_the_network_is_let_in(content: Path) -> None:
    with Preview(content, "--host", "0.0.0.0") as preview:
        preview.wait_for("", 200)
        assert preview.get("", {"Host": "rebound.example.org"})[0] == 403
        assert preview.get("", {"Host": f"127.0.0.1:{preview.port}"})[0] == 200
        assert preview.get("", {"Host": "192.0.2.7"})[0] == 200


def test_every_answer_forbids_other_origins_to_load_it(preview: Preview) -> None:
    for path in ("/", f"/{DATA}", "/khong-co", "/feed.xml"):
        head = raw(preview, f"GET {path} HTTP/1.1", "Host: localhost").split(b"\r\n\r\n")[0].lower()
        assert b"cross-origin-resource-policy: same-origin" in head, path
        assert b"x-content-type-options: nosniff" in head and b"x-frame-options: sameorigin" in head, path


def test_a_client_that_never_ends_its_request_is_let_go(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), 10) as slow:
        slow.settimeout(40)
        slow.sendall(b"GET / HTTP/1.1\r\nHost:")
        assert slow.recv(1) == b"", "the connection is closed"


def test_more_clients_than_there_may_be_do_not_keep_others_out(preview: Preview) -> None:
    waiting = [socket.create_connection(("127.0.0.1", preview.port), 10) for _ in range(400)]
    try:
        for _ in range(3):
            assert preview.get("")[0] == 200
    finally:
        for connection in waiting:
            connection.close()
    assert preview.get("")[0] == 200


def test_it_goes_on_where_the_process_may_open_few_files(content: Path) -> None:
    with Preview(content, open_files=40) as preview:
        preview.wait_for("", 200)
        waiting = [socket.create_connection(("127.0.0.1", preview.port), 10) for _ in range(120)]
        try:
            assert preview.get("")[0] == 200
        finally:
            for connection in waiting:
                connection.close()
        assert preview.get("")[0] == 200


def test_it_says_why_it_ends_where_it_cannot_go_on(content: Path) -> None:
    with Preview(content) as preview:
        preview.wait_for("", 200)
        # From now on no file can be opened, and no connection taken.
        resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE, (3, 3))
        waiting = [socket.create_connection(("127.0.0.1", preview.port), 10) for _ in range(4)]
        code = preview.process.wait(timeout=90)
        assert preview.process.stderr is not None
        said = preview.process.stderr.read()
        assert code == 3 and "xem trước không tiếp tục được" in said, said
        for connection in waiting:
            connection.close()


def test_a_closed_connection_amid_an_answer_does_no_harm(preview: Preview) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", preview.port), 10) as rude:
            rude.sendall(b"GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50)
    time.sleep(0.2)
    assert preview.get("")[0] == 200 and preview.process.poll() is None


def test_an_interrupt_ends_it(content: Path) -> None:
    with Preview(content) as preview:
        preview.wait_for("", 200)
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(timeout=20) == -signal.SIGINT
