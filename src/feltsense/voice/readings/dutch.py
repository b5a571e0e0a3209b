"""How Dutch reads numbers, signs and abbreviations."""

import re

from feltsense.script.number_words import number_words
from feltsense.voice.readings.phones import PhoneTable
from feltsense.voice.readings.rules import listed, rule
from feltsense.voice.readings.table import POINT, ReadingTable, small_fractions

_WORDS = {int(digits): word for word, digits in reversed(list(number_words("nl").items()))}
"""From 0 to 99."""
_APART = r"(?<![\w.,:/-])"
_DAYS = {
    "ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag", "za": "zaterdag",
    "zo": "zondag",
}  # fmt: skip
_ORDINALS = {1: "eerste", 3: "derde", 8: "achtste"}


def _ordinal(match: re.Match[str]) -> str:
    number = int(match[1])
    if number not in _WORDS or not number:
        return match[0]
    ending = "ste" if number >= 20 else "de"
    return _ORDINALS.get(number, f"{_WORDS[number]}{ending}")


def _clock(match: re.Match[str]) -> str:
    hours, minutes = int(match["hours"]), int(match["minutes"])
    return f"{hours} uur {minutes}" if minutes else f"{hours} uur"


DUTCH = ReadingTable(
    version="3",
    digits=tuple("nul een twee drie vier vijf zes zeven acht negen".split()),  # noqa: SIM905 - as words
    phones=PhoneTable(
        plus="plus",
        shapes=(r"0[89]00[ -]?\d{4,7}|088[ -]\d{3,4} ?\d{3,4}", r"06[ -]?\d{8}|06(?:[ -]\d{2}){4}"),
        alone="113",
        call=(
            r"bel(?:t|len)?|gebeld|opbellen|draai|toets|telefoon\w*|tel(?=\.)|nummers?|alarmnummer|noodgeval|spoed|hulplijn|"
            r"bereik(?:en|baar|t)?|app(?:en)?|sms|zelfmoordlijn|contact"
        ),
        links="het|de|naar|met|op|via|of|en|is|nummer|gratis",
        call_after="bellen|belt|bereikbaar|appen|draaien",
        uncounted=(
            "of|en|als|bij|voor|om|wanneer|is|zijn|gratis|anoniem|van|de|het|in|die|dat|waar|nu|altijd|elke|vanaf|zonder|"
            "met|op|via|ook|zoals|want|maar|dag|vandaag|bellen|belt|bereikbaar|appen|draaien|je|u|we|wij|ze|kan|kun|24|staat"
        ),
    ),
    address={"@": "apenstaartje", ".": "punt", "/": "slash", "-": "streepje", "_": "liggend streepje"},
    endings="nl|be|com|org|net|info|eu",
    around_the_clock="vierentwintig zeven",
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    date="{day} {month} {year}",
    first="1",
    between="tot",
    fractions={
        "½": "een half",
        "¼": "een kwart",
        "¾": "driekwart",
        "⅓": "een derde",
        "⅔": "twee derde",
        **small_fractions("een twee drie vier vijf zeven", "vijfde zesde zevende achtste negende tiende"),
        "1/2": "een half",
        "1/4": "een kwart",
        "3/4": "driekwart",
        "1/3": "een derde",
        "2/3": "twee derde",
    },
    halves="{whole} en {part}",
    of_ten="{above} van de 10",
    times="keer",
    one="één keer",
    units={
        "s": ("één seconde", "seconden"),
        "sec": ("één seconde", "seconden"),
        "min": ("één minuut", "minuten"),
        "u": ("één uur", "uur"),
        "h": ("één uur", "uur"),
        "mm": ("één millimeter", "millimeter"),
        "cm": ("één centimeter", "centimeter"),
        "m": ("één meter", "meter"),
        "km": ("één kilometer", "kilometer"),
        "km/u": ("één kilometer per uur", "kilometer per uur"),
        "km/h": ("één kilometer per uur", "kilometer per uur"),
        "g": ("één gram", "gram"),
        "mg": ("één milligram", "milligram"),
        "kg": ("één kilogram", "kilogram"),
        "l": ("één liter", "liter"),
        "ml": ("één milliliter", "milliliter"),
        "°C": ("één graad Celsius", "graden Celsius"),
        "° C": ("één graad Celsius", "graden Celsius"),
        "°F": ("één graad Fahrenheit", "graden Fahrenheit"),
        "Hz": ("één hertz", "hertz"),
    },
    money={
        "€": ("één euro", "euro"),
        "EUR": ("één euro", "euro"),
        "$": ("één dollar", "dollar"),
        "£": ("één pond", "pond"),
        "¥": ("één yen", "yen"),
    },
    cents=" ",
    signs={
        "<": "minder dan ",
        ">": "meer dan ",
        "~": "ongeveer ",
        "#": "nummer ",
        "&": " en ",
        "≥": " minstens ",
        "≤": " hoogstens ",
        "≠": " is niet ",
        "≈": " ongeveer ",
        "=": " is ",
        "±": " ongeveer ",
        "−": " min ",
        "→": " naar ",
        "•": ", ",
        "·": ", ",
        "§§": " paragrafen ",
        "§": " paragraaf ",
        "°C": " graden Celsius ",
        "÷": " gedeeld door ",
        "×": " keer ",
        "‰": " promille ",
        "√": " wortel uit ",
        "∞": " oneindig ",
        "+": " plus ",
        "@": " at ",
    },
    abbreviations={
        "bijv.?": "bijvoorbeeld",
        "bv.": "bijvoorbeeld",
        "d. w. z.": "dat wil zeggen",
        "dwz": "dat wil zeggen",
        "m. a. w.": "met andere woorden",
        "o. a.": "onder andere",
        "dhr.?": "de heer",
        "mevr.?": "mevrouw",
        "mw.": "mevrouw",
        "dr.": "doctor",
        "drs.": "doctorandus",
        "prof.": "professor",
        "mr.": "meester",
        "ir.": "ingenieur",
        "enz.?": "enzovoort",
        "enzov.": "enzovoort",
        "etc.?": "et cetera",
        "ca.": "circa",
        "evt.": "eventueel",
        "incl.": "inclusief",
        "excl.": "exclusief",
        "t/m": "tot en met",
        "m. b. t.": "met betrekking tot",
        "t. o. v.": "ten opzichte van",
        "i. p. v.": "in plaats van",
        "a. u. b.": "alstublieft",
        "aub": "alstublieft",
        "s. v. p.": "alstublieft",
        "tel.": "telefoon",
        "max.": "maximaal",
        "zgn.": "zogenaamde",
        "resp.": "respectievelijk",
        "vgl.": "vergelijk",
        "jl.": "jongstleden",
        "a. s.": "aanstaande",
        "i. v. m.": "in verband met",
        "n. a. v.": "naar aanleiding van",
        "o. i. d.": "of iets dergelijks",
        "e. d.": "en dergelijke",
        "e. a.": "en anderen",
        "d. m. v.": "door middel van",
        "t. z. t.": "te zijner tijd",
        "m. n.": "met name",
        "i. h. a.": "in het algemeen",
        "z. s. m.": "zo snel mogelijk",
        "v. Chr.": "voor Christus",
        "n. Chr.": "na Christus",
        "vs.?": "tegen",
        "ong.": "ongeveer",
        "St.": "Sint",
        "min.": "minuten",
        "sec.": "seconden",
        "c. q.": "casu quo",
        "p. p.": "per persoon",
        "a. h. w.": "als het ware",
        "ahw": "als het ware",
        "gem.": "gemiddeld",
        "i. t. t.": "in tegenstelling tot",
        "o. l. v.": "onder leiding van",
        "m. u. v.": "met uitzondering van",
    },
    before_numbers={
        "nr.": "nummer",
        "nrs.": "nummers",
        "blz.": "bladzijde",
        "p.": "pagina",
        "pp.": "pagina's",
        "pag.": "pagina",
        "hfst.": "hoofdstuk",
        "art.": "artikel",
        "afb.": "afbeelding",
        "fig.": "figuur",
    },
    own=(
        rule(rf"{_APART}(\d{{1,2}}[:.]\d{{2}}) ?[-–] ?(?=\d{{1,2}}[:.]\d{{2}} ?uur)", r"\1 uur tot "),
        rule(rf"{_APART}(\d{{1,2}}:\d{{2}}) ?[-–] ?(?=\d{{1,2}}:\d{{2}}(?![\d:]))", r"\1 tot "),
        rule(rf"{_APART}(?P<hours>\d{{1,2}})[.:](?P<minutes>\d{{2}}) ?(?:uur|u)\b{POINT}", _clock),
        rule(rf"{_APART}(?P<hours>\d{{1,2}}):(?P<minutes>\d{{2}})(?![\d:])(?! ?(?:uur|u)\b)", _clock),
        rule(rf"{_APART}(\d{{1,2}})(?:e|de|ste)(?!\w)", _ordinal),
        rule(r"(\d)-min\.?-(?=[^\W\d_])", r"\1-minuten-"),
        rule(
            rf"(?<!\w)({listed(_DAYS)})\.? ?[-–] ?({listed(_DAYS)})\b{POINT}",
            lambda match: f"{_DAYS[match[1]]} tot {_DAYS[match[2]]}" if match[1] != match[2] else match[0],
        ),
        rule(rf"{_APART}(?P<hours>\d{{1,2}})u(?P<minutes>\d{{2}})(?!\w)", _clock),
        rule(rf"{_APART}100e(?!\w)", "honderdste"),
        rule(rf"{_APART}1 ?(?:½|(?<= )1/2)(?![\w/])", "anderhalf"),
        rule(rf"{_APART}(?:½|1/2) (?=(?:uur|jaar|kopje|glas)\b)", "een half "),
    ),
)
