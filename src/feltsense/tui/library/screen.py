"""The library: exercises by what would help, and beside them what the marked one is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from feltsense.library.catalogue import Entry, Listing
from feltsense.library.search import group_by_need
from feltsense.system.printable import printable_line, shortened
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.library.detail import DetailView, ExerciseDetails, offered_lengths
from feltsense.tui.widgets.choices import EntryList
from feltsense.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from feltsense.script.model import Exercise

_LONGEST_TITLE = 26


_LIST_KEYS = ("enter", "up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_NEVER_TYPED = "?*"
"""Keys that mean the same everywhere, also where something is written."""

_LEAVE = "q"
"""Typed alone it may begin a word, or mean to leave: the same again, or Enter, leaves."""

NO_EXERCISES = Listing((), ())


@dataclass(frozen=True, slots=True)
class LibraryContents:
    """All that the library knows."""

    listing: Listing = NO_EXERCISES
    last: Mapping[str, datetime] | None = None
    """When each was practised last, by slug."""
    now: datetime | None = None
    notice: str = ""
    """One quiet line below."""


class Library(BaseScreen[None]):
    """Shows what there is, and begins what is chosen."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", id="library.begin", tooltip="Begin the marked exercise."),
        Binding("left", "length(-1)", "shorter", id="library.shorter", show=False, tooltip="The length before."),
        Binding("right", "length(1)", "length", key_display="← →", id="library.longer", tooltip="The next length."),
        *(
            Binding(
                str(n), f"nth_length({n})", f"length {n}", id=f"library.length{n}", show=False,
                tooltip=f"The length offered as number {n}.",
            )
            for n in range(1, 6)
        ),
        Binding("shift+up", "read(-3)", "read up", id="library.read_up", show=False, tooltip="Read on, upwards."),
        Binding("shift+down", "read(3)", "read on", id="library.read_on", show=False, tooltip="Read on, downwards."),
        Binding("escape", "clear", "clear", id="library.clear", show=False, tooltip="Show everything again."),
        Binding("backspace", "rub_out", "rub out", id="library.rub", show=False, tooltip="Take back the last letter."),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.contents = LibraryContents()
        self.typed = ""
        self._entries: dict[str, Entry] = {}
        self._sections: dict[str, tuple[str, ...]] = {}
        self._held: list[str] | None = []
        """Keys that came before there was a list; None once there is one."""

    def compose(self) -> ComposeResult:
        """Make the list and the detail beside it."""
        with Horizontal(id="room"):
            with Vertical(id="exercises"):
                yield Static("", id="typed", markup=False)
                yield EntryList()
            with VerticalScroll(id="details", can_focus=False):
                yield DetailView()
        yield Static("", id="notice", classes="quiet", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Begin at the list."""
        self.query_one(EntryList).focus()
        self.show(self.contents)

    def on_screen_resume(self) -> None:
        """Show other lengths, if the settings have changed."""
        self._describe()

    def show(self, contents: LibraryContents) -> None:
        """Show what there is."""
        same = contents.listing is self.contents.listing and self._entries
        self.contents = contents
        self._entries = {entry.slug: entry for entry in contents.listing.entries}
        self.query_one("#notice", Static).update(contents.notice)
        if not same:
            self._fill()
        self._describe()
        if self._entries and self._held is not None:
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
        """The exercise that is marked."""
        option = self.query_one(EntryList).highlighted_option
        return self._entries.get(option.id or "") if option else None

    def on_key(self, event: events.Key) -> None:
        """Take what is written as what is looked for, to the last sign; keys for the list wait until there is one."""
        sign = event.character
        if self._held is not None and event.key in _LIST_KEYS:
            event.stop()
            self._held.append(event.key)
        elif sign == self.typed == _LEAVE:
            event.stop()
            self.app.exit()
        elif sign and sign.isprintable() and sign not in _NEVER_TYPED and (self.typed or sign.isalpha()):
            event.stop()
            self._type(self.typed + sign)

    def on_option_list_option_highlighted(self) -> None:
        """Say what is marked now."""
        self._describe()

    def on_option_list_option_selected(self, event: EntryList.OptionSelected) -> None:
        """Begin what was clicked on."""
        event.stop()
        self.action_begin()

    def on_detail_view_length_clicked(self, event: DetailView.LengthClicked) -> None:
        """Take a length that was clicked on."""
        self.action_nth_length(event.number + 1)

    def action_begin(self) -> None:
        """Begin the marked exercise."""
        from feltsense.practice.options import PracticeChoice  # noqa: PLC0415 - not before the first frame

        if self.typed == _LEAVE:
            self.app.exit()
        elif self.marked:
            self.player_app.practise(PracticeChoice(self.marked.slug))
            self.action_clear()

    def action_length(self, by: int) -> None:
        """Choose the next length, or the one before."""
        if self.marked:
            lengths = offered_lengths(self.marked)
            at = lengths.index(self._minutes(self.marked)) + by
            self._pick(self.marked, lengths[max(0, min(len(lengths) - 1, at))])

    def action_nth_length(self, number: int) -> None:
        """Choose the length of this number."""
        if self.marked and number <= len(offered_lengths(self.marked)):
            self._pick(self.marked, offered_lengths(self.marked)[number - 1])

    def action_read(self, rows: int) -> None:
        """Move what is beside."""
        self.query_one("#details", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_clear(self) -> None:
        """Show everything again."""
        self._type("")

    def action_rub_out(self) -> None:
        """Take back the last letter."""
        self._type(self.typed[:-1])

    def _type(self, typed: str) -> None:
        if typed != self.typed:
            self.typed = typed
            self._fill()
            self._describe()

    def _fill(self) -> None:
        """Fill the list with what fits what was typed, and mark the first."""
        fitting = group_by_need(self.contents.listing.entries, self.typed)
        found = fitting or group_by_need(self.contents.listing.entries)
        options: list[Option] = []
        for group in found:
            above = "\n" if options else ""
            options.append(Option(Content.assemble(above, (group.need.words, "$glow")), disabled=True))
            options += [Option(_row(entry), id=entry.slug) for entry in group.entries]
        rows = self.query_one(EntryList)
        rows.set_options(options)
        rows.highlighted = 1 if options else None
        typed = Content.assemble((self.typed, "$ink"), ("▏", "$glow")) if self.typed else Content("type to find")
        nothing = ("   nothing by that name; here is everything", "$hush") if self.typed and not fitting else ""
        if self.typed == _LEAVE:
            nothing = ("   ⏎ leaves, or type on", "$hush")
        self.query_one("#typed", Static).update(Content.assemble(typed, nothing))

    def _describe(self) -> None:
        entry = self.marked
        detail = self.query_one(DetailView)
        if entry is None:
            detail.show(None)
            return
        if entry.slug not in self._sections:
            self.player_app.load_sections(entry.slug)
        last = (self.contents.last or {}).get(entry.slug)
        detail.show(
            ExerciseDetails(
                entry, self._minutes(entry), self._sections.get(entry.slug, ()), last, self.contents.now or last
            )
        )

    def _minutes(self, entry: Entry) -> float | None:
        """Return the length that is chosen, or usual."""
        return self.player_app.services.settings.minutes(entry.slug, entry.front.minutes)

    def _pick(self, entry: Entry, minutes: float | None) -> None:
        if minutes is not None and minutes != self._minutes(entry):
            self.player_app.services.preferences.remember_length(entry.slug, minutes)
            self._describe()


def _row(entry: Entry) -> Content:
    minutes: Sequence[str] = [f"{minutes:g}" for minutes in entry.front.minutes]
    title = shortened(printable_line(entry.front.title), _LONGEST_TITLE)
    lengths = f"{' · '.join(minutes)} min" if minutes else ""
    return Content.assemble(f"  {title:<{_LONGEST_TITLE}} ", (lengths, "$hush"))
