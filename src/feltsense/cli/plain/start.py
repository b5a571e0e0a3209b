"""Begins a practice in lines, with everything that it takes place in, and puts all away afterwards."""

from dataclasses import dataclass
from pathlib import Path

from feltsense.cli.context import Exit
from feltsense.cli.diagnostics import load_or_show
from feltsense.cli.output import echo, show_error
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.practice import PlainPractice, Surroundings
from feltsense.errors import JournalError
from feltsense.journal.store import Journal, open_journal
from feltsense.library.catalogue import find
from feltsense.practice.engine import AudioEngine
from feltsense.practice.preparation import PracticeRequest
from feltsense.script.options import VersionOptions
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load


@dataclass(frozen=True, slots=True)
class PlainOptions:
    """What was asked for; None leaves it to the settings, and then to the script."""

    minutes: float | None
    voice: str | None
    soundscape: str | None
    output: str | None
    speed: float
    no_checkin: bool


def run(workspace: Workspace, name: str, asked: PlainOptions, console: Console) -> Exit:
    """Practise the exercise called `name`.

    Raises:
        FeltsenseError: there is no such exercise, or its script has errors.
    """
    home = data_home()
    settings = load(home)
    for notice in settings.notices:
        echo(notice, err=True)
    found = find(name, workspace)
    wanted = PracticeRequest(load_or_show(found), found.path.parent, VersionOptions(asked.minutes))
    always = VersionOptions(voice=asked.voice, soundscape=asked.soundscape)
    stage = AudioEngine(workspace, asked.output or settings.output, asked.speed)
    journal = _opened_journal(home)
    try:
        around = Surroundings(stage, journal, home, settings, always, asks=not asked.no_checkin)
        return PlainPractice(console, around).run(wanted)
    finally:
        stage.close()
        if journal is not None:
            journal.close()


def _opened_journal(home: Path) -> Journal | None:
    """Return the journal; where it cannot be used, say so, and go on without it."""
    try:
        journal = open_journal(home)
    except JournalError as error:
        show_error(error)
        echo("Nothing of this practice will be kept.", err=True)
        return None
    if journal.set_aside is not None:
        echo(f"The journal was damaged. It is now {journal.set_aside}, and a new one has begun.", err=True)
    return journal
