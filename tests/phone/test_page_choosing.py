"""What can be chosen: by what would help, by a word, by a length; and what is kept awake meanwhile."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import phone_page
from feltsense.phone.model import PhoneFolder
from feltsense.phone.page import phone_page as phone_page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browsing import Phone


def titles(phone: "Phone", place: str) -> list[str]:
    return [each.inner_text() for each in phone.page.query_selector_all(f"{place} .name") if each.is_visible()]


def many(folder: PhoneFolder, path: Path) -> Path:
    """Write a page with a dozen exercises in three lengths."""
    model = folder.data["exercises"][1]
    exercises = [
        {**model, "slug": f"e{number}", "title": f"Exercise {number}", "length": (3 + 4 * (number % 3)) * 60_000}
        for number in range(12)
    ]
    groups = [
        {"title": "it's all too much", "items": [0, 1, 2]},
        {"title": "I feel alone", "items": list(range(3, 12))},
    ]
    courses = [{"title": "Back to yourself", "about": "Two steps.", "items": [{"index": 1, "why": "to begin"}]}]
    data: dict[str, Any] = {**folder.data, "exercises": exercises, "groups": groups, "courses": courses}
    path.write_text(phone_page_of({**data, "rescue": None, "feet": None}), "utf-8")
    return path


def test_many_exercises_are_found_by_need_word_and_length(
    browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    with phone_page(browser, many(phone_folder, tmp_path / "many.html")) as phone:
        assert titles(phone, "main") == []  # folded under what would help
        phone.tap("summary:has-text('it\\'s all too much')")
        assert titles(phone, "main") == ["Exercise 0", "Exercise 1", "Exercise 2"]
        phone.tap("summary:has-text('it\\'s all too much')")
        phone.tap("summary:has-text('Find by a word or a length')")
        phone.page.fill("#search", "alone 11")
        assert titles(phone, ".find") == ["Exercise 11"]
        phone.page.fill("#search", "")
        phone.answer("length", 3)
        assert titles(phone, ".find") == [f"Exercise {number}" for number in (2, 5, 8, 11)]
        phone.page.fill("#search", "nothing like it")
        phone.wait_for("text=Nothing here has that.")
        phone.page.fill("#search", "")
        phone.tap("summary:has-text('Back to yourself')")
        assert "to begin" in phone.text()


def test_course_that_was_asked_for_stands_first_and_open(
    browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    items = [{"index": 2, "why": "first"}, {"index": 1, "why": "then"}]
    asked = {"title": "Back to yourself", "about": "Two steps.", "items": items, "asked": True}
    other = {**asked, "title": "Another one", "asked": False}
    page = phone_page_of({**phone_folder.data, "courses": [asked, other]})
    (tmp_path / "course.html").write_text(page, "utf-8")
    with phone_page(browser, tmp_path / "course.html") as phone:
        phone.wait_for("summary:has-text('Another one')")
        exercises = phone_folder.data["exercises"]
        assert titles(phone, "main") == [exercises[2]["title"], exercises[1]["title"]]
        heads = [each.inner_text() for each in phone.page.query_selector_all("summary")]
        assert (heads[0], heads[-1]) == ("Back to yourself", "Another one")


@pytest.mark.slow
def test_one_exercise_in_two_lengths_is_one_row(browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path) -> None:
    longer = {**phone_folder.data["exercises"][1], "length": 300_000}
    data = {**phone_folder.data, "exercises": [*phone_folder.data["exercises"], longer]}
    group = {"title": "all", "items": list(range(4))}
    (tmp_path / "two.html").write_text(phone_page_of({**data, "groups": [group]}), "utf-8")
    with phone_page(browser, tmp_path / "two.html") as phone:
        assert len(titles(phone, "main")) == 3
        phone.tap("a:has-text('Feet on the floor')")
        phone.tap("label:has-text('5 min')")
        assert phone.look("location.hash") == "#e/3"
        phone.wait_for_head("Feet on the floor")
        phone.complaints.clear()  # its audio is not beside this page


@pytest.mark.slow
def test_page_without_a_rescue_piece_has_it_to_read(
    browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path
) -> None:
    with phone_page(browser, many(phone_folder, tmp_path / "many.html")) as phone:
        phone.tap("#ground")
        phone.wait_for_head("Here it is to read.")
        phone.tap_button("What would help now?")
        assert "Feet and hands" not in phone.text()


@pytest.mark.slow
def test_page_of_one_exercise_begins_with_it(browser: "Browser", phone_folder: PhoneFolder, tmp_path: Path) -> None:
    ninety, feet, *_ = phone_folder.data["exercises"]
    exercises = [feet, {**ninety, "rescue": True}]
    data = {**phone_folder.data, "exercises": exercises, "rescue": 1, "feet": 0, "courses": []}
    (tmp_path / "one.html").write_text(phone_page_of({**data, "groups": [{"title": "all", "items": [0]}]}), "utf-8")
    with phone_page(browser, tmp_path / "one.html") as phone:
        phone.wait_for_head("Feet on the floor")
        phone.tap("#to-list")
        phone.wait_for_head("What would help?")
        assert titles(phone, "main") == ["Feet on the floor"]
        phone.complaints.clear()  # its audio is not beside this page


_WAKE = """
window.locks = {asked: 0, held: 0};
Object.defineProperty(navigator, "wakeLock", {value: {request: async () => {
  locks.asked += 1;
  locks.held += 1;
  const lock = new EventTarget();
  lock.release = async () => { locks.held -= 1; lock.dispatchEvent(new Event("release")); };
  window.lastLock = lock;
  return lock;
}}});
"""


@pytest.mark.slow
def test_screen_is_kept_awake_while_it_plays_and_asked_for_again(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=_WAKE) as phone:
        phone.listen()
        assert phone.look("locks") == {"asked": 1, "held": 1}
        phone.look("lastLock.release()")  # as when the page is hidden for a while
        phone.look("document.dispatchEvent(new Event('visibilitychange'))")
        assert phone.look("locks") == {"asked": 2, "held": 1}
        phone.tap_button("Pause")
        phone.wait_for("button:text-is('Play')")
        assert phone.look("locks.held") == 0
