"""From `tracuu new` to a page, as a new editor would go."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from harness.command import AS_OF, CONTENT, TEMPLATES, must_build, tracuu
from harness.terminal import at_terminal


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The project's vocabulary without its records."""
    folder = tmp_path / "content"
    folder.mkdir()
    shutil.copytree(CONTENT / "vocabulary", folder / "vocabulary")
    shutil.copy(CONTENT / "site.yml", folder / "site.yml")
    return folder


def check(content: Path):
    return tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF)


def test_a_number_alone_fills_what_it_says(content: Path) -> None:
    result = tracuu("new", "167hd/btgtw", "--content", content)
    assert result.code == 0, result
    path = Path(result.out.strip())
    assert path == content / "guidance" / "hd-167-btgtw.md"
    text = path.read_text(encoding="utf-8")
    assert "\nnumber: 167-HD/BTGTW\n" in text
    assert "\ntype: huong-dan   # Hướng dẫn\n" in text
    assert "\nissuer: ban-tuyen-giao-trung-uong   # Ban Tuyên giáo Trung ương\n" in text
    keys = re.findall(r"^(?:# )?([a-z-]+):", text, re.MULTILINE)
    for key in keys:
        line = next(i for i, row in enumerate(text.splitlines()) if re.match(rf"(# )?{key}:", row))
        assert any(row.startswith("# ") for row in text.splitlines()[max(0, line - 4) : line]), f"{key} is not explained"
    # What is left empty is what the checker asks for, and nothing else.
    found = check(content)
    assert [place.split()[0] for place in found.diagnostics(content)] == ["TC116", "TC116"], found


def test_what_a_number_leaves_open_is_offered_and_not_guessed(content: Path) -> None:
    result = tracuu("new", "100-KL/TW", "--content", content)
    text = Path(result.out.strip()).read_text(encoding="utf-8")
    assert "\nissuer:\n" in text
    for candidate in ("ban-chap-hanh-trung-uong", "bo-chinh-tri", "ban-bi-thu"):
        assert f"#   {candidate} (" in text
    text = Path(tracuu("new", "5-QĐ/TW", "--content", content).out.strip()).read_text(encoding="utf-8")
    assert "\ntype:\n" in text and "#   quyet-dinh (Quyết định)" in text and "#   quy-dinh (Quy định)" in text


def test_filled_in_it_becomes_a_page(content: Path, tmp_path: Path) -> None:
    result = tracuu(
        "new", "100-KL/TW", "--content", content, "--issuer", "ban-bi-thu", "--issued", "2014-08-18", "--title", "Về “thử”: một"
    )
    path = Path(result.out.strip())
    assert path == content / "directives" / "kl-100-tw-2014.md", result
    path.write_text(
        path.read_text(encoding="utf-8").replace("# audience:", "audience:") + "## I. Mục đích\n\nNội dung.\n",
        encoding="utf-8",
    )
    found = check(content)
    assert found.code == 0 and found.diagnostics(content) == [], found
    site = must_build(content, tmp_path / "site")
    page = (site / "van-ban/2014/kl-100-tw/index.html").read_text(encoding="utf-8")
    assert "Về “thử”: một" in page and "Mục đích" in page


def test_it_never_overwrites(content: Path) -> None:
    path = Path(tracuu("new", "12-CT/TW", "--content", content).out.strip())
    path.write_text("của tôi", encoding="utf-8")
    again = tracuu("new", "12-CT/TW", "--content", content)
    assert again.code == 2 and "đã có" in again.err and "mở tệp ấy để sửa" in again.err and "Usage" not in again.err
    assert path.read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize("number", ["xin chào", "100", "Kết luận 100"])
def test_what_is_no_whole_number_is_wrong_use(number: str, content: Path) -> None:
    result = tracuu("new", number, "--content", content)
    assert result.code == 2 and not list(content.rglob("*.md")), result


@pytest.mark.parametrize("typed", ["xin chào", "5", "100-KL/TW --issued hôm-qua", "100-KL/TW --type khong-co", "100-KL/TW --kind finding"])
def test_wrong_use_is_answered_by_a_sentence_and_the_way_on(typed: str, content: Path) -> None:
    result = tracuu("new", *typed.split(), "--content", content)
    assert result.code == 2 and "Usage" not in result.err and len(result.err.strip().splitlines()) == 1, result


@pytest.mark.parametrize(
    ("typed", "file", "fields"),
    [
        (
            "Quyết định 5/QĐ-TTg ngày 18 tháng 8 năm 2014",
            "directives/qd-5-ttg-2014.md",
            {"type": "quyet-dinh", "issued": "2014-08-18"},
        ),
        ("KH 25/UBND ngày 5/6/2020", "guidance/kh-25-2020.md", {"type": "ke-hoach", "issued": "2020-06-05", "issuer": ""}),
        ("công văn số 12/BNV-TCCB, 2/3/2021", "directives/cv-12-bnv-2021.md", {"type": "cong-van", "issued": "2021-03-02"}),
        ("30/2020/NĐ-CP tháng 3/2020", "directives/nd-30-cp-2020.md", {"number": "30/2020/NĐ-CP", "issued": "2020-03"}),
        ("Quy định 66-QĐ/TW", "directives/qdi-66.md", {"type": "quy-dinh"}),
    ],
)
def test_what_is_typed_around_a_number_is_understood(typed: str, file: str, fields: dict[str, str], content: Path) -> None:
    result = tracuu("new", typed, "--content", content)
    assert result.code == 0 and "không dùng đến" not in result.err, result
    assert Path(result.out.strip()) == content / file
    text = (content / file).read_text(encoding="utf-8")
    found = dict(re.findall(r"(?m)^([a-z-]+):[ ]?([^#\n]*?) *(?:#.*)?$", text))
    assert {key: found[key] for key in fields} == fields


@pytest.mark.parametrize("date", ["18/8/2014", "18.8.2014", "ngày 18 tháng 8 năm 2014", "2014-08-18"])
def test_a_date_is_taken_as_people_write_it(date: str, content: Path) -> None:
    path = Path(tracuu("new", "100-KL/TW", "--issued", date, "--content", content).out.strip())
    assert "\nissued: 2014-08-18\n" in path.read_text(encoding="utf-8")


def test_letters_that_every_place_has_are_nobodys_without_the_place(content: Path) -> None:
    add = ["--abbreviation", "UBND", "--place", "Lào Cai", "--content", content]
    assert tracuu("new", "issuer", "Ủy ban nhân dân tỉnh Lào Cai", *add).code == 0
    alone = tracuu("new", "123/KH-UBND", "--content", content)
    assert "\nissuer:\n" in Path(alone.out.strip()).read_text(encoding="utf-8") and "chọn ở “issuer”" in alone.err
    there = tracuu("new", "124/KH-UBND", "--place", "Lào Cai", "--content", content)
    assert "\nissuer: uy-ban-nhan-dan-tinh-lao-cai" in Path(there.out.strip()).read_text(encoding="utf-8")
    named = tracuu("new", "125/KH-UBND tỉnh Lào Cai về phòng cháy", "--content", content)
    assert "\nissuer: uy-ban-nhan-dan-tinh-lao-cai" in Path(named.out.strip()).read_text(encoding="utf-8")
    assert "“về phòng cháy” không dùng đến" in named.err
    elsewhere = tracuu("new", "126/KH-UBND tỉnh Sơn La", "--content", content)
    assert "\nissuer:\n" in Path(elsewhere.out.strip()).read_text(encoding="utf-8")


def test_an_organ_that_nobody_knows_comes_with_the_command_that_adds_it(content: Path) -> None:
    commands = {
        "5/BC-XYZ": '"…" --abbreviation XYZ',
        "7/KH-HĐND tỉnh Lào Cai": '"Hội đồng nhân dân tỉnh Lào Cai" --abbreviation HĐND --place "Lào Cai"',
    }
    for number, options in commands.items():
        result = tracuu("new", number, "--content", content)
        assert result.code == 0 and f"tracuu new issuer {options} --content {content}" in result.err, result


def test_a_notice_or_letter_is_put_where_the_editor_says(content: Path) -> None:
    unsure = tracuu("new", "45-TB/TW", "--content", content)
    assert Path(unsure.out.strip()).parent.name == "directives" and "--kind guidance" in unsure.err
    stated = tracuu("new", "46-TB/TW", "--kind", "guidance", "--content", content)
    assert Path(stated.out.strip()).parent.name == "guidance" and "--kind" not in stated.err


def test_whoever_sits_at_a_terminal_is_asked(content: Path) -> None:
    answers = "tỉnh Sơn La\nVề việc thử\nhôm qua\n5/6/2020\n"
    session = at_terminal(answers, "new", "77/KH-HĐND", "--content", content)
    assert session.code == 0 and "HĐND nơi nào" in session.shown and "không hiểu ngày “hôm qua”" in session.shown, session
    issuers = (content / "vocabulary" / "issuers.yml").read_text(encoding="utf-8")
    assert "name: Hội đồng nhân dân tỉnh Sơn La, abbreviation: HĐND" in issuers
    text = next((content / "guidance").glob("kh-77-*.md")).read_text(encoding="utf-8")
    assert "issuer: hoi-dong-nhan-dan-tinh-son-la" in text and "issued: 2020-06-05" in text and "title: Về việc thử" in text


def test_the_template_speaks_english_too(content: Path) -> None:
    text = Path(tracuu("new", "100-KL/TW", "--content", content, "--language", "en").out.strip()).read_text(encoding="utf-8")
    assert "# Number as printed" in text and "Số hiệu" not in text


def test_a_number_that_is_there_needs_what_tells_them_apart(content: Path) -> None:
    first = tracuu("new", "100-KL/TW", "--content", content, "--issuer", "ban-bi-thu", "--issued", "2014-08-18", "--title", "A")
    assert first.code == 0, first
    name = Path(first.out.strip()).name
    # Under another name, or with no more known than the number, it would be recorded twice.
    Path(first.out.strip()).rename(content / "directives" / "ten-khac.md")
    for options in [[], ["--issued", "2014-08"], ["--issuer", "ban-bi-thu"]]:
        again = tracuu("new", "100-KL/TW", "--content", content, *options)
        assert again.code == 2 and "ten-khac.md đã có" in again.err and "--issued" in again.err, again
    other = tracuu("new", "100-KL/TW", "--content", content, "--issuer", "ban-bi-thu", "--issued", "2022-01-05")
    assert other.code == 0 and Path(other.out.strip()).name != name, other


def test_samples_that_are_taken_into_use_must_be_filled_in(content: Path) -> None:
    path = Path(tracuu("new", "167hd/btgtw", "--content", content, "--issued", "2015-12-26", "--title", "A").out.strip())
    text = path.read_text(encoding="utf-8")
    body = text.split("---\n", 2)
    keys = "summary|topics|effective|signer|status|relations|sources|attachments"
    fields = re.sub(rf"(?m)^# (({keys}):.*|  - \{{.*)$", r"\1", body[1])
    path.write_text(f"---\n{fields}---\n{body[2]}", encoding="utf-8")
    found = check(content)
    assert {place.split()[0] for place in found.diagnostics(content)} == {"TC153"}, found
    assert len(found.diagnostics(content)) >= 12, found
