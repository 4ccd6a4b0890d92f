"""What a reader's browser has to fetch besides a page: little, and nothing that only the authors read."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from harness.command import CONTENT, TEMPLATES, must_build

# Bytes, every file compressed by itself as servers do: the style sheets and scripts that records, lists and the home page
# load at once; what the search page has besides; what comes when a search box is first used;
# what comes when a part of a document is first cited or downloaded, and
# when results are.
LIMITS = {".css": 15_000, ".js": 7_500, "search.css": 2_000, "results.js": 5_000, "search*.js": 25_000,
          "download*.js": 4_000, "results-*.js": 700}


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return must_build(CONTENT, tmp_path_factory.mktemp("assets") / "site") / "assets"


@pytest.mark.parametrize("suffix", LIMITS)
def test_scripts_and_style_sheets_are_small(suffix: str, assets: Path) -> None:
    late = {path for name in LIMITS if not name.startswith(".") for path in assets.glob(name)}
    found = set(assets.glob(f"*{suffix}")) - late if suffix.startswith(".") else assets.glob(suffix)
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in sorted(found)}
    assert sizes
    assert sum(sizes.values()) <= LIMITS[suffix], sizes


def test_comments_of_the_authors_are_not_published(assets: Path) -> None:
    published = [path for path in assets.iterdir() if path.suffix in (".js", ".css")]
    assert published
    for path in published:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(//|/\*)|^[ \t]|^$", text.removesuffix("\n"), re.MULTILINE), path.name


def test_no_template_literal_runs_over_lines() -> None:
    """Such a literal would keep its indentation, and hide comments from the trimming."""
    for path in sorted((TEMPLATES / "assets").glob("*.js")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not re.match(r"\s*(//|/?\*)", line):
                assert line.replace("\\`", "").count("`") % 2 == 0, f"{path.name}:{number}"
