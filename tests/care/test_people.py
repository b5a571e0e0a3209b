"""The listener's own people are kept privately, and never lost."""

import os
from pathlib import Path

import pytest

from feltsense.care.people import FILE, Person, load_people, save_people
from feltsense.errors import SettingsError

MINE = (Person("Ada 🙂", "+44 20 7946 0000"), Person("my neighbour", "knock: second floor"))


def test_they_come_back_in_their_order(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert load_people(home) == ()
    assert not home.exists()
    save_people(home, MINE)
    assert load_people(home) == MINE
    save_people(home, MINE[1:])
    assert load_people(home) == MINE[1:]


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")
def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    save_people(tmp_path / "home", MINE)
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "home" / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", ["", "{", "[]", '{"people": [1]}', '{"people": [{"name": "Ada"}]}'])
def test_a_damaged_file_is_set_aside_whole(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(SettingsError, match=r"people-damaged\.json"):
        load_people(tmp_path)
    assert (tmp_path / "people-damaged.json").read_text() == content
    assert load_people(tmp_path) == ()


def test_what_cannot_be_kept_or_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        save_people(tmp_path / "home", MINE)
    (tmp_path / FILE).mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        load_people(tmp_path)
