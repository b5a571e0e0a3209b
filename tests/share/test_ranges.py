"""Ranges, beside a reference that lists the bytes one by one."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feltsense.share.ranges import (
    ByteRange,
    UnsatisfiableRangeError,
    if_none_match_holds,
    if_range_holds,
    requested_range,
)

ETAG = '"abc"'
SIZES = st.integers(0, 40)
PLACES = st.integers(0, 45)


def bytes_of(header: str, size: int) -> Sequence[int] | None:
    """Return the numbers of the bytes that are given; None for 416."""
    try:
        found = requested_range(header, size)
    except UnsatisfiableRangeError:
        return None
    if found is None:
        return range(size)
    assert found.length > 0
    return range(found.first, found.last + 1)


@given(PLACES, PLACES, SIZES)
def test_from_one_byte_to_another(first: int, last: int, size: int) -> None:
    every = range(size)
    wanted = every if last < first else [byte for byte in every if first <= byte <= last] or None
    found = bytes_of(f"bytes={first}-{last}", size)
    assert (None if found is None else list(found)) == (None if wanted is None else list(wanted))


@given(PLACES, SIZES)
def test_from_one_byte_on(first: int, size: int) -> None:
    found = bytes_of(f"bytes={first}-", size)
    assert (None if found is None else list(found)) == (list(range(size))[first:] or None)


@given(PLACES, SIZES)
def test_the_last_bytes(count: int, size: int) -> None:
    found = bytes_of(f"bytes=-{count}", size)
    if not count:
        assert found is None
    else:
        assert found is not None
        assert list(found) == list(range(size))[-count:]


@given(st.text(max_size=12), SIZES)
@example("bytes=0-1,3-4", 9)
@example("bytes=0-1,", 9)
@example("bytes=-", 9)
@example("bytes=1", 9)
@example("bytes=٣-٤", 9)
@example("bytes=+1-2", 9)
@example("bytes= 1-2", 9)
@example("bytes 1-2", 9)
@example("items=1-2", 9)
@example("", 9)
def test_what_is_no_single_range_gets_the_whole_file(header: str, size: int) -> None:
    if "bytes=" not in header.lower() or "," in header or not header.isascii():
        assert requested_range(header, size) is None
    bytes_of(header, size)  # and nothing raises but what 416 is for


@pytest.mark.parametrize(
    "header", ["bytes=0-1,3-4", "bytes=-", "bytes=1", "bytes=+1-2", "bytes= 1-2", "bytes=5-2", None]
)
def test_these_get_the_whole_file(header: str | None) -> None:
    assert requested_range(header, 9) is None


@pytest.mark.parametrize("header", ["bytes=1-2", " bytes=1-2\t", "Bytes=01-0002"])
def test_a_range_may_be_written_in_other_ways(header: str) -> None:
    assert requested_range(header, 9) == ByteRange(1, 2)


def test_numbers_without_end_take_no_time() -> None:
    digits = "9" * 15_000
    assert requested_range(f"bytes=3-{digits}", 9) == ByteRange(3, 8)
    assert requested_range(f"bytes=-{digits}", 9) == ByteRange(0, 8)
    with pytest.raises(UnsatisfiableRangeError):
        requested_range(f"bytes={digits}-", 9)


def test_a_range_tells_where_it_stands() -> None:
    assert ByteRange(2, 4).of(9) == "bytes 2-4/9"


@pytest.mark.parametrize(
    ("header", "holds"),
    [
        (None, True),
        (ETAG, True),
        ('"other"', False),
        (f"W/{ETAG}", False),
        ("Sun, 29 Nov 2026 00:00:00 GMT", False),
        ("abc", False),
    ],
)
def test_if_range(header: str | None, holds: bool) -> None:  # noqa: FBT001 - a table
    assert if_range_holds(header, ETAG) is holds


@pytest.mark.parametrize(
    ("header", "holds"),
    [
        (None, False),
        (ETAG, True),
        (f"W/{ETAG}", True),
        (f'"x", {ETAG}', True),
        ("*", True),
        ('"x"', False),
        ("abc", False),
    ],
)
def test_if_none_match(header: str | None, holds: bool) -> None:  # noqa: FBT001 - a table
    assert if_none_match_holds(header, ETAG) is holds
