"""Every branch of the practice flow in lines: the real prompter, with somebody who types what a row says."""

from collections import deque
from pathlib import Path

import pytest

from feltsense.cli.plain.console import Console
from feltsense.cli.plain.prompter import PlainPrompter, run_now
from feltsense.cli.plain.start import PlainServices
from feltsense.journal.model import When
from feltsense.journal.store import open_journal
from feltsense.practice.check_in import QUESTIONS
from feltsense.practice.engine import AudioEngine
from feltsense.practice.flow import run_practice
from feltsense.practice.menus import BACK, Menu
from feltsense.practice.session import Session
from feltsense.system.settings import load_settings
from feltsense.voice import registry
from flow_table import ON_FRONT_ENDS, GatedVoice, Listener, Outcome, Row, Traced, furnish, recorded

_KEYS = {Outcome.ENDED: "e", Outcome.GROUNDED: "g", Outcome.NOT_GROUNDED: "g"}


class TypingConsole(Console):
    """Types what the listener answers."""

    def __init__(self, listener: Listener, voice: GatedVoice) -> None:
        super().__init__()
        self.interactive = True
        self.written: list[str] = []
        self._listener = listener
        self._voice = voice
        self._answering: object = None
        self._typing: deque[str] = deque()
        self._came_back = False

    def write(self, text: str = "") -> None:
        self.written.append(text)

    def write_paragraph(self, text: str) -> None:
        self.write(text)

    def ask(self, prompt: str) -> str | None:
        self.write(prompt)
        asked = self._listener.asked
        if asked is not self._answering:
            self._answering = asked
            self._typing = deque(self._answers(asked))
        return self._typing.popleft()

    def typed_line(self) -> str | None:
        """Type the key of an outcome once; the voice goes on as soon as it was obeyed."""
        outcome = self._listener.asked
        if outcome is self._answering:
            self._voice.release()
            return None
        self._answering = outcome
        assert isinstance(outcome, Outcome)
        return _KEYS.get(outcome)

    def _answers(self, asked: object) -> list[str]:
        move = self._listener.next_move()
        if isinstance(asked, Menu):
            ids = [option.id for option in asked.options]
            self._came_back = move == BACK
            return [str(ids.index(move) + 1) if move in ids else "b" if move == BACK else "q"]
        assert isinstance(asked, When)
        if move is None:
            return ["q"]
        assert not isinstance(move, str)
        lines = ["b"] * (len(QUESTIONS[asked]) - 1) if self._came_back else []
        for question in QUESTIONS[asked]:
            words = [words for words, value in question.choices.items() if move.get(question.field) == value]
            lines.append(words[0] if words else "")
        self._came_back = False
        return lines if move else ["s"]


class TracedInLines(Traced):
    """Also has the voice wait for what is typed."""

    def __init__(self, console: TypingConsole, home: Path, listener: Listener, voice: GatedVoice) -> None:
        super().__init__(PlainPrompter(console, home), listener)
        self._next, self._voice = listener, voice

    def attach(self, session: Session | None) -> None:
        if session is None:
            self._voice.release()
        else:
            self._voice.expect(self._next.next_outcome())
        super().attach(session)


@pytest.mark.parametrize("row", ON_FRONT_ENDS, ids=lambda row: row.name)
def test_each_way_through_in_lines(row: Row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice, listener, home = GatedVoice(), Listener(row), tmp_path / "home"
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr("sine_voice.open_voice", voice.open_voice)
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: tmp_path / "none")
    monkeypatch.setattr(PlainServices, "now", lambda _: row.now)
    workspace = furnish(row, tmp_path / "work", home)
    console = TypingConsole(listener, voice)
    engine = AudioEngine(workspace, "silent", 300.0)
    with open_journal(home) as journal:
        try:
            services = PlainServices(engine, home, load_settings(home), journal)
            prompter = TracedInLines(console, home, listener, voice)
            heard = run_now(run_practice(row.choice, prompter, services))
        finally:
            voice.release()
            engine.close()
        assert tuple(listener.steps) == row.steps
        assert listener.finished
        assert heard is row.heard
        assert recorded(journal, row) == row.journal
