"""What the page says of numbers is, word for word, what the journal at home says; and its rules are the same."""

import json
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import kept_before, phone_page
from feltsense.journal.insight import DRIFT, check_in_change, check_ins_in_words, median_interval
from feltsense.journal.model import CheckIn, Field, Practice, TooMuch
from feltsense.journal.practice_page import practice_page
from feltsense.journal.records import practice_record
from feltsense.phone.page import WEB
from feltsense.practice.menus import closing_words, words_after_rescue
from feltsense.practice.safety import reasons
from feltsense.tui.library.detail import CLOSENESS
from practising import practice

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCALES = (Field.DISTRESS, Field.CONNECTION)
CHANCE = random.Random(14)  # noqa: S311 - the same numbers each time


def run(browser: "Browser", *parts: str, expression: str, given: object) -> Any:
    """Evaluate an expression of `given` with some of the page's scripts, in an empty page."""
    source = "\n".join((WEB / part).read_text("utf-8") for part in parts)
    with phone_page(browser, "about:blank") as phone:
        return phone.page.evaluate(f"(given) => {{ {source}\n return {expression}; }}", given)


def said() -> CheckIn:
    """Return a check-in with some answers."""
    number = CHANCE.choice([None, *range(11)])
    place, word = (
        CHANCE.choice([None, "chest", "all over", "numb"]),
        CHANCE.choice([None, "warm", "nothing I can name"]),
    )
    return CheckIn(number, CHANCE.choice([None, number, 5]), place, word, CHANCE.choice([None, *TooMuch]))


def test_many_numbers_are_summed_up_as_in_the_journal(browser: "Browser") -> None:
    cases = []
    for count in [*range(13), 20, 57, 300]:
        for spread in (1, 2, 10):
            changes = sorted(CHANCE.randint(-spread, spread) for _ in range(count))
            cases.append((CHANCE.choice(SCALES), changes, CHANCE.choice([0, 1, 7])))
            cases.append((CHANCE.choice(SCALES), [spread] * count, 0))
    given = [[field.value, changes, missing] for field, changes, missing in cases]
    found = run(browser, "24-insight.js", expression="given.map((each) => changesInWords(...each))", given=given)
    for (field, changes, missing), sentences in zip(cases, found, strict=True):
        counts: Counter[int | None] = Counter(changes)
        counts[None] = missing
        assert tuple(sentences) == check_in_change(counts, field).sentences(), (field, changes, missing)


@pytest.mark.slow
def test_the_interval_of_the_median_is_the_same_for_any_number_of_practices(browser: "Browser") -> None:
    counts = [*range(30), 1074, 1075, 1100, 1101, 5000]
    expression = "given.map((count) => medianInterval([...Array(count).keys()]))"
    found = run(browser, "24-insight.js", expression=expression, given=counts)
    expected = [median_interval(range(count)) for count in counts]
    assert found == [interval and [interval.low, interval.high] for interval in expected]


@pytest.mark.slow
def test_one_practice_is_put_in_the_same_words(browser: "Browser") -> None:
    pairs = [(said(), said()) for _ in range(200)]
    given = [[_plain(before), _plain(after)] for before, after in pairs]
    expression = "given.map((pair) => checkInsInWords(...pair))"
    found = run(
        browser, "24-insight.js", expression=f"(SCALES = ['distress', 'connection'], {expression})", given=given
    )
    assert [tuple(each) for each in found] == [check_ins_in_words(*pair) for pair in pairs]


def _plain(said: CheckIn) -> dict[str, Any]:
    return {field.value: getattr(said, field.value) for field in Field}


@pytest.mark.slow
def test_what_counts_as_stirred_up_is_the_same(browser: "Browser") -> None:
    pairs = [(said(), said()) for _ in range(300)]
    given = [[_plain(before), _plain(after)] for before, after in pairs]
    expression = "given.map((pair) => stirredUp(...pair))"
    data = "data = {rescue: 0, feet: 1}, words = {rise: 2, high: 8}"
    found = run(browser, "26-safety.js", expression=f"({data}, {expression})", given=given)
    assert found == [bool(reasons(*pair)) for pair in pairs]


def test_sentences_of_the_page_are_those_of_the_house() -> None:
    script = "".join(path.read_text("utf-8") for path in sorted(WEB.glob("*.js")))
    flat = script.replace('"\n  + "', "")
    closing, rescued = closing_words((), ""), words_after_rescue(())
    for words in (DRIFT, closing.title, rescued.title, rescued.next_step, *CLOSENESS.values()):
        assert json.dumps(words, ensure_ascii=False) in flat


@pytest.mark.slow
def test_page_of_a_practice_is_that_of_the_journal(browser: "Browser", index: Path) -> None:
    ended = practice(6, 4, too_much=TooMuch.BIT, rescued_at_ms=61_000)
    record = practice_record(ended, notes=True)
    with phone_page(browser, index, script=kept_before(practices=[record])) as phone:
        phone.tap("#to-journal")
        phone.tap(".practices a")
        phone.wait_for(f"h2:text-is('{ended.title}')")
        lines = phone.text().splitlines()
    wanted = [line for block in practice_page(Practice(**_fields(ended))) for line in block.lines]
    assert [line for line in wanted[1:] if line not in lines] == []


def _fields(practice: Practice) -> dict[str, Any]:
    return {name: getattr(practice, name) for name in Practice.__slots__}
