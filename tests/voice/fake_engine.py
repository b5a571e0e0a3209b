"""An engine in the place of pyttsx3: every text is a tone of its own, and it has the bad habits that it is told to.

It runs in the worker's process, so the environment tells it: `FEIGN` is what it does wrong; with `FEIGN_ONCE` only
until the file of that name is there.
"""

import ctypes
import hashlib
import math
import os
import struct
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # each worker would load it
    import pytest

RATE = 22_050
FOREVER_S = 3600
SILENT = ("nothing", "error", "raise")
"""What it does wrong without writing anything."""


def feign(monkeypatch: "pytest.MonkeyPatch", folder: Path, wrong: str = "", *, once: bool = False) -> None:
    """Put this engine in the place of pyttsx3 for every worker that starts from now on."""
    folder.mkdir(exist_ok=True)
    (folder / "pyttsx3.py").write_text("from fake_engine import init as init\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(Path(__file__).parent)]))
    monkeypatch.setenv("FEIGN", wrong)
    monkeypatch.setenv("FEIGN_NOTE", str(folder / "note"))
    if once:
        monkeypatch.setenv("FEIGN_ONCE", str(folder / "once"))


def pitch(text: str) -> int:
    """Return the tone of `text`, in periods a second."""
    return 200 + int.from_bytes(hashlib.sha256(text.encode()).digest()[:2], "big") % 2000


def wrong() -> str:
    """Return what to do wrong this time."""
    once = os.environ.get("FEIGN_ONCE")
    if once and Path(once).exists():
        return ""
    if once:
        Path(once).touch()
    return os.environ["FEIGN"]


class FakeVoice(NamedTuple):
    id: str
    name: str
    languages: list[str]


VOICES = [
    FakeVoice("com.apple.speech.synthesis.voice.Bells", "Bells", ["en_US"]),
    FakeVoice("fake/anna", "Anna Fake", ["de_DE"]),
    FakeVoice("fake/brit", "Brit Fake", ["en_GB"]),
    FakeVoice("fake/sam", "Sam Fake", ["en_US"]),
]

Token = tuple[str, Callable[..., None]]


class FakeProxy:
    def setBusy(self, busy: bool) -> None:  # noqa: N802, FBT001 - pyttsx3's names
        """There is no queue here."""


class FakeEngine:
    def __init__(self) -> None:
        self.driver_name = "sapi5" if os.environ["FEIGN"] == "sapi5" else "fake"
        self.proxy = FakeProxy()
        self.properties: dict[str, object] = {"voice": "fake/sam", "rate": 200, "voices": VOICES}
        self.calls: list[Token] = []
        self.asked: list[tuple[str, str]] = []

    def getProperty(self, name: str) -> object:  # noqa: N802 - pyttsx3's name
        return self.properties[name]

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802 - pyttsx3's name
        if not (name == "voice" and os.environ["FEIGN"] == "deaf"):
            self.properties[name] = value

    def connect(self, topic: str, call: Callable[..., None]) -> Token:
        self.calls.append((topic, call))
        return topic, call

    def disconnect(self, token: Token) -> None:
        self.calls.remove(token)

    def save_to_file(self, text: str, path: str) -> None:
        self.asked.append((text, path))

    def runAndWait(self) -> None:  # noqa: N802 - pyttsx3's name
        fault = wrong()
        BEFORE.get(fault, lambda: None)()
        if fault not in SILENT:
            text, path = self.asked[0 if fault == "old" else -1]
            (write_aiff if fault == "aiff" else write)(text, path, 0 if fault == "empty" else RATE // 2)
            if fault == "torn":
                os.truncate(path, 1001)
        if fault == "error":
            self.tell("error", exception=ValueError("out of breath"))
        elif fault not in ("endless", "sapi5"):
            self.tell("finished-utterance", completed=fault != "stopped")

    def tell(self, topic: str, **told: object) -> None:
        for wanted, call in list(self.calls):
            if wanted == topic:
                call(name=None, **told)


def tone(text: str, length: int, order: str) -> bytes:
    step = 2 * math.pi * pitch(text) / RATE
    return b"".join(struct.pack(f"{order}h", round(9000 * math.sin(step * n))) for n in range(length))


def write(text: str, path: str, length: int) -> None:
    with wave.open(path, "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(tone(text, length, "<"))


def write_aiff(text: str, path: str, length: int) -> None:
    """As Apple's engine does, whatever the file is called."""
    rate = struct.pack(">HQ", 16383 + 14, RATE << (63 - 14))
    common = struct.pack(">4sIHIH", b"COMM", 18, 1, length, 16) + rate
    sound = struct.pack(">4sIII", b"SSND", 8 + 2 * length, 0, 0) + tone(text, length, ">")
    Path(path).write_bytes(struct.pack(">4sI4s", b"FORM", 4 + len(common + sound), b"AIFF") + common + sound)


def hang() -> None:
    time.sleep(FOREVER_S)


def hang_with_child() -> None:
    child = subprocess.Popen([sys.executable, "-c", f"import time; time.sleep({FOREVER_S})"])
    Path(os.environ["FEIGN_NOTE"]).write_text(str(child.pid))
    hang()


def leave() -> None:
    os._exit(3)


def shout() -> None:
    """Print in every way that there is, more than a pipe holds."""
    print('{"error": "printed"}\n' * 5000)
    os.write(1, b'{"error": "written"}\n' * 5000)
    ctypes.CDLL(None).puts(b'{"error": "put"}')
    ctypes.CDLL(None).fflush(None)
    subprocess.run(["echo", '{"error": "echoed"}'], check=True)


def fail() -> None:
    raise RuntimeError("out of order")


BEFORE: dict[str, Callable[[], None]] = {
    "hang": hang, "hang with child": hang_with_child, "exit": leave, "shout": shout, "raise": fail,
}  # fmt: skip
AT_START: dict[str, Callable[[], None]] = {"hang at start": hang, "exit at start": leave, "fail at start": fail}


def init() -> FakeEngine:
    AT_START.get(os.environ["FEIGN"], lambda: None)()
    return FakeEngine()
