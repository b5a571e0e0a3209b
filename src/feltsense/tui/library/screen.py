"""The library: a question, one suggestion, and all exercises below it; beside them what the marked one is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from feltsense.library.catalogue import Entry
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.library.detail import DetailView, ExerciseDetails, danger_words, offered_lengths
from feltsense.tui.library.exercise_list import ExerciseList
from feltsense.tui.library.question_line import QuestionLine
from feltsense.tui.library.rows import LEAVE, LibraryContents, ListRow, RowKind, library_rows, question
from feltsense.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from textual.timer import Timer

    from feltsense.practice.options import PracticeChoice
    from feltsense.script.model import Exercise

_LIST_KEYS = ("enter", "up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_NEVER_TYPED = "?*"
"""Keys that mean the same everywhere, also where something is written."""

_LONGEST = 60
"""Letters that can be typed."""

_RESTING = 0.4
"""Seconds that an exercise is marked before its first words are spoken ahead."""


class Library(BaseScreen[None]):
    """Shows what there is, and begins what is chosen."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", id="library.begin", tooltip="Begin the marked exercise."),
        Binding("left", "length(-1)", "shorter", id="library.shorter", show=False, tooltip="The length before."),
        Binding("right", "length(1)", "length", key_display="← →", id="library.longer", tooltip="The next length."),
        Binding(
            "asterisk", "favourite", "favourite", key_display="*", id="library.favourite",
            tooltip="Keep the marked exercise among your favourites on top, or no longer.",
        ),
        Binding("shift+up", "read(-3)", "read up", id="library.read_up", show=False, tooltip="Read on, upwards."),
        Binding("shift+down", "read(3)", "read on", id="library.read_on", show=False, tooltip="Read on, downwards."),
        Binding("escape,ctrl+u", "clear", "clear", id="library.clear", show=False, tooltip="Show everything again."),
        Binding("backspace", "rub_out", "rub out", id="library.rub", show=False, tooltip="Take back the last letter."),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.contents = LibraryContents()
        self.typed = ""
        self._asked: float | None = None
        """Minutes that were typed, until a length is chosen by other means."""
        self._sections: dict[str, tuple[str, ...]] = {}
        self._held: list[str] | None = []
        """Keys that came before there was a list; None once there is one."""
        self._ahead: PracticeChoice | None = None
        """What is, or is soon to be, spoken ahead."""
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Make the list and the detail beside it."""
        yield QuestionLine(id="typed")
        with Horizontal(id="room"):
            yield ExerciseList()
            with Vertical(id="beside"):
                with VerticalScroll(id="details", can_focus=False):
                    yield DetailView()
                yield Static("", id="more", markup=False)
                yield Static("", id="danger", markup=False)
        yield Static("", id="notice", classes="quiet", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Begin at the list."""
        self.query_one(ExerciseList).focus()
        self.watch(self.query_one("#details"), "scroll_y", self._say_whether_there_is_more, init=False)
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self._say_whether_there_is_more())
        self.show(LibraryContents(now=self.player_app.services.now()))

    def on_screen_resume(self) -> None:
        """Show other lengths, if the settings have changed."""
        self._describe()

    def on_screen_suspend(self) -> None:
        """Speak nothing ahead while something else is seen: it may be heard, too."""
        self._speak_ahead(None)

    def show(self, contents: LibraryContents) -> None:
        """Show what there is; what is marked stays so, where somebody has marked it."""
        self.contents = contents
        notice = self.query_one("#notice", Static)
        notice.update(contents.notice)
        notice.display = bool(contents.notice)
        self._fill(keep=True)
        if contents.index is not None and self._held is not None:
            held, self._held = self._held, None
            for key in held:
                self.app.call_later(self.app.simulate_key, key)  # as if it came from there: it bubbles up to it

    def show_sections(self, exercise: "Exercise") -> None:
        """Show the sections of an exercise, now that they are known."""
        self._sections[exercise.slug] = tuple(section.title for section in exercise.sections)
        if self.marked and self.marked.slug == exercise.slug:
            self._describe()

    @property
    def marked(self) -> Entry | None:
        """The exercise that is marked; None where that is none."""
        row = self._marked_row
        return row.entry if row is not None else None

    @property
    def minutes_of_marked(self) -> float | None:
        """The length that is chosen for the marked exercise; None for its own."""
        return self._minutes(self.marked) if self.marked is not None else None

    @property
    def _marked_row(self) -> ListRow | None:
        return self.query_one(ExerciseList).marked

    def on_key(self, event: events.Key) -> None:
        """Take what is written as what is looked for, to the last sign; keys for the list wait until there is one."""
        sign = event.character
        if self._held is not None and event.key in _LIST_KEYS:
            event.stop()
            self._held.append(event.key)
        elif sign == self.typed == LEAVE:
            event.stop()
            self.app.exit()
        elif sign and sign.isprintable() and sign not in _NEVER_TYPED and (self.typed or sign.isalnum()):
            event.stop()
            self._type((self.typed + sign)[:_LONGEST])

    def on_exercise_list_marked(self) -> None:
        """Say what is marked now."""
        self._describe()

    def on_exercise_list_chosen(self, event: ExerciseList.Chosen) -> None:
        """Begin what was clicked on."""
        event.stop()
        self.action_begin()

    def on_detail_view_length_clicked(self, event: DetailView.LengthClicked) -> None:
        """Take a length that was clicked on."""
        self.action_nth_length(event.number + 1)

    def action_begin(self) -> None:
        """Begin the marked exercise, or do what the marked row is for."""
        row, cut = self._marked_row, self.contents.going_on
        match row:
            case ListRow(kind=RowKind.LEAVE):
                self.app.exit()
            case ListRow(kind=RowKind.SUPPORT):
                self.app.call_later(self.app.run_action, "app.support")
            case ListRow(kind=RowKind.SOUNDS, sound=sound):
                self.app.call_later(self.app.run_action, f"app.sounds({sound!r})")
            case ListRow(kind=RowKind.GOING_ON) if cut is not None:
                self.player_app.practise(cut.choice)
            case ListRow(entry=Entry() as entry):
                self.player_app.practise(self._choice_of(entry))

    def action_favourite(self) -> None:
        """Keep the marked exercise among the favourites, or no longer."""
        if self.marked:
            self.player_app.services.preferences.toggle_favourite(self.marked.slug)
            self._fill(keep=True)

    def action_length(self, by: int) -> None:
        """Choose the next length, or the one before."""
        if self._row_of_exercise:
            lengths = offered_lengths(self._row_of_exercise)
            at = lengths.index(self._minutes(self._row_of_exercise)) + by
            self._pick(self._row_of_exercise, lengths[max(0, min(len(lengths) - 1, at))])

    def action_nth_length(self, number: int) -> None:
        """Choose the length of this number."""
        if self._row_of_exercise and number <= len(offered_lengths(self._row_of_exercise)):
            self._pick(self._row_of_exercise, offered_lengths(self._row_of_exercise)[number - 1])

    def action_read(self, rows: int) -> None:
        """Move what is beside."""
        self.query_one("#details", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_clear(self) -> None:
        """Show everything again."""
        self._type("")

    def action_rub_out(self) -> None:
        """Take back the last letter."""
        self._type(self.typed[:-1])

    @property
    def _row_of_exercise(self) -> Entry | None:
        """The exercise whose length can be chosen."""
        row = self._marked_row
        return row.entry if row is not None and row.kind in (RowKind.EXERCISE, RowKind.COURSE) else None

    def _type(self, typed: str) -> None:
        if typed != self.typed:
            from feltsense.library.typed_length import typed_length  # noqa: PLC0415 - not before the first frame

            self.typed, self._asked = typed, typed_length(typed).minutes
            self._fill()

    def _fill(self, *, keep: bool = False) -> None:
        """Fill the list with what fits what was typed, and mark the first; or keep the mark where it was moved."""
        shown, before = self.query_one(ExerciseList), self._marked_row
        rows = library_rows(self.contents, self.typed, self.player_app.services.settings.favourites)
        moved = keep and before is not None and before is not next((row for row in shown.rows if row.selectable), None)
        shown.show(rows, _place(rows, shown.rows, before) if moved and before is not None else None)
        self.query_one(QuestionLine).show(question(self.contents.now), self.typed)
        self._describe()

    def _describe(self) -> None:
        row, detail = self._marked_row, self.query_one(DetailView)
        about = row if row is not None and row.entry is None else self._details(row)
        detail.show(about)
        exercise = self._row_of_exercise
        self._speak_ahead(self._choice_of(exercise) if exercise is not None else None)
        danger, words = self.query_one("#danger", Static), danger_words(about)
        if words != danger.content:
            danger.update(words)
            danger.display = bool(words)

    def _details(self, row: ListRow | None) -> ExerciseDetails | None:
        """Return what is said of the exercise in a row."""
        if row is None or row.entry is None:
            return None
        slug, cut = row.entry.slug, self.contents.going_on
        if slug not in self._sections:
            self.player_app.load_sections(slug)
        last = (self.contents.last or {}).get(slug)
        sections, now = self._sections.get(slug, ()), self.contents.now or last
        if row.kind is RowKind.GOING_ON and cut is not None:
            return ExerciseDetails(row.entry, cut.minutes, sections, last, now, cut.section_title)
        return ExerciseDetails(row.entry, self._minutes(row.entry), sections, last, now)

    def _speak_ahead(self, choice: "PracticeChoice | None") -> None:
        """Have the first words of what is marked spoken after a moment, and nothing else any more."""
        if choice == self._ahead:
            return
        self._ahead = choice
        self.player_app.services.ahead.mark(None)
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_RESTING, self._mark_ahead) if choice is not None else None

    def _mark_ahead(self) -> None:
        if self.is_current:
            self.player_app.services.ahead.mark(self._ahead)

    def _say_whether_there_is_more(self) -> None:
        """Show below the detail whether there is more of it."""
        details, more = self.query_one("#details", VerticalScroll), self.query_one("#more", Static)
        danger = self.query_one("#danger")
        room = self.query_one("#beside").size.height - (danger.outer_size.height if danger.display else 0)
        more.display = self.query_one(DetailView).size.height > room
        words = "… shift ↓ reads on" if details.scroll_y < details.max_scroll_y else "shift ↑ reads back"
        if words != more.content:  # each update lays the screen out anew, which leads here again
            more.update(words)

    def _choice_of(self, entry: Entry) -> "PracticeChoice":
        from feltsense.practice.options import PracticeChoice  # noqa: PLC0415 - not before the first frame

        return PracticeChoice(entry.slug, self._asked_of(entry))

    def _asked_of(self, entry: Entry) -> float | None:
        """Return the length that was typed, where the exercise offers it."""
        from feltsense.library.typed_length import offered_near  # noqa: PLC0415 - not before the first frame

        return offered_near(entry.front.minutes, self._asked)

    def _minutes(self, entry: Entry) -> float | None:
        """Return the length that was typed, is chosen, or usual."""
        return self._asked_of(entry) or self.player_app.services.settings.minutes(entry.slug, entry.front.minutes)

    def _pick(self, entry: Entry, minutes: float | None) -> None:
        if minutes is not None and minutes != self._minutes(entry):
            self._asked = None
            self.player_app.services.remember("lengths", entry.slug, minutes)
            self._describe()


def _place(rows: Sequence[ListRow], before: Sequence[ListRow], marked: ListRow) -> int | None:
    """Return where a row of `before` is now. One exercise may stand in several places; what changes is above them."""
    below = sum(_same(row, marked) for row in before[_index_of(marked, before) + 1 :])
    same = [number for number, row in enumerate(rows) if _same(row, marked)]
    return same[-1 - below] if below < len(same) else same[0] if same else None


def _index_of(marked: ListRow, rows: Sequence[ListRow]) -> int:
    return next(number for number, row in enumerate(rows) if row is marked)


def _same(row: ListRow, other: ListRow) -> bool:
    """Tell whether two rows are about the same."""
    return (row.kind, row.entry and row.entry.slug) == (other.kind, other.entry and other.entry.slug)
