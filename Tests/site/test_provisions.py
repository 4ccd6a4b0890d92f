"""Lists of provisions, whose they are, and which document is meant, from the content to the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from harness.command import TEMPLATES, tracuu

TYPES = """- {id: nghi-dinh, name: Nghị định, abbreviation: NĐ, code: nd, system: state}
- {id: quyet-dinh, name: Quyết định, abbreviation: QĐ, code: qd, system: state}
- {id: ke-hoach, name: Kế hoạch, name-en: Plan, abbreviation: KH, code: kh, system: state}
- {id: nghi-quyet, name: Nghị quyết, abbreviation: NQ, code: nq}
- {id: luat, name: Luật, code: luat, system: state}
- {id: ket-luan, name: Kết luận, abbreviation: KL, code: kl, system: party}
"""
ISSUERS = """- {id: chinh-phu, name: Chính phủ, abbreviation: CP, code: cp}
- {id: quoc-hoi, name: Quốc hội, abbreviation: QH, code: qh}
- {id: ubnd-a, name: Ủy ban nhân dân tỉnh Yên Bái, abbreviation: UBND, code: ubnd-yen-bai}
- {id: ubnd-b, name: Ủy ban nhân dân, abbreviation: UBND, code: ubnd-nghe-an, place: Nghệ An}
- {id: bct, name: Bộ Chính trị, abbreviation: TW, code: bct}
- {id: bbt, name: Ban Bí thư, abbreviation: TW, code: bbt}
"""
DECREE = """## Chương I. Chung

### Điều 1. Một

1. Khoản một.

### Điều 5. Năm

1. Khoản một:

a) Điểm a;

2. Khoản hai.

### Điều 5a. Năm a

1. Khoản một.

### Điều 6. Sáu

1. Khoản một.

## Chương II. Hai

### Điều 9. Chín

1. Khoản một.

7. Khoản bảy.

## Phụ lục I. Biểu

1. Mẫu một.

### Điều 9. Của phụ lục

7. Khoản bảy.
"""


def record(number: str, kind: str, issuer: str, issued: str, body: str, more: str = "") -> str:
    return (
        f"---\nnumber: {number}\ntype: {kind}\nissuer: {issuer}\ntitle: Về {number}\nsummary: Tóm tắt.\n"
        f"issued: {issued}\naudience: public\n{more}---\n\n{body}\n"
    )


def built(folder: Path, files: dict[str, str], as_of: str = "2026-11-30") -> Path:
    content = folder / "content"
    for name, text in {"vocabulary/types.yml": TYPES, "vocabulary/issuers.yml": ISSUERS, **files}.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site = folder / "site"
    result = tracuu("build", "--content", content, "--templates", TEMPLATES, "--output", site, "--as-of", as_of)
    assert result.code == 0, result
    return site


def page(site: Path, name: str) -> str:
    return next(site.glob(f"van-ban/*/{name}/index.html")).read_text(encoding="utf-8")


def links(html: str) -> list[str]:
    return re.findall(r'<a class="cite[^"]*" href="([^"]*)"', html)


def noted(html: str) -> list[str]:
    """The anchors of the provisions at which a note stands."""
    found = []
    for before in html.split('<p class="provision-note"')[:-1]:
        found.append(re.findall(r' id="([^"]+)"', before)[-1])
    return found


@pytest.mark.parametrize(
    ("provisions", "anchors"),
    [
        ("khoản 7 Điều 9 và Phụ lục I", ["dieu-9-khoan-7", "phu-luc-i"]),
        ("khoản 7 Điều 9, Phụ lục I", ["dieu-9-khoan-7", "phu-luc-i"]),
        ("Phụ lục I và khoản 7 Điều 9", ["dieu-9-khoan-7", "phu-luc-i"]),
        ("Điều 9 và Chương I", ["chuong-i", "dieu-9"]),
        ("khoản 1 các Điều 1, 9", ["dieu-1-khoan-1", "dieu-9-khoan-1"]),
        ("từ Điều 5 đến Điều 9", ["dieu-5", "dieu-5a", "dieu-6", "dieu-9"]),
        ("khoản 1 các Điều 5 đến 6", ["dieu-5-khoan-1", "dieu-5a-khoan-1", "dieu-6-khoan-1"]),
        ("từ khoản 2 Điều 5 đến khoản 1 Điều 6", ["dieu-5-khoan-2", "dieu-5a", "dieu-6-khoan-1"]),
        ("Điều 5 khoản 1 điểm a", ["dieu-5-khoan-1-diem-a"]),
        ("khoản 7 Điều 9 Phụ lục I", ["phu-luc-i-dieu-9-khoan-7"]),
    ],
)
def test_what_was_repealed_is_said_at_each_provision_and_nowhere_else(
    provisions: str, anchors: list[str], tmp_path: Path
) -> None:
    relation = f'relations: [{{type: repeals, target: 30/2020/NĐ-CP, provisions: "{provisions}"}}]\n'
    site = built(
        tmp_path,
        {
            "directives/a.md": record("30/2020/NĐ-CP", "nghi-dinh", "chinh-phu", "2020-03-05", DECREE),
            "directives/b.md": record("40/2021/NĐ-CP", "nghi-dinh", "chinh-phu", "2021-03-05", "Nội dung.", relation),
        },
    )
    assert noted(page(site, "nd-30-cp")) == anchors


def test_text_leads_to_each_provision_of_the_document_it_names(tmp_path: Path) -> None:
    number = "Nghị định số 30/2020/NĐ-CP"
    lines = [
        f"Theo Điều 9 và Phụ lục I ban hành kèm theo {number}.",
        f"Theo **Điều 5, Điều 6** và Chương I **Nghị** định số 30/2020/NĐ-CP.",
        f"Theo khoản 1 Điều này và Điều 5a {number}.",
        "Theo Điều 1 và khoản 2 Điều này.",
        "Theo điểm a khoản 1 Điều 5 Nghị\nđịnh\u00a0số 30/2020/NĐ-\u00adCP.",
    ]
    body = "### Điều 1. Một\n\n" + "\n\n".join(lines) + "\n\n2. Sửa như sau: “2. Theo Điều 1 của Nghị định này.”\n"
    site = built(
        tmp_path,
        {
            "directives/a.md": record("30/2020/NĐ-CP", "nghi-dinh", "chinh-phu", "2020-03-05", DECREE),
            "directives/b.md": record("40/2021/NĐ-CP", "nghi-dinh", "chinh-phu", "2021-03-05", body),
        },
    )
    found = [link.partition("#")[2] for link in links(page(site, "nd-40-cp"))]
    assert found == [
        "dieu-9", "phu-luc-i", "dieu-5", "dieu-6", "chuong-i", "dieu-5a", "dieu-1", "dieu-5-khoan-1-diem-a",
    ]  # fmt: skip
    table = tmp_path / "citations.tsv"
    result = tracuu("check", "--content", tmp_path / "content", "--citations", table)
    assert result.code == 0, result
    provisions = [line.split("\t")[4] for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    assert provisions == [
        "Điều 9; Phụ lục I", "Điều 5; Điều 6; Chương I", "Điều 5a", "điểm a khoản 1 Điều 5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Quyết định số 12/2019/QĐ-UBND ngày 20 tháng 3 năm 2019 của UBND tỉnh Nghệ An", False),
        ("Quyết định số 12/2019/QĐ-UBND của UBND tỉnh Nghệ An", False),
        ("Quyết định số 12/2019/QĐ-UBND ngày 20/3/2019", False),
        ("Quyết định số 12/2019/QĐ-UBND ngày 05 tháng 6 năm 2019 của Ủy ban nhân dân tỉnh Yên Bái", True),
        ("Quyết định số 12/2019/QĐ-UBND của Uỷ ban nhân dân tỉnh Yên Bái", True),
        ("Quyết định số 12/2019/QĐ-UBND", True),
        ("Nghị quyết số 80/2015/QH13 ngày 10 tháng 6 năm 2015 của Quốc hội", False),
        ("Nghị quyết số 80/2015/QH13", False),
        # A decree's number comes once a year: another date beside it is a slip.
        ("Nghị định số 10/2019/NĐ-CP ngày 20/3/2019", True),
        ("Luật số 80/2015/QH13", True),
        ("Kết luận số 7-KL/TW của Bộ Chính trị", False),
        ("Kết luận số 7-KL/TW của Ban Bí thư", True),
        ("Kết luận số 7-KL/TW khóa XII", True),
        ("Kết luận số 7-KL/TW khóa XIII", False),
        ("Kết luận số 7-KL/TW của Ban Bí thư khoá XI", False),
        ("Quyết định số 12/2019/QĐ-UBND do UBND tỉnh Nghệ An ban hành", False),
        ("Quyết định số 12/2019/QĐ-UBND (UBND tỉnh Nghệ An)", False),
        ("đó UBND tỉnh Nghệ An ban hành Quyết định số 12/2019/QĐ-UBND", False),
        ("đó UBND tỉnh Yên Bái ban hành Quyết định số 12/2019/QĐ-UBND", True),
        ("các Quyết định của UBND tỉnh Nghệ An: số 13/2019/QĐ-UBND, số 12/2019/QĐ-UBND", False),
        ("Quyết định số 12/2019/QĐ-UBND được ban hành ngày 20/3/2019", False),
        ("Quyết định số 12/2019/QĐ-UBND được ban hành ngày 05/6/2019", True),
        ("Quyết định ngày 20/3/2019 số 12/2019/QĐ-UBND", False),
        ("Quyết định ngày 05 tháng 6 năm 2019 số 12/2019/QĐ-UBND", True),
        ("Quyết định số 12/2019/QĐ-UBND tháng 3 năm 2019", False),
        ("Quyết định số 12/2019/QĐ-UBND tháng 6/2019", True),
    ],
)
def test_what_is_said_beside_a_number_tells_which_document_is_meant(text: str, leads: bool, tmp_path: Path) -> None:
    site = built(
        tmp_path,
        {
            "directives/a.md": record("12/2019/QĐ-UBND", "quyet-dinh", "ubnd-a", "2019-06-05", "Nội dung."),
            "directives/b.md": record("80/2015/QH13", "luat", "quoc-hoi", "2015-06-22", "Nội dung."),
            "directives/e.md": record("10/2019/NĐ-CP", "nghi-dinh", "chinh-phu", "2019-01-05", "Nội dung."),
            "directives/c.md": record("7-KL/TW", "ket-luan", "bbt", "2016-06-22", "Nội dung."),
            "directives/d.md": record("40/2021/NĐ-CP", "nghi-dinh", "chinh-phu", "2021-03-05", f"Theo {text}."),
        },
    )
    assert bool(links(page(site, "nd-40-cp"))) is leads
    wanted = tracuu("wanted", "--content", tmp_path / "content", "--templates", TEMPLATES)
    assert ("d.md" in wanted.out) is not leads, wanted


@pytest.mark.parametrize(("as_of", "state"), [("2012-12-31", "unverified"), ("2013-01-01", "expired")])
def test_the_day_of_expiry_is_the_first_without_force(as_of: str, state: str, tmp_path: Path) -> None:
    decree = record("40/1990/NĐ-CP", "nghi-dinh", "chinh-phu", "1990-06-30", "Nội dung.", "expires: 2013-01-01\n")
    site = built(tmp_path, {"directives/a.md": decree}, as_of)
    assert f"status-{state}" in page(site, "nd-40-cp")
    assert "2/1/2013" not in page(site, "nd-40-cp")


def test_a_law_by_name_is_the_one_in_force_on_the_day(tmp_path: Path) -> None:
    def law(number: str, issued: str, more: str) -> str:
        return record(number, "luat", "quoc-hoi", issued, "### Điều 5. Năm", more).replace(f"Về {number}", "Công đoàn")

    site = built(
        tmp_path,
        {
            "directives/a.md": law("40/1990/QH8", "1990-06-30", "expires: 2013-01-01\n"),
            "directives/b.md": law("12/2012/QH13", "2012-06-20", "effective: 2013-01-01\n"),
            "directives/c.md": record("9/2013/NĐ-CP", "nghi-dinh", "chinh-phu", "2013-01-01", "Theo Điều 5 Luật Công đoàn."),
            "directives/d.md": record("9/2012/NĐ-CP", "nghi-dinh", "chinh-phu", "2012-12-31", "Theo Điều 5 Luật Công đoàn."),
        },
    )
    assert "luat-12-qh" in links(page(site, "../2013/nd-9-cp"))[0]
    assert "luat-40-qh" in links(page(site, "../2012/nd-9-cp"))[0]


def test_a_law_with_its_number_or_year_in_brackets_is_that_law(tmp_path: Path) -> None:
    texts = ["Luật Công đoàn (Luật số 50/2024/QH15)", "Luật Công đoàn (2024)", "Luật Công đoàn (2012)"]
    body = "\n\n".join(f"Theo Điều 5 {text}." for text in texts)
    law = record("12/2012/QH13", "luat", "quoc-hoi", "2012-06-20", "### Điều 5. Năm").replace("Về 12/2012/QH13", "Công đoàn")
    site = built(
        tmp_path,
        {
            "directives/b.md": law,
            "directives/c.md": record("9/2025/NĐ-CP", "nghi-dinh", "chinh-phu", "2025-01-01", body),
        },
    )
    assert len(links(page(site, "nd-9-cp"))) == 1
    assert "50/2024/QH15" in tracuu("wanted", "--content", tmp_path / "content", "--templates", TEMPLATES).out


def test_links_do_not_slip_where_one_unit_is_in_two_provisions(tmp_path: Path) -> None:
    decree = "Nghị định số 30/2020/NĐ-CP"
    body = f"""Theo Mục 1 Chương II, Điều 9 {decree}.

Theo khoản 1 Điều 5, khoản 2 {decree}.

Theo Điều 5 {decree}, Điều 6 {decree} và Điều 7 Nghị định số 50/2020/NĐ-CP.
"""
    site = built(
        tmp_path,
        {
            "directives/a.md": record("30/2020/NĐ-CP", "nghi-dinh", "chinh-phu", "2020-03-05", DECREE),
            "directives/e.md": record("50/2020/NĐ-CP", "nghi-dinh", "chinh-phu", "2020-03-05", "### Điều 7. Bảy"),
            "directives/b.md": record("40/2021/NĐ-CP", "nghi-dinh", "chinh-phu", "2021-03-05", body),
        },
    )
    found = [link.rpartition("/")[0].rpartition("/")[2] + link.rpartition("#")[2] for link in links(page(site, "nd-40-cp"))]
    assert found == [
        "nd-30-cpchuong-ii", "nd-30-cpdieu-9", "nd-30-cpdieu-5-khoan-1", "nd-30-cpdieu-5-khoan-2",
        "nd-30-cpdieu-5", "nd-30-cpdieu-6", "nd-50-cpdieu-7",
    ]  # fmt: skip


def test_what_a_decision_promulgates_speaks_of_its_own_articles(tmp_path: Path) -> None:
    body = """### Điều 6. Sáu

1. Theo khoản 2 Điều này và Điều 7.

### Điều 7. Bảy

x

## QUY CHẾ

(Ban hành kèm theo Nghị định số 40/2021/NĐ-CP)

### Điều 6. Sáu của quy chế

1. Theo khoản 2 Điều này và Điều 7.

2. Theo Điều 7 Quy chế này.

3. Theo Điều 7 của Nghị định này.

4. Theo Điều 7 ban hành kèm theo Nghị định này.

5. Theo khoản 1 Điều này và Điều 20.

### Điều 7. Bảy của quy chế

x

## Phụ lục I. Mẫu

### Điều 6. Của phụ lục

1. Theo khoản 2 Điều này và Điều 7.

2. Theo Phụ lục I ban hành kèm theo Nghị định này.

### Điều 7. Bảy của phụ lục

x
"""
    site = built(
        tmp_path, {"directives/b.md": record("40/2021/NĐ-CP", "nghi-dinh", "chinh-phu", "2021-03-05", body)}
    )
    assert links(page(site, "nd-40-cp")) == [
        "#dieu-7", "#quy-che-dieu-7", "#quy-che-dieu-7", "#dieu-7", "#phu-luc-i-dieu-7", "#phu-luc-i",
    ]  # fmt: skip


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", ("''", "''")])
def test_quoted_wording_does_not_speak_of_the_amending_text(marks: str, tmp_path: Path) -> None:
    opening, closing = marks
    body = f"""### Điều 1. Một

1. Sửa đổi như sau: {opening}2. Theo Điều 2 của Nghị định này;

3. Theo Điều 2 của Nghị định này.{closing}.

2. Sửa đổi như sau:

{opening}2. Theo Điều 2 của Nghị định này;

3. Theo Điều 2 của Nghị định này.{closing}

3. Theo Điều 2 của Nghị định này, màn hình 27" ở R’lấp.

### Điều 2. Hai

1. Theo Điều 1 của Nghị định này.
"""
    site = built(
        tmp_path, {"directives/b.md": record("40/2021/NĐ-CP", "nghi-dinh", "chinh-phu", "2021-03-05", body)}
    )
    assert links(page(site, "nd-40-cp")) == ["#dieu-2", "#dieu-1"]


def test_a_provision_that_loses_words_is_amended_and_exceptions_are_refused(tmp_path: Path) -> None:
    relations = """relations:
  - {type: repeals, target: 30/2020/NĐ-CP, provisions: ["cụm từ “x” tại Điều 5", "từ Điều 6 đến Điều 9, trừ Điều 7"]}
"""
    site = built(
        tmp_path,
        {
            "directives/a.md": record("30/2020/NĐ-CP", "nghi-dinh", "chinh-phu", "2020-03-05", DECREE),
            "directives/b.md": record("40/2021/NĐ-CP", "nghi-dinh", "chinh-phu", "2021-03-05", "Nội dung.", relations),
        },
    )
    html = page(site, "nd-30-cp")
    assert noted(html) == ["dieu-5"]
    assert "Được sửa đổi, bổ sung bởi" in html.split('<p class="provision-note"')[1][:60]
    checked = tracuu("check", "--content", tmp_path / "content", "--templates", TEMPLATES)
    assert "TC324" in checked.err + checked.out and "“trừ”" in checked.err + checked.out


def test_number_pages_and_results_name_the_place(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        {
            "directives/a.md": record("123/KH-UBND", "ke-hoach", "ubnd-a", "2019-06-05", "Nội dung."),
            "directives/b.md": record("123/KH-UBND", "ke-hoach", "ubnd-b", "2019-07-05", "Nội dung."),
        },
    )
    choice = (site / "so-hieu" / "123-kh-ubnd" / "index.html").read_text(encoding="utf-8")
    assert "tỉnh Yên Bái" in choice and "Ủy ban nhân dân, Nghệ An" in choice
    found = tracuu("search", "--site", site, "123/KH-UBND")
    assert "Yên Bái" in found.out and "Nghệ An" in found.out, found


def test_number_pages_give_the_type_in_english_too(tmp_path: Path) -> None:
    bodies = {
        "directives/a.md": record("123/KH-UBND", "ke-hoach", "ubnd-a", "2019-06-05", "Nội dung."),
        "directives/b.md": record("123/KH-UBND", "ke-hoach", "ubnd-b", "2019-07-05", "Nội dung."),
        "directives/c.md": record("124/KH-UBND", "ke-hoach", "ubnd-b", "2019-07-06", "Nội dung."),
    }
    english = '<span lang="en">(Plan)</span>'
    for language, count in (("vi", 0), ("en", 1)):
        site = built(tmp_path / language, {"site.yml": f"title: Thử\nlanguage: {language}\n", **bodies})
        for slug, cells in (("123-kh-ubnd", 2), ("124-kh-ubnd", 1)):
            html = (site / "so-hieu" / slug / "index.html").read_text(encoding="utf-8")
            assert html.count(english) == count * cells, (language, slug)


def test_a_number_typed_with_blanks_finds_its_document(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        {
            f"directives/{month}.md": record(
                f"{month:02}/2022/QH15", "luat", "quoc-hoi", "2022-06-14", "Nội dung."
            )
            for month in range(1, 14)
        },
    )
    for month in range(1, 14):
        for typed in (f"{month:02} 2022 qh15", f"{month} 2022 QH15", f"luật {month:02} 2022 qh15"):
            found = tracuu("search", "--site", site, typed)
            assert f"{month:02}/2022/QH15" in found.out.splitlines()[0], (typed, found)


def test_a_state_without_a_source_is_not_shown_as_checked(tmp_path: Path) -> None:
    status = "status: {value: in-force, checked: 2026-01-20}\n"
    site = built(
        tmp_path, {"directives/a.md": record("9/2013/NĐ-CP", "nghi-dinh", "chinh-phu", "2013-01-01", "x", status)}
    )
    html = page(site, "nd-9-cp")
    assert "chưa có nguồn" in html
    assert "status-in-force" not in html
