"""A pause that is a word of its sentence is spoken, and what is no pause is none."""

import pytest

from feltsense.script.model import Phrase, Silence
from feltsense.script.parser import parse


def heard(text: str, language: str) -> list[str]:
    nodes = [
        node
        for section in parse(f"---\nlanguage: {language}\n---\n{text}\n", "x").exercise.sections
        for node in section.body
    ]
    return [node.text if isinstance(node, Phrase) else "-" for node in nodes if isinstance(node, Phrase | Silence)]


@pytest.mark.parametrize(
    ("language", "text", "phrases"),
    [
        ("en", "You can take a *pause* now.", ["You can take a pause now."]),
        ("en", "Take a **pause** now and rest.", ["Take a pause now and rest."]),
        ("en", "And *pause* here with me.", ["And pause here with me."]),
        ("en", "Let there be a _pause_.", ["Let there be a pause."]),
        ("en", "Breathe in. *pause* Breathe out.", ["Breathe in.", "-", "Breathe out."]),
        ("en", "Breathe in *pause* Breathe out.", ["Breathe in", "-", "Breathe out."]),
        ("en", "Breathe in. *pause 5s* Breathe out.", ["Breathe in.", "-", "Breathe out."]),
        ("en", "Breathe in and *long pause* then out.", ["Breathe in and", "-", "then out."]),
        ("en", "Rest, or just *short pause* here.", ["Rest, or just", "-", "here."]),
        ("en", "Inhale, then *pause*, exhale.", ["Inhale, then", "-", "exhale."]),
        ("en", "Inhale, *pause*, exhale.", ["Inhale,", "-", "exhale."]),
        ("en", "You can take a *long pause* now.", ["You can take a long pause now."]),
        ("en", "Today, you can *pause*, and rest.", ["Today, you can pause, and rest."]),
        ("es", "Respira (con una pausa de 10 segundos)", ["Respira", "-"]),
        ("pt", "Respire (com pausa de 10 segundos)", ["Respire", "-"]),
        ("es", "Sigue (con pausa de diez segundos) aquí", ["Sigue", "-", "aquí"]),
        ("nl", "Adem uit (met een pauze van 10 seconden) en in", ["Adem uit", "-", "en in"]),
        ("de", "Atme aus (mit Pause)", ["Atme aus", "-"]),
        ("de", "Atme aus (mit langer Pause)", ["Atme aus", "-"]),
        ("it", "Respira (con una pausa).", ["Respira", "-"]),
        ("de", "Du kannst ein Lied (mit einer Pause) singen.", ["Du kannst ein Lied (mit einer Pause) singen."]),
        ("de", "Singe (mit einer Pause) Lieder.", ["Singe (mit einer Pause) Lieder."]),
        ("de", "Atme (mit Pause), dann aus.", ["Atme (mit Pause), dann aus."]),
        ("de", "Atme aus (ohne Pause)", ["Atme aus (ohne Pause)"]),
        ("de", "Atme ein (mit einer Pause) und aus.", ["Atme ein (mit einer Pause) und aus."]),
        ("de", "Atme ein. (lange Pause) Atme aus.", ["Atme ein.", "-", "Atme aus."]),
        ("es", "Inhala (con una pausa) y exhala.", ["Inhala (con una pausa) y exhala."]),
        ("fr", "Inspirez (avec une pause) et soufflez.", ["Inspirez (avec une pause) et soufflez."]),
    ],
)
def test_a_pause_in_its_sentence_is_a_word(language: str, text: str, phrases: list[str]) -> None:
    assert heard(text, language) == phrases


@pytest.mark.parametrize(
    ("language", "cue", "hint"),
    [
        ("de", "von 5 bis 10 Minuten", "Write [Pause 5m bis 10m], or [ab 5 min] before the part and [Ende] behind it."),
        ("es", "de 5 a 10 minutos", "Write [pausa 5m a 10m], or [desde 5 min] before the part and [fin] behind it."),
    ],
)
def test_lengths_from_one_to_another_are_no_pause(language: str, cue: str, hint: str) -> None:
    script = f"---\nlanguage: {language}\n---\nOm.\n\n[{cue}]\n\nOm.\n"
    (found,) = parse(script, "x").errors
    assert (found.code, found.hint) == ("S020", hint)
    assert heard(f"Om.\n\n[{cue}]\n\nOm.", language) == ["Om.", "Om."]
