"""What a reader's browser has to fetch besides a page: little, and nothing that only the authors read."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from harness.command import CONTENT, TEMPLATES, asset, must_build
from harness.content import made_up

# Bytes, every file compressed by itself as servers do: the style sheets and scripts that records, lists and the home page
# load at once; what the search page has besides; what comes when a search box is first used;
# what comes when a part of a document is first cited or downloaded, and
# when results are; and what only pages opened from disk load.
LIMITS = {".css": 15_000, ".js": 7_500, "search.*.css": 2_000, "results.*.js": 5_000, "search*.js": 25_000,
          "download*.js": 4_000, "results-*.js": 700, "disk*.js": 700}


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


def test_names_tell_the_content_and_nothing_asks_for_another(assets: Path) -> None:
    """Every name has the digest of its file in it, so that a page or script that names one means these bytes."""
    names = {path.name for path in assets.iterdir()}
    for name in names:
        digest = hashlib.sha256((assets / name).read_bytes()).hexdigest()[:8]
        assert re.fullmatch(rf"[a-z-]+[.]{digest}[.](css|js|svg)", name), name
    asked = set()
    for path in assets.parent.rglob("*"):
        if path.suffix in (".html", ".js", ".xml"):
            asked |= {(found[1], path) for found in re.finditer(r"[\"'`}/]assets/([\w./-]+)", path.read_text(encoding="utf-8"))}
    assert {name for name, _ in asked} == names


def test_another_style_gives_its_pages_another_name_for_it(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    content = made_up(tmp_path / "content", 1)
    site = must_build(content, tmp_path / "site", "--templates", templates)
    before = {name: asset(site, name) for name in ("site.css", "search.js", "search-box.js", "page.js")}
    for name in ("base.css", "search-correction.js"):
        with (templates / "assets" / name).open("a") as file:
            file.write("\n.mau { color: red; }\n" if name.endswith("css") else "\nglobalThis.mau = 1;\n")
    site = must_build(content, tmp_path / "site", "--templates", templates)
    after = {name: asset(site, name) for name in before}
    # A script changes its name with the one that it loads.
    assert {name for name in before if before[name] != after[name]} == {"site.css", "search.js", "search-box.js"}
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert before["site.css"] not in text and after["site.css"] in text, page


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
