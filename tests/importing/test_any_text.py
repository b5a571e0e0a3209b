"""Whatever is imported: the outcome is a script without errors, and every word is in it or in the report."""

import re
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.authoring.diff import phrases_of
from feltsense.errors import ImportingError
from feltsense.importing.characters import normalise
from feltsense.importing.convert import ImportedScript, convert
from feltsense.importing.detect import import_script
from feltsense.importing.readers import html
from feltsense.script.diagnostics import BLANK
from feltsense.script.model import DEFAULT_PACE
from feltsense.script.parser import parse
from feltsense.voice.port import Utterance
from feltsense.voice.validate import validate_utterance

steady = settings(derandomize=True)
WORD = re.compile(r"\w+")
MARKUP = set("_")


def words(text: str) -> set[str]:
    return {word.strip("_").lower() for word in WORD.findall(normalise(text, Counter()))} - {""}


def assert_kept(source: str, made: ImportedScript) -> None:
    parsed = parse(made.script, "made")
    assert [found for found in parsed.errors if found.code != BLANK] == []
    for phrase in phrases_of(parsed.exercise):
        assert validate_utterance(Utterance(phrase.text, DEFAULT_PACE, "en")).text
    kept = words(made.script) | {word for change in made.changes for word in words(f"{change.before} {change.after}")}
    assert words(source) - kept == set()


def any_of(texts: str) -> st.SearchStrategy[str]:
    return st.sampled_from(texts.split("|"))


PIECES = any_of(
    "Sit down.|Breathe in…2…3…4|(pause 10 seconds)|[PAUSE:5]|[softly]|(whichever)|(pause|9h)|[pause 9h]|[end]|"
    "[repeat 3 times]|[from 5 min]|[breathe in 4 out 6 for 5 rounds]|[breathe in]|. . .|..........|…|...|NARRATOR: |"
    "[00:35]| <b>bold</b> |<break time='3s'/>|<client name>|<!-- note -->|<!--|-->|<!-- check: allow L03 -->|[|]|(|)|"
    "“quoted”|don’t|https://example.org/a?b=c|a@b.org| [site](http://x.org) |![tree](x.png)|*pause*|**Strong**|_so_|"
    "SHOUTED LINE|# One|## Two|> noted|- item|1. first|---|===|\\|`|~|&amp;|&lt;b&gt;|é|e\u0301|日本語。|🌿|"
    "\u200b|\xa0|pause|Long pause|wait|10 seconds|[bell rings]|(bell)|"
    "[10]|[site]: http://y.org|title: x|[play ../x]|{x}|{pause 5}|…pause…|Pause for 5 seconds.|Step 1: sit|© me|$5|9"
)
STRUCTURE = any_of(
    "Title: The shore|Duration: ~6 minutes|Language: German|Tags: rest, feet|Goal: coming to rest|by A. Writer|"
    "© 2019 X|**Instructor:** |Client: I am well.|T: hello|C: well|GUIDE – Rest.|(Narrator) |Narrator:|"
    "Note: go slow|NOTE TO THERAPIST: wait|Materials:|References|## Materials|## Comments (3)|Script|"
    "# Script 1: Feet|# Script 2: Hands|=== Feet (2 min) ===|--- Slow Breath ---|HANDS|Feet (2 min)|"
    "## Feet – (2-3 minutes)|(2 minutes)|1. **Breathe (30 seconds):** Follow.|**Look:** up|"
    "Step 1: Arrive – 2 minutes|[0:00-2:00] Arriving|Part Two|III. Hands|Closing:|Page 3 of 10|- 3 -|7|"
    "Feet ..... 3|Table of Contents|March 3, 2021|www.example.org|Share this post|THE END|End of script|"
    "Form 12-345 (rev. 03/2019)|Kabat-Zinn, J. (1990). A book.|- Speed: 0.9x.|- Pauses: 5-10s.|wan-\nders|"
    "self-\ncompassion|> quoted words|-- |From: a\nSubject: b|On May 3, 2021, Carla wrote:|~~old words~~|"
    "*A quiet line.*"
)
GAPS = st.sampled_from(
    [" ", " ", "", "\n", "\n\n", "  \n", "\r\n", "\t", "\n# ", "\n> ", "\n- ", "\n2. ", ",\n", ".\n"]
)
SCRIPTS = st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=25).map(lambda found: "".join(a + b for a, b in found))
SIGNS = st.text(st.sampled_from("[](){}<>*_`~#->!.…?,:;&|\\\"' \t\n3sa"), max_size=60)


def unescaped(source: str) -> str:
    return source.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


@settings(steady, max_examples=150)
@given(SCRIPTS)
def test_no_word_of_any_script_is_lost(source: str) -> None:
    made = import_script(f"Begin.\n\n{source}".encode(), "some-script")
    assert_kept(re.sub(r"</?b>", "", unescaped(source)), made)


@settings(steady, max_examples=120)
@given(st.lists(st.tuples(st.one_of(STRUCTURE, PIECES), GAPS), min_size=1, max_size=25))
def test_no_word_of_any_structure_is_lost(parts: list[tuple[str, str]]) -> None:
    source = "Begin.\n\n" + "".join(piece + gap for piece, gap in parts)
    made = import_script(source.encode(), "some-script")
    assert_kept(re.sub(r"</?b>", "", unescaped(source)), made)


@settings(steady, max_examples=120)
@given(SIGNS)
def test_no_word_among_any_punctuation_is_lost(signs: str) -> None:
    source = f"Begin.\n{signs}\nGo on."
    made = import_script(source.encode(), "signs")
    assert_kept(source, made)


@settings(steady, max_examples=100)
@given(st.text(max_size=120))
def test_no_word_of_any_text_is_lost(text: str) -> None:
    source = f"Begin.\n{text}\nGo on."
    if "\0" in source or sum(not char.isprintable() for char in source) > 1:
        return  # see tests of what is refused
    assert_kept(unescaped(source), import_script(source.encode("utf-8", "replace"), "text"))


@settings(steady, max_examples=150)
@given(st.binary(max_size=200))
def test_any_bytes_are_imported_or_refused_with_a_message(data: bytes) -> None:
    with suppress(ImportingError):
        assert parse(import_script(data, "bytes").script, "made").errors == ()


CELLS = any_of(
    "Time|Words|Notes|Pause|Step|Phase|Who|0:00|0:10|0:05-0:20|1|2 min|20 s|(bell)|Bell, then softly|Sit.|Rest|"
    "Client|[x]|(b|[|wait for them|pause 9h|---|:-:| |<!-- c -->|-->|a. b; c, pause 5 s|*so*|long pause"
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4).map(" | ".join), min_size=1, max_size=6)


@settings(steady, max_examples=100)
@given(ROWS)
def test_no_word_of_any_table_is_lost(rows: list[str]) -> None:
    source = f"Begin.\n\n{''.join(f'| {row} |' + chr(10) for row in rows)}\nGo on."
    assert_kept(source, import_script(source.encode(), "table"))


TAGS = any_of(
    "<p>|</p>|<h1>|</h1>|<h2>|<li>|<ol>|</ol>|<ul>|<br>|<div>|</div>|<del>|</del>|<nav>|</nav>|<pre>|<!-- c -->|<b>"
)


@settings(steady, max_examples=100)
@given(
    st.lists(st.one_of(TAGS, any_of(" Sit. | and rest |(pause)|[softly]| &amp; | &lt;x&gt; | 9 | |\n")), max_size=25)
)
def test_no_word_of_any_page_is_lost(parts: list[str]) -> None:
    page = f"<p>Begin.</p>{''.join(parts)}"
    made = convert(html.read(page), "page")
    assert_kept(unescaped(re.sub(r"<(?!!)[^>]*>|<!--|-->", " ", page)), made)


@pytest.mark.parametrize(
    "script", ["a (pause [x] 9h) b", "a (pause <!-- q --> 9h) b", "a (pause]9h) b", "<scr<b>ipt> x"]
)
def test_removed_markup_creates_no_new_cues(script: str) -> None:
    assert_kept(script.replace("<b>", ""), import_script(script.encode(), "x"))
