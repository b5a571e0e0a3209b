"""hibari's text to phonemes, with a copy of its dictionaries that is there at once.

hibari keeps them as compressed JSON, and unpacks all of it. What it makes of that is kept among the caches of the
machine, in a form of which only what is asked for is unpacked. It is checked before a byte of it is believed.
"""

import contextlib
import marshal
import struct
import sys
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

import hibari
from hibari import g2p as hibari_g2p
from hibari.tts import ASSETS

from feltsense.system.machine_cache import MachineCacheFile, MachineCacheKind
from feltsense.system.paths import cache_home
from feltsense.voice.heart.packed_table import PackedTable, pack_table

_KIND = MachineCacheKind("heart", form=1, most_files=4, most_bytes=64 << 20)
"""One is 11 MB. There may be several Pythons, each with a form of its own."""

_LENGTH = struct.Struct("<I")
"""Bytes of the part that follows."""

_SHAPE = {
    "": {"lexicon", "tokenizer", "tagger", "_oov", "unk", "british"},
    "lexicon": {"golds", "silvers", "british", "cap_stresses"},
    "lexicon.golds": {"d"},
    "lexicon.silvers": {"d"},
    "tokenizer": {"special", "prefix", "suffix", "infix"},
    "tagger": {"tagdict", "tags", "vocab", "weights"},
}
"""What hibari 0.2.1, which pyproject.toml pins, holds at which place. Of another shape no copy is made."""

_LARGE = ("lexicon.golds.d", "lexicon.silvers.d", "tagger.weights")
"""Tables of which hibari asks for one row at a time, by `get`."""
_SMALL = ("tokenizer.special", "tagger.tagdict", "tagger.tags", "tagger.vocab")


class HeartDictionaries:
    """The dictionaries, loaded: from the copy if there is one, else from hibari's own files.

    Args:
        british: those of British English, of which no copy is made.
    """

    def __init__(self, *, british: bool = False) -> None:
        self._file = None if british else _copy()
        content = self._file.read() if self._file else None
        self.g2p: Any = _own(british=british) if content is None else _from_copy(content)
        """hibari's text to phonemes."""
        self._missing = content is None

    def keep(self) -> None:
        """Make the copy where it was missing. What cannot be written is no matter."""
        if self._missing and self._file is not None and _can_be_rebuilt(self.g2p):
            with contextlib.suppress(ValueError):  # of a later hibari, `marshal` may not be able to write all
                self._file.write(_parts(self.g2p))
        self._missing = False


def _own(*, british: bool) -> Any:
    return hibari_g2p.G2P(british=True) if british else hibari_g2p.G2P()


def _copy() -> MachineCacheFile | None:
    """Return the file of the copy; None where there is no place for one."""
    home = cache_home()
    if home is None:
        return None
    assets = Path(ASSETS)
    files = [(path.name, path.stat()) for path in sorted(assets.glob("*.json*"))]
    stamps = [f"{name} {found.st_size} {found.st_mtime_ns}" for name, found in files]
    build = "\n".join([hibari.__version__, sys.version, str(marshal.version), *stamps])
    return MachineCacheFile(_KIND, home, f"{sys.implementation.cache_tag} {assets}".encode(), build)


def _parts(g2p: Any) -> Iterator[bytes]:
    """Yield the copy of what hibari holds: the small tables, then each of the large ones."""
    yield from _with_length(marshal.dumps(attrgetter(*_SMALL)(g2p)))
    for place in _LARGE:
        yield from _with_length(pack_table(attrgetter(place)(g2p)))


def _with_length(part: bytes) -> tuple[bytes, bytes]:
    return _LENGTH.pack(len(part)), part


def _from_copy(content: memoryview) -> Any:
    parts = []
    while content:
        (length,) = _LENGTH.unpack_from(content)
        end = _LENGTH.size + length
        parts.append(content[_LENGTH.size : end])
        content = content[end:]
    small: tuple[Any, ...] = marshal.loads(parts[0])  # noqa: S302 - ours and whole, as its digest tells
    return _build([PackedTable(part) for part in parts[1:]], small)


def _build(large: Sequence[Any], small: Sequence[Any]) -> Any:
    """Return what `G2P()` returns, made by hibari's own classes.

    Args:
        large: the tables of `_LARGE`.
        small: those of `_SMALL`.
    """
    lexicon, rare, weights = large
    exceptions, tagdict, tags, vocab = small
    g2p = hibari_g2p.G2P.__new__(hibari_g2p.G2P)
    g2p.lexicon = hibari_g2p.Lexicon(lexicon, rare)
    g2p.tokenizer = hibari_g2p.Tokenizer(exceptions)
    g2p.tagger = hibari_g2p.Tagger({"tagdict": tagdict, "tags": tags, "vocab": vocab, "weights": weights})
    vars(g2p).update(_oov=None, unk="", british=False)
    return g2p


def _can_be_rebuilt(g2p: Any) -> bool:
    """Tell whether hibari holds what is copied and nothing else, also when it is made of the copy."""
    try:
        again = _build(attrgetter(*_LARGE)(g2p), attrgetter(*_SMALL)(g2p))
        return _shape(g2p) == _shape(again) == _SHAPE
    except (AttributeError, TypeError, KeyError):  # it is another hibari, and its own way to load it is the only one
        return False


def _shape(g2p: Any) -> dict[str, set[str]]:
    """Return the names of what is held at each place of `_SHAPE`."""
    return {place: set(vars(attrgetter(place)(g2p) if place else g2p)) for place in _SHAPE}
