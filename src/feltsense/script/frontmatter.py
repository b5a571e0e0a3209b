"""The front matter: YAML that is bounded, read safely, and checked key by key with its lines."""

from collections.abc import Container, Iterator
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import Any

import yaml

from feltsense.script.diagnostics import Diagnostic, Severity, Span
from feltsense.script.fields import FIELDS, WANTED
from feltsense.script.grammar_error import GrammarError
from feltsense.script.model import FrontMatter
from feltsense.script.source import Source

MOST_CHARACTERS = 64 * 1024
MOST_DEPTH = 8

_FENCE = "---"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def front_matter(source: Source) -> tuple[FrontMatter, tuple[Diagnostic, ...], int]:
    """Return what the script says about itself, what is wrong with it, and the offset where the body starts."""
    lines = source.text.split("\n", 1)
    if lines[0].rstrip() != _FENCE:
        return FrontMatter(), (), 0
    bounds = _fenced(source)
    if bounds is None:
        message = "The front matter begins with --- and never ends."
        found = Diagnostic("S010", Severity.ERROR, Span(1, 1, 4), message, "Write --- on a line of its own below it.")
        return FrontMatter(), (found,), len(source.text)
    start, end, body = bounds
    reader = _Reader(source, start)
    front = reader.read(source.text[start:end])
    return front, tuple(sorted(reader.found, key=lambda d: d.span)), body


def _fenced(source: Source) -> tuple[int, int, int] | None:
    """Return where the YAML starts and ends, and where the body starts."""
    for start in source.starts[1:]:
        stop = source.text.find("\n", start)
        line = source.text[start : stop if stop >= 0 else len(source.text)]
        if line.rstrip() in (_FENCE, "..."):
            return source.starts[1], start, start + len(line) + (stop >= 0)
    return None


class _Reader:
    """Reads one front matter and collects what is wrong with it."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start
        self.found: list[Diagnostic] = []

    def read(self, text: str) -> FrontMatter:
        try:
            _check_bounds(text)
            root = yaml.compose(text, Loader=_Loader)
        except GrammarError as trouble:
            self._tell(trouble, 1, 3)
            return FrontMatter()
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            self._not_yaml(str(getattr(error, "problem", None) or "it cannot be read"), mark)
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
                self._at(trouble, key)
                continue
            try:
                values[name] = FIELDS[name](value)
            except GrammarError as trouble:
                self._at(trouble, value)
                values[name] = getattr(_DEFAULTS, name)
        return replace(FrontMatter(), **values, given=frozenset(values))

    def _not_yaml(self, problem: str, mark: Any) -> None:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        hint = 'A line is “key: value”; a text with a colon in it stands in "quotes".'
        self._tell(GrammarError("S011", f"This is not understood: {problem}.", hint), line + 2, column + 1)

    def _at(self, trouble: GrammarError, node: yaml.Node) -> None:
        mark, end = node.start_mark, node.end_mark
        width = end.column - mark.column if end.line == mark.line else 1
        self._tell(trouble, mark.line + 2, mark.column + 1, max(1, width))

    def _tell(self, trouble: GrammarError, line: int, column: int, width: int = 1) -> None:
        span = Span(line, column, column + width)
        self.found.append(Diagnostic(trouble.code, Severity.ERROR, span, trouble.message, trouble.hint))


_DEFAULTS = FrontMatter()


def _check_bounds(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise GrammarError("S012", "The front matter is longer than 64 KiB.", "Move the text below it.")
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise GrammarError(
                "S012",
                "Anchors and aliases (& and *) are not read.",
                "Write the value out, in quotes if it begins with * or &.",
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise GrammarError(
                "S012", "The front matter is nested too deeply.", "Its values are plain texts and lists."
            )


def _check_key(name: str, values: Container[str]) -> None:
    if name in values:
        raise GrammarError("S016", f"“{name}” stands here a second time.", "Keep one of them.")
    if name in FIELDS:
        return
    near = get_close_matches(name.lower().replace("-", "_"), FIELDS, n=1, cutoff=0.6)
    hint = f"Did you mean “{near[0]}”?" if near else f"Keys are: {', '.join(FIELDS)}."
    raise GrammarError("S013", f"“{name[:40]}” is no key of the front matter.", hint)


def missing(given: Container[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each key that a library needs and that is not among the `given` ones."""
    for name in WANTED:
        if name not in given:
            message = f"The front matter does not say its {name}."
            yield Diagnostic("S015", Severity.WARNING, Span(1, 1, 2), message, f"Add a line “{name}: …” to it.")


assert {f.name for f in fields(FrontMatter)} == {*FIELDS, "given"}  # noqa: S101 - one table for the keys, and it is whole
