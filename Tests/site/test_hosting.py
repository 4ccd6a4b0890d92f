"""The configuration for nginx in `hosting/`, with a real nginx on a release; the Debian package as dpkg reads it."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.command import AS_OF, BINARY, ROOT, TEMPLATES, asset, tracuu
from harness.content import made_up, record

needs_nginx = pytest.mark.skipif(shutil.which("nginx") is None and not Path("/usr/sbin/nginx").exists(), reason="nginx is not installed")


def publish(content: Path, to: Path, templates: Path = TEMPLATES) -> None:
    result = tracuu("publish", "--content", content, "--templates", templates, "--as-of", AS_OF, "--to", to)
    assert result.code == 0, result


@contextlib.contextmanager
def nginx(folder: Path, releases: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/tracuu/", f"{releases}/")
    user = "user root;\n" if os.geteuid() == 0 else ""
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{server}\n}}\n", encoding="utf-8"
    )  # fmt: skip
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    running = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors")])
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        yield port
    finally:
        running.terminate()
        running.wait(10)


def get(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read()


@needs_nginx
def test_nginx_shows_a_release_with_the_right_types_and_headers(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 3)
    publish(content, tmp_path / "to")
    with nginx(tmp_path, tmp_path / "to") as port:
        types = {
            "/": "text/html; charset=utf-8", "/van-ban/2021/ket-luan-1-ban-vi-du/": "text/html; charset=utf-8",
            "/nhiem-vu.ics": "text/calendar; charset=utf-8",
            "/api/v1/index.json": "application/json; charset=utf-8", "/feed.xml": "application/atom+xml",
            "/van-ban/2021/ket-luan-1-ban-vi-du/feed.xml": "application/atom+xml", "/robots.txt": "text/plain; charset=utf-8",
            "/van-ban/2021/ket-luan-1-ban-vi-du/index.jsonld": "application/ld+json",
            "/nam/2021/danh-sach.csv": "text/csv; charset=utf-8",
        }  # fmt: skip
        for path, kind in types.items():
            response, _ = get(port, path)
            assert (response.status, response.headers["Content-Type"]) == (200, kind), path
            assert response.headers["Cache-Control"] == "no-cache"
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        # A folder's address without its slash leads to it.
        response, _ = get(port, "/van-ban/2021/ket-luan-1-ban-vi-du")
        assert response.status == 301 and response.headers["Location"].endswith("/van-ban/2021/ket-luan-1-ban-vi-du/")
        response, body = get(port, "/khong/co/trang/nay")
        assert response.status == 404 and body == (tmp_path / "to" / "current" / "404.html").read_bytes()
        # An unchanged page is not sent again, and a new release is seen at once.
        response, body = get(port, "/van-ban/2021/ket-luan-1-ban-vi-du/")
        tag = response.headers["ETag"]
        assert get(port, "/van-ban/2021/ket-luan-1-ban-vi-du/", If_None_Match=tag)[0].status == 304
        (content / "directives" / "kl-1.md").write_text(record(1, title="Tên mới"), encoding="utf-8")
        publish(content, tmp_path / "to")
        response, body = get(port, "/van-ban/2021/ket-luan-1-ban-vi-du/", If_None_Match=tag)
        assert response.status == 200 and "Tên mới".encode() in body


@needs_nginx
def test_nginx_lets_browsers_keep_styles_and_scripts_and_has_those_of_the_release_before(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 1)
    to = tmp_path / "to"
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    publish(content, to, templates)
    kinds = {"site.css": "text/css; charset=utf-8", "search.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml"}
    first = {name: asset(to / "current", name) for name in kinds}
    with nginx(tmp_path, to) as port:

        def sees(paths: dict[str, str]) -> None:
            for name, kind in kinds.items():
                response, body = get(port, f"/{paths[name]}")
                assert (response.status, response.headers["Content-Type"]) == (200, kind), name
                assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
                assert response.headers["X-Content-Type-Options"] == "nosniff"
                assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
                assert hashlib.sha256(body).hexdigest()[:8] in paths[name]

        sees(first)
        # What is not there may come one day: nobody keeps the answer.
        response, _ = get(port, "/assets/site.00000000.css")
        assert response.status == 404 and response.headers["Cache-Control"] == "no-cache"
        with (templates / "assets" / "base.css").open("a") as style:
            style.write("\n.mau { color: red; }\n")
        publish(content, to, templates)
        second = {name: asset(to / "current", name) for name in kinds}
        assert second["site.css"] != first["site.css"] and second["search.js"] == first["search.js"]
        sees(second)
        # A page that was opened before still finds its own.
        sees(first)


def test_the_debian_package_holds_the_command_and_names_its_libraries(tmp_path: Path) -> None:
    made = subprocess.run([ROOT / "packaging" / "make-deb", BINARY, tmp_path], capture_output=True, text=True, timeout=300)
    assert made.returncode == 0, made.stderr
    [package] = tmp_path.glob("tracuu_*.deb")
    field = lambda name: subprocess.run(["dpkg-deb", "-f", package, name], capture_output=True, text=True, check=True).stdout.strip()  # noqa: E731
    assert field("Package") == "tracuu"
    libraries = {dependency.split(" ")[0] for dependency in field("Depends").split(", ")}
    assert {"libssl3", "libyaml-0-2"} < libraries and any(library.startswith("libcmark-gfm") for library in libraries)
    subprocess.run(["dpkg-deb", "-x", package, tmp_path / "root"], check=True)
    program = tmp_path / "root" / "usr" / "bin" / "tracuu"
    content = made_up(tmp_path / "content", 2)
    # Its own templates, found beside it.
    done = subprocess.run([program, "build", "--content", content, "--output", tmp_path / "site", "--as-of", AS_OF], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert subprocess.run([program, "verify", tmp_path / "site"], capture_output=True).returncode == 0
