"""How French reads numbers, signs and abbreviations."""

import re

from feltsense.voice.readings.phones import PhoneTable
from feltsense.voice.readings.rules import listed, rule
from feltsense.voice.readings.table import POINT, ReadingTable, small_fractions

_FEMININE = (
    "minute|seconde|heure|fois|semaine|journée|main|respiration|pause|phrase|chose|partie|étape|séance|question|"
    "personne|page|phase|inspiration|expiration|répétition|posture|année|nuit|jambe|sensation|série"
)
_APART = r"(?<![\w.,:/-])"
_ORDINALS = {
    1: "unième", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", 6: "sixième", 7: "septième",
    8: "huitième", 9: "neuvième", 10: "dixième", 11: "onzième", 12: "douzième", 13: "treizième", 14: "quatorzième",
    15: "quinzième", 16: "seizième", 17: "dix-septième", 18: "dix-huitième", 19: "dix-neuvième", 20: "vingtième",
    30: "trentième", 40: "quarantième", 50: "cinquantième", 60: "soixantième",
}  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_CENTURIES = {"XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}
_DAYS = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi", "sam": "samedi",
    "dim": "dimanche",
}  # fmt: skip


def _ordinal(number: int) -> str:
    if number in _ORDINALS:
        return "première" if number == 1 else _ORDINALS[number]
    tens, ones = number // 10 * 10, number % 10
    if tens not in _TENS:
        return f"{number}ème"
    return f"{_TENS[tens]}{' et ' if ones == 1 else '-'}{_ORDINALS[ones]}"


def _clock(match: re.Match[str]) -> str:
    """Read 14h30, 10 h 30, 7:00, of the day or as a length."""
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    said = "une heure" if hours == 1 else f"{hours} heures"
    if not minutes:
        return said
    return f"{said} {minutes}{' minutes' if match['length'] else ''}"


def _both(match: re.Match[str]) -> str:
    """Read “assis·e” and “assis(e)” with both endings."""
    many = "s" if match["ending"].rstrip(")").endswith("s") else ""
    return f"{match['stem']}{many} ou {match['stem']}e{many}"


def _open_hours(written: str) -> str:
    return "vingt-quatre heures sur vingt-quatre" + (", sept jours sur sept" if "7" in written else "")


_HOURS = r"(?P<hours>\d{1,2})"

FRENCH = ReadingTable(
    version="4",
    digits=tuple("zéro un deux trois quatre cinq six sept huit neuf".split()),  # noqa: SIM905 - as words
    phones=PhoneTable(
        plus="plus",
        shapes=(r"0\d(?:[ .-]?\d{2}){4}", r"0 ?800(?:[ .]?\d{2,3}){2,3}"),
        alone="3114|3919|3018|3020",
        call=(
            r"appel(?:ez|er|le|les|lez|ant)?|compos(?:ez|er|e)|téléphon(?:ez|er|e)|tél|numéros?|urgences?|joign(?:ez|able)|"
            r"joindre|contact(?:ez|er|e)|sms|ligne|samu"
        ),
        links="le|au|du|ou|et|est|numéro|gratuitement",
        call_after="(?:est joignable|répond|est gratuit)",
        uncounted=(
            "ou|et|si|en|à|a|au|pour|par|quand|est|sont|gratuit|gratuitement|de|du|des|les|le|la|qui|où|jour|nuit|"
            "maintenant|toujours|depuis|sans|avec|aujourd|anonymement|dès|tout|à tout moment|comme|parce|mais|répond|"
            "24|vous|je|tu|on|nous|il|elle|immédiatement|joignable"
        ),
    ),
    address={"@": "arobase", ".": "point", "/": "barre oblique", "-": "tiret", "_": "tiret bas"},
    endings="fr|be|ch|com|org|net|info|eu|ca",
    around_the_clock="vingt-quatre heures sur vingt-quatre, sept jours sur sept",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    date="{day} {month} {year}",
    first="premier",
    between="à",
    fractions={
        "½": "un demi",
        "¼": "un quart",
        "¾": "trois quarts",
        "⅓": "un tiers",
        "⅔": "deux tiers",
        **small_fractions(
            "un deux trois quatre cinq sept", "cinquième sixième septième huitième neuvième dixième", ("", "s")
        ),
        "1/2": "un demi",
        "1/4": "un quart",
        "3/4": "trois quarts",
        "1/3": "un tiers",
        "2/3": "deux tiers",
    },
    halves="{whole} et {part}",
    of_ten="{above} sur 10",
    times="fois",
    one="une fois",
    units={
        "s": ("une seconde", "secondes"),
        "sec": ("une seconde", "secondes"),
        "min": ("une minute", "minutes"),
        "mn": ("une minute", "minutes"),
        "mins": ("une minute", "minutes"),
        "h": ("une heure", "heures"),
        "mm": ("un millimètre", "millimètres"),
        "cm": ("un centimètre", "centimètres"),
        "m": ("un mètre", "mètres"),
        "km": ("un kilomètre", "kilomètres"),
        "km/h": ("un kilomètre à l'heure", "kilomètres à l'heure"),
        "g": ("un gramme", "grammes"),
        "mg": ("un milligramme", "milligrammes"),
        "kg": ("un kilogramme", "kilogrammes"),
        "l": ("un litre", "litres"),
        "L": ("un litre", "litres"),
        "ml": ("un millilitre", "millilitres"),
        "cl": ("un centilitre", "centilitres"),
        "°C": ("un degré Celsius", "degrés Celsius"),
        "° C": ("un degré Celsius", "degrés Celsius"),
        "°F": ("un degré Fahrenheit", "degrés Fahrenheit"),
        "Hz": ("un hertz", "hertz"),
    },
    money={
        "€": ("un euro", "euros"),
        "EUR": ("un euro", "euros"),
        "$": ("un dollar", "dollars"),
        "£": ("une livre", "livres"),
        "CHF": ("un franc", "francs"),
        "¥": ("un yen", "yens"),
    },
    cents=" ",
    signs={
        "<": "moins de ",
        ">": "plus de ",
        "~": "environ ",
        "#": "numéro ",
        "&": " et ",
        "≥": " au moins ",
        "≤": " au plus ",
        "≠": " n'est pas ",
        "≈": " environ ",
        "=": " égale ",
        "±": " plus ou moins ",
        "−": " moins ",
        "→": " à ",
        "•": ", ",
        "·": ", ",
        "§§": " paragraphes ",
        "§": " paragraphe ",
        "°C": " degrés Celsius ",
        "÷": " divisé par ",
        "×": " fois ",
        "‰": " pour mille ",
        "√": " racine de ",
        "∞": " infini ",
        "+": " plus ",
        "@": " arobase ",
    },
    abbreviations={
        "MM.": "messieurs",
        "Mmes": "mesdames",
        "Mlles": "mesdemoiselles",
        "Mme.": "madame",
        "Mgr": "monseigneur",
        "Dr.": "docteur",
        "Dre": "docteure",
        "Drs": "docteurs",
        "Pr.": "professeur",
        "p. ex.": "par exemple",
        "par ex.": "par exemple",
        "c.-à-d.": "c'est-à-dire",
        "c. à d.": "c'est-à-dire",
        "c.à.d.": "c'est-à-dire",
        "càd": "c'est-à-dire",
        "etc.?": "et cætera",
        "env.": "environ",
        "tél.": "téléphone",
        "max.": "maximum",
        "cf.?": "voir",
        "vs.?": "contre",
        "av. J.-C.": "avant Jésus-Christ",
        "apr. J.-C.": "après Jésus-Christ",
        "s. v. p.": "s'il vous plaît",
        "qqn": "quelqu'un",
        "qqch": "quelque chose",
        "qq.": "quelques",
        "N. B.": "nota bene",
        "RDV": "rendez-vous",
        "rdv": "rendez-vous",
        "boul.": "boulevard",
        "i. e.": "c'est-à-dire",
        "min.": "minutes",
        "j/7": "jours sur sept",
    },
    before_numbers={
        "n°": "numéro",
        "nº": "numéro",
        "no.": "numéro",
        "p.": "page",
        "pp.": "pages",
        "chap.": "chapitre",
        "art.": "article",
        "vol.": "volume",
        "fig.": "figure",
        "réf.": "référence",
    },
    own=(
        rule(r"(?<!\S)[-–](?=\d{1,3}(?:[.,]\d+)? ?°)", "moins "),  # eSpeak NG passes it over
        rule(r"(?<![\w/-])24 ?h?/24(?:,? ?(?:et )?7 ?j?/7)?(?![\w/-])", lambda match: _open_hours(match[0])),
        rule(r"(?<![\w/-])7 ?(?:j|jours?)?/7(?![\w/-])", "sept jours sur sept"),
        rule(rf"{_APART}(\d{{1,2}}(?: ?h ?\d{{0,2}}|:\d{{2}})) ?[-–] ?(?=\d{{1,2}}(?: ?h\b| ?h ?\d|:\d\d))", r"\1 à "),
        rule(rf"{_APART}{_HOURS} ?[hH] ?(?P<minutes>\d{{2}})(?P<length> ?(?:min|mn)\b{POINT})?(?!\w)", _clock),
        rule(rf"{_APART}{_HOURS}:(?P<minutes>0\d)(?P<length>(?!))?(?![\d:])", _clock),
        rule(rf"{_APART}(\d{{1,2}})(?:e|è|[eè]?me|ième)s?(?!\w)", lambda match: _ordinal(int(match[1]))),
        rule(rf"{_APART}1(?:re|ere)(s)?(?!\w)", r"première\1"),
        rule(rf"{_APART}2nd(e?s?)(?!\w)", r"second\1"),
        rule(
            rf"\b({'|'.join(_CENTURIES)})e(?= siècles?\b)",
            lambda match: _ordinal(_CENTURIES[match[1]]),
        ),
        rule(
            rf"\b({listed(_DAYS)})\.? ?[-–] ?({listed(_DAYS)})\b{POINT}",
            lambda match: f"{_DAYS[match[1].lower()]} à {_DAYS[match[2].lower()]}",
            re.IGNORECASE,
        ),
        rule(rf"{_APART}(?:½|1/2) (?=heure|tasse|journée)", "une demi "),
        rule(rf"{_APART}1 ?½ (heure|tasse)s?\b", r"une \1 et demie"),
        rule(rf"{_APART}(\d{{1,2}}) ?½ (heures|tasses)\b", r"\1 \2 et demie"),
        rule(rf"{_APART}1 ?h ?(?:1/2|½)", "une heure et demie"),
        rule(rf"{_APART}(\d{{1,2}}) ?h ?(?:1/2|½)", r"\1 heures et demie"),
        rule(r"\b([Tt])ou[·•.]te[·•.]?s\b", r"\1ous et toutes"),
        rule(r"\b([^\W\d_]{2,20})x[·•]se([·•]?s)?(?!\w)", r"\1x ou \1se"),
        rule(r"\b([^\W\d_]{1,20})teur[·•]t?rice([·•]?s)?(?!\w)", r"\1teur ou \1trice"),
        rule(r"\b([^\W\d_]{1,20})eur[·•](?:eu)?se([·•]?s)?(?!\w)", r"\1eur ou \1euse"),
        rule(r"\b([^\W\d_]{1,20})f[·•]ve([·•]?s)?(?!\w)", r"\1f ou \1ve"),
        rule(r"\b(?P<stem>[^\W\d_]{2,20})(?P<ending>\(es?\)s?|[·•]e(?:[·•]?s)?)(?!\w)", _both),
    ),
    last=(
        rule(r"(?<![\w.'’])M\. (?=[A-ZÀ-Ý]|et Mme)", "monsieur "),
        rule(r"(?<![\w.])([Ee])x\.(?= ?:)", r"\1xemple"),
        rule(rf"{_APART}1 (?=(?:{_FEMININE})\b)", "une "),
        rule(rf"{_APART}([2-6])1 (?=(?:{_FEMININE})s?\b)", lambda match: f"{_TENS[int(match[1]) * 10]} et une "),
    ),
)
