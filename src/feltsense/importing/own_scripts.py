"""Scripts that import has made before: they stay as they are, with the questions that are still open in them."""

from dataclasses import replace

from feltsense.importing.convert import ImportedScript
from feltsense.script.diagnostics import BLANK
from feltsense.script.model import Exercise, Phrase
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
    script = source_of(decoded(data)[0]).text
    sections, words = len(parsed.exercise.sections), _spoken_words(parsed.exercise)
    return ImportedScript(script, front.title, sections, words, (), "line", parsed.questions)


def with_answers(made: ImportedScript, script: str) -> ImportedScript:
    """Return what import has made, with the script that it became when some of its questions were answered."""
    parsed = parse(script, "imported")
    words = made.words + _spoken_words(parsed.exercise) - _spoken_words(parse(made.script, "imported").exercise)
    return replace(made, script=script, words=words, open_questions=parsed.questions)


def _spoken_words(exercise: Exercise) -> int:
    phrases = (node.text for node in exercise.walk() if isinstance(node, Phrase))
    return sum(has_words(word) for phrase in phrases for word in phrase.split())
