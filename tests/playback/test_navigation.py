from hypothesis import given
from hypothesis import strategies as st

from feltsense.playback.navigation import (
    PREVIOUS_WINDOW,
    next_phrase,
    next_section,
    phrase_starts,
    previous_phrase,
    previous_section,
    section_starts,
    skip_seconds,
)
from feltsense.script.model import PhaseKind
from feltsense.timeline.model import BreathEvent, Chapter, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, Frames, Wpm, frames
from feltsense.voice.port import Utterance

SECOND = SAMPLE_RATE


def said(second: float) -> SpeechEvent:
    utterance = Utterance("A sentence.", Wpm(130), "en")
    return SpeechEvent(Frames(round(second * SECOND)), Frames(SECOND), utterance, "A sentence.", (), 1)


def breath(second: float, line: int) -> BreathEvent:
    start = Frames(round(second * SECOND))
    return BreathEvent(start, Frames(4 * SECOND), PhaseKind.IN, 1, 1, tone=True, line=line)


def timeline(phrases: list[float], sections: list[float], breaths: tuple[BreathEvent, ...] = ()) -> Timeline:
    chapters = tuple(Chapter(f"At {second}", Frames(round(second * SECOND))) for second in sections)
    tiles = tuple(said(second) for second in phrases)
    return Timeline("sample", "0" * 64, "sine", Frames(60 * SECOND), chapters, tiles, breaths)


LINE = timeline([1, 5, 9, 20], [0, 8, 19])


def at(seconds: float) -> Frames:
    return Frames(round(seconds * SECOND))


def test_the_next_phrase_is_the_first_that_starts_later() -> None:
    assert next_phrase(LINE, at(0)) == at(1)
    assert next_phrase(LINE, at(1)) == at(5)
    assert next_phrase(LINE, at(19.9)) == at(20)
    assert next_phrase(LINE, at(20)) is None


def test_back_leads_to_the_start_of_a_phrase_and_soon_after_it_to_the_one_before() -> None:
    assert previous_phrase(LINE, at(6.6)) == at(5)
    assert previous_phrase(LINE, at(6.4)) == at(1)
    assert previous_phrase(LINE, at(1)) == at(1)
    assert previous_phrase(LINE, at(0.5)) is None
    assert previous_phrase(LINE, at(60)) == at(20)


def test_pressing_back_again_goes_on_backwards() -> None:
    position, seen = at(21.6), []
    for _ in range(4):
        position = previous_phrase(LINE, position) or position
        seen.append(position)
    assert seen == [at(20), at(9), at(5), at(1)]


def test_sections() -> None:
    assert list(section_starts(LINE)) == [at(0), at(8), at(19)]
    assert next_section(LINE, at(8)) == at(19)
    assert next_section(LINE, at(30)) is None
    assert previous_section(LINE, at(30)) == at(19)
    assert previous_section(LINE, at(19.5)) == at(8)
    assert previous_section(LINE, at(0)) == at(0)


def test_a_breathing_is_one_phrase_whatever_is_said_in_it() -> None:
    rounds = (breath(10, 7), breath(14, 7), breath(18, 7))
    assert phrase_starts(timeline([1, 10, 14, 18, 23], [0], rounds)) == (at(1), at(10), at(23))


def test_two_breathings_are_two_phrases() -> None:
    apart = (breath(10, 7), breath(14, 7), breath(18, 9), breath(30, 9))
    assert phrase_starts(timeline([], [0], apart)) == (at(10), at(18), at(30))


def test_without_phrases_or_sections_there_is_nowhere_to_go() -> None:
    empty = timeline([], [])
    assert (next_phrase(empty, at(3)), previous_phrase(empty, at(3)), next_section(empty, at(3))) == (None, None, None)


def test_skipping_stays_within() -> None:
    assert skip_seconds(LINE, at(5), 10) == at(15)
    assert skip_seconds(LINE, at(5), -10) == 0
    assert skip_seconds(LINE, at(55), 10) == LINE.length


@given(st.lists(st.integers(0, 59_000), max_size=12, unique=True).map(sorted), st.integers(0, 60_000))
def test_next_goes_forward_and_previous_back(starts: list[int], position: int) -> None:
    line = timeline([ms / 1000 for ms in starts], [0])
    here = frames(position)
    after, before = next_phrase(line, here), previous_phrase(line, here)
    assert after is None or after > here
    assert before is None or before <= here
    if before is not None and before != min(phrase_starts(line)):
        assert here - before >= PREVIOUS_WINDOW
