"""Choosing the voice that speaks an exercise: the one that is named, else one of the script's language.

What is named in words, with --voice or in the script, either fits or is an error. What is only a setting gives way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import takewhile
from typing import TYPE_CHECKING

from feltsense.errors import VoiceError
from feltsense.script.options import AS_WRITTEN, VersionOptions, apply_options
from feltsense.script.text import quoted
from feltsense.voice.added.store import HOW_TO_ADD, added_voices, damaged_voices

if TYPE_CHECKING:
    from feltsense.script.model import Exercise, FrontMatter
    from feltsense.voice.added.model import AddedVoice
    from feltsense.voice.added.store import DamagedVoice, MissingVoiceError

BUILT_IN_VOICE = "heart"
"""The built-in voice; it speaks English only."""

_OF_HEART = ("en", "en-us")
"""Tags that are exactly its English."""

SYSTEM_VOICE = "system"
"""The voice that speaks the languages of this machine."""

_BEST_FIRST = ("kokoro", "piper")


def choose_voice(
    named: str | None,
    language: str,
    added: Iterable["AddedVoice"],
    script: str = "this script",
    *,
    is_declared: bool = True,
) -> str:
    """Return the name of the voice that speaks a script.

    Args:
        named: what was asked for in words, else the script's own `voice`; None where nobody named one.
        language: of the script, BCP 47.
        added: the voices that were added.
        script: what it is called.
        is_declared: whether it says its language itself.

    Raises:
        VoiceError: the named voice speaks other languages.
    """
    there = tuple(added)
    if not named:
        return fitting_voices(language, there)[0]
    if not speaks(named, language, there):
        spoken = voice_languages(named, there)
        fitting = _fitting_hint(language, there)
        is_in = f"is in {quoted(language)}" if is_declared else f"names no language, so it is in {quoted(language)}"
        own = "" if is_declared else f"Is it in {_base(spoken[0])}? Write language: {_base(spoken[0])} in it. Else: "
        raise VoiceError(f"The voice {named} speaks {', '.join(spoken)}; {script} {is_in}.", f"{own}{fitting}")
    return named


def check_language(name: str, spoken: Sequence[str], language: str) -> None:
    """Make sure that a voice speaks a language, BCP 47.

    Raises:
        VoiceError: it does not; the hint has those that do.
    """
    if _distance(language, spoken) is None:
        raise VoiceError(
            f"The voice {name} speaks {', '.join(spoken)}, and this is in {quoted(language)}.",
            _fitting_hint(language, added_voices()),
        )


def _fitting_hint(language: str, added: Iterable["AddedVoice"]) -> str:
    return f"These voices fit: {', '.join(fitting_voices(language, added))}. To add another: {HOW_TO_ADD}"


def fitting_voices(language: str, added: Iterable["AddedVoice | DamagedVoice"]) -> tuple[str, ...]:
    """Return the voices that speak a language, best first: that one speaks where nobody names another.

    Of added ones those of exactly that tag come first, then kokoro before piper, then they go by name. `heart` is the
    first for English, unless it is not American and a voice of exactly that tag was added; `system`, which may speak
    any language, is the last of all.
    """
    fitting = [voice for voice in added if _distance(language, voice.languages) is not None]
    names = [voice.full_name for voice in sorted(fitting, key=lambda voice: _rank(voice, language))]
    if _base(language) == "en":
        is_american = _plain(language) in _OF_HEART
        closer = 0 if is_american else sum(_distance(language, voice.languages) == 0 for voice in fitting)
        names.insert(closer, BUILT_IN_VOICE)
    return (*names, SYSTEM_VOICE)


def speaks(name: str, language: str, added: Iterable["AddedVoice"]) -> bool:
    """Tell whether a voice speaks a language; of `system`, and of one that is not known, opening it tells."""
    spoken = voice_languages(name, added)
    return not spoken or _distance(language, spoken) is not None


def voice_languages(name: str, added: Iterable["AddedVoice"]) -> tuple[str, ...]:
    """Return what a voice speaks, as BCP 47, its own language first; nothing where that is not known, or any."""
    if name == BUILT_IN_VOICE:
        return ("en",)
    return next((voice.languages for voice in added if _is_called(voice, name)), ())


def with_voice(
    exercise: "Exercise", options: VersionOptions, added: Sequence["AddedVoice"] | None = None
) -> "Exercise":
    """Return the exercise with `options` applied, and with the voice that speaks it.

    Args:
        exercise: as its script says.
        options: what was asked for in words.
        added: None for those of this machine.

    Raises:
        VoiceError: the voice of the options, or that of the script, speaks other languages.
    """
    there = added_voices() if added is None else added
    front = exercise.front
    named = named_voice(front, options)
    is_declared = "language" in front.given
    chosen = choose_voice(named, front.language, there, quoted(exercise.slug), is_declared=is_declared)
    return apply_options(exercise, replace(options, voice=chosen))


def named_voice(front: "FrontMatter", options: VersionOptions) -> str | None:
    """Return the voice that was named for a script, or in it."""
    own = front.voice if "voice" in front.given or front.voice != BUILT_IN_VOICE else None
    return options.voice or own


def added_speaker(front: "FrontMatter", added: Iterable["AddedVoice"]) -> "AddedVoice | None":
    """Return the added voice that speaks a script as it is written; None where it is another, or none fits."""
    there = tuple(added)
    try:
        name = choose_voice(named_voice(front, AS_WRITTEN), front.language, there)
    except VoiceError:
        return None
    return next((voice for voice in there if _is_called(voice, name)), None)


def reading_voices(
    front: "FrontMatter", wanted: str | None = None, added: Sequence["AddedVoice"] | None = None
) -> tuple[str, ...]:
    """Return the voices to be tried in turn for a script that somebody waits for, until one works.

    Args:
        front: of the script.
        wanted: what is to be tried first; it is left out where it speaks other languages, and so is the script's own.
        added: None for those of this machine.
    """
    there = added_voices() if added is None else added
    fitting = fitting_voices(front.language, there)
    safest = BUILT_IN_VOICE if BUILT_IN_VOICE in fitting else SYSTEM_VOICE
    in_turn = (wanted, named_voice(front, AS_WRITTEN), fitting[0], safest)
    return tuple(dict.fromkeys(name for name in in_turn if name and speaks(name, front.language, there)))


def choice_note(
    front: "FrontMatter",
    options: VersionOptions,
    added: Sequence["AddedVoice"] | None = None,
    damaged: Sequence["DamagedVoice"] | None = None,
) -> str:
    """Return what is told where nobody named a voice: why a damaged one is not taken, that the machine's own reads.

    Args:
        front: of the script.
        options: what was asked for in words.
        added: None for those of this machine.
        damaged: None for those of this machine.
    """
    if named_voice(front, options):
        return ""
    there = added_voices() if added is None else added
    broken = damaged_voices() if damaged is None else damaged
    voice = damaged_choice(front.language, there, broken)
    told = [f"{not_taken(voice)} “{HOW_TO_ADD}” adds it again."] if voice else []
    if fitting_voices(front.language, there)[0] == SYSTEM_VOICE:
        told.append(f"This script is in “{quoted(front.language)}”, so the voice {SYSTEM_VOICE} reads it.")
    return " ".join(told)


def damaged_choice(
    language: str, added: Sequence["AddedVoice"], damaged: Sequence["DamagedVoice"]
) -> "DamagedVoice | None":
    """Return the damaged voice that would speak a language if it were whole, or may be the one for it."""
    chosen = fitting_voices(language, added)[0]
    sooner = set(takewhile(lambda name: name != chosen, fitting_voices(language, (*added, *damaged))))
    unknown = [voice for voice in damaged if not voice.languages and chosen == SYSTEM_VOICE]
    return next((voice for voice in damaged if voice.full_name in sooner or voice in unknown), None)


def not_taken(voice: "DamagedVoice") -> str:
    """Return why a damaged voice does not speak."""
    return f"The voice {voice.full_name} is not taken: {voice.reason}"


def missing_voice(error: "MissingVoiceError", language: str, added: Iterable["AddedVoice"]) -> VoiceError:
    """Return an error about a voice that is not here, with those as its hint that read the script's language instead.

    Args:
        error: tells what it is called.
        language: of the script, BCP 47.
        added: the voices that were added.
    """
    there = tuple(added)
    fitting = fitting_voices(language, there)
    short = {name.partition(":")[2] or name: name for name in (*(voice.full_name for voice in there), *fitting)}
    wanted = error.wanted.partition(":")[2] or error.wanted
    near = [name for name in get_close_matches(wanted.casefold(), short) if short[name] in fitting]
    near += get_close_matches(wanted.casefold(), short, cutoff=0.7)  # one of another language only if it is very like
    meant = short[near[0]] if near else ""
    told = f"Did you mean {meant}?" if meant else f"These voices read {quoted(language)}: {', '.join(fitting)}."
    return VoiceError(error.message, f"{told} To add another: {HOW_TO_ADD}")


def misfit(name: str, language: str, added: Sequence["AddedVoice"] | None = None) -> str:
    """Return why a voice that is only preferred does not read a script, for behind a colon; empty if it may."""
    there = added_voices() if added is None else added
    if speaks(name, language, there):
        return ""
    spoken = ", ".join(voice_languages(name, there))
    return f"{name} speaks {spoken}, and this is in {quoted(language)}."


def _is_called(voice: "AddedVoice", name: str) -> bool:
    return name == voice.full_name or name.startswith(f"{voice.full_name}:")


def _rank(voice: "AddedVoice | DamagedVoice", language: str) -> tuple[int, int, str]:
    engines = _BEST_FIRST.index(voice.engine) if voice.engine in _BEST_FIRST else len(_BEST_FIRST)
    return _distance(language, voice.languages) or 0, engines, voice.full_name


def _distance(language: str, spoken: Iterable[str]) -> int | None:
    """Return 0 where exactly that tag is spoken, 1 where only the same language is; None for another."""
    tags = {_plain(tag) for tag in spoken}
    if _plain(language) in tags:
        return 0
    return 1 if _base(language) in {_base(tag) for tag in tags} else None


def _base(tag: str) -> str:
    return _plain(tag).split("-")[0]


def _plain(tag: str) -> str:
    return tag.strip().replace("_", "-").lower()
