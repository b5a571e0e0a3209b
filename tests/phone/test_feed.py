"""The feed, as podcast apps take it; each by its own rule."""

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import podcastparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.errors import FeltsenseError
from feltsense.phone.feed import chapters_json, chapters_name, checked_base_url, feed_xml
from feltsense.phone.model import PhoneTrack
from feltsense.units import SAMPLE_RATE, Frames, Ms

BASE = "http://192.168.178.20:49152/kX3v0Qk2mB7sT9wLr4yN8A/"
NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}


def track(slug: str = "feet-on-the-floor", title: str = "Feet on the floor", seconds: float = 180) -> PhoneTrack:
    return PhoneTrack(
        slug=slug,
        title=title,
        summary="Press, release & weight <slowly>.",
        length=Frames(round(seconds * SAMPLE_RATE)),
        audio=f"audio/{slug}.mp3",
        transcript=f"audio/{slug}.txt",
        captions=f"audio/{slug}.vtt",
        chapters=(("Arriving", Ms(0)), ("Pressing & releasing", Ms(47_492))),
        size=2_200_000,
        language="en",
        discreet=False,
    )


THREE = (track(), track("orienting", "Looking around", 244.6), track("breath", "Füße & Atem", 300))
FEED = feed_xml(THREE, BASE, "feltsense")


def items(feed: str = FEED) -> list[ET.Element]:
    return ET.fromstring(feed).findall("channel/item")  # noqa: S314 - our own


def texts(name: str, feed: str = FEED) -> list[str]:
    return [item.findtext(name, "", NAMES) for item in items(feed)]


def test_gpodder_takes_it() -> None:
    found = podcastparser.parse(BASE + "feed.xml", io.BytesIO(FEED.encode()))
    assert (found["title"], found["type"]) == ("feltsense", "serial")
    assert found["cover_url"] == BASE + "folder.jpg"
    newest, *_, oldest = sorted(found["episodes"], key=lambda each: -each["published"])
    assert (newest["title"], newest["number"], newest["total_time"]) == ("Füße & Atem – 5 min", 3, 300)
    assert oldest["title"] == "Feet on the floor – 3 min"
    assert oldest["enclosures"] == [
        {"url": BASE + "audio/feet-on-the-floor.mp3", "file_size": 2_200_000, "mime_type": "audio/mpeg"}
    ]
    assert oldest["description"].startswith("Press, release & weight <slowly>.\n")
    assert "<li>Pressing &amp; releasing</li>" in oldest["description_html"]


def test_feedparser_takes_it_without_complaint() -> None:
    found = feedparser.parse(FEED.encode(), response_headers={"content-type": "application/rss+xml; charset=utf-8"})
    assert found.bozo is False
    assert [entry.title for entry in found.entries] == [
        "Feet on the floor – 3 min",
        "Looking around – 4.1 min",
        "Füße & Atem – 5 min",
    ]
    entry = found.entries[1]
    assert (entry.itunes_duration, entry.itunes_episode) == ("245", "2")
    assert entry.podcast_transcript == {"url": BASE + "audio/orienting.vtt", "type": "text/vtt", "language": "en"}
    assert found.feed.itunes_block == 1


def test_antennapod_keeps_each_episode() -> None:
    """It drops what lies in the future, takes same title and day as one, and ignores enclosures below 16 kB."""
    days = [parsedate_to_datetime(day) for day in texts("pubDate")]
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
    assert max(days) < datetime.now(UTC)
    assert len(set(texts("title"))) == len(set(texts("guid"))) == 3
    assert all(re.search(r" – [\d.]+ min$", title) for title in texts("title"))


@pytest.mark.parametrize("count", [0, 1, 365, 366, 2000])
def test_no_day_lies_in_the_future_however_many_there_are(count: int) -> None:
    feed = feed_xml([track(f"e{n}", f"E {n}") for n in range(count)], BASE, "feltsense")
    days = [parsedate_to_datetime(day) for day in texts("pubDate", feed)]
    assert len(set(days)) == count
    assert max(days, default=datetime(2025, 1, 1, tzinfo=UTC)) < datetime(2026, 1, 1, tzinfo=UTC)


def test_apple_finds_what_it_wants() -> None:
    channel = ET.fromstring(FEED).find("channel")  # noqa: S314 - our own
    assert channel is not None
    for name, value in {"itunes:explicit": "false", "itunes:block": "Yes", "itunes:type": "serial"}.items():
        assert channel.findtext(name, namespaces=NAMES) == value
    assert channel.findtext("podcast:locked", namespaces=NAMES) == "yes"
    assert channel.findtext("language") == "en"
    for item in items():
        assert item.findtext("itunes:episodeType", namespaces=NAMES) == "full"
        assert item.findtext("itunes:duration", "", NAMES).isdigit()
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"


def test_all_addresses_are_whole_and_quoted() -> None:
    feed = feed_xml([track("füße & mehr")], BASE, "feltsense")
    elements = ET.fromstring(feed).iter()  # noqa: S314 - our own
    found = [each.get("url") or each.get("href") for each in elements if each.get("url") or each.get("href")]
    assert len(found) == 6
    assert all(address and address.startswith(BASE) and address.isascii() and " " not in address for address in found)
    assert unquote(urlsplit(str(found[2])).path).endswith("/audio/füße & mehr.mp3")


def test_a_correction_of_the_script_makes_no_new_episode() -> None:
    assert texts("guid")[0] == "feltsense:feet-on-the-floor:3"
    corrected = replace(
        THREE[0], title="Feet, on the floor", summary="Other words.", size=1, length=Frames(181 * SAMPLE_RATE)
    )
    assert texts("guid", feed_xml([corrected], BASE, "feltsense")) == ["feltsense:feet-on-the-floor:3"]


def test_the_same_tracks_make_the_same_feed_in_any_language_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert feed_xml(THREE, BASE, "feltsense") == FEED
    assert "Wed, 01 Jan 2025 12:00:00 +0000" in FEED


def test_chapters_are_in_the_form_of_podcasts() -> None:
    assert json.loads(chapters_json(THREE[0])) == {
        "version": "1.2.0",
        "chapters": [{"startTime": 0.0, "title": "Arriving"}, {"startTime": 47.492, "title": "Pressing & releasing"}],
    }
    assert chapters_name(THREE[0]) == "audio/feet-on-the-floor.chapters.json"
    found = [each.find("podcast:chapters", NAMES) for each in items()]
    assert [(each.get("type"), each.get("url", "")[-14:]) for each in found if each is not None] == [
        ("application/json+chapters", ".chapters.json")
    ] * 3
    bare = feed_xml([replace(THREE[0], chapters=())], BASE, "feltsense")
    assert "podcast:chapters" not in bare


def test_a_discreet_feed_tells_nothing() -> None:
    track_12 = replace(
        track("track-012", "Track 012 – 3 min"), summary="", chapters=(("Part 1", Ms(0)),), discreet=True
    )
    feed = feed_xml([track_12], BASE, "Tracks")
    assert texts("title", feed) == ["Track 012 – 3 min"]
    assert not re.search(r"feltsense|feet|exercise|health|guided|stop", feed, re.IGNORECASE)


@given(st.text(), st.text(), st.text())
@settings(max_examples=80)
def test_any_words_make_a_feed_that_can_be_read(title: str, summary: str, chapter: str) -> None:
    odd = replace(THREE[0], title=title, summary=summary, chapters=((chapter, Ms(0)),))
    feed = feed_xml([odd], BASE, title)
    assert len(items(feed)) == 1
    feed.encode()
    json.loads(chapters_json(odd).encode())


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("https://example.org/quiet", "https://example.org/quiet/"),
        ("http://example.org:8080/a/b/", "http://example.org:8080/a/b/"),
        (" https://example.org ", "https://example.org/"),
        ("https://example.org/f%C3%BC/", "https://example.org/f%C3%BC/"),
    ],
)
def test_an_address_of_a_folder_is_taken(given: str, taken: str) -> None:
    assert checked_base_url(given) == taken


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "ftp://example.org/", "file:///home", "https://", "http://[", "https://a b/", "https://ü.de/",
     "https://example.org/?a=1", "https://example.org/#a", "http://a:99999/", "http://a:x/", "https://a/\n"],
)  # fmt: skip
def test_any_other_is_told(url: str) -> None:
    if url == "https://a/\n":
        assert checked_base_url(url) == "https://a/"
        return
    with pytest.raises(FeltsenseError, match="is no address of a folder"):
        checked_base_url(url)
