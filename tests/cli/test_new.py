"""`feltsense new`."""

from pathlib import Path

import pytest

from feltsense.cli.new import PRACTICES
from feltsense.script import fields
from running import Desk


def test_the_practices_are_those_of_the_format() -> None:
    assert PRACTICES == fields.PRACTICES


@pytest.mark.parametrize("practice", PRACTICES)
def test_it_stands_in_the_workspace_and_can_be_used_at_once(desk: Desk, practice: str) -> None:
    ran = desk.run("new", "My evening", "--practice", practice)
    path = desk.folder / "exercises" / "my-evening.md"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert f"feltsense watch {path} --listen" in ran.err
    assert desk.run("check", "my-evening").err == "1 script read: nothing found.\n"
    assert desk.run("show", "my-evening").out.startswith("My evening\n")


def test_nothing_is_written_over(desk: Desk) -> None:
    before = (desk.folder / "exercises" / "small.md").read_bytes()
    ran = desk.run("new", "small", "--practice", "nature")
    assert ran.code == 1
    assert "is there already" in ran.err
    assert (desk.folder / "exercises" / "small.md").read_bytes() == before


@pytest.mark.parametrize(
    ("output", "path"),
    [
        ("here.md", "here.md"),
        ("letters", "letters/a-quiet-letter.md"),
        (".", "a-quiet-letter.md"),
        ("letters.md/", "letters.md/a-quiet-letter.md"),
    ],
)
def test_another_place_can_be_named(desk: Desk, output: str, path: str) -> None:
    ran = desk.run("new", "A quiet letter", "--practice", "journalling", "-o", output)
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert Path(path).read_text("utf-8").startswith("---\n")


@pytest.mark.parametrize(
    ("name", "slug", "title"),
    [
        ("evening-feet", "evening-feet", "Evening feet"),
        ("It’s: a/../test", "its-a-test", "It’s: a/../test"),
        ("Füße am Boden", "füße-am-boden", "Füße am Boden"),
    ],
)
def test_a_name_becomes_a_title_and_a_file(desk: Desk, name: str, slug: str, title: str) -> None:
    assert desk.run("new", name, "--practice", "grounding").code == 0
    assert desk.run("show", slug).out.startswith(f"{title}\n")


def test_an_empty_page_has_its_title_alone(desk: Desk) -> None:
    ran = desk.run("new", "My evening", "--blank")
    path = desk.folder / "exercises" / "my-evening.md"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert path.read_text("utf-8") == '---\ntitle: "My evening"\n---\n\n'
    assert "Write or paste your words" in ran.err


def test_what_is_no_name_or_no_practice_is_wrong_usage(desk: Desk) -> None:
    assert desk.run("new", "...", "--practice", "grounding").code == 2
    assert desk.run("new", "x", "--practice", "sleep").code == 2
    assert "--practice breath, or --blank" in desk.run("new", "x").err
    assert desk.run("new", "x", "--blank", "--practice", "breath").code == 2
