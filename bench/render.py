"""How fast and how large a render is, beside its limits and the plain way. Prints a table; asserts nothing.

`python bench/render.py`, or `make bench`.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from measure import CORES, Measured, pin, runs

HERE = Path(__file__).parent
EXERCISES = HERE.parent / "exercises"
SCRIPT = "long-body-scan"
RUNS = 3


def feltsense(workspace: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "feltsense", "--workspace", str(workspace), *arguments]


def peer(name: str, *arguments: str) -> list[str]:
    return [sys.executable, str(HERE / "peers" / f"{name}.py"), *arguments]


def workspace_in(folder: Path) -> Path:
    shutil.copytree(EXERCISES, folder / "exercises")
    (folder / "audio_cache").mkdir()
    return folder


def forget(workspace: Path) -> None:
    """Empty the speech cache."""
    shutil.rmtree(workspace / "audio_cache")
    (workspace / "audio_cache").mkdir()


class OneSentence:
    """Changes one sentence of a script, another way each time."""

    def __init__(self, script: Path) -> None:
        self.script, self.times, self.original = script, 0, script.read_text("utf-8")

    def __call__(self) -> None:
        self.times += 1
        lines = self.original.splitlines()
        spoken = [n for n, line in enumerate(lines) if line.endswith(".") and line[0].isalpha() and ":" not in line]
        lines[spoken[len(spoken) // 2]] = f"This sentence was written for run number {self.times}."
        self.script.write_text("\n".join(lines) + "\n", "utf-8")


def hour(script: Path) -> str:
    """Return a 60-minute script out of `script`: its body three times, every sentence with words of its own."""
    front, body = script.read_text("utf-8").removeprefix("---").split("\n---\n", 1)
    kept = [line for line in front.splitlines() if not line.startswith("minutes")]
    turns = []
    for turn in ("Once", "Again", "Lastly"):
        lines = body.splitlines()
        turns += [f"{turn}, {line[0].lower()}{line[1:]}" if line[:1].isalpha() else line for line in lines]
    return "\n".join(["---", *kept, "minutes: 60", "---", *turns]) + "\n"


def long_and_short(workspace: Path) -> dict[str, str]:
    """Write a script of 60 minutes and one of 5 with its longest sentences; return their slugs by what they are.

    What a render takes hangs on the longest sentences that are spoken at once: only with the same ones does the
    difference tell what the length takes.
    """
    exercises = workspace / "exercises"
    long = hour(exercises / f"{SCRIPT}.md")
    (exercises / "hour.md").write_text(long, "utf-8")
    (exercises / "five.md").write_text(worst_five_minutes(long), "utf-8")
    return {"60 minutes": "hour", "5 of its minutes": "five"}


def worst_five_minutes(script: str) -> str:
    """Return a 5-minute script of the 24 lines of `script` with its longest sentences: they take the most memory."""
    front, body = script.removeprefix("---").split("\n---\n", 1)
    kept = [line for line in front.splitlines() if not line.startswith("minutes")]
    lines = [line.split(" [pause")[0] for line in body.splitlines() if line[:1].isalpha()]
    longest = sorted(lines, key=lambda line: max(map(len, re.split(r"[.?!]", line))))[-24:]
    spoken = [f"{line} [pause 1s to 20s]" for line in lines if line in longest]
    return "\n".join(["---", *kept, "minutes: 5", "---", *spoken]) + "\n"


def rows(folder: Path) -> list[tuple[str, Measured]]:
    workspace = workspace_in(folder)
    script = workspace / "exercises" / f"{SCRIPT}.md"
    out, wav, theirs = (str(folder / name) for name in ("out.mp3", "out.wav", "theirs.mp3"))
    render = feltsense(workspace, "render", SCRIPT, "-o", out)
    found = [("(a) cold render", runs(render, RUNS, lambda: forget(workspace)))]
    found.append(("(b) made before", runs(render, RUNS)))
    runs(feltsense(workspace, "render", SCRIPT, "-o", wav), 1)
    found.append(("(c) one sentence changed", runs(render, RUNS, OneSentence(script))))
    shutil.copy(EXERCISES / script.name, script)
    found.append(("(d) LAME alone", runs(peer("lame_alone", wav, theirs), RUNS)))
    found.append(("(e) speech alone, one core", runs(peer("speech_alone", str(script)), RUNS)))
    if shutil.which("ffmpeg"):
        found.append(("(f) the plain way", runs(peer("plain_way", str(script), theirs), 1)))
    rain = ["--soundscape", "rain"]
    found.append(("(g) over rain, cached speech", runs([*render, *rain], RUNS)))
    runs(feltsense(workspace, "render", SCRIPT, "-o", wav, *rain), 1)
    found.append(("(h) LAME alone, stereo", runs(peer("lame_alone", wav, theirs), RUNS)))
    five = feltsense(workspace, "render", "short-body-scan", "--minutes", "5", "-o", out)
    found.append(("5 minutes, cold", runs(five, RUNS, lambda: forget(workspace))))
    for name, slug in long_and_short(workspace).items():
        render = feltsense(workspace, "render", slug, "-o", out)
        found.append((f"{name}, cold", runs(render, RUNS, lambda: forget(workspace))))
    found.append(("feltsense --help", runs(feltsense(workspace, "--help"), 9)))
    found.append(("feltsense list", runs(feltsense(workspace, "list"), 9)))
    return found


def aims(found: dict[str, Measured]) -> list[tuple[str, float, float]]:
    """Return what was aimed at: a name, the figure, and the aim it should stay under."""
    seconds = {name[:3]: row.seconds for name, row in found.items()}
    hour, five, other = (found[f"{name}, cold"] for name in ("60 minutes", "5 of its minutes", "5 minutes"))
    return [
        ("(a) / ((d) + (e))", seconds["(a)"] / (seconds["(d)"] + seconds["(e)"]), 0.65),
        ("(b) / (d)", seconds["(b)"] / seconds["(d)"], 0.2),
        ("(c) / (d)", seconds["(c)"] / seconds["(d)"], 0.35),
        ("(g) / (h)", seconds["(g)"] / seconds["(h)"], 0.75),
        ("memory of 60 minutes / 5 of its minutes", hour.megabytes / five.megabytes, 1.05),
        ("memory of 60 minutes / short-body-scan", hour.megabytes / other.megabytes, 1.2),
        ("memory of 60 minutes, MB", hour.megabytes, 300.0),
        ("feltsense --help, s", found["feltsense --help"].seconds, 0.15),
        ("feltsense list, s", found["feltsense list"].seconds, 0.2),
    ]


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as folder:
        found = rows(Path(folder))
    print(f"{SCRIPT}, 20 minutes, on {CORES} cores; the median of {RUNS} runs\n")
    print(f"{'':40}{'seconds':>10}{'peak MB':>10}")
    for name, row in found:
        print(f"{name:40}{row.seconds:10.2f}{row.megabytes:10.0f}")
    print(f"\n{'':40}{'found':>10}{'aim':>10}")
    for name, value, aim in aims(dict(found)):
        print(f"{name:40}{value:10.2f}{aim:10.2f}")


if __name__ == "__main__":
    main()
