"""Speech markup (SSML), alone or pasted into a text: what is in it to blocks.

What stands outside of every tag is read as any text is: a title, front matter, notes. What a voice would do by a tag
(pace, pitch, another voice) is told; a pronunciation goes into the script's front matter.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from feltsense.importing.characters import normalise
from feltsense.importing.document import (
    ChangeKind,
    Document,
    DocumentBlock,
    DocumentBlockKind,
    ImportChange,
    check_length,
)
from feltsense.importing.meanings import valid_cue
from feltsense.importing.readers import text as text_reader
from feltsense.importing.readers.speech_elements import (
    HEADINGS,
    KNOWN,
    PARAGRAPHS,
    SENTENCES,
    SILENT,
    TOLD,
    VOID,
    WORDS,
    likely_sounds,
)
from feltsense.importing.readers.speech_tags import SpeechToken, SpeechTokenKind, speech_tokens
from feltsense.script.frontmatter import front_matter
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING, question_comment
from feltsense.script.sentences import ended
from feltsense.script.source import source_of
from feltsense.script.speech_breaks import NO_BREAK, break_cue
from feltsense.script.text import has_words

_FENCE = LazyPattern(r"(?m)^[ \t]*```[\w-]*[ \t]*$")
_BLANK_LINE = LazyPattern(r"\n[ \t]*\n\s*")
_HEADING_LINE = LazyPattern(r"(?m)^[ \t]*(#{1,6})[ \t]+(.+)$")
_SPACE = LazyPattern(r"\s+")
_LONGEST_WORD = 100
_MOST_WORDS = 300


def read(text: str) -> Document:
    """Return the blocks of a text with speech markup in it.

    Raises:
        ImportingError: it holds more than a script can have.
    """
    before, start = _front(text)
    tokens = tuple(speech_tokens(_FENCE.sub("", text[start:])))
    reader = _SpeechReader(text.count("\n", 0, start), tokens)
    for token in tokens:
        reader.take(token)
    reader.end()
    check_length(sum(len(block.text) for block in reader.blocks))
    say = tuple(reader.say.items())
    return Document(
        tuple(reader.blocks),
        tuple(reader.changes),
        front_matter=before,
        language=reader.language,
        say=say,
        words_only=not reader.has_other_text,
    )


def _front(text: str) -> tuple[str, int]:
    """Return front matter of ours without its fences, and where what follows begins."""
    _, _, start = front_matter(source_of(text))
    given = text_reader.read_part(text[:start]).front_matter if start else ""
    return given, start if given else 0


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield what stands between blank lines, with the lines before it."""
    cursor = 0
    for gap in _BLANK_LINE.finditer(text):
        yield text[cursor : gap.start()], text.count("\n", 0, cursor)
        cursor = gap.end()
    yield text[cursor:], text.count("\n", 0, cursor)


class _SpeechReader:
    """Collects blocks from the tokens of speech markup."""

    def __init__(self, lines_before: int, tokens: Sequence[SpeechToken]) -> None:
        self.blocks: list[DocumentBlock] = []
        self.changes: list[ImportChange] = []
        self.say: dict[str, str] = {}
        self.language = ""
        self.has_other_text = False
        """Whether there are words outside of every tag that are no heading."""
        self._lines_before = lines_before
        self._closers = Counter(token.name for token in tokens if token.kind is SpeechTokenKind.END)
        """End tags that are still to come."""
        self._open: list[tuple[SpeechToken, int]] = []
        """Elements that have begun, outermost first, and how long the text of their block was then."""
        self._silent: SpeechToken | None = None
        """The outermost element that is not spoken."""
        self._unspoken = ""
        self._waiting: tuple[str, int] | None = None
        """Words outside of every tag and their line: a paragraph by itself, or the beginning of one with tags in it."""
        self._text = ""
        self._place = 1

    def take(self, token: SpeechToken) -> None:
        """Take in the next token."""
        known = token.name in KNOWN or ":" in token.name
        match token.kind:
            case SpeechTokenKind.TEXT:
                self._words(token)
            case SpeechTokenKind.COMMENT:
                if has_words(token.text):
                    self._report(ChangeKind.LEFT_OUT, token.text, "a comment", token)
            case SpeechTokenKind.DECLARATION:
                pass
            case _ if not known:
                self._words(token)
            case SpeechTokenKind.END:
                self._end(token)
            case _:
                self._start(token)

    def end(self) -> None:
        """Close what is still open."""
        for token, _ in self._open:
            self._report(ChangeKind.LEFT_OUT, token.text, "a tag that is never closed", token)
        while self._open:
            self._close()
        self._settle(apart=True)
        self._end_block(DocumentBlockKind.TEXT)

    def _words(self, token: SpeechToken) -> None:
        if self._silent:
            self._unspoken += token.text
        elif not self._open:
            self._loose(token)
        elif any(each.name in ("p", "paragraph") or each.name in SENTENCES for each, _ in self._open):
            self._add(token.text, token.line)
        else:
            for number, (text, lines) in enumerate(_pieces(token.text)):
                if number:
                    self._end_block(DocumentBlockKind.TEXT)
                self._add(text, token.line + lines)

    def _loose(self, token: SpeechToken) -> None:
        """Take in text outside of every tag."""
        for number, (text, lines) in enumerate(_pieces(token.text)):
            if number:
                self._settle(apart=True)
                self._end_block(DocumentBlockKind.TEXT)
            if self._text.strip():
                self._add(text, token.line + lines)
            elif self._waiting:
                self._waiting = (self._waiting[0] + text, self._waiting[1])
            elif text.strip():
                self._waiting = (text, token.line + lines)

    def _settle(self, *, apart: bool) -> None:
        """Put in the words that wait: as a paragraph `apart`, or as the beginning of one."""
        if self._waiting is None:
            return
        (text, line), self._waiting = self._waiting, None
        if not apart:
            headings = list(_HEADING_LINE.finditer(text))
            cut = headings[-1].end() if headings else 0
            self._outside(text[:cut], line)
            self._add(text[cut:], line + text.count("\n", 0, cut))
        else:
            self._outside(text, line)

    def _outside(self, text: str, line: int) -> None:
        """Read a paragraph without tags as any text is read."""
        if not text.strip():
            return
        found = text_reader.read_part(text) if self.blocks else text_reader.read_head(text)
        shift = line + self._lines_before - 1
        self.blocks += [replace(block, place=block.place + shift) for block in found.blocks]
        self.has_other_text |= any(block.kind is DocumentBlockKind.TEXT for block in found.blocks)
        self.changes += [replace(change, place=change.place + shift) for change in found.changes]

    def _add(self, text: str, line: int) -> None:
        if not self._text.strip():
            self._place = line + text[: len(text) - len(text.lstrip())].count("\n") + self._lines_before
        elif text[:1] in tuple(".,;:!?"):
            self._text = self._text.rstrip(" ")
        elif text[:1].isupper() and self._text[-1:] in tuple(".!?…"):
            self._text += " "
        self._text += _SPACE.sub(" ", text)

    def _end_block(self, kind: DocumentBlockKind, level: int = 0) -> None:
        """Keep what has been read of a block."""
        text = self._text.strip()
        self._text = ""
        if text:
            spoken = kind is DocumentBlockKind.TEXT
            self.blocks.append(DocumentBlock(kind, text, self._place, level, spoken=spoken))

    def _start(self, token: SpeechToken) -> None:
        if self._silent is None:
            block = token.name in PARAGRAPHS or token.name in HEADINGS
            self._settle(apart=block)
            if block:
                self._end_block(DocumentBlockKind.TEXT)
            self._begin(token)
        elif token.kind is SpeechTokenKind.EMPTY or token.name in VOID:
            return
        alone = token.kind is SpeechTokenKind.EMPTY or token.name in VOID or not self._is_closed(token)
        self._open.append((token, len(self._text)))
        if token.name in SILENT and self._silent is None:
            self._silent, self._unspoken = token, ""
        if alone:
            self._close()

    def _is_closed(self, token: SpeechToken) -> bool:
        """Tell whether an element that would take what follows with it, or holds nothing else, is ever closed."""
        named = token.name in SILENT or token.name == "mark" or ":" in token.name
        return not named or self._closers[token.name] > 0

    def _begin(self, token: SpeechToken) -> None:
        """Do what a tag asks for where it stands."""
        attributes = token.attributes or {}
        language = attributes.get("xml:lang", "")
        if token.name == "voice":
            spoken = re.match(r"[a-z]{2,3}-[A-Z]{2}(?=-)", attributes.get("name", ""))
            language = language or (spoken[0] if spoken else "")
            self.language = language or self.language
        if token.name == "speak":
            self.language = self.language or language
        if token.name in SENTENCES or token.name in WORDS:
            self._text += " "
        if token.name == "break":
            self._break(token)
        elif token.name == "br":
            self._text = f"{self._text.rstrip()}  \n"
        elif token.name in TOLD and token.name not in SILENT and not (token.name == "mark" and not attributes):
            self._report(ChangeKind.LEFT_OUT, token.text, TOLD[token.name], token)
        elif ":" in token.name:
            self._report(ChangeKind.LEFT_OUT, token.text, "an effect of one speech engine; its words are kept", token)

    def _end(self, token: SpeechToken) -> None:
        self._closers[token.name] -= 1
        names = [each.name for each, _ in self._open]
        if token.name in names:
            while self._open[-1][0].name != token.name:
                self._close()
            self._close()
        elif token.name not in VOID and self._silent is None:
            self._report(ChangeKind.LEFT_OUT, token.text, "the end of nothing that was begun", token)

    def _close(self) -> None:
        """End the innermost element."""
        token, mark = self._open.pop()
        if self._silent:
            if token is self._silent:
                self._silent = None
                self._unheard(token)
            return
        words = self._text[mark:].strip()
        if token.name in HEADINGS:
            self._end_block(DocumentBlockKind.HEADING, HEADINGS[token.name])
        elif token.name in PARAGRAPHS:
            self._end_block(DocumentBlockKind.TITLE if token.name == "title" else DocumentBlockKind.TEXT)
        elif token.name in SENTENCES and words:
            self._text = f"{self._text.rstrip()}{' ' if ended(words) else '  ' + chr(10)}"
        elif token.name in WORDS:
            self._text += " "
        elif token.name in ("sub", "phoneme"):
            self._pronunciation(token, words, mark)

    def _pronunciation(self, token: SpeechToken, words: str, mark: int) -> None:
        """Keep how a word is said: in the front matter, or where that cannot be, in its place."""
        attributes = token.attributes or {}
        ipa = attributes.get("ph", "").strip("/ ") if attributes.get("alphabet", "ipa").lower() == "ipa" else ""
        said = " ".join(attributes.get("alias", "").split()) if token.name == "sub" else f"/{ipa}/" if ipa else ""
        word = normalise(words, Counter())
        fits = has_words(word) and "\n" not in word and max(len(word), len(said)) <= _LONGEST_WORD
        if said and fits and self.say.get(word, said) == said and len(self.say) < _MOST_WORDS:
            self.say[word] = said
            self._report(ChangeKind.MOVED, token.text, f"say: {word}: {said}", token)
        elif said and token.name == "sub":
            self._text = f"{self._text[:mark]}{said}"
            self._report(ChangeKind.MOVED, f"{token.text} {words}", f"{said}, in its place", token)
        else:
            self._report(ChangeKind.LEFT_OUT, token.text, "a pronunciation; its words are kept", token)

    def _break(self, token: SpeechToken) -> None:
        cue = break_cue(token.attributes or {})
        if cue is None or (cue and not valid_cue(cue)):
            choices = ("[pause]", "[short pause]", "[long pause]", NOTHING)
            self._ask("how long is this pause?", choices, token.text, token)
        elif cue == NO_BREAK:
            self._report(ChangeKind.LEFT_OUT, token.text, "it asks for no pause", token)
        else:
            self._beside(DocumentBlockKind.CUE, cue, f"[{cue}]", token)
            self._report(ChangeKind.PAUSE, token.text, f"[{cue}]", token)

    def _unheard(self, token: SpeechToken) -> None:
        """Report what is in an element that is not spoken, or ask about the sound that it is."""
        words = " ".join(re.sub(r"<[^<>]*>", " ", self._unspoken).split())
        before = f"{token.text} {words}".strip()
        if token.name != "audio":
            self._report(ChangeKind.LEFT_OUT, before, TOLD[token.name], token)
            return
        file = PurePosixPath((token.attributes or {}).get("src", "").partition("?")[0].replace("\\", "/")).name
        about = ", ".join(filter(has_words, (file, words)))
        self._ask(
            f"which sound is heard here ({about})?" if about else "which sound is heard here?",
            [*likely_sounds(file, words), NOTHING],
            before,
            token,
        )

    def _ask(self, question: str, choices: Sequence[str], before: str, token: SpeechToken) -> None:
        comment = question_comment(question, choices)
        self._beside(DocumentBlockKind.QUESTION, comment, comment, token)
        self._report(ChangeKind.QUESTION, before, question, token)

    def _beside(self, kind: DocumentBlockKind, text: str, inline: str, token: SpeechToken) -> None:
        """Put a cue or a question behind the words of this block, or where there are none behind the last one."""
        if self._text.strip():
            self._text += f" {inline} "
        else:
            self.blocks.append(DocumentBlock(kind, text, token.line + self._lines_before))

    def _report(self, kind: ChangeKind, before: str, after: str, token: SpeechToken) -> None:
        place = token.line + self._lines_before
        self.changes.append(ImportChange(place, kind, " ".join(before.split()), after))
