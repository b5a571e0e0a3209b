"""What the commands share: the workspace, exit codes, signals, and the type of an exercise's name."""

import math
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from feltsense.system.paths import Workspace, find_workspace
from feltsense.system.printable import printable_line
from feltsense.units import MOST_MINUTES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

pass_workspace = click.make_pass_decorator(Workspace)


_AGAIN = 0.1
"""Seconds until a signal that was lost is sent again: what lost it is over by then."""

OUTPUT = click.Path(path_type=str, readable=False)
"""Where something is written, as it was typed: a slash at its end makes it a folder.

Click would refuse what is there and cannot be read, without a word on what to do.
"""


class Exit(IntEnum):
    """Exit codes; others rely on them."""

    FINE = 0
    FAILED = 1
    """The thing asked for failed: a bad script, a refused length."""
    USAGE = 2
    INTERRUPTED = 130


class ExerciseName(click.ParamType[str]):
    """A slug, or a path to a script; the shell completes both."""

    name = "name"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG002 - click's signature
        """Offer the exercises, and files; names that would steer the terminal cannot be offered."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - not needed for help

        from feltsense.library.catalogue import slugs  # noqa: PLC0415 - as above

        workspace = find_workspace(ctx.find_root().params.get("workspace"))

        def fits(slug: str) -> bool:
            return slug.startswith(incomplete) and printable_line(slug) == slug

        near = [CompletionItem(slug) for slug in slugs(workspace) if fits(slug)]
        return near or [CompletionItem(incomplete, type="file")]


EXERCISE = ExerciseName()


class VoiceName(click.ParamType[str]):
    """What a voice is chosen by; the shell completes it.

    Args:
        built_in: whether the voices that nobody has to add are among them.
        shortened: whether names without their engine are, too; a colon ends a word for some shells.
    """

    name = "name"

    def __init__(self, *, built_in: bool = True, shortened: bool = False) -> None:
        self._built_in = ("heart", "system") if built_in else ()
        self._shortened = shortened

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the full name of an added voice that is named without its engine; any other name as it is."""
        name = str(value)
        if self._shortened or ":" in name or name in self._built_in:  # commands that take short names know them
            return name
        from feltsense.voice.added.store import added_voices  # noqa: PLC0415 - not needed for help

        meant = [voice.full_name for voice in added_voices() if voice.name == name]
        if len(meant) > 1:
            self.fail(f"There are several voices called “{name}”. Write one of: {', '.join(meant)}.", param, ctx)
        return meant[0] if meant else name

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG002 - click's signature
        """Offer the voices that are here; names that would steer the terminal cannot be offered."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - not needed for help

        from feltsense.voice.added.store import added_voices  # noqa: PLC0415 - as above

        added = added_voices()
        short = [voice.name for voice in added] if self._shortened else []
        names = [*self._built_in, *(voice.full_name for voice in added), *short]
        if self._built_in:  # a speaker is heard, but not removed by itself
            behind = [voice for voice in added if incomplete.startswith(f"{voice.full_name}:")]
            names += [f"{voice.full_name}:{speaker}" for voice in behind for speaker in voice.speakers]
        return [CompletionItem(name) for name in names if name.startswith(incomplete) and printable_line(name) == name]


class LanguageTag(click.ParamType[str]):
    """A language, by its tag or by what it is called."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return its tag, as BCP 47 has it."""
        from feltsense.script.language_tags import (  # noqa: PLC0415 - not needed for help
            EXPECTED_LANGUAGE,
            near_language,
            tag_of_language,
        )

        tag = tag_of_language(value)
        if not tag:
            near = near_language(value)
            hint = f"Did you mean {near}?" if near else f"Write {EXPECTED_LANGUAGE}."
            self.fail(f"“{value}” is no language. {hint}", param, ctx)
        return tag


LANGUAGE = LanguageTag()


class NumberRange(click.FloatRange):
    """A number within two bounds. Click itself lets “nan” through, which is in no range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return it."""
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"“{value}” is no number.", param, ctx)
        return number


MINUTES = NumberRange(0, MOST_MINUTES, min_open=True)
"""How long an exercise lasts."""

SPEED = NumberRange(0.1, 100)
"""How fast silence is played, for tests."""


class TerminatedError(BaseException):
    """The system asks the process to end: a `KeyboardInterrupt` of another kind."""

    def __init__(self, number: int) -> None:
        super().__init__(f"signal {number}")
        self.number = number
        self.exit_code = 128 + number
        """As shells have it: 143 for SIGTERM, 129 for SIGHUP."""


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """End the block on SIGTERM and SIGHUP as Ctrl-C does, so that it can tidy up. Only the main thread can do so.

    A signal that whoever started us has set to be ignored, as nohup does, stays so.

    Raises:
        TerminatedError: there was such a signal. Those that follow while the block tidies up are ignored.
    """
    import signal  # noqa: PLC0415 - not needed for help

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]  # Windows has one
    before = {number: signal.getsignal(number) for number in numbers}
    ours = [number for number, handler in before.items() if handler is signal.SIG_DFL]

    def end(number: int, _frame: FrameType | None) -> None:
        for each in ours:
            signal.signal(each, signal.SIG_IGN)
        raise TerminatedError(number)

    def listen() -> None:
        for number in ours:
            signal.signal(number, end)

    listen()
    try:
        with _sent_again(listen):
            yield
    finally:
        for number in ours:
            signal.signal(number, before[number])


@contextmanager
def _sent_again(listen: Callable[[], None]) -> Iterator[None]:
    """Send a signal again that came while Python called back, as for an object that goes: there it only reports.

    Args:
        listen: has signals heard again.
    """
    import signal  # noqa: PLC0415 - as above

    report, main = sys.unraisablehook, threading.get_ident()
    send = getattr(signal, "pthread_kill", lambda _thread, number: signal.raise_signal(number))  # Windows has none

    calling_back = False

    def again(lost: "sys.UnraisableHookArgs") -> None:
        nonlocal calling_back
        if not isinstance(lost.exc_value, TerminatedError):
            report(lost)
            return
        number = lost.exc_value.number
        calling_back = True
        listen()

        def resend() -> None:  # to the main thread, so that it ends what that waits for
            while calling_back:  # on a busy machine it may still be in here, where a signal is lost again
                time.sleep(_AGAIN)
            if sys.unraisablehook is again:
                send(main, number)

        timer = threading.Timer(_AGAIN, resend)
        timer.daemon = True
        timer.start()
        calling_back = False  # an assignment: a call would let a signal in

    sys.unraisablehook = again
    try:
        yield
    finally:
        sys.unraisablehook = report
