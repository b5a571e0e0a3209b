"""What the journal says of many practices together, and of one exercise: counts in plain words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from feltsense.journal.insight import SCALES, CheckInChange, check_in_change
from feltsense.journal.model import EVERYTHING, Field, Practice, PracticeFilter, TooMuch, When
from feltsense.journal.practice_page import TOO_MUCH_WORDS, PageBlock, moment
from feltsense.journal.queries import PracticeQueries, PracticeTotals
from feltsense.journal.store import ImportCounts

_NOTES = 100
"""So many of the newest notes are shown of an exercise."""


@dataclass(frozen=True, slots=True)
class JournalSummary:
    """All practices that are meant, together."""

    totals: PracticeTotals
    changes: tuple[CheckInChange, ...]
    """Of each scale."""

    @property
    def said(self) -> tuple[CheckInChange, ...]:
        """The scales of which anything can be said."""
        return tuple(each for each in self.changes if each.pairs)

    def sentences(self) -> tuple[str, ...]:
        """Return it in words, a sentence or a few each; nothing where there is nothing."""
        return (*_days(self.totals), *_not_played(self.totals), *(" ".join(each.sentences()) for each in self.said))

    def short(self) -> tuple[str, ...]:
        """Return the most important of it: how many, and how often what was lower, the same and higher."""
        return (*_days(self.totals), *(each.sentences()[0] for each in self.said))

    def more(self) -> tuple[str, ...]:
        """Return what `short` leaves out."""
        return (*_not_played(self.totals), *filter(None, map(_more, self.said)))


def summarise(journal: PracticeQueries, chosen: PracticeFilter = EVERYTHING) -> JournalSummary:
    """Return what can be said of all practices that are meant, however many there are.

    Raises:
        JournalError: the journal cannot be read.
    """
    counts = journal.counts(chosen)
    changes = tuple(check_in_change(changes, field) for field, changes in counts.changes.items())
    return JournalSummary(counts.totals, changes)


def exercise_page(journal: PracticeQueries, slug: str) -> tuple[PageBlock, ...]:
    """Return what was there when one exercise was done: counts, places, words and notes, and no judgement.

    The first block is headed by its title.

    Raises:
        JournalError: the journal cannot be read.
    """
    chosen = PracticeFilter(slug=slug)
    summary = summarise(journal, chosen)
    newest = journal.practices(1, 0, chosen)
    return (
        PageBlock(("What was there when you did this one.",), newest[0].title if newest else slug),
        PageBlock((*_days(summary.totals), *_not_played(summary.totals))),
        *(PageBlock(each.sentences()) for each in summary.said),
        *_noticed(journal, chosen),
        *_notes(journal.practices(_NOTES + 1, 0, replace(chosen, with_note=True))),
    )


def practices_in_words(count: int) -> str:
    """Return `1 practice` or `12 practices`."""
    return "1 practice" if count == 1 else f"{count} practices"


def import_in_words(counts: ImportCounts) -> str:
    """Return what became of practices that were brought in, as `2 practices brought in, 1 completed.`."""
    completed = f", {counts.completed} completed" if counts.completed else ""
    were = "was" if counts.known == 1 else "were"
    known = f"; {practices_in_words(counts.known)} {were} here already" if counts.known else ""
    return f"{practices_in_words(counts.new)} brought in{completed}{known}."


def day_in_words(day: date) -> str:
    """Return a day as people write it."""
    return f"{day.day} {day:%B %Y}"


def _more(change: CheckInChange) -> str:
    rest = " ".join(change.sentences()[1:])
    return f"{SCALES[change.field].name}: {rest[0].lower()}{rest[1:]}" if rest else ""


def _days(totals: PracticeTotals) -> Iterator[str]:
    if totals.first is None or totals.last is None:
        return
    count = practices_in_words(totals.practices)
    if totals.first == totals.last:
        yield f"{count}, on {day_in_words(totals.first)}."
    else:
        yield f"{count}, from {day_in_words(totals.first)} to {day_in_words(totals.last)}."


def _not_played(totals: PracticeTotals) -> Iterator[str]:
    if totals.check_ins:
        times = "Once" if totals.check_ins == 1 else f"{totals.check_ins} times"
        yield f"{times} you checked in and did not play; that is not counted here."


def _noticed(journal: PracticeQueries, chosen: PracticeFilter) -> Iterator[PageBlock]:
    for field, head in ((Field.PLACE, "Where in the body"), (Field.WORD, "Words for it")):
        lines = [_counted(name, journal.answers(when, field, chosen)) for name, when in _WHEN.items()]
        if any(lines):
            yield PageBlock(tuple(line for line in lines if line), head)
    too_much = journal.answers(When.AFTER, Field.TOO_MUCH, chosen)
    known = Counter({TOO_MUCH_WORDS[each]: too_much[each.value] for each in TooMuch if too_much[each.value]})
    if known:
        line = " · ".join(f"{words} {count}" for words, count in known.items())
        yield PageBlock((line,), "Was any of it too much?")


_WHEN = {"Before": When.BEFORE, "After": When.AFTER}


def _counted(name: str, answers: Counter[str | None]) -> str:
    """Return answers with how often they were given, the most frequent first; empty where none was."""
    given = sorted(
        ((count, answer) for answer, count in answers.items() if answer), key=lambda each: (-each[0], each[1])
    )
    if not given:
        return ""
    parts = [f"{answer} {count}" for count, answer in given]
    unsaid = sum(count for answer, count in answers.items() if not answer)
    return f"{name}: {' · '.join([*parts, *([f'not said {unsaid}'] if unsaid else [])])}"


def _notes(newest_first: tuple[Practice, ...]) -> Iterator[PageBlock]:
    for practice in newest_first[:_NOTES]:
        for note in (practice.before.note, practice.after.note):
            if note:
                yield PageBlock((note,), moment(practice.began_at))
    if len(newest_first) > _NOTES:
        yield PageBlock((f"… Older lines: feltsense journal list --exercise {newest_first[0].slug}",))
