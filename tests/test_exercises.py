"""The bundled exercises, spoken by their real voice, keep what the practice asks of them."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from feltsense.script.model import Exercise, Node, Phrase, Repeat, Version
from feltsense.script.parser import parse
from feltsense.sound.performance import perform
from feltsense.timeline.draft import Measures
from feltsense.timeline.limits import possible
from feltsense.timeline.model import SpeechEvent, Timeline
from feltsense.timeline.summary import Summary, summary
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import open_voice
from feltsense.voice.speaker import Speaker

SCRIPTS = sorted((Path(__file__).parents[1] / "exercises").glob("*.md"))
PARSED = {path.stem: parse(path.read_bytes(), path.stem) for path in SCRIPTS}
OFFERED = [(slug, minutes) for slug, parsed in PARSED.items() for minutes in parsed.exercise.front.minutes]

WORDS_A_MINUTE = {"grounding": (55, 75), "body-scan": (40, 60), "self-compassion": (40, 60)}
"""Over the whole. Paced breathing has its own measure."""
SILENCE = {"grounding": (0.35, 0.50), "body-scan": (0.50, 0.65), "self-compassion": (0.50, 0.65)}
LONGEST_SILENCE = {1: 30, 2: 20}
"""Seconds by tier."""

LEAVING = re.compile(r"\b(stop|skip|leave|end this)\b", re.IGNORECASE)
COMMANDING = re.compile(
    r"\b(relax|calm down|let go|release|surrender|melt|just|simply|must|should|need to|have to|has to|make sure|"
    r"stay still|don't move|you are safe|deep breath|good job|perfect|correctly|deeper|heals?|cures?|rewires?|"
    r"i want you|allow yourself|inner child|at least|forgive)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Laid:
    """One offered length of one exercise."""

    exercise: Exercise
    minutes: float
    timeline: Timeline
    figures: Summary

    def heard_before(self, seconds: float) -> str:
        starts = (tile for tile in self.timeline.tiles if isinstance(tile, SpeechEvent))
        return " ".join(tile.text for tile in starts if tile.start < seconds * SAMPLE_RATE)


@pytest.fixture(scope="module", params=OFFERED, ids=lambda offered: f"{offered[0]}-{offered[1]:g}min")
def laid(request: pytest.FixtureRequest, speech_folder: Path) -> Laid:
    slug, minutes = request.param
    exercise = PARSED[slug].exercise
    with Speaker(open_voice("heart"), SpeechCache(speech_folder)) as speaker:
        timeline = perform(exercise, minutes, speaker, None, lambda *_: None).timeline
    return Laid(exercise, minutes, timeline, summary(timeline))


def phrases(body: tuple[Node, ...]) -> list[str]:
    """Return everything that is spoken in any version."""
    found: list[str] = []
    for node in body:
        if isinstance(node, Phrase):
            found.append(node.text)
        elif isinstance(node, Repeat | Version):
            found += phrases(node.body)
    return found


def spoken(exercise: Exercise) -> list[str]:
    return [text for section in exercise.sections for text in phrases(section.body)]


def test_the_five_are_there_in_the_lengths_that_were_promised() -> None:
    offered = {slug: parsed.exercise.front.minutes for slug, parsed in PARSED.items()}
    assert offered == {
        "even-breath": (5, 10),
        "feet-on-the-floor": (3, 5),
        "long-body-scan": (20,),
        "self-compassion-break": (3, 5),
        "short-body-scan": (5, 10),
    }


@pytest.mark.parametrize("slug", PARSED)
def test_nothing_is_found_in_it(slug: str) -> None:
    assert PARSED[slug].diagnostics == ()


@pytest.mark.parametrize("slug", PARSED)
def test_what_is_shown_beforehand_says_where_help_is_and_when_not_to(slug: str) -> None:
    front = PARSED[slug].exercise.front
    cautions = " ".join(front.cautions)
    assert "driving" in cautions
    assert "emergency services" in cautions
    assert front.next_step
    assert len(front.anchors) >= 3


@pytest.mark.parametrize("slug", PARSED)
def test_sentences_are_short_and_command_nothing(slug: str) -> None:
    for text in spoken(PARSED[slug].exercise):
        assert len(text.split()) <= 20, text
        assert not COMMANDING.search(text), text


def test_no_two_open_or_close_alike() -> None:
    texts = [spoken(parsed.exercise) for parsed in PARSED.values()]
    for end in (0, -1):
        assert len({each[end] for each in texts}) == len(texts)


def test_the_offered_length_is_met_to_the_frame(laid: Laid) -> None:
    assert laid.timeline.length == round(laid.minutes * 60 * SAMPLE_RATE)


def test_words_and_silence_keep_to_the_practice(laid: Laid) -> None:
    assert 105 <= laid.figures.pace <= 135
    practice = laid.exercise.front.practice
    if practice in WORDS_A_MINUTE:
        low, high = WORDS_A_MINUTE[practice]
        assert low <= laid.figures.words_per_minute <= high
        least, most = SILENCE[practice]
        assert least <= laid.figures.silence_share <= most


def test_no_silence_is_long_enough_to_frighten(laid: Laid) -> None:
    assert laid.figures.longest_silence <= LONGEST_SILENCE[laid.exercise.front.tier] * SAMPLE_RATE


def test_the_way_out_is_named_within_a_minute_and_an_anchor_soon_after(laid: Laid) -> None:
    assert LEAVING.search(laid.heard_before(60))
    assert "minutes" in laid.heard_before(15)
    early = laid.heard_before(90)
    assert sum(word in early for word in ("hands", "feet", "sound", "surface")) >= 2
    assert re.search(r"\beyes\b", early, re.IGNORECASE)


def test_there_is_time_to_come_back(laid: Laid) -> None:
    assert laid.figures.sections[-1].length >= 45 * SAMPLE_RATE


def test_what_it_says_of_its_length_is_true(laid: Laid) -> None:
    numbers = {"three": 3, "four": 4, "five": 5, "ten": 10, "twenty": 20}
    said = [numbers[word] for word in re.findall(r"\w+", laid.heard_before(15).lower()) if word in numbers]
    assert int(laid.minutes) in said


def test_the_shortest_can_be_three_five_or_eight_minutes(speech_folder: Path) -> None:
    exercise = PARSED["feet-on-the-floor"].exercise
    with Speaker(open_voice("heart"), SpeechCache(speech_folder)) as speaker:
        ranges = possible(exercise, Measures(speaker.measure, lambda _play: Frames(0)))
        for minutes in (3, 5, 8):
            wanted = minutes * 60 * SAMPLE_RATE
            assert any(low <= wanted <= high for low, high in ranges)
            assert perform(exercise, minutes, speaker, None, lambda *_: None).timeline.length == wanted
