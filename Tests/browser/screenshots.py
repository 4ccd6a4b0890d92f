#!/usr/bin/env python3
"""Pictures of every kind of page into screenshots/: at a phone's and a desk's width, light, dark and as printed.

Names say what is shown: `directive-390-dark.png`, `directive-print.png` (and `.pdf`, page by page); `en-` stands before
those with the interface in English. `--readme` writes the one picture of the README instead. Run it by `make screenshots`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests"))

from harness.browser import launch, watched  # noqa: E402
from harness.command import CONTENT, must_build  # noqa: E402
from harness.content import FIXTURES  # noqa: E402
from harness.kinds import Sites, all_sites, kinds  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

WIDTHS = (390, 1280)
# A sheet of A4 between its margins, at 96 dots an inch.
PAPER_WIDTH = 658
README = ROOT / "docs" / "record.png"


@contextmanager
def stage() -> Iterator[tuple[Browser, Sites]]:
    """A browser, and every site freshly built."""
    contents = {"own": CONTENT, "choice": FIXTURES / "choice", "looks": FIXTURES / "looks"}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser, all_sites(Path(folder), contents, must_build)
        browser.close()


def on_screen(browser: Browser, sites: Sites, pictures: Path) -> int:
    taken = 0
    for english in (False, True):
        for kind, (site, path) in kinds(sites, english=english).items():
            for width in WIDTHS:
                for dark in (False, True):
                    with watched(browser, f"{site.as_uri()}/", width=width, dark=dark) as watch:
                        page = watch.open(path)
                        page.wait_for_timeout(400)
                        # A picture of the whole page needs all of it laid out.
                        page.evaluate("document.querySelector('[data-long]')?.removeAttribute('data-long')")
                        name = f"{'en-' if english else ''}{kind}-{width}-{'dark' if dark else 'light'}.png"
                        page.screenshot(path=pictures / name, full_page=True)
                        taken += 1
                        for trouble in watch.troubles:
                            print(f"{name}: {trouble}", file=sys.stderr)
    return taken


def on_paper(browser: Browser, sites: Sites, pictures: Path) -> int:
    shown = kinds(sites)
    for kind, (site, path) in shown.items():
        with watched(browser, f"{site.as_uri()}/", width=PAPER_WIDTH) as watch:
            page = watch.open(path)
            page.wait_for_timeout(400)
            page.pdf(path=pictures / f"{kind}-print.pdf", prefer_css_page_size=True)
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            page.screenshot(path=pictures / f"{kind}-print.png", full_page=True)
    return len(shown)


def for_readme(browser: Browser, sites: Sites) -> None:
    README.parent.mkdir(exist_ok=True)
    site, path = kinds(sites)["directive"]
    with watched(browser, f"{site.as_uri()}/", width=1240) as watch:
        page = watch.open(path)
        page.wait_for_timeout(400)
        page.screenshot(path=README, clip={"x": 0, "y": 0, "width": 1240, "height": 780})


def main() -> None:
    with stage() as (browser, sites):
        if "--readme" in sys.argv[1:]:
            for_readme(browser, sites)
            print(f"{README.relative_to(ROOT)}: {README.stat().st_size} bytes")
            return
        pictures = ROOT / "screenshots"
        pictures.mkdir(exist_ok=True)
        print(f"{on_screen(browser, sites, pictures) + on_paper(browser, sites, pictures)} pictures in screenshots/")


if __name__ == "__main__":
    main()
