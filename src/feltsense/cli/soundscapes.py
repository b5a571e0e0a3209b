"""`feltsense soundscapes`: the background sounds there are."""

import click

from feltsense.cli.output import Styled, echo, echo_json
from feltsense.cli.wrapping import wrap_text
from feltsense.mix.soundscapes.registry import SOUNDSCAPES


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
def command(*, as_json: bool) -> None:
    """Show the background sounds there are: each is made by feltsense itself, and never repeats.

    A soundscape is chosen in a script: soundscape: rain at its top, or [soundscape rain] on its way.
    """
    if as_json:
        records = [{"name": each.name, "title": each.title, "summary": each.summary} for each in SOUNDSCAPES.values()]
        echo_json(records)
        return
    widest = max(map(len, SOUNDSCAPES))
    for each in SOUNDSCAPES.values():
        name = each.name.ljust(widest)
        line = wrap_text(f"{each.title}: {each.summary}", f"{name}  ", " " * (widest + 2))
        echo(Styled(name, bold=True), line.removeprefix(name))
