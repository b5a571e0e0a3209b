"""What we add to the words of a script is in its language."""

import pytest

from feltsense.script.added_words import part_name
from feltsense.script.parser import parse


@pytest.mark.parametrize(
    ("language", "opening", "part"),
    [
        ("de-AT", "Beginn", "Teil 2"),
        ("es-MX", "Inicio", "Parte 2"),
        ("fr", "Début", "Partie 2"),
        ("it", "Inizio", "Parte 2"),
        ("pt-BR", "Início", "Parte 2"),
        ("pt-PT", "Início", "Parte 2"),
        ("nl", "Begin", "Deel 2"),
        ("en-GB", "Opening", "Part 2"),
        ("pl", "Opening", "Part 2"),
    ],
)
def test_what_has_no_heading_has_one_in_the_language_of_the_script(language: str, opening: str, part: str) -> None:
    parsed = parse(f"---\nlanguage: {language}\n---\nOm.\n\n## Feet\n\nOm.\n", "x")
    assert [section.title for section in parsed.exercise.sections] == [opening, "Feet"]
    assert part_name(2, language) == part
