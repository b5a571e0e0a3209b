"""`feltsense import`."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from running import PROGRAM, Desk

PASTED = "Sit down. (pause 10 seconds)\n\nHello [name]. “Rest” now."
WHOLE = PASTED.replace(" [name]", "")
"""Without the hole in its sentence, which stops a render until it is filled."""


def test_the_script_goes_to_standard_output_and_the_report_beside_it(desk: Desk) -> None:
    Path("pasted.txt").write_text(PASTED, "utf-8")
    ran = desk.run("import", "pasted.txt")
    assert ran.code == 0
    assert ran.out.startswith('---\ntitle: "Pasted"\n')
    assert "Sit down. [pause 10s]\n" in ran.out
    assert ran.err.splitlines() == [
        "“Pasted”, from pasted.txt: 1 section, 5 words to be spoken.",
        "  pause     line 1: (pause 10 seconds) → [pause 10s]",
        "  question  line 3: [name] → A name is said here (“name” stood here).",
        "  signs     line 1: 2 × curly quotes",
        "",
        "1 question stands in the script (<!-- question: … -->).",
        "  One leaves a hole in its sentence, and must be answered before it can be rendered.",
        "  feltsense import pasted.txt --ask -o NAME.md asks one by one; so does the desk.",
    ]


def test_a_dash_names_standard_output(desk: Desk) -> None:
    Path("pasted.txt").write_text(PASTED, "utf-8")
    assert desk.run("import", "pasted.txt", "-o", "-").out == desk.run("import", "pasted.txt").out
    ran = desk.run("import", "pasted.txt", "--split", "-o", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "--split writes several files, into a folder" in ran.err
    assert [path.name for path in Path.cwd().iterdir()] == ["pasted.txt"]


def test_it_can_be_checked_and_shown_at_once(desk: Desk) -> None:
    Path("pasted.txt").write_text(WHOLE, "utf-8")
    ran = desk.run("import", "pasted.txt", "-o", "new/pasted.md")
    assert (ran.code, ran.out) == (0, "new/pasted.md\n")
    assert "Next: feltsense check new/pasted.md" in ran.err
    assert desk.run("show", "new/pasted.md").code == 0
    assert "error" not in desk.run("check", "new/pasted.md").out


def test_on_a_terminal_it_says_that_nothing_was_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("my notes.txt").write_text(PASTED, "utf-8")
    assert "Nothing was written" not in desk.run("import", "my notes.txt").err
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert desk.run("import", "my notes.txt").err.endswith("\nNothing was written; -o 'my notes.md' writes it.\n")


def test_no_file_is_overwritten(desk: Desk) -> None:
    Path("pasted.txt").write_text(PASTED, "utf-8")
    Path("pasted.md").write_text("mine", "utf-8")
    ran = desk.run("import", "pasted.txt", "-o", "pasted.md")
    assert (ran.code, ran.out) == (1, "")
    assert "pasted.md is there already" in ran.err
    assert Path("pasted.md").read_text("utf-8") == "mine"
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["pasted.md", "pasted.txt"]


def test_a_folder_takes_the_files_name(desk: Desk) -> None:
    Path("pasted.txt").write_text(WHOLE, "utf-8")
    assert desk.run("import", "pasted.txt", "-o", str(desk.folder / "exercises")).code == 0
    assert desk.run("show", "pasted").code == 0


@pytest.mark.parametrize(
    ("text", "name"), [(f"# Kind hands\n\n{PASTED}", "kind-hands.md"), (PASTED, "untitled.md")], ids=["titled", "not"]
)
def test_in_a_folder_what_was_pasted_is_called_by_its_title(
    text: str, name: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("there").mkdir()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    ran = desk.run("import", "-", "-o", "there")
    assert (ran.code, ran.out) == (0, f"there/{name}\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_in_plain_words(desk: Desk) -> None:
    Path("pasted.txt").write_text(PASTED, "utf-8")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*PROGRAM, "import", "pasted.txt"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr.endswith(
        "What came out could not be written: no space left on device.\n  Make room there, and try again.\n"
    )


def test_a_script_can_be_pasted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PASTED.encode())))
    ran = desk.run("import", "-")
    assert ran.code == 0
    assert 'title: "Untitled"' in ran.out


@pytest.mark.parametrize("output", [(), ("-o", "made.md")])
def test_the_json_report_is_complete(desk: Desk, output: tuple[str, ...]) -> None:
    Path("pasted.txt").write_text(PASTED, "utf-8")
    found = json.loads(desk.run("import", "pasted.txt", "--json", *output).out)
    script = found.pop("script", None) or Path("made.md").read_text("utf-8")
    assert "[pause 10s]" in script
    (question,) = found.pop("open_questions")
    assert "name" in question.pop("question")
    assert question.pop("choices")
    assert script.split("\n")[question.pop("line") - 1].startswith("Hello ")
    assert question == {"blank": True}
    assert found == {
        "path": "pasted.txt",
        "output": output[1] if output else None,
        "title": "Pasted",
        "sections": 1,
        "words": 5,
        "questions": 1,
        "practices": [],
        "places": "line",
        "doubt": "",
        "changes": [
            {"place": 1, "turned": "signs", "before": "2 × curly quotes", "after": ""},
            {"place": 1, "turned": "pause", "before": "(pause 10 seconds)", "after": "[pause 10s]"},
            {"place": 3, "turned": "question", "before": "[name]", "after": "A name is said here (“name” stood here)."},
        ],
    }


def test_a_long_report_is_shortened_and_says_so(desk: Desk) -> None:
    Path("dots.txt").write_text("Rest. (pause)\n\n" * 30, "utf-8")
    told = desk.run("import", "dots.txt").err
    assert len(told.splitlines()) == 6
    assert "… and 26 more (--json tells all)" in told


@pytest.mark.parametrize(
    ("name", "told"), [("nowhere.txt", "cannot be read"), (".", "cannot be read"), ("empty", "is empty")]
)
def test_an_import_error_is_shown(desk: Desk, name: str, told: str) -> None:
    Path("empty").touch()
    ran = desk.run("import", name)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err


def test_a_write_error_is_shown(desk: Desk) -> None:
    Path("pasted.txt").write_text(PASTED, "utf-8")
    ran = desk.run("import", "pasted.txt", "-o", "pasted.txt/in.md")
    assert ran.code == 1
    assert "could not be written" in ran.err


TWO = "# First practice\n\n## Opening\n\nNotice your feet.\n\n# Second practice\n\n## Opening\n\nNotice your hands.\n"


def test_several_practices_are_told_and_written_one_by_one(desk: Desk) -> None:
    Path("two.md").write_text(TWO, "utf-8")
    told = desk.run("import", "two.md").err
    assert "There are 2 practices in it: “First practice”, “Second practice”." in told
    ran = desk.run("import", "two.md", "--split", "-o", "out")
    assert (ran.code, ran.out.split()) == (0, ["out/first-practice.md", "out/second-practice.md"])
    first = Path("out/first-practice.md").read_text("utf-8")
    assert 'title: "First practice"' in first
    assert first.endswith("## Opening\n\nNotice your feet.\n")
    assert Path("out/second-practice.md").read_text("utf-8").endswith("## Opening\n\nNotice your hands.\n")


def test_splitting_overwrites_nothing_and_needs_a_folder(desk: Desk) -> None:
    Path("two.md").write_text(TWO, "utf-8")
    Path("out").mkdir()
    Path("out/second-practice.md").write_text("mine", "utf-8")
    ran = desk.run("import", "two.md", "--split", "-o", "out")
    assert ran.code == 1
    assert "second-practice.md is there already" in ran.err
    assert [path.name for path in Path("out").iterdir()] == ["second-practice.md"]
    assert desk.run("import", "two.md", "--split").code == 2


def test_split_reports_each_for_programs(desk: Desk) -> None:
    Path("two.md").write_text(TWO, "utf-8")
    records = json.loads(desk.run("import", "two.md", "--split", "-o", "out", "--json").out)
    assert [(each["title"], each["sections"]) for each in records] == [("First practice", 1), ("Second practice", 1)]


def test_practices_of_any_titles_get_files_of_their_own(desk: Desk) -> None:
    titles = ("First", "First 3", "First", "\u65e5\u672c")
    parts = (f"# {title}\n\n## Opening\n\nSettle in now.\n" for title in titles)
    Path("many.md").write_text("\n".join(parts), "utf-8")
    ran = desk.run("import", "many.md", "--split", "-o", "out")
    assert ran.code == 0
    assert {each.stem for each in Path("out").iterdir()} == {"first", "first-3", "first-4", "practice-4"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_no_free_name(desk: Desk) -> None:
    Path("two.md").write_text("".join(f"# {name}\n\n## One\n\nSettle in now.\n\n" for name in ("A", "B")), "utf-8")
    Path("out").mkdir()
    Path("out/b.md").symlink_to("nowhere.md")
    ran = desk.run("import", "two.md", "--split", "-o", "out")
    assert (ran.code, ran.out) == (1, "")
    assert [each.name for each in Path("out").iterdir()] == ["b.md"]
