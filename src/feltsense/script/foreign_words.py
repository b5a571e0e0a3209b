"""Words of pauses, bells and directions in German, Spanish, French, Italian, Portuguese and Dutch, as English ones.

Only short asides are put into English, word by word, so that one grammar reads all of them: “pausa de diez segundos”
is “pause of 10 seconds”. A word that is in no table stays as it is.
"""

import re
from collections.abc import Collection
from functools import cache

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.number_words import number_words

FOREIGN_LANGUAGES = ("de", "es", "fr", "it", "pt", "nl")

_TABLES = {
    "de": {
        "pause": "pause pausen atempause sprechpause nachspürpause nachspüren innehalten inne",
        "silence": "stille schweigen ruhe",
        "silent": "still ruhig",
        "wait": "warten warte",
        "short": "kurz kurze kurzer kurzes kurzen kleine",
        "long": "lang lange langer langen langes längere",
        "about": "etwa ungefähr circa zirka rund ca",
        "seconds": "sekunde sekunden sek sec s",
        "minutes": "minute minuten min",
        "hours": "stunde stunden std",
        "breaths": "atemzug atemzüge atemzügen",
        "moments": "moment momente momenten augenblick augenblicke",
        "few": "paar einige wenige",
        "half": "halbe halben halb",
        "1.5": "anderthalb eineinhalb",
        "to": "bis",
        "or": "oder",
        "and": "und",
        "a": "ein eine einen einer eines",
        "of": "von der die das den dem des in im für zum zur am noch hier nun jetzt bitte lassen lass gemeinsam mit",
        "times": "mal",
        "3 times": "dreimal",
        "2 times": "zweimal",
        "once": "einmal",
        "bowl": "klangschale klangschalen schale zimbel zimbeln",
        "gong": "gongschlag gongton",
        "gongs": "gongs gongschläge gongschlägen gongtöne",
        "bells": "glockenschläge glockenschlägen glockentöne schellen",
        "bell": "glocke glocken glöckchen gong-ton glockenschlag",
        "ring": "ertönen ertönt erklingt erklingen klingt klingen läuten läutet anschlagen angeschlagen schlagen "
        "spielen "
        "gespielt wird ton klang",
        "end": "ende schluss abschluss",
        "begin": "anfang beginn",
        "music": "musik klänge",
        "sound": "geräusch geräusche",
        "ocean": "meer meeresrauschen wellen",
        "rain": "regen",
        "fade": "ausblenden einblenden leiser lauter verklingt beginnt setzt",
        "softly": "leise sanft sanfter",
        "slowly": "verlangsamen langsam langsamer",
        "speak": "sprechen sprich lesen vorlesen",
        "voice": "stimme tonfall",
        "client": "klient klientin klienten teilnehmer teilnehmende teilnehmenden gruppe patient patientin patienten",
        "therapist": "therapeut therapeutin anleitung anleiter anleiterin leitung",
        "you": "du dich dir dein deine deinen deiner deinem ihr euch sie ihre ihren ihnen",
        "note": "hinweis anmerkung",
        "stay": "bleib bleibe bleiben bleibt verweile verweilen verweil sitze sitzen",
        "hold": "halte halten haltet",
        "retain": "anhalten angehalten",
        "breath": "luft atem",
        "allow": "gib geben gebt",
        "take": "nimm nehmen nehmt mach mache machen macht",
        "time": "zeit",
    },
    "es": {
        "pause": "pausa pausas",
        "silence": "silencio",
        "wait": "esperar espera espere esperen",
        "take": "hacer haz haga hagan hacemos tomar tome hagamos",
        "stay": "guardar guarda guarde guarden mantener mantén mantenga permanecer permanezca guarden "
        "mantengan permanece permanezcan quédate quédese",
        "allow": "dejar deje deja dejen dar dé déjate",
        "short": "corta corto breve pequeña cortita",
        "long": "larga largo prolongada",
        "about": "unos unas aproximadamente aprox alrededor cerca",
        "seconds": "segundo segundos seg segs s",
        "minutes": "minuto minutos min",
        "hours": "hora horas",
        "breaths": "respiración respiraciones respiracion",
        "moments": "momento momentos instante instantes",
        "few": "algunos algunas pocos",
        "half": "medio media",
        "to": "a",
        "or": "o",
        "and": "y",
        "a": "un una uno",
        "of": "de del en el la los las con por para durante al se su aquí ahora",
        "times": "veces",
        "once": "vez",
        "bowl": "cuenco cuencos",
        "gong": "gongo",
        "bell": "campana campanas campanilla campanada campanadas timbre",
        "ring": "suena suenan sonar sonido toca tocar tocan tibetano tibetanos",
        "end": "final fin terminar cerrar",
        "begin": "inicio comenzar empezar",
        "music": "música musica",
        "ocean": "mar olas océano",
        "rain": "lluvia",
        "fade": "desvanece baja sube",
        "softly": "suave suavemente",
        "slowly": "ralentizar lento lentamente despacio",
        "speak": "hablar hablando leer",
        "voice": "voz tono",
        "client": "cliente clientes participante participantes grupo paciente pacientes",
        "therapist": "terapeuta facilitador facilitadora guía",
        "you": "tú te tu tus ti usted ustedes vosotros os puedes puede",
        "note": "nota",
        "retain": "retener retén retenga retengan contener contén sostener sostén sostenga",
        "hold": "aguanta aguantar aguante",
        "breath": "aire aliento",
        "time": "tiempo",
        "about 10": "decena",
        "about 20": "veintena",
    },
    "fr": {
        "pause": "pause pauses",
        "silence": "silence silencieux silencieuse",
        "wait": "attendre attendez attends",
        "take": "faire faites fais marquer marquez observer observez prendre prenez",
        "stay": "garder gardez garde rester restez garde reste demeurez",
        "allow": "laisser laissez laisse accorder donner donnez",
        "short": "courte court brève bref petite petit",
        "long": "longue long",
        "about": "environ autour",
        "seconds": "seconde secondes sec s",
        "minutes": "minute minutes min mn",
        "hours": "heure heures",
        "breaths": "respiration respirations souffles",
        "moments": "moment moments instant instants",
        "few": "quelques",
        "half": "demi demie",
        "to": "à",
        "or": "ou",
        "and": "et",
        "a": "un une",
        "of": "de d du des en le la les dans avec pour pendant au sur ici",
        "times": "fois coups coup",
        "bowl": "bol bols",
        "bell": "cloche cloches clochette clochettes carillon",
        "ring": "sonner sonne son résonne jouer frapper tinter tinte chantant tibétain",
        "end": "fin finir terminer",
        "begin": "début commencer",
        "music": "musique",
        "ocean": "mer vagues océan",
        "rain": "pluie",
        "fade": "fondu baisse diminue monte",
        "softly": "douce doucement doux",
        "slowly": "ralentir lent lentement",
        "speak": "parler parlez lire",
        "voice": "voix ton",
        "client": "client cliente clients participant participants participante groupe patient patients patiente",
        "therapist": "thérapeute animateur animatrice guide",
        "you": "vous votre vos tu te ton toi ta tes",
        "note": "note remarque",
        "hold": "tenir tenez tiens",
        "retain": "retenir retenez retiens bloquer bloquez bloque",
        "breath": "souffle",
        "time": "temps",
        "about 10": "dizaine",
        "about 15": "quinzaine",
        "about 20": "vingtaine",
        "about 30": "trentaine",
    },
    "it": {
        "pause": "pausa pause",
        "silence": "silenzio",
        "wait": "attendere attendi aspetta aspettare",
        "short": "breve brevi corta piccola",
        "long": "lunga lunghe lungo",
        "about": "circa quasi",
        "seconds": "secondo secondi sec s",
        "minutes": "minuto minuti min",
        "half hours": "mezz'ora",
        "breaths": "respiro respiri respirazioni",
        "moments": "momento momenti istante istanti attimo",
        "few": "qualche alcuni alcune pochi",
        "half": "mezzo mezza",
        "to": "a",
        "or": "o",
        "and": "e",
        "a": "un una uno",
        "of": "di del della dei in il la lo i per con da al qui ora",
        "times": "volte",
        "once": "volta",
        "bowl": "ciotola ciotole campana-tibetana",
        "bell": "campana campane campanella campanello",
        "ring": "suona suonare suono suonano rintocco rintocchi tibetana",
        "end": "fine",
        "begin": "inizio",
        "music": "musica",
        "ocean": "mare onde oceano",
        "rain": "pioggia",
        "fade": "sfuma svanisce dissolvenza",
        "softly": "dolce dolcemente piano",
        "slowly": "rallentare lentamente lento",
        "speak": "parlare parla leggere",
        "voice": "voce tono",
        "client": "cliente clienti partecipante partecipanti gruppo paziente pazienti",
        "therapist": "terapeuta facilitatore guida",
        "you": "tu ti tuo tua tuoi tue te voi vi vostro vostra puoi potete",
        "note": "nota",
        "take": "fai fate fare faccia facciamo prendi prendete",
        "stay": "resta restate restare rimani rimanete rimanere stai",
        "allow": "dare lascia lasciate lasciare",
        "hold": "tieni tenere tenete mantieni mantenere",
        "retain": "trattieni trattenere trattenete trattenendo",
        "breath": "fiato",
        "time": "tempo",
        "about 10": "decina",
        "about 15": "quindicina",
        "about 20": "ventina",
        "about 30": "trentina",
    },
    "pt": {
        "pause": "pausa pausas",
        "silence": "silêncio silencio",
        "wait": "esperar espere aguarde aguardar",
        "short": "curta curto breve pequena",
        "long": "longa longo",
        "about": "cerca aproximadamente aprox uns umas",
        "seconds": "segundo segundos seg s",
        "minutes": "minuto minutos min",
        "hours": "hora horas",
        "breaths": "respiração respirações",
        "moments": "momento momentos instante instantes",
        "few": "alguns algumas poucos",
        "half": "meio meia",
        "to": "a",
        "or": "ou",
        "and": "e",
        "a": "um uma",
        "of": "de do da dos das em no na o os as com por para durante ao aqui agora",
        "times": "vezes",
        "once": "vez",
        "bowl": "tigela tigelas taça taças",
        "gong": "gongo",
        "bell": "sino sinos sineta",
        "ring": "soa tocar toca toque som badalada badaladas",
        "end": "final fim terminar encerrar",
        "begin": "início começar",
        "music": "música musica",
        "ocean": "mar ondas oceano",
        "rain": "chuva",
        "fade": "diminui aumenta desaparece",
        "softly": "suave suavemente",
        "slowly": "desacelerar lento lentamente devagar",
        "speak": "falar fale ler",
        "voice": "voz tom",
        "client": "cliente clientes participante participantes grupo paciente pacientes",
        "therapist": "terapeuta facilitador facilitadora guia",
        "you": "você te tu teu tua seu sua seus suas vocês pode",
        "note": "nota",
        "take": "fazer faça façam faz fazemos",
        "stay": "ficar fique fiquem permanecer permaneça permaneçam guardar guarde",
        "allow": "deixar deixe deixem dê dar",
        "hold": "manter mantenha",
        "retain": "segurar segure segura reter retenha prender prenda",
        "breath": "ar fôlego",
        "time": "tempo",
    },
    "nl": {
        "pause": "pauze pauzes rustmoment",
        "silence": "stilte",
        "silent": "stil rustig",
        "wait": "wachten wacht",
        "short": "kort korte kleine",
        "long": "lang lange langere",
        "about": "ongeveer circa ca zo'n",
        "seconds": "seconde seconden sec s",
        "minutes": "minuut minuten min",
        "hours": "uur",
        "breaths": "ademhaling ademhalingen ademteug ademteugen",
        "moments": "moment momenten ogenblik",
        "few": "paar enkele",
        "half": "halve half",
        "1.5": "anderhalve anderhalf",
        "to": "tot",
        "or": "of",
        "and": "en",
        "a": "een",
        "of": "van de het in voor met aan te hier nu",
        "times": "keer maal",
        "bowl": "klankschaal klankschalen schaal",
        "bell": "bel bellen belletje klok",
        "ring": "klinkt klinken luiden luidt slaan geluid aanslaan",
        "end": "einde eind slot",
        "begin": "begin start",
        "music": "muziek",
        "ocean": "zee golven oceaan",
        "rain": "regen",
        "fade": "zachter harder vervaagt",
        "softly": "zacht zachtjes zachte",
        "slowly": "vertragen langzaam langzamer",
        "speak": "spreken spreek lezen",
        "voice": "stem toon",
        "client": "cliënt cliënten client deelnemer deelnemers groep patiënt",
        "therapist": "therapeut begeleider",
        "you": "je jij jou jouw u uw jullie",
        "note": "opmerking",
        "take": "neem nemen houd",
        "stay": "blijf blijven",
        "allow": "geven laat laten geef geven",
        "hold": "houden",
        "retain": "vasthouden inhouden",
        "breath": "adem",
        "time": "tijd",
        "counts": "tellen",
    },
}
"""Of each language: an English word → the words that mean it."""

_WORD = LazyPattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)?|[^\s\w]|_")
_HYPHENED = LazyPattern(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_TENS_AND_ONES = LazyPattern(r"\b([2-9]0) (?:and )?([1-9]|a(?! half))\b(?![.,]\d)")
_HALF_BEHIND = LazyPattern(r"(?P<number>\d+ |a )?\b(?P<unit>minutes|hours)(?: and)? half\b")
_OF_UNITS = LazyPattern(r"(?<=\d) of(?= (?:second|minute|breath))|(?<=about) of(?= \d)")
_DECIMAL_COMMA = LazyPattern(r"(?<=\d),(?=\d)")
_ELIDED = LazyPattern(r"\b(?:d|l|un|all|dell|nell|qu)['’]")


def in_english(text: str, language: str) -> str:
    """Return `text` (lower case) with the words that are known of `language` as English ones, numbers in digits."""
    words = _dictionary(language)
    joined = _HYPHENED.sub(lambda match: words.get(match[0], match[0]), _ELIDED.sub(" ", text))
    found = _WORD.findall(_DECIMAL_COMMA.sub(".", joined))
    plain = " ".join(filter(None, (words.get(word, word) for word in found)))
    plain = re.sub(r"\ba (?=\d)", "", re.sub(r" ([.,:;!?)])", r"\1", plain))
    plain = _OF_UNITS.sub("", plain)
    plain = _TENS_AND_ONES.sub(lambda match: str(int(match[1]) + int(match[2].replace("a", "1"))), plain)
    return half_first(plain)


def half_first(english: str) -> str:
    """Return lengths such as “minute and half” with their number before the unit: “1.5 minutes”."""
    return _HALF_BEHIND.sub(lambda half: f"{(half['number'] or '1').strip(' a') or 1}.5 {half['unit']}", english)


def word_in_english(word: str, language: str) -> str | None:
    """Return the English word, or the number in digits, that a word of `language` (lower case) is; None if unknown."""
    return _dictionary(language).get(word)


def known_words(language: str) -> Collection[str]:
    """Return the words of `language` that are known, in lower case."""
    return _dictionary(language).keys()


def knows_words(text: str, language: str) -> bool:
    """Tell whether a word of `text` (lower case) with three letters and more is one of `language` that is known."""
    words = _dictionary(language)
    return any(len(word) > 2 and word in words for word in _WORD.findall(text))


@cache
def _dictionary(language: str) -> dict[str, str]:
    words = dict(number_words(language))
    for english, foreign in _TABLES[language].items():
        words |= dict.fromkeys(foreign.split(), english)
    return words
