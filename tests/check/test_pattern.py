"""Patterns of whole words, in plain text with a sentence on each line."""

from feltsense.check.pattern import pattern


def test_a_space_fits_where_a_pause_parts_the_words() -> None:
    assert pattern("let go").search("now let go")
    assert pattern("let go").search("now let … go")
    assert not pattern("let go").search("now let\ngo")


def test_a_space_in_a_set_of_characters_stays_one_of_them() -> None:
    half = pattern("half[ -]open")
    assert half.search("eyes half-open")
    assert half.search("eyes half open")
    assert not half.search("eyes half … open")


def test_parts_of_words_do_not_count() -> None:
    assert not pattern("let go").search("outlet goes")


def test_what_it_needs_keeps_it_from_being_compiled() -> None:
    lazy = pattern("close (?:your|the) eyes", needs="eyes")
    assert not lazy.search("Close the door.".lower())
    assert lazy._compiled is None
    assert lazy.search("close your eyes.")
