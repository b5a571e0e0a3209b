"""`feltsense journal`: look at it, take it along, bring it in, delete it."""

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from feltsense.journal.model import Field, NewPractice, Outcome, TooMuch, When
from feltsense.journal.store import open_journal
from feltsense.system.paths import data_home
from feltsense.voice import registry
from practising import practice
from running import Desk

NOTE = "my own line, for nobody else"


def practise(title: str = "Feet on the floor", after: int = 5, note: str = NOTE) -> int:
    with open_journal(data_home()) as journal:
        number = journal.start_practice(
            NewPractice("feet-on-the-floor", title, "0" * 64, "heart", 1, length_ms=180_000)
        )
        journal.record_answer(number, When.BEFORE, Field.DISTRESS, 7)
        journal.record_answer(number, When.BEFORE, Field.PLACE, "chest")
        journal.record_end(number, 95_000, Outcome.EARLY)
        journal.record_answer(number, When.AFTER, Field.DISTRESS, after)
        journal.record_answer(number, When.AFTER, Field.TOO_MUCH, TooMuch.BIT)
        journal.record_answer(number, When.AFTER, Field.NOTE, note)
        return number


def test_without_a_journal_nothing_is_made(desk: Desk) -> None:
    ran = desk.run("journal", "list")
    assert (ran.code, ran.out, ran.err) == (0, "", "No practices yet.\n")
    assert desk.run("journal", "list", "--json").out == "[]\n"
    for command in (["show", "1"], ["export"], ["delete", "1", "--yes"], ["delete", "--all", "--yes"]):
        ran = desk.run("journal", *command)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("There is no journal yet.")
    assert not data_home().exists()


def test_the_newest_come_first_a_line_each(desk: Desk) -> None:
    practise()
    practise("A very long title that would never fit into a line with all the rest", after=8)
    ran = desk.run("journal", "list")
    newest, oldest = ran.out.splitlines()
    assert ran.code == 0
    assert newest.endswith("1:35    7 → 8    – → –")
    assert oldest.endswith("1:35    7 → 5    – → –")
    assert "Feet on the floor" in oldest
    assert max(len(newest), len(oldest)) <= 80
    assert NOTE not in ran.out


def test_a_list_says_when_there_are_more(desk: Desk) -> None:
    for _ in range(3):
        practise()
    ran = desk.run("journal", "list", "--limit", "2")
    assert len(ran.out.splitlines()) == 2
    assert "2 of 3" in ran.err
    assert [row["id"] for row in json.loads(desk.run("journal", "list", "--json").out)] == [3, 2, 1]


def test_one_practice_is_shown_in_plain_words(desk: Desk) -> None:
    number = practise(note=f"{NOTE}\x1b[2J")
    lines = desk.run("journal", "show", str(number)).out.splitlines()
    assert lines[0] == "Feet on the floor  (feet-on-the-floor)"
    assert lines[2:] == [
        "Heard 1:35 of 3:00, ended early, which counts just as much.",
        "Distress: 7 before, 5 after. 2 lower than before.",
        "Before: in the chest.",
        "Too much: a bit.",
        f"Your line: {NOTE}\\u001b[2J",
    ]
    found = json.loads(desk.run("journal", "show", str(number), "--json").out)
    assert (found["id"], found["before"]["distress"], found["ended"]) == (number, 7, "early")


def test_a_practice_that_is_not_there_is_told(desk: Desk) -> None:
    practise()
    ran = desk.run("journal", "show", "99")
    assert (ran.code, ran.out) == (1, "")
    assert "Practice 99 is not in the journal." in ran.err


@pytest.mark.parametrize("name", ["mine.csv", "mine.json"])
def test_what_is_taken_along_can_be_brought_in(desk: Desk, name: str) -> None:
    practise()
    ran = desk.run("journal", "export", "-o", name, "--notes")
    assert (ran.code, ran.out) == (0, f"{name}\n")
    assert ran.err.startswith("1 practice, from ")
    assert NOTE in Path(name).read_text("utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(Path(name).stat().st_mode) == 0o600
    assert desk.run("journal", "import", name).err == "0 practices brought in; 1 practice was here already.\n"
    desk.run("journal", "delete", "--all", "--yes")
    assert desk.run("journal", "import", name).err == "1 practice brought in.\n"
    (found,) = json.loads(desk.run("journal", "list", "--json").out)
    assert found["after"]["note"] == NOTE


def test_notes_stay_here_unless_asked_for(desk: Desk) -> None:
    practise()
    for form in ("csv", "json"):
        ran = desk.run("journal", "export", "--format", form)
        assert NOTE not in ran.out
        assert "feet-on-the-floor" in ran.out
        assert "1 note of your own left out; --notes adds them." in ran.err


def test_a_preview_takes_nothing_along(desk: Desk) -> None:
    practise()
    ran = desk.run("journal", "export", "-o", "mine.csv", "--preview")
    assert "1 note of your own left out" in ran.out
    assert ran.err == ""
    assert not Path("mine.csv").exists()


def test_where_nothing_can_be_written_is_told(desk: Desk) -> None:
    practise()
    ran = desk.run("journal", "export", "-o", "nowhere/mine.csv")
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be written" in ran.err


@pytest.mark.parametrize("name", ["mine.csv", "mine.json"])
def test_an_export_replaces_an_earlier_one_and_no_other_file(desk: Desk, name: str) -> None:
    practise()
    desk.run("journal", "export", "-o", name, "--notes")
    assert desk.run("journal", "export", "-o", name).code == 0
    assert NOTE not in Path(name).read_text("utf-8")
    Path(name).write_text("version of my own", "utf-8")
    ran = desk.run("journal", "export", "-o", name)
    assert (ran.code, ran.out) == (1, "")
    assert f"{name} is there already. It is no export of a journal, and stays as it is." in ran.err
    assert Path(name).read_text("utf-8") == "version of my own"


def test_what_is_no_export_is_told(desk: Desk) -> None:
    Path("other.csv").write_bytes(b"a,b\n\xff\n")
    Path("other.json").write_text('{"format": "another"}')
    for name in ("other.csv", "other.json"):
        ran = desk.run("journal", "import", name)
        assert ran.code == 1
        assert "is no journal that feltsense has exported" in ran.err


def test_a_file_that_is_not_there_is_told(desk: Desk) -> None:
    ran = desk.run("journal", "import", "none.json")
    assert (ran.code, ran.err) == (1, "There is no file none.json.\n  Check the path.\n")
    ran = desk.run("journal", "import", ".")
    assert (ran.code, ". cannot be read" in ran.err) == (1, True)


def test_deleting_asks_unless_told_not_to(desk: Desk) -> None:
    first, second = practise(), practise()
    ran = desk.run("journal", "delete", str(first))
    assert ran.code == 2
    assert "--yes" in ran.err
    assert desk.run("journal", "delete").code == 2
    assert desk.run("journal", "delete", "1", "--all").code == 2
    ran = desk.run("journal", "delete", str(second), "99", "--yes")
    assert (ran.code, "Practice 99" in ran.err) == (1, True)
    assert len(json.loads(desk.run("journal", "list", "--json").out)) == 2
    ran = desk.run("journal", "delete", str(first), str(first), "--yes")
    assert (ran.code, ran.err) == (0, "1 practice deleted for good.\n")
    assert [row["id"] for row in json.loads(desk.run("journal", "list", "--json").out)] == [second]
    assert desk.run("journal", "delete", "--all", "--yes").err == "1 practice deleted for good.\n"
    assert NOTE.encode() not in (data_home() / "journal.db").read_bytes()


@pytest.mark.parametrize(("answer", "left"), [("n", 1), ("", 1), ("huh\nno", 1), ("huh\n Yes", 0), ("y", 0)])
def test_whoever_is_asked_decides(desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: str, left: int) -> None:
    practise()

    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal(f"{answer}\n"))
    ran = desk.run("journal", "delete", "--all")
    assert ran.code == 0
    assert "Delete 1 practice? This cannot be undone" in ran.err
    assert ("Nothing was deleted." in ran.err) == (left == 1)
    assert ran.err.count("Type y for yes, or n for no") == answer.count("huh")
    assert len(json.loads(desk.run("journal", "list", "--json").out)) == left


def test_a_damaged_journal_is_told_once(desk: Desk) -> None:
    practise()
    (data_home() / "journal.db").write_bytes(b"words " * 1000)
    ran = desk.run("journal", "list")
    assert ran.code == 0
    assert "The journal was damaged. It is now" in ran.err
    assert "journal-damaged.db" in ran.err
    assert desk.run("journal", "list").err == "No practices yet.\n"


def test_doctor_tells_how_the_journal_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "VOICES", {})

    def row() -> dict[str, object]:
        rows = json.loads(desk.run("doctor", "--json").out)
        found: dict[str, object] = next(each for each in rows if each["what"] == "journal")
        return found

    assert row()["detail"] == f"none yet, in {data_home() / 'journal.db'}"
    assert not data_home().exists()
    practise()
    assert row() == {
        "what": "journal",
        "fine": True,
        "detail": f"1 practice, for you alone, in {data_home() / 'journal.db'}",
        "hint": "",
    }
    if os.name == "posix":
        (data_home() / "journal.db").chmod(0o644)
        assert (row()["fine"], "Others can look" in str(row()["hint"])) == (False, True)
    (data_home() / "journal.db").write_bytes(b"words " * 1000)
    assert "not readable" in str(row()["detail"])


def test_a_list_says_what_all_of_them_say_together(desk: Desk) -> None:
    for number in range(12):
        practise(after=number % 10)
    ran = desk.run("journal", "list", "--limit", "2")
    assert len(ran.out.splitlines()) == 2
    said = " ".join(ran.err.split())
    assert "2 of 12; --limit shows more. 12 practices, on " in said
    assert "Distress: lower after in 9 of 12, same in 1, higher in 2." in said
    assert "12 practices cannot tell it for sure; it may be anything from " in said
    assert "Alone or connected" not in said
    assert max(map(len, ran.err.splitlines())) <= 80


def test_a_list_can_be_of_a_part(desk: Desk) -> None:
    practise("Feet on the floor", note="Grandmother’s GARDEN")
    with open_journal(data_home()) as journal:
        other = practice(7, 5, number=30)
        long_ago = datetime(2020, 5, 17, 23, tzinfo=UTC)
        journal.import_practices([replace(other, title="Even breath", slug="even-breath", began_at=long_ago)])
    every = ["--find", "garden grandmother"], ["--exercise", "FEET ON THE FLOOR"], ["--from", "2020-05-18"]
    for chosen in every:
        (row,) = json.loads(desk.run("journal", "list", "--json", *chosen).out)
        assert (row["id"], row["played"], row["note_written_at"]) == (1, True, None)
    for chosen in (
        ["--exercise", "even-breath"],
        ["--to", "2020-05-17"],
        ["--from", "2020-05-17", "--to", "2020-05-17"],
    ):
        ran = desk.run("journal", "list", *chosen)
        assert [line.split()[1] for line in ran.out.splitlines()] == ["2020-05-17"]
        assert "1 practice, on 17 May 2020." in ran.err
    assert desk.run("journal", "list", "--find", "nowhere").err == "No such practices.\n"
    ran = desk.run("journal", "list", "--exercise", "feet")
    assert (ran.code, ran.out) == (1, "")
    assert "even-breath, feet-on-the-floor" in ran.err


def test_somebody_who_went_back_is_listed_plainly_and_not_counted(desk: Desk) -> None:
    practise()
    with open_journal(data_home()) as journal:
        left = journal.start_practice(NewPractice("feet-on-the-floor", "Feet", "0" * 64, "heart", 1))
        journal.record_answer(left, When.BEFORE, Field.DISTRESS, 10)
    ran = desk.run("journal", "list")
    assert ran.out.splitlines()[0].split()[4:] == ["not", "played", "10", "–"]
    assert "1 practice, on" in ran.err
    assert "Once you checked in and did not play; that is not counted here." in " ".join(ran.err.split())
    assert "Not said" not in ran.err


def test_a_line_is_written_later_changed_and_removed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    number = str(practise(note=""))

    def note(line: str, *more: str) -> str:
        monkeypatch.setattr("sys.stdin", StringIO(f"{line}\n"))
        return desk.run("journal", "note", number, *more).err

    assert note("It was warmer than I thought.") == "Kept.\n"
    shown = desk.run("journal", "show", number).out
    assert "Your line, written later: " in shown
    assert " ".join(shown.split()).endswith(": It was warmer than I thought.")
    assert json.loads(desk.run("journal", "list", "--json").out)[0]["note_written_at"]
    assert note("") == "Your line until now: It was warmer than I thought.\nNothing was changed.\n"
    assert note("Another.").endswith("Kept.\n")
    assert "warmer" not in desk.run("journal", "show", number).out
    assert note("", "--remove") == "Removed for good.\n"
    assert note("", "--remove") == "There was no line.\n"
    assert "Your line" not in desk.run("journal", "show", number).out
    assert b"Another." not in (data_home() / "journal.db").read_bytes()


def test_what_was_there_by_exercise(desk: Desk) -> None:
    assert desk.run("journal", "exercises").err.startswith("There is no journal yet.")
    for after in (5, 7):
        practise(after=after)
    (row,) = desk.run("journal", "exercises").out.splitlines()
    assert row.startswith("feet-on-the-floor ")
    assert "2 practices, the last on " in row
    (found,) = json.loads(desk.run("journal", "exercises", "--json").out)
    assert (found["slug"], found["practices"]) == ("feet-on-the-floor", 2)
    lines = desk.run("journal", "exercises", "Feet on the floor").out.splitlines()
    assert lines[:2] == ["Feet on the floor", "What was there when you did this one."]
    assert "Distress: lower after in 1 of 2, same in 1, higher in 0." in lines
    assert "Before: chest 2" in lines
    assert lines.count(NOTE) == 2
    assert max(map(len, lines)) <= 80
    blocks = json.loads(desk.run("journal", "exercises", "feet-on-the-floor", "--json").out)
    assert {"head": "Where in the body", "lines": ["Before: chest 2"]} in blocks


@pytest.mark.parametrize("arguments", [("list",), ("show", "1"), ("exercises",), ("exercises", "feet-on-the-floor")])
def test_words_stay_whole_in_a_narrow_terminal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    practise(note="It was warmer than I thought, and the evening went on as evenings do.")
    monkeypatch.setenv("COLUMNS", "44")
    ran = desk.run("journal", *arguments)
    assert ran.code == 0
    lines = (ran.out + ran.err).splitlines()
    assert max(map(len, lines)) <= 44
    assert "feet-on-the-floor" in ran.out or "Feet on the floor" in ran.out


def test_a_practice_without_a_title_has_its_number_in_a_narrow_terminal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = practise(title="")
    monkeypatch.setenv("COLUMNS", "44")
    assert desk.run("journal", "list").out.split()[0] == str(number)


def test_a_list_says_what_its_numbers_are(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    practise()
    assert "Behind each length: distress before and after, then alone or connected." in desk.run("journal", "list").err
    monkeypatch.setenv("COLUMNS", "60")
    assert "1:35, distress 7 → 5, alone or connected – → –" in " ".join(desk.run("journal", "list").out.split())
