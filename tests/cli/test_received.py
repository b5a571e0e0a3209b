"""`feltsense journal received`: what came from a phone is shown, asked for, and brought in."""

import json
from dataclasses import replace

from feltsense.journal.model import CheckIn, Outcome
from feltsense.share.inbox import Inbox
from feltsense.system.paths import data_home
from incoming_records import message
from practising import pairs
from running import Desk
from terminal import Terminal

THREE = pairs((7, 5), (6, 6), (None, 2))


def test_what_came_is_shown_and_brought_in(desk: Desk) -> None:
    Inbox(data_home()).add(THREE)
    ran = desk.run("journal", "received")
    assert ran.out.splitlines()[0] == "2026-03-02 21:30        3:00  Feet on the floor"
    assert ran.err.splitlines() == [
        "3 practices, from 2026-03-02 to 2026-03-04.",
        "feltsense journal received --yes brings them into the journal.",
    ]
    assert len(json.loads(desk.run("journal", "received", "--json").out)) == 3
    assert desk.run("journal", "list").out == "", "nothing is in the journal before somebody says so"
    assert desk.run("journal", "received", "--yes").err.endswith("3 practices brought in.\n")
    assert len(desk.run("journal", "list").out.splitlines()) == 3
    assert desk.run("journal", "received").err == "Nothing waits.\n"


def test_a_late_answer_completes_what_is_here(desk: Desk) -> None:
    inbox = Inbox(data_home())
    inbox.add(THREE)
    desk.run("journal", "received", "--yes")
    inbox.add([replace(THREE[0], ended=Outcome.WHOLE, after=CheckIn(distress=5, connection=6)), THREE[1]])
    ran = desk.run("journal", "received", "--yes")
    assert ran.err.endswith("0 practices brought in, 1 completed; 1 practice was here already.\n")
    assert json.loads(desk.run("journal", "show", "1", "--json").out)["after"]["connection"] == 6


def test_a_file_with_late_answers_completes_what_was_imported_before(desk: Desk) -> None:
    for name, practices, told in (
        ("first.json", THREE[:2], "2 practices brought in.\n"),
        (
            "later.json",
            [replace(THREE[0], ended=Outcome.EARLY, after=CheckIn(distress=9, connection=1)), *THREE[1:]],
            "1 practice brought in, 1 completed; 1 practice was here already.\n",
        ),
    ):
        (desk.folder / "out" / name).write_bytes(message(*practices))
        assert desk.run("journal", "import", name).err == told
    found = json.loads(desk.run("journal", "show", "1", "--json").out)
    assert (found["ended"], found["after"]["distress"], found["after"]["connection"]) == ("early", 5, 1)


def test_a_long_title_takes_one_line_and_can_do_nothing_to_a_terminal(desk: Desk) -> None:
    Inbox(data_home()).add([replace(THREE[0], title="A \x1b[2J" + "very " * 40)])
    (row,) = desk.run("journal", "received").out.splitlines()
    assert len(row) <= 80
    assert "\\u001b" in row


def test_what_waits_can_be_deleted(desk: Desk) -> None:
    Inbox(data_home()).add(THREE)
    ran = desk.run("journal", "received", "--discard")
    assert (ran.code, "--yes" in ran.err) == (2, True)
    assert desk.run("journal", "received", "--discard", "--yes").err == "3 practices deleted for good.\n"
    assert desk.run("journal", "received").err == "Nothing waits.\n"


def test_deleting_everything_deletes_what_waits(desk: Desk) -> None:
    Inbox(data_home()).add(THREE)
    assert desk.run("journal", "delete", "--all", "--yes").err == "3 practices deleted for good.\n"
    assert Inbox(data_home()).waiting() == ()


def test_deleting_everything_deletes_what_cannot_be_read(desk: Desk) -> None:
    Inbox(data_home()).add(THREE)
    (file,) = Inbox(data_home()).files()
    file.write_text("{ a note that was damaged")
    assert desk.run("journal", "delete", "--all", "--yes").code == 0
    assert not file.exists()


def test_a_file_from_a_phone_is_brought_in_under_its_true_name(desk: Desk) -> None:
    import hashlib  # noqa: PLC0415 - for this one

    script = next(desk.folder.glob("exercises/*.md"))
    digest = hashlib.sha256(script.read_bytes()).hexdigest()
    track = replace(THREE[0], slug="track-012", title="Track 012 – 3 min", script_sha256=digest)
    desk.folder.joinpath("out", "feltsense-practices.json").write_bytes(message(track))
    assert desk.run("journal", "import", "feltsense-practices.json").err == "1 practice brought in.\n"
    (found,) = json.loads(desk.run("journal", "list", "--json").out)
    assert found["slug"] == script.stem
    assert "Track" not in found["title"]


def test_at_a_terminal_it_is_asked(desk: Desk) -> None:
    Inbox(data_home()).add(THREE)
    for answer, told in (("n\r", "They wait on."), ("y\r", "3 practices brought in.")):
        with Terminal("journal", "received", cwd=desk.folder) as terminal:
            terminal.until("Bring them into the journal?")
            terminal.press(answer)
            terminal.until(told)
            assert terminal.ended() == 0


def test_one_practice_is_spoken_of_as_one(desk: Desk) -> None:
    Inbox(data_home()).add(THREE[:1])
    assert desk.run("journal", "received").err.splitlines() == [
        "1 practice, of 2026-03-02.",
        "feltsense journal received --yes brings it into the journal.",
    ]
