"""Every key of every screen and widget can be named, and says what it does."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

import feltsense.tui


def own_bindings() -> Iterator[tuple[str, Binding]]:
    """Yield the bindings of all our screens and widgets, with the name of the class."""
    for module in pkgutil.walk_packages(feltsense.tui.__path__, "feltsense.tui."):
        found = importlib.import_module(module.name)
        for value in vars(found).values():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.name:
                for binding in vars(value).get("BINDINGS", ()):
                    assert isinstance(binding, Binding), f"{value.__name__}: {binding}"
                    yield value.__name__, binding


def test_each_has_an_id_a_description_and_a_tooltip() -> None:
    bindings = list(own_bindings())
    assert len(bindings) > 60
    bare = [(name, each.key) for name, each in bindings if not (each.id and each.description and each.tooltip)]
    assert bare == []


def test_no_id_names_two() -> None:
    counted = Counter(binding.id for _, binding in own_bindings())
    assert {name for name, count in counted.items() if count > 1} == set()
