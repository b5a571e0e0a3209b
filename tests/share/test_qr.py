"""The QR code: read back by a real decoder, from its modules and from a terminal's picture, dark and light."""

import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from feltsense.share.qr import BLACK, BORDER, LOWER_HALF, WHITE, HalfBlocks, half_block, qr_lines, qr_rows
from null_sink import until
from tests_support import missing, need

ADDRESS = "http://192.168.178.123:23456/t0k-en_t0k-en_t0k-en__/"
LONGEST = "http://255.255.255.255:65535/t0k-en_t0k-en_t0k-en__/"
_XWD_HEADER = struct.Struct(">25I")


def decoded(picture: Image.Image) -> list[str]:
    try:
        from pyzbar.pyzbar import decode  # noqa: PLC0415 - it needs a system library
    except ImportError:
        missing("zbar is not installed on this machine")
    return [found.data.decode() for found in decode(picture)]


def picture_of(text: str, scale: int = 6) -> Image.Image:
    rows = qr_rows(text)
    picture = Image.new("L", (len(rows[0]), 2 * len(rows)), 255)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            picture.putpixel((x, 2 * y), 0 if cell.upper else 255)
            picture.putpixel((x, 2 * y + 1), 0 if cell.lower else 255)
    return picture.resize((picture.width * scale, picture.height * scale), Image.Resampling.NEAREST)


@pytest.mark.parametrize("text", [ADDRESS, LONGEST, "http://10.0.0.1:8080/x/"])
def test_a_decoder_reads_it(text: str) -> None:
    assert decoded(picture_of(text)) == [text]


def test_it_fits_a_small_terminal_with_words_below() -> None:
    rows = qr_rows(LONGEST)
    assert (len(rows[0]), len(rows)) == (33, 17)
    assert {len(row) for row in rows} == {33}


def test_it_has_a_light_border() -> None:
    rows = qr_rows(ADDRESS)
    light = HalfBlocks(upper=False, lower=False)
    assert set(rows[0]) == {light}  # two modules
    assert {cell for row in rows for cell in row[:BORDER] + row[-BORDER:]} == {light}
    assert not any(cell.lower for cell in rows[-1])


@pytest.mark.parametrize(
    ("upper", "lower", "drawn"),
    [
        (True, True, (" ", BLACK, BLACK)),
        (False, False, (" ", WHITE, WHITE)),
        (True, False, (LOWER_HALF, WHITE, BLACK)),
        (False, True, (LOWER_HALF, BLACK, WHITE)),
    ],
)
def test_both_colours_are_always_said(upper: bool, lower: bool, drawn: tuple[str, int, int]) -> None:  # noqa: FBT001 - a table
    assert half_block(HalfBlocks(upper, lower)) == drawn


def test_lines_hold_their_colours_to_themselves() -> None:
    for line, row in zip(qr_lines(qr_rows(ADDRESS)), qr_rows(ADDRESS), strict=True):
        assert line.startswith("\x1b[38;5;")
        assert line.endswith("\x1b[0m")
        assert re.sub(r"\x1b\[[0-9;]*m", "", line) == "".join(half_block(cell)[0] for cell in row)


@contextmanager
def screen(folder: Path) -> Iterator[str]:
    """An X server of our own that draws into a file; gives its display."""
    told, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "640x480x24", "-fbdir", str(folder), "-noreset"],
        pass_fds=(tells,),
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    try:
        with os.fdopen(told) as lines:
            yield f":{int(lines.readline())}"
    finally:
        server.terminate()
        server.wait(20)


def screenshot(folder: Path) -> Image.Image:
    """Return what the X server shows, from its file in the form of xwd."""
    content = (folder / "Xvfb_screen0").read_bytes()
    head = _XWD_HEADER.unpack_from(content)
    start = head[0] + 12 * head[19]
    return Image.frombuffer("RGB", (head[4], head[5]), content[start:], "raw", "BGRX", head[12], 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no X server")
@pytest.mark.parametrize(
    ("background", "foreground"), [("black", "grey90"), ("white", "black"), ("#fdf6e3", "#657b83")]
)
def test_it_is_read_from_a_terminal_dark_or_light(tmp_path: Path, background: str, foreground: str) -> None:
    need("Xvfb", "xterm")
    assert decoded(picture_of(ADDRESS)), "where it cannot be decoded at all, a terminal tells nothing"
    (tmp_path / "code").write_text("\n".join([*qr_lines(qr_rows(ADDRESS)), ADDRESS, ""]), "utf-8")
    with screen(tmp_path) as display:
        colours = ("-bg", background, "-fg", foreground, "-fa", "DejaVu Sans Mono", "-fs", "9")
        terminal = subprocess.Popen(
            ["xterm", "-u8", *colours, "-geometry", "80x24+0+0", "-e", "cat code; sleep 60"],
            cwd=tmp_path,
            env={**os.environ, "DISPLAY": display},
            stderr=subprocess.DEVNULL,
        )
        try:
            until(lambda: decoded(screenshot(tmp_path)) == [ADDRESS])
        finally:
            if kept := os.environ.get("FELTSENSE_PICTURES"):
                screenshot(tmp_path).save(Path(kept) / f"qr-{background.strip('#')}.png")
            terminal.terminate()
            terminal.wait(20)
