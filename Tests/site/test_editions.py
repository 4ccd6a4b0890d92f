"""One source, several audiences: a restricted record leaves no trace in any byte of another edition."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from harness.command import AS_OF, TEMPLATES, build, must_build, tracuu
from harness.content import copy_of, record
from harness.trees import differences, files

# Words that stand in restricted records and attachments only, in their text, their fields or their files' names.
RESTRICTED_WORDS = [
    "càbốc", "quảdừanước", "hoathiênlý", "sầuriêngmặcđịnh", "mướp đắng", "dưa lưới", "đuđủxanh", "cabocanhtac",
    "caybutcham", "phulucmuopdang", "phulucdualuoi", "teplienkethoahue", "77-HDBVDBIMAT", "mac-dinh.md",
]  # fmt: skip
ONLY_INTERNAL = "# only internal"


def spellings(word: str) -> set[bytes]:
    """The forms in which a word could slip into a file."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c)).replace("đ", "d")
    forms = {word, word.lower(), word.upper(), plain, plain.replace(" ", "-"), quote(word), unicodedata.normalize("NFD", word)}
    escaped = word.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")
    return {form.encode() for form in forms} | {escaped}


def without_restricted(content: Path) -> Path:
    """Takes out by hand what the public edition must leave out by itself."""
    for path in ["guidance/cabocanhtac.md", "guidance/mac-dinh.md"]:
        (content / path).unlink()
    for path in ["phulucmuopdang.txt", "phulucdualuoi.txt", "teplienkethoahue.txt"]:
        (content / "attachments" / path).unlink()
    record = content / "directives" / "cong-khai.md"
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    record.write_text("".join(line for line in lines if ONLY_INTERNAL not in line), encoding="utf-8")
    return content


def test_the_public_edition_is_the_one_without_restricted_records(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    public = must_build(content, tmp_path / "public", "--edition", "public")
    stripped = must_build(without_restricted(content), tmp_path / "stripped", "--edition", "public")
    assert differences(public, stripped) == []


def test_the_public_edition_holds_no_restricted_word(tmp_path: Path) -> None:
    site = must_build(copy_of("editions", tmp_path), tmp_path / "site", "--edition", "public")
    for path, data in files(site).items():
        for word in RESTRICTED_WORDS:
            for form in spellings(word):
                assert form not in data, f"{path} holds {form!r}"
                assert form not in path.encode(), path


def test_a_public_edition_over_an_internal_one_keeps_nothing_of_it(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    site = must_build(content, tmp_path / "site", "--edition", "internal")
    must_build(content, site, "--edition", "public", "--replace-edition")
    fresh = must_build(content, tmp_path / "fresh", "--edition", "public")
    assert differences(site, fresh) == []


@pytest.mark.parametrize("before", [None, [], ["--edition", "internal"]], ids=["nothing", "everything", "internal"])
def test_what_lies_beside_a_public_edition_holds_no_restricted_word(before: list[str] | None, tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    site = tmp_path / "site"
    if before is not None:
        must_build(content, site, *before)
    # Once more after an edit, and once more with nothing changed.
    for text in (None, "\n\nCâu mới.\n", None):
        page = content / "directives" / "cong-khai.md"
        if text:
            page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")
        must_build(content, site, "--edition", "public", "--replace-edition")
        beside = files(tmp_path / ".site.spare")
        assert "edition" in beside
        for path, data in beside.items():
            for word in RESTRICTED_WORDS:
                for form in spellings(word):
                    assert form not in data and form not in path.encode(), f"{path} holds {form!r}"


def test_the_folder_beside_a_site_is_closed_to_others(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    spare = tmp_path / ".site.spare"
    spare.mkdir()
    spare.chmod(0o777)
    (content / ".tracuu").mkdir()
    (content / ".tracuu").chmod(0o777)
    must_build(content, tmp_path / "site", "--edition", "public")
    for folder in (spare, content / ".tracuu", *(content / ".tracuu").glob("*/")):
        assert folder.stat().st_mode & 0o077 == 0, folder
    for path in (content / ".tracuu").glob("*/*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert (content / ".tracuu" / ".gitignore").read_text() == "*\n"


def test_a_link_in_the_place_of_the_private_folder_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "khac"
    other.mkdir()
    (tmp_path / ".site.spare").symlink_to(other)
    result = build(copy_of("editions", tmp_path), tmp_path / "site", "--edition", "public")
    assert result.code == 3 and list(other.iterdir()) == [], result


@pytest.mark.parametrize("options", [[], ["--edition", "internal"]], ids=["everything", "internal"])
def test_who_may_read_more_gets_more(options: list[str], tmp_path: Path) -> None:
    site = must_build(copy_of("editions", tmp_path), tmp_path / "site", *options)
    everything = b"".join(files(site).values())
    for word in ["càbốc", "sầuriêngmặcđịnh", "mướp đắng", "đuđủxanh", "Kết luận ai cũng đọc được"]:
        assert word.encode() in everything, word


def test_a_file_that_a_withheld_record_spells_otherwise_is_not_published(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    (content / "attachments" / "kin.txt").write_text("kín", encoding="utf-8")
    (content / "pages" / "mo.md").write_text(
        "---\ntitle: Mở\naudience: public\n---\n\n[x](../attachments/kin.txt)\n", encoding="utf-8"
    )
    (content / "pages" / "kin.md").write_text(
        "---\ntitle: Kín\naudience: internal\nattachments: [{file: ./kin.txt}]\n---\n", encoding="utf-8"
    )
    result = build(content, tmp_path / "site", "--edition", "public")
    assert result.code == 1 and "TC403 pages/kin.md:4:14" in result.diagnostics(content), result


def test_a_number_with_a_withheld_bearer_is_not_taken_for_certain(tmp_path: Path) -> None:
    content = copy_of("choice", tmp_path)
    bearers = [path for path in (content / "directives").glob("*.md") if "56-KL/VD" in path.read_text(encoding="utf-8")]
    assert len(bearers) == 2
    hidden = bearers[0].read_text(encoding="utf-8")
    assert "audience: public" in hidden
    bearers[0].write_text(hidden.replace("audience: public", "audience: internal"), encoding="utf-8")
    (content / "directives" / "moi.md").write_text(
        record(99, title="Thay thế").replace(
            "audience: public", "audience: public\nrelations: [{type: replaces, target: 56-KL/VD}]"
        ),
        encoding="utf-8",
    )
    result = build(content, tmp_path / "site", "--edition", "public")
    # In what the edition shows, the guidance rests on a document that now seems replaced: a warning, TC322.
    assert result.code == 1 and [line[:5] for line in result.diagnostics(content)] == ["TC304", "TC322"], result


@pytest.mark.parametrize("other", ["internal", "all"])
def test_a_folder_of_another_edition_is_not_overwritten(other: str, tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    site = must_build(content, tmp_path / "site", "--edition", "public")
    before = files(site)
    result = build(content, site, "--edition", other)
    assert result.code == 2 and "--replace-edition" in result.err and "public" in result.err and other in result.err, result
    assert files(site) == before
    must_build(content, site, "--edition", "public")
    must_build(content, site, "--edition", other, "--replace-edition")
    fresh = must_build(content, tmp_path / "fresh", "--edition", other)
    assert differences(site, fresh) == []
    assert build(content, site, "--edition", "public").code == 2


def test_a_site_that_does_not_say_its_edition_is_not_overwritten(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    site = must_build(content, tmp_path / "site", "--edition", "internal")
    (site / "edition.json").unlink()
    before = files(site)
    (content / "site.yml").write_text(
        "audiences: [{id: internal, name: Nội bộ}, {id: public, name: Công khai}]\n", encoding="utf-8"
    )
    for edition in ("public", "internal", "all"):
        result = build(content, site, "--edition", edition)
        assert result.code == 2 and "edition.json" in result.err and "--replace-edition" in result.err, result
        assert files(site) == before
    must_build(content, site, "--edition", "public", "--replace-edition")
    assert "public" in (site / "edition.json").read_text(encoding="utf-8")
    # Where there are no editions, none can be mixed up.
    bare = copy_of("bare", tmp_path / "bare")
    plain = must_build(bare, tmp_path / "plain")
    (plain / "edition.json").unlink()
    must_build(bare, plain)


def test_an_edition_that_is_not_there_is_named_before_what_the_folder_holds(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    site = must_build(content, tmp_path / "site", "--edition", "public")
    result = build(content, site, "--edition", "nope")
    assert result.code == 2 and "nope" in result.err and "internal, public" in result.err, result
    assert "--replace-edition" not in result.err


def test_publish_advises_only_what_it_takes(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    options = ["--content", content, "--templates", TEMPLATES, "--as-of", AS_OF, "--to", tmp_path / "to"]
    assert tracuu("publish", *options, "--edition", "internal").code == 0
    result = tracuu("publish", *options, "--edition", "public")
    assert result.code == 2 and "internal" in result.err and "--replace-edition" not in result.err, result


def test_a_build_without_an_edition_names_those_there_are(tmp_path: Path) -> None:
    content = copy_of("editions", tmp_path)
    (content / "site.yml").write_text(
        "audiences: [{id: internal, name: Nội bộ}, {id: public, name: Công khai}]\n", encoding="utf-8"
    )
    options = ["--content", content, "--templates", TEMPLATES, "--output", tmp_path / "site"]
    result = tracuu("build", *options)
    assert result.code == 2 and "internal, public" in result.err and "--edition all" in result.err, result
    assert not (tmp_path / "site").exists()
    # A collection that tells no audiences has nothing to choose from.
    bare = copy_of("bare", tmp_path / "bare")
    assert tracuu("build", "--content", bare, "--templates", TEMPLATES, "--output", tmp_path / "bare-site").code == 0


def test_no_edition_is_called_all(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text("editions:\n  - {id: all, audience: public}\n", encoding="utf-8")
    result = tracuu("check", "--content", tmp_path, "--templates", TEMPLATES)
    assert result.code == 1 and "TC204 site.yml:2:5" in result.diagnostics(tmp_path), result


def test_check_looks_at_every_edition_and_says_which_one(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for name, audience, text in [
        ("mo", "public", "[kín](kin.md) và [không có](khong-co.md)"), ("kin", "internal", "Kín."),
        ("nhap", "public", "LƯU HÀNH NỘI BỘ"),
    ]:  # fmt: skip
        path = content / "pages" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\naudience: {audience}\n---\n\n{text}\n", encoding="utf-8")
    (content / "site.yml").write_text(
        "audiences: [{id: internal, name: Nội bộ}, {id: public, name: Công khai}]\n", encoding="utf-8"
    )
    check = ["--content", content, "--templates", TEMPLATES, "--as-of", AS_OF]
    result = tracuu("check", *check)
    assert result.code == 1, result
    assert result.diagnostics(content) == ["TC401 pages/mo.md:6:7", "TC401 pages/mo.md:6:29", "TC602 pages/nhap.md:6:1"]
    lines = [line for line in result.err.splitlines() if ": lỗi TC" in line]
    assert ["(trong ấn bản public)" in line for line in lines] == [True, False, True], result
    found = json.loads(tracuu("check", *check, "--format", "json", "--language", "en").out)["diagnostics"]
    assert [entry.get("editions") for entry in found] == [["public"], None, ["public"]]
    assert found[0]["message"].endswith("(in edition public)")
    # A named edition is looked at alone.
    assert "TC602" not in tracuu("check", *check, "--edition", "internal").err
    assert "TC401 pages/mo.md:6:7" in tracuu("check", *check, "--edition", "public").diagnostics(content)
