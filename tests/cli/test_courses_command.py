"""`feltsense courses`: what there is, what comes next, and no counting."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from feltsense.journal.files import journal_exists
from feltsense.journal.model import Outcome, Practice
from feltsense.journal.store import open_journal
from feltsense.system.paths import data_home
from running import Desk

_ALL = (("courses",), ("courses", "show", "letting-somebody-closer"), ("courses", "next"))


def hear(*slugs: str, length_ms: int | None = 40_000, heard_ms: int = 20_000) -> None:
    began = datetime(2026, 11, 1, 22, tzinfo=UTC)
    with open_journal(data_home()) as journal:
        journal.import_practices(
            Practice(
                0, f"{number:032x}", slug, slug, "0" * 64, "heart", 1, None, length_ms, began + timedelta(days=number),
                heard_ms=heard_ms, ended=Outcome.EARLY,
            )
            for number, slug in enumerate(slugs)
        )  # fmt: skip


def test_all_courses_are_shown_with_what_comes_next(desk: Desk) -> None:
    ran = desk.run("courses")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("Next: feltsense play ") == 7
    assert ran.out.startswith("A kinder voice  kinder-voice\n")
    assert not journal_exists(data_home())


def test_half_a_practice_counts_and_the_next_follows(desk: Desk) -> None:
    hear("one-tree", "two-hands", "self-compassion-break")
    assert "feltsense play a-kind-touch" in desk.run("courses", "next").out
    assert "feltsense play sit-spot" in desk.run("courses", "next", "Under the sky").out
    shown = desk.run("courses", "show", "kinder-voice").out
    assert " 1  two-hands, heard\n" in shown
    assert " 3  a-kind-touch, next\n" in shown
    assert " 4  an-easy-being\n" in shown


@pytest.mark.parametrize(
    ("length_ms", "heard_ms", "counts"),
    [(40_000, 19_000, False), (40_000, 20_000, True), (None, 59_000, False), (None, 60_000, True)],
)
def test_less_than_half_does_not_count(desk: Desk, length_ms: int | None, heard_ms: int, *, counts: bool) -> None:
    hear("two-hands", length_ms=length_ms, heard_ms=heard_ms)
    assert ("two-hands, heard" in desk.run("courses", "show", "kinder-voice").out) is counts


def test_one_that_was_heard_to_its_end_is_no_end(desk: Desk) -> None:
    hear("one-tree", "sit-spot", "river-walk")
    for arguments in (("next", "under-the-sky"), ("show", "under-the-sky"), ()):
        assert "You have been through all of it. Each can be heard again" in desk.run("courses", *arguments).out
    assert json.loads(desk.run("courses", "next", "--json", "under-the-sky").out) == {
        "course": "under-the-sky",
        "next": None,
    }


def test_a_name_that_is_nearly_right_is_suggested(desk: Desk) -> None:
    ran = desk.run("courses", "show", "under-sky")
    assert (ran.code, ran.out) == (1, "")
    assert "There is no course called “under-sky”." in ran.err
    assert "Did you mean under-the-sky?" in ran.err


def test_for_programs_all_is_said(desk: Desk) -> None:
    hear("feet-on-the-floor")
    rows = {row["name"]: row for row in json.loads(desk.run("courses", "--json").out)}
    assert len(rows) == 7
    row = json.loads(desk.run("courses", "show", "--json", "letting-somebody-closer").out)
    assert row == rows["letting-somebody-closer"]
    assert row["next"] == "one-true-sentence"
    assert row["steps"][0] == {
        "exercise": "feet-on-the-floor",
        "why": "Something to stand on, before anything is risked.",
        "heard": True,
    }
    assert json.loads(desk.run("courses", "next", "--json").out)["next"]["heard"] is False


def test_lines_fit_eighty_columns(desk: Desk) -> None:
    for course in json.loads(desk.run("courses", "--json").out):
        for arguments in ((), ("show", course["name"]), ("next", course["name"]), ("--help",), ("next", "--help")):
            assert max(map(len, desk.run("courses", *arguments).out.splitlines())) <= 80


@pytest.mark.parametrize("arguments", _ALL)
def test_words_stay_whole_in_a_narrow_terminal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    wide = desk.run(*arguments).out
    for columns in (40, 60):
        monkeypatch.setenv("COLUMNS", str(columns))
        narrow = desk.run(*arguments).out
        assert narrow.split() == wide.split()
        assert max(map(len, narrow.splitlines())) <= columns
