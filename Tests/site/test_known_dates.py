"""What a page says of an end follows its source: no day is made up, and a claim without a source is called one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from harness.command import must_build, tracuu, TEMPLATES

TYPES = "- {id: ket-luan, name: Kết luận, abbreviation: KL, code: kl, system: party}\n- {id: nghi-dinh, name: Nghị định, abbreviation: NĐ, code: nd, system: state}\n"
ISSUERS = "- {id: ban-a, name: Ban A, abbreviation: TW, code: tw}\n- {id: chinh-phu, name: Chính phủ, abbreviation: CP, code: cp}\n"


def collection(folder: Path, field: str, *, of_the_party: bool = False, language: str = "vi") -> Path:
    content = folder / "content"
    for name in ("directives", "vocabulary"):
        (content / name).mkdir(parents=True, exist_ok=True)
    (content / "vocabulary/types.yml").write_text(TYPES, encoding="utf-8")
    (content / "vocabulary/issuers.yml").write_text(ISSUERS, encoding="utf-8")
    (content / "site.yml").write_text(f"title: Mẫu\nlanguage: {language}\n", encoding="utf-8")
    head = "number: 1-KL/TW\ntype: ket-luan\nissuer: ban-a" if of_the_party else "number: 1/2010/NĐ-CP\ntype: nghi-dinh\nissuer: chinh-phu"
    (content / "directives/a.md").write_text(
        f"---\n{head}\ntitle: Một văn bản\nissued: 2010-01-02\naudience: public\n{field}\n---\n\nNội dung.\n", encoding="utf-8"
    )
    return content


def published(folder: Path, content: Path, day: str) -> tuple[str, dict, Path]:
    """The words of the document's page, its state in the data, and the site."""
    site = must_build(content, folder / "site", "--as-of", day)
    [page] = site.glob("van-ban/*/*/index.html")
    [document] = json.loads((site / "api/v1/states.json").read_text(encoding="utf-8"))["documents"]
    return re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")), document, site


def codes(content: Path) -> list[str]:
    result = tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", "2026-12-05", "--all")
    return [line.split()[0] for line in result.diagnostics(content)]


@pytest.mark.parametrize(("expires", "words", "english"), [("2012", "trong năm 2012", "in 2012"), ("2012-11", "trong tháng 11/2012", "in Nov 2012")])
def test_a_month_or_year_of_expiry_is_printed_as_one(expires: str, words: str, english: str, tmp_path: Path) -> None:
    content = collection(tmp_path, f"expires: {expires}")
    text, document, site = published(tmp_path, content, "2026-12-05")
    assert f"Hết hiệu lực {words}: thời hạn hiệu lực của văn bản đã hết" in text
    assert f"Chưa xác minh {words}" in text and f"Hết hiệu lực {words.replace('trong', 'sau')}" in text
    for day in ("31/12/2012", "30/11/2012", "1/1/2013", "1/12/2012", "30/12"):
        assert day not in text
    assert [(state["code"], state.get("dated"), state.get("datedAs")) for state in document["states"]] == [
        ("unverified", None, None), ("unverified", expires, "within"), ("expired", expires, "after"),
    ]  # fmt: skip
    assert "VEVENT" not in (site / "hieu-luc.ics").read_text(encoding="utf-8")
    text, _, _ = published(tmp_path, collection(tmp_path, f"expires: {expires}", language="en"), "2026-12-05")
    assert f"Expired {english}: its own term has ended" in text


def test_within_the_month_of_expiry_no_day_is_certain(tmp_path: Path) -> None:
    content = collection(tmp_path, "expires: 2026-12")
    states = {day: published(tmp_path, content, day)[1]["code"] for day in ("2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01")}
    assert list(states.values()) == ["unverified", "unverified", "unverified", "expired"]
    text, _, _ = published(tmp_path, content, "2026-12-05")
    assert "Chưa xác minh: hết hiệu lực trong tháng 12/2026, nguồn không ghi ngày nào" in text


def test_a_known_day_of_expiry_reads_as_the_day_from_which(tmp_path: Path) -> None:
    text, _, _ = published(tmp_path, collection(tmp_path, "expires: 2027-12-01"), "2026-12-05")
    assert re.search(r"Hết hiệu lực\s*từ 1/12/2027", text)


@pytest.mark.parametrize("status", ["expired", "partly-expired", "suspended", "not-yet", "in-force"])
@pytest.mark.parametrize("evidence", ["", ", checked: 2026-11-23", ", source: Công báo", ", checked: unknown, source: Công báo"])
def test_a_status_that_nothing_shows_is_called_one_without_a_source(status: str, evidence: str, tmp_path: Path) -> None:
    field = f"status: {{value: {status}{evidence}, note: Ghi chú}}"
    if status == "not-yet":
        field += "\nissued: unknown"
    content = collection(tmp_path, field)
    record = content / "directives/a.md"
    if status == "not-yet":
        record.write_text(record.read_text(encoding="utf-8").replace("issued: 2010-01-02\n", ""), encoding="utf-8")
    assert "TC331" in codes(content)
    text, document, _ = published(tmp_path, content, "2026-12-05")
    assert "(chưa có nguồn)" in text and "Theo nguồn do người biên tập đối chiếu" not in text
    assert document["code"] == f"{status}-no-source"
    if "checked: 2026" not in evidence and status != "in-force":
        assert "hiệu lực từ" not in text and "phần từ" not in text and "(chưa có nguồn) từ" not in text
    party = collection(tmp_path / "party", field.replace("\nissued: unknown", ""), of_the_party=True)
    if status != "not-yet":
        assert "TC330" in codes(party)


def test_an_end_that_dates_show_needs_no_other_evidence(tmp_path: Path) -> None:
    content = collection(tmp_path, "expires: 2012-01-01\nstatus: {value: expired}", of_the_party=True)
    assert not {"TC330", "TC331"} & set(codes(content))
    text, _, _ = published(tmp_path, content, "2026-12-05")
    assert "Hết hiệu lực từ 1/1/2012" in text


def test_the_list_of_the_day_keeps_the_word_of_a_claim_without_a_source(tmp_path: Path) -> None:
    _, _, site = published(tmp_path, collection(tmp_path, "status: {value: expired}"), "2026-12-05")
    columns = json.loads((site / "hieu-luc/cot.json").read_text(encoding="utf-8"))
    assert ["unverified", "Hết hiệu lực (chưa có nguồn)"] in columns["states"]
