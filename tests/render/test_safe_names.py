"""Names of files: what any system refuses is never in one, whatever it is made from."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feltsense.render.safe_names import safe_name

WINDOWS_DEVICES = {
    "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
    *(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"),
}  # fmt: skip

NAMES = (
    st.text()
    | st.text("abcCON.NULcom1¹ /:*?\u0308\u00e9\u200d👩😀", max_size=300)
    | st.sampled_from(sorted(WINDOWS_DEVICES))
)


@given(NAMES)
@example("con . ")
@example("\u200dCON")
@example("a" * 109 + "é")
@example("a" * 107 + " . b")
@example("👩\u200d👩\u200d👧" * 30)
@example("e\x00\u0301")
@example("\ud800 half a sign")
def test_every_system_keeps_it(name: str) -> None:
    made = safe_name(name)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]', made)
    assert made == made.strip(". ")
    assert made
    assert made.partition(".")[0].rstrip().upper() not in WINDOWS_DEVICES
    assert made == unicodedata.normalize("NFC", made)
    assert len(made.encode("utf-8")) <= 110
    assert len(made.encode("utf-16-le")) <= 220
    assert all(unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") for char in made)
    assert len((made + ".rendered-99.timeline.json").encode()) <= 143


@given(NAMES)
def test_a_safe_name_stays(name: str) -> None:
    assert safe_name(safe_name(name)) == safe_name(name)


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=4, max_size=60))
def test_a_plain_name_is_kept_to_the_letter(name: str) -> None:
    if name.upper() not in WINDOWS_DEVICES:
        assert safe_name(name) == name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Track 437 – 6 min", "Track 437 – 6 min"),
        ("feet-2.5min", "feet-2.5min"),
        ("Füße am Boden · 足", "Füße am Boden · 足"),
        ("Fu\u0308ße", "Füße"),
        ("What is here? A look", "What is here A look"),
        ('in/out: "a" <b>', "in-out- 'a' b"),
        ("two\nlines\tand\x00 a zero", "two lines and a zero"),
        ("... hidden. . ", "hidden"),
        ("nul", "_nul"),
        ("Com1.old", "_Com1.old"),
        ("LPT² ", "_LPT²"),
        ("console", "console"),
        ("\u202egnp.evil", "gnp.evil"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("???", "track"),
        ("", "track"),
    ],
)
def test_names(name: str, made: str) -> None:
    assert safe_name(name) == made


def test_what_is_left_of_nothing_can_be_chosen() -> None:
    assert safe_name("/.", "exercises") == "-"
    assert safe_name("..", "exercises") == "exercises"
