#!/usr/bin/env python3
"""Pictures of every kind of page, at a phone's and a desk's width, light and dark, into screenshots/.

Names say what is shown: `directive-390-dark.png`. Run it by `make screenshots`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests"))

from harness.browser import launch, watched  # noqa: E402
from harness.command import CONTENT, must_build  # noqa: E402
from harness.content import FIXTURES  # noqa: E402
from harness.kinds import Sites, kinds  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

WIDTHS = (390, 1280)


def main() -> None:
    pictures = ROOT / "screenshots"
    pictures.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = Sites(
            must_build(CONTENT, Path(folder) / "own"), must_build(FIXTURES / "choice", Path(folder) / "choice")
        )
        browser = launch(playwright)
        shown = kinds(sites)
        for width in WIDTHS:
            for dark in (False, True):
                for kind, (site, path) in shown.items():
                    with watched(browser, f"{site.as_uri()}/", width=width, dark=dark) as watch:
                        page = watch.open(path)
                        page.wait_for_timeout(400)
                        name = f"{kind}-{width}-{'dark' if dark else 'light'}.png"
                        page.screenshot(path=pictures / name, full_page=True)
                        for trouble in watch.troubles:
                            print(f"{name}: {trouble}", file=sys.stderr)
        browser.close()
    print(f"{len(shown) * len(WIDTHS) * 2} pictures in screenshots/")


if __name__ == "__main__":
    main()
