"""Helpers shared by the tests."""

import importlib.util
import os
import shutil

import pytest

TEST_ALL = os.environ.get("FELTSENSE_TEST_ALL") == "1"
"""Whether a missing part is a failure, and nothing is left to a sample."""


def need(*programs: str) -> None:
    """Skip where a system program is missing; with FELTSENSE_TEST_ALL=1 a missing one is a failure."""
    for program in programs:
        if shutil.which(program) is None:
            missing(f"{program} is not installed on this machine")


def need_module(name: str) -> None:
    """Skip where an optional package is missing; with FELTSENSE_TEST_ALL=1 a missing one is a failure."""
    if importlib.util.find_spec(name) is None:
        missing(f"the optional package {name} is not installed")


def missing(reason: str) -> None:
    if TEST_ALL:
        pytest.fail(reason)
    pytest.skip(reason)
