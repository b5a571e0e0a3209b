"""`feltsense phone`: a page with its audio for a phone, as a folder or as one file. What does it loads slowly."""

from typing import Any

import click

from feltsense.cli.context import EXERCISE, OUTPUT, Exit, ended_by_signals, pass_workspace
from feltsense.cli.phone_choice import PhoneChoice, choice_options, phone_choice
from feltsense.system.paths import Workspace

_EXAMPLES = """\b
feltsense phone feet-on-the-floor gentle-breath -o phone/
feltsense phone --all -o phone/
feltsense phone --single one-tree -o one-tree.html

The page of a folder opens on computers and from a web space, not in the file manager of a phone: there, use
feltsense share, or copy the MP3 files. The folder's README says it, too."""

_SAY_WHAT = "Name an exercise or more, or write --all, or --course NAME, or --single NAME."


@click.command(epilog=_EXAMPLES)
@choice_options
@click.option("--single", type=EXERCISE, metavar="NAME", help="One exercise as one file that holds all it needs.")
@click.option("-o", "--output", type=OUTPUT, help="The folder; with --single, a file or a folder.")
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
    output: str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Make a page for a phone, with a check-in before and after, captions and “ground me now”.

    NAME is an exercise (feltsense list) or a path to a script. What is answered stays in the phone's browser until it
    is taken home as a file: feltsense journal import.
    """
    choice = phone_choice(workspace, names, course, every=every)
    if single:
        _expect_alone(choice, asked)
    else:
        choice.expect_any(_SAY_WHAT, every=every)
        if not output:
            raise click.UsageError("Say where the folder is to be: -o FOLDER.")
    from feltsense.cli.phone_runner import PhoneRunner  # noqa: PLC0415 - slow to load, and not needed for help

    with ended_by_signals():
        runner = PhoneRunner(choice.request(**asked), output, as_json=as_json)
        done = runner.single(single) if single else runner.folder()
    ctx.exit(Exit.FINE if done else Exit.FAILED)


def _expect_alone(choice: PhoneChoice, asked: dict[str, Any]) -> None:
    """See that nothing but one exercise was asked for.

    Raises:
        click.UsageError: it was; it says what to write.
    """
    if choice.names:
        raise click.UsageError("--single makes one file of one exercise. For several, leave it out.")
    if asked["base_url"]:
        raise click.UsageError("--base-url is for folders: one file has no feed.")
