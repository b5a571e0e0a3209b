"""A program that plays and presses keys at given places; prints as JSON what happened. To be run by tests.

`playing_program.py OUTPUT SECONDS BURSTS KEYS`, where KEYS are a JSON list of [seconds, method, argument]; "leave"
just leaves, and tells at the very end whether the output has been closed by then.
"""

import atexit
import json
import sys
import time

from noise import Noise

from feltsense.playback.outputs.registry import output_factory
from feltsense.playback.port import Ended, Event, Failed
from feltsense.playback.transport import Transport
from feltsense.units import SAMPLE_RATE


def tell_output(transport: Transport) -> None:
    """Print whether the device is closed; of miniaudio only."""
    output = transport._devices._output
    sys.stdout.write(json.dumps({"closed": output is not None and getattr(output, "_device", "") is None}))


def main(name: str, seconds: str, bursts: str, keys: str) -> None:
    events: list[Event] = []
    transport = Transport(Noise(float(seconds), float(bursts)), output_factory(name), events.append)
    if "leave" in keys:
        atexit.register(tell_output, transport)  # called after all that is registered later
    transport.play()
    places = []
    for at, ask, *argument in json.loads(keys):
        while transport.position < at * SAMPLE_RATE:
            time.sleep(0.005)
        if ask == "leave":
            return
        getattr(transport, ask)(*argument)
        places.append(int(transport.position))
        if ask == "pause":
            time.sleep(0.6)
    while not any(isinstance(event, Ended | Failed) for event in events):
        time.sleep(0.005)
    start = time.monotonic()
    transport.close()
    closing = time.monotonic() - start
    told = {"events": [type(event).__name__ for event in events], "places": places, "closing": closing}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
