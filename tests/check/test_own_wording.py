"""The better wordings are in the language of the script, and keep the rules that offer them."""

import pytest

from feltsense.authoring.analysis import analyse
from feltsense.authoring.fixes import fixes
from feltsense.check.checker import check
from feltsense.check.own_wording import QUIET, own_wording
from feltsense.check.structure_in_languages import structure_words
from feltsense.check.structure_words import MOVEMENT, SIGHT, STEP

LANGUAGES = ("de", "es", "fr", "it", "pt-BR", "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_keeps_its_own_rule(language: str) -> None:
    words = structure_words(language)
    assert words is not None
    said = {code: own_wording(code, "x", language) for code in ("L12", "L13", "L14", QUIET, "L19", "L43")}
    lowered = {code: text.lower() for code, text in said.items()}
    assert words.offers_exit(lowered["L12"])
    assert words.offers_choice(lowered["L13"])
    assert words.length.search(lowered["L14"])
    assert words.quiet.search(lowered["L14"])
    assert words.quiet.search(lowered[QUIET])
    assert words.support.search(lowered["L43"])
    assert [part for part in (SIGHT, MOVEMENT, STEP) if not words.way_back[part].search(lowered["L19"])] == []


@pytest.mark.parametrize(
    ("language", "leave"),
    [
        ("de-AT", "Pausieren oder aufhören ist jederzeit in Ordnung; es geht nichts verloren."),
        ("es", "Se puede parar o hacer una pausa en cualquier momento; no se pierde nada."),
        ("en-GB", "You can pause or stop whenever you want; nothing is lost."),
    ],
)
def test_the_line_about_stopping_that_is_offered_is_in_the_language_of_the_script(language: str, leave: str) -> None:
    script = f"---\nlanguage: {language}\ntier: 2\n---\n" + "Om om om om om om om.\n\n[pause 15s]\n\n" * 12
    (found,) = [each for each in check(script.encode(), "x").diagnostics if each.code == "L12"]
    assert found.hint == leave
    (fix,) = fixes(found, found.span.line, script, analyse(script, "x"))
    assert leave in fix.change.apply(script)


def test_advice_is_the_same_everywhere_and_a_caution_has_own_words() -> None:
    assert own_wording("L42", "Write [bell low].", "de") == "Write [bell low]."
    told = own_wording("L43", "Add to the cautions: talk with someone.", "de")
    assert told.startswith("Add to the cautions: wenn das zu viel aufrührt, ")


def test_a_wording_that_is_english_says_so_and_is_not_put_in() -> None:
    script = "---\nlanguage: pl\ntier: 2\n---\n" + "Om om om.\n\n[pause 90s]\n\n" * 3
    found = next(each for each in check(script.encode(), "x").diagnostics if each.code == "L15")
    assert found.hint == "In English: Still here, no rush."
    assert fixes(found, found.span.line, script, analyse(script, "x")) == ()
