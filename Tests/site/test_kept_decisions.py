"""What was decided about the figures of surveys is kept beside the site for later builds, and believed only where it is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harness.command import must_build
from harness.surveys import Table, write

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda kept: kept,
    "cut": lambda kept: kept[: len(kept) // 2],
    "turned": lambda kept: kept[:-9] + bytes([kept[-9] ^ 1]) + kept[-8:],
    "foreign": lambda kept: b"something else",
    "empty": lambda kept: b"",
}


def files(site: Path) -> dict[str, bytes]:
    return {str(file.relative_to(site)): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


@pytest.mark.parametrize("damage", DAMAGES)
def test_kept_decisions_change_nothing_of_what_is_published(damage: str, tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    content.mkdir()
    (content / "site.yml").write_text("title: Một\n", encoding="utf-8")
    write(content, "s", [Table("a", "Hỏi?", [[60, 50, 4], [70, 40, 40], [30, 50, 55]])])
    must_build(content, site)
    kept = next(tmp_path.glob(".site.*/decisions"))
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_bytes(DAMAGES[damage](kept.read_bytes()))
    # With another title the whole site is made again.
    (content / "site.yml").write_text("title: Hai\n", encoding="utf-8")
    must_build(content, site)
    assert files(site) == files(must_build(content, tmp_path / "clean"))
