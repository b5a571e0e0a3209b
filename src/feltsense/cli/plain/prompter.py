"""The practice flow in lines: questions, menus and words, one line for each answer."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from feltsense.cli.plain.console import Console
from feltsense.cli.plain.playing import FIRST_KEYS, PlainPlayback
from feltsense.cli.plain.support import Asker, SupportLines
from feltsense.errors import FeltsenseError
from feltsense.journal.model import CheckIn, When
from feltsense.practice.check_in import QUESTIONS, CheckInQuestion, Value, with_answer
from feltsense.practice.events import Event, FinalEvent, Finished
from feltsense.practice.menus import ClosingWords, Introduction, Menu

if TYPE_CHECKING:
    from feltsense.practice.flow import RecordAnswer
    from feltsense.practice.session import Session

Result = TypeVar("Result")

_SKIP_ALL = ("s", "skip")
_LEAVE = ("q", "quit")
_BACK = ("b", "back")
_WORDS = {When.BEFORE: (*_SKIP_ALL, *_LEAVE, *_BACK), When.AFTER: (*_SKIP_ALL, *_BACK)}
"""What a line of a check-in can be beside an answer."""

_HOW = {
    When.BEFORE: "Enter skips a question, s skips all of them, b goes back, q leaves. ? shows people to talk to.",
    When.AFTER: "Enter skips a question, s skips all of them, b goes back. ? shows people to talk to.",
}


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked."""

    prompt: str
    """Its last line."""
    show: Callable[[], None]
    """Prints what stands before that."""
    answerable: str
    """What a line can be, for who typed something else."""
    free_text: bool = False
    """Whether anything may be answered."""


def run_now(steps: Coroutine[Any, Any, Result]) -> Result:
    """Run a flow whose prompter and services answer at once, without an event loop; return its result."""
    try:
        steps.send(None)
    except StopIteration as ended:
        result: Result = ended.value
        return result
    steps.close()
    raise RuntimeError("a front end in lines waits for nothing but its input")


class PlainPrompter:
    """A front end in lines: fits `practice.flow.Prompter`.

    Args:
        console: where lines go, and come from.
        home: the listener's data folder, for the people whom they trust.
        region: two letters for whose helplines are shown; empty to guess it from the system's language.
    """

    def __init__(self, console: Console, home: Path, region: str = "") -> None:
        self._console = console
        self._support = SupportLines(console, home, region)
        self._asker = Asker(console, self._support)
        self._session: Session | None = None
        self._at = 0
        """The question that was asked last, from 0."""
        self._playback = self._new_playback()

    def notify(self, event: Event) -> None:
        """Keep an event until playing shows it."""
        self._playback.events.put(event)

    def attach(self, session: "Session | None") -> None:
        """Have all that follows be about this session."""
        self._session = session
        self._playback = self._new_playback()

    async def introduce(self, words: Introduction) -> bool:
        """Print what the exercise is, and what else is to be told."""
        self._console.write(words.title)
        for text in words.paragraphs:
            self._console.write_paragraph(text)
        for notice in words.notices:
            self._console.write()
            self._console.write_paragraph(notice)
        return True

    async def choose(self, menu: Menu) -> str:
        """Print a menu with numbers, and ask until a line answers it."""
        question = _Question(menu.prompt, lambda: self._write_menu(menu), menu.prompt)
        self._console.write()
        line = self._ask(question)
        while line:
            if line.isdecimal() and 1 <= int(line) <= len(menu.options):
                return menu.options[int(line) - 1].id
            if line.lower() in _LEAVE:
                return menu.leave
            if line.lower() in _BACK:
                return menu.escape
            line = self._ask_again(line, question)
        return menu.unanswered if line is None else menu.default

    async def check_in(self, when: When, record: "RecordAnswer", said: CheckIn | None = None) -> CheckIn | None:
        """Ask one question after the other. Each answer is on the disk before the next question is asked."""
        self._console.write()
        self._console.write_paragraph(_HOW[when])
        given, questions = said or CheckIn(), QUESTIONS[when]
        self._at = self._at if said is not None else 0
        while True:
            question = questions[self._at]
            line = self._ask_check_in(question, getattr(given, question.field.value), _WORDS[when])
            if line is None or line in _SKIP_ALL:
                return given
            if line in _LEAVE and when is When.BEFORE:
                return None
            if line in _BACK:
                if self._at == 0 and when is When.BEFORE:
                    return None
                self._at = max(0, self._at - 1)
                continue
            if line:
                value = question.choices.get(line, line)
                record(question.field, value).result()
                given = with_answer(given, question.field, value)
            if self._at + 1 == len(questions):
                return given
            self._at += 1

    async def play(self) -> FinalEvent:
        """Play line by line."""
        if self._session is None:
            raise RuntimeError("nothing is there to be played")
        if self._console.interactive:
            self._console.write()
            self._console.write_paragraph(FIRST_KEYS)
        self._console.write()
        ended = self._playback.play(self._session)
        if isinstance(ended, Finished) and not ended.whole and not self._session.alone:
            self._console.write("\nHalf a practice counts.")
        return ended

    async def show_words(self, words: ClosingWords) -> None:
        """Print the words after a practice."""
        self._console.write()
        for sentence in (words.title, *words.sentences):
            self._console.write_paragraph(sentence)
        if words.next_step:
            self._console.write()
            self._console.write_paragraph(words.next_step)

    async def show_people(self) -> None:
        """Print the people whom the listener trusts."""
        self._support.write_people()

    async def show_helplines(self) -> None:
        """Print everybody who can be turned to."""
        self._support.write()

    async def show_error(self, error: FeltsenseError) -> None:
        """Print what went wrong, and what to do next."""
        for text in (error.message, error.hint):
            if text:
                self._console.write_paragraph(text)

    def _write_menu(self, menu: Menu) -> None:
        for text in (menu.title, *menu.paragraphs):
            self._console.write_paragraph(text)
        for number, option in enumerate(menu.options, 1):
            self._console.write(f"  {number} {option.words}")

    def _ask_check_in(self, question: CheckInQuestion, said: Value | None, words: tuple[str, ...]) -> str | None:
        """Ask until a line is empty, an answer (as it is offered), or one of the `words` that do something else.

        None when nobody will answer.
        """
        *before, prompt = (
            question.text,
            *_offered(question),
            *([f"So far: {said}."] if said not in (None, "") else []),
        )
        asked = _Question(prompt, lambda: self._write_all(before), _answerable(question), not question.choices)
        offered = {each.lower(): each for each in (*question.choices, *words, "")} | _numbered(question)
        self._console.write()
        line = self._ask(asked)
        while line is not None and line.lower() not in offered and question.choices:
            line = self._ask_again(line, asked)
        return line if line is None else offered.get(line.lower(), line)

    def _ask(self, question: "_Question", once_more: str = "") -> str | None:
        return self._asker.ask(question.prompt, question.show, free_text=question.free_text, once_more=once_more)

    def _ask_again(self, line: str, question: "_Question") -> str | None:
        """Ask again after a line that is no answer: say what can be answered, or all of it where much came between."""
        if self._support.needed(line):
            self._console.write()
            return self._ask(question)
        return self._ask(question, f"“{line}” is none of these. {question.answerable}")

    def _write_all(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._console.write_paragraph(text)

    def _new_playback(self) -> PlainPlayback:
        return PlainPlayback(self._console, self._support)


def _numbered(question: CheckInQuestion) -> dict[str, str]:
    """Return the choices of a single row by their numbers, as a screen has them; none for other questions."""
    (row, *more) = question.rows or ((),)
    return {} if more else {str(number): words for number, words in enumerate(row, 1)}


def _offered(question: CheckInQuestion) -> tuple[str, ...]:
    """Return how the choices of a question are shown, in lines; none for a free line."""
    if numbered := _numbered(question):
        return (", ".join(f"{number} {words}" for number, words in numbered.items()),)
    if question.rows:
        return tuple(", ".join(row) for row in question.rows)
    numbers = list(question.choices)
    low, high = question.ends
    return (f"{numbers[0]} is {low}, {numbers[-1]} is {high}.",) if numbers else ()


def _answerable(question: CheckInQuestion) -> str:
    """Return what a line can be, for who typed something else; empty for a free line."""
    if _numbered(question):
        return "A number or its words, or Enter to skip."
    if question.rows:
        return "One of the words above, or Enter to skip."
    numbers = list(question.choices)
    return f"A number from {numbers[0]} to {numbers[-1]}, or Enter to skip." if numbers else ""
