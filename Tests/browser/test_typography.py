"""Vietnamese letters bear two marks: none is cut off at any size the site uses, and lines keep a readable length."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.browser import watched
from harness.kinds import Sites, kinds
from playwright.sync_api import Browser

# Every size, family and weight in which text stands on the page, with the height of its line and the reach of letters that
# carry a hook, a tilde or a dot besides a circumflex, a breve or a horn, and of those that reach far down.
MEASURE = """() => {
    const pen = document.createElement('canvas').getContext('2d');
    const seen = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const line = style.lineHeight === 'normal' ? 0 : parseFloat(style.lineHeight);
        const key = `${font} / ${line}`;
        if (seen.has(key)) continue;
        pen.font = font;
        const ink = pen.measureText('ẨẪẴỖỮỶỘỰặễựgyqj');
        seen.set(key, { key, line, ink: ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent,
            size: parseFloat(style.fontSize), clip: style.overflow !== 'visible' && style.overflowY !== 'auto' });
    }
    return [...seen.values()];
}"""


@pytest.mark.parametrize("kind", ["home", "directive", "law", "finding", "type", "types", "search", "not-found"])
def test_lines_are_as_high_as_the_letters_in_them(
    kind: str, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    site, path = kinds(sites)[kind]
    with watched(browser, served[site]) as watch:
        page = watch.open(path)
        page.wait_for_load_state()
        used = page.evaluate(MEASURE)
        assert len(used) >= 4
        assert [style for style in used if style["line"] < style["ink"]] == []


def test_at_most_five_sizes_are_used(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    sizes = set()
    for kind in ("home", "directive", "law", "finding", "type", "types", "page", "number", "choice"):
        site, path = kinds(sites)[kind]
        with watched(browser, served[site]) as watch:
            page = watch.open(path)
            sizes |= {style["size"] for style in page.evaluate(MEASURE)}
    assert len(sizes) <= 5, sizes


@pytest.mark.parametrize("width", [1280, 1920])
def test_lines_of_text_stay_readable(width: int, sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    site, path = kinds(sites)["law"]
    with watched(browser, served[site], width=width) as watch:
        page = watch.open(path)
        lengths = page.locator(".body > ol > li").evaluate_all(
            """items => items.slice(0, 20).flatMap(item => {
                const range = new Range(), text = item.firstChild.nodeType === 3 ? item.firstChild : item.querySelector('p').firstChild;
                let from = 0, top = null, lines = [];
                for (let at = 0; at < text.length; at++) {
                    range.setStart(text, at); range.setEnd(text, at + 1);
                    const box = range.getBoundingClientRect();
                    if (box.width && top !== null && box.top > top + 4) { lines.push(at - from); from = at; }
                    if (box.width) top = box.top;
                }
                return lines;
            })"""
        )
        assert lengths and max(lengths) <= 78, "a line holds some 72 characters, a few more where they are narrow"
