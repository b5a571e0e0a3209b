"""Page furniture: running heads, page numbers, contents, form numbers, dates, addresses, sharing lines."""

import re
from collections import Counter
from itertools import pairwise

from feltsense.importing.document import DocumentBlock, DocumentBlockKind
from feltsense.importing.structure.head_matter import take_credit
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    SPOKEN_KINDS,
    Manuscript,
    bare_text,
    joined_lines,
    sentence_ends,
    with_next,
)
from feltsense.importing.structure.titles import SECTION_NAME, is_title_case
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_LONGEST = 100
_PAGE_WORD = r"(?:page|p\.|pg\.?|seite|s\.|página|pág\.?|pagina|pag\.?|blz\.?)"
_PAGE = LazyPattern(
    rf"[-–—|•*_\s\[(]*{_PAGE_WORD}\s*\d{{1,4}}(?:\s*(?:of|von|de|sur|di|van|/)\s*\d{{1,4}})?[-–—|•*_\s\])]*|"
    rf"[-–—|•]\s*\d{{1,4}}\s*[-–—|•]|\d{{1,4}}\s*(?:/|of)\s*\d{{1,4}}|\d{{1,4}}\s*\|\s*p\s?a\s?g\s?e|"
    rf"p\s?a\s?g\s?e\s*\|\s*\d{{1,4}}",
    re.IGNORECASE,
    needs=r"\d",
)
_NUMBERED_HEAD = LazyPattern(
    rf"(?:{_PAGE_WORD}|[|•–—-])\s*\d{{1,4}}\b|^\d{{1,4}}\s*[|•–—-]", re.IGNORECASE, needs=r"\d"
)
_NUMBER = LazyPattern(r"\s*\d{1,3}\s*", needs=r"\d")
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
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th|"
    rf"\.)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}}|"
    rf"{_MONTH}\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
)
_DATED = LazyPattern(
    rf"[*_(]*(?:(?:posted|published|updated|last updated|last (?:modified|reviewed)|reviewed|written|created|"
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
    r"like this:?|loading\.{0,3}…?|be the first to (?:comment|like)[^\n]{0,40}|leave a (?:comment|reply)|"
    r"post a comment|"
    r"comments?\s*\(\d+\)|\(?\d+\)? (?:comments?|replies|likes|shares|views|reads|claps)|no comments(?: yet)?|"
    r"(?:posted|published|filed|tagged|uploaded|categori[sz]ed) (?:by|in|under|on|with)\b[^\n]{0,80}|"
    r"written by (?-i:[A-ZÀ-Þ])[^\n]{0,80}|"
    r"\d+[ -]min(?:ute)?s? read|read(?:ing)? time:?\s*\d[^\n]{0,20}|(?:follow|find|like|join) us on "
    r"(?:facebook|twitter|x|instagram|youtube|social|linkedin|pinterest|spotify|patreon)\b[^\n]{0,60}|"
    r"(?:subscribe|sign up) (?:to|for) (?:our|my|the) [^\n]{0,60}|(?:please )?(?:like and subscribe|"
    r"subscribe)[^\n]{0,60}|"
    r"download (?:the |this |a |your )?(?:pdf|mp3|audio|script|free)[^\n]{0,60}|back to top|"
    r"read more(?:$|[^\w ]|[ ](?:about|posts|articles|at|on|here|from)\b)[^\n]{0,60}|"
    r"(?:next|previous|older|newer) (?:post|article|entry|page|posts)[^\n]{0,60}|related(?: posts?| articles?)?:?|"
    r"skip to (?:main )?content|(?:home|menu|search|contact|login|log in)|table of contents|"
    r"(?:visit|see|go to|more at|available at|find (?:more|us) at|website:?) (?:https?://|www\.)\S+|"
    r"teilen|kommentare?\s*\(\d+\)|compartir|comentarios?\s*\(\d+\)|partager|commentaires?\s*\(\d+\)|condividi|"
    r"compartilhar|delen)",
    re.IGNORECASE,
)
_ADDRESS = LazyPattern(
    r"[*_(<]*(?:(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:tel|phone|"
    r"fax)\.?:?\s*[+\d][\d ()./-]{5,20})(?:\s*[|•·,]?\s*(?:(?:https?://|www\.)[^\s<>]+|"
    r"[\w.+-]+@[\w-]+\.[\w.-]+))*[*_)>]*"
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
    r"(?-i:(?!(?:PAUSE|HOLD|REST|WAIT|COUNT|CALL|TEXT|DIAL)\b)[A-Z]{2,6})(?:-\d{2,6}|[ ]?\d{4,6})(?:[-/]"
    r"\d{1,6}){0,3})(?:\s*[-–—|•(,]?\s*(?:(?:rev(?:ised|ision)?|version|ver|v|updated|issued?|published|"
    rf"(?:issue|review|publication) date|review(?:ed)?|due)\.?:?\s*(?:\d[\w./-]{{0,12}}|{_MONTH})"
    r"(?:[ ]\d{4})?)\)?){0,3}",
    re.IGNORECASE,
    needs=r"\b(?:form|doc|ref|leaf|publi|hand|works|poli|is[bs]n|doi|item|modul|rev|v(?:er|[.:\d\s]))|"
    r"(?-i:[A-Z]{2})[- ]?\d",
)
_CONTENTS = LazyPattern(
    r"\s*(?:[-*•]\s+|\d{1,2}[.)]?\s+)?(?P<name>[^\n]{2,90}?)\s*(?:\.(?:[ ]?\.){2,}|…{1,}(?:[ .…]*)|_{3,}|\t+|"
    r" {4,})[ .…]*(?P<page>\d{1,4}|[ivxl]{1,6})\s*"
)
_CONTENTS_HEADING = LazyPattern(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|índice|contenido|sommaire|table des matières|indice|sommario|"
    r"sumário|inhoud(?:sopgave)?",
    re.IGNORECASE,
)
_REFERENCE = LazyPattern(
    r"\s*(?:\[\d{1,3}\]|\d{1,2}[.)]|"
    r"[-*•])?\s*[A-ZÀ-Þ][\w'’-]+,\s+(?:[A-Z]\.[ -]?){1,4}[^\n]{0,200}\(\d{4}[a-z]?\)[^\n]*",
    needs=r"\(\d{4}",
)
_ITEM_PAGE = LazyPattern(r"\d{1,4}\s*[-–—]", needs=r"\d")
_NUMBERED_FOOT = LazyPattern(
    r"(?P<name>[^\d|\t\n][^|\t\n]{1,60}?)(?: {3,}|[ ]?\t+[ ]?|[ ]+[|•·][ ]+)(?:page )?\d{1,4}",
    re.IGNORECASE,
    needs=r"\d",
)
"""The name of a text, then the number of the page."""
_RIGHTS = LazyPattern(
    r"(?:©|\(c\)|copyright\b)(?=[^\n]*\b(?:19|20)\d{2}\b)[^\n]{1,100}|all rights reserved\.?|"
    r"alle rechte vorbehalten\.?|todos los derechos reservados\.?|tous droits réservés\.?|"
    r"tutti i diritti riservati\.?|todos os direitos reservados\.?|alle rechten voorbehouden\.?",
    re.IGNORECASE,
)
_PRINTED = LazyPattern(
    r"(?:(?:strictly |private (?:and|&) )?confidential(?:\s*[-–—:|•,/(.!][^\n]{0,80})?|"
    r"(?:printed|retrieved|downloaded|accessed) (?:from|on|at)\b[^\n]{0,40}(?:www\.|https?://|\d{4})[^\n]{0,60}|"
    r"(?:(?:v|ver(?:sion)?|rev(?:ision)?|draft)\.?\s?\d[\w.]{0,10}\s*[-–—|•,(]\s*)?last (?:edited|updated|modified|"
    r"revised|saved|changed|reviewed)\b(?=[^\n]*\d)[^\n]{0,60}|(?:←|«|‹|<)\s*(?:previous|prev|back|older)\b[^\n]{0,80}|"
    r"(?:next|newer)\b[^\n]{0,80}(?:→|»|›|>)|(?:previous|next)(?: (?:chapter|lesson|session))?: [^\n]{0,80}[^.!?\n])",
    re.IGNORECASE,
)
_REPEATED = 2


def without_furniture(page: Manuscript) -> None:
    """Leave out what belongs to a page and not to the words, in place."""
    heads = _running_heads(page)
    numbers = _page_numbers(page)
    contents = _contents(page)
    several = sum(block.kind in SPOKEN_KINDS and _is_button(block.text) for block in page.blocks) >= _REPEATED
    found: list[DocumentBlock] = []
    for block in page.blocks:
        if block.kind is DocumentBlockKind.NOTE or block.kind is DocumentBlockKind.CUE or not has_words(block.text):
            found.append(block)
            continue
        lines = page.lines(block)
        buttons = several and all(_is_button(line.text) for line in lines)
        kept = [
            line
            for line in lines
            if (_is_one_word(line.text) and not buttons and _is_button(line.text))
            or not _is_left_out(page, line, heads, numbers, contents)
        ]
        found += [block] if len(kept) == len(lines) else [joined_lines(kept)] if kept else []
    page.blocks = found


def _is_button(text: str) -> bool:
    """Tell whether `text` is a button of a page, as “Share” and “Print” are."""
    bare = bare_text(text) if len(text) <= _LONGEST else ""
    return bool(bare) and not _is_sentence(bare) and bool(_SHARING.fullmatch(bare))


def _is_one_word(text: str) -> bool:
    """Tell whether a line is a single word, which is a button only among other ones."""
    return len(text.split()) == 1


def _is_left_out(
    page: Manuscript, line: DocumentBlock, heads: frozenset[str], numbers: frozenset[int], contents: frozenset[str]
) -> bool:
    text = line.text.strip()
    if len(text) > 2 * _LONGEST or not has_words(text):
        return False
    if _RIGHTS.fullmatch(bare_text(text)):
        take_credit(page, line, bare_text(text))
        return True
    why = _why_left_out(line, text, heads, numbers, contents)
    if why:
        page.leave_out(line, why)
    return bool(why)


def _why_left_out(
    line: DocumentBlock, text: str, heads: frozenset[str], numbers: frozenset[int], contents: frozenset[str]
) -> str:
    """Return why a line is left out; empty where it stays."""
    bare = bare_text(text)
    if contents and (_CONTENTS.fullmatch(line.text) or bare.rstrip(":") in contents):
        return "a line of the contents"
    if _PAGE.fullmatch(text) or (line.place in numbers and _NUMBER.fullmatch(text)):
        return "a page number"
    if line.kind is DocumentBlockKind.ITEM and _ITEM_PAGE.fullmatch(text):
        return "a page number"
    foot = _NUMBERED_FOOT.fullmatch(text)
    if _without_number(text) in heads or (foot and is_title_case(foot["name"]) and not SECTION_NAME.match(text)):
        return "stands above or below every page"
    return "" if line.kind in HEADING_KINDS else _furniture_by_itself(text, bare)


def _furniture_by_itself(text: str, bare: str) -> str:
    """Return why a line is left out that shows by itself that it is no part of the words."""
    if _ADDRESS.fullmatch(text):
        return "an address"
    if _is_sentence(bare):
        return "a reference" if _REFERENCE.fullmatch(text) else ""
    if _DATED.fullmatch(bare):
        return "a date"
    if _SHARING.fullmatch(bare) or _PRINTED.fullmatch(bare):
        return "belongs to the page, not to the practice"
    if _FORM.fullmatch(bare):
        return "the number of a form"
    return "a reference" if _REFERENCE.fullmatch(text) else ""


def _is_sentence(text: str) -> bool:
    """Tell whether `text` ends with a full stop, as no button of a page does."""
    return text.endswith((".", "!", "?")) and not text.endswith("..")


def _without_number(line: str) -> str:
    return (
        " ".join(re.sub(rf"(?:{_PAGE_WORD}\s*)?\b\d{{1,4}}\b", "", line, flags=re.IGNORECASE).split())
        .strip(" |•-–—")
        .lower()
    )


def _running_heads(page: Manuscript) -> frozenset[str]:
    """Return the lines, without their page numbers, that stand on several pages."""
    numbered: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    lines = [line for block in page.blocks if has_words(block.text) for line in page.lines(block)]
    before: DocumentBlock | None = None
    for line, after in with_next(lines):
        above, before = before, line
        text = line.text.strip()
        if len(text) > _LONGEST:
            continue
        stem = _without_number(text)
        if not has_words(stem):
            continue
        if not sentence_ends(text) and _NUMBERED_HEAD.search(text):
            numbered[stem] += 1
        elif any(each is not None and _PAGE.fullmatch(each.text.strip()) for each in (above, after)):
            beside[stem] += 1
    pages = {stem for stem, times in (numbered + beside).items() if times >= _REPEATED}
    return frozenset(pages)


def _page_numbers(page: Manuscript) -> frozenset[int]:
    """Return where numbers stand alone that count pages: they rise by one, with words between them."""
    found: list[tuple[int, int, int]] = []
    at = 0
    for block in page.blocks:
        for line in page.lines(block):
            at += 1
            if _NUMBER.fullmatch(line.text) and block.kind is DocumentBlockKind.TEXT:
                found.append((at, int(line.text), line.place))
    rising = all(b[1] == a[1] + 1 and b[0] > a[0] + 1 for a, b in pairwise(found))
    alone = len(found) == 1 and found[0][0] == at
    return frozenset(place for *_, place in found) if rising and (len(found) >= _REPEATED or alone) else frozenset()


def _contents(page: Manuscript) -> frozenset[str]:
    """Return the heading of a list of contents, in any spelling, where there is such a list; else nothing."""
    listed = sum(
        len(line) <= _LONGEST and bool(_CONTENTS.fullmatch(line))
        for block in page.blocks
        if block.kind in SPOKEN_KINDS
        for line in block.text.split("\n")
    )
    if listed < _REPEATED:
        return frozenset()
    titles = (
        bare_text(line).rstrip(":") for block in page.blocks for line in block.text.split("\n") if len(line) < _LONGEST
    )
    return frozenset(["", *(title for title in titles if _CONTENTS_HEADING.fullmatch(title))])
