"""What is going on at a frame."""

from hypothesis import given
from hypothesis import strategies as st

from feltsense.script.model import Breath, Guide, Phase, PhaseKind
from feltsense.timeline.compose import compose
from feltsense.timeline.measure import HEAD
from feltsense.timeline.model import Timeline
from feltsense.timeline.playhead import Playhead
from feltsense.units import SAMPLE_RATE, Ms
from scripts import HERE, MEASURES, exact, phrase, sections

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


@given(st.integers(-(10**9), 10**9))
def test_every_frame_is_some_moment(position: int) -> None:
    moment = MOMENTS.at(position)
    assert 0 <= moment.position <= moment.length
    assert moment.quiet <= moment.left
    assert moment.breath is None or 0 <= moment.breath.done < 1
