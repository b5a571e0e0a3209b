"""What stands behind the screens, without a screen: nothing waits for what is slow, and nothing is lost."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from feltsense.care.people import Person, load_people
from feltsense.system.paths import Workspace
from feltsense.system.settings import load_settings
from feltsense.tui.app import Feltsense
from feltsense.tui.background import BackgroundTasks
from feltsense.tui.services import Environment, Services
from feltsense.voice.port import VoiceStatus
from kept_voices import keep_voice

Make = Callable[..., Feltsense]


def test_a_save_waits_for_nothing_slow(player: Make, player_home: Path) -> None:
    services, goes_on = player().services, threading.Event()
    services.tasks.start(goes_on.wait, 60)
    services.change(theme="feltsense-light")
    services.preferences.change_people((Person("Maya", "555 0117"),))
    try:
        services.tasks._saves.submit(lambda: None).result(30)  # they are done one after the other
        assert load_settings(player_home / "feltsense").theme == "feltsense-light"
        assert load_people(player_home / "feltsense") == (Person("Maya", "555 0117"),)
    finally:
        goes_on.set()


def test_people_are_seen_before_they_are_saved(player: Make, player_home: Path) -> None:
    preferences, goes_on = player().services.preferences, threading.Event()
    preferences._tasks.save(goes_on.wait, 60)
    maya, ben = Person("Maya", "555 0117"), Person("Ben", "next door")
    preferences.change_people((maya,))
    preferences.change_people((maya, ben))
    assert preferences.people() == (maya, ben)
    assert preferences.people_count() == 2
    assert load_people(player_home / "feltsense") == ()
    goes_on.set()
    preferences._tasks.wait()
    assert preferences.people() == load_people(player_home / "feltsense") == (maya, ben)


def test_slow_work_may_still_have_something_saved_when_the_player_is_left(player: Make, player_home: Path) -> None:
    services, goes_on = player().services, threading.Event()
    services.tasks.start(goes_on.wait, 60)
    services.tasks.start(services.mark_told, "drift-seen")
    goes_on.set()
    services.close()
    assert "drift-seen" in load_settings(player_home / "feltsense").told


def test_what_goes_wrong_where_nobody_waits_is_raised_once() -> None:
    tasks = BackgroundTasks()

    def fail() -> None:
        raise ZeroDivisionError

    tasks.start(fail)
    tasks.save(fail)
    tasks.wait()
    with pytest.raises(ZeroDivisionError):
        tasks.raise_failure()
    tasks.raise_failure()


def test_people_who_cannot_be_saved_stay_and_it_is_said_until_they_can(player: Make, player_home: Path) -> None:
    preferences, file = player().services.preferences, player_home / "feltsense" / "people.json"
    maya, ben = Person("Maya", "555 0117"), Person("Ben", "next door")
    file.mkdir(parents=True)
    preferences.change_people((maya,))
    preferences._tasks._saves.submit(lambda: None).result(30)
    assert preferences.people() == (maya,)
    assert preferences.people_trouble.startswith("This could not be written to the disk (")
    assert preferences.settings.notices
    file.rmdir()
    preferences.change_people((maya, ben))
    preferences._tasks.wait()
    assert preferences.people() == load_people(player_home / "feltsense") == (maya, ben)
    assert not preferences.people_trouble


def test_voices_that_work_keep_the_order_in_which_all_were_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_voice("kokoro", "ff_siwis")
    keep_voice("piper", "joe", "en-US")
    told = [("heart", True), ("system", True), ("piper:joe", True), ("piper:odd", False), ("kokoro:ff_siwis", False)]
    statuses = tuple(VoiceStatus(name, works, "", ("en",)) for name, works in told)
    monkeypatch.setattr("feltsense.voice.registry.voice_statuses", lambda: statuses)
    services = Services(Environment(Workspace(tmp_path), tmp_path / "home"), "silent")
    assert [voice.name for voice in services.known_voices()] == ["heart", "kokoro:ff_siwis", "piper:joe", "system"]
    assert [voice.name for voice in services.voices()] == ["heart", "piper:joe", "system"]
    services.close()
