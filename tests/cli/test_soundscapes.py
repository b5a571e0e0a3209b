"""`feltsense soundscapes`."""

import json

from feltsense.mix.soundscapes.registry import SOUNDSCAPES
from running import Desk


def test_each_soundscape_is_told_on_a_line(desk: Desk) -> None:
    ran = desk.run("soundscapes")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == list(SOUNDSCAPES)
    assert "Rain: Steady, soft rain" in lines[0]
    assert max(map(len, lines)) <= 100


def test_the_list_for_programs_says_everything(desk: Desk) -> None:
    rows = json.loads(desk.run("soundscapes", "--json").out)
    assert [row["name"] for row in rows] == list(SOUNDSCAPES)
    assert all(set(row) == {"name", "title", "summary"} for row in rows)
