"""Run a command as a whole process and measure it from outside."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

CORES = 2
"""What everything is pinned to, where the system can: the least machine that we promise anything on."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Wall and CPU seconds (the medians of all runs) and the highest peak memory in MB."""

    seconds: float
    megabytes: float
    cpu: float = 0.0


def pin(cores: int = CORES) -> None:
    """Keep this process and its children to a few cores, where the system can."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))


def runs(command: Sequence[str], times: int, before: Callable[[], None] = lambda: None) -> Measured:
    """Run `command` several times, each after `before`."""
    results = []
    for _ in range(times):
        before()
        results.append(_with_peak(command))
    return Measured(
        statistics.median(r.seconds for r in results),
        max(r.megabytes for r in results),
        statistics.median(r.cpu for r in results),
    )


def in_turn(
    commands: Mapping[str, Sequence[str]], rounds: int, before: Mapping[str, Callable[[], None]] | None = None
) -> dict[str, list[Measured]]:
    """Run all commands one after the other, several times, each after its `before` if it has one."""
    found: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(runs(command, 1, (before or {}).get(name, lambda: None)))
    return found


def ratios(rows: Sequence[Measured], others: Sequence[Measured]) -> tuple[float, float]:
    """Return the medians over all rounds of the ratios of wall and CPU seconds."""
    pairs = list(zip(rows, others, strict=True))
    return statistics.median(a.seconds / b.seconds for a, b in pairs), statistics.median(
        a.cpu / b.cpu for a, b in pairs
    )


def print_beside(baseline: str, found: Mapping[str, Sequence[Measured]]) -> None:
    """Print what was found in turn, and its ratios to `baseline`."""
    width = max(26, *(len(name) + 2 for name in found))
    beside = f"beside {baseline}:"
    print(f"{beside:{width}}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}{'wall ratio':>12}{'CPU ratio':>12}")
    for name, rows in found.items():
        seconds, cpu = (statistics.median(each) for each in ([r.seconds for r in rows], [r.cpu for r in rows]))
        wall_ratio, cpu_ratio = ratios(rows, found[baseline])
        peak = max(row.megabytes for row in rows)
        print(f"{name:{width}}{seconds:10.2f}{cpu:10.2f}{peak:10.0f}{wall_ratio:12.2f}{cpu_ratio:12.2f}")


def _with_peak(command: Sequence[str]) -> Measured:
    """Run `command` once; its output is thrown away.

    Raises:
        RuntimeError: it failed.
    """
    started = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path of ours
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    scale = 1024 if sys.platform == "linux" else 1024 * 1024
    return Measured(seconds, usage.ru_maxrss / scale, usage.ru_utime + usage.ru_stime)
