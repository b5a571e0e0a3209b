"""Options of one version beyond its script: another length, voice or background."""

from dataclasses import dataclass, replace

from feltsense.script.model import Exercise, Node, Repeat, SoundscapeCue, Version
from feltsense.script.text import quoted

OFF = "off"
"""The soundscape option for none at all."""


@dataclass(frozen=True, slots=True)
class VersionOptions:
    """Overrides of what the script says; None leaves it as it is."""

    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    """A name, a file beside the script, or `OFF`."""


SYSTEM_VOICE = "system"
"""The voice that speaks the languages of this machine."""

AS_WRITTEN = VersionOptions()
"""No overrides."""


def apply_options(exercise: Exercise, options: VersionOptions) -> Exercise:
    """Return the exercise with the voice and soundscape of `options` instead of its own."""
    front = exercise.front
    voice = SYSTEM_VOICE if _speaks_another_language(exercise, options) else options.voice or front.voice
    voiced = replace(exercise, front=replace(front, voice=voice))
    return voiced if options.soundscape is None else _with_soundscape(voiced, options.soundscape)


def voice_note(exercise: Exercise, options: VersionOptions) -> str:
    """Return a sentence about a voice that the script's language chose; empty where it chose none."""
    if not _speaks_another_language(exercise, options):
        return ""
    language = quoted(exercise.front.language)
    return f"This script is in “{language}”, so the voice {SYSTEM_VOICE} reads it."


def _speaks_another_language(exercise: Exercise, options: VersionOptions) -> bool:
    """Tell whether nobody chose a voice and our own, which speaks English only, cannot read it."""
    front = exercise.front
    return not options.voice and "voice" not in front.given and not front.language.lower().startswith("en")


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
