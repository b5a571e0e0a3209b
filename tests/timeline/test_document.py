import json

from hypothesis import given
from hypothesis import strategies as st

from feltsense.script.model import Bell, Breath, FrontMatter, Guide, Phase, PhaseKind
from feltsense.timeline.compose import compose
from feltsense.timeline.document import timeline_document
from feltsense.units import SAMPLE_RATE, Ms
from scripts import HERE, MEASURES, elastic, exercise, phrase, sections


def test_the_document_is_the_formats() -> None:
    bell = Bell(low=False, times=1, every=Ms(0), span=HERE)
    made = sections(("One", (phrase("in here", line=3), bell)), ("Two", (phrase("there", line=9),)))
    found = timeline_document(compose(made, None, MEASURES))
    assert {key: value for key, value in found.items() if key != "events"} == {
        "version": 1,
        "exercise": "sample",
        "script_sha256": "0" * 64,
        "voice": "heart",
        "sample_rate": SAMPLE_RATE,
        "frames": 12_700 * SAMPLE_RATE // 1000,
        "duration_ms": 12_700,
        "sections": [{"title": "One", "start_ms": 0}, {"title": "Two", "start_ms": 9_200}],
    }
    assert [event["kind"] for event in found["events"]] == [
        "silence", "phrase", "silence", "bell", "silence", "phrase", "silence",
    ]  # fmt: skip
    assert found["events"][1] == {
        "kind": "phrase",
        "start_ms": 700,
        "duration_ms": 1000,
        "line": 3,
        "text": "in here",
        "words": [
            {"text": "in", "start_ms": 700, "duration_ms": 500},
            {"text": "here", "start_ms": 1200, "duration_ms": 500},
        ],
    }
    json.dumps(found)


def test_sounds_and_breaths_name_what_they_are() -> None:
    breath = Breath((Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(6000))), 1, Guide.TONES, HERE)
    found = timeline_document(compose(exercise(breath, front=FrontMatter(soundscape="rain")), None, MEASURES))
    assert [e for e in found["events"] if e["kind"] in ("sound", "breath")] == [
        {"kind": "sound", "start_ms": 0, "duration_ms": 0, "line": 0, "text": "rain", "role": "soundscape"},
        {"kind": "breath", "start_ms": 700, "duration_ms": 4000, "line": 1, "text": "in", "round": 1, "tone": True},
        {"kind": "breath", "start_ms": 4700, "duration_ms": 6000, "line": 1, "text": "out", "round": 1, "tone": True},
    ]


@given(st.floats(0.3, 3))
def test_phrases_and_silences_tile_in_milliseconds_too(minutes: float) -> None:
    made = exercise(*(node for _ in range(5) for node in (phrase("a b c"), elastic(4321, 10, 90_000))))
    found = timeline_document(compose(made, minutes, MEASURES))
    cursor = 0
    for event in found["events"]:
        assert event["start_ms"] == cursor
        cursor += event["duration_ms"]
    assert cursor == found["duration_ms"]
