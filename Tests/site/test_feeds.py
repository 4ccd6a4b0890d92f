"""Feeds and calendars, read by a news reader's library and a calendar's."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import feedparser
import icalendar
import pytest
from harness.command import must_build
from harness.trees import differences

HEAD = "type: ket-luan\nissuer: ban-vi-du\naudience: public\n"
DOCUMENTS = {
    # Took effect, was changed by editors, and was replaced by the next.
    "kl-1": "number: 1-KL/MAU\ntitle: Văn bản cũ\nissued: 2020-01-05\neffective: 2020-02-01\ntopics: [mau]\n"
    "history:\n  - {date: 2021-03-04, change: Thêm nguồn}\n  - {date: 2021-03-04, change: Sửa trích yếu}\n",
    "kl-2": "number: 2-KL/MAU\ntitle: Văn bản thay thế\nissued: 2022-05-06\neffective: 2022-07-01\ntopics: [mau]\n"
    "relations: [{type: replaces, target: 1-KL/MAU}]\n",
    # Will take effect after the day of the build.
    "kl-3": "number: 3-KL/MAU\ntitle: Văn bản sắp có hiệu lực\nissued: 2026-11-01\neffective: 2027-01-01\ntopics: [khac]\n",
    # Nothing is dated to the day.
    "kl-4": "number: 4-KL/MAU\ntitle: Văn bản không rõ ngày\nissued: 2019\neffective: 2019-05\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    (folder / "content" / "directives").mkdir(parents=True)
    (folder / "content" / "vocabulary").mkdir()
    topics = "- {id: mau, name: Chủ đề mẫu}\n- {id: khac, name: Chủ đề khác}\n- {id: khong, name: Không ai dùng}\n"
    (folder / "content" / "vocabulary" / "topics.yml").write_text(topics, encoding="utf-8")
    (folder / "content" / "site.yml").write_text("base-url: https://vi.du/tra-cuu/\n", encoding="utf-8")
    for name, fields in DOCUMENTS.items():
        (folder / "content" / "directives" / f"{name}.md").write_text(f"---\n{HEAD}{fields}---\n\nMẫu.\n", encoding="utf-8")
    return must_build(folder / "content", folder / "site")


def feed(site: Path, path: str) -> feedparser.FeedParserDict:
    read = feedparser.parse((site / path).read_bytes())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.id and read.feed.title and read.feed.updated_parsed
    for entry in read.entries:
        assert entry.id.startswith("urn:uuid:") and entry.title and entry.summary and entry.updated_parsed
    return read


def told(read: feedparser.FeedParserDict) -> list[tuple[str, str, str]]:
    return [(entry.title.split(" ")[0], entry.updated[:10], entry.tags[0].term) for entry in read.entries]


ALL = [
    ("2-KL/MAU", "2022-07-01", "takes-effect"), ("1-KL/MAU", "2022-07-01", "ends"), ("1-KL/MAU", "2021-03-04", "changed"),
    ("1-KL/MAU", "2021-03-04", "changed"), ("1-KL/MAU", "2020-02-01", "takes-effect"),
]  # fmt: skip


def test_the_feed_tells_what_changed_took_effect_and_ended(site: Path) -> None:
    read = feed(site, "feed.xml")
    assert sorted(told(read)) == sorted(ALL)
    assert [entry.updated for entry in read.entries] == sorted((entry.updated for entry in read.entries), reverse=True)
    ended = next(entry for entry in read.entries if entry.tags[0].term == "ends")
    assert ended.summary == "Hết hiệu lực. Theo 2-KL/MAU."
    assert ended.link == "https://vi.du/tra-cuu/van-ban/2020/ket-luan-1-ban-vi-du/"


def test_topics_issuers_and_records_have_feeds_of_their_own(site: Path) -> None:
    whole = {entry.id for entry in feed(site, "feed.xml").entries}
    assert sorted(told(feed(site, "chu-de/mau/feed.xml"))) == sorted(ALL)
    assert told(feed(site, "chu-de/khac/feed.xml")) == []
    assert sorted(told(feed(site, "co-quan/ban-vi-du/feed.xml"))) == sorted(ALL)
    own = feed(site, "van-ban/2020/ket-luan-1-ban-vi-du/feed.xml")
    assert sorted(told(own)) == sorted(event for event in ALL if event[0] == "1-KL/MAU")
    assert own.feed.link == "https://vi.du/tra-cuu/van-ban/2020/ket-luan-1-ban-vi-du/"
    # An event has one id in every feed that lists it, and no two events share an id.
    assert {entry.id for entry in own.entries} < whole and len(whole) == len(ALL)
    feeds = [path for path in site.rglob("feed.xml")]
    assert len({feed(site, path.relative_to(site).as_posix()).feed.id for path in feeds}) == len(feeds) == 8
    page = (site / "van-ban/2020/ket-luan-1-ban-vi-du/index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml" href="feed.xml"' in page
    assert 'href="../../chu-de/mau/feed.xml"' in (site / "chu-de/mau/index.html").read_text(encoding="utf-8")


def test_the_changelog_is_the_feeds(site: Path) -> None:
    changes = json.loads((site / "api/v1/changes.json").read_bytes())["changes"]
    assert sorted((row["date"], row["kind"]) for row in changes) == sorted((day, kind) for _, day, kind in ALL)


def events(site: Path, path: str) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical((site / path).read_bytes())
    assert calendar["method"] == "PUBLISH"
    found = calendar.walk("VEVENT")
    assert len({event["uid"] for event in found}) == len(found)
    assert not [error for event in found for error in event.errors]
    return {str(event["uid"]): event for event in found}


def test_the_calendar_of_validity_has_the_days_to_come(site: Path) -> None:
    found = events(site, "hieu-luc.ics")
    # What ended more than a year ago is history.
    assert set(found) == {"ket-luan-3-ban-vi-du-2026-takes-effect@tracuu"}
    event = found["ket-luan-3-ban-vi-du-2026-takes-effect@tracuu"]
    assert event.decoded("dtstart") == datetime.date(2027, 1, 1)
    assert event["summary"] == "3-KL/MAU: Có hiệu lực." and event["sequence"] == 0 and "last-modified" not in event


def test_an_event_that_editors_changed_is_a_later_version(tmp_path: Path) -> None:
    directives = tmp_path / "content" / "directives"
    directives.mkdir(parents=True)
    fields = "number: 5-KL/MAU\ntitle: Có nhiệm vụ\nissued: 2026-01-05\neffective: 2026-02-01\n"
    fields += "obligations: [{task: Báo cáo, due: 2026-12-31}]\n"
    history = "history:\n  - {date: 2026-03-04, change: Thêm}\n  - {date: 2026-05-06, change: Sửa thời hạn}\n"
    sequences = []
    for more in ("", history):
        (directives / "kl-5.md").write_text(f"---\n{HEAD}{fields}{more}---\n\nMẫu.\n", encoding="utf-8")
        site = must_build(tmp_path / "content", tmp_path / "site")
        for path in ("hieu-luc.ics", "nhiem-vu.ics"):
            [event] = events(site, path).values()
            sequences.append(event["sequence"])
            if more:
                assert event.decoded("last-modified") == datetime.datetime(2026, 5, 6, tzinfo=datetime.timezone.utc)
    assert sequences == [0, 0, 2, 2]


def write_many(content: Path, count: int) -> None:
    """Documents that took effect on days of their own, every second one on a topic."""
    (content / "directives").mkdir(parents=True, exist_ok=True)
    (content / "vocabulary").mkdir(exist_ok=True)
    (content / "vocabulary" / "topics.yml").write_text("- {id: mau, name: Chủ đề mẫu}\n", encoding="utf-8")
    for number in range(1, count + 1):
        effective = f"20{10 + number // 28}-01-{number % 28 + 1:02}"
        fields = f"number: {number}-KL/MAU\ntitle: Văn bản {number}\nissued: 2020-01-01\neffective: {effective}\n"
        fields += "topics: [mau]\n" if number % 2 else ""
        (content / "directives" / f"kl-{number}.md").write_text(f"---\n{HEAD}{fields}---\n\nMẫu.\n", encoding="utf-8")


def test_an_edit_makes_again_the_archives_that_tell_of_it(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write_many(content, 110)
    site = must_build(content, tmp_path / "site")
    assert (site / "co-quan/ban-vi-du/feed-2.xml").exists() and (site / "chu-de/mau/feed-1.xml").exists()
    edits = {
        "another title": ("kl-3.md", "title: Văn bản 3", "title: Tên mới"),
        "another day": ("kl-5.md", "effective: 2010-01-06", "effective: 2009-01-06"),
        "another topic": ("kl-7.md", "topics: [mau]\n", ""),
        "another id": ("kl-9.md", "number: 9-KL/MAU", "number: 999-KL/MAU"),
    }
    for name, (file, old, new) in edits.items():
        path = content / "directives" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        must_build(content, site)
        assert differences(site, must_build(content, tmp_path / name)) == [], name
    first = (site / "feed-1.xml").read_text(encoding="utf-8")
    assert "Tên mới" in first and "2009-01-06" in first and "999-KL/MAU" in first


def test_a_long_feed_is_continued_by_archives(tmp_path: Path) -> None:
    """RFC 5005: a reader that follows `prev-archive` from the feed finds everything once, archives oldest first."""
    content = tmp_path / "content"
    def followed(site: Path, folder: str, base: str) -> set[str]:
        """The entries that a reader finds who starts at the feed of a folder; `base` is how its links begin."""
        read, found, name = feed(site, f"{folder}feed.xml"), set(), "feed.xml"
        while True:
            found |= {entry.id for entry in read.entries}
            links = {link.rel: link.href for link in read.feed.links}
            if name != "feed.xml":
                assert links["current"] == f"{base}feed.xml" and links["self"] == base + name
                assert b"<fh:archive/>" in (site / folder / name).read_bytes() and len(read.entries) == 50
            if "prev-archive" not in links:
                assert name in ("feed.xml", "feed-1.xml")
                return found
            before = links["prev-archive"].removeprefix(base)
            earlier = feed(site, folder + before)
            if name != "feed.xml":
                assert {link.rel: link.href for link in earlier.feed.links}["next-archive"] == base + name
            read, name = earlier, before

    def archives(folder: Path) -> list[str]:
        return sorted(path.name for path in folder.glob("feed-*.xml"))

    write_many(content, 50)
    assert not list(must_build(content, tmp_path / "site").rglob("feed-*.xml"))
    write_many(content, 130)
    site = must_build(content, tmp_path / "site")
    assert archives(site) == archives(site / "co-quan" / "ban-vi-du") == ["feed-1.xml", "feed-2.xml"]
    assert archives(site / "chu-de" / "mau") == ["feed-1.xml"]
    whole = followed(site, "", "")
    assert len(whole) == 130 and followed(site, "co-quan/ban-vi-du/", "") == whole
    topic = followed(site, "chu-de/mau/", "")
    assert len(topic) == 65 and topic < whole
    ids = [feed(site, path.relative_to(site).as_posix()).feed.id for path in site.rglob("feed*.xml") if "van-ban" not in path.parts]
    assert len(set(ids)) == 3, "an archive bears the id of its feed"
    first = [(site / folder / "feed-1.xml").read_bytes() for folder in ("", "co-quan/ban-vi-du")]
    write_many(content, 160)
    must_build(content, site)
    assert [(site / folder / "feed-1.xml").read_bytes() for folder in ("", "co-quan/ban-vi-du")] == first
    assert archives(site / "co-quan" / "ban-vi-du") == archives(site) == ["feed-1.xml", "feed-2.xml", "feed-3.xml"]
    # With an address of the site every link is a whole one.
    (content / "site.yml").write_text("base-url: https://vi.du/x/\n", encoding="utf-8")
    site = must_build(content, tmp_path / "addressed")
    assert len(followed(site, "chu-de/mau/", "https://vi.du/x/chu-de/mau/")) == 80
