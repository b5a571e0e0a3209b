"""No control character from a file, a name or an answer reaches the terminal, whatever is printed."""

import io
import json
import os
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feltsense.cli.output import Styled, echo, echo_document
from feltsense.journal.model import CheckIn, Practice
from feltsense.journal.store import open_journal
from feltsense.system.paths import data_home
from feltsense.voice import registry
from running import Desk
from terminal import Terminal

EVIL = "\x1bc\x07 \x08\x0c\x7f\x85\x9b31m\u202e\u2066"
"""A reset of the terminal, a bell, a step back, and text that runs the other way."""
NAME = f"e\x1b]0;X\x07vil\x9b31m\u202e{os.fsdecode(bytes([0xFF]))}"
"""As a file may be called on Linux."""
DIRECTIONS = frozenset(["LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"])

VALID = f"""---
title: "A {EVIL}"
summary: "Some {EVIL}"
practice: grounding
pathway: somatic
tier: 1
cautions: ["Not {EVIL}"]
next_step: "Then {EVIL}"
---

## Arriving {EVIL}

Here is {EVIL} a sentence. [pause 1s]
"""
WRONG = f"""---
title: Wrong
"k{EVIL}": 1
practice: "p{EVIL}"
pathway: "p{EVIL}"
minutes: ["{EVIL}"]
---

## One {EVIL}

One. [pu{EVIL}ase 3s] [play {EVIL}.mp3] [soundscape {EVIL}] [breathe {EVIL}] [{EVIL}
[repeat {EVIL}] <!-- {EVIL}
"""


def raw(text: str) -> list[str]:
    """Return the characters of `text` that a terminal would obey."""
    controls = [char for char in text if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    return controls + [char for char in text if unicodedata.bidirectional(char) in DIRECTIONS]


@pytest.fixture
def evil(desk: Desk) -> Desk:
    """A workspace, a journal and settings in which everything has such names."""
    if os.name == "nt":
        pytest.skip("Windows has no such file names")
    there = Desk(desk.folder / NAME, desk.capsys)
    there.folder.mkdir()
    there.write(NAME, VALID)
    there.write(f"wrong{NAME}", WRONG)
    (there.folder / "exercises" / f"unread{NAME}.md").write_bytes(b"\x00\xff\xfe")
    began = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    said = CheckIn(distress=5, place=f"p{EVIL}", word=f"w{EVIL}", note=f"n{EVIL}", said_at=began)
    practice = Practice(0, f"u{EVIL}", f"s{EVIL}", f"t{EVIL}", "0" * 64, f"v{EVIL}", 1, None, None, began, 1000)
    with open_journal(data_home()) as journal:
        journal.import_practices([replace(practice, before=said, after=said)])
    (data_home() / "settings.json").write_text(json.dumps({"voice": f"v{EVIL}", "theme": EVIL}))
    return there


WORKSPACE = (
    ("list",),
    ("show", NAME),
    ("show", NAME, "--timeline"),
    ("show", f"wrong{NAME}"),
    ("check", NAME),
    ("check", f"wrong{NAME}"),
    ("check", "--explain", EVIL),
    ("check",),
    ("render", f"wrong{NAME}"),
    ("render", f"missing{NAME}", NAME),
    ("render", NAME, "--voice", f"v{EVIL}"),
    ("listen", NAME, "--output", "silent", "--speed", "60"),
    ("listen", NAME, "--section", EVIL, "--output", "silent"),
    ("play", NAME, "--plain", "--output", "silent", "--speed", "60"),
    ("play", f"wrong{NAME}", "--plain"),
    ("new", f"n{NAME}"),
    ("import", f"missing{NAME}"),
    ("journal", "list"),
    ("journal", "show", "1"),
    ("journal", "export", "--preview"),
    ("cache", "info"),
    ("voices",),
    ("soundscapes",),
    ("doctor",),
    (EVIL,),
    ("render", f"--{EVIL}"),
    ("journal", "show", EVIL),
)
IN_JSON = (
    ("list",),
    ("show", NAME),
    ("check", NAME),
    ("check", f"wrong{NAME}"),
    ("render", f"wrong{NAME}"),
    ("journal", "list"),
    ("journal", "show", "1"),
    ("cache", "info"),
    ("doctor",),
)


@pytest.mark.parametrize("arguments", WORKSPACE, ids=lambda each: re.sub(r"\W", "", " ".join(each).replace(" ", "_")))
def test_nothing_that_is_printed_steers_the_terminal(
    evil: Desk, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    if arguments[0] in ("render", "listen", "play"):
        monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    ran = evil.run(*arguments)
    assert raw(ran.out) == []
    assert raw(ran.err) == []
    assert ran.out + ran.err != ""
    assert "inside feltsense" not in ran.err


@pytest.mark.parametrize("arguments", IN_JSON, ids="-".join)
def test_json_is_valid_and_says_the_same_with_escapes(evil: Desk, arguments: tuple[str, ...]) -> None:
    ran = evil.run(*arguments, "--json")
    assert raw(ran.out + ran.err) == []
    found = json.loads(ran.out)
    if arguments == ("journal", "show", "1"):
        assert (found["title"], found["before"]["note"]) == (f"t{EVIL}", f"n{EVIL}")


def test_an_imported_document_and_an_export_are_themselves_in_a_pipe(evil: Desk) -> None:
    exported = evil.run("journal", "export", "--notes")
    assert f"n{EVIL}" in exported.out
    evil.run("journal", "delete", "--all", "--yes")
    path = evil.folder / "export.csv"
    path.write_text(exported.out, encoding="utf-8", newline="")
    assert "1 practice brought in." in evil.run("journal", "import", str(path)).err
    assert json.loads(evil.run("journal", "show", "2", "--json").out)["before"]["note"] == f"n{EVIL}"


def test_a_document_on_a_terminal_is_made_printable(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    echo_document(f"one,{EVIL}\r\n")
    assert raw(capsys.readouterr().out) == []


def test_our_own_colours_stay_in_a_terminal_and_nobody_elses(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / f"{NAME}.md").write_text(VALID, encoding="utf-8")
    with Terminal("--workspace", str(tmp_path), "list", cwd=tmp_path) as terminal:
        assert terminal.ended() == 0
        drawn = terminal.drawn.decode()
    assert "\x1b[1mSomatic\x1b[0m" in drawn
    assert raw(re.sub(r"\x1b\[1m([^\x1b]*)\x1b\[0m", r"\1", drawn).replace("\r\n", "\n")) == []
    assert "\\u001b]0;X\\u0007vil" in drawn


def test_pieces_are_printed_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    echo(Styled("bold\x1b", bold=True), Path("a\x9bb"), 3, err=True)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "bold\\u001ba\\u009bb3\n")
