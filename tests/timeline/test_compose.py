import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.errors import TimelineError
from feltsense.script.model import (
    Bell,
    Breath,
    Close,
    FrontMatter,
    Guide,
    Node,
    Phase,
    PhaseKind,
    Play,
    Repeat,
    Version,
)
from feltsense.timeline.compose import compose
from feltsense.timeline.measure import HEAD, TAIL, Measures
from feltsense.timeline.model import BellEvent, BreathEvent, SilenceEvent, SoundEvent, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, Ms, frames
from feltsense.voice.port import SpeechInfo, Utterance
from scripts import HERE, MEASURES, elastic, exact, exercise, phrase, sections

COHERENT = (Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(6000)))


def assert_tiled(timeline: Timeline) -> None:
    cursor = 0
    for tile in timeline.tiles:
        assert tile.start == cursor
        assert tile.length > 0
        cursor += tile.length
    assert cursor == timeline.length


@pytest.mark.parametrize("minutes", [1, 1.5, 2, 3.25])
def test_an_asked_length_is_met_to_the_frame(minutes: float) -> None:
    made = exercise(phrase("one two"), elastic(30_000, 1000, 200_000), phrase("three"), phrase("four"))
    timeline = compose(made, minutes, MEASURES)
    assert timeline.length == round(minutes * 60 * SAMPLE_RATE)
    assert_tiled(timeline)


def test_exact_silences_stay_exact_at_every_length() -> None:
    made = exercise(phrase("a"), exact(2500, line=7), phrase("b"), elastic(30_000, 100, 300_000), phrase("c"))
    for minutes in (0.5, 1, 4):
        tiles = compose(made, minutes, MEASURES).tiles
        assert [t.length for t in tiles if t.line == 7] == [frames(2500)]


def test_without_any_length_it_lasts_its_natural_one() -> None:
    timeline = compose(exercise(phrase("a b", Close.QUESTION), phrase("c")), None, MEASURES)
    assert timeline.length == HEAD + 3 * SAMPLE_RATE // 2 + frames(6000) + TAIL


def test_the_first_offered_length_is_the_default() -> None:
    made = exercise(phrase("a"), elastic(9000, 0, 200_000), phrase("b"), front=FrontMatter(minutes=(2.0, 1.0)))
    assert compose(made, None, MEASURES).length == 120 * SAMPLE_RATE


def test_a_length_that_cannot_be_met_is_refused_with_what_can() -> None:
    made = exercise(phrase("a b"), elastic(10_000, 5000, 25_000), phrase("c d"))
    with pytest.raises(TimelineError) as caught:
        compose(made, 10, MEASURES)
    assert caught.value.message == "“sample” cannot last exactly 10:00. This script can last from 0:11 to 0:30."
    for seconds in (11, 30):
        assert compose(made, seconds / 60, MEASURES).length == seconds * SAMPLE_RATE


def test_ranges_of_several_versions_are_all_named() -> None:
    long = Version(5.0, None, (phrase("more"), exact(240_000)), HERE)
    made = exercise(phrase("a"), elastic(60_000, 30_000, 90_000), phrase("b"), long)
    with pytest.raises(TimelineError, match=r"can last from 0:35 to 1:34, or from 5:00 to 5:3\d\."):
        compose(made, 3, MEASURES)


def test_nothing_to_hear_is_refused() -> None:
    with pytest.raises(TimelineError, match="nothing to hear"):
        compose(exercise(exact(5000)), None, MEASURES)


def test_chapters_start_after_the_silence_before_them_and_the_first_at_zero() -> None:
    timeline = compose(sections(("One", (phrase("a"),)), ("Two", (phrase("b"),))), None, MEASURES)
    assert [(c.title, c.start) for c in timeline.chapters] == [
        ("One", 0),
        ("Two", HEAD + SAMPLE_RATE // 2 + frames(6000)),
    ]


def breath(guide: Guide, rounds: int, phases: tuple[Phase, ...] = COHERENT) -> Breath:
    return Breath(phases, rounds, guide, HERE)


def test_breath_phases_sit_on_an_absolute_grid() -> None:
    odd = (Phase(PhaseKind.IN, Ms(3333)), Phase(PhaseKind.HOLD, Ms(1001)), Phase(PhaseKind.OUT, Ms(4999)))
    timeline = compose(exercise(phrase("a"), breath(Guide.BOTH, 50, odd), phrase("b")), None, MEASURES)
    events = [event for event in timeline.overlays if isinstance(event, BreathEvent)]
    offsets = [turn * 9333 + within for turn in range(50) for within in (0, 3333, 4334)]
    assert [event.start - events[0].start for event in events] == [frames(ms) for ms in offsets]
    assert_tiled(timeline)


def test_words_lead_two_rounds_and_tones_the_rest() -> None:
    timeline = compose(exercise(breath(Guide.BOTH, 4)), None, MEASURES)
    events = [event for event in timeline.overlays if isinstance(event, BreathEvent)]
    assert [event.tone for event in events] == [False] * 4 + [True] * 4
    assert [tile.text for tile in timeline.tiles if isinstance(tile, SpeechEvent)] == ["In", "Out", "In", "Out"]


def test_a_word_starts_with_its_phase() -> None:
    timeline = compose(exercise(breath(Guide.WORDS, 3)), None, MEASURES)
    spoken = [tile.start for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    assert spoken == [event.start for event in timeline.overlays]


def test_breath_is_never_stretched_or_cut() -> None:
    made = exercise(phrase("a"), breath(Guide.TONES, 3), phrase("b"), elastic(9000, 0, 90_000))
    for minutes in (1, 1.5):
        events = compose(made, minutes, MEASURES).overlays
        assert [event.length for event in events] == [frames(4000), frames(6000)] * 3


def test_a_word_longer_than_its_phase_is_an_error_with_its_line() -> None:
    short = (Phase(PhaseKind.IN, Ms(400)), Phase(PhaseKind.OUT, Ms(2000)))
    with pytest.raises(TimelineError, match="Line 1: the word “In” takes longer"):
        compose(exercise(breath(Guide.WORDS, 3, short)), None, MEASURES)


def test_an_unknown_language_is_led_by_tones() -> None:
    timeline = compose(exercise(breath(Guide.WORDS, 2), front=FrontMatter(language="th")), None, MEASURES)
    assert not [tile for tile in timeline.tiles if isinstance(tile, SpeechEvent)]


def test_bells_take_no_time_and_strike_on_their_beat() -> None:
    bell = Bell(low=True, times=3, every=Ms(5000), span=HERE)
    timeline = compose(exercise(phrase("a"), exact(1000), bell, phrase("b")), None, MEASURES)
    start = HEAD + SAMPLE_RATE // 2 + frames(1000)
    assert [event.start for event in timeline.overlays] == [start, start + frames(5000), start + frames(10_000)]
    assert all(isinstance(event, BellEvent) and event.low for event in timeline.overlays)


def test_a_sound_file_takes_its_time() -> None:
    timeline = compose(exercise(Play("river.mp3", None, HERE), phrase("a")), None, MEASURES)
    (event,) = timeline.overlays
    assert isinstance(event, SoundEvent)
    assert event.length == 10 * SAMPLE_RATE
    assert_tiled(timeline)


def test_the_scripts_own_soundscape_begins_at_the_first_frame() -> None:
    timeline = compose(exercise(phrase("a"), front=FrontMatter(soundscape="rain")), None, MEASURES)
    assert [(e.start, getattr(e, "name", "")) for e in timeline.overlays] == [(0, "rain")]


def test_head_and_tail_are_quiet_and_count() -> None:
    tiles = compose(exercise(phrase("a")), None, MEASURES).tiles
    assert (tiles[0], tiles[-1]) == (
        SilenceEvent(tiles[0].start, HEAD, elastic=False, line=0),
        SilenceEvent(tiles[-1].start, TAIL, elastic=False, line=0),
    )


leaves = st.one_of(
    st.builds(phrase, st.text("abc ", min_size=1, max_size=20).map(lambda text: "a" + text), st.sampled_from(Close)),
    st.builds(exact, st.integers(1, 60_000)),
    st.tuples(st.integers(0, 9000), st.integers(0, 9000), st.integers(0, 90_000)).map(
        lambda t: elastic(t[0] + t[1], t[0], t[0] + t[1] + t[2])
    ),
    st.builds(lambda n, g: breath(g, n), st.integers(1, 5), st.sampled_from(Guide)),
    st.builds(lambda n: Bell(low=False, times=n, every=Ms(2000), span=HERE), st.integers(1, 4)),
)
nodes = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda n, body: Repeat(n, tuple(body), HERE), st.integers(1, 3), st.lists(inner, max_size=4)),
        st.builds(lambda m, body: Version(m, None, tuple(body), HERE), st.floats(0.5, 9), st.lists(inner, max_size=4)),
        st.builds(lambda m, body: Version(None, m, tuple(body), HERE), st.floats(0.5, 9), st.lists(inner, max_size=4)),
    ),
    max_leaves=15,
)


@given(st.lists(nodes, max_size=8), st.one_of(st.none(), st.floats(0.1, 10)))
def test_anything_is_tiled_and_exact_or_refused_in_words(body: list[Node], minutes: float | None) -> None:
    try:
        timeline = compose(exercise(*body), minutes, MEASURES)
    except TimelineError:
        return
    assert_tiled(timeline)
    if minutes is not None:
        assert timeline.length == round(minutes * 60 * SAMPLE_RATE)
    assert all(event.start >= 0 for event in timeline.overlays)


def test_what_is_repeated_is_measured_once() -> None:
    spoken: list[str] = []

    def speech(utterance: Utterance) -> SpeechInfo:
        spoken.append(utterance.text)
        return MEASURES.speech(utterance)

    made = exercise(Repeat(500, (phrase("a b"), exact(100)), HERE))
    timeline = compose(made, None, Measures(speech, MEASURES.file))
    assert spoken == ["a b"]
    assert sum(isinstance(tile, SpeechEvent) for tile in timeline.tiles) == 500
