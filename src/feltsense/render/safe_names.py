"""File names that every system keeps: FAT32 and exFAT sticks, Windows, Android's storage, and the usual file systems.

Only for names that we make. A name that somebody asks for is theirs, and stays.
"""

import re
import unicodedata

MOST_BYTES = 110
"""Of a name in UTF-8; it is never more units in UTF-16. Some file systems hold 143 bytes, and endings need room too."""

_LEFT_OUT = str.maketrans(dict.fromkeys("<>?*") | {"/": "-", "\\": "-", "|": "-", ":": "-", '"': "'"})
"""What FAT, Windows and Android refuse."""

_JOINERS = "\u200c\u200d"
"""They hold signs of some scripts apart, and others and emoji together; they are the only invisible ones to stay."""

_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
"""Devices of Windows, whatever ending follows."""


def safe_name(name: str, fallback: str = "track", ending: str = "") -> str:
    """Return a name for a file, without its ending, that can be written everywhere and copied anywhere.

    It is one line in NFC, never empty, of at most `MOST_BYTES` bytes. It neither begins nor ends with a dot or a blank,
    is no device of Windows, and has no sign that is refused somewhere. A safe name is returned as it is. Different
    names can become the same; who writes several sees to that.

    Args:
        name: any text.
        fallback: a safe name, for where nothing is left.
        ending: safe text that always stays whole behind it, such as the length that tells two versions apart.
    """
    shown = "".join(char for char in " ".join(f"{name}{ending}".split()).translate(_LEFT_OUT) if _is_shown(char))
    whole = _trimmed(unicodedata.normalize("NFC", shown)) or fallback
    if _RESERVED.fullmatch(whole):
        whole = f"_{whole}"
    if len(whole.encode()) <= MOST_BYTES:
        return whole
    return _trimmed(whole.encode()[: MOST_BYTES - len(ending.encode())].decode(errors="ignore")) + ending


def _is_shown(char: str) -> bool:
    """Tell whether a sign is more than a control, a mark of direction, half a sign, or one that nobody defined."""
    return char in _JOINERS or not unicodedata.category(char).startswith("C")


def _trimmed(text: str) -> str:
    """Return `text` without dots and blanks around it, single blanks in it, and no joiner that joins nothing."""
    return " ".join(text.split()).strip(f". {_JOINERS}")
