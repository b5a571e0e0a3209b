"""Files of data (JSON, YAML, TOML, CSV): recognised by their content, and parsed within bounds.

Only what cannot be prose is taken for data: JSON and TOML that parse as a whole, YAML and CSV with the names that
scripts in them have.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from feltsense.errors import ImportingError
from feltsense.importing.document import TableCell
from feltsense.script.lazy_pattern import LazyPattern

DEEPEST = 40
"""Lists and groups in one another."""
MOST_YAML = 300_000
"""Characters of YAML; its parser takes a second for a million."""
_LINES = LazyPattern(r"\r\n?")
_FENCED = LazyPattern(r"\s*```(?:json|ya?ml|toml|csv)?[ \t]*\n(?P<inner>.*)\n```\s*", re.DOTALL | re.IGNORECASE)
_LIKE_JSON = LazyPattern(r"(?:\[\s*)*\{\s*(?:\"(?:[^\"\\\n]|\\.){0,200}\"\s*:|\}\s*[,\]])")
_CONTAINERS = (
    "segments|steps|script|sections|phrases|lines|blocks|parts|content|items|cues|body|exercise|meditation|practice|"
    "dialogue|messages|transcript|paragraphs|sentences|schritte|pasos|étapes|etapes|passi|passos|stappen"
)
_TEXTS = (
    "text|say|type|speech|pause|words|narration|voice|instruction|content|role|speaker|start|title|section|testo|texto|"
    "texte|tekst"
)
_LIKE_YAML = LazyPattern(
    rf"(?m)^(?:[ \t]{{0,20}}(?:{_CONTAINERS}):[ \t]*(?:#[^\n]*)?$|[ \t]{{0,20}}- (?:{_TEXTS}):[ \t])"
)
_LIKE_TOML = LazyPattern(r"(?m)^(?:\[\[[\w. -]{1,60}\]\][ \t]*$|[\w-]{1,60}[ \t]*=[ \t]*(?:[\"'\[\d]|true|false))")
_TRACK = LazyPattern(r"(?:\d{1,6}\.\d{1,9}\t\d{1,6}\.\d{1,9}\t[^\n]+\n?)+")
_WAY_OUT = "Paste its words into a text file, and import that."


@dataclass(frozen=True, slots=True)
class DataFile:
    """What a file of data holds."""

    form: str
    """Its name: JSON, YAML, TOML, CSV."""
    text: str
    """The text that was parsed, line ends unified."""
    data: Any = None
    """Lists, groups with names, texts, numbers."""
    rows: tuple[tuple[TableCell, ...], ...] = ()
    """Of a table, its heads first."""


def not_read(form: str, why: str = "and what is spoken could not be found in it") -> ImportingError:
    """Return the refusal of a file of data: its name, and the way out."""
    return ImportingError(f"This is a {form} file, {why}.", _WAY_OUT)


def data_file(text: str) -> DataFile | None:
    """Return the data in `text`; None when it is none.

    Raises:
        ImportingError: it is meant as data and broken, or it holds too much.
    """
    fenced = _FENCED.fullmatch(text)
    plain = _LINES.sub("\n", fenced["inner"] if fenced else text).lstrip("\ufeff")
    start = plain.lstrip()[:1]
    if start in ("[", "{"):
        return _json(plain)
    return _yaml(plain) or _toml(plain) or _csv(plain)


def _json(text: str) -> DataFile | None:
    try:
        return DataFile("JSON", text, _parsed(text))
    except RecursionError:
        raise not_read("JSON", "nested too deeply to be read") from None
    except ValueError as error:
        if not _LIKE_JSON.match(text.lstrip()):
            return None
        line = getattr(error, "lineno", 0)
        raise not_read(
            "JSON", f"and there is a mistake in its line {line}" if line else "with a mistake in it"
        ) from error


def _parsed(text: str) -> Any:
    """Return what JSON says, or several of them, one a line.

    Raises:
        ValueError: it is none.
    """
    try:
        return json.loads(text)
    except ValueError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
            raise
        return [json.loads(line) for line in lines]


def _yaml(text: str) -> DataFile | None:
    if not _LIKE_YAML.search(text) or _has_front_matter(text):
        return None
    import yaml  # noqa: PLC0415 - for such files only

    if len(text) > MOST_YAML:
        return None
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                raise not_read("YAML", "with parts that stand for others")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise not_read("YAML", "nested too deeply to be read")
        data = yaml.load(text, Loader=loader)  # noqa: S506 - the loader of texts, lists and groups alone
    except yaml.YAMLError:
        return None
    return DataFile("YAML", text, data) if isinstance(data, dict | list) else None


def _has_front_matter(text: str) -> bool:
    """Tell whether `text` begins with front matter, and there is something below it."""
    first, _, rest = text.lstrip().partition("\n")
    if first.strip() != "---":
        return False
    fence = re.search(r"(?m)^(?:---|\.\.\.)[ \t]*$", rest)
    return fence is not None and bool(rest[fence.end() :].strip())


def _toml(text: str) -> DataFile | None:
    if not _LIKE_TOML.search(text):
        return None
    import tomllib  # noqa: PLC0415 - for such files only

    try:
        return DataFile("TOML", text, tomllib.loads(text))
    except (ValueError, RecursionError):
        return None


def _csv(text: str) -> DataFile | None:
    if _TRACK.fullmatch(text.strip() + "\n"):
        lines = [line.split("\t", 2) for line in text.strip().split("\n")]
        return DataFile("CSV", text, [{"start": start, "end": end, "text": words} for start, end, words in lines])
    first = next((line for line in text.split("\n", 20) if line.strip() and not line.startswith("sep=")), "")
    for delimiter in ("\t", ";", ","):
        if delimiter not in first:
            continue
        rows = _rows(text, delimiter)
        if rows and _has_heads(rows):
            return DataFile("CSV", text, rows=rows)
    return None


def _rows(text: str, delimiter: str) -> tuple[tuple[TableCell, ...], ...]:
    import csv  # noqa: PLC0415 - for such files only

    reader = csv.reader(text.split("\n"), delimiter=delimiter, strict=True)
    rows: list[tuple[TableCell, ...]] = []
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row) and not row[0].startswith("sep="):
                rows.append(tuple(TableCell(cell.strip(), line) for cell in row))
            line = reader.line_num + 1
    except csv.Error:
        return ()
    return tuple(rows)


def _has_heads(rows: Sequence[Sequence[TableCell]]) -> bool:
    """Tell whether the first of some rows names columns that scripts have, and the others are as long."""
    from feltsense.importing.table_heads import (  # noqa: PLC0415 - for such files only
        ColumnRole,
        column_role,
        may_be_head,
    )

    heads = [cell.text for cell in rows[0]]
    roles = [column_role(head) for head in heads]
    known = sum(role is not ColumnRole.UNKNOWN for role in roles)
    spoken = ColumnRole.WORDS in roles or ColumnRole.EITHER in roles
    same = sum(len(row) == len(heads) for row in rows)
    plain = len(rows) > 1 and len(heads) > 1 and all(map(may_be_head, heads))
    return plain and spoken and known * 2 >= len(heads) and same >= 0.8 * len(rows)
