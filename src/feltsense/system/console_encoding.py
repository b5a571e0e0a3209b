"""The encoding of bytes read from a console.

Python itself reads a Windows console as UTF-16. `os.read` on the same descriptor gives bytes in the console's input
code page instead, such as 850 in western Europe.
"""

import codecs
import ctypes
import os
import sys

_UTF_8_PAGE = 65001


def decode_console(data: bytes, descriptor: int) -> str:
    """Return what `os.read(descriptor, …)` gave as text. A byte that cannot be decoded becomes U+FFFD."""
    return data.decode(console_encoding(descriptor), errors="replace")


def console_encoding(descriptor: int) -> str:
    """Return the encoding of the bytes that `os.read` gives: the code page of a Windows console, else UTF-8."""
    page = _input_code_page() if os.isatty(descriptor) else None
    if page is None or page == _UTF_8_PAGE:
        return "utf-8"
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:  # Python knows nearly all pages; for the rest, plain letters are right in UTF-8
        return "utf-8"


def _input_code_page() -> int | None:
    """Return the number of the console's input code page; None where consoles have none, or it is not known."""
    if sys.platform != "win32":
        return None
    page: int = ctypes.windll.kernel32.GetConsoleCP()
    return page or None
