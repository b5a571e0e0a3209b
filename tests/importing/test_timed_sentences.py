"""Silences among sentences in seven languages: times behind words, sentences that ask for a time."""

import pytest
from imports import body, made


def choices(source: str) -> list[tuple[str, ...]]:
    return [question.choices for question in made(source).open_questions]


@pytest.mark.parametrize(
    ("written", "script"),
    [
        ("Notice your feet. 30 seconds.", "Notice your feet. [pause 30s]"),
        ("Notice your feet. About 30 secs. Go on.", "Notice your feet. [pause about 30s]\nGo on."),
        ("Notice your feet … 20s", "Notice your feet … [pause 20s]"),
        ("Feel the breath (pause) 1 minute", "Feel the breath [pause 1m]"),
        ("Feel it. [pause] for two minutes. Now rest.", "Feel it. [pause 2m]\nNow rest."),
        ("Feel (pause) 30 seconds. Now rest.", "Feel. [pause 30s]\nNow rest."),
        ("Feel your hands – 15 sec", "Feel your hands [pause 15s]"),
        ("Feel your hands - 15s. Now your feet.", "Feel your hands. [pause 15s]\nNow your feet."),
        ("And the belly. (:30) Rest.", "And the belly. [pause 30s]\nRest."),
        ("Feel your hands: 20 sec", "Feel your hands [pause 20s]"),
        ("Rest.\n\nP-A-U-S-E", "Rest.\n\n[pause]"),
        ("Feel your hands. p a u s e", "Feel your hands. [pause]"),
        ("Spüre deine Füße. 30 Sekunden. Spüre die Hände – 20 Sek.",
         "Spüre deine Füße. [pause 30s]\nSpüre die Hände. [pause 20s]"),
        ("Pause von 30 Sekunden. Du bist hier.", "[pause 30s] Du bist hier."),
        ("Sentez vos pieds. 30 secondes. Et le sol.", "Sentez vos pieds. [pause 30s]\nEt le sol."),
        ("Siente tus pies. 30 segundos. Silencio de un minuto.", "Siente tus pies. [pause 30s] [pause 1m]"),
        ("Senti i piedi. 30 secondi. E ora le mani.", "Senti i piedi. [pause 30s]\nE ora le mani."),
        ("Sinta os pés. 30 segundos. E as mãos.", "Sinta os pés. [pause 30s]\nE as mãos."),
        ("Voel je voeten. 30 seconden. En je handen.", "Voel je voeten. [pause 30s]\nEn je handen."),
        ("Welcome. [bell or gong] Sit. *chime* Rest. [sound of singing bowl]",
         "Welcome. [bell]\nSit. [bell]\nRest. [bell]"),
    ],
)  # fmt: skip
def test_a_length_behind_words_is_the_silence(written: str, script: str) -> None:
    assert body(written) == script


@pytest.mark.parametrize(
    ("sentence", "pause"),
    [
        ("One minute.", "1m"),
        ("Half a minute.", "30s"),
        ("A minute of silence.", "1m"),
        ("Bleib eine Minute in der Stille.", "1m"),
        ("Halte inne für 30 Sekunden.", "30s"),
        ("Verweile hier eine Minute.", "1m"),
        ("Mach eine Pause von zehn Sekunden.", "10s"),
        ("Laisser un silence d'une minute.", "1m"),
        ("Faites une pause d'une minute.", "1m"),
        ("Restez en silence pendant deux minutes.", "2m"),
        ("Attendez dix secondes.", "10s"),
        ("Haz una pausa de un minuto.", "1m"),
        ("Guarda silencio durante 30 segundos.", "30s"),
        ("Espera diez segundos.", "10s"),
        ("Fai una pausa di un minuto.", "1m"),
        ("Resta in silenzio per un minuto.", "1m"),
        ("Lascia un minuto di silenzio.", "1m"),
        ("Faça uma pausa de um minuto.", "1m"),
        ("Fique em silêncio por um minuto.", "1m"),
        ("Aguarde dez segundos.", "10s"),
        ("Een minuut stilte.", "1m"),
        ("Neem een pauze van één minuut.", "1m"),
        ("Blijf een minuut stil.", "1m"),
    ],
)
def test_a_sentence_that_asks_for_a_time_stays_spoken_and_is_asked_about(sentence: str, pause: str) -> None:
    source = f"Sit down. {sentence} Rest now."
    [found] = choices(source)
    assert {f"[pause {pause}]", f"{sentence} [pause {pause}]", sentence} == set(found)
    assert f"\n{sentence} <!-- question:" in body(source)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("How long? 30 seconds. Go on.", "[pause 30s]"),
        ("This takes a moment – 15 seconds. Go on.", "[pause 15s]"),
        ("Feel your hands, 15 seconds. Go on.", "[pause 15s]"),
        ("Feel your legs 30s", "[pause 30s]"),
        ("Sit still. 10 minutes. Come back.", "> 10 minutes."),
        ("Sit.\n\nPause for a while.\n\nRest.", "[long pause]"),
        ("Sit. [hold your breath 3 sec] Rest.", "Hold your breath 3 sec. [pause 3s]"),
        ("Atme ein. [Luft anhalten 3 Sek.] Atme aus.", "Luft anhalten 3 Sek. [pause 3s]"),
        ("Inspira. [retener 3 segundos] Suelta.", "Retener 3 segundos. [pause 3s]"),
        ("Inspira. [trattenere 3 secondi] Lascia andare.", "Trattenere 3 secondi. [pause 3s]"),
        ("Inspirez. [retenir 3 secondes] Soufflez.", "Retenir 3 secondes. [pause 3s]"),
        ("Inspire. [segurar 3 segundos] Solte.", "Segurar 3 segundos. [pause 3s]"),
        ("Adem in. [vasthouden 3 seconden] Laat los.", "Vasthouden 3 seconden. [pause 3s]"),
    ],
)
def test_what_is_not_sure_is_asked_with_the_length_that_stands_there(written: str, first: str) -> None:
    [found] = choices(written)
    assert found[0] == first


@pytest.mark.parametrize(
    "said",
    [
        "Just one minute. Two minutes later, rest. It lasts 30 seconds. 30 seconds is long.",
        "Every 30 sec. I waited 3 min. In 5 minutes we stop.",
        "Take a minute to settle. One breath at a time. Three slow breaths. A moment.",
        "Pause here with me and notice. We pause for a while. Wait a moment. Pause and breathe.",
        "Eine Minute vergeht. Lass dir eine Minute Zeit. Mach eine Pause. Atme dreimal tief ein.",
        "Prenez une minute pour vous. Un moment de silence. Respirez trois fois.",
        "Haz una pausa. Toma aire. Espera un momento. Date un minuto.",
        "Fai un respiro. Aspetta un momento. Prenditi un minuto.",
        "Respire fundo. Espere um momento. Dê a si mesmo um minuto.",
        "Neem de tijd. Wacht even. Adem rustig in.",
        "S.T.O.P. is a word, and S-T-O-P too. Wait for the breath to come by itself.",
    ],
)
def test_words_about_a_time_stay_spoken(said: str) -> None:
    assert body(f"Begin.\n\n{said}\n\nEnd.").replace("\n", " ") == f"Begin.  {said}  End."


@pytest.mark.parametrize("said", ["About a minute more.", "About forty seconds of quiet for that.", "A minute."])
def test_a_sentence_that_tells_of_the_pause_behind_it_stays(said: str) -> None:
    assert body(f"Go on. {said} [pause 40s to 58s]") == f"Go on.\n{said} [pause 40s to 58s]"
