"""The files of one render: the audio, and the captions, lyrics, transcript and timeline that stand beside it."""

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from feltsense.render.cache import RenderCache
from feltsense.render.captions import lrc_lyrics, vtt_captions
from feltsense.render.id3 import id3_tag
from feltsense.render.metadata import TrackMetadata
from feltsense.render.mp3 import write_mp3
from feltsense.render.ownership import TIMELINE, file_hash, files_beside, other_audio
from feltsense.render.staging import explained
from feltsense.render.targets import Destination, Format, names_of, occupied
from feltsense.render.wav import write_wav
from feltsense.timeline.document import timeline_document
from feltsense.timeline.model import Timeline

if TYPE_CHECKING:
    from feltsense.mix.port import PcmSource

_TEXTS = (".vtt", ".lrc", ".txt")
"""Endings of what stands beside the audio, but for the timeline, which is the record of all of them."""

_NO_LYRICS = "No lyrics file (.lrc) stands beside it: many readers lose times over 99:59. The captions (.vtt) have all."


@dataclass(frozen=True, slots=True)
class Content:
    """What the files hold."""

    timeline: Timeline
    sound: "PcmSource"
    facts: TrackMetadata
    transcript: str


@dataclass(frozen=True, slots=True)
class AudioNames:
    """What an audio file was to be called, and what it will be, since others are left alone; both with the ending."""

    wanted: str
    audio: str


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """Where the files are once they are in place, the audio first, and what is to be told of their names."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def chosen_names(
    target: Path, destination: Destination, discreet: Callable[[], Iterable[str]] | None, *, exact: bool
) -> AudioNames:
    """Return the names of an audio file.

    Args:
        target: as it was asked for.
        destination: its folder, and what must stay in it.
        discreet: names to choose from instead of the asked one and those that follow it.
        exact: whether the asked name is taken in any case.
    """
    if exact:
        return AudioNames(target.name, target.name)
    stems = discreet or partial(names_of, target.stem)
    wanted, stem = next(iter(stems())), destination.audio_stem(stems(), target.suffix)
    return AudioNames(f"{wanted}{target.suffix}", f"{stem}{target.suffix}")


def expect_free(path: Path, destination: Destination, content: Path | None = None) -> None:
    """See that an audio file may be written.

    Args:
        path: in the destination.
        destination: the folder, and what must stay in it.
        content: what is to be written. A file that is the same already is fine.

    Raises:
        RenderError: there is another file, which is not ours.
    """
    if destination.may_write(path, path.stem):
        return
    if content is None or not path.is_file() or file_hash(path) != file_hash(content):
        raise occupied(path)


def expect_writable(target: Path, form: Format, destination: Destination, *, exact: bool) -> None:
    """See to what can be seen before anything is spoken.

    Raises:
        RenderError: ffmpeg is needed and not here, or the asked file is not ours.
    """
    if form.needs_ffmpeg:
        from feltsense.render.other_formats import need_ffmpeg  # noqa: PLC0415 - rarely needed

        need_ffmpeg(form.value)
    if exact:
        with explained(target):
            expect_free(target, destination)


@dataclass(frozen=True, slots=True)
class OutputWriter:
    """Writes into the folder `desk` what will be in `destination`."""

    desk: Path
    destination: Destination
    cache: RenderCache | None = None
    """Of encoded sound."""

    def write(
        self, content: Content, form: Format, names: AudioNames, progress: Callable[[int, int], None]
    ) -> WrittenFiles:
        """Write all files of a render.

        Raises:
            FeltsenseError: the sound cannot be made or encoded, or there is another file of that name by now.
        """
        audio = self.desk / names.audio
        self._write_audio(content, audio, form, lambda done: progress(done, content.sound.length))
        beside = self._write_sidecars(audio, content)
        expect_free(self.destination.folder / audio.name, self.destination, audio)
        self._remove_outdated(audio.stem, beside.values())
        pairs = ((names.wanted, audio.name), *((f"{audio.stem}{ending}", name) for ending, name in beside.items()))
        notes = (*_renamed(pairs), *(() if ".lrc" in beside else (_NO_LYRICS,)))
        return WrittenFiles(tuple(self.destination.folder / name for name in (audio.name, *beside.values())), notes)

    def _write_audio(self, content: Content, path: Path, form: Format, progress: Callable[[int], None]) -> None:
        if form.needs_ffmpeg:
            from feltsense.render.other_formats import write_with_ffmpeg  # noqa: PLC0415 - rarely needed

            write_with_ffmpeg(content.sound, path, form.value, content.facts, progress)
            return
        with path.open("wb") as out:
            self._write_own(content, out, form, progress)

    def _write_own(self, content: Content, out: BinaryIO, form: Format, progress: Callable[[int], None]) -> None:
        if form is Format.WAV:
            write_wav(content.sound, out, content.facts, progress)
            return
        out.write(id3_tag(content.facts))
        write_mp3(content.sound, out, progress, jobs=os.cpu_count() or 1, cache=self.cache)

    def _write_sidecars(self, audio: Path, content: Content) -> dict[str, str]:
        """Write what stands beside the audio; return the names by their endings, the timeline last."""
        timeline, facts = content.timeline, content.facts
        lyrics = lrc_lyrics(timeline, facts.title, facts.artist, facts.album, facts.language)
        texts = {
            ".vtt": vtt_captions(timeline, facts.language),
            **({".lrc": lyrics} if lyrics else {}),
            ".txt": content.transcript,
        }
        others = other_audio(self.destination.folder, audio.stem, timeline.slug)
        hashes = others | {audio.name: file_hash(audio)}
        names = {}
        for ending, words in texts.items():
            name = names[ending] = self._write_sidecar(audio, ending, words)
            hashes[name] = file_hash(audio.with_name(name))
        record = json.dumps(timeline_document(timeline) | {"files": hashes}, ensure_ascii=False, indent=1) + "\n"
        names[TIMELINE] = self._write_sidecar(audio, TIMELINE, record)
        return names

    def _remove_outdated(self, stem: str, written: Collection[str]) -> None:
        """Remove texts that an earlier render left and this one does not replace: they tell of another sound.

        It is done before anything is moved: what has lost its record is known by nobody any more.
        """
        for ending in _TEXTS:
            for path in files_beside(self.destination.folder, stem, ending):
                if path.name not in written and self.destination.may_write(path, stem):
                    path.unlink()

    def _write_sidecar(self, audio: Path, ending: str, text: str) -> str:
        content = text.encode("utf-8", errors="backslashreplace")
        name = self.destination.sidecar_name(audio.name, audio.stem, ending, content)
        audio.with_name(name).write_bytes(content)
        return name


def _renamed(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    kept = "is there already, and is not this exercise's own: it stays as it is."
    yield from (f"{asked} {kept} Instead there is {name}." for asked, name in pairs if asked != name)
