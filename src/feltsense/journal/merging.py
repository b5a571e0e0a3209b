"""Two records of one practice → one. A practice comes home in parts: begun, later answered, later ended."""

from dataclasses import replace
from typing import Any

from feltsense.journal.model import CheckIn, Field, Outcome, Practice

_LATER = ("length_ms", "rescued_at_ms")
"""What is not known when a practice begins."""


def merged(here: Practice, incoming: Practice) -> Practice:
    """Return what is known of a practice from two records of it with the same uid.

    The rule: what is given here stays, what is blank here is filled. So no answer that is here is lost, nor written
    over by an emptier or another one; where both give an answer and they differ, the one that is here stays. How far
    it got is the larger of both. An end that was not recorded here is taken from the other, and so is the note, with
    when it was written. Of two moments when the answers were given, the later one holds, unless the answers differ.

    Merging again changes nothing. Records of one practice as it grew may come in any order: the answers are the same.

    Two records that do not tell of the same practice, of another script, begun at another moment, or asked in another
    wording, are not mixed: the one that is here stays.
    """
    if not _same_practice(here, incoming):
        return here
    return replace(
        here,
        heard_ms=max(here.heard_ms, incoming.heard_ms),
        before=_merged_answers(here.before, incoming.before),
        after=_merged_answers(here.after, incoming.after),
        **{name: _first_given(getattr(here, name), getattr(incoming, name)) for name in _LATER},
        **_end(here, incoming),
        **_note_moment(here, incoming),
    )


def _same_practice(here: Practice, incoming: Practice) -> bool:
    return (here.uid, here.script_sha256, here.began_at, here.wording) == (
        incoming.uid,
        incoming.script_sha256,
        incoming.began_at,
        incoming.wording,
    )


def _merged_answers(here: CheckIn, incoming: CheckIn) -> CheckIn:
    answers: dict[str, Any] = {}
    contradicts = False
    for field in Field:
        own, other = getattr(here, field), getattr(incoming, field)
        answers[field] = other if _blank(own) else own
        contradicts = contradicts or (not _blank(own) and not _blank(other) and own != other)
    moments = [each for each in (here.said_at, incoming.said_at) if each is not None]
    said_at = here.said_at if contradicts and here.said_at else max(moments, default=None)
    return CheckIn(**answers, said_at=said_at)


def _end(here: Practice, incoming: Practice) -> dict[str, Any]:
    """Return how it ended and when; these belong together."""
    if here.ended is incoming.ended:
        return {"ended_at": _first_given(here.ended_at, incoming.ended_at)}
    if here.ended is Outcome.INTERRUPTED:
        return {"ended": incoming.ended, "ended_at": incoming.ended_at}
    return {}


def _note_moment(here: Practice, incoming: Practice) -> dict[str, Any]:
    """Return when the note was written, where that is known of the note that stays."""
    if here.after.note and here.after.note != incoming.after.note:
        return {}
    return {"note_written_at": _first_given(here.note_written_at, incoming.note_written_at)}


def _first_given(one: Any, other: Any) -> Any:
    return other if one is None else one


def _blank(answer: Any) -> bool:
    return answer is None or answer == ""
