"""A site with the interface in English: no Vietnamese word of the interface is left, and all Vietnamese is marked as such, so that
browsers read it aloud as Vietnamese. Pictures are left out: their labels mix both, and tables beside them say the same."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path

import pytest
from harness.command import CONTENT, must_build
from harness.content import FIXTURES

# Letters that English has not.
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯàáãèéìíĩòóõùúũýÀÁÃÈÉÌÍĨÒÓÕÙÚŨÝ\u1ea0-\u1ef9]")
# A number of a document is the same in every language, whatever its letters: “30/2020/NĐ-CP”.
NUMBER = re.compile(r"\b[\w.]*\d[\w.]*(?:[-/][\wĐđ]+)+(?:-[\wĐđ]+)*")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "title", "svg"}
# Attributes that readers hear or see.
SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-done", "data-none", "data-short", "data-word", "data-impossible")


class Unmarked(HTMLParser):
    """Collects Vietnamese words outside whatever is marked as Vietnamese."""

    def __init__(self) -> None:
        super().__init__()
        self.languages = ["en"]
        self.hidden = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        language = values.get("lang") or self.languages[-1]
        if tag not in VOID:
            self.languages.append(language)
            self.hidden += tag in SILENT
        if tag != "link" and not self.hidden and language != "vi":
            self.found += [f"{name}: {values[name]}" for name in SPOKEN if self.is_foreign(values.get(name))]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.languages.pop()
            self.hidden -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if self.languages[-1] != "vi" and not self.hidden and self.is_foreign(data):
            self.found.append(" ".join(data.split()))

    @staticmethod
    def is_foreign(text: str | None) -> bool:
        return bool(text and VIETNAMESE.search(NUMBER.sub("", text)))


@pytest.fixture(scope="module", params=["own", "looks", "validity"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("english")
    content = Path(shutil.copytree(CONTENT if request.param == "own" else FIXTURES / request.param, folder / "content"))
    settings = content / "site.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub("^language: vi", "language: en", text, flags=re.MULTILINE), encoding="utf-8")
    return must_build(content, folder / "site", *(["--with-examples"] if request.param == "own" else []))


def test_vietnamese_is_marked_as_vietnamese(site: Path) -> None:
    unmarked = defaultdict(list)
    for page in site.rglob("*.html"):
        parser = Unmarked()
        parser.feed(page.read_text(encoding="utf-8"))
        for words in parser.found:
            unmarked[words].append(page.relative_to(site).as_posix())
    assert {words: places[:3] for words, places in unmarked.items()} == {}
