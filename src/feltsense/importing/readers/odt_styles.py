"""What the styles of an OpenDocument text say of its paragraphs, letters and lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from feltsense.importing.readers.rich_text import HIDDEN, STRUCK, Letters
from feltsense.importing.readers.style_names import StyleRole, style_role
from feltsense.script.lazy_pattern import LazyPattern

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEEPEST = 30
"""Styles that one may be derived from."""
_SIZE = LazyPattern(r"(?P<number>\d{1,4}(?:\.\d{1,4})?)(?P<unit>pt|%)")
_NO = ("", "none", "false")


@dataclass(frozen=True, slots=True)
class OdtParagraphStyle:
    """A style of paragraphs with all that it inherits."""

    role: StyleRole
    level: int
    """Of a heading; 1 is the highest."""
    letters: Letters
    list_style: str
    """The list that its paragraphs are items of; empty where it puts them in none."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list is marked."""

    numbered: bool
    start: int = 1


class OdtStyles:
    """The styles of a file: those with names, and those that stand for what was set by hand."""

    def __init__(self, *roots: Any) -> None:
        """Read the styles of parts; None where a file has no such part."""
        self._styles: dict[tuple[str, str], Any] = {}
        self._by_hand: set[tuple[str, str]] = set()
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._found: dict[str, OdtParagraphStyle] = {}
        self._default = Letters(size=12.0)
        for root in roots:
            for part in root if root is not None else ():
                if part.tag in (f"{OFFICE}styles", f"{OFFICE}automatic-styles"):
                    self._add_all(part)

    def paragraph(self, name: str) -> OdtParagraphStyle:
        """Return a style of paragraphs by its name."""
        if name not in self._found:
            self._found[name] = self._resolved(name)
        return self._found[name]

    def letters(self, base: Letters, name: str) -> Letters:
        """Return what letters of a style look like within those that look like `base`."""
        for style in reversed(list(self._chain("text", name))):
            base = _looks(base, style)
        return base

    def list_level(self, name: str, level: int) -> ListLevel:
        """Return how a list marks the items of a level, from 0."""
        return self._lists.get(name, {}).get(level, ListLevel(numbered=False))

    def is_hidden_section(self, name: str) -> bool:
        """Tell whether a style of sections hides them."""
        return any(
            each.get(f"{TEXT}display") == "none"
            for style in self._chain("section", name)
            for each in style.iter(f"{STYLE}section-properties")
        )

    def _add_all(self, part: Any) -> None:
        for each in part:
            if each.tag == f"{STYLE}style":
                key = (each.get(f"{STYLE}family") or "", each.get(f"{STYLE}name") or "")
                self._styles[key] = each
                if part.tag == f"{OFFICE}automatic-styles":
                    self._by_hand.add(key)
            elif each.tag == f"{STYLE}default-style" and each.get(f"{STYLE}family") == "paragraph":
                self._default = _looks(self._default, each)
            elif each.tag == f"{TEXT}list-style":
                self._lists[each.get(f"{STYLE}name") or ""] = dict(map(_list_level, each))

    def _chain(self, family: str, name: str) -> Iterator[Any]:
        """Yield a style and those that it is derived from."""
        for _ in range(_DEEPEST):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name") or ""

    def _resolved(self, name: str) -> OdtParagraphStyle:
        chain = list(self._chain("paragraph", name))
        letters = self._default
        for style in reversed(chain):
            letters = _looks(letters, style)
        named = [
            each.get(f"{STYLE}display-name") or each.get(f"{STYLE}name") or ""
            for each in chain
            if ("paragraph", each.get(f"{STYLE}name") or "") not in self._by_hand
        ]
        role, level = style_role(named or [name])
        outline = next((value for each in chain if (value := each.get(f"{STYLE}default-outline-level"))), "")
        if outline.isdecimal() and role is StyleRole.BODY:
            role, level = StyleRole.HEADING, int(outline)
        list_style = next((value for each in chain if (value := each.get(f"{STYLE}list-style-name")) is not None), "")
        return OdtParagraphStyle(role, level, letters, list_style)


def _list_level(element: Any) -> tuple[int, ListLevel]:
    level, start = element.get(f"{TEXT}level") or "1", element.get(f"{TEXT}start-value") or "1"
    numbered = element.tag == f"{TEXT}list-level-style-number" and bool(element.get(f"{STYLE}num-format"))
    return (int(level) if level.isdecimal() else 1) - 1, ListLevel(numbered, int(start) if start.isdecimal() else 1)


def _looks(base: Letters, style: Any) -> Letters:
    """Return `base` with what a style sets."""
    properties = style.find(f"{STYLE}text-properties")
    if properties is None:
        return base
    weight = properties.get(f"{FO}font-weight")
    language, country = properties.get(f"{FO}language") or "", properties.get(f"{FO}country") or ""
    spoken = f"{language}-{country}" if country not in _NO else language
    slant = properties.get(f"{FO}font-style")
    return Letters(
        base.bold if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) >= 600),
        base.italic if slant is None else slant in ("italic", "oblique"),
        _size(base.size, properties.get(f"{FO}font-size") or ""),
        _reason(base.reason, properties),
        spoken if language not in _NO else base.language,
    )


def _size(base: float, written: str) -> float:
    size = _SIZE.fullmatch(written)
    if size is None:
        return base
    return base * float(size["number"]) / 100 if size["unit"] == "%" else float(size["number"])


def _reason(base: str, properties: Any) -> str:
    display = properties.get(f"{TEXT}display")
    through = properties.get(f"{STYLE}text-line-through-style") or properties.get(f"{STYLE}text-line-through-type")
    if display is not None:
        base = HIDDEN if display in ("none", "condition") else "" if base == HIDDEN else base
    if through is not None and base != HIDDEN:
        base = "" if through in _NO else STRUCK
    return base
