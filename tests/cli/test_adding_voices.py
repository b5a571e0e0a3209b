import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from feltsense.cli.context import TerminatedError
from feltsense.cli.progress import AddProgress
from feltsense.cli.render import command as render
from feltsense.cli.voices import command
from feltsense.errors import VoiceError
from feltsense.system.paths import data_home
from feltsense.voice import registry
from feltsense.voice.added.add import AddStep
from feltsense.voice.added.model import AddedVoice
from feltsense.voice.added.store import added_voices
from feltsense.voice.port import VoiceStatus
from kept_voices import MEASURES, keep_voice
from rights import closed, run_without_rights
from running import Desk
from sine_voice import SineVoice
from voice_files import piper_pair


@pytest.fixture(autouse=True)
def _heart_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "VOICES", {"heart": "feltsense.voice.heart.voice"})


def test_the_doctor_tells_files_that_have_changed(desk: Desk) -> None:
    keep_voice("piper", "jane")
    model = keep_voice("piper", "joe") / "model.onnx"
    model.write_text("ledom")
    rows = {row["what"]: row for row in json.loads(desk.run("doctor", "--json").out)}
    changed = rows["files of piper:joe"]
    assert (changed["fine"], changed["detail"]) == (False, f"{model} is no longer the file that was added.")
    assert rows["added voices"]["detail"] == "piper:jane; their files are as they were added"


MANY = VoiceStatus(
    "system",
    works=True,
    summary="the voices of this machine, in many languages",
    languages=tuple(f"{first}{second}-GB-x-gbclan" for first in "abcdefghij" for second in "abcdefghijklm"),
)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_language_of_a_voice_is_told_in_lines_that_fit(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(registry, "voice_statuses", lambda: (MANY,))
    ran = desk.run("voices")
    lines = ran.out.splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].startswith("system  works")
    told = " ".join(line.strip() for line in lines)
    assert "the voices of this machine, in many languages languages: aa-GB-x-gbclan, ab-GB" in told
    assert told.endswith(", ".join(MANY.languages))


@pytest.mark.parametrize("count", [2, 904])
def test_the_speakers_of_a_voice_are_told_and_completed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(registry, "VOICES", {"piper": "feltsense.voice.piper.voice"})
    names = tuple(f"p{number}" for number in range(count))
    keep_voice("piper", "crowd", "en-US", names)
    ran = desk.run("voices")
    told = " ".join(ran.out.split())
    more = "" if count == 2 else ", p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 and 892 more, all of them with --json"
    assert f"speakers: p0, p1{more}. One is chosen as piper:crowd:p0; piper:crowd alone is the one" in told
    assert max(map(len, ran.out.splitlines())) <= 80
    assert tuple(json.loads(desk.run("voices", "--json").out)[0]["speakers"]) == names
    for name, offered in (("hear", ["piper:crowd:p1"]), ("remove", [])):
        parameter = command.commands[name].params[0]
        completed = [each.value for each in parameter.shell_complete(click.Context(command), "piper:crowd:p1")]
        assert completed[:1] == offered


@pytest.fixture
def thorsten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Piper voice that speaks, as people have it."""
    monkeypatch.setattr("feltsense.voice.added.add.open_added", lambda _: SineVoice())
    monkeypatch.setattr("feltsense.voice.added.add.measure_voice", lambda *_, **__: MEASURES)
    monkeypatch.setattr("feltsense.cli.voice_player.open_voice", lambda _: SineVoice())
    return piper_pair(tmp_path)


def test_a_voice_is_added_told_and_removed(desk: Desk, thorsten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = desk.run("voices", "add", str(thorsten))
    assert ran.code == 0
    assert ran.out.startswith("piper:thorsten is added: de-DE. Licence: not told.\n")
    assert "feltsense voices hear piper:thorsten" in ran.out
    assert ran.err.splitlines() == [
        "looking at the files …",
        "thorsten: copying …",
        "thorsten: speaking, to be measured …",
    ]
    assert desk.run("voices", "add", str(thorsten)).out == "piper:thorsten is there already, from the same file.\n"
    monkeypatch.setattr("click.prompt", lambda *_, **__: "n")
    assert desk.run("voices", "remove", "thorsten").code == 130
    assert added_voices()
    monkeypatch.setattr("click.prompt", lambda *_, **__: "y")
    ran = desk.run("voices", "remove", "thorsten")
    assert (ran.code, ran.out) == (0, "piper:thorsten is removed; 0.0 MB are free again.\n")
    assert not added_voices()


def _second_ends(monkeypatch: pytest.MonkeyPatch, ending: BaseException) -> None:
    def open_one(voice: AddedVoice) -> SineVoice:
        if voice.name == "ania":
            raise ending
        return SineVoice()

    monkeypatch.setattr("feltsense.voice.added.add.open_added", open_one)


@pytest.mark.parametrize(
    ("ending", "code", "told"),
    [
        (VoiceError("It is silent.", "Take another."), 1, "ania does not speak, so it was not added. It is silent."),
        (KeyboardInterrupt(), 130, "Stopped. Added before that:"),
        (TerminatedError(15), 143, "Stopped. Added before that:"),
    ],
)
def test_what_was_added_before_an_early_end_is_told(
    desk: Desk, thorsten: Path, monkeypatch: pytest.MonkeyPatch, ending: BaseException, code: int, told: str
) -> None:
    second = str(piper_pair(thorsten.parent, "pl_PL-ania-low", 1))
    _second_ends(monkeypatch, ending)
    ran = desk.run("voices", "add", str(thorsten), second)
    assert (ran.code, ran.out.splitlines()[0]) == (code, "piper:thorsten is added: de-DE. Licence: not told.")
    assert told in ran.err
    assert "voice 2 of 2, ania: copying …" in ran.err.splitlines()
    assert [voice.full_name for voice in added_voices()] == ["piper:thorsten"]


@pytest.mark.parametrize("flags", [(), ("--json",)])
def test_who_stops_before_the_first_is_told_that_nothing_was_added(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: tuple[str, ...]
) -> None:
    _second_ends(monkeypatch, KeyboardInterrupt())
    ran = desk.run("voices", "add", str(piper_pair(tmp_path, "pl_PL-ania-low")), *flags)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.endswith("\nStopped. Nothing was added.\n")
    assert not added_voices()


STEPS = (
    AddStep("looking at the files"),
    AddStep("speaking, to be measured", "ef_dora", 2, 5),
    AddStep("speaking, to be measured", "ef_dora", 2, 5, 3, 24),
    AddStep("speaking, to be measured", "joe", 1, 1, 24, 24),
)


def test_in_a_terminal_sentences_are_counted_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    with AddProgress() as progress:
        for step in STEPS:
            progress.step(step)
    drawn = capsys.readouterr().err
    assert "\n" not in drawn
    assert [line.removesuffix("\x1b[K") for line in drawn.split("\r")[1:]] == [
        "looking at the files",
        "voice 2 of 5, ef_dora: speaking, to be measured",
        "voice 2 of 5, ef_dora: speaking sentence 3 of 24",
        "joe: speaking sentence 24 of 24",
        "",
    ]


def test_in_a_pipe_there_is_a_line_for_each_step_and_none_for_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    with AddProgress() as progress:
        for step in STEPS:
            progress.step(step)
    assert capsys.readouterr().err.splitlines() == [
        "looking at the files …",
        "voice 2 of 5, ef_dora: speaking, to be measured …",
    ]


def test_programs_read_what_was_added(desk: Desk, thorsten: Path) -> None:
    (row,) = json.loads(desk.run("voices", "add", str(thorsten), "--json").out)
    assert row == {"name": "piper:thorsten", "added": True, "languages": ["de-DE"], "licence": "not told"}
    assert json.loads(desk.run("voices", "add", str(thorsten), "--json").out)[0]["added"] is False


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("add",), 2, "Missing argument 'FILE…'"),
        (("add", "nowhere.onnx"), 1, "nowhere.onnx cannot be read: no such file"),
        (("remove", "heart", "--yes"), 1, "is part of feltsense and stays"),
        (("remove", "joe", "--yes"), 1, "no added voice called “joe”"),
        (("hear", "joe"), 1, "no added voice called “joe”"),
        (("hear", "piper:joe"), 1, "no voice called “piper:joe”"),
        (("hear", "heart", "…"), 1, "nothing to say"),
        (("hear",), 2, "Missing argument 'NAME'"),
        (("rename",), 2, "No such command 'rename'"),
    ],
)
def test_what_cannot_be_done_is_told(desk: Desk, arguments: tuple[str, ...], code: int, told: str) -> None:
    ran = desk.run("voices", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


def test_a_voice_is_heard_where_sound_may_go_nowhere(desk: Desk, thorsten: Path) -> None:
    desk.run("voices", "add", str(thorsten))
    ran = desk.run("voices", "hear", "thorsten", "--output", "silent", "Hallo.")
    assert (ran.code, ran.err) == (0, "piper:thorsten: Hallo.\n")
    ran = desk.run("voices", "hear", "heart", "Hello. There.", "--output", "silent")
    assert (ran.code, ran.err) == (0, "heart: Hello. There.\n")


def test_names_are_completed(desk: Desk, thorsten: Path) -> None:
    desk.run("voices", "add", str(thorsten))
    for subcommand, names in (("remove", ["thorsten"]), ("hear", ["thorsten"])):
        context = click.Context(command)
        found = command.commands[subcommand].params[0].shell_complete(context, "th")
        assert [each.value for each in found] == names
    offered = command.commands["hear"].params[0].shell_complete(click.Context(command), "")
    assert [each.value for each in offered] == ["heart", "system", "piper:thorsten", "thorsten"]
    (voice,) = (each for each in render.params if each.name == "voice")
    assert [each.value for each in voice.shell_complete(click.Context(render), "")] == [
        "heart",
        "system",
        "piper:thorsten",
    ]


def test_a_voice_of_another_language_is_refused_with_those_that_fit(desk: Desk) -> None:
    keep_voice("kokoro", "ff_siwis")
    ran = desk.run("render", "small", "--voice", "kokoro:ff_siwis")
    assert ran.code == 1
    assert "The voice kokoro:ff_siwis speaks fr-FR; small names no language, so it is in en-US." in ran.err
    assert "These voices fit: heart, system. To add another: feltsense voices add FILE…" in ran.err.replace("\n  ", " ")
    ran = desk.run("play", "small", "--plain", "--voice", "kokoro:ff_siwi", "--output", "silent")
    assert "Did you mean kokoro:ff_siwis?" in ran.out + ran.err


@pytest.mark.usefixtures("rights")
def test_what_may_not_be_read_or_written_is_told(tmp_path: Path) -> None:
    pair = piper_pair(tmp_path)
    with closed(pair):
        ran = run_without_rights("voices", "add", str(pair), cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert f"{pair} cannot be read: permission denied" in ran.err
    data_home().mkdir()
    with closed(data_home()):
        ran = run_without_rights("voices", "add", str(pair), cwd=tmp_path)
        assert run_without_rights("voices", "--json", cwd=tmp_path).code == 0
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be made: permission denied" in ran.err


@pytest.mark.parametrize("arguments", [["--help"], ["add", "--help"], ["remove", "--help"], ["hear", "--help"]])
def test_help_loads_no_engine(arguments: list[str]) -> None:
    code = f"from feltsense.cli.main import main; main({['voices', *arguments]!r})"
    told = f"{code}\nimport sys; sys.stdout.write('\\n' + ' '.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}
    assert loaded & {"numpy", "onnxruntime", "hibari", "tomllib"} == set()


def test_rendering_with_a_voice_that_is_not_here_offers_those_of_the_language(desk: Desk) -> None:
    keep_voice("piper", "joe", "en-US")
    desk.write("hier", "---\ntitle: Hier\nlanguage: de\nvoice: piper:thorsten\n---\nHallo.\n")
    ran = desk.run("render", "hier")
    assert "There is no voice called “piper:thorsten”." in ran.err
    assert "These voices read de: system. To add another: feltsense voices add FILE…" in ran.err


def test_a_voice_is_named_without_its_engine_where_that_tells_which(desk: Desk) -> None:
    keep_voice("kokoro", "ff_siwis")
    keep_voice("piper", "joe", "en-US")
    keep_voice("heart", "joe", "en-GB")
    short = desk.run("render", "small", "--voice", "ff_siwis")
    assert "The voice kokoro:ff_siwis speaks fr-FR" in short.err
    several = desk.run("render", "small", "--voice", "joe")
    assert (several.code, "“joe”. Write one of: heart:joe, piper:joe." in several.err) == (2, True)
    nobody = desk.run("render", "small", "--voice", "siwis")
    assert (nobody.code, "Did you mean kokoro:ff_siwis?" in nobody.err) == (1, True)
