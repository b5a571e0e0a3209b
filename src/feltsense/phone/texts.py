"""What stands in the folder for people and for players: a README in plain words, and a playlist."""

import textwrap
from collections.abc import Iterator, Sequence

from feltsense.care.helplines import NO_TREATMENT, SAFETY
from feltsense.phone.model import PhoneTrack
from feltsense.units import SAMPLE_RATE, clock

_WIDTH = 78

_WHERE = (
    "WHERE IT OPENS",
    (
        "On a computer: open index.html in a browser, from a disk or a memory stick. Nothing has to be installed, and "
        "nothing is sent anywhere."
    ),
    (
        "On a phone: put the whole folder on a web space (an address that begins with https) and open that address. "
        "What you answer stays in that phone's browser."
    ),
    "",
    "WHERE IT DOES NOT OPEN",
    (
        "In a phone's file manager. iPhones show such a page without letting it do anything, and Android opens it "
        "without the audio beside it. That is so with every page of this kind, and no mistake of yours."
    ),
    "",
    "WHAT TO DO INSTEAD",
    (
        "Copy the folder “audio” to the phone, and playlist.m3u8 beside it, and play the MP3 files with any player. "
        "The playlist is their order; the words of each stand beside it as .txt."
    ),
)

_SHARE = (
    "Or leave it on the computer and run “feltsense share” there: a phone in the same Wi-Fi then opens the page by a "
    "code that it photographs. For one exercise to a friend there is “feltsense phone --single NAME”."
)

_ANSWERS = (
    "WHAT YOU ANSWER",
    (
        "It stays in the browser that you answer in. The page can show it, delete it, and save it as a file. Browsers "
        "may clear such things after a while, some after seven days without a visit: save the file now and then."
    ),
)

_TAKE_HOME = "On your computer, “feltsense journal import FILE” brings that file into your journal."

_CARE = f"{SAFETY} {NO_TREATMENT}"


def readme(tracks: Sequence[PhoneTrack], *, discreet: bool, feed: bool = False) -> str:
    """Return what the folder is, where it opens, and what to do where it does not.

    Args:
        tracks: what is in it.
        discreet: whether it may say nothing of what is heard.
        feed: whether `feed.xml` is there.
    """
    lines: list[str] = []
    opening = f"{_counted(len(tracks))} to listen to, as one page."
    for paragraph in (opening, "", *_listed(tracks), "", *_paragraphs(discreet=discreet, feed=feed)):
        indent = "  " if paragraph.startswith("  ") else ""
        lines += textwrap.wrap(paragraph, _WIDTH, subsequent_indent=indent) or [""]
    return "\n".join(lines) + "\n"


def _counted(count: int) -> str:
    return "1 track" if count == 1 else f"{count} tracks"


def _listed(tracks: Sequence[PhoneTrack]) -> Iterator[str]:
    for track in tracks:
        yield f"  {clock(track.length):>6}  {_line(track.title)}"


def _paragraphs(*, discreet: bool, feed: bool) -> Iterator[str]:
    yield from _WHERE
    if not discreet:
        yield _SHARE
    if feed:
        yield "A podcast app takes the address of feed.xml on that web space."
    yield ""
    yield from _ANSWERS
    if not discreet:
        yield _TAKE_HOME
        yield ""
        yield _CARE


def playlist(tracks: Sequence[PhoneTrack]) -> str:
    """Return the tracks as an extended M3U list in UTF-8, with their lengths in whole seconds."""
    lines = ["#EXTM3U"]
    for track in tracks:
        lines += [f"#EXTINF:{round(track.length / SAMPLE_RATE)},{_line(track.title)}", track.audio]
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())
