"""The front matter of an imported script: its own as far as it is ours, or a first one to be filled in."""

import json
import re
from collections.abc import Sequence

from feltsense.script.fields import PATHWAYS, PRACTICES
from feltsense.script.frontmatter import MOST_BYTES, front_matter
from feltsense.script.source import source_of

_TRIES = 60
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_DEFAULT_LANGUAGES = ("en", "en-us")
_TO_FILL_IN = f"""\
# Take the # away and fill in what an exercise needs to be found in a library; feltsense check says what fits.
# summary: one sentence on what it is
# practice: one of {", ".join(PRACTICES)}
# pathway: one of {", ".join(PATHWAYS)}
# tier: 1 for present and outward, 2 for inner but resourced, 3 for evocative
# minutes: [5, 10]"""


def new_front_matter(title: str) -> str:
    """Return front matter with a title, and the rest as comments to be filled in."""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n{_TO_FILL_IN}\n---"


def keep_front_matter(given: str, title: str) -> tuple[str, tuple[str, ...]]:
    """Return the front matter `given` (without fences), and the lines in it that are not valid in ours.

    Those stay in it as comments. `title` is put in where it has none.
    """
    lines = given.split("\n")
    strange: list[str] = []
    for _ in range(_TRIES):
        front, found, _ = front_matter(source_of(_fenced(lines)))
        if not found:
            if "title" not in front.given:
                lines.insert(0, f"title: {json.dumps(title, ensure_ascii=False)}")
            return _fenced(lines), tuple(strange)
        place = found[0].span.line - 2
        whole = found[0].code in ("S011", "S012") or not 0 <= place < len(lines) or lines[place].startswith("#")
        for number in range(len(lines)) if whole else (place,):
            if lines[number].strip() and not lines[number].startswith("#"):
                strange.append(lines[number].strip())
                lines[number] = f"# {lines[number]}"
    return new_front_matter(title), tuple(given.split("\n"))


def with_speech(front: str, language: str, say: Sequence[tuple[str, str]]) -> str:
    """Return the front matter `front`, fences included, with what a document says of how it is spoken.

    What is given there already stays as it is.

    Args:
        front: front matter of ours.
        language: BCP 47; empty where nothing is known.
        say: words, each with how it is said.
    """
    given = front_matter(source_of(front))[0].given
    lines: list[str] = []
    if _LANGUAGE.fullmatch(language) and "language" not in given and language.lower() not in _DEFAULT_LANGUAGES:
        lines.append(f"language: {json.dumps(language)}")
    if say and "say" not in given:
        lines.append("say:")
        lines += [
            f"  {json.dumps(word, ensure_ascii=False)}: {json.dumps(said, ensure_ascii=False)}" for word, said in say
        ]
    fence, _, rest = front.partition("\n")
    first, _, below = rest.partition("\n")
    return "\n".join([fence, first, *lines, below]) if lines else front


def gives_language(given: str) -> bool:
    """Tell whether the front matter `given` (without fences) says which language the script is in."""
    return bool(given) and "language" in front_matter(source_of(_fenced(given.split("\n"))))[0].given


def front_matter_title(given: str) -> str:
    """Return the title that the front matter `given` (without fences) gives; empty when it gives none."""
    return front_matter(source_of(_fenced(given.split("\n"))))[0].title if given else ""


def fits_front_matter(given: str) -> bool:
    """Tell whether it is short enough to be kept, comments included."""
    return len(given.encode()) < MOST_BYTES // 2


def _fenced(lines: list[str]) -> str:
    return "\n".join(["---", *lines, "---"])
