"""Words of numbers in German, Spanish, French, Italian, Portuguese and Dutch. Pure."""

import re
from collections.abc import Mapping
from functools import cache

_ONES = {
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn",
    "es": "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "
    "veintisiete veintiocho veintinueve",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "it": "zero un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete "
    "dezoito dezenove",
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
}
_TENS = {
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
}
_JOINT = {"de": "{one}und{ten}", "nl": "{one}en{ten}", "it": "{ten}{one}", "fr": "{ten}-{one}"}
"""How a number of tens and ones is one word."""
_RESPELLED = {
    "it": (("iu", "u"), ("au", "u"), ("io", "o"), ("ao", "o"), ("un$", "uno"), ("tre$", "tré")),
    "nl": (("eeen", "eeën"), ("ieen", "ieën")),
}
"""What becomes of letters where a number of tens and ones is joined: venti + uno, twee + en + twintig."""
_EXTRA = {
    "de": "eine einer zwo dreissig",
    "es": "una veintiún veintiun veintidos veintitres veintiseis dieciseis",
    "fr": "dix-sept dix-huit dix-neuf",
    "pt": "uma duas catorze dezasseis dezassete dezanove",
    "nl": "één",
}
_ONE_MORE = {
    "eine": 1,
    "einer": 1,
    "zwo": 2,
    "dreissig": 30,
    "una": 1,
    "veintiún": 21,
    "veintiun": 21,
    "veintidos": 22,
    "veintitres": 23,
    "veintiseis": 26,
    "dieciseis": 16,
    "dix-sept": 17,
    "dix-huit": 18,
    "dix-neuf": 19,
    "uma": 1,
    "duas": 2,
    "catorze": 14,
    "dezasseis": 16,
    "dezassete": 17,
    "dezanove": 19,
    "één": 1,
}


@cache
def number_words(language: str) -> Mapping[str, str]:
    """Return the numbers of `language` that are one word, in lower case, each with its digits."""
    ones, tens = _ONES[language].split(), _TENS[language].split()
    numbers = {word: str(value) for value, word in enumerate(ones)}
    numbers |= {word: str(value * 10) for value, word in enumerate(tens, 2)}
    numbers |= {word: str(_ONE_MORE[word]) for word in _EXTRA.get(language, "").split()}
    joint = _JOINT.get(language, "")
    for value, ten in enumerate(tens, 2):
        for one in range(1, 10) if joint else ():
            numbers[_joined(joint.format(one=ones[one], ten=ten), language)] = str(value * 10 + one)
    return numbers


def _joined(word: str, language: str) -> str:
    """Return a number of tens and ones as it is spelled."""
    for letters, spelled in _RESPELLED.get(language, ()):
        word = re.sub(letters, spelled, word)
    return word
