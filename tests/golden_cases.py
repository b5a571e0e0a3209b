"""Golden files: cases of an input and what it becomes, that people can read and compare.

Each case begins with `%%% what it shows`, then comes the input, a line that parts the two, and what it becomes. What
cannot be seen is written in signs: `␠` a space at a line's end, `␉` a tab, `␍` a carriage return, `⟨200B⟩` a character
by its number (`⟨DC9F⟩` is the byte 9F, no UTF-8), `⟨text × 300⟩` a text so many times, and `⟨⟩` nothing.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

CASE = "%%% "
EXPECTED = "====="
"""The line between a script and what it is understood as."""

_TIMES = re.compile(r"⟨([^⟨⟩]*) × (\d+)⟩")
_NUMBER = re.compile(r"⟨([0-9A-F]{1,6})⟩")
_VISIBLE = str.maketrans({"␠": " ", "␉": "\t", "␍": "\r"})


@dataclass(frozen=True)
class Case:
    name: str
    script: str
    """As it stands in the file."""
    expected: str

    @property
    def source(self) -> bytes:
        """The input's bytes, with what cannot be seen put in."""
        text = _TIMES.sub(lambda match: match[1] * int(match[2]), self.script.replace("⟨⟩", ""))
        text = _NUMBER.sub(lambda match: chr(int(match[1], 16)), text).translate(_VISIBLE)
        return text.encode("utf-8", "surrogateescape")


def cases(file: Path, parting: str = EXPECTED) -> list[Case]:
    """Return the cases of a golden file whose inputs end at a line `parting`."""
    found = []
    for part in file.read_text(encoding="utf-8").split(f"\n{CASE}"):
        name, _, rest = part.removeprefix(CASE).partition("\n")
        script, _, expected = rest.partition(f"\n{parting}")
        found.append(Case(name, script, expected.strip("\n")))
    return found


def golden_text(found: Sequence[Case], parting: str = EXPECTED) -> str:
    """Return the golden file of some cases."""
    return "\n".join(f"{CASE}{case.name}\n{case.script}\n{parting}\n{case.expected}\n" for case in found)


def loaded(file: Path, becomes: Callable[[Case], str], parting: str = EXPECTED) -> list[Case]:
    """Return the cases of a file; with FELTSENSE_GOLDEN=write in the environment, expectations are written anew."""
    found = cases(file, parting)
    if os.environ.get("FELTSENSE_GOLDEN") == "write":
        found = [replace(case, expected=becomes(case)) for case in found]
        beside = file.with_suffix(f".{os.getpid()}")  # several test processes may be at it
        beside.write_text(golden_text(found, parting), encoding="utf-8")
        beside.replace(file)
    return found
