"""A packed table holds what was packed, whatever its keys are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.voice.heart.packed_table import PackedTable, pack_table

KEYS = st.text(st.characters(), max_size=8)
ROWS = st.text(max_size=8) | st.none() | st.dictionaries(st.text(max_size=3), st.floats(allow_nan=False), max_size=3)


@given(st.dictionaries(KEYS, ROWS, max_size=60), KEYS)
def test_it_equals_what_was_packed(table: dict[str, Any], other: str) -> None:
    packed = PackedTable(pack_table(table))
    assert [packed.get(key) for key in table] == list(table.values())
    assert packed == table
    assert len(packed) == len(table)
    assert packed.get(other, "none") == table.get(other, "none")
    assert (other in packed) is (other in table)


def test_a_lone_surrogate_is_a_key_like_others() -> None:
    assert PackedTable(pack_table({"\ud800": 1}))["\ud800"] == 1
    with pytest.raises(KeyError):
        PackedTable(pack_table({}))["\udfff"]


def test_only_what_is_asked_for_is_unpacked() -> None:
    packed = PackedTable(pack_table({str(number): number for number in range(1000)}))
    assert packed["7"] == 7
    assert len(packed._unpacked) == 1
