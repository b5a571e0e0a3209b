"""Whether the point behind an abbreviation ends the sentence: “in the U.S. It is big”, “see fig. 3”, “on Mon. at 5”."""

from feltsense.script.foreign_abbreviations import closes_foreign_sentence
from feltsense.script.lazy_pattern import LazyPattern

_DOTTED = LazyPattern(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("rev hon sgt capt cpt lt col gen rep sen gov maj cmdr cpl pvt adm messrs ft")
"""Never last where they have their capital: “one more rep.” is last."""
_NEVER_LAST = _words("dr mr mrs ms prof st sr jr vs e.g i.e eg ie ca cf mt viz incl approx op a.k.a aka")
_BEFORE_NUMBERS = _words("c no nos fig figs vol vols ch chs p pp sect")
"""Not last before a number."""
_DAYS_AND_MONTHS = _words(
    "mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Abbreviations where they have their capital."""
_UNITS = _words("in mi mo pt yd yds gal")
"""Abbreviations behind a number: “breathe in.” is last."""
_INITIALS_OF_MORE = _words("u.s u.s.a u.k d.c u.n e.u n.y l.a n.z m.d b.a m.a b.s m.s r.n d.o j.d a.d b.c a.m p.m")
"""Initials that may close a sentence; others are those of a name."""
_PERHAPS_LAST = _INITIALS_OF_MORE | _words(
    "etc min mins max sec secs inc ltd co corp bros ft lb lbs oz hr hrs wk wks yr yrs ave blvd rd hwy apt al cit dept "
    "est resp tel ext assn"
)
"""Abbreviations that may close a sentence too: a capital letter behind them tells."""
_OF_A_COUNTRY = _words(
    "Army Navy Air Marine Marines Coast Government Department Dept Congress Senate House Constitution Supreme "
    "President Veterans National Forest Food Postal Treasury Embassy Open Parliament"
)
_STARTERS = _words(
    "a and at but he here i if in it let my now on our she so that the then there they this we what you your"
)


def closes_sentence(word: str, previous: str, after: str, following: str) -> bool:
    """Tell whether a point behind `word` ends the sentence.

    Args:
        word: what stands before the point; any word, abbreviated or not.
        previous: the word before it, empty for none.
        after: the next letter or sign, a capital one where ¿ or ¡ stands before it.
        following: the next word, empty where it is none.
    """
    foreign = closes_foreign_sentence(word, previous, after, following)
    if foreign is not None:
        return foreign
    lowered, capital = word.lower(), word[:1].isupper()
    if lowered in _NEVER_LAST:
        closes = lowered == "st" and _is_street(previous, following)
    elif capital and lowered in _TITLES:
        closes = False
    elif lowered in _BEFORE_NUMBERS or (lowered == "sec" and not previous[-1:].isdigit()):
        closes = not after.isdigit()
    elif capital and lowered in _DAYS_AND_MONTHS:
        closes = after.isupper() and following.lower() not in _DAYS_AND_MONTHS
    elif lowered in _UNITS:
        closes = after.isupper() or not previous[-1:].isnumeric()
    elif lowered in _PERHAPS_LAST:
        closes = after.isupper() and not (lowered in _INITIALS_OF_MORE and following in _OF_A_COUNTRY)
    elif _DOTTED.fullmatch(word):
        closes = after.isupper() and not word.replace(".", "").isupper()
    else:
        closes = word == "I" or not (len(word) == 1 and capital)
    return closes


def _is_street(previous: str, following: str) -> bool:
    """Tell whether St. is a street's at a sentence's end, not a saint's."""
    return previous[:1].isupper() and following.lower() in _STARTERS
