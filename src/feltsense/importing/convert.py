"""From a document's blocks to a script in our format, with a report of what became of each part."""

from dataclasses import dataclass, replace

from feltsense.errors import ImportingError
from feltsense.importing.context import with_language
from feltsense.importing.document import Document, ImportChange, check_length
from feltsense.importing.foreign_blocks import with_english_cues
from feltsense.importing.front_matter import NO_WISH, WishedMinutes
from feltsense.importing.script_writer import ScriptWriter
from feltsense.importing.structure.arrange import structured
from feltsense.importing.structure.guidance import speaks_to_listeners
from feltsense.importing.structure.manuscript import SPOKEN_KINDS
from feltsense.importing.structure.practices import practices
from feltsense.importing.wished_length import wished_minutes
from feltsense.script.diagnostics import BLANK
from feltsense.script.model import Parsed
from feltsense.script.parser import parse
from feltsense.script.questions import Question, asked_once
from feltsense.script.source import MOST_BYTES
from feltsense.script.text import has_words

_IN_PARTS = "Where it holds several practices, --split writes each; else import it in parts."
_DOUBT = (
    "Little in it asks a listener for anything, and it leaves no silence: perhaps it is about a practice, and is none. "
    "The list of what will be spoken shows what would be heard."
)
_FEWEST_WORDS = 40
"""Of a script that may be doubted; shorter ones can be seen whole."""
_LEAVES_TIME = ("[pause", "[breathe", "[long pause", "[short pause", "[bell", "…")
_BLOCK_TROUBLE = ("S030", "S031", "S032", "S033")


@dataclass(frozen=True, slots=True)
class ImportedScript:
    """A script in our format, free of errors."""

    script: str
    title: str
    sections: int
    words: int
    """Spoken ones."""
    changes: tuple[ImportChange, ...]
    place_unit: str
    """What the changes' `place` counts: “line” or “paragraph”."""
    open_questions: tuple[Question, ...] = ()
    """Those that stand in the script, with those that stood in the document already."""
    practices: tuple[str, ...] = ()
    """The titles of several practices that the document holds, which are one script here."""
    doubt: str = ""
    """A sentence for whoever brought it, where it may only be about a practice; else empty."""

    @property
    def questions(self) -> int:
        """How many are open."""
        return len(self.open_questions)


def convert(document: Document, name: str) -> ImportedScript:
    """Return the script that `document` becomes.

    Args:
        document: what a reader made of a file.
        name: the title where the document has none.

    Raises:
        ImportingError: there is nothing to say in it, or more than a script can hold.
    """
    check_length(sum(len(block.text) for block in document.blocks))
    several = practices(document)
    if len(several) > 1:
        titles = tuple(each.blocks[0].text for each in several)
        return replace(_converted(document, name, titled=True), practices=titles)
    return _converted(document, name, titled=False)


def convert_each(document: Document, name: str) -> tuple[ImportedScript, ...]:
    """Return a script for each practice in `document`; arguments and errors as with `convert`."""
    check_length(sum(len(block.text) for block in document.blocks))
    return tuple(_converted(each, name, titled=False) for each in practices(document))


def _converted(document: Document, name: str, *, titled: bool) -> ImportedScript:
    characters = sum(len(block.text) for block in document.blocks)
    if characters > 2 * MOST_BYTES:  # dots and spaces may be many, but not so many
        message = f"There are {characters:,} characters of text in it; a script has at most {MOST_BYTES:,}."
        raise ImportingError(message, _IN_PARTS)
    arranged = with_language(structured(with_english_cues(document), titled=titled))
    writer = ScriptWriter(arranged, name, blocks=True)
    made, parsed = _attempt(writer, arranged)
    minutes = wished_minutes(parsed.exercise, arranged.head)
    if any(error.code in _BLOCK_TROUBLE for error in parsed.errors):
        writer = ScriptWriter(arranged, name, blocks=False)
        made, parsed = _attempt(writer, arranged, minutes)
    elif minutes != NO_WISH:
        made, parsed = _attempt(writer, arranged, minutes)
    wrong = [error for error in parsed.errors if error.code != BLANK]
    codes = {error.code for error in wrong}
    if "S001" in codes:
        message = f"This becomes a script of {len(made.script.encode()):,} bytes; a script has at most {MOST_BYTES:,}."
        raise ImportingError(message, _IN_PARTS)
    if "S003" in codes:
        raise ImportingError(
            "There is nothing to say in it.", "Is it the right file? Pictures and scans have no words."
        )
    if codes:
        line = wrong[0].span.line
        raise ImportingError(f"This could not be turned into a script (line {line}). This is our mistake, not yours.")
    return made if _is_for_listeners(arranged, made.script) else replace(made, doubt=_DOUBT)


def _is_for_listeners(document: Document, script: str) -> bool:
    """Tell whether a script leaves time, or is short, or guides who listens."""
    said = [block.text for block in document.blocks if block.kind in SPOKEN_KINDS and has_words(block.text)]
    few = sum(len(text.split()) for text in said) < _FEWEST_WORDS
    return few or any(cue in script for cue in _LEAVES_TIME) or speaks_to_listeners(said)


def _attempt(
    writer: ScriptWriter, document: Document, minutes: WishedMinutes = NO_WISH
) -> tuple[ImportedScript, Parsed]:
    script = asked_once(writer.write(minutes))
    parsed = parse(script, "imported")
    sections, unit = len(parsed.exercise.sections), document.place_unit
    made = ImportedScript(script, writer.title, sections, writer.words, writer.all_changes, unit, parsed.questions)
    return made, parsed
