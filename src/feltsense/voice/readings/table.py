"""What a language needs to be read aloud, as one table, and the steps that every such table becomes."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from feltsense.voice.readings.phones import PhoneTable, phone_step
from feltsense.voice.readings.rules import IN_ONE_SIGN, Rule, Step, by_rules, listed, rule

NUMBER = r"\d+(?:[.,]\d+)*"
POINT = r"(?:\.(?![\"'”’“»«›‹)*_ ]*$))?"
"""The point of an abbreviation, unless it closes the phrase."""
_NUMERAL = re.compile(rf"[\d½¼¾⅓⅔{IN_ONE_SIGN}]")
_ALONE = r"(?<![\w.,/-])"
_CLOSED = re.compile(r"[\"'”’“»«›‹)*_ ]*$")
"""What may stand behind the last point of a phrase."""


@dataclass(frozen=True, slots=True)
class ReadingTable:
    """How one language reads numbers, signs and abbreviations."""

    version: str
    """Raise it when anything is read otherwise."""
    digits: tuple[str, ...]
    phones: PhoneTable
    address: Mapping[str, str]
    """What `@ . / - _` are called in addresses."""
    endings: str
    """A pattern of how addresses without `www.` end; none that is a word of the language."""
    around_the_clock: str
    months: tuple[str, ...]
    date: str
    """With `{day}`, `{month}` and `{year}`."""
    first: str
    """The first day of a month, as said before its name."""
    between: str
    """What stands between the ends of a range."""
    fractions: Mapping[str, str]
    """Written with one sign or with a slash."""
    halves: str
    """How a whole number and a fraction are joined, with `{whole}` and `{part}`."""
    of_ten: str
    """7/10, with `{above}`."""
    times: str
    """3x."""
    one: str
    """What 1x is said as."""
    units: Mapping[str, tuple[str, str]]
    """Behind a number: one of it, with the number in words, and the name for several."""
    money: Mapping[str, tuple[str, str]]
    """One of it with the number in words, and several."""
    cents: str
    """What stands between money and its hundredths, with the spaces."""
    signs: Mapping[str, str]
    abbreviations: Mapping[str, str]
    """With their points; spaces behind points may be missing, and a `?` behind the last says that it may be."""
    before_numbers: Mapping[str, str]
    """Abbreviations only before a number."""
    own: tuple[Rule, ...] = ()
    """What only this language has, before the common rules for numbers."""
    last: tuple[Rule, ...] = ()
    """The same, after all others."""


def small_fractions(above: str, below: str, endings: tuple[str, str] = ("", "")) -> dict[str, str]:
    """Return the fractions from ⅕ on that are written with one sign, in words.

    Args:
        above: the words for 1, 2, 3, 4, 5 and 7.
        below: those for a fifth to a tenth.
        endings: of one part, and of several.
    """
    counts = dict(zip("123457", above.split(), strict=True))
    parts = dict(zip(("5", "6", "7", "8", "9", "10"), below.split(), strict=True))
    found = {}
    for sign in IN_ONE_SIGN:
        count, _, part = unicodedata.normalize("NFKC", sign).partition("⁄")
        several = f"{parts[part].removesuffix(endings[0])}{endings[1]}"
        found[sign] = f"{counts[count]} {parts[part] if count == '1' else several}"
    return found


def reading_steps(table: ReadingTable) -> tuple[Step, ...]:
    """Return what is done to a text, in order."""
    return (
        by_rules(_one_sign(table)),
        by_rules(_addresses(table)),
        _with_numbers(by_rules(_dates(table))),
        _with_numbers(phone_step(table.phones, table.digits)),
        _with_numbers(by_rules(_counts(table))),
        by_rules(table.own),
        _with_numbers(by_rules((*_numbers(table), *_units(table), *_money(table)))),
        by_rules((*_abbreviations(table), *_signs(table), *table.last)),
    )


def _with_numbers(step: Step) -> Step:
    """Return a step that leaves text without numbers alone, and does not even compile its patterns for it."""
    return lambda text: step(text) if _NUMERAL.search(text) else text


def _one_sign(table: ReadingTable) -> Iterable[Rule]:
    """Yield how signs that stand for several are written out, for the rules behind to read: ℃, 5′30″."""
    yield rule("℃", "°C")
    yield rule("℉", "°F")
    yield rule("№", table.signs["#"])
    yield rule(r"(?<=[^\W\d_])′(?=[^\W\d_])", "’")
    yield rule(r"(?<=\d) ?(?:″|′′)", " s ")
    yield rule(r"(?<=\d) ?′", " min ")
    yield rule(r"(?<=\d)⁄(?=\d)", "/")
    yield rule("€(?=uro)", "E")


def _addresses(table: ReadingTable) -> Iterable[Rule]:
    def reading(match: re.Match[str]) -> str:
        bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", match[0].rstrip("/"))
        return f" {''.join(f' {table.address[sign]} ' if sign in table.address else sign for sign in bare)} "

    yield rule(r"\bhttps?://[^\s<>()]{1,200}[\w/]|\bwww\.[^\s<>()]{1,200}[\w/]", reading)
    yield rule(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}", reading)
    yield rule(rf"(?<![\w.])(?:[\w-]{{2,60}}\.){{1,3}}(?:{table.endings})\b(?:/[\w/-]{{0,80}})?(?!\.\w)", reading)
    yield rule(r"(?<![\w/-])24 ?h?[/x-]7(?: ?(?:Tage|d|j|g|días|dias|dagen)\b)?(?![\w/-])", table.around_the_clock)


def _dates(table: ReadingTable) -> Iterable[Rule]:
    without_year = table.date[: table.date.index("{month}") + len("{month}")]
    joint = "de " if " de {month}" in table.date else ""
    short = {name[:length]: name for length in (4, 3) for name in reversed(table.months) if len(name) > 4}

    def said(day: int, month: int, year: str) -> str | None:
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        name = table.months[month - 1]
        return table.date.format(day=table.first if day == 1 else day, month=name, year=year)

    def by_day(match: re.Match[str]) -> str:
        first, second, year = int(match["first"]), int(match["second"]), match["year"]
        full = year if len(year) == 4 else f"20{year}"
        return said(first, second, full) or said(second, first, full) or match[0]

    def without(match: re.Match[str]) -> str:
        day, month = int(match[1]), int(match[2])
        name = table.months[month - 1]
        return without_year.format(day=table.first if day == 1 else day, month=name)

    yield rule(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])", lambda m: said(int(m[3]), int(m[2]), m[1]) or m[0])
    yield rule(
        r"(?<![\w./-])(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d{2})(?![\w/-]|\.\d)",
        by_day,
    )
    yield rule(
        r"(?<![\w./-])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{2})(?![\w/-]|\.\d)",
        by_day,
    )
    yield rule(r"(?<![\w./,-])(1[3-9]|2\d|3[01])/(0?[1-9]|1[0-2])(?![\w/-]|[.,]\d)", without)
    yield rule(rf"(?<=\d )({listed(short)})\.", lambda match: f"{joint}{short[match[1]]}{_end(match)}")


def _counts(table: ReadingTable) -> Iterable[Rule]:
    """Yield how 4-7-8 is read, the counts of a breath, also in a compound: 4-7-8-Atmung; and 1 000 before."""

    def reading(match: re.Match[str]) -> str:
        parts = re.split(r" ?[-–:/] ?", match[1])
        said = " ".join(table.digits[int(part)] if len(part) == 1 else part for part in parts)
        return f"{said} " if match[0].endswith("-") else said

    several = (
        r"\d{1,2}(?:[-–]\d{1,2}){2,9}|\d{1,2}(?: [-–] \d{1,2}){2,9}(?! \d)|\d{1,2}(?::\d{1,2}){2,9}|\d(?:/\d){2,9}"
    )
    yield rule(rf"{_ALONE}([1-9]\d{{0,2}}(?: \d{{3}}){{1,4}})(?![\w/]|[.,]?\d| \d)", lambda m: m[1].replace(" ", ""))
    yield rule(rf"(?<![\w./:–-])({several})(?:-(?=[^\W\d_]{{2}})|(?![\w/:]|-\d|[.,]\d))", reading)


def _numbers(table: ReadingTable) -> Iterable[Rule]:
    parts = {key: said for key, said in table.fractions.items() if "/" not in key}
    vulgar = "".join(parts)

    def mixed(match: re.Match[str]) -> str:
        return f"{table.halves.format(whole=match[1], part=parts[match[2]])}"

    def fraction(match: re.Match[str]) -> str:
        if match["ten"]:
            return table.of_ten.format(above=match["ten"]) if int(match["ten"]) <= 10 else match[0]
        part = table.fractions[match["part"]]
        article, space, rest = part.partition(" ")
        if f" {match.string[: match.start()]}".lower().endswith(f" {article} "):
            return rest if space else part
        return table.halves.format(whole=match["whole"], part=part) if match["whole"] else part

    def ends(match: re.Match[str]) -> str:
        low, high = (float(end.replace(".", "").replace(",", ".")) for end in (match[1], match[2]))
        return f"{match[1]} {table.between} {match[2]}" if low < high else f"{match[1]}, {match[2]}"

    end = r"\d{1,9}(?:[.,]\d{1,9}){0,3}"
    slashed = listed(key for key in table.fractions if "/" in key)
    yield rule(rf"(?<![\w.,/-])(\d{{1,3}}) ?([{vulgar}])", mixed)
    yield rule(f"[{vulgar}]", lambda match: f" {parts[match[0]]} ")
    yield rule(
        rf"(?<![\w./,-])(?:(?:(?P<whole>\d{{1,2}}) )?(?P<part>{slashed})|(?P<ten>\d{{1,2}})/10)(?![\w/-]|[.,]\d)",
        fraction,
    )
    yield rule(r"(?<![\w.])(\d{1,3}) ?[x×] ?(?=\d{1,3}(?!\w))", rf"\1 {table.times} ")
    yield rule(
        r"(?<![\w.])(\d{1,3}) ?[x×](?!\w)|(?<!\w)[x×] ?(\d{1,3})(?!\w)",
        lambda m: table.one if (m[1] or m[2]) == "1" else f"{m[1] or m[2]} {table.times}",
    )
    for dash in ("[-–—]", " [-–—] "):
        yield rule(rf"(?<![\w.,/–-])(?<!\b{table.between} )({end}){dash}({end})(?![\w/]|[.,]\d|[-–—][\w])", ends)


def _units(table: ReadingTable) -> Iterable[Rule]:
    def reading(match: re.Match[str]) -> str:
        one, several = table.units[match["unit"]]
        said = one if match["number"] == "1" else f"{match['number']} {several}"
        return f"{said}{_end(match)}" if match["point"] else said

    pattern = rf"(?<![\w.,:/])(?P<number>{NUMBER}) ?(?P<unit>{listed(table.units)})(?P<point>\.)?(?![\w'’/²³])"
    yield rule(pattern, reading)


def _money(table: ReadingTable) -> Iterable[Rule]:
    def reading(match: re.Match[str]) -> str:
        number, sign = match["number"], match["sign"]
        one, several = table.money[sign]
        whole, comma, cents = number.partition(",")
        if comma and len(cents) == 2:
            return (
                f"{one if whole == '1' else f'{whole} {several}'}{table.cents}{int(cents)}"
                if int(cents)
                else f"{whole} {several}"
            )
        return one if number == "1" else f"{number} {several}"

    signs = listed(table.money)
    yield rule(r"(?<=\d),[-–—]+(?![\w])", "")
    yield rule(rf"(?<!\w)(?<!\d )(?P<sign>{signs}) ?(?P<number>{NUMBER})(?![\w/])", reading)
    yield rule(rf"(?<![\w.,])(?P<number>{NUMBER}) ?(?P<sign>{signs})(?!\w)", reading)


def _abbreviations(table: ReadingTable) -> Iterable[Rule]:
    readings: dict[str, str] = {}
    for key, said in table.abbreviations.items():
        readings.setdefault(_key(key[0].upper() + key[1:]), said[0].upper() + said[1:] if key[0].islower() else said)
    readings |= {_key(key): said for key, said in table.abbreviations.items()}

    def reading(match: re.Match[str]) -> str:
        said = readings[_key(match[0])]
        return f"{said}{_end(match)}" if match[0].endswith(".") else said

    patterns = sorted(table.abbreviations, key=len, reverse=True)
    yield rule(rf"(?<![\w.])(?:{'|'.join(map(_pattern, patterns))})", reading)
    before = {key.casefold(): said for key, said in table.before_numbers.items()}

    def numbered(match: re.Match[str]) -> str:
        said = before[match[1].casefold()]
        return f"{said[0].upper() if match[1][0].isupper() else said[0]}{said[1:]} "

    yield rule(
        rf"(?<![\w.])({listed(table.before_numbers)}) ?(?=\d|(?:{listed(table.digits)})\b)", numbered, re.IGNORECASE
    )


def _key(written: str) -> str:
    """Return an abbreviation without what may be missing in it."""
    return written.rstrip("?").replace(" ", "").rstrip(".")


def _pattern(key: str) -> str:
    optional = key.endswith("?")
    bare = key.rstrip("?")
    letters = re.escape(bare[0])
    first = f"[{letters}{re.escape(bare[0].upper())}]" if bare[0].islower() else letters
    rest = re.escape(bare[1:]).replace(r"\.\ ", r"\. ?")
    whole = f"{first}{rest}"
    if optional:
        return rf"{whole.removesuffix('.').removesuffix(chr(92))}(?:\.|(?![\w.]))"
    return whole if key.endswith(".") else rf"{whole}(?!\w)"


def _end(match: re.Match[str]) -> str:
    """Return the point of an abbreviation that closes the phrase."""
    return "." if _CLOSED.match(match.string, match.end()) else ""


def _signs(table: ReadingTable) -> Iterable[Rule]:
    yield rule(r"(?<!\S)< ?(?=\d)", table.signs["<"])
    yield rule(r"(?<!\S)> ?(?=\d)", table.signs[">"])
    yield rule(r"(?<!\S)[~≈] ?(?=\d)", table.signs["~"])
    yield rule(r"(?<!\w)#(?=\d)", table.signs["#"])
    yield rule(r"(?<!\w)#(?=\w)", "")
    yield rule(r"(?<![\w.,:/-])50[:/]50(?![\w:/-])", "50 50")
    yield rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", " ")
    plain = {sign: said for sign, said in table.signs.items() if sign not in "<>~#"}
    yield rule(listed(plain), lambda match: plain[match[0]])
