"""People to talk to, in lines: shown wherever a question is asked, with the country and one's own people set there."""

from collections.abc import Callable
from pathlib import Path

from feltsense.care.helplines import SAFETY, WORLD, find_region, guess_region, region
from feltsense.care.people import Person, load_people, save_people
from feltsense.care.support import SupportBlock, people_blocks, support_in
from feltsense.cli.plain.console import Console
from feltsense.errors import SettingsError
from feltsense.library.feelings import read_feelings
from feltsense.system.settings import change_settings

ASKED_BY = ("?", "help")
"""What somebody types who wants to see people to talk to."""

HOW = (
    "To see the helplines of a country, type: country Ireland",
    "To add somebody of your own, type: person Maya, 555 0117",
)

CHOOSE_COUNTRY = "To choose yours: feltsense --plain, and there, for example, country Ireland."


def country_note(code: str) -> str:
    """Return what is said of helplines in what is made, by the code of a region; empty where there is one."""
    return "" if code else f"No country is chosen, so the helplines are those for anywhere. {CHOOSE_COUNTRY}"


class SupportLines:
    """Prints whom one can turn to.

    Args:
        console: where lines go.
        home: the listener's data folder, for the people whom they trust.
        region: two letters for whose helplines are shown; empty to guess it from the system's language.
    """

    def __init__(self, console: Console, home: Path, region: str = "") -> None:
        self._console = console
        self._home = home
        self._region = region or guess_region()

    def write(self) -> None:
        """Print the number for danger, the listener's own people, and helplines of their region."""
        self._console.write()
        self._console.write_paragraph(SAFETY)
        for block in support_in(self._people(), self._region):
            self._write_block(block)
        self._console.write()
        for text in HOW:
            self._console.write_paragraph(text)

    def write_people(self) -> None:
        """Print the listener's own people only."""
        for block in self._people():
            self._write_block(block)

    def answers(self, line: str, *, free_text: bool = False) -> bool:
        """Do what a line asks for, where it is about people to talk to; tell whether it is.

        Args:
            line: what was typed.
            free_text: whether anything may be written here, so that only the words that show people mean that.
        """
        word, _, rest = line.strip().partition(" ")
        if line.strip().lower() in ASKED_BY:
            self.write()
        elif free_text:
            return False
        elif word.lower() == "country" and rest.strip():
            self._choose_country(rest.strip())
        elif word.lower() == "person" and _is_a_person(rest):
            self._add_person(rest)
        else:
            return False
        return True

    def needed(self, line: str) -> bool:
        """Show people where a line that answers nothing says that somebody does not want to live; tell whether it does.

        A note is never looked at for that.
        """
        found = read_feelings(line).support
        if found:
            self.write()
        return found

    def _people(self) -> tuple[SupportBlock, ...]:
        return people_blocks(lambda: load_people(self._home))

    def _choose_country(self, name: str) -> None:
        code = find_region(name)
        if code is None:
            self._console.write_paragraph(f"There is nothing here for “{name}” yet. What follows is for any country.")
            code = WORLD
        else:
            self._keep(lambda: change_settings(self._home, region=code))
            self._console.write(f"From now on: {region(code).name}.")
        self._region = code
        self.write()

    def _add_person(self, named: str) -> None:
        name, _, how = named.partition(",")
        person = Person(name.strip(), how.strip())
        if self._keep(lambda: save_people(self._home, (*load_people(self._home), person))):
            self._console.write_paragraph(f"{person.name} is among your own people now.")

    def _keep(self, keep: Callable[[], object]) -> bool:
        """Keep something; where it cannot be, say so."""
        try:
            keep()
        except SettingsError as error:
            self._write_error(error)
            return False
        return True

    def _write_error(self, error: SettingsError) -> None:
        for text in (error.message, error.hint):
            self._console.write_paragraph(text)

    def _write_block(self, block: SupportBlock) -> None:
        self._console.write()
        if block.head:
            self._console.write(block.head)
        for line in block.lines:
            self._console.write_paragraph(line)


def _is_a_person(text: str) -> bool:
    """Tell whether a text is a name and, behind a comma, how to reach them; “person I miss” is no name."""
    name, _, how = text.partition(",")
    return bool(name.strip() and how.strip())


class Asker:
    """Asks for a line. Whoever asks for people to talk to instead is shown them, and asked again.

    Args:
        console: where lines go, and come from.
        support: shows them.
    """

    def __init__(self, console: Console, support: SupportLines) -> None:
        self._console = console
        self._support = support

    def ask(
        self,
        prompt: str,
        show: Callable[[], None] = lambda: None,
        *,
        free_text: bool = False,
        once_more: str = "",
    ) -> str | None:
        """Return the line that answers; None when nobody will answer.

        Args:
            prompt: the last line of the question.
            show: prints what stands before it.
            free_text: whether anything may be answered.
            once_more: what is printed instead of all that at first, for who has just read it.
        """
        if not once_more:
            show()
        line = self._console.ask(once_more or prompt)
        while line is not None and self._support.answers(line, free_text=free_text):
            self._console.write()
            show()
            line = self._console.ask(prompt)
        return line
