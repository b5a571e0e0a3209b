"""`feltsense completion`: what a shell needs to complete our commands."""

import click
from click.shell_completion import get_completion_class

from feltsense.cli.output import echo

_HOW = {
    "bash": 'eval "$(feltsense completion bash)"   in ~/.bashrc',
    "zsh": 'eval "$(feltsense completion zsh)"   in ~/.zshrc',
    "fish": "feltsense completion fish | source   in ~/.config/fish/config.fish",
}


@click.command(epilog="\b\nPut a line into your shell's own file:\n" + "\n".join(_HOW.values()))
@click.argument("shell", type=click.Choice(list(_HOW)))
def command(shell: str) -> None:
    """Print what lets your SHELL complete commands and exercise names."""
    from feltsense.cli.main import cli  # noqa: PLC0415 - it imports this module

    found = get_completion_class(shell)
    assert found is not None  # noqa: S101 - the choices are click's own
    echo(found(cli, {}, "feltsense", "_FELTSENSE_COMPLETE").source())
