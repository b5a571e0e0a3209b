"""What a library needs of a script's front matter and what is not there yet, as questions to the writer."""

import json
from dataclasses import dataclass

from feltsense.authoring.text_change import TextChange, front_matter_lines, set_key
from feltsense.script.fields import PATHWAYS, PRACTICES, WANTED
from feltsense.script.text import spelled


@dataclass(frozen=True, slots=True)
class MissingKey:
    """A key that is missing, and what is asked for it."""

    key: str
    asks: str
    choices: tuple[tuple[str, str], ...]
    """Each value with its words; none where only own words do."""
    own_words: str = ""
    """What is to be written; empty where one of the choices has to be taken."""


_TIERS = (
    ("1", "1: present and outward"), ("2", "2: inner, with something to hold on to"), ("3", "3: it may stir things up"),
)  # fmt: skip


def missing_keys(text: str, title: str) -> tuple[MissingKey, ...]:
    """Return the keys that are missing in a script, in the order that they are written in.

    Args:
        text: the script.
        title: the one that is offered.
    """
    every = (
        MissingKey("title", "What is it called?", ((title, title),), "or another title"),
        MissingKey("summary", "What is it, in one sentence for a list?", (), "one sentence"),
        MissingKey("practice", "What kind of practice is it?", tuple((name, spelled(name)) for name in PRACTICES)),
        MissingKey("pathway", "Which way does it lead?", tuple((name, spelled(name)) for name in PATHWAYS)),
        MissingKey("tier", "How close does it go?", _TIERS),
    )
    given = front_matter_lines(text)
    return tuple(each for each in every if each.key in WANTED and each.key not in given)


def give_key(text: str, key: str, value: str) -> TextChange:
    """Return the change that writes `value` for a key of text."""
    return set_key(text, key, f"{key}: {value if _is_plain(value) else json.dumps(value, ensure_ascii=False)}")


def _is_plain(value: str) -> bool:
    """Tell whether YAML reads `value` as it is written: one word, or a number for a tier."""
    return value in (*PRACTICES, *PATHWAYS) or value in {tier for tier, _ in _TIERS}
