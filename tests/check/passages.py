"""Passages to hold a rule against, from files that a therapist could write.

A file holds groups. One begins with `%%% flag` or `%%% leave`; each line below it is a passage of its own, lines that
begin with # left out. In a group that begins with `%%% flag script` or `%%% leave script` all lines are one passage.
"""

from dataclasses import dataclass
from pathlib import Path

RULES = Path(__file__).parent / "rules"
_SIGN = "%%% "


@dataclass(frozen=True)
class Passages:
    """What a rule must flag, and what it must leave alone."""

    flag: tuple[str, ...]
    leave: tuple[str, ...]


def passages(code: str) -> Passages:
    """Return the passages of a rule."""
    found: dict[str, list[str]] = {"flag": [], "leave": []}
    text = (RULES / f"{code.lower()}.txt").read_text(encoding="utf-8")
    for group in text.removeprefix(_SIGN).split(f"\n{_SIGN}"):
        head, _, body = group.partition("\n")
        kind, _, form = head.partition(" ")
        lines = [line for line in body.splitlines() if line.strip() and not line.startswith("# ")]
        found[kind] += [body] if form == "script" else lines
    return Passages(tuple(found["flag"]), tuple(found["leave"]))
