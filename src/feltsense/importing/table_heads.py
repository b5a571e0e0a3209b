"""What the head of a table's column says of it, in the languages that scripts are written in."""

import re
import unicodedata
from enum import StrEnum

from feltsense.script.lazy_pattern import LazyPattern


class ColumnRole(StrEnum):
    """What a column holds."""

    TIME = "time"
    """When a row begins."""
    WORDS = "words"
    """What is spoken."""
    NOTES = "notes"
    """What is for the one who reads, and cues."""
    LENGTH = "length"
    """How long a row lasts."""
    SILENCE = "silence"
    """How long it is silent behind a row's words."""
    NUMBER = "number"
    SECTION = "section"
    """The title of the part that a row belongs to."""
    SPEAKER = "speaker"
    EITHER = "either"
    """Spoken, unless another column says that it is what is spoken."""
    UNKNOWN = "unknown"


_HEADS = {
    ColumnRole.NOTES: """
        note notes direction directions cue cues action actions visual visuals video screen image picture
        music sound sounds sfx purpose rationale goal aim comment comments remark remarks tone pacing delivery
        props materials hinweis hinweise notiz notizen anmerkung anmerkungen bemerkung bemerkungen regie
        regieanweisung regieanweisungen aktion bild musik ton zweck ziel kommentar kommentare nota notas
        acotacion acotaciones indicacion indicaciones accion acciones observaciones musica sonido imagen
        proposito objetivo comentario comentarios remarque remarques indication indications didascalie
        didascalies musique son but objectif commentaires indicazione indicazioni azione azioni osservazioni
        suono immagine scopo obiettivo commenti notitie notities opmerking opmerkingen aanwijzing aanwijzingen
        actie muziek geluid beeld doel anotacoes indicacoes acao acoes observacoes som imagem
    """,
    ColumnRole.SILENCE: """
        pause pauses silence silences stille pausen pausa pausas silencio silencios silenzio pauze pauzes
        stilte
    """,
    ColumnRole.LENGTH: """
        duration durations length lengths dauer lange duracion duree durees durata duur duracao lasts
    """,
    ColumnRole.WORDS: """
        word words phrase phrases sentence sentences
        script text texts say said says spoken speak narration narrator voice voiceover vo audio
        speech dialog dialogue transcript guidance wording verbatim read aloud worte wort sage sprechertext
        wortlaut sprechtext gesprochen sagen ansage stimme skript palabras digo texto guion decir voz
        narracion locucion dialogo mots dis paroles parole texte dire voix testo copione voce narrazione
        woorden tekst voorleestekst gesproken zeggen stem palavras roteiro falar fala narracao
    """,
    ColumnRole.TIME: """
        time times timestamp timestamps timecode timecodes timing tc start starts begin clock min mins minute
        minutes sec secs second seconds zeit zeiten uhrzeit zeitcode beginn minuten sekunde sekunden tiempo
        tiempos hora inicio minuto minutos segundo segundos temps heure debut tempo tempi tempos ora inizio
        minuti secondi tijd tijdstip tijdcode seconden
    """,
    ColumnRole.SECTION: """
        section sections phase part parts stage title heading topic segment chapter element theme focus
        abschnitt teil thema titel seccion fase parte tema titulo partie titre sezione titolo deel sectie
        onderdeel secao
    """,
    ColumnRole.NUMBER: """
        step steps no nr num number order index id line schritt nummer paso numero etape passo stap
    """,
    ColumnRole.SPEAKER: """
        speaker who role person wer sprecher hablante quien locuteur qui chi spreker quem
    """,
    ColumnRole.EITHER: """
        therapist facilitator guide instructor teacher leader instruction instructions activity content
        description what practice exercise prompt prompts therapeut therapeutin anleitung anweisung
        anweisungen inhalt ubung beschreibung terapeuta instruccion instrucciones contenido ejercicio
        therapeute consigne consignes contenu exercice istruzione istruzioni contenuto esercizio instructie
        instructies inhoud oefening instrucao instrucoes conteudo exercicio
    """,
}
"""In the order of what decides, where a head has several words: “therapist notes” are notes."""
_ROLES = {role: frozenset(names.split()) for role, names in _HEADS.items()}
_ACTIVITIES = frozenset(
    """
        activity content practice exercise what inhalt ubung contenido ejercicio contenu exercice contenuto esercizio
        inhoud oefening conteudo exercicio
    """.split()  # noqa: SIM905 - words read best as words
)
_DONE = frozenset("i do does we you ich tue mache hago hacer fais faire faccio fare faço fazer doe".split())  # noqa: SIM905 - as above
"""“What I do” is what the one who reads does beside the words."""
_ABOUT = frozenset(
    """
        title author duration length audience group level date version source theme topic materials goal aim purpose
        objective keywords tags language voice music intention setting position posture contraindications titel autor
        autorin dauer zielgruppe datum quelle thema ziel material titulo autora duracion publico fecha fuente objetivo
        titre auteur duree public objectif titolo autore durata pubblico scopo doel duur doelgroep duracao
    """.split()  # noqa: SIM905 - words read best as words
)
_MOST_WORDS = 5
_MOST = 40
_ASIDE = LazyPattern(r"\([^()]*\)|\[[^\[\]]*\]|[*_`:]")
_UNIT = LazyPattern(
    r"(?P<minutes>\bmins?\b|\bminut\w*|[(\[]m[)\]])|(?P<seconds>\bsecs?\b|\bsek\w*|\bseg\w*|\bsecond\w*|[(\[]s[)\]])"
)

_LISTENER = LazyPattern(
    r"(?:client|patient|participant|listener|klient|teilnehmer|cliente|paciente|participante|partecipante|deelnemer|"
    r"cliënt|paziente)\w{0,4}",
    re.IGNORECASE,
)


def is_listener(name: str) -> bool:
    """Tell whether a speaker's name is that of the one who is guided."""
    return bool(_LISTENER.fullmatch(name.strip(" :*_[]()")))


def column_role(head: str) -> ColumnRole:
    """Return what a column with this head holds."""
    words = _plain_words(head)
    if head.strip(" .*_") in ("#", "№"):
        return ColumnRole.NUMBER
    return next((role for role, names in _ROLES.items() if names.intersection(words)), ColumnRole.UNKNOWN)


def names_activity(head: str) -> bool:
    """Tell whether a column with this head may name what is done, rather than say it or direct it."""
    words = _plain_words(head)
    return not words.isdisjoint(_ACTIVITIES) and words.isdisjoint(_DONE)


def is_about_document(cell: str) -> bool:
    """Tell whether a cell names what a document says about itself: “Author”, “Duration”."""
    return not _plain_words(cell).isdisjoint(_ABOUT) and len(cell) <= _MOST


def may_be_head(cell: str) -> bool:
    """Tell whether a cell looks like the head of a column: a few words, no sentence, no number."""
    bare = _ASIDE.sub(" ", cell).strip()
    short = len(bare) <= _MOST and len(bare.split()) <= _MOST_WORDS
    return short and not re.search(r"\d|[.!?…,;]$", bare.rstrip("*_ ")) and "[" not in cell


def unit_of_head(head: str) -> int:
    """Return the milliseconds of one of a column's numbers, as its head says: “Time (min)”; 0 where it does not."""
    found = _UNIT.search(_folded(head))
    return 0 if found is None else 60_000 if found["minutes"] else 1000


def _plain_words(head: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", _folded(_ASIDE.sub(" ", head))))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
