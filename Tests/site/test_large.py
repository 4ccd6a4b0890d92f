"""On a large collection of real documents, where one is at hand (TRACUU_DATA, TRACUU_TOOLS)."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from harness.command import must_build, tracuu
from harness.trees import differences, faults

DATA, TOOLS = os.environ.get("TRACUU_DATA"), os.environ.get("TRACUU_TOOLS")
pytestmark = pytest.mark.skipif(not (DATA and TOOLS), reason="needs TRACUU_DATA and TRACUU_TOOLS")


@pytest.fixture(scope="module")
def statutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("statutes") / "content"
    subprocess.run([sys.executable, f"{TOOLS}/make_records.py", "statutes", str(folder), "--n", "1000"], check=True)
    return folder


def test_a_thousand_statutes_build_alike_on_one_thread_and_on_several(statutes: Path, tmp_path: Path) -> None:
    serial = must_build(statutes, tmp_path / "serial", "--jobs", 1)
    parallel = must_build(statutes, tmp_path / "parallel", "--jobs", 4)
    assert differences(serial, parallel) == []
    assert faults(parallel) == []


def test_no_statute_is_taken_for_a_secret_or_an_error(statutes: Path) -> None:
    result = tracuu("check", "--content", statutes, "--edition", "public", "--quiet")
    assert result.code == 0, result


def test_slips_are_found_in_few_of_all_statutes_and_are_errors_in_none(tmp_path: Path) -> None:
    everything = tmp_path / "content"
    subprocess.run([sys.executable, f"{TOOLS}/make_records.py", "statutes", str(everything), "--n", "4248"], check=True)
    result = tracuu("check", "--content", everything, "--as-of", "2026-12-01", "--format", "json")
    assert result.code == 0, result.err
    found = json.loads(result.out)
    assert found["summary"]["error"] == 0
    slips = {entry["code"] for entry in found["diagnostics"] if entry["code"][:4] in ("TC01", "TC14", "TC15", "TC44", "TC45")}
    # Tables of one circular whose heads have fewer cells than their rows, so that they are shown as text: rightly told.
    assert slips <= {"TC441"}, slips
    tables = [entry for entry in found["diagnostics"] if entry["code"] == "TC441"]
    assert {Path(entry["file"]).name for entry in tables} <= {"41-2017-tt-btnmt.md"} and len(tables) <= 5


def test_every_amendment_is_said_on_both_sides_and_at_its_article(statutes: Path, tmp_path: Path) -> None:
    site = must_build(statutes, tmp_path / "site")
    bearers: dict[str, list[str]] = {}
    for path in site.glob("van-ban/*/*/index.html"):
        number = re.search(r'class="card-number">([^<]+)<', path.read_text(encoding="utf-8"))
        if number is not None:
            bearers.setdefault(number[1], []).append(path.relative_to(site).as_posix())
    numbers = {
        path.stem: found[1]
        for path in statutes.glob("directives/*.md")
        if (found := re.search(r'^number: "([^"]+)"$', path.read_text(encoding="utf-8"), re.MULTILINE))
    }
    checked = 0
    with open(f"{DATA}/statutes/amendments.tsv", encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            ends = [bearers.get(numbers.get(row[key], ""), []) for key in ("doc", "amended_by_id")]
            # A number that several bear does not say whose page is meant.
            if any(len(end) != 1 for end in ends) or ends[0] == ends[1]:
                continue
            (amended,), (amending,) = ends
            article = re.escape(row["article"])
            said = rf'<li><a href="../../../{{}}"(?:(?!</li>).)*Điều {article}(?!\w)'
            text = (site / amended).read_text(encoding="utf-8")
            assert re.search(said.format(re.escape(amending)), text, re.DOTALL), row
            assert re.search(said.format(re.escape(amended)), (site / amending).read_text(encoding="utf-8"), re.DOTALL), row
            heading = re.search(rf'<h\d id="dieu-{article.lower()}" .*?</h\d>\s*(?:<a class="permalink"[^>]*>¶</a>\s*)?((?:<p class="provision-note".*?</p>\s*)*)', text)
            if heading is not None:
                assert os.path.relpath(amending, Path(amended).parent) in heading[1], row
            checked += 1
    assert checked > 100
