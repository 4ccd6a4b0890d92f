"""The interface in English, and the way from one language to the other."""

from __future__ import annotations

import shutil
from pathlib import Path

from harness.browser import watched
from harness.command import CONTENT, must_build
from harness.content import FIXTURES
from harness.kinds import Sites
from harness.searchbox import found, settled
from playwright.sync_api import Browser, expect


def test_types_have_their_english_names_on_the_way_to_a_record(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own_english]) as watch:
        page = watch.open("van-ban/2014/kl-100-tw/index.html")
        expect(page.locator("h1")).to_contain_text("Conclusion")
        expect(page.get_by_role("navigation", name="Breadcrumb")).to_contain_text("Kết luận (Conclusion)")
        watch.quiet()


def test_english_words_find_what_they_name(sites: Sites, served: dict[Path, str], browser: Browser) -> None:
    with watched(browser, served[sites.own_english]) as watch:
        for query, record in (("joint circular", "ttlt-24-bldtbxh-bnv-btc"), ("conclusion 100", "kl-100-tw")):
            page = watch.open(f"tim-kiem/index.html?q={query.replace(' ', '+')}")
            settled(page)
            assert record in found(page)[0], query
        expect(page.locator("fieldset[data-facet=type]")).to_contain_text("Kết luận (Conclusion)")
        watch.quiet()


def test_a_site_in_both_languages_leads_from_each_page_to_its_twin(tmp_path: Path, browser: Browser) -> None:
    for language, other in (("vi", "en"), ("en", "vi")):
        content = Path(shutil.copytree(FIXTURES / "looks", tmp_path / f"content-{language}"))
        setup = content / "site.yml"
        text = setup.read_text(encoding="utf-8").replace("language: vi", f"language: {language}\ntranslation: ../{other}/")
        assert "translation" in text
        setup.write_text(text, encoding="utf-8")
        must_build(content, tmp_path / language)
    with watched(browser, f"{tmp_path.as_uri()}/") as watch:
        page = watch.open("vi/van-ban/2021/nd-7-vd/index.html")
        link = page.get_by_role("link", name="English")
        expect(link).to_have_attribute("hreflang", "en")
        link.click()
        page.wait_for_url("**/en/van-ban/2021/nd-7-vd/index.html")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.get_by_role("link", name="Tiếng Việt").click()
        page.wait_for_url("**/vi/van-ban/2021/nd-7-vd/index.html")
        watch.open("vi/index.html")
        page.get_by_role("link", name="English").click()
        page.wait_for_url("**/en/index.html")
        watch.quiet()


def test_a_site_in_one_language_offers_no_other(tmp_path: Path, browser: Browser) -> None:
    site = must_build(CONTENT, tmp_path / "site")
    with watched(browser, f"{site.as_uri()}/") as watch:
        expect(watch.open("index.html").locator("[hreflang]")).to_have_count(0)
