"""Lines that are typed while a practice plays, and what is remembered of them."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

import sine_voice
from feltsense.cli.context import Exit
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.playing import FIRST_KEYS, KEYS, PlainPlayback
from feltsense.cli.plain.start import play_in_lines
from feltsense.cli.plain.support import SupportLines
from feltsense.cli.plain.suspending import Suspension
from feltsense.cli.wrapping import WIDEST, wrap_text
from feltsense.practice.events import Finished, LengthMissed, PracticeState, Prepared
from feltsense.practice.options import PracticeChoice
from feltsense.practice.session import Session
from feltsense.practice.wishes import ENDING
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import MOST_DB, Settings, change_settings, load_settings, settings_path
from feltsense.units import SAMPLE_RATE
from feltsense.voice import registry
from rehearsing import RESCUE, SCRIPT, Rehearsal
from running import Desk
from sine_voice import SineVoice

Typing = Callable[..., str]


class Somebody(Console):
    """Types a line at each look, from the first word that is heard on; notes what is said."""

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self.interactive = True
        self.said: list[str] = []
        self._typing = iter(lines)

    def write(self, text: str = "") -> None:
        self.said.append(text)

    def write_paragraph(self, text: str) -> None:
        self.write(wrap_text(text))

    def typed_line(self) -> str | None:
        return next(self._typing, None) if "Here is a sentence." in self.said else None


@pytest.fixture
def typing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Practise for some minutes, ten times faster than time, and end it by the last line; return what was said."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    desk.write("small", SCRIPT)
    choice = PracticeChoice("small", minutes=4.0, check_ins=False)

    def practise(*lines: str) -> str:
        somebody = Somebody(*lines, "e")
        ran = play_in_lines(Workspace(desk.folder), choice, somebody, output="silent", speed=10.0)
        assert ran is Exit.FINE
        return "\n".join(somebody.said)

    return practise


def test_what_leads_nowhere_is_told_so(typing: Typing) -> None:
    said = typing("nn", "n", "nn")
    assert said.index("Part 2: Leaving") < said.index("(there is no further phrase)")
    assert said.index("(there is no further phrase)") < said.index("(there is no further section)")


def test_the_background_goes_through_its_levels_and_the_last_is_remembered(typing: Typing) -> None:
    said = typing("bg brown", "b", "b", "b")
    told = [line for line in said.splitlines() if line.startswith("(background ")]
    assert told == ["(background softer)", "(background much softer)", "(background off)"]
    assert load_settings(data_home()) == Settings(
        background_db=-MOST_DB, backgrounds={"small": "brown"}, told=frozenset({"journal"})
    )


def test_where_there_is_no_background_its_level_is_not_changed(typing: Typing) -> None:
    assert "(there is no background here)" in typing("b")
    assert load_settings(data_home()).background_db == 0.0


def test_another_background_is_heard_and_remembered(typing: Typing) -> None:
    change_settings(data_home(), background_db=-MOST_DB)
    assert "(background: brown noise, kept for this exercise)" in typing("BG brown")
    kept = load_settings(data_home())
    assert (kept.background, kept.backgrounds, kept.background_db) == (None, {"small": "brown"}, 0.0)


def test_the_sleep_timer_goes_through_its_times(typing: Typing) -> None:
    told = [line for line in typing("t", "t", "t", "t", "t").splitlines() if "fades" in line or "timer)" in line]
    assert told[0] == "(fades out in 15 minutes, and nothing is asked)"
    assert told[-1] == "(no sleep timer)"
    assert len(told) == 5


def test_what_follows_the_voice_is_typed(typing: Typing) -> None:
    said = typing("then", "then gone 5", "then rain 30", "then off")
    assert said.count("(then takes one of these") == 2
    assert "(after the voice: rain, 30 minutes)" in said
    assert "(nothing follows the voice)" in said


def test_a_background_is_called_by_its_title_as_it_is_listed(typing: Typing) -> None:
    said = typing("bg", "bg low chord", "bg drone", "then Wind in trees 20")
    assert "wind in trees, fire" in said
    assert "drone" not in said
    assert said.count("(background: low chord, kept for this exercise)") == 2
    assert "(after the voice: wind in trees, 20 minutes)" in said


def test_no_background_is_one_too(typing: Typing) -> None:
    assert "(no background, kept for this exercise)" in typing("bg off")
    assert load_settings(data_home()).backgrounds == {"small": "off"}


def test_no_background_is_laid_under_the_rescue_piece(typing: Typing, desk: Desk) -> None:
    desk.write("ninety-seconds-here", RESCUE)
    assert typing("g", "bg brown", "b").count("(nothing lies beneath this piece)") == 2
    kept = load_settings(data_home())
    assert (kept.background, kept.background_db) == (None, 0.0)


@pytest.mark.parametrize("line", ["bg", "bg brwon", "bg ../secret.wav"])
def test_where_there_is_no_such_background_the_names_are_told(typing: Typing, line: str) -> None:
    said = typing(line)
    assert "(bg takes one of these: rain, ocean" in said
    assert load_settings(data_home()).background is None


def test_the_volume_is_remembered_for_the_next_time(typing: Typing) -> None:
    typing("-", "-", "-", "+")
    assert load_settings(data_home()).volume == 0.8
    typing("-")
    assert load_settings(data_home()).volume == 0.7


def test_what_was_not_touched_leaves_another_players_choice(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    play = PlainPlayback.play

    def meanwhile(playing: PlainPlayback, *arguments: object) -> object:
        change_settings(data_home(), volume=0.3, background="rain")
        return play(playing, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(PlainPlayback, "play", meanwhile)
    typing("bg brown", "b")
    kept = load_settings(data_home())
    assert (kept.volume, kept.background, kept.background_db) == (0.3, "rain", -6.0)


def test_nothing_is_written_when_nothing_was_changed(typing: Typing) -> None:
    typing()
    before = settings_path(data_home()).stat().st_mtime_ns
    typing()
    assert settings_path(data_home()).stat().st_mtime_ns == before


def test_it_is_remembered_when_somebody_leaves_at_once(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = Somebody.typed_line

    def leaving(somebody: Somebody) -> str | None:
        if (line := looks(somebody)) == "leave":
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr(Somebody, "typed_line", leaving)
    with pytest.raises(KeyboardInterrupt):
        typing("-", "leave")
    assert load_settings(data_home()).volume == 0.9


def test_the_volume_is_said_also_at_its_ends(typing: Typing) -> None:
    told = [line for line in typing("-", "+", "+", *"-" * 11, "+").splitlines() if line.startswith("(volume")]
    assert told[:4] == ["(volume 90 percent)", *["(volume 100 percent, the loudest)"] * 2, "(volume 90 percent)"]
    assert told[-3:] == [*["(volume 0 percent, no sound)"] * 2, "(volume 10 percent)"]


def test_all_keys_are_told_when_asked_for_a_line_each_that_fits(typing: Typing) -> None:
    said = typing("k").splitlines()
    assert all(key in said for key in KEYS)
    assert {key.split(":")[0] for key in KEYS} >= {"n and p", "+ and -", "b", "bg rain", "then off", "t", "e", "g", "?"}
    assert all(len(line) <= WIDEST for line in (*KEYS, *wrap_text(FIRST_KEYS).splitlines()))


class Late(Somebody):
    """Types while it fades, or while it gets ready; then it is over."""

    over: Callable[[], None]

    def typed_line(self) -> str | None:
        line = next(self._typing, None)
        if line is None:
            self.over()
        return line


@pytest.mark.parametrize(
    ("state", "lines", "told"),
    [
        (PracticeState.ENDING, ("t", "b", "bg rain", "then rain 30", "", "nn", "e"), f"({ENDING})"),
        (PracticeState.STARTING, ("", "n", "pp"), "(it is getting ready, and begins by itself)"),
    ],
)
def test_what_comes_too_late_or_too_early_is_told_so(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, state: PracticeState, lines: tuple[str, ...], told: str
) -> None:
    somebody = Late(*lines)
    playing = PlainPlayback(somebody, SupportLines(somebody, data_home()), now=lambda: 0.0)
    somebody.over = lambda: playing.events.put(Finished(whole=False))
    session = rehearsal.session()
    monkeypatch.setattr(Session, "play", lambda session: setattr(session, "state", state))
    playing.play(session)
    session.close()
    assert somebody.said == [told] * len(lines)


def test_no_word_is_shown_before_it_begins_to_be_heard(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = Late("n")
    playing = PlainPlayback(somebody, SupportLines(somebody, data_home()), now=lambda: 0.0)
    somebody.over = lambda: playing.events.put(Finished(whole=False))
    session = rehearsal.session()
    session.prepare()
    rehearsal.until(Prepared)
    monkeypatch.setattr(Session, "play", lambda session: setattr(session, "state", PracticeState.STARTING))
    playing.play(session)
    session.close()
    assert somebody.said == ["(it is getting ready, and begins by itself)"]


class Suspending(Somebody):
    """Presses Ctrl-Z where `^Z` is typed."""

    def typed_line(self) -> str | None:
        line = super().typed_line()
        if line != "^Z":
            return line
        signal.raise_signal(signal.SIGTSTP)
        return None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no Ctrl-Z")
def test_who_goes_to_the_shell_comes_back_to_where_it_was(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal.stage._speed = 10.0
    session, stopped = rehearsal.session(), []

    def stop(suspension: Suspension) -> None:
        stopped.append(session.paused)
        suspension.asked = False

    monkeypatch.setattr(Suspension, "stop", stop)
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    somebody = Suspending("^Z", "", "^Z", "^Z", "e")
    playing = PlainPlayback(somebody, SupportLines(somebody, data_home()))
    session._notify = playing.events.put
    playing.play(session)
    session.close()
    assert stopped == [True, True, True]
    told = [line for line in somebody.said if line.startswith("(") and "quiet" not in line]
    back = "(paused; Enter goes on)"
    assert told == [back, "(going on)", back, back, f"({ENDING})"]
    assert signal.signal(signal.SIGTSTP, before) is signal.SIG_DFL


@pytest.fixture
def waited_for(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A voice that does not speak before this is set."""
    heard = threading.Event()
    monkeypatch.setattr(sine_voice, "open_voice", lambda: SineVoice(before=lambda _: assert_set(heard)))
    yield heard
    heard.set()


def assert_set(event: threading.Event) -> None:
    assert event.wait(30.0)


class Patient(Somebody):
    """Lets the voice speak when it is said that it takes a moment."""

    def __init__(self, heard: threading.Event) -> None:
        super().__init__()
        self._heard = heard

    def write(self, text: str = "") -> None:
        super().write(text)
        if text == "(getting ready, a moment)":
            self._heard.set()


def test_it_is_told_once_when_getting_ready_takes_a_moment(rehearsal: Rehearsal, waited_for: threading.Event) -> None:
    somebody = Patient(waited_for)
    playing = PlainPlayback(somebody, SupportLines(somebody, data_home()))
    rehearsal.told = playing.events
    session = rehearsal.session()
    assert playing.play(session) == Finished(whole=True)
    session.close()
    assert somebody.said.count("(getting ready, a moment)") == 1
    assert somebody.said.index("(getting ready, a moment)") < somebody.said.index("Here is a sentence.")


def test_it_is_not_told_when_it_is_ready_soon(rehearsal: Rehearsal) -> None:
    somebody = Somebody()
    playing = PlainPlayback(somebody, SupportLines(somebody, data_home()), now=lambda: 0.0)
    rehearsal.told = playing.events
    session = rehearsal.session()
    assert playing.play(session) == Finished(whole=True)
    session.close()
    assert not [line for line in somebody.said if "getting ready" in line]


def test_a_length_that_could_not_be_met_is_told(rehearsal: Rehearsal) -> None:
    somebody = Somebody("e")
    playing = PlainPlayback(somebody, SupportLines(somebody, data_home()))
    rehearsal.told = playing.events
    session = rehearsal.session()
    playing.events.put(LengthMissed(24 * SAMPLE_RATE))
    assert playing.play(session) == Finished(whole=False)
    session.close()
    assert "(This takes 24 seconds longer than planned: the voice is slower than expected.)" in somebody.said
