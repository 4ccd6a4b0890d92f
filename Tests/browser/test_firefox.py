"""The same site in Firefox: a whole errand by the keyboard alone, from a server and from a folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from harness.firefox import Firefox, firefox
from marionette_driver.keys import Keys

GUIDANCE = "van-ban/2015/hd-167-btgtw/index.html"
PROVISION = "main a[href^='#']:not([href^='#_'])"


@pytest.fixture(scope="module")
def reader() -> Iterator[Firefox]:
    with firefox(**{"ui.prefersReducedMotion": 1}) as started:
        yield started


def test_the_keyboard_leads_from_home_to_a_provision_and_back(base: str, reader: Firefox) -> None:
    reader.open(f"{base}index.html")
    reader.press("/")
    assert reader.ask("document.activeElement.matches('input[type=search]')"), "the slash leads to the search box"
    reader.type("167-HDBTGTW")
    reader.press(Keys.ENTER)
    reader.wait_for(lambda: "tim-kiem/" in reader.address or GUIDANCE in reader.address, "the answers")
    if GUIDANCE not in reader.address:
        answer = f"#search-results a[href*='{GUIDANCE}']"
        reader.wait_for(lambda: reader.ask(f'document.querySelector("{answer}") !== null'), "the guidance among the answers")
        reader.tab_to(answer)
        reader.press(Keys.ENTER)
    reader.wait_for(lambda: GUIDANCE in reader.address, "the guidance")

    reader.tab_to(PROVISION)
    target = str(reader.ask("document.activeElement.hash.slice(1)"))
    reader.press(Keys.ENTER)
    reader.wait_for(lambda: reader.address.endswith(f"#{target}"), "the provision")
    top = reader.ask(f"document.getElementById('{target}').getBoundingClientRect().top")
    assert isinstance(top, int | float) and -1 <= top < 900, f"{target} is in view"

    reader.back()
    reader.wait_for(lambda: "#" not in reader.address, "the page before the provision")
    reader.back()
    reader.wait_for(lambda: GUIDANCE not in reader.address, "the page before the guidance")


def test_arrow_keys_choose_among_the_answers(base: str, reader: Firefox) -> None:
    reader.open(f"{base}loai/index.html")
    reader.press("/")
    reader.type("dư luận xã hội")
    reader.wait_for(lambda: reader.ask("document.querySelectorAll('[role=listbox] [role=option]').length"), "the list of answers")
    reader.press(Keys.ARROW_DOWN)
    active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant') || '')"
    assert reader.ask(f"{active} !== null && {active}.getAttribute('aria-selected') === 'true'")
    reader.press(Keys.ENTER)
    reader.wait_for(lambda: "/van-ban/" in reader.address or "/ket-qua/" in reader.address, "the chosen record")


def test_the_page_is_all_there_without_scripts(base: str) -> None:
    with firefox(**{"javascript.enabled": False}) as plain:
        plain.open(base + GUIDANCE)
        assert plain.title.startswith("Hướng dẫn 167-HD/BTGTW")
        assert "167-HD/BTGTW" in plain.text("main h1") and "Kết luận" in plain.text("main h1")


def test_twice_the_size_needs_no_sideways_scrolling(base: str) -> None:
    with firefox(**{"layout.css.devPixelsPerPx": "2.0"}) as enlarged:
        for path in ("index.html", GUIDANCE, "loai/ket-luan/index.html", "tim-kiem/index.html"):
            enlarged.open(base + path)
            assert enlarged.ask("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
