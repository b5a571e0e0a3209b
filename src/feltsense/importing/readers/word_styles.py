"""What the styles of a Word file say of its paragraphs and letters, with what each is derived from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from feltsense.importing.readers.rich_text import HIDDEN, STRUCK, Letters
from feltsense.importing.readers.style_names import StyleRole, style_role

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_OFF = ("0", "false", "none", "off")
_TOGGLES = {f"{W}{name}": name for name in ("b", "i", "strike", "dstrike", "vanish")}
"""Properties that a style of letters turns round where the paragraph's style has them on."""
_SIZE, _LANGUAGE, _STYLE = f"{W}sz", f"{W}lang", f"{W}rStyle"
_BODY_LEVEL = 9
"""Of an outline; it says that a paragraph is no heading."""
_DEEPEST = 30
"""Styles that one may be derived from."""


class NumberKey(NamedTuple):
    """Where a paragraph stands in a list: the list's number and the level, from 0."""

    number: str
    level: int


@dataclass(slots=True)
class ParagraphStyle:
    """A style of paragraphs with all that it inherits."""

    role: StyleRole = StyleRole.BODY
    level: int = 0
    """Of a heading; 1 is the highest."""
    number: NumberKey | None = None
    toggles: frozenset[str] = frozenset()
    size: float = 0.0
    language: str = ""


@dataclass(slots=True)
class _Style:
    name: str
    based_on: str
    element: Any
    toggles: dict[str, bool] = field(default_factory=dict)
    size: float = 0.0
    language: str = ""


class WordStyles:
    """The styles of a file."""

    def __init__(self, root: Any) -> None:
        """Read the part that holds them; None where a file has none."""
        self._styles: dict[str, _Style] = {}
        self._default = ""
        """The id of the style that paragraphs have which name none."""
        self._size = 10.0
        self._language = ""
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._letters: dict[tuple[str, str], tuple[frozenset[str], float, str]] = {}
        for each in root if root is not None else ():
            if each.tag == f"{W}style":
                self._add(each)
            elif each.tag == f"{W}docDefaults":
                properties = each.find(f"{W}rPrDefault/{W}rPr")
                _, size, self._language = _run_properties(properties)
                self._size = size or self._size

    def paragraph(self, key: str) -> ParagraphStyle:
        """Return a style by its id; the file's own for an empty one."""
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolved(key)
        return self._paragraphs[key]

    def letters(self, paragraph: str, properties: Any) -> Letters:
        """Return what letters look like in a paragraph of this style.

        Args:
            paragraph: the id of its style.
            properties: the run's own (`w:rPr`), or None.
        """
        named = properties.find(_STYLE) if properties is not None else None
        key = (paragraph, named.get(VAL) or "" if named is not None else "")
        if key not in self._letters:
            self._letters[key] = self._styled_letters(*key)
        toggles, size, language = self._letters[key]
        if properties is None or not len(properties):
            return _letters(toggles, size, language)
        own, own_size, own_language = _run_properties(properties)
        if own:
            toggles = frozenset(name for name in _TOGGLES.values() if own.get(name, name in toggles))
        return _letters(toggles, own_size or size, own_language or language)

    def _add(self, element: Any) -> None:
        key = element.get(f"{W}styleId") or ""
        name, based_on = element.find(f"{W}name"), element.find(f"{W}basedOn")
        style = _Style(
            name.get(VAL) or key if name is not None else key,
            based_on.get(VAL) or "" if based_on is not None else "",
            element,
            *_run_properties(element.find(f"{W}rPr")),
        )
        self._styles[key] = style
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
            self._default = key

    def _chain(self, key: str) -> Iterator[_Style]:
        """Yield a style and those that it is derived from."""
        for _ in range(_DEEPEST):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            key = style.based_on

    def _resolved(self, key: str) -> ParagraphStyle:
        chain = list(self._chain(key or self._default))
        made = ParagraphStyle(size=self._size, language=self._language)
        made.role, made.level = style_role([each.name for each in chain] or [key])
        made.toggles = frozenset(name for name, on in _first(each.toggles for each in chain).items() if on)
        made.size = next((each.size for each in chain if each.size), made.size)
        made.language = next((each.language for each in chain if each.language), made.language)
        properties = [found for each in chain if (found := each.element.find(f"{W}pPr")) is not None]
        outline = next((level for each in properties if (level := outline_level(each)) is not None), None)
        if outline is not None and made.role in (StyleRole.BODY, StyleRole.HEADING):
            made.role = StyleRole.HEADING if outline < _BODY_LEVEL else StyleRole.BODY
            made.level = outline + 1 if outline < _BODY_LEVEL else 0
        made.number = next((number for each in properties if (number := number_key(each)) is not None), None)
        return made

    def _styled_letters(self, paragraph: str, named: str) -> tuple[frozenset[str], float, str]:
        style = self.paragraph(paragraph)
        chain = list(self._chain(named)) if named else []
        on = frozenset(name for name, on in _first(each.toggles for each in chain).items() if on)
        size = next((each.size for each in chain if each.size), style.size)
        language = next((each.language for each in chain if each.language), style.language)
        return style.toggles ^ on, size, language


def outline_level(properties: Any) -> int | None:
    """Return the outline level in a paragraph's properties (`w:pPr`), from 0; 9 is the text's."""
    level = properties.find(f"{W}outlineLvl")
    value = level.get(VAL) or "" if level is not None else ""
    return min(int(value), _BODY_LEVEL) if value.isdecimal() else None


def number_key(properties: Any) -> NumberKey | None:
    """Return where in which list the properties of a paragraph (`w:pPr`) place it; None where they do not say."""
    found = properties.find(f"{W}numPr")
    number = found.find(f"{W}numId") if found is not None else None
    if number is None:
        return None
    level = found.find(f"{W}ilvl")
    value = level.get(VAL) or "" if level is not None else ""
    return NumberKey(number.get(VAL) or "0", min(int(value), 8) if value.isdecimal() else 0)


def _run_properties(properties: Any) -> tuple[dict[str, bool], float, str]:
    """Return what the properties of letters (`w:rPr`) turn on and off, their size in points, and their language."""
    toggles: dict[str, bool] = {}
    size, language = 0.0, ""
    for each in properties if properties is not None else ():
        if each.tag in _TOGGLES:
            toggles[_TOGGLES[each.tag]] = each.get(VAL) not in _OFF
        elif each.tag == _SIZE:
            value = each.get(VAL) or ""
            size = int(value) / 2 if value.isdecimal() else 0.0
        elif each.tag == _LANGUAGE:
            language = each.get(VAL) or ""
    return toggles, size, language


def _letters(toggles: frozenset[str], size: float, language: str) -> Letters:
    reason = HIDDEN if "vanish" in toggles else STRUCK if toggles & {"strike", "dstrike"} else ""
    return Letters("b" in toggles, "i" in toggles, size, reason, language)


def _first(chain: Iterator[Mapping[str, bool]]) -> dict[str, bool]:
    """Return for each name what the first mapping says that knows it."""
    found: dict[str, bool] = {}
    for each in chain:
        for name, value in each.items():
            found.setdefault(name, value)
    return found
