"""What is copied, and that the reader sees it: on wide screens and on phones, in both languages, with a clipboard and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from harness.kinds import Sites, kinds
from playwright.sync_api import Browser, Page, expect

LAW = "van-ban/2021/nd-7-vd/index.html"
DONE = {"vi": "✓ Đã chép: ", "en": "✓ Copied: "}
TOOLTIP = {"vi": "Chép liên kết tới đây", "en": "Copy the link to this place"}
CITATION = "Nghị định số 7/2021/NĐ-VD ngày 05 tháng 3 năm 2021 của Cơ quan Ví dụ"
# A server without encryption, as in a plain intranet, gives pages no clipboard.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    by_finger = request.param < 640
    context = browser.new_context(
        viewport={"width": request.param, "height": 844}, has_touch=by_finger, is_mobile=by_finger, locale="vi-VN",
        permissions=["clipboard-read", "clipboard-write"],
    )  # fmt: skip
    yield context.new_page()
    context.close()


IN_VIEW = """selector => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return box.height > 20 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}"""


def lies_in_view(page: Page, selector: str) -> bool:
    return bool(page.evaluate(IN_VIEW, selector))


@pytest.mark.parametrize("clipboard", [True, False])
def test_the_sign_beside_a_heading_copies_its_address_and_stays_a_link(
    clipboard: bool, language: str, page: Page, sites: Sites, served: dict
) -> None:
    base = served[sites.looks if language == "vi" else sites.looks_english]
    if not clipboard:
        page.add_init_script(NO_CLIPBOARD)
    page.goto(base + LAW)
    sign = page.locator("#dieu-3 + .permalink")
    sign.hover()
    expect(sign).to_have_attribute("title", TOOLTIP[language])
    sign.click()
    address = f"{base}{LAW}#dieu-3"
    assert page.url == address
    toast = page.get_by_role("status").filter(has_text=DONE[language])
    expect(toast).to_have_text(DONE[language] + address)
    assert lies_in_view(page, ".toast")
    if clipboard:
        assert page.evaluate("navigator.clipboard.readText()") == address
    expect(page.locator("#_cite-text")).to_be_visible()


def test_where_nothing_can_be_copied_nothing_is_said(page: Page, sites: Sites, served: dict) -> None:
    page.add_init_script(f"{NO_CLIPBOARD}; document.execCommand = () => false")
    page.goto(served[sites.looks] + LAW)
    page.locator("#dieu-3 + .permalink").hover()
    page.locator("#dieu-3 + .permalink").click()
    expect(page.locator("#_cite-text")).to_be_visible()
    expect(page.locator(".toast")).to_be_empty()


def test_a_page_of_the_editors_has_such_signs_too(page: Page, sites: Sites, served: dict) -> None:
    site, path = kinds(sites)["page"]
    page.goto(served[site] + path)
    page.locator(".permalink").first.click()
    expect(page.locator(".toast")).to_contain_text(DONE["vi"])


def test_a_copied_citation_is_seen_wherever_it_was_copied(language: str, page: Page, sites: Sites, served: dict) -> None:
    page.goto(served[sites.looks if language == "vi" else sites.looks_english] + LAW)
    page.locator(".card [data-copy]").click()
    expect(page.locator(".toast")).to_have_text(DONE[language] + CITATION)
    assert lies_in_view(page, ".toast")
    page.evaluate("document.querySelector('.toast').replaceChildren(); scrollTo(0, 2000)")
    page.locator(".strip-copy").click()
    expect(page.locator(".toast")).to_have_text(DONE[language] + CITATION)
    assert lies_in_view(page, ".toast")
    assert page.evaluate("navigator.clipboard.readText()") == CITATION
    # It goes by itself.
    expect(page.locator(".toast")).to_be_empty(timeout=6000)
