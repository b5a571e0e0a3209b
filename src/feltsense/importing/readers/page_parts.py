"""Which elements of a web page are not what it has to say: hidden ones, and all that stands around the main part.

Works on lxml's elements by their names and attributes alone, so that `html.py` stays the only module that imports lxml.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

HIDDEN = "hidden on the page"
OUTSIDE = "outside the page's main part"
FURNITURE = "not part of the text"
STRUCK_OUT = "struck-through words"
FOOT_NOTE = "the number of a note at the foot"

_HIDING = LazyPattern(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_STRIKING = LazyPattern(r"text-decoration(?:-line)?\s*:[^;]{0,60}\bline-through\b", re.IGNORECASE)
_HIDING_RULE = LazyPattern(
    r"(?P<names>[^{}@]{1,300}+)\{[^{}]{0,500}?(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE
)
_SIMPLE_NAME = LazyPattern(r"\s*[\w*]{0,20}(?P<name>[.#][\w-]{1,80})\s*")
_MEDIA = LazyPattern(r"@media\b[^{]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}\s*\}", re.IGNORECASE)
"""Rules for paper or small screens tell nothing of what is seen on the page."""
_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu"))
_NAME = LazyPattern(
    r"(?:[\w-]{0,40}[_-])?(?:shar(?:e|ing)(?:daddy)?|social(?:-?(?:share|media))?|comments?|respond|cookies?|consent|gdpr"
    r"|breadcrumbs?|sidebar|related(?:-?posts?)?|newsletter|subscribe|pagination|skip-link|byline|(?:post|entry|article)"
    r"-meta|post-date|advert\w{0,20}|promo|banner|popup|modal|toc|table-of-contents|site-header|site-footer|menu"
    r"|navbar|author-box|foot-?notes?|end-?notes?|wp-caption-text|tags-links|post-tags|entry-tags|(?:tag|post)-(?:list|tags|navigation)|reading-time)"
    r"(?:[_-](?:buttons?|links?|icons?|bar|list|box|block|area|section|wrap(?:per)?|container|widget|nav|form|count))?",
    re.IGNORECASE,
)
"""Names by which pages call what stands around their text."""
_UNSEEN = LazyPattern(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|d-none|is-hidden|hidden)(?:$|\s)")
_FOOT_NOTE = LazyPattern(r"\s*[\[(]?(?:\d{1,3}|[a-z*†‡§])[\])]?\s*")
_SHOWN_AGAIN = LazyPattern(r":(?:block|flex|grid|inline)")
"""On larger screens."""
_SECTIONING = ("article", "section", "main")
_WHOLE = ("html", "body", "head")
_PARAGRAPHS = ("p", "li", "blockquote", "pre", "dd")
_AROUND = ("nav", "aside", "footer", "header")
_UNREAD = ("script", "style", "noscript", "template", "title")


def parts_left_out(root: Any) -> dict[Any, str]:
    """Return the elements of a page that are no part of its text, each with why.

    What stands inside one of them need not be among them. Where their names alone would leave nothing to say, names
    are not looked at.

    Args:
        root: the page's outermost element.
    """
    found = dict.fromkeys(_hidden(root), HIDDEN)
    found |= {each: STRUCK_OUT for each in root.iter("*") if _STRIKING.search(each.get("style") or "")}
    kept = _kept(root)
    found |= dict.fromkeys(_outside(root, kept), OUTSIDE)
    found |= {sup: FOOT_NOTE for sup in root.iter("sup") if _is_foot_note(sup)}
    whole = _letters(root)
    named = {
        each: FURNITURE
        for each in root.iter("*")
        if each not in found and each not in kept and _is_named(each) and _may_go(each, whole)
    }
    return found | named if any(has_words(text) for text in _texts(root, found | named)) else found


def _hidden(root: Any) -> Iterator[Any]:
    names = frozenset(_hiding_names(root))
    for element in root.iter("*"):
        if element.tag in _WHOLE:
            continue
        of_element = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        if (
            element.get("hidden") is not None
            or _HIDING.search(element.get("style") or "")
            or (element.get("aria-hidden") or "").lower() == "true"
            or (element.tag == "dialog" and element.get("open") is None)
            or _is_unseen(element.get("class") or "")
            or names & of_element
        ):
            yield element


def _is_unseen(classes: str) -> bool:
    return _UNSEEN.search(classes) is not None and _SHOWN_AGAIN.search(classes) is None


def _hiding_names(root: Any) -> Iterator[str]:
    """Yield the classes and ids that the page's own style sheets hide, as `.class` and `#id`."""
    for sheet in root.iter("style"):
        for rule in _HIDING_RULE.finditer(_MEDIA.sub(" ", sheet.text or "")):
            for name in rule["names"].split(","):
                simple = _SIMPLE_NAME.fullmatch(name)
                if simple:
                    yield simple["name"]


def _kept(root: Any) -> list[Any]:
    """Return the elements that hold what the page has to say; none where it does not tell."""
    parts = [each for each in root.iter("*") if each.tag == "main" or each.get("role") == "main"]
    if not parts:
        parts = [each for each in root.iter("article") if next(each.iterancestors("article"), None) is None]
    paragraphs = [each for each in root.iter(*_PARAGRAPHS) if next(each.iterancestors(*_AROUND), None) is None]
    loose = sum(_letters(each) for each in paragraphs if next(each.iterancestors("main", "article"), None) is None)
    within = sum(map(_letters, parts))
    never_closed = any(next(part.iterancestors(*_AROUND, "button"), None) is not None for part in parts)
    if not within or within < loose or never_closed:
        return []
    headings = list(root.iter("h1"))
    inside = any(part in (heading, *heading.iterancestors()) for heading in headings for part in parts)
    return parts if inside or len(headings) != 1 else [*parts, *headings]


def _outside(root: Any, kept: list[Any]) -> Iterator[Any]:
    """Yield the outermost elements that neither are among those kept nor hold one."""
    headers = [each for each in root.iter("header") if not any(a.tag in _SECTIONING for a in each.iterancestors())]
    ways = {ancestor for each in kept for ancestor in each.iterancestors()}
    if not kept:
        headings = [heading for header in headers for heading in header.iter("h1")]
        ways = {ancestor for each in headings for ancestor in each.iterancestors()}
        yield from _branches(headers, ways, set(headings))
    else:
        yield from _branches((body for body in root.iter("body")), ways, set(kept))


def _branches(starts: Iterable[Any], ways: set[Any], kept: set[Any]) -> Iterator[Any]:
    """Yield, from `starts` downwards, what is neither kept nor on the way to what is."""
    waiting = list(starts)
    while waiting:
        element = waiting.pop()
        if element in kept or not isinstance(element.tag, str):
            continue
        if element in ways:
            waiting += list(element)
        else:
            yield element


def _is_foot_note(sup: Any) -> bool:
    return _FOOT_NOTE.fullmatch("".join(sup.itertext())) is not None


def _is_named(element: Any) -> bool:
    """Tell whether an element's role or names say that it is no part of the text."""
    if (element.get("role") or "").lower() in _ROLES:
        return True
    names = [*(element.get("class") or "").split(), element.get("id") or ""]
    return element.tag not in _WHOLE and any(map(_NAME.fullmatch, names))


def _may_go(element: Any, whole: int) -> bool:
    """Tell whether the page, of so many letters, keeps its heading and most of its text without an element."""
    return next(element.iter("h1", "main"), None) is None and 2 * _letters(element) < whole


def _letters(element: Any) -> int:
    """Return how many letters an element shows."""
    return sum(len((each.text or "").strip()) for each in element.iter("*") if each.tag not in _UNREAD) + sum(
        len((each.tail or "").strip()) for each in element.iter() if each is not element
    )


def _texts(root: Any, left_out: dict[Any, str]) -> Iterator[str]:
    """Yield the texts of the page's body that are left."""
    waiting = list(root.iter("body")) or [root]
    while waiting:
        element = waiting.pop()
        if element in left_out or not isinstance(element.tag, str):
            continue
        yield element.text or ""
        for child in element:
            yield child.tail or ""
            waiting.append(child)
