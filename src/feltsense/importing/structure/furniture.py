"""Page furniture: running heads, page numbers, contents, form numbers, dates, addresses, sharing lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from feltsense.importing.document import DocumentBlock, DocumentBlockKind
from feltsense.importing.structure.head_matter import take_credit
from feltsense.importing.structure.lead_ins import BREATH
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    SPOKEN_KINDS,
    Manuscript,
    bare_text,
    is_title_case,
    joined_lines,
    sentence_ends,
    with_next,
)
from feltsense.importing.structure.metadata import author_of, byline
from feltsense.importing.structure.page_lines import gives_source, is_button, line_of_page
from feltsense.importing.structure.titles import SECTION_NAME
from feltsense.script.breath_phases import counts_a_part
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
    rf"(?:{_PAGE_WORD}|(?<!\d)(?<!\d )[|•–—-])\s*\d{{1,4}}\b(?![ -]?(?:s|m|x|se[ckg]\w*|min\w*|breaths?|counts?|"
    rf"times|rounds?|atemz\w+|mal|veces|fois|volte|vezes|keer)\b)|^\d{{1,4}}\s*[|•–—-](?!\s*\d)",
    re.IGNORECASE,
    needs=r"\d",
)
"""A line with the number of a page; “2-3 minutes” and “Hold – 4 seconds” have none."""
_DIGITS = LazyPattern(r"\d{1,4}")
_NUMBER = LazyPattern(r"\s*\d{1,3}\s*", needs=r"\d")
_CONTENTS = LazyPattern(
    r"\s*(?:[-*•]\s+|\d{1,2}[.)]?\s+)?(?P<name>[^\n]{2,90}?)\s*(?:\.(?:[ ]?\.){2,}|…{1,}(?:[ .…]*)|_{3,}|\t+|"
    r" {4,})[ .…]*(?P<page>\d{1,4}|[ivxl]{1,6})\s*"
)
_LEADER = LazyPattern(r"[ .…\t_]{2,}")
"""What stands between a name and its page, or between a breath and its count."""
_CONTENTS_HEADING = LazyPattern(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|índice|contenido|sommaire|table des matières|indice|sommario|"
    r"sumário|inhoud(?:sopgave)?",
    re.IGNORECASE,
)
_PAGE_AND_NAME = LazyPattern(
    rf"{_PAGE_WORD}\s*\d{{1,4}}(?:\s*(?:of|von|de|sur|di|van|/)\s*\d{{1,4}})?\s*[|•·–—-]\s*(?P<name>[^\n|]{{2,60}})|"
    rf"(?P<first>[^\n|]{{2,60}}?)\s*[|•·–—-]\s*{_PAGE_WORD}\s*\d{{1,4}}(?:\s*(?:of|von|de|sur|di|van|/)\s*\d{{1,4}})?",
    re.IGNORECASE,
    needs=r"\d",
)
"""A running head with the number of its page."""
_NUMBER_AND_NAME = LazyPattern(r"\d{1,3}\s*[|•]\s*(?P<name>[^\n|\d]{2,60})", needs=r"\d")
"""The same without a word for the page: “2 | The Quiet Lake”."""
_ITEM_PAGE = LazyPattern(r"\d{1,4}\s*[-–—]", needs=r"\d")
_NAME_AND_NUMBER = LazyPattern(r"(?P<name>[^\d|\t\n][^|\t\n]{1,60}?) \d{1,3}", needs=r"\d$")
_NUMBERED_FOOT = LazyPattern(
    r"(?P<name>[^\d|\t\n][^|\t\n]{1,60}?)(?: {3,}|[ ]?\t+[ ]?|[ ]+[|•·][ ]+)(?:page )?\d{1,4}",
    re.IGNORECASE,
    needs=r"\d",
)
"""The name of a text, then the number of the page."""
_HELPLINE = LazyPattern(
    r"(?:(?:life|help|hot|crisis |support |text ?)line|crisis|emergenc|samaritan|suicid|shout|ambulance|police|"
    r"notruf|seelsorge|krisen|emergencia|urgence|emergenza|emergência|telefono amico|cvv|sos|spoed|zelfmoord)\w*\b|"
    r"\b(?:988|911|999|112|111|3114|116[ -]?1\d\d)\b[^\n]*\b\d{3}\b",
    re.IGNORECASE,
)
"""A number to call, which stands behind a name as the number of a page does."""
_REPEATED = 2


def without_furniture(page: Manuscript) -> None:
    """Leave out what belongs to a page and not to the words, in place."""
    heads = _running_heads(page)
    numbers = _page_numbers(page)
    contents = _contents(page)
    buttons_found = (is_button(line.text) for block in page.blocks if _is_short(block) for line in page.lines(block))
    several = sum(buttons_found) >= _REPEATED
    found: list[DocumentBlock] = []
    begun = False
    for block in page.blocks:
        if block.kind is DocumentBlockKind.NOTE or block.kind is DocumentBlockKind.CUE or not has_words(block.text):
            found.append(block)
            continue
        lines = page.lines(block)
        buttons = several and all(is_button(line.text) for line in lines)
        kept = [
            line
            for line in lines
            if (_is_one_word(line.text) and not buttons and is_button(line.text))
            or (not begun and _names_author(line.text))
            or not _is_left_out(page, line, heads, numbers, contents)
        ]
        begun = begun or any(sentence_ends(line.text) for line in kept)
        found += [block] if len(kept) == len(lines) else [joined_lines(kept)] if kept else []
    page.blocks = found


def _is_short(block: DocumentBlock) -> bool:
    return block.kind in SPOKEN_KINDS and len(block.text) <= _LONGEST


def _names_author(text: str) -> bool:
    """Tell whether a line above the words says who wrote them: what it says belongs to the front matter."""
    bare = bare_text(text)
    return len(text) <= 2 * _LONGEST and bool(author_of(bare) or byline(bare))


def _is_one_word(text: str) -> bool:
    """Tell whether a line is a single word, which is a button only among other ones."""
    return len(text.split()) == 1


def _is_left_out(
    page: Manuscript, line: DocumentBlock, heads: frozenset[str], numbers: frozenset[int], contents: frozenset[str]
) -> bool:
    text = line.text.strip()
    if len(text) > 2 * _LONGEST or not has_words(text):
        return False
    if gives_source(text):
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
    if contents and (_is_entry(line.text) or bare.rstrip(":") in contents):
        return "a line of the contents"
    listed = line.kind is DocumentBlockKind.ITEM and _ITEM_PAGE.fullmatch(text)
    if listed or _PAGE.fullmatch(text) or (line.place in numbers and _NUMBER.fullmatch(text)):
        return "a page number"
    if (heads and _without_number(text) in heads) or (
        len(text) <= _LONGEST and _names_page(text, heads) and not _HELPLINE.search(text)
    ):
        return "stands above or below every page"
    return "" if line.kind in HEADING_KINDS else line_of_page(text, bare)


def _names_page(text: str, heads: frozenset[str]) -> bool:
    """Tell whether a line is a name with the number of a page, though it stands once only."""
    foot, counted = _NUMBERED_FOOT.fullmatch(text), _NAME_AND_NUMBER.fullmatch(text)
    if foot and is_title_case(foot["name"]) and not (SECTION_NAME.match(text) or BREATH.match(text)):
        return len(foot["name"].split()) > 1 or "page" in text.lower()  # “Squeeze | 5” counts
    if counted and f"{counted['name'].lower()} #" in heads:
        return True
    before = _NUMBER_AND_NAME.fullmatch(text)
    if before and f"# {before['name'].lower()}" in heads:
        return True
    named = _PAGE_AND_NAME.fullmatch(text)
    return named is not None and is_title_case(named["name"] or named["first"])


def _without_number(line: str) -> str:
    return (
        " ".join(re.sub(rf"(?:{_PAGE_WORD}\s*)?\b\d{{1,4}}\b", "", line, flags=re.IGNORECASE).split())
        .strip(" |•-–—")
        .lower()
    )


def _running_heads(page: Manuscript) -> frozenset[str]:
    """Return the lines, without their page numbers, that stand on several pages."""
    numbered: defaultdict[str, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
    beside: Counter[str] = Counter()
    lines = [line for block in page.blocks if has_words(block.text) for line in page.lines(block)]
    before: DocumentBlock | None = None
    for at, (line, after) in enumerate(with_next(lines)):
        above, before = before, line
        text = line.text.strip()
        if len(text) > _LONGEST:
            continue
        if not sentence_ends(text) and _NUMBERED_HEAD.search(text):
            numbered[_without_number(text)].append((at, tuple(map(int, _DIGITS.findall(text)))))
        elif any(each is not None and _PAGE.fullmatch(each.text.strip()) for each in (above, after)):
            beside[_without_number(text)] += 1
    times = beside + Counter({stem: len(found) for stem, found in numbered.items() if _count_pages(found)})
    pages = {stem for stem, count in times.items() if count >= _REPEATED and has_words(stem)}
    titles = {bare_text(block.text).lower() for block in page.blocks if block.kind in HEADING_KINDS}
    ending = (_NAME_AND_NUMBER.fullmatch(line.text.strip()) for line in lines if line.text[-1:].isdigit())
    again = {found["name"].lower() for found in ending if found and found["name"].lower() in titles}
    counted = (_NUMBER_AND_NAME.fullmatch(line.text.strip()) for line in lines if len(line.text) <= _LONGEST)
    named = {found["name"].lower() for found in counted if found and is_title_case(found["name"])}
    once = {f"# {name}" for name in named if len(named) == 1}  # other names with other numbers are steps
    return frozenset(pages | once | {f"{name} #" for name in again if len(name.split()) > 1})


def _count_pages(found: Sequence[tuple[int, tuple[int, ...]]]) -> bool:
    """Tell whether lines that are the same but for their numbers count pages: these rise, and words are between them.

    Args:
        found: for each, which line it is, and its numbers.
    """
    apart = all(after[0] > before[0] + 1 for before, after in pairwise(found))
    rising = all(before[1] <= after[1] for before, after in pairwise(found)) and found[0][1] != found[-1][1]
    return len(found) == 1 or (apart and rising)


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


def _is_entry(line: str) -> bool:
    """Tell whether a line is one of a list of contents; a breath and its count may stand apart as well."""
    entry = _CONTENTS.fullmatch(line)
    counted = entry and "." not in line and "…" not in line and BREATH.fullmatch(entry["name"])
    return entry is not None and not counted


def _contents(page: Manuscript) -> frozenset[str]:
    """Return the heading of a list of contents, in any spelling, where there is such a list; else nothing."""
    lines = (line for block in page.blocks if block.kind in SPOKEN_KINDS for line in block.text.split("\n"))
    listed = [line for line in lines if len(line) <= _LONGEST and _is_entry(line)]
    if len(listed) < _REPEATED or all(counts_a_part(_LEADER.sub(" ", line)) for line in listed):
        return frozenset()
    titles = (
        bare_text(line).rstrip(":") for block in page.blocks for line in block.text.split("\n") if len(line) < _LONGEST
    )
    return frozenset(["", *(title for title in titles if _CONTENTS_HEADING.fullmatch(title))])
