"""Every region has somebody to turn to, with a number, a source and a day; nobody is left without."""

import re
from datetime import date

import pytest

from feltsense.care.helplines import (
    NO_TREATMENT,
    SAFETY,
    WORLD,
    Emergency,
    Helpline,
    guess_region,
    helplines,
    region,
    regions,
)

WANTED = {"US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "NL", "BE", "ES", "IT", "IN", "ZA"}
EVERY = [region(code) for code in regions()]
ENTRIES = [entry for each in EVERY for entry in (*each.emergency, *each.lines)]
NUMBER = re.compile(r"[0-9][0-9 –-]*")


def test_the_regions_are_those_that_are_promised() -> None:
    assert set(regions()) == WANTED | {WORLD}
    assert list(regions())[-1] == WORLD
    assert regions()["GB"] == "United Kingdom"


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("US", "911"), ("CA", "911"), ("GB", "999"), ("IE", "112 or 999"), ("AU", "000"), ("NZ", "111"), ("DE", "112"),
        ("AT", "112"), ("CH", "144"), ("FR", "15"), ("NL", "112"), ("BE", "112"), ("ES", "112"), ("IT", "112"),
        ("IN", "112"), ("ZA", "112"), (WORLD, "112 or 911"),
    ],
)  # fmt: skip
def test_the_emergency_number_comes_first(code: str, number: str) -> None:
    assert region(code).emergency[0].number == number


@pytest.mark.parametrize(
    ("code", "name", "ways"),
    [
        ("US", "988 Suicide & Crisis Lifeline", ("Call 988", "Text anything to 988", "Chat at 988lifeline.org")),
        ("US", "Crisis Text Line", ("Text HOME to 741741",)),
        ("CA", "9-8-8: Suicide Crisis Helpline", ("Call 988", "Text anything to 988")),
        ("GB", "Samaritans", ("Call 116 123",)),
        ("GB", "Shout", ("Text SHOUT to 85258",)),
        ("AU", "Lifeline", ("Call 13 11 14", "Text anything to 0477 13 11 14", "Chat at lifeline.org.au")),
        ("NZ", "1737, Need to talk?", ("Call 1737", "Text anything to 1737")),
        ("IT", "Telefono Amico Italia", ("Call 02 2327 2327", "Write by WhatsApp to 324 011 7252")),
        (WORLD, "Find a Helpline", ("Look at findahelpline.com",)),
        (WORLD, "Befrienders Worldwide", ("Look at befrienders.org",)),
    ],
)
def test_the_exact_number_and_way_are_given(code: str, name: str, ways: tuple[str, ...]) -> None:
    (found,) = [line for line in region(code).lines if line.name == name]
    assert found.ways == ways


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: getattr(entry, "name", "") or entry.number)
def test_every_entry_names_its_source_and_the_day_it_was_looked_at(entry: Emergency | Helpline) -> None:
    assert entry.source.startswith(("https://", "http://"))
    assert date(2026, 11, 1) <= entry.verified_on <= date.today()  # noqa: DTZ011 - days, not moments
    assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", entry.source_date)


@pytest.mark.parametrize("line", [line for each in EVERY for line in each.lines], ids=lambda line: line.name)
def test_every_line_can_be_reached_and_fits_a_terminal(line: Helpline) -> None:
    assert line.ways
    assert line.languages
    assert not line.url or line.url.startswith("https://")
    for number in re.split(r", | or ", line.call) if line.call else []:
        assert NUMBER.fullmatch(number), number
    assert max(map(len, (*line.ways, line.name, line.serves))) <= 76


def test_wherever_one_is_somebody_can_be_turned_to() -> None:
    world = region(WORLD).lines
    assert helplines("GB") == region("GB").lines + world
    assert helplines(WORLD) == helplines("XX") == world
    assert region("gb") == region("GB")
    assert region("XX").emergency == region(WORLD).emergency


@pytest.mark.parametrize(
    ("environ", "guessed"),
    [
        ({"LANG": "en_GB.UTF-8"}, "GB"),
        ({"LANG": "de_AT@euro"}, "AT"),
        ({"LC_ALL": "fr_BE", "LANG": "en_US.UTF-8"}, "BE"),
        ({"LC_ALL": "", "LC_MESSAGES": "it_IT.UTF-8"}, "IT"),
        ({"LANG": "en_SG.UTF-8"}, WORLD),
        ({"LANG": "C.UTF-8"}, WORLD),
        ({"LANG": "POSIX"}, WORLD),
        ({"LANG": "en"}, WORLD),
        ({}, WORLD),
    ],
)
def test_the_region_is_guessed_from_the_systems_language(environ: dict[str, str], guessed: str) -> None:
    assert guess_region(environ) == guessed


def test_the_safety_text_is_word_for_word() -> None:
    assert SAFETY == (
        "This player can't see how you are and can't call anyone. "
        "If you or someone else might be in danger, contact emergency services now."
    )
    assert NO_TREATMENT == (
        "For wellbeing and practice between sessions; not a treatment, a diagnosis or an emergency service."
    )
