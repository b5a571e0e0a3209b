"""What mends a diagnostic: changes of the script, each with what it does in words. Nothing is changed here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from feltsense.authoring.analysis import ScriptAnalysis, suggest_rewording
from feltsense.authoring.length_fixes import length_fixes
from feltsense.authoring.text_change import TextChange, front_matter_lines, set_key
from feltsense.script.diagnostics import Diagnostic
from feltsense.timeline.lengths import LengthRange


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a diagnostic."""

    does: str
    """What it does, as a choice is worded: “put this in its place”."""
    shown: str
    """What stands in the script then; empty where that is plain."""
    change: TextChange


@dataclass(frozen=True, slots=True)
class _Case:
    """A diagnostic on its line as the text is now."""

    found: Diagnostic
    text: str
    start: int
    """Offset of its line."""
    line: str
    analysis: ScriptAnalysis

    @property
    def span(self) -> tuple[int, int]:
        """The offsets of what it is about."""
        end = min(self.found.span.end_column - 1, len(self.line))
        return self.start + self.found.span.column - 1, self.start + end

    @property
    def whole(self) -> tuple[int, int]:
        """The offsets of its line."""
        return self.start, self.start + len(self.line)


_MISSING_BEFORE = ("L11", "L12", "L13", "L14", "L29")
"""Rules about a sentence that is missing: their wording goes before what they are about."""
_MISSING_AT_END = ("L19",)
_NO_WORDING = ("L17", "L18", "L21", "L26")
"""Rules whose better wording is an example, and no sentence for this place."""
_CAUTION = re.compile(r"Add to the cautions: (?P<words>.+)")
_MEANT = re.compile(r"Did you mean (?:“(?P<name>[^”]+)”|(?P<cue>\[[^\]]+\]))\?")
_WRITTEN = re.compile(r"Write (?P<cue>\[[^\]]+\])")
_ADVICE = re.compile(r"(?:Let|Add|Move|Write|Give|Use|Put) ")
_PAUSE = re.compile(r"[ \t]*\[(?:(?:short|long) )?pause[^\]\n]*\]", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
_ANSWER_TIME = "[pause 10s]"


def fixes(found: Diagnostic, line: int, text: str, analysis: ScriptAnalysis) -> tuple[Fix, ...]:
    """Return the ways to mend a diagnostic, the likeliest first; none where only the writer can tell.

    Args:
        found: what was found in an analysis.
        line: where it stands now, from 1; the line is still the same.
        text: as it is edited now.
        analysis: the one that it was found in.
    """
    start = sum(len(each) + 1 for each in text.split("\n")[: line - 1])
    case = _Case(found, text, start, text[start:].partition("\n")[0], analysis)
    ways = _BY_CODE.get(found.code, _rewording if found.code.startswith("L") else _replaced)
    made = [*(_replaced(case) if found.replacement is not None else ()), *ways(case)]
    return tuple({fix.change: fix for fix in made if fix.change.apply(text) != text}.values())


def _replaced(case: _Case) -> Iterator[Fix]:
    if case.found.replacement is not None:
        yield Fix("put this in its place", case.found.replacement, TextChange(*case.span, case.found.replacement))


def _rewording(case: _Case) -> Iterator[Fix]:
    """Yield the better wording of a rule of language: in place of the sentence, or as the line that is missing."""
    found, caution = case.found, _CAUTION.match(case.found.hint)
    if caution:
        words = caution["words"]
        change = _add_caution(case.text, words[0].upper() + words[1:])
        yield Fix("put it among the cautions", change.text.strip("\n"), change)
    elif found.code in _MISSING_AT_END and not _ADVICE.match(found.hint):
        yield Fix("put this at the end", found.hint, _at_end(case.text, found.hint))
    elif found.code in _MISSING_BEFORE and not _ADVICE.match(found.hint):
        yield Fix("put this before it", found.hint, _before(case, found.hint))
    elif found.code not in _NO_WORDING:
        offer = suggest_rewording(replace(found, replacement=None), case.analysis)
        if offer is not None:
            change = TextChange(case.start + offer.column - 1, case.start + offer.end_column - 1, offer.text)
            yield Fix("put this in its place", offer.text, change)


def _time_to_answer(case: _Case) -> Iterator[Fix]:
    end = case.span[1]
    pause = _PAUSE.match(case.text, end)
    yield Fix("leave time to answer", _ANSWER_TIME, TextChange(end, pause.end() if pause else end, f" {_ANSWER_TIME}"))


def _unknown_cue(case: _Case) -> Iterator[Fix]:
    meant = _MEANT.match(case.found.hint)
    if meant and meant["cue"]:
        yield Fix("put this in its place", meant["cue"], TextChange(*case.span, meant["cue"]))
    inner = case.text[slice(*case.span)].strip("[]").strip()
    if case.line.strip() == case.text[slice(*case.span)]:
        yield Fix("make it a note, never spoken", f"> {inner}", TextChange(*case.whole, f"> {inner}"))
    yield Fix("have it spoken, without brackets", inner, TextChange(*case.span, inner))
    yield _taken_out(case)


def _written_cue(case: _Case) -> Iterator[Fix]:
    written = _WRITTEN.match(case.found.hint)
    if written:
        yield Fix("put this in its place", written["cue"], TextChange(*case.span, written["cue"]))


def _direction(case: _Case) -> Iterator[Fix]:
    """Yield what becomes of a line that is no speech: a silence of its own length, a note, nothing."""
    written = _WRITTEN.match(case.found.hint)
    if written and re.search(r"\d", case.line):
        yield Fix("make it a silence", written["cue"], TextChange(*case.whole, written["cue"]))
    yield Fix(
        "make it a note, never spoken", f"> {case.line.strip()}", TextChange(*case.whole, f"> {case.line.strip()}")
    )
    yield _taken_out(case)


def _taken_out(case: _Case) -> Fix:
    start, end = case.span
    alone = not case.line.replace(case.text[start:end], "", 1).strip()
    if alone:
        start, end = case.start, min(len(case.text), case.whole[1] + 1)
    elif case.text[start - 1 : start] == " " and case.text[end : end + 1] in (" ", "", "\n"):
        start -= 1
    return Fix("take it out", "", TextChange(start, end, ""))


def _only_taken_out(case: _Case) -> Iterator[Fix]:
    yield _taken_out(case)


def _unclosed_block(case: _Case) -> Iterator[Fix]:
    heading = _HEADING.search(case.text, case.whole[1])
    place = heading.start() if heading else len(case.text)
    body = case.text[:place].rstrip("\n")
    gap = "\n\n" if heading else "\n"
    yield Fix("close it at the end of its section", "[end]", TextChange(len(body), place, f"\n[end]{gap}"))


def _unclosed_comment(case: _Case) -> Iterator[Fix]:
    end = case.whole[1]
    yield Fix("close it at the end of its line", "-->", TextChange(end, end, " -->"))


def _unclosed_front_matter(case: _Case) -> Iterator[Fix]:
    """Yield the fence, below the last line that looks like one of front matter."""
    at = case.start
    lines = case.text[at:].split("\n")
    count = 1
    while count < len(lines) and re.match(r"[\w#\"'-][\w \"'-]*:(?:\s|$)|[ \t]+\S|- |#", lines[count]):
        count += 1
    end = at + sum(len(line) + 1 for line in lines[:count])
    end = min(end, len(case.text))
    newline = "" if case.text[:end].endswith("\n") else "\n"
    yield Fix("end it here", "---", TextChange(end, end, f"{newline}---\n"))


def _unknown_key(case: _Case) -> Iterator[Fix]:
    meant = _MEANT.match(case.found.hint)
    if meant and meant["name"]:
        yield Fix("write this key", meant["name"], TextChange(*case.span, meant["name"]))
    elif meant and meant["cue"]:
        return
    yield Fix("make it a comment", f"#{case.line}", TextChange(case.start, case.start, "#"))


def _wrong_value(case: _Case) -> Iterator[Fix]:
    meant = _MEANT.match(case.found.hint)
    if meant and meant["name"]:
        yield Fix("write this", meant["name"], TextChange(*case.span, meant["name"]))


def right_length(text: str, ranges: tuple[LengthRange, ...]) -> tuple[Fix, ...]:
    """Return what can be done where an offered length cannot be met.

    Args:
        text: as it is edited now.
        ranges: what is possible.
    """
    written = front_matter_lines(text).get("minutes", "")
    made = (Fix(does, lines, set_key(text, "minutes", lines)) for does, lines in length_fixes(written, ranges))
    return tuple(fix for fix in made if written and fix.change.apply(text) != text)


def _length(case: _Case) -> Iterator[Fix]:
    yield from right_length(case.text, case.analysis.ranges)


def _before(case: _Case, words: str) -> TextChange:
    start = case.span[0]
    if case.found.span.column == 1 and not case.line.startswith(("[", "- ", "* ")):
        return TextChange(start, start, f"{words}\n")
    pause = _PAUSE.search(case.line)
    if case.found.code == "L14" and pause and "silence" in case.found.message:
        start = case.start + pause.start()
        gap = "" if start == case.start else " "
        return TextChange(start, start, f"{gap}{words}{'' if gap else ' '}")
    return TextChange(start, start, f"{words} " if case.found.span.column > 1 else f"{words}\n\n")


def _at_end(text: str, words: str) -> TextChange:
    end = len(text.rstrip())
    return TextChange(end, len(text), f"\n\n{words}\n")


def _add_caution(text: str, words: str) -> TextChange:
    there = front_matter_lines(text).get("cautions", "")
    quoted = '"' + words.replace('"', "'") + '"'
    listed = re.search(r"\[(?P<inside>.*)\]\s*$", there, re.DOTALL)
    if listed:
        inside = listed["inside"].strip().rstrip(",")
        lines = f"cautions: [{inside}{', ' if inside else ''}{quoted}]"
    elif "\n" in there:
        lines = f"{there}\n  - {quoted}"
    else:
        lone = there.partition(":")[2].strip()
        lines = "cautions:" + (f"\n  - {lone}" if lone else "") + f"\n  - {quoted}"
    return set_key(text, "cautions", lines)


_BY_CODE: dict[str, Callable[[_Case], Iterator[Fix]]] = {
    "S010": _unclosed_front_matter,
    "S013": _unknown_key,
    "S014": _wrong_value,
    "S016": _only_taken_out,
    "S017": _only_taken_out,
    "S020": _unknown_cue,
    "S021": _only_taken_out,
    "S022": _written_cue,
    "S024": _written_cue,
    "S030": _unclosed_block,
    "S031": _only_taken_out,
    "S034": _only_taken_out,
    "S040": _only_taken_out,
    "S041": _only_taken_out,
    "S044": _unclosed_comment,
    "L17": _time_to_answer,
    "T01": _length,
    "T02": _direction,
}
