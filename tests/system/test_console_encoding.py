import os
from collections.abc import Iterator

import pytest

from feltsense.system.console_encoding import console_encoding, decode_console


@pytest.fixture
def terminal() -> Iterator[int]:
    """A descriptor of a terminal."""
    pty = pytest.importorskip("pty")
    controller, terminal = pty.openpty()
    yield terminal
    os.close(controller)
    os.close(terminal)


def use_page(monkeypatch: pytest.MonkeyPatch, page: int | None) -> None:
    monkeypatch.setattr("feltsense.system.console_encoding._input_code_page", lambda: page)


@pytest.mark.parametrize(
    ("page", "typed"), [(850, b"\x84rger"), (1252, b"\xe4rger"), (65001, b"\xc3\xa4rger"), (None, b"\xc3\xa4rger")]
)
def test_typed_letters_are_read_by_the_consoles_code_page(
    terminal: int, monkeypatch: pytest.MonkeyPatch, page: int | None, typed: bytes
) -> None:
    use_page(monkeypatch, page)
    assert decode_console(typed, terminal) == "ärger"


def test_an_unknown_page_and_a_broken_byte_are_no_error(terminal: int, monkeypatch: pytest.MonkeyPatch) -> None:
    use_page(monkeypatch, 99999)
    assert console_encoding(terminal) == "utf-8"
    assert decode_console(b"a\xffb", terminal) == "a\ufffdb"


def test_a_pipe_is_utf_8_whatever_the_console_is(monkeypatch: pytest.MonkeyPatch) -> None:
    use_page(monkeypatch, 850)
    reading, writing = os.pipe()
    try:
        assert decode_console(b"\xc3\xa4rger", reading) == "ärger"
    finally:
        os.close(reading)
        os.close(writing)
