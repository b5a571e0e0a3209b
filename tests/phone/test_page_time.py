"""Time on the page is the audio's own: seeks, captions, the breath, compared with the decoded file and its timeline."""

import statistics
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from browsing import phone_page
from feltsense.phone.model import PhoneFolder
from feltsense.units import SAMPLE_RATE
from null_sink import until
from sine_voice import tone
from tests_support import need

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browsing import Phone

FEET = "feet-on-the-floor"


def exercise_of(folder: PhoneFolder, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in folder.data["exercises"] if each["slug"] == slug)
    return found


def go_to(phone: "Phone", ms: int) -> float:
    """Have the audio go to a place; return where it then is, in ms."""
    phone.look(f"document.getElementById('audio').currentTime = {ms / 1000}")
    until(lambda: not phone.look("document.getElementById('audio').seeking"))
    phone.wait_until_drawn()
    return 1000 * float(phone.look("document.getElementById('audio').currentTime"))


def test_ten_places_are_found_and_show_what_the_decoded_file_says_there(
    browser: "Browser", index: Path, phone_folder: PhoneFolder
) -> None:
    need("ffmpeg")
    exercise = exercise_of(phone_folder, FEET)
    samples = _decoded(phone_folder.folder / exercise["audio"])
    phrases = exercise["phrases"]
    with phone_page(browser, index) as phone:
        phone.listen()
        phone.tap_button("Pause")
        for start, length, text, _ in (
            phrases[number * len(phrases) // 10] for number in (9, 0, 5, 2, 7, 1, 8, 4, 3, 6)
        ):
            asked = start + length // 2
            assert abs(go_to(phone, asked) - asked) < 5
            assert shown(phone) == text
            assert _pitch(samples, asked) == pytest.approx(_pitch_of(text), rel=0.03)
            assert _pitch(samples, start - 150) is None
        go_to(phone, phrases[5][0] + phrases[5][1] + 6500)
        assert shown(phone) == ""


@pytest.mark.slow
def test_bar_leads_to_where_a_thumb_puts_it(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.listen()
        phone.tap_button("Pause")
        for second in (100, 3, 61):
            phone.seek(second * 1000)
            phone.wait_until_drawn()
            assert phone.look("document.getElementById('audio').currentTime") == second
        phone.tap_button("+10 s")
        until(lambda: not phone.look("document.getElementById('audio').seeking"))
        phone.wait_until_drawn()
        assert phone.look("document.getElementById('audio').currentTime") == 71
        assert phone.page.get_attribute("input[aria-label='Where it is']", "aria-valuetext") == (
            "1 minute 11 seconds of 3 minutes"
        )


def shown(phone: "Phone") -> str:
    return " ".join(phone.text(".caption").split())


def _decoded(path: Path) -> "np.ndarray[Any, np.dtype[np.float32]]":
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "f32le", "-ac", "1", "-ar", str(SAMPLE_RATE), "-"]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.float32)


def _pitch(samples: "np.ndarray[Any, np.dtype[np.float32]]", ms: int) -> float | None:
    """Return the strongest frequency in a tenth of a second around a moment; None where it is quiet."""
    middle = ms * SAMPLE_RATE // 1000
    window = samples[max(0, middle - SAMPLE_RATE // 20) : middle + SAMPLE_RATE // 20]
    if np.sqrt(np.mean(window**2)) < 0.01:
        return None
    spectrum = np.abs(np.fft.rfft(window * np.hanning(len(window)), 8 * len(window)))
    return float(np.argmax(spectrum)) * SAMPLE_RATE / (8 * len(window))


def _pitch_of(text: str) -> float:
    """Return the pitch that the small voice gives a phrase."""
    speech = np.asarray(tone(text, SAMPLE_RATE).samples)
    return _pitch(speech, 500) or 0.0


_WATCH = """() => new Promise((done) => {
  const audio = document.getElementById("audio");
  const caption = document.querySelector(".caption");
  const seen = [];
  let frame = audio.currentTime;
  const watch = new MutationObserver(() => {
    seen.push([1000 * audio.currentTime, 1000 * frame, caption.querySelectorAll(".said").length, caption.innerText]);
  });
  watch.observe(caption, {subtree: true, childList: true, attributes: true, attributeFilter: ["class"]});
  const end = audio.currentTime + 6;
  const tick = () => {
    if (audio.currentTime > end) { watch.disconnect(); done(seen); return; }
    frame = audio.currentTime;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})"""
"""Notes where the audio is at each change of the caption, and where it was in the frame before."""


def test_words_are_shown_within_thirty_milliseconds_of_the_audio(
    browser: "Browser", index: Path, phone_folder: PhoneFolder
) -> None:
    phrases = exercise_of(phone_folder, FEET)["phrases"]
    starts = {text: [start + offset for offset in offsets] for start, _, text, offsets in phrases}
    with phone_page(browser, index) as phone:
        phone.listen()
        changes = phone.page.evaluate(_WATCH)
    late = []
    for at, frame_before, count, shown in changes:
        text = " ".join(shown.split())
        if text in starts and 0 < count < len(starts[text]):
            due = starts[text][count - 1]
            late.append(at - due)
            assert due - 6 <= at  # never before; starts of words are in steps of 10 ms
            assert frame_before - 30 <= due or at - due <= 30  # and in the first frame that there is
    assert len(late) >= 5
    assert statistics.median(late) <= 30


@pytest.mark.slow
def test_breath_grows_and_shrinks_with_the_audio(browser: "Browser", index: Path, phone_folder: PhoneFolder) -> None:
    breaths = exercise_of(phone_folder, "three-breaths")["breaths"]
    with phone_page(browser, index, script="localStorage.setItem('feltsense.told', '[\"tier3\"]')") as phone:
        phone.listen("Three breaths")
        phone.tap_button("Pause")
        widths = {}
        for start, length, phase, *_ in breaths[:2]:
            for part in (0.05, 0.5, 0.95):
                go_to(phone, round(start + part * length))
                assert phone.text(".phase") == phase
                widths[phase, part] = _width(phone)
        assert widths["in", 0.05] < widths["in", 0.5] < widths["in", 0.95]
        assert widths["out", 0.05] > widths["out", 0.5] > widths["out", 0.95]


def _width(phone: "Phone") -> float:
    return float(phone.look("document.querySelector('.disc').style.transform").removeprefix("scale(").removesuffix(")"))


@pytest.mark.slow
def test_who_wants_less_motion_reads_the_breath(browser: "Browser", index: Path) -> None:
    told = "localStorage.setItem('feltsense.told', '[\"tier3\"]')"
    with phone_page(browser, index, script=told, reduced_motion="reduce") as phone:
        phone.listen("Three breaths")
        phone.seek(8000)
        phone.wait_for("text=in 2 · out 3")
        assert not phone.page.is_visible(".disc")


@pytest.mark.slow
def test_only_what_was_heard_counts_not_where_somebody_jumped(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index) as phone:
        phone.listen()
        phone.tap_button("Pause")
        phone.seek(100_000)
        phone.tap_button("End here")
        phone.wait_for_head("And now?")
        assert phone.kept()[0]["heard_ms"] < 10_000


@pytest.mark.slow
def test_lock_screen_knows_what_is_played_and_its_keys_are_guarded(browser: "Browser", index: Path) -> None:
    script = """
      window.handlers = {};
      navigator.mediaSession.setActionHandler = (name, act) => {
        if (name === "stop") throw new TypeError("unknown");
        handlers[name] = act;
      };
      navigator.mediaSession.setPositionState = () => { throw new TypeError("not that"); };
    """
    with phone_page(browser, index, script=script) as phone:
        phone.listen()
        assert phone.look("navigator.mediaSession.metadata.title") == "Feet on the floor"
        phone.look("handlers.seekto({seekTime: 60})")
        phone.wait_until_heard(60)
        phone.look("handlers.seekforward({})")
        phone.wait_until_heard(70)
        phone.look("handlers.nexttrack()")
        phone.look("handlers.pause()")
        phone.wait_for("button:text-is('Play')")
        phone.look("handlers.play()")
        phone.wait_for("button:text-is('Pause')")
