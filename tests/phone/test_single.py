"""One exercise as one file: all that it needs is inside, and no file of others is written over."""

import base64
import io
import json
import re
from pathlib import Path
from typing import Any

import mutagen
import pytest

from feltsense.errors import RenderError
from feltsense.phone.model import PhoneRequest
from feltsense.phone.single import build_single_page
from feltsense.render.job import Rendered, RenderJob
from feltsense.voice import registry
from phone_folders import phone_request, quiet, short_workspace


@pytest.fixture(autouse=True)
def _small_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")


def data_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(re.findall(r'id="data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)[0])
    return found


def test_everything_is_inside(phone_workspace: Path, tmp_path: Path) -> None:
    request = phone_request(short_workspace(phone_workspace), "three-breaths")
    path = build_single_page(request, f"{tmp_path}/", quiet)
    assert [each.name for each in tmp_path.iterdir()] == ["three-breaths.html"] == [path.name]
    found = data_of(path)
    assert (found["rescue"], found["feet"], [each["rescue"] for each in found["exercises"]]) == (1, None, [False, True])
    for each in found["exercises"]:
        assert each["text"] is None
        kind, _, audio = each["audio"].partition(",")
        assert kind == "data:audio/mpeg;base64"
        played = mutagen.File(io.BytesIO(base64.b64decode(audio)))
        assert abs(played.info.length - each["length"] / 1000) < 0.06
    page = path.read_text("utf-8")
    assert page.count("data:audio") == 2
    assert re.findall(r"connect-src '(\w+)'", page) == ["none"]
    assert re.findall(r"<(?:link|script|img|audio)[^>]* (?:src|href)=\"([^\"]*)\"", page) == ["data:,"]


def test_a_file_of_ours_is_replaced_and_no_other(phone_workspace: Path, tmp_path: Path) -> None:
    request = phone_request(short_workspace(phone_workspace), "ninety-seconds-here")
    path = tmp_path / "new" / "page.html"
    assert build_single_page(request, str(path), quiet) == path
    first = path.read_bytes()
    build_single_page(request, str(path), quiet)
    assert path.read_bytes() == first
    for changed in (first.replace(b"Ninety", b"Eighty", 1), b"theirs", b""):
        path.write_bytes(changed)
        with pytest.raises(RenderError, match="stays as it is"):
            build_single_page(request, str(path), quiet)
        assert path.read_bytes() == changed
    assert [each.name for each in path.parent.iterdir()] == ["page.html"]


def test_a_full_disk_is_told_with_the_file_that_was_asked_for(
    phone_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(job: RenderJob, *_: object) -> Rendered:
        raise RenderError(f"{job.target} could not be written: no space left on device.", "Make room.")

    monkeypatch.setattr("feltsense.phone.tracks.render", full)
    path = tmp_path / "page.html"
    with pytest.raises(RenderError) as told:
        build_single_page(phone_request(short_workspace(phone_workspace), "three-breaths"), str(path), quiet)
    assert told.value.message == f"{path} could not be written: no space left on device."
    assert list(tmp_path.iterdir()) == []


def test_a_discreet_file_has_a_neutral_name(phone_workspace: Path, tmp_path: Path) -> None:
    request = phone_request(short_workspace(phone_workspace), "three-breaths", discreet=True)
    path = build_single_page(request, f"{tmp_path}/", quiet)
    assert re.fullmatch(r"Track \d{3} – [\d.]+ min\.html", path.name)
    telling = re.compile("Three breaths|three-breaths|Half a minute|somatic")
    assert telling.findall(path.read_text("utf-8")) == []


def test_what_is_too_long_for_one_file_is_told_before_it_is_made(phone_workspace: Path, tmp_path: Path) -> None:
    workspace = short_workspace(phone_workspace)
    with pytest.raises(RenderError, match=r"lasts 30:00; one file holds about 20 minutes") as told:
        build_single_page(PhoneRequest(workspace, ("long-body-scan",), minutes=30), f"{tmp_path}/", quiet)
    assert "feltsense phone long-body-scan -o FOLDER" in told.value.hint
    with pytest.raises(RenderError, match=r"page\.mp3 has an ending"):
        build_single_page(phone_request(workspace, "three-breaths"), str(tmp_path / "page.mp3"), quiet)
    assert list(tmp_path.iterdir()) == []
