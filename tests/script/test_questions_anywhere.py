"""Questions anywhere in any text: each is found, and answering it changes nothing but its own words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.script.parser import parse
from feltsense.script.questions import NOTHING, answered, question_comment, questions, surroundings
from feltsense.script.source import source_of
from feltsense.script.text import has_words

steady = settings(derandomize=True)

PIECES = st.sampled_from(
    [
        "Notice your hand",
        "left/right",
        "____",
        "Rest.",
        "Is it so?",
        "[pause 3s]",
        "[repeat 2 times]",
        "[end]",
        "…",
        "and",
        ",",
        "<!-- a comment -->",
        "<!--",
        "-->",
        "# Feet",
        "- item",
        "> note",
        "“left/right”",
        "é日本",
        question_comment("which?", ("left", "right"), "left/right"),
        question_comment("whose?", ("a name", NOTHING), "____"),
        question_comment("a bell?", ("[bell]", "> a bell", NOTHING)),
        "<!-- question: “x y” stood here. Is this said? -->",
        "<!-- question: -->",
        "<!-- question: “”: | | a -->",
    ]
)
GAPS = st.sampled_from([" ", " ", "", "\n", "\n\n", "  \n", "\n# ", "\n- ", "\n> "])
SCRIPTS = st.lists(st.tuples(PIECES, GAPS), max_size=20).map(lambda found: "".join(a + b for a, b in found))
ANSWERS = st.sampled_from(["left", NOTHING, "> a note", "[pause 5s]", "", "Ears.", "a “b” c"])


@steady
@given(SCRIPTS)
def test_each_is_found_in_order_within_its_comment(script: str) -> None:
    end = 0
    for question in questions(source_of(script)):
        assert question.choices
        assert end <= question.comment_start < question.end
        assert question.start <= question.about_end <= question.comment_start
        assert script[question.comment_start : question.end].startswith("<!--")
        assert script[: question.end].endswith("-->")
        around = surroundings(script, question)
        assert "\n" not in around.shown("____")
        end = question.end


@steady
@given(SCRIPTS, ANSWERS, st.data())
def test_an_answer_takes_no_other_words(script: str, answer: str, data: st.DataObject) -> None:
    found = questions(source_of(script))
    if not found:
        return
    question = data.draw(st.sampled_from(found))
    after = answered(script, question, answer)
    about = script[question.start : question.about_end] if answer.startswith(">") else ""
    about = about if has_words(about) else ""
    kept = script[: question.start] + about + script[question.about_end : question.comment_start]
    kept += script[question.end :]
    given = "" if answer == NOTHING else answer
    assert sorted("".join(after.split())) == sorted("".join((kept + given).split()))


@steady
@given(SCRIPTS)
def test_all_can_be_answered_one_after_the_other(script: str) -> None:
    for _ in range(25):
        found = parse(script, "asked").questions
        if not found:
            break
        script = answered(script, found[0], found[0].choices[0])
    assert len(parse(script, "asked").questions) <= script.count("question:")
