"""Names of parts that stand before their words on the same line, as in “**Feet (1 min):** Feel them”."""

import re

from feltsense.importing.document import DocumentBlock, DocumentBlockKind
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.lengths import heading_length
from feltsense.script.lazy_pattern import LazyPattern

FEW_WORDS = 7
"""Of the name of a part."""
SECTION = LazyPattern(vocabulary.SECTION, re.IGNORECASE)
_NAME_BEHIND = r"(?:\s*(?:[:.)–—-]\s*[^\n]{0,60})?)"
PART = LazyPattern(
    rf"(?:{vocabulary.PART}\s*(?:\#|no\.?\s*)?{vocabulary.NUMBERING}(?!\w)|{vocabulary.ORDINAL}\s+{vocabulary.PART})"
    rf"{_NAME_BEHIND}|{vocabulary.NUMBERED_PRACTICE}{_NAME_BEHIND}|(?-i:[IVX]{{1,5}}|[A-H])[.)]\s+[^\n]{{2,60}}",
    re.IGNORECASE,
)
NOT_FOR_LISTENERS = LazyPattern(
    rf"{vocabulary.NOT_FOR_LISTENERS}\s*:?", re.IGNORECASE, needs=vocabulary.OTHER_SECTION_HINT
)
"""What heads a part that is for whoever leads the practice."""
OTHER_SECTION = LazyPattern(
    rf"(?:{vocabulary.NOT_FOR_LISTENERS}|{vocabulary.FURNITURE_SECTION})\s*:?",
    re.IGNORECASE,
    needs=vocabulary.OTHER_SECTION_HINT,
)
"""What heads a part that nobody speaks, whether it is marked as a heading or not."""
TO_THE_LISTENER = LazyPattern(
    r"(?:remember|notice|note|repeat|say|ask|imagine|listen|know|think|now|next|then|and|or|so|here|today|optional|"
    r"important|yes|no|please|welcome|thank|silently|gently|just|let|allow|see|feel|try|perhaps|maybe|if)\b",
    re.IGNORECASE,
)
BREATH = LazyPattern(
    r"(?:and |slowly |gently |deep(?:ly)? )*(?:breathe|breath (?:in|out)|inhale|exhale|hold|in|out|pause|silence|rest|"
    r"wait|"
    r"repeat|relax|let go|release|stay|soften|einatmen|ausatmen|inhala|exhala|inspire[zr]?|expire[zr]?)\b",
    re.IGNORECASE,
)
ADDRESSED = LazyPattern(
    r"\b(?:you|your|yours|yourself|i|me|my|we|us|our|let|let's|deine?[nrms]?|du|dich|tu|tus|vous|votre|vos|tuo|"
    r"tua|seu|"
    r"je|jouw)\b",
    re.IGNORECASE,
)
_GOES_ON = LazyPattern(
    r"(?:on|in|at|of|to|with|under|by|for|is|are|was|and|or|the|an?|from|as|like|how|what|where|that|which|into|onto|"
    r"over|above|below|resting|touching)\b"
)
"""How words begin that need the name before them, as in “Feet: on the floor.”"""
LEAD_IN = LazyPattern(
    r"\s*(?P<mark>\*\*\*|\*\*|__)(?P<name>[^*_\n]{2,70}?)"
    r"(?:[ \t]*[:：][ \t]*(?P=mark)|(?P=mark)[ \t]*(?P<length>[(\[][^()\[\]\n]{1,40}[)\]])?"
    r"(?:[ \t]*[:：]|[ \t]+[–—-](?=[ \t])))[ \t]*(?P<rest>\S[\s\S]*)"
)
_TIMED_LEAD_IN = LazyPattern(
    rf"\s*(?P<name>(?:{vocabulary.PART}[ ]?{vocabulary.NUMBERING}[ ]?[:.–—-][ ])?"
    r"[^\W\d_][^\n:*_]{1,50}?[ \t]*[(\[][^()\[\]\n]{1,30}[)\]])[ \t]*[:：.][ \t]*(?P<rest>\S[\s\S]*)",
    re.IGNORECASE,
    needs=r"[)\]][ \t]*[:：.]",
)
_MARKED_LENGTH = LazyPattern(
    r"\s*(?P<mark>\*\*\*|\*\*|__|\*|_)(?P<name>[^*_\n]{2,70}?)[.:：]?(?P=mark)[ \t]*[:：]?[ \t]*"
    r"(?P<length>[*_]{0,2}[(\[][^()\[\]\n]{1,40}[)\]][*_]{0,2})?[ \t]*[:：.]?[ \t]*(?P<rest>\S[\s\S]*)"
)
"""A name in bold or italics with a length in it or behind it."""


def part_lead_in(block: DocumentBlock, *, several: bool) -> tuple[str, str] | None:
    """Return the name and the rest of a paragraph that begins with the name of its part.

    Args:
        block: the paragraph, or an item of a list.
        several: whether bold words with a colon begin several paragraphs of the document.
    """
    strong = LEAD_IN.fullmatch(block.text)
    if strong:
        name = " ".join(f"{strong['name']} {strong['length'] or ''}".split())
        bare, length = heading_length(name)
        known = SECTION.fullmatch(bare) or PART.fullmatch(bare)
        listed = block.kind is DocumentBlockKind.ITEM
        named = listed or not (TO_THE_LISTENER.match(bare) or ADDRESSED.search(bare))
        if length or (_stands_alone(strong["rest"]) and (known or (several and named)) and not _timed(strong["rest"])):
            return name, strong["rest"]
    return _timed_lead_in(block)


def _timed(rest: str) -> bool:
    """Tell whether words begin with a length in brackets."""
    found = re.match(r"[*_]{0,2}[(\[]([^()\[\]\n]{1,40})[)\]]", rest)
    return found is not None and heading_length(f"Part ({found[1]})")[1] is not None


def _timed_lead_in(block: DocumentBlock) -> tuple[str, str] | None:
    """Return the name with its length, and the rest, where a length shows what the name is."""
    marked = _MARKED_LENGTH.fullmatch(block.text)
    if marked:
        stated = (marked["length"] or "").strip("*_")
        name = " ".join(f"{marked['name'].rstrip('.:： ')} {stated}".split())
        bare, length = heading_length(name)
        colon = re.search(r"[:：]", block.text[: marked.start("rest")]) is not None
        begins = marked["rest"].lstrip("\"'*_“‘(")[:1]
        if length and len(bare.split()) <= FEW_WORDS and (colon or (not BREATH.match(bare) and begins.isupper())):
            return name, marked["rest"]
    timed = _TIMED_LEAD_IN.fullmatch(block.text)
    if timed is None:
        return None
    bare, length = heading_length(timed["name"])
    numbered = block.kind is DocumentBlockKind.ITEM
    colon = block.text[timed.end("name") : timed.start("rest")].strip() in (":", "：")
    if not colon and not PART.fullmatch(bare):
        return None
    if length and len(bare.split()) <= FEW_WORDS and (numbered or not BREATH.match(bare)):
        return timed["name"], timed["rest"]
    return None


def _stands_alone(rest: str) -> bool:
    """Tell whether words make sense without the name before them."""
    return not _GOES_ON.match(rest)
