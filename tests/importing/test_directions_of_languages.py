"""Directions in parentheses in other languages, in a sentence and between sentences; what is heard of a speaker."""

import pytest
from imports import body


@pytest.mark.parametrize(
    ("source", "script"),
    [
        ("Hallo. (Zeit lassen!)\nSpür die Füße.", "Hallo.\n[long pause]\nSpür die Füße."),
        ("Hallo. (Zeit geben) Spür die Füße.", "Hallo.\n[long pause]\nSpür die Füße."),
        ("Respirez. (Laisser du temps) Sentez le sol.", "Respirez.\n[long pause]\nSentez le sol."),
        ("Respira. (dar tiempo) Siente el suelo.", "Respira.\n[long pause]\nSiente el suelo."),
        ("Hallo. (wacht 5 tellen) Voel je voeten.", "Hallo.\n[pause about 5s]\nVoel je voeten."),
        (
            "Sentez vos pieds. (une dizaine de secondes) Puis le sol.",
            "Sentez vos pieds.\n[pause about 10s]\nPuis le sol.",
        ),
        ("Senti i piedi. (una ventina di secondi) Poi il suolo.", "Senti i piedi.\n[pause about 20s]\nPoi il suolo."),
        ("Lascia le spalle (attendi 10 secondi), poi le ginocchia.", "Lascia le spalle [pause 10s], poi le ginocchia."),
        ("Spür die Fersen (10 Sekunden warten), dann die Zehen.", "Spür die Fersen [pause 10s], dann die Zehen."),
        ("Sentez le dos (attendez 10 secondes), puis le sol.", "Sentez le dos [pause 10s], puis le sol."),
        ("Siéntate. (Suena un cuenco tibetano) Respira.", "Siéntate.\n[bell]\nRespira."),
        (
            "Soften the tongue (8s)\nSoften the hands (8s)\nRest.",
            "Soften the tongue [pause 8s]\nSoften the hands [pause 8s]\nRest.",
        ),
    ],
)
def test_a_direction_that_gives_time_is_a_silence(source: str, script: str) -> None:
    assert _lines(body(source)) == _lines(script)


def _lines(script: str) -> str:
    return " ".join(script.split())


@pytest.mark.parametrize(
    ("source", "spoken", "note"),
    [
        ("Respirez. (Ralentir) Sentez le sol.", "Respirez.\nSentez le sol.", "Ralentir"),
        ("Hallo. (Vertiefung) Spür die Füße.", "Hallo.\nSpür die Füße.", "Vertiefung"),
        ("Hallo. (Rücknahme) Spür die Füße.", "Hallo.\nSpür die Füße.", "Rücknahme"),
        ("Feel the feet (laughs) and the legs.", "Feel the feet and the legs.", "laughs"),
        ("Spür die Füße (lacht) und die Beine.", "Spür die Füße und die Beine.", "lacht"),
    ],
)
def test_what_is_heard_or_done_by_who_speaks_is_a_note(source: str, spoken: str, note: str) -> None:
    assert body(source) == f"{spoken}\n\n> {note}"


@pytest.mark.parametrize(
    ("aside", "first"),
    [
        ("(linger)", "[pause] | linger"),
        ("(neem de tijd)", "[pause] | neem de tijd"),
        ("(Prenez le temps)", "[pause] | Prenez le temps"),
        ("(Espera a que traguen)", "[pause] | [long pause]"),
        ("(Warten auf die Gruppe)", "[pause] | [long pause]"),
    ],
)
def test_what_may_be_said_or_a_time_is_asked(aside: str, first: str) -> None:
    assert first in body(f"Hallo. {aside} En dan het lichaam.")


def test_a_background_is_offered() -> None:
    assert "| [soundscape rain] |" in body("[BACKGROUND: rain, low]\nSit down.")


@pytest.mark.parametrize(
    "source",
    [
        "Observez le souffle. (Sans rien attendre, sans rien forcer) Il vient.",
        "Observa el aire. (Sin esperar nada) Llega solo.",
        "Spür den Atem. (Ohne auf etwas zu warten) Er kommt.",
        "Nimm dir Zeit. (Lass dir Zeit dabei) Alles ist gut.",
        "Feel the feet (warm or cool) and the legs.",
        "Take your time (if you like) and rest.",
        "Prends le temps de sentir le sol (ou la chaise) sous toi.",
        "Feel the warmth (as if it smiles at you) and rest.",
    ],
)
def test_words_to_the_listener_stay_spoken(source: str) -> None:
    assert body(source).replace("\n", " ") == source
