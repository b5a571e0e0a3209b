"""`feltsense voices`: the voices that work here, and why the others do not."""

import json
from dataclasses import asdict

import click

from feltsense.voice.registry import voice_statuses


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
def command(*, as_json: bool) -> None:
    """Show the voices that work here, and why the others do not.

    A voice is chosen in a script's front matter (voice: heart) or with --voice.
    """
    found = voice_statuses()
    if as_json:
        click.echo(json.dumps([asdict(status) for status in found], ensure_ascii=False, indent=1))
        return
    for status in found:
        mark = click.style("works", fg="green") if status.works else click.style("not here", fg="yellow")
        click.echo(f"{click.style(status.name, bold=True)}  {mark}  {status.summary}")
        if status.works and status.languages:
            click.echo(f"    languages: {_some(status.languages)}")
        if status.reason:
            click.echo(f"    {status.reason}")


def _some(languages: tuple[str, ...]) -> str:
    shown = ", ".join(languages[:12])
    return f"{shown} and {len(languages) - 12} more" if len(languages) > 12 else shown
