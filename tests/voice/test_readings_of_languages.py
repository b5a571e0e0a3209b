"""What German, Spanish, French, Italian, Portuguese and Dutch voices are given to read.

The folder `readings` has a golden file a language. Where its third column says a reading in words only, eSpeak NG must
hear the same in both.
"""

import re
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import feltsense.care
from feltsense.errors import VoiceError
from feltsense.voice.espeak.library import load_espeak_ng
from feltsense.voice.readings import read_aloud, readings_version
from tests_support import missing

steady = settings(derandomize=True)
LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")
GOLDEN = Path(__file__).parent / "readings"


@dataclass(frozen=True)
class Golden:
    language: str
    written: str
    reading: str
    words: str
    """The same in words only; empty where the reading has no number left."""


def golden_cases(language: str) -> list[Golden]:
    cases = []
    for line in (GOLDEN / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, _, rest = line.partition(" => ")
            reading, _, words = rest.partition(" == ")
            cases.append(Golden(language, written, reading, words))
    return cases


ALL = [case for language in LANGUAGES for case in golden_cases(language)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language} {case.written}")
def test_each_language_reads_as_its_golden_file_says(case: Golden) -> None:
    assert read_aloud(case.written, (), case.language) == case.reading
    assert read_aloud(case.reading, (), case.language) == case.reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_golden_file_has_forty_cases(language: str) -> None:
    assert len(golden_cases(language)) >= 40


_ALIKE = str.maketrans("ɛəɪyʊuɔŋzɜjv", "eeiiooonseif")
"""Sounds that eSpeak NG says a little otherwise in a number than in the same word."""


def heard(text: str, language: str) -> str:
    try:
        espeak = load_espeak_ng()
    except VoiceError as error:
        missing(str(error))
    said = "".join(espeak.groups({"pt": "pt-br"}.get(language, language), [text], tied=False)[0])
    return re.sub(r"\([a-z-]+\)|\W|[ˈˌː]", "", said).translate(_ALIKE)


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.words], ids=lambda case: f"{case.language} {case.written}"
)
def test_espeak_hears_what_the_words_say(case: Golden) -> None:
    assert heard(case.reading, case.language) == heard(case.words, case.language)


CARE = Path(feltsense.care.__file__).parent
OF_COUNTRIES = {
    "de": ("de", "at", "ch"), "es": ("es",), "fr": ("fr", "be", "ch"), "it": ("it", "ch"), "nl": ("nl", "be"),
    "pt": (),
}  # fmt: skip
"""Of the countries with helplines here, those that speak a language."""
SENTENCES = {
    "de": "Ruf {} an.", "es": "Llama al {}.", "fr": "Appelez le {}.", "it": "Chiama il {}.", "nl": "Bel {}.",
}  # fmt: skip


def numbers_of(country: str) -> list[str]:
    data = tomllib.loads((CARE / f"{country}.toml").read_text(encoding="utf-8"))
    told = [each["number"] for each in data["emergency"]] + [line["call"] for line in data["line"] if "call" in line]
    return [number for entry in told for number in re.findall(r"\+?\d[\d ]*\d", entry) if len(number) > 2]


@pytest.mark.parametrize(
    ("language", "country"), [(language, country) for language, found in OF_COUNTRIES.items() for country in found]
)
def test_every_helpline_here_is_read_digit_by_digit(language: str, country: str) -> None:
    numbers = numbers_of(country)
    assert numbers
    for number in numbers:
        assert not re.search(r"\d", read_aloud(SENTENCES[language].format(number), (), language)), number


def test_a_tag_of_a_region_has_the_readings_of_its_language() -> None:
    for tag in ("pt-BR", "pt", "pt_PT", "PT-br"):
        assert read_aloud("Ligue 188.", (), tag) == "Ligue um oito oito."
    assert read_aloud("Ruf 116 123 an.", (), "pl") == "Ruf 116 123 an."


def test_only_a_language_that_reads_otherwise_changes_its_version() -> None:
    assert readings_version() == readings_version("en-GB") == "2"
    assert readings_version("de-AT") == readings_version("de") != readings_version("pl") == "0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_with_a_pronunciation_stay(language: str) -> None:
    assert read_aloud("116 123, 24/7.", ("116 123", "24/7"), language) == "116 123, 24/7."


PIECES = [
    "988", "116 123", "0800 111 0 111", "0800", "24/7", "4-7-8", "1/2", "½", "1½", "03/04/2024", "12.03.2024", "z. B.",
    "p. ej.", "p. ex.", "ecc.", "bijv.", "Dr.", "Sig.ra", "n.º", "1.º", "1er", "2e", "3.", "&", "<", "~", "#", "%",
    "5 €", "a@b.co", "www.abc.org", "30 s", "5 min.", "20 °C", "1 000", "1.000", "3,5", "3–5", "14.30 Uhr", "10 h 30",
    "7:00", "x3", "/", "-", "…", ".", ",", "(", "o/a", "Mai", "Schritt", "M.", "1 min", "1990", "+34", "Nr.", "7/10",
]  # fmt: skip


@settings(steady, max_examples=120)
@given(
    st.lists(st.sampled_from(PIECES), max_size=10), st.sampled_from([" ", "", ", ", " – "]), st.sampled_from(LANGUAGES)
)
def test_words_between_stay_and_stand_in_order(pieces: list[str], between: str, language: str) -> None:
    marked = [text for number, piece in enumerate(pieces) for text in (piece, f"zzq{'ab'[number % 2]}zz")]
    read = read_aloud(f" {between.strip()} ".join(marked), (), language)
    assert re.findall(r"zzq[ab]zz", read) == [text for text in marked if text.startswith("zzq")]
    assert not any(0xE000 <= ord(sign) <= 0xF8FF for sign in read_aloud(between.join(pieces), ("1.º", "x3"), language))


@settings(steady, max_examples=120)
@given(
    st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from([", ", " zz ", " zz, "]), st.sampled_from(LANGUAGES)
)
def test_what_was_read_is_not_read_otherwise_again(pieces: list[str], between: str, language: str) -> None:
    read = read_aloud(between.join(pieces), (), language)
    assert read_aloud(read, (), language) == read


@settings(steady, max_examples=120)
@given(
    st.text(st.sampled_from("0123456789 -–/.,:()+x×%$½<>~#@&abehmsEM°ºª'\"€’"), max_size=60), st.sampled_from(LANGUAGES)
)
def test_any_row_of_signs_is_read(text: str, language: str) -> None:
    assert isinstance(read_aloud(text, (), language), str)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    [
        "1 ", "0800-", "1-", "1/", "+1 ", "1.", "a@", "a.", "www.", "10:00", "~<# ", "1. ", "z. ", "am 1., 2. und 3. ",
        "024 ", "14h30 ", "3114 ",
    ],
)  # fmt: skip
def test_a_long_row_of_signs_is_no_trap(unit: str, language: str) -> None:
    start = time.process_time()
    assert isinstance(read_aloud(unit * (20_000 // len(unit)), (), language), str)
    assert time.process_time() - start < 3
