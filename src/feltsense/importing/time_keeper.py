"""From times that stand before words to the silences between them."""

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.timecodes import TimeRange, about_in_words, elastic_silence, exact_silence, speech_ms

_FILLED_MS = 5000
"""What is left of a range by less than this is filled by its words: nobody speaks at exactly the usual pace."""


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
        until = time.end if following is None else following
        if until is None:
            self._report(ChangeKind.LEFT_OUT, "a time")
        elif until < time.start or (time.end is not None and time.end < time.start):
            self._report(ChangeKind.LEFT_OUT, "a time; what follows begins earlier, so no silence is known")
        elif until - time.start < self._spent - _FILLED_MS // 2:
            has, needs = about_in_words(until - time.start), about_in_words(self._spent)
            self._report(ChangeKind.LEFT_OUT, f"a time; it leaves {has}, and the words need about {needs}")
        else:
            self._silence(_silence(time, until, self._spent))

    def _silence(self, cue: str) -> None:
        if cue:
            self._blocks.append(DocumentBlock(DocumentBlockKind.CUE, cue, self._place))
            self._report(ChangeKind.PAUSE, f"[{cue}]")
        else:
            self._report(ChangeKind.LEFT_OUT, "a time")

    def _report(self, kind: ChangeKind, after: str) -> None:
        self._changes.append(ImportChange(self._place, kind, self._written, after))


def _silence(time: TimeRange, until: int, spent: int) -> str:
    """Return the cue for what is left of `time`: exact where its words fill it and the next begins later."""
    if time.end is not None and time.end < until and time.end - time.start - spent < _FILLED_MS:
        return exact_silence(until - time.end)
    return elastic_silence(until - time.start - spent)
