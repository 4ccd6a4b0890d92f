#!/usr/bin/env python3
"""Pictures of every kind of page into screenshots/: at five widths, light and dark; at one also in forced colours, enlarged to
200 and 400 per cent and with letters of twice the size; and as printed. Of every case of validity there is, the card.

Names say what is shown: `directive-390-dark.png`, `directive-forced.png`, `directive-zoom-400.png`, `directive-print.png` (and
`.pdf`, page by page), `state-nd-6-vd-390.png`; `en-` stands before those with the interface in English. Run it by
`make screenshots`; kinds may be named (SCREENSHOT_OPTIONS='directive law') so that only these are taken (`states` for the cards),
and `--readme` writes the one picture of the README instead.
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
from harness.content import FIXTURES, copy_of, family  # noqa: E402
from harness.kinds import Sites, all_sites, kinds  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

WIDTHS = (320, 390, 768, 1280, 1440)
# A window of 1280 × 800, and what of it remains for the page when the reader enlarges it.
ZOOMS = {200: (640, 400), 400: (320, 200)}
# A sheet of A4 between its margins, at 96 dots an inch.
PAPER_WIDTH = 658
# A picture of a long page on a busy machine takes its time, in milliseconds.
PATIENCE = 120_000
README = ROOT / "docs" / "record.png"


Kinds = dict[str, tuple[Path, str]]


@contextmanager
def stage() -> Iterator[tuple[Browser, Browser, Sites, Path]]:
    """A browser, one whose reader chose letters of twice the size, every site freshly built, and a folder for more."""
    contents = {"own": CONTENT, "choice": FIXTURES / "choice", "looks": FIXTURES / "looks"}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser, large = launch(playwright), launch(playwright, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26")
        yield browser, large, all_sites(Path(folder), contents, must_build), Path(folder)
        browser.close()
        large.close()


def gallery(folder: Path) -> Kinds:
    """What no page of the other sites shows: each form of finding, and documents with few, some and many around them."""
    samples = must_build(CONTENT, folder / "samples", "--with-examples")
    found = {f"sample-{page.parent.name}": (samples, f"ket-qua/{page.parent.name}/index.html")
             for page in sorted((samples / "ket-qua").glob("*/index.html"))}  # fmt: skip
    for count in (2, 20, 200):
        site = must_build(family(copy_of("editions", folder / f"family-{count}"), count), folder / f"site-{count}")
        found[f"family-{count}"] = (site, "van-ban/2005/ket-luan-1-ban-vi-du/index.html")
        found[f"families-{count}"] = (site, "so-do/index.html")
    return found


def on_screen(browser: Browser, shown: Kinds, pictures: Path, prefix: str = "") -> int:
    taken = 0
    for kind, (site, path) in shown.items():
        for width in WIDTHS:
            for dark in (False, True):
                with watched(browser, f"{site.as_uri()}/", width=width, dark=dark) as watch:
                    page = watch.open(path)
                    page.wait_for_timeout(400)
                    # A picture of the whole page needs all of it laid out.
                    page.evaluate("document.querySelector('[data-long]')?.removeAttribute('data-long')")
                    name = f"{prefix}{kind}-{width}-{'dark' if dark else 'light'}.png"
                    page.screenshot(path=pictures / name, full_page=True, timeout=PATIENCE)
                    taken += 1
                    for trouble in watch.troubles:
                        print(f"{name}: {trouble}", file=sys.stderr)
    return taken


def of_states(browser: Browser, folder: Path, pictures: Path) -> int:
    """The card of every case of validity, wide and on a phone."""
    site = must_build(FIXTURES / "validity", folder / "validity", "--as-of", "2026-11-25")
    taken = 0
    for path in sorted(site.glob("van-ban/*/*/index.html")):
        for width in (390, 1280):
            with watched(browser, f"{site.as_uri()}/", width=width) as watch:
                page = watch.open(path.relative_to(site).as_posix())
                page.locator(".card").screenshot(path=pictures / f"state-{path.parent.name}-{width}.png", timeout=PATIENCE)
                taken += 1
    return taken


def under_conditions(browser: Browser, large: Browser, shown: Kinds, pictures: Path) -> int:
    """Forced colours, the page enlarged, and letters of twice the size."""
    taken = 0
    for kind, (site, path) in shown.items():
        conditions = [("forced", 1280, 900), ("letters-200", 1280, 900)]
        conditions += [(f"zoom-{percent}", width, height) for percent, (width, height) in ZOOMS.items()]
        for name, width, height in conditions:
            with watched(large if name == "letters-200" else browser, f"{site.as_uri()}/", width=width) as watch:
                watch.page.set_viewport_size({"width": width, "height": height})
                watch.page.emulate_media(forced_colors="active" if name == "forced" else "none")
                page = watch.open(path)
                page.wait_for_timeout(400)
                # Of an enlarged page what a reader sees at first; else all of it.
                page.screenshot(path=pictures / f"{kind}-{name}.png", full_page=not name.startswith("zoom"), timeout=PATIENCE)
                taken += 1
    return taken


def on_paper(browser: Browser, shown: Kinds, pictures: Path) -> int:
    for kind, (site, path) in shown.items():
        with watched(browser, f"{site.as_uri()}/", width=PAPER_WIDTH) as watch:
            page = watch.open(path)
            page.wait_for_timeout(400)
            page.pdf(path=pictures / f"{kind}-print.pdf", prefer_css_page_size=True)
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            page.screenshot(path=pictures / f"{kind}-print.png", full_page=True, timeout=PATIENCE)
    return len(shown)


def for_readme(browser: Browser, sites: Sites) -> None:
    README.parent.mkdir(exist_ok=True)
    site, path = kinds(sites)["directive"]
    with watched(browser, f"{site.as_uri()}/", width=1240) as watch:
        page = watch.open(path)
        page.wait_for_timeout(400)
        page.screenshot(path=README, clip={"x": 0, "y": 0, "width": 1240, "height": 780})


def main() -> None:
    with stage() as (browser, large, sites, folder):
        if "--readme" in sys.argv[1:]:
            for_readme(browser, sites)
            print(f"{README.relative_to(ROOT)}: {README.stat().st_size} bytes")
            return
        pictures = ROOT / "screenshots"
        pictures.mkdir(exist_ok=True)
        wanted = set(sys.argv[1:])

        def chosen(shown: Kinds) -> Kinds:
            return {kind: page for kind, page in shown.items() if not wanted or kind in wanted}

        vietnamese = chosen(kinds(sites) | gallery(folder))
        taken = on_screen(browser, vietnamese, pictures) + on_paper(browser, vietnamese, pictures)
        taken += under_conditions(browser, large, vietnamese, pictures)
        taken += on_screen(browser, chosen(kinds(sites, english=True)), pictures, "en-")
        if not wanted or "states" in wanted:
            taken += of_states(browser, folder, pictures)
        print(f"{taken} pictures in screenshots/")


if __name__ == "__main__":
    main()
