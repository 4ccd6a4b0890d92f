"""One page of every kind that a site has, found in built sites."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sites:
    """The project's own collection, and the fixture in which two records bear one number."""

    own: Path
    choice: Path


def first(root: Path, pattern: str, *, holding: str = "") -> str:
    """The path of the first page that fits, relative to the site."""
    for path in sorted(root.glob(pattern)):
        if holding in path.read_text(encoding="utf-8"):
            return path.relative_to(root).as_posix()
    raise LookupError(f"no page {pattern} in {root.name}" + (f" with “{holding}”" if holding else ""))


def longest(root: Path, pattern: str) -> str:
    """The path of the largest page that fits."""
    return max(root.glob(pattern), key=lambda path: (path.stat().st_size, path)).relative_to(root).as_posix()


def kinds(sites: Sites) -> dict[str, tuple[Path, str]]:
    """For each kind of page the site that has it and its path, query included."""
    own = sites.own
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
    }
    found = {kind: (own, path) for kind, path in paths.items()}
    found["choice"] = (sites.choice, first(sites.choice, "so-hieu/56-kl-vd/index.html"))
    return found


KINDS = (
    "home", "directive", "guidance", "finding", "page", "record-long", "types", "type", "issuer", "topic", "year", "number", "choice",
    "search", "search-results", "search-nothing", "not-found",
)  # fmt: skip
