"""The part of the editor's screen that goes through the questions that stand open in a script, one by one."""

from typing import TYPE_CHECKING

from textual import work

from feltsense.authoring.text_change import change_between
from feltsense.errors import EditingError
from feltsense.script.text import has_words
from feltsense.tui.dialogs import trouble
from feltsense.tui.editor import dialogs
from feltsense.tui.editor.ask import AskedOfWriter, AskScreen, Step
from feltsense.tui.editor.file_actions import FileActions
from feltsense.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from feltsense.script.questions import Question

_HERE = "\0"
"""Stands for the place of an answer while a sentence is cut there."""


class QuestionActions(FileActions):
    """Answers are edits: each can be undone."""

    @work(group="questions", exclusive=True)
    async def action_questions(self) -> None:
        """Ask what is open, from the cursor's line on."""
        line = self.area.cursor_location[0] + 1
        asked, answers = self.session.open_questions(), 0
        at = next((n for n, question in enumerate(asked) if question.span.line >= line), 0)
        while 0 <= at < len(asked):
            question = asked[at]
            self.area.go_to(question.span.line, question.span.column)
            which = f"Question {answers + at + 1} of {answers + len(asked)}"
            answer = await self.player_app.push_screen_wait(AskScreen(_asked(self.area.text, question, which)))
            if answer is None:
                break
            if isinstance(answer, Step):
                at = max(0, at - 1) if answer is Step.BACK else at + 1
                continue
            meant = await self._meant(question, answer)
            if meant is None:
                continue
            self.answer(question, meant)
            answers += 1
            asked = self.session.open_questions()
        self.show_message(_left_open(len(asked), answers))

    async def _meant(self, question: "Question", answer: str) -> str | None:
        """Return the piece of script that an answer means; None to ask again."""
        from feltsense.authoring.typed_answers import offered_silence, written_answer  # noqa: PLC0415 - as below

        if answer in question.choices:
            return answer
        silence = offered_silence(question, answer)
        if silence:
            return await self.player_app.ask(dialogs.length_or_words(silence, answer)) or None
        try:
            return written_answer(question, answer)
        except EditingError as error:
            await self.player_app.ask(trouble(error))
            return None

    def answer(self, question: "Question", answer: str) -> None:
        """Put an answer into the script.

        Args:
            question: of the text as it is now.
            answer: one of its choices, or another piece of script.
        """
        from feltsense.script.questions import answered  # noqa: PLC0415 - not before the first frame

        before = self.area.text
        self.area.change(change_between(before, answered(before, question, answer)))
        self.take_text()


def _left_open(count: int, answers: int) -> str:
    if not count:
        return f"No question is open in this script.{' ^Z takes an answer back.' if answers else ''}"
    return f"{'One question is' if count == 1 else f'{count} questions are'} still open; ^N asks again."


def _asked(text: str, question: "Question", which: str) -> AskedOfWriter:
    from feltsense.script.questions import HERE, choice_label, surroundings  # noqa: PLC0415 - not before the first frame

    around = surroundings(text, question)
    before, _, after = around.shown(_HERE).partition(_HERE)
    about = around.about or ("____" if question.blank else HERE)
    sentence = (before, "$soft"), (about, "bold $glow"), (after, "$soft")
    head = f"{which} · line {question.span.line}"
    meant = [choice for choice in question.choices if has_words(choice)]  # a hole is no answer
    choices = [Choice(each, choice_label(each)) for each in meant]
    own_words = "what belongs there" if question.blank else "or in your own words"
    return AskedOfWriter(head, sentence, question.text, choices, own_words, likeliest_first=not question.blank)
