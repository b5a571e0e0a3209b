"""Which bytes of a file a request asks for: single ranges and validators, as RFC 9110 has them. Pure.

One range is answered; several, or what is no range, are answered with the whole file, which is always allowed. Files
have strong ETags and no date.
"""

import re
from dataclasses import dataclass

_BYTES = re.compile(r"bytes=(?:(?P<first>[0-9]+)-(?P<last>[0-9]*)|-(?P<suffix>[0-9]+))", re.IGNORECASE)
_ETAG = re.compile(r'(?:W/)?("[^"]*")')
_WHITE = " \t"
_MOST_DIGITS = 20
"""Digits that are read of a number; with so many it is beyond any file, and reading more takes long."""


class UnsatisfiableRangeError(Exception):
    """A range of which the file has no byte: answered with 416."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """Bytes that stand together in a file, both ends included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many they are."""
        return self.last - self.first + 1

    def of(self, size: int) -> str:
        """Return it as `Content-Range` has it, for a file of `size` bytes."""
        return f"bytes {self.first}-{self.last}/{size}"


def requested_range(header: str | None, size: int) -> ByteRange | None:
    """Return the range that `header` asks for of a file of `size` bytes; None for the whole file (200, not 206).

    Raises:
        UnsatisfiableRangeError: it begins behind the end of the file, or asks for the last 0 bytes.
    """
    found = _BYTES.fullmatch((header or "").strip(_WHITE))
    if found is None:
        return None
    if found["suffix"] is not None:
        return _last_bytes(_number(found["suffix"]), size)
    first = _number(found["first"])
    last = _number(found["last"]) if found["last"] else None
    if last is not None and last < first:
        return None
    if first >= size:
        raise UnsatisfiableRangeError
    return ByteRange(first, size - 1 if last is None else min(last, size - 1))


def if_range_holds(header: str | None, etag: str) -> bool:
    """Tell whether a range may be given: without `If-Range`, or with the strong ETag that the file has.

    A date never holds, as our files have none.
    """
    return header is None or header.strip(_WHITE) == etag


def if_none_match_holds(header: str | None, etag: str) -> bool:
    """Tell whether who asks has the file already (304): any of the ETags is its own, weak ones too, or `*`."""
    if header is None:
        return False
    return header.strip(_WHITE) == "*" or etag in _ETAG.findall(header)


def _last_bytes(count: int, size: int) -> ByteRange | None:
    if not count:
        raise UnsatisfiableRangeError
    return ByteRange(max(0, size - count), size - 1) if size else None


def _number(digits: str) -> int:
    return int(digits.lstrip("0")[:_MOST_DIGITS] or "0")
