"""The whole library: lists of few and of many scripts, and all of it as files for the phone, beside an older build.

`python bench/library.py [PYTHON]`, where PYTHON is that of an environment with the older build. Prints a table of
medians of interleaved pairs, in CPU seconds and by the clock; asserts nothing. Then how long the player's library takes
to open and to be searched, with few scripts and with many, and the ratio of both.
"""

import asyncio
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from feltsense.library.catalogue import list_exercises
from feltsense.library.search import SearchIndex
from feltsense.system.paths import Workspace
from measure import Measured, pin, runs
from render import EXERCISES, forget, workspace_in

if TYPE_CHECKING:
    from feltsense.tui.app import Feltsense

MANY = 5000
PAIRS = 5
LETTERS = "lonely"
"""What is searched for."""
TYPED = ("I can't sleep tonight", "panci", "zzzqqq 1", "somthing for sholders", "suicide")


def feltsense(python: str, workspace: Path, *arguments: str) -> list[str]:
    return [python, "-m", "feltsense", "--workspace", str(workspace), *arguments]


def many_scripts(folder: Path) -> Path:
    """Make a workspace of many scripts, each with a title of its own."""
    (folder / "exercises").mkdir(parents=True)
    sources = [path.read_text("utf-8") for path in sorted(EXERCISES.glob("*.md"))]
    for number in range(MANY):
        script = sources[number % len(sources)].replace("title: ", f"title: {number} ", 1)
        (folder / "exercises" / f"script-{number:04}.md").write_text(script, "utf-8")
    return folder


class Comparison:
    """Measures a command with each of the builds in turn, and prints a line of it."""

    def __init__(self, pythons: Sequence[str]) -> None:
        self.pythons = pythons
        print(f"{'':30}{'':8}{'CPU s':>10}{'wall s':>10}{'peak MB':>10}")

    def __call__(
        self, name: str, workspace: Path, *arguments: str, pairs: int = PAIRS, before: Callable[[], None] | None = None
    ) -> None:
        found: list[list[Measured]] = [[] for _ in self.pythons]
        for _ in range(pairs):
            for rows, python in zip(found, self.pythons, strict=True):
                rows.append(runs(feltsense(python, workspace, *arguments), 1, before or (lambda: None)))
        medians = [_medians(rows) for rows in found]
        for build, row in zip(("new", "old"), medians, strict=False):
            print(f"{name:30}{build:8}" + "".join(f"{value:10.3f}" for value in row))
        if len(medians) > 1:
            ratios = [statistics.median(a / b for a, b in zip(*each, strict=True)) for each in _by_kind(found)]
            print(f"{name:30}{'new/old':8}" + "".join(f"{ratio:10.3f}" for ratio in ratios))


def _medians(rows: Sequence[Measured]) -> tuple[float, ...]:
    return tuple(statistics.median(kind) for kind in zip(*map(_values, rows), strict=True))


def _by_kind(found: Sequence[Sequence[Measured]]) -> list[list[tuple[float, ...]]]:
    """Return for each kind of value the runs of each build."""
    builds = [list(zip(*map(_values, rows), strict=True)) for rows in found]
    return [list(kind) for kind in zip(*builds, strict=True)]


def _values(row: Measured) -> tuple[float, float, float]:
    return row.cpu, row.seconds, row.megabytes


def main() -> None:
    pin()
    compare = Comparison([sys.executable, *sys.argv[1:2]])
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ["FELTSENSE_HOME"] = str(folder / "home")
        workspace = workspace_in(_made(folder / "few"))
        compare("--help", workspace, "--help", pairs=15)
        compare(f"list, {len(list(EXERCISES.glob('*.md')))} scripts", workspace, "list", pairs=15)
        compare("suggest panic", workspace, "suggest", "panic", pairs=15)
        _list_many(compare, many_scripts(folder / "many"))
        _library_screen({"few": workspace, "many": folder / "many"}, folder / "home")
        _render_all(compare, workspace, folder / "phone")


def _list_many(compare: Comparison, many: Path) -> None:
    """Compare lists of many scripts, with nothing kept and later."""
    time.sleep(3)  # nothing is kept of scripts that have just been written
    cache = Path(os.environ["FELTSENSE_HOME"], "cache")
    compare(f"list, {MANY}, the first", many, "list", before=lambda: shutil.rmtree(cache, ignore_errors=True))
    compare(f"list, {MANY} scripts", many, "list")
    compare(f"suggest panic, {MANY}", many, "suggest", "panic")
    _search_many(many)


def _search_many(many: Path) -> None:
    """Print how long the longest search takes while words are typed."""
    started = time.perf_counter()
    index = SearchIndex(list_exercises(Workspace(many)).entries)
    index.prepare()
    made = time.perf_counter() - started
    keys = [typed[:end] for typed in TYPED for end in range(1, len(typed) + 1)]
    slowest = max(_seconds(partial(index.search, typed)) for typed in keys)
    print(f"listing and index of {MANY}: {made * 1000:.0f} ms; slowest of {len(keys)} keys: {slowest * 1000:.1f} ms")


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _library_screen(workspaces: dict[str, Path], home: Path) -> None:
    """Print how long the library takes on the screen: until all is listed, and until a letter is searched for."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in workspaces}
    for _ in range(PAIRS):
        for name, workspace in workspaces.items():
            found[name].append(asyncio.run(_opened_and_searched(workspace, home)))
    medians = {name: [statistics.median(kind) for kind in zip(*times, strict=True)] for name, times in found.items()}
    for kind, few, many in zip(("opened", "a letter"), medians["few"], medians["many"], strict=True):
        print(f"library, {kind:21}{few:10.3f} s{many:10.3f} s with {MANY}{many / few:8.2f} times")


async def _opened_and_searched(workspace: Path, home: Path) -> tuple[float, float]:
    from feltsense.system.paths import Workspace  # noqa: PLC0415 - the home is set by now
    from feltsense.tui.app import Feltsense  # noqa: PLC0415 - as above
    from feltsense.tui.services import Environment, Services  # noqa: PLC0415 - as above

    services = Services(Environment(Workspace(workspace), home), "silent")
    begin = time.perf_counter()
    app = Feltsense(services)
    async with app.run_test(size=(120, 40)) as pilot:
        while app.library.contents.last is None:  # noqa: ASYNC110 - nothing tells of it, and it is short
            await asyncio.sleep(0.001)
        await _drawn(app)
        opened = time.perf_counter() - begin
        await services.tasks.run(int)  # what is prepared for the first letter is behind us
        await pilot.pause()
        begin = time.perf_counter()
        for letter in LETTERS:
            app.post_message(events.Key(letter, letter))
            while not app.library.typed.endswith(letter):  # noqa: ASYNC110 - as above
                await asyncio.sleep(0)
            await _drawn(app)
        searched = (time.perf_counter() - begin) / len(LETTERS)
    services.close()
    return opened, searched


async def _drawn(app: "Feltsense") -> None:
    """Wait until what has changed is drawn."""
    drawn = asyncio.Event()
    app.screen.call_after_refresh(drawn.set)
    await drawn.wait()


def _render_all(compare: Comparison, workspace: Path, out: Path) -> None:
    """Compare renders of the whole library, with nothing spoken before and with all of it."""
    render = ("render", "--all", "-o", f"{out}/")
    compare("render --all, cold", workspace, *render, pairs=1, before=lambda: forget(workspace))
    compare("render --all, cached speech", workspace, *render, pairs=1)
    size = sum(path.stat().st_size for path in out.glob("*.mp3"))
    speech = sum(path.stat().st_size for path in (workspace / "audio_cache").rglob("*.speech"))
    print(f"{len(list(out.glob('*.mp3')))} files, {size / 1e6:.0f} MB of MP3; {speech / 1e6:.0f} MB of speech are kept")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
