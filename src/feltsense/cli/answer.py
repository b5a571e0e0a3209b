"""`feltsense answer`: what import could not know is asked, one by one, and answered in the script itself."""

import shlex
from typing import TYPE_CHECKING

import click

from feltsense.cli.context import EXERCISE, Exit, ended_by_signals, pass_workspace
from feltsense.cli.output import echo, show_error

if TYPE_CHECKING:
    from feltsense.system.paths import Workspace

_EXAMPLES = """\b
feltsense answer body-scan.md
feltsense import "Body scan.docx" --ask -o body-scan.md"""


@click.command(epilog=_EXAMPLES)
@click.argument("name", type=EXERCISE)
@pass_workspace
@click.pass_context
def command(ctx: click.Context, workspace: "Workspace", name: str) -> None:
    """Go through the questions that import left in a script, one by one, and write each answer into it.

    NAME is a script, or the name of an exercise. Enter takes the first choice; a number takes another one; words of
    your own are put in as they are; a length, such as 20s, is offered as a silence. s leaves a question open, b goes
    back, q ends, ? tells more. Each answer is kept at once.
    """
    from feltsense.authoring.answering import Answering, ScriptSaver  # noqa: PLC0415 - not needed for help
    from feltsense.cli.asking import ask_and_tell, somebody_to_ask  # noqa: PLC0415 - as above
    from feltsense.errors import EditingError  # noqa: PLC0415 - as above
    from feltsense.library.catalogue import find  # noqa: PLC0415 - as above

    found = find(name, workspace)
    saver = ScriptSaver(found.path, found.source)
    answering = Answering(saver.text, saver)
    if not answering.count:
        echo(f"No question is open in {found.path}.", err=True)
        ctx.exit(Exit.FINE)
    if not somebody_to_ask():
        hint = (
            f"feltsense check {shlex.quote(str(found.path))} lists the questions; each can be answered in the script."
        )
        show_error(EditingError("Questions are asked at a terminal, and there is none to answer on.", hint))
        ctx.exit(Exit.USAGE)
    with ended_by_signals():
        code = ask_and_tell(answering, str(found.path))
    if answering.still_open:
        echo(f"\nNext: feltsense answer {shlex.quote(str(found.path))}", err=True)
    ctx.exit(code)
