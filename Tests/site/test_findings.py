"""Findings: nobody can be got out of what a survey prints, and each form says what it may say."""

from __future__ import annotations

import re
import random
from pathlib import Path

import pytest
from harness import surveys
from harness.command import AS_OF, CONTENT, TEMPLATES, build, must_build, tracuu
from harness.disclosure import Attack, Printed, printed
from harness.least import fewest_withheld
from harness.surveys import Table
from harness.trees import differences, files, pages

SEED = 20260131
SURVEYS = 200
NESTED = 100


def attack(site: Path, name: str, tables: list[Table]) -> tuple[Attack, int, int]:
    """The attacker with all tables of a survey before him; and how many cells there are, how many of them withheld."""
    attacker, cells, withheld = Attack(), 0, 0
    for table in tables:
        seen = printed(site / "ket-qua" / name / f"{table.id}.csv")
        attacker.add(table.question, table.by, seen, table.true, table.true_bases, exclusive=table.answers != "several")
        if table.within:
            attacker.nest(table.question, table.by, *table.within, len(seen.answers))
        cells += sum(len(row) for row in seen.counts)
        withheld += sum(cell is None for row in seen.counts for cell in row)
    return attacker, cells, withheld


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Table]]]:
    """Two hundred made-up surveys, built in one go."""
    rng = random.Random(SEED)
    folder = tmp_path_factory.mktemp("surveys")
    made = {f"s{number:03}": surveys.made_up(rng) for number in range(SURVEYS)}
    for name, tables in made.items():
        surveys.write(folder / "content", name, tables)
    return must_build(folder / "content", folder / "site"), made


@pytest.mark.timeout(600)
def test_no_withheld_figure_of_200_surveys_can_be_reckoned(
    generated: tuple[Path, dict[str, list[Table]]], record_property: pytest.RecordProperty
) -> None:
    site, made = generated
    cells = withheld = figures = small = 0
    for name, tables in made.items():
        attacker, all_cells, hidden = attack(site, name, tables)
        assert attacker.reckoned() == [], name
        cells, withheld, figures = cells + all_cells, withheld + hidden, figures + len(attacker.withheld)
        small += sum(count < 10 for table in tables for row in table.true for count in row)
    assert withheld > 500, "hardly anything was withheld, so this would prove nothing"
    assert withheld < cells * 0.75, "a site that withholds nearly everything is no use"
    loss = f"{withheld} of {cells} cells withheld ({withheld / cells:.1%}), {small} of them small; {figures} figures attacked"
    record_property("loss", loss)
    print(loss)


@pytest.mark.timeout(600)
def test_no_withheld_figure_of_groupings_that_nest_can_be_reckoned(
    tmp_path: Path, record_property: pytest.RecordProperty
) -> None:
    """Communes within districts within provinces: who knows which lies where must not get further. Half of the surveys
    publish their tables in two records."""
    rng = random.Random(SEED + 1)
    made = {f"n{number:03}": surveys.nested(rng) for number in range(NESTED)}
    for number, (name, tables) in enumerate(made.items()):
        parts = [tables[::2], tables[1::2]] if number % 2 else [tables]
        for part, some in enumerate(parts):
            surveys.write(tmp_path / "content", f"{name}-{part}", some, head=f"survey: {name}\n")
    site = must_build(tmp_path / "content", tmp_path / "site")
    cells = withheld = figures = 0
    for number, (name, tables) in enumerate(made.items()):
        attacker = Attack()
        for place, table in enumerate(tables):
            seen = printed(site / "ket-qua" / f"{name}-{place % 2 if number % 2 else 0}" / f"{table.id}.csv")
            attacker.add(table.question, table.by, seen, table.true, table.true_bases, exclusive=table.answers != "several")
            if table.within:
                attacker.nest(table.question, table.by, *table.within, len(seen.answers))
            cells += sum(len(row) for row in seen.counts)
            withheld += sum(cell is None for row in seen.counts for cell in row)
        assert attacker.reckoned() == [], name
        figures += len(attacker.withheld)
    assert withheld > 500 and withheld < cells * 0.75
    loss = f"{withheld} of {cells} cells withheld ({withheld / cells:.1%}); {figures} figures attacked"
    record_property("loss", loss)
    print(loss)


def test_hardly_more_is_withheld_than_the_least_that_is_safe(
    generated: tuple[Path, dict[str, list[Table]]], record_property: pytest.RecordProperty
) -> None:
    """Against an integer program that finds the smallest safe pattern, as blind to what small cells hold as the command is;
    on the tables whose margins are all printed, with no row or column of small cells alone."""
    site, made = generated
    ours = least = tables = 0
    for name, (table, *_) in made.items():
        bases = table.group_bases
        primary = [[count < 10 or base < 30 for count, base in zip(row, bases)] for row in table.counts]
        lines = [*primary, *zip(*primary)]
        margins = [*map(sum, table.counts), *bases]
        if len(bases) < 2 or min(margins) < 10 or any(map(all, lines)) or not any(map(any, lines)):
            continue
        seen = printed(site / "ket-qua" / name / f"{table.id}.csv")
        ours += sum(count is None for row in seen.counts for count in row[1:])
        needed = fewest_withheld(table.counts, primary)
        assert needed is not None, name
        least, tables = least + needed, tables + 1
    loss = f"{ours} cells withheld on {tables} tables, {least} at the least ({ours / least:.3f})"
    record_property("loss", loss)
    print(loss)
    assert tables > 80 and least <= ours <= least * 1.05


def test_no_small_count_is_printed(generated: tuple[Path, dict[str, list[Table]]]) -> None:
    site, made = generated
    for name, tables in made.items():
        for table in tables:
            seen = printed(site / "ket-qua" / name / f"{table.id}.csv")
            assert all(count is None or count >= 10 for row in seen.counts for count in row), name


def test_the_published_example_keeps_its_cell(tmp_path: Path) -> None:
    """The example of the GaussSuppression package, five times as large so that `site.yml` may have its threshold."""
    example = Table("q", "Câu", [[15, 20, 30], [10, 0, 25]])
    surveys.write(tmp_path / "content", "vi-du", [example])
    (tmp_path / "content" / "site.yml").write_text("thresholds: {cell: 10, base: 10}\n")
    site = must_build(tmp_path / "content", tmp_path / "site")
    seen = printed(site / "ket-qua" / "vi-du" / "q.csv")
    assert seen.counts == [[65, None, None, 30], [35, None, None, 25]]
    attacker, _, _ = attack(site, "vi-du", [example])
    assert len(attacker.withheld) == 4 and attacker.reckoned() == []


def test_the_attacker_finds_what_too_little_suppression_leaves_open() -> None:
    """With the sensitive cell alone withheld, its total gives it away: the attacker must see that."""
    open_book = Printed(
        groups=["Tất cả", "a", "b", "c"], answers=["x", "y"], counts=[[65, 15, 20, 30], [35, 10, None, 25]],
        shares=[[None] * 4, [None] * 4], bases=[100, 25, 20, 55],
    )  # fmt: skip
    attacker = Attack()
    attacker.add("q", "g", open_book, [[65, 15, 20, 30], [35, 10, 0, 25]], [100, 25, 20, 55])
    assert attacker.reckoned() == [("q", "g", 1, 2)]


LARGE = [[4837, 3000, 2500], [2000, 3, 4711], [1500, 1700, 1900]]


def test_inputs_that_differ_in_withheld_cells_alone_give_the_same_bytes(tmp_path: Path) -> None:
    tables = [Table("q", "Câu", LARGE), Table("k", "Câu", [[5000, 5337], [4000, 2714], [3000, 2100]], by="tuổi")]
    surveys.write(tmp_path / "a", "x", tables, sampling="probability")
    first = must_build(tmp_path / "a", tmp_path / "site-a")
    seen = printed(first / "ket-qua" / "x" / "q.csv")
    hidden = [(row, column) for row in range(3) for column in range(3) if seen.counts[row][column + 1] is None]
    assert (1, 1) in hidden and len(hidden) == 4
    (top,) = {row for row, _ in hidden} - {1}
    (side,) = {column for _, column in hidden} - {1}
    other = [list(row) for row in LARGE]
    for row, column, change in [(1, 1, 4), (top, 1, -4), (1, side, -4), (top, side, 4)]:
        other[row][column] += change
    assert other != LARGE
    surveys.write(tmp_path / "b", "x", [Table("q", "Câu", other), tables[1]], sampling="probability")
    assert differences(first, must_build(tmp_path / "b", tmp_path / "site-b")) == []


def test_withheld_figures_stand_in_no_byte_of_the_site(tmp_path: Path) -> None:
    surveys.write(tmp_path / "content", "x", [Table("q", "Câu", LARGE)], sampling="probability")
    site = must_build(tmp_path / "content", tmp_path / "site")
    seen = printed(site / "ket-qua" / "x" / "q.csv")
    told = [row[1:] for row in seen.counts]
    gone = [LARGE[row][column] for row in range(3) for column in range(3) if told[row][column] is None and LARGE[row][column] > 10]
    assert len(gone) == 3
    for path, data in files(site).items():
        if path.startswith("assets/") or path == "manifest.json":
            continue
        text = data.decode("utf-8", "replace")
        for count in gone:
            assert str(count) not in text and f"{count // 1000}.{count % 1000:03}" not in text, path


def test_records_that_share_a_table_withhold_the_same(tmp_path: Path) -> None:
    small = [[60, 50, 4], [70, 40, 40], [30, 50, 55]]
    content = tmp_path / "content"
    surveys.write(content, "a", [Table("q", "Câu", small)], head="survey: chung\n")
    surveys.write(content, "b", [Table("r", "Câu", small), Table("s", "Câu", [[54, 60], [80, 70], [65, 70]], by="tuổi")], head="survey: chung\n")
    site = must_build(content, tmp_path / "site")
    first, second = printed(site / "ket-qua/a/q.csv"), printed(site / "ket-qua/b/r.csv")
    assert first.counts == second.counts and any(cell is None for row in first.counts for cell in row)


def test_what_the_public_sees_does_not_depend_on_inner_records(tmp_path: Path) -> None:
    small = [[60, 50, 4], [70, 40, 40], [30, 50, 55]]
    inner = [Table("s", "Câu", [[50, 60, 4], [80, 60, 10], [65, 60, 10]], by="tuổi")]
    content = tmp_path / "content"
    surveys.write(content, "a", [Table("q", "Câu", small)], head="survey: chung\n")
    before = must_build(content, tmp_path / "before", "--edition", "public")
    surveys.write(content, "b", inner, audience="internal", head="survey: chung\n")
    assert differences(before, must_build(content, tmp_path / "after", "--edition", "public")) == []
    everything = must_build(content, tmp_path / "all", "--edition", "internal")
    assert printed(everything / "ket-qua/a/q.csv").counts == printed(before / "ket-qua/a/q.csv").counts


def test_a_weighted_total_is_printed_only_where_its_row_is_whole(tmp_path: Path) -> None:
    small = [[60, 50, 4], [70, 40, 40], [30, 50, 55]]
    content = tmp_path / "content"
    surveys.write(content, "a", [Table("q", "Câu", small, extra=", weights: w.csv")], sampling="probability")
    (content / "findings" / "w.csv").write_text("nhóm 1;1\nnhóm 2;2\nnhóm 3;0,5\n", encoding="utf-8")
    seen = printed(must_build(content, tmp_path / "site") / "ket-qua/a/q.csv")
    for counts, shares in zip(seen.counts, seen.shares):
        assert counts[0] is not None and (shares[0] is None) == (None in counts)
    assert any(shares[0] is not None for shares in seen.shares)
    whole = next(row for row, counts in enumerate(seen.counts) if None not in counts)
    weights, bases = [1, 2, 0.5], [160, 140, 99]
    expected = sum(w * c for w, c in zip(weights, small[whole])) / sum(w * b for w, b in zip(weights, bases))
    assert seen.shares[whole][0] == pytest.approx(100 * expected, abs=0.051)


def test_weights_of_respondents_weigh_every_share_and_widen_intervals(tmp_path: Path) -> None:
    counts, sums = [[125, 100], [75, 100]], [[150, 90], [60, 110]]
    content = tmp_path / "content"
    surveys.write(content, "a", [Table("q", "Câu", counts, extra=", weights: w.csv")], sampling="probability")
    weights = "x;nhóm 1;nhóm 2\nÝ 1;150;90\nÝ 2;60;110\n"
    (content / "findings" / "w.csv").write_text(weights, encoding="utf-8")
    refused = build(content, tmp_path / "site")
    assert refused.code == 1 and "TC715" in refused.err
    (content / "findings" / "w.csv").write_text(weights + "bình phương;300;315\n", encoding="utf-8")
    site = must_build(content, tmp_path / "site")
    seen = printed(site / "ket-qua/a/q.csv")
    assert seen.counts == [[225, 125, 100], [175, 75, 100]]
    expected = [[240 / 410, 150 / 210, 90 / 200], [170 / 410, 60 / 210, 110 / 200]]
    assert seen.shares == [[pytest.approx(100 * share, abs=0.051) for share in row] for row in expected]
    assert sum(map(sum, sums)) == 410
    # Kish: 400 · 615 / 410² = 1.463; 400 / 1.463 = 273.
    text = page(site, "a")
    assert "cỡ mẫu hiệu dụng 273" in text and "Mọi tỷ lệ có dùng quyền số của từng người trả lời" in text


def page(site: Path, name: str) -> str:
    return (site / "ket-qua" / name / "index.html").read_text(encoding="utf-8")


def test_a_page_says_how_sure_it_is_or_why_it_cannot(tmp_path: Path) -> None:
    table = Table("q", "Câu", [[125, 100], [75, 100]])
    for sampling in ("probability", "quota", "census", "unknown", "self-selected"):
        surveys.write(tmp_path / "content", sampling, [table], sampling=sampling)
    site = must_build(tmp_path / "content", tmp_path / "site")
    assert "Khoảng tin cậy 95% theo Wilson." in page(site, "probability") and "±4,9 điểm phần trăm" in page(site, "probability")
    assert "51,4–61,0%" in page(site, "probability")
    for sampling, why in {
        "quota": "mẫu thuộc loại hạn ngạch", "self-selected": "tự nguyện tham gia", "census": "Đã hỏi toàn bộ",
        "unknown": "không cho biết cách chọn mẫu",
    }.items():  # fmt: skip
        assert why in page(site, sampling) and "±" not in page(site, sampling) and "class=\"interval\"" not in page(site, sampling)


def test_samples_are_built_only_when_asked_for_and_say_what_they_are(tmp_path: Path) -> None:
    plain = must_build(CONTENT, tmp_path / "plain")
    assert not (plain / "ket-qua" / "nam-bat-quy-1-2024").exists()
    site = must_build(CONTENT, tmp_path / "site", "--with-examples")
    examples = sorted(path.stem for path in (CONTENT / "findings" / "vi-du").glob("*.md"))
    assert len(examples) >= 3
    for name in examples:
        assert "Ví dụ minh họa: toàn bộ nội dung và số liệu là bịa đặt." in page(site, name)
    own = page(site, "tong-ket-10-nam-kl-100-dang-uy-khoi-2023")
    assert "bịa đặt" not in own
    content = tmp_path / "content"
    surveys.write(content, "a", [Table("q", "Câu", [[50, 60], [70, 80]])])
    (content / "findings" / "vi-du").mkdir()
    (content / "findings" / "a.md").rename(content / "findings" / "vi-du" / "a.md")
    (content / "findings" / "a-q.csv").rename(content / "findings" / "vi-du" / "a-q.csv")
    (content / "site.yml").write_text("examples: true\n")
    assert (must_build(content, tmp_path / "asked") / "ket-qua/a/q.csv").exists()


def test_pictures_have_words_and_no_style_of_their_own(tmp_path: Path) -> None:
    site = must_build(CONTENT, tmp_path / "site", "--with-examples")
    shown = [text for path in pages(site / "ket-qua") if "<svg" in (text := path.read_text(encoding="utf-8"))]
    assert len(shown) >= 3
    for text in shown:
        assert "style=" not in text and "<script>" not in text
        for described in set(text.split('aria-describedby="')[1:]):
            name = described.split('"')[0]
            words = text.split(f'id="{name}"')[1].split("</figcaption>")[0]
            assert "%" in words


def unfilled(content: Path) -> list[str]:
    """The lines of findings that hold a placeholder and are no comment."""
    lines = [line for path in (content / "findings").iterdir() for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if "‹điền" in line and not line.lstrip().startswith("#")]


def filled(text: str) -> str:
    """A sample as an editor would fill it in."""
    values = {
        "ngày": "2026-01-05", "tháng": "2026-01", "năm": "2021", "mức độ": "da-so", "chiều hướng": "tan-thanh",
        "số người trả lời": "200", "số người": "30", "mã hoặc số": "100-KL/TW",
    }  # fmt: skip
    numbers = iter(range(100))

    def value(placeholder: re.Match[str]) -> str:
        found = [value for start, value in values.items() if placeholder[1].startswith(start)]
        return found[0] if found else f"Đã điền {next(numbers)}"

    return re.sub(r"‹điền ([^›]*)›", value, text)


def test_an_unfilled_finding_of_an_earlier_sample_is_refused(tmp_path: Path) -> None:
    content = tmp_path / "content"
    surveys.write(content, "a", [Table("q", "Chép nguyên văn câu hỏi", [[60, 45], [25, 30], [20, 20]])])
    result = build(content, tmp_path / "site")
    assert result.code == 1 and "TC153" in result.err, result


@pytest.mark.parametrize("form", ["survey", "monitoring", "review"])
def test_a_new_finding_explains_itself_and_passes_when_it_is_filled_in(form: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    result = tracuu("new", "finding", "--form", form, "--content", content)
    assert result.code == 0, result
    written = {path.name: path.read_bytes() for path in (content / "findings").iterdir()}
    assert written and all(b"\xc3" in data or b"\xe1" in data for data in written.values()), "it speaks Vietnamese"
    check = tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF)
    said = {"TC153", "TC704"} if form == "survey" else {"TC153"}  # A survey begins with items that are not known.
    assert check.code == 1 and {place[:5] for place in check.diagnostics(content)} == said, check
    left = sum(text.count("‹điền") for text in unfilled(content))
    for path in (content / "findings").iterdir():
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert left > 5 and not unfilled(content)
    check = tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF)
    assert check.code == 0, check
    must_build(content, tmp_path / "site")
    for name, data in written.items():
        (content / "findings" / name).write_bytes(data)
    again = tracuu("new", "finding", "--form", form, "--content", content)
    assert again.code == 2 and "đã có tệp" in again.err, again
    assert {path.name: path.read_bytes() for path in (content / "findings").iterdir()} == written
    other = tracuu("new", "finding", "--form", form, "--content", content, "--name", "khac-1")
    assert other.code == 0 and (content / "findings" / "khac-1.md").exists()


def test_personal_data_is_refused_and_never_quoted(tmp_path: Path) -> None:
    content = tmp_path / "content"
    surveys.write(content, "a", [Table("q", "Câu", [[50, 60], [70, 80]])])
    record = content / "findings" / "a.md"
    for secret in ("001203004567", "0912 345 678", "ai.do@co-quan.gov.vn"):
        record.write_text(record.read_text(encoding="utf-8").split("\nGọi")[0] + f"\nGọi {secret}.\n", encoding="utf-8")
        result = build(content, tmp_path / "site")
        assert result.code == 1 and "TC709" in result.err, result
        assert secret not in result.err + result.out and not (tmp_path / "site").exists()
