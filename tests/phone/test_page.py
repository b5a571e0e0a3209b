"""The page as one file: what runs is allowed by its hash, and nothing is sent but home."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from feltsense.phone.page import phone_page

_TEMPLATE = """<!doctype html>
<meta http-equiv="Content-Security-Policy" content="{{csp}}">
<title>{{title}}</title>
<style>
{{style}}</style>
<noscript>{{noscript}}</noscript>
<script type="application/json" id="data">{{data}}</script>
<script>{{script}}</script>
"""


@pytest.fixture
def web(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_bytes(_TEMPLATE.encode())
    (tmp_path / "20-last.js").write_bytes(b"// Says why.\r\n  // And how.\r\nlast(); // now\r\n")
    (tmp_path / "10-first.js").write_bytes(b"first('{{data}}');\n")
    (tmp_path / "style.css").write_bytes(b"/* Dark\r\n first. */\r\np{color:red}\r\n")
    return tmp_path


def data(*exercises: dict[str, Any], home: str | None = None) -> dict[str, Any]:
    return {"title": "A & B", "home": home, "exercises": list(exercises)}


def exercise(**more: Any) -> dict[str, Any]:
    return {
        "title": "<i>",
        "audio": "audio/a%20b.mp3",
        "text": "audio/a%20b.txt",
        "length": 90_000,
        "phrases": [],
        **more,
    }


def test_scripts_and_styles_are_joined_by_name_and_allowed_by_their_hashes(web: Path) -> None:
    page = phone_page(data(), web)
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[0]
    assert script == "(() => {\n\"use strict\";\nfirst('{{data}}');\nlast(); // now\n})();\n"
    assert "\r" not in page
    for kind, text in (("script", script), ("style", "\np{color:red}\n")):
        hashed = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}';" in page


def test_nothing_is_sent_but_home(web: Path) -> None:
    folder, served = phone_page(data(), web), phone_page(data(home="checkins"), web)
    assert "default-src 'none'; " in folder
    assert "connect-src 'none'; form-action 'none'; base-uri 'none'\"" in folder
    changed = [(a, b) for a, b in zip(folder.splitlines(), served.splitlines(), strict=True) if a != b]
    assert [len(pair) for pair in changed] == [2, 2], "the policy and the data"
    assert changed[0][1] == changed[0][0].replace("connect-src 'none'", "connect-src 'self'")


def test_nothing_in_the_data_ends_the_script_that_holds_it(web: Path) -> None:
    page = phone_page(data(exercise(title="</script><script>evil()</script>{{csp}}")), web)
    held = re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)[0]
    assert json.loads(held)["exercises"][0]["title"] == "</script><script>evil()</script>{{csp}}"
    assert page.count("<script>") == 1


def test_words_begin_within_5_ms_of_their_time(web: Path) -> None:
    starts = [4, 305, 614, 1_205]
    held = re.findall(
        r'id="data">(.*?)</script>', phone_page(data(exercise(phrases=[[9, 2_000, "a b c d", starts]])), web)
    )
    phrase = json.loads(held[0])["exercises"][0]["phrases"][0]
    assert phrase[:3] == [9, 2_000, "a b c d"]
    summed = [10 * sum(phrase[3][: number + 1]) for number in range(4)]
    assert all(abs(a - b) <= 5 for a, b in zip(summed, starts, strict=True))


def test_without_scripts_there_are_plain_links(web: Path) -> None:
    page = phone_page(data(exercise(), exercise(text=None)), web)
    assert '<a href="audio/a%20b.mp3">&lt;i&gt;</a> (1:30) · <a href="audio/a%20b.txt">words</a></li>' in page
    assert page.count("words</a>") == 1
    assert "<title>A &amp; B</title>" in page


def test_audio_within_the_page_is_there_once_only(web: Path) -> None:
    page = phone_page(data(exercise(audio="data:audio/mpeg;base64,AAAA", text=None)), web)
    assert page.count("AAAA") == 1
