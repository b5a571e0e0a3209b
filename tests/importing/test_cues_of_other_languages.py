"""The cues of six languages, in each bracket form that people write: silences and bells, by import of plain texts."""

import re
from collections.abc import Iterator

import pytest
from imports import body, changes, made

from cue_table import PAUSES_AND_BELLS, SENTENCES
from feltsense.check.checker import check
from feltsense.script.parser import parse

FORMS = ("({})", "[{}]", "{{{}}}", "— {} —", "*{}*", "--- {} ---")
HALF_AN_HOUR = "pause 30m"
"""Asked: it may be how long a part lasts."""


def _cells() -> Iterator[tuple[str, str, list[str]]]:
    for language, cells in PAUSES_AND_BELLS.items():
        yield from ((language, english, forms) for english, forms in cells.items() if english != HALF_AN_HOUR)


@pytest.mark.parametrize(("language", "english", "forms"), list(_cells()))
def test_a_cue_is_understood_in_each_form_on_its_own_line_and_between_sentences(
    language: str, english: str, forms: list[str]
) -> None:
    before, behind = SENTENCES[language]
    wrong = []
    for number, (form, written) in enumerate((form, written) for written in forms for form in FORMS):
        gap = "\n\n" if number % 2 else " "
        found = " ".join(body(f"{before}{gap}{form.format(written)}{gap}{behind}").split())
        if found.replace("[Pause]", "[pause]") != f"{before} [{english}] {behind}":
            wrong.append((form.format(written), found))
    assert wrong == []


def test_half_an_hour_is_asked() -> None:
    assert "[pause 30m]" in body("Sinta o chão sob os seus pés.\n\n(meia hora)\n\nPerceba as suas mãos.")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (
            "Atme tief ein … 1 … 2 … 3. Und langsam aus … 1 … 2 … 3 … 4. Wiederhole das 5 mal.",
            "in 3 out 4 for 5 rounds",
        ),
        ("Atme ein und zähle auf 4, atme aus und zähle bis sechs. Wiederhole das fünfmal.", "in 4 out 6 for 5 rounds"),
        ("Einatmen 4 Sekunden, halten 2 Sekunden, ausatmen 6. Mach das 2 Minuten lang.", "in 4 hold 2 out 6 for 2m"),
        ("Inhala en 4 tiempos, exhala en 6 tiempos. Repite cinco veces.", "in 4 out 6 for 5 rounds"),
        ("Inhala y cuenta hasta cuatro, sostén hasta dos, suelta hasta seis. Repite tres veces.", "hold 2 out 6 for 3"),
        ("Inhala, uno… dos… tres… Exhala, uno… dos… tres… cuatro… Repite 4 veces.", "in 3 out 4 for 4 rounds"),
        ("Inspirez sur 4 temps, expirez sur 6 temps. Répétez 5 fois.", "in 4 out 6 for 5 rounds"),
        ("Inspirez en comptant jusqu'à 4, soufflez en comptant jusqu'à 6. Répétez cinq fois.", "in 4 out 6 for 5"),
        (
            "Inspira contando fino a 4, trattieni contando fino a 2, espira fino a 6. Ripeti 5 volte.",
            "in 4 hold 2 out 6",
        ),
        (
            "Inspire e conte até quatro, segure até dois, solte o ar e conte até seis. Repita cinco vezes.",
            "hold 2 out 6",
        ),
        ("Inspire em 4 tempos, expire em 6 tempos. Repita 5 vezes.", "in 4 out 6 for 5 rounds"),
        ("Adem in in vier tellen, adem uit in zes tellen. Herhaal dit vijf keer.", "in 4 out 6 for 5 rounds"),
        ("Adem in in vier tellen, houd vast in twee tellen, adem uit in zes tellen.", "in 4 hold 2 out 6 for 1 round"),
    ],
)
def test_a_breath_that_is_counted_is_offered(text: str, cue: str) -> None:
    question = body(text).partition("Is this breathing to be paced? | ")[2]
    assert cue in question.partition("]")[0]


@pytest.mark.parametrize(
    "written",
    [
        "(Pause bis 14.30)",
        "[Pause bis 14.30 Uhr]",
        "\n\nPause bis 14.30\n\n",
        "(pausa hasta las 14:30)",
        "(pause jusqu'à 14h30)",
    ],
)
def test_a_time_of_day_is_asked_about_and_no_length(written: str) -> None:
    found = body(f"Spüre den Boden. {written} Spüre die Hände.")
    assert "[pause] <!-- question: “[pause]”: How long is this pause?" in found
    assert "14m" not in found


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", "Ankommen, Einstimmung, Hauptteil, Rückkehr, Rückkehr in den Raum, Ausleitung, Ausklang, Abschluss"),
        ("es", "Introducción, Llegada, Anclaje, Regreso, Vuelta al presente, Integración, Cierre"),
        ("fr", "Accueil, Arrivée, Ancrage, Retour, Retour à la pièce, Intégration, Clôture"),
        ("it", "Introduzione, Accoglienza, Radicamento, Ritorno, Integrazione, Chiusura"),
        ("pt-BR", "Introdução, Chegada, Escaneamento corporal, Volta, Retorno, Fechamento, Encerramento"),
        ("nl", "Inleiding, Aankomen, Terugkeer, Integratie, Afsluiting, Slot"),
    ],
)
def test_the_name_of_a_part_is_a_heading(language: str, names: str) -> None:
    said = " ".join(SENTENCES[language])
    for name in names.split(", "):
        assert body(f"{said}\n\n{name}\n\n{said}").split("\n\n")[1] == f"## {name}"


def test_clauses_on_lines_of_their_own_are_one_sentence() -> None:
    text = (
        "setz dich bequem hin,\nund spüre den Boden unter dir,\ndeine Füße,\nund deine Hände.\n"
        "lass die Augen offen oder geschlossen,\nwie du magst.\n"
    )
    assert body(text).split("\n") == [
        "setz dich bequem hin, und spüre den Boden unter dir, deine Füße, und deine Hände.",
        "lass die Augen offen oder geschlossen, wie du magst.",
    ]


def test_verse_keeps_its_lines() -> None:
    text = "möge ich sicher sein,\nmöge ich gesund sein,\nmöge ich in Frieden leben."
    assert len(body(text).split("\n")) == 3


GERMAN = """---
title: Füße
language: de
---

Spüre den Boden unter deinen Füßen. [Pause 10 Sekunden]

[wiederholen 3 mal]
Lass die Schultern sinken. [Pause]
[Ende]

[atme ein 4 aus 6 für 5 Runden]

[ab 10 Minuten]
Bleib noch ein wenig. [Glocke 3 mal alle 5 Sekunden]
[Ende]
"""


def test_blocks_and_breaths_of_a_script_in_another_language_are_those_of_the_script() -> None:
    found = made(GERMAN)
    assert found.questions == 0
    assert _heard(found.script) == _heard(GERMAN)
    assert "8 language: [wiederholen 3 mal] → [repeat 3 times]" in changes(GERMAN)


def test_the_end_of_a_text_by_itself_is_no_end_of_a_block() -> None:
    assert "[end]" not in body("Spüre den Boden unter deinen Füßen.\n\n[Ende]")


def test_check_asks_for_no_repeat_that_is_one() -> None:
    assert [found for found in check(GERMAN, "x").diagnostics if found.code == "T05"] == []
    spoken = GERMAN.replace("[wiederholen 3 mal]", "Wiederhole das 3 mal.").replace("[Pause]\n[Ende]", "")
    assert [found.code for found in check(spoken, "x").diagnostics if found.code == "T05"] == ["T05"]


def _heard(script: str) -> list[str]:
    """Return what a script is understood as, without its places."""
    return [re.sub(r"Span\([^)]*\)", "", repr(node)) for node in parse(script, "x").exercise.walk()]
