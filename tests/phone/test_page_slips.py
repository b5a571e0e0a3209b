"""What the page does between two moments: a tap while the voice fades, a sound that fails, a second tab."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from browsing import kept_before, phone_page
from feltsense.journal.records import practice_record
from feltsense.phone.model import PhoneFolder
from feltsense.phone.page import phone_page as phone_page_of
from null_sink import until
from practising import practice

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HELD_CLOCK = """
window.at = 0;
performance.now = () => at;
window.keys = {};
if (navigator.mediaSession) navigator.mediaSession.setActionHandler = (name, act) => { keys[name] = act; };
addEventListener("DOMContentLoaded", () => {
  window.audio = document.getElementById("audio");
  window.volumes = [];
  audio.addEventListener("volumechange", () => volumes.push(audio.volume));
});
"""
"""A clock by which a fade goes on only when it is told to."""


def test_who_goes_back_while_the_voice_fades_hears_nothing_more(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=HELD_CLOCK) as phone:
        phone.listen()
        phone.tap_button("End here")
        phone.wait_for_head("And now?")
        assert not phone.look("audio.paused")  # it fades
        phone.page.go_back()
        phone.wait_for_head("Feet on the floor")
        assert phone.look("audio.paused")
        assert phone.look("audio.volume") == 1


def test_ground_me_now_while_the_voice_fades_makes_it_no_louder(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=HELD_CLOCK) as phone:
        phone.listen()
        phone.tap_button("End here")
        phone.look("at = 600")
        until(lambda: phone.look("audio.volume") < 0.3)
        phone.look("void volumes.splice(0)")
        phone.tap("#ground")
        phone.wait_for_head("Ninety seconds here")
        phone.look("at = 900")
        until(lambda: phone.look("volumes.length > 0 && audio.volume < 0.2"))
        assert max(phone.look("volumes")) < 0.3
        phone.look("at = 2000")
        until(lambda: phone.look("audio.src.includes('ninety') && !audio.paused && audio.volume === 1"))


def test_a_key_of_the_lock_screen_does_not_hold_up_ground_me_now(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=HELD_CLOCK) as phone:
        phone.listen()
        phone.tap("#ground")
        phone.look("keys.play({})")
        phone.look("at = 2000")
        until(lambda: phone.look("audio.src.includes('ninety') && !audio.paused"))


def test_ground_me_now_after_the_helplines_and_another_exercise_is_what_it_says(
    browser: "Browser", index: Path
) -> None:
    with phone_page(browser, index, script=HELD_CLOCK) as phone:
        phone.tap("#ground")
        phone.wait_for_head("Ninety seconds here")
        phone.tap("#helplines")
        phone.wait_for_head("Helplines")
        phone.tap("#to-list")
        phone.begin()
        phone.tap("#ground")
        phone.wait_for_head("Ninety seconds here")
        until(lambda: phone.look("audio.src.includes('ninety') && !audio.paused"))


def test_what_was_heard_is_never_deleted_by_going_back(browser: "Browser", phone_folder: PhoneFolder) -> None:
    exercise = next(each for each in phone_folder.data["exercises"] if each["slug"] == "feet-on-the-floor")
    killed = practice_record(practice(6, None), notes=True) | {
        "slug": exercise["slug"], "length_ms": exercise["length"], "heard_ms": 60_000,
        "began_at": (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="seconds"),
    }  # fmt: skip
    never = kept_before(practices=[killed]) + "HTMLMediaElement.prototype.play = () => Promise.resolve();"
    with phone_page(browser, phone_folder.folder / "index.html", script=never) as phone:
        phone.tap_button("Go on")
        phone.wait_for_head("Feet on the floor")
        phone.tap("#to-list")
        phone.begin()
        phone.tap("#to-list")
        phone.wait_for_head("What would help?")
        assert [each["uid"] for each in phone.kept()] == [killed["uid"]]


def test_a_sound_that_failed_plays_on_where_it_was(
    browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    shutil.copytree(phone_folder.folder, tmp_path / "folder")
    sound = tmp_path / "folder" / "audio" / "feet-on-the-floor.mp3"
    with phone_page(browser, tmp_path / "folder" / "index.html") as phone:
        phone.listen()
        phone.seek(60_000)
        phone.wait_until_heard(60.1)
        sound.rename(tmp_path / "away.mp3")
        phone.look("audio.src = audio.src; audio.currentTime = 60; audio.play().catch(() => null)")
        phone.wait_for("text=This sound cannot be opened.")
        (tmp_path / "away.mp3").rename(sound)
        phone.tap_button("Play")
        phone.wait_until_heard(60.0)
        assert "cannot be opened" not in phone.text()
        phone.complaints.clear()


def test_the_words_are_read_aloud_in_their_own_language(
    browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    exercises = [{**each, "lang": "de"} for each in phone_folder.data["exercises"]]
    page = tmp_path / "index.html"
    page.write_text(phone_page_of({**phone_folder.data, "exercises": exercises}), "utf-8")
    with phone_page(browser, page) as phone:
        phone.tap("a:has-text('Feet on the floor')")
        phone.wait_for("details.transcript")
        assert phone.look("document.querySelector('.transcript section').lang") == "de"
        phone.complaints.clear()  # no audio stands beside it
