"""L10: the breath as the only anchor."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule
from feltsense.check.wording import RETURNING, anchors_in
from feltsense.script.diagnostics import Severity


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield the first return to the breath when nothing else is ever offered to return to."""
    front = context.front
    if (
        front.tier < 2
        or not context.long_versions
        or any(anchors_in(anchor.lower()) - {"breath"} for anchor in front.anchors)
    ):
        return
    led = [s for s in context.sentences if s.has(RETURNING)]
    texts = [s.plain + " " + " ".join(n.plain for n in context.sentences[s.number + 1 : s.number + 2]) for s in led]
    if any(anchors_in(text) - {"breath", "other"} for text in texts):
        return
    on_breath = [sentence for sentence in led if "breath" in anchors_in(sentence.plain)]
    if on_breath or front.anchors:
        message = "The breath is the only thing offered to come back to."
        yield Finding(on_breath[0] if on_breath else context.front_matter_line("anchors"), message)


RULE = Rule(
    code="L10",
    severity=Severity.ERROR,
    finds="a tier 2 or 3 script whose only anchor is the breath",
    why="Breath is not neutral: for many it is where panic lives. There has to be something else to hold on to.",
    better="You could come back to your breath, or sounds, or the contact of your hands.",
    find=_find,
)
