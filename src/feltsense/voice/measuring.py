"""What is measured of a voice when it is added: how loud it is, and how long its sounds last at its natural pace."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol, runtime_checkable

from feltsense.audio.loudness import speech_loudness
from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.added.model import VoiceMeasures
from feltsense.voice.heard_sounds import heard_sounds
from feltsense.voice.neural.pace import PaceModel
from feltsense.voice.port import Utterance, Voice

MEASURED_PACE = Wpm(130)
"""Words a minute at which the loudness is measured."""

_SPOKEN = 8
"""So many sentences are spoken; how long all of them would be is told without that."""

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Let both of your feet rest on the floor.",
        "Notice where your body touches the chair.",
        "There is nothing that you have to change right now.",
        "Your breath comes and goes, all by itself.",
        "Let your shoulders sink, a little with each breath.",
        "Place a hand where you feel something, and let it be warm there.",
        "Look around slowly, and find a colour that you like.",
        "When you are ready, come back to the room.",
        "Sit in a way that lets your spine be long and easy.",
        "Touch the fabric of your sleeve, and notice how it feels.",
        "Recall a time when you belonged, even for a moment.",
        "Follow the outline of a window or a picture with your eyes.",
        "Stand up, if you can, and shake out both of your arms.",
        "Loneliness is not a flaw; it is a signal that you need people.",
        "Soft belly.",
        "Imagine a friend who knows all of this and stays beside you anyway.",
    ),
    "de": (
        "Spüre, wie deine Füße den Boden berühren.",
        "Lass die Schultern mit jedem Ausatmen ein wenig sinken.",
        "Du musst jetzt nichts verändern und nichts leisten.",
        "Der Atem kommt und geht, ganz von allein.",
        "Lege eine Hand auf die Stelle, die sich meldet.",
        "Schau dich langsam um und such dir eine Farbe aus.",
        "Vielleicht ist da Wärme, vielleicht auch nur Ruhe.",
        "Komm in deinem Tempo wieder in den Raum zurück.",
        "Setz dich so hin, dass der Rücken lang und bequem ist.",
        "Berühre den Stoff deines Ärmels und merke, wie er sich anfühlt.",
        "Sag dir freundlich, dass es schwer ist und dass es vorübergeht.",
        "Folge mit den Augen dem Umriss eines Fensters oder eines Bildes.",
        "Steh auf, wenn du kannst, und schüttle beide Arme aus.",
        "Wenn es zu viel ist, öffne die Augen und schau dich um.",
        "Weicher Bauch.",
        "Was würdest du zu jemandem sagen, den du liebst und dem es heute so geht wie dir?",
    ),
    "es": (
        "Siente cómo los pies tocan el suelo.",
        "Deja que los hombros bajen un poco con cada respiración.",
        "Ahora mismo no tienes que cambiar nada.",
        "El aire entra y sale, sin que hagas nada.",
        "Pon una mano donde notes algo, y déjala descansar allí.",
        "Mira despacio a tu alrededor y busca un color que te guste.",
        "Quizá haya calor, o quizá solo un poco de calma.",
        "Cuando quieras, vuelve poco a poco a la habitación.",
        "Siéntate de modo que la espalda esté larga y cómoda.",
        "Toca la tela de tu manga y nota cómo se siente.",
        "Recuerda un momento en que te sentiste parte de algo.",
        "Recorre con los ojos el contorno de una ventana o de un cuadro.",
        "Ponte de pie, si puedes, y sacude los dos brazos.",
        "La soledad no es un defecto; es una señal de que necesitas gente.",
        "Vientre suave.",
        "Imagina a una amiga que sabe todo esto y aun así se queda a tu lado.",
    ),
    "fr": (
        "Sentez vos pieds posés sur le sol.",
        "Laissez les épaules descendre un peu à chaque souffle.",
        "Vous n'avez rien à changer en ce moment.",
        "L'air entre et sort, sans que vous fassiez rien.",
        "Posez une main là où vous sentez quelque chose, et laissez-la au chaud.",
        "Regardez lentement autour de vous et cherchez une couleur qui vous plaît.",
        "Il y a peut-être de la chaleur, ou seulement un peu de calme.",
        "Quand vous voulez, revenez doucement dans la pièce.",
        "Asseyez-vous de manière que le dos soit long et à l'aise.",
        "Touchez le tissu de votre manche et sentez sa texture.",
        "Rappelez-vous un moment où vous aviez votre place.",
        "Suivez des yeux le contour d'une fenêtre ou d'un tableau.",
        "Levez-vous, si vous le pouvez, et secouez les deux bras.",
        "La solitude n'est pas un défaut; c'est le signe que l'on a besoin des autres.",
        "Ventre souple.",
        "Imaginez une amie qui sait tout cela et qui reste près de vous quand même.",
    ),
    "it": (
        "Senti i piedi che toccano il pavimento.",
        "Lascia che le spalle scendano un poco a ogni respiro.",
        "In questo momento non devi cambiare niente.",
        "L'aria entra ed esce, senza che tu faccia nulla.",
        "Appoggia una mano dove senti qualcosa, e lasciala riposare.",
        "Guardati intorno con calma e cerca un colore che ti piace.",
        "Forse c'è del calore, o forse soltanto un po' di quiete.",
        "Quando vuoi, torna piano piano nella stanza.",
        "Siediti in modo che la schiena sia lunga e comoda.",
        "Tocca la stoffa della manica e nota com'è sotto le dita.",
        "Ricorda un momento in cui ti sei sentito parte di qualcosa.",
        "Segui con gli occhi il contorno di una finestra o di un quadro.",
        "Alzati, se puoi, e scuoti tutte e due le braccia.",
        "La solitudine non è un difetto; è il segno che hai bisogno di persone.",
        "Ventre morbido.",
        "Immagina un'amica che sa tutto questo e resta lo stesso accanto a te.",
    ),
    "pt": (
        "Sinta os seus pés apoiados no chão.",
        "Deixe os ombros descerem um pouco a cada respiração.",
        "Neste momento você não precisa mudar nada.",
        "O ar entra e sai, sem que você faça nada.",
        "Coloque a mão onde sentir alguma coisa, e deixe que ela descanse.",
        "Olhe devagar ao seu redor e procure uma cor de que você goste.",
        "Talvez haja calor, ou talvez apenas um pouco de calma.",
        "Quando quiser, volte aos poucos para a sala.",
        "Sente-se de um jeito que deixe as costas longas e à vontade.",
        "Toque o tecido da manga e perceba como ele é.",
        "Lembre-se de um momento em que você fez parte de algo.",
        "Siga com os olhos o contorno de uma janela ou de um quadro.",
        "Fique de pé, se puder, e sacuda os dois braços.",
        "A solidão não é um defeito; é um sinal de que você precisa de gente.",
        "Barriga macia.",
        "Imagine uma amiga que sabe de tudo isto e mesmo assim fica ao seu lado.",
    ),
    "nl": (
        "Voel hoe je voeten de grond raken.",
        "Laat je schouders bij elke uitademing een beetje zakken.",
        "Je hoeft nu niets te veranderen.",
        "De adem komt en gaat, helemaal vanzelf.",
        "Leg een hand op de plek waar je iets voelt, en laat hem daar rusten.",
        "Kijk rustig om je heen en zoek een kleur die je mooi vindt.",
        "Misschien is er warmte, misschien alleen wat rust.",
        "Kom in je eigen tempo weer terug in de kamer.",
        "Ga zo zitten dat je rug lang en gemakkelijk is.",
        "Raak de stof van je mouw aan en merk hoe die voelt.",
        "Zeg vriendelijk tegen jezelf dat dit moeilijk is, en dat het voorbijgaat.",
        "Volg met je ogen de omtrek van een raam of een schilderij.",
        "Sta op, als dat kan, en schud allebei je armen los.",
        "Als het te veel is, doe dan je ogen open en kijk om je heen.",
        "Zachte buik.",
        "Wat zou je zeggen tegen iemand van wie je houdt en die zich vanavond zo voelt als jij?",
    ),
}
"""What a voice is measured with, by language. The loudness takes the first eight."""


@runtime_checkable
class NaturalPace(Protocol):
    """A voice that tells how long it would speak if nobody asked for a pace."""

    @property
    def pace_model(self) -> PaceModel:
        """How it stretches its natural pace."""

    def natural_seconds(self, utterance: Utterance) -> float:
        """Return what a phrase lasts at the natural pace, without the silence around it.

        Raises:
            VoiceError: it cannot be spoken.
        """


def measure_voice(
    voice: Voice, language: str, sentences: Sequence[str] = (), *, tell: Callable[[int, int], None] | None = None
) -> VoiceMeasures | None:
    """Speak some sentences and return what was measured; the same files always give the same.

    Args:
        voice: one that tells its natural pace is measured by that, any other at `MEASURED_PACE`.
        language: of the voice, BCP 47.
        sentences: to be spoken; those of `SENTENCES` where there are none.
        tell: is called before each sentence with its number and how many there are; one that is spoken, and then asked
            for its natural length, counts twice.

    Returns:
        None where there are no sentences for the language.

    Raises:
        VoiceError: the voice cannot speak them.
    """
    texts = sentences or SENTENCES.get(language.replace("_", "-").partition("-")[0].lower(), ())
    if not texts:
        return None
    utterances = [Utterance(text, MEASURED_PACE, language) for text in texts]
    natural = voice if isinstance(voice, NaturalPace) else None
    first = utterances[:_SPOKEN]
    asked = _counted([*first, *(utterances if natural else ())], tell)
    spoken = [voice.speak(each) for each in islice(asked, len(first))]
    lufs = speech_loudness(speech.samples for speech in spoken)
    if lufs is None:
        raise VoiceError(f"Nothing is heard of the voice {voice.name}.", "Try another voice: feltsense voices.")
    lengths, edge_s = [speech.spoken.length / SAMPLE_RATE for speech in spoken], 0.0
    if natural:
        seconds = [natural.natural_seconds(each) for each in asked]
        stretched = _stretched(natural.pace_model, first, seconds, language)
        edge_s = (sum(lengths) - sum(stretched)) / len(lengths)
    else:
        utterances, seconds = first, lengths
    heard = [heard_sounds(each, language) for each in utterances]
    words, signs = sum(each.words for each in heard), sum(each.signs for each in heard)
    return VoiceMeasures(lufs, sum(seconds) / signs, 60 * words / sum(seconds), edge_s)


def _counted(utterances: Sequence[Utterance], tell: Callable[[int, int], None] | None) -> Iterator[Utterance]:
    for number, each in enumerate(utterances, 1):
        if tell:
            tell(number, len(utterances))
        yield each


def _stretched(
    pace: PaceModel, utterances: Sequence[Utterance], natural_s: Sequence[float], language: str
) -> list[float]:
    """Return the seconds of phrases when they are stretched to their pace, without what is at their edges."""
    words = [heard_sounds(each, language).words for each in utterances]
    factors = (pace.stretch(*each, MEASURED_PACE) for each in zip(natural_s, words, strict=False))
    return [factor * natural for factor, natural in zip(factors, natural_s, strict=False)]
