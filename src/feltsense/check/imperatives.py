"""Imperatives: “relax your jaw”, but not “you might relax”, “no need to relax”, “a relaxed pace”."""

import re

from feltsense.check.sentences import Sentence
from feltsense.check.wording import CLAUSE_OPENING, INVITATION, NEGATED, NO_VERB, REPORTED, VERBS
from feltsense.script.lazy_pattern import LazyPattern

_DIRECTED = LazyPattern(
    r"\b(?:(?:i want|i need|i'd like|i would like|i'll ask) you to|you(?:'ll)? (?:must|should|have to|need to"
    r"|ought to)|(?:take|give yourself) (?:a |some |this |your |the )*(?:\w+ )?(?:moment|time|minute|while"
    r"|breaths?) to|(?:it's|it is|now is the|here is the|this is the) time to|time to)\s$"
)
_OPENING = " …(“\"'«"
_LED = LazyPattern(rf"think of\b|{VERBS}\b{NO_VERB}")
_MADE = LazyPattern(r"(?:let|allow|help|make)\b")
"""What follows belongs to somebody else: “let your shoulders soften and relax”."""
_SENSED = LazyPattern(r"(?:feel|see|watch|hear|notice)\b")
_INTRODUCED = LazyPattern(
    r"(?:on|with|as|when|if|after|before|each|every|this|in|at|for|by|from|while|once|okay|ok|good|well|great|so"
    r"|now|then|one|two|three|again|there|right|finally|next|to|first|today|tonight|here|yes|[a-z]+ing"
    r"|[a-z]+ly)\b"
)
_AND = LazyPattern(r"\b(?:and|then|but)\b")
_PARTS = re.compile(r"[,;:…—–(]")
_LEADING = LazyPattern(
    r"^(?:(?:and|then|now|but|so|just|simply|please|also|next|again|first|finally|okay|ok|[a-z]+ly)[\s,…]+)+"
)
_CHOICE = LazyPattern(r"\bor\b")
_JOINTS = re.compile(r"[,;:…—–(]|\bthen\b")
_WAY_OUT = re.compile(r"\W*(?:(?:and|but|so) )?(?:if|whenever|should|in case|unless|or)\b")
_ORDER = LazyPattern(
    r"(?!thank you|open eyes|close (?:by|to|enough)|lower (?:down|back|legs?|body|ribs)|rest assured|step by"
    rf"|place by)(?:think of\b|{VERBS}\b{NO_VERB}(?!\s?[,:.]|$)|{VERBS}[.!]?$)"
)


def is_imperative(sentence: Sentence, start: int) -> bool:
    """Tell whether the verb at `start` of a sentence's plain text is an imperative."""
    if sentence.question or INVITATION.search(sentence.plain):
        return False
    before = sentence.plain[:start]
    clause = CLAUSE_OPENING.sub("", before)
    if _DIRECTED.search(clause):
        return not (NEGATED.search(before) or REPORTED.search(before))
    if not clause.strip(_OPENING):
        return True
    return not (NEGATED.search(before) or REPORTED.search(before)) and _begins(clause, before[len(clause) :])


def _begins(clause: str, joint: str) -> bool:
    """Tell whether a clause of its own begins behind `clause`, to which `joint` joins it."""
    parts = [_LEADING.sub("", part.strip(_OPENING)) for part in _PARTS.split(clause)]
    parts = [part for part in parts if part]
    if not parts:
        return True
    led = any(_LED.match(part) and not _MADE.match(part) for part in (parts[0], parts[-1]))
    if "…" in joint:
        return (led and not _SENSED.match(parts[-1])) or _INTRODUCED.match(parts[0]) is not None
    last = clause.rstrip()[-1]
    if last in ";:—–":
        return True
    if last == ",":
        return led or any(_INTRODUCED.match(part) for part in (parts[0], parts[-1]))
    return led and _AND.search(joint) is not None


def is_bare_imperative(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with an imperative and leaves no choice."""
    return _orders(sentence.plain.lstrip(_OPENING + "~")) and not leaves_choice(sentence)


def leaves_choice(sentence: Sentence) -> bool:
    """Tell whether a sentence asks, offers or names an alternative."""
    return (
        sentence.question or _CHOICE.search(sentence.plain) is not None or INVITATION.search(sentence.plain) is not None
    )


def orders_in(sentence: Sentence) -> list[str]:
    """Return the clauses of a sentence that are orders and are parted by commas or silences; none that leave a choice.

    Of “rock, shift, yawn, stretch” and of an “if it is too much, stand up, look around” none counts: they are examples
    and ways out.
    """
    if leaves_choice(sentence) or _WAY_OUT.match(sentence.plain):
        return []
    clauses = (clause.strip(_OPENING) for clause in _JOINTS.split(sentence.plain))
    orders = [clause for clause in clauses if _orders(clause)]
    return orders if sum(" " in order for order in orders) > 1 else []


def _orders(clause: str) -> bool:
    return _ORDER.match(_LEADING.sub("", clause)) is not None
