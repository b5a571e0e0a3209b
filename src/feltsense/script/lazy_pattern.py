"""Regular expressions that are compiled when they are first used: of all that are known, a text needs a part.

Compiling those with many words takes milliseconds each, and quick commands would wait for all of them.
"""

import re
from collections.abc import Callable, Iterator


class LazyPattern:
    """A regular expression; the methods are those of `re.Pattern`.

    Args:
        pattern: the expression.
        flags: as those of `re.compile`.
        needs: a small expression that is found in every text that this one fits. Other texts are not looked through,
            and a large expression stays uncompiled as long as there are only such.
    """

    __slots__ = ("_compiled", "_needed", "flags", "needs", "pattern")

    def __init__(self, pattern: str, flags: int = 0, needs: str = "") -> None:
        self.pattern = pattern
        self.flags = flags
        self.needs = needs
        self._compiled: re.Pattern[str] | None = None
        self._needed: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, compiled now at the latest."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self.flags)
        return self._compiled

    def _may_fit(self, text: str) -> bool:
        if self._needed is None:
            self._needed = re.compile(self.needs, self.flags)
        return self._needed.search(text) is not None

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first place in `text` where it fits."""
        if self.needs and not self._may_fit(text):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return how it fits at `start`."""
        if self.needs and not self._may_fit(text):
            return None
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return how it fits the whole of `text`."""
        if self.needs and not self._may_fit(text):
            return None
        return self.compiled.fullmatch(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield every place in `text` where it fits."""
        if self.needs and not self._may_fit(text):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """Return every part of `text` that fits."""
        return self.compiled.findall(text) if not self.needs or self._may_fit(text) else []

    def split(self, text: str, most: int = 0) -> list[str]:
        """Return `text` in parts, at most `most` times parted where it fits."""
        return self.compiled.split(text, most) if not self.needs or self._may_fit(text) else [text]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return `text` with `replacement` wherever it fits."""
        return self.compiled.sub(replacement, text, count) if not self.needs or self._may_fit(text) else text
