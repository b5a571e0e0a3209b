"""Scripts that nobody would write, half as long as a script may be where its length is what makes it hard."""

import random
from collections.abc import Iterator
from itertools import pairwise

from feltsense.script.source import MOST_BYTES

_PIECES = [
    *("a", "word ", "Rest now. ", "a, ", "word; ", "and then we went on and on, ", "9", " ", "\t", "\u00a0"),
    *(".", ". ", "…", "?", "? ", "a?! ", "Dr. ", '."', "“a. ” ", '"', ",", ":", "!?.,;:"),
    *("[", "]", "[]", "[|]", "[puase 3s]", "[pause 3s]", "[bell 3 times]", "[play a.mp3]", "[soundscape rain]"),
    *("[breathe in 4 out 6 for 3 rounds]", "[repeat 2 times]", "[repeat 60 times]a[end]", "[end]", "[from 5 min]a"),
    *("[from 5 min]a[end]", "[pause # ", "(", ")", "(pause ", "(pause)", "*pause*\n", "<break time='3s'/>"),
    *("*", "*a", "_", "a_", "~~", "`", "\\", "<", "<a", "</a>", "<!--", "<!-- a -->", "<!-- check: allow L03 -->"),
    *("&amp;", "[a](b)", "![a](b)", "](", "\n", "\r\n", "\r", "\u2028", "a\n", "a\n\n", "# a\n", "#\n", "#"),
    *(
        "> a\n",
        "> ",
        "- a\n",
        "- ",
        "-",
        "---\n",
        "a: b\n",
        "...\n",
        "{",
        "שלום עולם. ",
        "🌿 ",
        "\u200b",
        "\u0301",
        "\u202e",
    ),
]
_SIGNS = "[](){}<>*_`~#->!.…?,:;&|\\\"' \t\n3sa"


def _full(piece: str) -> str:
    return piece * ((MOST_BYTES // 2 - 64) // len(piece.encode()))


def _bomb() -> str:
    """Nine to the tenth copies of a letter, in ten lines."""
    names = "abcdefghijk"
    lines = [f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]" for last, name in pairwise(names)]
    return "\n".join(["---", "a: &a [x, x, x, x, x, x, x, x, x]", *lines, "---", "Rest."])


def extremes() -> Iterator[tuple[str, bytes | str]]:
    """Yield each with its name."""
    yield "10 MB in one line", "a" * 10_000_000
    for piece in _PIECES:
        yield f"{piece!r} over and over", _full(piece)
        yield f"{piece!r} in front matter", f"---\n{_full(piece)[: 1 << 16]}\n---\nRest."
    half = MOST_BYTES // 2 - 64
    yield "brackets in brackets", "[" * half + "]" * half
    yield "repeats of repeats", "[repeat 50 times]" * 8 + "a" + "[end]" * 8
    yield "a heading of brackets", "# " + _full("[")
    yield "a long number", f"[pause {'9' * 100_000}s]"
    yield "a number beyond all", "[pause 1e999s] [breathe in 1e999 out 4 for 1e999 rounds] [repeat 1e999 times]a[end]"
    yield "a NUL", "a\0b"
    yield "a lone surrogate", "a\ud800b"
    yield "a YAML bomb", _bomb()
    yield "a YAML knot", "---\ntags: &a [*a]\n---\nRest."
    yield "deep YAML", "---\ntags: " + "[" * 5000 + "]" * 5000 + "\n---\nRest."
    yield "deeper and deeper YAML", "---\n" + "".join(f"{' ' * n}a:\n" for n in range(300)) + "---\nRest."
    yield "a YAML number", f"---\nminutes: {'9' * 5000}\n---\nRest."
    yield "many pronunciations", "---\nsay:\n" + "".join(f"  w{n}: x\n" for n in range(3000)) + "---\n" + "w1 " * 20_000
    for seed in range(5):
        chosen = random.Random(seed)  # noqa: S311 - the same on every run, and nothing to guess
        yield f"signs {seed}", "".join(chosen.choices(_SIGNS, k=half))
        yield f"bytes {seed}", chosen.randbytes(half)
    yield "UTF-16", ("Feel your feet. " * 1000).encode("utf-16")
