"""What the page does when something is a lot: help is always there, offers are offers, and words stay honest."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import kept_before, phone_page
from feltsense.journal.model import CheckIn, Outcome, Practice, TooMuch
from feltsense.journal.records import practice_record
from feltsense.phone.model import PhoneFolder
from feltsense.phone.page import phone_page as phone_page_of
from feltsense.phone.page_words import page_helplines
from feltsense.practice.safety import AFTER_RESCUE, BEFORE_TIER_THREE, LOOK_AROUND, PAUSE, TIER_ONE_NEXT
from null_sink import until

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browsing import Phone

NOW = datetime.now(UTC).replace(microsecond=0)


def done(number: int, before: int, after: int, tier: int = 2) -> dict[str, Any]:
    """Return the record of a practice that many days ago."""
    at = NOW - timedelta(days=number)
    practice = Practice(
        0, f"{number:032x}", "gone", "Gone", "", "heart", tier, None, 60_000, at, 60_000, at, Outcome.WHOLE,
        before=CheckIn(distress=before, said_at=at), after=CheckIn(distress=after, said_at=at),
    )  # fmt: skip
    return practice_record(practice, notes=True)


def say_after(phone: "Phone", distress: int, too_much: TooMuch | None = None) -> None:
    phone.wait_for_head("And now?")
    phone.answer("distress", distress)
    if too_much is not None:
        phone.answer("too_much", too_much.value)
    phone.tap_button("Done")


@pytest.mark.slow
def test_tender_exercises_are_told_of_once(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.begin("Three breaths")
        phone.wait_for_head("Before you begin")
        assert BEFORE_TIER_THREE[0] in phone.text()
        assert "press g" not in phone.text()
        assert phone.page.is_visible("button:text-is('Something gentler first')")
        phone.tap_button("Go on")
        phone.wait_for_head("How is it now?")
        phone.tap("#to-list")
        phone.begin("Three breaths")
        phone.wait_for_head("How is it now?")


def test_ground_me_now_fades_the_voice_and_plays_what_is_around(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=_SEEN) as phone:
        phone.listen()
        phone.tap("#ground")
        phone.wait_for_head("Ninety seconds here")
        until(lambda: phone.look("audio.src.includes('ninety') && !audio.paused && audio.currentTime > 0.3"))
        assert phone.look("seen.quietAfter") <= 1500
        assert phone.look("audio.volume") == 1
        volumes = [volume for volume in phone.look("seen.volumes") if volume < 1]
        assert len(volumes) > 10
        assert volumes == sorted(volumes, reverse=True)
        (record,) = phone.kept()
        assert record["rescued_at_ms"] is not None
        assert record["ended"] == "early"
        phone.tap_button("What would help now?")
        phone.wait_for_head("You asked for something steady.")
        assert "Ninety seconds of looking around" not in phone.text()  # it was heard just now
        phone.tap_button("Helplines")
        phone.wait_for_head("Helplines")
        phone.tap_button("Back")
        phone.tap_button("Stop here")
        say_after(phone, 5)
        phone.wait_for_head("You stopped where you wanted to. Nothing more is needed.")
        phone.tap("#to-list")
        phone.wait_for(f"text={AFTER_RESCUE}")


_SEEN = """
window.seen = {volumes: [], quietAfter: null};
addEventListener("DOMContentLoaded", () => {
  window.audio = document.getElementById("audio");
  let tapped = null;
  document.getElementById("ground").addEventListener("click", () => { tapped = performance.now(); }, true);
  audio.addEventListener("volumechange", () => { if (tapped) seen.volumes.push(audio.volume); });
  audio.addEventListener("emptied", () => { if (tapped) seen.quietAfter ??= performance.now() - tapped; });
});
"""


@pytest.mark.slow
def test_ground_me_now_is_there_before_anything_else(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.tap("#ground")
        phone.wait_for_head("Ninety seconds here")
        phone.wait_until_heard(0.2)
        phone.tap_button("What would help now?")
        phone.tap_button("Feet and hands")
        phone.wait_for_head("Feet on the floor")
        phone.wait_until_heard(0.2)
        phone.tap_button("End here")
        phone.wait_for_head("However that was, you were here for it.")  # nothing is asked of such a piece
        assert [each["slug"] for each in phone.kept()] == ["feet-on-the-floor"]


@pytest.mark.slow
def test_where_the_piece_cannot_be_heard_it_stands_to_be_read(
    browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    shutil.copytree(phone_folder.folder, tmp_path / "moved")
    (tmp_path / "moved" / phone_folder.data["exercises"][phone_folder.data["rescue"]]["audio"]).unlink()
    with phone_page(browser, tmp_path / "moved" / "index.html") as phone:
        phone.tap("#ground")
        phone.wait_for_head("Here it is to read.")
        assert all(sentence in phone.text() for sentence in LOOK_AROUND)
        phone.tap_button("What would help now?")
        phone.wait_for_head("You asked for something steady.")
        phone.complaints.clear()  # the browser says that the file is not there


def test_what_rises_is_met_with_a_menu_and_a_gentler_next_time(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=kept_before(told=["tier3"])) as phone:
        phone.begin("Three breaths")
        phone.answer("distress", 3)
        phone.tap_button("Begin")
        phone.wait_until_heard(0.1)
        phone.tap_button("End here")
        say_after(phone, 5)
        phone.wait_for_head("That stirred something up.")
        assert "It happens to quite a few people, and usually passes. What would help now?" in phone.text()
        assert phone.page.is_visible("button:text-is('Ninety seconds of looking around, eyes open')")
        phone.tap_button("Stop here")
        phone.wait_for(f"text={TIER_ONE_NEXT}")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([(3, 5), (4, 4), (2, 4)], PAUSE),
        ([(4, 4), (3, 5), (2, 4), (9, 9)], PAUSE),
        ([(4, 4), (3, 5), (4, 3), (2, 4)], ""),
        ([(8, 8), (4, 4), (4, 4)], TIER_ONE_NEXT),
        ([(4, 5)], ""),
    ],
)
def test_what_the_last_practices_suggest(
    browser: "Browser", index: Path, days: list[tuple[int, int]], words: str
) -> None:
    records = [done(number, *said) for number, said in enumerate(days, 2)]
    with phone_page(browser, index, script=kept_before(practices=records)) as phone:
        phone.wait_for_head("What would help?")
        shown = [said for said in (PAUSE, TIER_ONE_NEXT, AFTER_RESCUE) if said in phone.text()]
        assert shown == ([words] if words else [])


@pytest.mark.slow
def test_high_distress_is_offered_something_gentler_and_what_was_said_goes_along(
    browser: "Browser", index: Path
) -> None:
    with phone_page(browser, index, script=kept_before(told=["tier3"])) as phone:
        phone.begin("Three breaths")
        phone.answer("distress", 8)
        phone.tap_button("Begin")
        phone.wait_for_head("That is a lot right now.")
        phone.tap_button("Feet and hands")
        phone.wait_until_heard(0.1)
        (record,) = phone.kept()
        assert (record["slug"], record["before"]["distress"]) == ("feet-on-the-floor", 8)


@pytest.mark.slow
def test_offer_of_something_gentler_is_no_lock(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=kept_before(told=["tier3"])) as phone:
        phone.begin("Three breaths")
        phone.answer("distress", 10)
        phone.tap_button("Begin")
        phone.tap_button("Go on with what I chose")
        phone.wait_until_heard(0.1)
        assert phone.kept()[0]["slug"] == "three-breaths"


@pytest.mark.slow
def test_people_are_kept_on_this_phone_alone(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.tap("#helplines")
        phone.tap("text=Someone I trust")
        phone.page.fill("#person-name", "Anna <b>")
        phone.page.fill("#person-how", "+49 (30) 1234-5")
        phone.tap_button("Add")
        phone.wait_for("li:has-text('Anna <b>') a[href='tel:+493012345']")
        assert phone.kept("people") == [{"name": "Anna <b>", "how": "+49 (30) 1234-5"}]
        phone.tap_button("Remove")
        phone.tap(".ask button:text-is('Remove')")
        phone.wait_for("text=Nobody is named here yet.")


@pytest.mark.slow
def test_helplines_say_the_exact_number(browser: "Browser", phone_folder: PhoneFolder, index: Path) -> None:
    here = phone_folder.data["helplines"]
    with phone_page(browser, index) as phone:
        phone.tap("#helplines")
        phone.wait_for_head("Helplines")
        for emergency in here["emergency"]:
            assert phone.page.is_visible(f"a[href='tel:{emergency['number'].replace(' ', '')}']")
        for line in here["lines"]:
            assert line["name"] in phone.text()
            assert all(way in phone.text() for way in line["ways"])


def test_of_two_numbers_each_can_be_tapped(browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path) -> None:
    (tmp_path / "world.html").write_text(phone_page_of({**phone_folder.data, "helplines": page_helplines("")}), "utf-8")
    (tmp_path / "gb.html").write_text(phone_page_of({**phone_folder.data, "helplines": page_helplines("NZ")}), "utf-8")
    with phone_page(browser, tmp_path / "world.html") as phone:
        phone.tap("#helplines")
        phone.wait_for("text=Each country has its own number, and helplines of its own.")
        assert "No country is chosen" not in phone.text()  # whoever reads it here cannot choose one
        assert _sites(phone) == [
            ["Look at findahelpline.com", "https://findahelpline.com/", "noopener noreferrer"],
            ["Look at befrienders.org", "https://befrienders.org/", "noopener noreferrer"],
        ]
        assert _numbers(phone) == ["tel:112", "tel:911"]
        phone.page.goto((tmp_path / "gb.html").as_uri())
        phone.tap("#helplines")
        phone.wait_for("text=In danger, New Zealand")
        assert _numbers(phone)[:2] == ["tel:111", "tel:1737"]


def test_addresses_of_chats_and_of_helplines_can_be_tapped(
    browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    (tmp_path / "at.html").write_text(phone_page_of({**phone_folder.data, "helplines": page_helplines("BE")}), "utf-8")
    with phone_page(browser, tmp_path / "at.html") as phone:
        phone.tap("#helplines")
        phone.wait_for_head("Helplines")
        found = {(words, to) for words, to, _ in _sites(phone)}
    assert found >= {
        ("Chat at zelfmoord1813.be, in the evening", "https://zelfmoord1813.be/"),
        ("Chat at tele-onthaal.be", "https://tele-onthaal.be/"),
        ("www.preventionsuicide.be", "https://www.preventionsuicide.be/"),
    }


def _sites(phone: "Phone") -> list[list[str]]:
    found: list[list[str]] = phone.look(
        "[...document.querySelectorAll('main a[target=_blank]')]"
        ".map((each) => [each.parentElement.innerText, each.href, each.rel])"
    )
    return found


def _numbers(phone: "Phone") -> list[str]:
    found: list[str] = phone.look("[...document.querySelectorAll('main a.call')].map((each) => each.href)")
    return found


@pytest.mark.slow
def test_who_looks_at_helplines_meanwhile_comes_back_to_what_is_around(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.tap("#ground")
        phone.wait_until_heard(0.2)
        phone.tap("#helplines")
        phone.wait_for_head("Helplines")
        phone.tap_button("Back")
        phone.wait_for_head("Ninety seconds here")
        phone.tap_button("Play")
        phone.wait_until_heard(0.3)
        phone.tap("#to-list")
        phone.wait_for_head("What would help?")
        until(lambda: phone.look("document.getElementById('audio').paused"))
        assert phone.kept() is None
