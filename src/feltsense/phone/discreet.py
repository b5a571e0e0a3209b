"""Names that tell nothing: what is written about an exercise calls others by their neutral titles, or by none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from feltsense.render.captions import transcript
from feltsense.script.model import Exercise, FrontMatter
from feltsense.timeline.model import Timeline

_ANOTHER = "another one"
"""What an exercise is called that is not there, as in “something gentler such as another one is a better start”."""


def neutral_names(there: Mapping[str, str], titles: Iterable[str]) -> Mapping[str, str]:
    """Return what each exercise is called, by its true title.

    Args:
        there: neutral titles of those that are in the page, by their true ones.
        titles: the true titles of all that there are.
    """
    return {title: _ANOTHER for title in titles if title} | dict(there)


def without_names(text: str, names: Mapping[str, str]) -> str:
    """Return a sentence about an exercise with the names of `neutral_names` in it."""
    if not names:
        return text
    longest_first = sorted(names, key=len, reverse=True)
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return known.sub(lambda found: names[found[0]], text)


def discreet_front(front: FrontMatter, title: str, names: Mapping[str, str]) -> FrontMatter:
    """Return what a script says about itself, without its name: cautions and the next step stay."""
    cautions = tuple(without_names(each, names) for each in front.cautions)
    return replace(
        front, title=title, summary="", practice="", cautions=cautions, next_step=without_names(front.next_step, names)
    )


def discreet_transcript(exercise: Exercise, timeline: Timeline, title: str, names: Mapping[str, str]) -> str:
    """Return what is heard as text to read, under a neutral `title` and with numbered parts."""
    chapters = (replace(each, title=f"Part {number}") for number, each in enumerate(timeline.chapters, 1))
    front = discreet_front(exercise.front, title, names)
    return transcript(replace(exercise, front=front), replace(timeline, chapters=tuple(chapters)))
