"""English text as it is read out: numbers, signs and abbreviations that the voices would misread, in words.

Captions keep what is written; only what a voice is given changes. Nothing is guessed: a date that could be two days is
read as its numbers (the parser warns of it).
"""

import re
import unicodedata
from collections.abc import Iterable

from feltsense.script.dates import MONTHS, NUMERIC_DATE, day_and_month, is_date
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.voice.readings.english_phones import DIGITS, with_phone_numbers
from feltsense.voice.readings.rules import IN_ONE_SIGN, by_rules, listed, read_with, rule

READINGS_VERSION = "2"
"""Part of the voices' identities: raise it when anything here or in `english_phones.py` reads otherwise."""

_INTERESTING = LazyPattern(rf"[^\w\s.,;:!?'’“”\"…—–()-]|[\d½¼¾⅓⅔{IN_ONE_SIGN}–]|\b\w{{1,7}}\.|\b[\w-]+\.[a-z]{{2,4}}\b")

_FRACTIONS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth"}
_VULGAR = {
    "½": "a half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds", "⅛": "an eighth",
    "⅒": "a tenth",
}  # fmt: skip
_MONEY = {"€": "euros", "£": "pounds", "$": "dollars", "¥": "yen"}
_SIGNS = {
    "&": " and ", "≥": " at least ", "≤": " at most ", "≠": " is not ", "≈": " about ", "∞": " infinity ",
    "−": " minus ", "±": " plus or minus ", "÷": " divided by ", "=": " equals ", "√": " root of ",
    "•": ", ", "·": ", ", "→": " to ", "§": " section ", "‰": " per thousand ", "×": " times ",
}  # fmt: skip
_WORDS = {
    "sgt": "Sergeant", "capt": "Captain", "lt": "Lieutenant", "col": "Colonel", "gen": "General", "gov": "Governor",
    "rep": "Representative", "sen": "Senator", "maj": "Major", "cpl": "Corporal", "rev": "Reverend", "hon": "Honorable",
    "prof": "Professor", "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
    "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday", "jan": "January",
    "feb": "February", "mar": "March", "apr": "April", "jun": "June", "jul": "July", "aug": "August",
    "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December",
    "ave": "Avenue", "blvd": "Boulevard", "rd": "Road",
}  # fmt: skip
"""Written with a capital and a point."""
_ALSO_WORDS = frozenset({"sun", "sat", "wed", "mar", "rep"})
_BEFORE_A_DAY = LazyPattern(
    r"\b(?:on|every|each|next|last|this|by|until|till|to|and|or|from|in|since)\W+$", re.IGNORECASE
)
_SMALL = {
    "dept": "department", "approx": "approximately", "incl": "including", "resp": "respectively", "viz": "namely",
    "a.k.a": "also known as", "aka": "also known as", "vs": "versus", "cf": "compare", "est": "established",
    "e.g": "for example", "i.e": "that is", "et al": "and others", "op. cit": "in the work cited", "max": "maximum",
    "w/o": "without", "w/": "with",
}  # fmt: skip
_BEFORE_NUMBERS = {
    "p": "page", "pp": "pages", "fig": "figure", "figs": "figures", "vol": "volume", "vols": "volumes", "ch": "chapter",
    "chs": "chapters", "sec": "section", "no": "number", "nos": "numbers", "tel": "telephone", "ext": "extension",
}  # fmt: skip
_UNITS = {
    "ft": ("foot", "feet"), "in": ("inch", "inches"), "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"),
    "oz": ("ounce", "ounces"), "yd": ("yard", "yards"), "mi": ("mile", "miles"), "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"), "sec": ("second", "seconds"), "secs": ("second", "seconds"),
    "hr": ("hour", "hours"), "hrs": ("hour", "hours"), "wk": ("week", "weeks"), "wks": ("week", "weeks"),
    "yr": ("year", "years"), "yrs": ("year", "years"),
}  # fmt: skip
_PRIMES = {"′": ("minute", "minutes"), "″": ("second", "seconds"), "′′": ("second", "seconds")}
_OF_TIME = LazyPattern(r"\b(?:breath|inhal|exhal|hold|paus|silen|rest|wait|quiet|still)", re.IGNORECASE)
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"


def read_english(text: str, keep: Iterable[str] = ()) -> str:
    """Return `text` as an English voice is to read it; words of `keep` stay as they are."""
    return read_with(text, keep, _STEPS) if _INTERESTING.search(text) else text


def _address(match: re.Match[str]) -> str:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", match[0].rstrip("/"))
    for sign, word in (("@", "at"), (".", "dot"), ("/", "slash"), ("-", "dash"), ("_", "underscore")):
        bare = bare.replace(sign, f" {word} ")
    return f" {bare} "


def _date(match: re.Match[str]) -> str:
    if not is_date(match):
        return _counts(match) if match["sign"] == "-" else match[0]
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    found = day_and_month(match)
    if found is None:
        return f"{int(match['first'])}, {int(match['second'])}, {year}"
    return f"{MONTHS[found[1] - 1]} {_ordinal(found[0])}, {year}"


def _iso_date(match: re.Match[str]) -> str:
    month, day = int(match[2]), int(match[3])
    return f"{MONTHS[month - 1]} {_ordinal(day)}, {match[1]}" if 1 <= month <= 12 and 1 <= day <= 31 else match[0]


def _ordinal(day: int) -> str:
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _counts(match: re.Match[str]) -> str:
    """Read 4-7-8 as the counts of a breath."""
    parts = re.split("[-–]", match[0])
    return " ".join(DIGITS[int(part)] if len(part) == 1 else part for part in parts)


def _fraction(match: re.Match[str]) -> str:
    above, below = int(match["above"]), int(match["below"])
    whole = f"{match['whole']} and " if match["whole"] else ""
    if 0 < above < below and below in _FRACTIONS:
        part = _FRACTIONS[below]
        if above == 1:
            return f"{whole}{'a' if whole or below != 8 else 'an'} {part}" if whole else f"one {part}"
        return f"{whole}{above} {'halves' if below == 2 else part + 's'}"
    if whole:
        return match[0]
    return f"{above} out of 10" if above <= below == 10 else f"{above} {below}"


def _units(match: re.Match[str]) -> str:
    one, several = _UNITS[match["unit"]]
    return f"{match['number']} {one if match['number'] == '1' else several}"


def _several(number: str, names: tuple[str, str]) -> str:
    return f"{number} {names[0] if number == '1' else names[1]}"


def _primes(match: re.Match[str]) -> str:
    """Read 5′6″ as a height, unless it cannot be one, or breaths and pauses are spoken of."""
    if int(match[2]) < 12 and not _OF_TIME.search(match.string):
        return f"{_several(match[1], ('foot', 'feet'))} {_several(match[2], ('inch', 'inches'))}"
    return f"{_several(match[1], _PRIMES['′'])} {_several(match[2], _PRIMES['″'])}"


def _at_the_end(match: re.Match[str]) -> str:
    """Read an abbreviation that closes the phrase; “the Sun.” is none, and small letters keep an engine off it."""
    word = match["word"].lower()
    if word in _ALSO_WORDS and not _BEFORE_A_DAY.search(match.string[: match.start()]):
        return f"{word}."
    return f"{_WORDS[word]}."


_BEFORE_PHONES = (
    rule(r"\bhttps?://[^\s<>()]{1,200}[\w/]|\bwww\.[^\s<>()]{1,200}[\w/]", _address),
    rule(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}", _address),
    rule(
        r"\b(?=[\d-]{0,20}[a-z])[\w-]{2,60}\.(?:com|org|net|edu|gov|info|co\.uk|org\.uk|nhs\.uk)\b(?:/[\w/-]{0,80})?",
        _address,
    ),
    rule(r"\b24[/x-]7(?:/365)?(?![\w/-])", "twenty-four seven"),
    rule(r"(?<![\w/-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])", _iso_date),
    rule(NUMERIC_DATE.pattern, _date),
)
_AFTER_PHONES = (
    rule("℃", "°C"),
    rule("℉", "°F"),
    rule("№ ?", "number "),
    rule(r"(?<![\w./-])\d{1,2}(?:[-–]\d{1,2}){2,}(?![\w/-]|\.\d)", _counts),
    rule(r"(?<![\w'])(\d{1,2})['′’] ?(\d{1,2})(?:[\"″”]|''|′′)", _primes),
    rule(r"(?<=[^\W\d_])′(?=[^\W\d_])", "’"),
    rule(r"(?<![\d.,])(\d+) ?(″|′′|′)", lambda match: f" {_several(match[1], _PRIMES[match[2][:2]])} "),
    rule(r"(?<=\d)⁄(?=\d)", "/"),
    rule(
        r"(?:(?P<whole>\d{1,2}) ?)?(?P<part>[⅕⅖⅗⅘⅙⅚⅐⅜⅝⅞⅑])",
        lambda match: f"{match['whole'] or ''} {unicodedata.normalize('NFKC', match['part']).replace('⁄', '/')}",
    ),
    rule(r"(?<![\w./-])(\d{2,3})/(\d{2,3})(?=[ ,.;:]|$)(?=.{0,20}(?:mm ?Hg|blood))", r"\1 over \2"),
    rule(r"(?<![\w./-])(?:(?P<whole>\d{1,2}) )?(?P<above>\d{1,3})/(?P<below>\d{1,3})(?![\w/-]|\.\d)", _fraction),
    rule(r"(?P<whole>\d) ?(?P<part>[½¼¾⅓⅔⅛⅒])", lambda match: f"{match['whole']} and {_VULGAR[match['part']]}"),
    rule(r"[½¼¾⅓⅔⅛⅒]", lambda match: f" {_VULGAR[match[0]]} "),
    rule(rf"(?<![\w.,/-])({_NUMBER}) ?[-–—] ?({_NUMBER})(?![\w/-]|[.,]\d)", r"\1 to \2"),
    rule(r"(?<![\w.])(\d{1,3}) ?[x×] ?(\d{1,3})(?!\w)", r"\1 times \2"),
    rule(r"(?<![\w.])(\d{1,3}) ?[x×](?!\w)", r"\1 times"),
    rule(r"(?<!\w)[x×] ?(\d{1,3})(?!\w)", r"\1 times"),
    rule(rf"({_NUMBER}) ?([€£$¥])(?!\d)", lambda match: f"{match[1]} {_MONEY[match[2]]}"),
    rule(
        r"\b[Tt]he ([€£$¥])(?= (?:sign|symbol)s?\b)",
        lambda match: f"{match[0][:-1]}{_MONEY[match[1]].removesuffix('s')}",
    ),
    rule(r"€(?=uro)", "E"),
    rule(r"(?<=[^\W\d_])\$(?=[A-Z])", "S"),
    rule(r"(?<=[^\W\d_])\$(?=[a-z])", "s"),
    rule("§§ ?", " sections "),
    rule(r"[€£$¥](?! ?\d)", lambda match: f" {_MONEY[match[0]]} "),
    rule(r"(?<!\S)< ?(?=\d)", "less than "),
    rule(r"(?<!\S)> ?(?=\d)", "more than "),
    rule(r"(?<!\S)[~≈] ?(?=\d)", "about "),
    rule(r"(?<=\d) +%", "%"),
    rule(r"(?<!\w)#(?=\d)", "number "),
    rule(r"(?<!\w)#(?=\w)", ""),
    rule(r"\bCO2\b|CO₂", "C O two"),
    rule(r"(?<!\w)w/o\b", "without", re.IGNORECASE),
    rule(r"(?<!\w)w/ ", "with "),
    rule(
        r"\b(he|she|his|her|him|hers|himself|they|s)/(?=(?:he|she|her|hers|him|his|herself|they|them)\b)",
        r"\1 or ",
        re.IGNORECASE,
    ),
    rule(r"\b([sS]) or he\b", r"\1he or he"),
    rule(r"\bkm/h\b", "kilometers per hour"),
    rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", " "),
    rule(r"\betc\.(?=\s+[a-z\d])", "etc", re.IGNORECASE),
    rule(r"(?<!\S)/ | /(?!\S)", ", "),
    rule(r"(?<![\w:.])(\d{1,2}):00 ?(?=[ap]\.?m\b)", r"\1 ", re.IGNORECASE),
    rule(r"(?<![\w:.])(\d{1,2}):00(?![\d:])", r"\1 o'clock"),
    rule(r"(?<![\w:.])(\d{1,2}):0(?=[1-9](?![\d:]))", r"\1 oh "),
    rule(r"\bvs(?![\w.])", "versus"),
    rule(
        rf"(?<![\w.])(?<!\d )(?P<word>{listed(_BEFORE_NUMBERS)})\. ?(?=\d)",
        lambda match: f"{_BEFORE_NUMBERS[match['word'].lower()]} ",
        re.IGNORECASE,
    ),
    rule(rf"(?<![\w.])(?P<number>{_NUMBER}) ?(?P<unit>{listed(_UNITS)})\.(?=\s+[a-z\d(]|,|;|:)", _units),
    rule(rf"(?<![\w.])(?P<number>{_NUMBER}) ?(?P<unit>in)(?=\.$)", _units),
    rule(rf"(?<![\w.])(?P<number>{_NUMBER}) ?(?P<unit>ft|lbs?|oz|yd|mins?|secs?|hrs?|wks?|yrs?)(?!\w)", _units),
    rule(
        rf"(?<![\w.])(?P<word>{listed(word.title() for word in _WORDS)})\.(?=\s*[\w,;:(–—-])",
        lambda match: _WORDS[match["word"].lower()],
    ),
    rule(
        rf"(?<![\w.])(?P<word>{listed(word.title() for word in _WORDS)})\.(?=\W*$)",
        _at_the_end,
    ),
    rule(
        rf"(?<![\w.])(?P<word>{listed(word for word in _SMALL if '/' not in word)})\.(?P<end>\s*$)?",
        lambda match: f"{_SMALL[match['word'].lower()]}{'' if match['end'] is None else '.'}",
        re.IGNORECASE,
    ),
    rule("[" + "".join(map(re.escape, _SIGNS)) + "]", lambda match: _SIGNS[match[0]]),
)
_STEPS = (by_rules(_BEFORE_PHONES), with_phone_numbers, by_rules(_AFTER_PHONES))
