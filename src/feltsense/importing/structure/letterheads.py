"""Letterheads: the name of a practice, its address, its telephone. They stand above the title, or at the foot."""

import re
from itertools import islice, takewhile

from feltsense.importing.document import DocumentBlock, DocumentBlockKind
from feltsense.importing.structure.guidance import begins_as_guidance
from feltsense.importing.structure.manuscript import Manuscript, bare_text, joined_lines, sentence_ends
from feltsense.importing.structure.titles import is_like_a_title
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_NUMBER = r"[+(]?\d[\d ()./-]{5,20}\d"
_STREET_NAMED_AFTER = r"(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|laan|straat|gracht)\.?"
_STREET_NAMED_BEFORE = r"(?:Calle|C/|Av\.|Avenida|Avda\.|Via|Viale|Piazza|Rue|Rua|Plaza|Place)"
_STREET = (
    r"\d{1,5}[a-z]? (?:[NSEW]\.? )?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3} (?:Street|St|Road|Rd|Lane|Ln|Avenue|"
    r"Ave|Drive|Dr|Boulevard|Blvd|Way|Square|Sq|Place|Pl|Court|Ct|Terrace|Crescent|Close|Row|Hill|Parkway|Pkwy)\b\.?|"
    rf"[A-ZÀ-Þ][\wß-]*{_STREET_NAMED_AFTER} \d{{1,4}}[a-z]?|"
    rf"{_STREET_NAMED_BEFORE} [A-ZÀ-Þ][^\n,|]{{2,40}},? (?:n\.? ?)?\d{{1,4}}|"
    r"\d{1,4},? (?:rue|avenue|boulevard|place) [^\n,|]{2,40}|(?:Suite|Unit|Floor|P\.? ?O\.? Box) \d{1,5}"
)
_TOWN = (
    r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b\d{4} ?[A-Z]{2} [A-ZÀ-Þ]\w+|"
    r"\b(?:[A-Z]{1,2}-)?\d{5} [A-ZÀ-Þ][a-zà-ÿ]+"
)
_REACHED = (
    rf"\b(?:tel|telephone|phone|ph|fax|mobile|mob|cell|telefon|teléfono|téléphone|telefono|telefone|telefoon|office)"
    rf"\b\.?:? ?{_NUMBER}|(?:^|[|•·,] ?){_NUMBER}(?= *(?:$|[|•·,]))|[\w.+-]{{1,64}}@[\w-]+\.[\w.-]+|"
    r"\b(?:https?://|www\.)[^\s<>|]+|\b(?:web(?:site|page)?|e-?mail|internet):? \S+\.\w+"
)
_CONTACT = LazyPattern(
    rf"{_STREET}|{_TOWN}|(?i:{_REACHED})",
    needs=r"\d{4}|\d[a-z]? [A-ZÀ-Þ]|\d,? (?:rue|ave|boul|place)|[A-Z]\d|\d[\d ()./-]{5}|@|://|"
    rf"(?i:www\.|web|mail|internet)|{_STREET_NAMED_AFTER} \d|{_STREET_NAMED_BEFORE} [A-ZÀ-Þ]|"
    r"(?:Unit|Floor|Box|Suite) \d",
)
_ASKS = LazyPattern(
    r"\b(?:call|text|ring|dial|reach|phone us|contact|visit|write|if you|go to|come|help|you|"
    r"helplines?|hotlines?|lifelines?|samaritans|crisis|suicide|emergency|notruf|(?:telefon)?seelsorge|emergencias?|"
    r"urgences?|emergenza|noodnummer)\b|[?!]$",
    re.IGNORECASE,
)
"""Words of a sentence that tells the listener whom to call."""
_ORGANISATION = LazyPattern(
    r"\b(?:Counsell?ing|Psychotherap\w*|Psycholog\w*|Hypnotherapy|Hypnosis|Therapy|Therapies|Clinic|Hospitals?|"
    r"NHS|Trust|"
    r"Cent(?:re|er)|Services?|Associates|Institute?|University|Universität|Department|Dept|Foundation|Group|School|"
    r"Practice|LLC|Ltd|Limited|Inc|PLLC|GmbH|e\. ?V|Praxis\w*|Klinik\w*|Krankenhaus|Hôpital|Clínica|Centro|Studio|"
    r"Dr|Ph\.?D|L[CMP]\w{2}|Health(?:care)?|Wellness|Yoga)\b"
)
_INSTITUTION = LazyPattern(
    r"\b(?:NHS|Hospitals?|Trust|Clinic|University|Universität|Department of|Foundation|Services|Associates|LLC|Ltd|Inc|"
    r"PLLC|GmbH|Klinik\w*|Krankenhaus|Hôpital|Clínica)\b"
)
_PAPER = LazyPattern(
    r"(?:(?:patient|client|service user|carer|self[- ]help)s?'?s? )?(?:(?:information|info|fact|advice) )?"
    r"(?:leaflet|sheet|factsheet|handout|worksheet|booklet)s?(?: \d{1,3})?|"
    r"(?:patient|client) (?:information|education|resources?)(?: (?:leaflet|sheet|handout))?|"
    r"(?:patienten|klienten)information|information für patient\w+|información para pacientes|"
    r"informations? (?:pour le |aux )?patients?",
    re.IGNORECASE,
)
_LONGEST, _MOST_LINES = 120, 9
_WHY = "belongs to a letterhead"


def without_letterhead(page: Manuscript) -> None:
    """Leave out the letterhead at the top, and lines anywhere that give an address with a number, in place."""
    head = _letterhead(page)
    found: list[DocumentBlock] = []
    for block in page.blocks:
        if block.kind not in (DocumentBlockKind.TEXT, DocumentBlockKind.HEADING) or not has_words(block.text):
            found.append(block)
            continue
        lines = page.lines(block)
        kept: list[DocumentBlock] = []
        for line in lines:
            if line.text in head or _is_address(line.text):
                page.leave_out(line, _WHY)
            else:
                kept.append(line)
        found += [block] if len(kept) == len(lines) else [joined_lines(kept)] if kept else []
    page.blocks = found


def _letterhead(page: Manuscript) -> frozenset[str]:
    """Return the lines of the letterhead that the document begins with."""
    top = list(islice(_first_lines(page), _MOST_LINES))
    contacts = [at for at, line in enumerate(top) if _contacts(line)]
    papers = {line for line in top if _PAPER.fullmatch(bare_text(line))}
    last = max(contacts, default=-1)
    titled = any(
        is_like_a_title(line, told=True) and not begins_as_guidance(line)
        for line in top[last + 1 :]
        if line not in papers
    )
    if last < 0:
        names = [line for line in takewhile(_INSTITUTION.search, top) if not sentence_ends(line)]
        named = any(line not in papers for line in top[len(names) :])
        return frozenset({*names, *papers} if names and named else papers)
    organised = _ORGANISATION.search(top[0]) is not None
    if contacts[0] == 0 or (titled and (organised or len(contacts) > 1)):
        return frozenset({*top[: last + 1], *papers})
    return frozenset({*(top[at] for at in contacts if organised or len(contacts) > 1), *papers})


def _first_lines(page: Manuscript) -> list[str]:
    """Return the short lines that stand before the first sentence."""
    found: list[str] = []
    for block in page.blocks[:_MOST_LINES]:
        if block.kind is not DocumentBlockKind.TEXT or block.spoken:
            if has_words(block.text):
                break
            continue
        for line in page.lines(block):
            if len(line.text) > _LONGEST or (sentence_ends(line.text) and _contacts(line.text) < 2):
                return found
            found.append(line.text)
    return found


def _contacts(line: str) -> int:
    """Return how many addresses and numbers stand in a line; none in a sentence about whom to call."""
    if len(line) > _LONGEST or _ASKS.search(line):
        return 0
    return sum(1 for _ in _CONTACT.finditer(line))


def _is_address(line: str) -> bool:
    """Tell whether a line gives several addresses and numbers and says nothing else."""
    return _contacts(line) > 1 and not (sentence_ends(line) and len(line.split()) > 14)
