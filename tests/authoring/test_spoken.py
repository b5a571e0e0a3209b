"""What will be spoken, and what of it looks as if it were not meant to be."""

from pathlib import Path

import pytest

from feltsense.authoring.spoken import SpokenLine, mended, spoken_lines, suspicious_first
from feltsense.authoring.suspicions import SuspicionKind
from feltsense.script.language import guess_language
from feltsense.script.parser import parse
from feltsense.script.questions import question_comment

EXERCISES = sorted((Path(__file__).parents[2] / "exercises").glob("*.md"))


def listed(script: str) -> tuple[SpokenLine, ...]:
    return spoken_lines(parse(script, "sample"), script)


def kinds(script: str) -> list[str]:
    return [reason.kind.value for line in listed(script) for reason in line.reasons]


def test_every_phrase_is_listed_with_its_line_in_order() -> None:
    script = "# Title\n\n## Feet\nSit [pause 1s] down. <!-- no --> Rest.\n\n> A note.\n\n[bell]\n"
    script += "[repeat 3 times]\nOn.\n[end]\n"
    script += "[from 5 min]\nLonger.\n[end]\n[breathe in 4 out 6 for 2 rounds]\n"
    found = [(line.line, line.section, line.when, line.text) for line in listed(script)]
    assert found == [
        (4, "Feet", "", "Sit"),
        (4, "Feet", "", "down."),
        (4, "Feet", "", "Rest."),
        (10, "Feet", "3 times", "On."),
        (13, "Feet", "from 5 min", "Longer."),
        (15, "Feet", "", "In. Out."),
    ]


def test_a_long_sentence_that_is_parted_for_speech_is_one_line() -> None:
    (line,) = listed("word, " * 30 + "end.")
    assert line.text.count("word") == 30


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ("Notice ____ now.", "blank"),
        ("Guide: Welcome.", "label"),
        ("NARRATOR: Welcome.", "label"),
        ("Therapist 2: Welcome.", "label"),
        ("(Guide): Welcome.", "label"),
        ("T: How is it now?", "label"),
        ("Instructions: sit on a chair.", "label"),
        ("Duration: 10 minutes", "label"),
        ("Step 2: Let go.", "label"),
        ("00:35 Let go.", "label"),
        ("0:30 – 1:15 Let go.", "label"),
        ("b) Let go.", "label"),
        ("(softly) Let go.", "brackets"),
        ("Let go (long breath).", "brackets"),
        ("(Speak slowly, and look up at the person in front of you.)", "brackets"),
        ("(in a soft voice) Let go.", "brackets"),
        ("Let go (without music).", "brackets"),
        ("Let go (not too slow, group).", "brackets"),
        ("Note to the therapist: slow down here.", "label"),
        ("GUÍA: Hola.", "label"),
        ("Dauer: zehn Minuten", "label"),
        ("Word count: 40", "label"),
        ("Therapist note: wait.", "label"),
        ("Zielgruppe: Erwachsene", "label"),
        ("Nivel: principiantes", "label"),
        ("Mots-clés: repos", "label"),
        ("Duracion: 10 minutos", "label"),
        ("Duree: dix minutes", "label"),
        ("Prop: a chair", "label"),
        ("Read on at www.example.org today.", "address"),
        ("Write to me: anna@example.org.", "address"),
        ("Read on at sleepwell.com/rest today.", "address"),
        ("Now river_sound.mp3 begins.", "address"),
        ("Your code is 7417415.", "digits"),
        ("FEET AND LEGS", "capitals"),
        ("You can STOP at any time.", "capitals"),
        ("Follow @anna now.", "sign"),
        ("Rest &foo; here.", "sign"),
        ("| Rest | here |", "markup"),
        ("=== Feet ===", "markup"),
        ("- pause -", "direction"),
        ("(ring bell)", "direction"),
        ("Insert name here, and rest.", "blank"),
        ("Hello, say the client's name here.", "blank"),
        ("Rest TBD now.", "blank"),
        ("*** soft music ***", "direction"),
        ("15 seconds", "direction"),
        ("Siente el contacto de tus pies con el suelo.", "language"),
        ("word " * 46 + "end.", "long"),
    ],
)
def test_a_text_that_may_not_be_meant_is_told(script: str, kind: str) -> None:
    assert kinds(script) == [kind]


@pytest.mark.parametrize(
    "script",
    [
        "Pause here with me and notice.",
        "Let it rest (if you like), or move (whatever your body wants).",
        "Note the feeling: warm or cool.",
        "Put your hands here. Stay here. Use your breath here and now. Rest your feet here.",
        "Sit (as slowly as you like), or lie down (on the floor, or outside). OK: rest.",
        "Breathe (in through the nose, and out).",
        "Wait for the breath to come by itself.",
        "Notice: what is here?",
        "You could wish well. For: all beings. Sounds: near ones, and far ones.",
        "Rest here. No: nothing has to happen. Space: there is enough of it.",
        "One more thing: you can stop.",
        "Remember this: nothing is wrong.",
        "At 10:30 we stop, in 2024, with 1,000,000 others.",
        "I am here. I AM here. It is OK. TV. A UK thing.",
        "Half (or 1/2) of it, 24/7, +1, 50 % and $5, fish & chips.",
        "Om mani padme hum. Sat nam. La la la la la.",
        "Silence is here. The bell rings, and music fades in your ears.",
        "Guide yourself home. Client or therapist, rest.",
        "It is 5 o’clock, e.g. now, i.e. today, St. John said.",
        "Breathe in, two, three, four. 1, 2, 3, 4, 5.",
        "“Rest,” she said: “all is well.”",
        "Be-ing here. Self-compassion – kindness — ease …",
        "Let the year 1999 go by. 100 breaths.",
        "Sit and/or stand, body = home, a + b.",
        "Call 0800 111 222, or text hello to 741741.",
    ],
)
def test_words_for_the_listener_are_no_reason_to_look(script: str) -> None:
    assert kinds(script) == []


@pytest.mark.parametrize(
    ("language", "script", "read"),
    [
        ("en-US", "Call 988, or 116 123.", "Call nine eight eight, or one one six, one two three."),
        ("en-US", "Breathe 4-7-8 and/or rest.", "Breathe four seven eight and or rest."),
        ("de", "Ruf 0800 111 0 111 an.", "Ruf null acht null null, eins eins eins, null, eins eins eins an."),
        ("de", "Atme 4-7-8, z. B. 30 s lang.", "Atme vier sieben acht, zum Beispiel 30 Sekunden lang."),
        ("de", "1. Schritt: Spüre und/oder sieh.", "erster Schritt: Spüre und oder sieh."),
        ("es", "Llama al 024, p. ej. hoy.", "Llama al cero dos cuatro, por ejemplo hoy."),
        ("fr", "Appelez le 3114 à 10 h 30.", "Appelez le trois un un quatre à 10 heures 30."),
        ("it", "Chiama il 116 123 per 30 s.", "Chiama il uno uno sei, uno due tre per 30 secondi."),
        ("pt", "Ligue 188 e/ou fale.", "Ligue um oito oito e ou fale."),
        ("nl", "Bel 0800-0113 en/of praat.", "Bel nul acht nul nul, nul een een drie en of praat."),
        ("de", "Es sind 12.500 Schritte.", "Es sind 12.500 Schritte."),
    ],
)
def test_what_is_read_well_is_shown_as_it_is_read_and_no_reason_to_look(language: str, script: str, read: str) -> None:
    (line,) = listed(f"---\nlanguage: {language}\n---\n{script}")
    assert line.read == read
    assert line.is_read_otherwise is (read != line.text)
    assert [reason.kind.value for reason in line.reasons] == []


def test_a_word_with_a_pronunciation_of_its_own_is_not_read_otherwise() -> None:
    (line,) = listed("---\nsay: {988: the lifeline}\n---\nCall 988 or 911.")
    assert line.read == "Call 988 or nine one one."


def test_what_the_language_has_no_reading_for_is_a_reason_to_look() -> None:
    (line,) = listed("---\nlanguage: de\n---\nTrink 5/8 davon.")
    assert [reason.reason for reason in line.reasons] == ["“/” may be spoken, as “slash”"]


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_in_our_own_exercises_little_is_strange(path: Path) -> None:
    lines = listed(path.read_text(encoding="utf-8"))
    assert lines
    assert [(line.text, reason.reason) for line in lines for reason in line.reasons] == []


def test_a_name_that_begins_several_lines_is_a_speaker() -> None:
    assert kinds("Maria: Hello.\n\nMaria: Sit.\n\nMaria: Rest.\n") == ["label"] * 3
    assert kinds("Notice: feet.\n\nNotice: hands.\n\nNotice: sound, and notice more.\n") == []


def test_a_script_in_another_language_is_told_once() -> None:
    spanish = "Siente tus pies en el suelo.\n\nDescansa un momento.\n\nMira la luz que hay en la ventana.\n"
    (told,) = [line for line in listed(spanish) if line.suspicious]
    assert told.line == 1
    assert "“language: es”" in told.reasons[0].mend
    assert kinds(f"---\nlanguage: es\n---\n{spanish}") == []


def test_an_open_question_is_a_reason_to_look() -> None:
    (line,) = listed("Notice your left hand or <!-- question: “x” stood here. | right --> foot.")
    assert [reason.kind for reason in line.reasons] == [SuspicionKind.QUESTION]


def test_suspicious_lines_come_first() -> None:
    lines = suspicious_first(listed("One.\n\nGuide: Two.\n\nThree.\n\n(four) Five.\n"))
    assert [line.line for line in lines] == [3, 7, 1, 5]


@pytest.mark.parametrize(
    ("script", "after"),
    [
        ("Guide: Rest.", "Rest."),
        ("**Guide:** Rest.", "Rest."),
        ("15 seconds", "> 15 seconds"),
        ("(the waves begin)", "> (the waves begin)"),
        ("www.example.org", "> www.example.org"),
    ],
)
def test_what_is_mended_by_one_key(script: str, after: str) -> None:
    (line,) = listed(script)
    found = mended(line, line.reasons[0], script)
    assert found is not None
    assert script[: found.column - 1] + found.text + script[found.end_column - 1 :] == after


def test_what_only_the_writer_knows_is_not_mended() -> None:
    (line,) = listed("You can STOP now.")
    assert mended(line, line.reasons[0], "You can STOP now.") is None


@pytest.mark.parametrize(
    "script",
    ["- " * 40_000 + "pause x", "(" * 60_000 + "a", "= " * 50_000, "a@" * 50_000, "AB " * 40_000, "Guide: " * 15_000],
    ids=lambda script: script[:4],
)
def test_no_text_takes_long(script: str) -> None:
    assert len(listed(script)) <= 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bienvenida. ¿Qué notas en tus pies? Descansa. Mira a tu alrededor.", "es"),
        ("Spüre den Boden. Spüre die Hände. Schau dich um.", "de"),
        ("Prenez un moment pour sentir votre corps.", "fr"),
        ("Senti il contatto dei piedi con il terreno.", "it"),
        ("Voel je voeten op de grond.", "nl"),
        ("Você não precisa mudar nada, e seu corpo está aqui agora.", "pt"),
        ("息を吸って、ゆっくり吐きます。", "ja"),
        ("Notice where your feet meet the floor.", "en"),
        ("Om mani padme hum.", None),
        ("Rest.", None),
        ("", None),
    ],
)
def test_a_language_is_guessed_where_it_is_sure(text: str, language: str | None) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("script", "mend"),
    [
        ("(ring bell)", "[bell], or begin the line with > to make it a note"),
        ("*** soft music ***", "[soundscape drone], or begin the line with > to make it a note"),
        ("- pause -", "[pause 10s], or begin the line with > to make it a note"),
        ("Let go (without music).", "a cue stands in [ ], as in [pause 10s]; a note behind >"),
    ],
)
def test_what_to_write_fits_what_stands_there_and_is_said_once(script: str, mend: str) -> None:
    assert [reason.mend for line in listed(script) for reason in line.reasons] == [mend]


def test_a_heading_among_the_words_is_told_as_one() -> None:
    reasons = [reason for line in listed("Rest here.\n\nChapter 1\n\nRest on.") for reason in line.reasons]
    assert [reason.reason for reason in reasons] == ["reads like a heading"]


def test_a_question_about_several_sentences_is_told_at_the_first_of_them() -> None:
    comment = question_comment("paced?", ("[breathe in 4 out 6 for 5 rounds]",), "In for 4. Out for 6. Again.")
    bell = question_comment("said?", ("[bell]",), "Bell")
    lines = listed(f"Rest.\n\nIn for 4.\nOut for 6. Again. {comment}\n\nRest here. Bell {bell}\n")
    assert [(line.line, line.text) for line in lines if line.suspicious] == [(3, "In for 4."), (6, "Bell")]


def test_a_sign_that_a_voice_may_refuse_is_told_unless_it_has_a_pronunciation() -> None:
    told = [reason.reason for line in listed("Feel the ∆ now. ∙ It is 21 ℃.") for reason in line.reasons]
    assert told == ["a voice may have no word for “∆”, and refuse it"]
    said = listed("---\nsay:\n  ∆: delta\n---\nFeel the ∆ now.")
    assert not [reason for line in said for reason in line.reasons]
