"""One page of every kind that a site has, found in built sites."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sites:
    """The built sites: the project's own collection, the fixture in which two records bear one number, the hard cases."""

    own: Path
    choice: Path
    # Made-up documents that are hard to set: very long titles and texts, wide tables, dates and numbers that are missing.
    looks: Path
    # The same two with the interface in English.
    own_english: Path
    looks_english: Path


def first(root: Path, pattern: str, *, holding: str = "") -> str:
    """The path of the first page that fits, relative to the site."""
    for path in sorted(root.glob(pattern)):
        if holding in path.read_text(encoding="utf-8"):
            return path.relative_to(root).as_posix()
    raise LookupError(f"no page {pattern} in {root.name}" + (f" with “{holding}”" if holding else ""))


def longest(root: Path, pattern: str) -> str:
    """The path of the largest page that fits."""
    return max(root.glob(pattern), key=lambda path: (path.stat().st_size, path)).relative_to(root).as_posix()


def kinds(sites: Sites, *, english: bool = False) -> dict[str, tuple[Path, str]]:
    """For each kind of page the site that has it and its path, query included; of the English sites where asked."""
    own, looks = (sites.own_english, sites.looks_english) if english else (sites.own, sites.looks)
    paths = {
        "home": "index.html",
        "directive": first(own, "van-ban/2014/kl-100-tw/index.html"),
        "guidance": first(own, "van-ban/2015/hd-167-btgtw/index.html"),
        "finding": first(own, "ket-qua/*/index.html"),
        "page": first(own, "trang/*/index.html"),
        "record-long": longest(own, "van-ban/*/*/index.html"),
        "types": "loai/index.html",
        "type": first(own, "loai/ket-luan/index.html"),
        "issuer": first(own, "co-quan/*/index.html"),
        "topic": first(own, "chu-de/*/index.html"),
        "year": first(own, "nam/*/index.html"),
        "number": first(own, "so-hieu/100-kl-tw/index.html"),
        "search": "tim-kiem/index.html",
        "search-results": "tim-kiem/index.html?q=d%C6%B0%20lu%E1%BA%ADn%20x%C3%A3%20h%E1%BB%99i",
        "search-nothing": "tim-kiem/index.html?q=khongcotunaonhuvay",
        "not-found": "404.html",
        "in-force": "hieu-luc/index.html",
        "obligations": "nhiem-vu/index.html",
        "editors": "bien-tap/index.html",
        "families": "so-do/index.html",
    }
    found = {kind: (own, path) for kind, path in paths.items()}
    found |= {
        "law": (looks, first(looks, "van-ban/2021/nd-7-vd/index.html")),
        "long-title": (looks, first(looks, "van-ban/2020/hd-12-bvd/index.html")),
        "replaced": (looks, first(looks, "van-ban/2014/kl-3-bvd/index.html")),
        "bare-record": (looks, first(looks, "van-ban/khong-ro/*/index.html")),
        "monitoring": (looks, first(looks, "ket-qua/*/index.html")),
        "tasks-due": (looks, "index.html"),
    }
    found["choice"] = (sites.choice, first(sites.choice, "so-hieu/56-kl-vd/index.html"))
    return found


KINDS = (
    "home", "directive", "guidance", "finding", "page", "record-long", "types", "type", "issuer", "topic", "year", "number", "choice",
    "law", "long-title", "replaced", "bare-record", "monitoring", "tasks-due", "in-force", "obligations", "families",
    "search", "search-results", "search-nothing", "not-found",
)  # fmt: skip


def all_sites(folder: Path, contents: dict[str, Path], build: Callable[[Path, Path], object]) -> Sites:
    """Builds every site below a folder; those in English from a copy of their content that differs in one word."""
    for name, content in contents.items():
        build(content, folder / name)
    for name in ("own", "looks"):
        copy = Path(shutil.copytree(contents[name], folder / f"{name}-content"))
        settings = copy / "site.yml"
        settings.write_text(settings.read_text(encoding="utf-8").replace("language: vi", "language: en"), encoding="utf-8")
        build(copy, folder / f"{name}-english")
    return built(folder)


def built(folder: Path) -> Sites:
    """The sites that stand below a folder already."""
    return Sites(*(folder / name for name in ("own", "choice", "looks", "own-english", "looks-english")))
