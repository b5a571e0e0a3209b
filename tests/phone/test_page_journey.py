"""A whole practice on a phone, by taps: from the list to the journal, and from there home."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import phone_page
from feltsense.journal.records import PRACTICE_READERS
from feltsense.phone.model import PhoneFolder
from running import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browsing import Phone


def exercise_of(folder: PhoneFolder, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in folder.data["exercises"] if each["slug"] == slug)
    return found


def practise_to_the_end(phone: "Phone", length: int) -> None:
    phone.begin("Three breaths")
    phone.tap_button("Go on")
    phone.wait_for_head("How is it now?")
    phone.answer("distress", 6)
    phone.answer("connection", 3)
    phone.tap("summary:has-text('Where in the body')")
    phone.answer("place", "chest")
    phone.tap("summary:has-text('a word for it')")
    phone.answer("word", "nothing I can name")
    phone.tap_button("Begin")
    phone.wait_until_heard(0.1)
    phone.seek(length - 1500)
    phone.wait_for_head("And now?")  # by itself, when it is over
    phone.answer("distress", 4)
    phone.answer("connection", 3)
    phone.answer("too_much", "bit")
    phone.page.fill("#note", "It was “fine”.\nÜber all that.")
    phone.tap_button("Done")


def test_practice_goes_from_the_list_into_the_journal_and_home(
    browser: "Browser", index: Path, phone_folder: PhoneFolder, desk: Desk, tmp_path: Path
) -> None:
    with phone_page(browser, index, timezone_id="Asia/Kathmandu") as phone:
        practise_to_the_end(phone, exercise_of(phone_folder, "three-breaths")["length"])
        phone.wait_for_head("However that was, you were here for it.")
        assert "Distress: 6 before, 4 after. 2 lower than before." in phone.text()
        assert "Alone or connected: 3 before, 3 after. The same number." in phone.text()
        phone.tap("text=Look at the journal")
        phone.wait_for_head("Journal")
        assert "6 → 4" in phone.text()
        assert "lower after in 1 of 1, same in 0, higher in 0." in phone.text()
        with phone.page.expect_download() as download:
            phone.tap_button("Take it home")
        assert download.value.suggested_filename == "feltsense-practices.json"
        download.value.save_as(tmp_path / "home.json")
    assert desk.run("journal", "import", str(tmp_path / "home.json")).code == 0
    found = json.loads(desk.run("journal", "list", "--json").out)
    _is_what_was_said(json.loads((tmp_path / "home.json").read_text("utf-8"))["practices"][0], phone_folder)
    assert "Three breaths" in str(found)


def _is_what_was_said(record: dict[str, Any], folder: PhoneFolder) -> None:
    exercise = exercise_of(folder, "three-breaths")
    assert record.keys() == {*PRACTICE_READERS, "before", "after"}
    assert (record["ended"], record["heard_ms"]) == ("whole", exercise["length"])
    assert (record["script_sha256"], record["voice"], record["tier"]) == (exercise["sha"], exercise["voice"], 3)
    assert record["began_at"].endswith("+05:45")
    said = {name: record["before"][name] for name in ("distress", "connection", "place", "word")}
    assert said == {"distress": 6, "connection": 3, "place": "chest", "word": "nothing I can name"}
    after = record["after"]
    assert (after["distress"], after["too_much"], after["note"]) == (4, "bit", "It was “fine”.\nÜber all that.")
    assert after["said_at"] >= record["ended_at"] >= record["before"]["said_at"] >= record["began_at"]


@pytest.mark.slow
def test_one_tap_skips_all_questions_and_nothing_blocks_the_playing(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.listen()
        phone.tap_button("End here")
        phone.wait_for_head("And now?")
        phone.tap_button("Skip this")
        phone.wait_for_head("However that was, you were here for it.")
        (record,) = phone.kept()
        assert record["ended"] == "early"
        assert 0 < record["heard_ms"] < 5000


@pytest.mark.slow
def test_who_goes_back_before_it_began_has_left_no_practice(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.begin()
        phone.answer("distress", 6)
        assert len(phone.kept()) == 1
        phone.tap("#to-list")
        phone.wait_for_head("What would help?")
        assert phone.kept() is None


@pytest.mark.slow
def test_answer_can_be_taken_back(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.begin()
        phone.answer("distress", 6)
        phone.tap(".scale .back:visible")
        (record,) = phone.kept()
        assert record["before"] == {
            **dict.fromkeys(("distress", "connection", "place", "word", "too_much", "said_at")), "note": ""
        }  # fmt: skip


def test_kill_in_the_middle_loses_nothing_and_it_can_be_gone_on_with(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.begin()
        phone.answer("distress", 7)
        phone.tap_button("Begin")
        phone.wait_until_heard(0.1)
        phone.seek(60_000)
        phone.wait_until_heard(60.3)
        phone.page.goto("about:blank")
        phone.page.goto(index.as_uri())
        phone.wait_for("text=left in the middle")
        (left,) = phone.kept()
        assert (left["ended"], left["ended_at"], left["before"]["distress"]) == ("interrupted", None, 7)
        assert 60_300 <= left["heard_ms"] < 70_000
        phone.tap_button("Go on")
        phone.wait_until_heard(left["heard_ms"] / 1000 + 0.1)
        phone.tap_button("End here")
        phone.wait_for_head("And now?")
        phone.answer("distress", 6)
        phone.tap_button("Done")
        phone.wait_for_head("However that was, you were here for it.")
        (record,) = phone.kept()
        assert (record["uid"], record["ended"], record["after"]["distress"]) == (left["uid"], "early", 6)
        assert "So small a change comes and goes by itself." in phone.text()


@pytest.mark.slow
def test_practice_that_was_left_can_be_closed_without_a_word(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.listen()
        phone.wait_until_heard(1.1)
        phone.page.reload()
        phone.tap_button("Leave it so")
        assert phone.kept("done") == [phone.kept()[0]["uid"]]
        phone.page.reload()
        phone.wait_for_head("What would help?")
        assert "left in the middle" not in phone.text()


@pytest.mark.slow
@pytest.mark.parametrize("how", ["one", "all"])
def test_deleting_asks_and_really_deletes(browser: "Browser", index: Path, how: str) -> None:
    with phone_page(browser, index) as phone:
        phone.begin()
        phone.answer("connection", 2)
        phone.tap_button("Begin")
        phone.tap_button("End here")
        phone.page.fill("#note", "canary in a coal mine")
        phone.tap_button("Done")
        phone.tap("text=Look at the journal")
        if how == "one":
            phone.tap(".practices a")
            phone.tap_button("Delete")
            phone.tap_button("Keep it")
            phone.tap_button("Delete")
            phone.tap_button("Delete it")
        else:
            phone.tap_button("Delete everything")
            phone.tap(".ask button:text-is('Delete')")
        phone.wait_for("text=There is nothing here yet.")
        assert "canary" not in phone.look("JSON.stringify({...localStorage})")
        assert phone.kept() in ([], None)
