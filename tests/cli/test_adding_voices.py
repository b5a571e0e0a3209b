import json

import pytest

from feltsense.voice import registry
from kept_voices import keep_voice
from running import Desk


@pytest.fixture(autouse=True)
def _heart_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "VOICES", {"heart": "feltsense.voice.heart.voice"})


def test_the_doctor_tells_files_that_have_changed(desk: Desk) -> None:
    keep_voice("piper", "jane")
    model = keep_voice("piper", "joe") / "model.onnx"
    model.write_text("ledom")
    rows = {row["what"]: row for row in json.loads(desk.run("doctor", "--json").out)}
    changed = rows["files of piper:joe"]
    assert (changed["fine"], changed["detail"]) == (False, f"{model} is no longer the file that was added.")
    assert rows["added voices"]["detail"] == "piper:jane; their files are as they were added"
