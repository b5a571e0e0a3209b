"""What a file says about itself: an album for each pathway, unless another is chosen, and nothing when discreet."""

import pytest

from feltsense.render.metadata import TagChoices, TrackNumber, discreet_metadata, track_metadata
from feltsense.script.model import FrontMatter
from feltsense.timeline.compose import compose
from scripts import MEASURES, exercise, phrase

SAMPLE = exercise(
    phrase("Here."), front=FrontMatter(title="Telling", author="Ada", pathway="self-compassion", language="de")
)
TIMELINE = compose(SAMPLE, None, MEASURES)


@pytest.mark.parametrize(
    ("pathway", "album"),
    [
        ("nature", "feltsense – Nature"),
        ("authentic-self", "feltsense – Authentic self"),
        ("self-compassion", "feltsense – Self-compassion"),
        ("", "feltsense"),
    ],
)
def test_the_album_is_the_pathway(pathway: str, album: str) -> None:
    given = exercise(phrase("Here."), front=FrontMatter(title="Sample", pathway=pathway))
    assert track_metadata(given, compose(given, None, MEASURES), b"").album == album


def test_what_is_chosen_stands_instead() -> None:
    choices = TagChoices("Evenings", "A practice", "2026", language=True, track=TrackNumber(2, 7))
    for facts in (
        track_metadata(SAMPLE, TIMELINE, b"", choices),
        discreet_metadata("Track 001", "de", TIMELINE, b"", choices),
    ):
        assert (facts.album, facts.album_artist, facts.year, str(facts.track)) == (
            "Evenings",
            "A practice",
            "2026",
            "2/7",
        )
        assert (facts.tells_language, facts.language_code) == (True, "deu")


def test_a_discreet_file_has_a_neutral_album() -> None:
    facts = discreet_metadata("Track 001", "de", TIMELINE, b"")
    assert (facts.title, facts.album, facts.artist, facts.language) == ("Track 001", "Tracks", "", "")
    assert [chapter.title for chapter in facts.chapters] == ["Part 1"]
    told = discreet_metadata("Track 001", "de", TIMELINE, b"", TagChoices(language=True))
    assert ([chapter.title for chapter in told.chapters], told.language) == (["Teil 1"], "de")
