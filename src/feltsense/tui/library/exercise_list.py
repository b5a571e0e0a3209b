"""The list of exercises: Textual's option list, with only the keys that belong to a list."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


def _key(key: str, action: str, words: str) -> Binding:
    return Binding(key, action, words, id=f"shelf.{action}", show=False, tooltip=f"Go to {words}.")


class ShelfList(OptionList, inherit_bindings=False):
    """Leaves the other keys, such as left and right, to its screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up", "cursor_up", "the one above"),
        _key("down", "cursor_down", "the one below"),
        _key("home", "first", "the first"),
        _key("end", "last", "the last"),
        _key("pageup", "page_up", "the page above"),
        _key("pagedown", "page_down", "the page below"),
    ]
