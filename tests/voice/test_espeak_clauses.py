from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.voice.espeak.clauses import ALL_MARKS, PartKind, cut_into_parts


def shown(text: str, *say: tuple[str, str]) -> str:
    """Words as they are, sounds between slashes, marks between bars."""
    around = {PartKind.WORDS: "{0.text}", PartKind.SOUNDS: "/{0.elided}{0.sounds}/", PartKind.MARK: "|{0.text}|"}
    return "".join(around[piece.kind].format(piece) for piece in cut_into_parts(text, say))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Atme ein, und aus.", "Atme ein|,|und aus|.|"),
        ("In...und aus… ja", "In|…|und aus|…|ja"),
        ("Es sind 3,5 oder 10:30 Uhr.", "Es sind 3,5 oder 10:30 Uhr|.|"),
        ("¿Puedes? ¡Sí!", "Puedes|?|Sí|!|"),
        ("Regarde : ici ; là !", "Regarde|:|ici|;|là|!|"),
        ("Das »ist« und „das“ und «so» und “so” auch.", "Das|“|ist|”|und|“|das|”|und|“|so|”|und|“|so|”|auch|.|"),
        ("« Ici », dit-il « là »", "|“|Ici|”||,|dit-il|“|là|”|"),
        ("Da - dort – hier — weg, 4–7 und porte-monnaie", "Da|—|dort|—|hier|—|weg|,|4–7 und porte-monnaie"),
        ("…Und ja?! Nein.", "Und ja|?|Nein|.|"),
        ("Gut 🙂 so, 20 ° *warm*", "Gut so|,|20 ° warm"),
        ("l’air et d‘été", "l'air et d'été"),
        ("Ja,nein z.B. so", "Ja|,|nein z.B|.|so"),
        ("(Pause) ja", "|(|Pause|)|ja"),
        ("… — !", ""),
    ],
)
def test_it_is_cut_at_its_marks(text: str, pieces: str) -> None:
    assert shown(text) == pieces


@pytest.mark.parametrize(
    ("text", "say", "pieces"),
    [
        ("Der Psoas, PSOAS und psoasmuskel.", (("psoas", "/ˈsoas/"),), "Der/ˈsoas/|,|/ˈsoas/und psoasmuskel|.|"),
        ("Qi und qi gong.", (("qi", "tschi"), ("qi gong", "tschi gong")), "tschi und tschi gong|.|"),
        ("L’inspir de l'été", (("inspir", "/abc/"),), "/L'abc/de l'été"),
        ("a b", (("a", "b"), ("b", "a")), "b a"),
        ("a", (("", "b"), ("a", "//")), ""),
    ],
)
def test_pronunciations_are_put_in_once(text: str, say: tuple[tuple[str, str], ...], pieces: str) -> None:
    assert shown(text, *say) == pieces


@given(st.text(alphabet="aé1 .,:;!?…—–-'\"“”„«»()¿🙂°%&", max_size=40))
def test_no_pause_stands_before_the_first_word_or_beside_another(text: str) -> None:
    pieces = cut_into_parts(text, ())
    assert all(piece.text in ALL_MARKS for piece in pieces if piece.kind is PartKind.MARK)
    pauses = [piece.kind is PartKind.MARK and piece.text in ".,;:!?…—" for piece in pieces]
    words = [piece.kind is PartKind.WORDS for piece in pieces]
    assert not any(pauses[: words.index(True) if any(words) else None])
    assert not any(one and two for one, two in pairwise(pauses))
