"""A silence is decided when it comes up, and nothing that has its place ever moves."""

import random
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.errors import TimelineError
from feltsense.script.model import Breath, Exercise, FrontMatter, Guide, Node, Phase, PhaseKind, Repeat
from feltsense.script.parser import parse
from feltsense.timeline.compose import begin_layout, lay_out
from feltsense.timeline.estimate import estimate_speech
from feltsense.timeline.expand import expand
from feltsense.timeline.fit import MP3_FRAME
from feltsense.timeline.layout_progress import AHEAD
from feltsense.timeline.measure import Measures, measure
from feltsense.timeline.model import SilenceEvent, SpeechEvent, Tile
from feltsense.units import SAMPLE_RATE, Frames, Ms, frames_of_minutes
from feltsense.voice.port import SpeechInfo, Utterance
from scripts import HERE, elastic, exact, exercise, phrase

TEN_S = Frames(10 * SAMPLE_RATE)
WORDS = ("feel", "your", "feet", "softly", "on", "the", "ground", "beneath", "you", "and", "breathe")
_estimate = lru_cache(maxsize=None)(estimate_speech)


def voice(bias: float, spread: float, seed: int = 0) -> Callable[[Utterance], SpeechInfo]:
    """Return a voice that takes `bias` times as long as is expected, a phrase more and another less."""

    @cache
    def speak(utterance: Utterance) -> SpeechInfo:
        chance = random.Random(f"{seed} {utterance.text}")  # noqa: S311 - the same every time is wanted
        length = _estimate(utterance).length * max(0.1, bias + chance.gauss(0, spread))
        return SpeechInfo(Frames(max(1, round(length))), (), 0.5)

    return speak


def measures(speech: Callable[[Utterance], SpeechInfo], first: int = 0) -> Measures:
    return Measures(speech, lambda _play: TEN_S, _estimate, first)


sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=15).map(lambda words: phrase(" ".join(words)))
breaths = st.builds(
    lambda rounds, guide: Breath((Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(5000))), rounds, guide, HERE),
    st.integers(1, 3),
    st.sampled_from(Guide),
)
nodes: st.SearchStrategy[Node] = st.one_of(
    sentences,
    sentences,
    st.builds(exact, st.integers(100, 20_000)),
    st.builds(lambda base: elastic(base, base // 3, 5 * base), st.integers(1000, 30_000)),
    breaths,
    st.builds(lambda n, body: Repeat(n, tuple(body), HERE), st.integers(2, 3), st.lists(sentences, max_size=3)),
)


@given(
    st.lists(nodes, min_size=1, max_size=12),
    st.one_of(st.none(), st.floats(0.2, 6)),
    st.floats(0.7, 1.3),
    st.integers(0, 6),
)
def test_what_has_its_place_stays_there_and_the_file_has_it_too(
    body: list[Node], minutes: float | None, bias: float, first: int
) -> None:
    made, speech = exercise(*body), voice(bias, 0.1)
    try:
        whole = lay_out(measure(expand(made, minutes), measures(speech)), measures(speech, first))
        composition = begin_layout(expand(made, minutes), measures(speech, first))
    except TimelineError:
        return
    settled: tuple[Tile, ...] = ()
    while not composition.done:
        composition.advance()
        draft = composition.draft()
        assert tiled(draft.tiles) == draft.length
        before, settled = settled, tuple(tile for tile in draft.tiles if tile.start < composition.settled)
        assert settled[: len(before)] == before
        assert draft.tiles[: len(settled)] == settled
        assert minutes is not None or composition.shortest <= whole.length
    final = composition.finish()
    assert final.tiles == settled
    if minutes is None or final.length == frames_of_minutes(minutes):
        assert final == whole
    assert minutes is None or whole.length == frames_of_minutes(minutes)


def tiled(tiles: tuple[Tile, ...]) -> int:
    cursor = 0
    for tile in tiles:
        assert tile.start == cursor
        cursor += tile.length
    return cursor


def long_one(phrases: int, front: FrontMatter | None = None) -> Exercise:
    body = [
        node
        for number in range(phrases)
        for node in (phrase(f"this is sentence {number} of many"), elastic(9000, 3000, 60_000))
    ]
    return exercise(*body, front=front)


def test_a_silence_waits_for_no_more_than_the_phrases_just_ahead() -> None:
    measured: list[str] = []

    def speak(utterance: Utterance) -> SpeechInfo:
        measured.append(utterance.text)
        return voice(1.0, 0.05)(utterance)

    composition = begin_layout(expand(long_one(40), 8), measures(speak))
    assert composition.causal
    assert not measured
    while composition.settled < SAMPLE_RATE:
        composition.advance()
    assert len(measured) == 1
    silences = said = 0
    while not silences:
        composition.advance()
        tiles = [tile for tile in composition.draft().tiles if tile.start < composition.settled]
        silences = sum(isinstance(tile, SilenceEvent) and tile.elastic for tile in tiles)
        said = sum(isinstance(tile, SpeechEvent) for tile in tiles)
    assert len(measured) == said + AHEAD


def test_what_it_needs_next_is_what_it_measures_next() -> None:
    measured: list[Utterance] = []

    def speak(utterance: Utterance) -> SpeechInfo:
        measured.append(utterance)
        return voice(1.0, 0.05)(utterance)

    composition = begin_layout(expand(long_one(20), 4), measures(speak))
    while not composition.done:
        needed, before = composition.needed, len(measured)
        composition.advance()
        assert tuple(measured[before:]) == needed
    assert tuple(measured) == composition.phrases


def test_near_a_limit_everything_is_measured_before_the_first_silence() -> None:
    measured: set[str] = set()

    def speak(utterance: Utterance) -> SpeechInfo:
        measured.add(utterance.text)
        return _estimate(utterance)

    made = long_one(20)
    shortest = measure(expand(made, 4), measures(_estimate)).shortest / SAMPLE_RATE / 60
    composition = begin_layout(expand(made, shortest + 0.02), measures(speak))
    assert not composition.causal
    while not composition.needed or composition.settled < SAMPLE_RATE:
        assert len(measured) <= 1
        composition.advance()
    composition.advance()
    assert len(measured) == 20


def test_a_voice_that_is_not_known_is_tried_first() -> None:
    measured: list[str] = []

    def speak(utterance: Utterance) -> SpeechInfo:
        measured.append(utterance.text)
        return voice(3.0, 0.0)(utterance)

    made = long_one(20)
    assert begin_layout(expand(made, 3), measures(speak)).causal
    assert not begin_layout(expand(made, 3), measures(speak, first=5)).causal  # so slow a voice cannot be trusted
    assert len(measured) == 5


@cache
def library() -> list[Exercise]:
    """Return all that come with feltsense."""
    paths = sorted((Path(__file__).parents[2] / "exercises").glob("*.md"))
    return [parse(path.read_bytes(), path.stem).exercise for path in paths]


@pytest.mark.parametrize(
    ("bias", "spread"), [(1.0, 0.031), (1.1, 0.03), (0.9, 0.03), (1.25, 0.03), (0.8, 0.03)], ids=str
)
def test_every_offered_length_is_exact_while_it_is_spoken_however_the_voice_differs(bias: float, spread: float) -> None:
    """Where the voice is so slow that a length is impossible, none is promised."""
    kept = 0
    for made in library():
        for minutes in made.front.minutes:
            version, speech = expand(made, minutes), voice(bias, spread)
            full, wanted = measure(version, measures(speech)), frames_of_minutes(minutes)
            if full.shortest <= wanted <= full.longest:
                kept += 1
                assert begin_layout(version, measures(speech)).finish().length == wanted, (made.slug, minutes)
    assert kept >= 25


def test_the_library_is_heard_at_once_but_for_a_few_lengths() -> None:
    near = [
        (made.slug, minutes)
        for made in library()
        for minutes in made.front.minutes
        if not begin_layout(expand(made, minutes), measures(_estimate)).causal
    ]
    assert len(near) <= 4, near


def test_phrases_after_a_silence_begin_where_a_frame_of_mp3_does() -> None:
    on_grid = in_all = 0
    for made in library():
        version = measure(expand(made, None), measures(voice(1.0, 0.03)))
        tiles = lay_out(version, measures(voice(1.0, 0.03))).tiles
        ends = [tile.start + tile.length for tile in tiles if isinstance(tile, SilenceEvent) and tile.elastic]
        on_grid += sum(end % MP3_FRAME == 0 for end in ends[:-1])
        in_all += len(ends[:-1])
    assert on_grid > 0.97 * in_all  # the others are at their bounds


def test_without_an_asked_length_silences_are_as_written_but_for_a_frame_of_mp3() -> None:
    made = long_one(12)
    timeline = lay_out(measure(expand(made, None), measures(_estimate)), measures(_estimate))
    lengths = [tile.length for tile in timeline.tiles if isinstance(tile, SilenceEvent) and tile.elastic]
    written = 9 * SAMPLE_RATE
    assert all(abs(length - written) < MP3_FRAME for length in lengths)
    assert sum(lengths) == len(lengths) * written
