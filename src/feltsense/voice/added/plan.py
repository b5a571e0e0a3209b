"""Which voices given files make: models are paired with their vectors or configs, by name and by where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from feltsense.errors import VoiceError
from feltsense.voice.added.given import GivenFile, came_with, files_at
from feltsense.voice.added.hibari_files import hibari_voice
from feltsense.voice.added.kokoro_names import language_by_name
from feltsense.voice.added.kokoro_parts import joined_parts
from feltsense.voice.added.recognise import FileKind, Recognised, recognise
from feltsense.voice.added.record import composed, is_voice_name
from feltsense.voice.piper.config import piper_config

_PIPER_NAME = re.compile(r"(?P<code>[a-z]{2,3}_[A-Z]{2})-(?P<name>.+)-(?P<quality>x_low|low|medium|high)")
_LICENCE = re.compile(r"^[\s*#-]*licen[cs]e\W+(\S.{0,78})", re.IGNORECASE | re.MULTILINE)
_NOT_TOLD = "not told"
_APACHE = "Apache-2.0"
_WHAT_FITS = "Piper voices can be added, and voices of Kokoro that begin with a, b, e, f, i or p."
_COPY = re.compile(r" ?\(\d+\)$")
"""What browsers put behind the name of a file that is there already."""

_MOST_CARD = 64 << 10


@dataclass(frozen=True, slots=True)
class VoicePlan:
    """A voice as it is going to be added."""

    engine: str
    names: tuple[str, ...]
    """What it may be called, the shortest first: the next is taken where one is another voice's."""
    languages: tuple[str, ...]
    """BCP 47; empty where its files do not tell."""
    files: dict[str, GivenFile]
    """Role → file. Of Kokoro the model is missing where one that was added before serves."""
    licence: str
    texts: tuple[GivenFile, ...]
    """Model cards and licences that came with it."""
    speakers: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The file that it came from, as people read it."""
        file = self.files["style" if self.engine == "kokoro" else "model"]
        return f"{file.origin.name}: {file.name}" if file.inside else file.name


@dataclass(frozen=True, slots=True)
class PlannedVoices:
    """What given files make."""

    voices: tuple[VoicePlan, ...]
    passed_over: tuple[str, ...]
    """In sentences, which voices of a file of many are not added, and why."""


def plan_voices(paths: Iterable[Path]) -> PlannedVoices:
    """Return the voices that are in `paths`, which may be files, folders and archives.

    Raises:
        VoiceError: something of it is no voice, damaged, a pickle, or lacks its other half.
    """
    found = [told for path in paths for file in _with_its_half(path) if (told := recognise(file))]
    kinds = {kind: _unlike([told.file for told in found if told.kind is kind]) for kind in FileKind}
    if parts := kinds[FileKind.KOKORO_PART]:
        kinds[FileKind.KOKORO_MODEL].append(joined_parts(parts))
    texts = kinds[FileKind.TEXT]
    configs = [told for told in found if told.kind is FileKind.PIPER_CONFIG]
    kokoro, passed_over = _kokoro(kinds[FileKind.KOKORO_MODEL], kinds[FileKind.KOKORO_STYLE], texts)
    models = [told for told in found if told.kind is FileKind.PIPER_MODEL]
    voices = (*kokoro, *_piper(models, configs, texts), *map(_heart, kinds[FileKind.HEART_MODEL]))
    if not voices:
        raise VoiceError(" ".join(passed_over) or "There is no voice in these files.", _WHAT_FITS)
    return PlannedVoices(voices, tuple(passed_over))


def _with_its_half(path: Path) -> list[GivenFile]:
    """Return the files at `path`, and what stands beside a file of Piper's under the same name."""
    files = files_at(path)
    half = path.with_name(path.name.removesuffix(".json") if path.name.endswith(".onnx.json") else f"{path.name}.json")
    if path.name.endswith((".onnx", ".onnx.json")) and half.is_file():
        files += files_at(half)
    card = path.with_name("MODEL_CARD")
    if path.name.endswith(".onnx") and card.is_file() and card.stat().st_size:
        files += files_at(card)
    return files


def _unlike(files: Sequence[GivenFile]) -> list[GivenFile]:
    """Return each file once, however often it was named."""
    return list({(file.place, file.name, file.origin): file for file in files}.values())


def _kokoro(
    models: Sequence[GivenFile], styles: Sequence[GivenFile], texts: Sequence[GivenFile]
) -> tuple[list[VoicePlan], list[str]]:
    if len(models) > 1:
        raise VoiceError(f"There are several models of Kokoro: {_named(models)}.", "Give one of them.")
    if models and not styles:
        raise VoiceError(
            f"{models[0].shown} is Kokoro's model, and no voice of it was given.",
            "Give voice vectors as well, ff_siwis.bin or an .npz of many for instance.",
        )
    plans: list[VoicePlan] = []
    refused: dict[str, list[str]] = {}
    for style in styles:
        name = _clean_name(style.stem)
        language, unreadable = language_by_name(name)
        if unreadable:
            refused.setdefault(unreadable, []).append(name)
            continue
        files = {"style": style} | ({"model": models[0]} if models else {})
        beside = tuple(text for text in _texts_of((*models, style), texts) if _speaks_of(text, style, "kokoro"))
        plans.append(VoicePlan("kokoro", (name,), (language,) if language else (), files, _APACHE, beside))
    return plans, [_refusal(language, names) for language, names in refused.items()]


def _refusal(language: str, names: Sequence[str]) -> str:
    speak = "speaks" if len(names) == 1 else "speak"
    return f"{', '.join(names)} {speak} {language}, which feltsense cannot turn into Kokoro's phonemes yet."


def _piper(models: Iterable[Recognised], configs: Iterable[Recognised], texts: Sequence[GivenFile]) -> list[VoicePlan]:
    by_stem = {told.file.stem: told for told in configs}
    found: dict[str, Recognised] = {}
    for told in models:
        first = found.setdefault(told.file.stem, told)
        if (first.file.origin, first.file.place) != (told.file.origin, told.file.place):
            raise VoiceError(f"There are several models called {told.file.stem}.", "Add them one after the other.")
    for stem in by_stem.keys() - found.keys():
        other = f" {_named([told.file for told in found.values()])} is another voice's." if found else ""
        raise VoiceError(
            f"The model of {by_stem[stem].file.shown} is missing.{other}", f"Give {stem}.onnx too, of the same voice."
        )
    for stem in found.keys() - by_stem.keys():
        raise VoiceError(
            f"The config of {found[stem].file.shown} is missing, or is none of Piper's.",
            f"Give the right {stem}.onnx.json; it stands beside the model where that is from.",
        )
    return [_piper_voice(told, by_stem[stem], texts) for stem, told in found.items()]


def _piper_voice(model: Recognised, config: Recognised, texts: Sequence[GivenFile]) -> VoicePlan:
    told = piper_config(config.config, config.file.name)
    if ("sid" in model.inputs) != (told.speakers is not None):
        raise VoiceError(
            f"{model.file.name} and {config.file.name} belong to different voices: one has several speakers, one not.",
            "Download both again, from the same place.",
        )
    stem = _clean_name(model.file.stem)
    named = _PIPER_NAME.fullmatch(stem)
    names = (named["name"], f"{named['name']}-{named['quality']}", stem) if named else (stem,)
    beside = tuple(text for text in _texts_of((model.file,), texts) if _speaks_of(text, model.file, names[0]))
    return VoicePlan(
        "piper",
        names,
        (told.language,),
        {"model": model.file, "config": config.file},
        _licence(beside),
        beside,
        tuple(told.speakers or ()),
    )


def _heart(model: GivenFile) -> VoicePlan:
    found = hibari_voice(model)
    return VoicePlan("heart", (found.name,), (found.language,), {"model": model}, _APACHE, ())


def _texts_of(files: Sequence[GivenFile], texts: Iterable[GivenFile]) -> tuple[GivenFile, ...]:
    """Return the cards and licences that came with files."""
    return tuple(text for text in texts if any(came_with(text, file) for file in files))


def _speaks_of(text: GivenFile, file: GivenFile, name: str) -> bool:
    """Tell whether a text that stands beside a file is about it; what was given in one with it is."""
    return (
        file.inside
        or text.archive is not None
        or name.casefold() in text.read(_MOST_CARD).decode("utf-8", "replace").casefold()
    )


def _licence(texts: Iterable[GivenFile]) -> str:
    for text in texts:
        if found := _LICENCE.search(text.read(_MOST_CARD).decode("utf-8", "replace")):
            return f"{found[1].strip()} (its data, says its model card)"
    return _NOT_TOLD


def _clean_name(stem: str) -> str:
    """Return the name of a file without what a voice's name cannot hold."""
    return re.sub(r"[^\w.-]+|\.\.+", "-", composed(_COPY.sub("", stem))).strip("-._")[:64].rstrip("-._") or "voice"


def valid_name(name: str) -> str:
    """Return a name that a voice can have.

    Raises:
        VoiceError: it is none.
    """
    if not is_voice_name(composed(name)):
        raise VoiceError(f"“{name}” is no name for a voice.", "Use letters, digits, - and _: --name my-voice.")
    return composed(name)


def _named(files: Iterable[GivenFile]) -> str:
    return ", ".join(file.shown for file in files)
