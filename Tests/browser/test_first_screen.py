"""The answer first: a record's first screen names the document, its state, what guides and changes it, and says whether this is its
text or a summary; and lists end. Of every record of the project's own collection, of every case of validity, and of real
statutes where they are at hand (TRACUU_DATA, TRACUU_TOOLS)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.command import CONTENT, must_build
from harness.content import FIXTURES
from playwright.sync_api import Browser, Page

DATA, TOOLS = os.environ.get("TRACUU_DATA"), os.environ.get("TRACUU_TOOLS")
SCREENS = {"desk": (1280, 720), "phone": (390, 844), "tablet": (768, 1024), "large desk": (1440, 900)}
# A list ends after so many pixels on a phone.
LONGEST_LIST = 6000
STATUTES = 300

# What does not lie in the window whole, of what must be said there. A title of many lines is cut; it counts by its first.
MISSING = """() => {
    const wanted = [['document', 'h1 .card-number, h1 .card-title'], ['answers', '.answers'], ['text or summary', '.text-kind']];
    return wanted.filter(([, selector]) => {
        const part = document.querySelector(selector);
        if (!part || !part.textContent.trim()) return true;
        const box = part.getBoundingClientRect();
        return box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth;
    }).map(([name]) => name).concat(
        document.querySelectorAll('.answers dt').length < (location.href.includes('/ket-qua/') ? 2 : 3) ? ['three answers'] : []);
}"""


@pytest.fixture(scope="module", params=["own", "examples", "validity", "statutes"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first-screen")
    if request.param == "own":
        return must_build(CONTENT, folder / "site")
    if request.param == "examples":
        return must_build(CONTENT, folder / "site", "--with-examples")
    if request.param == "validity":
        return must_build(FIXTURES / "validity", folder / "site", "--as-of", "2026-11-25")
    if not (DATA and TOOLS):
        pytest.skip("needs TRACUU_DATA and TRACUU_TOOLS")
    make = [sys.executable, f"{TOOLS}/make_records.py", "statutes", str(folder / "content"), "--n", str(STATUTES)]
    subprocess.run(make, check=True, capture_output=True)
    return must_build(folder / "content", folder / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # By finger, for which buttons are larger: what fits then fits by mouse, too.
    context = browser.new_context(has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def pages(site: Path, *patterns: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for pattern in patterns for path in site.glob(pattern))


# A third of the records at a time, so that a busy machine comes to an end with each.
@pytest.mark.parametrize("third", range(3))
def test_the_first_screen_of_every_record_answers(third: int, site: Path, page: Page) -> None:
    records = pages(site, "van-ban/*/*/index.html", "ket-qua/*/index.html")[third::3]
    assert records
    wanting = {}
    for path in records:
        page.goto(f"{site.as_uri()}/{path}", wait_until="domcontentloaded")
        if page.locator(".card").count() == 0 and page.locator("meta[http-equiv=refresh]").count():
            continue
        for screen, (width, height) in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            if missing := page.evaluate(MISSING):
                wanting[path, screen] = missing
    assert wanting == {}


def test_every_list_ends(site: Path, page: Page) -> None:
    lists = pages(site, "loai/**/index.html", "co-quan/**/index.html", "chu-de/**/index.html", "nam/**/index.html",
                  "hieu-luc/**/index.html", "nhiem-vu/index.html", "ket-qua/index.html", "so-hieu/*/index.html")  # fmt: skip
    assert lists
    endless = {}
    page.set_viewport_size(dict(zip(("width", "height"), SCREENS["phone"])))
    for path in lists:
        page.goto(f"{site.as_uri()}/{path}")
        height = page.evaluate("document.documentElement.scrollHeight")
        if height > LONGEST_LIST:
            endless[path] = height
    assert endless == {}
