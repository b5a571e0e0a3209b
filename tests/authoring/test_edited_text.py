"""Bytes to edited lines and back: what nobody touched stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.authoring.text import as_seen, as_typed, as_written, join_text, split_text
from feltsense.errors import EditingError

_LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12)
_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(rows=st.lists(st.tuples(_LINES, _ENDS), max_size=8), last=_LINES, mark=st.booleans())
def test_what_is_not_touched_comes_back_byte_for_byte(rows: list[tuple[str, str]], last: str, *, mark: bool) -> None:
    text = "".join(line + end for line, end in rows) + last
    if any(0xF0000 <= ord(character) <= 0xF2029 for character in text):
        return
    source = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    edited, shape = split_text(source)
    assert join_text(edited, shape) == source
    assert edited.splitlines() == edited.split("\n")[: len(edited.splitlines())]


@pytest.mark.parametrize(
    ("source", "edited", "after"),
    [
        (b"a\r\nb\r\nc\r\n", "a\nB\nc\n", b"a\r\nB\r\nc\r\n"),
        (b"a\r\nb\nc\n", "a\nb\nnew\nc\n", b"a\r\nb\nnew\nc\n"),
        (b"a\nb", "a\nb\nc", b"a\nb\nc"),
        (b"a\r\nb", "a\nb\nc", b"a\r\nb\r\nc"),
        (b"", "a\n", b"a\n"),
        (b"a\n", "", b""),
        (b"\xef\xbb\xbfa\n", "b\n", b"\xef\xbb\xbfb\n"),
        (b"a\na\na\n", "a\na\n", b"a\na\n"),
        (b"a\na\n", "a\na\na\n", b"a\na\na\n"),
    ],
)
def test_line_ends_and_byte_order_mark_stay(source: bytes, edited: str, after: bytes) -> None:
    assert join_text(edited, split_text(source)[1]) == after


def test_what_steers_a_terminal_or_breaks_lines_is_kept_and_not_drawn() -> None:
    source = "a\x1b[2Jb\x0bc\u2028d\x85e\te\u202ef\u2066g".encode()
    edited, shape = split_text(source)
    assert len(edited.splitlines()) == 1
    assert as_written(edited) == source.decode()
    assert as_seen(edited) == "a·[2Jb·c·d·e\te·f·g"
    assert join_text(edited, shape) == source


def test_a_paste_has_lines_where_it_had_lines() -> None:
    assert as_typed("one\r\ntwo\x0bthree\u2028four\x1b").startswith("one\ntwo\nthree\nfour")
    assert "\x1b" not in as_typed("\x1b")


@pytest.mark.parametrize("source", [b"\xff\xfea\x00", "é".encode("latin-1"), "\U000f001b".encode()])
def test_what_cannot_be_kept_is_refused(source: bytes) -> None:
    with pytest.raises(EditingError):
        split_text(source)
