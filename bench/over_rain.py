"""A render of 20 minutes over rain beside LAME alone on the same sound, and its memory at 5 and at 60 minutes.

`python bench/over_rain.py [PYTHON]`, where PYTHON is that of an environment with an older build. All phrases are in the
speech cache before; nothing is encoded yet, but where a row says that it was made before. Prints medians of runs in
turn, by the clock and in CPU seconds; asserts nothing.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from cached_render import forget_encoded
from measure import CORES, in_turn, pin, print_beside, runs
from render import SCRIPT, long_and_short, peer, workspace_in

ROUNDS = 5
WALL_AIM, MEMORY_AIM = 0.75, 1.05
LAME, MADE = "LAME alone", "made before"


def over_rain(python: str, workspace: Path, script: str, out: Path, *options: str) -> list[str]:
    command = [python, "-m", "feltsense", "--workspace", str(workspace), "render", script, "--soundscape", "rain"]
    return [*command, "-o", str(out), *options]


def beside_lame(builds: Mapping[str, tuple[str, Path]], folder: Path) -> None:
    wav = folder / "sound.wav"
    for python, workspace in builds.values():
        runs(over_rain(python, workspace, SCRIPT, wav), 1)  # it speaks what is not in the cache yet
    commands = {
        name: over_rain(python, workspace, SCRIPT, workspace / "out.mp3")
        for name, (python, workspace) in builds.items()
    }
    before = {name: partial(forget_encoded, workspace) for name, (_, workspace) in builds.items()}
    again = {f"{name}, {MADE}": command for name, command in commands.items()}
    lame = {LAME: peer("lame_alone", str(wav), str(folder / "lame.mp3"))}
    found = in_turn({**commands, **again, **lame}, ROUNDS, before)
    print_beside(LAME, found)
    print(f"wall ratio aimed at on {CORES} free cores: {WALL_AIM}; half the CPU ratio is what they allow at best\n")


def memory(python: str, workspace: Path) -> None:
    out = workspace / "out.mp3"
    commands = {name: over_rain(python, workspace, slug, out) for name, slug in long_and_short(workspace).items()}
    for command in commands.values():
        out.unlink(missing_ok=True)
        runs(command, 1)  # speaking takes more memory
    found = in_turn(commands, 1, dict.fromkeys(commands, partial(forget_encoded, workspace)))
    long, short = (rows[0].megabytes for rows in found.values())
    print(
        f"peak MB at 60 minutes and 5 of its minutes: {long:.0f} and {short:.0f}, "
        f"ratio {long / short:.2f}, aim {MEMORY_AIM}"
    )


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ["FELTSENSE_HOME"] = str(folder / "home")
        builds = {}
        for name, python in zip(("new", "old"), [sys.executable, *sys.argv[1:2]], strict=False):
            builds[name] = python, workspace_in(folder / name)
        beside_lame(builds, folder)
        memory(*builds["new"])


if __name__ == "__main__":
    main()
