"""What was there, by exercise: each that was practised, in the order of their names, and a page of each."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from feltsense.errors import FeltsenseError
from feltsense.journal.summary import exercise_page, practices_in_words
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.journal.pages import WordsPage
from feltsense.tui.journal.view import block_paragraphs
from feltsense.tui.widgets.choices import EntryList
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.lines import content
from feltsense.tui.widgets.reading import ReadingPane
from feltsense.tui.widgets.text import Paragraph

if TYPE_CHECKING:
    from feltsense.journal.queries import PractisedExercise
    from feltsense.journal.store import Journal


class ExercisesScreen(BaseScreen[None]):
    """Lists the exercises that were practised; where there is room, with the page of the marked one beside.

    Args:
        journal: what is shown.
    """

    CSS_PATH = "exercises.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="exercises.leave", tooltip="Back to the journal."),
        Binding("enter", "read", "read", id="exercises.read", tooltip="Read what was there."),
    ]

    def __init__(self, journal: "Journal") -> None:
        super().__init__()
        self.journal = journal
        self._page: tuple[Paragraph, ...] = ()
        self._shown = ""
        """Slug of the exercise whose page that is."""
        self._wanted = ""
        """Slug of the exercise whose page is opened once it is known."""

    def compose(self) -> ComposeResult:
        """Make the list and the page."""
        yield Static("By exercise", id="title", markup=False)
        with Horizontal(id="body"):
            yield EntryList(markup=False)
            yield ReadingPane()
        yield Hints()

    def on_mount(self) -> None:
        """Read which there are."""
        self.query_one(ReadingPane).can_focus = False  # Enter has a page of its own to read
        self.query_one(EntryList).focus()
        self.read()

    @work(exclusive=True, group="exercises")
    async def read(self) -> None:
        """Read which exercises there are."""
        try:
            found = await self.player_app.services.tasks.run(self.journal.exercises)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        self.call_later(self.show, found)

    def show(self, exercises: "tuple[PractisedExercise, ...]") -> None:
        """Show them."""
        entries = self.query_one(EntryList)
        entries.clear_options()
        entries.add_options(_option(exercise) for exercise in exercises)
        if exercises:
            entries.highlighted = 0
        else:
            self._tell("Nothing was practised yet.")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read the page of the marked one."""
        if event.option_id is not None:
            self.read_page(event.option_id)

    def on_option_list_option_selected(self) -> None:
        """Read it on a page of its own: a click on the marked one."""
        self.action_read()

    @work(exclusive=True, group="page")
    async def read_page(self, slug: str) -> None:
        """Read what was there when an exercise was done."""
        try:
            blocks = await self.player_app.services.tasks.run(exercise_page, self.journal, slug)
        except FeltsenseError as error:
            self.call_later(self.show_error, error)
            return
        self.call_later(self.show_page, slug, block_paragraphs(blocks))

    def show_page(self, slug: str, page: tuple[Paragraph, ...]) -> None:
        """Show the page beside the list."""
        self._shown, self._page = slug, page
        self.query_one(ReadingPane).show(page)
        if self._wanted == slug:
            self.open_page()

    def action_read(self) -> None:
        """Read the page of the marked one alone."""
        marked = self.query_one(EntryList).highlighted_option
        self._wanted = (marked.id or "") if marked is not None else ""
        if self._wanted and self._wanted == self._shown:
            self.open_page()

    def open_page(self) -> None:
        """Show the page that is known alone, unless another screen is seen by now."""
        self._wanted = ""
        if self.on_top:
            self.app.push_screen(WordsPage(self._page))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def show_error(self, error: FeltsenseError) -> None:
        """Show what went wrong."""
        self.player_app.services.journal.drop_damaged(error)
        self._tell(f"{error.message} {error.hint}")

    def _tell(self, text: str) -> None:
        self.query_one("#title", Static).update(text)


def _option(exercise: "PractisedExercise") -> Option:
    last = f"{practices_in_words(exercise.practices)}, the last on {exercise.last.day} {exercise.last:%b %Y}"
    return Option(content([((exercise.title, "$ink"),), ((last, "$hush"),)]), id=exercise.slug)
