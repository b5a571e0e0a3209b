"""A script to begin with, for every practice: whole, sound, and with comments that teach the format on the way."""

import json
from pathlib import Path

from feltsense.script.fields import PRACTICES

_FOLDER = Path(__file__).parent / "script_templates"
_TITLE_LINE = "title: TITLE\n"


def skeleton(practice: str, title: str) -> str:
    """Return a script for `practice` (one of `PRACTICES`) that is called `title`."""
    assert practice in PRACTICES  # noqa: S101 - a template for each is in the package
    text = (_FOLDER / f"{practice}.md").read_text("utf-8")
    return text.replace(_TITLE_LINE, f"title: {json.dumps(title, ensure_ascii=False)}\n", 1)
