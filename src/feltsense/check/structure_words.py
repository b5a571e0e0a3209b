"""What the rules about structure look for, in each language that they know: English here, others beside it.

Structure is what holds in any language: one may leave, it is told how long it takes and when it will be quiet, and
there is a way back. A rule that asks how something is said knows English only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from feltsense.check.pattern import pattern
from feltsense.check.wording import CHOICES, EXIT_FORBIDDEN, EXIT_OFFERED
from feltsense.script.lazy_pattern import LazyPattern

SIGHT, MOVEMENT, STEP = "something to see or hear", "contact or movement", "a next small step"
"""What a way back has."""


@dataclass(frozen=True, eq=False, slots=True)
class StructureWords:
    """The patterns of one language, for plain sentences; `support` is for what is shown, in lower case."""

    exit_offered: LazyPattern
    """A sentence that says that the listener may stop or skip."""
    exit_forbidden: LazyPattern
    choices: LazyPattern
    length: LazyPattern
    """How long the whole takes."""
    quiet: LazyPattern
    """That it will be quiet, or what the quiet is for."""
    duration: LazyPattern
    """Right before a silence it says how long that is; earlier, how long the whole is."""
    bell: LazyPattern
    """That a bell will sound."""
    support: LazyPattern
    """Where help is."""
    way_back: Mapping[str, LazyPattern]
    """By `SIGHT`, `MOVEMENT` and `STEP`."""

    def offers_exit(self, text: str) -> bool:
        """Tell whether a plain sentence says that the listener may stop or skip."""
        return self.exit_offered.search(text) is not None and self.exit_forbidden.search(text) is None

    def offers_choice(self, text: str) -> bool:
        """Tell whether a plain sentence offers a choice or a way out."""
        return self.choices.search(text) is not None or self.offers_exit(text)


IN_FIGURES = r"\d+ (?:min|sec|sek|seg|s)"
"""Lengths as they are written in any of the languages here."""

ENGLISH = StructureWords(
    exit_offered=EXIT_OFFERED,
    exit_forbidden=EXIT_FORBIDDEN,
    choices=CHOICES,
    length=pattern(
        r"(?:\d+|a|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|few|couple of"
        r"|several|some|more)(?:-| )(?:more |long |short |quiet |slow |unhurried |or \w+ |to \w+ )*minutes?",
        r"half an hour|quarter of an hour|an hour|minutes?|(?:ninety|sixty|\d+) seconds",
        IN_FIGURES,
    ),
    quiet=pattern(
        r"quiet|silences?|silent|silently|wordless|without words|no words|voice|bell|(?:be|comes?) back(?! to)|for a"
        r" while",
        r"until|(?:in )?your own time|take your time|time to (?:write|draw|walk)|write|writing",
    ),
    duration=pattern(r"minutes?|seconds", IN_FIGURES),
    bell=pattern(r"bells?|chimes?|gong|bowl|rings?|ringing|tone"),
    support=LazyPattern(
        r"\b(?:helplines?|crisis|emergency|hotlines?|(?:someone|person|people|friend)\b[^\n]*\btrust|trusted"
        r"|professionals?|therapists?|clinicians?|doctors?|counsell?ors?|reach out|support (?:line|person|page|key)"
        r"|call (?:someone|a friend)|talk (?:to|with))\b"
    ),
    way_back={
        SIGHT: pattern(
            r"see|look\w*|hear\w*|sounds?|listen\w*|lights?|colou?rs?|room|window|around(?: you)?|eyes?|gaze|view"
            r"|shapes?|smell|find (?:one|a|two|three|something)"
            r"|outward|outside|sky|trees?|birds?",
        ),
        MOVEMENT: pattern(
            r"mov\w+|stretch\w*|wiggl\w+|fingers?|toes|press\w*|touch\w*|floor|ground|weight|contact|rock|roll|rub|turn"
            r"|shake|yawn"
            r"|hands?|feet|foot|textures?|reach|shoulders?|shift|lean\w*|chair|seat|back against|tap|sway|walk\w*"
            r"|steps?|surface",
        ),
        STEP: pattern(
            r"next|later|today|tonight|tomorrow|and rise|rise (?:in|slowly|when)|get(?:ting)? up|stand(?:ing)? up"
            r"|sit(?:ting)? up|go(?:ing)? (?:on"
            r"|back)|carry|continue"
            r"|rest of|your (?:day|evening|night)|(?:small|easy|ordinary|little|kind|one) (?:step|thing)|choose"
            r" something|water|tea|lamp"
            r"|walk|steps?|on your way|when you(?:'re| are) ready|sleep|afterwards|begin|send|write|call",
        ),
    },
)
