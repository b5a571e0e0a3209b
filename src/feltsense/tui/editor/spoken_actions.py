"""The part of the editor's screen that lists what will be spoken, and mends what is not meant to be."""

import asyncio
from typing import TYPE_CHECKING

from textual import work

from feltsense.authoring.text import as_written
from feltsense.authoring.text_change import TextChange
from feltsense.tui.editor.question_actions import QuestionActions

if TYPE_CHECKING:
    from feltsense.authoring.analysis import Rewording
    from feltsense.authoring.spoken import SpokenLine
    from feltsense.authoring.suspicions import Suspicion
    from feltsense.tui.editor.spoken import SpokenRow


class SpokenActions(QuestionActions):
    """The page comes back after each line that was mended there."""

    @work(group="spoken", exclusive=True)
    async def action_spoken(self) -> None:
        """Show everything that will be spoken; go to what is chosen there, or mend it."""
        from feltsense.tui.editor.spoken import SpokenScreen  # noqa: PLC0415 - not before the first frame

        marked = 0
        while True:
            text = self.area.text
            rows = await asyncio.to_thread(_rows, as_written(text), self.session.name)
            if not self.is_current:
                return
            questions = len(self.session.open_questions())
            chosen = await self.player_app.push_screen_wait(SpokenScreen(rows, marked, questions))
            if chosen is None:
                return
            line = rows[chosen.row].line
            self.area.go_to(line.line, line.span.column)
            if not chosen.take or self.area.text != text:
                return
            mend = _mend(line, as_written(text))
            if mend is not None:
                self.area.change(self._change(mend[1]))
                self.take_text()
            marked = chosen.row

    def _change(self, mend: "Rewording") -> TextChange:
        start = self.area.offset_of((mend.line - 1, mend.column - 1))
        return TextChange(start, start + mend.end_column - mend.column, mend.text)


def _rows(source: str, name: str) -> "list[SpokenRow]":
    """Return everything that will be spoken, suspicious lines first. Slow."""
    from feltsense.authoring.spoken import spoken_lines, suspicious_first  # noqa: PLC0415 - loads rules
    from feltsense.script.parser import parse  # noqa: PLC0415 - as above
    from feltsense.tui.editor.spoken import SpokenRow  # noqa: PLC0415 - as above

    found = suspicious_first(spoken_lines(parse(source, name), source))
    rows = []
    for line in found:
        mend = _mend(line, source)
        rows.append(SpokenRow(line, _told(line, mend), takes=mend is not None))
    return rows


def _mend(line: "SpokenLine", source: str) -> "tuple[Suspicion, Rewording] | None":
    """Return the first reason that can be mended without its writer, and how."""
    from feltsense.authoring.spoken import mended  # noqa: PLC0415 - loads rules

    mends = ((reason, mended(line, reason, source)) for reason in line.reasons)
    return next(((reason, mend) for reason, mend in mends if mend is not None), None)


def _told(line: "SpokenLine", mend: "tuple[Suspicion, Rewording] | None") -> str:
    """Return which key mends a line, and how."""
    from feltsense.authoring.suspicions import SuspicionKind  # noqa: PLC0415 - as above

    if not line.reasons:
        return ""
    if mend is not None:
        becomes = mend[1].text
        return f"^T makes it “{becomes}”" if becomes else f"^T takes it out: “{mend[0].spare.strip()}”"
    if any(reason.kind is SuspicionKind.QUESTION for reason in line.reasons):
        return "enter goes there, and ^N answers it"
    return f"enter goes there: {line.reasons[0].mend}"
