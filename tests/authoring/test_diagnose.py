"""The editor, `check` and `watch` report the same, and sound files are probed once."""

import errno
import json
from pathlib import Path

import pytest

from feltsense.authoring.analysis import analyse
from feltsense.authoring.diagnose import UNKNOWN_LENGTH, AssetChecker
from feltsense.authoring.draft import Draft
from feltsense.authoring.fixes import fixes
from feltsense.authoring.preview import Preview
from feltsense.authoring.renders import BackgroundRender
from feltsense.authoring.session import EditingSession
from feltsense.authoring.watching import ScriptWatch
from feltsense.errors import SoundError
from feltsense.mix.assets import AssetResolver
from feltsense.practice.engine import AudioEngine
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.model import FrontMatter, Play
from feltsense.script.parser import parse
from feltsense.system.paths import Workspace
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice import registry
from kept_voices import keep_voice
from running import Desk
from sounding import tone, write_wav

EVERY_KIND = """---
title: Every kind
tier: 1
soundscape: rian
colour: blue
minutes: [2, 90]
---
## Arriving

Close your eyes. And relax. (pause 5 seconds)
Here is a sentence. [puase 1s]

[play gone.wav]
[repeat 2 times]
[play broken.wav]
[end]
[soundscape storm on the moon]
[soundscape river.wav]
[play river.wav]
[from 5 min]
[play also-gone.mp3]
[end]

[pause 9h]
"""
Found = tuple[str, str, int, int, int, str, str]


def plain(diagnostics: tuple[Diagnostic, ...]) -> list[Found]:
    return [
        (d.code, d.severity.value, d.span.line, d.span.column, d.span.end_column, d.message, d.hint)
        for d in diagnostics
    ]


def in_editor(path: Path) -> list[Found]:
    workspace = Workspace(path.parent.parent)
    preview, render = Preview(AudioEngine(workspace, "silent")), BackgroundRender(workspace)
    return plain(EditingSession(Draft(path), preview, render).analyse().diagnostics)


def in_watch(path: Path) -> list[Found]:
    report = ScriptWatch(path, None, None, lambda error: pytest.fail(error.message)).save(path.read_bytes())
    return plain(report.diagnostics.new)


def in_check(desk: Desk, path: Path) -> list[Found]:
    names = ("code", "severity", "line", "column", "end_column", "message", "hint")
    [found] = json.loads(desk.run("check", "--json", str(path)).out)
    return [tuple(each[name] for name in names) for each in found["diagnostics"]]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_editor_check_and_watch_report_the_same(desk: Desk, line_end: str) -> None:
    path = desk.folder / "exercises" / "every.md"
    path.write_bytes(b"\xef\xbb\xbf" + EVERY_KIND.replace("\n", line_end).encode())
    write_wav(path.with_name("river.wav"), tone(1))
    path.with_name("broken.wav").write_text("no sound at all", "utf-8")
    found = in_check(desk, path)
    assert {code[0] for code, *_ in found} == {"S", "L", "T"}
    assert [line for code, _, line, *_ in found if code == "S027"] == [4, 13, 15, 17, 21]
    assert in_editor(path) == found
    assert in_watch(path) == found


@pytest.fixture
def probes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were opened."""
    found: list[str] = []
    declared_length = AssetResolver.declared_length

    def noted(self: AssetResolver, play: Play) -> Frames:
        found.append(play.file)
        return declared_length(self, play)

    monkeypatch.setattr(AssetResolver, "declared_length", noted)
    return found


def errors(script: str, assets: AssetChecker) -> list[str]:
    return [found.message for found in analyse(script, "x", assets=assets).diagnostics if found.code == "S027"]


def test_a_file_is_opened_once_and_again_when_it_has_changed(tmp_path: Path, probes: list[str]) -> None:
    assets, script = AssetChecker("x", tmp_path), "Here. [play river.wav]\n\n[play broken.wav]\n"
    write_wav(tmp_path / "river.wav", tone(1))
    (tmp_path / "broken.wav").write_bytes(b"")
    for text in (script, f"\n{script}"):
        assert errors(text, assets) == ["“broken.wav” is empty."]
    assert sorted(probes) == ["broken.wav", "river.wav"]
    write_wav(tmp_path / "broken.wav", tone(1))
    assert errors(script, assets) == []
    (tmp_path / "river.wav").unlink()
    assert errors(script, assets) == ["“river.wav” is not there."]


def test_a_file_that_moves_into_the_workspace_is_found_there(tmp_path: Path) -> None:
    folder = tmp_path / "exercises"
    assets, script = AssetChecker("x", folder), "Here. [play river.wav]"
    write_wav(folder / "river.wav", tone(1))
    assert errors(script, assets) == []
    (folder / "river.wav").rename(tmp_path / "river.wav")
    assert errors(script, assets) == []


def test_a_folder_that_cannot_be_read_is_told_with_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    assert errors("Here. [soundscape storm]", AssetChecker("x", tmp_path)) == [
        "“storm” cannot be looked for: permission denied."
    ]


def test_a_sound_file_has_its_own_length_and_one_that_is_missing_a_usual_one(tmp_path: Path) -> None:
    write_wav(tmp_path / "river.wav", tone(2))
    assets = AssetChecker("x", tmp_path)
    river, gone = (
        node for node in parse("[play river.wav]\n[play gone.wav]\n", "x").exercise.walk() if isinstance(node, Play)
    )
    assert assets.measures(FrontMatter("A")).file(river) == 2 * SAMPLE_RATE
    assert assets.measures(FrontMatter("A")).file(gone) == UNKNOWN_LENGTH
    with pytest.raises(SoundError, match=r"x, line 2: “gone\.wav” is not there"):
        assets.measures(FrontMatter("A"), strict=True).file(gone)


def test_a_script_in_no_folder_names_soundscapes_alone() -> None:
    assert errors("Here. [play gone.wav] [soundscape storm]", AssetChecker("x", None)) == [
        "There is no soundscape called “storm”."
    ]


@pytest.mark.parametrize(
    ("front", "severity", "message", "hint"),
    [
        ("voice: heart\nlanguage: de", Severity.ERROR, "speaks en; this script is in de", "These voices fit: system."),
        ("voice: haert", Severity.ERROR, "There is no voice called “haert”.", "Did you mean heart?"),
        ("voice: siwis", Severity.ERROR, "There is no voice called “siwis”.", "Did you mean kokoro:ff_siwis?"),
        ("voice: kokoro:ff_siwis", Severity.ERROR, "this script names no language, so it is in en-US", "fit: heart"),
        (
            "voice: kokoro:ff_siwis\nlanguage: en",
            Severity.ERROR,
            "speaks fr-FR; this script is in en.",
            "These voices fit: heart",
        ),
        ("voice: piper:joe", Severity.WARNING, "There is no voice called “piper:joe”.", "feltsense voices add"),
    ],
)
def test_a_voice_that_cannot_read_the_script_is_told_with_its_line(
    monkeypatch: pytest.MonkeyPatch, front: str, severity: Severity, message: str, hint: str
) -> None:
    keep_voice("kokoro", "ff_siwis")
    monkeypatch.setitem(registry.VOICES, "piper", "sine_voice")
    script = f"---\ntitle: A\n{front}\n---\nOne.\n"
    (found,) = [each for each in analyse(script, "x").diagnostics if each.code == "S028"]
    assert (found.severity, found.span.line) == (severity, 3)
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("front", "severity", "line", "floor"),
    [
        ("voice: kokoro:ff_siwis\nlanguage: fr\npace: 124", Severity.ERROR, 5, 125),
        ("pace: 100\nlanguage: fr", Severity.WARNING, 3, 125),
        ("voice: kokoro:bf_emma\npace: 109", Severity.ERROR, 4, 110),
        ("pace: 109\nlanguage: de\nvoice: piper:thorsten:calm", Severity.ERROR, 3, 110),
        ("pace: 109\nlanguage: de", Severity.WARNING, 3, 110),
    ],
)
def test_a_pace_that_the_voice_would_refuse_is_told_with_its_line(
    front: str, severity: Severity, line: int, floor: int
) -> None:
    keep_voice("kokoro", "ff_siwis")
    keep_voice("kokoro", "bf_emma", "en-GB")
    keep_voice("piper", "thorsten", "de-DE")
    script = f"---\ntitle: A\n{front}\n---\nOne.\n"
    (found,) = [each for each in analyse(script, "x").diagnostics if each.code == "S028"]
    assert (found.severity, found.span.line) == (severity, line)
    assert f"below {floor} words a minute, and " in found.message
    assert found.hint == f"Write pace: {floor} in the script, and let the silences be longer."
    (fix,) = fixes(found, line, script, analyse(script, "x"))
    assert not [each for each in analyse(fix.change.apply(script), "x").diagnostics if each.code == "S028"]


@pytest.mark.parametrize(
    "front",
    [
        "voice: kokoro:ff_siwis\nlanguage: fr\npace: 125",
        "pace: 110\nlanguage: de",
        "pace: 80",
        "pace: 80\nlanguage: nl",
        "pace: 80\nvoice: heart:emma",
    ],
)
def test_a_pace_that_the_voice_speaks_at_is_no_matter(front: str) -> None:
    keep_voice("kokoro", "ff_siwis")
    keep_voice("heart", "emma", "en-GB")
    keep_voice("piper", "thorsten", "de-DE")
    script = f"---\ntitle: A\n{front}\n---\nOne.\n"
    assert not [each for each in analyse(script, "x").diagnostics if each.code == "S028"]


@pytest.mark.parametrize(
    ("front", "severity", "message"),
    [
        ("voice: kokoro:ff_siwis\nlanguage: fr", Severity.ERROR, "The voice kokoro:ff_siwis cannot speak."),
        ("language: fr", Severity.WARNING, "The voice kokoro:ff_siwis is not taken: "),
    ],
)
def test_a_damaged_voice_is_told_with_what_is_wrong_and_how_to_add_it_again(
    front: str, severity: Severity, message: str
) -> None:
    style = keep_voice("kokoro", "ff_siwis") / "style.bin"
    style.unlink()
    script = f"---\ntitle: A\n{front}\n---\nOne.\n"
    (found,) = [each for each in analyse(script, "x").diagnostics if each.code == "S028"]
    assert (found.severity, found.span.line) == (severity, 3)
    assert found.message.startswith(message)
    assert f"{style} is missing" in found.message
    assert found.hint == "Add it again: feltsense voices add FILE…"


def test_a_voice_of_the_language_whose_file_was_changed_is_told() -> None:
    style = keep_voice("kokoro", "ff_siwis") / "style.bin"
    style.write_text("other")  # as long as what was added
    script = "---\ntitle: A\nlanguage: fr\n---\nOne.\n"
    (found,) = [each for each in analyse(script, "x").diagnostics if each.code == "S028"]
    assert found.message == f"The voice kokoro:ff_siwis is not taken: {style} is no longer the file that was added."


def test_a_voice_that_is_not_here_is_told_with_those_of_the_script_s_language_and_a_short_name_is_mended() -> None:
    keep_voice("kokoro", "ff_siwis")
    keep_voice("piper", "joe", "en-US")
    script = "---\ntitle: A\nvoice: piper:tom\nlanguage: fr\n---\nOne.\n"
    (found,) = [each for each in analyse(script, "x").diagnostics if each.code == "S028"]
    assert found.hint == "These voices read fr: kokoro:ff_siwis, system. To add another: feltsense voices add FILE…"
    short = script.replace("piper:tom", "ff_siwis")
    (found,) = [each for each in analyse(short, "x").diagnostics if each.code == "S028"]
    (fix,) = fixes(found, 3, short, analyse(short, "x"))
    assert fix.change.apply(short) == script.replace("piper:tom", "kokoro:ff_siwis")


def test_show_tells_of_a_voice_that_would_not_speak_what_it_times(desk: Desk) -> None:
    keep_voice("kokoro", "ff_siwis")
    path = desk.write("lent", "---\ntitle: Lent\nlanguage: fr\npace: 100\n---\nUn.\n")
    shown = desk.run("show", str(path))
    assert "lent.md:4:1: warning S028: The voice kokoro:ff_siwis is hard to understand below 125" in shown.err


@pytest.mark.parametrize(
    "front", ["voice: system:Anna\nlanguage: de", "voice: kokoro:ff_siwis\nlanguage: fr", "tier: 1"]
)
def test_a_voice_that_fits_is_no_matter(monkeypatch: pytest.MonkeyPatch, front: str) -> None:
    keep_voice("kokoro", "ff_siwis")
    monkeypatch.setitem(registry.VOICES, "kokoro", "sine_voice")
    script = f"---\ntitle: A\n{front}\n---\nOne.\n"
    assert not [each for each in analyse(script, "x").diagnostics if each.code == "S028"]
