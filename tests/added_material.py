"""Voices that a user would add, and what hears them: fetched by `make voices`, no part of feltsense.

A test that needs one is skipped where it is not; with FELTSENSE_TEST_ALL=1 it fails.
"""

import os
from pathlib import Path

from tests_support import missing, need_module

VOICES = Path(os.environ.get("FELTSENSE_TEST_VOICES") or Path(__file__).parents[1] / ".venv" / "voices")
"""The folder that `fetch_voices.py` fills."""

KOKORO_NAMES = ("af_heart", "bf_emma", "ef_dora", "ff_siwis", "if_sara", "pf_dora")
"""The Kokoro voices that are there."""


def kokoro_model() -> Path:
    """The model that all Kokoro voices share."""
    return _fetched("kokoro.onnx")


def kokoro_style(name: str) -> Path:
    """The vector of a Kokoro voice, raw little-endian float32 (510, 256)."""
    return _fetched(f"kokoro/{name}.bin")


def joe() -> Path:
    """A Piper voice, en-US; its config lies beside it with `.json` behind the name, its card as MODEL_CARD."""
    return _fetched("joe/en_US-joe-medium.onnx")


def need_espeak() -> None:
    """Skip where no espeak-ng comes with a package."""
    need_module("espeakng_loader")


def recogniser() -> tuple[Path, Path]:
    """Whisper base as CTranslate2 reads it, and the folder with the packages that read it."""
    return _fetched("whisper/model.bin").parent, _fetched("recogniser/ctranslate2").parent


def _fetched(name: str) -> Path:
    path = VOICES / name
    if not path.exists():
        missing(f"{path} is not there; `make voices` fetches it")
    return path
