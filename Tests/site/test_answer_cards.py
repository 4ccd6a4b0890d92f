"""What the card of a document says, whole, for every case that the model of validity knows, in both languages: a record of the
fixture each. The sentences are read for truth: nothing on a card says more than the record and its relations do."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from harness.command import must_build
from harness.content import FIXTURES

NONE = {"vi": "Chưa thấy trong bộ sưu tập.", "en": "None found in this collection."}
UNCHECKED = {"vi": "Chưa xác minh: chưa đối chiếu với nguồn nào", "en": "Unverified: not checked against any source"}
SEEN = {"vi": "; nguồn xem ngày 23/11/2026", "en": "; source seen on 23 Nov 2026"}

# The page; its state, what guides it or what it guides, what changes it or what it changes.
CASES: dict[str, tuple[str, dict[str, tuple[str, str, str]]]] = {
    "in force": ("2016/nd-1-vd", {
        "vi": (f"Còn hiệu lực từ 1/7/2016{SEEN['vi']}", NONE["vi"], NONE["vi"]),
        "en": (f"In force from 1 Jul 2016{SEEN['en']}", NONE["en"], NONE["en"]),
    }),
    "in force by its source alone, as of the Party's documents": ("2014/kl-40-bvd", {
        "vi": (f"Còn hiệu lực (theo nguồn){SEEN['vi']}", NONE["vi"], NONE["vi"]),
        "en": (f"In force (according to source){SEEN['en']}", NONE["en"], NONE["en"]),
    }),
    "said to be in force, without a source": ("2016/nd-2-vd", {
        "vi": ("Còn hiệu lực (chưa có nguồn): có nêu là còn hiệu lực nhưng thiếu nguồn hoặc ngày kiểm tra", NONE["vi"], NONE["vi"]),
        "en": ("In force (no source given): said to be in force, but without a source or a date checked", NONE["en"], NONE["en"]),
    }),
    "not yet": ("2026/nd-3-vd", {
        "vi": ("Chưa có hiệu lực; có hiệu lực từ 1/3/2027", NONE["vi"], NONE["vi"]),
        "en": ("Not yet in force; takes effect on 1 Mar 2027", NONE["en"], NONE["en"]),
    }),
    "not yet issued": ("2027/nd-4-vd", {
        "vi": ("Chưa có hiệu lực; ngày ban hành 5/1/2027 chưa tới", NONE["vi"], NONE["vi"]),
        "en": ("Not yet in force; its date of issue, 5 Jan 2027, is yet to come", NONE["en"], NONE["en"]),
    }),
    "partly, by an amendment": ("2013/nd-10-vd", {
        "vi": ("Hết hiệu lực một phần: một số quy định đã được văn bản khác sửa đổi; phần còn lại xem riêng",
               "Được hướng dẫn bởi Thông tư liên tịch 24/2013/TTLT-BMOT-BHAI-VD, 22/10/2013 Chưa xác minh",
               "Được sửa đổi, bổ sung bởi Nghị định 11/2014/NĐ-VD, 5/1/2014 Chưa xác minh"),
        "en": ("Partly expired: another document amends some of its provisions; look at the rest on its own",
               "Guided by Thông tư liên tịch 24/2013/TTLT-BMOT-BHAI-VD, 22 Oct 2013 Unverified",
               "Amended by Nghị định 11/2014/NĐ-VD, 5 Jan 2014 Unverified"),
    }),
    "replaced in part": ("2013/nd-12-vd", {
        "vi": ("Hết hiệu lực một phần: một số quy định đã bị văn bản khác thay thế, bãi bỏ hoặc đình chỉ; phần còn lại xem riêng",
               "Được hướng dẫn bởi Thông tư liên tịch 24/2013/TTLT-BMOT-BHAI-VD, 22/10/2013 Chưa xác minh",
               "Bị thay thế bởi Nghị định 13/2014/NĐ-VD (một phần), 5/2/2014 Chưa xác minh"),
        "en": ("Partly expired: another document ends or suspends some of its provisions; look at the rest on its own",
               "Guided by Thông tư liên tịch 24/2013/TTLT-BMOT-BHAI-VD, 22 Oct 2013 Unverified",
               "Replaced by Nghị định 13/2014/NĐ-VD (in part), 5 Feb 2014 Unverified"),
    }),
    "what replaces it in part": ("2014/nd-13-vd", {
        "vi": (UNCHECKED["vi"], NONE["vi"], "Thay thế Nghị định 12/2013/NĐ-VD (một phần), 5/2/2013 Hết hiệu lực một phần"),
        "en": (UNCHECKED["en"], NONE["en"], "Replaces Nghị định 12/2013/NĐ-VD (in part), 5 Feb 2013 Partly expired"),
    }),
    "partly, by its source": ("2013/nd-18-vd", {
        "vi": (f"Hết hiệu lực một phần{SEEN['vi']}", NONE["vi"], NONE["vi"]),
        "en": (f"Partly expired{SEEN['en']}", NONE["en"], NONE["en"]),
    }),
    "suspended": ("2013/nd-14-vd", {
        "vi": ("Ngưng hiệu lực từ 5/3/2025: một văn bản khác đình chỉ văn bản này", NONE["vi"],
               "Bị đình chỉ bởi Nghị định 15/2025/NĐ-VD, 5/3/2025 Chưa xác minh "
               "Được sửa đổi, bổ sung bởi Thông tư liên tịch 24/2013/TTLT-BMOT-BHAI-VD, 22/10/2013 Chưa xác minh"),
        "en": ("Suspended from 5 Mar 2025: another document suspends it", NONE["en"],
               "Suspended by Nghị định 15/2025/NĐ-VD, 5 Mar 2025 Unverified "
               "Amended by Thông tư liên tịch 24/2013/TTLT-BMOT-BHAI-VD, 22 Oct 2013 Unverified"),
    }),
    "replaced": ("2011/nd-6-vd", {
        "vi": ("Đã bị thay thế từ 1/3/2015", "Được hướng dẫn bởi Hướng dẫn 45-HD/BVD, 5/2/2012 Chưa xác minh",
               "Bị thay thế bởi Nghị định 7/2015/NĐ-VD, 5/1/2015 Còn hiệu lực"),
        "en": ("Replaced from 1 Mar 2015", "Guided by Hướng dẫn 45-HD/BVD, 5 Feb 2012 Unverified",
               "Replaced by Nghị định 7/2015/NĐ-VD, 5 Jan 2015 In force"),
    }),
    "to be replaced on a day to come": ("2013/nd-20-vd", {
        "vi": (f"Còn hiệu lực{SEEN['vi']}", NONE["vi"],
               "Bị thay thế bởi Nghị định 21/2026/NĐ-VD (từ 1/1/2027), 1/11/2026 Chưa có hiệu lực"),
        "en": (f"In force{SEEN['en']}", NONE["en"],
               "Replaced by Nghị định 21/2026/NĐ-VD (from 1 Jan 2027), 1 Nov 2026 Not yet in force"),
    }),
    "what replaces it on a day to come": ("2026/nd-21-vd", {
        "vi": ("Chưa có hiệu lực; có hiệu lực từ 1/1/2027", NONE["vi"],
               "Thay thế Nghị định 20/2013/NĐ-VD (từ 1/1/2027), 5/8/2013 Còn hiệu lực"),
        "en": ("Not yet in force; takes effect on 1 Jan 2027", NONE["en"],
               "Replaces Nghị định 20/2013/NĐ-VD (from 1 Jan 2027), 5 Aug 2013 In force"),
    }),
    "repealed, in a year": ("2012/nd-8-vd", {
        "vi": ("Hết hiệu lực từ 2019: đã bị bãi bỏ", NONE["vi"], "Bị bãi bỏ bởi Nghị định 9/2019/NĐ-VD, 2019 Chưa xác minh"),
        "en": ("Expired from 2019: another document repeals it", NONE["en"], "Repealed by Nghị định 9/2019/NĐ-VD, 2019 Unverified"),
    }),
    "its own term ended": ("2010/nd-5-vd", {
        "vi": ("Hết hiệu lực từ 31/12/2020: thời hạn hiệu lực của văn bản đã hết", NONE["vi"], NONE["vi"]),
        "en": ("Expired from 31 Dec 2020: its own term has ended", NONE["en"], NONE["en"]),
    }),
    "expired, by its source": ("2013/nd-17-vd", {
        "vi": (f"Hết hiệu lực{SEEN['vi']}", NONE["vi"], NONE["vi"]),
        "en": (f"Expired{SEEN['en']}", NONE["en"], NONE["en"]),
    }),
    "unverified, nobody looked": ("2013/nd-19-vd", {
        "vi": (UNCHECKED["vi"], NONE["vi"], NONE["vi"]),
        "en": (UNCHECKED["en"], NONE["en"], NONE["en"]),
    }),
    "unverified, sources seen": ("2014/kl-42-bvd", {
        "vi": ("Chưa xác minh: đã xem nguồn ngày 23/11/2026, chưa thấy nguồn nào xác nhận", NONE["vi"], NONE["vi"]),
        "en": ("Unverified: sources seen on 23 Nov 2026 do not confirm its status", NONE["en"], NONE["en"]),
    }),
    "guides what has ended": ("2012/hd-45-bvd", {
        "vi": ("Chưa xác minh: đã xem nguồn ngày 23/11/2026, chưa thấy nguồn nào xác nhận",
               "Hướng dẫn cho Nghị định 6/2011/NĐ-VD, 5/1/2011 Đã bị thay thế", NONE["vi"]),
        "en": ("Unverified: sources seen on 23 Nov 2026 do not confirm its status",
               "Guides Nghị định 6/2011/NĐ-VD, 5 Jan 2011 Replaced", NONE["en"]),
    }),
    "one of two that bear a number": ("2010/kl-43-bvd", {
        "vi": (UNCHECKED["vi"], NONE["vi"], NONE["vi"]),
        "en": (UNCHECKED["en"], NONE["en"], NONE["en"]),
    }),
    "joint": ("2013/ttlt-24-bmot-bhai-vd", {
        "vi": (UNCHECKED["vi"],
               "Hướng dẫn cho Nghị định 12/2013/NĐ-VD, 5/2/2013 Hết hiệu lực một phần "
               "Nghị định 10/2013/NĐ-VD, 5/1/2013 Hết hiệu lực một phần và 1 văn bản khác",
               "Sửa đổi, bổ sung Nghị định 14/2013/NĐ-VD, 5/3/2013 Ngưng hiệu lực"),
        "en": (UNCHECKED["en"],
               "Guides Nghị định 12/2013/NĐ-VD, 5 Feb 2013 Partly expired "
               "Nghị định 10/2013/NĐ-VD, 5 Jan 2013 Partly expired and 1 other",
               "Amends Nghị định 14/2013/NĐ-VD, 5 Mar 2013 Suspended"),
    }),
    "without number and date": ("khong-ro/khong-co-so-khong-ro-ngay", {
        "vi": (UNCHECKED["vi"], NONE["vi"], NONE["vi"]),
        "en": (UNCHECKED["en"], NONE["en"], NONE["en"]),
    }),
}  # fmt: skip

# Type, number and title, then the authors and the day.
NAMES = {
    "2016/nd-1-vd": {
        "vi": "Nghị định 1/2016/NĐ-VD Còn hiệu lực, có nguồn | Cơ quan Ví dụ · ngày 14 tháng 5 năm 2016",
        "en": "Nghị định (Decree) 1/2016/NĐ-VD Còn hiệu lực, có nguồn | Cơ quan Ví dụ · 14 May 2016",
    },
    "2019/nd-9-vd": {
        "vi": "Nghị định 9/2019/NĐ-VD Bãi bỏ một văn bản | Cơ quan Ví dụ · năm 2019",
        "en": "Nghị định (Decree) 9/2019/NĐ-VD Bãi bỏ một văn bản | Cơ quan Ví dụ · 2019",
    },
    "2010/kl-43-bvd": {
        "vi": "Kết luận 43-KL/BVD Cùng số, khóa trước | Ban Ví dụ · ngày 20 tháng 8 năm 2010 | Số hiệu này còn là của văn bản khác",
        "en": "Kết luận (Conclusion) 43-KL/BVD Cùng số, khóa trước | Ban Ví dụ · 20 August 2010 | "
        "Other documents bear this number, too",
    },
    "khong-ro/khong-co-so-khong-ro-ngay": {
        "vi": "Kết luận không số Không có số, không rõ ngày | Ban Ví dụ · không rõ ngày ban hành",
        "en": "Kết luận (Conclusion) no number Không có số, không rõ ngày | Ban Ví dụ · date of issue unknown",
    },
    "khong-ro/kl-44-bvd": {
        "vi": "Kết luận 44-KL/BVD Nguồn không ghi năm | Ban Ví dụ · ngày 06 tháng 8 (nguồn không ghi năm)",
        "en": "Kết luận (Conclusion) 44-KL/BVD Nguồn không ghi năm | Ban Ví dụ · 6 August (the source gives no year)",
    },
}


@pytest.fixture(scope="module", params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def site(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cards")
    content = Path(shutil.copytree(FIXTURES / "validity", folder / "content"))
    settings = content / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: vi", f"language: {language}"), encoding="utf-8")
    return must_build(content, folder / "site", "--as-of", "2026-11-25")


def words(markup: str) -> str:
    """What is read of a piece of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


def card(site: Path, page: str) -> str:
    text = (site / "van-ban" / page / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<header class="card">.*?</header>', text, re.DOTALL)
    assert found, page
    # The reason opens when it is asked for.
    return re.sub(r'<details class="why">.*?</details>', "", found[0], flags=re.DOTALL)


@pytest.mark.parametrize("case", CASES)
def test_the_card_says_what_is_known(case: str, language: str, site: Path) -> None:
    page, expected = CASES[case]
    answers = re.findall(r"<dd>(.*?)</dd>", card(site, page), re.DOTALL)
    assert tuple(map(words, answers)) == expected[language]


@pytest.mark.parametrize("page", NAMES)
def test_the_card_names_the_document(page: str, language: str, site: Path) -> None:
    markup = card(site, page)
    parts = re.findall(r'<h1.*?</h1>|<p class="card-by">.*?</p>', markup, re.DOTALL)
    assert " | ".join(map(words, parts)) == NAMES[page][language]


def test_the_card_says_since_when_and_who_signed_where_that_is_known(language: str, tmp_path: Path) -> None:
    """The day of taking effect stands beside that of issue, unless the sentence on validity names it; nothing is made up."""
    content = Path(shutil.copytree(FIXTURES / "validity", tmp_path / "content"))
    settings = content / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: vi", f"language: {language}"), encoding="utf-8")
    records = {path: path.read_text(encoding="utf-8") for path in content.glob("directives/*.md")}
    known = {
        "6/2011/NĐ-VD": "effective: 2011-02-20\nsigner: {name: Nguyễn Văn Ví Dụ}\n",
        "1/2016/NĐ-VD": "signer: {name: Trần Thị Ví Dụ}\n",
    }
    for number, field in known.items():
        [(path, text)] = [(path, text) for path, text in records.items() if f"\nnumber: {number}\n" in text]
        path.write_text(text.replace("\naudience:", f"\n{field}audience:", 1), encoding="utf-8")
    site = must_build(content, tmp_path / "site", "--as-of", "2026-11-25")
    said = {
        page: words(re.findall(r'<p class="card-by">.*?</p>', card(site, page), re.DOTALL)[0])
        for page in ("2011/nd-6-vd", "2016/nd-1-vd", "2013/nd-10-vd")
    }
    expected = {
        "vi": ("ngày 05 tháng 01 năm 2011 · có hiệu lực từ 20/2/2011 · người ký: Nguyễn Văn Ví Dụ", "người ký: Trần Thị Ví Dụ"),
        "en": ("5 January 2011 · in effect from 20 Feb 2011 · signed by Nguyễn Văn Ví Dụ", "signed by Trần Thị Ví Dụ"),
    }[language]
    assert said["2011/nd-6-vd"] == f"Cơ quan Ví dụ · {expected[0]}"
    assert said["2016/nd-1-vd"].endswith(expected[1])
    assert said["2016/nd-1-vd"].count("·") == 2, "the sentence on validity names the day"
    assert said["2013/nd-10-vd"].count("·") == 1


def test_every_state_is_among_the_cases(site: Path, language: str) -> None:
    """The fixture shows every code of a state, and the cases above have each."""
    pages = [page for page, _ in CASES.values()]
    shown = {code for page in pages for code in re.findall(r'<dd>\s*<span class="status status-([\w-]+)', card(site, page))}
    assert shown == {"in-force", "not-yet", "partly-expired", "suspended", "replaced", "expired", "unverified"}
