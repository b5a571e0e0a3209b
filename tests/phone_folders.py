"""Folders for phones with real exercises, read by a small voice: made in a second or two."""

from pathlib import Path

import pytest

from feltsense.phone.folder import build_phone_folder
from feltsense.phone.model import PhoneFolder, PhoneRequest, PhoneStep
from feltsense.system.paths import Workspace
from feltsense.voice import registry

SHORT = ("ninety-seconds-here", "feet-on-the-floor", "three-breaths")

THREE_BREATHS = """---
title: Three breaths
summary: Half a minute of breathing, as small as it gets.
practice: breath
pathway: somatic
tier: 3
cautions:
  - Not while driving or cycling.
next_step: Look at something that stands still.
tags: [tense]
---

## Before

Here are three breaths. [pause 1s]

## Breathing

[breathe in 2 out 3 for 3 rounds]

## Afterwards

What is it like now? [pause 11s]
That is all.
"""


def quiet(step: PhoneStep) -> None:
    """Be told how far it is, and say nothing."""
    assert 1 <= step.number <= step.count


def short_workspace(folder: Path) -> Workspace:
    """Return a workspace with a script of half a minute that breathes and is tender; the others come with feltsense."""
    (folder / "exercises").mkdir(parents=True, exist_ok=True)
    (folder / "exercises" / "three-breaths.md").write_text(THREE_BREATHS, "utf-8")
    return Workspace(folder)


def phone_request(workspace: Workspace, *names: str, discreet: bool = False, region: str = "DE") -> PhoneRequest:
    return PhoneRequest(workspace, names or SHORT, discreet=discreet, region=region)


def build_with_sine_voice(request: PhoneRequest, folder: Path) -> PhoneFolder:
    """Make a folder in which the voice called heart is a tone for each phrase."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(registry.VOICES, "heart", "sine_voice")
        return build_phone_folder(request, folder, quiet)
