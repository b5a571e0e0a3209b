"""`feltsense show --spoken`."""

import json

from running import Desk


def test_what_may_not_be_meant_stands_first(desk: Desk) -> None:
    path = desk.write("small", "## Feet\n\nRest.\n\nGuide: Sit. [nope]\n")
    ran = desk.run("show", "small", "--spoken")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Look at 1 line first: meant to be spoken?",
        "    5  Guide: Sit.",
        "         “Guide:” is a label, and spoken → take it out",
        "",
        "Everything that is spoken, in order: 2 lines",
        "       ## Feet",
        "    3  Rest.",
        "    5  Guide: Sit.",
    ]
    assert ran.err == f"There is 1 error in it: feltsense check {path}\n"


def test_what_is_read_otherwise_stands_below_what_is_written(desk: Desk) -> None:
    desk.write("small", "---\nlanguage: de\n---\nAtme 4-7-8, z. B. 30 s.\n\nRuhe.\n")
    ran = desk.run("show", "small", "--spoken")
    assert ran.out.splitlines()[-4:] == [
        "       ## Beginn",
        "    4  Atme 4-7-8, z. B. 30 s.",
        "         read as: Atme vier sieben acht, zum Beispiel 30 Sekunden.",
        "    6  Ruhe.",
    ]
    (line, _) = json.loads(desk.run("show", "small", "--spoken", "--json").out)["lines"]
    assert line["read"] == "Atme vier sieben acht, zum Beispiel 30 Sekunden."


def test_open_questions_are_counted(desk: Desk) -> None:
    desk.write("small", "Notice a left/right <!-- question: “left/right”: which? | left | right --> hand.\n\nRest.\n")
    ran = desk.run("show", "small", "--spoken")
    read = "         read as: Notice a left right hand.\n"
    assert f"    1  Notice a left/right hand.\n{read}         “left/right”: which? → answer it\n" in ran.out
    assert ran.err.startswith("There is 1 open question in it: ")


def test_for_programs(desk: Desk) -> None:
    found = json.loads(desk.run("show", "small", "--spoken", "--json").out)
    assert [(line["line"], line["text"], line["reasons"]) for line in found["lines"]] == [
        (11, "Here is a sentence.", []),
        (12, "And another one.", []),
        (16, "This is the end.", []),
    ]
    desk.write("small", "Guide: Rest.\n")
    (line,) = json.loads(desk.run("show", "small", "--spoken", "--json").out)["lines"]
    assert line["reasons"] == [{"kind": "label", "reason": "“Guide:” is a label, and spoken", "instead": "take it out"}]
