"""Rules about structure hold in six other languages, and say that they do not know any further one."""

from dataclasses import dataclass, replace

import pytest

from feltsense.check.checker import check
from feltsense.check.structure_in_languages import structure_words
from feltsense.check.structure_words import ENGLISH, MOVEMENT, SIGHT, STEP


@dataclass(frozen=True)
class Script:
    """What a whole script says, by what each part is for."""

    language: str
    length: str
    leave: str
    locked: str
    """That one may not leave."""
    body: str
    quiet: str
    sight: str
    movement: str
    step: str
    support: str

    @property
    def text(self) -> str:
        return f"""---
title: A
summary: B.
practice: body-scan
pathway: somatic
tier: 2
language: {self.language}
cautions: ["{self.support}"]
---

## One

{self.length}
{self.leave}
{self.body} [pause 12s]
{self.body} [pause 12s]
{self.quiet} [pause 40s]
{self.body} [pause 12s]

## Two

{self.sight} [pause 20s]
{self.movement} [pause 20s]
{self.step} [pause 10s]
"""


SCRIPTS = (
    Script(
        "de",
        "Das dauert etwa zehn Minuten.",
        "Du kannst jederzeit aufhören oder etwas auslassen.",
        "Bitte nicht aufhören, auch wenn du willst.",
        "Die Schultern dürfen bleiben, wie sie sind.",
        "Jetzt wird es eine Weile still.",
        "Schau dich um und lausch auf ein Geräusch.",
        "Vielleicht magst du die Finger bewegen.",
        "Dann kommt etwas Kleines.",
        "Wenn es zu viel wird, ruf ein Krisentelefon an.",
    ),
    Script(
        "es-MX",
        "Esto dura unos diez minutos.",
        "Puedes parar o saltarte algo cuando quieras.",
        "No debes parar, aunque quieras.",
        "Tal vez el pecho, tal vez la espalda.",
        "Ahora viene un rato de silencio.",
        "Mira a tu alrededor, o escucha un sonido.",
        "Puedes mover los dedos.",
        "Después viene algo pequeño.",
        "Si es demasiado, llama a una línea de ayuda.",
    ),
    Script(
        "fr-FR",
        "Cela dure environ dix minutes.",
        "Vous pouvez vous arrêter à tout moment.",
        "Ne vous arrêtez pas, même si vous le pouvez.",
        "Peut-être la poitrine, peut-être le ventre.",
        "Il y aura maintenant un moment de silence.",
        "Regardez autour de vous, ou écoutez un bruit.",
        "Vous pouvez bouger les doigts.",
        "Ensuite vient une petite chose.",
        "Si c'est trop, parlez à un professionnel.",
    ),
    Script(
        "it",
        "Dura circa dieci minuti.",
        "Puoi fermarti in qualsiasi momento, o saltare qualcosa.",
        "Non fermarti, anche se vuoi.",
        "Forse il petto, forse la pancia.",
        "Ora ci sarà un po' di silenzio.",
        "Guardati intorno, o ascolta un rumore.",
        "Puoi muovere le dita.",
        "Poi viene una piccola cosa.",
        "Se è troppo, parla con un terapeuta.",
    ),
    Script(
        "pt-BR",
        "Isto leva uns dez minutos.",
        "Você pode parar quando quiser, ou pular uma parte.",
        "Não pare, mesmo se quiser.",
        "Talvez o peito, talvez a barriga.",
        "Agora vem um tempo de silêncio.",
        "Olhe ao redor, ou escute um som.",
        "Você pode mexer os dedos.",
        "Depois vem uma coisa pequena.",
        "Se for demais, ligue para o CVV.",
    ),
    Script(
        "nl",
        "Dit duurt ongeveer tien minuten.",
        "Je kunt altijd stoppen of iets overslaan.",
        "Je mag nu niet stoppen.",
        "Misschien de borst, misschien de buik.",
        "Nu wordt het een tijdje stil.",
        "Kijk om je heen, of luister naar een geluid.",
        "Je kunt je vingers bewegen.",
        "Daarna komt iets kleins.",
        "Als het te veel wordt, bel een hulplijn.",
    ),
)
each = pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.language)
NOTHING = "Kk."
"""Says nothing in any language."""


def codes(script: Script) -> set[str]:
    return {found.code for found in check(script.text, "a").diagnostics}


@each
def test_nothing_is_found_in_a_script_that_keeps_to_them(script: Script) -> None:
    assert codes(script) == {"L90"}


@each
def test_a_length_in_figures_is_one(script: Script) -> None:
    written = replace(script, length="Das dauert ca. 4 Min." if script.language == "de" else "± 4 min").text
    assert codes(script) == {found.code for found in check(written, "a").diagnostics} == {"L90"}


@each
@pytest.mark.parametrize(
    ("part", "code"),
    [("length", "L14"), ("leave", "L12"), ("quiet", "L15"), ("sight", "L19"), ("movement", "L19"), ("support", "L43")],
)
def test_what_is_missing_is_found(script: Script, part: str, code: str) -> None:
    # leaving and lengths have words in common with other parts, and these are spoken after the first minute
    assert codes(replace(script, **{part: NOTHING})) == {"L90", code}


@each
def test_a_forbidden_way_out_is_none(script: Script) -> None:
    assert "L12" in codes(replace(script, leave=script.locked))


@each
def test_a_way_back_is_told_that_is_too_short(script: Script) -> None:
    short = script.text.replace("[pause 20s]", "[pause 3s]")
    (found,) = (each for each in check(short, "a").diagnostics if each.code == "L19")
    assert "45 are needed" in found.message


@each
def test_it_is_told_which_rules_know_the_language_and_which_do_not(script: Script) -> None:
    (note,) = check(script.text, "a").diagnostics
    assert "know English only" in note.message
    assert "whether one may stop" in note.hint
    assert structure_words(script.language) not in (None, ENGLISH)


@pytest.mark.parametrize("language", ["pl", "ja", "tlh"])
def test_in_a_language_that_is_not_known_they_are_silent_and_say_so(language: str) -> None:
    (note,) = check(replace(SCRIPTS[0], language=language, leave=NOTHING, length=NOTHING).text, "a").diagnostics
    assert note.code == "L90"
    assert "but not whether one may stop" in note.hint
    assert structure_words(language) is None


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN_us"])
def test_english_is_english_anywhere(tag: str) -> None:
    assert structure_words(tag) is ENGLISH


def test_a_bell_that_is_announced_in_its_language_startles_nobody() -> None:
    script = SCRIPTS[0].text.replace("[pause 40s]", "[pause 40s]\n[bell]\n")
    assert "L42" in {found.code for found in check(script, "a").diagnostics}
    told = script.replace("eine Weile still.", "eine Weile still, bis zur Glocke.")
    assert "L42" not in {found.code for found in check(told, "a").diagnostics}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "hör auf die geräusche um dich, wenn du magst."),
        ("de", "du kannst dich auf den boden verlassen."),
        ("de", "wenn du ausatmest, lass die luft aus dem bauch."),
        ("de", "du kannst den atem anhalten."),
        ("es", "busca un lugar cómodo para sentarte, si puedes."),
        ("es", "puedes dejar que los hombros bajen."),
        ("es", "deja que el aire entre, si quieres."),
        ("fr", "nous allons passer un moment ensemble, si vous voulez."),
        ("fr", "vous pouvez laisser passer les pensées."),
        ("it", "puoi lasciare che le spalle scendano."),
        ("it", "se vuoi, resta fermo."),
        ("pt", "deixe o ar sair do nariz, se quiser."),
        ("nl", "houd je aandacht op je adem, als je wilt."),
    ],
)
def test_a_sentence_about_something_else_is_no_way_out(language: str, sentence: str) -> None:
    words = structure_words(language)
    assert words
    assert not words.offers_exit(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "hör auf, wann immer du willst."),
        ("de", "wenn etwas zu viel wird, mach eine pause."),
        ("de", "steig einfach aus, wenn es zu viel wird."),
        ("de", "du musst nicht weitermachen, wenn du nicht magst."),
        ("es", "si algo es demasiado, para."),
        ("es", "lo que no te sirva, déjalo pasar."),
        ("es", "date permiso de parar."),
        ("es", "puedes dejar el ejercicio cuando quieras."),
        ("fr", "si c'est trop, arrêtez-vous."),
        ("fr", "ce qui ne vous convient pas, laissez-le passer."),
        ("it", "se qualcosa non va, lascialo stare."),
        ("pt", "você pode sair da prática quando quiser."),
        ("nl", "hou op wanneer je wilt."),
    ],
)
def test_a_way_out_is_one_however_it_is_worded(language: str, sentence: str) -> None:
    words = structure_words(language)
    assert words
    assert words.offers_exit(sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "part"),
    [
        ("fr", "étirez-vous, si vous voulez.", MOVEMENT),
        ("fr", "prenez le temps d'écouter.", SIGHT),
        ("fr", "levez-vous.", STEP),
        ("pt", "espreguice-se devagar.", MOVEMENT),
        ("pt", "levante-se.", STEP),
        ("it", "un po' d'acqua.", STEP),
    ],
)
def test_the_way_back_is_seen_in_words_that_are_joined(language: str, sentence: str, part: str) -> None:
    words = structure_words(language)
    assert words
    assert words.way_back[part].search(sentence)
