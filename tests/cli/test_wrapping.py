"""Text in lines that fit the terminal."""

import pytest

from feltsense.cli.wrapping import WIDEST, beside_or_below, columns, wrap_lines, wrap_text

LONG = (
    "Kind wishes for someone who is easy to like, perhaps with four legs, and then, with self-compassion, some for you."
)


@pytest.mark.parametrize(("there", "taken"), [("200", WIDEST), ("80", 80), ("40", 40), ("3", 20)])
def test_lines_are_as_wide_as_the_terminal_up_to_what_reads_easily(
    monkeypatch: pytest.MonkeyPatch, there: str, taken: int
) -> None:
    monkeypatch.setenv("COLUMNS", there)
    assert columns() == taken
    lines = wrap_lines(LONG, "  ", "    ")
    assert all(len(line) <= taken for line in lines)
    assert "\n".join(lines).split() == LONG.split(), "no word is broken, nor at its hyphen"
    assert lines[0].startswith("  Kind")
    assert lines[1].startswith("    ")


def test_a_path_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    path = "/home/somebody/.local/share/feltsense/journal-of-mine.db"
    assert wrap_text(f"It is kept in {path}, here.").splitlines()[1] == f"{path},"


def test_a_command_stands_beside_or_below_in_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert beside_or_below("  Next:", "feltsense play two-hands", gap=" ") == ["  Next: feltsense play two-hands"]
    assert beside_or_below("  A kind voice", "feltsense play a-kind-voice", indent="    ") == [
        "  A kind voice",
        "    feltsense play a-kind-voice",
    ]
    whole = "feltsense play the-others-awake-tonight"
    assert beside_or_below("", whole) == [whole]
    assert beside_or_below("  " + "word " * 10, whole) == ["  " + " ".join(["word"] * 7), "  word word word", whole]
