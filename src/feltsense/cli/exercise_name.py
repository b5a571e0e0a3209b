"""Exercise names on the command line: completed by the shell."""

import click
from click.shell_completion import CompletionItem

from feltsense.system.paths import find_workspace


class ExerciseName(click.ParamType[str]):
    """A slug, or a path to a script."""

    name = "name"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """Offer the exercises, and files."""
        from feltsense.library.catalogue import slugs  # noqa: PLC0415 - not needed for help

        workspace = find_workspace(ctx.find_root().params.get("workspace"))
        near = [CompletionItem(slug) for slug in slugs(workspace) if slug.startswith(incomplete)]
        return near or [CompletionItem(incomplete, type="file")]


EXERCISE = ExerciseName()
