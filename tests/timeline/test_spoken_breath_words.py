"""The words that lead a breath, in the language of the script."""

import pytest

from feltsense.script.model import Breath, FrontMatter, Guide, Phase, PhaseKind
from feltsense.timeline.utterances import breath_word
from feltsense.units import Ms
from scripts import HERE

BREATH = Breath((Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(6000))), 3, Guide.BOTH, HERE)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("de-AT", ["Einatmen", "Halten", "Ausatmen"]),
        ("en-GB", ["In", "Hold", "Out"]),
        ("es-MX", ["Inhala", "Sostén", "Exhala"]),
        ("fr", ["Inspirez", "Retenez", "Expirez"]),
        ("it-IT", ["Inspira", "Trattieni", "Espira"]),
        ("nl-BE", ["Adem in", "Houd vast", "Adem uit"]),
        ("pt-BR", ["Inspire", "Segure", "Solte"]),
        ("pt-PT", ["Inspire", "Retenha", "Expire"]),
        ("pt", ["Inspire", "Segure", "Solte"]),
    ],
)
def test_a_breath_is_led_in_the_language_of_the_script(tag: str, words: list[str]) -> None:
    found = [breath_word(FrontMatter(language=tag), BREATH, kind, 0) for kind in _KINDS]
    assert [each.text for each in found if each] == words
    assert {each.language for each in found if each} == {tag}


def test_a_language_whose_words_are_not_known_is_led_by_tones() -> None:
    assert breath_word(FrontMatter(language="pl"), BREATH, PhaseKind.IN, 0) is None


def test_tones_lead_from_the_third_round_on() -> None:
    front = FrontMatter(language="it")
    assert [breath_word(front, BREATH, PhaseKind.OUT, turn) is None for turn in range(3)] == [False, False, True]


_KINDS = (PhaseKind.IN, PhaseKind.HOLD, PhaseKind.OUT)
