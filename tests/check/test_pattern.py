"""Patterns of whole words, in plain text with a sentence on each line."""

from feltsense.check.pattern import Kinds, gap, kind, pattern, whole_words


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


def test_kinds_fit_only_where_their_words_stand_in_one_sentence() -> None:
    kinds = Kinds(kind("good fine & day", "(?:good|fine) day"), kind("night", "good night", "at night"))
    assert kinds.search("a fine day")
    assert [match[0] for match in kinds.finditer("at night, good night.\na good day.")] == [
        "at night",
        "good night",
        "good day",
    ]
    assert not kinds.search("a good cup.\nthe day.")


def test_kinds_fit_between_the_places_that_are_asked_for() -> None:
    kinds = Kinds(kind("dawn", "good dawn"), kind("", "day"))
    text = "a good dawn.\nno day, a good dawn.\n"
    assert [match.start() for match in kinds.finditer(text)] == [2, 16, 23]
    assert [match.start() for match in kinds.finditer(text, 3)] == [16, 23]
    assert [match.start() for match in kinds.finditer(text, 3, 28)] == [16]
    assert kinds.search(text, 3, 14) is None
    assert kinds.search("") is None


def test_of_kinds_that_overlap_the_first_and_longest_counts() -> None:
    kinds = Kinds(kind("good", "good"), kind("good", "good day"), kind("day", "day"))
    assert [match[0] for match in kinds.finditer("good day")] == ["good day"]


def test_kinds_are_not_compiled_for_texts_without_their_words() -> None:
    kinds = Kinds(kind("night", "good night"))
    assert not kinds.search("good day")
    assert whole_words("good night")._compiled is None


def test_a_gap_is_as_short_as_it_can_be() -> None:
    found = pattern(f"let {gap(2)}go").search("let it all go, let go")
    assert found
    assert found[0] == "let it all go"


def test_a_space_that_may_be_missing_may_be_missing() -> None:
    assert pattern("rag ?doll").search("like a ragdoll")
    assert pattern("rag ?doll").search("like a rag doll")
