"""How long the parser takes at most: its slowest answers to scripts that nobody would write, and to a real one.

Prints a table; asserts nothing.
"""

import sys
import time
from pathlib import Path

from feltsense.script.parser import parse

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "script"))

from extremes import extremes  # noqa: E402 - it stands with the tests

SHOWN = 8


def seconds(script: bytes | str) -> float:
    start = time.perf_counter()
    parse(script, "sample")
    return time.perf_counter() - start


def main() -> None:
    real = (HERE.parent / "exercises" / "long-body-scan.md").read_bytes()
    print(f"{'a 20-minute exercise':40} {seconds(real) * 1000:6.0f} ms")
    slowest = sorted(((seconds(script), name) for name, script in extremes()), reverse=True)[:SHOWN]
    for took, name in slowest:
        print(f"{name[:40]:40} {took * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
