"""`feltsense listen`."""

import signal
import time

import pytest

from feltsense.journal.files import journal_path
from feltsense.system.paths import data_home
from feltsense.voice import registry
from running import SINE_PROGRAM, WRONG, Desk, Ran, ended, running

FAST = ("--output", "silent", "--speed", "60")


@pytest.fixture
def sine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The voice called heart is a small one."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")


def lines(ran: Ran) -> list[str]:
    return [line for line in ran.out.splitlines() if line and not line.startswith("(")]


ALL = ["Part 1: Arriving", "Here is a sentence.", "And another one.", "Part 2: Leaving", "This is the end."]


@pytest.mark.usefixtures("sine")
@pytest.mark.parametrize(
    ("place", "heard"),
    [
        ((), ALL),
        (("--from", "12"), ALL[2:]),
        (("--section", "leav"), ALL[3:]),
        (("--section", "2"), ALL[3:]),
        (("--phrase", "3"), ALL[3:]),
    ],
)
def test_it_is_heard_from_there_to_the_end_and_read_as_it_is_heard(
    desk: Desk, place: tuple[str, ...], heard: list[str]
) -> None:
    ran = desk.run("listen", "small", *FAST, *place)
    assert (ran.code, ran.err) == (0, "")
    assert lines(ran) == heard


@pytest.mark.usefixtures("sine")
def test_nothing_is_asked_and_nothing_is_recorded(desk: Desk) -> None:
    assert desk.run("listen", "small", *FAST, "--phrase", "3").code == 0
    assert not journal_path(data_home()).exists()


@pytest.mark.usefixtures("sine")
def test_a_place_that_is_not_there_is_told(desk: Desk) -> None:
    ran = desk.run("listen", "small", *FAST, "--section", "nowhere")
    assert (ran.code, ran.out) == (1, "")
    assert "Sections are: 1 Arriving; 2 Leaving." in ran.err


def test_one_place_only(desk: Desk) -> None:
    assert desk.run("listen", "small", "--from", "3", "--phrase", "2").code == 2


def test_a_script_with_errors_is_shown_and_not_heard(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    ran = desk.run("listen", "wrong", *FAST)
    assert (ran.code, ran.out) == (1, "")
    assert "error S020" in ran.err


def test_ctrl_c_ends_it_at_once(desk: Desk) -> None:
    desk.write("long", "Here is a sentence. [pause 2m]\nThe end.\n")
    with running("listen", "long", "--output", "silent", workspace=desk.folder, program=SINE_PROGRAM) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "Here is a sentence.\n"
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        ran = ended(process)
    assert ran.code == 130
    assert "Traceback" not in ran.err
    assert time.monotonic() - begun < 20  # a third of a second here; the pause would last two minutes
