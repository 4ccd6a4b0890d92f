"""`tracuu schema`: what it prints is JSON Schema 2020-12, takes all of content/ and refuses what the parser refuses."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
import yaml
from harness.command import CONTENT, tracuu
from harness.content import FIXTURES
from jsonschema import Draft202012Validator

KINDS = {"directives": "directive", "guidance": "guidance", "findings": "finding", "pages": "page"}
SUBJECTS = ("front-matter", *KINDS.values(), "site", "vocabulary", "types", "issuers", "topics", "synonyms")


@functools.cache
def validator(subject: str) -> Draft202012Validator:
    result = tracuu("schema", subject)
    assert result.code == 0, result
    schema = json.loads(result.out)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def load(text: str) -> object:
    """YAML as editors' schema services read it: scalars by their YAML 1.2 type, so dates stay texts."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def front_matter(path: Path) -> object:
    return load(path.read_text(encoding="utf-8").split("---\n")[1])


def errors(subject: str, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(subject).iter_errors(value)]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_a_schema_with_words_for_every_property(subject: str, language: str) -> None:
    schema = json.loads(tracuu("schema", subject, "--language", language).out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)

    def walk(node: object) -> int:
        if isinstance(node, list):
            return sum(map(walk, node))
        if not isinstance(node, dict):
            return 0
        for name, value in node.get("properties", {}).items():
            assert value.get("description"), name
        return len(node.get("properties", {})) + sum(walk(value) for value in node.values())

    assert walk(schema) > 0


def test_all_of_content_fits() -> None:
    seen = 0
    for folder, kind in KINDS.items():
        for path in sorted((CONTENT / folder).rglob("*.md")):
            value = front_matter(path)
            assert errors(kind, value) == [], path
            assert errors("front-matter", value) == [], path
            seen += 1
    assert seen > 40
    assert errors("site", load((CONTENT / "site.yml").read_text(encoding="utf-8"))) == []
    for name in ("types", "issuers", "topics", "synonyms"):
        value = load((CONTENT / "vocabulary" / f"{name}.yml").read_text(encoding="utf-8"))
        assert errors(name, value) == [] and errors("vocabulary", value) == []


# Invalid fixtures whose mistake a schema can see.
SEEN_BY_SCHEMA = ("TC107", "TC108", "TC109", "TC110", "TC111", "TC113")


@pytest.mark.parametrize(
    "case", sorted(p for p in (FIXTURES / "invalid").iterdir() if p.name.startswith(SEEN_BY_SCHEMA)), ids=lambda p: p.name
)
def test_it_refuses_what_the_parser_refuses(case: Path) -> None:
    expected = (case / "expected.txt").read_text(encoding="utf-8").split()
    files = {place.split(":")[0] for place in expected if place.endswith(tuple("0123456789")) and ".md:" in place}
    refused = [
        path for path in files if errors(KINDS[path.split("/")[0]], front_matter(case / path))
    ]
    assert sorted(refused) == sorted(files) and files


@pytest.mark.parametrize("date", ["18/8/2014", "2014-13", "2014-8-18", "hôm qua", "14"])
def test_dates_of_other_forms_do_not_fit(date: str) -> None:
    assert errors("page", {"title": "Trang", "history": [{"date": date, "change": "Sửa"}]})
    assert not errors("page", {"title": "Trang", "history": [{"date": "2014-08-18", "change": "Sửa"}]})


def test_settings_for_vs_code_point_at_schemas_that_are_there(tmp_path: Path) -> None:
    assert tracuu("schema", "--vscode", tmp_path).code == 0
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema in settings["yaml.schemas"]:
        Draft202012Validator.check_schema(json.loads((tmp_path / schema).read_text(encoding="utf-8")))
    again = tracuu("schema", "--vscode", tmp_path)
    assert again.code == 2 and "settings.json" in again.err
