"""Captions, lyrics and texts with times to blocks: sentences are joined again, and gaps become silences."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from feltsense.importing.clock_times import TimeRange
from feltsense.importing.document import (
    ChangeKind,
    Document,
    DocumentBlock,
    DocumentBlockKind,
    HeadMatter,
    ImportChange,
    check_length,
)
from feltsense.importing.readers import text as text_reader
from feltsense.importing.readers.caption_files import CaptionFormat, caption_file
from feltsense.importing.readers.caption_words import SpokenCaption, spoken_captions, without_repeated_lines
from feltsense.importing.table_heads import is_listener
from feltsense.importing.time_keeper import time_outcome
from feltsense.importing.timecodes import pause_alone, pauses_ms, speech_ms
from feltsense.script.sentences import ended
from feltsense.script.text import has_words

_FEW_ENDS = 0.1
"""Of captions that end a sentence: with fewer nobody wrote sentences, and every silence ends one."""


def read(text: str, form: CaptionFormat) -> Document:
    """Return the words of a file of captions, joined to sentences, with the silences between them.

    Raises:
        ImportingError: it holds more than a script can have.
    """
    file = caption_file(text, form)
    check_length(sum(len(caption.text) for caption in file.captions))
    head = text_reader.read_head(file.head)
    captions, rolled = without_repeated_lines(file.captions)
    changes = [
        *head.changes,
        *(ImportChange(line, ChangeKind.LEFT_OUT, data, why) for data, line, why in file.left_out),
        *(ImportChange(line, ChangeKind.NOTE, note) for note, line in file.notes),
        *(ImportChange(each.line, ChangeKind.LEFT_OUT, each.text, "it is shown twice") for each in rolled),
        *(
            ImportChange(
                after.line, ChangeKind.MOVED, after.written, "the captions are put in the order of their times"
            )
            for before, after in pairwise(captions)
            if after.time.start < before.time.start
        ),
    ]
    writer = CaptionWriter(changes, heard=form is not CaptionFormat.LRC)
    writer.write(spoken_captions(captions))
    blocks = [*head.blocks, *writer.blocks]
    for note, line in file.notes:
        behind = next((n for n, block in enumerate(blocks) if block.place > line), len(blocks))
        blocks.insert(behind, DocumentBlock(DocumentBlockKind.NOTE, note, line))
    language = file.labels.get("language", "") or file.labels.get("la", "")
    words_only = all(block.kind is not DocumentBlockKind.TEXT for block in head.blocks)
    return Document(
        tuple(blocks),
        tuple(changes),
        front_matter=head.front_matter,
        language=language,
        head=_about(file.labels),
        words_only=words_only,
    )


def _about(labels: Mapping[str, str]) -> HeadMatter:
    """Return the title and the author that a file of lyrics names."""
    return HeadMatter(title=labels.get("ti", ""), author=labels.get("ar", "") or labels.get("au", ""))


class CaptionWriter:
    """Writes captions as paragraphs to `blocks`, and what became of their times to `changes`."""

    def __init__(self, changes: list[ImportChange], *, heard: bool) -> None:
        self.blocks: list[DocumentBlock] = []
        self._changes = changes
        self._heard = heard
        self._text = ""
        self._place = 1
        self._speaker = ""

    def write(self, captions: Sequence[SpokenCaption]) -> None:
        """Write all captions, in their order."""
        said = [each.text for each in captions if has_words(each.text)]
        sentences = sum(map(ended, said)) >= _FEW_ENDS * len(said)
        heard = self._with_ends(captions)
        for number, each in enumerate(heard):
            following = heard[number + 1].caption.time.start if number + 1 < len(heard) else None
            self._caption(each, following, sentences=sentences)
        self._end_paragraph()
        for sign, count in Counter(sign for each in captions for sign in each.removed).items():
            self._changes.append(ImportChange(1, ChangeKind.LEFT_OUT, f"{count} × {sign}", "a sign, not spoken"))

    def _with_ends(self, captions: Sequence[SpokenCaption]) -> list[SpokenCaption]:
        """Return the captions that say something; one that is empty tells where the one before it ends."""
        found: list[SpokenCaption] = []
        for each in captions:
            if each.text:
                found.append(each)
                continue
            self._changes.append(ImportChange(each.caption.line, ChangeKind.LEFT_OUT, each.caption.written, "a time"))
            if found and found[-1].caption.time.end is None:
                last = found[-1].caption
                known = replace(last, time=TimeRange(last.time.start, each.caption.time.start))
                found[-1] = replace(found[-1], caption=known)
        return found

    def _caption(self, each: SpokenCaption, following: int | None, *, sentences: bool) -> None:
        caption = each.caption
        if each.speaker and each.speaker != self._speaker:
            self._end_paragraph()
            self._speaker = each.speaker
            told = ImportChange(caption.line, ChangeKind.LEFT_OUT, each.speaker, "the name of who speaks")
            self._changes.append(told)
        if each.turn:
            self._end_paragraph()
        if is_listener(each.speaker):
            self._end_paragraph()
            self.blocks.append(DocumentBlock(DocumentBlockKind.NOTE, f"{each.speaker}: {each.text}", caption.line))
            self._changes.append(ImportChange(caption.line, ChangeKind.NOTE, each.text))
        else:
            alone = pause_alone(each.text) is not None
            if alone:
                self._end_paragraph()
            self._place = self._place if self._text else caption.line
            self._text += f" {each.text}" if self._text else each.text
            if alone:
                self._end_paragraph()
        spent, paused = speech_ms(each.text), pauses_ms(each.text)
        outcome = time_outcome(caption.time, following, spent, heard=self._heard, paused=paused)
        self._changes.append(ImportChange(caption.line, outcome.kind, caption.written, outcome.told))
        if outcome.cue and (not self._text or not sentences or ended(self._text) or self._text[-1] in ")]"):
            self._end_paragraph()
            self.blocks.append(DocumentBlock(DocumentBlockKind.CUE, outcome.cue, caption.line))
        elif outcome.cue:
            self._text += f" [{outcome.cue}]"

    def _end_paragraph(self) -> None:
        if self._text:
            self.blocks.append(DocumentBlock(DocumentBlockKind.TEXT, self._text, self._place, spoken=True))
        self._text = ""
