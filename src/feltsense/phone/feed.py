"""Tracks of a folder → a podcast feed (RSS 2.0) and the chapters of its episodes, for podcast apps."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from feltsense.errors import FeltsenseError
from feltsense.phone.model import PhoneTrack
from feltsense.system.printable import printable_line
from feltsense.units import SAMPLE_RATE

FEED_FILE, FEED_TYPE = "feed.xml", "application/rss+xml"
CHAPTERS_TYPE = "application/json+chapters"
IMAGE_FILE = "folder.jpg"

_NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
_FIRST_DAY = datetime(2025, 1, 1, 12, tzinfo=UTC)
_LAST_DAY = datetime(2025, 12, 31, 12, tzinfo=UTC)
"""Days of the first track, and of the last one at most. Apps drop what lies in the future, and take two episodes of one
title and day for one; the real date would make each folder another one."""

_NO_XML = re.compile("[\ufffe\uffff]")
_ENDS_IN_LENGTH = re.compile(r"\bmin$")
_DISCREET_ABOUT = "Audio tracks."


def checked_base_url(url: str) -> str:
    """Return the address of a folder in the web, with a slash at its end.

    Raises:
        FeltsenseError: it is no whole http or https address of a folder.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port = parts.port  # raises where it is none
    except ValueError:
        raise _no_address(url) from None
    plain = url.isascii() and printable_line(url) == url and " " not in url
    whole = parts.scheme in ("http", "https") and parts.hostname and port != 0
    if not (plain and whole) or parts.query or parts.fragment:
        raise _no_address(url)
    return parts.geturl().rstrip("/") + "/"


def _no_address(url: str) -> FeltsenseError:
    return FeltsenseError(
        f"“{url}” is no address of a folder in the web.", "Write it whole, like https://example.org/quiet/."
    )


def chapters_name(track: PhoneTrack) -> str:
    """Return the name of a track's file of chapters, relative to the folder."""
    return str(PurePosixPath(track.audio).with_suffix(".chapters.json"))


def chapters_json(track: PhoneTrack) -> str:
    """Return the chapters of a track in the form of podcasts, version 1.2.0; times in seconds."""
    chapters = [{"startTime": start / 1000, "title": _text(title)} for title, start in track.chapters]
    return json.dumps({"version": "1.2.0", "chapters": chapters}, ensure_ascii=False, indent=1) + "\n"


def feed_xml(tracks: Sequence[PhoneTrack], base_url: str, title: str) -> str:
    """Return a private feed: an episode a track, in their order. The same tracks make the same feed.

    Args:
        tracks: of one folder.
        base_url: where the folder is, with a slash at its end: all addresses in a feed are whole.
        title: what apps call it; neutral where the folder is discreet.
    """
    for prefix, uri in _NAMESPACES.items():
        ET.register_namespace(prefix, uri)
    discreet = any(track.discreet for track in tracks)
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _add(channel, "title", title)
    _add(channel, "link", base_url)
    _add(channel, "description", _DISCREET_ABOUT if discreet else _about(tracks))
    _add(channel, "language", tracks[0].language if tracks else "en")
    _add(channel, "atom:link", href=base_url + FEED_FILE, rel="self", type=FEED_TYPE)
    _add(channel, "itunes:image", href=base_url + IMAGE_FILE)
    _add(channel, "itunes:author", title)
    _add(channel, "itunes:type", "serial")
    _add(channel, "itunes:explicit", "false")
    _add(channel, "itunes:block", "Yes")
    _add(channel, "podcast:locked", "yes")
    if not discreet:
        category = _add(channel, "itunes:category", text="Health & Fitness")
        _add(category, "itunes:category", text="Mental Health")
    first = min(_FIRST_DAY, _LAST_DAY - timedelta(days=len(tracks) - 1))
    for number, track in enumerate(tracks):
        _add_episode(channel, track, base_url, number + 1, first + timedelta(days=number))
    ET.indent(rss)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(rss, encoding="unicode")}\n'


def _add_episode(channel: ET.Element, track: PhoneTrack, base_url: str, number: int, day: datetime) -> None:
    item = ET.SubElement(channel, "item")
    seconds = round(track.length / SAMPLE_RATE)
    _add(item, "title", _episode_title(track))
    _add(item, "itunes:title", _episode_title(track))
    _add(item, "guid", _guid(track), isPermaLink="false")
    _add(item, "pubDate", format_datetime(day))
    _add(item, "enclosure", url=_address(base_url, track.audio), length=str(track.size), type="audio/mpeg")
    _add(item, "description", track.summary or _episode_title(track))
    _add(item, "content:encoded", _page(track))
    _add(item, "itunes:duration", str(seconds))
    _add(item, "itunes:episode", str(number))
    _add(item, "itunes:episodeType", "full")
    _add(item, "itunes:explicit", "false")
    _add(item, "itunes:image", href=base_url + IMAGE_FILE)
    if track.chapters:
        _add(item, "podcast:chapters", url=_address(base_url, chapters_name(track)), type=CHAPTERS_TYPE)
    _add(item, "podcast:transcript", url=_address(base_url, track.captions), type="text/vtt", language=track.language)


def _episode_title(track: PhoneTrack) -> str:
    """Return a title with the length: of two with one title, apps keep one."""
    if _ENDS_IN_LENGTH.search(track.title):  # a discreet one has it
        return track.title
    return f"{track.title} – {round(track.length / SAMPLE_RATE / 60, 1):g} min"


def _guid(track: PhoneTrack) -> str:
    """Return what apps know an episode by: a script that was corrected, and sounds a second longer, is the same."""
    known = f"{quote(track.slug)}:{round(track.length / SAMPLE_RATE / 60)}"
    return known if track.discreet else f"feltsense:{known}"


def _about(tracks: Sequence[PhoneTrack]) -> str:
    count = "1 guided exercise" if len(tracks) == 1 else f"{len(tracks)} guided exercises"
    return f"{count}, for yourself. You can pause or stop whenever you want."


def _page(track: PhoneTrack) -> str:
    """Return what apps show of an episode: HTML."""
    parts = "".join(f"<li>{escape(_text(title))}</li>" for title, _ in track.chapters)
    return f"<p>{escape(_text(track.summary or _episode_title(track)))}</p>" + (f"<ul>{parts}</ul>" if parts else "")


def _address(base_url: str, name: str) -> str:
    return base_url + quote(name)


def _add(parent: ET.Element, name: str, words: str = "", /, **attributes: str) -> ET.Element:
    """Add an element with words in it; `name` may have one of our prefixes."""
    child = ET.SubElement(parent, _name(name), attributes)
    child.text = _text(words) or None
    return child


def _name(name: str) -> str:
    prefix, _, own = name.rpartition(":")
    return f"{{{_NAMESPACES[prefix]}}}{own}" if prefix else own


def _text(words: str) -> str:
    """Return text without what no XML can hold."""
    return _NO_XML.sub("", printable_line(words))
