"""Copies of the fixture collections, and collections made up on the spot."""

from __future__ import annotations

import shutil
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[1] / "site" / "fixtures"


def copy_of(name: str, folder: Path) -> Path:
    """A copy of a fixture's content folder that a test may change."""
    return Path(shutil.copytree(FIXTURES / name, folder / "content"))


def record(number: int, *, title: str = "", text: str = "", audience: str = "public") -> str:
    """A made-up record, `n-KL/MAU` of 2021."""
    return (
        f"---\nnumber: {number}-KL/MAU\ntype: ket-luan\nissuer: ban-vi-du\ntitle: {title or f'Ví dụ thứ {number}'}\n"
        f"issued: 2021-01-{number % 28 + 1:02}\naudience: {audience}\n---\n\n## I. Mục đích\n\n{text or 'Nội dung ví dụ.'}\n"
    )


def made_up(folder: Path, count: int, text: str = "") -> Path:
    """Writes a collection of so many records; written over an earlier one it replaces that, its other files apart."""
    directives = folder / "directives"
    directives.mkdir(parents=True, exist_ok=True)
    for old in directives.glob("kl-*.md"):
        old.unlink()
    for number in range(1, count + 1):
        (directives / f"kl-{number}.md").write_text(record(number, text=text), encoding="utf-8")
    return folder
