"""What the check-in asks and the words it offers. A practice keeps the version that it was asked with."""

WORDING_VERSION = 1
"""Raise it when a question, a scale, a place or a word changes, so that old answers are not read in new words.

One more place or word changes no answer that was given: it leaves the version as it is.
"""

DISTRESS = "How much distress is there right now?"
DISTRESS_ENDS = ("at ease", "the worst you know")
"""What 0 and 10 mean."""

CONNECTION = "How alone or connected do you feel right now?"
CONNECTION_ENDS = ("all alone", "connected")
"""What 0 and 10 mean."""

PLACE = "Where in the body do you notice it?"
WORD = "Is there a word for it?"
TOO_MUCH = "Was any of it too much?"
NOTE = "A line for yourself, if you like."

LOWEST, HIGHEST = 0, 10

PLACES = (
    "head", "face", "throat", "chest", "shoulders", "arms", "hands", "belly", "back", "hips", "legs", "feet",
)  # fmt: skip
"""Twelve regions of the body, from above down."""

NO_REGION = ("all over", "nowhere", "numb")
"""What can be said of the place where no region fits. Added later: what was said before means what it meant."""

ALL_PLACES = (*PLACES, *NO_REGION)

WORDS = (
    ("warm", "cool"),
    ("heavy", "light"),
    ("tight", "loose"),
    ("open", "closed"),
    ("hollow", "full"),
    ("tingly", "buzzing", "fluttery", "pulsing", "shaky", "still"),
    ("numb", "faint", "clear"),
    ("achy", "sore", "prickly"),
    ("knotted", "braced", "soft", "spacious"),
    ("restless", "steady"),
    ("nothing I can name",),
)
"""Words in columns. None is better than another: numb is as good as warm."""

ALL_WORDS = frozenset(word for column in WORDS for word in column)


def place_in_words(place: str) -> str:
    """Return a place as it stands in a sentence: `in the chest`, `all over`."""
    return place if place in NO_REGION else f"in the {place}"
