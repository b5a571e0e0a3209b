"""What is asked for beyond a script: another length, voice or background."""

from dataclasses import dataclass, replace

from feltsense.script.model import Exercise, Node, Repeat, SoundscapeCue, Version

OFF = "off"
"""The soundscape to wish for when none is wanted."""


@dataclass(frozen=True, slots=True)
class VersionOptions:
    """What is asked for beyond the script; None leaves it as the script says."""

    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    """A name, a file beside the script, or `OFF`."""


AS_WRITTEN = VersionOptions()
"""Nothing is asked for."""


def wished(exercise: Exercise, wishes: VersionOptions) -> Exercise:
    """Return the exercise with the voice and soundscape that are wished for instead of its own."""
    front = exercise.front
    voice = wishes.voice or front.voice
    if not wishes.voice and "voice" not in front.given and not front.language.lower().startswith("en"):
        voice = "system"  # our own voice speaks English only
    voiced = replace(exercise, front=replace(front, voice=voice))
    return voiced if wishes.soundscape is None else _with_soundscape(voiced, wishes.soundscape)


def _with_soundscape(exercise: Exercise, wished_for: str) -> Exercise:
    """Return the exercise with one soundscape instead of all its own; where the script turns its own off, it is off."""
    name = None if wished_for.lower() == OFF else wished_for
    front = replace(exercise.front, soundscape=name, soundscape_line=0)
    sections = tuple(replace(section, body=_changed(section.body, name)) for section in exercise.sections)
    return replace(exercise, front=front, sections=sections)


def _changed(body: tuple[Node, ...], name: str | None) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for node in body:
        match node:
            case SoundscapeCue():
                nodes.append(replace(node, name=name if node.name else None))
            case Repeat() | Version():
                nodes.append(replace(node, body=_changed(node.body, name)))
            case _:
                nodes.append(node)
    return tuple(nodes)
