"""The piece behind “ground me now” is in the listener's language, where there is one and a voice can read it."""

import threading

import pytest

from feltsense.errors import LibraryError, VoiceError
from feltsense.practice.events import Grounded, Grounding, Prepared
from feltsense.practice.rescue import PIECES_OF_ALL_LANGUAGES, rescue_pieces
from feltsense.system.paths import Workspace
from feltsense.voice import registry
from feltsense.voice.port import Utterance, Voice
from rehearsing import Rehearsal
from sine_voice import CalibratedVoice

SPANISH = """---
title: Aquí
minutes: 0.5
language: es
---
Mira alrededor. [pause 1s to 1m]
Ahí estás.
"""


@pytest.fixture
def _spanish_listener(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "es_MX.UTF-8")
    (rehearsal.folder / "exercises" / "noventa-segundos-aqui.md").write_text(SPANISH, "utf-8")


def heard(rehearsal: Rehearsal) -> tuple[str, str]:
    """Ask for the piece while an exercise is ready, hear it, and return its first words and its voice."""
    session = rehearsal.session()
    session.prepare()
    rehearsal.until(Prepared)
    session.ground()
    told = rehearsal.until(Grounding)
    assert isinstance(told, Grounding)
    rehearsal.until(Grounded)
    session.close()
    said = [tile.text for tile in told.timeline.tiles if hasattr(tile, "text")]
    return said[0], told.timeline.voice


def reads(monkeypatch: pytest.MonkeyPatch, voice: Voice | VoiceError) -> None:
    """Have the machine's own voice be another."""

    def open_voice() -> Voice:
        if isinstance(voice, VoiceError):
            raise voice
        return voice

    monkeypatch.setattr("listening.open_voice", open_voice, raising=False)
    monkeypatch.setitem(registry.VOICES, "system", "listening")


@pytest.mark.usefixtures("_spanish_listener")
def test_it_is_in_spanish_for_who_reads_spanish(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    reads(monkeypatch, CalibratedVoice(peak=0.4))
    assert heard(rehearsal) == ("Mira alrededor.", "system")


@pytest.mark.usefixtures("_spanish_listener")
def test_it_is_in_english_where_no_voice_reads_spanish(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    reads(monkeypatch, VoiceError("There is no engine."))
    assert heard(rehearsal) == ("Look around.", "heart")


@pytest.mark.usefixtures("_spanish_listener")
def test_it_is_in_english_where_the_spanish_script_is_broken(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (rehearsal.folder / "exercises" / "noventa-segundos-aqui.md").write_text("Mira. [pausx 3s]\n", "utf-8")
    reads(monkeypatch, CalibratedVoice(peak=0.4))
    assert heard(rehearsal) == ("Look around.", "heart")


@pytest.mark.usefixtures("_spanish_listener")
def test_who_waits_for_a_spanish_voice_that_hangs_hears_english(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()

    def hang(_: Utterance) -> None:
        released.wait(30)

    monkeypatch.setattr("feltsense.practice.rescue._PATIENCE", 0.0)
    reads(monkeypatch, CalibratedVoice(peak=0.4, before=hang))
    assert heard(rehearsal) == ("Look around.", "heart")
    released.set()


def test_an_english_listener_hears_english_though_spanish_is_there(rehearsal: Rehearsal) -> None:
    (rehearsal.folder / "exercises" / "noventa-segundos-aqui.md").write_text(SPANISH, "utf-8")
    assert heard(rehearsal) == ("Look around.", "heart")


def test_the_pieces_are_those_of_the_language_and_the_english_one(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: rehearsal.folder / "none")
    workspace = Workspace(rehearsal.folder)
    assert [found.slug for found in rescue_pieces(workspace, "es")] == ["ninety-seconds-here"]
    (rehearsal.folder / "exercises" / "pies-en-el-suelo.md").write_text(SPANISH, "utf-8")
    assert [found.slug for found in rescue_pieces(workspace, "es")] == ["pies-en-el-suelo", "ninety-seconds-here"]
    assert {"ninety-seconds-here", "pies-en-el-suelo", "neunzig-sekunden-hier"} <= PIECES_OF_ALL_LANGUAGES
    with pytest.raises(LibraryError, match="missing"):
        rescue_pieces(Workspace(rehearsal.folder / "elsewhere"), "es")
