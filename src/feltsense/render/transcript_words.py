"""What a transcript says beside the words of an exercise, in the exercise's language where it is known here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TranscriptWords:
    """The words of one language."""

    before: str
    """Stands before a caution."""
    afterwards: str
    """Stands before the next step."""
    quiet: str
    """A long silence, with its `{seconds}`."""
    bell: str
    breathing: str
    """Breaths, with their `{parts}` and how many `{rounds}`."""
    disclaimer: str


ENGLISH_TRANSCRIPT = TranscriptWords(
    "Before you start:",
    "Afterwards:",
    "quiet, {seconds} seconds",
    "a bell",
    "breathing: {parts}; {rounds} rounds",
    "For wellbeing and practice between sessions; not a treatment, a diagnosis or an emergency service.",
)

_WORDS = {
    "de": TranscriptWords(
        "Vor dem Beginn:",
        "Danach:",
        "Stille, {seconds} Sekunden",
        "eine Glocke",
        "Atem: {parts}; {rounds} Runden",
        "Für Wohlbefinden und Übung zwischen den Sitzungen; keine Behandlung, keine Diagnose und kein Notdienst.",
    ),
    "es": TranscriptWords(
        "Antes de empezar:",
        "Después:",
        "silencio, {seconds} segundos",
        "una campana",
        "respiración: {parts}; {rounds} rondas",
        "Para el bienestar y la práctica entre sesiones; no es un tratamiento, ni un diagnóstico, ni un servicio de "
        "urgencias.",
    ),
    "fr": TranscriptWords(
        "Avant de commencer :",
        "Ensuite :",
        "silence, {seconds} secondes",
        "une cloche",
        "respiration : {parts} ; {rounds} tours",
        "Pour le bien-être et la pratique entre les séances ; ni un traitement, ni un diagnostic, ni un service "
        "d’urgence.",
    ),
    "it": TranscriptWords(
        "Prima di iniziare:",
        "Dopo:",
        "silenzio, {seconds} secondi",
        "una campana",
        "respiro: {parts}; {rounds} giri",
        "Per il benessere e la pratica tra una seduta e l’altra; non è una terapia, né una diagnosi, né un servizio di "
        "emergenza.",
    ),
    "pt": TranscriptWords(
        "Antes de começar:",
        "Depois:",
        "silêncio, {seconds} segundos",
        "um sino",
        "respiração: {parts}; {rounds} rodadas",
        "Para o bem-estar e a prática entre as sessões; não é um tratamento, nem um diagnóstico, nem um serviço de "
        "emergência.",
    ),
    "nl": TranscriptWords(
        "Vooraf:",
        "Daarna:",
        "stilte, {seconds} seconden",
        "een bel",
        "adem: {parts}; {rounds} rondes",
        "Voor welzijn en oefening tussen de sessies; geen behandeling, geen diagnose en geen hulpdienst.",
    ),
}


def transcript_words(tag: str) -> TranscriptWords:
    """Return the words for a BCP 47 tag; English ones for a language that is not known here."""
    return _WORDS.get(tag.partition("-")[0].lower(), ENGLISH_TRANSCRIPT)
