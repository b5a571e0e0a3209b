"""The front matter of an imported script: its own as far as it is ours, or a first one to be filled in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.importing.document import HeadMatter
from feltsense.script.fields import PATHWAYS, PRACTICES
from feltsense.script.frontmatter import MOST_BYTES, front_matter
from feltsense.script.language_tags import tag_of_language
from feltsense.script.source import source_of

_TRIES = 60
_DEFAULT_LANGUAGES = ("en", "en-us")
_INTRODUCTION = (
    "# Take the # away and fill in what an exercise needs to be found in a library; feltsense check says what fits."
)
_TO_FILL_IN = {
    "summary": "one sentence on what it is",
    "practice": f"one of {', '.join(PRACTICES)}",
    "pathway": f"one of {', '.join(PATHWAYS)}",
    "tier": "1 for present and outward, 2 for inner but resourced, 3 for evocative",
    "minutes": "[5, 10]",
}


@dataclass(frozen=True, slots=True)
class WishedMinutes:
    """How long the whole should last by its own words, as far as its script can."""

    minutes: tuple[float, ...] = ()
    """To be written as `minutes`; empty where none can be met."""
    why_not: str = ""
    """Why what the document says is not set, on one line."""


NO_WISH = WishedMinutes()


def head_lines(head: HeadMatter, title: str, wished: WishedMinutes) -> dict[str, str]:
    """Return the front matter's lines by their keys, for what a document says about itself."""
    given = {
        "title": title,
        "summary": head.summary,
        "author": head.author,
        "minutes": wished.minutes[0] if len(wished.minutes) == 1 else list(wished.minutes),
        "tags": list(head.tags),
        "credits": "; ".join(head.credits),
        "cautions": list(head.cautions),
    }
    lines = {key: f"{key}: {_yaml(value)}" for key, value in given.items() if value}
    return lines | ({"": f"# {wished.why_not}"} if wished.why_not else {})


def new_front_matter(lines: dict[str, str]) -> str:
    """Return front matter of `lines` by their keys, and the rest as comments to be filled in."""
    to_fill_in = [f"#{key}: {what}" for key, what in _TO_FILL_IN.items() if key not in lines]
    return _fenced([*lines.values(), *([_INTRODUCTION, *to_fill_in] if to_fill_in else [])])


def keep_front_matter(given: str, wanted: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the front matter `given` (without fences), and the lines in it that are not valid in ours.

    Those stay in it as comments. Of the lines `wanted`, by their keys, it gets those that it has not.
    """
    lines = given.split("\n")
    strange: list[str] = []
    for _ in range(_TRIES):
        front, found, _ = front_matter(source_of(_fenced(lines)))
        if not found:
            missing = [line for key, line in wanted.items() if key not in front.given]
            return _fenced([*missing, *lines]), tuple(strange)
        place = found[0].span.line - 2
        whole = found[0].code in ("S011", "S012") or not 0 <= place < len(lines) or lines[place].startswith("#")
        for number in range(len(lines)) if whole else (place,):
            if lines[number].strip() and not lines[number].startswith("#"):
                strange.append(lines[number].strip())
                lines[number] = f"# {lines[number]}"
    return new_front_matter(wanted), tuple(given.split("\n"))


def with_speech(front: str, language: str, say: Sequence[tuple[str, str]]) -> str:
    """Return the front matter `front`, fences included, with what a document says of how it is spoken.

    What is given there already stays as it is.

    Args:
        front: front matter of ours.
        language: BCP 47, as the document has it; empty where nothing is known.
        say: words, each with how it is said.
    """
    given, tag = front_matter(source_of(front))[0].given, tag_of_language(language)
    lines: list[str] = []
    if tag and "language" not in given and tag.lower() not in _DEFAULT_LANGUAGES:
        lines.append(f"language: {json.dumps(tag)}")
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
    return bool(given_language(given))


def given_language(given: str) -> str:
    """Return the language (BCP 47) that the front matter `given` (without fences) says; empty when it says none."""
    front = front_matter(source_of(_fenced(given.split("\n"))))[0] if given else None
    return front.language if front and "language" in front.given else ""


def front_matter_title(given: str) -> str:
    """Return the title that the front matter `given` (without fences) gives; empty when it gives none."""
    return front_matter(source_of(_fenced(given.split("\n"))))[0].title if given else ""


def fits_front_matter(given: str) -> bool:
    """Tell whether it is short enough to be kept, comments included."""
    return len(given.encode()) < MOST_BYTES // 2


def _yaml(value: object) -> str:
    """Return a value on one line, as JSON, which YAML reads."""
    return f"{value:g}" if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def _fenced(lines: list[str]) -> str:
    return "\n".join(["---", *lines, "---"])
