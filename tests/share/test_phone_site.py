"""A real folder as it is shared: what is served of it, where it stands meanwhile, and what stays."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from feltsense.errors import RenderError, ShareError
from feltsense.phone.model import PhoneFolder
from feltsense.share import phone_site as module
from feltsense.share.phone_site import folder_to_share, idle_s_of, phone_site
from feltsense.share.session import IDLE_S
from feltsense.system.paths import data_home
from feltsense.units import SAMPLE_RATE, Frames

ADDRESS = "http://192.168.1.20:23456/t0k-en/"


def test_all_that_the_page_and_the_feed_name_is_served(phone_folder: PhoneFolder) -> None:
    site = phone_site(phone_folder, ADDRESS)
    assert set(phone_folder.files) < set(site)
    assert site[""] == site["index.html"]
    feed = site["feed.xml"].content
    assert isinstance(feed, bytes)
    named = [each.get("url") or each.get("href") for each in ET.fromstring(feed).iter()]  # noqa: S314 - our own
    below = [url.removeprefix(ADDRESS) for url in named if url]
    assert len(below) > 3 * len(phone_folder.tracks)
    assert {name for name in below if name not in site} == set()
    for exercise in phone_folder.data["exercises"]:
        assert exercise["audio"] in site


def test_the_page_sends_check_ins_home_and_the_folder_stays_as_it_was(phone_folder: PhoneFolder) -> None:
    before = (phone_folder.folder / "index.html").read_bytes()
    page = phone_site(phone_folder, ADDRESS)["index.html"].content
    assert isinstance(page, bytes)
    assert b'"home":"checkins"' in page
    assert b"connect-src 'self'" in page
    assert b"connect-src 'none'" in before
    assert (phone_folder.folder / "index.html").read_bytes() == before


def test_a_file_that_cannot_be_read_is_told(phone_folder: PhoneFolder, tmp_path: Path) -> None:
    broken = PhoneFolder(tmp_path, {"audio/a.mp3": tmp_path / "gone.mp3"}, (), phone_folder.data)
    with pytest.raises(ShareError, match="cannot be read"):
        phone_site(broken, ADDRESS)


def test_who_listens_long_is_waited_for_longer(phone_folder: PhoneFolder) -> None:
    assert idle_s_of(phone_folder) == IDLE_S
    long = replace(phone_folder.tracks[0], length=Frames(SAMPLE_RATE * 3600))
    assert idle_s_of(replace(phone_folder, tracks=(long,))) == 3600 + 900


def test_the_folder_is_private_and_removed() -> None:
    with folder_to_share() as folder:
        folder.mkdir()
        (folder / "file").touch()
        assert folder.parent.stat().st_mode & 0o777 == 0o700
        assert folder.is_relative_to(data_home())
    assert not folder.parent.exists()


def test_what_a_killed_one_left_is_removed() -> None:
    code = (
        "import os, signal\nfrom feltsense.share.phone_site import folder_to_share\n"
        "with folder_to_share() as folder:\n folder.mkdir()\n print(folder, flush=True)\n"
        " os.kill(os.getpid(), signal.SIGKILL)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    left = Path(ran.stdout.strip())
    assert left.is_dir()
    with folder_to_share() as folder:
        assert not left.exists()
        assert folder.parent.exists()


def test_trouble_in_it_is_told_without_its_name() -> None:
    with pytest.raises(RenderError) as told, folder_to_share() as folder:
        raise RenderError(f"{folder}{os.sep}audio{os.sep}a.mp3 could not be written.", "Choose another with -o.")
    assert told.value.message == f"audio{os.sep}a.mp3 could not be written."
    assert "-o" not in told.value.hint
    with pytest.raises(RenderError, match="No") as told, folder_to_share():
        raise RenderError("No.", "Later.")
    assert told.value.hint == "Later."


def test_where_there_is_no_place_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(module, "cache_home", lambda: tmp_path / "file" / "cache")
    with pytest.raises(ShareError, match="cannot be used"), folder_to_share():
        pass
