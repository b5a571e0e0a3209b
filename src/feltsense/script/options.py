"""Options of one version beyond its script: another length, voice or background."""

from dataclasses import dataclass, replace

from feltsense.script.model import Exercise, Node, Repeat, SoundscapeCue, Version

OFF = "off"
"""The soundscape option for none at all."""


@dataclass(frozen=True, slots=True)
class VersionOptions:
    """Overrides of what the script says; None leaves it as it is."""

    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    """A name, a file beside the script, or `OFF`."""


AS_WRITTEN = VersionOptions()
"""No overrides."""


def apply_options(exercise: Exercise, options: VersionOptions) -> Exercise:
    """Return the exercise with the voice and soundscape of `options` instead of its own.

    Which voice speaks where none is named depends on those that there are: see `voice/choosing.py`.
    """
    front = exercise.front
    voiced = replace(exercise, front=replace(front, voice=options.voice or front.voice))
    return voiced if options.soundscape is None else _with_soundscape(voiced, options.soundscape)


def _with_soundscape(exercise: Exercise, soundscape: str) -> Exercise:
    """Return the exercise with one soundscape instead of all its own; where the script turns its own off, it is off."""
    name = None if soundscape.lower() == OFF else soundscape
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
