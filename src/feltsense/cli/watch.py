"""`feltsense watch`: what a save has changed, told at once, and heard."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feltsense.cli.context import EXERCISE, pass_workspace
from feltsense.cli.output import Styled, echo, show_error
from feltsense.cli.play import OUTPUTS
from feltsense.errors import FeltsenseError

if TYPE_CHECKING:
    from feltsense.authoring.diagnostic_diff import Fresh
    from feltsense.script.model import Exercise, Parsed, Phrase
    from feltsense.system.paths import Workspace

_EXAMPLES = """\b
feltsense watch my-exercise.md
feltsense watch my-exercise.md --listen"""


@click.command(epilog=_EXAMPLES)
@click.argument("path", type=EXERCISE, metavar="PATH")
@click.option("--listen", is_flag=True, help="Also hear the phrases that a save has changed.")
@click.option("--minutes", type=click.FloatRange(0, 180, min_open=True), help="Another length than the first offered.")
@click.option("--output", type=click.Choice(OUTPUTS), default="auto", help="Where it is heard.")
@pass_workspace
def command(workspace: "Workspace", path: str, minutes: float | None, output: str, *, listen: bool) -> None:
    """Stay beside a script that you are writing: at each save, what is new in it and how long it is now.

    PATH is a script, or the name of an exercise of your own. Save it in any editor. Ctrl-C ends watching.
    """
    from feltsense.library.catalogue import find  # noqa: PLC0415 - not needed for help

    watched = find(path, workspace).path
    voice = _Voice(workspace, watched.parent, output) if listen else None
    try:
        _Desk(watched, minutes, voice).stay()
    finally:
        if voice is not None:
            voice.close()


class _Desk:
    """Tells of each save until it is interrupted."""

    def __init__(self, path: Path, minutes: float | None, voice: "_Voice | None") -> None:
        from feltsense.authoring.diagnostic_diff import News  # noqa: PLC0415 - not needed for help

        self._path = path
        self._minutes = minutes
        self._voice = voice
        self._news = News()
        self._last: Exercise | None = None
        self._length: int | None = None

    def stay(self) -> None:
        from feltsense.authoring.file_watcher import LOOK_S, Watched, WatchEvent  # noqa: PLC0415 - not needed for help
        from feltsense.script.source import MOST_BYTES  # noqa: PLC0415 - as above

        watched = Watched(self._path, MOST_BYTES)
        echo(f"Watching {self._path}: save it, and what is new is told here. Ctrl-C ends it.", err=True)
        while True:
            seen = watched.look()
            if seen.sight is WatchEvent.CHANGED:
                self._saved(seen.source)
            elif seen.sight is WatchEvent.GONE:
                echo(f"{self._path} is gone. It is waited for.", err=True)
            if self._voice is not None:
                self._voice.tell_notices()
            time.sleep(LOOK_S)

    def _saved(self, source: bytes) -> None:
        from feltsense.check.checker import check  # noqa: PLC0415 - not needed for help
        from feltsense.cli.diagnostics import shown  # noqa: PLC0415 - as above
        from feltsense.script.parser import parse  # noqa: PLC0415 - as above
        from feltsense.script.source import source_lines  # noqa: PLC0415 - as above

        parsed = parse(source, self._path.stem)
        said = self._hear(parsed)
        lines = source_lines(source)
        echo(Styled(f"\n{time.strftime('%H:%M:%S')}  {self._path.name}", bold=True))
        for phrase in said:
            echo(f"heard: {phrase.text}")
        found = self._news.of(check(source, self._path.stem).diagnostics, lines)
        for diagnostic in found.new:
            echo(*shown(diagnostic, lines, self._path))
        if not found.new:
            echo(_others(found) or "nothing found")
        elif _others(found):
            echo(_others(found))
        if not parsed.errors:
            self._tell_timing(parsed.exercise)

    def _hear(self, parsed: "Parsed") -> "tuple[Phrase, ...]":
        """Have the changed phrases spoken, as far as the script can be understood, and return them."""
        from feltsense.authoring.phrase_diff import alone, changed  # noqa: PLC0415 - not needed for help

        before, self._last = self._last, parsed.exercise
        if self._voice is None:
            return ()
        if before is None:
            self._voice.warm(parsed.exercise)
            return ()
        new = changed(before, parsed.exercise)
        if new:
            self._voice.say(alone(parsed.exercise, new))
        return new

    def _tell_timing(self, exercise: "Exercise") -> None:
        from feltsense.cli.estimated import estimated  # noqa: PLC0415 - not needed for help
        from feltsense.cli.timeline_view import in_a_line  # noqa: PLC0415 - as above
        from feltsense.timeline.report import overview  # noqa: PLC0415 - as above

        try:
            found = overview(exercise, self._minutes, estimated(exercise.slug, self._path.parent))
        except FeltsenseError as error:
            show_error(error)
            return
        echo(in_a_line(found, self._length))
        self._length = found.timeline.length


def _others(found: "Fresh") -> str:
    """Return what there is to say of findings that are not new."""
    same = f"{found.same} as before" if found.same else ""
    gone = f"{found.gone} gone" if found.gone else ""
    return ", ".join(filter(None, (same, gone, "nothing else found" if gone and not same and not found.new else "")))


class _Voice:
    """Speaks what has changed; what is newer ends what is older."""

    def __init__(self, workspace: "Workspace", folder: Path, output: str) -> None:
        from feltsense.authoring.live_preview import Aloud  # noqa: PLC0415 - not needed for help
        from feltsense.practice.engine import AudioEngine  # noqa: PLC0415 - as above

        self._stage = AudioEngine(workspace, output)
        self._aloud = Aloud(self._stage, output)
        self._folder = folder

    def warm(self, exercise: "Exercise") -> None:
        """Have the voice of `exercise` and the loudspeaker ready."""
        from feltsense.authoring.phrase_diff import alone, phrases  # noqa: PLC0415 - not needed for help

        self._aloud.open()
        first = next(phrases(exercise), None)
        if first is not None:
            try:
                self._aloud.ready(alone(exercise, [first]), self._folder)
            except FeltsenseError as error:
                show_error(error)

    def say(self, exercise: "Exercise") -> None:
        """Speak all of a small exercise."""
        try:
            self._aloud.say(exercise, self._folder)
        except FeltsenseError as error:
            show_error(error)

    def tell_notices(self) -> None:
        """Say what there is to say of the loudspeaker."""
        while not self._aloud.notices.empty():
            echo(f"({self._aloud.notices.get()})", err=True)

    def close(self) -> None:
        """Be silent."""
        self._aloud.close()
        self._stage.close()
