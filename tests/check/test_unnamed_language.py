"""A script that plainly is in another language, and does not say so, is told; the desk mends it."""

import pytest

from feltsense.authoring.analysis import analyse
from feltsense.authoring.fixes import fixes
from feltsense.check.checker import check
from feltsense.check.registry import explain_code
from feltsense.script.parser import parse
from kept_voices import keep_voice
from running import Desk

SPANISH = """---
title: Aquí
---

Siente los pies en el suelo. [pause 5s]
Quizá notes el peso de tus manos.
Puedes parar cuando quieras, y no pasa nada.
"""
GERMAN = """Spüre deine Füße auf dem Boden. [pause 5s]
Vielleicht ist da ein Gewicht.
Du kannst jederzeit aufhören, wenn du magst.
"""


@pytest.mark.parametrize(("source", "language", "name"), [(SPANISH, "es", "Spanish"), (GERMAN, "de", "German")])
def test_it_is_told_with_what_to_write(source: str, language: str, name: str) -> None:
    (found,) = (each for each in check(source, "a").diagnostics if each.code == "L91")
    assert found.message.startswith(f"This reads like {name}; “language: {language}” ")
    assert found.hint == f"Declare it in the front matter: language: {language}."


@pytest.mark.parametrize(
    "source",
    [
        SPANISH.replace("title:", "language: es\ntitle:"),
        SPANISH.replace("title:", "language: en\ntitle:"),
        "\n".join(GERMAN.splitlines()[:2]),
        "Feel your feet on the floor.\nPerhaps there is some weight.\nYou can stop at any time.\n",
        "Om. Om. Om. Om.\n",
        "",
    ],
    ids=["named", "named otherwise", "two sentences", "English", "in none", "nothing"],
)
def test_nothing_is_told_of_others(source: str) -> None:
    assert "L91" not in {each.code for each in check(source, "a").diagnostics}


@pytest.mark.parametrize("source", [SPANISH, GERMAN])
def test_the_desk_writes_it(source: str) -> None:
    analysis = analyse(source, "a")
    (found,) = (each for each in analysis.diagnostics if each.code == "L91")
    (fix, *_) = fixes(found, found.span.line, source, analysis)
    made = parse(fix.change.apply(source), "a")
    assert made.exercise.front.language in ("es", "de")
    assert "L91" not in {each.code for each in check(fix.change.apply(source), "a").diagnostics}


@pytest.mark.parametrize(
    ("exit_line", "expected"), [("Puedes parar cuando quieras, y no pasa nada.", set()), ("No pasa nada.", {"L12"})]
)
def test_structure_is_looked_for_in_the_language_that_it_reads_as(exit_line: str, expected: set[str]) -> None:
    long = SPANISH.replace("Puedes parar cuando quieras, y no pasa nada.", exit_line) + "[pause 60s]\n"
    found = {each.code for each in check(long, "a").diagnostics}
    assert found & {"L12", "L90", "L91"} == {"L91", *expected}


SPOKEN = SPANISH.replace("title:", "voice: kokoro:ef_dora\ntitle:")


def test_a_voice_of_that_language_is_told_once_with_the_language_to_declare() -> None:
    keep_voice("kokoro", "ef_dora", "es-ES")
    analysis = analyse(SPOKEN, "a")
    (found,) = (each for each in analysis.diagnostics if each.code in ("S028", "L91"))
    assert (found.code, found.span.line) == ("S028", 2)
    assert found.message == ("The voice kokoro:ef_dora speaks es-ES; this script names no language, so it is in en-US.")
    assert found.hint == "Declare it in the front matter: language: es."
    (fix,) = fixes(found, 2, SPOKEN, analysis)
    assert not {each.code for each in analyse(fix.change.apply(SPOKEN), "a").diagnostics} & {"S028", "L91"}


def test_two_causes_are_told_as_two() -> None:
    keep_voice("kokoro", "ff_siwis", "fr-FR")
    (first, second) = (
        each for each in analyse(SPOKEN.replace("ef_dora", "ff_siwis"), "a").diagnostics if each.code in ("S028", "L91")
    )
    assert (first.code, second.code) == ("L91", "S028")
    assert second.hint.startswith("Is it in fr? Write language: fr in it. Else: These voices fit: heart")


def test_rendering_it_asks_for_its_language(desk: Desk) -> None:
    keep_voice("kokoro", "ef_dora", "es-ES")
    desk.write("aqui", SPOKEN)
    ran = desk.run("render", "aqui")
    assert "aqui names no language, so it is in en-US." in ran.err
    assert "Is it in es? Write language: es in it." in ran.err


def test_it_can_be_explained() -> None:
    assert "English voice" in explain_code("L91").finds


def test_rendering_tells_it_too(desk: Desk) -> None:
    desk.write("aqui", SPANISH)
    ran = desk.run("render", "aqui", "--voice", "heart")
    assert "This reads like Spanish; “language: es”" in ran.err
