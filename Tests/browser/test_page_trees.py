"""What a screen reader is given of each kind of page, as golden files: landmarks, headings, links, states, in reading order.

TRACUU_REWRITE_GOLDEN=1 writes them anew; the difference is to be read before it is kept.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from harness.browser import watched
from harness.command import must_build
from harness.content import FIXTURES
from harness.searchbox import settled
from playwright.sync_api import Browser

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "home": "index.html",
    "directive": "van-ban/2014/kl-3-bvd/index.html",
    "guidance": "van-ban/2020/hd-12-bvd/index.html",
    "without-number": "van-ban/khong-ro/kl-khong-so/index.html",
    "finding": "ket-qua/khao-sat/index.html",
    "page": "trang/trang/index.html",
    "types": "loai/index.html",
    "type": "loai/ket-luan/index.html",
    "number": "so-hieu/03-kl-bvd/index.html",
    "in-force": "hieu-luc/index.html",
    "obligations": "nhiem-vu/index.html",
    "families": "so-do/index.html",
    "results": "tim-kiem/index.html?q=gi%E1%BA%A3+%C4%91%E1%BB%8Bnh",
    "not-found": "404.html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return must_build(FIXTURES / "looks", tmp_path_factory.mktemp("trees") / "site", "--as-of", "2026-11-25")


@pytest.mark.parametrize("kind", PAGES)
def test_a_screen_reader_is_given_the_page_in_its_order(kind: str, site: Path, browser: Browser) -> None:
    with watched(browser, f"{site.as_uri()}/") as watch:
        page = watch.open(PAGES[kind])
        if kind == "results":
            settled(page)
        page.wait_for_timeout(200)
        tree = re.sub(r"\(\d+[,.]\d+ giây\)", "(giây)", page.locator("body").aria_snapshot())
        # Addresses begin with the folder that the site happens to lie in.
        tree = tree.replace(f"{site.as_uri()}/", "") + "\n"
        watch.quiet()
    file = GOLDEN / f"tree-{kind}.yml"
    if os.environ.get("TRACUU_REWRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(tree, encoding="utf-8")
    assert tree == file.read_text(encoding="utf-8")


def test_a_heading_is_read_alone(site: Path, browser: Browser) -> None:
    with watched(browser, f"{site.as_uri()}/") as watch:
        page = watch.open(PAGES["guidance"])
        headings = page.locator(".body :is(h2, h3, h4)")
        assert headings.count() > 1
        for heading in headings.all():
            assert "¶" not in heading.inner_text() and heading.locator("a").count() == 0
        # The link to its address follows it, and says what it leads to.
        assert page.locator("#muc-i + .permalink").get_attribute("aria-label") == "Liên kết tới I. Mục đích, yêu cầu"
