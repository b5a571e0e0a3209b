import os
from collections.abc import Callable
from pathlib import Path

import pytest

from feltsense.errors import VoiceError
from feltsense.voice.added import store
from feltsense.voice.added.record import (
    RECORD_NAME,
    StoredFile,
    VoiceRecord,
    is_voice_name,
    read_voice_record,
    record_bytes,
)
from feltsense.voice.added.statuses import added_statuses
from feltsense.voice.added.store import added_voice, added_voices, damaged_voices, voices_folder
from kept_voices import MEASURES, keep_voice


def test_where_nothing_was_added_there_is_nothing() -> None:
    assert not added_voices()
    assert not damaged_voices()
    assert not voices_folder().exists()


def test_what_was_added_is_listed_by_engine_and_name() -> None:
    keep_voice("piper", "joe", "en-US", ("a", "b"))
    keep_voice("kokoro", "ff_siwis")
    keep_voice("kokoro", "ef_dora", "es-ES")
    assert [voice.full_name for voice in added_voices()] == ["kokoro:ef_dora", "kokoro:ff_siwis", "piper:joe"]
    assert damaged_voices() == ()
    joe = added_voice("piper:joe:b")
    assert (joe.languages, joe.speakers, joe.measures, joe.licence) == (("en-US",), ("a", "b"), MEASURES, "CC0")
    assert joe.files["config"].read_text() == "config"


def test_a_record_is_read_again_only_where_it_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def reading(folder: Path, engine: str) -> VoiceRecord:
        read.append(folder)
        return read_voice_record(folder, engine)

    monkeypatch.setattr(store, "read_voice_record", reading)
    record = keep_voice("kokoro", "ff_siwis") / RECORD_NAME
    assert added_voices() == added_voices()
    assert len(read) == 1
    record.write_text(record.read_text("utf-8").replace("fr-FR", "fr-BEL"), "utf-8")
    assert added_voices()[0].languages == ("fr-BEL",)
    record.write_text("no record", "utf-8")
    assert not added_voices()


def test_kokoro_has_one_model_for_all_its_voices() -> None:
    keep_voice("kokoro", "ff_siwis")
    keep_voice("kokoro", "ef_dora", "es-ES")
    one, other = (added_voice(f"kokoro:{name}").files for name in ("ff_siwis", "ef_dora"))
    assert one["model"] == other["model"] == voices_folder() / "kokoro" / "model-0123abcd.onnx"
    assert one["style"] != other["style"]


@pytest.mark.parametrize(
    "name",
    [
        "piper:jane",
        "piper:",
        "piper:../kokoro/ff_siwis",
        "piper:..",
        "kokoro:/etc",
        "system:joe",
        "joe",
        "",
        "heart:.a",
    ],
)
def test_a_voice_that_is_not_there_is_told_with_what_to_do(name: str) -> None:
    keep_voice("kokoro", "ff_siwis")
    with pytest.raises(VoiceError, match="There is no voice called") as caught:
        added_voice(name)
    assert "feltsense voices add FILE…" in caught.value.hint


def test_the_hint_names_those_of_the_engine() -> None:
    keep_voice("kokoro", "ff_siwis")
    with pytest.raises(VoiceError) as caught:
        added_voice("kokoro:bella")
    assert caught.value.hint == "There are: kokoro:ff_siwis. To add one: feltsense voices add FILE…"
    with pytest.raises(VoiceError) as caught:
        added_voice("kokoro:siwis")
    assert caught.value.hint == "Did you mean kokoro:ff_siwis? To add another: feltsense voices add FILE…"


def _write(content: str | bytes) -> Callable[[Path], object]:
    return lambda record: record.write_bytes(content if isinstance(content, bytes) else content.encode())


def _swap(old: str, new: str) -> Callable[[Path], object]:
    return lambda record: record.write_text(record.read_text("utf-8").replace(old, new), "utf-8")


def _fifo(record: Path) -> None:
    record.unlink()
    os.mkfifo(record)


@pytest.mark.parametrize(
    "damage",
    [
        _write(""),
        _write("form = 1"),
        _write(b"\xff\xfe\x00"),
        _write("[" * 100_000),
        _write(" " * 300_000),
        _write('form = 1\nengine = "piper"\nname = "joe"\nlanguages = "de"\nfiles = 3\nlicence = ""\nsource = ""'),
        _swap("form = 1", "form = 2"),
        _swap('engine = "piper"', 'engine = "heart"'),
        _swap('name = "joe"', 'name = "jane"'),
        _swap('"model.onnx"', '"../../journal.onnx"'),
        _swap('"model.onnx"', '"/etc/model.onnx"'),
        _swap('"fr-FR"', '"fr FR"'),
        _swap('languages = ["fr-FR"]', "languages = []"),
        _swap("bytes = 5", "bytes = -5"),
        _swap("bytes = 5", "bytes = true"),
        _swap("lufs = -21.50", "lufs = nan"),
        _swap("[files.config]", "[files.other]"),
        Path.unlink,
        lambda record: (record.unlink(), record.mkdir()),
        lambda record: (record.unlink(), record.symlink_to(record)),
        _fifo,
        lambda record: (record.parent / "model.onnx").unlink(),
        lambda record: (record.parent / "model.onnx").write_text("longer than it was"),
    ],
)
def test_a_damaged_record_is_told_and_the_others_speak(damage: Callable[[Path], object]) -> None:
    folder = keep_voice("piper", "joe")
    keep_voice("piper", "jane")
    damage(folder / RECORD_NAME)
    assert [voice.full_name for voice in added_voices()] == ["piper:jane"]
    (told,) = damaged_voices()
    assert (told.engine, told.name) == ("piper", "joe")
    assert str(folder) in told.reason
    with pytest.raises(VoiceError, match="cannot speak") as caught:
        added_voice("piper:joe")
    assert "feltsense voices add FILE…" in caught.value.hint


def test_a_damaged_voice_keeps_its_languages_as_far_as_they_are_known() -> None:
    (keep_voice("piper", "joe", "de-DE") / "config.json").unlink()
    (keep_voice("kokoro", "ef_dora", "es-ES") / RECORD_NAME).unlink()
    (keep_voice("piper", "jane", "de-DE") / RECORD_NAME).unlink()
    told = {voice.full_name: voice.languages for voice in damaged_voices()}
    assert told == {"kokoro:ef_dora": ("es-ES",), "piper:jane": (), "piper:joe": ("de-DE",)}


def test_what_is_no_folder_of_a_voice_is_no_voice() -> None:
    folder = keep_voice("piper", "joe").parent
    (folder / ".joe.1f3a-4711-9c0e77d2.feltsense-part").mkdir()
    (folder / "notes.txt").write_text("mine")
    (voices_folder() / "heart").write_text("not a folder")
    assert [voice.full_name for voice in added_voices()] == ["piper:joe"]
    assert damaged_voices() == ()


def test_a_changed_file_is_hashed_when_its_voice_is_asked_for() -> None:
    model = keep_voice("piper", "joe") / "model.onnx"
    os.utime(model, (1, 1))
    assert added_voice("piper:joe").files["model"] == model
    model.write_text("ledom")
    with pytest.raises(VoiceError, match="no longer the file that was added"):
        added_voice("piper:joe")


def test_statuses_tell_what_works_and_what_does_not() -> None:
    keep_voice("piper", "joe")
    (keep_voice("piper", "jane") / RECORD_NAME).unlink()
    joe, jane = added_statuses("piper", "your own")
    assert (joe.name, joe.works, joe.summary, joe.languages) == ("piper:joe", True, "your own", ("fr-FR",))
    assert (jane.name, jane.works) == ("piper:jane", False)
    assert "feltsense voices remove piper:jane" in jane.reason
    assert added_statuses("kokoro", "") == ()
    assert added_statuses("piper", "", "Espeak is missing.")[0].reason == "Espeak is missing."


@pytest.mark.parametrize("text", ["CC0", 'a "quoted" \\ one', "line\nline\x00\x7f\x1b[31m", "tugão 🎈", "\udcff"])
def test_any_text_comes_back_from_a_record(tmp_path: Path, text: str) -> None:
    (tmp_path / "joe").mkdir()
    file = StoredFile("model.onnx", 5, "0" * 64, 1)
    record = VoiceRecord("heart", "joe", ("en-GB", "en"), {"model": file}, text, text, None)
    (tmp_path / "joe" / RECORD_NAME).write_bytes(record_bytes(record))
    clean = text.replace("\udcff", "?")
    assert read_voice_record(tmp_path / "joe", "heart") == VoiceRecord(
        "heart", "joe", ("en-GB", "en"), {"model": file}, clean, clean, None
    )


@pytest.mark.parametrize("name", ["ff_siwis", "joe", "tugão", "mls_5809", "a", "x" * 64, "joe-2", "v1.0"])
def test_names_of_voices(name: str) -> None:
    assert is_voice_name(name)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", "a:b", "a..b", ".a", "a.", "x" * 65, "a b", "a\n", "-a"]
)
def test_no_names_of_voices(name: str) -> None:
    assert not is_voice_name(name)
