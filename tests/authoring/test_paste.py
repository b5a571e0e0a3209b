"""A pasted text, as importing reads it, and its place in the script."""

import pytest

from feltsense.authoring.paste import PasteOffer, change_summary, offer_import, place_import
from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.script.parser import parse

TEXT = """Instructor: Welcome to this moment.
(pause 10 seconds)

[Therapist dims the light]

Notice your feet. (long pause)
"""
READ = "Welcome to this moment.\n[pause 10s]\n\n> Therapist dims the light\n\nNotice your feet. [long pause]"
PAGE = '---\ntitle: "By the sea"\n---\n\n'


def offer(text: str) -> PasteOffer:
    made = offer_import(text, "By the sea")
    assert made is not None
    return made


def placed(before: str, after: str, text: str = TEXT) -> str:
    whole = before + text + after
    return place_import(whole, len(before), offer(text)).apply(whole)


def test_what_it_becomes_is_counted() -> None:
    assert offer(TEXT).summary == "2 pauses, 1 note, 1 left out"


@pytest.mark.parametrize("kind", [kind for kind in ChangeKind if kind not in (ChangeKind.SIGNS, ChangeKind.VERSE)])
def test_every_kind_of_change_is_counted_in_words(kind: ChangeKind) -> None:
    one = ImportChange(1, kind, "there")
    said = change_summary((one, one))
    assert said == "2 headings" if kind is ChangeKind.SECTION else said.startswith(f"2 {kind.value}")
    assert said.endswith("s") or kind in (ChangeKind.MOVED, ChangeKind.LEFT_OUT)


@pytest.mark.parametrize(
    "text",
    [
        "One line alone (pause).",
        "Two lines\nof words (pause).\n",
        "Notice your feet.\n\nAnd your hands.\n\nIf you like, rest here.\n",
        "## Feet\n\nNotice your feet. [pause 5s]\n\n[bell]\n\nAnd your hands.\n",
        "“Curly” signs\nin some lines\nof words here.\n",
        "{\n\n\n",
        "\n\n\n\n",
        "\x00\n\x00\n\x00\n",
    ],
)
def test_where_importing_would_change_nothing_of_weight_nothing_is_offered(text: str) -> None:
    assert offer_import(text, "x") is None


def test_on_an_empty_page_the_pages_own_title_stays() -> None:
    made = placed(PAGE, "")
    assert made == f"{PAGE}{READ}\n"
    assert parse(made, "x").errors == ()


def test_a_title_in_the_text_is_kept_where_the_page_has_another() -> None:
    titled = f"# Body scan\n\n{TEXT}"
    assert placed(PAGE, "", titled) == f"{PAGE}> Body scan\n\n{READ}\n"
    assert (
        placed(PAGE.replace("By the sea", "Body Scan"), "", titled)
        == f"{PAGE.replace('By the sea', 'Body Scan')}{READ}\n"
    )


def test_within_a_text_only_its_place_changes_and_a_title_is_a_heading() -> None:
    titled = f"# Body scan\n\n{TEXT}"
    made = placed(f"{PAGE}Before.\n", "After.\n", titled)
    assert made == f"{PAGE}Before.\n\n## Body scan\n\n{READ}\n\nAfter.\n"


def test_where_nothing_else_stands_the_whole_import_does() -> None:
    made = placed("", "\n")
    assert made.startswith('---\ntitle: "By the sea"\n')
    assert made.endswith(f"\n---\n\n{READ}\n")


def test_front_matter_of_the_text_goes_into_that_of_an_empty_page() -> None:
    other = f"---\ntitle: Other\ntier: 2\n---\n\n{TEXT}"
    assert placed(PAGE, "", other) == f'---\ntitle: "By the sea"\ntier: 2\n---\n\n{READ}\n'
