"""Imports side by side with pandoc, and with the build before: time and memory of the whole command.

`python bench/importing.py [PYTHON]`, where PYTHON is that of an environment with the older build. Everything is made
here: a Word file of 2 MB, texts of 3, 50 and 200 pages, and a Word file and a PDF of 400 pages. A script holds 128 KiB;
what is longer is written in parts (`--split`). Prints tables of interleaved runs; asserts nothing.
"""

import io
import os
import random
import shutil
import sys
import tempfile
import textwrap
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx

from measure import Measured, in_turn, pin, print_beside, runs

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "importing"))

from pdf_files import Line, pdf  # noqa: E402 - it stands with the tests

_IMPORT = ("-m", "feltsense", "import")
ROUNDS = 5
PARAGRAPHS = 9
"""On a page, of about 200 characters each."""
PAGES_A_PRACTICE = 20
_WORDS = (  # noqa: SIM905 - words read best as words
    "notice the weight of your hands and let them rest wherever they like for a moment or two while the floor holds "
    "both feet and sounds come and go by themselves as they always did before anybody listened"
).split()


def pages(count: int) -> Iterator[list[str]]:
    """Yield the paragraphs of each page: sentences, some with a pause behind them."""
    chance = random.Random(7)  # noqa: S311 - the same text each time, nothing secret
    for page in range(count):
        heading = [f"# Practice {page // PAGES_A_PRACTICE + 1}"] if page % PAGES_A_PRACTICE == 0 else []
        yield [*heading, f"## Part {page + 1}", *(_paragraph(chance) for _ in range(PARAGRAPHS))]


def _paragraph(chance: random.Random) -> str:
    sentences = [" ".join(chance.choices(_WORDS, k=11)).capitalize() + "." for _ in range(3)]
    return " ".join(sentences) + chance.choice(("", "", " (pause 10 seconds)", " [long pause]"))


def text(count: int) -> bytes:
    return "\n\n".join(line for page in pages(count) for line in page).encode()


def word(count: int, padding: int = 0) -> bytes:
    """Return a Word file, with so many bytes in it that nothing can make smaller, as a picture has them."""
    file: Any = docx.Document()
    for page in pages(count):
        for line in page:
            marks, words = len(line) - len(line.lstrip("#")), line.lstrip("# ")
            file.add_heading(words, marks) if marks else file.add_paragraph(words)
    buffer = io.BytesIO()
    file.save(buffer)
    if padding:
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr("word/media/image1.png", random.Random(7).randbytes(padding))  # noqa: S311 - as above
    return buffer.getvalue()


def pdf_of(count: int) -> bytes:
    return pdf([list(_pdf_lines(page)) for page in pages(count)])


def _pdf_lines(page: Sequence[str]) -> Iterator[Line]:
    top = 60.0
    for paragraph in page:
        marks, words = len(paragraph) - len(paragraph.lstrip("#")), paragraph.lstrip("# ")
        for line in textwrap.wrap(words, 90):
            yield Line(line, top, size=20 - 4 * marks if marks else 11, bold=marks > 0)
            top += 14
        top += 8


def compare(name: str, file: Path, old: str | None) -> None:
    """Compare builds and pandoc on a document that fits into one script."""
    commands = {"new": [sys.executable, *_IMPORT, str(file)]}
    if old:
        commands["old"] = [old, *_IMPORT, str(file)]
    if shutil.which("pandoc") and file.suffix != ".pdf":
        commands["pandoc"] = ["pandoc", "-t", "markdown", str(file)]
    print(f"\n{name}")
    print_beside("new", in_turn(commands, ROUNDS))


def long_ones(folder: Path) -> None:
    """Measure documents that become many scripts."""
    print(f"\n{'in parts':40}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}")
    for name, data in {
        "text of 200 pages.txt": text(200),
        "Word file of 400 pages.docx": word(400),
        "PDF of 400 pages.pdf": pdf_of(400),
    }.items():
        file, parts = folder / name, folder / "parts"
        file.write_bytes(data)
        command = [sys.executable, *_IMPORT, str(file), "--split", "-o", str(parts)]
        _print_row(name, runs(command, 3, lambda: shutil.rmtree(parts, ignore_errors=True)))  # noqa: B023 - run at once
        if shutil.which("pandoc") and file.suffix != ".pdf":
            _print_row("  pandoc", runs(["pandoc", "-t", "markdown", str(file)], 3))


def _print_row(name: str, found: Measured) -> None:
    print(f"{name:40}{found.seconds:10.2f}{found.cpu:10.2f}{found.megabytes:10.0f}")


def main() -> None:
    pin()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its byte code; the first run writes it
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        small = {
            "a Word file of 2 MB, 50 pages": ("large.docx", word(50, 2 * 1024**2)),
            "a text of 50 pages": ("large.txt", text(50)),
            "a text of 3 pages": ("small.txt", text(3)),
        }
        for name, (file_name, data) in small.items():
            (folder / file_name).write_bytes(data)
            compare(name, folder / file_name, sys.argv[1] if sys.argv[1:] else None)
        long_ones(folder)


if __name__ == "__main__":
    main()
