"""`feltsense new`: a script to begin with."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from feltsense.cli.context import OUTPUT, pass_workspace
from feltsense.cli.output import echo
from feltsense.system.paths import names_folder

if TYPE_CHECKING:
    from feltsense.system.paths import Workspace

PRACTICES = (
    "grounding", "orienting", "breath", "body-scan", "self-compassion", "loving-kindness", "focusing", "parts",
    "reframing", "rehearsal", "journalling", "nature",
)  # fmt: skip
"""Those of the format, whose module loads slowly; a test holds them together."""

_EXAMPLES = """\b
feltsense new evening-feet --practice grounding
feltsense new "What I wrote last night" --blank
feltsense new "A quiet letter" --practice journalling -o letters/"""
_NO_SLUG = re.compile(r"[^\w-]+")


@click.command(epilog=_EXAMPLES)
@click.argument("name")
@click.option("--practice", type=click.Choice(PRACTICES), help="What kind of exercise it is.")
@click.option("--blank", is_flag=True, help="An empty page with its title, for words of your own.")
@click.option("-o", "--output", type=OUTPUT, help="Another file or folder than the workspace's.")
@pass_workspace
def command(workspace: "Workspace", name: str, practice: str | None, output: str | None, *, blank: bool) -> None:
    """Begin a script: a whole small exercise, with comments that teach the format on the way, or an empty page.

    NAME is its title or its short name; the file goes into the workspace's exercises/. Nothing is ever written over.
    """
    from feltsense.authoring.files import create_file  # noqa: PLC0415 - not needed for help
    from feltsense.authoring.scripts import empty_page, template  # noqa: PLC0415 - as above
    from feltsense.script.parser import readable  # noqa: PLC0415 - as above
    from feltsense.script.text import normalised  # noqa: PLC0415 - as above

    if blank == (practice is not None):
        raise click.UsageError("Say what it begins with: --practice KIND, as in --practice breath, or --blank.")
    title = readable(normalised(name))
    slug = _NO_SLUG.sub("-", title.lower().replace("'", "").replace("’", "")).strip("-_")
    if not slug:
        raise click.UsageError(f"“{name}” is no name for a file. Write some letters, as in evening-feet.")
    target = _target(output or str(workspace.exercises), slug)
    create_file(target, template(practice, title) if practice else empty_page(title))
    echo(target)
    echo(f"  {'Change what you like' if practice else 'Write or paste your words'}; each save is told of by", err=True)
    echo(f"  feltsense watch {_quoted(target)} --listen", err=True)


def _target(output: str, slug: str) -> Path:
    return Path(output) if output.endswith(".md") and not names_folder(output) else Path(output, f"{slug}.md")


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
