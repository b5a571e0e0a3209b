"""What was left open is called by what it is: in the middle, at its end, or not begun at all."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from browsing import kept_before, phone_page
from feltsense.journal.model import Outcome
from feltsense.journal.records import practice_record
from feltsense.phone.model import PhoneFolder
from practising import practice

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def left(folder: PhoneFolder, ended: Outcome, heard_ms: int) -> dict[str, Any]:
    """Return the record of an exercise of the folder, begun an hour ago; after it nothing was said."""
    exercise = next(each for each in folder.data["exercises"] if each["slug"] == "feet-on-the-floor")
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    more = {"slug": exercise["slug"], "length_ms": exercise["length"], "heard_ms": heard_ms, "ended": ended.value}
    return {**practice_record(practice(6, None), notes=True), **more, "began_at": began.isoformat()}


SAY = ["Say how it is now", "Leave it so"]


@pytest.mark.parametrize(
    ("ended", "heard_ms", "words", "buttons"),
    [
        (Outcome.WHOLE, 180_000, "Feet on the floor: heard to its end; you can still say how it is.", SAY),
        (Outcome.INTERRUPTED, 179_500, "Feet on the floor: heard to its end; you can still say how it is.", SAY),
        (Outcome.EARLY, 61_000, "Feet on the floor, heard up to 1:01: ended early; you can still say how it is.", SAY),
        (
            Outcome.INTERRUPTED, 61_000,
            "Feet on the floor, heard up to 1:01: left in the middle, and all you said is kept.", ["Go on", *SAY],
        ),
    ],
)  # fmt: skip
def test_what_was_left_open_is_called_by_what_it_is(
    browser: "Browser", phone_folder: PhoneFolder, ended: Outcome, heard_ms: int, words: str, buttons: list[str]
) -> None:
    script = kept_before(practices=[left(phone_folder, ended, heard_ms)])
    with phone_page(browser, phone_folder.folder / "index.html", script=script) as phone:
        phone.wait_for_head("What would help?")
        assert phone.text(".card p") == words
        assert [each.inner_text() for each in phone.page.query_selector_all(".card button")] == buttons
        assert phone.text(".card .main") == buttons[0]


def test_of_what_was_not_heard_nothing_is_left_to_go_on_with(browser: "Browser", phone_folder: PhoneFolder) -> None:
    before = {**left(phone_folder, Outcome.WHOLE, 180_000), "uid": "a" * 32}
    script = kept_before(practices=[before, left(phone_folder, Outcome.INTERRUPTED, 0)])
    with phone_page(browser, phone_folder.folder / "index.html", script=script) as phone:
        phone.wait_for_head("What would help?")
        assert "left in the middle" not in phone.text()
        assert "heard to its end" in phone.text(".card")  # what was left before it is still open
