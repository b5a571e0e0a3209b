"""Several real processes at one cache: whatever they do to each other, nothing torn is ever read."""

import itertools
import multiprocessing
import shutil
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path

import numpy as np
import pytest

from feltsense.voice.cache import SpeechCache
from feltsense.voice.cache_entry import pack_entry, unpack_entry
from feltsense.voice.port import Speech
from sine_voice import tone

pytestmark = pytest.mark.slow

NAMES = [f"{number:02x}" * 32 for number in range(8)]
LENGTH = 30_000
ROUNDS = 10
PATIENCE_S = 60
"""Only a broken machine takes this long to start a process."""


def expected(name: str) -> Speech:
    """Return what alone may be read under `name`; every name has samples of its own."""
    speech = unpack_entry(pack_entry(tone(name, LENGTH), name), name)
    assert speech is not None
    return speech


def is_whole(cache: SpeechCache, name: str, whole: Speech) -> bool:
    """Return whether there is an entry; there may be none, but never another."""
    spoken, speech = cache.read_info(name), cache.read(name)
    assert spoken in (None, whole.spoken)
    if speech is None:
        return False
    assert speech.spoken == whole.spoken
    np.testing.assert_array_equal(speech.samples, whole.samples)
    return spoken is not None


Pieces = dict[str, Speech]
Task = Callable[[SpeechCache, Pieces], None]


def store(cache: SpeechCache, pieces: Pieces) -> None:
    for name, piece in pieces.items():
        cache.store(name, piece)
        is_whole(cache, name, piece)


def store_and_find(cache: SpeechCache, pieces: Pieces) -> None:
    """While nobody removes anything, an entry that is written over is never missing for a moment."""
    for name, piece in pieces.items():
        cache.store(name, piece)
    for name, piece in pieces.items():
        assert is_whole(cache, name, piece)


def read(cache: SpeechCache, pieces: Pieces) -> None:
    for name, piece in pieces.items():
        is_whole(cache, name, piece)


def prune(cache: SpeechCache, pieces: Pieces) -> None:
    for allowed in range(len(pieces)):
        cache.prune(allowed * 2 * LENGTH)
        cache.usage()


def clear(cache: SpeechCache, pieces: Pieces) -> None:
    cache.clear()


def delete(cache: SpeechCache, pieces: Pieces) -> None:
    shutil.rmtree(cache.folder, ignore_errors=True)


def work(task: Task, cache: tuple[Path, int], together: Barrier, over: Event | None) -> None:
    """Do `task` in rounds: so many, or until it is `over`."""
    pieces = {name: expected(name) for name in NAMES}
    own = SpeechCache(*cache)
    together.wait(PATIENCE_S)
    rounds = range(ROUNDS) if over is None else itertools.takewhile(lambda _: not over.is_set(), itertools.count())
    for _ in rounds:
        task(own, pieces)


def run_together(tasks: list[Task], others: list[Task], folder: Path, limit: int) -> list[int | None]:
    """Run each in a process of its own, all begun at once, `others` until the `tasks` are done; return exit codes."""
    if "forkserver" in multiprocessing.get_all_start_methods():  # what all of them import is imported once
        context: ForkServerContext | SpawnContext = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pytest", "feltsense.voice.cache"])
    else:
        context = multiprocessing.get_context("spawn")
    together, over = context.Barrier(len(tasks) + len(others)), context.Event()
    working = [context.Process(target=work, args=(task, (folder, limit), together, None)) for task in tasks]
    disturbing = [context.Process(target=work, args=(task, (folder, limit), together, over)) for task in others]
    for process in working + disturbing:
        process.start()
    for process in working:
        process.join()
    over.set()
    for process in disturbing:
        process.join()
    return [process.exitcode for process in working + disturbing]


@pytest.mark.parametrize(
    "others",
    [[prune, prune], [clear, clear], [delete, delete], [prune, clear, delete]],
    ids=["prune", "clear", "delete", "all"],
)
def test_whatever_others_remove_nothing_torn_is_read(tmp_path: Path, others: list[Task]) -> None:
    folder = tmp_path / "audio_cache"
    codes = run_together([store, store, read], others, folder, limit=20 * LENGTH)
    assert codes == [0] * (3 + len(others))
    assert not list(folder.rglob("*.unfinished"))
    store_and_find(SpeechCache(folder), {name: expected(name) for name in NAMES})


def test_an_entry_that_is_written_over_is_never_missing(tmp_path: Path) -> None:
    assert run_together([store_and_find, store_and_find, store_and_find], [read], tmp_path, 10**9) == [0] * 4


def test_several_that_store_keep_to_the_limit_together(tmp_path: Path) -> None:
    limit = 5 * 2 * LENGTH
    assert run_together([store, store, store], [], tmp_path, limit) == [0, 0, 0]
    # each looks at what all have stored after an eighth of the limit, so they can be over it by that much each
    assert SpeechCache(tmp_path).usage().size <= limit + 3 * (
        limit // 8 + len(pack_entry(expected(NAMES[0]), NAMES[0]))
    )
