"""The timeline as the JSON that stands beside the audio. Its form is the format's, version 1."""

from typing import Any

from feltsense.timeline.model import BellEvent, BreathEvent, Event, SilenceEvent, SoundEvent, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, milliseconds


def timeline_document(timeline: Timeline) -> dict[str, Any]:
    """Return the timeline as plain data: starts are absolute milliseconds, in order.

    Lengths are the difference of rounded ends, so that phrases and silences tile the whole in milliseconds too.
    """
    return {
        "version": 1,
        "exercise": timeline.slug,
        "script_sha256": timeline.script_sha256,
        "voice": timeline.voice,
        "sample_rate": SAMPLE_RATE,
        "frames": timeline.length,
        "duration_ms": milliseconds(timeline.length),
        "sections": [{"title": c.title, "start_ms": milliseconds(c.start)} for c in timeline.chapters],
        "events": [_event(event) for event in _in_order(timeline)],
    }


def _in_order(timeline: Timeline) -> list[Event]:
    """Return all events by start; what is laid over comes before what it lies on."""
    events: list[Event] = [*timeline.overlays, *timeline.tiles]
    return sorted(events, key=lambda event: event.start)


def _event(event: Event) -> dict[str, Any]:
    start = milliseconds(event.start)
    common = {"start_ms": start, "duration_ms": milliseconds(event.start + event.length) - start, "line": event.line}
    match event:
        case SpeechEvent():
            return {"kind": "phrase", **common, "text": event.text, "words": _words(event)}
        case SilenceEvent():
            return {"kind": "silence", **common, "elastic": event.elastic}
        case BreathEvent():
            return {"kind": "breath", **common, "text": event.phase.value, "round": event.round, "tone": event.tone}
        case BellEvent():
            return {"kind": "bell", **common, "text": "low" if event.low else "bell"}
        case SoundEvent():
            role = "soundscape" if event.soundscape else "play"
            return {"kind": "sound", **common, "text": event.name or "off", "role": role}


def _words(event: SpeechEvent) -> list[dict[str, Any]]:
    rows = []
    for word in event.words:
        start = milliseconds(event.start + word.start)
        end = milliseconds(event.start + word.start + word.length)
        rows.append({"text": word.text, "start_ms": start, "duration_ms": end - start})
    return rows
