"""The voices that are offered in the settings and at the desk, each with the language that it speaks, and a sample."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from player_app import player_app, ready, seen, until
from textual.pilot import Pilot
from textual.widgets import Static

from added_voices import DORA, SIWIS, THORSTEN, working
from feltsense.authoring.voice_sample import ALREADY_HEARD
from feltsense.tui.app import Feltsense
from feltsense.tui.editor.trial import TrialScreen
from feltsense.tui.services import Services
from feltsense.tui.settings.rows import speaker_help, voice_words
from feltsense.tui.settings.screen import SettingsScreen
from feltsense.voice import registry
from kept_voices import keep_voice
from sine_voice import SineVoice
from writing import SCRIPT, Writing, run, writing

SIZES = [(60, 20), (80, 24), (120, 40)]
WORKING = Services.voices
FRENCH = SCRIPT.replace("tier: 1", "tier: 1\nlanguage: fr-CA")


@pytest.fixture(autouse=True)
def _there(player_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three voices were added; a small one speaks for two of them, and the third cannot be opened."""
    keep_voice("kokoro", "ff_siwis", "fr-FR")
    keep_voice("kokoro", "ef_dora", "es-ES")
    keep_voice("piper", "thorsten", "de-DE")
    monkeypatch.setattr("sine_voice.open_voice", lambda _="": SineVoice())
    monkeypatch.setitem(registry.VOICES, "kokoro", "sine_voice")
    monkeypatch.setitem(registry.VOICES, "system", "sine_voice")
    monkeypatch.delitem(registry.VOICES, "piper", raising=False)
    monkeypatch.setattr(Services, "voices", lambda _: working(DORA, SIWIS, THORSTEN))


@pytest.fixture
def app(player_home: Path) -> Iterator[Feltsense]:
    """A player whose silent output goes as fast as time: a sample does not end by itself meanwhile."""
    made = player_app(player_home, speed=1.0)
    yield made
    made.services.close()


async def settings_of(pilot: Pilot[Any]) -> SettingsScreen:
    await ready(pilot)
    await pilot.press("f3")
    await seen(pilot, "SettingsScreen")
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    return screen


def notice(screen: SettingsScreen) -> str:
    return str(screen.query_one("#notice", Static).render())


@pytest.mark.asyncio
@pytest.mark.parametrize("size", SIZES)
async def test_voices_are_offered_with_their_languages_and_heard_on_a_key(
    app: Feltsense, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await settings_of(pilot)
        assert [words for _, words in screen.rows[0].options][1:] == [
            "heart · English",
            "ef_dora · Spanish · kokoro",
            "ff_siwis · French · kokoro",
            "thorsten · German · piper",
            "system · this machine's own",
        ]
        await pilot.press("right", "right", "right", "h")
        assert app.services.settings.voice == "kokoro:ff_siwis"
        await until(pilot, lambda: "kokoro:ff_siwis: listening" in notice(screen))
        await pilot.press("left")
        await until(pilot, lambda: "kokoro:ef_dora: listening" in notice(screen))
        await pilot.press("h")
        await until(pilot, lambda: "listening" not in notice(screen))


@pytest.mark.asyncio
async def test_a_voice_that_is_heard_is_silent_once_the_settings_are_left(app: Feltsense) -> None:
    async with app.run_test() as pilot:
        screen = await settings_of(pilot)
        await pilot.press("h")
        await until(pilot, lambda: "heart: listening" in notice(screen))
        await pilot.press("escape")
        await seen(pilot, "Library")
        assert screen._sample is not None
        assert not screen._sample.is_heard


@pytest.mark.asyncio
async def test_no_voice_is_tried_over_anything_that_is_heard(app: Feltsense) -> None:
    async with app.run_test() as pilot:
        screen = await settings_of(pilot)
        app.services.engine.playing_sign.put_up(app)
        await pilot.press("h")
        assert ALREADY_HEARD in notice(screen)
        app.services.engine.playing_sign.take_down(app)
        await pilot.press("h")
        await until(pilot, lambda: "heart: listening" in notice(screen))


@pytest.mark.asyncio
async def test_a_voice_that_cannot_be_heard_says_why(app: Feltsense) -> None:
    app.services.change(voice="piper:thorsten")
    async with app.run_test() as pilot:
        screen = await settings_of(pilot)
        await pilot.press("h")
        await until(pilot, lambda: "There is no voice called “piper:thorsten”." in notice(screen))


@pytest.mark.parametrize(("count", "offered"), [(2, 3), (8, 9), (9, 1), (904, 1)])
def test_few_speakers_are_offered_one_by_one_and_of_many_the_first_with_a_hint(
    app: Feltsense, monkeypatch: pytest.MonkeyPatch, count: int, offered: int
) -> None:
    names = tuple(f"p{number}" for number in range(count))
    keep_voice("piper", "crowd", "en-US", names)
    known = [voice for voice in app.services.known_voices() if voice.name.startswith("piper:crowd")]
    assert [voice.name for voice in known] == ["piper:crowd", *(f"piper:crowd:{name}" for name in names)][:offered]
    assert voice_words(known[0]) == f"crowd · English, US · {count} speakers · piper"
    hint = speaker_help(app.services.known_voices(), "piper:crowd")
    assert bool(hint) is (offered == 1)
    if offered > 1:
        assert voice_words(known[1]) == "crowd, p0 · English, US · piper"
    else:
        assert f"Of its {count} speakers" in hint
        assert "voice: piper:crowd:SPEAKER" in hint
    monkeypatch.setattr(registry, "voice_statuses", lambda: known[:1])
    assert WORKING(app.services) == tuple(known)


def at_desk(folder: Path, size: tuple[int, int], act: Any) -> None:
    async def played() -> None:
        async with writing(folder, size=size, script=FRENCH) as made:
            await made.open()
            await made.press("f7")
            await made.until(lambda: isinstance(made.app.screen, TrialScreen) and made.app.screen.is_mounted)
            await act(made, made.app.screen)

    run(played)


def heard(screen: TrialScreen) -> str:
    return str(screen.query_one("#heard", Static).render())


@pytest.mark.parametrize("size", SIZES)
def test_the_desk_offers_first_what_fits_the_script_and_lets_it_be_heard(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(made: Writing, screen: TrialScreen) -> None:
        await made.until(lambda: len(screen._values()[1][1]) == 6)
        assert screen._values()[1][1] == [
            None, "kokoro:ff_siwis", "system", "heart", "kokoro:ef_dora", "piper:thorsten",
        ]  # fmt: skip
        await made.press("down", "right", "h")
        assert screen.trial.voice == "kokoro:ff_siwis"
        await made.until(lambda: heard(screen) == "listening")
        await made.press("h")
        assert not heard(screen)

    at_desk(tmp_path, size, act)


def test_a_voice_of_another_language_is_told_with_those_that_fit(tmp_path: Path) -> None:
    async def act(made: Writing, screen: TrialScreen) -> None:
        await made.until(lambda: len(screen._values()[1][1]) == 6)
        await made.press("down", "right", "right", "right", "h")
        await made.until(lambda: "The voice heart speaks en; evening is in fr-CA." in heard(screen))
        assert "These voices fit: kokoro:ff_siwis, system." in heard(screen)

    at_desk(tmp_path, (80, 24), act)
