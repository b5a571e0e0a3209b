"""Quotations: what others say is no instruction of the script's own, and is not held against it."""

import re

_MOST = 160
"""Characters; longer than this it is the script that stands in quotes."""

_QUOTED = re.compile(
    rf"“[^“”]{{1,{_MOST}}}”|\"[^\"]{{1,{_MOST}}}\"|«[^«»]{{1,{_MOST}}}»"
    rf"|(?<!\w)[‘'](?=\w)[^‘\n]{{1,{_MOST}}}?(?<=[\w.,!?…])[’'](?!\w)"
)
_SIGN = re.compile(r"[^\n]")
_PLAIN = str.maketrans("’‘", "''")


def plain(paragraph: str) -> str:
    """Return a paragraph's text in lower case, its quotations blanked with ~, and with the same length.

    Where all of it is one quotation, nothing is blanked: it is the script's own voice.
    """
    whole = len(paragraph.strip())
    spoken = _QUOTED.sub(lambda match: _SIGN.sub("~", match[0]) if len(match[0]) < whole else match[0], paragraph)
    lowered = spoken.lower()
    if len(lowered) != len(spoken):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in spoken)
    return lowered.translate(_PLAIN)
