"""Sections last the length that stands in their heading, to the frame, wherever they can."""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.errors import TimelineError
from feltsense.script.model import (
    Breath,
    Exercise,
    FrontMatter,
    Guide,
    Node,
    Phase,
    PhaseKind,
    Phrase,
    Repeat,
    Section,
    Version,
    WishedLength,
)
from feltsense.script.parser import parse
from feltsense.timeline.compose import begin_layout, compose, lay_out
from feltsense.timeline.estimate import estimate_speech
from feltsense.timeline.expand import TooLongError, expand
from feltsense.timeline.lengths import possible_lengths
from feltsense.timeline.measure import HEAD, TAIL, Measures, measure
from feltsense.timeline.model import SilenceEvent, Timeline
from feltsense.timeline.section_lengths import SectionRoom, section_rooms, section_targets
from feltsense.units import SAMPLE_RATE, Frames, Ms, frames, frames_of_minutes
from feltsense.voice.port import SpeechInfo, Utterance
from scripts import HERE, MEASURES, elastic, exact, phrase

WORDS = ("feel", "your", "feet", "softly", "on", "the", "ground", "beneath", "you", "and", "breathe")
_estimate = lru_cache(maxsize=None)(estimate_speech)


def lengths_of(timeline: Timeline) -> list[int]:
    return [end - c.start for c, end in zip(timeline.chapters, timeline.chapter_ends, strict=True)]


def composed(script: str, minutes: float | None = None, measures: Measures = MEASURES) -> Timeline:
    parsed = parse(script, "sample")
    assert not parsed.errors
    return compose(parsed.exercise, minutes, measures)


TWO = """## One{one}
Here is one. [pause about 20s]
And more.
## Two{two}
Here is two. [pause about 20s]
And more.
"""


@pytest.mark.parametrize(
    ("one", "seconds"), [("[1 min]", 60), ("[40s]", 40), ("[35 to 50 sec]", 35), ("[25 to 28s]", 28)]
)
def test_a_section_lasts_its_wish_to_the_frame_and_the_others_are_as_they_were(one: str, seconds: float) -> None:
    before = composed(TWO.format(one="", two=""))
    after = composed(TWO.format(one=one, two=""))
    assert lengths_of(after)[0] == seconds * SAMPLE_RATE
    assert lengths_of(after)[1] == pytest.approx(lengths_of(before)[1], abs=1152)


def rooms_of(script: str, minutes: float | None = None) -> tuple[SectionRoom, ...]:
    return section_rooms(measure(expand(parse(script, "sample").exercise, minutes), MEASURES).parts)


def test_a_range_around_its_natural_length_changes_nothing() -> None:
    script = TWO.format(one="", two="[10s to 2 min]")
    assert lengths_of(composed(script))[1] == rooms_of(script)[1].natural


def test_the_head_belongs_to_the_first_section_and_the_tail_to_the_last() -> None:
    timeline = composed("## One [30s]\nHere. [pause about 20s]\n## Two [40s]\nThere. [pause about 20s]\nEnd.\n")
    assert lengths_of(timeline) == [30 * SAMPLE_RATE, 40 * SAMPLE_RATE]
    assert (timeline.tiles[0].length, timeline.tiles[-1].length) == (HEAD, TAIL)


def test_the_silence_before_a_heading_is_fitted_with_the_section_that_it_ends() -> None:
    timeline = composed("## One [15s]\nHere is one.\n## Two\nHere is two.\n")
    assert timeline.chapters[1].start == 15 * SAMPLE_RATE
    [before] = [tile for tile in timeline.tiles if (tile.line, type(tile)) == (2, SilenceEvent)]
    assert before.length == 15 * SAMPLE_RATE - HEAD - 3 * SAMPLE_RATE // 2


@pytest.mark.parametrize("wish", ["[5 min]", "[10s]", "[2 to 3 min]"])
def test_a_wish_that_cannot_be_met_changes_nothing(wish: str) -> None:
    wished, plain = TWO.format(one=wish, two=""), TWO.format(one="", two="")
    assert rooms_of(wished)[0].is_unmet
    assert lengths_of(composed(wished))[0] == rooms_of(plain)[0].natural
    assert lengths_of(composed(wished, 1.5)) == lengths_of(composed(plain, 1.5))


def test_exact_silences_and_breaths_are_never_touched() -> None:
    timeline = composed(
        "## One [2 min]\nHere. [pause 7s]\nMore.\n\n[breathe in 4 out 6 for 3 rounds with tones]\n\n"
        "End. [pause about 40s]\nYes.\n"
    )
    assert timeline.length == 120 * SAMPLE_RATE
    assert [tile.length for tile in timeline.tiles if tile.line == 2 and isinstance(tile, SilenceEvent)] == [
        frames(7000)
    ]


def test_wishes_hold_in_an_asked_length_and_the_others_take_the_rest() -> None:
    script = TWO.format(one="[40s]", two="") + "## Three\nHere. [pause about 20s]\nEnd.\n"
    for minutes in (1.5, 2, 2.5):
        timeline = composed(script, minutes)
        assert timeline.length == frames_of_minutes(minutes)
        assert lengths_of(timeline)[0] == 40 * SAMPLE_RATE


def test_where_the_others_cannot_take_the_rest_wishes_give_way_by_one_factor() -> None:
    script = TWO.format(one="[40s]", two="[30s]")
    assert lengths_of(composed(script)) == [40 * SAMPLE_RATE, 30 * SAMPLE_RATE]
    for factor in (0.8, 1.0, 1.5):
        lengths = lengths_of(composed(script, 70 * factor / 60))
        assert sum(lengths) == 70 * factor * SAMPLE_RATE
        assert lengths[0] == pytest.approx(40 * factor * SAMPLE_RATE, abs=2)


def test_a_section_gives_way_no_further_than_it_can() -> None:
    script = TWO.format(one="[40s]", two="[30s]").replace("[pause about 20s]", "[pause 20s]", 1)
    one, two = rooms_of(script)
    lengths = lengths_of(composed(script, (one.longest + two.longest) / SAMPLE_RATE / 60))
    assert lengths == [one.longest, two.longest]


def test_ranges_give_way_inside_themselves_before_any_wish_does() -> None:
    script = TWO.format(one="[40s]", two="[30s to 1 min]")
    assert lengths_of(composed(script)) == [40 * SAMPLE_RATE, 30 * SAMPLE_RATE]
    assert lengths_of(composed(script, 1.5)) == [40 * SAMPLE_RATE, 50 * SAMPLE_RATE]
    assert lengths_of(composed(script, 2))[0] > 40 * SAMPLE_RATE


def test_possible_lengths_are_those_without_wishes() -> None:
    wished, plain = (parse(TWO.format(one=one, two=""), "sample").exercise for one in ("[40s]", ""))
    [(low, high)] = possible_lengths(wished, MEASURES)
    assert possible_lengths(plain, MEASURES) == ((low, high),)
    for length in (low, high):
        assert compose(wished, length / SAMPLE_RATE / 60, MEASURES).length == length
    with pytest.raises(TimelineError, match=r"can last from \d:\d\d to \d:\d\d"):
        compose(wished, (high + SAMPLE_RATE) / SAMPLE_RATE / 60, MEASURES)


@pytest.mark.parametrize("minutes", [1.0, 2.0])
def test_parts_for_some_lengths_and_repeats_count_in_their_section(minutes: float) -> None:
    script = (
        "## One [40s]\n[repeat 2 times]\nHere. [pause about 4s]\n[end]\n"
        "[from 2 min]\nLonger here. [pause about 4s]\n[end]\n"
        "End.\n## Two\nThere. [pause 5s to 120s]\nEnd.\n"
    )
    timeline = composed(script, minutes)
    assert timeline.length == frames_of_minutes(minutes)
    assert lengths_of(timeline)[0] == 40 * SAMPLE_RATE


def test_a_section_that_this_version_leaves_out_asks_for_nothing() -> None:
    timeline = composed("Here. [pause about 20s]\nSo.\n## Longer [5 min]\n[from 10 min]\nMore.\n[end]\n", 0.5)
    assert [c.title for c in timeline.chapters] == ["Opening"]


def test_too_long_in_all_is_refused_with_its_section() -> None:
    body = "".join(f"## Part {n} [180 min]\nHere. {'[pause 1s to 60m] ' * 4}So.\n" for n in range(9))
    with pytest.raises(TooLongError) as caught:
        composed(body)
    assert caught.value.line == 17


def voice(bias: float, spread: float) -> Callable[[Utterance], SpeechInfo]:
    """Return a voice that takes `bias` times as long as is expected, a phrase more and another less."""

    @cache
    def speak(utterance: Utterance) -> SpeechInfo:
        chance = random.Random(utterance.text)  # noqa: S311 - the same every time is wanted
        length = _estimate(utterance).length * max(0.1, bias + chance.gauss(0, spread))
        return SpeechInfo(Frames(max(1, round(length))), (), 0.5)

    return speak


def measures(speech: Callable[[Utterance], SpeechInfo], first: int = 0) -> Measures:
    return Measures(speech, lambda _play: Frames(10 * SAMPLE_RATE), _estimate, first)


sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=15).map(lambda words: phrase(" ".join(words)))
breaths = st.builds(
    lambda rounds, guide: Breath((Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(5000))), rounds, guide, HERE),
    st.integers(1, 3),
    st.sampled_from(Guide),
)
simple: st.SearchStrategy[Node] = st.one_of(
    sentences,
    sentences,
    st.builds(exact, st.integers(100, 20_000)),
    st.builds(lambda base: elastic(base, base // 3, 5 * base), st.integers(1000, 30_000)),
    breaths,
)
nodes = st.one_of(
    simple,
    simple,
    st.builds(lambda n, body: Repeat(n, tuple(body), HERE), st.integers(2, 3), st.lists(simple, max_size=3)),
    st.builds(lambda body: Version(2.0, None, tuple(body), HERE), st.lists(simple, min_size=1, max_size=3)),
)
wishes = st.builds(
    lambda low, more: WishedLength(Ms(low), Ms(low + more), HERE),
    st.integers(1000, 120_000),
    st.one_of(st.just(0), st.integers(0, 60_000)),
)
exercises = st.lists(
    st.builds(
        lambda body, wish: Section("Part", tuple(body), HERE, wish),
        st.lists(nodes, min_size=1, max_size=7),
        st.one_of(st.none(), wishes, wishes),
    ),
    min_size=1,
    max_size=5,
).map(lambda parts: Exercise("sample", FrontMatter(title="Sample"), tuple(parts), "0" * 64))
lengths = st.one_of(st.none(), st.none(), st.floats(0.2, 6))


def assert_tiled(timeline: Timeline) -> None:
    cursor = 0
    for tile in timeline.tiles:
        assert tile.start == cursor
        cursor += tile.length
    assert cursor == timeline.length


@settings(max_examples=120)
@given(exercises, lengths, st.floats(0.6, 1.5), st.integers(0, 6))
def test_every_wish_in_reach_is_kept_to_the_frame_whatever_the_voice(
    made: Exercise, minutes: float | None, bias: float, first: int
) -> None:
    given_measures = measures(voice(bias, 0.1), first)
    try:
        version = measure(expand(made, minutes), given_measures)
        timeline = lay_out(version, given_measures)
    except TimelineError:
        return
    assert_tiled(timeline)
    rooms, lasting = section_rooms(version.parts), lengths_of(timeline)
    assert len(rooms) == len(lasting)
    assert all(room.shortest <= length <= room.longest for room, length in zip(rooms, lasting, strict=True))
    if minutes is None:
        natural = [room.natural if room.wished is None else room.wished for room in rooms]
        shared = [room.wish is None for room in rooms]  # these hand on what the grid of MP3 frames leaves over
        assert all(
            is_shared or length == asked for is_shared, length, asked in zip(shared, lasting, natural, strict=True)
        )
        assert all(abs(length - asked) < 1152 for length, asked in zip(lasting, natural, strict=True))
        return
    wanted = frames_of_minutes(minutes)
    assert timeline.length == wanted
    held = [room.wished for room in rooms]
    if section_targets(rooms, wanted) == held:
        assert all(room.wished is None or room.keeps(length) for room, length in zip(rooms, lasting, strict=True))


@settings(max_examples=80)
@given(exercises, lengths, st.floats(0.9, 1.1), st.integers(0, 6))
def test_what_has_its_place_stays_there_and_the_file_has_it_too(
    made: Exercise, minutes: float | None, bias: float, first: int
) -> None:
    given_measures = measures(voice(bias, 0.05), first)
    try:
        whole = lay_out(measure(expand(made, minutes), given_measures), given_measures)
        composition = begin_layout(expand(made, minutes), given_measures)
    except TimelineError:
        return
    settled: list[object] = []
    while not composition.done:
        needed = composition.needed
        while needed:
            composition.learn()
            needed = composition.needed
        composition.advance()
        draft = composition.draft()
        assert_tiled(draft)
        before, settled = settled, [tile for tile in draft.tiles if tile.start < composition.settled]
        assert settled[: len(before)] == before
        assert composition.shortest <= whole.length
    final = composition.finish()
    assert list(final.tiles) == settled
    if lengths_of(final) == lengths_of(whole):
        assert final == whole


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**7), st.one_of(st.none(), wishes)),
        min_size=1,
        max_size=8,
    ),
    st.floats(0, 1),
)
def test_targets_leave_the_others_what_they_can_last(
    parts: list[tuple[int, int, int, WishedLength | None]], part: float
) -> None:
    rooms = [SectionRoom(low, low + a, low + a + b, wish) for low, a, b, wish in parts]
    shortest, longest = sum(room.shortest for room in rooms), sum(room.longest for room in rooms)
    wanted = shortest + int((longest - shortest) * part)
    targets = section_targets(rooms, wanted)
    free = [room for room, target in zip(rooms, targets, strict=True) if target is None]
    rest = wanted - sum(target for target in targets if target is not None)
    assert sum(room.shortest for room in free) <= rest <= sum(room.longest for room in free)
    for room, target in zip(rooms, targets, strict=True):
        assert (target is None) == (room.wished is None)
        assert target is None or room.shortest <= target <= room.longest


SCAN = (Path(__file__).parents[2] / "exercises" / "long-body-scan.md").read_text("utf-8")


def scan(wish: str, *titles: str) -> Exercise:
    """Return the long body scan with a length at some of its headings."""
    script = SCAN
    for title in titles:
        assert f"\n## {title}\n" in script
        script = script.replace(f"\n## {title}\n", f"\n## {title} [{wish}]\n")
    parsed = parse(script, "scan")
    assert not parsed.errors
    return parsed.exercise


@pytest.mark.parametrize("bias", [0.95, 1.0, 1.05])
def test_with_wishes_too_an_asked_length_is_heard_at_once_and_met(bias: float) -> None:
    """The first of these sections are so near to their shortest that they are decided when they come up."""
    made = scan("2 min", "Feet", "Legs", "The back", "Belly and chest")
    given_measures = measures(voice(bias, 0.03))
    composition = begin_layout(expand(made, 20), given_measures)
    assert composition.causal
    heard = composition.finish()
    version = measure(expand(made, 20), given_measures)
    assert heard == lay_out(version, given_measures)
    assert heard.length == frames_of_minutes(20)
    kept = [room.wished for room in section_rooms(version.parts) if room.wish]
    assert kept.count(120 * SAMPLE_RATE) >= 2
    wished = [(room, length) for room, length in zip(section_rooms(version.parts), lengths_of(heard), strict=True)]
    assert all(room.wished is None or room.wished == length for room, length in wished)


def test_only_the_section_that_comes_up_is_measured_before_it_is_decided() -> None:
    spoken: list[str] = []

    def speak(utterance: Utterance) -> SpeechInfo:
        spoken.append(utterance.text)
        return _estimate(utterance)

    made = scan("10 min", "Making yourself at home")
    natural = replace(made, front=replace(made.front, minutes=()))
    composition = begin_layout(expand(natural, None), measures(speak))
    while composition.settled < 30 * SAMPLE_RATE:
        composition.advance()
    first = [node for node in natural.sections[0].walk() if isinstance(node, Phrase)]
    assert 0 < len(spoken) <= len(first)
