"""Which outputs there are. A new one is one module and one line here."""

from collections.abc import Callable
from difflib import get_close_matches

from feltsense.errors import PlaybackError
from feltsense.playback.clock import Clock, SystemClock
from feltsense.playback.outputs import miniaudio_output, silent_output, simpleaudio_output
from feltsense.playback.port import Output, OutputStatus

AUTO = "auto"
"""The first that works; silence if none does."""

OUTPUTS: dict[str, Callable[[Clock], Output]] = {
    "miniaudio": miniaudio_output.MiniaudioOutput,
    "simpleaudio": simpleaudio_output.SimpleaudioOutput,
    "silent": silent_output.SilentOutput,
}
"""Name → what makes it. Nothing is opened yet."""

NAMES = (AUTO, *OUTPUTS)


def output_factory(name: str, clock: Clock | None = None, speed: float = 1.0) -> Callable[[], Output]:
    """Return what makes outputs called `name`: a transport makes one for each time it opens a device.

    Args:
        name: one of `NAMES`.
        clock: None for the real clock.
        speed: for `silent` only, how many times faster than in real time.

    Raises:
        PlaybackError: there is none of that name, or it cannot be used on this machine at all. A device that is
            missing is no error here: playing then goes on silently, and looks for it.
    """
    time = clock or SystemClock()
    if name == "silent":
        return lambda: silent_output.SilentOutput(time, speed)
    if speed != 1.0:
        raise PlaybackError("Only the silent output can go faster than time.", "Add --output silent.")
    if name == "simpleaudio":
        simpleaudio_output.require_simpleaudio()
    chosen = "miniaudio" if name == AUTO else name
    if chosen not in OUTPUTS:
        near = get_close_matches(name, NAMES, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Outputs are: {', '.join(NAMES)}."
        raise PlaybackError(f"There is no output called “{name}”.", hint)
    return lambda: OUTPUTS[chosen](time)


def output_statuses() -> tuple[OutputStatus, ...]:
    """Return for each output whether it works here. Devices are opened for a moment, and nothing is heard."""
    return miniaudio_output.miniaudio_status(), simpleaudio_output.simpleaudio_status(), silent_output.silent_status()
