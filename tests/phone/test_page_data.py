"""What the page is given: everything of an exercise that it needs, and in a discreet one no telling word."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from feltsense.care.helplines import region
from feltsense.library.catalogue import find, slugs
from feltsense.library.courses import Course, courses
from feltsense.library.search import Need
from feltsense.phone.page import phone_page
from feltsense.phone.page_data import PageTrack, page_data
from feltsense.practice.check_in import QUESTIONS
from feltsense.practice.safety import FEET, ORIENTING
from feltsense.script.parser import parse
from feltsense.share.incoming import checked_records
from feltsense.system.paths import Workspace
from feltsense.timeline.compose import compose
from feltsense.timeline.estimate import estimate_speech
from feltsense.timeline.measure import Measures
from feltsense.timeline.model import SpeechEvent
from feltsense.units import Frames, Ms, milliseconds
from feltsense.voice.port import SpeechInfo, Utterance
from feltsense.voice.postprocess import share_by_syllables
from incoming_records import NOW, message
from practising import pairs

NOWHERE = Workspace(Path("nowhere"))
"""Without scripts of its own: only those that came with feltsense are there."""


def _spoken(utterance: Utterance) -> SpeechInfo:
    """As the real voice would speak, with the times of words."""
    length = estimate_speech(utterance).length
    return SpeechInfo(length, share_by_syllables(utterance.text, length), 0.5)


def track(slug: str, title: str = "", *, rescue: bool = False) -> PageTrack:
    exercise = find(slug, NOWHERE).load_valid()
    timeline = compose(exercise, None, Measures(_spoken, lambda _play: Frames(0)))
    asked = Ms(round(exercise.front.minutes[0] * 60_000)) if exercise.front.minutes else None
    name = f"audio/{title or slug}"
    return PageTrack(exercise, timeline, asked, f"{name}.mp3", f"{name}.txt", title, rescue)


FIVE = track("five-senses")


@pytest.fixture(scope="module")
def tracks() -> list[PageTrack]:
    return [track("gentle-breath"), track(FEET), track(ORIENTING, rescue=True)]


@pytest.fixture(scope="module")
def data(tracks: list[PageTrack]) -> dict[str, Any]:
    return page_data(tracks, "DE", discreet=False)


def test_phrases_stand_where_they_are_heard_with_the_start_of_each_word(
    data: dict[str, Any], tracks: list[PageTrack]
) -> None:
    spoken = [tile for tile in tracks[0].timeline.tiles if isinstance(tile, SpeechEvent)]
    phrases = data["exercises"][0]["phrases"]
    assert [row[2] for row in phrases] == [tile.text for tile in spoken]
    for (start, length, text, offsets), tile in zip(phrases, spoken, strict=True):
        assert (start, start + length) == (milliseconds(tile.start), milliseconds(tile.start + tile.length))
        assert len(offsets) == len(text.split(" "))
        assert offsets == sorted(offsets)
        assert 0 <= offsets[0] <= offsets[-1] < length


def test_where_words_do_not_fit_the_text_none_has_a_time() -> None:
    exercise = find(ORIENTING, NOWHERE).load_valid()
    timeline = compose(exercise, None, Measures(estimate_speech, lambda _play: Frames(0)))
    made = page_data([PageTrack(exercise, timeline, None, "a.mp3", None)], "", discreet=False)
    assert {tuple(row[3]) for row in made["exercises"][0]["phrases"]} == {()}


def test_breaths_tell_phase_and_round(data: dict[str, Any]) -> None:
    breaths = data["exercises"][0]["breaths"]
    assert {row[2] for row in breaths} == {"in", "out"}
    assert [row[3] for row in breaths[:4]] == [1, 1, 2, 2]
    assert all(a[0] + a[1] <= b[0] for a, b in pairwise(breaths))
    assert data["exercises"][1]["breaths"] == []


def test_facts_for_the_journal_are_those_of_the_script(data: dict[str, Any], tracks: list[PageTrack]) -> None:
    found, made = data["exercises"][1], tracks[1]
    assert (found["slug"], found["title"], found["tier"]) == (FEET, "Feet on the floor", 1)
    assert (found["sha"], found["voice"]) == (made.exercise.sha256, "heart")
    assert (found["asked"], found["length"]) == (180_000, 180_000)
    assert found["sections"][0] == [made.timeline.chapters[0].title, 0]


def test_pieces_for_ground_me_now_are_known_and_not_listed(data: dict[str, Any]) -> None:
    assert (data["rescue"], data["feet"]) == (2, 1)
    assert [each["rescue"] for each in data["exercises"]] == [False, False, True]
    assert sorted(number for group in data["groups"] for number in group["items"]) == [0, 1]


def test_groups_and_courses_are_those_of_the_library(data: dict[str, Any]) -> None:
    assert {group["title"] for group in data["groups"]} <= {need.words for need in Need}
    together = {
        course.title: found
        for course in courses()
        if len(found := [step.exercise for step in course.steps if step.exercise in ("gentle-breath", FEET)]) > 1
    }
    assert {course["title"]: _slugs(data, course) for course in data["courses"]} == together


def _slugs(data: dict[str, Any], course: dict[str, Any]) -> list[str]:
    return [data["exercises"][item["index"]]["slug"] for item in course["items"]]


@pytest.mark.parametrize("asked", courses(), ids=lambda course: course.name)
def test_a_course_that_was_asked_for_stands_first_in_its_order(asked: Course) -> None:
    made = [replace(FIVE, exercise=replace(FIVE.exercise, slug=step.exercise)) for step in reversed(asked.steps)]
    data = page_data(made, "", discreet=False, course=asked.name)
    first, *others = data["courses"]
    assert (first["title"], first["asked"]) == (asked.title, True)
    assert [made[item["index"]].exercise.slug for item in first["items"]] == [step.exercise for step in asked.steps]
    assert not any(other["asked"] for other in others)


def test_a_course_of_one_exercise_is_shown_only_where_it_was_asked_for() -> None:
    course = courses()[0]
    made = [replace(FIVE, exercise=replace(FIVE.exercise, slug=course.steps[0].exercise))]
    assert page_data(made, "", discreet=False)["courses"] == []
    assert [each["title"] for each in page_data(made, "", discreet=False, course=course.name)["courses"]] == [
        course.title
    ]


def test_questions_are_those_of_the_check_in(data: dict[str, Any]) -> None:
    asked = data["words"]["questions"]
    assert {when: [each["field"] for each in asked[when]] for when in asked} == {
        when.value: [each.field.value for each in questions] for when, questions in QUESTIONS.items()
    }
    too_much = asked["after"][2]
    assert (too_much["rows"], too_much["values"]) == ([["no", "a bit", "yes"]], ["no", "bit", "yes"])
    assert asked["before"][0]["ends"] == ["at ease", "the worst you know"]
    assert asked["after"][3]["rows"] is None
    assert [each["id"] for each in data["words"]["help"]] == ["orienting", "feet", "someone", "helplines", "stop"]


def test_helplines_are_those_of_the_region(data: dict[str, Any]) -> None:
    assert data["helplines"]["emergency"][0]["number"] == region("DE").emergency[0].number
    assert data["helplines"]["lines"][0]["name"] == region("DE").lines[0].name
    assert page_data([], "", discreet=False)["helplines"]["emergency"]


def test_a_discreet_page_calls_nothing_by_its_name() -> None:
    made = [track("self-compassion-break", "Track 012 – 5 min"), track(ORIENTING, "Track 400 – 1.5 min", rescue=True)]
    found = page_data(made, "", discreet=True)
    text = json.dumps([found["exercises"][0], found["groups"], found["courses"], found["title"]]).casefold()
    front = made[0].exercise.front
    said = (made[0].exercise.slug, front.title, front.summary, front.practice, *front.tags)
    assert [word for word in said if word.casefold() in text] == []
    first = found["exercises"][0]
    assert (first["slug"], first["title"]) == ("track-012-5-min", "Track 012 – 5 min")
    assert {title for title, _ in first["sections"]} == {
        f"Part {number}" for number in range(1, len(first["sections"]) + 1)
    }
    assert first["sha"] == made[0].exercise.sha256
    assert first["cautions"], "what to be careful with is told in a discreet page, too"
    assert found["groups"] == [{"title": "Tracks", "items": [0]}]


def test_a_discreet_page_calls_others_by_their_neutral_titles_or_none() -> None:
    made = [track("a-feeling-sent-away", "Track 1 – 8 min"), track("five-senses", "Track 2 – 3 min")]
    titles = ["Five senses", "Gentle breath", "Feet on the floor"]
    front = replace(
        made[0].exercise.front,
        cautions=("Five senses may be better. Where feet hurt, feet on the floor do not help.",),
        next_step="Gentle breath, Five sensesx or Feet on the floor",
    )
    made[0] = replace(made[0], exercise=replace(made[0].exercise, front=front))
    found = page_data(made, "", discreet=True, titles=titles)["exercises"][0]
    assert found["cautions"] == ["Track 2 – 3 min may be better. Where feet hurt, feet on the floor do not help."]
    assert found["next_step"] == "another one, Five sensesx or another one"


def ascii_start(text: str) -> str:
    return ascii(text)[:12]


@pytest.mark.parametrize("slug", ["caf\udce9", "tab\there", "\u202eb", "\udce9" * 250], ids=ascii_start)
def test_whatever_a_script_is_called_its_practices_are_taken_home(slug: str) -> None:
    made = track("gentle-breath")
    front = replace(made.exercise.front, title="A very long title " * 40)
    made = replace(made, timeline=replace(made.timeline, slug=slug), exercise=replace(made.exercise, front=front))
    data = page_data([made], "", discreet=False)
    assert phone_page(data).encode()
    told = data["exercises"][0]
    document = json.loads(message(*pairs((7, 5))))
    document["practices"][0] |= {"slug": told["slug"], "title": told["title"], "script_sha256": told["sha"]}
    assert len(checked_records(json.dumps(document).encode(), NOW)) == 1


def test_names_of_files_are_addresses() -> None:
    exercise = find(ORIENTING, NOWHERE).load_valid()
    timeline = compose(exercise, None, Measures(estimate_speech, lambda _play: Frames(0)))
    made = page_data([PageTrack(exercise, timeline, None, "audio/100 % – #1.mp3", None)], "", discreet=False)
    assert made["exercises"][0]["audio"] == "audio/100%20%25%20%E2%80%93%20%231.mp3"


def test_a_page_with_all_exercises_weighs_less_than_a_quarter_of_a_megabyte() -> None:
    tracks = [track(slug) for slug in slugs(NOWHERE)]
    english = [each for each in tracks if each.exercise.front.language == "en-US"]
    made = page_data(english, "DE", discreet=False)
    assert len(made["exercises"]) == 36
    assert len(phone_page(made).encode()) < 250_000


def test_what_is_in_another_language_than_most_stands_by_itself_at_the_end() -> None:
    made = page_data([track(slug) for slug in slugs(NOWHERE)], "DE", discreet=False)
    assert [group["title"] for group in made["groups"][-3:]] == [Need.OLD_STORY.words, "in German", "in Spanish"]
    assert sorted(item for group in made["groups"] for item in group["items"]) == list(range(44))


@pytest.mark.parametrize(
    ("written", "shown", "words"),
    [
        ("Que sentez-vous ici ?", "Que sentez-vous ici\u202f?", 3),
        ("Que sentez-vous ici?", "Que sentez-vous ici\u202f?", 3),
        ("Respirez: doucement.", "Respirez\u00a0: doucement.", 2),
        ("Dites «oui» à voix basse.", "Dites «\u00a0oui\u00a0» à voix basse.", 5),
        ("Dites « oui » à voix basse.", "Dites «\u00a0oui\u00a0» à voix basse.", 5),
    ],
)
def test_a_french_mark_is_of_the_word_before_it(written: str, shown: str, words: int) -> None:
    source = f"---\ntitle: Ici\nlanguage: fr\n---\n{written} Restez là.\n"
    timeline = compose(parse(source, "ici").exercise, None, Measures(_spoken, lambda _play: Frames(0)))
    made = page_data([PageTrack(parse(source, "ici").exercise, timeline, None, "a.mp3", None)], "FR", discreet=True)
    (_, _, text, offsets), *_ = made["exercises"][0]["phrases"]
    assert text == shown
    assert len(offsets) == len(text.split(" ")) == words
    assert offsets == sorted(set(offsets))
    assert [row[0] for row in made["exercises"][0]["sections"]] == ["Début"]
