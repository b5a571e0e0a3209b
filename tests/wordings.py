"""What bundled exercises say, by language: the words that show that a rule of the practice is kept."""

import re
from dataclasses import dataclass


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """The words of one language."""

    leaving: re.Pattern[str]
    choice: re.Pattern[str]
    allowing: re.Pattern[str]
    announced: re.Pattern[str]
    """That it will be quiet."""
    feelings: re.Pattern[str]
    commanding: re.Pattern[str]
    """What is never said."""
    numbers: dict[str, int]
    of_time: str
    anchors: tuple[str, ...]
    eyes: str
    driving: str
    emergency: str
    support: str
    source: str
    """How it begins to tell where its idea is from."""
    mild: str
    """What keeps something hard to the mild."""


WORDINGS = {
    "en": Wording(
        leaving=_any("stop|skip|leave|end this"),
        choice=_any(
            r"or|skip|stop|leave|if you (?:like|prefer|please)|if it|you (?:could|might|may|can|choose)|either|both|"
            r"fine|welcome|allowed"
        ),
        allowing=_any(
            r"(?:can|may|could|might|allowed to) (?:be (?:here|there|allowed|as|without)|stay|stir|come|"
            r"(?:have|keep) (?:a|its))|make room for it|let (?:it|that) be|a seat"
        ),
        announced=_any("quiet|without words|seconds|minute"),
        feelings=_any(
            "sad|sadness|lonely|loneliness|ache|grief|fear|afraid|ashamed|shame|angry|anger|hurts?|pain|sting|cry|"
            "feelings?|longing|love"
        ),
        commanding=_any(
            r"relax|calm down|let go|release|surrender|melt|just|simply|must|should|need to|have to|has to|make sure|"
            r"stay still|don't move|you are safe|deep breath|good job|perfect|correctly|deeper|heals?|cures?|rewires?|"
            r"i want you|allow yourself|inner child|at least|forgive|trauma|chakra|the universe"
        ),
        numbers={
            "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "fifteen": 15,
            "twenty": 20, "ninety": 1,
        },
        of_time="minute|seconds",
        anchors=("hands", "feet", "sound", "surface", "seat"),
        eyes=r"\beyes\b",
        driving="driving",
        emergency="emergency services",
        support="helpline|professional",
        source="After ",
        mild="out of ten|not the heaviest",
    ),
    "es": Wording(
        leaving=_any("parar|saltarte|terminar|déjalo"),
        choice=_any("o|u|si|puedes|podrías|puede|podrían?|quizá|tal vez|ambas|las dos cosas|como prefieras|quieras"),
        allowing=_any("puede (?:quedarse|estar|seguir)"),
        announced=_any("silencio|sin palabras|segundos|minutos?"),
        feelings=_any("trist\\w*|sol[oa]|soledad|dolor|duele|pena|miedo|vergüenza|rabia|enojo|llor\\w*|amor"),
        commanding=_any(
            r"relaja\w*|cálma\w*|suelta|entrégate|simplemente|solo tienes|debes|deberías|tienes que|hay que|"
            r"asegúrate|no te muevas|estás a salvo|respira hondo|profund\w+|perfecto|muy bien|correctamente|cura|sana|"
            r"quiero que|permítete|niñ[oa] interior|al menos|perdona\w*|trauma|chakra|universo"
        ),
        numbers={"tres": 3, "cuatro": 4, "cinco": 5, "diez": 10, "noventa": 1},
        of_time="minuto|segundos",
        anchors=("manos", "pies", "sonido", "mesa"),
        eyes=r"\bojos\b",
        driving="al volante",
        emergency="servicios de emergencia",
        support="línea de ayuda|profesional",
        source="A partir de ",
        mild="tres de diez",
    ),
    "de": Wording(
        leaving=_any("aufhören|auslassen"),
        choice=_any("oder|wenn du|falls|kannst|könntest|könnten?|vielleicht|darf|dürfen|beides|magst"),
        allowing=_any("darf (?:da sein|so bleiben|bleiben|auf Abstand bleiben)"),
        announced=_any("still|ohne Worte|Sekunden|Minuten?"),
        feelings=_any("traurig\\w*|einsam\\w*|Schmerz\\w*|Angst|Scham|Wut|weinen|Liebe|Sehnsucht|Gefühle?"),
        commanding=_any(
            r"entspann\w*|beruhig\w*|lass los|loslassen|einfach|nur noch|musst|sollst|solltest|du brauchst|"
            r"achte darauf|beweg dich nicht|du bist sicher|atme tief|tiefer|perfekt|gut gemacht|richtig|heilt|heilen|"
            r"ich möchte, dass|erlaube dir|inneres Kind|wenigstens|verzeih\w*|Trauma|Chakra|Universum"
        ),
        numbers={"drei": 3, "vier": 4, "fünf": 5, "zehn": 10, "neunzig": 1},
        of_time="Minute|Sekunden",
        anchors=("hände", "füße", "geräusch", "boden"),
        eyes=r"\bAugen\b",
        driving="am Steuer",
        emergency="wähl jetzt den Notruf",
        support="Krisentelefon|Fachleute",
        source="Nach ",
        mild="drei von zehn",
    ),
}  # fmt: skip
