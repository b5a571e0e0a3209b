"""`feltsense import`: a script that was written elsewhere, in our format."""

import os
import shlex
import sys
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feltsense.cli.context import OUTPUT, Exit, ended_by_signals
from feltsense.cli.output import echo, echo_document, echo_json, show_error
from feltsense.errors import ImportingError
from feltsense.system.paths import names_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feltsense.importing.convert import ImportedScript

_EXAMPLES = """\b
feltsense import "Body scan.docx" -o body-scan.md
feltsense import "Body scan.docx" --ask -o body-scan.md
feltsense import "Ten practices.docx" --split -o exercises
feltsense import page.html > page.md
pbpaste | feltsense import - -o pasted.md"""


@click.command(epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE|-")
@click.option("-o", "--output", type=OUTPUT, help="Where the script goes; else, and with -, standard output.")
@click.option("--ask", is_flag=True, help="Ask here, one by one, what the document leaves open.")
@click.option("--breaths", is_flag=True, help="Take every paced breath and repeat that is offered, unasked.")
@click.option("--split", is_flag=True, help="Write a file of each practice in it into the folder that -o names.")
@click.option("--json", "as_json", is_flag=True, help="For programs: the report, and without -o the script, as JSON.")
@click.pass_context
def command(  # noqa: PLR0913 - its options
    ctx: click.Context, file: Path, output: str | None, *, ask: bool, breaths: bool, split: bool, as_json: bool
) -> None:
    """Turn a script that was written elsewhere into one in our format.

    Word, OpenDocument and RTF files, PDFs with text in them, books (.epub), web pages, text, Markdown, mails,
    subtitles, transcripts with times, speech markup (SSML), tables, JSON, YAML and CSV are read, by what is in them.

    Headings become sections, the many ways to write a pause become cues, directions in brackets become notes or
    questions to you (<!-- question: … -->). Nothing is lost: the report says what became of what. FILE may be - for
    standard input. A file that is there already is never written over.
    """
    from feltsense.importing.detect import MAX_FILE_BYTES, import_script  # noqa: PLC0415 - not needed for help

    printed, output = output == "-", None if output == "-" else output
    if split:
        ctx.exit(_split(file, Path(output) if output else None, ask=ask, breaths=breaths, as_json=as_json))
    if ask and not _somebody_to_ask(file):
        ctx.exit(Exit.USAGE)
    made = import_script(_read_bytes(file, MAX_FILE_BYTES), "" if str(file) == "-" else file.stem)
    if breaths:
        made = _with_breaths(made)
    target = None if printed else _target(file, output, made, ask=ask)
    if target is not None:
        _write(target, made)
    if not as_json:
        _show(file, target, made, ask=ask)
    code, made = _asked(made, target) if ask else (Exit.FINE, made)
    _put_out(file, target, made, as_json=as_json)
    ctx.exit(code)


def _split(file: Path, folder: Path | None, *, ask: bool, breaths: bool, as_json: bool) -> Exit:
    """Write a script of each practice in a document."""
    from feltsense.cli.import_report import import_record, show_report  # noqa: PLC0415 - not needed for help
    from feltsense.importing.detect import MAX_FILE_BYTES, import_practices  # noqa: PLC0415 - as above

    if folder is None or ask:
        hint = f"Name it with -o: feltsense import {shlex.quote(str(file))} --split -o exercises"
        asked = "--ask asks about one script; feltsense answer NAME asks about each that is written."
        show_error(ImportingError("--split writes several files, into a folder.", asked if ask else hint))
        return Exit.USAGE
    made = import_practices(_read_bytes(file, MAX_FILE_BYTES), "" if str(file) == "-" else file.stem)
    made = tuple(_with_breaths(each) for each in made) if breaths else made
    targets = _free_targets(folder, made)
    for target, each in zip(targets, made, strict=True):
        _write(target, each)
        if not as_json:
            echo(target)
            show_report(file, each)
    if as_json:
        echo_json([import_record(file, target, each) for target, each in zip(targets, made, strict=True)])
    return Exit.FINE


def _free_targets(folder: Path, made: "Sequence[ImportedScript]") -> list[Path]:
    """Return a file in `folder` for each script, named by its title; raise where one is there already."""
    from feltsense.authoring.scripts import title_slug  # noqa: PLC0415 - not needed for help

    names: list[str] = []
    for number, each in enumerate(made, 1):
        name = title_slug(each.title) or f"practice-{number}"
        free = chain((name,), (f"{name}-{more}" for more in count(number)))
        names.append(next(each for each in free if each not in names))
    targets = [folder / f"{name}.md" for name in names]
    there = [target for target in targets if os.path.lexists(target)]
    if there:
        message = f"{there[0]} is there already, and is left as it is; nothing was written."
        raise ImportingError(message, "Name another folder with -o.")
    return targets


def _write(target: Path, made: "ImportedScript") -> None:
    from feltsense.authoring.files import create_file  # noqa: PLC0415 - not needed to show a script

    create_file(target, made.script)


def _somebody_to_ask(file: Path) -> bool:
    """Tell whether somebody can be asked; say what to do where nobody can."""
    from feltsense.cli.asking import somebody_to_ask  # noqa: PLC0415 - not needed for help

    if somebody_to_ask():
        return True
    name = "NAME.md" if str(file) == "-" else shlex.quote(f"{file.stem}.md")
    message = "--ask asks at a terminal, and there is none to answer on."
    hint = f"Import it with -o {name}; at a terminal, feltsense answer {name} asks what is open."
    show_error(ImportingError(message, hint))
    return False


def _target(file: Path, output: str | None, made: "ImportedScript", *, ask: bool) -> Path | None:
    """Return where the script is written; None for standard output. Answers on a terminal are kept in a file.

    In a folder it is called as the document is; by its title where that came in on standard input.
    """
    if output is not None:
        return Path(output, _name(file, made)) if names_folder(output) else Path(output)
    if not (ask and sys.stdout.isatty()):
        return None
    target = Path(_name(file, made))
    if target.exists():
        hint = f"feltsense answer {shlex.quote(str(target))} asks what is open in it; -o OTHER.md writes a new one."
        raise ImportingError(f"{target} is there already, and is left as it is.", hint)
    return target


def _name(file: Path, made: "ImportedScript") -> str:
    from feltsense.authoring.scripts import title_slug  # noqa: PLC0415 - looks into the library

    return f"{file.stem if str(file) != '-' else title_slug(made.title) or 'untitled'}.md"


def _with_breaths(made: "ImportedScript") -> "ImportedScript":
    from feltsense.authoring.answering import take_breaths  # noqa: PLC0415 - not needed for help
    from feltsense.importing.own_scripts import with_answers  # noqa: PLC0415 - as above

    script, taken = take_breaths(made.script)
    what = "paced breath or repeat is" if len(taken) == 1 else "paced breaths and repeats are"
    echo(f"{len(taken)} {what} taken as offered." if taken else "No paced breath is offered in it.", err=True)
    return with_answers(made, script, taken)


def _asked(made: "ImportedScript", target: Path | None) -> "tuple[Exit, ImportedScript]":
    """Ask what is open; return how it ended, and the script with the answers, which its file has by then."""
    from feltsense.authoring.answering import Answering, ScriptSaver  # noqa: PLC0415 - not needed for help
    from feltsense.cli.asking import ask_and_tell  # noqa: PLC0415 - as above
    from feltsense.importing.own_scripts import with_answers  # noqa: PLC0415 - as above

    save = ScriptSaver(target, made.script.encode()) if target else None
    answering = Answering(made.script, save or (lambda _: None))
    with ended_by_signals():
        code = ask_and_tell(answering, str(target) if target else "")
    return code, with_answers(made, answering.script, answering.given)


def _show(file: Path, target: Path | None, made: "ImportedScript", *, ask: bool) -> None:
    """Report on standard error what became of the document, and what comes next."""
    from feltsense.cli.import_report import show_questions, show_report  # noqa: PLC0415 - not needed for help

    show_report(file, made)
    if not ask:
        again = f"feltsense import {shlex.quote(str(file))} --ask -o NAME.md"
        show_questions(made, f"feltsense answer {shlex.quote(str(target))}" if target else again)


def _put_out(file: Path, target: Path | None, made: "ImportedScript", *, as_json: bool) -> None:
    """Print the script or its file's name on standard output, or the report for programs."""
    from feltsense.cli.import_report import import_record  # noqa: PLC0415 - not needed for help

    if as_json:
        script = {} if target else {"script": made.script}
        echo_json({**script, **import_record(file, target, made)})
    elif target is not None:
        echo(target)
        step = "answer" if made.questions else "check"
        echo(f"\nNext: feltsense {step} {shlex.quote(str(target))}", err=True)
    else:
        echo_document(made.script)
        if sys.stdout.isatty():
            name = "NAME" if str(file) == "-" else file.stem
            echo(f"\nNothing was written; -o {shlex.quote(f'{name}.md')} writes it.", err=True)


def _read_bytes(file: Path, most: int) -> bytes:
    """Return the file's bytes; of a larger file one more than `most`, so that it is refused."""
    if str(file) == "-":
        return sys.stdin.buffer.read(most + 1)
    from feltsense.authoring.documents import read_bytes  # noqa: PLC0415 - not needed for help

    return read_bytes(file, most)
