"""How German reads numbers, signs and abbreviations."""

import re

from feltsense.script.number_words import number_words
from feltsense.voice.readings.phones import PhoneTable
from feltsense.voice.readings.rules import listed, rule
from feltsense.voice.readings.table import POINT, ReadingTable, small_fractions

_WORDS = {int(digits): word for word, digits in reversed(list(number_words("de").items()))} | {1: "eins"}
"""From 0 to 99."""

_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
_SHORT_MONTHS = {name[:3]: name for name in _MONTHS if name != "Mai"} | {"Sept": "September"}
_DAYS = {
    "Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag", "Sa": "Samstag",
    "So": "Sonntag",
}  # fmt: skip

_MASCULINE = (
    "Schritt|Teil|Atemzug|Durchgang|Tag|Abschnitt|Punkt|Abend|Morgen|Stock|Gang|Satz|Absatz|Versuch|Impuls|Finger|Zeh|"
    "Wirbel|Monat|Advent|Kreis|Klang|Ton|Gong|Anker|Sinn|Weg|Zyklus|Durchlauf|Block"
)
_FEMININE = (
    "Übung|Runde|Phase|Minute|Stunde|Sekunde|Woche|Frage|Stufe|Etage|Ebene|Einheit|Hälfte|Wiederholung|Hand|Sitzung|"
    "Einladung|Reihe|Zeile|Seite|Wurzel|Säule|Möglichkeit|Variante|Welle|Pause"
)
_NEUTER = "Mal|Kapitel|Jahr|Jahrhundert|Bild|Element|Wort|Glas|Gefühl|Chakra|Beispiel|Zeichen"
_GENDERS = {"er": _MASCULINE + "|" + "|".join(_MONTHS), "e": _FEMININE, "es": _NEUTER}

_OBLIQUE = (
    "am|im|vom|zum|zur|beim|dem|den|des|ab|bis|seit|einem|einer|eines|einen|diesem|diesen|dieser|jedem|jeden|meinem|"
    "meinen|meiner|deinem|deinen|deiner|Ihrem|Ihren|Ihrer|ihrem|ihren|ihrer|seinem|seinen|unserem|unseren"
)
"""Before an ordinal that then ends in -en."""
_NOMINATIVE = "der|die|das|dieses|diese|jede|jeder|jedes|eine|deine|meine|Ihre|ihre|seine|unsere"
"""Before one in -e; “der” is of a feminine noun in another case, unless its noun is masculine."""
_APART = r"(?<![\w.,:/-])"
_ORDINAL_STEMS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


def _stem(number: int) -> str:
    return _ORDINAL_STEMS.get(number) or _WORDS[number] + ("t" if number < 20 else "st")


def _gender(noun: str) -> str:
    return next((ending for ending, nouns in _GENDERS.items() if re.fullmatch(nouns, noun)), "")


_ORDINAL = (
    rf"(?<![\w.])(?P<before>(?i:{_OBLIQUE}|{_NOMINATIVE}) )?(?<![\w.,:/-])(?P<number>\d{{1,2}})\."
    r"(?:(?=(?:,? (?:(?:bis|und|oder) (?:zum )?)?\d{1,2}\.){0,5} (?P<noun>[A-ZÄÖÜa-zäöüß]+))|(?<=\b[Aa]m \d\d\.)(?=$))"
)
_FIRST_OF_SEVERAL = re.compile(
    rf"\b({_OBLIQUE}|{_NOMINATIVE}) (?:\d{{1,2}}\.,? (?:(?:bis|und|oder) (?:zum )?)?){{1,5}}$", re.IGNORECASE
)

_LONGEST_LIST = 100
"""Characters before an ordinal in which the first of several is looked for."""


def _ordinal(match: re.Match[str]) -> str:
    """Return “2.” in words: by the word before it, else by the gender of a known noun behind it, else as it is."""
    number, before = int(match["number"]), match["before"] or ""
    first = _FIRST_OF_SEVERAL.search(match.string[max(0, match.start() - _LONGEST_LIST) : match.start()])
    ending = _ending((before or (first[1] if first else "")).strip().lower(), match["noun"] or "")
    if number == 0 or not ending:
        return match[0]
    return f"{before}{_stem(number)}{ending}{'' if match['noun'] else '.'}"


def _ending(before: str, noun: str) -> str:
    gender = _gender(noun)
    known = gender or (noun not in ("und", "oder", "bis") and before not in ("bis", "ab", "seit"))
    if known and (re.fullmatch(_OBLIQUE.lower(), before) or (before == "der" and gender == "e")):
        return "en"
    if known and re.fullmatch(_NOMINATIVE.lower(), before):
        return "e"
    return gender


def _clock(match: re.Match[str]) -> str:
    hours, minutes = int(match[1]), int(match[2])
    return f"{hours} Uhr {minutes}" if minutes else f"{hours} Uhr"


def _clock_to_clock(match: re.Match[str]) -> str:
    return re.sub(r"(\d{1,2})[.:](\d{2})", _clock, f"{match[1]} bis {match[2]}")


def _year(match: re.Match[str]) -> str:
    hundreds, rest = divmod(int(match[1]), 100)
    return f"{_WORDS[hundreds]}hundert{_WORDS[rest] if rest else ''}{match[2] or ''}"


def _short_date(match: re.Match[str]) -> str:
    day, month = int(match["day"]), int(match["month"])
    return f"{match['before']}{day}. {_MONTHS[month - 1]}" if 1 <= month <= 12 and 1 <= day <= 31 else match[0]


def _halves(match: re.Match[str]) -> str:
    return f"{_WORDS[int(match[1])].removesuffix('s') if match[1] == '1' else _WORDS[int(match[1])]}einhalb"


_PHONES = PhoneTable(
    plus="plus",
    shapes=(r"0\d{3,5}/\d{3,8}(?:[ -]\d{1,6}){0,3}",),
    alone="(?!)",
    call=(
        r"ruf(?:e|st|t|en)?|anruf(?:en)?|anzurufen|wähl(?:e|st|t|en)?|telefon\w*|tel|hotline|notruf\w*|notfall|nummern?|"
        r"rufnummern?|notrufnummern?|helpline|seelsorge|hilfetelefon|erreich(?:e|st|t|en|bar)|sms|fon|mobil"
    ),
    links="die|der|den|unter|bei|an|auf|oder|und|ist|lautet|nummer|gebührenfrei|kostenlos|kostenfrei",
    call_after="anrufen|anruft|anrufst|anzurufen|wählen|wählst|erreichbar|erreichen|an(?=[.,!]?$| oder| und)",
    uncounted=(
        "an|oder|und|anrufen|wählen|erreich\\w*|ist|sind|wenn|falls|bei|jederzeit|rund|Tag|kostenlos|kostenfrei|"
        "gebührenfrei|anonym|in|im|für|auf|zu|zum|zur|immer|24|da|der|die|das|den|wo|wer|du|Sie|wir|ein|auch|sofort|"
        "direkt|heute|jetzt|von|aus|vom|mit|ohne|Feuerwehr|Polizei|Notarzt|Notruf"
    ),
)

GERMAN = ReadingTable(
    version="3",
    digits=tuple("null eins zwei drei vier fünf sechs sieben acht neun".split()),  # noqa: SIM905 - as words
    phones=_PHONES,
    address={"@": "ät", ".": "Punkt", "/": "Schrägstrich", "-": "Minus", "_": "Unterstrich"},
    endings="de|at|ch|com|org|net|info|eu",
    around_the_clock="vierundzwanzig sieben",
    months=_MONTHS,
    date="{day}. {month} {year}",
    first="1",
    between="bis",
    fractions={
        "½": "ein halb",
        "¼": "ein Viertel",
        "¾": "drei Viertel",
        "⅓": "ein Drittel",
        "⅔": "zwei Drittel",
        **small_fractions("ein zwei drei vier fünf sieben", "Fünftel Sechstel Siebtel Achtel Neuntel Zehntel"),
        "1/2": "ein halb",
        "1/4": "ein Viertel",
        "3/4": "drei Viertel",
        "1/3": "ein Drittel",
        "2/3": "zwei Drittel",
        "1/8": "ein Achtel",
        "1/5": "ein Fünftel",
    },
    halves="{whole} und {part}",
    of_ten="{above} von 10",
    times="mal",
    one="einmal",
    units={
        "s": ("eine Sekunde", "Sekunden"),
        "sek": ("eine Sekunde", "Sekunden"),
        "Sek": ("eine Sekunde", "Sekunden"),
        "sec": ("eine Sekunde", "Sekunden"),
        "min": ("eine Minute", "Minuten"),
        "Min": ("eine Minute", "Minuten"),
        "h": ("eine Stunde", "Stunden"),
        "Std": ("eine Stunde", "Stunden"),
        "Stdn": ("eine Stunde", "Stunden"),
        "mm": ("ein Millimeter", "Millimeter"),
        "cm": ("ein Zentimeter", "Zentimeter"),
        "m": ("ein Meter", "Meter"),
        "km": ("ein Kilometer", "Kilometer"),
        "km/h": ("ein Kilometer pro Stunde", "Kilometer pro Stunde"),
        "g": ("ein Gramm", "Gramm"),
        "mg": ("ein Milligramm", "Milligramm"),
        "kg": ("ein Kilogramm", "Kilogramm"),
        "l": ("ein Liter", "Liter"),
        "ml": ("ein Milliliter", "Milliliter"),
        "°C": ("ein Grad Celsius", "Grad Celsius"),
        "° C": ("ein Grad Celsius", "Grad Celsius"),
        "°F": ("ein Grad Fahrenheit", "Grad Fahrenheit"),
        "Hz": ("ein Hertz", "Hertz"),
    },
    money={
        "€": ("ein Euro", "Euro"),
        "EUR": ("ein Euro", "Euro"),
        "$": ("ein Dollar", "Dollar"),
        "£": ("ein Pfund", "Pfund"),
        "CHF": ("ein Franken", "Franken"),
        "¥": ("ein Yen", "Yen"),
    },
    cents=" ",
    signs={
        "<": "weniger als ",
        ">": "mehr als ",
        "~": "etwa ",
        "#": "Nummer ",
        "&": " und ",
        "≥": " mindestens ",
        "≤": " höchstens ",
        "≠": " ist nicht ",
        "≈": " etwa ",
        "=": " gleich ",
        "±": " plus minus ",
        "−": " minus ",
        "→": " zu ",
        "•": ", ",
        "·": ", ",
        "°C": " Grad Celsius ",
        "÷": " geteilt durch ",
        "×": " mal ",
        "‰": " Promille ",
        "§§": " Paragrafen ",
        "§": " Paragraf ",
        "√": " Wurzel aus ",
        "∞": " unendlich ",
        "+": " plus ",
        "@": " ät ",
    },
    abbreviations={
        "z. B.": "zum Beispiel",
        "d. h.": "das heißt",
        "bzw.?": "beziehungsweise",
        "ca.?": "circa",
        "u. a. m.": "und anderes mehr",
        "u. a.": "unter anderem",
        "usw.?": "und so weiter",
        "u. v. m.": "und vieles mehr",
        "uvm.?": "und vieles mehr",
        "etc.?": "et cetera",
        "usf.": "und so fort",
        "u. s. w.": "und so weiter",
        "evtl.?": "eventuell",
        "ggf.?": "gegebenenfalls",
        "inkl.": "inklusive",
        "exkl.": "exklusive",
        "vgl.": "vergleiche",
        "s. o.": "siehe oben",
        "s. u.": "siehe unten",
        "o. ä.": "oder ähnliches",
        "o. Ä.": "oder Ähnliches",
        "u. ä.": "und ähnliches",
        "u. Ä.": "und Ähnliches",
        "sog.": "sogenannte",
        "v. a.": "vor allem",
        "z. T.": "zum Teil",
        "i. d. R.": "in der Regel",
        "m. E.": "meines Erachtens",
        "u. U.": "unter Umständen",
        "v. l. n. r.": "von links nach rechts",
        "n. Chr.": "nach Christus",
        "v. Chr.": "vor Christus",
        "Dr.": "Doktor",
        "Prof.": "Professor",
        "max.": "maximal",
        "mind.": "mindestens",
        "bes.": "besonders",
        "allg.": "allgemein",
        "Tel.": "Telefon",
        "geb.": "geboren",
        "bspw.?": "beispielsweise",
        "i. e.": "das heißt",
        "Min.": "Minuten",
        "Sek.": "Sekunden",
        "Std.": "Stunden",
        "jew.": "jeweils",
        "Jh.": "Jahrhundert",
        "i. S. v.": "im Sinne von",
        "Abb.": "Abbildung",
    },
    before_numbers={
        "Nr.": "Nummer",
        "Nr": "Nummer",
        "S.": "Seite",
        "Kap.": "Kapitel",
        "Bd.": "Band",
        "Abs.": "Absatz",
        "Art.": "Artikel",
        "Abb.": "Abbildung",
    },
    own=(
        rule(rf"{_APART}(\d{{1,2}}(?:[.:]\d{{2}})?) ?(?:[-–]|bis) ?(\d{{1,2}}[.:]\d{{2}}) ?Uhr\b", _clock_to_clock),
        rule(rf"{_APART}(\d{{1,2}}:\d{{2}}) ?[-–] ?(\d{{1,2}}:\d{{2}})(?![\d:])", _clock_to_clock),
        rule(r"(?<![\w.,:/-])(\d{1,2})[.:](\d{2}) ?Uhr\b", _clock),
        rule(r"(?<![\w.,:/-])(\d{1,2}):(0\d)(?![\d:])(?! ?Uhr)", _clock),
        rule(rf"{_APART}(\d{{1,2}})\.(\d{{2}}) ?h\b", _clock),
        rule(rf"(?<=\b[Aa]m )({listed(_DAYS)})\b\.?", lambda match: _DAYS[match[1]]),
        rule(r"(\d)-[Mm]in\.?-(?=\w)", r"\1-Minuten-"),
        rule(r"(\d)-[Ss]ek\.?-(?=\w)", r"\1-Sekunden-"),
        rule(r"(?<![\w.,-])(1[1-9]\d\d)(er)?(?![\w€$%°/-]|[.,]\d| ?[€$%°])", _year),
        rule(
            r"(?P<before>\b(?:am|vom|zum|bis|den|dem|der|ab|seit|und) )(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\."
            r"(?!\d)(?! ?Uhr)",
            _short_date,
            re.IGNORECASE,
        ),
        rule(rf"(?<=\d\. )({listed(_SHORT_MONTHS)})\.", lambda match: _SHORT_MONTHS[match[1]]),
        rule(
            rf"\b({listed(_DAYS)})\.? ?[-–] ?({listed(_DAYS)})\b{POINT}",
            lambda match: f"{_DAYS[match[1]]} bis {_DAYS[match[2]]}",
        ),
        rule(r"(?<![\w.,/-])(\d{1,2})(?: ?½| 1/2(?![\w/]))", _halves),
        rule(rf"(?<![\w.,/-])(?:½|1/2) (?=(?:{_FEMININE}|Tasse)\b)", "eine halbe "),
    ),
    last=(
        rule(r"\bHr\. (?=[A-ZÄÖÜ])", "Herr "),
        rule(r"\bFr\. (?=[A-ZÄÖÜ])", "Frau "),
        rule(r"\bSt\. (?=[A-ZÄÖÜ])", "Sankt "),
        rule(r"\bmin\. ?(?=\d)", "mindestens "),
        rule(_ORDINAL, _ordinal),
        rule(rf"{_APART}1 (?=(?:{_FEMININE})\b)", "eine "),
        rule(rf"{_APART}1 (?=(?:{_MASCULINE}|{_NEUTER}|Meter|Kilometer|Kilogramm|Liter|Grad|Euro|Prozent)\b)", "ein "),
    ),
)
