"""Nothing that the editor draws steers the terminal or turns its text around, whatever a script holds."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.screen import Screen

from added_voices import working
from feltsense.authoring.analysis import NO_TRIAL, ScriptAnalysis, analyse
from feltsense.library import catalogue
from feltsense.script.diagnostics import Diagnostic, Severity, Span
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.editor import view
from feltsense.tui.editor.scripts import ScriptPicker
from feltsense.tui.editor.trial import TrialScreen
from feltsense.tui.services import Services
from feltsense.voice import registry
from writing import Writing, run, writing

OVERRIDE = "\u202e"
STRANGE = f"""---
title: "Even{OVERRIDE}ing \\e]0;title\\a"
"k\\e]0;key\\a": 1
minutes: 3
---
## A {OVERRIDE}heading\x1b[31m

Relax your {OVERRIDE}shoulders\u2066.
Here is a bell \x07 and a [\x9b{OVERRIDE}beell].
[soundscape {OVERRIDE}rian\x1b]
"""


def drawn(screen: Screen[object]) -> Iterator[str]:
    """Yield every line of every widget that is seen."""
    for widget in screen.query("*"):
        if widget.is_on_screen and not widget.children:
            yield from (widget.render_line(row).text for row in range(widget.size.height))


def assert_harmless(made: Writing, words: str) -> None:
    """Make sure that `words` are seen, and that nothing drawn steers the terminal."""
    lines = list(drawn(made.app.screen))
    assert any(re.search(words, line) for line in lines), lines
    steering = {char for line in lines for char in line if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs")}
    assert steering == set()


STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize(("text", "said"), [("", ""), ("Hi.", "not possible in this length")])
def test_a_page_with_nothing_to_hear_is_no_matter_of_length(text: str, said: str) -> None:
    page = f"---\ntitle: Long\nminutes: 20\n---\n\n{text}\n"
    assert view.length_summary(analyse(page, "page")) == said


def test_what_is_said_of_a_script_is_plain_whatever_its_name_and_its_messages_hold() -> None:
    strange = f"a{OVERRIDE}b\x1b]0;c\x07\udcff"
    found = Diagnostic("S020", Severity.ERROR, Span(1, 1, 2), strange, strange)
    analysis = ScriptAnalysis(diagnostics=(found,), timeline_error=strange)
    lines = (
        view.header(f"{strange}.md", "saved", analysis, 80),
        *view.diagnostic_lines(found, 80),
        *view.timing_table(analysis, NO_TRIAL),
    )
    words = [text for line in lines for text, _ in line]
    assert sum("a\\u202eb" in text for text in words) == 4
    assert not any(STEERING.search(text) for text in words)


def test_a_strange_script_is_drawn_harmlessly_and_kept_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "bundled", lambda: tmp_path / "none")
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr(Services, "voices", lambda _: working())

    async def played() -> None:
        async with writing(tmp_path, size=(120, 40), script=STRANGE) as made:
            await made.open()
            await made.press("f8")
            await made.until(lambda: any("S0" in line for line in drawn(made.app.screen)))
            assert_harmless(made, "A ·heading·")
            found = made.editor.session.analysis.diagnostics
            for each in found:
                made.editor.area.go_to(each.span.line, each.span.column)
                await made.pilot.pause()
                assert_harmless(made, each.code)
            assert any(OVERRIDE in each.message for each in found)
            await made.press("f9")
            await made.until(lambda: isinstance(made.app.screen, DialogScreen) and made.app.screen.is_attached)
            await made.pilot.pause()
            assert_harmless(made, "back|leave it")
            await made.press("escape")
            await made.open()
            made.editor.show_message(f"Saved as {OVERRIDE}evening\x1b[2J.md.")
            await made.pilot.pause()
            assert_harmless(made, r"Saved as .u202eevening")
            await made.press("f7")
            await made.until(lambda: isinstance(made.app.screen, TrialScreen))
            await made.until(lambda: any("heading" in line or "cannot" in line for line in drawn(made.app.screen)))
            assert_harmless(made, "Length")
            await made.press("escape")
            await made.open()
            await made.press("ctrl+home", "x", "ctrl+s")
            await made.until(lambda: not made.editor.session.unsaved)
            await made.press("f10")
            await made.until(lambda: isinstance(made.app.screen, ScriptPicker))
            await made.pilot.pause()
            assert_harmless(made, "Evening")

    run(played)
    assert (tmp_path / "exercises" / "evening.md").read_text("utf-8") == f"x{STRANGE}"
