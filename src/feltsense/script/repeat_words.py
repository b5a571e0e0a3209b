"""Words that ask for a repeat, such as “do this three times” or “– x5”, and the numbers that people count with.

Found in plain text, so that an import can offer to repeat what stands before them and a check can warn.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from feltsense.script.breath import MOST_ROUNDS
from feltsense.script.durations import WHOLE_NUMBER, number_of
from feltsense.script.lazy_pattern import LazyPattern


@dataclass(frozen=True, slots=True)
class WrittenRepeat:
    """Words from `start` to `end` that ask to do again what stands before them."""

    start: int
    end: int
    times: tuple[int, ...]
    """How often in all; two where a range is said."""


FOREIGN_NUMBERS = {
    word: value
    for value, words in enumerate(
        (
            "zwei dos deux due dois twee", "drei tres trois tre três drie", "vier cuatro quatre quattro quatro",
            "fünf cinco cinq cinque vijf", "sechs seis sei zes", "sieben siete sept sette sete zeven",
            "acht ocho huit otto oito", "neun nueve neuf nove negen", "zehn diez dix dieci dez tien",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
COUNT_NUMBER = rf"(?:{WHOLE_NUMBER}|(?:{'|'.join(FOREIGN_NUMBERS)})\b)"
_TIMES = (
    r"(?:times|x|rounds?|cycles?|breaths?|repetitions?|reps|mal|veces|fois|volte|vezes|keer|more times|more rounds)"
)
_ROUNDS = (
    r"(?:(?:more )?(?:times|rounds?|cycles?|repetitions?|reps|sets)|mal|veces|fois|volte|vezes|keer|runden|rondas)"
    r"(?: (?:wiederholen|in all|in total|altogether))?"
)
"""What stands in brackets behind what is repeated: “(3 rounds)”."""
_IN_ONE_WORD = {"once": 1, "twice": 2, "thrice": 3} | {
    f"{word}mal": number
    for number, word in enumerate("ein zwei drei vier fünf sechs sieben acht neun zehn".split(), 1)  # noqa: SIM905 - words read best as words
}
_WHAT = (
    r"(?: (?:this|that|it|these|the|all|whole|entire|cycle|sequence|pattern|exercise|process|practice|breath|"
    r"breathing|box|"
    r"again|like|steps?|round|series|movement|section|part|passage|"
    r"paragraph|verse|for|at least|about|another|a|total|of|above|das|dies|diesen?|den|zyklus|ablauf|übung|atemzug|"
    r"esto|est[ea]|el|ciclo|ejercicio|secuencia|todo|cela|ça|ce|cet|cette|le|cycle|exercice|questo|il|esercizio|"
    r"isto|isso|o|exercício|sie|per|por|pendant|ancora|más|mais|encore|dit|deze|cyclus|oefening|noch|noch ein|"
    r"insgesamt|"
    r"\d{1,2}(?:[–-]|"
    r" to )\d{1,2}(?= again)))"
)
_REPEAT = LazyPattern(
    rf"(?P<said>\b(?:repeat|do|continue|practi[cs]e|go through|complete|wiederhole\w*|repit[ea]\w*|répét(?:ez|er)|"
    rf"répète|ripet\w+|repita|repete|herhaal|ma(?:ch|cht|chen sie) (?:das|dies)|haz(?:lo| esto)|haga(?:lo| esto)|"
    rf"fai(?:tes)? (?:cela|ça|questo)|faites-le|fallo|faça isso|faz isso|doe dit)"
    rf"{_WHAT}{{0,8}}[ :,-]{{1,2}}(?:(?P<low>{COUNT_NUMBER})(?:(?: ?[–-] ?| to |"
    rf" or )(?P<high>{COUNT_NUMBER}))? ?(?P<more>more )?{_TIMES}\b"
    rf"(?P<later> more| again)?|(?P<word>{'|'.join(_IN_ONE_WORD)})(?P<word_more> more| again)?|x ?(?P<x>\d{{1,2}})))"
    rf"|(?:(?<=[.!…–—] )|(?<=\n)|(?<![\s\S]))(?P<again>{COUNT_NUMBER}) (?:times|rounds?|cycles?|mal|veces|fois|"
    rf"volte|vezes|keer|runden|rondas|rondes|giri)\b(?=\s*(?:$|\n)|[.!](?:\s|$))"
    rf"|(?:(?<=[^\W\d] )|(?<=[–—.,;:!…-] ))[x×] ?(?P<bare_x>\d{{1,2}})\b(?=\s*(?:$|\n)|[.!](?:\s|$))"
    rf"|(?P<alone>(?<![^\s.!?])(?P<alone_low>{COUNT_NUMBER}) more (?:times|rounds|breaths)\b)"
    rf"|(?P<marked>[(\[]\s*(?:(?:repeat )?x ?(?P<marked_x>\d{{1,2}})|"
    rf"(?:repeat )?(?P<marked_low>{COUNT_NUMBER})(?:[–-](?P<marked_high>\d{{1,2}}))? ?x"
    rf"(?: (?:wiederholen|repeat|répéter|repetir|ripetere|herhalen))?"
    rf"|(?:for |repeat (?:for )?)(?P<marked_for>{COUNT_NUMBER})(?:(?:[–-]| to )(?P<for_high>{COUNT_NUMBER}))? {_TIMES}"
    rf"|(?P<marked_rounds>{COUNT_NUMBER})(?:(?:[–-]| to )(?P<rounds_high>{COUNT_NUMBER}))? {_ROUNDS}"
    rf"(?=\s*[)\]][.!]?\s*(?:$|\n|(?-i:[A-ZÄÖÜÉ¿¡\"]))))\s*[)\]])",
    re.IGNORECASE,
)
_NOT_OURS = LazyPattern(
    r"\b(?:to yourself|silently|after me|mantras?|phrases?|words?|in your (?:mind|head)|aloud|affirmations?|say|"
    r"saying|whisper)\b|:",
    re.IGNORECASE,
)
_OWN_SHORT = LazyPattern(r"\d *x", re.IGNORECASE)
_CLOSES = LazyPattern(r"[.!]?\s*[\])]")
_OWN_CUE = LazyPattern(r"\[ *repeat +\d+(?: *x| +times?)? *\]", re.IGNORECASE)
_REPEAT_WORDS = (
    "repeat", "repete", "do ", "mach", "haz", "haga", "fai", "fallo", "faça", "faz ", "doe dit",
    "continue", "practi", "go through", "complete", "wiederhol", "repit", "répét", "ripet", "herhaal",
    "times", "rounds", "cycle", "repetition", "reps", "sets", " mal", "veces", "fois", "volte", "vezes", "keer",
    "runden", "rondas", "rondes", " giri", " x", "×", "more ", "(x", "( x", "[x", "[ x", "x)", "x]", "x )", "x ]",
    "(for", "[for", "( for",
)  # fmt: skip
"""Texts without any of them are not looked at more closely."""
_MAY_REPEAT = LazyPattern(
    r"[x×] ?\d|\b(?:times|rounds?|cycles?|mal|veces|fois|volte|vezes|keer|runden|rondas|rondes|giri)"
    r"(?:[.!]|\s*(?:$|\n))"
    r"|\bmore (?:times|rounds|breaths)\b"
    rf"|[(\[]\s*(?!breathe )(?:x ?\d|for\b|[\w –-]{{1,20}} ?x(?: [^\W\d]+)?\s*[)\]]|[\w –-]{{1,30}}{_ROUNDS}\s*[)\]])",
    re.IGNORECASE,
)
_ASKS_AGAIN = LazyPattern(
    r"\b(?:repeat|do\b|continue|practi[cs]e|go through|complete|wiederhol|rep[ie]t|répét|répète|ripet|"
    r"herhaal|mach|haz|haga|fai|fallo|faça|faz|doe dit)",
    re.IGNORECASE,
)
_HOW_OFTEN = LazyPattern(rf"(?:\b|(?<=\d)){_TIMES}\b|once|twice|thrice|mal\b", re.IGNORECASE)


@lru_cache(maxsize=32)
def written_repeats(text: str, *, own: bool = False) -> tuple[WrittenRepeat, ...]:
    """Return the words of a paragraph that ask to do what stands before them again, in order.

    Args:
        text: the paragraph.
        own: whether `[repeat 3x]` does so too, as it does where no `[end]` follows it.
    """
    lowered = text.lower()
    if not any(word in lowered for word in _REPEAT_WORDS):
        return ()
    if not _MAY_REPEAT.search(text) and not (_ASKS_AGAIN.search(text) and _HOW_OFTEN.search(text)):
        return ()
    found = (_repeat(match, text, own=own) for match in _REPEAT.finditer(text))
    return tuple(each for each in found if each)


def count_of(text: str) -> int:
    """Return the number that `text` (matching `COUNT_NUMBER`) means."""
    lowered = text.lower()
    return FOREIGN_NUMBERS.get(lowered) or int(number_of(lowered))


def _repeat(match: re.Match[str], text: str, *, own: bool) -> WrittenRepeat | None:
    before = text[max(0, match.start() - 30) : match.start()].rpartition(".")[2]
    around = before + match[0] + re.split(r"[.!?]", text[match.end() : match.end() + 60])[0]
    if (match["said"] and _NOT_OURS.search(around)) or (
        _is_own(match, text) and not (own and _OWN_SHORT.search(match[0]))
    ):
        return None
    low = (
        match["again"]
        or match["bare_x"]
        or match["low"]
        or match["x"]
        or match["alone_low"]
        or match["marked_x"]
        or match["marked_low"]
        or match["marked_for"]
        or match["marked_rounds"]
    )
    high = match["high"] or match["marked_high"] or match["for_high"] or match["rounds_high"]
    times = count_of(low) if low else _IN_ONE_WORD[match["word"].lower()]
    more = bool(match["more"] or match["later"] or match["alone"] or match["word_more"])
    if not 1 <= times + more <= MOST_ROUNDS:
        return None
    all_times = (times + more, *((count_of(high) + more,) if high else ()))
    start, end = _with_brackets(match, text)
    return WrittenRepeat(start, end, all_times) if all_times[0] > 1 else None


def _is_own(match: re.Match[str], text: str) -> bool:
    """Tell whether the words are a cue that opens a block."""
    return _OWN_CUE.fullmatch(text, *_with_brackets(match, text)) is not None


def _with_brackets(match: re.Match[str], text: str) -> tuple[int, int]:
    """Return where the words begin and end, with the brackets that are around all of them."""
    start, end = match.span()
    close = _CLOSES.match(text, end)
    opened = text[start - 1 : start] in ("[", "(") and start > 0
    return (start - 1, close.end()) if opened and close else (start, end)
