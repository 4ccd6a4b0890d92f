"""Types queries at a reader's pace over a slow line and takes the time to the first results and what came over the line."""

from __future__ import annotations

import gzip
import io
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from harness.server import Handler, Server  # noqa: E402

# A reader's pace, and a poor mobile line: milliseconds and bits a second.
KEY = 60
LATENCY = 150
BITS = 1_000_000

# Notes when the box was first typed into, and each list of results that is shown, by the addresses in it.
WATCH = """() => {
  const started = [], shown = [];
  const box = document.querySelector("input[type=search]");
  box.addEventListener("input", () => started.push(performance.now()));
  new MutationObserver(() => {
    const popup = document.querySelector(".combobox-popup");
    const options = popup && !popup.hidden ? [...popup.querySelectorAll("[role=option]:not(.combobox-all)")] : [];
    const rows = options.map((row) => row.pathname);
    if (rows.length && shown.at(-1)?.rows.join() !== rows.join()) shown.push({ rows, at: performance.now() });
  }).observe(box.form.parentElement, { childList: true, subtree: true, attributes: true });
  globalThis.typing = { started, shown };
}"""
TOLD = """() => ({
  first: typing.shown.length ? typing.shown[0].at - typing.started[0] : null,
  settled: typing.shown.length ? typing.shown.at(-1).at - typing.started.at(-1) : null,
  heads: typing.shown.map(({ rows }) => rows[0]),
})"""


class _Zipping(Handler):
    """Sends texts with gzip, as web servers do."""

    zipped: dict[str, bytes] = {}

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path.split("?")[0].split("#")[0]))
        if path.suffix not in {".json", ".js", ".css", ".html"} or not path.is_file():
            return super().send_head()
        key = str(path)
        body = self.zipped[key] = self.zipped.get(key) or gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(key))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@dataclass
class Typed:
    """What typing one query cost: milliseconds from the first key to the first results, from the last key to the last change of
    the list, requests, bytes, and how often the first row was another."""

    query: str
    first: float | None
    settled: float | None
    requests: int = 0
    size: int = 0
    heads: list[str] = field(default_factory=list)

    @property
    def flickers(self) -> int:
        """How often the first row went away and came back."""
        changes = [place for place in range(2, len(self.heads)) if self.heads[place] != self.heads[place - 1]]
        return sum(self.heads[place] in self.heads[: place - 1] for place in changes)


def typed(browser: Browser, site: Path, queries: list[str]) -> list[Typed]:
    """Each query typed into the box of the first page by a reader who comes for the first time."""
    told = []
    with Server(site, _Zipping) as server:
        for query in queries:
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"{server.base}index.html")
            page.wait_for_load_state("networkidle")
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            line = {"offline": False, "latency": LATENCY, "downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8}
            session.send("Network.emulateNetworkConditions", line)
            sizes: list[float] = []
            session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
            page.evaluate(WATCH)
            page.locator("input[type=search]:visible").first.focus()
            page.keyboard.type(query, delay=KEY)
            before = -1
            while before != len(sizes):
                before = len(sizes)
                page.wait_for_timeout(1000)
            measured = page.evaluate(TOLD)
            told.append(Typed(query, measured["first"], measured["settled"], len(sizes), int(sum(sizes)), measured["heads"]))
            context.close()
    return told
