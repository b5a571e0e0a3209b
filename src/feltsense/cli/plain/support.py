"""Whom one can talk to, in lines."""

from pathlib import Path

from feltsense.care.helplines import SAFETY, WORLD, guess_region, helplines, region
from feltsense.care.people import load_people
from feltsense.cli.plain.console import Console
from feltsense.errors import SettingsError
from feltsense.system.settings import Settings


def support(console: Console, home: Path, settings: Settings) -> None:
    """Print the listener's own people, the number for danger, and helplines of their region."""
    code = settings.region or guess_region()
    console.say()
    console.tell(SAFETY)
    for emergency in region(code).emergency:
        console.say(f"  {emergency.number}  {emergency.reaches}")
    people(console, home)
    for line in helplines(code):
        console.say()
        console.tell(f"{line.name}: {line.serves}")
        for way in line.ways:
            console.say(f"  {way}")
        about = ", ".join(part for part in (line.hours, line.cost) if part)
        if about:
            console.say(f"  {about}")
    if code == WORLD:
        console.say()
        console.tell("The settings of the player can name your country; its own helplines are shown then.")


def people(console: Console, home: Path) -> None:
    """Print the people whom the listener trusts."""
    try:
        known = load_people(home)
    except SettingsError as error:
        console.tell(f"{error.message} {error.hint}")
        return
    console.say()
    if not known:
        console.tell("You have named nobody yet; the settings of the player have a place for it.")
    for person in known:
        console.tell(f"{person.name}: {person.how}")
