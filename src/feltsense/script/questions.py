"""Questions that stand in a script: what import could not know, with the choices that answer it.

    Notice your left/right hand. <!-- question: “left/right”: which is said? | left or right | left | right -->

A question is a comment, so it is never spoken. Words in “…” at its start are what it is about: where they stand before
it in the same paragraph they are spoken as they are until it is answered, and the answer takes their place. Where
nothing of it stands there, the answer takes the place of the comment.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.script.diagnostics import Span
from feltsense.script.sentences import ended
from feltsense.script.source import Source
from feltsense.script.text import has_words

NOTHING = "(nothing)"
"""The choice that leaves nothing in its place."""

_QUESTION = re.compile(r"<!--\s*question:\s*(?P<inner>.*?)\s*-->", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ABOUT = re.compile(r"“(?P<about>[^”]*)”")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_STRAIGHT = str.maketrans("“”", '""')
_SEPARATOR = re.compile(r"\s+\|\s+")


@dataclass(frozen=True, slots=True)
class Question:
    """One open question."""

    text: str
    """What is asked, on one line, with what it is about."""
    choices: tuple[str, ...]
    """Each a piece of script that answers it, or `NOTHING`; never empty."""
    start: int
    """From here to `end` the answer is put in: what it is about, if that stands in the script, and the comment."""
    end: int
    comment_start: int
    blank: bool
    """True where the sentence has a hole until it is answered."""
    span: Span
    """Of the comment."""


def questions(source: Source, start: int = 0) -> tuple[Question, ...]:
    """Return the questions in a script from offset `start` on, in order."""
    return tuple(_question(source, match) for match in _QUESTION.finditer(source.text, start))


def question_comment(text: str, choices: Sequence[str], about: str = "") -> str:
    """Return a question as it stands in a script.

    Args:
        text: what is asked, for instance “which is said?”.
        choices: pieces of script; `NOTHING` for leaving it out.
        about: the words that it is about, as they stand before it or as they stood in the source.
    """
    plain = _one_line(about).translate(_STRAIGHT)
    parts = (f"“{plain}”: {text}" if about else text, *choices)
    return f"<!-- question: {' | '.join(map(_one_line, parts))} -->"


def answered(script: str, question: Question, choice: str) -> str:
    """Return the script with `question` answered by a piece of script.

    A note (`> …`) goes on a line of its own behind the line that it was asked on.

    Args:
        script: the text that the question was found in, line ends unified.
        question: one of its questions.
        choice: one of its choices, or another piece of script.
    """
    before, after = script[: question.start], script[question.end :]
    if choice.startswith(">"):
        rest, newline, below = after.partition("\n")
        line = _joined(before, "", rest)
        note = choice if line.endswith("\n") or not line else f"\n{choice}"
        return f"{line}{note}{newline}{below}"
    return _joined(before, "" if choice == NOTHING else choice, after)


def _question(source: Source, match: re.Match[str]) -> Question:
    text = source.text
    head, *choices = _SEPARATOR.split(" ".join(match["inner"].split()))
    about = _ABOUT.match(head)
    words = about["about"].strip() if about else ""
    paragraph = max((end.end() for end in _PARAGRAPH_END.finditer(text, 0, match.start())), default=0)
    place = _last_place(words, text, paragraph, match.start())
    start = match.start() if place is None else place
    if not choices:
        choices = [words, f"> {words}", NOTHING] if words else [NOTHING]
    hole = not has_words(words) if place is not None else _leaves_hole(text, paragraph, match)
    span = source.span(match.start(), match.end())
    return Question(head, tuple(choices), start, match.end(), match.start(), hole, span)


def _last_place(words: str, text: str, start: int, end: int) -> int | None:
    """Return where `words` stand last in text[start:end], whatever white space is between them."""
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    return max((found.start() for found in pattern.finditer(text, start, end)), default=None)


def _leaves_hole(text: str, paragraph: int, match: re.Match[str]) -> bool:
    """Tell whether a sentence goes on around the comment, of which nothing stands in the script."""
    before = _COMMENT.sub(" ", text[paragraph : match.start()]).rstrip()
    after = _COMMENT.sub(" ", text[match.end() : match.end() + 200]).lstrip(" ")
    goes_on = after[:1] in (",", ";", ":", ".", "!", "?") or after[:1].islower()
    return goes_on or (has_words(before) and not ended(before) and before[-1] not in "…]:")


def _joined(before: str, middle: str, after: str) -> str:
    """Return the three side by side, with single spaces where `middle` is empty or the comment had some."""
    if not middle:
        before = before.rstrip(" ") if not after.strip(" ") or after[:1] in " .,;:!?\n" else before
    return before + middle + after


def _one_line(text: str) -> str:
    plain = text.replace("-->", " ").replace("<!--", " ").replace("|", "/")
    return " ".join(plain.split())
