"""The registers of what is in force and of obligations, and the calendar of the latter, read back by a calendar library."""

from __future__ import annotations

import datetime
from pathlib import Path

import icalendar
from harness.command import must_build
from harness.content import copy_of, record
from harness.trees import files

OBLIGATIONS = """obligations:
  - {task: "Lập báo cáo; gửi Ban A, Ban B: một việc dài để dòng phải gấp lại ở tám mươi byte", responsible: ban-vi-du, due: 2019-02, provision: III.2}
  - {task: Không có ngày, state: done}
"""
HIDDEN = "obligations: [{task: Việcmậtnộibộ, due: 2030-01-01}]\n"


def with_obligations(folder: Path) -> Path:
    content = copy_of("choice", folder)
    text = record(1).replace("audience: public\n", "audience: public\n" + OBLIGATIONS)
    (content / "directives" / "viec.md").write_text(text, encoding="utf-8")
    hidden = record(2, title="Tênmậtnộibộ", audience="internal").replace("---\n\n", HIDDEN + "---\n\n", 1)
    (content / "directives" / "kin.md").write_text(hidden, encoding="utf-8")
    return content


def test_the_calendar_reads_back(tmp_path: Path) -> None:
    site = must_build(with_obligations(tmp_path), tmp_path / "site", "--edition", "public")
    data = (site / "nhiem-vu.ics").read_bytes()
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= 75 and b"\n" not in line for line in lines)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == 1, "an obligation without a date has no entry"
    (event,) = events
    assert str(event["SUMMARY"]).startswith("Lập báo cáo; gửi Ban A, Ban B: một việc dài")
    # Due in a month is due by its last day.
    assert event["DTSTART"].dt == datetime.date(2019, 2, 28)
    assert "III.2" in str(event["DESCRIPTION"])


def test_the_page_has_every_obligation_and_says_what_has_no_date(tmp_path: Path) -> None:
    site = must_build(with_obligations(tmp_path), tmp_path / "site", "--edition", "public")
    page = (site / "nhiem-vu" / "index.html").read_text(encoding="utf-8")
    assert "Không có ngày" in page and "Không nêu thời hạn" in page and "quá hạn" in page


def test_the_registers_hold_nothing_of_withheld_records(tmp_path: Path) -> None:
    site = must_build(with_obligations(tmp_path), tmp_path / "site", "--edition", "public")
    for path, data in files(site).items():
        assert "mậtnộibộ".encode() not in data, path


def test_what_is_in_force_is_listed_whole_and_what_is_replaced_is_not(tmp_path: Path) -> None:
    content = copy_of("choice", tmp_path)
    (content / "directives" / "moi.md").write_text(
        record(9).replace("audience: public", "audience: public\nrelations: [{type: replaces, target: 7-HD/VD}]"),
        encoding="utf-8",
    )
    page = (must_build(content, tmp_path / "site") / "hieu-luc" / "index.html").read_text(encoding="utf-8")
    assert "9-KL/MAU" in page and "7-HD/VD" not in page
    early = must_build(content, tmp_path / "early", "--as-of", "2020-06-01")
    assert "7-HD/VD" in (early / "hieu-luc" / "index.html").read_text(encoding="utf-8")
