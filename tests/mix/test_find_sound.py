"""Which files a script may reach."""

import os
from pathlib import Path

import pytest

from feltsense.errors import SoundError
from feltsense.mix.assets import find_sound


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "workspace" / "exercises"
    (made / "sounds").mkdir(parents=True)
    for path in (made / "river.mp3", made / "sounds" / "sea.wav", made.parent / "wind.ogg", tmp_path / "outside.wav"):
        path.write_bytes(b"sound")
    return made


@pytest.mark.parametrize("name", ["river.mp3", "sounds/sea.wav", "sounds\\sea.wav", "wind.ogg", "./river.mp3"])
def test_a_file_of_the_folder_or_of_its_workspace_is_found(folder: Path, name: str) -> None:
    if "\\" in name and os.name != "nt":
        name = name.replace("\\", "/")
    assert find_sound(name, folder).read_bytes() == b"sound"


@pytest.mark.parametrize(
    "name",
    ["../../outside.wav", "sounds/../river.mp3", "/etc/passwd", "C:\\sound.wav", "\\\\host\\sound.wav", "..", ""],
)
def test_a_name_that_could_lead_out_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(SoundError, match="is not beside the script") as caught:
        find_sound(name, folder)
    assert "Copy the file" in caught.value.hint


def test_the_folder_above_is_open_only_where_it_is_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "above.wav").write_bytes(b"sound")
    with pytest.raises(SoundError, match="is not there"):
        find_sound("above.wav", tmp_path / "notes")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_may_not_lead_out(folder: Path, tmp_path: Path) -> None:
    (folder / "link.wav").symlink_to(tmp_path / "outside.wav")
    (folder / "away").symlink_to(tmp_path)
    (folder / "inside.wav").symlink_to(folder / "river.mp3")
    assert find_sound("inside.wav", folder).name == "river.mp3"
    for name in ("link.wav", "away/outside.wav"):
        with pytest.raises(SoundError, match="leads to a file outside"):
            find_sound(name, folder)


def test_what_is_missing_is_told_with_what_is_near(folder: Path) -> None:
    with pytest.raises(SoundError, match="is not there") as caught:
        find_sound("rivers.mp3", folder)
    assert caught.value.hint == "Did you mean river.mp3?"


@pytest.mark.parametrize("name", ["sounds", "a\0b.wav", "n" * 300 + ".wav"])
def test_what_is_no_file_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(SoundError):
        find_sound(name, folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders there")
def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.wav")
    with pytest.raises(SoundError, match="is no file"):
        find_sound("pipe.wav", folder)


def test_a_script_that_is_no_file_has_nothing_beside_it() -> None:
    with pytest.raises(SoundError, match="this script is no file"):
        find_sound("river.mp3", None)


def test_the_folder_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SoundError) as caught:
        find_sound("river.mp3", Path())
    assert caught.value.hint.endswith(f"which is {tmp_path.resolve()}")
