from feltsense.script.model import Breath, Guide, Phase, PhaseKind
from feltsense.timeline.compose import compose
from feltsense.timeline.measure import HEAD, TAIL
from feltsense.timeline.report import overview, summarize
from feltsense.units import SAMPLE_RATE, Ms, frames
from scripts import HERE, MEASURES, exact, phrase, sections


def test_figures_of_a_small_exercise() -> None:
    made = sections(("One", (phrase("a b"), exact(9000, line=4), exact(3000, line=5))), ("Two", (phrase("c d"),)))
    found = summarize(compose(made, None, MEASURES))
    assert found.speech == 2 * SAMPLE_RATE
    assert found.silence == HEAD + frames(12_000) + TAIL
    assert found.length == found.speech + found.silence
    assert found.words == 4
    assert found.pace == 120.0
    assert round(found.words_per_minute, 2) == round(4 * 60 / 17.7, 2)
    assert (found.longest_silence, found.longest_silence_line) == (frames(12_000), 4)
    assert [(s.title, s.start, s.length) for s in overview(made, None, MEASURES).sections] == [
        ("One", 0, HEAD + SAMPLE_RATE + frames(12_000)),
        ("Two", HEAD + SAMPLE_RATE + frames(12_000), SAMPLE_RATE + TAIL),
    ]


def test_guided_breath_is_no_long_silence() -> None:
    breath = Breath((Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(6000))), 6, Guide.TONES, HERE)
    found = summarize(compose(sections(("One", (breath, exact(2000)))), None, MEASURES))
    assert found.longest_silence == frames(2000)
