"""The phone's page at the real server: what was said goes home once it is finished, and waits where nobody takes it."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sharing import Shared, sharing

from browsing import kept_before, phone_page
from feltsense.errors import ShareError
from feltsense.journal.merging import merged
from feltsense.journal.model import Outcome
from feltsense.journal.records import practice_record
from feltsense.phone.model import PhoneFolder
from feltsense.share.incoming import checked_records
from feltsense.share.server import Receive
from null_sink import until
from practising import practice

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser

    from browsing import Phone

OLD = practice_record(practice(6, 4), notes=True)
"""Left in the middle, days ago."""


def shared(folder: PhoneFolder, receive: Receive) -> "AbstractContextManager[Shared]":
    return sharing({**folder.files, "index.html": folder.page("checkins").encode()}, receive)


def take(body: bytes) -> Sequence[str]:
    return [each.uid for each in checked_records(body, datetime.now(UTC))]


def uids(shared: Shared) -> list[list[str]]:
    return [[each["uid"] for each in json.loads(body)["practices"]] for body in shared.bodies]


def practise(phone: "Phone") -> None:
    phone.begin()
    assert "goes to the computer that shares this page" in phone.text()
    phone.answer("distress", 6)
    phone.tap_button("Begin")
    phone.wait_until_heard(0.1)
    phone.tap_button("End here")
    phone.wait_for_head("And now?")


def test_practice_goes_home_when_it_is_finished_and_once(browser: "Browser", phone_folder: PhoneFolder) -> None:
    with shared(phone_folder, take) as at, phone_page(browser, at.session.address) as phone:
        practise(phone)
        until(lambda: phone.kept("sent"))  # who falls asleep now loses nothing
        mark = phone.kept("sent")
        (begun,) = checked_records(at.bodies[0], datetime.now(UTC))
        assert (begun.ended, begun.before.distress, begun.after.distress) == (Outcome.EARLY, 6, None)
        phone.answer("distress", 5)
        phone.tap_button("Done")
        until(lambda: len(at.bodies) == 2)
        (sent,) = checked_records(at.bodies[1], datetime.now(UTC))
        assert merged(begun, sent) == sent
        assert (sent.slug, sent.before.distress, sent.after.distress) == ("feet-on-the-floor", 6, 5)
        phone.wait_for_head("However that was, you were here for it.")
        until(lambda: phone.kept("sent") != mark)
        phone.page.reload()
        phone.tap("#to-journal")
        phone.wait_for(".practices li")  # it stays here too
        assert "not gone home" not in phone.text()
        assert "what was sent is also on the computer that shares this page" in phone.text()
        assert len(at.bodies) == 2
        phone.tap_button("Delete everything")
        assert phone.text(".ask p") == (
            "Delete the one practice from this phone? It cannot be brought back here. "
            "What was sent is also on the computer that shares this page, and stays there."
        )
        phone.tap_button("Keep it")
        phone.tap(".practices a")
        phone.tap_button("Delete")
        assert "and stays there." in phone.text(".ask p")


@pytest.mark.slow
def test_what_was_left_goes_home_after_a_day_and_again_when_it_has_changed(
    browser: "Browser", phone_folder: PhoneFolder
) -> None:
    young = {**OLD, "uid": "f" * 32, "began_at": (datetime.now(UTC) - timedelta(hours=2)).isoformat(timespec="seconds")}
    found = kept_before(practices=[OLD, young])
    with shared(phone_folder, take) as at, phone_page(browser, at.session.address, script=found) as phone:
        until(lambda: phone.kept("sent"))
        assert uids(at) == [[OLD["uid"]]]
        phone.look(f"location.hash = '#after/{OLD['uid']}'")  # a late answer
        phone.answer("distress", 3)
        phone.tap_button("Done")
        until(lambda: len(at.bodies) == 2)
        assert json.loads(at.bodies[1])["practices"][0]["after"]["distress"] == 3


def test_what_was_said_is_sent_when_the_questions_are_left_without_done(
    browser: "Browser", phone_folder: PhoneFolder
) -> None:
    with shared(phone_folder, take) as at, phone_page(browser, at.session.address) as phone:
        practise(phone)
        until(lambda: phone.kept("sent"))
        phone.answer("distress", 3)
        phone.answer("distress", 4)
        assert len(at.bodies) == 1  # of two answers the first would stay at home
        phone.tap("#to-journal")
        until(lambda: len(at.bodies) == 2)
        assert json.loads(at.bodies[1])["practices"][0]["after"]["distress"] == 4
        phone.wait_for(".practices li")
        until(lambda: "not gone home" not in phone.text())


def test_sound_that_is_gone_says_how_to_get_it_back(browser: "Browser", phone_folder: PhoneFolder) -> None:
    files = {name: path for name, path in phone_folder.files.items() if "feet" not in name}
    page = phone_folder.page("checkins").encode()
    with sharing({**files, "index.html": page}, take) as at, phone_page(browser, at.session.address) as phone:
        phone.begin()
        phone.tap_button("Skip this and begin")
        phone.wait_for("text=start the sharing again on the computer, and open its code.")
        phone.complaints.clear()  # the browser says that it is not there


@pytest.mark.slow
def test_what_is_refused_is_told_kindly_kept_and_sent_again(browser: "Browser", phone_folder: PhoneFolder) -> None:
    fails = [True]

    def receive(body: bytes) -> Sequence[str]:
        if fails[0]:
            raise ShareError("Not now.", "Later.")
        return take(body)

    with shared(phone_folder, receive) as at, phone_page(browser, at.session.address) as phone:
        practise(phone)
        phone.tap_button("Skip this")
        phone.wait_for("text=did not take your answers. They are kept here")
        assert len(phone.kept()) == 1
        fails[0] = False
        phone.tap("#to-journal")
        phone.wait_for("text=1 of these has not gone home yet.")
        phone.tap_button("Send now")
        phone.wait_for("text=All that is finished has gone to the computer")
        phone.complaints.clear()  # the browser tells of the refusal


@pytest.mark.slow
def test_what_cannot_be_sent_offline_waits_for_the_next_time(browser: "Browser", phone_folder: PhoneFolder) -> None:
    with shared(phone_folder, take) as at, phone_page(browser, at.session.address) as phone:
        practise(phone)
        until(lambda: phone.kept("sent"))
        mark = phone.kept("sent")
        phone.answer("distress", 4)
        phone.page.context.set_offline(True)
        phone.tap_button("Done")
        phone.wait_for("text=cannot be reached just now. Your answers are kept here")
        phone.page.context.set_offline(False)
        phone.page.reload()
        until(lambda: phone.kept("sent") != mark)
        assert len(uids(at)) == 2
        phone.complaints.clear()


@pytest.mark.slow
def test_many_practices_go_home_in_letters_that_are_taken(browser: "Browser", phone_folder: PhoneFolder) -> None:
    after = {**OLD["after"], "note": "ö" * 2000}
    records = [{**OLD, "uid": f"{number:032x}", "after": after} for number in range(230)]
    found = kept_before(practices=records)
    with shared(phone_folder, take) as at, phone_page(browser, at.session.address, script=found) as phone:
        until(lambda: len(phone.kept("sent") or {}) == 230)
        assert sorted(uid for letter in uids(at) for uid in letter) == [each["uid"] for each in records]
        assert max(map(len, at.bodies)) < 130_000
