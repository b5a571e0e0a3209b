"""Our own colours: warm and muted, in three themes. Stylesheets name these variables and never a colour."""

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "feltsense-dark", "feltsense-light", "feltsense-contrast"

_ROLES = ("ink", "soft", "hush", "line", "glow", "raised")
"""`ink` what matters now; `soft` what goes with it; `hush` what is over or may wait (text still); `line` tracks and
outlines, never text; `glow` the breath and what is chosen; `raised` the ground under a chosen row."""


def _theme(name: str, background: str, colours: tuple[str, ...], *, dark: bool) -> Theme:
    """Return the theme with `colours` in the order of `_ROLES`."""
    role = dict(zip(_ROLES, colours, strict=True))
    return Theme(
        name=name,
        primary=role["glow"],
        secondary=role["soft"],
        accent=role["glow"],
        warning=role["glow"],
        error=role["glow"],
        success=role["glow"],
        foreground=role["ink"],
        background=background,
        surface=background,
        panel=role["raised"],
        boost=role["raised"],
        dark=dark,
        variables=role | _derived(background, role),
    )


def _derived(background: str, role: dict[str, str]) -> dict[str, str]:
    """Return Textual's own variables, as far as its widgets show them here, out of ours."""
    return {
        "text": role["ink"],
        "text-muted": role["soft"],
        "text-disabled": role["hush"],
        "border": role["line"],
        "border-blurred": role["line"],
        "block-cursor-background": role["raised"],
        "block-cursor-foreground": role["ink"],
        "block-cursor-blurred-background": role["raised"],
        "block-hover-background": role["raised"],
        "input-cursor-background": role["glow"],
        "input-cursor-foreground": background,
        "scrollbar": role["line"],
        "scrollbar-hover": role["hush"],
        "scrollbar-active": role["soft"],
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
    }


THEMES = (
    _theme(DARK, "#161310", ("#e9dcc5", "#ab9c86", "#968773", "#574c3f", "#a9bf95", "#231e19"), dark=True),
    _theme(LIGHT, "#f7f1e5", ("#2d2720", "#5f5446", "#6b5e4a", "#cfc2ab", "#4a6240", "#ece2cf"), dark=False),
    _theme(CONTRAST, "#000000", ("#ffffff", "#e4ded2", "#c2bbae", "#8f897e", "#c9f2a6", "#2b2b2b"), dark=True),
)

CODE_DARK, CODE_LIGHT = "#000000", "#ffffff"
"""The modules of a code for cameras, in every theme: turned round, or in less contrast, many cannot read it."""
