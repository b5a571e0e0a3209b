"""What mends a diagnostic of the format: cues, blocks, front matter, signs that are not spoken."""

import json
import re
from collections.abc import Callable, Iterator

from feltsense.authoring.fix_case import Fix, FixCase
from feltsense.authoring.text_change import TextChange, change_between, set_key

_MEANT = re.compile(r"Did you mean (?:“(?P<name>[^”]+)”|(?P<cue>\[[^\]]+\]))\?")
_WRITTEN = re.compile(r"[Ww]rite (?P<cue>\[[^\]]+\])")
_FITTING = re.compile(r"(?:Write|Declare it in the front matter:) (?P<lines>(?P<key>pace|language): [\w-]+)\b")
_VOICE = re.compile(r"Did you mean (?P<name>[\w.-]+(?::[\w.-]+)?)\?")
_FRONT = re.compile(r"Write “(?P<lines>minutes: [^”]+)”")
_READINGS = re.compile(r"as in (?P<one>.+) or (?P<other>.+)\.$")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]+)\]")
_HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
_INDENTED = re.compile(r"[ \t]+(?P<rest>[A-Za-z_]\w*:(?:\s.*)?)$")
_UNQUOTED = re.compile(r"(?P<key>[A-Za-z_]\w*):[ \t]+(?P<value>[^\"'\[{|>\s].*?)[ \t]*$")
_FRONT_LINE = re.compile(r"[\w#\"'-][\w \"'-]*:(?:\s|$)|[ \t]+\S|- |#")


def unknown_cue(case: FixCase) -> Iterator[Fix]:
    """Yield what brackets may have been meant as."""
    meant = _MEANT.match(case.found.hint) or _WRITTEN.search(case.found.hint)
    if meant and meant["cue"]:
        yield case.replaced("put this in its place", meant["cue"])
    inner = case.words.strip("[]").strip()
    if case.line.strip() == case.words:
        yield case.as_note(inner)
    yield case.replaced("have it spoken, without brackets", inner)
    yield case.taken_out()


def written_cue(case: FixCase) -> Iterator[Fix]:
    """Yield the cue that a hint writes out."""
    written = _WRITTEN.search(case.found.hint)
    if written and "with its length" not in case.found.hint:
        yield case.replaced("put this in its place", written["cue"])


def _spare_or_cue(case: FixCase) -> Iterator[Fix]:
    yield from written_cue(case)
    yield case.taken_out()


def _spare(case: FixCase) -> Iterator[Fix]:
    yield case.taken_out()


def _heading_length(case: FixCase) -> Iterator[Fix]:
    yield from written_cue(case)
    front = _FRONT.match(case.found.hint)
    if front:
        bare = case.taken_out().change.apply(case.text)
        after = set_key(bare, "minutes", front["lines"]).apply(bare)
        yield Fix("write it as the length that is offered", front["lines"], change_between(case.text, after))
    yield case.taken_out()


def _struck(case: FixCase) -> Iterator[Fix]:
    yield case.taken_out()
    yield case.replaced("have it spoken", case.words.strip("~").strip())


def _link(case: FixCase) -> Iterator[Fix]:
    words = _LINK.match(case.words)
    if words:
        yield case.replaced("write the words alone", words["words"])


def _date(case: FixCase) -> Iterator[Fix]:
    readings = _READINGS.search(case.found.hint)
    if readings:
        yield from (case.replaced(f"write {words}", words) for words in readings.groups())


def _unclosed_block(case: FixCase) -> Iterator[Fix]:
    heading = _HEADING.search(case.text, case.whole[1])
    place = heading.start() if heading else len(case.text)
    body = case.text[:place].rstrip("\n")
    gap = "\n\n" if heading else "\n"
    yield Fix("close it at the end of its section", "[end]", TextChange(len(body), place, f"\n[end]{gap}"))


def _unclosed_comment(case: FixCase) -> Iterator[Fix]:
    end = case.whole[1]
    yield Fix("close it at the end of its line", "-->", TextChange(end, end, " -->"))


def _unclosed_front_matter(case: FixCase) -> Iterator[Fix]:
    """Yield the fence, below the last line that looks like one of front matter."""
    lines = case.text[case.start :].split("\n")
    count = next((n for n in range(1, len(lines)) if not _FRONT_LINE.match(lines[n])), len(lines))
    end = min(len(case.text), case.start + sum(len(line) + 1 for line in lines[:count]))
    newline = "" if case.text[:end].endswith("\n") else "\n"
    yield Fix("end it here", "---", TextChange(end, end, f"{newline}---\n"))


def _not_yaml(case: FixCase) -> Iterator[Fix]:
    """Yield what is mostly meant: a key that stands at the line's start, a text in quotes."""
    key = _INDENTED.match(case.line)
    if key:
        yield Fix("begin it at the start of its line", key["rest"], TextChange(*case.whole, key["rest"]))
    value = _UNQUOTED.match(case.line)
    if value:
        quoted = json.dumps(value["value"], ensure_ascii=False)
        line = f"{value['key']}: {quoted}"
        yield Fix("put the text in quotes", line, TextChange(*case.whole, line))


def _unknown_key(case: FixCase) -> Iterator[Fix]:
    meant = _MEANT.match(case.found.hint)
    if meant and meant["name"]:
        yield case.replaced("write this key", meant["name"])
    yield Fix("make it a comment", f"#{case.line}", TextChange(case.start, case.start, "#"))


def _wrong_value(case: FixCase) -> Iterator[Fix]:
    meant = _MEANT.match(case.found.hint)
    if meant and meant["name"]:
        yield case.replaced("write this", meant["name"])


def _unfit_voice(case: FixCase) -> Iterator[Fix]:
    """Yield the voice that was meant, its slowest pace, or the language that it speaks and the script is in."""
    meant = _VOICE.match(case.found.hint)
    if meant:
        line = f"voice: {meant['name']}"
        yield Fix("write this voice", line, set_key(case.text, "voice", line))
    fitting = _FITTING.match(case.found.hint)
    if fitting:
        does = "write the slowest pace of this voice" if fitting["key"] == "pace" else "declare it in the front matter"
        yield Fix(does, fitting["lines"], set_key(case.text, fitting["key"], fitting["lines"]))


FORMAT_FIXES: dict[str, Callable[[FixCase], Iterator[Fix]]] = {
    "S010": _unclosed_front_matter,
    "S011": _not_yaml,
    "S013": _unknown_key,
    "S014": _wrong_value,
    "S016": _spare,
    "S017": _spare,
    "S020": unknown_cue,
    "S021": _spare,
    "S022": written_cue,
    "S024": written_cue,
    "S028": _unfit_voice,
    "S030": _unclosed_block,
    "S031": _spare,
    "S034": _spare,
    "S036": _spare_or_cue,
    "S040": _spare,
    "S041": _spare,
    "S042": _link,
    "S044": _unclosed_comment,
    "S046": _struck,
    "S051": _spare_or_cue,
    "S052": _heading_length,
    "S053": _date,
}
"""By code."""
