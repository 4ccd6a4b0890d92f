"""A build with nothing changed: the same report, no file touched; and whatever makes it a real build again."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from harness.command import Result, build, must_build, tracuu
from harness.content import made_up, record
from harness.trees import files

QUICK = "unchanged"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A collection with a warning, last changed long enough ago that any change shows in a file's times."""
    made = made_up(tmp_path / "content", 3)
    warned = record(9).replace("issued: 2021-01-10", "issued: 2021-01-10\neffective: 2020-01-01")
    (made / "directives" / "kl-9.md").write_text(warned, encoding="utf-8")
    time.sleep(0.1)
    return made


@pytest.fixture
def site(content: Path, tmp_path: Path) -> Path:
    """Published twice: the second build learns what the first left too fresh to be sure of."""
    made = must_build(content, tmp_path / "site")
    time.sleep(0.1)
    must_build(content, made)
    return made


def rebuilt(content: Path, site: Path, *options: object) -> tuple[Result, bool]:
    """The result of a build, and whether it was found that nothing had to be done."""
    result = build(content, site, "--verbose", *options)
    return result, any(line.startswith(QUICK) for line in result.err.splitlines())


def stamps(site: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in [site, *site.rglob("*")]}


def test_nothing_is_done_and_the_report_is_the_same(content: Path, site: Path) -> None:
    before = stamps(site)
    result, quick = rebuilt(content, site)
    assert quick and result.code == 0
    assert "TC117" in result.err
    assert "0 removed" in result.err or "bỏ 0" in result.err
    assert stamps(site) == before


@pytest.mark.parametrize("change", ["text", "new file", "removed file", "same bytes"])
def test_any_change_of_the_content_makes_a_build(change: str, content: Path, site: Path, tmp_path: Path) -> None:
    file = content / "directives" / "kl-2.md"
    if change == "text":
        # The same size and the same time of modification: only the entry's own time tells.
        old = file.stat()
        file.write_text(file.read_text(encoding="utf-8").replace("Nội", "Nôi"), encoding="utf-8")
        os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    elif change == "new file":
        (content / "directives" / "kl-5.md").write_text(record(5), encoding="utf-8")
    elif change == "removed file":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes())
    _, quick = rebuilt(content, site)
    assert not quick
    assert files(site) == files(must_build(content, tmp_path / "clean"))


def test_other_options_make_a_build(content: Path, site: Path) -> None:
    assert not rebuilt(content, site, "--as-of", "2026-02-01")[1]
    assert not rebuilt(content, site, "--edition", "public", "--replace-edition")[1]


@pytest.mark.parametrize("damage", ["changed", "removed", "added"])
def test_a_site_that_somebody_changed_is_put_right(damage: str, content: Path, site: Path) -> None:
    before = files(site)
    page = site / "index.html"
    if damage == "changed":
        page.write_text("khác", encoding="utf-8")
    elif damage == "removed":
        page.unlink()
    else:
        (site / "la.html").write_text("lạ", encoding="utf-8")
    assert not rebuilt(content, site)[1]
    assert files(site) == before


@pytest.mark.parametrize("note", [b"", b"{}", b"\x00\xff", b'{"version": 99, "inputs": "", "manifest": ""}'])
def test_a_note_that_is_not_understood_is_passed_over(note: bytes, content: Path, site: Path) -> None:
    before = files(site)
    path = site.parent / f".{site.name}.spare" / "receipt"
    good = path.read_bytes()
    path.write_bytes(note)
    result, quick = rebuilt(content, site)
    assert not quick and result.code == 0 and files(site) == before
    path.write_bytes(good[: len(good) // 2])
    assert not rebuilt(content, site)[1]
    assert rebuilt(content, site)[1]


def test_the_published_tree_verifies_afterwards(content: Path, site: Path) -> None:
    rebuilt(content, site)
    assert tracuu("verify", site).code == 0
