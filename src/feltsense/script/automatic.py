"""The silences that nobody writes: how long they are, and how far they may stretch."""

from feltsense.script.model import Close

AUTOMATIC_AFTER = {Close.SENTENCE: 1500, Close.QUESTION: 6000, Close.PARAGRAPH: 4000}
"""Milliseconds after a phrase, by what it ends with."""
AUTOMATIC_BEFORE_SECTION = 6000
"""Milliseconds before a section, in place of the one after its last phrase."""
AUTOMATIC_FLOOR, AUTOMATIC_CEILING = 0.4, 3.0
"""What the least and the most are, as parts of it."""
