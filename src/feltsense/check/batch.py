"""Many scripts at once, on all cores where there are enough of them to be worth it."""

import os
from collections.abc import Sequence

from feltsense.check.checker import Checked, check

_WORTH_IT = 40
"""Scripts from which on starting other processes saves more time than it takes."""

Script = tuple[bytes, str]
"""A source and the slug of its exercise."""


def check_all(scripts: Sequence[Script]) -> list[Checked]:
    """Return what is found in each script, in their order."""
    cores = _cores()
    if len(scripts) < _WORTH_IT or cores < 2:
        return [check(*script) for script in scripts]
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import, and rarely needed

    with ProcessPoolExecutor(min(cores, 8)) as pool:
        return list(pool.map(_check, scripts, chunksize=max(1, len(scripts) // (cores * 8))))


def _check(script: Script) -> Checked:
    return check(*script)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
