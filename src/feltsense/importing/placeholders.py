"""What stands for words that are said: blanks, choices between words (“left/right”), sentences that may be left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from feltsense.importing.meanings import DirectionKind, Meaning
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING
from feltsense.script.text import has_words

BLANK = "____"
"""How a hole in a sentence stands in a script."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands for words that are said."""

    spoken: str
    """What stands in the sentence until the question is answered: the words, or `BLANK`."""
    question: str
    choices: tuple[str, ...]


_PEOPLE = (
    r"(?:clients?|participants?|patients?|listeners?|students?|therapists?|facilitators?|teachers?|guides?|speakers?|"
    r"instructors?|presenters?|narrators?|practitioners?|person|persons?|friends?|family members?|partners?|users?|"
    r"group)"
)
_JOINTS = LazyPattern(r"_|(?<=[a-z])\.(?=[a-z])|(?<=[a-z])(?=[A-Z])")
"""Between the words of a field's name: client_name, user.name, firstName."""
_WHOSE = rf"(?:(?:the|your|their|his|her|my|a|an|this|that)\s+|{_PEOPLE}(?:['’]s?)?\s+)*"
_FILL = r"(?:please\s+)?(?:insert|fill[\s-]in|enter|add|put|choose|pick|name|say|use|state|give|type|replace with)\s+"
_NAME = LazyPattern(
    rf"(?:{_FILL})?(?:here\s+)?{_WHOSE}(?:first[\s_-]?|last[\s_-]?|full[\s_-]?|preferred[\s_-]?|client[\s_-]?|"
    rf"user[\s_-]?|"
    r"given[\s_-]?)?names?(?:\s+here)?|(?:nombre|prénom|nom|vorname|name des klienten|nome|naam)(?:\s+\w+){0,2}",
    re.IGNORECASE,
)
_THING = LazyPattern(
    rf"{_WHOSE}(?:pronouns?|place|topic|date|time|title|number|phone(?: number)?|age|city|location|organi[sz]ation|"
    rf"clinic|"
    r"company|website|email|url|duration|minutes|x+|n|tbd|todo|blank|gap)(?:\s+here)?|\.{3,}|…|_+|-{3,}|\?{2,}"
    rf"|(?:{_FILL}){_WHOSE}[\w\s'’/,-]{{1,60}}",
    re.IGNORECASE,
)
_PERSON = LazyPattern(
    r"(?:the\s+|your\s+)?(?:client|participant|patient|listener|student|therapist|facilitator|instructor|presenter|"
    r"user)",
    re.IGNORECASE,
)
_ORDER = LazyPattern(r"(?:use|say|add|give|put|choose|pick|state|name)\b", re.IGNORECASE)
_FIRM = LazyPattern(rf"(?:{_FILL})|.*\bnames?\b", re.IGNORECASE)
_WORDS = r"[\w'’-]+(?: [\w'’-]+){0,3}"
_ALTERNATIVES = LazyPattern(rf"{_WORDS}(?:\s*/\s*{_WORDS}){{1,4}}|{_WORDS}(?:,\s*{_WORDS}){{0,3}},?\s+or\s+{_WORDS}")
_FRACTION = LazyPattern(r"\d\s?/\s?\d")
_SPLIT = LazyPattern(r"\s*/\s*|,?\s+or\s+|,\s*")
_SIDES = (
    r"(?:left|right|links|rechts|linke[nrs]?|rechte[nrs]?|izquierd[oa]|derech[oa]|gauche|droite?|sinistr[oa]|destr[oa]|"
    r"esquerd[oa]|direit[oa])"
)
_SLASHED = LazyPattern(
    rf"(?<![\w/.:@#&%+-])(?:(?P<sides>{_SIDES} / {_SIDES})|[^\W\d_]{{2,20}}(?:/[^\W\d_]{{1,20}}){{1,3}})"
    r"(?![\w/@]|\.\w)",
    re.IGNORECASE,
)
_ONE_THING = frozenset(
    "and/or either/or yes/no mind/body body/mind work/life input/output pass/fail on/off am/pm pre/post he/him she/her "  # noqa: SIM905 - a list of words reads best as words
    "they/them she/they he/they cause/effect cost/benefit pros/cons fight/flight fight/flight/freeze "
    "stimulus/response love/hate und/oder y/o et/ou e/o en/of ja/nein".split()
)
"""Words with a slash that offer the listener no choice."""
_ENDINGS = {
    "es": ("a", "as", "o", "os"), "pt": ("a", "as", "o", "os"), "it": ("a", "e", "o", "i"), "fr": ("e", "es", "ne"),
    "de": ("in", "innen", "r", "n"),
}  # fmt: skip
"""Of each language: how the other form of a word ends, “cómodo/a”."""
_OR = {"de": "oder", "es": "o", "fr": "ou", "it": "o", "pt": "ou", "nl": "of"}
HOLES = ("A name is said here", "Something is to be filled in here", "Somebody is named here")
WHICH = "which is said?"
_OWN = LazyPattern(
    r"\b(?:i|i['’]m|i['’]ve|my|me|ich|mein\w{0,2}|mir|je|j['’]\w+|mon|ma|yo|soy|siento|estoy|mi|io|sono|eu|sou|sinto|"
    r"estou|meu|minha|ik|mijn)\b[^.!?…\n]{0,60}$",
    re.IGNORECASE,
)
"""What stands before a hole that the listener fills: “I feel ____ in my ____”."""
_OPTIONAL = LazyPattern(
    r"\s*(?:optional(?:ly)?|if (?:there is |you have )?time(?: allows| permits)?|option(?: [a-z\d])?|extra|"
    r"alternative(?:ly)?|"
    r"for longer (?:versions?|practices?)|longer version|opcional|facultatif|wahlweise|optioneel|"
    r"facoltativo)\s*[:;,–—-]\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)


def blank(inner: str, *, firm: bool = False) -> Placeholder | None:
    """Return the hole that `inner` stands for, such as “client's name”; None where it is something else.

    Args:
        inner: what stands in brackets.
        firm: whether it has to say so clearly, as in parentheses that may be spoken.
    """
    plain = " ".join(_JOINTS.sub(" ", inner).split()) if has_words(inner) else inner.strip()
    if len(plain) > 80 or not plain:
        return None
    if _NAME.fullmatch(plain):
        return _hole(HOLES[0], inner, ("friend",))
    if firm and (not _FIRM.match(plain) or not _THING.fullmatch(plain)):
        return None
    if _PERSON.fullmatch(plain):
        return _hole(HOLES[2], inner, ())
    if _THING.fullmatch(plain) and not (_ORDER.match(plain) and len(plain.split()) > 6):
        return _hole(HOLES[1], inner, ())
    return None


def filled_in(inner: str) -> Placeholder:
    """Return the hole for a person or a thing that `inner` describes: “a friend”."""
    return _hole(HOLES[1], inner, (" ".join(inner.split()),))


def unheard(inner: str) -> Placeholder:
    """Return the hole for words that whoever wrote them down did not hear: “inaudible 00:02:13”."""
    return Placeholder(BLANK, f"Words were not heard here (“{inner}” stood here).", (NOTHING,))


def alternatives(inner: str) -> Placeholder | None:
    """Return the choice between words that `inner` offers: “left/right”, “left | right”; None where it is none."""
    plain = " ".join(inner.replace("|", "/").split())
    if len(plain) > 80 or not _ALTERNATIVES.fullmatch(plain):
        return None
    words = tuple(filter(None, _SPLIT.split(plain)))
    if len(words) < 2 or not all(map(has_words, words)) or all(word.isdigit() for word in words):
        return None
    if plain.lower().startswith("or ") or _FRACTION.search(plain):
        return None
    return _choice(plain, words, "or")


def slashed_words(text: str, language: str) -> Iterator[tuple[int, Placeholder]]:
    """Yield each choice between words that stands in a sentence, with its end: “Lift your left/right hand.”.

    Args:
        text: without brackets.
        language: of the document; empty where it is not known.
    """
    known = language[:2]
    for found in _SLASHED.finditer(text):
        words = tuple(word.strip() for word in found[0].split("/"))
        ending = words[-1] if words[-1] in _ENDINGS.get(known, ()) and len(words) == 2 and len(words[0]) > 2 else ""
        if ending:
            words = (words[0], _with_ending(words[0], ending))
        elif (
            found[0].lower() in _ONE_THING
            or not all(map(_is_said, words))
            or (known != "de" and not found["sides"] and words[1][0].isupper())
        ):
            continue
        yield found.end(), _choice(found[0], words, _OR.get(known, "or"))


def own_word(before: str) -> Placeholder | None:
    """Return the hole behind `before` where the listener's own word belongs; None where it is another."""
    if not _OWN.search(before):
        return None
    return Placeholder(BLANK, "A word is filled in here, or the listener's own is waited for.", ("[pause]", NOTHING))


def _is_said(word: str) -> bool:
    return len(word) > 1 and not word.isupper()


def _with_ending(word: str, ending: str) -> str:
    """Return the other form of a word: of “todos” with “as” it is “todas”."""
    vowels = word[-len(ending) :]
    changes = ending[0] in "aoi" and vowels[0] in "aoei" and vowels[1:] == ending[1:] and ending not in ("in", "innen")
    return f"{word[: -len(ending)] if changes else word}{ending}"


def _choice(plain: str, words: tuple[str, ...], joint: str) -> Placeholder:
    joined = f"{', '.join(words[:-1])} {joint} {words[-1]}"
    return Placeholder(plain, WHICH, (joined, *words))


def optional_words(inner: str) -> str | None:
    """Return the words of “Optional: Notice your ears.”; None where it is nothing like that."""
    found = _OPTIONAL.fullmatch(inner)
    words = " ".join(found["words"].split()) if found else ""
    return words if has_words(words) else None


def _hole(what: str, plain: str, choices: tuple[str, ...]) -> Placeholder:
    stood = f" (“{' '.join(plain.split())}” stood here)" if has_words(plain) else ""
    return Placeholder(BLANK, f"{what}{stood}.", (*choices, NOTHING))


def asked(found: Placeholder) -> Meaning:
    """Return the question about what stands for spoken words."""
    return Meaning(DirectionKind.QUESTION, spoken=found.spoken, question=found.question, choices=found.choices)
