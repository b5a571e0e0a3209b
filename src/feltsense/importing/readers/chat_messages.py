"""A script that was copied from a chat of a phone: “[12/03/26, 21:14:02] Nadja: Sit down.”."""

import re
from collections import Counter

from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.script.lazy_pattern import LazyPattern

_DATE = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4})"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f\u00a0]?[apAP]\.?[ ]?[mM]\.?)?"
_HALF_DAY = r"\d{1,2}:\d{2}(?::\d{2})?[ \u202f\u00a0]?[apAP]\.?[ ]?[mM]\.?"
"""A time of day that is no place in a recording."""
_MESSAGE = LazyPattern(
    rf"[\u200e\u200f]?(?P<stamp>\[(?:{_DATE},? {_CLOCK}|{_CLOCK},? {_DATE}|{_HALF_DAY})\]|{_DATE},? {_CLOCK} [-–])[ ]"
    r"(?:[\u200e\u200f~\u202f ]*(?P<name>[^:\n]{1,40}):[ ]|(?=[^\n]))"
    rf"|(?P<above>[^\W\d_][^,:\[\]\n]{{0,40}}), (?P<time>\[{_DATE},? {_CLOCK}\]):?[ ]*$",
    needs=r"\d[:.]\d",
)
"""An exported chat has sentences of the program as well, which have no name."""
_OF_PROGRAM = LazyPattern(
    r"[\u200e\u200f]?(?:<[^<>\n]{1,40} (?:omitted|ausgeschlossen|omitido|omis\w*|weggelaten)>|"
    r"(?:image|video|audio|sticker|gif|document|contact card|bild|imagen|imagem|immagine|afbeelding) "
    r"(?:omitted|weggelassen|omitid[ao]|absente?|omess[ao]|weggelaten)|this message was (?:deleted|edited)\.?|"
    r"you deleted this message\.?|[^\n]{1,80}\(file attached\))",
)
_LOOKED_AT = 6
"""Lines at the start, one of which is a message."""
_FEWEST = 2


def without_chat(text: str, changes: list[ImportChange]) -> str:
    """Return `text` without the times and names of a chat; what others write than who writes most becomes notes.

    There are as many lines as before.

    Args:
        text: line ends unified.
        changes: where it is reported.
    """
    lines = text.split("\n")
    if not any(map(_MESSAGE.match, lines[:_LOOKED_AT])):
        return text
    found = {number: match for number, line in enumerate(lines) if (match := _MESSAGE.match(line))}
    named = sum(bool(_name(match)) for match in found.values())
    if named < max(_FEWEST, len(found) / 2) or next((line for line in lines if line.strip()), "") != lines[min(found)]:
        return text
    words: Counter[str] = Counter()
    name = ""
    for number, line in enumerate(lines):
        name = _name(found[number]) if number in found else name
        words[name] += len(line.split()) if name else 0
    most = words.most_common(1)[0][0]
    made: list[str] = []
    for number, line in enumerate(lines):
        if number in found:
            name = _name(found[number])
            told = f"{found[number]['stamp'] or found[number]['time']} {name}".strip()
            changes.append(
                ImportChange(number + 1, ChangeKind.LEFT_OUT, told, "when a message was written, and by whom")
            )
            if made and made[-1].strip():
                made[-1] += "  "
        rest = line[found[number].end() :] if number in found else line
        made.append(_said(rest, number, changes) if name == most else _noted(rest, name))
    return "\n".join(made)


def _name(match: re.Match[str]) -> str:
    """Return who wrote a message; empty where the program did."""
    return match["name"] or match["above"] or ""


def _said(line: str, number: int, changes: list[ImportChange]) -> str:
    if not _OF_PROGRAM.fullmatch(line.strip()):
        return line
    changes.append(ImportChange(number + 1, ChangeKind.LEFT_OUT, line.strip(), "a sentence of the program"))
    return ""


def _noted(line: str, name: str) -> str:
    if not line.strip():
        return line
    return f"> {name}: {line.strip()}" if name else f"> {line.strip()}"
