"""What a script says, as data: the front matter, and sections of nodes that keep their place in the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from feltsense.script.diagnostics import Diagnostic, Severity, Span
from feltsense.script.questions import Question
from feltsense.units import Ms, Wpm

DEFAULT_PACE = Wpm(130)
DEFAULT_LANGUAGE = "en-US"


class Close(StrEnum):
    """What a phrase ends with, and so which silence follows it when none is written."""

    JOINED = "joined"
    """Nothing ended (a long sentence split for speech, a cue inside a sentence): no silence."""
    SENTENCE = "sentence"
    QUESTION = "question"
    PARAGRAPH = "paragraph"


class SilenceKind(StrEnum):
    """Who decided a silence, and whether it may stretch."""

    EXACT = "exact"
    ELASTIC = "elastic"
    AUTOMATIC = "automatic"
    """Written by nobody; put in when the timeline is composed. Elastic too."""


class PhaseKind(StrEnum):
    """A part of a breath."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"


class Guide(StrEnum):
    """How breath phases are announced."""

    BOTH = "both"
    """Words in the first two rounds, then tones."""
    WORDS = "words"
    TONES = "tones"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One spoken sentence, or the part of one between two silences."""

    text: str
    """As shown and spoken: normalised, without markup, never empty."""
    close: Close
    span: Span


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence of `base`, which may stretch between `floor` and `ceiling`; an exact one has all three alike."""

    kind: SilenceKind
    base: Ms
    floor: Ms
    ceiling: Ms
    span: Span


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a breath, of a fixed length."""

    kind: PhaseKind
    length: Ms


@dataclass(frozen=True, slots=True)
class Breath:
    """Paced breathing: whole rounds of phases, on an absolute grid, never stretched."""

    phases: tuple[Phase, ...]
    rounds: int
    guide: Guide
    span: Span


@dataclass(frozen=True, slots=True)
class Bell:
    """A bell, struck `times` times, `every` apart. A point in time: it takes no time of its own."""

    low: bool
    times: int
    every: Ms
    """0 when struck once."""
    span: Span


@dataclass(frozen=True, slots=True)
class SoundscapeCue:
    """A change of background from here on; `name` is None for silence."""

    name: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Play:
    """A sound file beside the script."""

    file: str
    """As written: relative to the script, never outside its folder."""
    length: Ms | None
    """None: all of it."""
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A therapist's note (`> …`): shown, never spoken."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Repeat:
    """Its body, `times` times over."""

    times: int
    body: "tuple[Node, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Version:
    """A body that belongs only to versions of at least, or at most, so many minutes."""

    at_least: float | None
    at_most: float | None
    body: "tuple[Node, ...]"
    span: Span


Node = Phrase | Silence | Breath | Bell | SoundscapeCue | Play | Note | Repeat | Version


def _walk(body: Sequence[Node], times: int = 1) -> Iterator[tuple[Node, int]]:
    """Yield each node of `body` with how often the repeats around it unfold it, a block before what stands in it."""
    for node in body:
        yield node, times
        if isinstance(node, Repeat | Version):
            yield from _walk(node.body, times * node.times if isinstance(node, Repeat) else times)


@dataclass(frozen=True, slots=True)
class WishedLength:
    """How long a section should last: from `shortest` to `longest`, which are most often the same."""

    shortest: Ms
    longest: Ms
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading; a chapter in the audio. Text before the first heading has “Opening”, in its language."""

    title: str
    body: tuple[Node, ...]
    span: Span
    wish: WishedLength | None = None

    def walk(self) -> Iterator[Node]:
        """Yield each node once, in source order, a block (`Repeat`, `Version`) before what stands in it."""
        return (node for node, _ in _walk(self.body))


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the script says about itself. See the format for each key; the defaults here are its defaults."""

    title: str = ""
    """Filled from the first heading or the slug when the script gives none."""
    summary: str = ""
    practice: str = ""
    pathway: str = ""
    tier: int = 2
    minutes: tuple[float, ...] = ()
    """Offered lengths, the first is the default; none means the natural length."""
    pace: Wpm = DEFAULT_PACE
    pacing: str = "gentle"
    voice: str = "heart"
    language: str = DEFAULT_LANGUAGE
    soundscape: str | None = None
    soundscape_line: int = 0
    """Where the script names it; 0 when it does not."""
    anchors: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    holds: bool = False
    next_step: str = ""
    say: tuple[tuple[str, str], ...] = ()
    """Word → respelling, or → `/ipa/`."""
    author: str = ""
    credits: str = ""
    licence: str = ""
    tags: tuple[str, ...] = ()
    tradition: str = ""
    """The tradition that it belongs to, where it speaks in that tradition's terms."""
    given: frozenset[str] = frozenset()
    """The keys that the script really wrote."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One guided practice, ready to be composed."""

    slug: str
    front: FrontMatter
    sections: tuple[Section, ...]
    sha256: str
    """Of the script's bytes."""

    def walk(self) -> Iterator[Node]:
        """Yield each node of all versions once, in source order, a block before what stands in it."""
        return (node for node, _ in self.walk_counted())

    def walk_counted(self) -> Iterator[tuple[Node, int]]:
        """Yield what `walk` does, each with how often the repeats around it unfold it."""
        return (found for section in self.sections for found in _walk(section.body))


@dataclass(frozen=True, slots=True)
class Allow:
    """A comment that allows a rule of `check` to be broken in the section where it stands."""

    code: str
    """In capitals; not necessarily one that exists."""
    reason: str
    """Never empty."""
    span: Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """An exercise as far as it could be understood, and everything found on the way, in source order."""

    exercise: Exercise
    diagnostics: tuple[Diagnostic, ...]
    allows: tuple[Allow, ...] = ()
    """What the script allows with a reason; those without one are among the diagnostics."""
    questions: tuple[Question, ...] = ()
    """Those that are open, in source order; each is among the diagnostics too."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that stop a render."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)
