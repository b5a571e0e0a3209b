"""`feltsense soundscapes`: the background sounds there are."""

import json

import click

from feltsense.mix.soundscapes.registry import SOUNDSCAPES


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
def command(*, as_json: bool) -> None:
    """Show the background sounds there are: each is made by feltsense itself, and never repeats.

    A soundscape is chosen in a script: soundscape: rain at its top, or [soundscape rain] on its way.
    """
    if as_json:
        records = [{"name": each.name, "title": each.title, "summary": each.summary} for each in SOUNDSCAPES.values()]
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    widest = max(map(len, SOUNDSCAPES))
    for each in SOUNDSCAPES.values():
        click.echo(f"{click.style(each.name.ljust(widest), bold=True)}  {each.title}: {each.summary}")
