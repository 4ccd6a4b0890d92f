"""A page of another origin reads nothing of a site in the reader's browser: neither of the preview nor of a plain server.

The attack is in `attack/`. It is shown to work: it reads a script that hands its content to anybody. And the guarded scripts
are shown to hand theirs to pages that were opened from disk.
"""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from harness.command import must_build
from harness.content import made_up, record
from harness.firefox import Firefox, firefox
from harness.preview import Preview
from harness.server import Server
from playwright.sync_api import Browser

SECRET = "canarybimat"
ATTACK = Path(__file__).parent / "attack"
# The data files of a small site, and the scripts that hold them where they have none of their own; all of them name records.
DATA_FILES = ["search/manifest", "search/records/0", "hieu-luc/cot", "hieu-luc/hang-0", "hieu-luc/dia-chi"]
BUNDLES = {"search/records/0": "search/scripts/records-0"}
Ask = Callable[[str, str], object]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = made_up(tmp_path_factory.mktemp("content"), 2)
    (folder / "directives" / "kl-1.md").write_text(record(1, title=f"Ví dụ {SECRET}", text=f"Lời {SECRET}."), encoding="utf-8")
    types = folder / "vocabulary" / "types.yml"
    types.parent.mkdir(exist_ok=True)
    types.write_text(f"- {{id: ket-luan, name: Kết luận {SECRET}, abbreviation: KL}}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = must_build(content, tmp_path_factory.mktemp("site") / "site")
    for name in DATA_FILES:
        for file in (f"{name}.json", f"{BUNDLES.get(name, name)}.js"):
            assert SECRET in (built / file).read_text(encoding="utf-8"), "the attack has something to find"
    # What any page may load, so that the attack is seen to work.
    (built / "open.js").write_text(f'tracuuShard("open","{SECRET}");\n', encoding="utf-8")
    (built / "open.json").write_text(f'["{SECRET}"]\n', encoding="utf-8")
    # A guard that asks for the protocol alone, which workers can forge.
    half = f'location.protocol==="file:"&&tracuuShard("half","{SECRET}");\n'
    (built / "half.js").write_text(half, encoding="utf-8")
    (built / "half.json").write_text("[]\n", encoding="utf-8")
    return built


@pytest.fixture(scope="module")
def hosted(site: Path) -> Iterator[str]:
    with Server(site) as server:
        yield server.base


@pytest.fixture(scope="module")
def previewed(content: Path) -> Iterator[str]:
    with Preview(content) as preview:
        preview.wait_for("search/manifest.json", 200)
        yield preview.base


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *values: object) -> None:
        pass


@pytest.fixture(scope="module", params=["localhost", "127.0.0.1"], ids=["another site", "another port"])
def attacker(request: pytest.FixtureRequest) -> Iterator[str]:
    """The hostile page's address: of another site than 127.0.0.1, and of the same site at another port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(ATTACK)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://{request.param}:{server.server_address[1]}/page.html"
    server.shutdown()


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def ask(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Ask]:
    """Opens a page and gives what a script says there, in each browser."""
    if request.param == "chromium":

        def asked(address: str, expression: str) -> object:
            context = browser.new_context()
            page = context.new_page()
            page.goto(address)
            value = page.evaluate(f"async () => {{ const page = window; return {expression}; }}")
            context.close()
            return value

        yield asked
        return
    with firefox() as reader:

        def asked_of_firefox(address: str, expression: str) -> object:
            reader.open(address)
            return reader.await_value(expression)

        yield asked_of_firefox


def leaks(ask: Ask, attacker: str, target: str) -> list[str]:
    found = ask(attacker, f"page.attack({json.dumps(target)})")
    assert isinstance(found, list) and len(found) > 10, "the attempts were made"
    return sorted({how for how, text in found if SECRET in text})


def test_the_attack_reads_a_script_that_is_open_to_all(ask: Ask, attacker: str, hosted: str) -> None:
    open_to = leaks(ask, attacker, hosted + "open")
    assert "the callback alone" in open_to
    assert "worker, location and document forged" in open_to and "shared worker, lexical declarations" in open_to


def test_asking_for_the_protocol_alone_does_not_keep_workers_out(ask: Ask, attacker: str, hosted: str) -> None:
    half_open_to = leaks(ask, attacker, hosted + "half")
    assert "worker, location and document forged" in half_open_to
    assert not [how for how in half_open_to if "worker" not in how], "no window can forge its location"


@pytest.mark.parametrize("name", [*DATA_FILES, *BUNDLES.values()])
def test_no_data_file_of_a_plain_server_is_read(name: str, ask: Ask, attacker: str, hosted: str) -> None:
    assert leaks(ask, attacker, hosted + name) == []


@pytest.mark.parametrize("name", [*DATA_FILES, *BUNDLES.values()])
def test_no_data_file_of_the_preview_is_read(name: str, ask: Ask, attacker: str, previewed: str) -> None:
    assert leaks(ask, attacker, previewed + name) == []


def test_pages_opened_from_disk_are_given_the_data(ask: Ask, site: Path) -> None:
    for name in DATA_FILES:
        load = f"page.tracuu.shard({json.dumps(name)}, {json.dumps(BUNDLES.get(name))})"
        value = ask(f"{site.as_uri()}/hieu-luc/index.html", f"{load}.then(value => JSON.stringify(value))")
        assert isinstance(value, str) and json.loads(value) == json.loads((site / f"{name}.json").read_text(encoding="utf-8"))


def test_pages_of_the_site_itself_fetch_the_data(ask: Ask, site: Path, hosted: str, previewed: str) -> None:
    for base in (hosted, previewed):
        for name in DATA_FILES:
            value = ask(f"{base}hieu-luc/index.html", f"page.tracuu.shard({json.dumps(name)}).then(value => JSON.stringify(value))")
            assert isinstance(value, str) and SECRET in value
        scripts = ask(
            f"{base}hieu-luc/index.html",
            f"Promise.all({json.dumps(DATA_FILES)}.map(name => page.tracuu.shard(name)))"
            ".then(() => page.performance.getEntriesByType('resource').map(entry => entry.name))",
        )
        assert isinstance(scripts, list)
        asked_for = [name.removeprefix(base) for name in scripts]
        assert "search/manifest.json" in asked_for and "hieu-luc/cot.json" in asked_for
        assert not [name for name in asked_for if name.startswith(("search/", "hieu-luc/")) and name.endswith(".js")]
