"""The words by which parts of a document are known: English, German, Spanish, French, Italian, Portuguese, Dutch.

Each is a pattern of small letters, without groups, for use with `re.IGNORECASE`.
"""

SECTION = (
    r"(?:the )?(?:introduction|intro|opening|welcome|arriv(?:ing|al)|settling(?: in| down)?|settle(?: in)?|"
    r"preparation|"
    r"preparing|get(?:ting)? (?:ready|comfortable|settled)|induction|deepen(?:ing|er)|suggestions?|awakening|"
    r"emergence|"
    r"grounding|orient(?:ing|ation)|centering|centring|body ?scan|breath(?:ing|work)?(?: awareness| practice)?|"
    r"(?:mindful )?breathing|awareness of breath|main(?: (?:part|practice|body|section))?|practice|"
    r"guided (?:practice|instructions|"
    r"meditation|imagery|relaxation)|meditation|relaxation|visuali[sz]ation|imagery|intention(?: setting)?|sankalpa|"
    r"rotation of consciousness|externali[sz]ation|closing|close|ending|conclusion|outro|finish(?:ing)?|"
    r"return(?:ing)?|coming (?:back|home|out)|re-?turn(?:ing)? to (?:the )?(?:room|body|breath)|integration|"
    r"reflection|"
    r"pendulation|resourcing|titration|(?:full )?script|transcript|(?:your |the )?(?:feet|foot|legs?|hands?|"
    r"arms?|belly|chest|back|shoulders?|neck|face|head|heart|jaw|hips|spine|breath|body|senses|sounds?)|"
    r"einleitung|einführung|begrüßung|einstimmung|ankommen|vorbereitung|erdung|körperreise|atem|atmung|hauptteil|übung|praxis|"
    r"abschluss|ende der übung|schluss|ausleitung|rückkehr(?: in den raum| ins hier und jetzt)?|"
    r"zurückkommen|zurückkehren|ausklang|füße|hände|"
    r"introducción|bienvenida|apertura|llegada|preparación|escaneo corporal|respiración|práctica|parte principal|"
    r"cierre|conclusión|regreso|retorno|vuelta(?: al presente)?|volver|anclaje|integración|final|"
    r"los pies|las manos|pies|manos|"
    r"accueil|ouverture|arrivée|installation|préparation|ancrage|scan corporel|respiration|pratique|"
    r"partie principale|"
    r"clôture|fermeture|retour(?: à la pièce| au présent)?|intégration|les pieds|les mains|pieds|mains|"
    r"introduzione|benvenuto|accoglienza|apertura|arrivo|preparazione|radicamento|"
    r"scansione (?:del corpo|corporea)|respiro|"
    r"respirazione|pratica|parte centrale|chiusura|conclusione|ritorno|integrazione|i piedi|le mani|piedi|mani|"
    r"introdução|boas-vindas|abertura|chegada|preparação|aterramento|respiração|prática|encerramento|conclusão|"
    r"fechamento|integração|escaneamento corporal|retorno|volta|os pés|as mãos|pés|mãos|"
    r"inleiding|welkom|aankomen|voorbereiding|gronding|aarden|lichaamsscan|ademhaling|adem|oefening|kern|afsluiting|"
    r"afronding|terugkeer|terugkeren|terugkomen|slot|integratie|voeten|handen)"
)
"""A heading by itself."""

VERSION = (
    r"(?:(?:long|short|full)(?:er)? version|kurz(?:e version|version|fassung)|lang(?:e version|version|fassung)|"
    r"version (?:courte|longue)|versión (?:corta|larga)|versione (?:breve|lunga)|versão (?:curta|longa)|"
    r"(?:korte|lange) versie)"
)
"""Of several lengths; it heads its words."""

OPENING = (
    rf"(?:{VERSION}|(?:the )?(?:introduction|intro|opening|welcome|arriv(?:ing|al)|settling(?: in| down)?|"
    rf"settle(?: in)?|"
    r"preparation|preparing|get(?:ting)? (?:ready|comfortable|settled)|closing|conclusion|outro)|einleitung|einführung|"
    r"begrüßung|ankommen|vorbereitung|abschluss|introducción|bienvenida|apertura|llegada|preparación|accueil|ouverture|"
    r"arrivée|installation|préparation|introduzione|benvenuto|apertura|arrivo|preparazione|introdução|boas-vindas|"
    r"abertura|chegada|preparação|inleiding|welkom|aankomen|voorbereiding)"
)
"""The heading of a first or last part, never the title of a practice."""

PART = (
    r"(?:part|slide|minute|section|step|phase|stage|chapter|exercise|activity|round|segment|teil|abschnitt|schritt|phase|kapitel|"
    r"parte|sección|paso|fase|capítulo|partie|étape|chapitre|sezione|passo|capitolo|secção|seção|etapa|deel|stap|"
    r"hoofdstuk|folie|diapositive|diapositiva|minuto|minuut)"
)
NUMBERING = (
    r"(?:\d{1,2}[a-c]?|[ivx]{1,5}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|vier|fünf|"
    r"sechs|"
    r"uno|una|dos|tres|cuatro|cinco|seis|un|une|deux|trois|quatre|cinq|due|tre|quattro|cinque|um|uma|dois|duas|três|"
    r"quatro|een|één|twee|drie|vijf)"
)
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|final|last|erster|zweiter|dritter|vierter|letzter|erste|zweite|dritte|"
    r"vierte|"
    r"letzte|primera?|segund[ao]|tercera?|cuart[ao]|última?|premi(?:er|ère)|deuxième|troisième|quatrième|dernière?|"
    r"prim[ao]|second[ao]|terz[ao]|ultim[ao]|primeir[ao]|terceir[ao]|eerste|tweede|derde|vierde|laatste)"
)

PRACTICE = (
    r"(?:script|exercise|practice|meditation|session|visuali[sz]ation|relaxation|track|recording|übung|skript|"
    r"ejercicio|meditación|práctica|guion|guión|exercice|méditation|pratique|esercizio|meditazione|pratica|exercício|"
    r"meditação|prática|oefening|meditatie)"
)
"""A whole one, of which a document may hold several."""

NUMBERED_PRACTICE = rf"{PRACTICE}\s*(?:#|no\.?|nr\.?|n[°º]|number)?\s*{NUMBERING}\b"

TITLE_KEYS = (
    r"(?:title|(?:script|exercise|practice|meditation) (?:title|name)|name|meditation|titel|título|titulo|titre|titolo)"
)
AUTHOR_KEYS = (
    r"(?:author|authors|author\(s\)|written by|writer|script by|written and recorded by|created by|by|autor|autorin|"
    r"autora|auteur|autrice|autore|escrito por|écrit par|scritto da|geschreven door|von|verfasst von|verfasser(?:in)?)"
)
SUMMARY_KEYS = (
    r"(?:summary|description|about|abstract|overview|zusammenfassung|beschreibung|kurzbeschreibung|resumen|"
    r"descripción|"
    r"résumé|description|riassunto|descrizione|sommario|resumo|descrição|samenvatting|beschrijving)"
)
LANGUAGE_KEYS = r"(?:language|lang|sprache|idioma|langue|lingua|língua|taal)"
LENGTH_KEYS = (
    r"(?:(?:target |planned |session )?(?:duration|length)|"
    r"time|total time|total duration|total length|approximate time|approximate (?:length|"
    r"duration)|"
    r"approx(?:\.|imate)? (?:time|length|duration)|estimated (?:time|length|duration)|running time|run time|runtime|"
    r"recording (?:length|time)|time required|time needed|dauer|länge|zeit|gesamtdauer|gesamtzeit|duraci[oó]n|tiempo|"
    r"duraci[oó]n total|tiempo total|dur[ée]e|temps|temps total|dur[ée]e totale|durata|tempo|tempo total[ei]?|"
    r"durata totale|duração|duração total|duur|tijd|lengte|"
    r"tijdsduur)"
)
TAG_KEYS = r"(?:tags?|keywords?|schlagworte|stichworte|etiquetas|palabras clave|mots-clés|parole chiave|trefwoorden)"
CREDIT_KEYS = (
    r"(?:source|credits?|adapted from|quelle|fuente|source|fonte|bron|licen[cs]e|copyright|lizenz|licencia|licenza|"
    r"licença|licentie)"
)
CAUTION_KEYS = (
    r"(?:contraindications?|cautions?|warnings?|disclaimer|trigger warning|content warning|precautions?|safety|"
    r"kontraindikationen|gegenanzeigen|warnhinweis|vorsicht|contraindicaciones|precauciones|advertencia|"
    r"contre-indications|précautions|avertissement|controindicazioni|avvertenze|precauzioni|contraindicações|"
    r"precauções|aviso|contra-indicaties|waarschuwing)"
)
NOTE_KEYS = (
    r"(?:goals?|aims?|purpose|objectives?|intention|intent|theme|topic|focus|category|level|difficulty|audience|"
    r"target (?:audience|group)|for|suitable for|age(?:s| group| range)?|population|client group|setting|voice|"
    r"(?:voice |vocal )?(?:tone|style|quality|delivery|type|speed|rate|gender)|mood|pace|pacing|tempo|music|"
    r"background(?: music| sounds?)?|sounds?|soundtrack|ambience|word ?count|words|number of words|date|created|"
    r"updated|"
    r"last (?:updated|revised|modified)|revised|revision|version|draft|status|"
    r"guests?|recorded(?: on)?|aired|episode|trilha(?: sonora)?|sprechtempo|"
    r"series|module|week|session|lesson|class|course|number|no|format|type|genre|style|technique|method|approach|"
    r"modality|tradition|lineage|materials?(?: needed)?|equipment|props?|you(?:'ll| will) need|what you(?:'ll|"
    r" will) need|"
    r"supplies|position|posture|preparation time|environment|space|room|location|place|lighting|frequency|how often|"
    r"when to use|best (?:for|time)|use(?:d)? (?:for|when)|benefits?|indications?|rationale|evidence|background|"
    r"context|"
    r"prerequisites?|group size|participants|reading (?:time|level)|read time|recorded by|narrated by|read by|"
    r"narrator|presenter|voice talent|editor|publisher|producer|contact|website|url|link|email|e-mail|phone|"
    r"ziele?|absicht|zweck|thema|niveau|schwierigkeit|zielgruppe|geeignet für|stimme|tonfall|ton|stimmung|musik|"
    r"hintergrund(?:musik)?|wortzahl|wörter|anzahl wörter|datum|stand|material(?:ien)?|haltung|position|ort|"
    r"indikationen|"
    r"wirkung|anlass|kategorie|stufe|"
    r"objetivos?|propósito|tema|nivel|público|dirigido a|voz|tono|ritmo|música|fondo|palabras|número de palabras|"
    r"fecha|"
    r"materiales?|postura|posición|lugar|indicaciones|beneficios|categoría|"
    r"objectifs?|but|thème|niveau|public|voix|ton|rythme|musique|fond sonore|mots|nombre de mots|date|matériel|"
    r"posture|"
    r"lieu|bienfaits|catégorie|"
    r"obiettiv[oi]|scopo|livello|destinatari|voce|tono|ritmo|musica|sottofondo|parole|numero di parole|data|"
    r"materiali?|posizione|luogo|indicazioni|benefici|categoria|"
    r"objetivo|público-alvo|nível|ritmo|fundo|número de palavras|palavras|indicações|benefícios|materiais|"
    r"doel|doelgroep|stem|toon|muziek|achtergrond|aantal woorden|woorden|materiaal|houding|plaats|indicaties|"
    r"categorie)"
)

_READER = (
    r"(?:therapist|therapists|facilitator|facilitators|instructor|instructors|teacher|teachers|guide|guides|leader|"
    r"leaders|counsell?or|counsell?ors|practitioner|practitioners|clinician|clinicians|narrator|reader|trainer|coach|"
    r"provider|parents?|caregiver|group leader|voice (?:actor|artist|talent)|producer|editor|author|translator|staff|"
    r"nurse|yoga teacher)"
)
NOTE = (
    rf"(?:(?:important |special |general |brief |quick )?notes?(?: (?:to|for|on|about|from) (?!self\b|yourself\b|"
    rf"you\b)[^:\n.!?]{{2,40}})?|n\. ?b\.?|nb|todo|fixme|script notes?|"
    rf"(?:to|for) the {_READER}|{_READER}(?:'s?|s')? (?:notes?|instructions?|"
    rf"tips?|"
    rf"guidance|guidelines|reminders?|prompts?|cues?|only)|(?:friendly |gentle )?reminders?|(?:pro )?tips?(?: for "
    rf"[^:\n.!?]{{2,40}})?|hints?|cautions?|warnings?|disclaimer|trigger warning|content warning|safety note|"
    rf"contraindications?|(?:general |preliminary |special )?instructions?(?: (?:to|for|before|"
    rf"on) [^:\n.!?]{{2,40}})?|"
    rf"stage directions?|directions? (?:to|for) [^:\n.!?]{{2,40}}|production notes?|recording notes?|"
    rf"(?:background )?(?:music|sound)(?: cue| effects?)?|sfx|fx|rationale|adaptations?|modifications?|variations?|"
    rf"home ?work|home practice|how to (?:use|read) (?:this|the|these) [^:\n.!?]{{2,30}}|materials?(?: needed)?|"
    rf"hinweise?(?: (?:für|an) [^:\n.!?]{{2,40}})?|anmerkung(?:en)?|notiz(?:en)?|achtung|"
    rf"vorsicht|"
    rf"anleitung(?: für [^:\n.!?]{{2,40}})?|tipps?|erinnerung|regieanweisung(?:en)?|"
    rf"notas?(?: (?:para|al|a la|del|de la|ao|à) [^:\n.!?]{{2,40}})?|aviso|advertencia|precaución|instrucciones|"
    rf"recordatorio|consejo|instruções|lembrete|dica|observaç(?:ão|ões)|observaci(?:ón|ones)|"
    rf"remarques?|consignes?|conseils?|rappel|avertissement|note(?: (?:pour|au|à) [^:\n.!?]{{2,40}})?|"
    rf"nota bene|istruzioni|promemoria|consiglio|avvertenza|"
    rf"why (?:this|it) (?:works|helps|matters)|(?:note|nota|consignes?|istruzioni|istruzione|instrucciones|instruções) "
    rf"(?:pour|per|para|aux?|all?[aeo]?|agli|ai) [^:\n.!?]{{2,40}}|"
    rf"opmerking(?:en)?(?: voor [^:\n.!?]{{2,40}})?|notitie|let op|aanwijzing(?:en)?(?: voor [^:\n.!?]{{2,40}})?|"
    rf"instructies|herinnering|tip voor [^:\n.!?]{{2,40}})"
)
"""What stands before a colon where words to whoever reads aloud follow."""

GUIDE = (
    r"(?:(?:(?:der|die|el|la|le|il|lo|de) |l['’])?"
    r"(?:(?:the |lead |meditation |yoga |female |male )?(?:therapist|assistant|narrator|narration|speaker|facilitator|"
    r"guide|host|"
    r"instructor|teacher|leader|counsell?or|coach|practitioner|clinician|psychologist|hypnotist|hypnotherapist|"
    r"trainer|"
    r"th\.?|ther\.|"
    r"reader|presenter|moderator|voice(?: ?-?over)?(?: artist| actor)?)|v\.?o\.?|"
    r"therapeut(?:in)?|sprecher(?:in)?|erzähler(?:in)?|anleiter(?:in)?|leiter(?:in)?|lehrer(?:in)?|"
    r"kursleiter(?:in)?|moderator(?:in)?|stimme|guía|guia|terapeuta|narradora?|instructora?|instrutora?|locutora?|voz"
    r"(?: en off)?|facilitadora?|maestr[oa]|profesora?|professora?|thérapeute|narrat(?:eur|rice)|voix(?: off)?|"
    r"instruct(?:eur|rice)|animat(?:eur|rice)|enseignante?|format(?:eur|rice)|guida|narrat(?:ore|rice)|"
    r"voce(?: narrante| "
    r"guida)?|istrut(?:tore|trice)|insegnante|condut(?:tore|trice)|begeleid(?:er|ster)|therapeute|verteller|stem|"
    r"instructeur|docente?|spreker))"
)
"""Who speaks to the listener."""

CLIENT = (
    r"(?:(?:the )?(?:client|patient|participant|student|listener|user)s?|cl\.?|pt\.?|pat\.|kl\.|"
    r"klient(?:in)?|patientin|teilnehmer(?:in)?|cliente|paciente|participante|cliente|patiente|participante?|"
    r"paziente|partecipante|cliënt|patiënt|deelnemer)"
)
"""Who answers."""

NOT_FOR_LISTENERS = (
    rf"(?:what (?:this|it) is|what is (?:this|it)\??|(?:why|how) (?:this|it) (?:works|helps)|tips|troubleshooting|"
    rf"success checks?|how [\w ]{{2,30}} should (?:guide|lead|read|use|speak) (?:this|it)|"
    rf"materials?(?: needed)?|equipment|supplies|props|goals?|aims?|purpose|objectives?|learning (?:objectives|"
    rf"outcomes)|rationale|background|background information|overview|indications?|contra-?indications?|cautions?|"
    rf"precautions|safety(?: notes?| information| considerations)?|disclaimer|benefits|evidence(?: base)?|"
    rf"(?:(?:additional|general|important|production|recording|implementation|delivery|clinical|session|teaching|"
    rf"editorial|usage|technical) )?notes?(?: (?:to|for|on) [^\n]{{2,40}})?|{_READER}(?:'s?|s')? (?:notes?|"
    rf"instructions?|"
    rf"tips?|guidance|guidelines|guide|script notes)|(?:instructions?|tips|guidance|guidelines|advice|notes|"
    rf"information) "
    rf"for (?:the )?{_READER}|how to use (?:this|the|these)[^\n]{{0,40}}|about (?:this|the|these) [^\n]{{2,40}}|"
    rf"(?:after|following) (?:the|this) (?:exercise|practice|session|meditation|script)|"
    rf"when to use[^\n]{{0,40}}|who (?:is )?this is for|who is this for|usage|tts (?:instructions|settings|notes)|"
    rf"(?:[\w-]+ )?(?:voice|audio|recording|speech|production|narration|tts|technical|playback) (?:settings|"
    rf"instructions|specifications?|specs|parameters|direction|directions|guidelines|requirements|details|"
    rf"options)|settings|"
    rf"metadata|meta data|script (?:details|information|info|settings|notes|metadata)|details|adaptations?|"
    rf"modifications?|variations?|(?:debrief|debriefing|discussion|follow-up|processing|journal(?:ling|ing)?) "
    rf"(?:questions|prompts)|discussion|debrief(?:ing)?|homework|"
    rf"materialien|material|ziele?|hinweise?(?: (?:für|an) [^\n]{{2,40}})?|anmerkungen|kontraindikationen|"
    rf"materiales?|objetivos?|contraindicaciones|notas|indicaciones|matériel|objectifs?|contre-indications|remarques|"
    rf"materiali|obiettivi|controindicazioni|note|materiais|contraindicações|materiaal|doelen|contra-indicaties|"
    rf"opmerkingen)"
)
"""The heading of a part that is for whoever leads the practice."""

FURNITURE_SECTION = (
    r"(?:references?|bibliography|works cited|citations?|sources?|further reading|(?:additional |more )?resources|"
    r"recommended (?:reading|resources)|learn more|related (?:posts|articles|resources|scripts|content|links)|you "
    r"(?:may|might) also like|more (?:scripts|meditations|from [^\n]{2,40})|see also|"
    r"(?:comments?|kommentare?|comentarios?|commentaires?|comment[io]|comentários?|reacties?)"
    r"(?: ?[(\[]\d+[)\]]|: ?\d+)?|"
    r"\d+ (?:comments?|responses|replies|thoughts on [^\n]{2,80}|kommentare?|antworten|comentarios?|respuestas|"
    r"commentaires?|réponses|comment[io]|risposte|comentários?|respostas|reacties?)|leave a (?:comment|reply)|"
    r"share this(?: (?:post|"
    r"article|page|script))?|share|like this|about the authors?|about the (?:site|blog)|(?:table of )?contents|"
    r"copyright(?: notice)?|licen[cs]e|terms of use|permissions?|acknowledge?ments?|credits|attribution|footnotes|"
    r"contact (?:us|details|information)|how to contact us|"
    r"endnotes|newsletter|subscribe|tags|categories|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|"
    r"inhalt(?:sverzeichnis)?|referencias|bibliografía|índice|contenidos?|références|"
    r"bibliographie|sommaire|table des matières|riferimenti|bibliografia|indice|sommario|"
    r"referências|sumário|literatuur|bronnen|inhoud(?:sopgave)?)"
)
"""The heading of a part that belongs to the page or the book."""

OTHER_SECTION_HINT = (
    r"^(?:\d|abou|a(?:ck|d[adv]|ft|im|nm|tt|ud|ut)|b(?:ackg|en|ib|ro)|c(?:are|aut|lin|oac|omen|omm|ont|opy|oun|at|it|red)|"
    r"de(?:br|li|ta)|dis|doe|e(?:di|ndn|qu|vi)|f(?:aci|oll|oot|urt)|g(?:en|oa|ro|ui)|hin|hom|"
    r"how (?:this |it |to |[^\n]*should)|"
    r"i(?:mpl|mpo|nd|nf|nh|ns)|ín|jour|kom|kon|l(?:ead|ear|eave a|ic|ike t|it)|m(?:at|et|od|ore (?:s|m|f|res))|nar|"
    r"not[ae]|new|nur|ob|opm|ove|p(?:are|er|lay|rac|re|ro|ur)|que|r(?:at|eac|ead|ec|ef|el|em|es|if)|réf|"
    r"s(?:af|cri|ee a|es|ettin|har|omm|ou|pee|taf|ub|uc|um|up)|ta[bg]|te[acr]|ther|t(?:ip|ra|ro|ts)|us|va|vo|"
    r"w(?:hat (?:(?:this|it) is|is)|hen to|ho (?:is|this)|hy (?:this|it)|or)|you m|yog|zi)|"
    r"(?:voice|audio|recording|speech|production|narration|tts|technical|playback) "
)
"""What the headings of `NOT_FOR_LISTENERS` and `FURNITURE_SECTION` begin with or hold. A new one needs its own here."""

SETTING_KEYS = (
    r"(?:(?:speech |speaking |voice |reading |playback )?(?:speed|rate|pace|tone|pitch|volume|style)|tempo|"
    r"voice(?: type| "
    r"gender| style)?|pauses?|pause (?:length|duration|lengths)|pacing|emphasis|stability|clarity|similarity|"
    r"inflection|"
    r"intonation|accent|gender|music|background(?: music| sounds?)?|ambient sounds?|sounds?|sound effects|volume|"
    r"format|"
    r"file (?:format|type|name)|bit ?rate|sample rate|export|output|model|voice id|temperature|seed|fade(?: in|"
    r" out|-in|"
    r"-out)?|reverb|eq|mixing|delivery|mood|word count|duration|length|total (?:time|"
    r"duration|length)|runtime|language|engine|provider|geschwindigkeit|stimme|pausen|tonfall|lautstärke|"
    r"velocidad|voz|"
    r"tono|pausas|volumen|vitesse|voix|ton|pauses|velocità|voce|pause|velocidade|snelheid|stem|toon|pauzes)"
)
"""What a list of settings for a recording or a speech engine names."""

ENDING = (
    r"(?:the end|(?<![\[(])(?-i:FADE (?:OUT|TO BLACK))|"
    r"end|fin|ende|fine|fim|einde|(?:the )?end of (?:the |this )?(?:guided )?(?:script|meditation|"
    r"exercise|"
    r"practice|recording|session|transcript|audio|track|visuali[sz]ation|relaxation|body scan|hypnosis|text|document|"
    r"file)|end (?:script|recording|transcript|audio|session|meditation)|(?:script|recording|transcript|meditation|"
    r"session) ends(?: here)?|-?30-?|\#{3}|ende (?:der|des) (?:übung|meditation|skripts|aufnahme|textes)|"
    r"fin (?:del|de la) (?:guion|guión|meditación|ejercicio|práctica|grabación)|fin (?:de la|du|"
    r"de l') ?(?:méditation|"
    r"texte|script|exercice|séance|enregistrement)|fine (?:della|del|dell') ?(?:meditazione|testo|esercizio|pratica|"
    r"registrazione)|fim (?:da|do) (?:meditação|texto|exercício|prática|gravação|roteiro)|einde (?:van )?(?:de|het) "
    r"(?:meditatie|tekst|oefening|opname))"
)
"""What stands behind the last words."""

BEGINNING = (
    r"(?:(?:begin|start|beginning|start of)(?: of)?(?: the| this)? (?:script|recording|transcript|audio|reading|"
    r"track)|spoken to the (?:subject|client|listener|patient)|"
    r"(?:script|recording|transcript|audio) (?:begins|starts)(?: here)?|(?:begin|start) (?:reading|"
    r"recording)(?: here)?)"
)
"""What stands before the first words."""

NO_CUE = r"(?! ?(?:end|from|up to|pause|breathe|bell)\b)"
"""Behind a bracket: what stands in it is none of the cues that our own scripts are full of."""

SCRIPT = (
    r"(?:(?:the |full |complete |sample |suggested |meditation |exercise |practice |guided |audio |hypnosis |"
    r"relaxation |body scan ){0,3}(?:script|transcript)(?: text)?|(?:skript|script|guion|guión|texte|testo|texto|"
    r"roteiro) (?:(?:para|de) (?:la |a )?(?:grabación|gravação|grabar|gravar)|guidée?|à lire|da leggere)|"
    r"(?:audio |video )?transcri(?:pt|ption)s?|gesprochene anleitung|"
    r"text zum (?:vorlesen|aufnehmen|sprechen))"
)
"""The heading of what is to be read aloud, behind what is told about it."""
