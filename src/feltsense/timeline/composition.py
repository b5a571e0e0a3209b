"""Composition: a version laid out part after part, each silence decided when it comes up.

Not all speech has to be measured before the first part has its place: of what follows a silence, the next few phrases
are, and the rest is expected. So an exercise can be heard while its end is still being spoken. It depends on nothing
but lengths, so the file of an exercise has the same frames as what is heard.
"""

from feltsense.timeline.layout import Layout
from feltsense.timeline.layout_progress import LayoutProgress
from feltsense.timeline.measure import MeasuredVersion, Measures
from feltsense.timeline.model import SpeechEvent, Timeline
from feltsense.units import Frames
from feltsense.voice.port import Utterance


class Composition:
    """A version that is being laid out.

    Args:
        version: its parts; the lengths of phrases in it may be expectations, but for the words of a breath.
        measures: what measures each phrase before it has its place, and what expects it until then.
        causal: False to measure every phrase before the first silence is decided.
    """

    def __init__(self, version: MeasuredVersion, measures: Measures, *, causal: bool = True) -> None:
        self._exercise = version.version.exercise
        self._measure = measures.speech
        progress = LayoutProgress.of(version, measures.expected)
        progress.speech.learn(progress.speech.next(measures.first), measures.speech)
        progress.causal = causal
        if causal and progress.wanted is not None:
            planned = progress.copy() if version.version.has_wishes else progress
            progress.causal = planned.plan()
            progress = planned if progress.causal else progress
        self._progress = progress

    @property
    def causal(self) -> bool:
        """False where all phrases are measured before the first silence is decided: the length is near a limit."""
        return self._progress.causal

    @property
    def phrases(self) -> tuple[Utterance, ...]:
        """All that is to be measured, in order."""
        return self._progress.speech.order

    @property
    def needed(self) -> tuple[Utterance, ...]:
        """The phrases that are to be measured next, before the next part has its place; none when all have."""
        return () if self.done else self._progress.needed

    @property
    def done(self) -> bool:
        """Whether everything has its place."""
        return self._progress.done

    @property
    def speaks(self) -> bool:
        """Whether a phrase has its place."""
        return any(isinstance(tile, SpeechEvent) for tile in self._progress.layout.tiles)

    @property
    def settled(self) -> Frames:
        """The frame up to which everything has its place for good."""
        return Frames(self._progress.layout.cursor)

    @property
    def shortest(self) -> Frames:
        """How long the whole lasts at least: the length that is to be met, else as if no more were said."""
        return Frames(self._progress.shortest)

    @property
    def excess(self) -> int:
        """Frames that all takes, once everything has its place, over the length that was to be met; below 0 for less.

        It is 0 but for a voice that is far from what is expected.
        """
        wanted = self._progress.wanted
        return self.settled - wanted if self.done and wanted is not None else 0

    def learn(self) -> None:
        """Measure what is needed next."""
        self._progress.speech.learn(self.needed, self._measure)

    def advance(self) -> bool:
        """Give the next part its place, measuring what must be measured before; False when there is none."""
        return self._progress.advance(self._measure)

    def finish(self) -> Timeline:
        """Give all parts that are left their places, and return the timeline."""
        while self.advance():
            pass
        return self._timeline(self._progress.layout)

    def draft(self) -> Timeline:
        """Return the timeline as things stand: what has no place yet is where it is expected."""
        rest = self._progress.copy()
        while rest.advance(rest.speech.expect):
            pass
        return self._timeline(rest.layout)

    def _timeline(self, layout: Layout) -> Timeline:
        exercise = self._exercise
        return Timeline(
            exercise.slug,
            exercise.sha256,
            exercise.front.voice,
            Frames(layout.cursor),
            tuple(layout.chapters),
            tuple(layout.tiles),
            tuple(sorted(layout.overlays, key=lambda overlay: overlay.start)),
        )
