"""Lines that show by themselves that they belong to a page, a film or a book: dates, buttons, forms, sources."""

import re

from feltsense.importing.structure.manuscript import bare_text
from feltsense.script.lazy_pattern import LazyPattern

_LONGEST = 100
_OF_PAGE = "belongs to the page, not to the practice"
_MONTH = (
    r"(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch|s)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|"
    r"o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|januar|februar|märz|mai|juni|juli|dezember|enero|"
    r"febrero|"
    r"marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|avril|juin|juillet|"
    r"août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|"
    r"dicembre|"
    r"janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|"
    r"augustus|"
    r"oktober|december)\.?"
)
_DATE = (
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|"
    rf"(?:lun|mar|mercre|jeu|vendre|same)di\s+|dimanche\s+|(?:mon|diens|donners|frei|sams|sonn)tag,?\s+|mittwoch,?\s+|"
    rf"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th|"
    rf"\.)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}}|"
    rf"{_MONTH}\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}}/\d{{4}})"
)
_DATED = LazyPattern(
    rf"[*_(]*(?:(?:posted|published|updated|last updated|(?:page )?last (?:updated|modified|reviewed)|next review|"
    rf"review date|reviewed|written|created|"
    rf"date[d]?|"
    rf"revised|veröffentlicht|aktualisiert|stand|publicado|publié|pubblicato|gepubliceerd)(?: on| in| am| el| le|"
    rf" il| op)?"
    rf":?\s+)?{_DATE}(?:\s*(?:[|•·–—-]|at|by|um|von|in)\s*[^\n]{{0,80}})?[*_)]*",
    re.IGNORECASE,
    needs=r"\d{4}|\d[/.]\d",
)
_SHARING = LazyPattern(
    r"(?:share(?: this(?: (?:post|page|article|story|script|on|via|with friends)\b|"
    r":|$)| on| via|:| it)[^\n]{0,60}|(?:click|tap) (?:here )?to (?:share|tweet|print|email|"
    r"download)[^\n]{0,60}|"
    r"(?:tweet|pin it|pin|email|print|facebook|twitter|pinterest|linkedin|whatsapp|instagram|reddit|rss|youtube|"
    r"telegram|tumblr|like|save|share|copy link|print friendly)(?:\s*[|•·,/]\s*(?:tweet|pin it|pin|email|print|"
    r"facebook|"
    r"twitter|x|pinterest|linkedin|whatsapp|instagram|reddit|rss|youtube|telegram|tumblr|like|save|share)){0,10}|"
    r"like this:?|loading\.{0,3}…?|be the first to (?:comment|like)[^\n]{0,40}|"
    r"post a comment|"
    r"comments?\s*\(\d+\)|\(?\d[\d.,]{0,8}[km]?\)? (?:comments?|replies|likes|shares|views|reads|claps)"
    r"(?:\W{1,3}[^\n]{1,30}\bago)?|(?:total )?tokens(?: used)?: ?[\d,.]{1,9}|no comments(?: yet)?|"
    r"(?:posted|published|filed|tagged|uploaded|categori[sz]ed) (?:by|in|under|on|with)\b[^\n]{0,80}|"
    r"written by (?-i:[A-ZÀ-Þ])[^\n]{0,80}|"
    r"\d+[ -]min(?:ute)?s? read|read(?:ing)? time:?\s*\d[^\n]{0,20}|(?:follow|find|like|join) us on "
    r"(?:facebook|twitter|x|instagram|youtube|social|linkedin|pinterest|spotify|patreon)\b[^\n]{0,60}|"
    r"(?:subscribe|sign up) (?:to|for) (?:our|my|the) [^\n]{0,60}|(?:please )?(?:like and subscribe|"
    r"subscribe)[^\n]{0,60}|"
    r"download (?:the |this |a |your )?(?:pdf|mp3|audio|script|free)[^\n]{0,60}|back to top|"
    r"read more(?:$|[^\w ]|[ ](?:about|posts|articles|at|on|here|from)\b)[^\n]{0,60}|"
    r"(?:next|previous|older|newer) (?:post|article|entry|page|posts)[^\n]{0,60}|"
    r"skip to (?:main )?content|(?:home|menu|search|contact|login|log in)|table of contents|"
    r"(?:visit|see|go to|more at|available at|find (?:more|us) at|website:?) (?:https?://|www\.)\S+|"
    r"teilen|kommentare?\s*\(\d+\)|compartir|comentarios?\s*\(\d+\)|partager|commentaires?\s*\(\d+\)|condividi|"
    r"compartilhar|delen)",
    re.IGNORECASE,
    needs=r"^(?:\(?\d|ava|back to|be the|cat|cli|co[mnp]|del|dow|ema|fac|fil|find|fol|go to|hom|ins|joi|kom|like|lin|"
    r"loa|log|men|more a|ne[wx]|no com|old|par|pin|ple|pos|pr[ei]|pub|rea|red|rss|sav|sea|see|sha|sig|ski|sub|ta[bgp]|"
    r"te[il]|tok|tot|tum|tw|upl|vis|web|whats|wri|yout)",
)
_ADDRESS = LazyPattern(
    r"[*_(<]*(?:(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:tel|telephone|phone|"
    r"fax)\.?:?\s*[+\d][\d ()./-]{5,20})(?:\s*[|•·,]?\s*(?:(?:https?://|www\.)[^\s<>]+|"
    r"[\w.+-]+@[\w-]+\.[\w.-]+))*[*_)>]*",
    re.IGNORECASE,
)
_FORM = LazyPattern(
    r"(?:(?:form(?: ?(?:no\.?|number|#|ref))?|"
    r"doc(?:ument)?(?: ?(?:id|no\.?|number|code|ref))?|ref(?:erence)?(?: ?(?:no\.?|number|code))?|"
    r"leaflet(?: ?(?:ref\.?|"
    r"no\.?|code|number))?|publication(?: ?(?:no\.?|number))?|handout(?: ?#)?|worksheet(?: ?#)?|"
    r"policy(?: ?(?:no\.?|#))?|"
    r"isbn(?:-1[03])?|issn|doi|item(?: ?(?:no\.?|#))|formular|formulario|formulaire|modulo|"
    r"formulier)[:.]?\s*(?:\#\s*)?"
    r"(?=[\w./() -]*\d)[\w./-]{2,30}|(?:rev(?:ised|ision)?|version|ver|v)\.?:?\s*\d[\w.]{0,8}"
    rf"(?:[ ,./–-]{{1,3}}(?:last |updated |revised ){{0,2}}(?:\d[\d./-]{{0,9}}|{_MONTH})){{0,3}}|"
    r"(?-i:(?!(?:PAUSE|HOLD|REST|WAIT|COUNT|CALL|TEXT|DIAL|SOS|SHOUT)\b)[A-Z]{2,6})(?:-\d{2,6}|[ ]?\d{4,6})(?:[-/]"
    r"\d{1,6}){0,3})(?:\s*[-–—|•(,]?\s*(?:(?:rev(?:ised|ision)?|version|ver|v|updated|issued?|published|"
    rf"(?:issue|review|publication) date|review(?:ed)?|due)\.?:?\s*(?:\d[\w./-]{{0,12}}|{_MONTH})"
    r"(?:[ ]\d{4})?)\)?){0,3}",
    re.IGNORECASE,
    needs=r"\b(?:form|doc|ref|leaf|publi|hand|works|poli|is[bs]n|doi|item|modul|rev|v(?:er|[.:\d\s]))|"
    r"(?-i:[A-Z]{2})[- ]?\d",
)
_SOURCE = LazyPattern(
    r"[*_(\[]*(?:(?:references?|citation|cite as|cited from|literature?|literatur|referencias?|références?|"
    r"riferiment[io]|referências?|bibliografía)\s*[:：]\s*\S|(?:source|credit|quelle|fuente|fonte|bron|"
    r"script source)\s*[:：]\s*(?-i:[A-ZÀ-Þ\"“*_])(?=[^\n]*(?:(?:19|20)\d\d|https?://|www\.|, |\bby\b))|"
    r"text\s*[:：]\s*(?-i:[A-ZÀ-Þ\"“*_])(?=[^\n]*(?:(?:19|20)\d\d|https?://|www\.))|"
    r"(?:adapted|taken|excerpted|abridged|reprinted|translated|reproduced|modified)(?: and \w{5,12})? "
    r"(?:from|by|with permission)\b:?\s*(?:(?:a |the |an )[^\n]{0,40})?(?-i:[A-ZÀ-Þ\"“*_])|"
    r"(?:produced|published|issued) by (?:the )?(?-i:[A-ZÀ-Þ])(?=[^\n]*\b(?:19|20)\d\d\b)|"
    r"(?:based on|inspired by) (?:the )?(?:work|book|script|teachings?|practice|exercise)s? (?:of|by) (?-i:[A-ZÀ-Þ]))"
    r"[^\n]{0,300}",
    re.IGNORECASE,
    needs=r"^[*_(\[]*(?:abr|ada|bas|bib|bro|cit|cre|exc|fon|fue|insp|iss|lit|mod|pro|pub|que|ref|rep|rif|réf|scr|sou|taken|"
    r"tex|tra)",
)
"""Where the words are from, wherever it stands."""
_FOLLOW = LazyPattern(
    r"(?:if you (?:enjoyed|liked|found)[^\n]{0,60},? )?(?:please |don'?t forget to |remember to |be sure to |and )*"
    r"(?:(?:like|comment|share),? (?:and |& ))?(?:subscribe\b(?:[^\n]{0,40}\b(?:channel|newsletter|podcast|list|blog|"
    r"updates|youtube|below|button|bell|more|emails?|videos?)\b[^\n]{0,60}|[.!]?)|"
    r"(?:follow|find|join|like) (?:us|me) (?:on|at|@|for more)(?: (?:facebook|twitter|x|instagram|youtube|social media|"
    r"linkedin|pinterest|spotify|patreon|tiktok|insight timer)|[^\n]{0,40}@\w|(?-i: [A-Z]\w*)?[.!]?$)[^\n]{0,60}|"
    r"(?:visit|see) (?:our|my|the) (?:website|site(?! of\b)|blog|channel|shop)[^\n]{0,80}|"
    r"download (?:the |this |a |your |my )?(?:free )?(?:pdf|mp3|audio|recording|script|version)[^\n]{0,60}|"
    r"(?:thanks|thank you) for (?:watching|subscribing|reading)[^\n]{0,60}|"
    r"support (?:us|me|this channel|my work) (?:on|at|via|by (?:becoming|buying|donating|joining|sharing|"
    r"subscribing))\b[^\n]{0,60}|(?:did you (?:like|enjoy)[^\n]{0,40}\? )?"
    r"leave a (?:comment[^\n]{1,40}|review[^\n]{0,40})|"
    r"unsubscribe\b[^\n]{0,60}|mark as (?:complete|done|read)|(?:#\w{2,30}[ ]?){2,12}|(?:abonnier\w*|"
    r"suscríbete|abonnez-vous|iscriviti|inscreva-se|abonneer je)\b[^\n]{0,80})",
    re.IGNORECASE,
    needs=r"scri|inscrev|support (?:us|me|this|my)|leave a (?:com|rev)|mark as|#|(?:follow|like|find|join) (?:us|me)\b|"
    r"(?:visit|see) (?:our|my|the) (?:web|site|blog|chan|shop)|download|(?:thanks|thank you) for|abonn|suscr",
)
"""Sentences of a page or a film to its visitors."""
_FIELD = LazyPattern(
    r"(?:(?:(?:client|patient|participant|your|therapist|first|last|full)(?:'s)? )?(?:name|date|dob|date of birth|"
    r"age|therapist|"
    r"session|time|signature|signed)\s*(?:\(?[#a-z]{0,6}\)?)?:?[ ]*_{3,}[ _]*){1,4}",
    re.IGNORECASE,
)
"""To be filled in by hand, above or below a text."""
_REFERENCE = LazyPattern(
    r"\((?:see |from )?[A-ZÀ-Þ][\w'’-]+(?:,? (?:&|and|et al\.?) ?[\w'’-]{0,30})?,? (?:19|"
    r"20)\d\d[a-z]?(?:, pp?\. ?[\d–-]{1,9})?\)\.?|"
    r"\s*(?:\[\d{1,3}\]|\d{1,2}[.)]|"
    r"[-*•])?\s*[A-ZÀ-Þ][\w'’-]+,\s+(?:[A-Z]\.[ -]?){1,4}[^\n]{0,200}\(\d{4}[a-z]?\)[^\n]*|"
    r"\s*(?:\[\d{1,3}\]|\d{1,2}[.)])?\s*(?:[Ii]bid\.|[Oo]p\. ?cit\.)[^\n]{0,60}",
    needs=r"\d{4}|bid|cit",
)
_RIGHTS = LazyPattern(
    r"(?:©|\(c\)|copyright\b)(?=[^\n]*\b(?:19|20)\d{2}\b)[^\n]{1,100}|all rights reserved\.?|"
    r"alle rechte vorbehalten\.?|todos los derechos reservados\.?|tous droits réservés\.?|"
    r"tutti i diritti riservati\.?|todos os direitos reservados\.?|alle rechten voorbehouden\.?|"
    r"(?:(?:this (?:script|text|recording)|it) )?(?:may|can) be (?:freely )?(?:used|copied|reproduced|distributed|"
    r"shared)\b[^\n]{0,80}|permission is (?:granted|given)[^\n]{0,100}|for personal use only\.?",
    re.IGNORECASE,
    needs=r"^(?:©|\(c\)|copyr|alle? r|tod|tous|tutti|for per|perm)|"
    r"(?:may|can) be (?:freel|used|copie|repr|distr|share)",
)
_CUE_BEHIND = LazyPattern(r"[ ]+(?:\[[^\[\]]*\]|\([^()]*\))$", needs=r"[\])]$")
_PRINTED = LazyPattern(
    r"(?:(?:strictly |private (?:and|&) )?confidential(?:\s*[-–—:|•,/(.!][^\n]{0,80})?|"
    r"(?:printed|retrieved|downloaded|accessed) (?:from|on|at)\b[^\n]{0,40}(?:www\.|https?://|\d{4})[^\n]{0,60}|"
    r"(?:(?:v|ver(?:sion)?|rev(?:ision)?|draft)\.?\s?\d[\w.]{0,10}\s*[-–—|•,(]\s*)?last (?:edited|updated|modified|"
    r"revised|saved|changed|reviewed)\b(?=[^\n]*\d)[^\n]{0,60}|(?:←|«|‹|<)\s*(?:previous|prev|back|older)\b[^\n]{0,80}|"
    r"(?:next|newer)\b[^\n]{0,80}(?:→|»|›|>)|(?:previous|next)(?: (?:chapter|lesson|session))?: [^\n]{0,80}[^.!?\n])",
    re.IGNORECASE,
)


_MAKES = r"(?:make|turn|write|create|adapt|tailor|translate|adjust|shorten|expand|add|record|rewrite|generate|format)"
_CHAT = LazyPattern(
    rf"(?:would you like|(?:do you )?want) me to (?:also )?{_MAKES}\b[^\n]{{1,200}}\?|"
    rf"(?:shall|should|can) i (?:also )?{_MAKES}\b[^\n]{{1,150}}\b(?:script|version|audio)\b[^\n]{{0,60}}\?|"
    r"let me know if you(?:'d|’d| would)? (?:like|want|need|prefer)\b[^\n]{0,150}\b(?:scripts?|versions?|changes|"
    r"tailored|"
    r"audio)\b[^\n]{0,80}|"
    rf"(?:if you(?:'d|’d| would)? (?:like|want),? )?i can (?:also )?{_MAKES}\b[^\n]{{1,150}}\b(?:script|version|"
    rf"audio)\b"
    r"[^\n]{0,80}|"
    r"feel free to (?:adjust|adapt|modify|customi[sz]e|edit|tweak|personali[sz]e) (?:the |this )?(?:script|text|pauses|"
    r"timings?|wording|version)\b[^\n]{0,120}|"
    r"(?:soll ich|möchte(?:st du|n sie),? dass ich)\b[^\n]{1,150}\b(?:version|skript|fassung|anpass\w+|kürze\w*|"
    r"erstell\w+|"
    r"umschreib\w+|übersetz\w+)\b[^\n]{0,60}\?|"
    r"¿(?:quieres?|[tl]e gustaría) que [^\n]{0,30}\b(?:versión|guion|guión|adapte|escriba|cree|acorte|alargue|traduzca|"
    r"convierta)\b[^\n]{0,150}\?|"
    r"(?:souhaite[sz]|veux|voulez|aimerais|aimeriez)-(?:tu|vous) que [^\n]{0,30}\b(?:adapte|rédige|crée|"
    r"raccourcisse|rallonge|"
    r"écrive|traduise|transforme)\b[^\n]{0,150}\?|"
    r"(?:vuoi|vorresti|vuole) che [^\n]{0,30}\b(?:adatti|scriva|crei|accorci|allunghi|traduca|"
    r"trasformi)\b[^\n]{0,150}\?|"
    r"(?:quer|queres|gostaria) que [^\n]{0,30}\b(?:adapte|escreva|crie|encurte|alongue|traduza|transforme)\b"
    r"[^\n]{0,150}\?|"
    r"(?:wil je dat ik|zal ik) [^\n]{0,80}\b(?:versie|script|tekst|aanpas\w*|vertaal\w*|herschrij\w+)\b[^\n]{0,80}\?",
    re.IGNORECASE,
    needs=r"^(?:would you like me|(?:do you )?want me|(?:shall|should|can) i |let me know|"
    r"(?:if you[^\n]{0,16} )?i can |feel free to [amcetp]|"
    r"soll|möcht|¿|souh|veux|voul|aime|vuo|vor|quer|gost|wil je|zal)",
)
"""What a chat program offers behind the text that it wrote."""
_CAPTION = LazyPattern(
    r"(?:figure|fig\.|abb\.|abbildung|figura|figuur) (?!8[:. ])\d{1,2}(?:[.-]\d{1,2}[a-z]?[.:]?|[.:]) [^\n]{1,120}",
    re.IGNORECASE,
    needs=r"[fF]ig|[aA]bb",
)
"""What stands below a picture; “figure 8” is a way to trace."""


def gives_source(text: str) -> bool:
    """Tell whether a line says who has rights in the words, or where they are from."""
    return bool(_RIGHTS.fullmatch(bare_text(text)) or _SOURCE.match(text))


def is_button(text: str) -> bool:
    """Tell whether `text` is a button of a page, as “Share” and “Print” are."""
    bare = bare_text(text) if len(text) <= _LONGEST else ""
    return bool(bare) and not _is_sentence(bare) and bool(_SHARING.fullmatch(bare))


def line_of_page(text: str, bare: str) -> str:
    """Return why a line is left out that shows by itself that it is no part of the words."""
    if sure := _no_words(text, bare):
        return sure
    if not _is_sentence(bare):
        if _DATED.fullmatch(bare):
            return "a date"
        if _SHARING.fullmatch(bare) or _PRINTED.fullmatch(bare):
            return _OF_PAGE
        if _FORM.fullmatch(bare):
            return "the number of a form"
    return "a reference" if _REFERENCE.fullmatch(text) else ""


def _no_words(text: str, bare: str) -> str:
    """Return why a line is left out, sentence or not; empty where it may be words."""
    if _ADDRESS.fullmatch(text):
        return "an address"
    if _CAPTION.fullmatch(bare):
        return "what stands below a picture"
    if _CHAT.fullmatch(bare):
        return "a line of a chat"
    of_page = ("___" in text and _FIELD.fullmatch(text)) or (len(bare) <= _LONGEST and _FOLLOW.fullmatch(bare))
    return _OF_PAGE if of_page else ""


def _is_sentence(text: str) -> bool:
    """Tell whether `text` ends with a full stop, as no button of a page does; a cue may stand behind it."""
    said = _CUE_BEHIND.sub("", text)
    return said.endswith((".", "!", "?")) and not said.endswith("..")
