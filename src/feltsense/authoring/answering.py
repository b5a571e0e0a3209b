"""Going through the open questions of a script: each is answered, skipped, or gone back to. Without a terminal."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from feltsense.authoring.files import replace_unchanged
from feltsense.authoring.text import join_text, split_text
from feltsense.errors import EditingError
from feltsense.script.diagnostics import BLANK, Diagnostic
from feltsense.script.parser import parse
from feltsense.script.questions import Question, answered

_BREATH = ("[breathe", "[repeat")
_NOT_YET = (BLANK, "S003", "S004")
"""Errors of what is still open: a hole, and nothing to be heard until other questions are answered."""

Given = tuple[Question, str]
"""A question, and the piece of script that answers it."""


@dataclass(frozen=True, slots=True)
class _Step:
    """Where somebody was: what is gone back to."""

    script: str
    place: int
    given: tuple[Given, ...]


class Answering:
    """A script whose questions are answered one after the other.

    Args:
        script: its text, line ends unified.
        save: is given the script after each change of it.
    """

    def __init__(self, script: str, save: Callable[[str], None]) -> None:
        self.script = script
        self.given: tuple[Given, ...] = ()
        """The answers that were given and not taken back."""
        self._save = save
        self._open = _questions(script)
        self._place = 0
        self._before: list[_Step] = []
        self._count = len(self._open)

    @property
    def current(self) -> Question | None:
        """The question that is asked now; None when all were."""
        return self._open[self._place] if self._place < len(self._open) else None

    @property
    def number(self) -> int:
        """Which of all questions it is, from 1."""
        return self.answers + self._place + 1

    @property
    def answers(self) -> int:
        """How many were given and not taken back."""
        return len(self.given)

    @property
    def count(self) -> int:
        """How many there are, those that were answered too."""
        return max(self._count, self.answers + len(self._open))

    @property
    def still_open(self) -> tuple[Question, ...]:
        """Those that are not answered, in order."""
        return self._open

    def answer(self, choice: str) -> None:
        """Put a piece of script in the place of the current question.

        Raises:
            EditingError: it would be a mistake in the script, or it could not be saved; nothing is changed then.
        """
        question = self.current
        if question is None:
            return
        if "<!--" in choice or "-->" in choice:
            raise EditingError("An answer is words and cues, no comment.", "Write it without <!-- and -->.")
        script = answered(self.script, question, choice)
        mistake = _mistake(self.script, script)
        if mistake is not None:
            raise EditingError(mistake.message, mistake.hint)
        step = _Step(self.script, self._place, self.given)
        self._change(script, self._place)
        self._before.append(step)
        self.given += ((question, choice),)

    def skip(self) -> None:
        """Leave the current question open."""
        self._before.append(_Step(self.script, self._place, self.given))
        self._place += 1

    def again(self) -> None:
        """Ask from the first one that is open."""
        self._before.append(_Step(self.script, self._place, self.given))
        self._place = 0

    def back(self) -> bool:
        """Take the last answer or skip back; tell whether there was one."""
        if not self._before:
            return False
        step = self._before.pop()
        self._change(step.script, step.place)
        self.given = step.given
        return True

    def _change(self, script: str, place: int) -> None:
        if script != self.script:
            self._save(script)
        self.script, self._open, self._place = script, _questions(script), place


class ScriptSaver:
    """Writes each state of a script into its file; line ends that are not touched stay as they are.

    Args:
        path: the file.
        source: what it was read with, or written.

    Raises:
        EditingError: it is no text.
    """

    def __init__(self, path: Path, source: bytes) -> None:
        self.text, self._shape = split_text(source)
        """The script as it was, line ends unified."""
        self._path = path
        self._source = source

    def __call__(self, script: str) -> None:
        """Write `script`.

        Raises:
            EditingError: the file was changed meanwhile, or cannot be written; it stays as it is.
        """
        source = join_text(script, self._shape)
        replace_unchanged(self._path, self._source, source)
        self._source = source


def take_breaths(script: str) -> tuple[str, tuple[Given, ...]]:
    """Return a script with every paced breath and repeat taken that its questions offer, and those in order.

    One that would be a mistake where it stands stays a question.
    """
    offered = [(question, choice) for question in _questions(script) if (choice := _offered_breath(question))]
    whole = script
    for question, choice in reversed(offered):  # from the end, so that places before stay true
        whole = answered(whole, question, choice)
    if _mistake(script, whole) is None:
        return whole, tuple(offered)
    taken: list[Given] = []
    for question, choice in reversed(offered):
        changed = answered(script, question, choice)
        if _mistake(script, changed) is None:
            script = changed
            taken.insert(0, (question, choice))
    return script, tuple(taken)


def offers_breath(question: Question) -> bool:
    """Tell whether one of the choices is a paced breath or a repeat."""
    return _offered_breath(question) is not None


def _offered_breath(question: Question) -> str | None:
    return next((choice for choice in question.choices if choice.lower().startswith(_BREATH)), None)


def _questions(script: str) -> tuple[Question, ...]:
    return parse(script, "asked").questions


def _mistake(before: str, after: str) -> Diagnostic | None:
    """Return an error that a change brings into a script; None where it brings none."""
    known = [(found.code, found.message) for found in parse(before, "asked").errors]
    for found in parse(after, "asked").errors:
        if found.code not in _NOT_YET and (found.code, found.message) not in known:
            return found
    return None
