"""Plain text and Markdown to neutral blocks."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from feltsense.importing.characters import html_comments
from feltsense.importing.document import ChangeKind, Document, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.hyphens import join_hyphenated
from feltsense.importing.pipe_tables import pipe_table
from feltsense.importing.readers.chat_messages import without_chat
from feltsense.importing.readers.mail import without_mail
from feltsense.script import blocks as ours
from feltsense.script.blocks import MOST_OF_A_HEADING, BlockKind
from feltsense.script.comments import STRUCK
from feltsense.script.frontmatter import front_matter
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.source import Source, source_of
from feltsense.script.text import has_words

_LINES = LazyPattern("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_KEY_LINE = LazyPattern(r"[A-Za-z_][\w -]{0,40}:(?:\s|$)|- |#|\s")
_IMAGE = LazyPattern(r"!\[(?P<words>[^\[\]\n]*)\]\((?P<target>[^()\n]*)\)")
_LINK = LazyPattern(r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<target>[^()\s]*[./#:@][^()\s]*(?: \"[^\"()\n]*\")?)\)")
_DEFINITION = LazyPattern(
    r"(?m)^ {0,3}\[[^\[\]\n]+\]:[ \t]*(?:<[^<>\n]*>|[^\s./#:@]*[./#:@][^\s.][^\s]*)(?:[ \t]+[\"'(][^\n]*)?[ \t]*$"
)
"""The target of a link, by its name; “[Guide]: Notice your feet.” is none."""
_UNDERLINED = LazyPattern(
    r"(?:\A|(?<=\n\n))(?P<words>[^\W_][^\n]{2,80})\n(?P<line>~{4,100}|\^{4,100}|\+{4,100})[ \t]*(?=\n|\Z)"
)
"""A heading with signs below it that Markdown has not."""
_STRUCK_TAGS = LazyPattern(
    r"<(?P<tag>del|s|strike)(?:\s[^<>\n]{0,200})?>"
    r"(?P<words>(?:[^<\n]|\n(?![ \t]*\n)|<(?!/(?P=tag)\s*>)){0,2000}+)</(?P=tag)\s*>",
    re.IGNORECASE,
)
_TYPESETTING = LazyPattern(
    r"(?m)^[ \t]*\\(?:(?:new|clear)page|pagebreak|pagenumbering\{\w+\}|(?:big|med|small)skip|noindent|newline|"
    r"(?:vspace|hspace|thispagestyle|pagestyle|begin|end)\*?\{[^{}\n]{1,40}\}|tableofcontents|maketitle)[ \t]*$"
)
"""Commands of LaTeX between paragraphs."""
_CODED_CUE = LazyPattern(r"`(?P<cue>[\[(][^\[\]()`\n]{1,60}[\])])`")
"""A cue that is written as code."""
_TIME_BEFORE = LazyPattern(
    r"(?m)^[ \t]*(?P<time>(?:~ ?)?\d{1,3} ?(?:s|secs?|seconds?|sek|sekunden|segs?|segundos|secondi|secondes|"
    r"seconden)\b\.?)"
    r"[ \t]*[:–—-][ \t]+(?P<words>[^\W\d_][^\n]{1,300}[.!?…])[ \t]*$",
    re.IGNORECASE,
    needs=r"\d ?s",
)
"""What a line is given, before its words: “15 sec: Notice your soles.”; it is the silence behind them."""
_REVIEW = LazyPattern(r"(?m)^[ \t]*\[(?P<mark>[a-z])\](?P<words>[^\n]{2,300})$")
"""What a reviewer says at the foot of a document, by the letter that stands where it belongs."""
_FILE_NAME = LazyPattern(r"(?m)^[a-z]{2,20}(?:[-_][a-z]{2,20}){1,4}(?:[-_]\d{1,3})?:[ \t]+(?=[A-ZÀ-Þ\"“])")
"""The name of what is recorded from a line, as in “intro-welcome: Sit down.”"""
_LISTED_NUMBER = LazyPattern(r"(?m)^[ \t]*(?P<number>\d{1,2})[.)][ ]+(?=\S)", needs=r"\d[.)]")
"""The number of a list, as in “5. Deeper now.”"""
_FEWEST_OF_COUNTDOWN = 3
_ITEM_NUMBER = LazyPattern(
    r"(?m)^[ \t]*(?:(?P<number>\d{1,2})(?:[ ]?[-–]|/|[°º]\)?)|\((?P<round>\d{1,2}|[a-hA-H])\)|"
    r"(?P<letter>[a-hA-H])\))[ ]+"
    r"(?=[A-ZÀ-Þ¿¡])"
)
"""The number or the letter of a list, as in “1- Sit down.”, “1/ Sit down.”, “(1) Sit down.”, “a) Sit down.”"""
_LABEL_BELOW = LazyPattern(r"[A-ZÀ-Þ][^:.!?…\n]{1,60}:[ \t]*")
_SENTENCE_END = LazyPattern(r"[.!?…,;][\"'”’)\]*_]*\s*$")
_STEP = LazyPattern(r"\s*(?:step|part|phase|day|stage)\s*\d+\b", re.IGNORECASE)
_STRONG = LazyPattern(r"\*\*+|__(?=[^_]+__)|(?<=[^_\s])__(?!_)")
"""Signs of bold words; a heading is bold without them."""
_LONG = 100


def read(text: str) -> Document:
    """Return the blocks of plain text or Markdown; nothing tells the two apart, and both may be mixed."""
    changes: list[ImportChange] = []
    unified = _LINES.sub("\n", text)
    found = read_part(unified if unified.startswith("---\n") else without_mail(without_chat(unified, changes), changes))
    return replace(found, changes=(*changes, *found.changes))


def read_part(text: str) -> Document:
    """Return the blocks of a text that stands in another document, or of one that is known to be no mail."""
    unified = _LINES.sub("\n", text)
    front, start = _front(unified)
    changes: list[ImportChange] = []
    first = unified.count("\n", 0, start) + 1

    def joined(lines: int, before: str, after: str) -> None:
        changes.append(ImportChange(first + lines, ChangeKind.SIGNS, before, after))

    headed = _UNDERLINED.sub(_underlined, join_hyphenated(unified[start:], joined))
    if _count_up([_number(item) for item in _ITEM_NUMBER.finditer(headed)]):
        headed = _ITEM_NUMBER.sub(lambda item: f"{_number(item)}. ", headed)
    elif _count_down(_LISTED_NUMBER.findall(headed)):
        headed = _LISTED_NUMBER.sub(r"\g<number> – ", headed)
    if len(_TIME_BEFORE.findall(headed)) > 1:
        headed = _TIME_BEFORE.sub(r"\g<words> (\g<time>)", headed)
    headed = _without_review(headed) if "[a]" in headed else headed
    body = _without_targets(_on_one_line(_CODED_CUE.sub(r"\g<cue>", headed)), unified, start, changes)
    source = source_of("\n" * unified.count("\n", 0, start) + body)
    parts = _with_first_words(ours.blocks(source, source.text, 0), source.text)
    found = [each for part in parts for each in _blocks(source, part, changes)]
    return Document(tuple(found), tuple(changes), by_line=True, front_matter=front)


def read_head(text: str) -> Document:
    """Return the blocks of what stands above something else; a short line alone is the title of that."""
    found = read_part(text) if text.strip() else Document(())
    if len(found.blocks) != 1 or found.blocks[0].kind is not DocumentBlockKind.TEXT or not _is_title(text.strip()):
        return found
    return replace(found, blocks=(replace(found.blocks[0], kind=DocumentBlockKind.TITLE),))


def _front(text: str) -> tuple[str, int]:
    """Return front matter without its fences, and where the body starts; prose between two rules is none."""
    _, found, start = front_matter(source_of(text))
    if not start or any(each.code == "S010" for each in found):
        return "", 0
    inner = text[:start].strip().removeprefix("---").rstrip(".").removesuffix("---").strip("\n")
    lines = [line for line in inner.split("\n") if line.strip()]
    return (inner, start) if lines and all(map(_KEY_LINE.match, lines)) else ("", 0)


def _on_one_line(text: str) -> str:
    """Return `text` with every comment on one line, and as many lines as before."""
    parts, cursor = [], 0
    for start, end in html_comments(text):
        comment = text[start:end]
        parts += [text[cursor:start], " ".join(comment.split()), "\n" * comment.count("\n")]
        cursor = end
    return "".join([*parts, text[cursor:]])


def _without_review(text: str) -> str:
    """Return a text whose reviewers' words are notes, without the letters that stand where they belong."""
    said = {match["mark"]: match.start() for match in _REVIEW.finditer(text)}
    if "a" not in said or any(text.find(f"[{mark}]") >= at for mark, at in said.items()):
        return text
    noted = _REVIEW.sub(lambda match: f"\n> {match['words'].strip()}\n", text[said["a"] :])
    return re.sub(rf"\[[{''.join(said)}]\]", "", text[: said["a"]]) + noted


def _number(item: re.Match[str]) -> int:
    """Return the number of an item of a list; its letter is one as well."""
    written = item["number"] or item["round"] or item["letter"]
    return int(written) if written.isdigit() else 1 + "abcdefgh".index(written.lower())


def _count_up(counts: Sequence[int]) -> bool:
    """Tell whether numbers are those of lists, from 1 up; those of a countdown are said."""
    return len(counts) > 1 and all(after in (1, before + 1) for before, after in pairwise([0, *counts]))


def _count_down(numbers: Sequence[str]) -> bool:
    """Tell whether all numbers of lists are one countdown, which is said: a list does not keep its numbers."""
    counts = [int(number) for number in numbers]
    falls = all(after == before - 1 for before, after in pairwise(counts))
    return len(counts) >= _FEWEST_OF_COUNTDOWN and falls and counts[-1] <= 1


def _without_targets(body: str, whole: str, start: int, changes: list[ImportChange]) -> str:
    """Return `body` with links as their words, without pictures; report what is left out."""
    first = whole.count("\n", 0, start) + 1

    def left_out(match: re.Match[str], what: str) -> None:
        place = first + body.count("\n", 0, match.start())
        changes.append(ImportChange(place, ChangeKind.LEFT_OUT, match[0].strip(), what))

    for match in _IMAGE.finditer(body):
        left_out(match, "a picture")
    for match in _DEFINITION.finditer(body):
        left_out(match, "the target of a link")
    names = list(_FILE_NAME.finditer(body))
    for match in names if len(names) > 1 else ():
        left_out(match, "the name of a recording")
    if len(names) > 1:
        body = _FILE_NAME.sub("", body)
    for match in _TYPESETTING.finditer(body) if "\\" in body else ():
        left_out(match, "a command for typesetting")
    for match in (*STRUCK.finditer(body), *_STRUCK_TAGS.finditer(body)):
        left_out(match, "struck-through words")
    for match in _LINK.finditer(body):
        left_out(match, "a link; its words are kept")
    plain = _LINK.sub(lambda match: match["words"], _without_struck(_DEFINITION.sub("", _IMAGE.sub("", body))))
    if "\\" in plain:
        plain = _TYPESETTING.sub("", plain)
    return html.unescape(plain) if "&" in plain else plain


def _without_struck(text: str) -> str:
    for sign, pattern in (("~~", STRUCK), ("</", _STRUCK_TAGS)):
        if sign in text:
            text = pattern.sub(lambda match: "\n" * match[0].count("\n"), text)
    return text


def _underlined(match: re.Match[str]) -> str:
    fits = 2 * len(match["line"]) >= len(match["words"]) and not _SENTENCE_END.search(match["words"])
    return f"{match['words']}\n{'=' * len(match['line'])}" if fits else match[0]


def _blocks(source: Source, block: ours.Block, changes: list[ImportChange]) -> Iterator[DocumentBlock]:
    text = source.text[block.start : block.end]
    place = source.span(block.start, block.end).line
    match block.kind:
        case BlockKind.HEADING:
            yield DocumentBlock(DocumentBlockKind.HEADING, _STRONG.sub("", text), place, block.level)
        case BlockKind.NOTE:
            yield DocumentBlock(DocumentBlockKind.NOTE, text, place)
        case BlockKind.ITEM | BlockKind.LAST_ITEM:
            item, _, label = text.rpartition("\n")
            if item and _LABEL_BELOW.fullmatch(label) and source.text[block.end - len(label) - 1] == "\n":
                # “Face and jaw:” at the left edge names the next list
                yield DocumentBlock(DocumentBlockKind.ITEM, item, place, mark=_mark(source, block.start))
                yield DocumentBlock(DocumentBlockKind.TEXT, label, place + item.count("\n") + 1)
            elif dash := _dash_around(source.text, block):
                yield DocumentBlock(DocumentBlockKind.TEXT, f"{dash} {text}", place)
            else:
                yield DocumentBlock(DocumentBlockKind.ITEM, text, place, mark=_mark(source, block.start))
        case BlockKind.PAUSE:
            yield DocumentBlock(DocumentBlockKind.TEXT, text, place)
        case BlockKind.PARAGRAPH:
            yield from _tables(text, place, changes)


def _with_first_words(parts: Sequence[ours.Block], text: str) -> Iterator[ours.Block]:
    """Yield the blocks, a line “Pause” joined to the paragraph that goes on with it: “Pause / is what it does.”."""
    waiting: ours.Block | None = None
    for part in parts:
        if waiting and part.kind is BlockKind.PARAGRAPH and _goes_on(text, waiting, part):
            yield replace(part, start=waiting.start)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = part if part.kind is BlockKind.PAUSE else None
        if waiting is None:
            yield part
    if waiting:
        yield waiting


def _goes_on(text: str, pause: ours.Block, after: ours.Block) -> bool:
    plain = text[pause.end - 1].isalpha() and text[pause.start].isupper() and text[after.start].islower()
    return plain and text.count("\n", pause.end, after.start) == 1


def _mark(source: Source, start: int) -> str:
    line = source.text[source.starts[source.span(start, start).line - 1] : start].strip()
    return line.rstrip(".)") + "." if line[:1].isdigit() else "-"


_MOST_BETWEEN_DASHES = 5
"""Words of a direction between dashes, the last dash among them."""


def _dash_around(text: str, item: ours.Block) -> str:
    """Return the dash that stands before and behind the words of an item: “— in silence —”; empty for others."""
    words = text[item.start : item.end].rstrip()
    dash = text[: item.start].rstrip()[-1:]
    few = len(words.split()) <= _MOST_BETWEEN_DASHES and not re.search(r"[\n,;]", words)
    return dash if dash in ("–", "—") and words.endswith(dash) and few else ""


def _tables(text: str, place: int, changes: list[ImportChange]) -> Iterator[DocumentBlock]:
    """Yield the blocks of a paragraph, in which there may be tables."""
    lines = text.split("\n")
    while table := pipe_table(lines, place):
        if table.first:
            yield from _paragraphs("\n".join(lines[: table.first]), place)
        from feltsense.importing.tables import table_content  # noqa: PLC0415 - for texts with tables only

        content = table_content(table.rows, headed=table.headed)
        changes += content.changes
        yield from content.blocks
        lines, place = lines[table.last :], place + table.last
    if lines:
        yield from _paragraphs("\n".join(lines), place)


def _paragraphs(text: str, place: int) -> Iterator[DocumentBlock]:
    lines = text.split("\n")
    if len(lines) > 1 and (sum(map(len, lines)) / len(lines) > _LONG or all(map(_STEP.match, lines))):
        # each line is a paragraph of a program that wraps by itself
        for number, line in enumerate(lines):
            yield DocumentBlock(DocumentBlockKind.TEXT, line, place + number)
    else:
        yield DocumentBlock(DocumentBlockKind.TEXT, text, place)


def _is_title(text: str) -> bool:
    plain = has_words(text) and len(text) <= MOST_OF_A_HEADING and not re.search(r"[\n\[\]<>():]|pause", text.lower())
    return plain and not _SENTENCE_END.search(text)
