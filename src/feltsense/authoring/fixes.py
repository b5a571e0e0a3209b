"""What mends a diagnostic: changes of the script, each with what it does in words. Nothing is changed here."""

from collections.abc import Iterator

from feltsense.authoring.analysis import ScriptAnalysis
from feltsense.authoring.fix_case import Fix, FixCase
from feltsense.authoring.format_fixes import FORMAT_FIXES
from feltsense.authoring.rule_fixes import RULE_FIXES, language_fixes
from feltsense.script.diagnostics import Diagnostic

_WAYS = {**FORMAT_FIXES, **RULE_FIXES}


def fixes(found: Diagnostic, line: int, text: str, analysis: ScriptAnalysis) -> tuple[Fix, ...]:
    """Return the ways to mend a diagnostic, the likeliest first; none where only the writer can tell.

    For what was only heard there are none: its hint is an example, and no wording for this place.

    Args:
        found: what was found in an analysis.
        line: where it stands now, from 1; the line is still the same.
        text: as it is edited now.
        analysis: the one that it was found in.
    """
    start = sum(len(each) + 1 for each in text.split("\n")[: line - 1])
    case = FixCase(found, text, start, text[start:].partition("\n")[0], analysis)
    return tuple({fix.change: fix for fix in _ways(case) if fix.change.apply(text) != text}.values())


def _ways(case: FixCase) -> Iterator[Fix]:
    if case.found.replacement is not None:
        yield case.replaced("put this in its place", case.found.replacement)
    if case.found.only_heard:
        return
    ways = _WAYS.get(case.found.code, language_fixes if case.found.code.startswith("L") else None)
    if ways is not None:
        yield from ways(case)
