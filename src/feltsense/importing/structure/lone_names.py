"""Names of persons that stand on lines of their own above what they say: “MARIA”, “## Maria”, “**Maria**”."""

import re
from collections import Counter
from collections.abc import Container

from feltsense.importing.document import DocumentBlock
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.given_names import is_given_name
from feltsense.importing.structure.lead_ins import BREATH, TO_THE_LISTENER
from feltsense.importing.structure.manuscript import HEADING_KINDS, SPOKEN_KINDS, Manuscript, with_next
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_SHAPE = LazyPattern(r"[A-ZÀ-Þ][^\W\d_]{1,18}(?: [A-ZÀ-Þ][^\W\d_]{1,18})?")
_NO_PERSON = LazyPattern(
    rf"{vocabulary.SECTION}|{vocabulary.NOTE}|{vocabulary.SETTING_KEYS}|{vocabulary.NOT_FOR_LISTENERS}|"
    rf"{vocabulary.FURNITURE_SECTION}|{vocabulary.ENDING}|{vocabulary.PART}\b[^\n]*|{vocabulary.GUIDE}|"
    rf"{vocabulary.CLIENT}|(?:left|right|up|down|yes|no|one|two|three|four|five|chorus|refrain|verse|repeat)\b[^\n]*",
    re.IGNORECASE,
)
_MARKS = "*_:[]() \t"
_LONGEST = 45
"""Characters of a name with its marks."""
_MOST_PERSONS = 4


def lone_names(page: Manuscript) -> frozenset[str]:
    """Return the names of persons that stand on lines of their own, as they are written there without marks.

    A given name counts where another person speaks too, or where it comes again. Other names count where they take
    turns, and no word of the text is the same in small letters: “RIBS” above “Feel your ribs” is no person.
    """
    shaped = Counter(name for block in page.blocks if (name := _shaped(block)))
    if max(shaped.values(), default=0) < 2 and sum(map(is_given_name, shaped)) < 2:
        return frozenset()  # what the words mean takes a large pattern to tell
    found = Counter({name: count for name, count in shaped.items() if _may_be_person(name)})
    given = {name for name in found if is_given_name(name)}
    turns = max(found.values(), default=0) > 1
    if not turns and len(given) < 2:
        return frozenset()
    headings = {block.text.strip(_MARKS) for block in page.blocks if block.kind in HEADING_KINDS}
    others = set(found) - given
    in_turns = turns and 1 < len(found) <= _MOST_PERSONS and headings <= found.keys()
    if others and in_turns and (given or all(map(str.isupper, found))) and _heads_sentences(page, found):
        words = set(re.findall(r"[^\W\d_]+", " ".join(block.text for block in page.blocks)))
        given |= {name for name in others if words.isdisjoint(name.lower().split())}
    return frozenset(given) if len(given) > 1 or max((found[name] for name in given), default=0) > 1 else frozenset()


def _heads_sentences(page: Manuscript, names: Container[str]) -> bool:
    """Tell whether a sentence begins below each of the names."""
    return all(
        after is not None and (after.text.lstrip("\"'*_[(")[:1].isupper() or "\n" in block.text)
        for block, after in with_next([each for each in page.blocks if has_words(each.text)])
        if _shaped(block) in names
    )


def _shaped(block: DocumentBlock) -> str:
    """Return what a block begins with on a line of its own, in the shape of a name; empty where it has another."""
    heading = block.kind in HEADING_KINDS
    if not heading and block.kind not in SPOKEN_KINDS:
        return ""
    first = block.text.lstrip().partition("\n")[0].rstrip()
    if len(first) > _LONGEST:
        return ""
    name = first.strip(_MARKS)
    marked = heading or first != name or name.isupper()
    return name if marked and _SHAPE.fullmatch(name) and not (heading and "\n" in block.text) else ""


def _may_be_person(name: str) -> bool:
    return not (_NO_PERSON.fullmatch(name) or BREATH.match(name) or TO_THE_LISTENER.match(name))
