import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from feltsense.errors import PlaybackError
from feltsense.playback.clock import SystemClock
from feltsense.playback.exit_closing import ExitCloser
from feltsense.playback.outputs import miniaudio_output
from feltsense.playback.outputs.miniaudio_output import MiniaudioOutput


@pytest.mark.parametrize(
    ("version", "closed"),
    [("1.61", True), ("1.70", True), ("1.71", True), ("1.72", False), ("1.100", False), ("2.0", False)],
)
def test_the_context_is_closed_only_for_releases_that_leave_it_open(
    monkeypatch: pytest.MonkeyPatch, version: str, *, closed: bool
) -> None:
    calls: list[str] = []
    device = SimpleNamespace(close=lambda: calls.append("device"), _context="context")
    monkeypatch.setattr("miniaudio.PlaybackDevice", lambda **_: device)
    monkeypatch.setattr("miniaudio.__version__", version)
    monkeypatch.setattr("_miniaudio.lib", SimpleNamespace(ma_context_uninit=calls.append))
    output = MiniaudioOutput(SystemClock())
    output.open(channels=1)
    output.close()
    output.close()
    assert calls == (["device", "context"] if closed else ["device"])


def test_it_is_closed_once_when_the_program_ends_and_somebody_else_is_closing_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both, calls = threading.Barrier(2), list[str]()
    device = SimpleNamespace(close=lambda: calls.append("device"), _context="context")
    monkeypatch.setattr("miniaudio.PlaybackDevice", lambda **_: device)
    monkeypatch.setattr("_miniaudio.lib", SimpleNamespace(ma_context_uninit=lambda _: None))
    monkeypatch.setattr(miniaudio_output, "exit_closer", closer := ExitCloser())
    output = MiniaudioOutput(SystemClock())
    output.open(channels=1)

    def close() -> None:
        both.wait()
        output.close()

    with ThreadPoolExecutor(1) as pool:
        closing = pool.submit(close)
        both.wait()
        closer.close_all()
        closing.result()
    assert calls == ["device"]
    with pytest.raises(PlaybackError):
        MiniaudioOutput(SystemClock()).open(channels=1)
