"""`feltsense check`: what is wrong in a script or hard on its listener, with its line."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from feltsense.authoring.diagnose import AssetChecker, with_assets
from feltsense.authoring.files import replace_unchanged
from feltsense.check.autofix import apply_fixes
from feltsense.check.checker import CheckResult, check_all
from feltsense.check.registry import every_code, explain_code, rule_of
from feltsense.cli.context import EXERCISE, Exit, pass_workspace
from feltsense.cli.diagnostics import answer_command, diagnostic_record, show_diagnostics, still_open
from feltsense.cli.output import echo, echo_json, show_error
from feltsense.cli.wrapping import wrap_text
from feltsense.errors import FeltsenseError, LibraryError, reason_of
from feltsense.library.catalogue import Found, find
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.source import MOST_BYTES, source_lines
from feltsense.system.paths import Workspace
from feltsense.voice.timings import timing_of

_STANDARD_INPUT = Path("-")
_EXAMPLES = """\b
feltsense check my-exercise.md
feltsense check exercises/
feltsense check --fix my-exercise.md
feltsense check --explain L03"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=EXERCISE, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
@click.option("--fix", is_flag=True, help="Write pauses in their plain form, in the file; nothing else is changed.")
@click.option("--all", "every", is_flag=True, help="Each finding by itself; else those of one kind are one group.")
@click.option(
    "--for", "audience", type=click.Choice(("one", "groups")), default="one",
    help="One listener alone, or groups: with somebody in the room, announced silences may be longer.",
)  # fmt: skip
@click.option(
    "--heard/--no-heard", default=True,
    help="Whether sentences are told that no pattern knows but that resemble harmful ones: notes, and sometimes wrong.",
)  # fmt: skip
@click.option("--explain", metavar="CODE", help="Tell what a code such as L03 is about, and why; “all” tells of each.")
@pass_workspace
@click.pass_context
def command(
    ctx: click.Context, workspace: Workspace, /, paths: tuple[str, ...], *, fix: bool, explain: str | None, **shown: Any
) -> None:
    """Look for mistakes in scripts, and for words that may be hard on a listener: each with its line.

    PATH is a script, the name of an exercise, a folder of scripts, or - for standard input. An error of the format
    (S…) stops a render. What the language and timing rules (L…) find does not: it is advice, and a rule can be
    allowed with a reason: <!-- check: allow L03 because … -->
    """
    if explain:
        _explain(every_code() if explain.lower() == "all" else [explain], as_json=shown["as_json"])
        return
    if not paths:
        raise click.UsageError("Name a script to look at, or - for standard input.", ctx)
    if fix and "-" in paths:
        raise click.UsageError("Standard input cannot be mended in place.", ctx)
    found, failed = _all_scripts(paths, workspace, fix=fix)
    checked = _check_scripts(found, groups=shown["audience"] == "groups", heard=shown["heard"])
    if shown["as_json"]:
        _show_json(found, checked)
    else:
        _show(found, checked, every=shown["every"])
    errors = any(d.severity is Severity.ERROR for each in checked for d in each.diagnostics)
    ctx.exit(Exit.FAILED if errors or failed else Exit.FINE)


def _check_scripts(found: Sequence[Found], *, groups: bool, heard: bool) -> list[CheckResult]:
    checked = check_all([(each.source, each.slug) for each in found], groups=groups, heard=heard, timing_of=timing_of)
    return [with_assets(c, each.source, _assets(each)) for each, c in zip(found, checked, strict=True)]


def _assets(found: Found) -> AssetChecker:
    return AssetChecker(found.slug, None if found.path == _STANDARD_INPUT else found.path.parent)


def _all_scripts(paths: Sequence[str], workspace: Workspace, *, fix: bool) -> tuple[list[Found], bool]:
    """Return every script that is meant, fixed where that is asked for, and whether one failed."""
    found: list[Found] = []
    failed = False
    for path in paths:
        try:
            found += _scripts(path, workspace)
        except LibraryError as error:
            failed = True
            show_error(error)
    if fix:
        failed = _autofix_all(found) or failed
    return found, failed


def _autofix_all(found: list[Found]) -> bool:
    """Fix each script in place; return whether one could not be written."""
    failed = False
    for place, each in enumerate(found):
        try:
            found[place] = autofix(each)
        except FeltsenseError as error:
            failed = True
            show_error(error)
    return failed


def autofix(found: Found) -> Found:
    """Apply the autofixes to a script's file and print what was changed; a file without any is not touched.

    Returns:
        The script as it is now.

    Raises:
        FeltsenseError: the file cannot be written, or was changed meanwhile; it stays as it is.
    """
    if len(found.source) > MOST_BYTES:
        return found
    result = apply_fixes(found.source, found.parse().diagnostics)
    if not result.changes:
        return found
    replace_unchanged(found.path, found.source, result.source)
    for change in result.changes:
        echo(f"{found.path}:{change.line}: {change.before} → {change.after}", err=True)
    return Found(found.slug, found.path, result.source)


def _scripts(path: str, workspace: Workspace) -> Iterator[Found]:
    if path == "-":
        yield Found("script", _STANDARD_INPUT, sys.stdin.buffer.read(MOST_BYTES + 1))
    elif Path(path).is_dir():
        try:
            inside = sorted(each for each in Path(path).iterdir() if each.name.endswith(".md"))
        except OSError as error:
            raise LibraryError(f"{path} cannot be read: {reason_of(error)}.", "Check its permissions.") from error
        if not inside:
            raise LibraryError(f"There are no scripts (.md) in {path}.")
        yield from (find(str(each), workspace) for each in inside)
    else:
        yield find(path, workspace)


def _show_json(found: Sequence[Found], checked: Sequence[CheckResult]) -> None:
    rows = [
        {"path": str(each.path), "diagnostics": [_record(d) for d in c.diagnostics]}
        for each, c in zip(found, checked, strict=True)
    ]
    echo_json(rows)


def _record(diagnostic: Diagnostic) -> dict[str, Any]:
    rule = rule_of(diagnostic.code)
    said = {**({"why": rule.why} if rule else {}), **({"heard": True} if diagnostic.only_heard else {})}
    return {**diagnostic_record(diagnostic), **said}


def _show(found: Sequence[Found], checked: Sequence[CheckResult], *, every: bool) -> None:
    for each, c in zip(found, checked, strict=True):
        show_diagnostics(c.diagnostics, source_lines(each.source), each.path, every=every)
    counts = [sum(d.severity is severity for c in checked for d in c.diagnostics) for severity in Severity]
    if found:
        echo(_counted(len(found), counts), err=True)
    for each, c in zip(found, checked, strict=True):
        if c.parsed.questions and each.path != _STANDARD_INPUT:
            asked = still_open(len(c.parsed.questions))
            echo(f"{asked} in {each.path.name}: {answer_command(each)}", err=True)


def _counted(scripts: int, counts: Sequence[int]) -> str:
    what = "1 script" if scripts == 1 else f"{scripts} scripts"
    named = zip(counts, Severity, strict=True)
    found = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for count, severity in named if count)
    return f"{what} read: {found or 'nothing found'}."


def _explain(codes: Sequence[str], *, as_json: bool) -> None:
    told = [explain_code(code) for code in codes]
    if as_json:
        names = ("code", "severity", "finds", "why", "better")
        echo_json([{n: getattr(e, n) for n in names} for e in told])
        return
    for number, each in enumerate(told):
        head = f"{each.code} ({each.severity})" if each.severity else each.code
        echo(("\n" if number else "") + wrap_text(f"{head}: {each.finds}", hanging="  "))
        for name, text in (("Why", each.why), ("Better", each.better)):
            if text:
                echo(wrap_text(f"{name}: {text}", "  ", "    "))
