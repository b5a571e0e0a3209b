"""A soundscape by itself, until it is enough."""

import queue
from contextlib import suppress

from feltsense.cli.context import Exit
from feltsense.cli.output import echo
from feltsense.cli.wrapping import wrap_text
from feltsense.errors import PlaybackError
from feltsense.mix.soundscape_only import SoundscapeOnly
from feltsense.mix.soundscapes.registry import soundscape
from feltsense.playback.outputs.registry import output_factory
from feltsense.playback.playing_sign import PlayingSign
from feltsense.playback.port import AlsoPlaying, DeviceBack, DeviceLost, Ended, Event, Failed, Silenced
from feltsense.playback.transport import Transport
from feltsense.practice.options import ALL_NIGHT_MINUTES
from feltsense.system.paths import data_home
from feltsense.system.process_lock import playing_lock
from feltsense.units import frames_of_minutes

_FADE = 1.5
_LOOK = 0.2
"""Seconds between two looks for Ctrl-C."""


def play_soundscape(name: str, minutes: float | None, output_name: str, speed: float) -> Exit:
    """Play the soundscape called `name` until its time is over or Ctrl-C is pressed; None for all night.

    Raises:
        FeltsenseError: there is no such soundscape, it cannot be played, or there is nothing to hear it with.
    """
    found = soundscape(name)
    source = SoundscapeOnly(found.open(), frames_of_minutes(minutes or ALL_NIGHT_MINUTES))
    told: queue.Queue[Event] = queue.Queue()
    sign = PlayingSign(playing_lock(data_home()))
    transport = Transport(source, output_factory(output_name, speed=speed), told.put, sign=sign)
    echo(wrap_text(f"{found.title}. {found.summary} Ctrl-C ends it."), err=True)
    try:
        transport.play()
        try:
            _until_it_ends(told)
        except KeyboardInterrupt:
            transport.end(_FADE)
            _until_it_ends(told)
    finally:
        with suppress(KeyboardInterrupt):  # once more: at once
            transport.close()
    return Exit.FINE


def _until_it_ends(told: "queue.Queue[Event]") -> None:
    """Wait; a device that is lost is waited for, one that never was there is not.

    Raises:
        PlaybackError: there is no device, or the sound could not be made.
    """
    heard = False
    while True:
        try:
            event = told.get(timeout=_LOOK)
        except queue.Empty:
            continue
        match event:
            case Ended():
                return
            case Failed():
                raise PlaybackError(event.error.message, event.error.hint) from event.error
            case Silenced() if not heard:
                raise PlaybackError(event.reason, "feltsense doctor tells what works here.")
            case Silenced() | DeviceLost():
                heard = True
                echo(event.reason, err=True)
            case AlsoPlaying():
                echo(event.message, err=True)
            case DeviceBack():
                echo("Sound is back.", err=True)
            case _:
                pass
