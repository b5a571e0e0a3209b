"""`feltsense phone`: a page with its audio for a phone, as a folder or as one file. What does it loads slowly."""

from typing import Any

import click

from feltsense.care.helplines import guess_region
from feltsense.cli.context import EXERCISE, MINUTES, OUTPUT, Exit, ended_by_signals, pass_workspace
from feltsense.library.catalogue import slugs
from feltsense.library.courses import find_course
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings

_EXAMPLES = """\b
feltsense phone feet-on-the-floor gentle-breath -o phone/
feltsense phone --all -o phone/
feltsense phone --single one-tree -o one-tree.html

The page of a folder opens on computers and from a web space, not in the file manager of a phone: there, use
feltsense share, or copy the MP3 files. The folder's README says it, too."""


@click.command(epilog=_EXAMPLES)
@click.argument("names", nargs=-1, type=EXERCISE, metavar="NAME…")
@click.option("--all", "every", is_flag=True, help="Every exercise there is.")
@click.option("--course", metavar="NAME", help="The exercises of a course: feltsense courses.")
@click.option("--single", type=EXERCISE, metavar="NAME", help="One exercise as one file that holds all it needs.")
@click.option("-o", "--output", type=OUTPUT, help="The folder; with --single, a file or a folder.")
@click.option("--minutes", type=MINUTES, help="How long each lasts, to the sample.")
@click.option("--voice", help="Another voice than the script's: feltsense voices.")
@click.option("--soundscape", help="Another background than the script's, or off.")
@click.option(
    "--discreet/--no-discreet",
    default=None,
    help="No name, title, tag or picture tells what it is; its words stay in the texts. Default: as the settings.",
)
@click.option("--base-url", metavar="URL", help="Where the folder will be in the web: adds a podcast feed.")
@click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
@pass_workspace
@click.pass_context
def command(  # noqa: PLR0913 - an argument for each option
    ctx: click.Context,
    workspace: Workspace,
    /,
    names: tuple[str, ...],
    *,
    every: bool,
    course: str | None,
    single: str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Make a page for a phone, with a check-in before and after, captions and “ground me now”.

    NAME is an exercise (feltsense list) or a path to a script. What is answered stays in the phone's browser until it
    is taken home as a file: feltsense journal import.
    """
    found = find_course(course) if course else None
    wanted = [*names, *((step.exercise for step in found.steps) if found else ()), *(slugs(workspace) if every else ())]
    _check_usage(wanted, single, asked, every=every)
    from feltsense.cli.phone_runner import PhoneRunner  # noqa: PLC0415 - slow to load, and not needed for help

    settings = load_settings(data_home())
    if asked["discreet"] is None:
        asked["discreet"] = settings.discreet_names
    region = settings.region or guess_region()
    with ended_by_signals():
        album = found.title if found and not names and not every else ""
        named = found.name if found else ""
        runner = PhoneRunner(workspace, region=region, album=album, course=named, as_json=as_json, **asked)
        done = runner.single(single) if single else runner.folder(tuple(wanted))
    ctx.exit(Exit.FINE if done else Exit.FAILED)


def _check_usage(wanted: list[str], single: str | None, asked: dict[str, Any], *, every: bool) -> None:
    """See that it was said what is to be made, and where.

    Raises:
        click.UsageError: it was not; it says what to write.
    """
    if single and wanted:
        raise click.UsageError("--single makes one file of one exercise. For several, leave it out.")
    if single and asked["base_url"]:
        raise click.UsageError("--base-url is for folders: one file has no feed.")
    if single:
        return
    if not wanted and not every:
        raise click.UsageError("Name an exercise or more, or write --all, or --course NAME, or --single NAME.")
    if not wanted:
        raise click.UsageError("There are no exercises here. feltsense new begins one.")
    if not asked["output"]:
        raise click.UsageError("Say where the folder is to be: -o FOLDER.")
