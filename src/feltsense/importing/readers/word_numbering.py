"""The numbers and signs that Word puts before the items of its lists."""

from typing import Any

from feltsense.importing.readers.word_styles import VAL, NumberKey, W


class WordNumbering:
    """The lists of a file; it counts."""

    def __init__(self, root: Any) -> None:
        """Read the part that describes them; None where a file has none."""
        self._levels: dict[str, dict[int, tuple[str, int]]] = {}
        """Of each kind of list: for its levels the form of the number, and the first."""
        self._kinds: dict[str, str] = {}
        """Of each list its kind; lists of one kind count on."""
        self._starts: dict[NumberKey, int] = {}
        """Where a list begins anew, by its first number."""
        self._counts: dict[str, dict[int, int]] = {}
        for each in root if root is not None else ():
            if each.tag == f"{W}abstractNum":
                key = each.get(f"{W}abstractNumId") or ""
                self._levels[key] = {_level(level): _form(level) for level in each.iterfind(f"{W}lvl")}
            elif each.tag == f"{W}num":
                self._add(each)

    def mark(self, key: NumberKey, *, numbered: bool) -> str:
        """Return the sign of the next item, `-` or its number with a point; empty where the list is none.

        Args:
            key: where it stands.
            numbered: what is taken for so where the file describes no such list.
        """
        if key.number == "0":
            return ""
        kind = self._kinds.get(key.number, key.number)
        form, start = self._levels.get(kind, {}).get(key.level, ("decimal" if numbered else "bullet", 1))
        counts = self._counts.setdefault(kind, {})
        for deeper in [level for level in counts if level > key.level]:
            del counts[deeper]
        anew = self._starts.pop(key, None)
        counts[key.level] = anew if anew is not None else counts.get(key.level, start - 1) + 1
        return {"bullet": "-", "none": ""}.get(form, f"{counts[key.level]}.")

    def _add(self, element: Any) -> None:
        number = element.get(f"{W}numId") or ""
        kind = element.find(f"{W}abstractNumId")
        self._kinds[number] = kind.get(VAL) or "" if kind is not None else ""
        for each in element.iterfind(f"{W}lvlOverride"):
            start = each.find(f"{W}startOverride")
            value = start.get(VAL) or "" if start is not None else ""
            if value.isdecimal():
                self._starts[NumberKey(number, _level(each))] = int(value)


def _level(element: Any) -> int:
    value = element.get(f"{W}ilvl") or ""
    return int(value) if value.isdecimal() else 0


def _form(level: Any) -> tuple[str, int]:
    form, start, text = (level.find(f"{W}{name}") for name in ("numFmt", "start", "lvlText"))
    first = start.get(VAL) or "" if start is not None else ""
    written = form.get(VAL) or "bullet" if form is not None else "decimal"
    shown = text is None or bool((text.get(VAL) or "").strip()) or level.find(f"{W}lvlPicBulletId") is not None
    return written if shown else "none", int(first) if first.isdecimal() else 1
