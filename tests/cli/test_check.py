"""`feltsense check`."""

import errno
import io
import json
import os
import sys

import pytest

from feltsense.check.autofix import AutofixResult, apply_fixes
from feltsense.cli import check
from running import SMALL, WRONG, Desk
from sounding import tone, write_wav


def test_a_sound_script_is_fine(desk: Desk) -> None:
    ran = desk.run("check", "small")
    assert (ran.code, ran.out, ran.err) == (0, "", "1 script read: nothing found.\n")


def test_a_mistake_is_shown_with_its_line_a_marker_and_what_to_do(desk: Desk) -> None:
    path = desk.write("wrong", SMALL.replace("[pause 1s]", "[puase 1s]"))
    ran = desk.run("check", str(path))
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"{path}:11:21: error S020: “[puase 1s]” is not a cue, and nothing in brackets is spoken.",
        "    Here is a sentence. [puase 1s]",
        "                        ^^^^^^^^^^",
        "    → Did you mean [pause 1s]?",
    ]
    assert ran.err == "1 script read: 1 error.\n"


@pytest.mark.parametrize(
    ("line", "before"),
    [("\tTab. [nope]", 4 + 5), ("日本。 [nope]", 7), ("e\u0301te\u0301. [nope]", 5)],
    ids=["tab", "wide letters", "combining marks"],
)
def test_the_marker_stands_under_the_span(desk: Desk, line: str, before: int) -> None:
    desk.write("wrong", SMALL.replace("Here is a sentence. [pause 1s]", line))
    found = desk.run("check", "wrong").out.splitlines()
    marker = next(each for each in found if set(each.strip()) == {"^"})
    assert marker == " " * (4 + before) + "^" * 6


def test_a_long_line_is_shown_around_the_span(desk: Desk) -> None:
    desk.write("wrong", SMALL.replace("Here is", "a" * 1000 + " [nope] Here is"))
    shown = desk.run("check", "wrong").out.splitlines()
    assert "[nope]" in shown[1]
    assert max(map(len, shown[1:3])) <= 100
    assert shown[1][shown[2].index("^") :].startswith("[nope]")


def test_everything_is_told_at_once(desk: Desk) -> None:
    desk.write("wrong", SMALL.replace("[pause 1s]", "[nope] [pause 9h] ]"))
    assert desk.run("check", "wrong").out.count(": error S0") == 3


def test_for_programs_the_list_has_the_form_that_is_promised(desk: Desk) -> None:
    path = desk.write("wrong", SMALL.replace("[pause 1s]", "[puase 1s]"))
    ran = desk.run("check", "--json", str(path))
    assert ran.code == 1
    assert json.loads(ran.out) == [
        {
            "path": str(path),
            "diagnostics": [
                {
                    "code": "S020",
                    "severity": "error",
                    "line": 11,
                    "column": 21,
                    "end_column": 31,
                    "message": "“[puase 1s]” is not a cue, and nothing in brackets is spoken.",
                    "hint": "Did you mean [pause 1s]?",
                }
            ],
        }
    ]


def test_a_missing_file_keeps_no_other_from_being_read(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    ran = desk.run("check", "nowhere.md", "small", "wrong")
    assert ran.code == 1
    assert "There is no file nowhere.md." in ran.err
    assert "2 scripts read: 1 error" in ran.err
    assert desk.run("check", "nowhere.md", "small").code == 1


def test_a_folder_is_all_scripts_in_it(desk: Desk) -> None:
    desk.write("another")
    assert desk.run("check", str(desk.folder / "exercises")).err == "2 scripts read: nothing found.\n"
    ran = desk.run("check", str(desk.folder / "out"))
    assert ran.code == 1
    assert "There are no scripts" in ran.err


def test_a_script_can_come_through_a_pipe(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    ran = desk.run("check", "-")
    assert ran.code == 1
    assert "-:5:6: error S020" in ran.out


def test_warnings_alone_are_no_failure(desk: Desk) -> None:
    desk.write("bare", "Just a sentence.\n")
    ran = desk.run("check", "bare")
    assert ran.code == 0
    assert "warning" in ran.out


def test_asking_for_nothing_is_wrong_usage(desk: Desk) -> None:
    assert desk.run("check").code == 2


HARSH = SMALL.replace("And another one.", "Close your eyes. And relax.")


def test_hard_words_are_told_with_a_better_wording_and_fail_the_check_alone(desk: Desk) -> None:
    path = desk.write("harsh", HARSH)
    ran = desk.run("check", "harsh")
    assert ran.code == 1
    assert ran.out.splitlines()[:4] == [
        f"{path}:12:1: error L01: «Close your eyes» is asked for, and nothing says that eyes may stay open.",
        "    Close your eyes. And relax.",
        "    ^^^^^^^^^^^^^^^",
        "    → Your eyes can be open, resting low, or closed.",
    ]
    assert "error L03" in ran.out
    assert desk.run("show", "harsh").code == 0


def test_what_only_the_classifier_hears_is_a_note_that_can_be_left_out(desk: Desk) -> None:
    blame = "People can feel your dysregulation across a room, and they steer around it."
    desk.write("heard", SMALL.replace("Here is a sentence.", blame))
    ran = desk.run("check", "heard")
    assert ran.code == 0
    assert "note L33: This may be heard as L33 (" in ran.out
    assert "    → Loneliness is no personal failure. Walls were built when they were needed. Better: " in ran.out
    assert f"It resembles «{blame}»" in ran.out
    assert ran.err == "1 script read: 1 note.\n"
    assert desk.run("check", "--no-heard", "heard").out == ""


def test_for_programs_a_rule_says_why(desk: Desk) -> None:
    desk.write("harsh", HARSH)
    [row] = json.loads(desk.run("check", "--json", "harsh").out)
    first = row["diagnostics"][0]
    assert first["code"] == "L01"
    assert "exits" in first["why"]
    assert set(first) == {"code", "severity", "line", "column", "end_column", "message", "hint", "why"}


def test_a_code_is_explained_in_any_case(desk: Desk) -> None:
    ran = desk.run("check", "--explain", "l03")
    assert ran.code == 0
    assert ran.out.startswith("L03 (error): relax, calm down")
    assert "  Why: " in ran.out
    assert "  Better: " in ran.out
    assert desk.run("check", "--explain", "S020").out == "S020: A cue is not known.\n"
    assert max(map(len, desk.run("check", "--explain", "all").out.splitlines())) <= 80
    assert [each["code"] for each in json.loads(desk.run("check", "--explain", "L41", "--json").out)] == ["L41"]


def test_a_code_that_does_not_exist_is_told(desk: Desk) -> None:
    ran = desk.run("check", "--explain", "L77")
    assert ran.code == 1
    assert "There is no code “L77”." in ran.err


def test_fix_writes_pauses_plainly_and_says_so(desk: Desk) -> None:
    path = desk.write("loose", SMALL.replace("[pause 1s]", "(pause 1 second)"))
    path.chmod(0o640)
    ran = desk.run("check", "--fix", "loose")
    assert ran.code == 0
    assert ran.err.splitlines()[0] == f"{path}:11: (pause 1 second) → [pause 1s]"
    assert path.read_text("utf-8") == SMALL
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def test_fix_leaves_a_plain_file_untouched(desk: Desk) -> None:
    path = desk.write("plain", SMALL)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert desk.run("check", "--fix", "plain").err == "1 script read: nothing found.\n"
    assert path.stat().st_mtime == 1_000_000_000


def test_fix_goes_through_a_link_and_leaves_it_one(desk: Desk) -> None:
    path = desk.write("loose", SMALL.replace("[pause 1s]", "(pause 1 second)"))
    link = desk.folder / "exercises" / "link.md"
    link.symlink_to(path)
    assert desk.run("check", "--fix", str(link)).code == 0
    assert link.is_symlink()
    assert path.read_text("utf-8") == SMALL


def test_a_script_that_cannot_be_written_stays_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("loose", SMALL.replace("[pause 1s]", "(pause 1 second)"))
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = desk.run("check", "--fix", "loose")
    assert ran.code == 1
    assert "could not be written: no space left on device." in ran.err
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["loose.md", "small.md"]


def test_standard_input_cannot_be_mended(desk: Desk) -> None:
    assert desk.run("check", "--fix", "-").code == 2


def test_a_script_that_was_changed_meanwhile_is_left_as_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("loose", SMALL.replace("[pause 1s]", "(pause 1 second)"))

    def edited_first(*arguments: object) -> AutofixResult:
        path.write_text("Other words. (pause)", "utf-8")
        return apply_fixes(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "apply_fixes", edited_first)
    ran = desk.run("check", "--fix", "loose")
    assert ran.code == 1
    assert "was changed meanwhile" in ran.err
    assert path.read_text("utf-8") == "Other words. (pause)"


SOUNDS = (
    SMALL.replace("tier: 1", "tier: 1\nsoundscape: rian")
    + """
[play gone.wav]
[soundscape river.wav]
[repeat 2 times]
[play river.wav]
[end]
[soundscape Wind in trees]
[soundscape off]
"""
)


def test_sounds_that_are_not_there_are_told_with_their_lines(desk: Desk) -> None:
    path = desk.write("sounds", SOUNDS)
    write_wav(path.with_name("river.wav"), tone(1))
    ran = desk.run("check", "sounds")
    assert ran.code == 1
    told = [line for line in ran.out.splitlines() if "S027" in line]
    assert told == [
        f"{path}:7:1: error S027: There is no soundscape called “rian”.",
        f"{path}:19:1: error S027: “gone.wav” is not there.",
    ]
    assert "Did you mean rain?" in ran.out


def test_a_file_that_is_no_sound_is_told(desk: Desk) -> None:
    path = desk.write("sounds", SOUNDS.replace("rian", "rain"))
    path.with_name("river.wav").write_bytes(b"")
    path.with_name("gone.wav").write_text("no sound at all", "utf-8")
    told = json.loads(desk.run("check", "sounds", "--json").out)[0]["diagnostics"]
    found = [each for each in told if each["code"] == "S027"]
    assert [each["line"] for each in found] == [19, 20, 22]
    assert found[1]["message"] == "“river.wav” is empty."


def test_a_script_in_no_folder_is_asked_for_its_soundscapes_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SOUNDS.encode())))
    ran = desk.run("check", "-")
    assert ran.out.count("S027") == 1
    assert "-:7:1: error S027" in ran.out


MANY = SMALL + "".join(f"\nYou must rest, number {number}. Take a deep breath.\n" for number in range(20))


def test_findings_of_one_kind_are_told_once_with_their_lines(desk: Desk) -> None:
    path = desk.write("often", SMALL + "\nYou must rest.\n\nYou must look.\n\nYou must listen.\n")
    ran = desk.run("check", "often")
    assert ran.out.count("error L05") == 1
    assert "    3 × L05: lines 18, 20, 22" in ran.out.splitlines()
    assert ran.err == "1 script read: 3 errors.\n"
    assert desk.run("check", "--all", "often").out.count("error L05") == 3
    (record,) = json.loads(desk.run("check", "--json", str(path)).out)
    assert len(record["diagnostics"]) == 3


def test_of_one_kind_each_is_told_what_it_needs_where_that_is_not_the_same(desk: Desk) -> None:
    wishes = "".join(f"\n## Part {number} [{number}0 min]\n\nRest here.{' Rest.' * number}\n" for number in (1, 2, 3))
    desk.write("wishes", SMALL + wishes)
    told = desk.run("check", "wishes").out.splitlines()
    grouped = told.index("    3 × T04: lines 18, 22, 26")
    assert told[grouped - 1].startswith("    → This section can last from ")
    assert [line.split(" → ")[0] for line in told[grouped + 1 : grouped + 3]] == ["      line 22", "      line 26"]
    assert len({line.split(" → ")[1] for line in told[grouped - 1 : grouped + 3] if " → " in line}) == 3


def test_of_many_findings_those_that_matter_stand_first(desk: Desk) -> None:
    desk.write("many", MANY)
    told = desk.run("check", "many").out.splitlines()
    assert told[0].endswith("findings. These matter first:")
    shown = [line for line in told if ": error " in line or ": warning " in line]
    assert len(shown) == 5
    assert shown[0].split(": ")[1].startswith("error L12")
    rest = told[next(number for number, line in enumerate(told) if "found as well" in line) + 1 :]
    assert rest
    assert all(line.startswith("    ") and "(line" in line for line in rest)


def test_groups_may_have_longer_silences_that_are_announced(desk: Desk) -> None:
    desk.write("sit", SMALL + "\nWe sit in silence for three minutes. [pause 3m]\n\nLook around.\n")
    assert "L15" in desk.run("check", "sit").out
    assert "L15" not in desk.run("check", "--for", "groups", "sit").out


@pytest.mark.parametrize(
    ("script", "said", "lines"),
    [
        (bytes(range(256)) * 1024, "This is not UTF-8 text.", 2),
        (b"Rest.\0" * 40_000, "so this is no text file.", 2),
        ("A Gr\xfc\xdfe line.".encode("latin-1"), "This is not UTF-8 text.", 4),
        (("Rest. " + "ü" * 9).encode() * 9_000, "has at most 131,072.", 4),
    ],
)
def test_of_what_is_no_text_that_is_told_and_no_line_shown(desk: Desk, script: bytes, said: str, lines: int) -> None:
    path = desk.folder / "noise.md"
    path.write_bytes(script)
    ran = desk.run("check", str(path))
    assert ran.code == 1
    assert said in ran.out
    assert len(ran.out.splitlines()) == lines
