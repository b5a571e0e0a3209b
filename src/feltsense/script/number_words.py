"""Words of numbers in German, Spanish, French, Italian, Portuguese and Dutch. Pure."""

from collections.abc import Mapping
from functools import cache

_ONES = {
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn",
    "es": "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco",
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
_JOINT = {"de": "{one}und{ten}", "nl": "{one}en{ten}", "it": "{ten}{one}"}
"""How a number of tens and ones is one word."""
_EXTRA = {"de": "eine einer zwo dreissig", "es": "una veinte", "pt": "uma catorze", "nl": "één"}
_ONE_MORE = {
    "eine": 1,
    "einer": 1,
    "zwo": 2,
    "dreissig": 30,
    "una": 1,
    "veinte": 20,
    "uma": 1,
    "catorze": 14,
    "duas": 2,
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
            numbers[joint.format(one=ones[one], ten=ten)] = str(value * 10 + one)
    return numbers
