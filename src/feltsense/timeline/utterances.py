"""The utterances of a version: one for each phrase and for each spoken breath word."""

from collections.abc import Iterable, Iterator

from feltsense.script.added_words import added_words
from feltsense.script.model import Breath, Exercise, FrontMatter, Guide, Node, PhaseKind, Phrase
from feltsense.timeline.expand import Step
from feltsense.voice.port import Utterance

_ROUNDS_WITH_WORDS = 2


def utterance_for(front: FrontMatter, text: str) -> Utterance:
    """Return `text` in the pace and language of the exercise, with just the pronunciations that it needs."""
    lowered = text.casefold()
    say = tuple(pair for pair in front.say if pair[0].casefold() in lowered)
    return Utterance(text, front.pace, front.language, say)


def breath_word(front: FrontMatter, breath: Breath, kind: PhaseKind, turn: int) -> Utterance | None:
    """Return the word that announces a phase in round `turn` (from 0); None where a tone does.

    A language whose words are not known here is led by tones throughout.
    """
    words = added_words(front.language)
    spoken = breath.guide is Guide.WORDS or (breath.guide is Guide.BOTH and turn < _ROUNDS_WITH_WORDS)
    return utterance_for(front, words.phase(kind)) if words and spoken else None


def utterances_of(front: FrontMatter, steps: Iterable[Step | Node]) -> Iterator[tuple[Utterance, int]]:
    """Yield each utterance of a version with its source line, in the order in which it is heard."""
    for step in steps:
        if isinstance(step, Phrase):
            yield utterance_for(front, step.text), step.span.line
        else:
            yield from breath_words_of(front, (step,))


def breath_words_of(front: FrontMatter, steps: Iterable[Step | Node]) -> Iterator[tuple[Utterance, int]]:
    """Yield each word that leads a breath of a version with its source line, in order."""
    for step in steps:
        if isinstance(step, Breath):
            for turn in range(step.rounds):
                for phase in step.phases:
                    word = breath_word(front, step, phase.kind, turn)
                    if word:
                        yield word, step.span.line


def line_of_utterance(exercise: Exercise, utterance: Utterance) -> int:
    """Return the source line where `utterance` is first spoken in any version; 0 when it never is."""
    return next((line for each, line in utterances_of(exercise.front, exercise.walk()) if each == utterance), 0)
