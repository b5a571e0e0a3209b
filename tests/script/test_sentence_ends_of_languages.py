"""Sentence ends in German, Spanish, French, Italian, Portuguese and Dutch: none at an abbreviation."""

import re

import pytest

from feltsense.script.diagnostics import Severity
from feltsense.script.model import Phrase
from feltsense.script.parser import parse
from feltsense.script.sentences import parted, sentences

TEXTS = {
    "de": [
        "Spüre etwas, z. B. die Füße, z.B. die Sohlen.| Dann ruhe.",
        "Das ist gut, d. h. es trägt.| Du bist hier.",
        "Die Hände bzw. Füße sind schwer.| Auch die Arme, Beine usw. sind es.| Hände, Füße usw.| Danach ruhst du.",
        "Bleib ca. 5 Minuten, evtl. länger.| Gut.",
        "U. a. Schritte zählen i. d. R. Menschen.| Nun du.",
        "Sieh Nr. 5 bei Dr. Meier und Prof. Klein an.| Gut.",
        "Hr. Schmidt und Fr. Müller sind da.| Atme.",
        "1. Schritt: Setz dich.| 2. Übung: Steh auf.",
        "Beim 2. Mal ist es leichter.| Im 3. Durchgang auch.| Am 1. und 2. Tag ruhst du.",
        "Am 3. April beginnt es.| Vom 3. bis 5. Mai auch.| Am 1. Januar ist Ruhe.",
        "Der 3. tiefe Atemzug ist langsam.| Spüre ihn.",
        "Zähle bis 10.| Dann ruhe.| Zähle von 3 bis 1.| Atme aus.| Bis zum 10.| Dann ruhe.",
        "Mach 5 Min. Pause.| Oder 30 Sek. Stille.| Warte 5 Min.| Dann geh.",
        "„Ich bin da.“| „Bist du da?“ fragt sie.| »Ja.«| ‚Gut.‘| Atme.",
        "Rufe 0800 111 0 111 an.| Es ist 14.30 Uhr.| Es sind 3,5 km.| Es sind 1.000 Schritte.",
        "Wie geht es dir?| Gut!| Atme … ein … und aus.",
        "Das hilft, u. v. m.| Danach ruhst du, o. Ä.| Gut.",
    ],
    "es": [
        "Busca algo, p. ej. un cojín, p.ej. una manta.| Respira.",
        "La Sra. López y el Sr. Ruiz, con la Dra. Gil y el Dr. Sanz, respiran.| Tú también.",
        "Vive en EE. UU. desde ayer.| Está en EE. UU.| Ahora respira.",
        "El n.º 5 es tuyo, pág. 3, núm. 7.| El 1.º y la 2.ª también.| Bien.",
        "Manos, pies, etc. pesan.| Manos, pies, etc.| ¿Los notas?",
        "¿Cómo estás?| ¿Notas los pies?| ¡Bien!| Respira.",
        "Respira y, ¿qué notas?| Nada… ¿y ahora?",
        "Son las 7 p. m. en casa.| Son las 7 p. m.| Ahora descansa.",
        "Ud. decide y Uds. también.| Dura aprox. 5 minutos.| Bien.",
        "«Estoy aquí.»| “Estoy en paz.”| ¿“Sí”?| Bien.",
        "Son 1.000 pasos y 3,5 km.| Llama al 024.| Respira.",
        "Inhala.| ¡Suelta!| ¿Y ahora?| Descansa.",
    ],
    "fr": [
        "M. Dupont, MM. Petit et Mme Martin respirent.| Vous aussi.",
        "Prenez appui, p. ex. sur le sol, par ex. sur la chaise.| Respirez.",
        "Le sol, c.-à-d. la terre, vous porte.| Bien.",
        "Dr. Petit et Pr. Blanc parlent.| Écoutez.",
        "Les mains, les pieds, etc. sont lourds.| Les mains, etc.| Respirez.",
        "Où êtes-vous\u202f?| Ici\u00a0!| Bien\u00a0: respirez\u00a0; soufflez.",
        "«\u00a0Je suis là.\u00a0»| «\u00a0Ça va\u00a0?\u00a0» demande-t-elle.| ‹\u202fBien.\u202f›| Respirez.",
        "Au n° 5, réf. 7, tél. 3114.| Respirez.",
        "Il y a 1 000 pas et 3,5 km.| Appelez le 3114.| Bien.",
        "C'est la 1re fois, le 2e jour.| Restez env. 5 minutes.| Bien.",
        "Av. J.-C. on respirait.| Aujourd'hui aussi.",
    ],
    "it": [
        "Il Sig. Rossi, la Sig.ra Verdi e il Dott. Neri respirano.| Anche tu.",
        "La Dott.ssa Bianchi e il Prof. Gallo sono qui.| Bene.",
        "Mani, piedi, ecc. pesano.| Mani, piedi, ecc.| Ora respira.",
        "Appoggia qualcosa, ad es. la mano, p. es. il palmo.| Respira.",
        "Vedi n. 5 e pag. 3.| Bene.| La n. 7 è tua.",
        "Come stai?| Bene!| «Sono qui.»| “Sono in pace.”| Respira.",
        "Sono 1.000 passi e 3,5 km.| Alle 14.30 riposi.| Chiama 800 860 022.| Bene.",
        "Il 1º passo.| La 2ª volta.| Bene.",
    ],
    "pt": [
        "O Sr. Silva, a Sra. Lima e a Srta. Reis respiram.| Você também.",
        "A Dra. Gil, o Dr. Sá e a Profa. Luz estão aqui.| Bem.",
        "Use algo, p. ex. uma manta.| Respire.",
        "Mãos, pés, etc. pesam.| Mãos, pés, etc.| Agora respire.",
        "Veja o n.º 5, pág. 3.| O 1.º passo é seu.| Bem.",
        "Como está?| Bem!| “Estou aqui.”| «Estou em paz.»| Respire.",
        "São 1.000 passos e 3,5 km.| Ligue 188.| Bem.",
        "Fique aprox. 5 minutos.| Solte o ar.",
        "São 5 minutos, aprox.| Solte o ar.",
    ],
    "nl": [
        "Voel iets, bijv. je voeten, d.w.z. de zolen.| Rust nu.",
        "M.a.w. je mag rusten, o.a. hier.| Goed.",
        "Dhr. Jansen, mevr. Bakker en dr. Smit ademen.| Jij ook.",
        "Handen, voeten, enz. zijn zwaar.| Handen, voeten, enz.| Nu rust je.",
        "Blijf ca. 5 minuten, evt. langer.| Goed.",
        "Zie nr. 5 en blz. 3.| De 1e stap is klaar.| De 2e ook.",
        "Hoe gaat het?| Goed!| ‘Ik ben hier.’| „Ik ben thuis.”| Adem.",
        "Het is 14.30 uur.| Bel 0800-0113.| Het zijn 1.000 stappen.| Rust.",
        "In plaats daarvan, i.p.v. Rust, beweeg je.| Goed.",
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", [text for texts in TEXTS.values() for text in texts], ids=lambda text: str(text)[:40])
def test_no_sentence_is_cut_at_an_abbreviation_and_every_end_is_found(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    plain = text.replace("|", "")
    assert [plain[start:end].strip() for start, end in sentences(plain)] == expected


@pytest.mark.parametrize(("language", "texts"), TEXTS.items())
def test_the_phrases_of_a_script_are_its_sentences(language: str, texts: list[str]) -> None:
    for text in texts:
        script = f"---\ntitle: A\nlanguage: {language}\n---\n\n{text.replace('|', '')}\n"
        parsed = parse(script, "a")
        assert not [each for each in parsed.diagnostics if each.severity is Severity.ERROR]
        said = [node.text for node in parsed.exercise.walk() if isinstance(node, Phrase)]
        assert re.sub(r"[\s…]", "", "".join(said)) == re.sub(r"[\s…|]", "", text)
        assert len(said) == text.count("|") + text.count("…") + 1


def test_a_german_ordinal_at_the_head_of_a_line_is_said() -> None:
    parsed = parse("1. Schritt: Sitz.\n2. Schritt: Atme.\n\n1. Lass los.\n2. Ruh dich aus.\n", "a")
    said = [node.text for node in parsed.exercise.walk() if isinstance(node, Phrase)]
    assert said == ["1. Schritt: Sitz.", "2. Schritt: Atme.", "Lass los.", "Ruh dich aus."]


LONG = {
    "und gehen so": """
        Spüre nun in aller Ruhe beide Füße auf dem Boden unter dir und lass den Atem kommen
        und gehen so wie er heute ganz von selbst durch deinen Körper fließt
    """,
    "mientras el aire": """
        Deja que los dos pies descansen ahora sobre el suelo firme debajo de ti
        mientras el aire entra y sale sin que tengas que hacer nada más por ahora
    """,
    "puis restez": """
        Laissez maintenant vos deux pieds se poser sur le sol ferme et dites en silence « je suis là »
        puis restez encore un petit moment ici sans rien faire du tout
    """,
}


@pytest.mark.parametrize(("second", "text"), LONG.items())
def test_a_long_sentence_is_parted_at_a_conjunction(second: str, text: str) -> None:
    assert parted(text)[1].startswith(second)
