"""The words that we add to a script's own, in its language: how it opens, its parts, and what leads a breath."""

from dataclasses import dataclass

from feltsense.script.model import PhaseKind

_KINDS = (PhaseKind.IN, PhaseKind.HOLD, PhaseKind.OUT)


@dataclass(frozen=True, slots=True)
class AddedWords:
    """The words of one language."""

    opening: str
    """The heading of what stands before the first one."""
    part: str
    """A part without a name, before its number."""
    phases: tuple[str, str, str]
    """In, hold and out. Spoken calmly, each fits into a phase of two seconds."""

    def phase(self, kind: PhaseKind) -> str:
        """Return the word of a breath's phase."""
        return self.phases[_KINDS.index(kind)]


ENGLISH_ADDED = AddedWords("Opening", "Part", ("In", "Hold", "Out"))
ADDED_WORDS = {
    "de": AddedWords("Beginn", "Teil", ("Einatmen", "Halten", "Ausatmen")),
    "en": ENGLISH_ADDED,
    "es": AddedWords("Inicio", "Parte", ("Inhala", "Sostén", "Exhala")),
    "fr": AddedWords("Début", "Partie", ("Inspirez", "Retenez", "Expirez")),
    "it": AddedWords("Inizio", "Parte", ("Inspira", "Trattieni", "Espira")),
    "nl": AddedWords("Begin", "Deel", ("Adem in", "Houd vast", "Adem uit")),
    "pt": AddedWords("Início", "Parte", ("Inspire", "Segure", "Solte")),
    "pt-pt": AddedWords("Início", "Parte", ("Inspire", "Retenha", "Expire")),
}
"""By language, or a whole tag where its words are others."""


def added_words(tag: str) -> AddedWords | None:
    """Return the words for a BCP 47 tag; None for a language that is not known here."""
    lowered = tag.replace("_", "-").lower()
    return ADDED_WORDS.get(lowered) or ADDED_WORDS.get(lowered.partition("-")[0])


def part_name(number: int, tag: str) -> str:
    """Return what a part is called whose name is not told, for a BCP 47 tag; English for a language not known here."""
    return f"{(added_words(tag) or ENGLISH_ADDED).part} {number}"
