"""Numbers in words up to sixty, as the seconds of a pause, in six languages."""

import pytest

from feltsense.script.durations import written
from feltsense.script.foreign_cues import pause_in_english

NUMBERS = {
    ("de", "Sekunden"): (
        "eine, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, dreizehn, vierzehn, "
        "fünfzehn, sechzehn, siebzehn, achtzehn, neunzehn, zwanzig, einundzwanzig, zweiundzwanzig, "
        "dreiundzwanzig, vierundzwanzig, fünfundzwanzig, sechsundzwanzig, siebenundzwanzig, achtundzwanzig, "
        "neunundzwanzig, dreißig, einunddreißig, zweiunddreißig, dreiunddreißig, vierunddreißig, "
        "fünfunddreißig, sechsunddreißig, siebenunddreißig, achtunddreißig, neununddreißig, vierzig, "
        "einundvierzig, zweiundvierzig, dreiundvierzig, vierundvierzig, fünfundvierzig, sechsundvierzig, "
        "siebenundvierzig, achtundvierzig, neunundvierzig, fünfzig, einundfünfzig, zweiundfünfzig, "
        "dreiundfünfzig, vierundfünfzig, fünfundfünfzig, sechsundfünfzig, siebenundfünfzig, achtundfünfzig, "
        "neunundfünfzig, sechzig"
    ),
    ("es", "segundos"): (
        "un, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, "
        "dieciséis, diecisiete, dieciocho, diecinueve, veinte, veintiún, veintidós, veintitrés, veinticuatro,"
        " veinticinco, veintiséis, veintisiete, veintiocho, veintinueve, treinta, treinta y un, treinta y "
        "dos, treinta y tres, treinta y cuatro, treinta y cinco, treinta y seis, treinta y siete, treinta y "
        "ocho, treinta y nueve, cuarenta, cuarenta y un, cuarenta y dos, cuarenta y tres, cuarenta y cuatro, "
        "cuarenta y cinco, cuarenta y seis, cuarenta y siete, cuarenta y ocho, cuarenta y nueve, cincuenta, "
        "cincuenta y un, cincuenta y dos, cincuenta y tres, cincuenta y cuatro, cincuenta y cinco, cincuenta "
        "y seis, cincuenta y siete, cincuenta y ocho, cincuenta y nueve, sesenta"
    ),
    ("fr", "secondes"): (
        "une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze, "
        "seize, dix-sept, dix-huit, dix-neuf, vingt, vingt et une, vingt-deux, vingt-trois, vingt-quatre, "
        "vingt-cinq, vingt-six, vingt-sept, vingt-huit, vingt-neuf, trente, trente et une, trente-deux, "
        "trente-trois, trente-quatre, trente-cinq, trente-six, trente-sept, trente-huit, trente-neuf, "
        "quarante, quarante et une, quarante-deux, quarante-trois, quarante-quatre, quarante-cinq, "
        "quarante-six, quarante-sept, quarante-huit, quarante-neuf, cinquante, cinquante et une, "
        "cinquante-deux, cinquante-trois, cinquante-quatre, cinquante-cinq, cinquante-six, cinquante-sept, "
        "cinquante-huit, cinquante-neuf, soixante"
    ),
    ("it", "secondi"): (
        "un, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, tredici, quattordici, "
        "quindici, sedici, diciassette, diciotto, diciannove, venti, ventuno, ventidue, ventitré, "
        "ventiquattro, venticinque, ventisei, ventisette, ventotto, ventinove, trenta, trentuno, trentadue, "
        "trentatré, trentaquattro, trentacinque, trentasei, trentasette, trentotto, trentanove, quaranta, "
        "quarantuno, quarantadue, quarantatré, quarantaquattro, quarantacinque, quarantasei, quarantasette, "
        "quarantotto, quarantanove, cinquanta, cinquantuno, cinquantadue, cinquantatré, cinquantaquattro, "
        "cinquantacinque, cinquantasei, cinquantasette, cinquantotto, cinquantanove, sessanta"
    ),
    ("pt", "segundos"): (
        "um, dois, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, treze, quatorze, quinze, "
        "dezesseis, dezessete, dezoito, dezenove, vinte, vinte e um, vinte e dois, vinte e três, vinte e "
        "quatro, vinte e cinco, vinte e seis, vinte e sete, vinte e oito, vinte e nove, trinta, trinta e um, "
        "trinta e dois, trinta e três, trinta e quatro, trinta e cinco, trinta e seis, trinta e sete, trinta "
        "e oito, trinta e nove, quarenta, quarenta e um, quarenta e dois, quarenta e três, quarenta e quatro,"
        " quarenta e cinco, quarenta e seis, quarenta e sete, quarenta e oito, quarenta e nove, cinquenta, "
        "cinquenta e um, cinquenta e dois, cinquenta e três, cinquenta e quatro, cinquenta e cinco, cinquenta"
        " e seis, cinquenta e sete, cinquenta e oito, cinquenta e nove, sessenta"
    ),
    ("nl", "seconden"): (
        "een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, dertien, veertien, "
        "vijftien, zestien, zeventien, achttien, negentien, twintig, eenentwintig, tweeëntwintig, "
        "drieëntwintig, vierentwintig, vijfentwintig, zesentwintig, zevenentwintig, achtentwintig, "
        "negenentwintig, dertig, eenendertig, tweeëndertig, drieëndertig, vierendertig, vijfendertig, "
        "zesendertig, zevenendertig, achtendertig, negenendertig, veertig, eenenveertig, tweeënveertig, "
        "drieënveertig, vierenveertig, vijfenveertig, zesenveertig, zevenenveertig, achtenveertig, "
        "negenenveertig, vijftig, eenenvijftig, tweeënvijftig, drieënvijftig, vierenvijftig, vijfenvijftig, "
        "zesenvijftig, zevenenvijftig, achtenvijftig, negenenvijftig, zestig"
    ),
}
CASES = [
    (language, unit, word, number)
    for (language, unit), words in NUMBERS.items()
    for number, word in enumerate(words.split(", "), 1)
]


def test_the_table_goes_to_sixty() -> None:
    assert len(CASES) == 60 * len(NUMBERS)


@pytest.mark.parametrize(("language", "unit"), list(NUMBERS))
def test_a_number_in_words_is_one(language: str, unit: str) -> None:
    mine = [(word, number) for its, _, word, number in CASES if its == language]
    wrong = {word: number for word, number in mine if _read(f"{word} {unit}", language) != number * 1000}
    assert wrong == {}


def _read(text: str, language: str) -> int | None:
    found = pause_in_english(text, language)
    return next((ms for ms in range(1000, 61_000, 1000) if found == f"pause {written(ms)}"), None)
