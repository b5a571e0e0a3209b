"""The front matter: YAML that is bounded, read safely, and checked key by key with its lines."""

import re
from collections.abc import Container, Iterable
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import Any

import yaml

from feltsense.script.diagnostics import Diagnostic, GrammarError, Severity, Span
from feltsense.script.fields import FIELDS, WANTED, FieldError
from feltsense.script.model import FrontMatter
from feltsense.script.source import Source
from feltsense.script.text import quoted

MOST_BYTES = 64 * 1024
MOST_DEPTH = 8

_FENCE = "---"
_FIRST_FENCE = re.compile(r"(?:[ \t]*\n)*---[ \t]*(?:\n|$)")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_OF_YAML: re.Pattern[str] = yaml.SafeLoader.NON_PRINTABLE
"""What YAML refuses."""
_NO_LINE_ENDS = dict.fromkeys(map(ord, "\r\x85\u2028\u2029\ufeff"), " ")
"""What YAML takes for line ends that no editor counts, or for a mark of bytes."""


def front_matter(source: Source) -> tuple[FrontMatter, tuple[Diagnostic, ...], int]:
    """Return what the script says about itself, what is wrong with it, and the offset where the body starts."""
    fence = _FIRST_FENCE.match(source.text)
    if fence is None:
        return FrontMatter(), (), 0
    first_line = source.text.count("\n", 0, fence.end()) + 1
    bounds = _rest_fenced(source, first_line)
    if bounds is None:
        message = "The front matter begins with --- and never ends."
        place = source.text.index(_FENCE)
        found = Diagnostic(
            "S010", Severity.ERROR, source.span(place, place + 3), message, "Write --- on a line of its own below it."
        )
        return FrontMatter(), (found,), len(source.text)
    end, body = bounds
    reader = _Reader(first_line)
    front = reader.read(_NOT_OF_YAML.sub(" ", source.text[fence.end() : end]).translate(_NO_LINE_ENDS))
    return front, tuple(sorted(reader.found, key=lambda d: d.span)), body


def _rest_fenced(source: Source, first_line: int) -> tuple[int, int] | None:
    """Return where the YAML that starts at `first_line` ends, and where the body starts."""
    for start in source.starts[first_line - 1 :]:
        stop = source.text.find("\n", start)
        line = source.text[start : stop if stop >= 0 else len(source.text)]
        if line.rstrip() in (_FENCE, "..."):
            return start, start + len(line) + (stop >= 0)
    return None


class _Reader:
    """Reads one front matter, whose YAML starts at `first_line`, and collects what is wrong with it."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.found: list[Diagnostic] = []

    def read(self, text: str) -> FrontMatter:
        try:
            _check_bounds(text)
            root = yaml.compose(text, Loader=_Loader)
        except _OutOfBoundsError as trouble:
            self._at(trouble, trouble.mark, trouble.mark)
            return FrontMatter()
        except yaml.MarkedYAMLError as error:
            problem = str(error.problem)
            mark = error.context_mark if "unexpected end" in problem else error.problem_mark
            self._not_yaml(_IN_WORDS.get(problem, problem), mark or error.problem_mark)
            return FrontMatter()
        except yaml.YAMLError:
            self._not_yaml("it cannot be read", None)
            return FrontMatter()
        if root is None:
            return FrontMatter()
        if not isinstance(root, yaml.MappingNode):
            self._not_yaml("it is no list of keys and values", root.start_mark)
            return FrontMatter()
        return self._from_mapping(root)

    def _from_mapping(self, root: yaml.MappingNode) -> FrontMatter:
        values: dict[str, Any] = {}
        for key, value in root.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            try:
                _check_key(name, values)
            except GrammarError as trouble:
                self._at(trouble, key.start_mark, key.end_mark)
                continue
            try:
                values[name] = FIELDS[name](value)
            except FieldError as trouble:
                self._at(trouble, trouble.node.start_mark, trouble.node.end_mark)
                values[name] = getattr(_DEFAULTS, name) if trouble.likely is None else trouble.likely
        line = next((self.first_line + key.start_mark.line for key, _ in root.value if key.value == "soundscape"), 0)
        return replace(FrontMatter(), **values, given=frozenset(values), soundscape_line=line)

    def _not_yaml(self, problem: str, mark: Any) -> None:
        hint = 'A line is “key: value”; a text with a colon in it, or with * or & before it, stands in "quotes".'
        self._at(GrammarError("S011", f"This is not understood: {quoted(problem, 200)}.", hint), mark, mark)

    def _at(self, trouble: GrammarError, mark: Any, end: Any) -> None:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        width = max(1, end.column - column) if end is not None and end.line == line else 1
        span = Span(self.first_line + line, column + 1, column + 1 + width)
        self.found.append(Diagnostic(trouble.code, Severity.ERROR, span, trouble.message, trouble.hint))


_DEFAULTS = FrontMatter()
_IN_WORDS = {
    "mapping values are not allowed in this context": "there is a second colon in this line",
    "found unexpected end of stream": "this quote is never closed",
    "found character that cannot start any token": "a tab, or a sign such as @ or %, cannot stand here",
    "could not find expected ':'": "there is no colon in this line",
    "did not find expected alphabetic or numeric character": "this sign cannot stand here",
}
"""What YAML says most often, for people who do not know that this is YAML."""


class _OutOfBoundsError(GrammarError):
    """The front matter is larger, deeper or more tangled than it may be, from `mark` on (None: all of it)."""

    def __init__(self, message: str, hint: str, mark: Any = None) -> None:
        super().__init__("S012", message, hint)
        self.mark = mark


def _check_bounds(text: str) -> None:
    if len(text.encode()) > MOST_BYTES:
        raise _OutOfBoundsError("The front matter is longer than 64 KiB.", "Move the text below it.")
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "Anchors and aliases (& and *) are not read."
            hint = "Write the value out, in quotes if it begins with * or &."
            raise _OutOfBoundsError(message, hint, event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            message = "The front matter is nested too deeply."
            raise _OutOfBoundsError(message, "Its values are plain texts and lists.", event.start_mark)


def _check_key(name: str, values: Container[str]) -> None:
    if name in values:
        raise GrammarError("S016", f"“{name}” stands here a second time.", "Keep one of them.")
    if name in FIELDS:
        return
    written = name[:40].lower().replace("-", "_").replace(" ", "_")
    near = [_MEANT[written]] if written in _MEANT else get_close_matches(written, FIELDS, n=1, cutoff=0.7)
    hint = f"Did you mean “{near[0]}”?" if near else f"Keys are: {', '.join(FIELDS)}."
    raise GrammarError("S013", f"“{quoted(name)}” is no key of the front matter.", hint)


_MEANT = {
    "background": "soundscape", "description": "summary", "duration": "minutes", "lang": "language",
    "length": "minutes", "music": "soundscape", "name": "title", "speed": "pace", "warnings": "cautions",
}  # fmt: skip
"""Words of other programs."""

_UNREAD = ("S010", "S011", "S012")


def missing(given: Container[str], found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return a warning of the keys that a library needs and that are not among the `given` ones.

    None where `found` tells that the front matter could not be read.
    """
    names = [name for name in WANTED if name not in given]
    if not names or any(diagnostic.code in _UNREAD for diagnostic in found):
        return ()
    listed = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0]
    hint = f"Write it between two lines of ---, as in “{names[0]}: …”. It plays without, too."
    return (Diagnostic("S015", Severity.WARNING, Span(1, 1, 2), f"The front matter does not say its {listed}.", hint),)


assert {f.name for f in fields(FrontMatter)} == {*FIELDS, "given", "soundscape_line"}  # noqa: S101 - one table for the keys, and it is whole
