"""The texts among the data of a file, and whether two of them say the same."""

from collections.abc import Iterator, Mapping
from typing import Any

from feltsense.importing.readers.data_files import DEEPEST
from feltsense.importing.readers.data_keys import DataKey, data_key


def is_said_in(text: str, value: Any) -> bool:
    """Tell whether the parts in `value` have the same words as `text`, and are no single words."""
    parts = list(_spoken_texts(value))
    return any(" " in part.strip() for part in parts) and _letters(text) == _letters("".join(parts))


def _spoken_texts(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the texts of all groups in `value`."""
    if isinstance(value, list) and depth < DEEPEST:
        for each in value:
            yield from _spoken_texts(each, depth + 1)
    elif isinstance(value, Mapping) and depth < DEEPEST:
        text = next((v for n, v in value.items() if isinstance(v, str) and data_key(str(n)) is DataKey.TEXT), None)
        if text is not None:
            yield text
        else:
            yield from _spoken_texts([each for each in value.values() if isinstance(each, Mapping | list)], depth + 1)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def texts_in(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield every text in `value`, whatever it is for."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list) and depth < DEEPEST:
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from texts_in(each, depth + 1)
