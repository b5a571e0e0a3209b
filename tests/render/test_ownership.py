"""Nothing that feltsense did not render is written over, and what it did render is."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from feltsense.errors import RenderError
from feltsense.render import output
from feltsense.render.job import Rendered, RenderJob, render
from feltsense.render.ownership import rendered_from
from feltsense.render.targets import Format
from feltsense.script.parser import parse
from feltsense.voice.cache import SpeechCache
from feltsense.voice.synthesiser import Synthesiser
from sine_voice import SineVoice
from sounding import tone, write_wav

SCRIPT = "---\ntitle: A small one\n---\n\n## First\n\nHere is a sentence.{cue}\n"
ENDINGS = (".lrc", ".mp3", ".timeline.json", ".txt", ".vtt")


def job(folder: Path, slug: str = "evening", cue: str = "", form: Format = Format.MP3) -> RenderJob:
    parsed = parse(SCRIPT.format(cue=cue), slug)
    assert not parsed.errors
    script = folder / f"{slug}.md"
    script.write_text(SCRIPT.format(cue=cue), "utf-8")
    return RenderJob(parsed.exercise, None, folder / f"{slug}.{form}", form, script)


def made(wanted: RenderJob, tmp_path: Path) -> Rendered:
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as speaker:
        return render(wanted, speaker, lambda *_: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.mark.parametrize("form", [Format.MP3, Format.WAV])
def test_a_render_replaces_its_own_files(folder: Path, tmp_path: Path, form: Format) -> None:
    first = made(job(folder, form=form), tmp_path)
    again = made(job(folder, cue=" And one more.", form=form), tmp_path)
    assert again.files == first.files
    assert again.notes == ()
    assert len(names(folder)) == 6
    assert "And one more." in (folder / "evening.txt").read_text("utf-8")


def test_two_formats_beside_each_other_replace_each_their_own(folder: Path, tmp_path: Path) -> None:
    for number, form in enumerate((Format.MP3, Format.WAV) * 3):
        wanted = replace(job(folder, cue=f" And {number + 1} more.", form=form), exact=True)
        assert made(wanted, tmp_path).files[0].name == f"evening.{form}"
    assert names(folder) == sorted(["evening.md", "evening.wav", *(f"evening{ending}" for ending in ENDINGS)])


def test_audio_that_was_changed_stays_when_another_format_is_rendered(folder: Path, tmp_path: Path) -> None:
    made(job(folder), tmp_path)
    (folder / "evening.mp3").write_bytes(b"somebody's")
    made(job(folder, form=Format.WAV), tmp_path)
    assert made(job(folder), tmp_path).files[0].name == "evening-2.mp3"
    assert (folder / "evening.mp3").read_bytes() == b"somebody's"


def test_the_recording_that_a_script_plays_stays(folder: Path, tmp_path: Path) -> None:
    recording = write_wav(folder / "river.mp3", tone(4, 70))
    before = recording.read_bytes()
    for _ in range(2):
        rendered = made(job(folder, "river", "\n[play river.mp3 for 3s]"), tmp_path)
        assert rendered.files[0].name == "river-2.mp3"
        assert "river.mp3 is there already" in rendered.notes[0]
        assert recording.read_bytes() == before
    assert names(folder) == sorted(["river.mp3", "river.md", *(f"river-2{ending}" for ending in ENDINGS)])


def test_a_render_of_ours_that_a_script_plays_stays_too(folder: Path, tmp_path: Path) -> None:
    made(job(folder, "river"), tmp_path)
    before = (folder / "river.mp3").read_bytes()
    rendered = made(job(folder, "river", "\n[play river.mp3 for 1s]"), tmp_path)
    assert rendered.files[0].name == "river-2.mp3"
    assert (folder / "river.mp3").read_bytes() == before


def test_the_text_that_a_script_was_imported_from_stays_however_often_it_is_rendered(
    folder: Path, tmp_path: Path
) -> None:
    text = folder / "evening.txt"
    text.write_text("My own words.", "utf-8")
    for _ in range(2):
        rendered = made(job(folder), tmp_path)
        assert text.read_text("utf-8") == "My own words."
        assert "evening.rendered.txt" in [path.name for path in rendered.files]
        (note,) = rendered.notes
        assert note.startswith("evening.txt is there already")
        assert note.endswith("Instead there is evening.rendered.txt.")


@pytest.mark.parametrize("ending", ENDINGS)
def test_whatever_is_not_ours_stays(folder: Path, tmp_path: Path, ending: str) -> None:
    foreign = folder / f"evening{ending}"
    foreign.write_text("somebody's", "utf-8")
    first = made(job(folder), tmp_path)
    again = made(job(folder), tmp_path)
    assert foreign.read_text("utf-8") == "somebody's"
    assert foreign not in first.files
    assert again.files == first.files
    assert len(first.notes) == 1


def test_a_transcript_that_was_changed_by_hand_stays(folder: Path, tmp_path: Path) -> None:
    made(job(folder), tmp_path)
    text = folder / "evening.txt"
    text.write_text(f"A note. {text.read_text('utf-8')}", "utf-8")
    rendered = made(job(folder), tmp_path)
    assert text.read_text("utf-8").startswith("A note.")
    assert [path.name for path in rendered.files if path.suffix == ".txt"] == ["evening.rendered.txt"]


def test_a_file_that_was_asked_for_by_name_is_refused_when_it_is_not_ours(folder: Path, tmp_path: Path) -> None:
    foreign = folder / "evening.mp3"
    foreign.write_bytes(b"somebody's")
    voice = SineVoice()
    with (
        Synthesiser(voice, SpeechCache(tmp_path / "cache")) as speaker,
        pytest.raises(RenderError, match=r"evening\.mp3 is there already") as caught,
    ):
        render(replace(job(folder), exact=True), speaker, lambda *_: None)
    assert "-o" in caught.value.hint
    assert not voice.spoken
    assert foreign.read_bytes() == b"somebody's"


def test_a_file_that_was_asked_for_by_name_is_replaced_when_it_is_ours(folder: Path, tmp_path: Path) -> None:
    made(replace(job(folder), exact=True), tmp_path)
    other = replace(job(folder, "morning"), target=folder / "evening.mp3", exact=True)
    assert made(other, tmp_path).files[0].name == "evening.mp3"
    assert rendered_from(folder / "evening.mp3", "evening") == "morning"
    assert names(folder) == sorted(["evening.md", "morning.md", *(f"evening{ending}" for ending in ENDINGS)])


def test_a_file_that_appears_meanwhile_stays(folder: Path, tmp_path: Path) -> None:
    def put(*_: object) -> None:
        (folder / "evening.mp3").write_bytes(b"somebody's")

    wanted = replace(job(folder), exact=True)
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as speaker, pytest.raises(RenderError):
        render(wanted, speaker, put)
    assert (folder / "evening.mp3").read_bytes() == b"somebody's"
    assert names(folder) == ["evening.md", "evening.mp3"]


def test_another_exercises_render_stays(folder: Path, tmp_path: Path) -> None:
    made(replace(job(folder, "morning"), target=folder / "evening.mp3", exact=True), tmp_path)
    assert made(job(folder), tmp_path).files[0].name == "evening-2.mp3"
    assert rendered_from(folder / "evening.mp3", "evening") == "morning"


def test_another_script_of_the_same_name_in_the_same_command_stays(folder: Path, tmp_path: Path) -> None:
    first = made(job(folder), tmp_path).files[0]
    before = first.read_bytes()
    second = made(replace(job(folder, cue=" And more."), taken=(first,)), tmp_path)
    assert second.files[0].name == "evening-2.mp3"
    assert first.read_bytes() == before


def test_the_audio_has_another_name_than_its_transcript(folder: Path, tmp_path: Path) -> None:
    wanted = replace(job(folder, form=Format.WAV), target=folder / "evening.txt", exact=True)
    rendered = made(wanted, tmp_path)
    assert (folder / "evening.txt").read_bytes().startswith(b"RIFF")
    assert folder / "evening.rendered.txt" in rendered.files


@pytest.mark.parametrize("form", [Format.MP3, Format.WAV])
def test_what_an_earlier_build_rendered_is_known_by_what_is_in_it(folder: Path, tmp_path: Path, form: Format) -> None:
    files = made(job(folder, form=form), tmp_path).files
    record = folder / "evening.timeline.json"
    document = json.loads(record.read_bytes())
    del document["files"]
    record.write_text(json.dumps(document), "utf-8")
    assert [rendered_from(path, "evening") for path in files] == ["evening"] * 5
    for path in files[1:4]:
        path.write_text("WEBVTT somebody's", "utf-8")
    assert [rendered_from(path, "evening") for path in files[1:4]] == [None] * 3


def test_an_mp3_alone_is_known_by_its_album(folder: Path, tmp_path: Path) -> None:
    made(job(folder), tmp_path)
    (folder / "evening.timeline.json").unlink()
    assert rendered_from(folder / "evening.mp3", "evening") == ""
    assert rendered_from(folder / "evening.vtt", "evening") is None


def test_what_is_no_regular_file_is_not_ours(folder: Path) -> None:
    (folder / "evening.mp3").mkdir()
    (folder / "evening.timeline.json").symlink_to(folder / "nowhere")
    assert rendered_from(folder / "evening.mp3", "evening") is None
    assert rendered_from(folder / "evening.timeline.json", "evening") is None


@pytest.mark.parametrize("changes", [{"events": ["a", 5]}, {"events": None}, {"files": []}, {"exercise": 1}])
def test_a_timeline_of_another_form_is_not_ours(folder: Path, tmp_path: Path, changes: dict[str, object]) -> None:
    """Somebody else's JSON under our name ends no render either."""
    form = {"version": 1, "exercise": "evening", "script_sha256": "", "sample_rate": 1, "frames": 1, "events": []}
    record, captions = folder / "evening.timeline.json", folder / "evening.vtt"
    record.write_text(json.dumps(form | changes), "utf-8")
    captions.write_text("WEBVTT", "utf-8")
    names = [path.name for path in made(job(folder), tmp_path).files]
    assert names[1:] == ["evening.rendered.vtt", "evening.lrc", "evening.txt", "evening.rendered.timeline.json"]
    assert (record.read_text("utf-8"), captions.read_text("utf-8")) == (json.dumps(form | changes), "WEBVTT")


@pytest.fixture
def no_lyrics(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a render in `folder`, and all that follow pass 99:59."""
    made(job(folder), tmp_path)
    assert (folder / "evening.lrc").is_file()
    monkeypatch.setattr(output, "lrc_lyrics", lambda *_: "")


@pytest.mark.usefixtures("no_lyrics")
@pytest.mark.parametrize("form", [Format.MP3, Format.WAV])
def test_lyrics_of_an_earlier_render_go_where_there_are_none_any_more(
    folder: Path, tmp_path: Path, form: Format
) -> None:
    made(job(folder, cue=" And one more.", form=form), tmp_path)
    assert not (folder / "evening.lrc").exists()
    assert (folder / "evening.vtt").is_file()


@pytest.mark.usefixtures("no_lyrics")
def test_lyrics_that_somebody_changed_or_that_are_of_others_stay(folder: Path, tmp_path: Path) -> None:
    mine, others = folder / "evening.lrc", [folder / "evening-2.lrc", folder / "morning.lrc"]
    for path in others:
        path.write_bytes(mine.read_bytes())
    mine.write_text("[00:01.00]Mine", "utf-8")
    made(job(folder), tmp_path)
    assert all(path.is_file() for path in (mine, *others))
    assert mine.read_text("utf-8") == "[00:01.00]Mine"


@pytest.mark.usefixtures("no_lyrics")
def test_where_a_render_fails_what_an_earlier_one_left_stays(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = names(folder)

    def failing(*_: object, **__: object) -> None:
        raise RenderError("The disk is full.")

    monkeypatch.setattr(output, "write_mp3", failing)
    with pytest.raises(RenderError):
        made(job(folder, cue=" And one more."), tmp_path)
    assert names(folder) == before


def test_a_text_under_a_second_name_goes_once_the_first_is_free(folder: Path, tmp_path: Path) -> None:
    foreign = folder / "evening.vtt"
    foreign.write_text("WEBVTT", "utf-8")
    made(job(folder), tmp_path)
    assert (folder / "evening.rendered.vtt").is_file()
    foreign.unlink()
    made(job(folder, cue=" And one more."), tmp_path)
    assert names(folder) == sorted(["evening.md", *(f"evening{ending}" for ending in ENDINGS)])
