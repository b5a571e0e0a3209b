"""Plays a sound that needs no screen, until it is over or Ctrl-C is pressed."""

import queue
from contextlib import suppress
from typing import TYPE_CHECKING

from feltsense.cli.output import echo
from feltsense.errors import PlaybackError
from feltsense.playback.outputs.registry import output_factory
from feltsense.playback.playing_sign import PlayingSign
from feltsense.playback.port import AlsoPlaying, DeviceBack, DeviceLost, Ended, Event, Failed, Silenced
from feltsense.playback.transport import Transport
from feltsense.system.paths import data_home
from feltsense.system.process_lock import playing_lock

if TYPE_CHECKING:
    from feltsense.mix.port import PlayableSource

_LOOK = 0.2
"""Seconds between two looks for Ctrl-C."""


def play_source(source: "PlayableSource", output_name: str, speed: float, fade: float) -> None:
    """Play a source until it is over or Ctrl-C is pressed, which fades it within `fade` seconds.

    Raises:
        FeltsenseError: it cannot be played, or there is nothing to hear it with.
    """
    told: queue.Queue[Event] = queue.Queue()
    sign = PlayingSign(playing_lock(data_home()))
    transport = Transport(source, output_factory(output_name, speed=speed), told.put, sign=sign)
    try:
        transport.play()
        try:
            _until_it_ends(told)
        except KeyboardInterrupt:
            transport.end(fade)
            _until_it_ends(told)
    finally:
        with suppress(KeyboardInterrupt):  # once more: at once
            transport.close()


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
