"""Pages of findings with their tables and pictures: the samples of each form, at both widths and in both colour schemes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from harness.browser import watched
from harness.command import CONTENT, must_build
from harness.server import Server
from playwright.sync_api import Browser, expect

AXE = Axe()
PAGES = ("dieu-tra-tiep-dan-2017", "dieu-tra-tiep-dan-2020", "dieu-tra-tiep-dan-2024", "nam-bat-quy-1-2024", "so-ket-3-nam")


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that has every form and every picture."""
    site: Path = must_build(CONTENT, tmp_path_factory.mktemp("gallery") / "site", "--with-examples")
    with Server(site) as server:
        yield server.base


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_a_finding_breaks_no_rule_and_fits(name: str, width: int, dark: bool, gallery: str, browser: Browser) -> None:
    with watched(browser, gallery, width=width, dark=dark) as watch:
        page = watch.open(f"ket-qua/{name}/index.html")
        found = AXE.run(page).response["violations"]
        assert [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        watch.quiet()


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, "wide", "narrow"), (320, "narrow", "wide")])
def test_the_picture_that_fits_is_the_one_that_shows(
    width: int, shown: str, hidden: str, gallery: str, browser: Browser
) -> None:
    with watched(browser, gallery, width=width) as watch:
        page = watch.open("ket-qua/dieu-tra-tiep-dan-2024/index.html")
        for picture in page.locator("figure.picture").all():
            expect(picture.locator(f"svg.chart-{shown}")).to_be_visible()
            expect(picture.locator(f"svg.chart-{hidden}")).to_be_hidden()
        # Words keep a size that can be read.
        sizes = page.evaluate(
            "[...document.querySelectorAll('svg.chart text')].filter(e => e.getBoundingClientRect().width > 0)"
            ".map(e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a)"
        )
        assert sizes and min(sizes) >= 10
