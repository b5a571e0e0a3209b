"""What the rules about structure look for in German, Spanish, French, Italian, Portuguese and Dutch.

In doubt a pattern is wide: a rule that is silent about a script that keeps it matters more than one that finds all.
"""

from functools import cache

from feltsense.check.pattern import pattern
from feltsense.check.structure_words import ENGLISH, IN_FIGURES, MOVEMENT, SIGHT, STEP, StructureWords

_ANY = r"\b[^\n]*\b"


def _language(  # noqa: PLR0913 - each is one list of words
    *,
    stop: str,
    free: str,
    forbidden: str,
    choices: str,
    length: str,
    quiet: str,
    bell: str,
    support: str,
    sight: str,
    movement: str,
    step: str,
) -> StructureWords:
    """Return the patterns of a language, each written as alternatives.

    Args:
        stop: stopping and skipping; an exit is offered where one of `free` stands in the same sentence.
        free: that one may, or when.
        forbidden: that one may not.
        choices: what offers a choice.
        length: units of time.
        quiet: what announces a silence, besides a bell.
        bell: what announces a bell.
        support: where help is.
        sight: what of the way back is seen or heard.
        movement: what of it is touched or moved.
        step: what comes next.
    """
    stop = _joined(stop)
    return StructureWords(
        exit_offered=pattern(rf"(?:{stop}){_ANY}(?:{free})|(?:{free}){_ANY}(?:{stop})"),
        exit_forbidden=pattern(forbidden),
        choices=pattern(choices),
        length=pattern(length, IN_FIGURES),
        quiet=pattern(quiet, bell),
        duration=pattern(length, IN_FIGURES),
        bell=pattern(bell),
        support=pattern(_joined(support)),
        way_back={SIGHT: pattern(_joined(sight)), MOVEMENT: pattern(_joined(movement)), STEP: pattern(_joined(step))},
    )


def _joined(alternatives: str) -> str:
    """Return a pattern of `alternatives` also with what is written together with them: “étirez-vous”, “d'écouter”."""
    return rf"(?:\w{{1,5}}')?(?:{alternatives})(?:-\w{{1,5}}){{0,2}}"


_WORDS = {
    "de": {
        "stop": r"auf(?:zu)?hören|aufhörst|aufhört|aus(?:zu)?lassen|auslässt|weg(?:zu)?lassen"
        r"|(?:hör\w* (?:\w+ ){0,3}auf|lass\w* (?:\w+ ){0,3}(?:aus|weg)|steig\w* (?:\w+ ){0,3}aus)"
        r"(?=\W*$|[,.;:]|[ …]+(?:wenn|wann|sobald|und|oder)\b)"
        r"|überspringen|überspring\w*|ab(?:zu)?brechen|brich\w* (?:\w+ ){0,3}ab|beenden|pausieren|innehalten"
        r"|(?:eine )?pause (?:machen|einlegen)|mach\w* (?:\w+ )?(?:eine )?pause|unterbrechen|unterbrich\w*|aussteigen"
        r"|(?<!atem\s)(?<!luft\s)an(?:zu)?halten|stoppen|nicht (?:weiter|mit)(?:zu)?machen|hinausgehen"
        r"|(?:raum|zimmer|übung|meditation) (?:\w+ )?(?:zu )?verlassen|vorbeiziehen lassen",
        "free": r"kannst|können|könnt|könntest|könnten|darfst|dürfen|dürft|jederzeit|wann immer|zu jeder zeit|immer"
        r"|wenn|frei|erlaubt|in ordnung|okay|möglich|was nicht|alles, was",
        "forbidden": r"(?:nicht|nie|niemals|keinesfalls) (?:\w+ )?(?:aufhören|abbrechen|auslassen|unterbrechen|öffnen"
        r"|pausieren|stoppen|aussteigen)(?! müssen)",
        "choices": r"oder|entweder|beides|kannst|könntest|darfst|magst|können|dürfen|mögen|wenn (?:du|sie|ihr|es|das)"
        r"|falls|vielleicht|lieber|stattdessen|willkommen|was (?:auch )?immer|wie (?:du|sie|ihr)|in ordnung|genug",
        "length": r"minuten?|\w*minütig\w*|sekunden|halbe stunde|viertelstunde|stunde",
        "quiet": r"still\w*|ruhe|schweig\w*|ohne (?:worte|stimme)|stimme|(?:eine|für eine) weile|bis|(?:in"
        r"|im) (?:deine[mr]|ihre[mr]|eure[mr]|eigene[mr]) (?:eigenen )?(?:zeit|tempo|rhythmus)|(?:lass|lassen sie"
        r"|nimm|nehmen sie) (?:dir|sich) (?:\w+ )?zeit|schreib\w*|nachspüren",
        "bell": r"glocke\w*|gong\w*|klangschale\w*|schale|zimbel\w*|läute\w*|ton|klang",
        "support": r"krisen\w*|krise|\w*telefonseelsorge|\w*telefon|hotline|notruf|notfall\w*|\w*therapeut\w*|ärzt\w*"
        r"|arzt|fachleut\w*|fachperson\w*|fachmensch\w*|\w*beratung\w*|vertrau\w*|jemandem reden|jemandem sprechen",
        "sight": r"seh\w*|sieh\w*|schau\w*|blick\w*|hör\w*|geräusch\w*|licht\w*|farbe\w*|raum|fenster|umgebung|um dich"
        r"|augen|klang|klänge|riech\w*|geruch|draußen|außen|himmel|bäume?|form\w*|lausch\w*",
        "movement": r"beweg\w*|streck\w*|dehn\w*|räkel\w*|finger\w*|zehen?|händ\w*|hand|füße\w*|fuß|boden|gewicht"
        r"|kontakt|berühr\w*|\w*fass\w*|fühl\w*|spür\w*|wipp\w*|schultern?|stuhl|sitz\w*|roll\w*|dreh\w*|gähn\w*"
        r"|drück\w*|lehn\w*|rücken|schritt\w*|reib\w*|regen|wieg\w*",
        "step": r"nächst\w*|später|heute|gleich|danach|dann|morgen|auf(?:zu)?steh\w*|aufricht\w*|weiter\w*|zurück (?:in"
        r"|zu|an)|kleinigkeit|kleine[nrs]? (?:schritt|sache)|etwas kleines|wasser|tee|lampe|so weit|bereit"
        r"|schreib\w*|ruf\w*|beginn\w*|schlaf\w*|alltag|\w*abend|tag|nacht",
    },
    "es": {
        "stop": r"parar\w*|para(?=\W*$|[,.;:]|[ …]+(?:cuando|si|en cualquier)\b)|detener\w*|detente|deténgase"
        r"|dej\w+ (?:de lado|a un lado|fuera|(?:la|el|esta|este) (?:práctica|ejercicio|meditación))"
        r"|(?:dejar|déj[ae])l[oa]s?(?! (?:que|entrar|salir|caer|bajar|subir|ir|ser|estar))|terminar\w*|acabar|salir\w*"
        r"|abandonar"
        r"|saltar\w*|sáltate\w*|omitir\w*|interrumpir\w*|pausar|hacer una pausa|pasar por alto|cortar",
        "free": r"puedes?|podrías?|pueden|podés|libres?|cuando (?:quieras?|quieran|lo necesites|lo desees)"
        r"|en cualquier momento|en todo momento|si|siempre|está bien|se vale|lo que no|como prefieras|permitido"
        r"|permiso|permítete",
        "forbidden": r"no (?:\w+ ){0,2}(?:pares|parar|te detengas|detenerte|abras|abrir|te saltes|saltarte|salgas"
        r"|interrumpas)",
        "choices": r"o|u|puedes?|podrías?|pueden|podrían|si|quizás?|tal vez|a lo mejor|ambas|ambos|las dos|en vez"
        r"|prefieras?|quieras?|cuando|como (?:gustes|desees)|está bien|basta",
        "length": r"minutos?|minutitos?|segundos|media hora|cuarto de hora|una hora",
        "quiet": r"silenci\w*|callad\w*|quietud|sin palabras|(?:la|mi|esta) voz|un rato|un momento de calma|hasta"
        r"|a tu (?:propio )?(?:ritmo|tiempo)|tómate\w*|tómese\w*|tu tiempo|escrib\w+",
        "bell": r"campan\w*|cuenco|gong|tono|suena|sonará",
        "support": r"l[íi]neas? de \w+|crisis|emergencias?|terapeutas?|psicoterapeuta|profesional\w*|médic\w+"
        r"|psicólog\w+|de confianza|conf[íi][ae]s?|habl\w+ con|teléfono de|llama\w* a",
        "sight": r"ver|ves|vea|mira\w*|mire\w*|oír|oye|oyes|oiga|escuch\w+|sonidos?|ruidos?|luz|luces|color\w*"
        r"|habitación|cuarto|sala|lugar|ventana|alrededor|ojos|olor\w*|huele|afuera|fuera|exterior|cielo|árbol\w*"
        r"|formas?|vista",
        "movement": r"mov\w+|muev\w+|estir\w+|dedos?|manos?|pies?|suelo|piso|peso|contacto|toc\w+|toque\w*|hombros?"
        r"|silla|asiento|espalda|apoy\w+|presion\w+|apriet\w+|apret\w+|mec\w+|balance\w+|gir\w+|cabeza|bostez\w+"
        r"|frot\w+|pasos?|camin\w+|and\w+",
        "step": r"después|siguiente|luego|más tarde|hoy|esta (?:noche|tarde)|mañana|próxim\w+|levant\w+|incorpor\w+"
        r"|de pie|sigu\w+|seguir|continu\w+|retom\w+|volver|regres\w+|vuelv\w+|resto d\w+|tu (?:día|tarde|noche)"
        r"|cosa (?:pequeña|sencilla|fácil)|(?:algo|paso) pequeño|agua|té|lámpara|cuando (?:quieras|estés)|dorm\w+"
        r"|empi\w+|comenz\w+|comien\w+|llam\w+|escrib\w+|viene ahora",
    },
    "fr": {
        "stop": r"(?:vous |t'|s')?arrêt[\w-]+|interromp[\w-]+|quitter|sauter|saute[sz]?(?:-\w+)?|cesser|stopper|sortir"
        r"|passe[rz]?(?:-\w+)? (?:ce|cet|cette|sur|outre|(?:une|un) (?:étape|partie|passage|zone|endroit))"
        r"|fai(?:re|tes) une pause|laisse[rz]?(?:-\w+)? de côté|laisse[rz]?-l\w+ passer|terminer|finir",
        "free": r"pouvez|peux|peut|pourriez|pourrais|libres?|à tout moment|à n'importe quel moment|quand (?:vous|tu"
        r"|bon)|dès que|si|s'il|toujours|permis|possible|ce qui ne",
        "forbidden": r"n(?:e |')(?:\w+ )?(?:(?:vous |t')?arrêt\w+|ouvr\w+|saut\w+|interromp\w+|quitt\w+) (?:pas|jamais"
        r"|surtout)|sans (?:jamais )?(?:vous |t')?arrêter",
        "choices": r"ou|soit|pouvez|peux|pourriez|pourrais|peuvent|peut|si|s'il|peut-être|plutôt|libres?|comme (?:vous"
        r"|tu|il)|quand|bienvenue?|suffit|préfér\w+",
        "length": r"minutes?|secondes|demi-heure|quart d'heure|une heure",
        "quiet": r"silenc\w+|sans (?:paroles?|mots?)|(?:la|ma|cette) voix|un (?:moment|instant|temps)|jusqu'\w*"
        r"|à (?:votre|ton) (?:propre )?rythme|(?:prenez|prends) (?:\w+ ){0,2}temps|écri\w+",
        "bell": r"cloch\w+|clochette|bol|gong|tingsha|son|sonne\w*",
        "support": r"ligne d'\w+|numéro\w*|urgences?|crise|thérapeutes?|psychothérapeute|professionnel\w*|médecin"
        r"|psychologue|confiance|parl\w+ (?:à|avec)|appel\w+",
        "sight": r"voir|vois|voit|voyez|regard\w*|enten\w+|écout\w+|sons?|bruits?|lumières?|couleurs?|pièce|fenêtre"
        r"|autour|yeux|odeurs?|dehors|extérieur|ciel|arbres?|formes?",
        "movement": r"boug\w+|mouvement\w*|étir\w+|doigts?|orteils?|mains?|pieds?|sol|poids|contact|touch\w+|épaules?"
        r"|chaise|siège|dos|appuy\w+|press\w+|balanc\w+|tourn\w+|tête|bâill\w+|frott\w+|march\w+",
        "step": r"ensuite|suivant\w*|prochain\w*|après|puis|plus tard|aujourd'hui|ce soir|demain|lev\w+|redress\w+"
        r"|poursui\w+|continu\w+|repren\w+|reven\w+|retour\w*|journée|soirée|nuit|petite? (?:chose|geste|pas)|eau"
        r"|l'eau|d'eau|thé|lampe|quand (?:vous|tu)|dorm\w+|commenc\w+|appel\w+|écri\w+",
    },
    "it": {
        "stop": r"ferma[rt]\w+|si fermi|smett\w+|interromp\w+|salt\w+|sospend\w+|uscir\w+|terminar\w+|finir\w+"
        r"|lasci\w+ (?:perdere|da parte|stare|(?:la|questa) (?:pratica|meditazione)|(?:questo |l')esercizio)"
        r"|lascia(?:r|te)?l[oaie](?! (?:andare|entrare|uscire|scorrere|essere))"
        r"|fare una pausa|concluder\w+|abbandon\w+|tralasci\w+",
        "free": r"puoi|potete|può|potresti|potreste|liber[oaie]|quando (?:vuoi|volete|vuole|desideri|preferisci|ti va"
        r"|ne)|in (?:qualsiasi|qualunque|ogni) momento|se|sempre|va bene|permesso|ciò che non|quello che non",
        "forbidden": r"(?:non|senza) (?:\w+ ){0,2}(?:fermart\w|fermarsi|fermarvi|fermatevi|smettere|interromp\w+|aprire"
        r"|saltare|uscire)",
        "choices": r"o|oppure|puoi|potresti|potete|può|possono|se|forse|magari|entramb\w+|invece|preferisc\w+|vuoi"
        r"|volete|quando|come (?:ti|vi)|va bene|basta",
        "length": r"minut[oi]|secondi|mezz'ora|quarto d'ora|un'ora",
        "quiet": r"silenzi\w*|senza parole|(?:la|mia) voce|(?:per )?un po'|un momento di quiete|fino|finché|(?:con|ai"
        r"|nei) (?:i )?tuoi (?:tempi|ritmi)|al tuo ritmo|prenditi\w*|prendetevi\w*|scriv\w+",
        "bell": r"campan\w*|ciotola|gong|suono|suonerà",
        "support": r"linea d\w+|telefono amico|emergenz\w+|crisi|terapeut\w+|psicoterapeut\w+|professionist\w+|medic\w+"
        r"|psicolog\w+|fidi|fiducia|parl\w+ con|chiam\w+",
        "sight": r"ved\w+|guard\w+|ascolt\w+|suon\w+|rumor\w+|luc[ei]|color\w+|stanza|finestra|intorno|attorno|occhi"
        r"|odor\w+|fuori|esterno|cielo|alber\w+|form[ae]|sguardo|udire|odi",
        "movement": r"muov\w+|mov\w+|stir\w+|allung\w+|dita|dito|mani|mano|piedi|piede|pavimento|terra|peso|contatto"
        r"|tocc\w+|spall\w+|sedia|schiena|appogg\w+|prem\w+|dondol\w+|gir\w+|testa|sbadigli\w+|strofin\w+|pass[oi]"
        r"|cammin\w+",
        "step": r"poi|dopo|prossim\w+|successiv\w+|più tardi|oggi|stasera|stanotte|domani|alz\w+|continu\w+|riprend\w+"
        r"|torn\w+|ritorn\w+|giornata|serata|piccol\w+|acqua|tè|lampada|quando (?:vuoi|sei|ti)|dorm\w+|inizi\w+"
        r"|cominci\w+|chiam\w+|scriv\w+|tuo ritmo",
    },
    "pt": {
        "stop": r"parar|pare|interromp\w+|pular|pule|saltar|terminar|encerrar"
        r"|(?:sair|saia) (?:quando (?:quiser|precisar|desejar)|a qualquer|(?:da|desta|do|deste) (?:prática|exercício"
        r"|meditação|sala))|deix(?:ar|e) (?:de lado|para lá|passar)|pausar|fazer uma pausa|desistir|omitir"
        r"|abandonar",
        "free": r"pode|podes|podem|poderia|livres?|quando (?:quiser\w*|desejar|precisar|você)|a qualquer (?:momento"
        r"|hora)|em qualquer momento|se|sempre|tudo bem|sinta-se|o que não",
        "forbidden": r"não (?:\w+ ){0,2}(?:pare|parar|abra|abrir|saia|sair|pule|pular|interromp\w+)",
        "choices": r"ou|pode|podes|podem|poderia|se|talvez|ambos|ambas|prefer\w+|quiser\w*|quando|como (?:quiser"
        r"|preferir|você)|tudo bem|basta",
        "length": r"minut\w+|segundos|meia hora|quinze minutos|uma hora",
        "quiet": r"silênci\w*|silencio\w*|sem palavras|(?:a|minha) voz|(?:por )?um (?:tempo|momento|instante)|até"
        r"|no seu (?:próprio )?(?:ritmo|tempo)|escrev\w+",
        "bell": r"sino|sininho|tigela|gongo|som|toque",
        "support": r"linha d\w+|cvv|emergências?|crise|terapeuta\w*|psicoterapeuta|profission\w+|médic\w+|psicólog\w+"
        r"|confiança|confi[ae]\w*|fal\w+ com|convers\w+ com|lig(?:ue|ar)",
        "sight": r"ver|vê|vej\w+|olh\w+|ouv\w+|ouç\w+|escut\w+|som|sons|ruíd\w+|luz|luzes|cor|cores|sala|quarto|janela"
        r"|ao redor|em volta|olhos|cheiro\w*|fora|céu|árvor\w+|formas?|ambiente",
        "movement": r"mov\w+|mex\w+|along\w+|estic\w+|espregui\w+|dedos?|mãos?|mão|pés?|chão|peso|contat\w+|toqu\w+"
        r"|toc\w+|ombros?|cadeira|costas|apoi\w+|pression\w+|balanç\w+|gir\w+|vir\w+|cabeça|bocej\w+|esfreg\w+"
        r"|passos?|caminh\w+",
        "step": r"depois|seguinte|próxim\w+|em seguida|mais tarde|hoje|esta noite|amanhã|levant\w+|continu\w+|retom\w+"
        r"|volt\w+|retorn\w+|dia|noite|pequen\w+|água|chá|lâmpada|quando (?:quiser|você|estiver)|dorm\w+|começ\w+"
        r"|comec\w+|lig\w+|escrev\w+|agora",
    },
    "nl": {
        "stop": r"stop(?:pen)?|ophoud\w*|hou\w* (?:\w+ ){0,3}op(?=\W*$|[,.;:]|[ …]+(?:wanneer|als|zodra|en|of)\b)"
        r"|oversla\w*|over te slaan|sla\w* (?:\w+ ){0,3}over"
        r"|pauzeren|(?:een )?pauze (?:nemen|houden)|onderbreken|weglaten|laat \w+ weg|afbreken|uitstappen"
        r"|eindigen|beëindigen|verlaten",
        "free": r"kunt|kan|kun|mag|mogen|vrij|altijd|wanneer|op (?:elk|ieder) moment|elk moment|ieder moment|als"
        r"|is goed|prima|oké|wat niet",
        "forbidden": r"niet (?:\w+ )?(?:stoppen|ophouden|openen|overslaan|onderbreken|uitstappen)",
        "choices": r"of|kunt|kan|kun|mag|mogen|zou|als|misschien|liever|allebei|beide|wilt|wil|wanneer|hoe (?:je|u)"
        r"|welkom|prima|genoeg",
        "length": r"minuut|minuten|minuutjes|seconden|half ?uur|kwartier|een uur",
        "quiet": r"stilte\w*|stil|zonder woorden|(?:de|mijn) stem|een (?:tijdje|poosje)|tot|totdat|in (?:je"
        r"|uw) eigen (?:tijd|tempo)|neem (?:\w+ ){0,2}tijd|schrij\w+",
        "bell": r"bel|belletje|gong|klankschaal|klank|toon",
        "support": r"hulplijn|luisterlijn|noodnummer|hulpdiensten|\w*crisis\w*|112|113|\w*therapeut\w*|professional\w*"
        r"|hulpverlener\w*|\w*arts|psycholo\w+|vertrouw\w*|praat\w* met|praten met",
        "sight": r"zie|ziet|zien|kijk\w*|blik|hoor\w*|horen|luister\w*|geluid\w*|licht\w*|kleur\w*|kamer|ruimte|raam"
        r"|om je heen|om u heen|ogen|geur\w*|ruik\w*|buiten|lucht|bomen|boom|vorm\w*",
        "movement": r"beweeg\w*|beweg\w*|strek\w*|rek\w*|vingers?|tenen|handen|hand|voeten|voet|vloer|grond|gewicht"
        r"|contact|raak\w*|aanrak\w*|voel\w*|schouders?|stoel|rug|leun\w*|druk\w*|wieg\w*|draai\w*|hoofd|gaap\w*"
        r"|geeuw\w*|wrijf\w*|stap\w*|loop\w*|lopen",
        "step": r"volgende|straks|later|vandaag|vanavond|vannacht|morgen|daarna|hierna|dan|opstaan|sta op|rechtop"
        r"|verder|ga door|doorgaan|terug (?:naar|in)|dag|avond|klein\w*|water|thee|lamp|als (?:je|u) (?:klaar|zover)"
        r"|wanneer|slap\w*|slaap|begin\w*|schrij\w*",
    },
}
"""By language, without region: the alternatives that `_language` makes patterns of."""


@cache
def structure_words(tag: str) -> StructureWords | None:
    """Return what is looked for in the language that a BCP 47 tag names; None where that is not known here."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    if language.startswith("en"):
        return ENGLISH
    return _language(**_WORDS[language]) if language in _WORDS else None
