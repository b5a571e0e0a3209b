"""Scripts that import has made before: they stay as they are, with the questions that are still open in them."""

from feltsense.importing.convert import ImportedScript
from feltsense.script.diagnostics import BLANK
from feltsense.script.model import Phrase
from feltsense.script.parser import parse
from feltsense.script.source import decoded, source_of
from feltsense.script.text import has_words

_BEGINNINGS = (b"---", b"\xef\xbb\xbf---")
_QUESTION = b"<!-- question:"


def imported_before(data: bytes) -> ImportedScript | None:
    """Return the script in `data` as it is, line ends unified; None unless it is one with open questions.

    One with mistakes in it has been worked on since: it is read like any other text.
    """
    if not data.startswith(_BEGINNINGS) or _QUESTION not in data:
        return None
    parsed = parse(data, "imported")
    front = parsed.exercise.front
    if not parsed.questions or "title" not in front.given or any(e.code != BLANK for e in parsed.errors):
        return None
    phrases = [node.text for node in parsed.exercise.walk() if isinstance(node, Phrase)]
    words = sum(has_words(word) for phrase in phrases for word in phrase.split())
    script = source_of(decoded(data)[0]).text
    return ImportedScript(script, front.title, len(parsed.exercise.sections), words, (), "line", parsed.questions)
