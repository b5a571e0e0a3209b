"""Exercises built by hand, and a measure that needs no voice."""

from feltsense.script.diagnostics import Span
from feltsense.script.model import Close, Exercise, FrontMatter, Node, Phrase, Section, Silence, SilenceKind
from feltsense.timeline.estimate import estimate_speech
from feltsense.timeline.measure import Measures
from feltsense.units import SAMPLE_RATE, Frames, Ms
from feltsense.voice.port import SpeechInfo, SpokenWord, Utterance

HERE = Span(1, 1, 2)


def phrase(text: str, close: Close = Close.SENTENCE, line: int = 1) -> Phrase:
    return Phrase(text, close, Span(line, 1, 2))


def exact(ms: int, line: int = 1) -> Silence:
    return Silence(SilenceKind.EXACT, Ms(ms), Ms(ms), Ms(ms), Span(line, 1, 2))


def elastic(base: int, floor: int, ceiling: int, line: int = 1) -> Silence:
    return Silence(SilenceKind.ELASTIC, Ms(base), Ms(floor), Ms(ceiling), Span(line, 1, 2))


def exercise(*nodes: Node, front: FrontMatter | None = None) -> Exercise:
    return sections(("Opening", nodes), front=front)


def sections(*parts: tuple[str, tuple[Node, ...]], front: FrontMatter | None = None) -> Exercise:
    made = tuple(Section(title, nodes, HERE) for title, nodes in parts)
    return Exercise("sample", front or FrontMatter(title="Sample"), made, "0" * 64)


def half_second_a_word(utterance: Utterance) -> SpeechInfo:
    """Every word lasts half a second, whatever the pace."""
    words = utterance.text.split()
    half = SAMPLE_RATE // 2
    timed = tuple(SpokenWord(word, Frames(n * half), Frames(half)) for n, word in enumerate(words))
    return SpeechInfo(Frames(len(words) * half), timed, 0.5)


MEASURES = Measures(half_second_a_word, lambda _play: Frames(10 * SAMPLE_RATE))

ESTIMATED = Measures(estimate_speech, lambda _play: Frames(10 * SAMPLE_RATE))
"""As the real voice would speak."""
