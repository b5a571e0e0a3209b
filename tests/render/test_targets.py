"""Where a render goes."""

from pathlib import Path

import pytest

from feltsense.errors import RenderError
from feltsense.render.targets import Format, render_target


@pytest.mark.parametrize(
    ("minutes", "output", "form", "expected"),
    [
        (None, None, None, ("feet.mp3", Format.MP3)),
        (8, None, None, ("feet-8min.mp3", Format.MP3)),
        (2.5, None, Format.WAV, ("feet-2.5min.wav", Format.WAV)),
        (None, "out", None, ("out/feet.mp3", Format.MP3)),
        (None, "r6.5/", None, ("r6.5/feet.mp3", Format.MP3)),
        (None, "out/evening.flac", None, ("out/evening.flac", Format.FLAC)),
        (8, "out/evening.MP3", None, ("out/evening.MP3", Format.MP3)),
        (None, "evening.audio", Format.WAV, ("evening.audio", Format.WAV)),
    ],
)
def test_names(minutes: float | None, output: str | None, form: Format | None, expected: tuple[str, Format]) -> None:
    path, chosen = render_target("feet", minutes, output, form, several=False)
    assert (path, chosen) == (Path(expected[0]), expected[1])


def test_a_folder_that_is_there_is_a_folder_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "my.files"
    folder.mkdir()
    assert render_target("feet", None, folder, None, several=True)[0] == folder / "feet.mp3"


def test_one_file_for_several_exercises_is_refused() -> None:
    with pytest.raises(RenderError, match="several exercises") as caught:
        render_target("feet", None, Path("all.mp3"), None, several=True)
    assert "folder" in caught.value.hint


def test_an_unknown_ending_names_the_known_ones() -> None:
    with pytest.raises(RenderError, match="not known here") as caught:
        render_target("feet", None, Path("feet.doc"), None, several=False)
    assert ".mp3, .wav, .flac, .m4a, .opus" in caught.value.hint


@pytest.mark.parametrize("slug", ["a-very-long-name-" * 9, "é" * 54 + "ab", "a" * 105])
def test_versions_of_a_long_name_stand_side_by_side(slug: str) -> None:
    names = [render_target(slug, minutes, None, None, several=True)[0].name for minutes in (None, 5, 2.5, 10)]
    assert len(set(names)) == 4
    assert [name.partition("-5min")[2] for name in names] == ["", ".mp3", "", ""]
    assert max(len(name.encode()) for name in names) <= 114
