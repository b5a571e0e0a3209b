"""The language of what is imported: known by its words, or by what the document says of itself."""

import pytest
from imports import changes, made

from feltsense.importing.convert import convert
from feltsense.importing.document import Document, DocumentBlock, DocumentBlockKind
from feltsense.script.language import guess_language
from feltsense.script.parser import parse


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Bienvenida. (Pausa)\n¿Qué notas en tus pies? (pausa de 10 segundos)\nMira a tu alrededor."),
        ("de", "Spüre den Boden.\n\n_- Pause (~ 30 Sekunden) -_\n\nSpüre die Hände. (lange Pause)"),
        ("fr", "Inspirez doucement par le nez. Puis expirez lentement. (pause)"),
        ("it", "Porta l'attenzione ai piedi. Senti il pavimento sotto di te. Respira con calma."),
        ("pt", "Leve a sua atenção aos pés. Sinta o chão. Respire devagar."),
        ("nl", "Breng je aandacht naar je voeten. Voel hoe ze de vloer raken."),
        ("ja", "足の裏に注意を向けます。ゆっくり呼吸してください。"),
    ],
)
def test_the_language_of_the_words_goes_into_the_front_matter(language: str, text: str) -> None:
    script = made(text)
    assert parse(script.script, "x").exercise.front.language == language
    assert any(f"language: {language}; a voice that speaks" in change.after for change in script.changes)


@pytest.mark.parametrize(
    "text",
    [
        "Notice your feet. (pause)",
        "Sit down. Rest.",
        "One. Two.",
        "May I be safe. Om mani padme hum. Que sera sera.",
        "---\nlanguage: en-GB\n---\n\nSpüre den Boden und die Füße. Das ist ein Zitat.",
    ],
)
def test_nothing_is_said_of_a_language_that_is_english_given_or_not_sure(text: str) -> None:
    assert not [change for change in changes(text) if " language: " in change]


@pytest.mark.parametrize(
    ("said", "words", "language"),
    [
        ("de-AT", "Atmen.", "de-AT"),
        ("es-MX", "Siente tus pies en el suelo. Respira con calma.", "es-MX"),
        ("de", "Notice your feet and the floor. What do you feel there?", "en-US"),
        ("en", "Siente tus pies en el suelo. Respira con calma.", "es"),
        ("", "Rest.", "en-US"),
    ],
)
def test_what_a_document_says_of_itself_counts_where_its_words_do_not_tell_otherwise(
    said: str, words: str, language: str
) -> None:
    document = Document((DocumentBlock(DocumentBlockKind.TEXT, words, 1),), language=said)
    assert parse(convert(document, "x").script, "x").exercise.front.language == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Respira. Suelta."),
        ("es", "Suelta los hombros.\nAfloja la mandíbula."),
        ("fr", "Inspirez lentement.\nExpirez lentement."),
        ("fr", "Mon bras droit est lourd."),
        ("it", "Siediti comodamente.\nSenti i piedi per terra."),
        ("it", "Porta l'attenzione al respiro."),
        ("pt", "Respire fundo.\nSolte os ombros."),
        ("nl", "Je bent veilig.\nAlles is goed."),
        ("nl", "Ga rustig zitten en sluit je ogen."),
        ("de", "Mein rechter Arm ist schwer."),
        ("de", "Lassen Sie los."),
    ],
)
def test_two_lines_are_enough_to_know_a_language(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    ["Inhale. Exhale. Relax.", "Inspire. Expire.", "Sa ta na ma.", "Close your eyes. Namaste.", "Feet. Hands. Face."],
)
def test_a_few_words_that_may_be_english_tell_no_other_language(text: str) -> None:
    assert guess_language(text) in (None, "en")


@pytest.mark.parametrize(("told", "written"), [("xx", ""), ("de_at", 'language: "de-AT"'), ("NL", 'language: "nl"')])
def test_only_what_is_a_language_goes_into_the_front_matter(told: str, written: str) -> None:
    block = DocumentBlock(DocumentBlockKind.TEXT, "Om.", 1)
    script = convert(Document((block,), language=told), "x").script
    assert [line for line in script.split("\n") if line.startswith("language")] == ([written] if written else [])
