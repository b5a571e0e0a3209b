"""Pasted text, as importing reads it, and how it fits into the script that it was pasted into."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from feltsense.authoring.text import as_written
from feltsense.authoring.text_change import TextChange, body_start, front_matter_lines, set_key
from feltsense.errors import ImportingError
from feltsense.importing.convert import ImportedScript
from feltsense.importing.detect import import_script
from feltsense.importing.document import ChangeKind, ImportChange

FEWEST_LINES = 3
"""Shorter pastes are taken as they are."""

_NAMES = {
    ChangeKind.TITLE: ("title", "titles"),
    ChangeKind.SECTION: ("heading", "headings"),
    ChangeKind.LENGTH: ("length", "lengths"),
    ChangeKind.PAUSE: ("pause", "pauses"),
    ChangeKind.BELL: ("bell", "bells"),
    ChangeKind.NOTE: ("note", "notes"),
    ChangeKind.QUESTION: ("question", "questions"),
    ChangeKind.ANSWER: ("answer", "answers"),
    ChangeKind.LANGUAGE: ("language", "languages"),
    ChangeKind.MOVED: ("moved", "moved"),
    ChangeKind.LEFT_OUT: ("left out", "left out"),
}
_SLIGHT = (ChangeKind.SIGNS, ChangeKind.VERSE)
"""Kinds that make no difference to what is heard."""


@dataclass(frozen=True, slots=True)
class PasteOffer:
    """What a pasted text becomes when it is read as a document."""

    pasted: str
    imported: ImportedScript
    summary: str
    """How many of what: “3 pauses, 1 note”."""


def offer_import(pasted: str, title: str) -> PasteOffer | None:
    """Return what importing makes of a pasted text; None where that is what it is already, or no script.

    Args:
        pasted: as it is edited.
        title: of the script that it was pasted into.
    """
    if len(pasted.strip().split("\n")) < FEWEST_LINES:
        return None
    try:
        offer = read_as_document(pasted, title)
    except ImportingError:
        return None  # it stands there as it was pasted, and what is wrong with it is found there
    text, script = as_written(pasted), offer.imported.script
    same = _squashed(script[body_start(script) :]) == _squashed(text)
    return None if same or not _matters(offer.imported, text) else offer


def read_as_document(text: str, title: str) -> PasteOffer:
    """Return what importing makes of a text, as it is edited.

    Raises:
        ImportingError: it cannot be read, or there is nothing to say in it.
    """
    written = as_written(text)
    made = import_script(written.encode("utf-8", "replace"), title)
    return PasteOffer(text, made, change_summary(made.changes, written))


def change_summary(changes: Iterable[ImportChange], text: str = "") -> str:
    """Return how many changes of which kind an import has made, those aside that make no difference to hear.

    Args:
        changes: what became of what.
        text: the source, where it is known; headings that stood there as ours do are not counted.
    """
    counts = Counter(change.kind for change in changes if _counts(change, text))
    parts = (f"{counts[kind]} {names[counts[kind] > 1]}" for kind, names in _NAMES.items() if counts[kind])
    return ", ".join(parts)


def place_import(whole: str, start: int, offer: PasteOffer) -> TextChange:
    """Return the change that puts an import in the place of what was pasted.

    On a page without a text of its own, keys that the page lacks are put into its front matter, and a title that the
    page has already is kept as a note. Within a text, a title becomes a heading.

    Args:
        whole: the text, as it is edited.
        start: where what was pasted begins.
        offer: what it becomes.
    """
    before, after = whole[:start], whole[start + len(offer.pasted) :]
    script = offer.imported.script
    if not (before + after).strip():
        return TextChange(0, len(whole), script)
    body = script[body_start(script) :].strip("\n")
    blank = not (before[body_start(before) :] + after).strip() and body_start(before) > 0
    title = _lost_title(offer, whole)
    if title:
        body = f"> {title}\n\n{body}" if blank else f"## {title}\n\n{body}"
    if blank:
        front = before[: body_start(before)]
        for key, lines in front_matter_lines(script).items():
            if key not in front_matter_lines(front):
                front = set_key(front, key, lines).apply(front)
        return TextChange(0, len(whole), f"{front}\n{body}\n")
    lead = "" if not before.strip() or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    tail = "\n" if not after or after.startswith("\n") else "\n\n"
    return TextChange(start, start + len(offer.pasted), f"{lead}{body}{tail}")


def _matters(made: ImportedScript, text: str) -> bool:
    return bool(front_matter_lines(text)) or any(_counts(change, text) for change in made.changes)


def _counts(change: ImportChange, text: str) -> bool:
    as_ours = change.kind is ChangeKind.SECTION and f"\n## {change.before}\n" in f"\n{text}\n"
    return change.kind not in _SLIGHT and not as_ours


def _lost_title(offer: PasteOffer, whole: str) -> str:
    """Return the title that stood in the pasted text, where the script has another one already."""
    taken: Sequence[ImportChange] = [each for each in offer.imported.changes if each.kind is ChangeKind.TITLE]
    title = taken[0].before if taken else ""
    there = front_matter_lines(whole).get("title", "").partition(":")[2].strip().strip("\"'")
    return title if title and title.casefold() != there.casefold() else ""


def _squashed(text: str) -> str:
    return " ".join(text.split())
