"""What the page says and asks, as data: taken from the rooms that say it everywhere else, never written twice."""

from typing import Any

from feltsense.care.helplines import NO_TREATMENT, SAFETY, helplines, region
from feltsense.journal.model import TIER_INNER, When
from feltsense.journal.wording import WORDING_VERSION
from feltsense.practice import safety
from feltsense.practice.check_in import QUESTIONS, CheckInQuestion
from feltsense.practice.safety import Help

_HELP_IDS = {
    Help.ORIENTING: "orienting",
    Help.FEET_AND_HANDS: "feet",
    Help.SOMEONE: "someone",
    Help.HELPLINES: "helplines",
    Help.STOP: "stop",
}


def page_words() -> dict[str, Any]:
    """Return the questions of both check-ins, the honest words, and from which answers on they are said."""
    return {
        "questions": {when.value: [_question(each) for each in QUESTIONS[when]] for when in When},
        "wording": WORDING_VERSION,
        "safety": SAFETY,
        "no_treatment": NO_TREATMENT,
        "stirred": safety.STIRRED,
        "grounded": safety.GROUNDED,
        "before_tier_three": list(safety.BEFORE_TIER_THREE),
        "tier_one_first": safety.TIER_ONE_FIRST,
        "look_around": list(safety.LOOK_AROUND),
        "rise": safety.RISE,
        "high": safety.HIGH,
        "inner_tier": TIER_INNER,
        "help": [{"id": _HELP_IDS[each], "text": each.words} for each in Help],
        "pause": safety.PAUSE,
        "tier_one_next": safety.TIER_ONE_NEXT,
        "after_rescue": safety.AFTER_RESCUE,
    }


def _question(asked: CheckInQuestion) -> dict[str, Any]:
    rows = [list(row) for row in asked.rows] or None
    found: dict[str, Any] = {
        "field": asked.field.value,
        "text": asked.text,
        "ends": list(asked.ends) if any(asked.ends) else None,
        "rows": rows,
    }
    values = [str(value) for value in asked.choices.values()]
    if rows and values != list(asked.choices):  # what is kept of an answer is not what is read
        found["values"] = values
    return found


def page_helplines(code: str) -> dict[str, Any]:
    """Return the public helplines of a region: nobody's own people.

    Args:
        code: two letters; empty for those that know more for any place.
    """
    here = region(code)
    return {
        "region": here.name if here.code else "",
        "emergency": [{"number": each.number, "reaches": each.reaches} for each in here.emergency],
        "lines": [
            {
                "name": line.name,
                "serves": line.serves,
                "ways": list(line.ways),
                "hours": line.hours,
                "cost": line.cost,
                "url": line.url,
            }
            for line in helplines(code)
        ],
    }
