"""Pictures of relations, on the page of a document with few, some and many documents around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from harness.command import must_build
from harness.content import copy_of, family, record

HUB = "van-ban/2005/ket-luan-1-ban-vi-du/index.html"


@pytest.fixture(scope="module", params=[2, 20, 200])
def hub(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str, Path]:
    folder = tmp_path_factory.mktemp("family")
    site = must_build(family(copy_of("editions", folder), request.param), folder / "site", "--edition", "public")
    return request.param, (site / HUB).read_text(encoding="utf-8"), site


def figures(page: str) -> dict[str, list[str]]:
    """The drawings of each figure, by the id of its heading."""
    found: dict[str, list[str]] = {}
    for svg in re.findall(r"<svg .*?</svg>", page, re.S):
        label = re.search(r'aria-labelledby="([^"]+)"', svg)
        assert label, svg[:200]
        found.setdefault(label[1], []).append(svg)
    return found


def test_the_timeline_stands_there_at_two_widths(hub: tuple[int, str, Path]) -> None:
    _, page, _ = hub
    assert {name: len(drawings) for name, drawings in figures(page).items()} == {"_timeline-heading": 2}
    for reference in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', page):
        assert f'id="{reference}"' in page, reference


def test_every_link_in_a_picture_leads_somewhere(hub: tuple[int, str, Path]) -> None:
    _, page, site = hub
    links = [link for svgs in figures(page).values() for svg in svgs for link in re.findall(r'href="([^"]+)"', svg)]
    assert links
    for link in links:
        if link.startswith("#"):
            assert f'id="{link[1:]}"' in page, link
        else:
            assert (site / HUB).parent.joinpath(link).is_file(), link


def test_the_chain_names_the_newest_and_counts_the_others(hub: tuple[int, str, Path]) -> None:
    count, page, _ = hub
    chain = page[page.index('class="family-strip"') : page.index('class="record-grid"')]
    named = set(re.findall(r">(\d+)-KL/MAU<", chain)) - {"1"}
    more = [int(number) for number in re.findall(r">và (\d+) văn bản khác<", chain)]
    # What changes the document stands on its card, not in the chain.
    changing = re.search(r'<dt>Sửa đổi, thay thế</dt><dd>(.*?)</dd>', page, re.S)
    assert changing
    others = set(re.findall(r">(\d+)-KL/MAU<", changing[1]))
    rest = re.search(r">và (\d+) văn bản khác<", changing[1])
    assert len(named) + sum(more) + len(others) + (int(rest[1]) if rest else 0) == count


def test_the_list_beside_the_timeline_says_all_it_shows(hub: tuple[int, str, Path]) -> None:
    count, page, _ = hub
    words = page[page.index('class="picture-words"') : page.index('class="about"')]
    listed = len(set(re.findall(r">(\d+)-KL/MAU<", words))) + sum(int(n) for n in re.findall(r"(\d+) văn bản", words))
    assert listed == count
    # A date without a year is told as far as it goes and has no place on the axis.
    if count >= 5:
        for svg in figures(page)["_timeline-heading"]:
            assert "Không rõ năm: " in svg


def test_a_document_that_another_edition_withholds_is_in_no_picture(tmp_path: Path) -> None:
    content = family(copy_of("editions", tmp_path), 20)
    hidden = content / "directives" / "kl-7.md"
    hidden.write_text(hidden.read_text(encoding="utf-8").replace("audience: public", "audience: internal"), encoding="utf-8")
    site = must_build(content, tmp_path / "site", "--edition", "public")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"\b7-KL/MAU", text), page


def listed(site: Path) -> set[str]:
    """The pages of documents that /so-do/ and the pages below it link to."""
    found: set[str] = set()
    for page in (site / "so-do").rglob("index.html"):
        for link in re.findall(r'href="([^"#]+)"', page.read_text(encoding="utf-8")):
            target = (page.parent / link).resolve().relative_to(site.resolve())
            if target.parts[0] == "van-ban":
                found.add(target.as_posix())
    return found


def test_the_whole_names_every_related_document(hub: tuple[int, str, Path]) -> None:
    count, _, site = hub
    numbers = {
        number
        for path in listed(site)
        for number in re.findall(r'card-number">(\d+)-KL/MAU<', (site / path).read_text(encoding="utf-8"))
    }
    assert numbers == {str(number) for number in range(1, count + 2)}


def test_a_family_too_large_for_a_picture_says_what_it_leaves_out(hub: tuple[int, str, Path]) -> None:
    count, _, site = hub
    text = "".join(page.read_text(encoding="utf-8") for page in sorted((site / "so-do").rglob("index.html")))
    if count == 200:
        assert "Hình chỉ có 40 văn bản nhiều quan hệ nhất; 161 văn bản khác ở danh sách." in text
        assert 'class="matrix"' in text
    else:
        assert "Hình chỉ có" not in text
    # A hub has one rail, with a joint for each document drawn that acts on it.
    joints = max(svg.count('class="pic-joint"') for svg in re.findall(r"<svg .*?</svg>", text, re.S))
    assert joints == (39 if count == 200 else count)


def test_who_stands_alone_is_in_no_family(tmp_path: Path) -> None:
    content = family(copy_of("editions", tmp_path), 2)
    (content / "directives" / "kl-50.md").write_text(record(50), encoding="utf-8")
    site = must_build(content, tmp_path / "site", "--edition", "public")
    assert "van-ban/2021/ket-luan-50-ban-vi-du/index.html" not in listed(site)
    assert (site / "van-ban/2021/ket-luan-50-ban-vi-du/index.html").is_file()
