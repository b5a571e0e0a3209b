"""The page as one HTML file: style, script and data inline, and a policy that lets nothing out.

What it looks like and does is in `web/`: one HTML file with places to fill, and the style sheets and scripts, which are
joined in the order of their names, without the lines that are comments. There is no build step and no framework.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from feltsense.units import clock_of_ms

WEB = Path(__file__).with_name("web")

_PLACE = re.compile(r"\{\{(csp|title|style|script|data|noscript)\}\}")
_COMMENT_LINE = re.compile(r"^[ ]*//.*\n", re.MULTILINE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)
"""What runs; a script with a type holds data, and is not meant."""


def phone_page(data: Mapping[str, Any], web: Path = WEB) -> str:
    """Return the page. Same data, same text, always with LF: browsers hash what they run after turning CRLF into it.

    Args:
        data: as `page_data` makes it; with a `home`, the page may send check-ins there, and nowhere else.
        web: the folder with its parts.
    """
    filled = {
        "title": html.escape(data["title"]),
        "style": _CSS_COMMENT.sub("", "".join(_parts(web, ".css"))),
        "script": "(() => {\n" + '"use strict";\n' + _COMMENT_LINE.sub("", "".join(_parts(web, ".js"))) + "})();\n",
        "data": _json({**data, "exercises": [_packed(each) for each in data["exercises"]]}),
        "noscript": "".join(_plain_links(data)),
    }
    page = _PLACE.sub(lambda place: filled.get(place[1], place[0]), _text(web / "index.html"))
    return page.replace("{{csp}}", _policy(page, sends=data["home"] is not None), 1)


def _policy(page: str, *, sends: bool) -> str:
    """Return the Content-Security-Policy of a page: what stands in it may run, and nothing else."""
    hashes = {"style": "", "script": ""}
    for kind, text in _INLINE.findall(page):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        hashes[kind] += f" 'sha256-{digest}'"
    rules = (
        "default-src 'none'",
        f"script-src{hashes['script']}",
        f"style-src{hashes['style']}",
        "media-src 'self' blob: data:",
        "img-src 'self' data: blob:",
        f"connect-src '{'self' if sends else 'none'}'",
        "form-action 'none'",
        "base-uri 'none'",
    )
    return "; ".join(rules)


def _parts(web: Path, suffix: str) -> Iterator[str]:
    for path in sorted(web.glob(f"*{suffix}")):
        yield _text(path).rstrip("\n") + "\n"


def _text(path: Path) -> str:
    return path.read_text("utf-8").replace("\r\n", "\n")


def _packed(exercise: Mapping[str, Any]) -> dict[str, Any]:
    """Return an exercise with the starts of its words in steps of 10 ms, which the page's script makes starts of.

    They are a third of the page else, and nobody sees 5 ms.
    """
    rows = ([*row[:3], _steps(row[3])] for row in exercise["phrases"])
    return {**exercise, "phrases": list(rows)}


def _steps(starts: Sequence[int]) -> list[int]:
    """Return the first of `starts`, in ms, and the distances between them, all in steps of 10 ms."""
    rounded = [(start + 5) // 10 for start in starts]
    return [b - a for a, b in pairwise([0, *rounded])]


def _json(data: Mapping[str, Any]) -> str:
    """Return data as JSON that ends no `<script>`, in as few characters as possible."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _plain_links(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is shown where no script may run: links to what can be heard and read."""
    exercises = data["exercises"]
    if any(each["audio"].startswith("data:") for each in exercises):
        yield "<p>Here no script may run, so this page can play nothing. Open it in a browser.</p>"
        return
    yield "<p>Here no script may run. The audio and its words can still be opened:</p>\n<ul>\n"
    for each in exercises:
        text = f' · <a href="{html.escape(each["text"])}">words</a>' if each["text"] else ""
        name = html.escape(each["title"])
        audio = html.escape(each["audio"])
        yield f'<li><a href="{audio}">{name}</a> ({clock_of_ms(each["length"])}){text}</li>\n'
    yield "</ul>"
