"""The program, run as people run it: in this process where that is enough, else as one of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from feltsense.cli.main import main

PROGRAM = [sys.executable, "-m", "feltsense"]

SINE_PROGRAM = [sys.executable, str(Path(__file__).with_name("sine_program.py"))]
"""The same with a small voice called heart, which begins to speak a second sooner."""

SMALL = """---
title: A small one
summary: Some seconds of sitting.
practice: grounding
pathway: somatic
tier: 1
---

## Arriving

Here is a sentence. [pause 1s]
And another one.

## Leaving

This is the end.
"""

WRONG = "---\ntitle: Wrong\n---\n\nOne. [puase 3s]\n"


@dataclass(frozen=True)
class Ran:
    """How it ended and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Desk:
    """A workspace with a small script, and a way to run commands in it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def write(self, slug: str, script: str = SMALL) -> Path:
        path = self.folder / "exercises" / f"{slug}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(script, "utf-8")
        return path

    def run(self, *arguments: str) -> Ran:
        code = main(["--workspace", str(self.folder), *arguments])
        said = self.capsys.readouterr()
        return Ran(code, said.out, said.err)


def started(
    *arguments: str, cwd: Path, program: Sequence[str] = PROGRAM, **environment: str
) -> "subprocess.Popen[str]":
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [*program, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(*arguments: str, workspace: Path, program: Sequence[str] = PROGRAM) -> "Iterator[subprocess.Popen[str]]":
    """Start the program in a workspace, and see to it that it has ended afterwards."""
    process = started("--workspace", str(workspace), *arguments, cwd=workspace, program=program)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ended(process: "subprocess.Popen[str]") -> Ran:
    """Wait for its end."""
    out, err = process.communicate(timeout=120)
    return Ran(process.returncode, out, err)
