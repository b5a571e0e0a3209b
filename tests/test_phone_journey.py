"""The whole way: an exercise is made and shared, practised on a phone by taps, and stands in the journal at home."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import phone_page
from null_sink import until
from phone_folders import THREE_BREATHS
from running import SINE_PROGRAM, Desk
from terminal import Terminal

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browsing import Phone

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a terminal is needed")


def practise(phone: "Phone") -> None:
    exercise = phone.look("JSON.parse(document.getElementById('data').textContent).exercises[0]")
    phone.tap_button("Begin")  # of one exercise there is no list
    phone.wait_for_head("Before you begin")
    phone.tap_button("Go on")
    phone.wait_for_head("How is it now?")
    phone.answer("distress", 6)
    phone.answer("connection", 3)
    phone.tap_button("Begin")
    phone.wait_until_heard(0.1)
    phone.seek(exercise["length"] - 1500)
    phone.wait_for_head("And now?")  # by itself, when it is over
    phone.answer("distress", 4)
    phone.page.fill("#note", "Warmer.")
    phone.tap_button("Done")
    phone.wait_for_head("However that was, you were here for it.")
    until(lambda: phone.kept("sent"))


@pytest.mark.parametrize("discreet", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_exercise_goes_to_the_phone_and_what_was_felt_comes_home(
    browser: "Browser", desk: Desk, tmp_path: Path, *, discreet: bool
) -> None:
    desk.write("three-breaths", THREE_BREATHS)
    how = ["--discreet"] if discreet else []
    with Terminal(
        "share", "three-breaths", "--address", "127.0.0.1", *how, cwd=tmp_path / "out", program=SINE_PROGRAM
    ) as terminal:
        address = terminal.line_with("http://127.0.0.1:")
        with phone_page(browser, address) as phone:
            terminal.until("Somebody has opened the page.")
            assert ("Three breaths" in phone.text("body")) is not discreet
            practise(phone)
            terminal.until("1 practice came home.")
        terminal.press("\x03")
        terminal.until("Bring it into the journal?")
        terminal.press("y\r")
        terminal.until("1 practice brought in.")
        assert terminal.ended() == 0
    (row,) = json.loads(desk.run("journal", "list", "--json").out)
    _is_what_was_said(row)
    assert "Three breaths" in desk.run("journal", "list").out


def _is_what_was_said(row: dict[str, Any]) -> None:
    assert (row["slug"], row["title"], row["tier"], row["ended"]) == ("three-breaths", "Three breaths", 3, "whole")
    assert (row["before"]["distress"], row["before"]["connection"]) == (6, 3)
    assert (row["after"]["distress"], row["after"]["connection"], row["after"]["note"]) == (4, None, "Warmer.")
    assert row["heard_ms"] == row["length_ms"]
