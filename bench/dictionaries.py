"""How long the dictionaries of the voice heart take to load: as hibari loads them, the first time, and from their copy.

`python bench/dictionaries.py [PYTHON]`, where PYTHON is that of an environment with an older build. Prints medians of
runs in turn, each in a process of its own: CPU milliseconds of loading alone, and what a program takes that speaks one
phrase. Asserts nothing.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Measured, pin, runs

ROUNDS = 7
HIBARI, FIRST, KEEP, KEPT = "hibari's own way", "the first time", "keeping the copy", "from the copy"
AIMS = {FIRST: 1.1, KEPT: 0.5}

TIMED = """
import time
import numpy, onnxruntime
import feltsense.voice.heart.dictionaries as found
from hibari.g2p import G2P
"""
LOAD_HIBARI = "start = time.process_time(); G2P(); print(time.process_time() - start)"
LOAD = """
start = time.process_time()
loaded = found.HeartDictionaries()
then = time.process_time()
loaded.keep()
print(then - start, time.process_time() - then)
"""
SPEAK = """
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_voice
voice = open_voice("heart")
voice.speak(Utterance("Let your feet rest flat on the floor.", 130, "en-US"))
voice.close()
"""


def told(code: str) -> list[float]:
    """Run code in a process of its own; return the numbers that it prints."""
    command = [sys.executable, "-c", TIMED + code]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(number) for number in ran.stdout.split()]


def loading(home: Path) -> None:
    found: dict[str, list[float]] = {HIBARI: [], FIRST: [], KEEP: [], KEPT: []}
    for _ in range(ROUNDS):
        shutil.rmtree(home, ignore_errors=True)
        found[HIBARI] += told(LOAD_HIBARI)
        first, keep = told(LOAD)
        found[FIRST].append(first)
        found[KEEP].append(keep)
        found[KEPT].append(told(LOAD)[0])
    print(f"{'loading the dictionaries':30}{'CPU ms':>10}{'ratio':>10}{'aim':>10}")
    for name, seconds in found.items():
        ratio = statistics.median(one / own for one, own in zip(seconds, found[HIBARI], strict=True))
        aim = f"{AIMS[name]:10.2f}" if name in AIMS else ""
        print(f"{name:30}{statistics.median(seconds) * 1000:10.0f}{ratio:10.2f}{aim}")


def speaking(home: Path, older: str | None) -> None:
    """Compare programs that speak one phrase: with nothing kept, with the copy, and of an older build."""
    builds = {"with nothing kept": sys.executable, "with the copy": sys.executable}
    if older:
        builds["the older build"] = older
    found: dict[str, list[Measured]] = {name: [] for name in builds}
    for _ in range(ROUNDS):
        shutil.rmtree(home, ignore_errors=True)
        for name, python in builds.items():
            found[name].append(runs([python, "-c", SPEAK], 1))
    print(f"\n{'a program that says a phrase':30}{'CPU s':>10}{'wall s':>10}{'peak MB':>10}{'CPU ratio':>12}")
    beside = list(found.values())[-1 if older else 0]
    for name, rows in found.items():
        cpu, wall = (statistics.median(each) for each in ([r.cpu for r in rows], [r.seconds for r in rows]))
        ratio = statistics.median(row.cpu / other.cpu for row, other in zip(rows, beside, strict=True))
        print(f"{name:30}{cpu:10.2f}{wall:10.2f}{max(row.megabytes for row in rows):10.0f}{ratio:12.2f}")


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        os.environ["FELTSENSE_HOME"] = str(home)
        loading(home)
        speaking(home, sys.argv[1] if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    main()
