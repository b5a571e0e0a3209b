"""Which voice speaks: the named one if it fits, else one of the language; never another in silence."""

import pytest

from added_voices import ALL, BELLA, DORA, EMMA, SIWIS, THORSTEN, added
from feltsense.errors import VoiceError
from feltsense.script.model import Exercise
from feltsense.script.options import AS_WRITTEN, VersionOptions
from feltsense.script.parser import parse
from feltsense.voice.added.model import AddedVoice
from feltsense.voice.added.store import DamagedVoice, MissingVoiceError
from feltsense.voice.choosing import (
    choice_note,
    choose_voice,
    fitting_voices,
    misfit,
    missing_voice,
    reading_voices,
    speaks,
    with_voice,
)

MEXICAN = added("piper:ald", "es-MX")
CASTILIAN = added("piper:davefx", "es-ES")
ALEX = added("kokoro:em_alex", "es-ES")


def script(front: str = "") -> Exercise:
    return parse(f"---\ntitle: A\n{front}\n---\nOne.\n", "small").exercise


@pytest.mark.parametrize(
    ("language", "there", "chosen"),
    [
        ("en-US", (), "heart"),
        ("en-US", ALL, "heart"),
        ("en-GB", (EMMA,), "heart:emma"),
        ("en-AU", (EMMA,), "heart"),
        ("EN", ALL, "heart"),
        ("en_AU", (), "heart"),
        ("fr-FR", (), "system"),
        ("fr-FR", ALL, "kokoro:ff_siwis"),
        ("fr", (SIWIS,), "kokoro:ff_siwis"),
        ("fr-CA", (SIWIS,), "kokoro:ff_siwis"),
        ("FR_fr", (SIWIS,), "kokoro:ff_siwis"),
        ("fro", (SIWIS,), "system"),
        ("nl-NL", ALL, "system"),
        ("es-MX", (DORA, MEXICAN), "piper:ald"),
        ("es-ES", (MEXICAN, CASTILIAN, DORA), "kokoro:ef_dora"),
        ("es-AR", (MEXICAN, CASTILIAN, DORA), "kokoro:ef_dora"),
        ("es-ES", (ALEX, DORA), "kokoro:ef_dora"),
        ("es-ES", (DORA, ALEX), "kokoro:ef_dora"),
        ("de", (THORSTEN,), "piper:thorsten"),
        ("pt-PT", (added("kokoro:pf_dora", "pt-BR", "pt-PT"), added("kokoro:af", "pt-BR")), "kokoro:pf_dora"),
    ],
)
def test_where_nobody_names_one_the_language_chooses(language: str, there: tuple[AddedVoice, ...], chosen: str) -> None:
    assert choose_voice(None, language, there) == chosen


@pytest.mark.parametrize(
    ("named", "language"),
    [
        ("kokoro:ff_siwis", "fr-CA"),
        ("heart", "en-GB"),
        ("heart:emma", "en-US"),
        ("piper:thorsten:angry", "de-CH"),
        ("system", "fr-FR"),
        ("system:com.apple.Anna", "de"),
        ("kokoro:bf_gone", "fr-FR"),  # whoever opens it says that it is not there
        ("qqq", "fr-FR"),
    ],
)
def test_a_named_voice_that_fits_speaks(named: str, language: str) -> None:
    assert choose_voice(named, language, ALL) == named


@pytest.mark.parametrize(
    ("named", "language", "spoken", "fitting"),
    [
        ("kokoro:ff_siwis", "de", "fr-FR", "piper:thorsten, system"),
        ("kokoro:ff_siwis", "en-US", "fr-FR", "heart, kokoro:af_bella, heart:emma, system"),
        ("heart", "es-ES", "en", "kokoro:ef_dora, system"),
        ("heart:emma", "it", "en-GB", "system"),
        ("piper:thorsten:calm", "nl", "de-DE", "system"),
    ],
)
def test_a_named_voice_of_another_language_is_an_error_with_those_that_fit(
    named: str, language: str, spoken: str, fitting: str
) -> None:
    with pytest.raises(VoiceError) as caught:
        choose_voice(named, language, ALL)
    assert caught.value.message == f"The voice {named} speaks {spoken}; this script is in {language}."
    assert caught.value.hint == f"These voices fit: {fitting}. To add another: feltsense voices add FILE…"


def test_of_english_voices_those_of_exactly_that_tag_come_first_and_heart_is_american() -> None:
    assert fitting_voices("en-GB", ALL) == ("heart:emma", "heart", "kokoro:af_bella", "system")
    assert fitting_voices("en-US", ALL) == ("heart", "kokoro:af_bella", "heart:emma", "system")


@pytest.mark.parametrize(
    ("front", "asked", "chosen"),
    [
        ("", None, "heart"),
        ("language: fr-FR", None, "kokoro:ff_siwis"),
        ("language: fr-FR\nvoice: system", None, "system"),
        ("language: fr-FR\nvoice: system", "kokoro:ff_siwis", "kokoro:ff_siwis"),
        ("voice: heart:emma", None, "heart:emma"),
    ],
)
def test_what_is_asked_for_goes_before_the_script_and_that_before_its_language(
    front: str, asked: str | None, chosen: str
) -> None:
    exercise = with_voice(script(front), VersionOptions(voice=asked), ALL)
    assert exercise.front.voice == chosen
    assert with_voice(exercise, AS_WRITTEN, ALL) == exercise


@pytest.mark.parametrize(
    ("front", "asked"),
    [("language: de\nvoice: heart", None), ("", "kokoro:ff_siwis"), ("language: de\nvoice: system", "heart")],
)
def test_a_script_is_never_read_by_another_voice_than_was_named(front: str, asked: str | None) -> None:
    with pytest.raises(VoiceError):
        with_voice(script(front), VersionOptions(voice=asked), ALL)


@pytest.mark.parametrize(
    ("front", "wanted", "in_turn"),
    [
        ("", None, ("heart",)),
        ("", "kokoro:ff_siwis", ("heart",)),
        ("", "kokoro:af_bella", ("kokoro:af_bella", "heart")),
        ("voice: system", "heart:emma", ("heart:emma", "system", "heart")),
        ("language: es", None, ("kokoro:ef_dora", "system")),
        ("language: es\nvoice: heart", "heart", ("kokoro:ef_dora", "system")),
        ("language: nl", "heart", ("system",)),
    ],
)
def test_what_must_be_heard_is_tried_in_every_voice_that_fits(
    front: str, wanted: str | None, in_turn: tuple[str, ...]
) -> None:
    assert reading_voices(script(front).front, wanted, ALL) == in_turn


def test_only_the_voice_of_the_machine_is_told() -> None:
    note = choice_note(script("language: nl").front, AS_WRITTEN, ALL, ())
    assert note == "This script is in “nl”, so the voice system reads it."
    assert not choice_note(script("language: fr").front, AS_WRITTEN, ALL, ())
    assert not choice_note(script("language: nl").front, VersionOptions(voice="system"), ALL, ())
    assert not choice_note(script().front, AS_WRITTEN, (), ())


@pytest.mark.parametrize(
    ("language", "there", "damaged", "told"),
    [
        ("es", (), "kokoro:ef_dora", "The voice kokoro:ef_dora is not taken: It is gone. “feltsense voices add"),
        ("es-ES", (MEXICAN,), "kokoro:ef_dora", "The voice kokoro:ef_dora is not taken"),
        ("es-MX", (MEXICAN,), "kokoro:ef_dora", ""),
        ("fr", (SIWIS,), "kokoro:ef_dora", ""),
        ("en-GB", (), "heart:emma", "The voice heart:emma is not taken"),
        ("en-US", (), "heart:emma", ""),
    ],
)
def test_a_damaged_voice_that_its_language_would_choose_is_told(
    language: str, there: tuple[AddedVoice, ...], damaged: str, told: str
) -> None:
    spoken = {"heart:emma": ("en-GB",)}.get(damaged, ("es-ES",))
    broken = DamagedVoice(damaged.partition(":")[0], damaged.partition(":")[2], "It is gone.", spoken)
    front = script(f"language: {language}").front
    note = choice_note(front, AS_WRITTEN, there, (broken,))
    assert note.startswith(told)
    assert bool(told) == ("not taken" in note)
    assert not choice_note(front, VersionOptions(voice="system"), there, (broken,))


def test_a_damaged_voice_of_no_known_language_is_told_where_no_other_speaks() -> None:
    broken = DamagedVoice("piper", "x", "Its record is gone.")
    told = choice_note(script("language: de").front, AS_WRITTEN, (), (broken,))
    assert "piper:x is not taken: Its record is gone." in told
    assert not choice_note(script("language: de").front, AS_WRITTEN, (THORSTEN,), (broken,))
    assert not choice_note(script().front, AS_WRITTEN, (), (broken,))


@pytest.mark.parametrize(
    ("wanted", "language", "hint"),
    [
        ("piper:thorsten", "es", "These voices read es: kokoro:ef_dora, system."),
        ("piper:thorsten", "de", "These voices read de: system."),
        ("thorsten", "en-US", "These voices read en-US: heart, kokoro:af_bella, heart:emma, system."),
        ("kokoro:ef_dor", "es", "Did you mean kokoro:ef_dora?"),
        ("ef_dora", "de", "Did you mean kokoro:ef_dora?"),
        ("Haert", "en", "Did you mean heart?"),
        ("herat", "de", "These voices read de: system."),
    ],
)
def test_for_a_voice_that_is_not_here_those_of_the_language_are_offered(wanted: str, language: str, hint: str) -> None:
    told = missing_voice(MissingVoiceError(wanted, ""), language, (EMMA, BELLA, DORA, SIWIS))
    assert (told.message, told.hint) == (
        f"There is no voice called “{wanted}”.",
        f"{hint} To add another: feltsense voices add FILE…",
    )


def test_a_voice_that_is_only_preferred_says_why_it_does_not_read() -> None:
    why = "kokoro:ff_siwis speaks fr-FR, and this is in en-US."
    assert misfit("kokoro:ff_siwis", "en-US", ALL) == why
    assert not misfit("kokoro:ff_siwis", "fr", ALL)
    assert not misfit("kokoro:gone", "fr", ALL)
    assert not speaks("heart", "", ())
