"""One reader for every language: rules are applied in order, and words with a pronunciation of their own stay."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import pictures

Reading = str | Callable[[re.Match[str]], str]
Rule = tuple[str, Reading, re.RegexFlag]
"""A pattern, what it is read as, and the pattern's flags."""
Step = Callable[[str], str]

WITHOUT_WORDS = "©®™℠¶†‡"
"""Signs of print, which nobody reads out."""

_BULLETS = "∙⋅∗⋆∘⦁⋯⋮⋰⋱"
"""Such as • and …: no voice has a word for them, and between words they are a small pause."""
_LIKE = str.maketrans(
    {
        **dict.fromkeys(WITHOUT_WORDS, ""),
        **dict.fromkeys(f"{_BULLETS}\u2800\ufffc\ufffd∖∣∥￨￭￮", " "),
        **dict.fromkeys("⟶⟹⟼⟾⟿", "→"),
        **dict(zip("∕⁄∼～∶＋＝＜＞｜＄￡￥", "//~~:+=<>|$£¥", strict=True)),
    }
)
"""What signs of print are read like, in every language."""
_KEPT_SIGNS = "\ue000-\uf8ff"
_PAUSE = LazyPattern(rf"(?<=[\w”\"'’){_KEPT_SIGNS}]) ?[{_BULLETS}]+ ?(?=[\w“\"'‘({_KEPT_SIGNS}])")

IN_ONE_SIGN = "⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
"""Fractions that are written with one sign, besides ½ ⅓ ⅔ ¼ ¾."""
_IN_ONE_SIGN = {unicodedata.normalize("NFKC", sign): sign for sign in IN_ONE_SIGN}
_FRACTION = LazyPattern(r"(?<![\d⁄])\d⁄\d{1,2}(?![\d⁄])")

_SIGNS = frozenset({"Sm", "Sc", "So"})
_MORE_SIGNS = frozenset("‰‱§′″‴")
_NEVER_SAID = frozenset("~|^<>")
"""Signs of drawing and of markup, which every voice leaves out."""

SAID_AS_THEY_ARE = frozenset("+=$€£¥¢°")
"""Signs that stand for words, and that every voice knows."""

_KEPT = 0xE000
"""The first of the signs that hold the place of a word with a pronunciation of its own."""


def rule(pattern: str, reading: Reading, flags: re.RegexFlag = re.NOFLAG) -> Rule:
    """Return a rule; its pattern is compiled when something is first read out."""
    return pattern, reading, flags


def listed(words: Iterable[str]) -> str:
    """Return a pattern that fits any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def by_rules(rules: Iterable[Rule]) -> Step:
    """Return the step that applies `rules` in order."""
    several = tuple(rules)

    def step(text: str) -> str:
        for each in several:
            text = _compiled(each).sub(each[1], text)
        return text

    return step


def read_with(text: str, keep: Iterable[str], steps: Iterable[Step]) -> str:
    """Return `text` after all `steps`; words of `keep` stay as they are, and spaces before signs go."""
    kept: list[str] = []

    def mask(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(_KEPT + len(kept) - 1)

    words = listed(filter(None, keep))
    read = re.sub(rf"(?<!\w)(?:{words})(?!\w)", mask, text, flags=re.IGNORECASE) if words else text
    for step in (_signs_of_print, *steps):
        read = step(read)
    read = "".join(kept[ord(sign) - _KEPT] if _KEPT <= ord(sign) < _KEPT + len(kept) else sign for sign in read)
    return re.sub(r"\s+", " ", re.sub(r"\s+(?=[,.;:!?])", "", read)).strip(" ,") if read != text else text


def _signs_of_print(text: str) -> str:
    if text.isascii():
        return text
    text = _FRACTION.sub(lambda match: _IN_ONE_SIGN.get(match[0], match[0]), text)
    return _PAUSE.sub(", ", text).translate(_LIKE)


def signs_to_say(text: str) -> tuple[str, ...]:
    """Return the signs of `text` that stand for words: a voice without a word for one must refuse it.

    Marks, quotes, what is drawn and pictures are none: they have no sound, and `check` tells of pictures.
    """
    if text.isascii():
        return tuple(sign for sign in "+=$" if sign in text)
    return tuple(sign for sign in dict.fromkeys(text) if is_said(sign))


def is_said(sign: str) -> bool:
    """Tell whether a sign stands for a word: ° and ‰ do, a picture does not."""
    if sign in _NEVER_SAID or sign in WITHOUT_WORDS:
        return False
    return sign in _MORE_SIGNS or (unicodedata.category(sign) in _SIGNS and not pictures(sign))


@cache
def _compiled(one: Rule) -> re.Pattern[str]:
    return re.compile(one[0], one[2])
