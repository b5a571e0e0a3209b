"""Cues in the words of German, Spanish, French, Italian, Portuguese and Dutch: the same as the English ones."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cue_table import OTHER_CUES, PAUSES_AND_BELLS, SENTENCES
from feltsense.script.cue_languages import cue_in, foreign_language, suggested
from feltsense.script.cues import cue
from feltsense.script.diagnostics import GrammarError, Span
from feltsense.script.foreign_words import FOREIGN_LANGUAGES
from feltsense.script.model import Phrase, Silence
from feltsense.script.parser import parse

PLACE = Span(1, 1, 2)
CANONICAL = (
    "pause",
    "short pause",
    "long pause",
    "pause 10s",
    "pause about 1m30s",
    "pause 10s to 40s",
    "breathe in 4 out 6 for 5 rounds",
    "breathe in 4 hold 7 out 8 for 2m with tones",
    "breathe in 4 out 6 for 1 round with words",
    "bell",
    "bell low",
    "bell 3 times every 5s",
    "bell low 2 times every 10s",
    "repeat 3 times",
    "end",
    "from 10 min",
    "up to 5 min",
    "soundscape rain",
    "soundscape off",
    "play river.mp3",
    "play River two.mp3 for 30s",
)


def _table() -> Iterator[tuple[str, str, str]]:
    for table in (PAUSES_AND_BELLS, OTHER_CUES):
        for language, cells in table.items():
            for english, forms in cells.items():
                yield from ((language, form, english) for form in forms)


@pytest.mark.parametrize(("language", "written", "english"), list(_table()))
def test_a_cue_means_the_english_one(language: str, written: str, english: str) -> None:
    assert cue_in(written, foreign_language(language), PLACE) == cue(english, PLACE)


@pytest.mark.parametrize("language", FOREIGN_LANGUAGES)
@pytest.mark.parametrize("english", CANONICAL)
def test_what_is_suggested_is_understood(language: str, english: str) -> None:
    assert cue_in(suggested(english, language), language, PLACE) == cue(english, PLACE)


@pytest.mark.parametrize("language", ["", *FOREIGN_LANGUAGES])
@pytest.mark.parametrize("english", CANONICAL)
def test_english_words_are_understood_in_every_language(language: str, english: str) -> None:
    assert cue_in(english, language, PLACE) == cue(english, PLACE)


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("de", "Pause 10 Sekundne", "[Pause 10 Sekunden]"),
        ("de", "Pauze 10 Sekunden", "[Pause 10 Sekunden]"),
        ("de", "atme ein 4 aus 6 für 5 Rudnen", "[atme ein 4 aus 6 für 5 Runden]"),
        ("de", "Klangschalle", "[Klangschale]"),
        ("de", "Klangschale 3 mal", "[Glocke 3 mal alle 5s]"),
        ("de", "atme ein 4 aus 6", "[atme ein 4 aus 6 für 5 Runden]"),
        ("es", "pasua de 10 segundos", "[pausa de 10 segundos]"),
        ("fr", "pause de 10 secnodes", "[pause de 10 secondes]"),
        ("it", "pausa di 10 secodni", "[pausa di 10 secondi]"),
        ("pt", "repitir 3 vezes", "[repetir 3 vezes]"),
        ("nl", "paaze 10 seconden", "[pauze 10 seconden]"),
        ("de", "Pause bis 14.30", "[Pause 8s]"),
        ("es", "pausa hasta las 14:30", "[pausa 8s]"),
        ("fr", "Les mots", "[pause 8s]"),
    ],
)
def test_a_misspelt_cue_is_told_in_the_language_that_was_written(language: str, written: str, meant: str) -> None:
    with pytest.raises(GrammarError) as found:
        cue_in(written, language, PLACE)
    assert meant in found.value.hint


@pytest.mark.parametrize("language", list(PAUSES_AND_BELLS))
@pytest.mark.parametrize(
    "form", ["({})", "[{}]", "{{{}}}", "*{}*", "\n\n--- {} ---\n\n", "\n\n— {} —\n\n", "\n\n{}\n\n"]
)
def test_a_pause_is_one_in_each_form(language: str, form: str) -> None:
    before, behind = SENTENCES[language]
    for english in ("short pause", "pause", "long pause"):
        written = PAUSES_AND_BELLS[language][english][0]
        source = f"---\nlanguage: {language}\n---\n\n{before} {form.format(written)} {behind}"
        said, silence, then = parse(source, "sample").exercise.walk()
        meant = cue(english, PLACE)
        assert isinstance(said, Phrase)
        assert isinstance(then, Phrase)
        assert isinstance(silence, Silence)
        assert isinstance(meant, Silence)
        assert replace(silence, span=PLACE) == meant
        assert (said.text, then.text) == (before, behind)


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("es", "Y ahora haz una pausa."),
        ("de", "Mach eine Pause!"),
        ("de", "Gönn dir (wenn du magst) eine Pause (im Büro)."),
        ("de", "Stille"),
        ("fr", "Une pause de dix secondes suffit."),
        ("it", "Fai una pausa, poi respira."),
        ("pt", "Faça uma pausa."),
        ("nl", "Neem een pauze."),
    ],
)
def test_words_of_pauses_in_a_sentence_are_spoken(language: str, spoken: str) -> None:
    parsed = parse(f"---\nlanguage: {language}\n---\n\n{spoken}", "sample")
    assert [getattr(node, "text", node) for node in parsed.exercise.walk()] == [spoken]


def test_the_words_of_a_script_tell_its_language_where_nothing_else_does() -> None:
    parsed = parse("Spüre den Boden unter dir und deine Füße. [Pause 10 Sekunden] Jetzt die Hände.", "sample")
    assert not parsed.errors


def test_only_the_words_of_its_own_language_are_understood() -> None:
    assert parse("---\nlanguage: en-GB\n---\n\nNotice the floor. [Pause 10 Sekunden]", "sample").errors
    assert parse("---\nlanguage: es\n---\n\nSiente el suelo. [Klangschale]", "sample").errors


def test_a_heading_has_a_length_in_words_of_its_language() -> None:
    section = parse("---\nlanguage: de\n---\n\n## Ankommen [2 Minuten]\n\nHallo.", "sample").exercise.sections[0]
    assert section.wish is not None
    assert section.wish.shortest == section.wish.longest == 120_000


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Lausche in die *Stille* hinein."),
        ("de", "Spüre die *Pause* zwischen Ein und Aus."),
        ("de", "Genieße **Stille** und Weite."),
        ("de", "Zwischen zwei Gedanken (die Stille) ist immer Raum."),
        ("es", "Nota la *pausa* entre inhalar y exhalar."),
        ("es", "Descansa en el **silencio** de ahora."),
        ("fr", "Écoutez le *silence* autour de vous."),
        ("fr", "Goûtez au _silence_ autour de vous."),
        ("it", "Ascolta il **silenzio**."),
        ("pt", "Perceba a *pausa* natural."),
        ("nl", "Luister naar de **stilte** om je heen."),
    ],
)
def test_a_word_of_a_sentence_is_spoken_though_it_is_emphasised(language: str, sentence: str) -> None:
    said = parse(f"---\nlanguage: {language}\n---\n{sentence}\n", "a").exercise.walk()
    assert [node.text for node in said if isinstance(node, Phrase)] == [sentence.replace("*", "").replace("_", "")]


@pytest.mark.parametrize("line", ["La pausa", "El silencio.", "*La pausa*", "(la pausa)"])
def test_a_line_that_names_the_pause_is_spoken(line: str) -> None:
    said = parse(f"---\nlanguage: es\n---\nUno.\n\n{line}\n\nDos.\n", "a").exercise.walk()
    assert sum(isinstance(node, Phrase) for node in said) == 3


@pytest.mark.parametrize("cue", ["*Pause*", "*lange Pause*", "**Stille**", "*10 Sekunden Stille*"])
@pytest.mark.parametrize("before", ["Atme ein. ", "Atme ein … ", ""])
def test_emphasis_that_stands_apart_is_a_pause(before: str, cue: str) -> None:
    said = parse(f"---\nlanguage: de\n---\nHallo.\n\n{before}{cue}\n\nGut.\n", "a").exercise.walk()
    assert [node for node in said if isinstance(node, Silence) and node.base in (2000, 5000, 10000, 15000)]


@pytest.mark.parametrize(("written", "tag"), [("de_AT", "de-AT"), ("Deutsch", "de"), ("German", "de")])
def test_a_language_is_known_as_people_write_it(written: str, tag: str) -> None:
    read = parse(f"---\nlanguage: {written}\n---\nHallo. [Pause 10 Sekunden] Gut.\n", "a")
    assert read.exercise.front.language == tag
    assert not [found for found in read.diagnostics if found.code != "S015"]
