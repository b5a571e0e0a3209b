"""Scripts that import has made before: they stay as they are, with the questions that are still open in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from feltsense.importing.convert import ImportedScript
from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.script.diagnostics import BLANK
from feltsense.script.model import Exercise, Phrase
from feltsense.script.parser import parse
from feltsense.script.questions import Question, choice_label
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


def with_answers(made: ImportedScript, script: str, given: Sequence[tuple[Question, str]]) -> ImportedScript:
    """Return what import has made, with answers to some of its questions in the script and in the report.

    Args:
        made: the script as it was imported, and its report.
        script: what it became.
        given: the questions that were answered, in order, each with its answer.
    """
    parsed = parse(script, "imported")
    words = made.words + _spoken_words(parsed.exercise) - _spoken_words(parse(made.script, "imported").exercise)
    changes = tuple(_with_answers(made.changes, given))
    return replace(made, script=script, words=words, changes=changes, open_questions=parsed.questions)


def _with_answers(changes: Iterable[ImportChange], given: Iterable[tuple[Question, str]]) -> Iterator[ImportChange]:
    """Yield the changes with questions that were answered told with their answers."""
    left = list(given)
    for change in changes:
        asked = (each for each in left if change.kind is ChangeKind.QUESTION and _is_about(each[0], change))
        answer = next(asked, None)
        if answer is None:
            yield change
        else:
            left.remove(answer)
            yield replace(change, kind=ChangeKind.ANSWER, after=choice_label(answer[1]))


def _is_about(question: Question, change: ImportChange) -> bool:
    """Tell whether a change is told of a question: it asks the same, and one is about words of the other."""
    head, _, behind = question.text.rpartition(change.after)
    about, words = head.rstrip("”: ").lstrip("“"), " ".join(change.before.split()).strip("[]() ")
    return bool(change.after) and not behind and (about in words or words in about)


def _spoken_words(exercise: Exercise) -> int:
    phrases = (node.text for node in exercise.walk() if isinstance(node, Phrase))
    return sum(has_words(word) for phrase in phrases for word in phrase.split())
