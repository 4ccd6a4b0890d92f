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


# Verbs in turn, how a date is known in turn, and states in turn, so that a family of any size has something of each.
VERBS = ("guides", "implements", "based-on", "details", "reviews", "amends")
DATES = ("{year}-03-{day:02}", "{year}-07", "{year}", "{year}-11-{day:02}", "--05-{day:02}")
STATES = ("in-force", "expired", "unverified", "partly-expired", "suspended", "not-yet")


def family(folder: Path, count: int) -> Path:
    """Writes `1-KL/MAU` of 2005 and so many made-up documents that bear on it, from 2005 on; it is based on two more."""
    directives = folder / "directives"
    directives.mkdir(parents=True, exist_ok=True)
    head = "type: ket-luan\nissuer: ban-vi-du\naudience: public\n"
    hub = 'relations:\n  - {type: based-on, target: "900-HD/MAU", of-type: huong-dan, issued: 1999-02-01}\n'
    (directives / "kl-1.md").write_text(
        f"---\nnumber: 1-KL/MAU\ntitle: Văn bản mẫu có nhiều văn bản liên quan\nissued: 2005-04-10\n{head}{hub}---\n\nMẫu.\n",
        encoding="utf-8",
    )
    for place in range(count):
        number = place + 2
        date = DATES[place % len(DATES)].format(year=2005 + place * 20 // max(count, 1), day=place % 27 + 1)
        status = f"status: {{value: {STATES[place % len(STATES)]}, checked: 2026-01-05, source: https://example.org/}}\n"
        relation = f"relations:\n  - {{type: {VERBS[place % len(VERBS)]}, target: 1-KL/MAU}}\n"
        title = f"Ví dụ thứ {number} về việc tiếp tục nâng cao chất lượng công tác nghiên cứu, hướng dẫn và tổng kết ở cơ sở"
        (directives / f"kl-{number}.md").write_text(
            f'---\nnumber: {number}-KL/MAU\ntitle: "{title}"\nissued: "{date}"\n{head}{status}{relation}---\n\nMẫu.\n',
            encoding="utf-8",
        )
    return folder
