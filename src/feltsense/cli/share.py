"""`feltsense share`: exercises to a phone in the same Wi-Fi, and check-ins home. What does it is in `share_runner`."""

from typing import Any

import click

from feltsense.cli.context import Exit, ended_by_signals, pass_workspace
from feltsense.cli.phone_choice import choice_options, phone_choice
from feltsense.system.paths import Workspace

_EXAMPLES = """\b
feltsense share feet-on-the-floor gentle-breath
feltsense share --course coming-home
feltsense share --all

Whoever has the address can listen while this runs, and nobody else. It ends with Ctrl-C, or by itself when nobody has
asked for anything for half an hour. What is answered on the phone waits here until you bring it into the journal."""


@click.command(epilog=_EXAMPLES)
@choice_options
@click.option("--address", help="This machine's address, where it has several: 192.168.1.20. IPv4 only.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; it is remembered. Default: as the last time.")
@click.option(
    "--same-address/--new-address",
    default=None,
    help="The same address each time, for bookmarks and podcast apps, or another each time. Default: as the last time.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="For programs: a line of JSON with the address; nothing is asked."
)
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
    address: str | None,
    port: int | None,
    same_address: bool | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Bring exercises to a phone in the same Wi-Fi, and check-ins home, without any cloud.

    NAME is an exercise (feltsense list) or a path to a script. The phone opens the address that is shown, or scans it.
    """
    choice = phone_choice(workspace, names, course, every=every)
    choice.expect_any("Name an exercise or more, or write --all, or --course NAME.", every=every)
    from feltsense.cli.share_runner import ShareRunner  # noqa: PLC0415 - slow to load, and not needed for help

    request = choice.request(**asked)
    with ended_by_signals():
        done = ShareRunner(request, address, port, same_address=same_address, as_json=as_json).run()
    ctx.exit(Exit.FINE if done else Exit.FAILED)
