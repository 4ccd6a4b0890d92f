"""The front of a record's page: the title whole, what a reader asks first, and a strip that covers nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness.browser import watched
from harness.command import must_build
from harness.content import copy_of
from harness.kinds import Sites, kinds
from playwright.sync_api import Browser, Page, expect

LAW = "van-ban/2021/nd-7-vd/index.html"
LONG_TITLE = "van-ban/2020/hd-12-bvd/index.html"


@pytest.fixture(params=["vi", "en"])
def looks(request: pytest.FixtureRequest, sites: Sites, served: dict[Path, str]) -> str:
    """The hard cases, in either language."""
    return served[sites.looks if request.param == "vi" else sites.looks_english]


def phone(browser: Browser, width: int = 390, *, dark: bool = False) -> Page:
    scheme = "dark" if dark else "light"
    return browser.new_context(
        viewport={"width": width, "height": 844}, has_touch=True, is_mobile=True, color_scheme=scheme, locale="vi-VN"
    ).new_page()


IS_CUT = "e => e.scrollHeight > e.clientHeight + 1"


@pytest.mark.parametrize("width", [320, 390])
def test_a_very_long_title_is_read_whole_on_a_phone(width: int, looks: str, browser: Browser) -> None:
    page = phone(browser, width)
    page.goto(looks + LONG_TITLE)
    title = page.locator(".card-title")
    assert title.evaluate(IS_CUT)
    page.locator(".card-whole summary").click()
    assert not title.evaluate(IS_CUT)
    page.context.close()


def test_other_titles_are_whole_at_once(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    """Those of the project's own collection, the longest of which has 242 letters, on a phone; every one on a wide screen."""
    page = phone(browser)
    cut = []
    for path in sorted(sites.own.glob("van-ban/*/*/index.html")) + sorted(sites.own.glob("ket-qua/*/index.html")):
        page.goto(f"{served[sites.own]}{path.relative_to(sites.own).as_posix()}", wait_until="domcontentloaded")
        title = page.locator(".card-title")
        if title.count() and page.locator(".card-whole").count() == 0 and title.evaluate(IS_CUT):
            cut.append(path.parent.name)
    assert cut == []
    page.context.close()
    with watched(browser, served[sites.looks]) as watch:
        page = watch.open(LONG_TITLE)
        assert not page.locator(".card-title").evaluate(IS_CUT)
        expect(page.locator(".card-whole")).to_be_hidden()


# Whatever stands at the place that an address names, and whether the strip or what hangs from it lies over its first line.
COVERED = """anchor => {
    const target = document.getElementById(anchor), strip = document.querySelector('.strip');
    const top = target.getBoundingClientRect().top;
    const bars = [strip, ...strip.querySelectorAll('.find, .arrival')].filter(bar =>
        bar.checkVisibility({visibilityProperty: true}) && !bar.matches('.strip:not(.is-stuck) .arrival'));
    return bars.some(bar => bar.getBoundingClientRect().bottom > top && bar.getBoundingClientRect().top <= top);
}"""


@pytest.mark.parametrize("width", [390, 800, 1280])
def test_the_strip_covers_no_place_that_an_address_names(
    width: int, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    for kind in ("directive", "guidance", "law", "finding", "monitoring"):
        site, path = kinds(sites)[kind]
        with watched(browser, served[site], width=width) as watch:
            page = watch.open(path)
            seen = "all => all.filter(e => e.checkVisibility() && !e.matches('.strip *, svg *')).map(e => e.id)"
            anchors = page.eval_on_selector_all("main [id]", seen)
            covered = []
            for anchor in anchors[:: max(1, len(anchors) // 25)] + ["_text"]:
                page.goto(f"{served[site]}{path}#{anchor}")
                page.wait_for_timeout(60)
                if page.evaluate(COVERED, anchor):
                    covered.append(anchor)
            assert covered == [], kind


@pytest.mark.parametrize("width", [390, 1280])
def test_the_strip_stands_at_the_top_of_the_window_whenever_it_is_seen(
    width: int, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    for kind in ("directive", "law", "finding"):
        site, path = kinds(sites)[kind]
        with watched(browser, served[site], width=width) as watch:
            page = watch.open(path)
            card = page.locator(".card").evaluate("e => e.getBoundingClientRect().bottom + scrollY")
            for past in (-60, -20, 40, 120, 200, 400):
                page.evaluate("y => scrollTo(0, y)", card + past)
                page.wait_for_timeout(80)
                strip = page.locator(".strip")
                if strip.is_visible():
                    assert strip.bounding_box()["y"] == pytest.approx(0, abs=1), (kind, past)  # type: ignore[index]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_goes_through_the_strip_and_the_text_stays(width: int, looks: str, browser: Browser) -> None:
    with watched(browser, looks, width=width) as watch:
        page = watch.open(f"{LAW}#dieu-4")
        expect(page.locator(".strip")).to_be_visible()
        page.wait_for_timeout(200)
        before = page.evaluate("scrollY")
        for tool in page.locator(".strip :is(a, button, input)").all():
            if tool.is_visible():
                tool.evaluate("e => e.focus()")
                page.wait_for_timeout(50)
        assert page.evaluate("scrollY") == before
        watch.quiet()


def test_the_search_in_a_text_covers_no_entry_of_its_outline(looks: str, browser: Browser) -> None:
    page = phone(browser)
    for opening in ("[data-seek]", ".strip-here"):
        page.goto(looks + LAW)
        if opening == ".strip-here":
            page.evaluate("scrollTo(0, 900)")
            expect(page.locator(".strip")).to_be_visible()
        # By the element itself: a browser that is driven scrolls to what it clicks.
        page.locator(opening).evaluate("e => e.click()")
        page.wait_for_timeout(200)
        page.locator(".outline nav").evaluate("e => e.scrollTo(0, 0)")
        find, first = page.locator(".find").bounding_box(), page.locator(".outline a").first.bounding_box()
        assert find and first
        assert first["y"] >= find["y"] + find["height"]
    page.context.close()


def test_on_a_phone_a_line_near_the_top_leads_to_the_relations(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    for kind in ("directive", "guidance", "finding"):
        site, path = kinds(sites)[kind]
        page = phone(browser)
        page.goto(served[site] + path)
        line = page.locator(".relations-line a")
        top = line.bounding_box()
        assert top and top["y"] < 2 * 844 / 1.5
        # It says of each relation how many there are.
        headings = page.locator(".about section[aria-labelledby=_relations-heading] h3").all_inner_texts()
        assert line.locator("span").all_inner_texts() == [" ".join(text.split()) for text in headings]
        line.click()
        page.wait_for_timeout(200)
        heading = page.locator("#_relations-heading").bounding_box()
        assert heading and 48 <= heading["y"] < 300
        page.context.close()
        with watched(browser, served[site]) as watch:
            expect(watch.open(path).locator(".relations-line")).to_be_hidden()


LANGUAGES = {"vi": "chưa được ban hành", "en": "had not been issued"}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def lives(language: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Every case of validity, in either language."""
    folder = tmp_path_factory.mktemp("lives")
    content = copy_of("validity", folder)
    settings = content / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: vi", f"language: {language}"), encoding="utf-8")
    return f"{must_build(content, folder / 'site', '--as-of', '2026-11-25').as_uri()}/"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_day_can_be_chosen_on_the_page_of_every_document(
    width: int, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    for kind in ("directive", "guidance", "law", "replaced", "bare-record", "finding", "monitoring"):
        site, path = kinds(sites)[kind]
        with watched(browser, served[site], width=width) as watch:
            page = watch.open(path)
            page.locator(".ribbon-day summary").click()
            page.locator(".ribbon-day input").fill("2019-03-01")
            page.wait_for_url("**?ngay=2019-03-01")
            expect(page.locator(".ribbon-shown")).to_contain_text("1/3/2019")
            watch.quiet()


def test_a_day_keeps_the_reason_and_gives_that_of_the_day(lives: str, language: str, browser: Browser) -> None:
    with watched(browser, lives) as watch:
        reasons = {}
        for day in ("2010-01-01", "2014-06-01", "2020-01-01"):
            page = watch.open(f"van-ban/2011/nd-6-vd/index.html?ngay={day}")
            page.locator(".answer .why summary").click()
            reasons[day] = page.locator(".why .state-reason").first.inner_text()
        page = watch.open("van-ban/2011/nd-6-vd/index.html")
        page.locator(".answer .why summary").click()
        today = page.locator(".why .state-reason").first.inner_text()
        assert len(set(reasons.values())) == 3
        # Its last stretch goes on to this day, so the reason is today's.
        assert reasons["2020-01-01"] == today
        assert LANGUAGES[language] in reasons["2010-01-01"]
        watch.quiet()


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(…)` (WCAG 2.2)."""
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("path", "box"), [("index.html", "#_home-search"), ("loai/index.html", "#_site-search")])
def test_a_search_box_is_seen_on_its_ground(
    path: str, box: str, dark: bool, sites: Sites, served: dict[Path, str], browser: Browser
) -> None:
    with watched(browser, served[sites.own], dark=dark) as watch:
        page = watch.open(path)
        edge, width = page.locator(box).evaluate("e => [getComputedStyle(e).borderTopColor, getComputedStyle(e).borderTopWidth]")
        ground = page.locator(".bar-top").evaluate("e => getComputedStyle(e).backgroundColor")
        low, high = sorted((luminance(edge), luminance(ground)))
        assert (high + 0.05) / (low + 0.05) >= 3
        assert float(width.removesuffix("px")) >= 1


def test_keys_are_named_only_where_there_are_keys(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    base = served[sites.own]

    def hints(page: Page) -> list[bool]:
        page.goto(f"{base}loai/index.html")
        page.locator("#_site-search").fill("du luan")
        expect(page.locator(".combobox-row").first).to_be_visible()
        seen = [page.locator(".combobox-popup > p:last-child").is_visible()]
        page.goto(f"{base}tim-kiem/index.html")
        page.locator(".search-syntax summary").click()
        return [*seen, page.locator("#search-slash").is_visible()]

    page = phone(browser)
    assert hints(page) == [False, False]
    # That look-ups are kept here is no key: it is said to everybody.
    page.goto(f"{base}loai/index.html")
    page.locator("#_site-search").fill("du luan")
    page.locator("#_site-search").press("Enter")
    page.wait_for_url("**/tim-kiem/**")
    page.goto(f"{base}loai/index.html")
    page.locator("#_site-search").click()
    expect(page.locator(".combobox-popup > p:last-child")).to_be_visible()
    page.context.close()
    with watched(browser, base) as watch:
        assert hints(watch.page) == [True, True]
