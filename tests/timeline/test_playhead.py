"""What is going on at a frame."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from feltsense.script.model import Breath, Guide, Phase, PhaseKind
from feltsense.script.parser import parse
from feltsense.timeline.compose import compose
from feltsense.timeline.measure import HEAD
from feltsense.timeline.model import (
    BellEvent,
    BreathEvent,
    Chapter,
    Overlay,
    SilenceEvent,
    SoundEvent,
    SpeechEvent,
    Timeline,
)
from feltsense.timeline.playhead import Playhead
from feltsense.units import SAMPLE_RATE, Frames, Ms, Wpm
from feltsense.voice.port import Utterance
from scripts import ESTIMATED, HERE, MEASURES, exact, phrase, sections

SECOND = SAMPLE_RATE
SQUARE = Breath(
    (
        Phase(PhaseKind.IN, Ms(4000)),
        Phase(PhaseKind.HOLD, Ms(2000)),
        Phase(PhaseKind.OUT, Ms(4000)),
        Phase(PhaseKind.HOLD, Ms(2000)),
    ),
    3,
    Guide.BOTH,
    HERE,
)


def timeline() -> Timeline:
    opening = (phrase("One two three four."), exact(5000), phrase("Five six."), exact(2000))
    script = sections(
        ("Opening", opening), ("Breath", (SQUARE, exact(1000))), ("Leaving", (phrase("Seven."), exact(3000)))
    )
    return compose(script, None, MEASURES)


MOMENTS = Playhead(timeline())


def test_before_the_first_phrase_there_is_only_quiet() -> None:
    first = MOMENTS.at(0)
    assert (first.phrase, first.before, first.spoken, first.quiet, first.title) == (None, None, 0, HEAD, "Opening")


def test_a_phrase_is_followed_word_by_word() -> None:
    moment = MOMENTS.at(HEAD + SECOND + 1)
    assert moment.phrase is not None
    assert (moment.phrase.text, moment.spoken, moment.speaking) == ("One two three four.", 3, True)


def test_quiet_counts_down_to_the_next_phrase_and_keeps_the_last() -> None:
    moment = MOMENTS.at(HEAD + 3 * SECOND)
    assert moment.phrase is not None
    assert (moment.phrase.text, moment.quiet, moment.speaking) == ("One two three four.", 4 * SECOND, False)
    assert moment.spoken == 4


def test_the_phrase_before_is_known() -> None:
    moment = MOMENTS.at(HEAD + 7 * SECOND + 1)
    assert moment.before is not None
    assert moment.before.text == "One two three four."


def test_a_breath_is_told_by_phase_and_its_words_are_no_phrases() -> None:
    begin = MOMENTS.chapters[1].start
    breath = next(event for event in MOMENTS.timeline.overlays)
    assert breath.start >= begin
    told = [MOMENTS.at(breath.start + int(seconds * SECOND)) for seconds in (1, 5, 7, 11, 13)]
    found = [each.breath for each in told]
    assert [(b.phase.value, b.round, b.full, b.number) for b in found if b] == [
        ("in", 1, True, 0),
        ("hold", 1, True, 1),
        ("out", 1, False, 2),
        ("hold", 1, False, 3),
        ("in", 2, True, 4),
    ]
    assert found[0] is not None
    assert (found[0].done, found[0].left, found[0].rounds) == (0.25, 3 * SECOND, 3)
    assert {each.phrase.text for each in told if each.phrase} == {"Five six."}


def test_the_end_is_the_last_section_with_nothing_left() -> None:
    last = MOMENTS.at(MOMENTS.timeline.length)
    assert (last.title, last.left, last.quiet) == ("Leaving", 0, 0)


def made_by_hand() -> Playhead:
    """Return a phrase, a bell, a breath, a sound and two backgrounds, with quiet between them."""

    def at(second: int, length: int = 0) -> tuple[Frames, Frames]:
        return Frames(second * SECOND), Frames(length * SECOND)

    spoken = SpeechEvent(*at(0, 2), Utterance("Here.", Wpm(130), "en"), "Here.", (), 1)
    overlays: tuple[Overlay, ...] = (
        SoundEvent(*at(0), "rain", soundscape=True, line=1),
        BellEvent(*at(10), low=False, line=2),
        BreathEvent(*at(20, 4), PhaseKind.IN, 1, 1, tone=True, line=3),
        SoundEvent(*at(30, 10), "birds.wav", soundscape=False, line=4),
        SoundEvent(*at(45), "rain", soundscape=True, line=5),
        SoundEvent(*at(50), "ocean", soundscape=True, line=6),
    )
    tiles = spoken, SilenceEvent(*at(2, 98), elastic=False, line=1)
    return Playhead(Timeline("hand", "0" * 64, "heart", at(100)[0], (Chapter("A", Frames(0)),), tiles, overlays))


HEARD = made_by_hand()


def quiet(position: int) -> tuple[float, float]:
    moment = HEARD.at(position)
    return moment.quiet / SECOND, moment.gap / SECOND


def test_quiet_counts_to_whatever_is_heard_next() -> None:
    assert quiet(1 * SECOND) == (0, 0)
    assert quiet(4 * SECOND) == (6, 8)  # to the bell
    assert quiet(12 * SECOND) == (8, 10)  # to a breath, which a tone or only the pacer leads
    assert quiet(22 * SECOND) == (0, 0)
    assert quiet(25 * SECOND) == (5, 6)  # to a sound file
    assert quiet(35 * SECOND) == (0, 0)
    assert quiet(45 * SECOND) == (5, 10)  # to another background; the same again is nothing
    assert quiet(55 * SECOND) == (45, 50)  # to the end
    assert quiet(100 * SECOND) == (0, 50)


def test_gentle_breath_is_not_called_quiet_just_before_the_breath_begins() -> None:
    script = Path(__file__).parents[2] / "exercises" / "gentle-breath.md"
    made = Playhead(compose(parse(script.read_bytes(), "gentle-breath").exercise, None, ESTIMATED))
    first = next(event for event in made.timeline.overlays if isinstance(event, BreathEvent))
    assert made.at(first.start - SECOND).quiet <= SECOND


@given(st.integers(-(10**9), 10**9))
def test_every_frame_is_some_moment(position: int) -> None:
    moment = MOMENTS.at(position)
    assert 0 <= moment.position <= moment.length
    assert moment.quiet <= moment.left
    assert moment.breath is None or 0 <= moment.breath.done < 1
