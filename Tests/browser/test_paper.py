"""Pages as they come out of a printer: no longer than they must be, no page nearly blank, no heading left at a page's foot."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from harness.browser import watched
from harness.kinds import Sites, kinds
from playwright.sync_api import Browser, Page

# At most so many sheets; the conclusion from which the project started filled seven once.
SHEETS = {"directive": 3, "guidance": 2, "finding": 4, "page": 2, "topic": 2}
WORD = r'xMin="([^"]*)" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">(.*?)</word>'
# Points from the foot of a sheet, in which its number stands.
FOOT = 62


@dataclass(frozen=True)
class Word:
    left: float
    top: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Sheet:
    height: float
    words: list[Word]

    @property
    def filled(self) -> float:
        """How far down it is written on, from 0 to 1."""
        return max((word.bottom for word in self.words), default=0) / self.height


def printed(page: Page, path: Path) -> list[Sheet]:
    page.pdf(path=path, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    sheets = []
    for height, words in re.findall(r'<page width="[^"]*" height="([^"]*)">(.*?)</page>', text, re.DOTALL):
        found = [
            Word(float(left), float(top), float(bottom), word)
            for left, top, bottom, word in re.findall(WORD, words)
        ]
        sheets.append(Sheet(float(height), [word for word in found if word.bottom < float(height) - FOOT]))
    return sheets


def stranded(sheet: Sheet, heading: list[str]) -> bool:
    """Whether a heading stands on the sheet with nothing below it in its column."""
    texts = [word.text for word in sheet.words]
    for at in range(len(texts) - len(heading) + 1):
        if texts[at : at + len(heading)] != heading:
            continue
        first, last, *after = sheet.words[at], sheet.words[at + len(heading) - 1], *sheet.words[at + len(heading) :]
        if after and abs(after[0].top - last.top) < 3 and last.left < after[0].left < last.left + 80:
            continue  # The same words within a line.
        if not any(word.top >= last.bottom - 2 and first.left - 20 <= word.left <= first.left + 250 for word in sheet.words):
            return True
    return False


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ["directive", "guidance", "finding", "page", "topic", "law", "replaced"])
def test_sheets_are_few_and_full(
    kind: str, language: str, sites: Sites, served: dict[Path, str], browser: Browser, tmp_path: Path
) -> None:
    site, path = kinds(sites, english=language == "en")[kind]
    with watched(browser, served[site]) as watch:
        page = watch.open(path)
        headings = page.eval_on_selector_all("main :is(h2, h3, h4, h5)", "all => all.map(e => e.innerText.trim().split(/\\s+/))")
        sheets = printed(page, tmp_path / "page.pdf")
        watch.quiet()
    assert len(sheets) <= SHEETS.get(kind, 99)
    # The last one is as full as the text happens to be; but it is not for a few lines that should have stood before.
    for sheet, _ in pairwise(sheets):
        assert sheet.filled > 2 / 3
    if kind in SHEETS:
        assert sheets[-1].filled > 1 / 3
    # A heading of one word may stand anywhere in the text.
    long = [heading for heading in headings if len(heading) > 1]
    assert [(at, " ".join(heading)) for at, sheet in enumerate(sheets, 1) for heading in long if stranded(sheet, heading)] == []
