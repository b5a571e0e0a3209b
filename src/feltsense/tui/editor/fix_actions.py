"""The part of the editor's screen that mends: why something was found, and what it needs, with one key."""

from typing import TYPE_CHECKING

from textual import work

from feltsense.script.diagnostics import BLANK, QUESTION
from feltsense.tui.editor import dialogs
from feltsense.tui.editor.ask import AskedOfWriter, AskScreen, Step
from feltsense.tui.editor.import_actions import ImportActions
from feltsense.tui.editor.question_actions import QuestionActions
from feltsense.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from feltsense.authoring.fix_case import Fix
    from feltsense.script.diagnostics import Diagnostic
    from feltsense.script.questions import Question

_MISSING_KEYS, _OTHER_DOCUMENT = "S015", "S045"


class FixActions(ImportActions, QuestionActions):
    """What a finding needs: other words, a line that is missing, a length that is possible, an answer."""

    @work(group="why", exclusive=True)
    async def action_why(self) -> None:
        """Tell why, and put in what is better where that is wanted."""
        found = self.finding
        if found is None:
            await self._offer_lengths()
            return
        if found.code == _MISSING_KEYS:
            await self._ask_for_keys()
            return
        if found.code == _OTHER_DOCUMENT:
            await self.read_whole()
            return
        if self._question(found) is not None:
            self.go_to(found)
            self.action_questions()
            return
        offered = self._fixes(found)
        answer = await self.player_app.ask(dialogs.explanation(found, offered))
        if answer != dialogs.LEAVE and self.area.row_of(found) is not None:
            self.area.change(offered[int(answer)].change)
            self.take_text()

    def action_take(self) -> None:
        """Take what is offered first for what was found here."""
        found = self.finding
        question = self._question(found) if found else None
        if question is not None:
            if question.blank:
                self.show_message("Only words fill this hole: write them over ____, or ^N asks for them.")
            else:
                self.answer(question, question.choices[0])
            return
        offered = self._fixes(found) if found else ()
        if offered:
            self.area.change(offered[0].change)
            self.take_text()
        else:
            self.show_message(self._nothing_to_take())

    def _nothing_to_take(self) -> str:
        """Say why ^T does nothing here, and which key leads on."""
        if self.finding is not None:
            return "Nothing can be taken for this; F9 says why it was found."
        there = self.session.analysis.diagnostics
        return f"Nothing was found on this line{'; F8 goes to the next' if there else ''}."

    def _fixes(self, found: "Diagnostic") -> "tuple[Fix, ...]":
        from feltsense.authoring.fixes import fixes  # noqa: PLC0415 - not before the first frame

        row = self.area.row_of(found)
        return () if row is None else fixes(found, row + 1, self.area.text, self.session.analysis)

    def _question(self, found: "Diagnostic") -> "Question | None":
        """Return the open question that a diagnostic is about, as it stands now."""
        if found.code not in (QUESTION, BLANK):
            return None
        row = self.area.row_of(found)
        same = (each for each in self.session.open_questions() if row is not None and each.span.line == row + 1)
        return next((each for each in same if each.span.column == found.span.column), None)

    async def _offer_lengths(self) -> None:
        """Offer lengths that are possible where one that is offered is not; nothing was found at the cursor."""
        reason, offered = self.session.length_fixes()
        if not offered:
            self.show_message("Nothing was found on this line. F8 goes to the next.")
            return
        answer = await self.player_app.ask(dialogs.impossible_length(reason, offered))
        if answer != dialogs.LEAVE:
            self.area.change(offered[int(answer)].change)
            self.take_text()

    async def _ask_for_keys(self) -> None:
        """Ask for each key that a library needs and that is missing, and write it."""
        from feltsense.authoring.missing_keys import give_key, missing_keys  # noqa: PLC0415 - not before the first frame

        asked = missing_keys(self.area.text, self.session.title)
        at = 0
        while 0 <= at < len(asked):
            each = asked[at]
            head = f"{at + 1} of {len(asked)}, for lists and searches"
            choices = [Choice(value, words) for value, words in each.choices]
            words = AskedOfWriter(head, ((f"{each.key}:", "$hush"),), each.asks, choices, each.own_words)
            answer = await self.player_app.push_screen_wait(AskScreen(words))
            if answer is None:
                return
            if isinstance(answer, str):
                self.area.change(give_key(self.area.text, each.key, answer))
                self.take_text()
            at = max(0, at - 1) if answer is Step.BACK else at + 1
