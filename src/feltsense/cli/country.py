"""Whose helplines are shown, where no country is chosen and the system's language names none."""

CHOOSE_COUNTRY = "To choose yours: feltsense --plain, and there, for example, country Ireland."


def country_note(region: str) -> str:
    """Return what is said of helplines that stand in something that is made; empty where there is a country."""
    return "" if region else f"No country is chosen, so the helplines are those for anywhere. {CHOOSE_COUNTRY}"
