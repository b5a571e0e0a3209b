"""A script's text to an exercise and everything that was found on the way. Never raises."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from feltsense.errors import ScriptError
from feltsense.script.added_words import ENGLISH_ADDED, added_words
from feltsense.script.blocks import Block, BlockKind, blocks
from feltsense.script.body import Body
from feltsense.script.builder import MAX_EDGES
from feltsense.script.comments import allows, blanked
from feltsense.script.cue_languages import language_of_cues
from feltsense.script.diagnostics import BLANK, Diagnostic, Severity, Span
from feltsense.script.entities import decoded_source
from feltsense.script.frontmatter import front_matter, missing
from feltsense.script.model import (
    Bell,
    Breath,
    Exercise,
    FrontMatter,
    Parsed,
    Phrase,
    Play,
    Silence,
    SoundscapeCue,
    Version,
)
from feltsense.script.other_documents import other_document
from feltsense.script.questions import question_diagnostics, questions
from feltsense.script.source import Source, decoded, source_of

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
    if other := other_document(script, body_start):
        return Parsed(Exercise(slug, replace(front, title=front.title or readable(slug)), (), sha256), (other,))
    blank, comments = blanked(script, body_start)
    decoded_script, plain = decoded_source(script, blank, body_start)
    language = language_of_cues(front, plain[body_start:])
    body = Body(decoded_script, plain, language, (added_words(front.language) or ENGLISH_ADDED).opening)
    title = _headings(body, blocks(decoded_script, plain, body_start, language), front)
    sections = body.builder.finish()
    given = front.given | ({"title"} if title else set())
    found = (*found, *comments, *body.found, *body.builder.found, *missing(given, found))
    exercise = Exercise(slug, replace(front, title=front.title or title or readable(slug)), sections, sha256)
    found = (*found, *_silent(exercise, found), *_unsaid(exercise, script), *_many_versions(exercise))
    asked = questions(script, body_start)
    found = (*found, *question_diagnostics(script.text, asked))
    return Parsed(exercise, _shown(found), allows(script, body_start), asked)


class InvalidScriptError(ScriptError):
    """A script that has errors, where a valid one was needed.

    Args:
        name: the exercise's slug, or its file's name.
        slug: what `feltsense check` knows it by.
        errors: all of them, in source order; at least one.
    """

    def __init__(self, name: str, slug: str, errors: Sequence[Diagnostic]) -> None:
        self.errors = tuple(errors)
        if any(error.code != BLANK for error in errors):
            super().__init__(f"There are errors in {name}.", f"feltsense check {slug} shows them.")
            return
        verb = "1 question is" if len(errors) == 1 else f"{len(errors)} questions are"
        message = f"{verb} still open in {name}, and what is said has holes until then."
        super().__init__(message, f"feltsense answer {slug} asks one by one; so does the desk.")


def load_valid(source: bytes | str, slug: str, name: str = "") -> Exercise:
    """Return the exercise that `source` describes.

    Args:
        source: the script; anything may be in it.
        slug: the exercise's name.
        name: how the error calls it; empty for the slug.

    Raises:
        InvalidScriptError: the script has errors.
    """
    parsed = parse(source, slug)
    if parsed.errors:
        raise InvalidScriptError(name or slug, slug, parsed.errors)
    return parsed.exercise


def readable(slug: str) -> str:
    """Return a title for a script that has none: `feet-on-the-floor` → `Feet on the floor`.

    What is no text in a file's name becomes a question mark.
    """
    words = slug.encode("utf-8", "replace").decode().replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _headings(body: Body, found: list[Block], front: FrontMatter) -> str:
    """Feed the blocks to `body`; return the title that a first-level heading gives, if the front matter has none."""
    title = ""
    for block in found:
        if block.kind is not BlockKind.HEADING:
            body.block(block)
            continue
        heading = body.heading(block)
        if heading.title and block.level == 1 and not (front.title or title):
            title = body.title(heading, has_minutes=bool(front.minutes))
        else:
            body.section(heading)
    return title


def _silent(exercise: Exercise, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield an error when nothing is heard; what was not understood has errors of its own.

    A background is heard, and lasts as long as the front matter or the pauses say.
    """
    if any(d.severity is Severity.ERROR for d in found):
        return
    front, nodes = exercise.front, list(exercise.walk())
    if any(isinstance(node, Phrase | Breath | Bell | Play) for node in nodes):
        return
    cue = next((node for node in nodes if isinstance(node, SoundscapeCue) and node.name), None)
    if cue is None and not front.soundscape:
        hint = "Write the words to be spoken below the front matter."
        message = "There is nothing to speak in this script."
        yield Diagnostic("S003", Severity.ERROR, Span(1, 1, 2), message, hint)
    elif not front.minutes and not any(isinstance(node, Silence) for node in nodes):
        line = Span(max(1, front.soundscape_line), 1, 2) if cue is None else cue.span
        hint = "Write how long it lasts in the front matter, as in “minutes: 10”, or words to be spoken below it."
        yield Diagnostic("S004", Severity.ERROR, line, "This script is a background alone and has no length.", hint)


def _many_versions(exercise: Exercise) -> Iterator[Diagnostic]:
    """Yield an error where more versions begin than anybody chooses among."""
    edges: set[float] = set()
    for node in exercise.walk():
        if isinstance(node, Version):
            edges.update(edge for edge in (node.at_least, node.at_most) if edge is not None)
            if len(edges) > MAX_EDGES:
                message = (
                    f"This is one more than the {MAX_EDGES} different lengths that [from …] and [up to …] may name."
                )
                yield Diagnostic("S035", Severity.ERROR, node.span, message, "Let some parts begin at the same length.")
                return


def _unsaid(exercise: Exercise, script: Source) -> Iterator[Diagnostic]:
    """Yield a note for each pronunciation that is not needed."""
    said = " ".join(node.text for node in exercise.walk() if isinstance(node, Phrase)).casefold()
    words = set(said.split())
    for word, _ in exercise.front.say:
        if word.casefold() not in words and word.casefold() not in said:
            place = max(0, script.text.find(word))
            message = f"“{word}” has a pronunciation and is never said."
            span = script.span(place, place + len(word))
            yield Diagnostic("S017", Severity.NOTE, span, message, "Check its spelling, or take it out.")


def _shown(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics in source order, and only so many that they can be read: the errors first of all."""
    ordered = sorted(found, key=_order)
    if len(ordered) <= MOST_DIAGNOSTICS:
        return tuple(ordered)
    by_weight = sorted(ordered, key=lambda d: d.severity is not Severity.ERROR)
    kept = sorted(by_weight[:MOST_DIAGNOSTICS], key=_order)
    message = f"More was found than the {MOST_DIAGNOSTICS} shown."
    more = Diagnostic("S099", Severity.NOTE, kept[-1].span, message, "Mend these first, and check again.")
    return (*kept, more)


def _order(found: Diagnostic) -> tuple[Span, str]:
    return found.span, found.code
