"""What fits the hour, where nobody said what it is. Pure."""

from enum import StrEnum


class PartOfDay(StrEnum):
    """A part of the day, by the clock on the wall."""

    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"

    @property
    def dark(self) -> bool:
        """Whether it is no time to go outdoors."""
        return self in (PartOfDay.EVENING, PartOfDay.NIGHT)

    @property
    def slugs(self) -> tuple[str, ...]:
        """Return the exercises that fit, the best first."""
        return _FITTING[self]

    @property
    def question(self) -> str:
        """Return what is asked then."""
        return _QUESTIONS[self]

    @property
    def why(self) -> str:
        """Return a sentence about it."""
        return _WHY[self]


_FITTING = {
    PartOfDay.MORNING: ("orienting-to-the-room", "feet-on-the-floor", "gentle-breath", "one-tree", "even-breath"),
    PartOfDay.DAY: ("feet-on-the-floor", "orienting-to-the-room", "two-hands", "one-tree", "river-walk"),
    PartOfDay.EVENING: ("two-hands", "feet-on-the-floor", "weight-and-support", "an-evening-alone"),
    PartOfDay.NIGHT: ("feet-on-the-floor", "two-hands", "weight-and-support", "the-others-awake-tonight"),
}
_QUESTIONS = {
    PartOfDay.MORNING: "What is it this morning?",
    PartOfDay.DAY: "What is it right now?",
    PartOfDay.EVENING: "What is it this evening?",
    PartOfDay.NIGHT: "What is it tonight?",
}
_WHY = {
    PartOfDay.MORNING: "A slow look around, to arrive in the day.",
    PartOfDay.DAY: "A few minutes of coming back to where you are.",
    PartOfDay.EVENING: "A few minutes with your hands, after a day in the head.",
    PartOfDay.NIGHT: "It is late. This one is short, and asks for very little.",
}


def part_of_day(hour: int) -> PartOfDay:
    """Return the part of the day of an hour from 0 to 23."""
    if 5 <= hour < 10:
        return PartOfDay.MORNING
    if 10 <= hour < 18:
        return PartOfDay.DAY
    return PartOfDay.EVENING if 18 <= hour < 21 else PartOfDay.NIGHT
