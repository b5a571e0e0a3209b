"""A render of 20 minutes that was made before, beside LAME alone on the same sound and beside an older build.

`python bench/cached_render.py [PYTHON]`, where PYTHON is that of an environment with an older build. All phrases are in
the speech cache before. Prints medians of runs in turn, by the clock and in CPU seconds; asserts nothing.
"""

import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from measure import Measured, in_turn, pin, print_beside, ratios, runs
from render import EXERCISES, SCRIPT, OneSentence, peer, workspace_in

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
LAME, NEW, OLD = "LAME alone", "made before", "made before, older build"
CHANGED, CHANGED_OLD, FIRST = "one sentence changed", "one sentence changed, older build", "encoded for the first time"
AIMS = {(NEW, LAME): 0.20, (NEW, OLD): 0.25, (CHANGED, CHANGED_OLD): 0.30}


def forget_encoded(workspace: Path) -> None:
    for path in (workspace / "audio_cache").rglob("*.rendered"):
        path.unlink()


def restored(workspace: Path) -> None:
    (workspace / "exercises" / f"{SCRIPT}.md").write_bytes((EXERCISES / f"{SCRIPT}.md").read_bytes())


def cached_render(python: str, workspace: Path, out: Path) -> list[str]:
    return [python, "-m", "feltsense", "--workspace", str(workspace), "render", SCRIPT, "-o", str(out)]


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ["FELTSENSE_HOME"] = str(folder / "home")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # where it is set, every run compiles our modules again
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        found = rows(folder)
    print_beside(LAME, found)
    print(f"\n{'':60}{'wall':>8}{'CPU':>8}{'aim':>8}")
    for (name, other), aim in AIMS.items():
        if other in found:
            wall, cpu = ratios(found[name], found[other])
            print(f"{f'{name} / {other}':60}{wall:8.2f}{cpu:8.2f}{aim:8.2f}")


def rows(folder: Path) -> dict[str, list[Measured]]:
    commands: dict[str, list[str]] = {}
    before: dict[str, Callable[[], None]] = {}
    for python, names in zip([sys.executable, *sys.argv[1:2]], [(NEW, CHANGED), (OLD, CHANGED_OLD)], strict=False):
        workspace = workspace_in(folder / names[0])
        command = cached_render(python, workspace, workspace / "out.mp3")
        commands |= dict.fromkeys(names, command)
        script = workspace / "exercises" / f"{SCRIPT}.md"
        before |= {names[0]: partial(restored, workspace), names[1]: OneSentence(script)}
        runs(command, 1)  # it speaks and encodes
    workspace = workspace_in(folder / FIRST)
    command = cached_render(sys.executable, workspace, workspace / "out.mp3")
    commands[FIRST] = command
    before[FIRST] = partial(forget_encoded, workspace)
    runs(cached_render(sys.executable, workspace, folder / "sound.wav"), 1)
    commands[LAME] = peer("lame_alone", str(folder / "sound.wav"), str(folder / "lame.mp3"))
    return in_turn(commands, ROUNDS, before)


if __name__ == "__main__":
    main()
