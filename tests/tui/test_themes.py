"""The colours of all themes: readable, complete, and none drawn that is not of the theme."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from player_app import add_practices
from test_screenshots import SCREENS
from textual.color import Color
from textual.screen import Screen
from textual.theme import Theme

import feltsense.tui
from feltsense.tui.app import Feltsense
from feltsense.tui.themes import CONTRAST, THEMES

FOLDER = Path(feltsense.tui.__file__).parent
BY_NAME = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
ROLES = ("ink", "soft", "hush", "line", "glow", "raised")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21, as the WCAG reckons it."""

    def luminance(colour: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in Color.parse(colour).normalized]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@BY_NAME
def test_text_can_be_read(theme: Theme) -> None:
    least = 7.0 if theme.name == CONTRAST else 4.5
    for ground in (theme.background, theme.variables["raised"]):
        for role in ("ink", "soft", "hush", "glow"):
            assert contrast(theme.variables[role], str(ground)) >= least, (theme.name, role, ground)


def drawn_with(path: Path) -> set[str]:
    return set(re.findall(r"\$([a-z][a-z-]*)", path.read_text("utf-8")))


@BY_NAME
def test_every_variable_that_is_drawn_with_is_there(theme: Theme) -> None:
    used = set().union(*(drawn_with(path) for path in sorted(FOLDER.rglob("*.py")) + sorted(FOLDER.rglob("*.tcss"))))
    assert used <= {*theme.variables, "background"}
    assert set(ROLES) <= set(theme.variables)
    assert set(theme.variables) == set(THEMES[0].variables)


def test_colours_are_named_in_one_place_only() -> None:
    paths = [*FOLDER.rglob("*.py"), *FOLDER.rglob("*.tcss")]
    mixed = [path.name for path in paths if re.search(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8"))]
    assert mixed == ["themes.py"]


DRAWN = ("library", "journal", "settings", "check-in note", "keys", "player paused")
"""Screens with a widget of Textual's or of another library each."""


@pytest.mark.asyncio
@pytest.mark.parametrize("name", DRAWN)
async def test_only_the_colours_of_the_theme_are_drawn(
    name: str, player: Callable[..., Feltsense], player_home: Path
) -> None:
    add_practices(player_home, ((6, 4), (7, 5), (5, 5), (None, 3)))
    app = player()
    async with app.run_test() as pilot:
        await SCREENS[name](pilot)
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            ours = {theme.variables[role] for role in ROLES} | {theme.background}
            assert set(colours_of(app.screen)) <= ours, theme.name


def colours_of(screen: Screen[Any]) -> Iterator[str]:
    """Yield the colours that are seen: of letters, and of the ground behind them."""
    for strip in screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is None:
                continue
            if text.strip() and style.color is not None:
                yield style.color.get_truecolor().hex
            if style.bgcolor is not None:
                yield style.bgcolor.get_truecolor().hex
