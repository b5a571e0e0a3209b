"""Options that several commands have, in the same words everywhere."""

import click

from feltsense.cli.context import EXERCISE, MINUTES, SPEED, VoiceName

names_argument = click.argument("names", nargs=-1, type=EXERCISE, metavar="NAME…")
all_option = click.option("--all", "every", is_flag=True, help="Every exercise there is.")
minutes_option = click.option("--minutes", type=MINUTES, help="How long each lasts, to the sample.")
voice_option = click.option("--voice", type=VoiceName(), help="Another voice than the script's: feltsense voices.")
soundscape_option = click.option("--soundscape", help="Another background than the script's, or off.")
discreet_option = click.option(
    "--discreet/--no-discreet",
    default=None,
    help="No name, title, tag or picture tells what it is; its words stay in the texts. Default: as the settings.",
)
speed_option = click.option("--speed", type=SPEED, default=1.0, help="With --output silent only, for tests.")
