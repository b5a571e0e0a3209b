"""The practice flow in lines: questions, menus and words, one line for each answer."""

from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from feltsense.care.helplines import SAFETY
from feltsense.care.people import load_people
from feltsense.care.support import SupportBlock, load_support, people_block
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.playing import KEYS, PlainPlayback
from feltsense.errors import FeltsenseError, SettingsError
from feltsense.journal.model import CheckIn, When
from feltsense.practice.check_in import QUESTIONS, CheckInQuestion, with_answer
from feltsense.practice.events import Event, FinalEvent, Finished
from feltsense.practice.menus import ClosingWords, Introduction, Menu

if TYPE_CHECKING:
    from feltsense.practice.flow import RecordAnswer
    from feltsense.practice.session import Session

Result = TypeVar("Result")

_SKIP_ALL = ("s", "skip")
_LEAVE = ("q", "quit")


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
        self._home = home
        self._region = region
        self._session: Session | None = None
        self._playback = self._new_playback()

    def notify(self, event: Event) -> None:
        """Keep an event until playing shows it."""
        self._playback.events.put(event)

    def attach(self, session: "Session | None") -> None:
        """Have all that follows be about this session."""
        self._session = session
        self._playback = self._new_playback()

    async def introduce(self, words: Introduction) -> None:
        """Print what the exercise is, and what else is to be told."""
        self._console.write(f"# {words.title}")
        for text in words.paragraphs:
            self._console.write_paragraph(text)
        for notice in words.notices:
            self._console.write()
            self._console.write_paragraph(notice)

    async def choose(self, menu: Menu) -> str:
        """Print a menu with numbers, and ask until a line answers it."""
        self._console.write()
        for text in (menu.title, *menu.paragraphs):
            self._console.write_paragraph(text)
        for number, option in enumerate(menu.options, 1):
            self._console.write(f"  {number} {option.words}")
        prompt = menu.prompt
        while True:
            line = self._console.ask(prompt)
            if not line:
                return menu.default
            if line.isdecimal() and 1 <= int(line) <= len(menu.options):
                return menu.options[int(line) - 1].id
            if line.lower() in _LEAVE:
                return menu.escape
            prompt = f"“{line}” is none of these. {menu.prompt}"

    async def check_in(self, when: When, record: "RecordAnswer") -> CheckIn | None:
        """Ask one question after the other. Each answer is on the disk before the next question is asked."""
        leave = ", q leaves" if when is When.BEFORE else ""
        self._console.write()
        self._console.write_paragraph(f"Enter skips a question, s skips all of them{leave}.")
        said = CheckIn()
        for question in QUESTIONS[when]:
            line = self._ask(question, also=_LEAVE if when is When.BEFORE else ())
            if line is None or line in _SKIP_ALL:
                return said
            if when is When.BEFORE and line in _LEAVE:
                return None
            if line:
                value = question.choices.get(line, line)
                record(question.field, value).result()
                said = with_answer(said, question.field, value)
        return said

    async def play(self) -> FinalEvent:
        """Play line by line."""
        if self._session is None:
            raise RuntimeError("nothing is there to be played")
        if self._console.interactive:
            self._console.write()
            self._console.write_paragraph(KEYS)
        self._console.write()
        ended = self._playback.play(self._session)
        self._console.write()
        if isinstance(ended, Finished) and not ended.whole:
            self._console.write("Half a practice counts.")
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
        try:
            self._write_block(people_block(load_people(self._home)))
        except SettingsError as error:
            await self.show_error(error)

    async def show_helplines(self) -> None:
        """Print everybody who can be turned to."""
        self.write_support()

    async def show_error(self, error: FeltsenseError) -> None:
        """Print what went wrong, and what to do next."""
        for text in (error.message, error.hint):
            if text:
                self._console.write_paragraph(text)

    def write_support(self) -> None:
        """Print the number for danger, the listener's own people, and helplines of their region."""
        self._console.write()
        self._console.write_paragraph(SAFETY)
        for block in load_support(self._home, self._region):
            self._write_block(block)

    def _write_block(self, block: SupportBlock) -> None:
        self._console.write()
        if block.head:
            self._console.write(block.head)
        for line in block.lines:
            self._console.write_paragraph(line)

    def _ask(self, question: CheckInQuestion, also: tuple[str, ...]) -> str | None:
        """Ask until a line is empty, an answer (as it is offered), or one of the words that skip or leave.

        None when nobody will answer.
        """
        self._console.write()
        if question.choices:
            self._console.write_paragraph(question.text)
        offered = {words.lower(): words for words in (*question.choices, *_SKIP_ALL, *also, "")}
        prompt = _offered(question) or question.text
        while True:
            line = self._console.ask(prompt)
            if line is None or (not question.choices and line.lower() not in _SKIP_ALL):
                return line
            if line.lower() in offered:
                return offered[line.lower()]
            prompt = f"“{line}” is none of these. Enter skips the question."

    def _new_playback(self) -> PlainPlayback:
        return PlainPlayback(self._console, self.write_support)


def _offered(question: CheckInQuestion) -> str:
    """Return how the choices of a question are shown; empty for a free line."""
    if question.rows:
        indent = "  " if len(question.rows) > 1 else ""
        return "\n".join(indent + " · ".join(row) for row in question.rows)
    numbers = list(question.choices)
    return f"{numbers[0]} {question.ends[0]} … {numbers[-1]} {question.ends[1]}" if numbers else ""
