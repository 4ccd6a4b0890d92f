"""Another reader of YAML reads changed records as they were meant: PyYAML on what the Swift tests of editing leave behind."""

from __future__ import annotations

import datetime
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).resolve().parents[2] / ".build" / "edit-cases.jsonl"


def front_matter(file: str) -> str:
    """The YAML between the first two lines of dashes."""
    lines = file.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = next(number for number, line in enumerate(lines) if number and line.rstrip(" \t") == "---")
    return "\n".join(lines[1:end]) + "\n"


def same(text: str, other: str) -> bool:
    return unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", other)


def is_meant(text: Any, value: Any, meant: Any) -> bool:
    """Whether what is written (every scalar as its text) and what it is read as agree with what was meant."""
    match meant:
        case None:
            return value is None
        case bool():
            return value is meant
        case str() if isinstance(value, datetime.date):
            return text == meant == value.isoformat()
        case str():
            return isinstance(value, str) and same(text, meant) or is_number(value) and text == meant
        case {"number": number}:
            # YAML 1.1 takes some numbers for texts.
            return text == number and (is_number(value) or value == number)
        case {"fields": fields}:
            names = {unicodedata.normalize("NFC", name): inner for name, inner in fields}
            texts = {unicodedata.normalize("NFC", name): inner for name, inner in (text or {}).items()}
            values = {unicodedata.normalize("NFC", name): inner for name, inner in (value or {}).items()}
            return names.keys() == values.keys() and all(is_meant(texts[n], values[n], names[n]) for n in names)
        case list():
            return len(meant) == len(value) and all(map(is_meant, text, value, meant))
    raise AssertionError(meant)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@pytest.mark.skipif(not CASES.exists(), reason="the Swift tests of editing have not been run: no .build/edit-cases.jsonl")
def test_changed_fields_are_read_as_they_were_meant() -> None:
    compared = 0
    for line in CASES.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        case = json.loads(line)
        try:
            yaml.safe_load(front_matter(case["before"]))
        except (yaml.YAMLError, ValueError):
            # It refuses some of what libyaml reads, such as a tab after a colon.
            continue
        written = front_matter(case["after"])
        text, value = yaml.load(written, yaml.BaseLoader), yaml.safe_load(written)
        assert is_meant(text, value, case["meant"]), f"{written}\n{case['meant']}"
        compared += 1
    print(f"{compared} changes")
    assert compared >= 500
