"""`feltsense render`: what can be asked for. What does it is in `render_runner`, which loads slowly."""

from typing import Any

import click

from feltsense.cli.context import OUTPUT, Exit, ended_by_signals, pass_workspace
from feltsense.cli.options import (
    all_option,
    discreet_option,
    minutes_option,
    names_argument,
    soundscape_option,
    voice_option,
)
from feltsense.cli.output import echo, echo_json
from feltsense.library.catalogue import slugs
from feltsense.render.targets import Format, is_file_name
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import load_settings

_EXAMPLES = """\b
feltsense render feet-on-the-floor
feltsense render my-exercise.md --minutes 8 -o phone/
feltsense render --all -o phone/
feltsense render feet-on-the-floor short-body-scan --m4b -o evening.m4b"""

_FORMATS = [each.value for each in Format if each is not Format.M4B]


_JOINERS = "\u200c\u200d"
"""Invisible, and needed by some scripts."""


class TagText(click.ParamType[str]):
    """Words for a tag: one line, without what is no character."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        """Return them."""
        return "".join(char for char in " ".join(str(value).split()) if char.isprintable() or char in _JOINERS)


@click.command(epilog=_EXAMPLES)
@names_argument
@all_option
@click.option("-o", "--output", type=OUTPUT, help="A file, or a folder. Default: this folder.")
@minutes_option
@voice_option
@soundscape_option
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: mp3.")
@click.option("--m4b", "book", is_flag=True, help="One audiobook of all of them, with a chapter for each.")
@discreet_option
@click.option("--album", type=TagText(), help="In the tags. Default: feltsense and the pathway.")
@click.option("--album-artist", type=TagText(), default="", help="In the tags; else left out.")
@click.option("--year", type=click.IntRange(1000, 9999), help="In the tags; else left out.")
@click.option("--track-numbers", is_flag=True, help="1/12, 2/12 … in the tags, in this order.")
@click.option("--language-tag", is_flag=True, help="The language in the tags.")
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
@pass_workspace
@click.pass_context
def command(
    ctx: click.Context,
    workspace: Workspace,
    /,
    names: tuple[str, ...],
    *,
    every: bool,
    as_json: bool,
    book: bool,
    **asked: Any,
) -> None:
    """Make audio files for a phone, with captions, a transcript and the exact timing beside them.

    NAME is an exercise (feltsense list) or a path to a script.
    """
    from feltsense.cli.render_runner import RenderRequest, RenderRunner  # noqa: PLC0415 - slow to load, and not needed for help
    from feltsense.render.metadata import TagChoices  # noqa: PLC0415 - as above
    from feltsense.voice.synthesiser import VoicePool  # noqa: PLC0415 - as above

    wanted = [*names, *(slugs(workspace) if every else ())]
    if not wanted:
        raise click.UsageError("Name an exercise, or write --all.")
    form, output = asked.pop("form"), asked["output"]
    book = book or (is_file_name(output) and output.lower().endswith(".m4b"))
    if book and form:
        raise click.UsageError("An audiobook has a format of its own: leave --format out.")
    if asked["discreet"] is None:
        asked["discreet"] = load_settings(data_home()).discreet_names
    year = asked.pop("year")
    tags = TagChoices(
        asked.pop("album"), asked.pop("album_artist"), str(year or ""), language=asked.pop("language_tag")
    )
    request = RenderRequest(**asked, form=Format(form) if form else None, several=len(wanted) > 1, tags=tags)
    with ended_by_signals(), VoicePool(workspace) as speakers:
        runner = RenderRunner(workspace, request, speakers)
        outcomes = runner.book(wanted, quiet=as_json) if book else runner.each(wanted, quiet=as_json)
    if as_json:
        echo_json([outcome.record() for outcome in outcomes])
    failed = [outcome.name for outcome in outcomes if outcome.error]
    if len(outcomes) > 1 and not as_json:
        echo(_counted(len(wanted), failed), err=True)
    ctx.exit(Exit.FAILED if failed else Exit.FINE)


def _counted(wanted: int, failed: list[str]) -> str:
    if not failed:
        return f"{wanted} exercises rendered."
    return f"{wanted - len(failed)} of {wanted} exercises rendered. Not rendered: {', '.join(failed)}."
