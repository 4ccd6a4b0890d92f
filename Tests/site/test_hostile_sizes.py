"""Content that is made to be expensive is read in time that grows with its length, or refused at its place.

What a run may take is set for its process: CPU seconds and memory by limits of the system, never by a watch. The debug build
computes many times slower than the released one, so the CPU limit is generous; what these inputs took before was minutes.
"""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from harness.command import AS_OF, TEMPLATES, Result, arguments

CPU_SECONDS = 10
MEMORY = 500 << 20
HEAD = "---\ntitle: a\naudience: public\n---\n\n"


def bounded_check(content: Path, language: str = "vi") -> Result:
    """`check` within the bounds; what goes beyond ends it by a signal or an allocation that fails."""

    def bind() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))

    command = arguments(
        "check", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF, "--quiet", "--language", language, "--jobs", 1
    )
    done = subprocess.run(command, capture_output=True, preexec_fn=bind, env={**os.environ, "MALLOC_ARENA_MAX": "1"})
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def page(folder: Path, body: str, head: str = HEAD) -> Path:
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages" / "a.md").write_text(head + body, encoding="utf-8")
    return content


def table(columns: int, rows: int, row: str) -> str:
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + (row + "\n") * rows


# A text, and the diagnostic that refuses it; none where it is read.
TEXTS: dict[str, tuple[Callable[[], str], str | None]] = {
    "5,000 columns over 5,000 short rows": (lambda: table(5_000, 5_000, "|1|"), "TC453 pages/a.md:7:1"),
    "20,000 columns": (lambda: table(20_000, 1, "|1|"), "TC453 pages/a.md:7:1"),
    "500 columns over 5,000 short rows": (lambda: table(500, 5_000, "|1|"), "TC454"),
    "the same in a quotation": (lambda: "> " + table(500, 5_000, "> |1|").replace("\n|-", "\n> |-"), "TC454"),
    "a large table that is whole": (lambda: table(40, 2_000, "|" + "1|" * 40), None),
    "images that never end": (lambda: "![[]()" * 50_000, "TC456 pages/a.md:6:1"),
    "as many in paragraphs": (lambda: "\n\n".join("![[]()" * 20 for _ in range(2_500)), None),
    "brackets": (lambda: "[" * 200_000, "TC456 pages/a.md:6:1"),
    "brackets and emphasis": (lambda: "[a](b" * 30_000 + "**x *y " * 30_000, "TC456 pages/a.md:6:1"),
    "code spans": (lambda: "".join("e" + "`" * n for n in range(1, 1_000)), "TC456 pages/a.md:6:1"),
    "tags": (lambda: "<a b" * 50_000, "TC456 pages/a.md:6:1"),
    "entities": (lambda: "&" * 100_000, "TC456 pages/a.md:6:1"),
    "quotations in quotations": (lambda: ">" * 10_000, "TC413 pages/a.md:6:1"),
    "lines": (lambda: "a\n" * 500_000, "TC455"),
    "decomposed text": (lambda: "Tra cu\u031b\u0301u va\u0306n ba\u0309n ki\u0323p tho\u031b\u0300i.\n\n" * 60_000, None),
    "marks on a letter": (lambda: "a" + "\u0301" * 200_000, "TC025 pages/a.md:6:32"),
    "marks in turn": (lambda: "a" + "\u0301\u0323" * 100_000, "TC025 pages/a.md:6:32"),
    "other scripts": (lambda: "\u0915\u094d\u0937\u093f \u0e01\u0e34\u0e49 \u1112\u1161\u11ab " * 50_000, None),
    "footnotes": (lambda: "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(5_000)), None),
    "headings": (lambda: "".join(f"## Điều {n}. A\n\nb\n\n" for n in range(5_000)), None),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_or_refused_within_bounds(text: str, tmp_path: Path) -> None:
    make, code = TEXTS[text]
    content = page(tmp_path, make())
    result = bounded_check(content)
    if code is None:
        assert result.code == 0, str(result)[:2000]
    else:
        found = result.diagnostics(content)
        assert result.code == 1 and len(found) == 1 and found[0].startswith(code), str(result)[:2000]


YAML: dict[str, tuple[Callable[[], str], str]] = {
    "keys": (lambda: "".join(f"k{n}: 1\n" for n in range(40_000)), "TC151 pages/a.md:1002:1"),
    "nested lists": (lambda: "x: " + "[" * 100_000 + "\n", "TC106 pages/a.md:4"),
    "nested mappings": (lambda: "x: " + "{a: " * 50_000 + "\n", "TC106 pages/a.md:4"),
    "nested blocks": (lambda: "".join(" " * n + f"a{n}:\n" for n in range(400)), "TC106"),
    "a list": (lambda: "x:\n" + "- a\n" * 100_000, "TC107 pages/a.md:4:1"),
    "aliases": (lambda: "x: &a [1]\ny: *a\n", "TC105"),
    "more than front matter may hold": (lambda: "x: '" + "a" * (5 << 20) + "'\n", "TC151 pages/a.md:2:1"),
}


@pytest.mark.parametrize("yaml", YAML)
def test_front_matter_is_read_or_refused_within_bounds(yaml: str, tmp_path: Path) -> None:
    make, code = YAML[yaml]
    content = page(tmp_path, "a\n", head=f"---\ntitle: a\naudience: public\n{make()}---\n\n")
    result = bounded_check(content)
    found = result.diagnostics(content)
    assert result.code == 1 and found and found[0].startswith(code), str(result)[:2000]
    assert len(result.err) < 1_000_000, "a report that somebody can read"


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    content = page(tmp_path, "a\n")
    for name in ("pages/b.md", "site.yml", "vocabulary/topics.yml", "attachments/phim.mp4"):
        (content / name).parent.mkdir(exist_ok=True)
        with (content / name).open("wb") as huge:
            # A hole: as long as a terabyte, and takes no disk.
            huge.truncate(1 << 40)
    result = bounded_check(content)
    assert result.code == 1 and result.diagnostics(content) == [
        "TC024 attachments/phim.mp4:1:1", "TC024 pages/b.md:1:1", "TC024 site.yml:1:1", "TC024 vocabulary/topics.yml:1:1",
    ], result
