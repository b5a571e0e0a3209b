"""The library as a page: each exercise with its lengths and tier, when it may help, and where its idea is from.

`python bench/catalogue.py > docs/exercises.md`; a test holds the page against the scripts.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from feltsense.library.languages import ENGLISH, language_name, language_of
from feltsense.library.search import Need
from feltsense.script.model import Exercise
from feltsense.script.parser import parse

EXERCISES = Path(__file__).parents[1] / "exercises"

PATHWAYS = {
    "somatic": "The body",
    "self-compassion": "Self-compassion",
    "authentic-self": "The authentic self",
    "vulnerability": "Vulnerability",
    "community": "Community",
    "nature": "Nature",
    "stories": "The stories behind loneliness",
    "therapy": "Therapy",
}
"""Headings, in the order of the page."""

_SOURCE = re.compile("^(?:After|A partir de|Nach) ")
"""How exercises tell where their idea is from; the column's head says it."""

HEAD = """# The exercises

{count} guided practices along the seven pathways out of loneliness, and through the body; {others} of them, at the end,
in Spanish and German. All were written for this project. What is named under “after” is where an idea comes from; the
words are our own.

**Tier** 1 stays present and outward, 2 looks inward from firm ground, 3 can stir something up: try a tier 1 first.
**Minutes** are the lengths on offer, met to the second; `--minutes` asks for one. None of this is a treatment.

The pathways and roots that some name are those of the guide that this project began with, “From Isolation to
Connection: A Therapist's Guide to Overcoming Loneliness”. Its roots: 1 early experiences, 2 the pressures of society,
3 a suppressed self, 4 protective walls. Its pathways: 1 the authentic self, 2 vulnerability, 3 community, 4 nature,
5 self-compassion, 6 the stories behind loneliness, 7 therapy.

This page is made from the scripts: `python bench/catalogue.py > docs/exercises.md`.
"""


def catalogue(exercises: Sequence[Exercise]) -> str:
    """Return the page in Markdown."""
    others = [exercise for exercise in exercises if _language(exercise) != ENGLISH]
    return HEAD.format(count=len(exercises), others=len(others)) + "".join(_chapters(exercises))


def _chapters(exercises: Sequence[Exercise]) -> Iterator[str]:
    for pathway, heading in PATHWAYS.items():
        yield _table(
            heading, [each for each in exercises if (_language(each), each.front.pathway) == (ENGLISH, pathway)]
        )
    for language in sorted({_language(exercise) for exercise in exercises} - {ENGLISH}, key=language_name):
        yield _table(f"In {language_name(language)}", [each for each in exercises if _language(each) == language])


def _language(exercise: Exercise) -> str:
    return language_of(exercise.front.language)


def _table(heading: str, exercises: Sequence[Exercise]) -> str:
    head = "| exercise | minutes | tier | when | after |\n| --- | --- | --- | --- | --- |\n"
    return f"\n## {heading}\n\n{head}" + "".join(map(_row, exercises))


def _row(exercise: Exercise) -> str:
    front = exercise.front
    minutes = ", ".join(f"{length:g}" for length in front.minutes)
    when = ", ".join(f"“{Need(tag).words}”" for tag in front.tags if tag in set(Need))
    after = _SOURCE.sub("", front.credits).replace("|", "/")
    name = f"**{front.title}** `{exercise.slug}`<br>{front.summary}"
    return f"| {name} | {minutes} | {front.tier} | {when} | {after} |\n"


def main() -> None:
    paths = sorted(EXERCISES.glob("*.md"))
    print(catalogue([parse(path.read_bytes(), path.stem).exercise for path in paths]), end="")


if __name__ == "__main__":
    main()
