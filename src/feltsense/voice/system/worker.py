"""The worker behind the voice `system`: `python -m feltsense.voice.system.worker --folder FOLDER`.

pyttsx3 swallows errors, prints, hangs, and its C library may end the process; all of that stays in here. Requests are
JSON lines on standard input, answers JSON lines on what was standard output; see `protocol.py`. It ends when
its input ends. The only module that imports pyttsx3; numpy is not needed.
"""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

from feltsense.voice.system.espeak import SOURCES, espeak_rate, espeak_version, load_espeak
from feltsense.voice.system.protocol import Answer, EngineInfo, SpeakRequest, VoiceInfo

Engine = Any
"""pyttsx3 ships no types."""

_SETTLED_S = 2.0
"""espeak takes over a new rate in a thread of its own, within milliseconds."""

_SYNCHRONOUS = frozenset({"sapi5"})
"""Drivers that return from a run with the file written, and tell no end."""


def serve() -> None:
    """Serve until the input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="where the files go; removed at the end")
    parser.add_argument("--espeak", choices=SOURCES, default="auto")
    options = parser.parse_args()
    send = _private_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us decides
    requests: SimpleQueue[SpeakRequest] = SimpleQueue()
    Thread(target=_listen, args=(requests, options.folder), daemon=True).start()
    try:
        engine = _engine(options.espeak)
        send({"engine": _facts(engine)})
    except Exception as error:  # noqa: BLE001 - whatever an engine raises is what there is to tell
        send({"error": f"{type(error).__name__}: {error}"})
        return
    while True:
        send(_answer(engine, requests.get()))


def _private_output() -> Callable[[Answer], None]:
    """Return what writes answers; whatever else anybody prints goes to standard error from now on."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)

    def send(answer: Answer) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    return send


def _listen(requests: "SimpleQueue[SpeakRequest]", folder: Path) -> None:
    """Hand on requests. When they end, so does the process, even while the engine hangs."""
    paths = []
    for line in sys.stdin:
        request: SpeakRequest = json.loads(line)
        paths.append(Path(request["path"]))
        requests.put(request)
    with suppress(OSError):
        for path in paths:
            path.unlink(missing_ok=True)
        folder.rmdir()
    os._exit(0)


def _engine(espeak: str) -> Engine:
    load_espeak(espeak)
    import pyttsx3  # noqa: PLC0415 - a missing one is told to the other side

    return pyttsx3.init()


def _facts(engine: Engine) -> EngineInfo:
    driver = str(engine.driver_name)
    voices: list[VoiceInfo] = [
        {"id": voice.id, "name": voice.name or "", "languages": [str(tag) for tag in voice.languages if tag]}
        for voice in engine.getProperty("voices")
    ]
    espeak = espeak_version() if driver == "espeak" else ""
    return {"driver": driver, "espeak": espeak, "voice": str(engine.getProperty("voice")), "voices": voices}


def _answer(engine: Engine, request: SpeakRequest) -> Answer:
    try:
        problem = _set(engine, request["voice"], request["rate"]) or _write(engine, request)
    except Exception as error:  # noqa: BLE001 - as above
        problem = f"{type(error).__name__}: {error}"
    return {"error": problem} if problem else {}


def _set(engine: Engine, voice: str, rate: int) -> str:
    """Set voice and rate, and look whether they are set, for errors are swallowed. Return what is wrong."""
    engine.proxy.setBusy(False)  # so that settings take effect now and not in the run
    engine.setProperty("voice", voice)
    engine.setProperty("rate", rate)
    if engine.getProperty("voice") != voice:
        return f"it speaks with the voice {engine.getProperty('voice')} instead of {voice}"
    until = time.monotonic() + _SETTLED_S
    while engine.driver_name == "espeak" and espeak_rate() not in (rate, None):
        if time.monotonic() > until:
            return f"it speaks at the rate {espeak_rate()} instead of {rate}"
        time.sleep(0.001)
    return ""


def _write(engine: Engine, request: SpeakRequest) -> str:
    """Write the phrase and wait for the end, which may come after the run. Return what is wrong."""
    ended, problems = Event(), list[str]()

    def fail(problem: object) -> None:
        problems.append(str(problem))
        ended.set()

    def finished(name: object, completed: bool) -> None:  # noqa: ARG001, FBT001 - the names are pyttsx3's
        ended.set() if completed else fail("it stopped in the middle")

    tokens = [
        engine.connect("finished-utterance", finished),
        engine.connect("error", lambda name, exception: fail(exception)),  # noqa: ARG005 - the names are pyttsx3's
    ]
    sys.unraisablehook = lambda raised: fail(raised.exc_value)  # what fails in a callback from C ends here
    engine.proxy.setBusy(True)  # as in a fresh engine: what is queued waits for the run, and its end for the file
    engine.save_to_file(request["text"], request["path"])
    engine.runAndWait()
    if engine.driver_name not in _SYNCHRONOUS and not ended.wait(request["timeout_s"]):
        problems.append("it told no end")
    for token in tokens:
        engine.disconnect(token)
    return "; ".join(problems)


if __name__ == "__main__":
    serve()
