"""The voice's dictionaries are the same from hibari's own files and from the copy, and the copy is never in the way."""

import re
import sys
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

import hibari
import pytest
from hibari import g2p as hibari_g2p
from hibari.g2p.normalize import normalize

from feltsense.library.catalogue import bundled
from feltsense.system.paths import cache_home
from feltsense.voice.heart import dictionaries
from feltsense.voice.heart.dictionaries import HeartDictionaries
from feltsense.voice.heart.voice import HeartVoice

SMALL = {
    "lexicon_us_gold.json.gz": {"rest": "ɹˈɛst", "read": {"DEFAULT": "ɹˈid", "VBD": "ɹˈɛd"}},
    "lexicon_us_silver.json.gz": {"ease": "ˈiz"},
    "tokenizer_exceptions.json": {"can't": ["ca", "n't"]},
    "tagger.json.gz": {
        "tagdict": {"the": "DT"},
        "tags": ["DT", "NN", "VBD"],
        "vocab": ["rest", "read"],
        "weights": {"w=read": {"VBD": 1.5, "NN": -2.0}},
    },
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give hibari small files of its own; the names of those that were read."""
    read: list[str] = []

    def load(name: str) -> Any:
        read.append(name)
        return SMALL[name]

    monkeypatch.setattr(hibari_g2p, "_load_json", load)
    return read


@pytest.fixture
def copy(small: list[str]) -> Path:
    """The file of a copy."""
    loaded = HeartDictionaries()
    assert copies() == []
    loaded.keep()
    (found,) = copies()
    small.clear()
    return found


def copies() -> list[Path]:
    home = cache_home()
    return sorted(home.iterdir()) if home and home.is_dir() else []


def phonemes(g2p: Any, text: str) -> list[tuple[str, str, str | None]]:
    tokens = g2p.phonemize_tokens(g2p.tokenize(normalize(text)))
    return [(token.text, token.whitespace, token.phonemes) for token in tokens]


def test_all_that_hibari_holds_and_says_is_the_same_from_the_copy() -> None:
    own = HeartDictionaries()
    own.keep()
    copy = HeartDictionaries()
    assert type(own.g2p) is type(copy.g2p) is hibari_g2p.G2P
    for place in ("lexicon.golds", "lexicon.silvers", "tokenizer", "tagger", "lexicon", ""):
        one, two = (vars(attrgetter(place)(g2p) if place else g2p) for g2p in (own.g2p, copy.g2p))
        assert one.keys() == two.keys()
        for name in one.keys() - {"golds", "silvers", "lexicon", "tokenizer", "tagger"}:
            assert two[name] == one[name], f"{place}.{name}"
    lines = {line for path in bundled().glob("*.md") for line in re.split(r"(?<=[.!?…])\s+", path.read_text("utf-8"))}
    lines |= {"She read it on 3/4/2024, Dr. Smith's $5 zqxv café.", "Naïve \ud800 words", "[psoas](/sˈOæz/) 1,000 km"}
    assert len(lines) > 1000
    for line in sorted(lines)[::5]:
        assert phonemes(copy.g2p, line) == phonemes(own.g2p, line)


@pytest.mark.usefixtures("copy")
def test_the_copy_is_used_and_written_once(small: list[str]) -> None:
    (copy,) = copies()
    before = copy.stat()
    loaded = HeartDictionaries()
    loaded.keep()
    assert phonemes(loaded.g2p, "The rest read.")[1] == ("rest", " ", "ɹˈɛst")
    assert small == []
    assert (copy.stat().st_ino, copy.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-3] ^= 4
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def foreign(path: Path) -> None:
    path.write_bytes(b"\xdb" * 500)  # what marshal would believe to be long lists of lists


@pytest.mark.parametrize("damage", [flip, cut, empty, foreign, Path.unlink])
def test_a_damaged_copy_is_not_used_and_made_anew(copy: Path, small: list[str], damage: Callable[[Path], None]) -> None:
    whole = copy.read_bytes()
    damage(copy)
    loaded = HeartDictionaries()
    assert small == list(SMALL)
    loaded.keep()
    assert copy.read_bytes() == whole


def test_something_else_in_its_place_is_no_matter(copy: Path, small: list[str]) -> None:
    copy.unlink()
    copy.mkdir()
    loaded = HeartDictionaries()
    loaded.keep()
    assert small == list(SMALL)
    assert copy.is_dir()


def test_without_a_place_for_caches_it_loads_all_the_same(small: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "cache_home", lambda: None)
    HeartDictionaries().keep()
    assert small == list(SMALL)
    assert copies() == []


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize("change", [(hibari, "__version__", "0.2.2"), (sys, "version", "3.99")])
def test_of_another_hibari_or_python_it_is_not_used(
    small: list[str], monkeypatch: pytest.MonkeyPatch, change: tuple[object, str, str]
) -> None:
    monkeypatch.setattr(*change)
    HeartDictionaries()
    assert small == list(SMALL)


def test_of_other_files_of_hibari_it_is_not_used(
    small: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asset = tmp_path / "tagger.json.gz"
    asset.write_bytes(b"one")
    monkeypatch.setattr(dictionaries, "ASSETS", str(tmp_path))
    HeartDictionaries().keep()
    asset.write_bytes(b"another")
    small.clear()
    HeartDictionaries().keep()
    assert small == list(SMALL)
    assert len(copies()) == 1


class WithMore(hibari_g2p.G2P):  # type: ignore[misc] # hibari has no types
    """A later hibari that holds something else, too."""

    def __init__(self) -> None:
        super().__init__()
        self.more = "something"


class WithOtherTables(hibari_g2p.G2P):  # type: ignore[misc] # hibari has no types
    """A later hibari that holds its tables elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger.model = self.tagger.weights
        del self.tagger.weights


class WithOtherRows(hibari_g2p.G2P):  # type: ignore[misc] # hibari has no types
    """A later hibari whose tables hold other things."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger.weights = {"w=rest": object()}


@pytest.mark.parametrize("later", [WithMore, WithOtherTables, WithOtherRows])
def test_a_hibari_of_another_shape_is_loaded_its_own_way(
    small: list[str], monkeypatch: pytest.MonkeyPatch, later: type
) -> None:
    monkeypatch.setattr(hibari_g2p, "G2P", later)
    loaded = HeartDictionaries()
    loaded.keep()
    assert type(loaded.g2p) is later
    assert copies() == []
    assert HeartDictionaries().g2p is not None
    assert small == list(SMALL) * 2


def test_a_hibari_whose_parts_are_made_otherwise_is_loaded_its_own_way(
    small: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = HeartDictionaries()
    monkeypatch.setattr(hibari_g2p, "Tagger", lambda _model, _more: None)
    loaded.keep()
    assert small == list(SMALL)
    assert copies() == []


def test_closing_the_voice_keeps_them(monkeypatch: pytest.MonkeyPatch, small: list[str]) -> None:
    monkeypatch.setattr("feltsense.voice.heart.engine.open_onnx", lambda _model: None)
    voice = HeartVoice(Path(hibari.__file__).parent / "assets" / "hibari.onnx")
    voice.close()
    assert small == []
    voice._loaded()
    assert copies() == []
    voice.close()
    voice.close()
    assert len(copies()) == 1
