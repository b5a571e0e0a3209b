"""One worker process and its pipe: requests, answers, timeouts, and its end."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import IO

from feltsense.errors import VoiceError, reason_of
from feltsense.voice.system.protocol import Answer, EngineInfo, SpeakRequest
from feltsense.voice.system.recording import Recording, read_recording

_WORKER = "feltsense.voice.system.worker"
_END_S = 5.0
"""A killed process is gone at once; only a broken machine takes this long."""


class WorkerError(VoiceError):
    """The worker hung, or did not do what it was asked. It is of no more use, but another may be."""


class WorkerEndedError(WorkerError):
    """The worker ended by itself."""


class Worker:
    """A worker process with a private folder. For one thread at a time, but for `end`.

    Args:
        espeak: where it takes eSpeak NG from, see `espeak.SOURCES`.

    Raises:
        VoiceError: no process or no folder can be made.
    """

    def __init__(self, espeak: str) -> None:
        self._facts: EngineInfo | None = None
        self._files = 0
        self._ending = Lock()
        self._ended = False
        self._folder = _folder()
        try:
            self._process = _started(self._folder, espeak)
        except OSError as error:
            self._folder.rmdir()
            message = f"The voice system cannot be started: {reason_of(error)}."
            raise VoiceError(message, "Please run it again.") from error
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._listener = Thread(target=self._listen, name="system-voice", daemon=True)
        self._listener.start()

    def facts(self, timeout_s: float) -> EngineInfo:
        """Wait until the engine is ready and return what it is.

        Raises:
            WorkerError: it ended, or it is not ready in time.
            VoiceError: there is no engine.
        """
        if self._facts is None:
            answer = self._receive(timeout_s)
            if "engine" not in answer:
                raise VoiceError(f"There is no speech engine here that works ({answer.get('error')}).", install_hint())
            self._facts = answer["engine"]
        return self._facts

    def record(self, text: str, voice: str, rate: int, timeout_s: float) -> Recording:
        """Return `text` as the engine speaks it.

        Args:
            text: the phrase.
            voice: an id from `facts`.
            rate: in the engine's own unit.
            timeout_s: how long it may take.

        Raises:
            WorkerError: it did not speak.
        """
        self._files += 1
        path = self._folder / f"{self._files}.wav"  # a fresh one each time: what is found there was asked for
        self._send(SpeakRequest(text=text, voice=voice, rate=rate, path=str(path), timeout_s=timeout_s))
        problem = self._receive(timeout_s).get("error")
        if problem:
            raise WorkerError(f"The speech engine failed: {problem}.", install_hint())
        try:
            return read_recording(path)
        except (OSError, ValueError) as error:
            reason = "there is no file" if isinstance(error, OSError) else str(error)
            raise WorkerError(f"The speech engine wrote no sound: {reason}.", install_hint()) from error
        finally:
            with suppress(OSError):
                path.unlink()

    def end(self) -> None:
        """End it, whatever it is doing, and remove its folder. From any thread, any number of times."""
        with self._ending:
            if self._ended:
                return
            if self._process.returncode is None:
                _kill(self._process)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_END_S)
            self._listener.join(_END_S)
            with suppress(OSError, ValueError):
                _pipe(self._process.stdin).close()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._ended = True

    def _send(self, request: SpeakRequest) -> None:
        pipe = _pipe(self._process.stdin)
        with suppress(OSError, ValueError):  # it has ended; `_receive` raises for that
            pipe.write(json.dumps(request).encode("ascii") + b"\n")
            pipe.flush()

    def _receive(self, timeout_s: float) -> Answer:
        try:
            line = self._lines.get(timeout=max(0.0, timeout_s))
        except Empty:
            message = f"The speech engine gave no answer for {timeout_s:.2g} seconds."
            raise WorkerError(message, install_hint()) from None
        if not line.endswith(b"\n"):
            raise WorkerEndedError("The speech engine ended without an answer.", install_hint())
        answer: Answer = json.loads(line)
        return answer

    def _listen(self) -> None:
        with _pipe(self._process.stdout) as answers:
            for line in answers:
                self._lines.put(line)
        self._lines.put(b"")


def install_hint() -> str:
    """Return what to do where the engine is missing or broken."""
    if sys.platform == "linux":
        pip = f"{shlex.quote(sys.executable)} -m pip"  # another pip does not find what no index has
        return f"Get eSpeak NG: {pip} install 'feltsense[espeak]', or from the system, as in apt install espeak-ng."
    return "See whether this machine's voices speak elsewhere, in its settings for speech; then run it again."


def _folder() -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix="feltsense-voice-"))
    except OSError as error:
        hint = "Free some space, or name another folder for temporary files in TMPDIR."
        raise VoiceError("The voice system finds no place for its sound files.", hint) from error


def _started(folder: Path, espeak: str) -> "subprocess.Popen[bytes]":
    """Return the worker in a session of its own: Ctrl-C and a closed terminal are for us to deal with."""
    # -P: nothing in the current folder is taken for a module; utf8: what is printed must not fail
    command = [sys.executable, "-P", "-X", "utf8", "-m", _WORKER, "--folder", str(folder), "--espeak", espeak]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill it with whatever it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        except PermissionError:  # what macOS answers when the whole group has ended and is not waited for yet
            process.kill()  # sends nothing to a process that has ended


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 - it was asked for
    return pipe
