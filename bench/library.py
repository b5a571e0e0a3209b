"""The whole library as files for the phone, from nothing: how long it takes, and how large it comes out.

Prints a table; asserts nothing.
"""

import tempfile
from pathlib import Path

from measure import CORES, pin, runs
from render import feltsense, workspace_in


def main() -> None:
    pin()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        workspace = workspace_in(folder)
        out = folder / "phone"
        whole = runs(feltsense(workspace, "render", "--all", "-o", f"{out}/"), 1)
        files = sorted(out.glob("*.mp3"))
        speech = sum(path.stat().st_size for path in (workspace / "audio_cache").rglob("*.speech"))
        size = sum(path.stat().st_size for path in files)
    print(f"render --all, cold, on {CORES} cores: {whole.seconds:.0f} s, {whole.megabytes:.0f} MB at the most")
    print(f"{len(files)} files, {size / 1e6:.0f} MB of MP3; {speech / 1e6:.0f} MB of speech are kept")


if __name__ == "__main__":
    main()
