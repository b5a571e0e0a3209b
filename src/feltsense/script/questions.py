"""Questions that stand in a script: what import could not know, with the choices that answer it.

    Notice your left/right <!-- question: “left/right”: which is said? | left or right | left | right --> hand.

A question is a comment, so it is never spoken. Words in “…” at its start are what it is about: where they stand before
it in the same paragraph they are spoken as they are until it is answered, and the answer takes their place. Where
nothing of it stands there, or the question says “… stood here”, the answer takes the place of the comment.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from feltsense.script.diagnostics import BLANK, QUESTION, Diagnostic, Severity, Span
from feltsense.script.sentences import ended, sentences
from feltsense.script.source import Source
from feltsense.script.text import has_words, normalised, quoted

NOTHING = "(nothing)"
"""The choice that leaves nothing in its place."""

HERE = "(here)"
"""Shown where the answer goes and nothing stands."""

_OPEN, _CLOSE = "<!--", "-->"
_QUESTION = re.compile(r"\s*+question:(?P<inner>.*)", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"<!--(?:[^-]++|-(?!->))*+-->")
"""A comment that ends."""
_COMMENT_BEFORE_STOP = re.compile(rf"[ \t]{{0,9}}{COMMENT.pattern}(?=[.,;:!?])")
_ABOUT = re.compile(r"“(?P<about>[^”]*)”|\"(?P<straight>[^\"]*)\"")
_STOOD = re.compile(r"(?:“[^”]*”|\"[^\"]*\") stood here\b")
"""How a question begins that nothing is left of what it is about."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MARKER = re.compile(r"^[ \t]*+(?:#{1,6}[ \t].*|>.*|[-+*•][ \t]+|\d{1,3}[.)][ \t]+)", re.MULTILINE)
_STRAIGHT = str.maketrans("“”", '""')
_SEPARATOR = re.compile(r"\s+\|\s+")
_LOOK_BACK = 4000
"""Characters before a question that belong to its paragraph; more would take hours where there are thousands."""
_LOOK_ON = 400
_ENDS = (".", "!", "?")
_GOES_ON = (",", ";", ":", *_ENDS)


@dataclass(frozen=True, slots=True)
class Question:
    """One open question."""

    text: str
    """What is asked, on one line, with what it is about."""
    choices: tuple[str, ...]
    """Each a piece of script that answers it, or `NOTHING`; never empty."""
    start: int
    """Where the answer goes: where what it is about stands in the script, else the comment's start."""
    about_end: int
    """The end of what it is about; `start` where nothing of it stands in the script."""
    comment_start: int
    end: int
    """Of the comment."""
    blank: bool
    """True where the sentence has a hole until it is answered."""
    span: Span
    """Of the comment."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentence that a question stands in, in pieces, each on one line without comments."""

    before: str
    about: str
    """What is spoken in its place until it is answered; empty where nothing of it stands there."""
    after: str

    def shown(self, place: str) -> str:
        """Return the sentence with `place` where the answer goes."""
        gap = "" if self.after.startswith(_GOES_ON) else " "
        return f"{self.before} {place}{gap}{self.after}".strip()


def questions(source: Source, start: int = 0) -> tuple[Question, ...]:
    """Return the questions in a script from offset `start` on, in order."""
    found = []
    for first, last in _comments(source.text, start):
        inner = _QUESTION.match(source.text, first + len(_OPEN), last - len(_CLOSE))
        if inner:
            found.append(_question(source, start, (first, last), inner["inner"]))
    return tuple(found)


def question_diagnostics(script: str, found: Sequence[Question]) -> Iterator[Diagnostic]:
    """Yield a warning for each open question, and an error for one that leaves a hole in its sentence."""
    for question in found:
        choices = numbered_choices(question)
        hint = f"Answer it: {choices}" if choices.endswith(_ENDS) else f"Answer it: {choices}."
        if question.blank:
            sentence = quoted(surroundings(script, question).shown("____"), 80)
            message = f"The sentence “{sentence}” has a hole. {quoted(question.text, 160)}"
            yield Diagnostic(BLANK, Severity.ERROR, question.span, message, hint)
        else:
            yield Diagnostic(
                QUESTION, Severity.WARNING, question.span, f"An open question: {quoted(question.text, 160)}", hint
            )


def numbered_choices(question: Question) -> str:
    """Return the choices on one line, each with its number."""
    return " · ".join(f"({n}) {quoted(choice_label(choice), 60)}" for n, choice in enumerate(question.choices, 1))


def choice_label(choice: str) -> str:
    """Return a choice as people read it."""
    if choice == NOTHING:
        return "leave it out"
    return f"a note: {choice.removeprefix('>').strip()}" if choice.startswith(">") else choice


def surroundings(script: str, question: Question) -> Surroundings:
    """Return the sentence that a question stands in; where it stands between two, the one before and the one after.

    Of one that stands alone, they are from the paragraphs around it.

    Args:
        script: the text that the question was found in, line ends unified.
        question: one of its questions.
    """
    start = _paragraph_start(script, max(0, question.start - _LOOK_BACK), question.start)
    start = max((found.end() for found in _MARKER.finditer(script, start, question.start)), default=start)
    before = _plain(script[start : question.start])
    about = _plain(script[question.start : question.about_end])
    stop = _PARAGRAPH_END.search(script, question.end, question.end + _LOOK_ON)
    after = _plain(script[question.about_end : stop.start() if stop else question.end + _LOOK_ON])
    if not (before or about or after):
        return Surroundings(_line_above(script, question.start), "", _line_below(script, question.end))
    return Surroundings(_last_sentence(before), about, _first_sentence(after))


def _line_above(script: str, end: int) -> str:
    """Return the last sentence of the paragraph above, where somebody speaks."""
    start = max(0, end - _LOOK_BACK)
    lines = COMMENT.sub("", script[script.find("\n", start) if start else 0 : end]).split("\n")
    return _last_sentence(_plain(next(filter(_is_speech, takewhile(_is_no_rule, reversed(lines))), "")))


def _line_below(script: str, start: int) -> str:
    lines = COMMENT.sub("", script[start : start + _LOOK_ON]).split("\n")
    return _first_sentence(_plain(next(filter(_is_speech, takewhile(_is_no_rule, lines)), "")))


def _is_no_rule(line: str) -> bool:
    """Tell whether a line is no hairline, nor an edge of the front matter."""
    return line.strip() != "---"


def _is_speech(line: str) -> bool:
    return has_words(line) and not line.lstrip().startswith(("#", ">", "[", "<"))


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

    A note (`> …`) goes on a line of its own behind the line that it was asked on. Of what the question is about, only
    the words that stand in the note are no longer spoken.

    Args:
        script: the text that the question was found in, line ends unified.
        question: one of its questions.
        choice: one of its choices, or another piece of script.
    """
    before, between = script[: question.start], script[question.about_end : question.comment_start]
    after = _joined(between, "", script[question.end :]) if between.strip() else script[question.end :]
    if choice.startswith(">"):
        rest, newline, below = after.partition("\n")
        line = _joined(before, _still_spoken(script[question.start : question.about_end], choice[1:]), rest)
        note = choice if line.endswith("\n") or not line else f"\n{choice}"
        return f"{line}{note}{newline}{below}"
    return _joined(before, "" if choice == NOTHING else choice, after)


def _still_spoken(about: str, note: str) -> str:
    """Return what is spoken of the words that a question is about when a note is its answer; nothing of a hole."""
    words, noted = " ".join(about.split()), " ".join(note.split())
    if not has_words(words) or words.casefold() in noted.casefold():
        return ""
    return " ".join(words.replace(noted, " ", 1).split()) if noted and noted in words else about


def asked_once(script: str) -> str:
    """Return `script` with one question where two about the same stand side by side, as when it is imported again.

    The second is kept: it stood there before.
    """
    kept, cursor, before, about = [], 0, (0, 0), ""
    for first, last in _comments(script, 0):
        asked = _QUESTION.match(script, first + len(_OPEN), last - len(_CLOSE))
        words = _ABOUT.match(asked["inner"].strip()) if asked else None
        what = words[0] if words else script[first:last]
        if asked and what == about and not script[before[1] : first].strip():
            kept.append(script[cursor : before[0]].rstrip(" ") + script[before[1] : first])
            cursor = first
        before, about = (first, last), what
    return "".join([*kept, script[cursor:]])


def _comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where each comment begins and ends, as the parser sees them."""
    while (first := text.find(_OPEN, start)) >= 0 and (close := text.find(_CLOSE, first + len(_OPEN))) >= 0:
        start = close + len(_CLOSE)
        yield first, start


def _question(source: Source, start: int, comment: tuple[int, int], inner: str) -> Question:
    """Return the question in a comment; what it is about is looked for from offset `start` on."""
    text, (first, last) = source.text, comment
    head, *choices = _SEPARATOR.split(" ".join(inner.split()))
    about = _ABOUT.match(head)
    words = (about["about"] or about["straight"] or "").strip() if about else ""
    paragraph = _paragraph_start(text, max(start, first - _LOOK_BACK), first)
    place = None if _STOOD.match(head) else _last_place(words, text, paragraph, first)
    if not choices:
        choices = [words, f"> {words}", NOTHING] if words else [NOTHING]
    hole = not has_words(words) if place is not None else _leaves_hole(text, paragraph, comment, words)
    begin, stop = (first, first) if place is None else place
    return Question(head, tuple(choices), begin, stop, first, last, hole, source.span(first, last))


def _paragraph_start(text: str, start: int, end: int) -> int:
    return max((found.end() for found in _PARAGRAPH_END.finditer(text, start, end)), default=start)


def _last_place(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where `words` stand last in text[start:end], whatever white space is between them.

    They count where nothing but the rest of their line is behind them: elsewhere they are other words that are alike.
    """
    if not words:
        return None
    escaped = r"\s+".join(map(re.escape, words.split()))
    pattern = re.compile(escaped.replace("/", "[/|]").replace('"', '["“”]'))  # as `question_comment` writes both
    found = max((found.span() for found in pattern.finditer(text, start, end)), default=None)
    return found if found and ("\n" not in text[found[1] : end] or not text[found[1] : end].strip()) else None


def _leaves_hole(text: str, paragraph: int, comment: tuple[int, int], words: str) -> bool:
    """Tell whether a sentence goes on around the comment, of which nothing stands in the script.

    Args:
        text: the script.
        paragraph: where the comment's paragraph begins.
        comment: its start and end.
        words: what the question is about.
    """
    first, last = comment
    before = COMMENT.sub(" ", text[paragraph:first])
    after = COMMENT.sub(" ", text[last : last + _LOOK_ON]).lstrip(" ")
    line = before.rpartition("\n")[2]
    alone = not line.strip() and after[:1] in ("", "\n")
    said = before.rstrip()
    said = "" if said.rpartition("\n")[2].lstrip().startswith("#") else said
    if said.endswith("]"):
        return False  # a cue stands there already
    opened = has_words(said) and not ended(said)
    if alone:
        return opened and after[1:2].islower()
    if after.startswith(_ENDS):
        return opened
    return after.startswith(_GOES_ON) or after[:1].islower() or (bool(words) and opened and said[-1] not in "…:")


def _plain(text: str) -> str:
    return normalised(COMMENT.sub(" ", _COMMENT_BEFORE_STOP.sub("", text)))


def _last_sentence(text: str) -> str:
    return text[max((first for first, _ in sentences(text)), default=0) :].strip()


def _first_sentence(text: str) -> str:
    first, last = next(sentences(text), (0, len(text)))
    return text[first:last].strip()


def _joined(before: str, middle: str, after: str) -> str:
    """Return the three side by side, with single spaces where `middle` is empty or the comment had some."""
    if not middle:
        before = before.rstrip(" ") if not after.strip(" ") or after[:1] in " .,;:!?\n" else before
    return before + middle + after


def _one_line(text: str) -> str:
    plain = COMMENT.sub(" ", text).replace("-->", " ").replace("<!--", " ").replace("|", "/")
    return " ".join(plain.split())
