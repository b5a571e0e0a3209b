"""Speech estimated from its text, beside real speech; `test_exercises.py` sees that the whole library is."""

import time
from pathlib import Path

import pytest

from feltsense.script.model import Exercise
from feltsense.script.parser import parse
from feltsense.timeline.estimate import estimate_speech
from feltsense.timeline.expand import expand
from feltsense.timeline.utterances import utterances_of
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.cache import SpeechCache
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_voice
from feltsense.voice.spelling import sounds
from feltsense.voice.synthesiser import Synthesiser

pytestmark = pytest.mark.slow

SCRIPTS = sorted((Path(__file__).parents[2] / "exercises").glob("*.md"))[::6]
"""Some of each kind; the rest is no other."""
PACE = Wpm(130)

HARD = [
    "It is 10:30 on a Tuesday.", "Breathe in for 4, hold for 7, and out for 8.",
    "About 1,200 people read page 45 every day.",
    "There are 12 breaths, each lasting 10 seconds, so 120 seconds in all.",
    "Dr. Smith lives at 221 Baker St. in London.", "5, 4, 3, 2, 1.", "It costs 1000000 dollars.",
    "Sit for 20–30 minutes.", "TV, or the radio, may be on.",
    "A cat sat on a mat, so I sat on it too.", "Individual circumstances vary considerably.", "In.", "Hold.",
]  # fmt: skip


def seconds(text: str, pace: int = PACE, language: str = "en", say: tuple[tuple[str, str], ...] = ()) -> float:
    return estimate_speech(Utterance(text, Wpm(pace), language, say)).length / SAMPLE_RATE


def longest(exercise: Exercise) -> list[Utterance]:
    """Everything that is spoken in its longest version."""
    front = exercise.front
    return [
        utterance for utterance, _ in utterances_of(front, expand(exercise, max(front.minutes, default=None)).steps)
    ]


@pytest.fixture(scope="module")
def speaker(speech_folder: Path) -> Synthesiser:
    return Synthesiser(open_voice("heart"), SpeechCache(speech_folder))


@pytest.mark.parametrize("pace", [100, 160])
def test_the_voice_keeps_the_pace_that_is_expected_of_it(pace: int, speaker: Synthesiser) -> None:
    texts = [utterance.text for utterance in longest(parse(SCRIPTS[0].read_bytes(), "sample").exercise)[:20]]
    said = [Utterance(text, Wpm(pace), "en-US") for text in texts]
    real = sum(speaker.measure(each).length for each in said)
    assert abs(sum(estimate_speech(each).length for each in said) / real - 1) < 0.05


def test_figures_abbreviations_and_lone_words_are_not_far_off(speaker: Synthesiser) -> None:
    said = [Utterance(text, PACE, "en-US") for text in HARD]
    off = {each.text: estimate_speech(each).length / speaker.measure(each).length - 1 for each in said}
    assert {text: share for text, share in off.items() if abs(share) > 0.25} == {}
    assert sum(map(abs, off.values())) / len(off) < 0.1


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("Rest at ease.", "Rest, at ease."),
        ("Page 45.", "Page 4,512."),
        ("Take tea.", "Take 2.5 teas."),
        ("A bed.", "A bedded."),
        ("Go on to the end of it.", "Go round each bend and stop."),
    ],
)
def test_what_takes_longer_to_say_is_longer(shorter: str, longer: str) -> None:
    assert seconds(shorter) < seconds(longer)


@pytest.mark.parametrize(
    ("written", "vowels"),
    [
        ("home", 1), ("the", 1), ("she", 1), ("little", 2), ("rested", 2), ("closed", 1), ("noses", 2), ("times", 1),
        ("breathing", 2), ("you", 1), ("easy", 2), ("eye", 1), ("10", 1), ("45", 2), ("1998", 5), ("2004", 3),
        ("7%", 4), ("3rd", 1), ("etc. and", 5), ("TV.", 2), ("1,200,000", 6), ("9" * 30, 30),
    ],
)  # fmt: skip
def test_syllables_are_heard_in_the_spelling(written: str, vowels: int) -> None:
    assert abs(sounds(written).vowels - vowels) <= (1 if written[0].isdigit() else 0)


def test_a_slower_pace_takes_longer_until_the_voice_would_drone() -> None:
    assert seconds("Let the chair carry you for a while.", 160) < seconds("Let the chair carry you for a while.", 100)


def test_a_respelling_counts_as_it_is_said() -> None:
    plain = seconds("The psoas is deep.")
    assert seconds("The psoas is deep.", say=(("psoas", "so-as muscle in the back"),)) > plain


def test_another_language_is_words_over_pace() -> None:
    assert seconds("Spüre deine Füße am Boden.", 60, "de-DE") == pytest.approx(5)


@pytest.mark.parametrize("text", ["…", "¿?", "9" * 400, "x" * 500, "ééé", "日本", "- - -", "'", "e", "1,", "٣"])
def test_any_text_has_a_length(text: str) -> None:
    assert 0.2 <= seconds(text) < 500


def test_two_thousand_words_are_estimated_at_once() -> None:
    said = [each for path in SCRIPTS for each in longest(parse(path.read_bytes(), path.stem).exercise)]
    words = sum(len(each.text.split()) for each in said)
    start = time.process_time()
    for each in said:
        estimate_speech(each)
    assert (time.process_time() - start) / words * 2000 < 0.05  # 4 ms on an idle machine
