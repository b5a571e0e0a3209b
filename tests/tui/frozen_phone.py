"""The screen to my phone at one moment, for screenshots: nothing is made or served."""

from pathlib import Path
from typing import Any

import pytest

from feltsense.phone.model import PhoneRequest
from feltsense.share.session import CheckInsReceived, NobodyCame
from feltsense.system.paths import Workspace
from feltsense.tui.phone.screen import PhoneScreen
from feltsense.tui.phone.sharing import MakingStep, SharingBegan

ADDRESS = "http://192.168.178.123:49152/kX3v0Qk2mB7sT9wLr4yN8A/"
BEGAN = SharingBegan(ADDRESS, 30, ())
MAKING = MakingStep("Even breath", 2, 5, 40)
NOBODY = (BEGAN, NobodyCame())
CAME = (BEGAN, CheckInsReceived(3))


def frozen_phone(*news: Any, waiting: str = "", title: str = "Feet on the floor") -> PhoneScreen:
    """Return the screen after `news`, and with what waits in words."""
    screen = PhoneScreen(PhoneRequest(Workspace(Path("nowhere")), ()), title)

    def begin() -> None:
        for each in news:
            screen.hear(each)
        screen.show_waiting(waiting)

    patch = pytest.MonkeyPatch()
    patch.setattr(screen, "_begin", begin)
    patch.setattr(screen, "look_what_waits", lambda: None)
    return screen
