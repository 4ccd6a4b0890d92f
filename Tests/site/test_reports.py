"""`tracuu check` for programs and for people: JSON, SARIF, GitHub's annotations, weights, and no cascades."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from harness.command import AS_OF, TEMPLATES, Result, tracuu
from harness.content import FIXTURES, copy_of, record
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

INVALID = FIXTURES / "invalid"


def check(content: Path, *options: object) -> Result:
    return tracuu("check", "--content", content, "--templates", TEMPLATES, "--as-of", AS_OF, *options)


def page(folder: Path, name: str, text: str) -> Path:
    path = folder / "pages" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def invalid_cases() -> list[Path]:
    return sorted(
        path
        for path in INVALID.iterdir()
        if path.is_dir() and "# command:" not in (path / "expected.txt").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("case", invalid_cases(), ids=lambda case: case.name)
def test_the_forms_say_the_same(case: Path) -> None:
    text = check(case, "--all")
    found = json.loads(check(case, "--format", "json").out)
    assert found["version"] == 1 and found["tool"].startswith("tracuu ")
    places = [f"{d['code']} {d['file'].removeprefix(f'{case}/')}:{d['line']}:{d['column']}" for d in found["diagnostics"]]
    assert places == text.diagnostics(case)
    assert sum(found["summary"].values()) == len(places)

    log = json.loads(check(case, "--format", "sarif").out)
    Sarif.model_validate(log)
    (run,) = log["runs"]
    assert [result["ruleId"] for result in run["results"]] == [d["code"] for d in found["diagnostics"]]
    for result, diagnostic in zip(run["results"], found["diagnostics"]):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == diagnostic["severity"]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == diagnostic["line"]

    lines = check(case, "--format", "github").out.splitlines()
    assert len(lines) == len(places)
    for line, diagnostic in zip(lines, found["diagnostics"]):
        command = {"note": "notice"}.get(diagnostic["severity"], diagnostic["severity"])
        assert line.startswith(f"::{command} file=") and f"title={diagnostic['code']}::" in line


def test_a_clean_collection_is_an_empty_log(tmp_path: Path) -> None:
    page(tmp_path, "a.md", "---\ntitle: Trang\naudience: public\n---\n\nNội dung.\n")
    result = check(tmp_path, "--format", "sarif")
    assert result.code == 0
    log = json.loads(result.out)
    Sarif.model_validate(log)
    assert log["runs"][0]["results"] == []


def test_columns_count_the_file_as_it_stands_and_the_caret_the_letters_on_the_screen(tmp_path: Path) -> None:
    line = "tóm tắt: [kết luận](khong-co.md)"
    page(tmp_path, "a.md", "---\ntitle: Trang\naudience: public\n---\n\n" + unicodedata.normalize("NFD", line) + "\n")
    (found,) = [
        d for d in json.loads(check(tmp_path, "--format", "json").out)["diagnostics"] if d["code"] == "TC401"
    ]
    raw = (tmp_path / "pages/a.md").read_text(encoding="utf-8").splitlines()[found["line"] - 1]
    start = found["column"] - 1
    assert raw[start : start + found["length"]] == "khong-co.md"
    shown = check(tmp_path).err.splitlines()
    place = next(index for index, text in enumerate(shown) if "TC401" in text)
    source, carets = shown[place + 1], shown[place + 2]
    assert source[carets.index("^") : carets.rindex("^") + 1] == "khong-co.md"


def test_weights_of_site_yml(tmp_path: Path) -> None:
    page(tmp_path, "a.md", "---\ntitle: Trang\naudience: public\n---\n\n[x](khong-co.md) ![](a.png)\n")
    assert check(tmp_path).code == 1
    (tmp_path / "site.yml").write_text("severities: {TC401: warning, TC404: note, TC408: off}\n", encoding="utf-8")
    result = check(tmp_path)
    assert result.code == 0, result
    assert "cảnh báo TC401" in result.err and "ghi chú TC404" in result.err and "TC408" not in result.err
    (tmp_path / "site.yml").write_text("severities: {TC405: error}\n", encoding="utf-8")
    page(tmp_path, "a.md", "---\ntitle: Trang\naudience: public\n---\n\n<b>x</b>\n")
    assert check(tmp_path).code == 1


def test_a_habit_of_the_collection_does_not_drown_the_rest(tmp_path: Path) -> None:
    for number in range(30):
        page(tmp_path, f"a{number:02}.md", f"---\ntitle: Trang {number}\naudience: public\n---\n\n<b>x</b>\n")
    page(tmp_path, "z.md", "---\ntitle: Trang z\naudience: public\n---\n\n[x](khong-co.md)\n")
    result = check(tmp_path, "--language", "en")
    # Each dropped tag, opening and closing, is a finding.
    assert result.err.count("TC405:") == 20 and "more of warning TC405" in result.err
    assert result.diagnostics(tmp_path)[-1].startswith("TC401 ")
    assert check(tmp_path, "--all").err.count("TC405:") == 60


# One mistake each, and everything that would follow from it.
CASCADES = {
    "a record that cannot be read": (
        {"directives/kl-1-mau-2021.md": record(1).replace("---\n\n", "\n\n", 1)},
        ["TC102 directives/kl-1-mau-2021.md:1:1"],
    ),
    "a record without its right id": (
        {"directives/kl-1-mau-2021.md": record(1).replace("type: ket-luan", "type: ket-luann")},
        ["TC201 directives/kl-1-mau-2021.md:3:7"],
    ),
    "a misspelt key is not missing as well": (
        {"directives/kl-1-mau-2021.md": record(1).replace("title:", "titel:").replace("issued:", "isued:")},
        ["TC107 directives/kl-1-mau-2021.md:5:1", "TC107 directives/kl-1-mau-2021.md:6:1"],
    ),
    "a list of the vocabulary that cannot be read": (
        {"vocabulary/types.yml": "- {id: ket-luan, name: Kết luận\n"},
        ["TC149 vocabulary/types.yml:1:3"],
    ),
    "an entry of the vocabulary that is wrong": (
        {"vocabulary/types.yml": "- {id: ket-luan, nmae: Kết luận, abbreviation: KL}\n"},
        ["TC107 vocabulary/types.yml:1:18"],
    ),
    "a configuration that cannot be read": (
        {"site.yml": "audiences: [{id: noi-bo\n"},
        ["TC149 site.yml:1:13"],
    ),
}


@pytest.mark.parametrize("name", CASCADES)
def test_no_cascades(name: str, tmp_path: Path) -> None:
    files, expected = CASCADES[name]
    audience = "noi-bo" if "configuration" in name else "public"
    content = {
        "vocabulary/types.yml": "- {id: ket-luan, name: Kết luận, abbreviation: KL, code: kl}\n",
        "vocabulary/issuers.yml": "- {id: ban-vi-du, name: Ban Ví dụ, abbreviation: MAU, code: mau}\n",
        "directives/kl-1-mau-2021.md": record(1, audience=audience),
        "directives/kl-2-mau-2021.md": record(2, audience=audience, text="Theo [số 1](kl-1-mau-2021.md) và [đó](id:kl-1-mau-2021).")
        .replace("audience:", "relations: [{type: based-on, target: kl-1-mau-2021}]\naudience:"),
        "search-tests.tsv": "số 1\tkl-1-mau-2021\n",
        **files,
    }
    for path, text in content.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    found = json.loads(check(tmp_path, "--format", "json").out)["diagnostics"]
    places = [
        f"{d['code']} {d['file'].removeprefix(f'{tmp_path}/')}:{d['line']}:{d['column']}"
        for d in found
        if d["severity"] == "error"
    ]
    assert places == expected, found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../directives/kl-1-mua-2021.md#muc-i", "../directives/kl-1-mau-2021.md#muc-i"),
        ("kl-1-mau-2021.md", "../directives/kl-1-mau-2021.md"),
        ("id:kl-1-mau-2012", "id:kl-1-mau-2021"),
        ("khac-han.md", None),
    ],
)
def test_a_broken_link_names_the_record_that_was_meant(written: str, meant: str | None, tmp_path: Path) -> None:
    (tmp_path / "directives").mkdir()
    (tmp_path / "directives/kl-1-mau-2021.md").write_text(record(1), encoding="utf-8")
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary/issuers.yml").write_text("- {id: ban-vi-du, name: Ban, code: mau}\n", encoding="utf-8")
    (tmp_path / "vocabulary/types.yml").write_text("- {id: ket-luan, name: Kết luận, code: kl}\n", encoding="utf-8")
    page(tmp_path, "a.md", f"---\ntitle: Trang\naudience: public\n---\n\n[x]({written})\n")
    (found,) = [d for d in json.loads(check(tmp_path, "--format", "json").out)["diagnostics"] if d["code"] == "TC401"]
    assert found.get("suggestion") == meant


def test_colour_only_on_a_terminal_and_never_in_a_pipe(tmp_path: Path) -> None:
    content = copy_of("invalid/TC107-unknown-key", tmp_path)
    assert "\x1b" not in check(content).err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_code_has_a_page(language: str, tmp_path: Path) -> None:
    codes = [line.split("\t")[0] for line in tracuu("check", "--list-codes").out.splitlines()]
    assert len(codes) > 70
    listed = tracuu("explain", "--language", language)
    assert [line.split()[0] for line in listed.out.splitlines()] == codes
    assert tracuu("explain", "--write-pages", tmp_path).code == 0
    assert sorted(path.stem for path in tmp_path.glob("TC*.md")) == codes
    for code in codes[::9]:
        page = tracuu("explain", code, "--language", language)
        assert page.code == 0 and page.out.startswith(f"# {code}: ")
        assert page.out in (tmp_path / f"{code}.md").read_text(encoding="utf-8")
        assert page.out.count("\n## ") == 3, "why, an example, its mending"


def test_an_unknown_code_is_wrong_use_and_a_near_one_is_named() -> None:
    result = tracuu("explain", "TC1077")
    assert result.code == 2 and "TC107" in result.err
    assert tracuu("explain", "tc107").code == 0 and tracuu("explain", "107").code == 0
