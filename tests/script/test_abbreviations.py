"""Abbreviations inside sentences, and at their ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.script.sentences import sentences

steady = settings(derandomize=True)


def listed(words: str) -> list[str]:
    return words.split("|")


ALWAYS_INSIDE = listed(
    "Sgt.|Capt.|Lt.|Col.|Gen.|Rep.|Sen.|Gov.|Dr.|Mr.|Mrs.|Ms.|Prof.|e.g.|i.e.|vs.|viz.|a.k.a.|approx.|incl.|cf.|op."
)
PERHAPS_LAST = listed(
    "Mon.|Tue.|Wed.|Thu.|Fri.|Sat.|Sun.|Jan.|Feb.|Mar.|Apr.|Jun.|Jul.|Aug.|Sep.|Sept.|Oct.|Nov.|Dec.|U.S.|U.K.|U.S.A.|"
    "D.C.|ft.|6 in.|lb.|lbs.|oz.|Ave.|Blvd.|Rd.|Ph.D.|M.D.|B.A.|et al.|dept.|est.|op. cit.|resp.|min.|max.|tel.|ext.|"
    "etc.|a.m.|p.m."
)
BEFORE_NUMBERS = listed("fig.|Figs.|p.|pp.|no.|Nos.|vol.|ch.|sec.")


def parts(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text)]


@pytest.mark.parametrize("abbreviation", ALWAYS_INSIDE)
def test_a_title_and_its_like_never_close_a_sentence(abbreviation: str) -> None:
    for following in ("Hill", "rest"):
        text = f"We ask {abbreviation} {following} again."
        assert parts(f"{text} Then rest.") == [text, "Then rest."]


@pytest.mark.parametrize("abbreviation", PERHAPS_LAST)
def test_before_a_capital_only_they_close_a_sentence(abbreviation: str) -> None:
    inside = f"It was {abbreviation} and then it was 5."
    assert parts(inside) == [inside]
    assert parts(f"It was {abbreviation} It is big.") == [f"It was {abbreviation}", "It is big."]
    assert parts(f"It was {abbreviation}") == [f"It was {abbreviation}"]


@pytest.mark.parametrize("abbreviation", BEFORE_NUMBERS)
def test_before_a_number_they_close_no_sentence(abbreviation: str) -> None:
    assert parts(f"It is {abbreviation} 3 of all. Rest.") == [f"It is {abbreviation} 3 of all.", "Rest."]


@steady
@given(
    st.lists(st.sampled_from([*ALWAYS_INSIDE, *PERHAPS_LAST, "rest", "and", "I", "The", "3", "in.", "no.", "sat."])),
    st.sampled_from([" ", "  ", "\n", ""]),
)
def test_no_letter_is_lost_and_all_stay_in_order(words: list[str], space: str) -> None:
    text = space.join(words)
    found = list(sentences(text))
    assert "".join(text[start:end] for start, end in found).split() == text.split()
    assert all(start < end for start, end in found)


@pytest.mark.parametrize(
    "text",
    [
        "« Je suis là. »|Répétez : « Je suis en paix. »|Vous êtes là.",
        "«\xa0Je suis là.\xa0»|Dites-le.",
        "« Ça va ? » demande-t-elle.|Bon.",
        "»Ich bin hier.«|Dann still.",
        "«Estoy aquí.»|Repite: «Estoy en paz.»|Bien.",
    ],
)
def test_a_sentence_ends_behind_its_guillemets(text: str) -> None:
    assert parts(text.replace("|", " ")) == listed(text)
