"""The few rules of protobuf by which ONNX models are written: reading the fields of a message, and making one."""

from collections.abc import Iterator
from typing import TypeVar

Message = TypeVar("Message", bytes, memoryview)
"""What is read of a memoryview is not copied: a model's graph is one field of many megabytes."""

_VARINT, _FIXED_64, _LENGTH_DELIMITED, _FIXED_32 = 0, 1, 2, 5
"""Wire types."""
_WIRE_TYPES = frozenset({_VARINT, _FIXED_64, _LENGTH_DELIMITED, _FIXED_32})
_HIGHEST = 2**29 - 1
"""No field of any message has a higher number."""

_MOST_BITS = 63
"""Of a number, before its last seven."""


def protobuf_strings(message: Message, wanted: int) -> list[Message]:
    """Return the contents of all fields of one number."""
    return [content for number, content, _ in protobuf_fields(message) if number == wanted]


def protobuf_fields(message: Message, highest: int = _HIGHEST) -> Iterator[tuple[int, Message, Message]]:
    """Yield each field of a protobuf message: its number, its content (empty for a number), and all its bytes.

    Args:
        message: its bytes.
        highest: the number of a field beyond which these bytes are no such message.

    Raises:
        IndexError: the message ends before its last field does.
        ValueError: this is no such message.
    """
    at = 0
    while at < len(message):
        start = at
        key, at = _read_varint(message, at)
        if not 0 < key >> 3 <= highest or key & 7 not in _WIRE_TYPES:
            raise ValueError("this is no protobuf")
        size, content = {_FIXED_64: 8, _FIXED_32: 4}.get(key & 7, 0), message[:0]
        if key & 7 == _LENGTH_DELIMITED:
            size, at = _read_varint(message, at)
            content = message[at : at + size]
        elif key & 7 == _VARINT:
            _, at = _read_varint(message, at)
        at += size
        if at > len(message):
            raise IndexError("the message is cut off")
        yield key >> 3, content, message[start:at]


def _read_varint(message: bytes | memoryview, at: int) -> tuple[int, int]:
    """Return the number at `at`, and where it ends.

    Raises:
        IndexError: the message ends before it does.
        ValueError: no number is so long.
    """
    value = shift = 0
    while message[at] & 0x80:
        if shift >= _MOST_BITS:
            raise ValueError("this is no protobuf")
        value |= (message[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
    return value | message[at] << shift, at + 1


def protobuf_field(number: int, content: bytes) -> bytes:
    """Return a length-delimited protobuf field."""
    return _varint(number << 3 | _LENGTH_DELIMITED) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
