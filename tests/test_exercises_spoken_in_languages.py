"""The Spanish and German exercises can last what they offer, read by the voices of the machine."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from feltsense.library.languages import ENGLISH, language_of
from feltsense.script.model import Exercise
from feltsense.script.options import VersionOptions
from feltsense.script.parser import parse
from feltsense.timeline.compose import compose
from feltsense.timeline.measure import Measures
from feltsense.timeline.model import SpeechEvent
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.cache import SpeechCache
from feltsense.voice.choosing import with_voice
from feltsense.voice.registry import open_voice
from feltsense.voice.synthesiser import Synthesiser
from feltsense.voice.system.voice import statuses
from tests_support import missing

pytestmark = pytest.mark.slow

PARSED = [
    parse(path.read_bytes(), path.stem) for path in sorted((Path(__file__).parents[1] / "exercises").glob("*.md"))
]
OTHERS = [each.exercise for each in PARSED if language_of(each.exercise.front.language) != ENGLISH]
OFFERED = [(exercise, minutes) for exercise in OTHERS for minutes in exercise.front.minutes]


@pytest.fixture(scope="module")
def speaker(speech_folder: Path) -> Iterator[Synthesiser]:
    if not sys.platform.startswith("linux") or not all(status.works for status in statuses()):
        missing("eSpeak NG is not here; other machines' voices have other lengths")
    with Synthesiser(open_voice("system"), SpeechCache(speech_folder)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("exercise", "minutes"), OFFERED, ids=[f"{each.slug}-{minutes:g}" for each, minutes in OFFERED]
)
def test_the_offered_length_is_met_and_questions_have_time(
    exercise: Exercise, minutes: float, speaker: Synthesiser
) -> None:
    spoken = with_voice(exercise, VersionOptions(voice="system"))
    timeline = compose(spoken, minutes, Measures(speaker.measure, lambda _play: Frames(0)))
    assert timeline.length == round(minutes * 60 * SAMPLE_RATE)
    said = [tile for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    ends = {tile.start + tile.length for tile in said if tile.text.endswith("?")}
    assert [tile.text for tile in said if any(0 <= tile.start - end < 5 * SAMPLE_RATE for end in ends)] == []
