"""Pipes, devices, sockets, links that lead out or in circles, names that Windows refuses: each is named, nothing hangs, and
nothing outside the content folder is read, published or written."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from harness.command import AS_OF, TEMPLATES, build, tracuu
from harness.content import made_up, record

SECRET = "canary-ngoai-thu-muc"
SURVEY = """---
title: Khảo sát ví dụ
form: survey
issued: 2021-01-01
tables:
  - {id: bang, question: Hỏi, data: DATA}
audience: public
---
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return made_up(tmp_path / "content", 2)


def check(content: Path, *options: object, templates: Path = TEMPLATES) -> list[str]:
    result = tracuu("check", "--content", content, "--templates", templates, "--as-of", AS_OF, "--quiet", *options)
    assert result.code in (0, 1), result
    return result.diagnostics(content, templates)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def unix_socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def link_to_pipe(path: Path) -> None:
    os.mkfifo(path.parent / ".ong")
    path.symlink_to(".ong")


def link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


MAKERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (pipe, "TC021"),
    "a socket": (unix_socket, "TC021"),
    "a link to a pipe": (link_to_pipe, "TC021"),
    "a link to a device": (link_to_device, "TC022"),
}
PLACES = ["site.yml", "vocabulary/types.yml", "directives/kl-1.md", "attachments/a.pdf", "search-tests.tsv", "ghi-chu.txt"]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_file_is_named_and_never_waited_for(kind: str, place: str, content: Path) -> None:
    make, code = MAKERS[kind]
    path = content / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    assert check(content) == [f"{code} {place}:1:1"]
    assert [found.split()[0] for found in check(content, "--follow-links")] == ["TC021"]
    assert tracuu("check", "--fix", "--yes", "--content", content, "--templates", TEMPLATES).code == 1


@pytest.mark.parametrize("kind", MAKERS)
def test_a_table_that_is_no_file_is_named_where_the_record_names_it(kind: str, content: Path) -> None:
    (content / "findings").mkdir()
    (content / "findings" / "ks.md").write_text(SURVEY.replace("DATA", "bang.csv"), encoding="utf-8")
    make, code = MAKERS[kind]
    make(content / "findings" / "bang.csv")
    found = check(content)
    assert f"{code} findings/bang.csv:1:1" in found and any(line.startswith(f"{code} findings/ks.md:6:") for line in found)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("place", ["layout.mustache", "assets/base.css", "strings.ini"])
def test_templates_that_are_no_files_are_named(kind: str, place: str, content: Path, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (templates / place).unlink()
    make, code = MAKERS[kind]
    make(templates / place)
    assert f"{code} {place}:1:1" in check(content, templates=templates)


def outside(folder: Path) -> Path:
    """A folder beside the content, with something of each kind to lead to."""
    other = folder / "ngoai"
    other.mkdir()
    (other / "kl-9.md").write_text(record(9, title=SECRET), encoding="utf-8")
    (other / "bang.csv").write_text(f",Tất cả\n{SECRET},600\nKhác,400\n", encoding="utf-8")
    (other / "a.txt").write_text(SECRET, encoding="utf-8")
    return other


@pytest.mark.parametrize("is_folder", [False, True])
@pytest.mark.parametrize("place", ["directives", "attachments"])
def test_links_out_of_the_folder_are_refused_unless_asked_for(is_folder: bool, place: str, content: Path, tmp_path: Path) -> None:
    other = outside(tmp_path)
    name = "kl-9.md" if place == "directives" else "a.txt"
    (content / place).mkdir(exist_ok=True)
    link = content / place / ("ngoai" if is_folder else name)
    link.symlink_to(other if is_folder else other / name)
    page = content / "directives" / "kl-1.md"
    if place == "attachments":
        inside = f"../attachments/{'ngoai/' if is_folder else ''}{name}"
        page.write_text(record(1, text=f"[Tệp]({inside})"), encoding="utf-8")
    found = check(content)
    assert f"TC022 {link.relative_to(content)}:1:1" in found
    assert build(content, tmp_path / "site").code == 1 and not (tmp_path / "site").exists()
    assert build(content, tmp_path / "site", "--follow-links").code == 0
    pages = [path for path in (tmp_path / "site").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert pages, "what was asked for is there"


def test_a_table_outside_the_folder_is_not_read(content: Path, tmp_path: Path) -> None:
    other = outside(tmp_path)
    (content / "findings").mkdir()
    (content / "findings" / "ks.md").write_text(SURVEY.replace("DATA", "bang.csv"), encoding="utf-8")
    (content / "findings" / "bang.csv").symlink_to(other / "bang.csv")
    result = tracuu("check", "--content", content, "--templates", TEMPLATES)
    assert result.code == 1 and SECRET not in result.err + result.out and "TC022" in result.err, result


@pytest.mark.parametrize("place", ["site.yml", "vocabulary/topics.yml", "directives/kl-8.md"])
def test_messages_quote_nothing_from_outside(place: str, content: Path, tmp_path: Path) -> None:
    outsider = tmp_path / "passwd"
    outsider.write_text(f"{SECRET}: [\n", encoding="utf-8")
    (content / place).parent.mkdir(exist_ok=True)
    (content / place).symlink_to(outsider)
    result = tracuu("check", "--quiet", "--content", content, "--templates", TEMPLATES)
    assert result.code == 1 and SECRET not in result.err and result.diagnostics(content) == [f"TC022 {place}:1:1"], result


def test_fixes_are_never_written_outside(content: Path, tmp_path: Path) -> None:
    other = outside(tmp_path)
    wrong = record(9).replace("2021-01-10", "10/1/2021")
    (other / "kl-9.md").write_text(wrong, encoding="utf-8")
    (content / "directives" / "kl-9.md").symlink_to(other / "kl-9.md")
    (content / "directives" / "ngoai").symlink_to(other)
    (content / "directives" / "kl-1.md").write_text(record(1).replace("2021-01-02", "2/1/2021"), encoding="utf-8")
    for options in ([], ["--follow-links"]):
        tracuu("check", "--fix", "--yes", "--content", content, "--templates", TEMPLATES, *options)
        assert (other / "kl-9.md").read_text(encoding="utf-8") == wrong
        assert sorted(path.name for path in other.iterdir()) == ["a.txt", "bang.csv", "kl-9.md"]
    assert "2021-01-02" in (content / "directives" / "kl-1.md").read_text(encoding="utf-8"), "what is inside is fixed"


def test_links_inside_the_folder_are_read(content: Path, tmp_path: Path) -> None:
    (content / "attachments").mkdir()
    (content / "attachments" / "a.txt").write_text("chữ", encoding="utf-8")
    (content / "attachments" / "b.txt").symlink_to("a.txt")
    (content / "directives" / "kl-1.md").write_text(record(1, text="[Tệp](../attachments/b.txt)"), encoding="utf-8")
    assert check(content) == []
    assert build(content, tmp_path / "site").code == 0
    assert (tmp_path / "site" / "tep" / "b.txt").read_text(encoding="utf-8") == "chữ"


def test_the_content_folder_itself_may_be_a_link(content: Path, tmp_path: Path) -> None:
    (tmp_path / "lien-ket").symlink_to(content)
    assert check(tmp_path / "lien-ket") == []


def test_links_in_circles_are_named(content: Path) -> None:
    (content / "directives" / "vong").symlink_to("..")
    (content / "pages").mkdir()
    (content / "pages" / "a").symlink_to("b")
    (content / "pages" / "b").symlink_to("a")
    (content / "pages" / "c.md").symlink_to("c.md")
    assert check(content) == [
        "TC023 directives/vong:1:1", "TC023 pages/a:1:1", "TC023 pages/b:1:1", "TC023 pages/c.md:1:1",
    ]


def test_many_links_to_each_other_end(content: Path) -> None:
    folders = [content / "pages" / f"f{number}" for number in range(6)]
    for folder in folders:
        folder.mkdir(parents=True)
    for folder in folders:
        for other in folders:
            (folder / f"den-{other.name}").symlink_to(f"../{other.name}")
    found = check(content)
    assert found and {line.split()[0] for line in found} == {"TC023"}


WINDOWS_NAMES = ["con.txt", "NUL.txt", "aux", "com1.tar.gz", "lpt9.txt", "con .txt", "a:b.txt", "a?.txt", "cuoi.", "cuoi "]


@pytest.mark.parametrize("name", WINDOWS_NAMES)
@pytest.mark.parametrize("folder", ["attachments", "attachments/con"])
def test_names_that_windows_refuses_are_named(name: str, folder: str, content: Path) -> None:
    (content / folder).mkdir(parents=True)
    (content / folder / name).write_text("a", encoding="utf-8")
    result = tracuu("check", "--content", content, "--templates", TEMPLATES, "--language", "en")
    assert result.code == 1 and f"{folder}/{name}:1:1: error TC026: Windows cannot use the name" in result.err


@pytest.mark.parametrize("name", ["console.txt", "com.txt", "com10.txt", "auxiliary.txt", "nu.txt", "lpt.txt", "a con.txt"])
def test_names_that_only_look_so_are_left_alone(name: str, content: Path) -> None:
    (content / "attachments").mkdir()
    (content / "attachments" / name).write_text("a", encoding="utf-8")
    assert check(content) == []


def test_ids_that_windows_refuses_are_named_where_they_stand(content: Path) -> None:
    (content / "vocabulary").mkdir()
    (content / "vocabulary" / "topics.yml").write_text("- {id: nul, name: Không}\n", encoding="utf-8")
    (content / "pages").mkdir()
    (content / "pages" / "con.md").write_text("---\ntitle: Con\naudience: public\n---\n\nA\n", encoding="utf-8")
    (content / "directives" / "kl-1.md").write_text(record(1).replace("audience", "former-ids: [aux]\naudience"), encoding="utf-8")
    (content / "findings").mkdir()
    (content / "findings" / "ks.md").write_text(SURVEY.replace("id: bang", "id: prn").replace("DATA", "b.csv"), encoding="utf-8")
    found = [line.rsplit(":", 1)[0] for line in check(content) if line.startswith("TC026")]
    assert found == [
        "TC026 directives/kl-1.md:7", "TC026 findings/ks.md:6", "TC026 pages/con.md:1", "TC026 vocabulary/topics.yml:1",
    ]


def test_names_that_differ_in_case_alone_are_named(content: Path) -> None:
    (content / "attachments" / "So").mkdir(parents=True)
    (content / "attachments" / "so").mkdir()
    for name in ("QD.txt", "qd.txt", "ch\u1eef.txt", "chu\u031b\u0303.txt", "So/a.txt", "so/b.txt"):
        (content / "attachments" / name).write_text("a", encoding="utf-8")
    found = check(content)
    assert len(found) == 3 and all(line.startswith("TC027 attachments/") for line in found), found


def test_standard_streams_that_fail_do_no_harm(content: Path, tmp_path: Path) -> None:
    (content / "directives" / "kl-1.md").write_text("không có gì", encoding="utf-8")
    command = [os.environ.get("TRACUU", ".build/release/tracuu"), "check", "--content", str(content), "--templates", str(TEMPLATES)]
    for redirection, code in {
        "2>/dev/full": 1, "2>&-": 1, "2>/dev/null": 1, ">/dev/full --format json": 3, ">&- --format json": 3,
    }.items():
        shell = subprocess.run(f"{' '.join(command)} {redirection}", shell=True, capture_output=True)
        assert shell.returncode == code, redirection
    # The reader is gone before anything is written.
    reading, writing = os.pipe()
    os.close(reading)
    for stream, code in {"stdout": 3, "stderr": 1}.items():
        options = ["--format", "json"] if stream == "stdout" else []
        done = subprocess.run([*command, *options], **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: writing})
        assert done.returncode == code, stream
    os.close(writing)


def test_a_closed_stream_is_not_taken_by_a_file(content: Path, tmp_path: Path) -> None:
    command = [os.environ.get("TRACUU", ".build/release/tracuu"), "build", "--content", str(content), "--templates", str(TEMPLATES)]
    shell = subprocess.run(f"{' '.join(command)} --output {tmp_path}/site 2>&- >&- <&-", shell=True)
    assert shell.returncode == 0 and tracuu("verify", tmp_path / "site").code == 0


def test_messages_cannot_steer_a_terminal(content: Path) -> None:
    name = "kl-\x1b[2J\u202e\x9b.md"
    (content / "directives" / name).write_text(record(5).replace("title:", "tit\u202eel\x85:"), encoding="utf-8")
    for options in ([], ["--format", "github"]):
        result = tracuu("check", "--content", content, "--templates", TEMPLATES, *options)
        said = result.err + result.out
        assert result.code == 1 and not any(sign in said for sign in "\x1b\x9b\u202e\x85"), result
    assert "\\u{1B}" in said and "\\u{202E}" in said
