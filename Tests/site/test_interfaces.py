"""What other programs read: every interface is read here by something that is not ours."""

from __future__ import annotations

import csv
import io
import json
import urllib.robotparser
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import csvw
import pytest
from frictionless import Resource, Schema, formats
from harness.command import CONTENT, must_build
from harness.content import copy_of, made_up
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from pyshacl import validate as validate_shapes
from rdflib import RDF, Graph, Literal, Namespace, URIRef

SCHEMA_ORG = Namespace("http://schema.org/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
ADDRESS = "https://vi.du/tra-cuu/"
SHAPES = Path(__file__).parent / "fixtures" / "legislation-shapes.ttl"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return must_build(CONTENT, tmp_path_factory.mktemp("interfaces") / "site", "--edition", "all", "--with-examples")


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with an address, built for everybody."""
    folder = tmp_path_factory.mktemp("addressed")
    content = copy_of_project(folder, base_url=ADDRESS)
    return must_build(content, folder / "site", "--edition", "public")


def copy_of_project(folder: Path, **setup: str) -> Path:
    import shutil

    content = Path(shutil.copytree(CONTENT, folder / "content"))
    lines = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in setup.items())
    path = content / "site.yml"
    path.write_text(lines + path.read_text(encoding="utf-8"), encoding="utf-8")
    return content


def read(site: Path, path: str) -> dict:
    return json.loads((site / path).read_bytes())


def validator(site: Path, kind: str) -> Draft202012Validator:
    schema = read(site, "api/v1/schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator({"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"})


def rows(site: Path, path: str, key: str) -> list[dict]:
    """All rows of a row of files, following `next` as a reader would."""
    found: list[dict] = []
    following: str | None = path
    while following:
        page = read(site, following)
        found += page[key]
        following = page.get("next")
    return found


KINDS = {"index": "Index", "records": "Records", "lists": "Lists", "relations": "Relations", "obligations": "Obligations",
         "states": "States", "changes": "Changes"}  # fmt: skip


def kind_of(path: str) -> str:
    parts = path.removeprefix("api/v1/").removesuffix(".json").split("/")
    return {"records": "RecordFile", "lists": "ListFile"}[parts[0]] if len(parts) > 1 else KINDS[parts[0]]


@pytest.mark.parametrize("name", ["site", "addressed"])
def test_every_file_is_as_the_schema_says(name: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(name)
    paths = [path.relative_to(site).as_posix() for path in sorted((site / "api" / "v1").rglob("*.json"))]
    described = {"api/v1/schema.json", "api/v1/openapi.json"}
    assert described < set(paths)
    for path in paths:
        if path not in described:
            faults = [error.message for error in validator(site, kind_of(path)).iter_errors(read(site, path))]
            assert faults == [], path


def test_the_description_is_openapi_and_names_files_that_are_there(addressed: Path) -> None:
    description = read(addressed, "api/v1/openapi.json")
    validate(description, base_uri=(addressed / "api" / "v1" / "openapi.json").as_uri())
    assert description["servers"] == [{"url": ADDRESS + "api/v1/"}]
    for path, item in description["paths"].items():
        kind = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
        assert kind in read(addressed, "api/v1/schema.json")["$defs"]
        if "{" not in path:
            assert list(validator(addressed, kind).iter_errors(read(addressed, "api/v1" + path))) == []


def test_the_index_leads_to_every_record_and_list(site: Path) -> None:
    index = read(site, "api/v1/index.json")
    records = [record for group in read(site, index["records"])["groups"] for record in rows(site, group["href"], "records")]
    assert len({record["id"] for record in records}) == len(records) == sum(index["counts"].values())
    for record in records:
        assert (site / record["path"]).exists()
        for attachment in record.get("attachments", []):
            assert (site / attachment["path"]).exists()
    known = {record["id"] for record in records}
    for relation in rows(site, index["relations"], "relations"):
        assert relation["from"] in known and relation.get("record", relation["from"]) in known
    for entry in read(site, index["lists"])["lists"]:
        members = rows(site, entry["href"], "records")
        assert len(members) == entry["count"]
        assert {member["id"] for member in members} <= known
        assert (site / entry["path"]).exists() and (site / entry["csv"]).exists()
    states = rows(site, index["states"], "documents")
    by_record = {record["id"]: record for record in records}
    assert states and all(row["states"] == by_record[row["record"]]["states"] for row in states)
    obligations = rows(site, index["obligations"], "obligations")
    assert len(obligations) == sum(len(record.get("obligations", [])) for record in records) > 0


def test_a_long_year_goes_on_in_further_files(tmp_path: Path) -> None:
    site = must_build(made_up(tmp_path / "content", 450), tmp_path / "site")
    page = read(site, "api/v1/records/2021.json")
    assert len(page["records"]) == 200
    assert page["next"] == "api/v1/records/2021-2.json"
    assert len(rows(site, "api/v1/records/2021.json", "records")) == 450
    assert "next" not in read(site, "api/v1/records/2021-3.json")


class Links(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append({"tag": tag, **dict(attributes)})


def test_documents_are_linked_data_beside_their_pages(addressed: Path) -> None:
    files = sorted(addressed.rglob("*.jsonld"))
    assert len(files) > 30
    for file in files:
        links = Links(file.with_name("index.html")).found
        assert [link["href"] for link in links if link.get("type") == "application/ld+json"] == ["index.jsonld"]
        graph = Graph().parse(data=file.read_bytes(), format="json-ld", publicID=file.as_uri())
        own = URIRef(ADDRESS + file.parent.relative_to(addressed).as_posix() + "/")
        assert (own, RDF.type, SCHEMA_ORG.Legislation) in graph
        assert (own, RDF.type, ELI.LegalResource) in graph
        sound, _, told = validate_shapes(graph, shacl_graph=str(SHAPES))
        assert sound, told


def test_linked_data_says_what_the_page_says(addressed: Path) -> None:
    records = {
        record["path"]: record
        for group in read(addressed, "api/v1/records.json")["groups"]
        for record in rows(addressed, group["href"], "records")
    }
    looked_at = 0
    for file in sorted(addressed.rglob("*.jsonld"))[:20]:
        path = file.with_name("index.html").relative_to(addressed).as_posix()
        record = records[path]
        page = (addressed / path).read_text(encoding="utf-8")
        graph = Graph().parse(data=file.read_bytes(), format="json-ld")
        own = URIRef(record["url"])
        assert graph.value(own, SCHEMA_ORG.name) == Literal(record["title"])
        number = graph.value(own, SCHEMA_ORG.legislationIdentifier)
        assert (str(number) if number else None) == record.get("number")
        dated = graph.value(own, ELI.date_document)
        assert dated is None or str(dated) == record["issued"]
        force = {"in-force-source": ELI["InForce-inForce"], "in-force": ELI["InForce-inForce"],
                 "partly-expired": ELI["InForce-partiallyInForce"], "unverified": None, "in-force-no-source": None}  # fmt: skip
        assert graph.value(own, ELI.in_force) == force.get(record["status"]["code"], ELI["InForce-notInForce"])
        # Provisions are anchors of the page.
        for part in graph.objects(own, SCHEMA_ORG.hasPart):
            assert f'id="{str(part).split("#")[1]}"' in page
        ends = {str(other) for _, term, other in graph.triples((own, None, None)) if str(term).startswith(str(ELI)) and
                term not in (ELI.in_force,) and isinstance(other, URIRef)}  # fmt: skip
        related = {ADDRESS + Path(found["path"]).parent.as_posix() + "/" for found in records.values()
                   if found["id"] in {relation.get("record") for relation in record.get("relations", [])}}  # fmt: skip
        assert ends == related
        looked_at += 1
    assert looked_at == 20


def sheet(path: Path, separator: str = ",") -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert all(line.endswith(b"\r") for line in data.split(b"\n")[:-1] if b'"' not in line)
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True))


def test_every_list_has_a_download_that_holds_all_of_it(site: Path) -> None:
    for entry in read(site, "api/v1/lists.json")["lists"]:
        header, *found = sheet(site / entry["csv"])
        assert len(found) == entry["count"]
        assert {len(row) for row in found} == {len(header)}
        members = rows(site, entry["href"], "records")
        assert [row[2] for row in found] == [member["title"].lstrip("'") for member in members]
        assert [row[-1] for row in found] == [member["path"] for member in members]
        links = Links(site / entry["path"]).found
        assert [link for link in links if link.get("type") == "text/csv" and "download" in link]
    assert len(sheet(site / "nhiem-vu" / "danh-sach.csv")) > 1
    header, *current = sheet(site / "hieu-luc" / "danh-sach.csv")
    assert header[5] == "Hiệu lực"
    codes = {row["record"]: row["code"] for row in rows(site, "api/v1/states.json", "documents")}
    known = sum(code in ("in-force", "in-force-source", "in-force-no-source", "partly-expired", "unverified") for code in codes.values())
    assert len(current) == known


def test_what_columns_hold_is_described_beside_every_list(site: Path) -> None:
    described = sorted(site.rglob("danh-sach.csv-metadata.json"))
    assert len(described) == len(list(site.rglob("danh-sach.csv"))) > 10
    for path in described:
        table = csvw.Table.from_file(path)
        header, *found = sheet(path.with_name("danh-sach.csv"))
        assert [str(column.titles) for column in table.tableSchema.columns] == header
        read_rows = list(table.iterdicts())
        assert len(read_rows) == len(found)
        for row, cells in zip(read_rows, found):
            # The reader takes addresses apart.
            assert [value.unsplit() if hasattr(value, "unsplit") else value or "" for value in row.values()] == cells


def test_all_that_the_edition_holds_is_one_table(site: Path) -> None:
    header, *found = sheet(site / "api" / "danh-sach.csv")
    records = [
        record for group in read(site, "api/v1/records.json")["groups"] for record in rows(site, group["href"], "records")
    ]
    records = {record["id"]: record for record in records if record["kind"] != "page"}
    assert [row[0] for row in found] == sorted(records)
    words = {"directive": "Văn bản chỉ đạo", "guidance": "Văn bản hướng dẫn", "finding": "Kết quả tổng hợp"}
    titles = [str(column.titles) for column in csvw.Table.from_file(site / "api/danh-sach.csv-metadata.json").tableSchema.columns]
    assert header == titles and header[:3] == ["Mã", "Nhóm", "Số hiệu"] and len(set(header)) == len(header)
    looked_at = set()
    for row in found:
        cells, record = dict(zip(header, row, strict=True)), records[row[0]]
        assert cells["Nhóm"] == words[record["kind"]] and cells["Địa chỉ"] == record["path"]
        # A cell that a spreadsheet would take for a formula begins with an apostrophe.
        expected = {"Số hiệu": "number", "Trích yếu": "title", "Tóm tắt": "summary"}
        for column, key in expected.items():
            assert cells[column].removeprefix("'") == record.get(key, "").removeprefix("'"), (row[0], column)
        assert cells["Người ký"] == record.get("signer", {}).get("name", "")
        if record["kind"] != "finding":
            assert cells["Ngày ban hành"].removeprefix("'") == record["issued"].replace("unknown", "")
        for column, key in {"Có hiệu lực từ": "effective", "Hết hiệu lực": "expires"}.items():
            assert cells[column].removeprefix("'") == record.get(key, "").replace("unknown", "")
        assert len(cells["Chủ đề"].split("; ")) == max(1, len(record.get("topics", [])))
        looked_at |= {column for column, cell in cells.items() if cell}
    assert looked_at >= set(header) - {"Hết hiệu lực"}, "every column has something in it"
    assert 'href="../api/danh-sach.csv"' in (site / "api" / "index.html").read_text(encoding="utf-8")


def test_the_table_of_the_edition_tells_of_it_alone(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    counts = {}
    for edition in ("public", "internal", "all"):
        site = must_build(content, tmp_path / edition, "--edition", edition)
        counts[edition] = {row[0] for row in sheet(site / "api" / "danh-sach.csv")[1:]}
        records = [record for group in read(site, "api/v1/records.json")["groups"] for record in rows(site, group["href"], "records")]
        assert counts[edition] == {record["id"] for record in records if record["kind"] != "page"}
    assert counts["public"] < counts["internal"]


def test_frictionless_finds_nothing_wrong_with_any_table(site: Path) -> None:
    tables = sorted(site.rglob("danh-sach.csv"))
    assert site / "api" / "danh-sach.csv" in tables
    for path in tables:
        name = path.relative_to(site).as_posix()
        # The columns are what the description beside the table says; no date needs to be whole, so they are all text.
        columns = read(site, f"{name}-metadata.json")["tableSchema"]["columns"]
        schema = Schema.from_descriptor({"fields": [{"name": column["titles"], "type": "string"} for column in columns]})
        commas = formats.CsvControl(delimiter=",")
        report = Resource(path=name, basepath=str(site), encoding="utf-8-sig", control=commas, schema=schema).validate()
        assert report.valid, report.to_summary()


def test_a_contact_for_weaknesses_stands_where_scanners_look(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 1)
    plain = must_build(content, tmp_path / "plain")
    assert not (plain / ".well-known").exists()
    assert 'class="foot-contact"' not in (plain / "index.html").read_text(encoding="utf-8")
    (content / "site.yml").write_text(f"base-url: {ADDRESS}\nsecurity-contact: mailto:an-toan@vi.du\n", encoding="utf-8")
    site = must_build(content, tmp_path / "site")
    lines = (site / ".well-known" / "security.txt").read_text(encoding="utf-8").splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == "mailto:an-toan@vi.du" and fields["Canonical"] == ADDRESS + ".well-known/security.txt"
    # Within a year of the build's day, 30 November 2026, as RFC 9116 recommends.
    assert fields["Expires"] == "2027-10-01T00:00:00Z"
    # Readers find it below every page.
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("index.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    assert len(pages) > 10
    assert all('<a href="mailto:an-toan@vi.du">an-toan@vi.du</a>' in page for page in pages)
    (content / "site.yml").write_text("security-contact: https://vi.du/lien-he/\n", encoding="utf-8")
    page = (must_build(content, tmp_path / "site") / "index.html").read_text(encoding="utf-8")
    assert '<a href="https://vi.du/lien-he/">vi.du/lien-he/</a>' in page


def test_no_cell_is_a_formula_and_the_separator_is_the_sites(tmp_path: Path) -> None:
    content = made_up(tmp_path / "content", 1)
    record = content / "directives" / "kl-1.md"
    hostile = '=HYPERLINK("https://vi.du/?x";"bấm; vào, đây")'
    record.write_text(record.read_text(encoding="utf-8").replace("title: Ví dụ thứ 1", f"title: '{hostile}'"), encoding="utf-8")
    (content / "site.yml").write_text("csv-separator: semicolon\n", encoding="utf-8")
    site = must_build(content, tmp_path / "site")
    header, row = sheet(site / "nam" / "2021" / "danh-sach.csv", ";")
    assert header[2] == "Trích yếu"
    assert row[2] == "'" + hostile
    header, row = sheet(site / "api" / "danh-sach.csv", ";")
    assert row[header.index("Trích yếu")] == "'" + hostile


@pytest.mark.parametrize("edition, is_open", [("public", True), ("internal", False), ("all", False)])
def test_search_engines_list_the_edition_for_everybody_alone(edition: str, is_open: bool, tmp_path: Path) -> None:
    site = must_build(copy_of("editions", tmp_path), tmp_path / "site", "--edition", edition)
    robots = urllib.robotparser.RobotFileParser()
    robots.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("Googlebot", "https://vi.du/loai/index.html") == is_open
    assert ('<meta name="robots" content="noindex">' in (site / "index.html").read_text(encoding="utf-8")) != is_open


def test_robots_name_the_sitemap_and_the_sitemap_the_data_page(addressed: Path) -> None:
    robots = urllib.robotparser.RobotFileParser()
    robots.parse((addressed / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.site_maps() == [ADDRESS + "sitemap.xml"]
    addresses = [element.text for element in ElementTree.parse(addressed / "sitemap.xml").findall(".//{*}loc")]
    assert ADDRESS + "api/" in addresses
    assert not [address for address in addresses if address.endswith((".json", ".jsonld", ".csv"))]


def test_the_data_page_names_every_kind_of_file(addressed: Path) -> None:
    page = (addressed / "api" / "index.html").read_text(encoding="utf-8")
    for link in Links(addressed / "api" / "index.html").found:
        if link["tag"] == "a" and str(link.get("href", "")).startswith("../api/v1/"):
            assert (addressed / "api" / str(link["href"])).exists()
    for path in (addressed / "api" / "v1").glob("*.json"):
        assert f"api/v1/{path.name}" in page
