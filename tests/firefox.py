"""The system's Firefox, driven by touches over Marionette, its own protocol. Playwright drives no Firefox but its own.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from browsing import FIREFOX
from null_sink import until

PATIENCE_S = 60.0

_SETTINGS = {
    "marionette.port": 0,  # a free one, which is written into the profile
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
_FIND = """
const [css, words] = arguments;
const seen = (each) => each.checkVisibility() && (!words || each.textContent.trim().startsWith(words));
const found = [...document.querySelectorAll(css)].find(seen) || null;
if (found) found.scrollIntoView({ block: "center" });
return found;
"""
_ERRORS = """
const errors = Services.console.getMessageArray().filter((each) => each instanceof Ci.nsIScriptError);
return errors.filter((each) => /^(file|http|blob|data):/.test(each.sourceName)).map((each) => each.errorMessage);
"""


class Firefox:
    """One window. `ask` is a command of Marionette; the names are those of WebDriver."""

    def __init__(self, connection: socket.socket) -> None:
        self._wire = connection.makefile("rwb")
        self._number = 0
        self._read()  # it says which protocol it speaks
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"unhandledPromptBehavior": "ignore"}})

    def ask(self, command: str, **told: Any) -> Any:
        """Give a command; return its answer.

        Raises:
            RuntimeError: it failed.
        """
        self._number += 1
        sent = json.dumps([0, self._number, command, told]).encode()
        self._wire.write(b"%d:%s" % (len(sent), sent))
        self._wire.flush()
        _, number, error, answer = self._read()
        assert number == self._number
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return answer

    def _read(self) -> Any:
        length = b""
        while (byte := self._wire.read(1)) != b":":
            assert byte, "Firefox has ended"
            length += byte
        return json.loads(self._wire.read(int(length)))

    def run(self, script: str, *given: Any) -> Any:
        """Return what a script in the page returns."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=given, sandbox=None)["value"]

    def open(self, address: str) -> None:
        self.ask("WebDriver:Navigate", url=address)

    def wait_for(self, css: str, words: str = "") -> Any:
        """Return the first visible element that fits, once there is one; with `words`, one that begins so."""
        until(lambda: self.run(_FIND, css, words), PATIENCE_S)
        return self.run(_FIND, css, words)

    def tap(self, css: str, words: str = "") -> None:
        """Touch an element, as a thumb does."""
        on_it = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": self.wait_for(css, words)}
        touch = [on_it, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        thumb = {"type": "pointer", "id": "thumb", "parameters": {"pointerType": "touch"}, "actions": touch}
        self.ask("WebDriver:PerformActions", actions=[thumb])

    def wait_until_heard(self, seconds: float = 0.0) -> None:
        """Wait until the page's sound plays beyond a time."""
        heard = (
            "const a = document.querySelector('audio'); return !a.paused && !a.seeking && a.currentTime > arguments[0]"
        )
        until(lambda: self.run(heard, seconds), PATIENCE_S)

    def errors(self) -> list[str]:
        """Return what went wrong in pages, refused loads too; not that a machine has no sound device to play on."""
        self.ask("Marionette:SetContext", value="chrome")
        found: list[str] = self.ask("WebDriver:ExecuteScript", script=_ERRORS, args=[])["value"]
        self.ask("Marionette:SetContext", value="content")
        return [each for each in found if not each.startswith("Media resource ")]


@contextmanager
def started_firefox(folder: Path) -> Iterator[Firefox]:
    """Start it with a new profile in `folder`; skip where there is none."""
    program = next((path for name in FIREFOX if (path := shutil.which(name))), None)
    if program is None:
        pytest.skip("Firefox is not installed on this machine")  # it is tried where it is there
    folder.mkdir()
    settings = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in _SETTINGS.items())
    (folder / "user.js").write_text("".join(settings))
    port = folder / "MarionetteActivePort"
    command = [program, "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(folder)]
    with subprocess.Popen(
        [*command, "--new-instance"],
        env={**os.environ, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            until(lambda: process.poll() is not None or (port.exists() and port.read_text()), PATIENCE_S)
            assert process.poll() is None, "Firefox did not start"
            with socket.create_connection(("127.0.0.1", int(port.read_text())), timeout=PATIENCE_S) as connection:
                yield Firefox(connection)
        finally:
            process.terminate()
            process.wait(PATIENCE_S)
