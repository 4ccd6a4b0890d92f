#!/usr/bin/env python3
"""How soon a reader sees a page opened from disk, and whether it moves afterwards. Reports; it passes no judgement.

For the home page, a record, a finding and a made-up law of 800 kB, opened in a window that is already there, its cache off: the
time to the first paint with content (median of the runs) and the layout shift (CLS) until a second after loading (the most of
the runs), as Chromium measures them. Run it by `make paint`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests"))

from harness.browser import launch  # noqa: E402
from harness.command import CONTENT, must_build  # noqa: E402
from harness.content import copy_of  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

RUNS = 9
LENGTH = 800_000
SHIFTS = (
    "globalThis.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value })"
    ".observe({ type: 'layout-shift', buffered: true })"
)


def law(folder: Path) -> None:
    """A made-up decree of some 800 kB, as long as the longest real ones."""
    lines = ["---", "number: 99/2022/NĐ-VD", "type: nghi-dinh", "issuer: co-quan-vi-du", "title: Văn bản giả định rất dài",
             "issued: 2022-01-31", "audience: public", "---", ""]  # fmt: skip
    size = article = 0
    while size < LENGTH:
        article += 1
        part = [f"### Điều {article}. Quy định ví dụ về trình tự, thủ tục và hồ sơ"] if article % 10 else [f"## Chương {article // 10}. Ví dụ"]
        part += [f"{clause}. " + "Khoản ví dụ viết đủ dài để chiếm nhiều dòng trên màn hình. " * 8 for clause in range(1, 5)]
        part += [f"{letter}) Điểm ví dụ của khoản này;" for letter in "abcd"]
        lines += [line + "\n" for line in part]
        size += sum(len(line.encode()) for line in part)
    (folder / "directives" / "nd-99-vd.md").write_text("\n".join(lines), encoding="utf-8")


def measure(page: Page, page_file: Path) -> tuple[float, float]:
    """Milliseconds from following a link to the first paint with content, and the layout shift until a second later."""
    page.goto("about:blank")
    # A window that has just opened is still busy with itself.
    page.wait_for_timeout(700)
    page.goto(page_file.as_uri())
    page.wait_for_timeout(1000)
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    return first, page.evaluate("shift")


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        looks = copy_of("looks", folder)
        law(looks)
        own, made_up = must_build(CONTENT, folder / "own"), must_build(looks, folder / "looks")
        browser = launch(playwright)
        pages = {
            "home": own / "index.html",
            "record": own / "van-ban/2014/kl-100-tw/index.html",
            "finding": own / "ket-qua/tong-ket-10-nam-kl-100-dang-uy-khoi-2023/index.html",
            "law": made_up / "van-ban/2022/nd-99-vd/index.html",
        }
        print(f"{'page':8} {'kB':>6} {'first paint, ms':>16} {'layout shift':>13}")
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        page.add_init_script(SHIFTS)
        for kind, file in pages.items():
            measure(page, file)
            runs = [measure(page, file) for _ in range(RUNS)]
            first = statistics.median(run[0] for run in runs)
            print(f"{kind:8} {file.stat().st_size / 1000:6.0f} {first:16.0f} {max(run[1] for run in runs):13.4f}")
        browser.close()


if __name__ == "__main__":
    main()
