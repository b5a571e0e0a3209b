import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from added_material import need_espeak
from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.espeak import library
from feltsense.voice.espeak.languages import _ALIASES, _SCRIPTS, check_letters, names_of_language
from feltsense.voice.espeak.library import Espeak, has_espeak_ng, load_espeak_ng
from feltsense.voice.espeak.phonemes import EspeakPhonemes, EspeakReader, share_groups
from feltsense.voice.port import Utterance

SIGNS = frozenset("abcdefhijklmnopqrstuvwxyzæçðøŋœɐɑɒɔəɚɛɜɡɣɪɲɹɾʁʃʊʌʎʏʒʔβθᵻʑʐɕˈˌː\u0303^ɬɫʲ" + ".,;:!?…—“”() ")


@pytest.fixture(autouse=True)
def espeak() -> None:
    need_espeak()


def said(
    text: str,
    language: str,
    say: tuple[tuple[str, str], ...] = (),
    marks: str = ".,;:!?…—“”()",
    signs: frozenset[str] = SIGNS,
) -> tuple[str, list[tuple[str, str]]]:
    reader = EspeakReader("piper:joe", language, str, marks=marks)
    phrase = EspeakPhonemes(reader).phrase(Utterance(text, Wpm(130), language, say), signs)
    return phrase.phonemes, [(word, phrase.phonemes[first:last]) for word, first, last in phrase.words]


@pytest.mark.parametrize(
    ("language", "text", "phonemes"),
    [
        ("de", "„Spüre“ – und ruhe.", "“ʃpˈyːrə” — ʊnt rˈuːə."),
        ("es", "¿Puedes? ¡Sí! (Ahora)...", "pwˈeðes? sˈi! (aˈoɾa)…"),
        ("fr-FR", "Le week-end, l’air libre !", "lə wˈiːkˈɛnd, lˈɛʁ lˈibʁ!"),
        ("pt-BR", "Não há pressa", "nˌɐ\u0303ʊ\u0303 a prˈɛsæ"),
        ("nl", "Adem in, 's ochtends.", "ˈaːdəm ˈɪn, s ˈɔxtɛnts."),
        ("it", "Inspira… e espira.", "inspˈira… e espˈira."),
    ],
)
def test_marks_stand_where_they_were_and_foreign_words_carry_no_flag(language: str, text: str, phonemes: str) -> None:
    assert said(text, language)[0] == phonemes


def test_every_word_has_its_sounds() -> None:
    assert said("Puedes notar 12 cosas, sí.", "es")[1] == [
        ("Puedes", "pwˈeðes"), ("notar", "notˈaɾ"), ("12", "ðˈoθe"), ("cosas", "kˈosas"), ("sí", "sˈi"),
    ]  # fmt: skip
    polish = said("Mam 125 domów.", "pl")[1]
    assert [word for word, _ in polish] == ["Mam", "125", "domów"]
    assert len(polish[1][1].split()) == 2


def test_a_hush_is_not_spelled() -> None:
    assert said("Shh, Shhh.", "en-us")[1] == [("hush", "hˈʌʃ"), ("hush", "hˈʌʃ")]
    assert said("Shh.", "en-us", (("shh", "quiet now"),))[1][0] == ("quiet", "kwˈaɪət")


def test_words_that_are_spoken_as_one_stay_together() -> None:
    words = said("I would have been in the room.", "en-us")[1]
    assert ("would have", "wʊdhɐv") in words
    assert " ".join(word for word, _ in words) == "I would have been in the room"


@pytest.mark.parametrize(
    ("groups", "starts", "shared"),
    [
        (["abc", "de"], [["abc"]], [("one", ["abc"]), ("two", ["de"])]),
        (["abcde"], [["abc"]], [("one two", ["abcde"])]),
        (["ab", "cd", "ef"], [["ab", "cd"]], [("one", ["ab", "cd"]), ("two", ["ef"])]),
        (["abˈc", "de"], [[]], [("one two", ["abˈc", "de"])]),
        ([], [[]], [("one two", [])]),
    ],
)
def test_groups_are_shared_by_how_far_each_word_reaches(
    groups: list[str], starts: list[list[str]], shared: list[tuple[str, list[str]]]
) -> None:
    assert list(share_groups(["one", "two"], groups, starts)) == shared


def test_pronunciations_in_sounds_are_taken_as_they_are() -> None:
    phonemes, words = said("Spüre den Psoas.", "de", (("psoas", "/ˈzoːas/"),))
    assert phonemes.endswith(" ˈzoːas.")
    assert words[-1] == ("Psoas", "ˈzoːas")
    assert said("L'inspir est là", "fr", (("inspir", "/ɛspiʁ/"),))[1][0] == ("L'inspir", "lɛspiʁ")
    assert said("Ruhe", "de", (("ruhe", "stille"),))[0] == said("Stille", "de")[0]


def test_a_sign_that_the_model_lacks_is_named_with_its_word() -> None:
    with pytest.raises(VoiceError, match=r"piper:joe.*«ʘ».*«Psoas»"):
        said("Der Psoas.", "de", (("psoas", "/ʘ/"),))


def test_a_composed_letter_is_taken_apart_where_the_model_has_its_parts() -> None:
    assert said("Eh bien", "fr", (("eh", "/ã/"),))[0].startswith("a\u0303 ")


def test_a_mark_that_the_model_lacks_becomes_the_nearest() -> None:
    assert said("„Ja“ — so… (nun) gut; ja?", "de", marks=".,?")[0] == "jˈɑː, zˈoː. nˈuːn ɡˈuːt, jˈɑː?"


@pytest.mark.parametrize(("language", "text"), [("de", "Ruhe жить"), ("es", "肩"), ("fr", "ω"), ("de", "٣")])
def test_letters_that_would_be_named_are_refused(language: str, text: str) -> None:
    with pytest.raises(VoiceError, match="piper:joe cannot read"):
        said(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Дыши, OK"),
        ("el", "Ανάπνευσε"),
        ("hi", "साँस १"),
        ("de", "½ ² ª"),
        ("ko", "숨을 쉬세요"),
        ("am", "ሰላም"),
        ("si", "ආයුබෝවන්"),
        ("or", "ନମସ୍କାର"),
        ("as", "নমস্কাৰ"),
        ("ky", "дем ал"),
        ("ug", "سالام"),
    ],
)
def test_letters_of_the_language_and_latin_ones_are_read(language: str, text: str) -> None:
    check_letters(text, "piper:x", language)


@pytest.mark.parametrize(
    "text", ["ko 숨을 쉬세요", "am ሰላም ለሁሉም", "si ආයුබෝවන්", "or ନମସ୍କାର", "as নমস্কাৰ", "ky дем ал", "ug سالام", "sd سلام"]
)
def test_letters_that_are_let_through_are_read_and_not_named(text: str) -> None:
    language, _, words = text.partition(" ")
    (groups,) = load_espeak_ng().groups(language, [words], tied=False)
    assert len(groups) == len(words.split())
    assert not any("(en)" in group for group in groups)


def test_nothing_to_say_is_told() -> None:
    with pytest.raises(VoiceError, match="nothing to say"):
        said("🙂 — …", "de")


def test_a_language_that_it_does_not_know_is_an_error_and_not_the_language_before() -> None:
    said("Ruhe", "de")
    with pytest.raises(VoiceError, match="«tlh-xx»"):
        said("Ruhe", "tlh-xx")


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("fr-FR", "fr"),
        ("en-gb", "en-gb-x-rp"),
        ("de_DE", "de"),
        ("es-MX", "es-419"),
        ("pt-PT", "pt"),
        ("fr-be", "fr-be"),
    ],
)
def test_tags_and_names_that_it_refuses_are_understood(tag: str, name: str) -> None:
    assert name in names_of_language(tag)
    assert load_espeak_ng().groups(tag, ["a"], tied=False) == load_espeak_ng().groups(name, ["a"], tied=False)


def test_several_threads_and_languages_do_not_mix() -> None:
    texts = {"de": "Spüre das Gewicht.", "fr": "Remarquez le poids.", "es": "Siente el peso."}
    alone = {language: said(text, language) for language, text in texts.items()}
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda language: (language, said(texts[language], language)), list(texts) * 30))
    assert all(alone[language] == phrase for language, phrase in found)


def test_the_identity_tells_version_and_dictionary() -> None:
    german = EspeakPhonemes(EspeakReader("x", "de", str)).identity("de")
    french = EspeakPhonemes(EspeakReader("x", "fr-FR", str)).identity("fr")
    assert german["phonemes"].startswith("espeak-ng 1.")
    assert len(german["dictionary"]) == 64
    assert german["dictionary"] != french["dictionary"]


def test_broken_places_are_told_and_end_nothing(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="no data"):
        Espeak("libm.so.6", tmp_path)
    (tmp_path / "phontab").write_bytes(b"")
    with pytest.raises(VoiceError, match="does not load"):
        Espeak(str(tmp_path / "nothing.so"), tmp_path)


def test_where_it_is_missing_the_hint_tells_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_has_loader", lambda: False)
    monkeypatch.setattr(library, "_of_system", lambda: None)
    load_espeak_ng.cache_clear()
    assert not has_espeak_ng()
    with pytest.raises(VoiceError) as caught:
        load_espeak_ng()
    assert f"{sys.executable} -m pip install 'feltsense[espeak]'" in caught.value.hint


@pytest.mark.parametrize("language", [f"de+{'x' * 5000}", "../de", "de\0fr", "\ud800", "", "x" * 100_000])
def test_what_can_be_no_language_is_not_asked_of_the_library(language: str) -> None:
    assert not names_of_language(language)
    with pytest.raises(VoiceError, match="does not pronounce") as told:
        load_espeak_ng().groups(language, ["Hallo"], tied=False)
    assert len(told.value.message) < 120


DICTIONARIES = """
import os, sys
from pathlib import Path
from feltsense.voice.espeak.library import Espeak
espeak = Espeak(sys.argv[1], Path(sys.argv[2]))
for language in sys.argv[3:]:
    named = espeak.dictionary(language).name
    espeak.groups("eo", ["a"], tied=False)
    os.write(2, f"\\n= {named} ".encode())
    espeak.groups(language, ["a"], tied=False)
    os.write(2, b"= ")
"""
"""Prints what is taken for a language's dictionary, and what the library says of the one that is not there."""


def test_the_dictionary_of_a_language_is_the_one_that_is_read(tmp_path: Path) -> None:
    import espeakng_loader  # noqa: PLC0415 - an extra

    data = Path(espeakng_loader.get_data_path())
    for path in data.iterdir():
        if not path.name.endswith("_dict"):
            (tmp_path / path.name).symlink_to(path)
    tags = [*_ALIASES, *_SCRIPTS, "pt-BR", "fr-BE", "fr-CH", "es-MX", "de-AT", "nl-BE", "it", "nb-NO", "hyw", "ltg"]
    asked = [sys.executable, "-c", DICTIONARIES, espeakng_loader.get_library_path(), str(tmp_path), *tags]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stderr.replace("\n", " ")
    read = re.findall(r"= (\S+) Can't read dictionary file: '(?:\S+/)(\S+)' = ", told)
    assert [named for named, _ in read] == [name for _, name in read]
    assert len(read) == len(tags)
    assert all((data / name).is_file() for name, _ in read)


def test_languages_of_one_dictionary_have_it_in_their_identity() -> None:
    espeak = load_espeak_ng()
    assert espeak.data_hash("nb") == espeak.data_hash("no-NO")
    assert espeak.data_hash("pt-BR") == espeak.data_hash("pt")
    assert len({espeak.data_hash(each) for each in ("nb", "pt", "fr-BE", "en-GB", "es-MX", "hyw")}) == 6


@pytest.mark.parametrize(("language", "text"), [("pl", "Około 5 ‰ osób"), ("de", "Nimm 3 ₿ mit")])
def test_a_sign_that_would_be_passed_over_is_refused(language: str, text: str) -> None:
    with pytest.raises(VoiceError, match=r"piper:joe has no word for «[‰₿]» in «.*»"):
        said(text, language)


def test_signs_are_said_in_the_words_of_the_language() -> None:
    words = [word for word, _ in said("Das Bad hat 37 ℃© + 5 ‰.", "de")[1]]
    assert " ".join(words) == "Das Bad hat 37 Grad Celsius plus 5 Promille"


@pytest.mark.parametrize(("language", "bullet"), [("pl", "∙"), ("de", "⋯"), ("es", "∗"), ("pl", "\ufffc")])
def test_signs_of_print_are_passed_over(language: str, bullet: str) -> None:
    assert [word for word, _ in said(f"{bullet} Ala {bullet} ama", language)[1]] == ["Ala", "ama"]
