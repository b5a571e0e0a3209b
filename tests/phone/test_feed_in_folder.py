"""A folder that is to stand in the web holds its feed, with addresses that lead to its files."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import feedparser
import pytest

from feltsense.errors import FeltsenseError
from feltsense.phone.folder import build_phone_folder
from feltsense.phone.page import WEB
from phone_folders import build_with_sine_voice, phone_request, quiet, short_workspace

BASE = "https://example.org/quiet/"


@pytest.mark.slow
def test_every_address_of_the_feed_is_a_file_of_the_folder(phone_workspace: Path, tmp_path: Path) -> None:
    if not (WEB / "index.html").exists():
        pytest.skip("the page is not there yet")
    request = replace(phone_request(short_workspace(phone_workspace), "three-breaths"), base_url=BASE.rstrip("/"))
    folder = build_with_sine_voice(request, tmp_path / "folder")
    found = feedparser.parse((tmp_path / "folder" / "feed.xml").read_bytes())
    assert found.bozo is False
    (entry,) = found.entries
    (audio,) = entry.enclosures
    assert int(audio.length) == folder.tracks[0].size > 16_000
    for address in (audio.href, entry.podcast_transcript["url"], entry.podcast_chapters["url"], found.feed.image.href):
        assert address.startswith(BASE)
        assert unquote(address.removeprefix(BASE)) in folder.files
    assert "feed.xml" in folder.files
    assert "feed.xml" in (tmp_path / "folder" / "README.txt").read_text("utf-8")


def test_an_address_that_is_none_is_told_before_anything_is_made(tmp_path: Path) -> None:
    request = replace(phone_request(short_workspace(tmp_path / "work"), "three-breaths"), base_url="example.org")
    with pytest.raises(FeltsenseError, match="no address of a folder in the web"):
        build_phone_folder(request, tmp_path / "folder", quiet)
    assert not (tmp_path / "folder").exists()
