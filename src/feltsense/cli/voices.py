"""`feltsense voices`: the voices that work here, and why the others do not."""

from dataclasses import asdict

import click

from feltsense.cli.output import Styled, echo, echo_json
from feltsense.cli.wrapping import wrap_text
from feltsense.voice.registry import voice_statuses


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
def command(*, as_json: bool) -> None:
    """Show the voices that work here, and why the others do not.

    A voice is chosen in a script's front matter (voice: heart) or with --voice.
    """
    found = voice_statuses()
    if as_json:
        echo_json([asdict(status) for status in found])
        return
    for status in found:
        mark = Styled("works", "green") if status.works else Styled("not here", "yellow")
        echo(Styled(status.name, bold=True), "  ", mark, f"  {status.summary}")
        if status.works and status.languages:
            echo(wrap_text(f"languages: {_first_languages(status.languages)}", "    "))
        if status.reason:
            echo(wrap_text(status.reason, "    "))


def _first_languages(languages: tuple[str, ...]) -> str:
    shown = ", ".join(languages[:12])
    return f"{shown} and {len(languages) - 12} more" if len(languages) > 12 else shown
