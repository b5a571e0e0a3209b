"""`feltsense share`: exercises to a phone in the same Wi-Fi, and check-ins home. What does it is in `share_runner`."""

from typing import Any

import click

from feltsense.care.helplines import guess_region
from feltsense.cli.context import EXERCISE, MINUTES, Exit, ended_by_signals, pass_workspace
from feltsense.library.catalogue import slugs
from feltsense.library.courses import find_course
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings

_EXAMPLES = """\b
feltsense share feet-on-the-floor gentle-breath
feltsense share --course coming-home
feltsense share --all

Whoever has the address can listen while this runs, and nobody else. It ends with Ctrl-C, or by itself when nobody has
asked for anything for half an hour. What is answered on the phone waits here until you bring it into the journal."""


@click.command(epilog=_EXAMPLES)
@click.argument("names", nargs=-1, type=EXERCISE, metavar="NAME…")
@click.option("--all", "every", is_flag=True, help="Every exercise there is.")
@click.option("--course", metavar="NAME", help="The exercises of a course: feltsense courses.")
@click.option("--minutes", type=MINUTES, help="How long each lasts, to the sample.")
@click.option("--voice", help="Another voice than the script's: feltsense voices.")
@click.option("--soundscape", help="Another background than the script's, or off.")
@click.option("--address", help="This machine's address, where it has several: 192.168.1.20. IPv4 only.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; it is remembered. Default: as the last time.")
@click.option(
    "--same-address/--new-address",
    default=None,
    help="The same address each time, for bookmarks and podcast apps, or another each time. Default: as the last time.",
)
@click.option(
    "--discreet/--no-discreet",
    default=None,
    help="No name, title, tag or picture tells what it is; its words stay in the texts. Default: as the settings.",
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
    found = find_course(course) if course else None
    wanted = [*names, *((step.exercise for step in found.steps) if found else ()), *(slugs(workspace) if every else ())]
    if not wanted:
        raise click.UsageError(
            "There are no exercises here. feltsense new begins one."
            if every
            else "Name an exercise or more, or write --all, or --course NAME."
        )
    from feltsense.cli.share_runner import ShareRunner  # noqa: PLC0415 - slow to load, and not needed for help
    from feltsense.phone.model import PhoneRequest  # noqa: PLC0415 - as above

    settings = load_settings(data_home())
    if asked["discreet"] is None:
        asked["discreet"] = settings.discreet_names
    region = settings.region or guess_region()
    named = found.name if found else ""
    request = PhoneRequest(workspace, tuple(wanted), course=named, region=region, **asked)
    with ended_by_signals():
        done = ShareRunner(request, address, port, same_address=same_address, as_json=as_json).run()
    ctx.exit(Exit.FINE if done else Exit.FAILED)
