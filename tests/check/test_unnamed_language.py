"""A script that plainly is in another language, and does not say so, is told; the desk mends it."""

import pytest

from feltsense.authoring.analysis import analyse
from feltsense.authoring.fixes import fixes
from feltsense.check.checker import check
from feltsense.check.registry import explain_code
from feltsense.script.parser import parse
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


def test_it_can_be_explained() -> None:
    assert "English voice" in explain_code("L91").finds


def test_rendering_tells_it_too(desk: Desk) -> None:
    desk.write("aqui", SPANISH)
    ran = desk.run("render", "aqui", "--voice", "heart")
    assert "This reads like Spanish; “language: es”" in ran.err
