"""How the player feels: drawn, answering, playing and leaving, in a terminal of its own.

Prints a table beside what was aimed at; asserts nothing. Linux only: it reads the processor time from /proc.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from measure import pin

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from terminal import Terminal  # noqa: E402 - it stands with the tests

RUNS = 5
PLAYED = 20.0
"""Seconds over which the processor's share is looked at."""


def processor(pid: int) -> float:
    """Return the seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


LARGE = (200, 50)

BREATHING = """---
title: Breathing
minutes: [8]
---
Here we breathe.

[breathe in 4 out 6 for 40 rounds]

That was it. [pause 1s to 3m]
"""

EMPTY = "from textual.app import App; App().run()"
"""The least that any program of this kind takes to be drawn."""


def player(home: str, *arguments: str, size: tuple[int, int] = (100, 30)) -> Terminal:
    return Terminal(*arguments, cwd=HERE.parent, size=size, FELTSENSE_HOME=home, COLORTERM="truecolor")


def share(terminal: Terminal) -> float:
    """Return the share of a core that a program takes while it plays."""
    before, began = processor(terminal.process.pid), time.perf_counter()
    terminal.drain(PLAYED)
    return (processor(terminal.process.pid) - before) / (time.perf_counter() - began)


def breathing(home: str) -> tuple[float, float]:
    """Return the shares of a core while a breath moves at 200×50, and while the screen is dark."""
    script = Path(home, "breathing.md")
    script.write_text(BREATHING, "utf-8")
    with player(home, "play", str(script), "--no-checkin", "--output", "silent", size=LARGE) as terminal:
        terminal.until("round")
        terminal.drain(12.0)  # each size of the breath is drawn once
        moving = share(terminal)
        terminal.press("m")
        terminal.drain(5.0)
        return moving, share(terminal)


def drawn(home: str) -> float:
    """Return how many times the processor time of an empty program the player takes until it is drawn."""
    script = Path(home, "breathing.md")
    ratios = []
    for _ in range(RUNS):
        with Terminal(cwd=HERE.parent, size=LARGE, program=[sys.executable, "-c", EMPTY]) as empty:
            empty.until("\x1b[")
            empty.settle()
            least = processor(empty.process.pid)
        arguments = ("play", str(script), "--no-checkin", "--output", "silent")
        with player(home, *arguments, size=LARGE) as terminal:
            terminal.until("ground me")
            ratios.append(processor(terminal.process.pid) / least)
    return statistics.median(ratios)


def once(home: str) -> dict[str, float]:
    """Open the player, press some keys, and leave; return milliseconds."""
    found = {}
    began = time.perf_counter()
    with player(home) as terminal:
        terminal.until("type it, or choose")
        found["drawn"] = time.perf_counter() - began
        terminal.until("Feet on the floor")
        found["exercises listed"] = time.perf_counter() - began
        terminal.settle()
        found["a key in the library"] = terminal.answered("\x1b[B")
        terminal.settle()
        found["check-in, preparing beneath"] = terminal.answered("\r")
        found["a key while speech is prepared"] = terminal.answered("6")
        began = time.perf_counter()
        terminal.press("\x03")
        terminal.ended()
        found["left"] = time.perf_counter() - began
    return {name: seconds * 1000 for name, seconds in found.items()}


def playing(home: str) -> float:
    """Return the share of a core that playing takes."""
    with player(home, "play", "feet-on-the-floor", "--output", "silent") as terminal:
        terminal.until("distress")
        terminal.settle()
        terminal.press("\t")
        terminal.until("pause")
        terminal.drain(3.0)
        return share(terminal)


def main() -> None:
    pin()
    aims = {"drawn": 500, "a key in the library": 50, "a key while speech is prepared": 50, "left": 300}
    with tempfile.TemporaryDirectory() as home:
        runs = [once(home) for _ in range(RUNS)]
        played = playing(home)
        moving, dark = breathing(home)
        ratio = drawn(home)
    for name in runs[0]:
        middle = statistics.median(run[name] for run in runs)
        aim = f"  (aim {aims[name]})" if name in aims else ""
        print(f"{name:34} {middle:6.0f} ms{aim}")
    print(f"{'playing, of one core':34} {played:6.1%}  (aim 5.0%)")
    print(f"{'breathing at 200x50, of one core':34} {moving:6.1%}  (aim 6.0%)")
    print(f"{'the same in the dark':34} {dark:6.1%}")
    print(f"{'player drawn, empty program = 1':34} {ratio:6.2f}")


if __name__ == "__main__":
    main()
