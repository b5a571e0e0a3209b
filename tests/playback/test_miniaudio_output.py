from types import SimpleNamespace

import pytest

from feltsense.playback.clock import SystemClock
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
