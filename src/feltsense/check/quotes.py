"""Quotations: what others say is no instruction of the script's own, and is not held against it."""

import re

_MOST = 160
"""Characters; longer than this it is the script that stands in quotes."""

_QUOTED = re.compile(
    rf"“[^“”]{{1,{_MOST}}}”|\"[^\"]{{1,{_MOST}}}\"|«[^«»]{{1,{_MOST}}}»"
    rf"|(?<!\w)[‘'](?=\w)[^‘\n]{{1,{_MOST}}}?(?<=[\w.,!?…])[’'](?!\w)"
)
_PLAIN = str.maketrans("’‘", "''")


def plain(paragraph: str) -> str:
    """Return a paragraph's text in lower case, its quotations blanked with ~, and with the same length.

    Where all of it is one quotation, nothing is blanked: it is the script's own voice.
    """
    lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in paragraph).translate(_PLAIN)
    whole = len(paragraph.strip())
    for match in _QUOTED.finditer(paragraph):
        if len(match[0]) < whole:
            blank = re.sub(r"[^\n]", "~", match[0])
            lowered = lowered[: match.start()] + blank + lowered[match.end() :]
    return lowered
