"""How long a check takes: one script with the program's start, and a thousand on two cores.

Prints a table; asserts nothing.
"""

import sys
import tempfile
from pathlib import Path

from measure import CORES, Measured, pin, runs

EXERCISES = Path(__file__).parents[1] / "exercises"
PROGRAM = [sys.executable, "-m", "feltsense", "check"]
MANY = 1000


def main() -> None:
    pin()
    scripts = sorted(EXERCISES.glob("*.md"))
    print(f"{'':34} {'seconds':>8} {'MB':>5}    (at most {CORES} cores)")
    _show("one script, 20 minutes long", runs([*PROGRAM, str(EXERCISES / "long-body-scan.md")], 5))
    with tempfile.TemporaryDirectory() as folder:
        for number in range(MANY):
            script = scripts[number % len(scripts)]
            text = script.read_text("utf-8").replace("title: ", f"title: {number} ", 1)
            (Path(folder) / f"{number:04}-{script.name}").write_text(text, "utf-8")
        _show(f"{MANY} scripts, all different", runs([*PROGRAM, folder], 1))


def _show(name: str, found: Measured) -> None:
    print(f"{name:34} {found.seconds:8.2f} {found.megabytes:5.0f}")


if __name__ == "__main__":
    main()
