"""Who speaks: names before the words of a script. They go; a client's words become notes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.given_names import is_given_name
from feltsense.importing.structure.guidance import guides
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    SPOKEN_KINDS,
    Manuscript,
    bare_text,
    joined_lines,
)
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING, question_comment
from feltsense.script.text import has_words


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """The name of who speaks, at the start of a line."""

    name: str
    end: int
    """Where the words begin."""
    client: bool


_KNOWN = rf"(?:(?P<guide>{vocabulary.GUIDE})|(?P<client>{vocabulary.CLIENT}))(?:[ ]?(?:\#?\d{{1,2}}|[A-H]))?"
_KNOWN_BARE = _KNOWN.replace("guide>", "guide2>").replace("client>", "client2>")
_HOW = r"(?:[ ]?\([^()\n]{1,40}\)|[ ]?\[[^\[\]\n]{1,40}\]|,[ ][a-zà-ÿ ]{3,30})?"
_LABEL = LazyPattern(
    rf"[ \t]*(?:[-*•][ \t]+)?[*_]{{0,3}}(?:"
    rf"[\[(<][ ]?{_KNOWN}{_HOW}[ ]?[\])>][*_]{{0,3}}[ ]?(?:[:：][*_]{{0,3}}|[-–—](?=[ ])|(?=\s|$))"
    rf"|{_KNOWN_BARE}[*_]{{0,3}}{_HOW}[*_]{{0,3}}[ ]?[:：][*_]{{0,3}}"
    rf")[ \t]*",
    re.IGNORECASE,
    needs=rf"[:：]|^[\W\d_]*[\[(<]{vocabulary.NO_CUE}",
)
_DASHED = LazyPattern(
    rf"[ \t]*[*_]{{0,3}}(?=(?-i:[A-ZÀ-Þ])){_KNOWN}[*_]{{0,3}}{_HOW}[*_]{{0,3}}(?:[ ]?[—–][ \t]+|"
    rf"[ ]?(?:>{{1,2}}|»|→)[ \t]+|[ ]-[ \t]+)[*_]{{0,3}}",
    re.IGNORECASE,
    needs="[—–»→>-]",
)
_ALONE = LazyPattern(rf"[*_\[(<]{{0,4}}{_KNOWN}{_HOW}[*_\])>:]{{0,5}}", re.IGNORECASE)
_TIME = LazyPattern(r"[ \t]*[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?[ \t]+")
_INITIAL = LazyPattern(
    r"[ \t]*[*_]{0,3}(?P<name>[A-ZÀ-Þ]{1,2}\d?|Th|Ther|Kl|Cl|Pat|Pt|Tn)[*_]{0,3}[:：][*_]{0,3}[ \t]+"
)
_NAMED = LazyPattern(
    r"[ \t]*[*_]{0,3}(?P<name>(?:(?:Dr|Mr|Mrs|Ms|"
    r"Prof)\.? )?[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{0,20}){0,2})"
    r"(?:[ ]\([a-zà-ÿ][a-zà-ÿ ,-]{2,40}\))?[*_]{0,3}[:：][*_]{0,3}[ \t]+"
)
_NO_NAME = LazyPattern(
    r"(?:in|out|inhale|exhale|inhaling|exhaling|breathe?(?: in| out)?|hold|left|right|notice|remember|repeat|say|"
    r"ask|think|"
    r"imagine|now|next|then|first|second|third|fourth|fifth|finally|last|lastly|one|two|three|four|five|six|seven|"
    r"eight|"
    r"nine|ten|and|so|here|listen|look|feel|see|hear|touch|smell|taste|pause|rest|step|part|phase|stage|day|week|"
    r"option|"
    r"example|affirmation|mantra|phrase|question|answer|intention|optional|ein|aus|einatmen|ausatmen|links|rechts|"
    r"inhala|exhala|inspira|espira|inspire[zr]?|expire[zr]?|inspirez|expirez|inspiri|espiri|inspire|expire|"
    r"adem in|adem uit|"
    r"yes|no|ok|okay|wait|stop|note|tip|reminder|caution|warning|instructions?)",
    re.IGNORECASE,
)
_TITLED = LazyPattern(r"(?:Dr|Mr|Mrs|Ms|Prof)\.? ")
_TOGETHER = frozenset(
    ("ALL", "All", "GROUP", "Group", "EVERYONE", "Everyone", "ALLE", "TODOS", "TODAS", "TOUS", "TUTTI", "IEDEREEN")
)
_OWN_WORDS = LazyPattern(
    r"(?:i|i'm|i've|i'd|my|me|yes|yeah|no|okay|ok|ja|nein|ich|mein|sí|yo|mi|oui|non|je|j'ai|sì|io|sim|eu|ik)\b",
    re.IGNORECASE,
)
_TO_THE_READER = LazyPattern(
    r"(?![^\n]*\byour(?:self|selves)\b)(?:please |try to )?(?:(?:speak|read|talk|narrate|continue|go|say (?:this|it)|"
    r"sprich|sprechen sie|lies|lesen sie)\b[^.!?\n]{0,20}\b(?:slow(?:ly|er)?|soft(?:ly|er)?|quiet(?:ly|er)?|"
    r"gent(?:ly|ler)|calm(?:ly|er)?|warmly|evenly|clearly|aloud|in an? [^.!?\n]{3,30} (?:voice|tone)|langsam|"
    r"leise|ruhig|sanft)\b|"
    r"(?:use|keep|lower|soften|slow|drop|raise)\b[^.!?\n]{0,30}\b(?:voice|tone|pace|volume|"
    r"speech)\b)[^.!?\n]{0,60}[.!]?",
    re.IGNORECASE,
)
"""How to speak, behind the name of who does."""
_PATIENT = LazyPattern(
    r"\s*(?:patient|paciente|paziente):\s+(?!i\b|my\b|me\b)(?-i:[a-zà-ÿ])[^\n]{0,80}\b(?:yourself|your|you|contigo|te|"
    r"toi|vous|consigo|você|te stess[oa])\b",
    re.IGNORECASE,
)
"""A sentence that begins with how somebody is asked to be."""
_MARKS = "*_:：[]() \t"
_CUES = LazyPattern(r"[\[\]<>{}]")
_BEGINNING = 60
"""Characters in which words that somebody says of themselves show that."""
_WHO_SAYS = "Is this said, a note, or left out?"
_REPEATED, _NEARLY_ALL = 2, 4


def speaker_label(line: str) -> SpeakerLabel | None:
    """Return the name of who speaks that a line begins with, where the name says what it is."""
    start = len(_time_before(line))
    found = _LABEL.match(line, start)
    if found:
        client = bool(found["client"] or found["client2"])
        return SpeakerLabel(found[0].strip(), found.end(), client)
    dashed = _DASHED.match(line, start)
    if dashed and has_words(line[dashed.end() :]) and line[dashed.end() :].lstrip("\"'*_“‘(")[:1].isupper():
        return SpeakerLabel(dashed[0].strip(), dashed.end(), bool(dashed["client"]))
    return None


def _time_before(line: str) -> str:
    """Return the time stamp that a line of a transcript begins with."""
    time = _TIME.match(line) if line[:12].strip("[( ")[:1].isdigit() else None
    return time[0] if time else ""


def without_speakers(page: Manuscript) -> None:
    """Take the names of who speaks out of the blocks, in place; what clients say becomes notes."""
    _SpeakerReader(page).read()


class _SpeakerReader:
    def __init__(self, page: Manuscript) -> None:
        self._page = page
        self._names, self._guided = _repeated_names(page)
        self._headings = Counter(bare_text(each.text).lower() for each in page.blocks if each.kind in HEADING_KINDS)
        self._client = False
        """Whether a client's name stood alone, so that the next words are theirs."""
        self._leading, self._other = "", ""
        """The first of the persons who speak; the name of another one, whose words are next."""
        self._lasting = False
        """Whether all is theirs up to the next name."""

    def read(self) -> None:
        self._page.blocks = [each for block in self._page.blocks for each in self._block(block)]

    def _block(self, block: DocumentBlock) -> Iterator[DocumentBlock]:
        if block.kind in HEADING_KINDS:
            yield from self._heading(block)
        elif block.kind in SPOKEN_KINDS and has_words(block.text):
            yield from self._speeches(block)
        else:
            yield block

    def _heading(self, block: DocumentBlock) -> Iterator[DocumentBlock]:
        repeated = self._headings[bare_text(block.text).lower()] > 1
        name = _ALONE.fullmatch(block.text.strip()) if repeated else None
        if name:
            self._page.leave_out(block, "the name of who speaks")
            self._client = bool(name["client"])
        elif bare_text(block.text) in self._page.persons:
            self._page.leave_out(block, "the name of who speaks")
            self._client, self._lasting = False, True
            self._other = self._other_person(block.text)
        else:
            self._client, self._lasting, self._other = False, False, ""
            yield block

    def _speeches(self, block: DocumentBlock) -> Iterator[DocumentBlock]:
        """Yield what is said in a block, a block for each change of speaker."""
        lines = self._page.lines(block)
        speech: list[DocumentBlock] = []
        labelled = False
        for line in lines:
            label = self._label(line.text, alone=len(lines) == 1)
            if label is None:
                speech.append(line)
                continue
            yield from self._said(speech)
            self._page.report(line, ChangeKind.LEFT_OUT, label.name, "the name of who speaks")
            labelled, self._client = True, label.client
            self._other = self._other_person(label.name)
            self._lasting = label.name.strip(_MARKS) in self._page.persons
            rest = _time_before(line.text) + line.text[label.end :]
            if not label.client and _TO_THE_READER.fullmatch(rest.strip()):
                yield self._page.note(replace(line, text=rest))
                rest = ""
            speech = [replace(line, text=rest)] if has_words(rest) else []
        if labelled:
            yield from self._said(speech)
        else:
            yield from self._said([block])

    def _said(self, speech: list[DocumentBlock]) -> Iterator[DocumentBlock]:
        if not speech:
            return
        block = speech[0] if len(speech) == 1 else joined_lines(speech)
        name, client = self._other, self._client
        own = (name or client) and _OWN_WORDS.search(block.text[:_BEGINNING])
        if client and not self._guided and not own and guides(block.text) and not _CUES.search(block.text):
            yield self._asked(block, "Client")
        elif client or own:
            yield self._page.note(block, f"{name or 'Client'}: {block.text}")
        elif name and not _CUES.search(block.text):
            yield self._asked(block, name)
        else:
            yield block
        if not self._lasting:
            self._client, self._other = False, ""

    def _asked(self, block: DocumentBlock, name: str) -> DocumentBlock:
        """Return what another person says as a question: whether it is a client's or a second guide's is not known."""
        words = " ".join(block.text.split())
        self._page.report(block, ChangeKind.QUESTION, words, _WHO_SAYS)
        comment = question_comment(_WHO_SAYS, (words, f"> {name}: {words}", NOTHING), words)
        return replace(block, kind=DocumentBlockKind.QUESTION, text=comment)

    def _other_person(self, label: str) -> str:
        """Return the name in a label, if it is a given name and not that of the person who spoke first."""
        name = label.strip(_MARKS)
        if not is_given_name(name) and name not in self._page.persons:
            return ""
        self._leading = self._leading or name
        return "" if name.lower() == self._leading.lower() else name.capitalize()

    def _label(self, line: str, *, alone: bool) -> SpeakerLabel | None:
        bare = line.strip()
        marked = bare[:1] in "*_[(<" or bare[-1:] == ":" or bare.isupper()
        sure = marked and (alone or bare[-1:] in ":*_])>" or bare.isupper())
        name = _ALONE.fullmatch(bare) if sure else None
        if name:
            return SpeakerLabel(bare, len(line), bool(name["client"]))
        if marked and (bare.strip(_MARKS) in self._page.persons or (not alone and bare.strip("*_:") in self._names)):
            return SpeakerLabel(bare, len(line), client=False)
        label = speaker_label(line)
        if label is not None:
            return None if label.client and _PATIENT.match(line) else label
        for form in (_INITIAL, _NAMED):
            found = form.match(line, len(_time_before(line)))
            if found and found["name"] in self._names:
                client = found["name"].upper() in _CLIENTS and not self._names.isdisjoint(_GUIDES)
                return SpeakerLabel(found[0].strip(), found.end(), client)
        return None


_CLIENTS = frozenset({"C", "P", "K", "CL", "PT", "KL", "PAT", "TN"})
_GUIDES = frozenset({"T", "G", "F", "I", "H", "TH", "THER", "Th", "Ther"})
_SURE_GUIDES = frozenset({"T", "TH", "Th", "Ther"})
_NEVER_NAMES = LazyPattern(rf"{vocabulary.NOTE}|{vocabulary.SECTION}|{vocabulary.SETTING_KEYS}", re.IGNORECASE)


def _repeated_names(page: Manuscript) -> tuple[frozenset[str], bool]:
    """Return the initials and names before colons that are of people, and whether one who guides is named."""
    initials: Counter[str] = Counter()
    names: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    labels: set[bool] = set()
    paragraphs = 0
    for block in page.blocks:
        if block.kind in SPOKEN_KINDS and ":" in block.text:
            for line in block.text.split("\n"):
                start = len(_time_before(line))
                initial, named = _INITIAL.match(line, start), _NAMED.match(line, start)
                label = speaker_label(line)
                labels.update([label.client] if label else [])
                initials.update([initial["name"]] if initial else [])
                names.update([named["name"]] if named and not _no_name(named["name"]) else [])
        if block.kind in SPOKEN_KINDS:
            alone.update(_names_above(block))
        paragraphs += block.kind in SPOKEN_KINDS and has_words(block.text)
    repeated = {name for name, times in initials.items() if times >= _REPEATED}
    both = not _GUIDES.isdisjoint(initials) and any(name.upper() in _CLIENTS for name in initials)
    repeated |= {name for name in initials if both and (name in _GUIDES or name.upper() in _CLIENTS)}
    repeated |= _SURE_GUIDES.intersection(initials)
    found = repeated | ({name for name in initials if name in _CLIENTS} if repeated & _GUIDES else set())
    for name, times in names.items():
        sure = bool(labels) or bool(found) or name.isupper() or " " in name
        known = is_given_name(name) or name in _TOGETHER or _TITLED.match(name)
        if known or times >= (_REPEATED if sure else max(_NEARLY_ALL, paragraphs / 2)):
            found.add(name)
    names_found = frozenset(found | (set(alone) if len(alone) > 1 else set()))
    return names_found, False in labels or not names_found.isdisjoint(_GUIDES)


def _names_above(block: DocumentBlock) -> Iterator[str]:
    """Yield the name in capitals, bold or with a colon that stands above the other lines of a block."""
    first, _, rest = block.text.partition("\n")
    bare, name = first.strip(), first.strip().strip("*_:")
    if has_words(rest) and (bare != name or name.isupper()) and is_given_name(name):
        yield name


def _no_name(name: str) -> bool:
    return bool(_NO_NAME.fullmatch(name.split(maxsplit=1)[0]) or _NEVER_NAMES.fullmatch(name))
