"""Helplines and emergency numbers by region, from the TOML files beside this one.

Each entry names the public page that it was compared with, and the day of that. What no page confirmed is not here.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from feltsense.system.user_locale import locale_territory

WORLD = ""
"""The region of whoever is in none of the others."""

SAFETY = (
    "This player can't see how you are and can't call anyone. If you or someone else might be in danger, "
    "contact emergency services now."
)
"""Shown wherever support is."""

NO_TREATMENT = "For wellbeing and practice between sessions; not a treatment, a diagnosis or an emergency service."

_ALSO_CALLED = {
    "GB": ("uk", "u.k.", "great britain", "britain", "england", "scotland", "wales", "northern ireland"),
    "US": ("usa", "u.s.", "u.s.a.", "united states of america", "america"),
    "NL": ("holland",),
    "NZ": ("aotearoa",),
    "DE": ("deutschland",),
    "AT": ("österreich",),
    "CH": ("schweiz", "suisse", "svizzera"),
    "ES": ("españa",),
    "IT": ("italia",),
    "BE": ("belgië", "belgique"),
    "IN": ("bharat",),
}
"""What people call a country beside its name, in small letters."""

_NO_LANGUAGE = frozenset(["", "C", "POSIX"])


@dataclass(frozen=True, slots=True)
class Emergency:
    """A number for danger."""

    number: str
    reaches: str
    """Who answers or comes."""
    source: str
    verified_on: date
    source_date: str = ""
    """When the source was written, as far as it says."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """People who answer."""

    name: str
    serves: str
    """Who may turn to them, and with what."""
    languages: tuple[str, ...]
    source: str
    """The public page that it was compared with."""
    verified_on: date
    """The day of that."""
    call: str = ""
    text: str = ""
    """What to send, and where to: `HOME to 741741`."""
    whatsapp: str = ""
    chat: str = ""
    """Where in the web."""
    hours: str = ""
    """Empty where no page says."""
    cost: str = ""
    url: str = ""
    source_date: str = ""
    """When the source was written, as far as it says."""

    @property
    def ways(self) -> tuple[str, ...]:
        """How to reach them, a sentence each, the quickest first."""
        given = (
            ("Call", self.call),
            ("Text", self.text),
            ("Write by WhatsApp to", self.whatsapp),
            ("Chat at", self.chat),
        )
        found = tuple(f"{verb} {how}" for verb, how in given if how)
        return found or (f"Look at {self.url.removeprefix('https://')}",)


@dataclass(frozen=True, slots=True)
class Region:
    """Where people are, and who is there for them."""

    code: str
    """Two letters, or `WORLD`."""
    name: str
    emergency: tuple[Emergency, ...]
    lines: tuple[Helpline, ...]


def region(code: str) -> Region:
    """Return the region with that code, or the one for anywhere where there is none."""
    return _regions().get(code.upper(), _regions()[WORLD])


def regions() -> dict[str, str]:
    """Return the name of each region by its code, in the order of the names; `WORLD` comes last."""
    found = sorted((each.name, code) for code, each in _regions().items() if code != WORLD)
    return {code: name for name, code in found} | {WORLD: _regions()[WORLD].name}


def helplines(code: str) -> tuple[Helpline, ...]:
    """Return who can be turned to in a region, and then those who know more for any place."""
    here, anywhere = region(code), _regions()[WORLD]
    return here.lines if here is anywhere else here.lines + anywhere.lines


def find_region(name: str) -> str | None:
    """Return the code of the region that is called so: by its name, another one, or its two letters; None for none."""
    wanted = name.strip().casefold().removeprefix("the ").strip()
    for code, each in regions().items():
        if code and wanted in (code.casefold(), each.casefold(), *_ALSO_CALLED.get(code, ())):
            return code
    return None


def guess_region(environ: Mapping[str, str] = os.environ) -> str:
    """Return the region that the system's language names, as in `en_GB.UTF-8`; `WORLD` where it names none of ours."""
    territory = locale_territory(environ)
    return territory if territory in _regions() else WORLD


@cache
def _regions() -> dict[str, Region]:
    found = {}
    for each in resources.files(__package__).iterdir():
        if each.name.endswith(".toml"):
            read = _region(tomllib.loads(each.read_text("utf-8")))
            found[read.code] = read
    return found


def _region(found: dict[str, Any]) -> Region:
    emergency = tuple(Emergency(**each) for each in found["emergency"])
    lines = tuple(Helpline(**{**each, "languages": tuple(each["languages"])}) for each in found["line"])
    return Region(found["region"], found["name"], emergency, lines)
