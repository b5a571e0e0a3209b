"""What every command is given, and how errors are told."""

import click

from feltsense.errors import FeltsenseError
from feltsense.system.paths import Workspace

pass_workspace = click.make_pass_decorator(Workspace)


def tell(error: FeltsenseError) -> None:
    """Say on standard error what happened, and what to do next."""
    click.echo(error.message, err=True)
    if error.hint:
        click.echo(f"  {error.hint}", err=True)
