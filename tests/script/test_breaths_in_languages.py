"""Breaths that are counted in words in German, Spanish, French, Italian, Portuguese and Dutch, as people write them."""

import pytest

from feltsense.script.breath_words import counted_breaths


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("Atme tief ein … 1 … 2 … 3 … und aus … 1 … 2 … 3 … 4.", "in 3 out 4"),
        ("Atme tief ein … 1 … 2 … 3. Atme aus … 1 … 2 … 3 … 4.", "in 3 out 4"),
        ("Einatmen: 2, 3, 4. Ausatmen: 2, 3, 4, 5, 6.", "in 4 out 6"),
        ("Einatmen: 2, 3, 4 – Halten: 2, 3, 4 – Ausatmen: 2, 3, 4.", "in 4 hold 4 out 4"),
        ("Auf vier zählen einatmen, auf sechs zählen ausatmen.", "in 4 out 6"),
        ("Auf vier einatmen, auf sechs ausatmen.", "in 4 out 6"),
        ("Zähle beim Einatmen bis vier und beim Ausatmen bis sechs.", "in 4 out 6"),
        ("Atme auf 4 Zählzeiten ein, auf 6 aus.", "in 4 out 6"),
        ("Atme ein und zähle bis vier. Atme aus und zähle bis sechs.", "in 4 out 6"),
        ("Atme vier Sekunden lang ein, sechs Sekunden lang aus.", "in 4 out 6"),
        ("Atme ein, zwei, drei, vier. Atme aus, zwei, drei, vier, fünf, sechs.", "in 4 out 6"),
        ("Atme ein – zwei – drei – vier – und aus – zwei – drei – vier.", "in 4 out 4"),
        ("4 Sekunden einatmen, 6 Sekunden ausatmen.", "in 4 out 6"),
        ("Einatmen (4), ausatmen (6).", "in 4 out 6"),
        ("Einatmen 4 – Ausatmen 6", "in 4 out 6"),
        ("Inhala en 4, sostén 4, exhala 6.", "in 4 hold 4 out 6"),
        ("Inhala contando hasta cuatro. Exhala contando hasta seis.", "in 4 out 6"),
        ("Inhala: uno… dos… tres… cuatro… Exhala: uno… dos… tres… cuatro…", "in 4 out 4"),
        ("Inhala, dos, tres, cuatro. Exhala, dos, tres, cuatro, cinco, seis.", "in 4 out 6"),
        ("Inhala en cuatro tiempos, exhala en seis tiempos.", "in 4 out 6"),
        ("Inhala y cuenta hasta cuatro. Exhala y cuenta hasta seis.", "in 4 out 6"),
        ("Cuenta hasta cuatro al inhalar y hasta seis al exhalar.", "in 4 out 6"),
        ("Inspira durante 4 segundos, suelta el aire durante 6.", "in 4 out 6"),
        ("Inhala profundo… uno… dos… tres… y suelta… uno… dos… tres… cuatro.", "in 3 out 4"),
        ("Inhalar 4, exhalar 6.", "in 4 out 6"),
        ("Inhale en 4, exhale en 6.", "in 4 out 6"),
        ("Toma aire en 4 y suéltalo en 6.", "in 4 out 6"),
        ("Inspirez sur 4 temps, expirez sur 6 temps.", "in 4 out 6"),
        ("Inspirez sur quatre temps. Expirez sur six temps.", "in 4 out 6"),
        ("Inspirez en comptant jusqu'à 4. Expirez en comptant jusqu’à 6.", "in 4 out 6"),
        ("Inspirez… 1… 2… 3… 4… Soufflez… 1… 2… 3… 4… 5… 6.", "in 4 out 6"),
        ("Inspirez, deux, trois, quatre. Expirez, deux, trois, quatre.", "in 4 out 4"),
        ("Inspire sur 4 temps, retiens 4 temps, expire sur 6 temps.", "in 4 hold 4 out 6"),
        ("Inspirez pendant 4 secondes, bloquez 4 secondes, soufflez pendant 6 secondes.", "in 4 hold 4 out 6"),
        ("Comptez jusqu'à quatre en inspirant, jusqu'à six en expirant.", "in 4 out 6"),
        ("Inspirez 4 temps, expirez 6 temps.", "in 4 out 6"),
        ("Inspire en 4, expire en 6.", "in 4 out 6"),
        ("Inspira contando fino a 4. Espira contando fino a 6.", "in 4 out 6"),
        ("Inspira: uno, due, tre, quattro. Espira: uno, due, tre, quattro.", "in 4 out 4"),
        ("Inspira in 4 tempi, espira in 6 tempi.", "in 4 out 6"),
        ("Inspira per 4 secondi, trattieni per 4, espira per 6.", "in 4 hold 4 out 6"),
        ("Inspira … 2 … 3 … 4. Espira … 2 … 3 … 4.", "in 4 out 4"),
        ("Inspirate contando fino a quattro, espirate contando fino a sei.", "in 4 out 6"),
        ("Inspira e conta fino a quattro. Espira e conta fino a sei.", "in 4 out 6"),
        ("Inspire e conte até quatro. Solte o ar e conte até seis.", "in 4 out 6"),
        ("Inspire em 4 tempos, solte o ar em 6 tempos.", "in 4 out 6"),
        ("Inspire contando até quatro, expire contando até seis.", "in 4 out 6"),
        ("Inspire… dois… três… quatro… Expire… dois… três… quatro.", "in 4 out 4"),
        ("Inspire em 4, segure 4, solte em 6.", "in 4 hold 4 out 6"),
        ("Puxe o ar em 4 tempos, solte em 6.", "in 4 out 6"),
        ("Inspire por 4 segundos, expire por 6 segundos.", "in 4 out 6"),
        ("Adem in vier tellen in, in zes tellen uit.", "in 4 out 6"),
        ("Adem in in vier tellen … adem uit in zes tellen.", "in 4 out 6"),
        ("Adem in twee tellen in, en adem in vier tellen uit.", "in 2 out 4"),
        ("Adem in: twee, drie, vier. Adem uit: twee, drie, vier.", "in 4 out 4"),
        ("Inademen 4, uitademen 6.", "in 4 out 6"),
        ("Adem vier tellen in en zes tellen uit.", "in 4 out 6"),
        ("Adem in, tel tot vier. Adem uit, tel tot zes.", "in 4 out 6"),
        ("Adem in 4 seconden, houd vast 4, adem uit 6.", "in 4 hold 4 out 6"),
        ("Adem in en tel tot vier. Adem uit en tel tot zes.", "in 4 out 6"),
    ],
)
def test_a_breath_is_found_however_it_is_counted(text: str, phases: str) -> None:
    assert [breath.phases for breath in counted_breaths(text)] == [phases]


@pytest.mark.parametrize(
    "text",
    [
        "Atme tief ein … 1 … 2 … 3",
        "Atme ein. Du kannst auf 3 Dinge achten, die in der Stille da sind. Atme aus.",
        "Halte 10 Minuten inne und atme aus, bis 20 Uhr ist es ruhig in dir.",
        "Inhala y exhala. Mira 5 cosas en 5 minutos.",
        "Inhala por la nariz y exhala. Repite 3 veces.",
        "Toma aire. Cuenta 3 sonidos. Suelta.",
        "Cuenta hasta diez. Inhala y exhala.",
        "Inspirez par le nez. Expirez. Comptez 3 objets dans la pièce.",
        "Solte os ombros por 5 segundos, no ar da manhã.",
        "Adem in en uit. Tel 5 dingen in de kamer.",
        "In 5 minutes we end. Breathe in, breathe out.",
    ],
)
def test_what_is_no_whole_counted_breath_is_none(text: str) -> None:
    assert counted_breaths(text) == ()
