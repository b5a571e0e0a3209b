import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from feltsense.errors import CacheError
from feltsense.system.cache_folder import CacheUsage, RemovedEntries
from feltsense.units import Wpm
from feltsense.voice.cache import SpeechCache, cache_key
from feltsense.voice.cache_entry import pack_entry
from sine_voice import tone, utterance

NAMES = [f"{number:02x}" * 32 for number in range(40)]
SPEECH = tone("Rest.", 2_000)
SIZE = len(pack_entry(SPEECH, NAMES[0]))
HOUR = 3600


@pytest.fixture
def cache(tmp_path: Path) -> SpeechCache:
    return SpeechCache(tmp_path / "audio_cache")


def fill(cache: SpeechCache, count: int) -> None:
    """Store `count` entries, the first of them used longest ago."""
    now = time.time()
    for number, name in enumerate(NAMES[:count]):
        cache.store(name, SPEECH)
        used = now - (count - number) * 24 * HOUR
        os.utime(cache.path(name), (used, used))


def kept(cache: SpeechCache) -> list[int]:
    return [number for number, name in enumerate(NAMES) if cache.path(name).exists()]


def test_what_is_stored_is_read_back_to_the_bit(cache: SpeechCache) -> None:
    loud = tone("Loud.", 3_000, peak=1.7)
    stored = cache.store(NAMES[0], loud)
    read = cache.read(NAMES[0])
    assert read is not None
    np.testing.assert_array_equal(read.samples, stored.samples)
    assert read.spoken == stored.spoken == cache.read_info(NAMES[0]) == loud.spoken


def test_entries_stand_on_shelves_and_are_private(cache: SpeechCache) -> None:
    cache.store(NAMES[10], SPEECH)
    path = cache.path(NAMES[10])
    assert path == cache.folder / "0a" / f"{NAMES[10]}.speech"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [item for item in cache.folder.rglob("*") if item.is_file()] == [path]


def test_looking_makes_no_folder(cache: SpeechCache) -> None:
    assert cache.read_info(NAMES[0]) is None
    assert cache.read(NAMES[0]) is None
    assert cache.usage() == CacheUsage(cache.folder, 0, 0, 2 * 1024**3)
    assert cache.prune() == cache.clear() == RemovedEntries(0, 0)
    assert not cache.folder.exists()


def test_info_tells_what_is_there(cache: SpeechCache) -> None:
    fill(cache, 3)
    assert cache.usage() == CacheUsage(cache.folder, 3, 3 * SIZE, 2 * 1024**3)


def test_the_oldest_use_goes_first(cache: SpeechCache) -> None:
    fill(cache, 6)
    assert cache.prune(4 * SIZE) == RemovedEntries(2, 2 * SIZE)
    assert kept(cache) == [2, 3, 4, 5]
    assert cache.prune(0) == RemovedEntries(4, 4 * SIZE)


@pytest.mark.parametrize("use", [SpeechCache.read_info, SpeechCache.read])
def test_what_is_used_stays(cache: SpeechCache, use: object) -> None:
    assert callable(use)
    fill(cache, 4)
    use(cache, NAMES[0])
    cache.prune(2 * SIZE)
    assert kept(cache) == [0, 3]


@pytest.mark.parametrize(("hours", "noted"), [(0.5, False), (2, True), (-48, True)])
def test_a_use_is_noted_at_most_once_an_hour(cache: SpeechCache, hours: float, *, noted: bool) -> None:
    cache.store(NAMES[0], SPEECH)
    used = round(time.time() - hours * HOUR)
    os.utime(cache.path(NAMES[0]), (used, used))
    cache.read_info(NAMES[0])
    assert (cache.path(NAMES[0]).stat().st_mtime != used) is noted


def test_nothing_goes_below_the_limit(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path, limit=5 * SIZE)
    fill(cache, 5)
    assert cache.prune() == RemovedEntries(0, 0)
    assert kept(cache) == [0, 1, 2, 3, 4]


def test_storing_keeps_to_the_limit_and_to_the_newest(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path, limit=10 * SIZE)
    for number, name in enumerate(NAMES):
        cache.store(name, SPEECH)
        assert cache.path(name).exists()
        assert cache.usage().size <= cache.limit
        os.utime(cache.path(name), (number, number))
    assert kept(cache)[-9:] == list(range(31, 40))


def test_what_another_process_stored_counts_too(tmp_path: Path) -> None:
    first, second = (SpeechCache(tmp_path, limit=16 * SIZE) for _ in range(2))
    first.store(NAMES[0], SPEECH)
    fill(second, 15)
    for name in NAMES[20:25]:
        first.store(name, SPEECH)
    assert first.usage().size <= first.limit
    assert kept(first)[-5:] == [20, 21, 22, 23, 24]


@pytest.mark.parametrize("remove", [SpeechCache.clear, lambda cache: cache.prune(0)])
def test_only_our_own_is_removed(cache: SpeechCache, remove: object) -> None:
    assert callable(remove)
    fill(cache, 2)
    theirs = ["README.md", ".gitignore", f"{NAMES[0]}.speech", "00/notes.txt", "00/mine.speech", "00/a.unfinished"]
    theirs += [f"zz/{NAMES[0]}.speech", f"old/{NAMES[0]}.speech"]
    for name in theirs:
        (cache.folder / name).parent.mkdir(exist_ok=True)
        (cache.folder / name).write_text("mine")
        os.utime(cache.folder / name, (0, 0))
    (cache.folder / "00" / f"{'a' * 64}.speech").mkdir()
    remove(cache)
    left = {str(item.relative_to(cache.folder)) for item in cache.folder.rglob("*") if item.is_file()}
    assert left == set(theirs)
    assert (cache.folder / "00" / f"{'a' * 64}.speech").is_dir()


def test_unfinished_files_of_old_are_swept(cache: SpeechCache) -> None:
    fill(cache, 1)
    old, new = (cache.path(NAMES[0]).with_name(f"{NAMES[0]}.{which}.unfinished") for which in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    yesterday = time.time() - 25 * HOUR
    os.utime(old, (yesterday, yesterday))
    assert cache.prune() == RemovedEntries(0, 0)
    assert (old.exists(), new.exists()) == (False, True)
    assert cache.clear() == RemovedEntries(1, SIZE)
    assert not new.exists()


def test_a_folder_deleted_while_an_entry_is_written_is_made_again(
    cache: SpeechCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, calls = tempfile.mkstemp, []

    def make_after_deletion(suffix: str, prefix: str, folder: Path) -> tuple[int, str]:
        calls.append(folder)
        if len(calls) < 4:
            shutil.rmtree(cache.folder)
        return make(suffix, prefix, folder)

    monkeypatch.setattr(tempfile, "mkstemp", make_after_deletion)
    cache.store(NAMES[0], SPEECH)
    assert len(calls) == 4
    assert cache.read_info(NAMES[0]) == SPEECH.spoken


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "audio_cache").write_text("not a folder")
    cache = SpeechCache(tmp_path / "audio_cache")
    with pytest.raises(CacheError, match=r"could not be kept in .*audio_cache") as caught:
        cache.store(NAMES[0], SPEECH)
    assert "--workspace" in caught.value.hint
    assert cache.usage().entries == 0


def test_a_read_only_folder_is_told(cache: SpeechCache) -> None:
    fill(cache, 1)
    for folder in (cache.folder / "00", cache.folder):
        folder.chmod(0o500)
    if os.access(cache.folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    try:
        with pytest.raises(CacheError, match="could not be kept"):
            cache.store(NAMES[1], SPEECH)
        with pytest.raises(CacheError, match="could not be removed"):
            cache.clear()
        assert cache.read_info(NAMES[0]) == SPEECH.spoken
    finally:
        for folder in (cache.folder, cache.folder / "00"):
            folder.chmod(0o700)


FULL = """
import resource, sys
from pathlib import Path
from sine_voice import tone
from feltsense.errors import CacheError
from feltsense.voice.cache import SpeechCache
speech = tone("Rest.", 100_000)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    SpeechCache(Path(sys.argv[1])).store("0a" * 32, speech)
except CacheError as error:
    print(error.message, error.hint)
"""


@pytest.mark.skipif(os.name == "nt", reason="there are no such limits on Windows")
def test_a_disk_that_is_full_is_told_and_nothing_half_is_left(cache: SpeechCache) -> None:
    run = subprocess.run(
        [sys.executable, "-c", FULL, str(cache.folder)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "could not be kept" in run.stdout
    assert "Free some space" in run.stdout
    assert [item for item in cache.folder.rglob("*") if item.is_file()] == []


ASKED = replace(utterance("Let it rest."), say=(("rest", "rehst"), ("it", "/ɪt/")))
IDENTITY = {"engine": "sine", "version": "1"}


@pytest.mark.parametrize(
    "other",
    [
        replace(ASKED, text="Let it be."),
        replace(ASKED, pace=Wpm(131)),
        replace(ASKED, language="da"),
        replace(ASKED, say=()),
        replace(ASKED, say=(("rest", "wrest"), ("it", "/ɪt/"))),
    ],
)
def test_all_that_is_asked_makes_another_key(other: object) -> None:
    assert isinstance(other, type(ASKED))
    assert cache_key(IDENTITY, other) != cache_key(IDENTITY, ASKED)


@pytest.mark.parametrize("other", [{}, {"engine": "sine"}, {"engine": "sine", "version": "2"}, {"engine1": "sine"}])
def test_all_that_the_voice_is_makes_another_key(other: dict[str, str]) -> None:
    assert cache_key(other, ASKED) != cache_key(IDENTITY, ASKED)


def test_the_order_of_things_does_not_change_the_key() -> None:
    turned = replace(ASKED, say=ASKED.say[::-1])
    assert cache_key(dict(reversed(IDENTITY.items())), turned) == cache_key(IDENTITY, ASKED)


def test_keys_do_not_change_by_accident() -> None:
    """Where they must, everything is spoken again: raise VERSION and write the new one here."""
    assert cache_key(IDENTITY, ASKED) == "caed1c8a7952360248c0678f6e350d3d063ac0be1be1f3ecbe72cee883aa8a92"


def test_a_lone_surrogate_has_a_key_too() -> None:
    assert len(cache_key(IDENTITY, utterance("a\ud800"))) == 64
