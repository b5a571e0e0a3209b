"""Captions, lyrics and transcript of timelines that were made by hand."""

import itertools
import re
import subprocess
import textwrap
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from feltsense.importing.detect import import_script
from feltsense.render.captions import lrc_lyrics, transcript, typeset, vtt_captions
from feltsense.render.transcript_words import ENGLISH_TRANSCRIPT, transcript_words
from feltsense.script.model import Bell, Breath, Close, Exercise, FrontMatter, Guide, Node, Phase, PhaseKind
from feltsense.script.parser import parse
from feltsense.timeline.compose import compose
from feltsense.timeline.model import SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, Ms
from scripts import HERE, MEASURES, elastic, exact, exercise, phrase, sections
from tests_support import need

CUE = re.compile(r"(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})")

IN_OUT = (Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(6000)))
FULL = sections(
    ("Arriving", (phrase("Here & now < later."), exact(12_000), phrase("Yes?", Close.QUESTION))),
    (
        "Breath",
        (Breath(IN_OUT, 2, Guide.WORDS, HERE), Bell(low=False, times=1, every=Ms(0), span=HERE), phrase("End.")),
    ),
    front=FrontMatter(title="A [sample]", cautions=("Not while driving.",), next_step="Drink some water."),
)


def laid(given: Exercise) -> Timeline:
    return compose(given, None, MEASURES)


def seconds(parts: tuple[str, ...]) -> float:
    hours, minutes, whole, ms = map(int, parts)
    return hours * 3600 + minutes * 60 + whole + ms / 1000


def cues(text: str) -> list[tuple[float, float, str]]:
    """Read WebVTT strictly: a header, then blocks of a time line and what is said."""
    header, *blocks = text.rstrip("\n").split("\n\n")
    assert re.fullmatch(r"WEBVTT(?: Language: [A-Za-z-]+)?", header)
    found = []
    for block in blocks:
        times, said = block.split("\n", 1)
        match = CUE.fullmatch(times)
        assert match
        assert "-->" not in said
        found.append((seconds(match.groups()[:4]), seconds(match.groups()[4:]), said))
    return found


def test_every_phrase_is_a_cue_at_its_time() -> None:
    timeline = laid(FULL)
    spoken = [tile for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    found = cues(vtt_captions(timeline))
    assert [unescape(said).split() for *_, said in found] == [tile.text.split() for tile in spoken]
    for (start, end, _), tile in zip(found, spoken, strict=True):
        assert start == pytest.approx(tile.start / SAMPLE_RATE, abs=0.001)
        assert end == pytest.approx((tile.start + tile.length) / SAMPLE_RATE, abs=0.001)


def test_cues_follow_each_other_without_times_of_words_which_many_readers_show() -> None:
    text = vtt_captions(laid(FULL))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(cues(text)))
    assert "<" not in text


def test_signs_with_a_meaning_in_captions_are_escaped() -> None:
    assert "Here" in vtt_captions(laid(FULL))
    assert "&amp;" in vtt_captions(laid(FULL))
    assert "&lt;" in vtt_captions(laid(FULL))


def test_long_phrases_are_shown_in_lines_that_fit_a_phone() -> None:
    long = "Perhaps let your attention move down through the legs and all the way into the feet on the floor."
    (cue,) = cues(vtt_captions(laid(exercise(phrase(long)))))
    lines = cue[2].split("\n")
    assert len(lines) == 3
    assert max(map(len, lines)) <= 42
    assert min(map(len, lines)) > 20


def test_hours_are_counted() -> None:
    late = laid(exercise(phrase("One."), exact(3_600_000), exact(1_800_000), phrase("Two.")))
    assert cues(vtt_captions(late))[1][0] > 5400
    assert re.search(r"^\[90:\d\d\.\d\d\]Two\.$", lrc_lyrics(late, "", "", ""), re.MULTILINE)


def lyrics_of(*nodes: Node) -> list[tuple[float, str]]:
    """Return the timed lines, as a reader would that knows `[mm:ss.xx]` and nothing else."""
    lines = re.findall(r"^\[(\d\d):(\d\d\.\d\d)\](.*)$", lrc_lyrics(laid(exercise(*nodes)), "", "", ""), re.MULTILINE)
    return [(60 * int(minutes) + float(rest), text) for minutes, rest, text in lines]


def test_other_programs_read_the_lyrics(tmp_path: Path) -> None:
    need("ffprobe")
    path = tmp_path / "a.lrc"
    path.write_text(lrc_lyrics(laid(FULL), "A", "", "", "pt-BR"), "utf-8")
    command = ["ffprobe", "-v", "warning", "-show_entries", "packet=pts_time", "-of", "csv=p=0", str(path)]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    times = re.findall(r"^\[(\d\d):(\d\d\.\d\d)\]", path.read_text("utf-8"), re.MULTILINE)
    assert read.stderr == ""
    found = [float(line.strip(",")) for line in read.stdout.split()]
    assert found == pytest.approx([60 * int(minutes) + float(rest) for minutes, rest in times], abs=0.001)


def test_no_words_stay_where_ten_seconds_or_more_are_quiet() -> None:
    """What is quiet may be several silences, breaths led by tones, bells and sounds in a row."""
    breath = Breath(IN_OUT, 4, Guide.BOTH, HERE)
    bell = Bell(low=False, times=1, every=Ms(0), span=HERE)
    nodes = (
        phrase("One."),
        exact(4000),
        bell,
        exact(4000),
        breath,
        exact(4000),
        exact(5000),
        phrase("Two."),
        exact(9000),
    )
    given = exercise(*nodes, phrase("Three."), exact(60_000))
    spoken = [tile for tile in laid(given).tiles if isinstance(tile, SpeechEvent)]
    lines = lyrics_of(*nodes, phrase("Three."), exact(60_000))
    ends = [(tile.start + tile.length) / SAMPLE_RATE for tile in spoken]
    starts = [tile.start / SAMPLE_RATE for tile in spoken]
    wanted = []
    afters = [*starts[1:], laid(given).length / SAMPLE_RATE]
    for tile, start, end, after in zip(spoken, starts, ends, afters, strict=True):
        wanted += [(start, tile.text), *([(end, "")] if after - end >= 10 else [])]
    assert [text for _, text in lines] == [text for _, text in wanted]
    assert [at for at, _ in lines] == pytest.approx([at for at, _ in wanted], abs=0.01)
    assert [text for _, text in lines][-5:] == ["Out", "", "Two.", "Three.", ""]


@pytest.mark.parametrize(("quiet", "empty"), [(9000, 0), (10_000, 1), (5000, 0)])
def test_a_shorter_silence_leaves_them(quiet: int, empty: int) -> None:
    lines = lyrics_of(phrase("One."), exact(quiet), phrase("Two."))
    assert [text for _, text in lines].count("") == empty


def test_a_time_over_99_59_is_never_written_and_then_there_are_no_lyrics() -> None:
    hour = 3_600_000
    assert lrc_lyrics(laid(exercise(phrase("One."), exact(hour), exact(hour), phrase("Two."))), "", "", "") == ""
    quiet_at_the_end = lrc_lyrics(laid(exercise(phrase("One."), exact(hour), exact(hour))), "A", "", "")
    assert quiet_at_the_end.count("\n") == 3
    assert not re.search(r"\d{3}:", quiet_at_the_end)


@pytest.mark.parametrize("language", ["", "pt-BR"])
def test_other_programs_read_the_captions(language: str, tmp_path: Path) -> None:
    need("ffmpeg")
    path = tmp_path / "a.vtt"
    path.write_text(vtt_captions(laid(FULL), language), "utf-8")
    read = subprocess.run(
        ["ffmpeg", "-v", "warning", "-i", str(path), "-f", "srt", "-"], capture_output=True, text=True, check=True
    )
    assert read.stderr == ""
    assert read.stdout.count(" --> ") == vtt_captions(laid(FULL)).count(" --> ")


def test_lyrics_have_tags_and_rising_times() -> None:
    lines = lrc_lyrics(laid(FULL), "A [sample]", "Ada\nB", "feltsense").splitlines()
    assert lines[:3] == ["[ti:A (sample)]", "[ar:Ada B]", "[al:feltsense]"]
    timed = [re.fullmatch(r"\[(\d\d):(\d\d\.\d\d)\](.*)", line) for line in lines[4:]]
    assert all(timed)
    at = [60 * int(match[1]) + float(match[2]) for match in timed if match]
    assert at == sorted(at)
    assert [match[3] for match in timed if match][:3] == ["Here & now < later.", "", "Yes?"]


def test_the_transcript_reads_like_a_page() -> None:
    text = transcript(FULL, laid(FULL))
    assert text.split("\n\n") == [
        "A [sample]",
        "Before you start: Not while driving.",
        "Arriving\n--------",
        "Here & now < later.",
        "(quiet, 12 seconds)",
        "Yes?",
        "Breath\n------",
        "(breathing: in 4, out 6; 2 rounds)",
        "(a bell)",
        "End.",
        "Afterwards: Drink some water.",
        textwrap.fill(ENGLISH_TRANSCRIPT.disclaimer, 80) + "\n",
    ]
    assert max(map(len, text.splitlines())) <= 80


def test_captions_and_lyrics_tell_their_language() -> None:
    timeline = laid(FULL)
    assert vtt_captions(timeline, "pt-BR").startswith("WEBVTT Language: pt-BR\n\n00:")
    assert cues(vtt_captions(timeline, "pt-BR")) == cues(vtt_captions(timeline))
    assert "[la:pt-BR]" in lrc_lyrics(timeline, "A", "", "", "pt-BR").splitlines()
    german = laid(exercise(phrase("Spüre den Boden unter deinen Füßen.")))
    for written in (vtt_captions(german, "de-AT"), lrc_lyrics(german, "A", "", "", "de-AT")):
        assert 'language: "de-AT"\n' in import_script(written.encode(), "back").script


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de-AT",
            ["Vor dem Beginn:", "(Stille, 12 Sekunden)", "(Atem: einatmen 4, ausatmen 6; 2 Runden)", "(eine Glocke)"],
        ),
        ("es", ["Antes de empezar:", "(silencio, 12 segundos)", "(respiración: inhala 4, exhala 6; 2 rondas)"]),
        ("fr", ["Avant de commencer\xa0:", "(respiration\xa0: inspirez 4, expirez 6\u202f; 2 tours)"]),
        ("it", ["Prima di iniziare:", "(silenzio, 12 secondi)", "(respiro: inspira 4, espira 6; 2 giri)"]),
        ("pt-BR", ["Antes de começar:", "(silêncio, 12 segundos)", "(respiração: inspire 4, solte 6; 2 rodadas)"]),
        ("pt-PT", ["(respiração: inspire 4, expire 6; 2 rodadas)"]),
        ("nl", ["Vooraf:", "(stilte, 12 seconden)", "(adem: adem in 4, adem uit 6; 2 rondes)", "(een bel)"]),
        ("pl", ["Before you start:", "(quiet, 12 seconds)"]),
    ],
)
def test_a_transcript_speaks_the_language_of_the_script(language: str, said: list[str]) -> None:
    given = replace(FULL, front=replace(FULL.front, language=language))
    text = transcript(given, laid(given))
    assert [each for each in said if each not in text] == []
    assert " ".join(text.split()).endswith(transcript_words(language).disclaimer)


def test_words_of_a_repeated_phrase_are_told_each_time() -> None:
    twice = laid(exercise(phrase("Again."), elastic(3000, 2000, 4000), phrase("Again.")))
    assert len(cues(vtt_captions(twice))) == 2


def test_french_marks_have_their_spaces_and_never_begin_a_line() -> None:
    said = parse("---\nlanguage: fr\n---\n« Que sentez-vous ? » dit-elle ; voici : là !\n", "x").exercise
    timeline = laid(said)
    meant = "«\xa0Que sentez-vous\u202f?\xa0» dit-elle\u202f; voici\xa0: là\u202f!"
    lines = [
        " ".join(unescape(line) for line in vtt_captions(timeline, "fr").splitlines()),
        " ".join(re.sub(r"^\[[\d:.]+\]", "", line) for line in lrc_lyrics(timeline, "A", "", "", "fr").splitlines()),
        transcript(said, timeline).replace("\n", " "),
    ]
    assert [re.search("«.*là.?!", line)[0] for line in lines] == [meant] * 3  # type: ignore[index]


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("fr-FR", "Oui? Non!", "Oui\u202f? Non\u202f!"),
        ("fr", "Ah ?! Bien…", "Ah\u202f?! Bien…"),
        ("fr", "À 10:30, sur https://example.org (là ?).", "À 10:30, sur https://example.org (là\u202f?)."),
        ("fr-CA", "«Oui?» : bien ; là !", "«\xa0Oui?\xa0»\xa0: bien ; là !"),
        ("de", "»Ja ?« Nein !", "»Ja ?« Nein !"),
    ],
)
def test_a_text_is_printed_as_its_language_is(language: str, text: str, printed: str) -> None:
    assert typeset(text, language) == printed
    assert typeset(printed, language) == printed
