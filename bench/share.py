"""Fifty listeners at once, each taking 2 MB, beside the standard library's `python -m http.server` on the same file.

Prints the time of the client, CPU seconds and peak memory of the server, and how long somebody waits while a hundred
silent connections are open. Asserts nothing. The other one knows no ranges: it is the least that a server can cost.
"""

import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from measure import Measured, pin, print_beside

LISTENERS, MEGABYTES, ROUNDS, SILENT = 50, 2, 5, 100
OURS, PLAIN = "feltsense share", "python -m http.server"

_OURS = """
import signal, sys
from pathlib import Path
from feltsense.share.address import TakenPlace
from feltsense.share.content import served_files
from feltsense.share.server import ShareServer
from feltsense.share.session import ShareSession
session = ShareSession(TakenPlace(ShareServer("127.0.0.1", 0)), lambda event: None)
session.start(served_files({"sound.mp3": Path(sys.argv[1])}))
print(session.address + "sound.mp3", flush=True)
signal.sigwait([signal.SIGINT])
session.stop()
"""
_PLAIN = """
import functools, http.server, sys
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[2])
handler.func.log_message = lambda *_: None
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
server.socket.listen(64)
print(f"http://127.0.0.1:{server.server_port}/sound.mp3", flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
"""


@dataclass
class Running:
    """A server, and what it took in the end."""

    host: str
    path: str
    process: "subprocess.Popen[str]"
    cpu: float = 0.0
    megabytes: float = 0.0


@contextmanager
def server(code: str, file: Path) -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(file), str(file.parent)], stdout=subprocess.PIPE, text=True
    )
    if process.stdout is None:
        raise RuntimeError("it has no output")
    host, _, path = process.stdout.readline().strip().removeprefix("http://").partition("/")
    made = Running(host, f"/{path}", process)
    try:
        yield made
    finally:
        made.megabytes = peak_megabytes(process.pid)
        process.send_signal(signal.SIGINT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        made.cpu = usage.ru_utime + usage.ru_stime


def peak_megabytes(pid: int) -> float:
    """Return the peak of a process; 0 where the system tells none. `wait4` counts the parent in."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def taken(running: Running) -> int:
    connection = http.client.HTTPConnection(running.host, timeout=60)
    connection.request("GET", running.path)
    size = len(connection.getresponse().read())
    connection.close()
    return size


def once(code: str, file: Path) -> Measured:
    with server(code, file) as running, ThreadPoolExecutor(LISTENERS) as pool:
        began = time.perf_counter()
        sizes = set(pool.map(lambda _: taken(running), range(LISTENERS)))
        seconds = time.perf_counter() - began
    if sizes != {MEGABYTES * 1024**2}:
        raise RuntimeError(f"{sizes} bytes were taken")
    return Measured(seconds, running.megabytes, running.cpu)


def waited_ms(code: str, file: Path) -> float:
    """Return how long the head of the file takes while many connections say nothing."""
    with server(code, file) as running, ExitStack() as stack:
        host, _, port = running.host.partition(":")
        for _ in range(SILENT):
            stack.enter_context(socket.create_connection((host, int(port))))
        times = []
        for _ in range(20):
            began = time.perf_counter()
            connection = http.client.HTTPConnection(running.host, timeout=60)
            connection.request("HEAD", running.path)
            connection.getresponse().read()
            connection.close()
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sound.mp3")
        file.write_bytes(os.urandom(MEGABYTES * 1024**2))
        codes = {OURS: _OURS, PLAIN: _PLAIN}
        found: dict[str, list[Measured]] = {name: [] for name in codes}
        for _ in range(ROUNDS):
            for name, code in codes.items():
                found[name].append(once(code, file))
        print_beside(PLAIN, found)
        for name, code in codes.items():
            print(f"{name}: {waited_ms(code, file):.1f} ms for a head beside {SILENT} silent connections")


if __name__ == "__main__":
    main()
