"""What the page keeps: it bears damage, blocked storage and other tabs, loses nothing, and says so once."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import kept_before, phone_page, watched
from feltsense.journal.export import read_export
from feltsense.journal.records import practice_record
from feltsense.system.printable import printable
from practising import practice

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browsing import Phone

GOOD = practice_record(practice(6, 4), notes=True)

BLOCKED = """
for (const name of ["getItem", "setItem", "removeItem"]) Storage.prototype[name] = () => { throw Error("blocked"); };
"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def check_in_only(phone: "Phone") -> None:
    phone.begin()
    phone.answer("distress", 4)
    phone.tap_button("Begin")
    phone.wait_until_heard(0.1)
    phone.tap_button("End here")
    phone.wait_for_head("And now?")
    phone.tap_button("Skip this")
    phone.wait_for_head("However that was, you were here for it.")


def notices(phone: "Phone") -> list[str]:
    return [each.inner_text() for each in phone.page.query_selector_all(".notice span")]


DAMAGED = (
    "{", "", '"text"', '{"practices": []}', "[1, null]", json.dumps([{**GOOD, "uid": "a"}]),
    json.dumps([{**GOOD, "heard_ms": 1.5}]), json.dumps([{**GOOD, "before": None}]),
)  # fmt: skip


@pytest.mark.parametrize(
    "found",
    [DAMAGED[0], *(pytest.param(found, marks=pytest.mark.slow) for found in DAMAGED[1:])],
    ids=range(len(DAMAGED)),
)
def test_damaged_value_is_set_aside_told_once_and_in_nobodys_way(browser: "Browser", index: Path, found: str) -> None:
    with phone_page(browser, index, script=kept_before(practices=found, done="{}", sent="[]", people="7")) as phone:
        phone.wait_for_head("What would help?")
        assert len(notices(phone)) == 1
        aside = phone.look("localStorage.getItem('feltsense.set-aside')")
        assert found in aside
        phone.begin()
        phone.answer("distress", 4)
        assert [each["slug"] for each in phone.kept()] == ["feet-on-the-floor"]
        assert len(notices(phone)) == 1


def test_what_is_good_stays_where_something_beside_it_is_damaged(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=kept_before(practices=[GOOD, {"uid": "?"}])) as phone:
        phone.tap("#to-journal")
        phone.wait_for(".practices li")
        assert phone.kept() == [GOOD]


LATE = """
const now = Storage.prototype.getItem;
Storage.prototype.getItem = function (name) { return window.late || name === "seen" ? now.call(this, name) : null; };
"""


def test_what_a_browser_shows_late_is_not_written_over(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=LATE + kept_before(practices=[GOOD])) as phone:
        phone.begin()
        phone.answer("distress", 4)
        assert [each["uid"] for each in phone.kept() if each["uid"] == GOOD["uid"]] == [GOOD["uid"]]
        assert len(phone.kept()) == 2


@pytest.mark.parametrize("script", [pytest.param(BLOCKED, marks=pytest.mark.slow), FULL], ids=["blocked", "full"])
def test_blocked_storage_costs_nobody_their_practice(browser: "Browser", index: Path, script: str) -> None:
    with phone_page(browser, index, script=script) as phone:
        check_in_only(phone)
        assert len(notices(phone)) == 1
        phone.tap("text=Look at the journal")
        with phone.page.expect_download() as download:
            phone.tap_button("Take it home")
        (record,) = read_export(download.value.path().read_text("utf-8"))
        assert (record.slug, record.before.distress) == ("feet-on-the-floor", 4)


@pytest.mark.slow
def test_two_tabs_keep_what_the_other_one_wrote_and_deleted(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=kept_before(practices=[GOOD])) as phone:
        other = watched(phone.page.context.new_page())
        other.page.goto(index.as_uri())
        for each in (other, phone):
            each.page.bring_to_front()
            each.begin()
            each.answer("distress", 4)
        assert len(phone.kept()) == 3
        phone.tap_button("Begin")
        phone.wait_until_heard(0.1)
        other.page.bring_to_front()
        other.tap("#to-journal")
        other.tap_button("Delete everything")
        other.tap(".ask button:text-is('Delete')")
        other.wait_for("text=There is nothing here yet.")
        phone.page.bring_to_front()
        phone.tap_button("End here")  # what was deleted elsewhere while it was heard stays deleted
        phone.wait_for_head("What would help?")
        assert phone.kept() is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("zone", "ends"), [("America/St_Johns", ("-03:30", "-02:30")), ("Pacific/Chatham", ("+12:45", "+13:45"))]
)
def test_times_are_those_of_the_place(browser: "Browser", index: Path, zone: str, ends: tuple[str, ...]) -> None:
    with phone_page(browser, index, timezone_id=zone) as phone:
        phone.begin()
        phone.answer("distress", 4)
        (record,) = phone.kept()
        assert record["began_at"].endswith(ends)
        assert record["began_at"][:13] == phone.look(
            "new Date().toLocaleString('sv-SE', {hour12: false}).replace(' ', 'T').slice(0, 13)"
        )


@pytest.mark.slow
def test_a_note_keeps_no_control_characters(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.begin()
        phone.tap_button("Begin")
        phone.wait_until_heard()
        phone.tap_button("End here")
        phone.page.fill("#note", "a\x1b[31m\x07b\u202ec\nd\t👋")
        note = phone.kept()[0]["after"]["note"]
        assert note == "a [31m b c\nd\t👋"
        assert printable(note) == note


@pytest.mark.slow
def test_many_practices_are_shown_and_taken_home(browser: "Browser", index: Path) -> None:
    records: list[dict[str, Any]] = [{**GOOD, "uid": f"{number:032x}"} for number in range(1000)]
    with phone_page(browser, index, script=kept_before(practices=records)) as phone:
        phone.tap("#to-journal")
        phone.wait_for(".practices li")
        assert "in 1000 of 1000" in phone.text(".together")
