"""Words of cues in German, Spanish, French, Italian, Portuguese and Dutch, as those of the English cues.

The first of each is the one that a suggestion writes. Lengths and pauses are in `foreign_words.py`, numbers in
`number_words.py`.
"""

from collections.abc import Mapping
from functools import cache

BREATH_CUE_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "breathe": "atme|atmen|atmet|atmen sie|atmung|atem",
        "in": "ein|einatmen|atme ein|atmen sie ein|atmet ein",
        "out": "aus|ausatmen|atme aus|atmen sie aus|atmet aus",
        "hold": "halten|halte|halte an|halten sie|haltet|anhalten|halt|atempause|pause",
        "for": "für",
        "rounds": "Runden|atemzüge|mal",
        "round": "Runde|atemzug",
        "with words": "mit Worten|mit wörtern|mit stimme",
        "with tones": "mit Tönen|mit klängen",
        "": "den atem|die luft|an|dabei|–|-|auf|bis|über|zählen|zähler|und|dann|lang|"
        "schläge|sekunden|sekunde|sek|s|,|.",
    },
    "es": {
        "breathe": "respira|respire|respiren|respirar|respirad|respiración",
        "in": "inhala|inhale|inhalen|inhalar|inspira|inspire|inspiren|inspirar|toma aire|tome aire",
        "out": "exhala|exhale|exhalen|exhalar|espira|espire|espiren|espirar|suelta|suelte|suelten|suelta el aire|"
        "suelte el aire",
        "hold": "sostén|sostenga|sostengan|sostener|retén|retenga|retengan|retener|mantén|mantenga|mantengan|mantener|"
        "aguanta|aguante|aguantar|pausa",
        "for": "durante|por",
        "rounds": "rondas|veces|ciclos|respiraciones",
        "round": "ronda|vez|ciclo",
        "with words": "con palabras|con voz",
        "with tones": "con tonos|con sonidos",
        "": "el aire|aire|la respiración|–|-|en|a|hasta|y|luego|contando|"
        "cuenta|cuentas|tiempos|tiempo|segundos|segundo|seg|s|,|.",
    },
    "fr": {
        "breathe": "respirez|respire|respirer|respirons|respiration",
        "in": "inspirez|inspire|inspirer|inspirons|inspiration",
        "out": "expirez|expire|expirer|expirons|expiration|soufflez|souffle|souffler",
        "hold": "retenez|retiens|retenir|bloquez|bloque|bloquer|tenez|tiens|pause",
        "for": "pendant|pour|durant",
        "rounds": "tours|cycles|rondes|fois|respirations",
        "round": "tour|cycle|ronde",
        "with words": "avec paroles|avec mots|avec des mots|avec voix|avec la voix",
        "with tones": "avec sons|avec des sons|avec tons",
        "": "le souffle|votre souffle|l'air|–|-|sur|en|à|jusqu'à|et|puis|comptez|temps|secondes|seconde|sec|s|,|.",
    },
    "it": {
        "breathe": "respira|respiri|respirate|respirare|respirazione|respiro",
        "in": "inspira|inspiri|inspirate|inspirare|inala|inali|inalate|inalare",
        "out": "espira|espiri|espirate|espirare|esala|esali|esalate|esalare",
        "hold": "trattieni|trattenga|trattenete|trattenere|tieni|tenete|pausa",
        "for": "per|durante",
        "rounds": "giri|cicli|volte|respiri|respirazioni",
        "round": "giro|ciclo|volta",
        "with words": "con parole|con le parole|con voce|con la voce",
        "with tones": "con toni|con suoni",
        "": "il respiro|il fiato|l'aria|–|-|in|a|fino a|e|poi|contando|conta|tempi|tempo|secondi|secondo|sec|s|,|.",
    },
    "pt": {
        "breathe": "respire|respira|respirem|respirar|respiração",
        "in": "inspire|inspira|inspirem|inspirar|inale|inala",
        "out": "expire|expira|expirem|expirar|solte o ar|solte|solta|soltar|exale|exala",
        "hold": "segure|segura|segurem|segurar|retenha|retém|reter|prenda|sustenha|pausa",
        "for": "por|durante",
        "rounds": "rodadas|ciclos|rondas|vezes|respirações",
        "round": "rodada|ciclo|vez",
        "with words": "com palavras|com voz",
        "with tones": "com tons|com sons",
        "": "o ar|a respiração|–|-|em|a|até|e|depois|contando|conte|tempos|tempo|segundos|segundo|seg|s|,|.",
    },
    "nl": {
        "breathe": "adem|ademen|ademt|ademhaling",
        "in": "in|adem in|inademen|ademen in|ademt u in",
        "out": "uit|adem uit|uitademen|ademen uit|ademt u uit",
        "hold": "houd vast|houd|hou vast|vasthouden|inhouden|pauze",
        "for": "voor|gedurende",
        "rounds": "rondes|keer|maal|cycli|ademhalingen",
        "round": "ronde",
        "with words": "met woorden|met stem",
        "with tones": "met tonen|met klanken",
        "": "de adem|je adem|–|-|op|tot|en|dan|tellen|tel|seconden|seconde|sec|s|,|.",
    },
}
"""Of a breath: an English word → the words that mean it; those that say no more are under the empty one."""

CUE_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "short pause": "kurze Pause",
        "long pause": "lange Pause",
        "pause": "Pause",
        "about": "etwa",
        "to": "bis",
        "bell": "Glocke|glocken|glöckchen|glockenschlag|glockenschläge|glockenton|klangschale|klangschalen|schale|"
        "zimbel|zimbeln",
        "low bell": "gong|gongs|gongschlag|gongschläge|gongton",
        "low": "tief|tiefe|tiefer",
        "every": "alle|jede|jeden|je|im abstand von",
        "repeat": "wiederhole|wiederholen|wiederholt|wiederholung|wiederholen sie",
        "times": "mal|x",
        "end": "Ende",
        "from": "ab|von",
        "up to": "bis|bis zu",
        "soundscape": "Hintergrund|klang|klangkulisse|geräusch|hintergrundgeräusch|klanglandschaft",
        "off": "aus",
        "play": "spiele|spielen|abspielen|spiel",
        "for": "für|lang",
    },
    "es": {
        "short pause": "pausa breve",
        "long pause": "pausa larga",
        "pause": "pausa",
        "about": "unos",
        "to": "a",
        "bell": "campana|campanas|campanilla|campanada|campanadas|cuenco|cuencos|cuenco tibetano|timbre",
        "low bell": "gong|gongs|gongo",
        "low": "grave|graves",
        "every": "cada",
        "repeat": "repite|repetir|repita|repitan|repetid|repetición",
        "times": "veces|vez|x",
        "end": "fin",
        "from": "desde|a partir de",
        "up to": "hasta",
        "soundscape": "fondo|paisaje sonoro|sonido de fondo|ambiente",
        "off": "no|apagado|ninguno",
        "play": "reproduce|reproducir|reproduzca",
        "for": "durante|por",
    },
    "fr": {
        "short pause": "courte pause",
        "long pause": "longue pause",
        "pause": "pause",
        "about": "environ",
        "to": "à",
        "bell": "cloche|cloches|clochette|clochettes|carillon|bol|bols|bol chantant|bol tibétain|tingsha|tingshas",
        "low bell": "gong|gongs",
        "low": "grave|graves",
        "every": "toutes les|tous les|chaque",
        "repeat": "répétez|répéter|répète|répétition|repetez|repeter",
        "times": "fois|x",
        "end": "fin",
        "from": "à partir de|dès|a partir de",
        "up to": "jusqu'à|jusqu'a",
        "soundscape": "fond|fond sonore|ambiance|paysage sonore",
        "off": "non|arrêt|éteint|aucun",
        "play": "jouez|jouer|joue",
        "for": "pendant|pour|durant",
    },
    "it": {
        "short pause": "pausa breve",
        "long pause": "pausa lunga",
        "pause": "pausa",
        "about": "circa",
        "to": "a",
        "bell": "campana|campane|campanella|campanello|campana tibetana|ciotola|ciotole|ciotola tibetana|rintocco|"
        "rintocchi",
        "low bell": "gong|gongs",
        "low": "grave|bassa|basso|gravi",
        "every": "ogni",
        "repeat": "ripeti|ripetere|ripetete|ripeta|ripetizione",
        "times": "volte|volta|x",
        "end": "fine",
        "from": "da|a partire da|dai",
        "up to": "fino a",
        "soundscape": "sottofondo|sfondo|paesaggio sonoro|ambiente",
        "off": "no|spento|nessuno",
        "play": "riproduci|riprodurre",
        "for": "per",
    },
    "pt": {
        "short pause": "pausa curta",
        "long pause": "pausa longa",
        "pause": "pausa",
        "about": "cerca",
        "to": "a",
        "bell": "sino|sinos|sineta|badalada|badaladas|tigela|tigelas|tigela tibetana|taça|taças|taça tibetana",
        "low bell": "gongo|gong|gongos",
        "low": "grave|graves|baixo",
        "every": "a cada|cada",
        "repeat": "repita|repetir|repete|repitam|repetição",
        "times": "vezes|vez|x",
        "end": "fim",
        "from": "a partir de|desde",
        "up to": "até",
        "soundscape": "fundo|som de fundo|fundo sonoro|paisagem sonora|ambiente",
        "off": "não|desligado|nenhum",
        "play": "toque|tocar|toca|reproduza|reproduzir",
        "for": "por|durante",
    },
    "nl": {
        "short pause": "korte pauze",
        "long pause": "lange pauze",
        "pause": "pauze",
        "about": "ongeveer",
        "to": "tot",
        "bell": "bel|bellen|belletje|klok|klankschaal|klankschalen|schaal",
        "low bell": "gong|gongs|gongslag|gongslagen",
        "low": "laag|lage|diep|diepe",
        "every": "elke|iedere|om de",
        "repeat": "herhaal|herhalen|herhaling",
        "times": "keer|maal|x",
        "end": "einde",
        "from": "vanaf",
        "up to": "tot",
        "soundscape": "achtergrond|achtergrondgeluid|geluid|klank",
        "off": "uit|geen",
        "play": "speel|spelen|speel af",
        "for": "voor|gedurende",
    },
}
"""Of all other cues: an English word → the words that mean it."""

SOUND_WORDS: Mapping[str, str] = {
    "rain": "regen lluvia pluie pioggia chuva",
    "ocean": "meer meeresrauschen wellen mar océano olas mer océan vagues mare oceano onde ondas zee oceaan golven",
    "wind": "viento vent vento",
    "stream": "bach arroyo ruisseau ruscello riacho beek",
    "fire": "feuer fuego feu fuoco fogo vuur",
    "crickets": "grillen grillos grillons grilli krekels",
}
"""Of the names of backgrounds: an English one → the words that mean it, in any of these languages."""


@cache
def cue_phrases(language: str, *, breath: bool) -> Mapping[tuple[str, ...], str]:
    """Return the words of cues in `language`, each phrase as its words in lower case, with the English one."""
    table = (BREATH_CUE_WORDS if breath else CUE_WORDS)[language]
    found: dict[tuple[str, ...], str] = {}
    for english, phrases in table.items():
        for phrase in phrases.split("|"):
            found.setdefault(tuple(phrase.lower().split()), english)
    return found


@cache
def written_forms(english: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return what means an English word of a cue that is no breath, each as its words in lower case."""
    return tuple(tuple(phrase.lower().split()) for phrase in CUE_WORDS[language][english].split("|"))


def written_word(english: str, language: str, *, breath: bool = False) -> str:
    """Return the word of a cue that a suggestion in `language` writes for an English one."""
    table = (BREATH_CUE_WORDS if breath else CUE_WORDS)[language]
    return table[english].split("|")[0] if english in table else english


@cache
def sound_names() -> Mapping[str, str]:
    """Return the words for backgrounds in these languages, each with its English name."""
    return {word: english for english, words in SOUND_WORDS.items() for word in words.split()}
