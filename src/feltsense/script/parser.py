"""A script's text to an exercise and everything that was found on the way. Never raises."""

import hashlib
from dataclasses import replace

from feltsense.script.blocks import Block, BlockKind, blocks
from feltsense.script.body import Body
from feltsense.script.comments import blanked
from feltsense.script.diagnostics import Diagnostic, Severity, Span
from feltsense.script.frontmatter import front_matter, missing
from feltsense.script.model import Exercise, FrontMatter, Node, Parsed, Phrase, Repeat, Section, Version
from feltsense.script.source import Source, decoded, source_of
from feltsense.script.text import spoken

MOST_DIAGNOSTICS = 200


def parse(source: bytes | str, slug: str) -> Parsed:
    """Return the exercise that `source` describes, as far as it is understood, and its diagnostics in source order.

    Args:
        source: the script; anything may be in it.
        slug: the exercise's name.
    """
    sha256 = hashlib.sha256(
        source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    ).hexdigest()
    text, refused = decoded(source)
    if refused:
        return Parsed(Exercise(slug, FrontMatter(title=readable(slug)), (), sha256), (refused,))
    script = source_of(text)
    front, found, body_start = front_matter(script)
    plain, comments = blanked(script, body_start)
    body = Body(script, plain)
    title = _headings(body, plain, blocks(script, plain, body_start), front)
    sections = body.builder.finish()
    given = front.given | ({"title"} if title else set())
    found = (*found, *comments, *body.found, *body.builder.found, *missing(given), *_about(front, sections, script))
    exercise = Exercise(slug, replace(front, title=front.title or title or readable(slug)), sections, sha256)
    return Parsed(exercise, _shown(found))


def readable(slug: str) -> str:
    """Return a title for a script that has none: `feet-on-the-floor` → `Feet on the floor`."""
    words = slug.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _headings(body: Body, plain: str, found: list[Block], front: FrontMatter) -> str:
    """Feed the blocks to `body`; return the title that a first-level heading gives, if the front matter has none."""
    title = ""
    for block in found:
        heading = spoken(plain[block.start : block.end]) if block.kind is BlockKind.HEADING else ""
        if heading and block.level == 1 and not (front.title or title):
            title = heading
        elif block.kind is BlockKind.HEADING:
            body.section(block, heading)
        else:
            body.block(block)
    return title


def _about(front: FrontMatter, sections: tuple[Section, ...], script: Source) -> list[Diagnostic]:
    """Return what only the whole script shows."""
    said = " ".join(phrase.text for section in sections for phrase in _phrases(section.body)).casefold()
    found = []
    if not sections:
        hint = "Write the words to be spoken below the front matter."
        found.append(
            Diagnostic("S003", Severity.ERROR, Span(1, 1, 2), "There is nothing to speak in this script.", hint)
        )
    for word, _ in front.say:
        if word.casefold() not in said:
            line = next((n for n, text in enumerate(script.lines(), 1) if word in text), 1)
            message = f"“{word}” has a pronunciation and is never said."
            found.append(
                Diagnostic("S017", Severity.NOTE, Span(line, 1, 2), message, "Check its spelling, or take it out.")
            )
    return found


def _phrases(body: tuple[Node, ...]) -> list[Phrase]:
    found: list[Phrase] = []
    for node in body:
        if isinstance(node, Phrase):
            found.append(node)
        elif isinstance(node, Repeat | Version):
            found += _phrases(node.body)
    return found


def _shown(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics in source order, and only so many that they can be read."""
    ordered = sorted(found, key=lambda d: (d.span, d.code))
    if len(ordered) <= MOST_DIAGNOSTICS:
        return tuple(ordered)
    errors = [d for d in ordered if d.severity is Severity.ERROR]
    kept = (errors or ordered)[:MOST_DIAGNOSTICS]
    message = f"More was found than the {MOST_DIAGNOSTICS} shown."
    more = Diagnostic("S099", Severity.NOTE, kept[-1].span, message, "Mend these first, and check again.")
    return (*kept, more)
