"""What the commands share: the workspace, exit codes, and the type of an exercise's name."""

from enum import IntEnum
from typing import TYPE_CHECKING

import click

from feltsense.system.paths import Workspace, find_workspace

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

pass_workspace = click.make_pass_decorator(Workspace)


class Exit(IntEnum):
    """Exit codes; others rely on them."""

    FINE = 0
    FAILED = 1
    """The thing asked for failed: a bad script, a refused length."""
    USAGE = 2
    INTERRUPTED = 130


class ExerciseName(click.ParamType[str]):
    """A slug, or a path to a script; the shell completes both."""

    name = "name"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG002 - click's signature
        """Offer the exercises, and files."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - not needed for help

        from feltsense.library.catalogue import slugs  # noqa: PLC0415 - as above

        workspace = find_workspace(ctx.find_root().params.get("workspace"))
        near = [CompletionItem(slug) for slug in slugs(workspace) if slug.startswith(incomplete)]
        return near or [CompletionItem(incomplete, type="file")]


EXERCISE = ExerciseName()
