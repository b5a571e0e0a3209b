"""The library in lines: what stands on top, and what is shown when it is asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from feltsense.cli.plain.console import Console
from feltsense.cli.plain.library import PlainLibrary, Shelf, offers_of, read_library
from feltsense.cli.plain.menu import _ExerciseQuestion
from feltsense.journal.model import Outcome, Practice
from feltsense.journal.store import open_journal
from feltsense.library.catalogue import find
from feltsense.library.hours import PartOfDay
from feltsense.practice.going_on import GoingOn
from feltsense.practice.options import PracticeChoice
from feltsense.share.inbox import Inbox
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import change_settings, load_settings
from practising import pairs
from running import SMALL, Desk

NOW = datetime(2026, 11, 28, 23, 40, tzinfo=UTC)
Reading = Callable[[], PlainLibrary]
LONG = SMALL.replace("tier: 1", "tier: 1\nminutes: [10]").replace("[pause 1s]", "[pause 1s to 20m]").replace(
    "## Leaving", "## Between\n\nA little more. [pause 1s to 20m]\n\n## Leaving"
)  # fmt: skip


@pytest.fixture
def reading(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """A small library, late in the evening."""
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: desk.folder / "none")
    for number, name in enumerate(("two-hands", "feet-on-the-floor", "five-senses", "gentle-breath"), 1):
        desk.write(name, SMALL.replace("A small one", f"Number {number}"))
    return lambda: read_library(Workspace(desk.folder), data_home(), NOW)


def practise(*slugs: str, sha256: str = "0" * 64) -> None:
    """Keep practices of ten minutes that were left after six, the last slug the newest."""
    with open_journal(data_home()) as journal:
        journal.import_practices(
            Practice(
                0, f"{number:032x}", slug, slug, sha256, "heart", 1, 600_000, 600_000,
                NOW - timedelta(hours=len(slugs) - number), heard_ms=360_000, ended=Outcome.EARLY,
            )
            for number, slug in enumerate(slugs)
        )  # fmt: skip


def headings(library: PlainLibrary) -> list[str]:
    return [shelf.heading for shelf in library.first()]


def words(shelves: list[Shelf], heading: str) -> list[str]:
    (found,) = [shelf for shelf in shelves if shelf.heading == heading]
    return [offered.words for offered in found.offers]


def test_at_first_there_is_one_for_the_hour_and_two_others(reading: Reading) -> None:
    library = reading()
    (shelf,) = library.first()
    assert (shelf.heading, len(shelf.offers)) == ("For tonight", 3)
    assert shelf.offers[0].choice == PracticeChoice("feet-on-the-floor")
    assert shelf.offers[0].note == "It is late. This one is short, and asks for very little."
    assert library.question == PartOfDay.NIGHT.question == "What is it tonight?"
    assert replace(library, now=NOW.replace(hour=14)).question == "What is it right now?"


def test_favourites_and_what_was_practised_lately_are_there(reading: Reading) -> None:
    change_settings(data_home(), favourites=("gentle-breath", "gone"))
    practise("five-senses", "gentle-breath", "small")
    shelves = list(reading().first())
    assert words(shelves, "Your favourites") == ["Number 4"]
    assert "Number 4" not in words(shelves, "For tonight")
    assert words(shelves, "Lately") == ["A small one", "Number 3"], "the newest first, nothing twice"


def test_a_practice_that_was_cut_off_goes_on_from_its_section(reading: Reading, desk: Desk) -> None:
    desk.write("small", LONG)
    sha256 = find("small", Workspace(desk.folder)).load_valid().sha256
    practise("small", sha256=sha256)
    library = reading()
    assert library.going_on == GoingOn("small", "A small one", 10.0, 1, "Between")
    shelf = next(library.first())
    assert shelf.heading == "Go on where you stopped"
    assert shelf.offers[0].words == "A small one, from “Between”"
    assert shelf.offers[0].choice == PracticeChoice("small", 10.0, from_section=1)
    assert "Lately" not in headings(library), "nothing twice"


def test_the_course_under_way_stands_on_top_and_all_of_them_below_everything(reading: Reading) -> None:
    practise("gentle-breath")
    everything = list(reading().everything())
    assert "A kinder voice" in words(everything, "A few in a row, whenever you like")
    assert sum(len(shelf.offers) for shelf in everything[:-1]) == 5


class TypedConsole(Console):
    """Answers each question with the next line; notes what is said."""

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._answers = iter(lines)

    def write(self, text: str = "") -> None:
        self.said.append(text)

    def write_paragraph(self, text: str) -> None:
        self.write(text)

    def ask(self, prompt: str) -> str | None:
        self.write(prompt)
        return next(self._answers, None)


class Asked:
    """The question, with somebody who types."""

    def __init__(self, folder: Path, *lines: str) -> None:
        self.console = TypedConsole(*lines)
        self.chosen = _ExerciseQuestion(self.console, Workspace(folder), lambda: NOW).ask()
        self.said = "\n".join(self.console.said)


def test_all_are_shown_when_asked_for_and_a_number_stays_the_same(reading: Reading, desk: Desk) -> None:
    first = next(reading().first()).offers[1]
    asked = Asked(desk.folder, "all", "2")
    assert asked.chosen == first.choice
    assert asked.said.count(f"   2 {first.words}") == 2
    assert "it's all too much" in asked.said


@pytest.mark.parametrize("word", ["favourite", "Favorite", "fav"])
def test_a_favourite_is_kept_and_let_go_by_its_number(reading: Reading, desk: Desk, word: str) -> None:
    slug = next(reading().first()).offers[1].choice.slug
    title = reading().index.by_slug[slug].front.title
    assert f"{title}: among your favourites now." in Asked(desk.folder, f"{word} 2", "").said
    assert load_settings(data_home()).favourites == (slug,)
    number = next(line.split()[0] for line in Asked(desk.folder, "").said.splitlines() if title in line)
    assert f"{title}: no favourite any more." in Asked(desk.folder, f"{word} {number}", "").said
    assert load_settings(data_home()).favourites == ()
    assert "“77” is none of these" in Asked(desk.folder, f"{word} 77", "").said


def test_what_was_offered_and_is_gone_since_is_no_favourite(reading: Reading, desk: Desk) -> None:
    slug = next(reading().first()).offers[1].choice.slug
    console = TypedConsole("1", "fav 2", "")
    question = _ExerciseQuestion(console, Workspace(desk.folder), lambda: NOW)
    question.ask()
    (desk.folder / "exercises" / f"{slug}.md").unlink()
    assert question.ask() is None
    assert "“2” is none of these" in "\n".join(console.said)
    assert load_settings(data_home()).favourites == ()


def test_a_journal_that_cannot_be_read_stops_nothing(reading: Reading, capsys: pytest.CaptureFixture[str]) -> None:
    practise("small")
    path = data_home() / "journal.db"
    path.unlink()
    path.mkdir()
    assert headings(reading()) == ["For tonight"]
    assert "journal" in capsys.readouterr().err


def test_without_any_exercise_it_is_said_what_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: desk.folder / "none")
    (desk.folder / "exercises" / "small.md").unlink()
    asked = Asked(desk.folder, "all", "7", "")
    assert "from 1 to 0" not in asked.said
    assert "There is no exercise here yet; feltsense new begins one." in asked.said
    assert asked.chosen is None


def test_a_length_that_was_typed_is_offered_and_begun(reading: Reading, desk: Desk) -> None:
    desk.write("two-hands", SMALL.replace("A small one", "Two hands").replace("tier: 1", "tier: 1\nminutes: [3, 5]"))
    assert next(offers_of(reading().suggestion("two hands"))).words == "Two hands, 3 or 5 minutes"
    asked = Asked(desk.folder, "two hands, 5 min", "4")
    assert "   4 Two hands, 5 minutes" in asked.said
    assert asked.chosen == PracticeChoice("two-hands", 5.0)


def test_where_something_else_fits_better_people_are_named_below(reading: Reading, desk: Desk) -> None:
    said = Asked(desk.folder, "crisis at work", "").said
    assert "And if it is more than that, there are people to talk to, now. ? shows them." in said
    assert reading().suggestion("crisis at work").perhaps_support


def test_a_background_that_is_named_is_the_first_offer(reading: Reading) -> None:
    first, second, *_ = offers_of(reading().suggestion("ocean"))
    assert (first.words, first.choice.background_alone) == ("Ocean, by itself, 30 minutes", "ocean")
    assert (first.choice.minutes, first.choice.check_ins) == (30, False)
    assert second.choice.background_alone is None


def test_lines_say_how_an_exercise_comes_to_a_phone_and_what_came_from_one(reading: Reading, desk: Desk) -> None:
    slug = next(reading().first()).offers[1].choice.slug
    told = Asked(desk.folder, "phone", "Phone 2", "phone 99", "").said
    assert "feltsense share NAME brings it to a phone in the same Wi-Fi" in told
    assert f"feltsense share {slug} brings it" in told
    assert "“99” is none of these" in told
    assert "From the phone" not in told
    Inbox(data_home()).add(pairs((7, 5)))
    assert "From the phone: 1 practice, of 2026-03-02. feltsense journal received brings" in Asked(desk.folder, "").said
