"""Who may ask the editor of `tracuu serve --edit`: its own pages with the key, and nobody else, whatever they ask."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.content import made_up
from harness.editor import API, Editor

RECORD = "record/directives/kl-1.md"

# Every endpoint with the methods that it takes.
ENDPOINTS = [
    ("GET", "fields"),
    ("GET", "records?q="),
    ("GET", "pick?list=types&q="),
    ("GET", "proposal?q=1"),
    ("GET", "events?path=directives/kl-1.md&etag=x"),
    ("GET", RECORD),
    ("PUT", RECORD),
    ("POST", "check"),
    ("POST", "preview"),
    ("GET", "draft/directives/kl-1.md"),
    ("PUT", "draft/directives/kl-1.md"),
    ("DELETE", "draft/directives/kl-1.md"),
    ("POST", "records"),
    ("POST", "undo/directives/kl-1.md"),
    ("PUT", "attachment/a.pdf"),
    ("POST", "import?name=a.html"),
    ("POST", "paste"),
]

# What somebody else would send, each with the status that it gets.
FOREIGN = {
    "no key": ({"X-Tracuu-Key": None}, 401),
    "another key": ({"X-Tracuu-Key": "0" * 64}, 401),
    "a page of another port": ({"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"}, 403),
    "a page of another port that says less": ({"Origin": "http://127.0.0.1:1"}, 403),
    "a null origin": ({"Origin": "null"}, 403),
    "a page of another site": ({"Origin": "http://example.org", "Sec-Fetch-Site": "cross-site"}, 403),
    "a typed address": ({"Sec-Fetch-Site": "none"}, 403),
    "nothing of where it comes from": ({"Sec-Fetch-Site": None}, 403),
    "another host": ({"Host": "example.org"}, 421),
    "another port in the host": ({"Host": "127.0.0.1:1"}, 421),
    "the host without its port": ({"Host": "127.0.0.1"}, 421),
    "another name of this machine": ({"Host": "localhost"}, 421),
    "no host": ({"Host": None}, 421),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = made_up(tmp_path_factory.mktemp("guarded") / "content", 2)
    (folder / "site.yml").write_text("title: Thử\n", encoding="utf-8")
    (folder / ".an").mkdir()
    (folder / ".an" / "a.md").write_text("---\ntitle: Ẩn\n---\n", encoding="utf-8")
    (folder / "directives" / "lien-ket.md").symlink_to("/etc/passwd")
    (folder.parent / "ngoai.md").write_text("---\ntitle: Ngoài\n---\n", encoding="utf-8")
    (folder / "directives" / "ra-ngoai.md").symlink_to(folder.parent / "ngoai.md")
    return folder


@pytest.fixture(scope="module")
def editor(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with Editor(content, tmp_path_factory.mktemp("state")) as running:
        assert running.ask("GET", "fields").status == 200
        yield running


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.parent.rglob("*")
        if path.is_file() and path.is_relative_to(folder)
    }


def body_of(method: str) -> bytes | None:
    return b"{}" if method in ("PUT", "POST") else None


@pytest.mark.parametrize("who", FOREIGN)
def test_nobody_else_gets_anything_from_any_endpoint(who: str, content: Path, editor: Editor) -> None:
    headers, status = FOREIGN[who]
    before = tree(content)
    for method, path in ENDPOINTS:
        answer = editor.ask(method, path, body_of(method), headers)
        assert (answer.status, answer.body) == (status, b""), f"{method} {path}"
        assert "access-control-allow-origin" not in answer.headers
    assert tree(content) == before


def test_a_change_needs_the_origin_that_a_look_may_leave_out(editor: Editor) -> None:
    assert editor.ask("GET", "fields", headers={"Origin": None}).status == 200
    for method, path in ENDPOINTS:
        if method != "GET":
            assert editor.ask(method, path, body_of(method), {"Origin": None}).status == 403, f"{method} {path}"


HOSTILE_PATHS = [
    "../site.yml",
    "%2e%2e/site.yml",
    "directives/%2e%2e/%2e%2e/ngoai.md",
    "directives/..%2f..%2fngoai.md",
    "..%5cngoai.md",
    ".an/a.md",
    "%2Ean/a.md",
    "directives/.kl-1.md",
    "directives/kl-1.md%00",
    "directives/%00kl-1.md",
    "directives//kl-1.md",
    "/etc/passwd",
    "directives/%FF.md",
    "directives/kl-1.md/",
    "site.yml",
    "vocabulary/types.yml",
    "attachments/a.md",
    "directives/kl-1.md~",
]


@pytest.mark.parametrize("path", HOSTILE_PATHS)
def test_paths_that_lead_elsewhere_are_refused(path: str, content: Path, editor: Editor) -> None:
    before = tree(content)
    for method, name in [
        ("GET", "record"),
        ("PUT", "record"),
        ("GET", "draft"),
        ("PUT", "draft"),
        ("DELETE", "draft"),
        ("POST", "undo"),
    ]:
        answer = editor.ask(method, f"{name}/{path}", body_of(method), {"If-Match": f'"{"0" * 64}"'})
        assert 400 <= answer.status < 500, f"{method} {name}/{path}: {answer.status}"
        assert b"root:" not in answer.body and "Ngoài".encode() not in answer.body and "Ẩn".encode() not in answer.body
    assert tree(content) == before


@pytest.mark.parametrize("name", ["lien-ket.md", "ra-ngoai.md"])
def test_links_are_followed_neither_for_reading_nor_for_writing(name: str, content: Path, editor: Editor) -> None:
    before = tree(content)
    outside = (content.parent / "ngoai.md").read_bytes()
    for method in ("GET", "PUT"):
        answer = editor.ask(method, f"record/directives/{name}", body_of(method), {"If-Match": f'"{"0" * 64}"'})
        assert 400 <= answer.status < 500, method
        assert b"root:" not in answer.body and "Ngoài".encode() not in answer.body
    assert tree(content) == before and (content.parent / "ngoai.md").read_bytes() == outside


@pytest.mark.parametrize(
    "name",
    ["%2e%2e", "..%2fa.pdf", ".an.pdf", "a%00.pdf", "a/b.pdf", "trang.html", "ve.svgz", "con.pdf", "a%3Ab.pdf"],
)
def test_attachments_have_names_of_one_plain_part(name: str, content: Path, editor: Editor) -> None:
    before = tree(content)
    answer = editor.ask("PUT", f"attachment/{name}", b"%PDF-1.4", {"If-None-Match": "*"})
    assert 400 <= answer.status < 500
    assert tree(content) == before


def test_methods_and_sizes_are_bounded(editor: Editor) -> None:
    assert editor.ask("DELETE", RECORD).status == 405
    assert editor.ask("POST", RECORD, b"{}").status == 405
    assert editor.ask("PATCH", "records", b"{}").status == 405
    assert editor.ask("OPTIONS", "records").status == 405
    assert editor.ask("GET", "khong-co").status == 404
    assert editor.ask("GET", "").status in (400, 404)
    assert editor.ask("POST", "check", b" " * ((2 << 20) + 1)).status == 413
    assert editor.ask("POST", "check").status == 411
    assert editor.ask("POST", "check", b"{", {"Transfer-Encoding": "chunked"}).status == 411
    assert editor.ask("POST", "check", b"[]").status == 400
    assert editor.ask("POST", "check", b"[" * 100_000).status == 400


def test_the_pages_come_under_a_strict_policy(editor: Editor) -> None:
    page = editor.ask("GET", "/", headers={"Sec-Fetch-Site": "none", "Origin": None, "X-Tracuu-Key": None}, raw=True)
    assert page.status == 200
    policy = page.headers["content-security-policy"]
    for part in (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ):
        assert part in policy
    assert "unsafe" not in policy and "frame-src http://127.0.0.1:" in policy
    script = {"Sec-Fetch-Site": "same-origin", "Origin": None, "X-Tracuu-Key": None}
    assert editor.ask("GET", "/main.mjs", headers=script, raw=True).status == 200
    # Pages of other sites load nothing of it, whatever the element.
    for site in ("cross-site", "same-site", None):
        assert editor.ask("GET", "/main.mjs", headers={**script, "Sec-Fetch-Site": site}, raw=True).status == 403
        assert editor.ask("GET", "/", headers={**script, "Sec-Fetch-Site": site}, raw=True).status == 403
    for path in ("/../site.yml", "/%2e%2e/site.yml", "/khong-co", "/editor/index.html"):
        assert editor.ask("GET", path, headers=script, raw=True).status == 404
    assert editor.ask("POST", "/", b"", script, raw=True).status in (403, 405)


def test_only_this_machine_reaches_it(editor: Editor) -> None:
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    own = [fields[1] for fields in listening if fields[1].endswith(f":{editor.port:04X}") and fields[3] == "0A"]
    assert own == [f"0100007F:{editor.port:04X}"]


def test_the_preview_refuses_what_is_the_editors(editor: Editor) -> None:
    preview = editor.ask("GET", "fields").json["preview"]
    port = int(preview.rsplit(":", 1)[1])
    for method, path in ENDPOINTS:
        with socket.create_connection(("127.0.0.1", port), 10) as connection:
            head = f"{method} {API}{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Tracuu-Key: {editor.key}\r\nConnection: close\r\n\r\n"
            connection.sendall(head.encode())
            status = int(connection.recv(64).split()[1])
        assert status in (403, 404, 405), f"{method} {path}: {status}"
