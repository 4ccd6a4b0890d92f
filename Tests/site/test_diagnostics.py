"""Every mistake is named by code, file, line and column.

One folder of `fixtures/invalid` for each mistake: `CODE-what-is-wrong/`, a content folder with a file `expected.txt` that
lists all errors and warnings which `tracuu check` finds in it, and such notes as are worth a line:

    TC107 directives/a.md:7:1
    # command: build --edition public      another command than `check`; options may follow
    # any other line that begins like this is a comment

A folder `templates/` beside the records takes the place of the project's own templates.
"""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import pytest
from harness.command import AS_OF, TEMPLATES, tracuu
from harness.content import FIXTURES

INVALID = FIXTURES / "invalid"
# Codes whose fixture is elsewhere, each with its reason.
WITHOUT_FIXTURE: dict[str, str] = {
    **{f"TC{number}": "mistakes in templates: Tests/SiteTests has one of each" for number in range(501, 518)},
    "TC003": "a broken link does not travel in a repository; it is made while the test runs, below",
    "TC021": "pipes and sockets do not travel in a repository: test_odd_files.py makes them",
    "TC022": "a link to a file outside: test_odd_files.py makes it",
    "TC023": "links in circles: test_odd_files.py makes them",
    "TC024": "a file of a terabyte: test_hostile_sizes.py makes it",
    "TC026": "a repository with such names could not be checked out on Windows: test_odd_files.py makes them",
    "TC027": "the same",
    "TC151": "test_hostile_sizes.py makes it",
    **{f"TC{number}": "large texts: test_hostile_sizes.py makes them" for number in range(453, 457)},
    "TC414": "a body of that size is made while the test runs, below",
}


@functools.cache
def catalogue() -> dict[str, str]:
    """The severity of every code that the command knows."""
    result = tracuu("check", "--list-codes")
    assert result.code == 0, result
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert rows and all(len(row) == 3 for row in rows), "code, severity and message, tab-separated"
    return {code: severity for code, severity, _ in rows}


def cases() -> list[Path]:
    return sorted(path for path in INVALID.iterdir() if path.is_dir())


def expectation(case: Path) -> tuple[list[str], list[str]]:
    """The command to run, and the diagnostics to come."""
    command, expected = ["check"], []
    for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# command:"):
            command = line.removeprefix("# command:").split()
        elif line.strip() and not line.startswith("#"):
            expected.append(line.strip())
    return command, expected


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_mistake_is_named_where_it_stands(case: Path, language: str, tmp_path: Path) -> None:
    (verb, *options), expected = expectation(case)
    assert any(line.startswith(case.name[:5]) for line in expected), "the folder's own code is not expected in it"
    content = Path(shutil.copytree(case, tmp_path / "content"))
    templates = TEMPLATES
    if (content / "templates").is_dir():
        templates = Path(shutil.move(content / "templates", tmp_path / "templates"))
    if verb == "build":
        options += ["--output", str(tmp_path / "site")]
    result = tracuu(
        verb, "--content", content, "--templates", templates, "--as-of", AS_OF, "--language", language, *options
    )
    codes = {line.split()[0] for line in expected}
    found = [
        line
        for line in result.diagnostics(content, templates)
        if catalogue()[line.split()[0]] != "note" or line.split()[0] in codes
    ]
    assert found == expected, result
    assert result.code == (1 if any(catalogue()[code] == "error" for code in codes) else 0), result


def test_every_code_has_a_fixture() -> None:
    shown = {case.name[:5] for case in cases()}
    assert shown <= catalogue().keys(), "fixtures of codes that are no more"
    assert catalogue().keys() - shown - WITHOUT_FIXTURE.keys() == set(), "codes without a fixture"
    assert WITHOUT_FIXTURE.keys() <= catalogue().keys() - shown, "excuses that are not needed any more"


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages" / "a.md").symlink_to("khong-co.md")
    result = tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF)
    assert result.code == 1 and result.diagnostics(content) == ["TC003 pages/a.md:1:1"], result


def test_a_body_that_is_too_long_is_refused(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages" / "a.md").write_text("---\ntitle: a\naudience: public\n---\n\n" + "chữ " * (13 << 20), encoding="utf-8")
    result = tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF)
    assert result.code == 1 and result.diagnostics(content) == ["TC414 pages/a.md:6:1"], result


def test_the_projects_own_collection_has_no_errors() -> None:
    result = tracuu("check", "--content", FIXTURES.parents[2] / "content", "--templates", TEMPLATES, "--as-of", AS_OF)
    assert result.code == 0, result


def test_a_picture_is_not_called_unused_while_a_record_cannot_be_read(tmp_path: Path) -> None:
    content = Path(shutil.copytree(FIXTURES / "bare", tmp_path / "content"))
    (content / "attachments").mkdir(exist_ok=True)
    (content / "attachments" / "hinh.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe")
    options = ("--content", content, "--templates", TEMPLATES, "--as-of", AS_OF)
    shown = tracuu("check", *options).err
    # The picture is named; its bytes are no line to read.
    assert "TC809" in shown and "hinh.png" in shown and "PNG" not in shown.replace("hinh.png", ""), shown
    record = next(path for path in sorted(content.rglob("*.md")) if "vocabulary" not in path.parts)
    record.write_text(record.read_text(encoding="utf-8").replace("---\n", "---\nrelations\n - a: [\n", 1), encoding="utf-8")
    shown = tracuu("check", *options).err
    assert "TC809" not in shown and ": lỗi TC1" in shown, shown
