"""From times that stand before words to the silences between them."""

from dataclasses import dataclass

from feltsense.importing.clock_times import TimeRange
from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.timecodes import WrittenLength, about_in_words, elastic_silence, exact_silence, speech_ms
from feltsense.script.durations import written
from feltsense.script.questions import NOTHING, question_comment

_FILLED_MS = 5000
"""What is left of a range by less than this is filled by its words: nobody speaks at exactly the usual pace."""


@dataclass(frozen=True, slots=True)
class TimeOutcome:
    """What a time becomes: a silence, or why none."""

    cue: str
    """Without brackets; empty where there is no silence."""
    told: str

    @property
    def kind(self) -> ChangeKind:
        """What became of the time, for the report."""
        return ChangeKind.PAUSE if self.cue else ChangeKind.LEFT_OUT


def time_outcome(
    time: TimeRange, following: int | None, spent: int, *, heard: bool = False, paused: int = 0
) -> TimeOutcome:
    """Return what follows from a time: never a negative silence, and none that is only guessed.

    Args:
        time: when the words begin and, where that is known, end.
        following: when the next ones begin, in milliseconds; None where nothing does.
        spent: milliseconds that the words take at the usual pace, with what else is written there.
        paused: milliseconds of `spent` that are pauses; where the range is too short for them they are in the gap.
        heard: whether the range is that of the words as they were spoken, as in captions; they may have been slow.
    """
    until = time.end if following is None else following
    if until is None or (heard and following is None):
        return TimeOutcome("", "a time")
    if until < time.start or (time.end is not None and time.end < time.start):
        return TimeOutcome("", "a time; what follows begins earlier, so no silence is known")
    if not heard and until - time.start < spent - _FILLED_MS // 2:
        has, needs = about_in_words(until - time.start), about_in_words(spent)
        return TimeOutcome("", f"a time; it leaves {has}, and the words need about {needs}")
    end = None if time.end is None else min(time.end, until)
    filled = end is not None and end - time.start - spent < max(_FILLED_MS, spent if heard else 0)
    inside = end is not None and end - time.start >= paused
    cue = (
        exact_silence(until - end - (0 if inside else paused))
        if filled and end is not None
        else elastic_silence(until - time.start - spent)
    )
    early = time.end is not None and time.end > until
    told = f"[{cue}]" if cue else "a time; the next words begin before it ends" if early else "a time"
    return TimeOutcome(cue, told)


def length_outcome(
    length: WrittenLength, text: str, said: int, place: int, *, silent: bool
) -> tuple[DocumentBlock, ImportChange]:
    """Return the silence behind words that a length beside them asks for, or a question, and what is told of it.

    Args:
        length: what is written.
        text: how it is written.
        said: milliseconds of speech that it stands beside.
        place: where it stands.
        silent: whether it is known to be a silence; else words that fill it for the most part may be meant with it.
    """
    if silent or said * 2 <= length.high:
        block = DocumentBlock(DocumentBlockKind.CUE, length.cue, place)
        return block, ImportChange(place, ChangeKind.PAUSE, text, f"[{length.cue}]")
    rest = round((length.high - said) / 1000) * 1000
    choices = [*([f"[pause about {written(rest)}]"] if rest > 0 else []), f"[{length.cue}]", NOTHING]
    asked = "is this how long the words and the silence last, or the silence alone?"
    block = DocumentBlock(DocumentBlockKind.QUESTION, question_comment(asked, choices, text), place)
    return block, ImportChange(place, ChangeKind.QUESTION, text, asked)


class TimeKeeper:
    """Adds to `blocks` the silences that a document's times leave, and to `changes` what became of each time."""

    def __init__(self, blocks: list[DocumentBlock], changes: list[ImportChange]) -> None:
        self._blocks = blocks
        self._changes = changes
        self._time: TimeRange | None = None
        self._written = ""
        self._place = 1
        self._spent = 0
        """Milliseconds that what has been said since `_time` takes."""

    def begin(self, time: TimeRange, written: str, place: int) -> None:
        """Take in the next time, as it was `written`: what comes from here on is said then."""
        self.end(time.start)
        self._time, self._written, self._place, self._spent = time, written, place, 0

    def say(self, text: str) -> None:
        """Take in what is said at this time, with the pauses in it."""
        self._spent += speech_ms(text)

    def wait(self, milliseconds: int) -> None:
        """Take in a silence that is written there already."""
        self._spent += milliseconds

    def end(self, following: int | None = None) -> None:
        """Put in the silence behind what was said, until the `following` start if there is one."""
        time, self._time = self._time, None
        if time is None:
            return
        outcome = time_outcome(time, following, self._spent)
        if outcome.cue:
            self._blocks.append(DocumentBlock(DocumentBlockKind.CUE, outcome.cue, self._place))
        self._changes.append(ImportChange(self._place, outcome.kind, self._written, outcome.told))
