"""What a save has changed in what is spoken."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from feltsense.script.model import Exercise, Phrase, Section
from feltsense.timeline.utterances import utterance

MOST = 3
"""Phrases that are heard after one save: a changed pace changes all of them."""


def changed(before: Exercise, after: Exercise) -> tuple[Phrase, ...]:
    """Return the phrases of `after` that sound otherwise than those of `before`, in any of its lengths.

    At most `MOST` of them, the first.
    """
    said = list(phrases(after))
    asked = [utterance(after.front, phrase.text) for phrase in said]
    same_voice = after.front.voice == before.front.voice
    known = [utterance(before.front, phrase.text) for phrase in phrases(before)] if same_voice else []
    matcher = SequenceMatcher(a=known, b=asked, autojunk=False)
    new = [
        said[place] for kind, _, _, low, high in matcher.get_opcodes() if kind != "equal" for place in range(low, high)
    ]
    return tuple(new[:MOST])


def alone(exercise: Exercise, said: Sequence[Phrase]) -> Exercise:
    """Return an exercise that holds only `said`, in the voice and pace of `exercise`."""
    front = replace(exercise.front, minutes=(), soundscape=None)
    section = Section("Changed", tuple(said), said[0].span)
    return replace(exercise, front=front, sections=(section,))


def phrases(exercise: Exercise) -> Iterator[Phrase]:
    """Yield every phrase of an exercise, those of all its lengths."""
    return (node for node in exercise.walk() if isinstance(node, Phrase))
