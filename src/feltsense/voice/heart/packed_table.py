"""A table of many rows packed into bytes, of which only what is asked for is unpacked.

Rows stand in small groups, by a checksum of their keys. Opening such a table costs nothing, and looking up a key
unpacks the few rows of its group. The bytes must be our own and whole: damaged ones can take the interpreter down.
"""

import marshal
import struct
import zlib
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

_ROWS = 16
"""In a group, on average."""
_COUNT = struct.Struct("<I")
"""How many groups there are; where each begins and the last one ends follows, then the groups."""
_BOUNDS = struct.Struct("<II")


def pack_table(table: Mapping[str, Any]) -> bytes:
    """Return a table as bytes.

    Args:
        table: its rows consist of what `marshal` can write: texts, numbers, and collections of them.
    """
    groups: list[dict[str, Any]] = [{} for _ in range(len(table) // _ROWS + 1)]
    for key, row in table.items():
        groups[_group_of(key, len(groups))][key] = row
    packed = [marshal.dumps(group) for group in groups]
    bounds = accumulate(map(len, packed), initial=0)
    return b"".join([_COUNT.pack(len(groups)), struct.pack(f"<{len(groups) + 1}I", *bounds), *packed])


class PackedTable(Mapping[str, Any]):
    """What `pack_table` made, equal to the table that it was made from. Safe to use from several threads.

    Args:
        packed: stays in use as long as the table does.
    """

    def __init__(self, packed: bytes | memoryview) -> None:
        (self._groups,) = _COUNT.unpack_from(packed)
        start = _COUNT.size * (self._groups + 2)
        self._bounds, self._packed = memoryview(packed)[_COUNT.size : start], memoryview(packed)[start:]
        self._unpacked: dict[int, dict[str, Any]] = {}

    def get(self, key: str, default: Any = None) -> Any:
        """Return a row, or `default` where there is none."""
        return self._group(_group_of(key, self._groups)).get(key, default)

    def __getitem__(self, key: str) -> Any:
        return self._group(_group_of(key, self._groups))[key]

    def __iter__(self) -> Iterator[str]:
        return (key for group in range(self._groups) for key in self._group(group))

    def __len__(self) -> int:
        return sum(len(self._group(group)) for group in range(self._groups))

    def _group(self, number: int) -> dict[str, Any]:
        found = self._unpacked.get(number)
        if found is None:
            start, end = _BOUNDS.unpack_from(self._bounds, number * _COUNT.size)
            found = self._unpacked[number] = marshal.loads(self._packed[start:end])  # noqa: S302 - see the module
        return found


def _group_of(key: str, groups: int) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % groups
