"""Scripts in JSON, YAML, TOML and CSV: the common shapes are read, others are refused by their name."""

import json
import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from imports import body, changes, made
from test_any_text import assert_kept, steady

from feltsense.errors import ImportingError
from feltsense.importing.detect import read_document
from feltsense.importing.readers.data_files import data_file
from feltsense.script.parser import parse


def of(data: Any) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False)


def test_a_list_of_steps_is_read() -> None:
    source = (
        '[{"type":"speech","text":"Notice your feet."},{"type":"pause","duration":10},'
        '{"type":"speech","text":"Look around."}]'
    )
    assert body(source) == "Notice your feet. [pause 10s]\n\nLook around."
    assert changes(source) == [
        "1 left out: type: speech → data about the text",
        "1 pause: duration: 10 → [pause 10s]",
    ]


@pytest.mark.parametrize(
    ("step", "script"),
    [
        ({"type": "pause"}, "[pause]"),
        ({"type": "pause", "length": "long"}, "[long pause]"),
        ({"type": "silence", "durationMs": 2500}, "[pause 2.5s]"),
        ({"kind": "break", "seconds": "5"}, "[pause 5s]"),
        ({"action": "wait", "duration": "1 min 30 s"}, "[pause 1m30s]"),
        ({"type": "pause", "duration": 5000}, "[pause 5s]"),
        ({"pause": "0:30"}, "[pause 30s]"),
        ({"type": "bell"}, "[bell]"),
        ({"type": "note", "text": "softly"}, "> softly"),
        ({"type": "heading", "text": "Feet"}, "## Feet"),
        ({"text": "Rest.", "pauseAfter": 3}, "Rest. [pause 3s]"),
        ({"pause_before": 4, "say": "Rest."}, "[pause 4s] Rest."),
        ({"texto": "Descansa.", "pausa": 3, "notas": "despacio"}, "Descansa.\n\n> despacio"),
    ],
)
def test_steps_have_many_forms(step: dict[str, Any], script: str) -> None:
    found = body(of([{"text": "Sit down."}, step])).replace("\n\n", " ")
    assert found.startswith(f"Sit down. {script}".replace("\n\n", " "))


def test_a_script_with_a_title_and_parts_is_read() -> None:
    source = of(
        {
            "title": "Feet",
            "author": "Anna",
            "language": "de-DE",
            "duration": "10 min",
            "sections": [{"name": "Ankommen", "steps": [{"text": "Sitz."}, "Ruh hier."]}],
        }
    )
    front = parse(made(source).script, "x").exercise.front
    assert (front.title, front.author, front.language) == ("Feet", "Anna", "de-DE")
    assert read_document(source.encode()).head.minutes == (10.0,)
    assert body(source) == "## Ankommen\n\nSitz.\n\nRuh hier."


def test_transcripts_become_words_and_silences() -> None:
    words = [{"word": "Welcome.", "start": 0, "end": 1}]
    parts = [
        {"id": 0, "start": 0.0, "end": 2.0, "text": " Welcome.", "tokens": [1, 2], "words": words},
        {"id": 1, "start": 20.0, "end": 22.0, "text": " Notice your feet."},
    ]
    source = of({"text": " Welcome. Notice your feet.", "segments": parts, "language": "en"})
    assert body(source) == "Welcome. [pause 18s]\n\nNotice your feet."
    assert "the words of its parts once more" in "\n".join(changes(source))
    milliseconds = of(
        [{"speaker": "A", "text": "Sit.", "start": 0, "end": 900}, {"text": "Go.", "start": 20900, "end": 21000}]
    )
    assert body(milliseconds) == "Sit. [pause 20s]\n\nGo."
    lasting = of([{"text": "rest", "start": 0.5, "duration": 2.0}, {"text": "and go", "start": 12.5, "duration": 2.0}])
    assert body(lasting) == "rest [pause 10s]\n\nand go"


def test_what_others_said_in_a_conversation_is_told() -> None:
    source = of(
        [{"role": "user", "content": "Write it."}, {"role": "assistant", "content": "## Feet\n\nRest. (pause)"}]
    )
    assert body(source) == "## Feet\n\nRest. [pause]"
    assert "1 left out: user: user Write it. → said by somebody else" in changes(source)


@pytest.mark.parametrize(
    ("source", "script"),
    [
        (of({"introduction": "Sit down.", "body_scan": "Notice your feet."}),
         "## Introduction\n\nSit down.\n\n## Body scan\n\nNotice your feet."),
        (of([{"ssml": "<speak>Sit.<break time='2s'/> Go.</speak>"}]), "Sit. [pause 2s]\nGo."),
        (of({"alignment": {"characters": list("Rest now."), "character_start_times_seconds": [0, 1]}}), "Rest now."),
        (of(["Notice your feet.", "Rest."]), "Notice your feet.\n\nRest."),
        ('{"text": "Sit."}\n{"text": "Go."}\n', "Sit.\n\nGo."),
        (f"```json\n{of([{'text': 'Sit.'}])}\n```", "Sit."),
        ("title: Feet\nsteps:\n  - say: Sit down.\n    pause: 10\n  - say: Rest.\n    pause: 0:30\n",
         "Sit down. [pause 10s]\n\nRest. [pause 30s]"),
        ("- text: Sit.\n  time: 0:00\n- text: Go.\n  time: 0:30\n", "Sit. [pause about 30s]\n\nGo."),
        ('title = "Feet"\n[[steps]]\ntext = "Sit."\npause = 5\n', "Sit. [pause 5s]"),
        ('Time,Words,Notes\n0:00,"Sit, here.",softly\n0:30,Go.,bell\n',
         "Sit, here.\n\n> softly\n\n[pause about 29s]\n\nGo. [bell]"),
        ("Zeit;Text\n0:00;Sitz.\n0:30;Ruh.\n", "Sitz. [pause about 30s]\n\nRuh."),
        ("Words\tPause\nSit.\t5 s\nGo.\t3 s\n", "Sit. [pause 5s]\n\nGo. [pause 3s]"),
        ("0.000000\t1.500000\tSit.\n20.000000\t22.000000\tGo.\n", "Sit. [pause 18.5s]\n\nGo."),
    ],
)  # fmt: skip
def test_common_shapes_are_read(source: str, script: str) -> None:
    assert body(source) == script


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (of({"name": "x", "version": "1.0", "scripts": {"test": "run"}}), "This is a JSON file, and what is spoken"),
        (of({"greeting": "Hello"}), "This is a JSON file"),
        ("{}", "This is a JSON file"),
        ('[{"text": "Rest.", }]', "a mistake in its line 1"),
        ("[" * 3000 + "]" * 3000, "nested too deeply|JSON file"),
        ('[{"a":' * 50 + '"x"' + "}]" * 50, "nested too deeply"),
        ("a: &a [x]\nsteps:\n  - *a\n  - text: Sit.\n", "This is a YAML file, with parts that stand for others"),
        ("steps:\n" + "".join(f"{' ' * n}- \n" for n in range(1, 60)), "YAML"),
    ],
)
def test_other_data_is_refused_by_its_name(source: str, told: str) -> None:
    with pytest.raises(ImportingError, match=told) as refused:
        read_document(source.encode())
    assert refused.value.hint == "Paste its words into a text file, and import that."


@pytest.mark.parametrize(
    "source",
    [
        "[bell] Sit down.",
        "{pause 5} Sit down.",
        "[Name], welcome.",
        '["Welcome"]: sit down.',
        "Narrator: Welcome.\nClient: Hi.",
        "- Notice your feet.\n- Rest.",
        "Steps:\n\n1. Sit down.\n2. Rest.",
        "---\ntitle: x\ntags:\n- a\n---\n\nSit down.",
        "Words, text, and a pause.\nSit down, rest, and go.",
        "Title: Feet\n\nx = 5 breaths",
        "[pause]\n\nbreath = life. Rest.",
    ],
)
def test_prose_is_no_data(source: str) -> None:
    assert data_file(source) is None


NAMES = [
    "text",
    "type",
    "pause",
    "duration",
    "start",
    "end",
    "title",
    "notes",
    "segments",
    "words",
    "role",
    "odd",
    "id",
]
SCALARS = ["Sit down.", "rest", "10 s", "(pause)", "[x", "0:30", "", 5, 2.5, 0, -1, True, None, 10**30, float("nan")]
VALUES = st.recursive(
    st.sampled_from(SCALARS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=20,
)


@settings(steady, max_examples=120)
@given(VALUES, st.sampled_from(["pause", "speech", "bell", "user", "heading"]))
def test_no_word_of_any_data_is_lost(value: Any, kind: str) -> None:
    source = json.dumps([{"text": "Begin."}, {"type": kind, "text": value}, value], ensure_ascii=False)
    texts = " ".join(text for text in _texts(value))
    with suppress(ImportingError):
        assert_kept(f"Begin. {texts}", made(source))


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for each in inner for text in _texts(each)]


@pytest.mark.parametrize(
    "source",
    [
        '[{"text":"a","segments":' * 18 + '"x"' + "}]" * 18,
        "steps:\n" + "- text: a\n" * 30_000,
        "---\n\n" * 60_000 + "steps:\n",
        of([{"text": "a " * 200, "segments": [{"text": "a"}] * 2000}] * 3),
        "Words,Pause\n" + "a,5\n" * 20_000,
        "[" * 200_000,
        '{"' + "\\" * 200_000,
    ],
    ids=["deep", "yaml", "rules", "wide", "csv", "brackets", "escapes"],
)
def test_hostile_data_is_read_in_linear_time(source: str) -> None:
    start = time.process_time()
    with suppress(ImportingError):
        read_document(source.encode())
    assert time.process_time() - start < 5
