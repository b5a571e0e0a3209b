"""Scripts and transcripts in files of data, in the shapes that programs and people give them, to blocks.

A list of steps with a text, a pause or both; a group with a title and such a list; parts of a transcript with their
times; messages of a conversation. What is in a file of any other shape is not guessed: it is refused by its name.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from feltsense.importing.directions import bracket_meaning, pause_cue
from feltsense.importing.document import (
    ChangeKind,
    Document,
    DocumentBlock,
    DocumentBlockKind,
    HeadMatter,
    ImportChange,
    check_length,
)
from feltsense.importing.meanings import DirectionKind, valid_cue
from feltsense.importing.readers import ssml
from feltsense.importing.readers import text as text_reader
from feltsense.importing.readers.caption_files import TimedCaption
from feltsense.importing.readers.caption_words import spoken_captions
from feltsense.importing.readers.data_files import DEEPEST, DataFile, not_read
from feltsense.importing.readers.data_keys import (
    DataKey,
    data_key,
    length_of_value,
    number_of_value,
    plain_name,
)
from feltsense.importing.readers.data_texts import is_said_in, texts_in
from feltsense.importing.readers.data_transcript import TranscriptPart, transcript_parts
from feltsense.importing.readers.speech_tags import is_speech_markup
from feltsense.importing.readers.subtitles import CaptionWriter
from feltsense.importing.table_heads import ColumnRole, column_role, is_listener
from feltsense.importing.tables import table_content
from feltsense.importing.time_keeper import length_outcome
from feltsense.importing.timecodes import speech_ms
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended
from feltsense.script.text import has_words

_PAUSES = frozenset(("break", "wait", "rest", "gap", "delay", "hold"))
_TITLES = frozenset(("heading", "header", "title", "section", "chapter", "h1", "h2", "h3"))
_SOUNDS = frozenset(("music", "sound", "background", "ambience", "ambient", "audio", "soundscape", "effect", "sfx"))
_NOT_SAID = frozenset(("system", "user", "human", "tool", "function", "developer"))
_STEPS = frozenset(
    ("steps", "instructions", "script", "lines", "sentences", "phrases", "guide", "practice", "sequence")
)
_WORDS_OF_STEP = 4
"""In a list of steps, on average; tags and names have fewer."""
_ABOUT = LazyPattern(
    r"\b(?:benefits?|tips?|tags?|keywords?|goals?|effects?|sources?|references?|notes?|cautions?|warnings?|"
    r"contraindications?|materials?|equipment|requirements?|features?|related|links?|questions?|categor(?:y|ies)|"
    r"sounds?|when to use|best for|why|authors?|credits?|titles?|names?|options?|variations?|results?|faq)\b"
)
"""Names of lists that tell of a practice."""
_LONG_DATA = 2000


def read(file: DataFile) -> Document:
    """Return the blocks of a file of data.

    Raises:
        ImportingError: its shape is not known, or it holds more than a script can have.
    """
    if file.rows:
        content = table_content(file.rows, headed=True)
        return Document(content.blocks, content.changes)
    reader = _DataReader(file)
    reader.value("", file.data, 0)
    spoken = [block for block in reader.blocks if block.kind is DocumentBlockKind.TEXT and has_words(block.text)]
    if not spoken:
        raise not_read(file.form)
    check_length(sum(len(block.text) for block in reader.blocks))
    return Document(tuple(reader.blocks), tuple(reader.changes), language=reader.language, head=reader.head)


class _DataReader:
    """Collects what a file of data says."""

    def __init__(self, file: DataFile) -> None:
        self.blocks: list[DocumentBlock] = []
        self.changes: list[ImportChange] = []
        self.head = HeadMatter()
        self.language = ""
        self._file = file
        self._told: set[str] = set()
        """What has been reported of data: each once, as every step of a script may have the same."""
        self._cursor = 0
        self._line = 1

    def value(self, name: str, value: Any, depth: int) -> None:
        """Read what stands under `name`, or in a list.

        Raises:
            ImportingError: it is nested too deeply.
        """
        if depth > DEEPEST:
            raise not_read(self._file.form, "nested too deeply to be read")
        if isinstance(value, Mapping):
            self._group({str(key): each for key, each in value.items()}, depth)
        elif isinstance(value, list):
            self._list(name, value, depth)
        elif isinstance(value, str) and (data_key(name) is DataKey.TEXT or (not name and ended(value))):
            self._say(value)
        else:
            self._left_out(name, value)

    def _list(self, name: str, values: Sequence[Any], depth: int) -> None:
        parts = transcript_parts(values)
        if parts:
            self._timed(parts)
        elif data_key(name) is DataKey.SINGLE_WORDS or all(number_of_value(value) is not None for value in values):
            self._left_out(name, f"{len(values)} of them")
        elif plain_name(name) == "characters" and all(isinstance(value, str) and len(value) < 3 for value in values):
            self._say("".join(values))
        elif name and all(isinstance(value, str) for value in values) and not _are_said(name, values):
            self._left_out(name, ", ".join(values))
        else:
            for value in values:
                self.value("text" if isinstance(value, str) else "", value, depth + 1)

    def _group(self, group: dict[str, Any], depth: int) -> None:
        """Read a group: one step, or something with steps in it."""
        keys = {name: data_key(name) for name in group}
        kind = next((plain_name(v) for n, v in group.items() if keys[n] is DataKey.KIND and isinstance(v, str)), "")
        role = next((plain_name(v) for n, v in group.items() if keys[n] is DataKey.ROLE and isinstance(v, str)), "")
        if (role or kind) in _NOT_SAID:
            self._left_out(role or kind, " ".join(texts_in(group)), "said by somebody else")
            return
        if not depth and all(isinstance(value, str) for value in group.values()) and self._is_chapters(group):
            return
        if kind in _PAUSES or (kind and column_role(kind) is ColumnRole.SILENCE):
            self._pause(group, keys, kind)
            return
        self._parts(group, keys, kind, depth)

    def _is_chapters(self, group: dict[str, str]) -> bool:
        """Read a group of named texts as sections; tell whether it was one."""
        named = {name: text for name, text in group.items() if data_key(name) is DataKey.OTHER}
        if not named or not all(map(ended, named.values())) or any(data_key(n) is DataKey.TEXT for n in group):
            return False
        for name, text in group.items():
            if name in named:
                self._heading(plain_name(name).capitalize(), text)
                self._say(text)
            else:
                self._about(name, text, data_key(name))
        return True

    def _parts(self, group: dict[str, Any], keys: dict[str, DataKey], kind: str, depth: int) -> None:
        """Read a group by its names, in their order; lengths stand behind the words."""
        lengths = [n for n in group if keys[n] in (DataKey.LENGTH, DataKey.SILENCE) and length_of_value(n, group[n])]
        titles = [n for n in group if keys[n] is DataKey.TITLE and isinstance(group[n], str)]
        translated = [n for n in titles if plain_name(n).startswith("title ") and "title" in map(plain_name, titles)]
        titles = [n for n in titles if n not in translated]
        rest = {name: value for name, value in group.items() if name not in (*lengths, *titles)}
        head = depth == 1 and not self.blocks and self._is_head(group, kind)
        for name in titles:
            lengths = self._title(group, name, lengths, 0 if head else depth, kind)
        for name in [name for name in lengths if "before" in plain_name(name)]:
            lengths.remove(name)
            self._length(name, group[name], 0, silent=True)
        before = len(self.blocks)
        inner = self._contents(rest, keys, kind, depth)
        said = sum(speech_ms(block.text) for block in self.blocks[before:] if block.kind is DocumentBlockKind.TEXT)
        for name in lengths:
            if (inner or head) and keys[name] is DataKey.LENGTH:
                self._lasts(name, group[name], 0 if head else depth)
            else:
                self._length(name, group[name], said, silent=keys[name] is DataKey.SILENCE)

    def _contents(self, group: dict[str, Any], keys: dict[str, DataKey], kind: str, depth: int) -> bool:
        """Read what is in a group, without titles and lengths; tell whether there are parts in it."""
        words = [n for n in group if keys[n] is DataKey.TEXT and isinstance(group[n], str) and group[n].strip()]
        parts = [n for n, value in group.items() if isinstance(value, Mapping | list)]
        single = [n for n in parts if words and (keys[n] is DataKey.SINGLE_WORDS or plain_name(n) == "words")]
        if not words and not parts and (kind in _SOUNDS or _is_cue(kind)):
            heard = next((value for value in group.values() if isinstance(value, str) and _is_cue(value)), kind)
            self._add(DocumentBlockKind.TEXT, f"[{heard}]")
        for name, value in group.items():
            if name in words[:1]:
                self._words(group, keys, name, kind)
            elif name in single:
                self._left_out(name, f"{len(value)} of them", "the same words one by one")
            elif name in parts:
                self.value(name, value, depth + 1)
            else:
                self._about(name, value, keys[name])
        return len(parts) > len(single)

    def _lasts(self, name: str, value: object, depth: int) -> None:
        """Take in how long something with parts lasts: the whole, or one of them."""
        length = length_of_value(name, value)
        if (
            length is not None
            and not depth
            and not self.head.minutes
            and length.low % 60_000 == length.high % 60_000 == 0
        ):
            minutes = tuple(sorted({length.low / 60_000, length.high / 60_000}))
            self.head = replace(self.head, minutes=minutes, length=str(value))
            self._report(ChangeKind.MOVED, f"{name}: {value}", "length in the front matter")
        else:
            self._left_out(name, value, "how long this lasts; its parts say it")

    def _title(self, group: dict[str, Any], name: str, lengths: list[str], depth: int, kind: str) -> list[str]:
        """Read the title of the whole, or of a part; return the lengths that it does not have in it."""
        title = " ".join(group[name].split())
        if not depth and not self.head.title:
            self.head = replace(self.head, title=title)
            self._report(ChangeKind.TITLE, title, "title")
            return lengths
        long = [n for n in lengths if data_key(n) is DataKey.LENGTH]
        length = length_of_value(long[0], group[long[0]]) if long else None
        self._heading(f"{title} ({length.cue.removeprefix('pause ')})" if length else title, kind)
        return [n for n in lengths if n not in long[:1]]

    def _is_head(self, group: dict[str, Any], kind: str) -> bool:
        """Tell whether a group right below the whole, as `meditation: {title: …}`, tells what the whole is."""
        keys = {name: data_key(name) for name in group}
        inner = any(isinstance(value, Mapping | list) for value in group.values())
        wraps = isinstance(self._file.data, Mapping)
        return wraps and not kind and not inner and DataKey.TEXT not in keys.values()

    def _words(self, group: dict[str, Any], keys: dict[str, DataKey], name: str, kind: str) -> None:
        """Read the text of a group: words, a heading, a note, a sound; once, where its parts say it again."""
        text = group[name]
        speaker = next((str(v) for n, v in group.items() if keys[n] is DataKey.SPEAKER), "")
        if kind in _TITLES:
            self._heading(" ".join(text.split()), kind)
        elif is_listener(speaker) or (kind and column_role(kind) is ColumnRole.NOTES and kind not in _SOUNDS):
            self._note(f"{speaker}: {text}" if speaker else text)
        elif kind in _SOUNDS or _is_cue(kind):
            self._locate(text)
            bell = next((each for each in group.values() if isinstance(each, str) and _is_cue(each)), "")
            self._add(DocumentBlockKind.TEXT, f"[{kind if _is_cue(kind) else bell or text.strip('[]()')}]")
            self._left_out(kind, text)
        elif any(is_said_in(text, value) for value in group.values() if isinstance(value, Mapping | list)):
            self._report(ChangeKind.LEFT_OUT, text, "the words of its parts once more")
        else:
            self._say(text)

    def _pause(self, group: dict[str, Any], keys: dict[str, DataKey], kind: str) -> None:
        """Read a step that is a pause."""
        asked = (DataKey.LENGTH, DataKey.SILENCE, DataKey.TEXT)
        given = [(name, value) for name, value in group.items() if keys[name] in asked]
        for name, value in given:
            if length_of_value(name, value):
                self._length(name, value, 0, silent=True)
                break
            cue = pause_cue(f"{value} pause") or pause_cue(str(value)) if isinstance(value, str) else None
            if cue and valid_cue(cue):
                self._cue(cue, f"{kind}: {value}")
                break
        else:
            self._cue("pause", f"{kind} {' '.join(str(value) for _, value in given)}".strip())
            return
        for other, value in group.items():
            if other != name and keys[other] is not DataKey.KIND:
                self._left_out(other, value)

    def _timed(self, parts: Sequence[TranscriptPart]) -> None:
        captions = []
        for part in parts:
            self._locate(part.words)
            captions.append(TimedCaption(part.time, part.words, self._line, part.written, part.speaker))
        writer = CaptionWriter(self.changes, heard=all(part.time.end is not None for part in parts))
        writer.write(spoken_captions(captions))
        self.blocks += writer.blocks

    def _say(self, text: str) -> None:
        """Put in words; longer ones are read as any text is."""
        self._locate(text)
        speech = is_speech_markup(text)
        if "\n" not in text.strip() and not speech:
            self.blocks.append(DocumentBlock(DocumentBlockKind.TEXT, text.strip(), self._line, spoken=True))
            return
        found = ssml.read(text) if speech else text_reader.read(text)
        self.blocks += [_moved(block, self._line) for block in found.blocks]
        self.changes += [ImportChange(self._line, each.kind, each.before, each.after) for each in found.changes]

    def _heading(self, title: str, near: str) -> None:
        self._locate(near)
        self.blocks.append(DocumentBlock(DocumentBlockKind.HEADING, title, self._line, 2))

    def _note(self, text: str) -> None:
        self._locate(text)
        self._add(DocumentBlockKind.NOTE, " ".join(text.split()))
        self._report(ChangeKind.NOTE, text)

    def _length(self, name: str, value: object, said: int, *, silent: bool) -> None:
        length = length_of_value(name, value)
        if length is not None:
            block, change = length_outcome(length, f"{name}: {value}", said, self._line, silent=silent)
            self.blocks.append(block)
            self.changes.append(change)

    def _cue(self, cue: str, before: str) -> None:
        self._add(DocumentBlockKind.CUE, cue)
        self._report(ChangeKind.PAUSE, before, f"[{cue}]")

    def _about(self, name: str, value: object, key: DataKey) -> None:
        """Take in what a file says about itself, or tell what is left out of it."""
        if key is DataKey.NOTES and isinstance(value, str) and has_words(value):
            self._note(value)
        elif key is DataKey.LANGUAGE and isinstance(value, str) and not self.language:
            self.language = value.replace("_", "-")
        elif key is DataKey.AUTHOR and isinstance(value, str) and not self.head.author:
            self.head = replace(self.head, author=" ".join(value.split()))
            self._report(ChangeKind.MOVED, f"{name}: {value}", "author in the front matter")
        elif key is DataKey.SUMMARY and isinstance(value, str) and not self.head.summary and not self.blocks:
            self.head = replace(self.head, summary=" ".join(value.split()))
            self._report(ChangeKind.MOVED, f"{name}: {value}", "summary in the front matter")
        else:
            self._left_out(name, value)

    def _left_out(self, name: str, value: object, why: str = "data about the text") -> None:
        text = f"{name}: {value}" if name else str(value)
        if len(text) > _LONG_DATA and " " not in text[:_LONG_DATA].removeprefix(f"{name}: "):
            text = f"{name}: {len(text):,} characters"
        if has_words(text) and value is not None and text not in self._told:
            self._told.add(text)
            self._report(ChangeKind.LEFT_OUT, text, why)

    def _add(self, kind: DocumentBlockKind, text: str) -> None:
        self.blocks.append(DocumentBlock(kind, text, self._line))

    def _locate(self, text: str) -> None:
        """Find the line that `text` stands in: from where the last one was found on."""
        first = next((line.strip() for line in text.split("\n") if line.strip()), "")[:40]
        place = self._file.text.find(json.dumps(first, ensure_ascii=False)[1:-1], self._cursor) if first else -1
        if place >= 0:
            self._line += self._file.text.count("\n", self._cursor, place)
            self._cursor = place

    def _report(self, kind: ChangeKind, before: str, after: str = "") -> None:
        self.changes.append(ImportChange(self._line, kind, " ".join(before.split()), after))


def _are_said(name: str, texts: Sequence[str]) -> bool:
    """Tell whether a list of texts is what is said: sentences, or steps whose points were left out; tags are not."""
    if any(map(ended, texts)) or data_key(name) is DataKey.TEXT or plain_name(name) in _STEPS:
        return True
    words = sum(len(text.split()) for text in texts)
    return words >= _WORDS_OF_STEP * len(texts) > 0 and not _ABOUT.search(plain_name(name))


def _is_cue(kind: str) -> bool:
    return bool(kind) and bracket_meaning(kind).kind is DirectionKind.CUE


def _moved(block: DocumentBlock, line: int) -> DocumentBlock:
    """Return a block of a text among others, at its line; its title heads a section."""
    if block.kind in (DocumentBlockKind.TITLE, DocumentBlockKind.HEADING):
        return replace(block, kind=DocumentBlockKind.HEADING, place=line, level=max(block.level, 2))
    return replace(block, place=line)
