"""Web pages."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from imports import body, changes, made

from feltsense.errors import ImportingError

PAGE = """<!DOCTYPE html>
<html><head><title>Five senses | A site</title><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav>
<h1>Five senses</h1>
<p>Welcome.&nbsp;Sit <em>comfort</em>ably, <strong>or</strong> lie
down. (Pause for 5 seconds)</p>
<h2>What you see</h2>
<ol><li>Find five things.</li><li><p>Find four things. [pause]</p></li></ol>
<ul><li>A cup</li><li>A lamp</li></ul>
<p>Breathe in<br>breathe out<br>and rest</p>
<div>Loose text <del>old words</del> here<img alt="a tree" src="x.png"></div>
<script>var x = "no words";</script>
<!-- shorten this -->
</body><footer>Copyright</footer></html>"""


def test_a_page_becomes_a_script() -> None:
    assert made(PAGE).title == "Five senses"
    assert body(PAGE).split("\n\n") == [
        "Welcome.\nSit comfortably, or lie down. [pause 5s]",
        "## What you see",
        "1. Find five things.\n2. Find four things. [pause]",
        "- A cup\n- A lamp",
        "Breathe in  \nbreathe out  \nand rest",
        "Loose text here",
    ]


def test_what_is_left_out_of_a_page_is_reported_with_its_line() -> None:
    assert [line for line in changes(PAGE) if "left out" in line] == [
        "2 left out: Five senses | A site → the page's title",
        "3 left out: Home → not part of the text",
        "11 left out: old words → struck through",
        "11 left out: a tree → a picture",
        "13 left out: shorten this → a comment",
        "14 left out: Copyright → not part of the text",
    ]


def test_speech_markup_is_a_page_too() -> None:
    assert body("<speak>Rest.<break time='2s'/> Go on.</speak>") == "Rest. [pause 2s]\nGo on."


def test_a_page_may_be_broken() -> None:
    assert body("<html><head><title>X</title><body><p>One.<p>Two.<li>three<h2>Four</h2></div>Five.<nav>six") == (
        "One.\n\nTwo.\n\n- three\n\n## Four\n\nFive."
    )


@pytest.mark.parametrize("name", ["nav", "aside", "footer", "button"])
@pytest.mark.parametrize("text", ["<p>Sit down.", "<h2>Rest</h2><p>Sit down.</p>", "<main>Sit down.</main>"])
def test_an_element_that_is_never_closed_does_not_swallow_the_page(name: str, text: str) -> None:
    page = f"<html><body><p>Begin.</p><{name}><ul><li><p>Home</p></li></ul> Menu {text}<p>Go on.</p></body></html>"
    spoken = body(page)
    assert "Sit down." in spoken
    assert spoken.endswith("Go on.")
    assert "1 left out: Home Menu → not part of the text" in changes(page)


@pytest.mark.parametrize("name", ["del", "s", "strike"])
def test_struck_out_text_that_is_never_closed_ends_with_its_block(name: str) -> None:
    page = f"<p>Begin.</p><ul><li>one <{name}>old<li>two</ul><p>Go on.</p>"
    assert body(page) == "Begin.\n\n- one\n- two\n\nGo on."
    assert changes(page)[-1].endswith("left out: old → struck through")


def test_an_element_that_is_closed_is_left_out_whole() -> None:
    page = "<p>Sit.</p><nav><h2>Menu</h2><p>Home</p><aside>Ads<p>Buy</aside></nav><nav>More</nav><p>Go on.</p>"
    assert body(page) == "Sit.\n\nGo on."
    assert [line for line in changes(page) if "left out" in line] == [
        "1 left out: Menu Home Ads Buy → not part of the text",
        "1 left out: More → not part of the text",
    ]


def test_only_the_unclosed_one_of_several_ends_early() -> None:
    page = "<div><nav>One</nav><nav>Two<p>Sit.</p><nav>Three<p>Four</p></nav><p>Go on.</p>"
    assert body(page) == "Sit.\n\nGo on."


def test_hidden_text_is_left_out_and_reported() -> None:
    page = "<body style='display:none'><p hidden>Boo.</p><p style='color: red; display: none'>Buh.</p><p>Rest.</p>"
    assert body(page) == "Rest."
    assert [line for line in changes(page) if "left out" in line] == [
        "1 left out: Boo. → hidden on the page",
        "1 left out: Buh. → hidden on the page",
    ]


def test_scripts_and_style_sheets_are_no_text() -> None:
    page = "<p>Rest.<script>one()</script></p><style>p {}</style><nav>Home<script>two()</script></nav>"
    assert body(page) == "Rest."
    assert changes(page) == ["1 left out: Home → not part of the text"]


def test_text_after_the_end_tag_of_a_page_is_read() -> None:
    assert body("<html><body><p>Sit.</p></body></html><p>Go on.</p>\nAnd rest.") == "Sit.\n\nGo on.\n\nAnd rest."


@pytest.mark.parametrize(
    ("page", "script"),
    [
        (
            "<p>Rest&hellip; &amp; breathe&nbsp;&#8211; &apos;so&apos; &notit; &#x41;</p>",
            "Rest… & breathe – 'so' ¬it; A",
        ),
        ("<div><table><tr><td>One.<td>Two.<tr><th>Three.</table>", "One.\n\nTwo.\n\nThree."),
        ("<ul><li>one<ol><li>in</li><li>deep</ol><li>two</ul>", "- one\n\n1. in\n2. deep\n\n- two"),
        ("<pre>\nOne,\n  two,\nthree</pre>", "One,  \ntwo,  \nthree"),
        ("<p>One,<br>two,<br/>three</p>", "One,  \ntwo,  \nthree"),
        ("<div><dl><dt>Sit.<dd>Rest.</dl>", "Sit.\n\nRest."),
        ("<p>So<wbr>ft <o:p>here</o:p> <font>and <b>there", "Soft here and there"),
        (
            "<p>Sit\x0bdown\x1b, or stand as you like, and stay as long as you like.</p>" * 2,
            "Sit down, or stand as you like, and stay as long as you like.\n\n" * 2,
        ),
    ],
)
def test_markup_of_many_kinds_becomes_text(page: str, script: str) -> None:
    assert body(page) == script.strip()


def test_places_are_the_lines_of_the_page() -> None:
    page = '<p\n class="x">Sit [softly]\nand\nrest [pause 9h].</p>\n<!-- one\ntwo -->\n<p>Go <img\nalt="a tree"></p>'
    page += "\r\n<nav>x</nav>"
    assert changes(page) == [
        "2 note: [softly]",
        "2 question: [pause 9h] → How long is this pause?",
        "5 left out: one two → a comment",
        "8 left out: a tree → a picture",
        "9 left out: x → not part of the text",
    ]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("shift_jis", "<meta charset=shift_jis>"),
        ("koi8-r", "<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'>"),
        ("iso-8859-2", '<html><head><title>x</title>\n<meta name="a"><META  CharSet = "ISO-8859-2">'),
        ("iso2022_jp", "<meta charset='iso-2022-jp'>"),
        ("windows-1251", "<?xml version='1.0' encoding='windows-1251'?><html>"),
        ("utf-8", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta charset='no-such-thing'>"),
        ("cp1252", "<meta charset='utf-8'>"),
        ("utf-16", "<meta charset='utf-8'>"),
    ],
)
def test_the_encoding_that_a_page_declares_is_honoured(encoding: str, head: str) -> None:
    spoken = {"shift_jis": "静かに。", "iso2022_jp": "静かに。", "koi8-r": "Тихо.", "windows-1251": "Тихо."}.get(
        encoding, "Über – “so”." if encoding in ("utf-8", "cp1252", "utf-16") else "Cześć."
    )
    plain = spoken.replace("“", '"').replace("”", '"')
    assert body(f"{head}<p>{spoken}</p>".encode(encoding)) == plain


@pytest.mark.parametrize("declared", ["utf-16", "utf-7", "punycode", "base64", "unicode_escape"])
def test_a_declaration_that_cannot_be_true_is_not_followed(declared: str) -> None:
    assert body(f"<meta charset={declared}><p>Rest +AGI- here.</p>".encode()) == "Rest +AGI- here."


def test_nothing_outside_a_page_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Hidden words.", "utf-8")
    doctype = f'<!DOCTYPE html SYSTEM "{secret.as_uri()}" [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    script = made(f"{doctype}<html><body><p>Sit. &e;</p><iframe src='{secret.as_uri()}'></iframe></body></html>").script
    assert "Sit." in script
    assert "Hidden words" not in script


def test_a_page_that_is_nested_too_deeply_is_refused_and_not_cut_short() -> None:
    assert body("<div>" * 1000 + "Rest.") == "Rest."
    with pytest.raises(ImportingError, match="nested too deeply"):
        made("<div>" * 5000 + "Rest.")


@pytest.mark.parametrize(
    "page",
    ["<p>" * 50_000 + "x", "<b>" * 2000 + "</i>" * 100_000, "<!--" * 100_000, "<p>x<a b=c " * 25_000, "<nav>" * 900],
    ids=["paragraphs", "end tags", "comments", "attributes", "asides"],
)
def test_pathological_pages_are_read_in_linear_time(page: str) -> None:
    start = time.process_time()
    with suppress(ImportingError):
        made(page)
    assert time.process_time() - start < 5  # under one second here


def test_importing_a_text_does_not_load_lxml() -> None:
    code = "import sys; from feltsense.importing.detect import import_script; import_script(b'Rest.', 'x')"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}; print('lxml' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "False"


AROUND = """<html><head><style>.aside-note, #gone {{ display: none }}
@media print {{ p {{ display: none }} }}</style></head><body><header>My Clinic</header>
{main}<footer>© 2024</footer></body></html>"""


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("<p hidden>Unheard.</p>", "hidden on the page"),
        ('<p style="color:red; display: none">Unheard.</p>', "hidden on the page"),
        ('<span aria-hidden="true">Unheard.</span>', "hidden on the page"),
        ('<p class="aside-note">Unheard.</p>', "hidden on the page"),
        ('<p id="gone">Unheard.</p>', "hidden on the page"),
        ('<p class="sr-only">Unheard.</p>', "hidden on the page"),
        ("<dialog>Unheard.</dialog>", "hidden on the page"),
        ('<div class="share-buttons">Unheard.</div>', "not part of the text"),
        ('<div class="post-meta">Unheard.</div>', "not part of the text"),
        ('<div id="comments">Unheard.</div>', "not part of the text"),
        ('<div role="navigation">Unheard.</div>', "not part of the text"),
    ],
)
def test_what_is_hidden_or_stands_around_the_text_is_told_and_not_spoken(part: str, why: str) -> None:
    main = f"<main><h1>Feet</h1><p>Notice your feet.<sup>1</sup> There is time.</p>{part}<p>Rest.</p></main>"
    page = AROUND.format(main=main)
    assert body(page) == "Notice your feet.\nThere is time.\n\nRest."
    assert f"3 left out: Unheard. → {why}" in changes(page)
    assert "3 left out: 1 → the number of a note at the foot" in changes(page)
    assert "2 left out: My Clinic → outside the page's main part" in changes(page)


@pytest.mark.parametrize(
    "main",
    [
        '<div role="main"><p>Notice your feet.</p></div><p class="x">More from us</p>',
        '<article class="post category-social-anxiety"><p>Notice your feet.</p></article><div>More from us</div>',
        '<div class="sidebar">More from us</div><div class="post social-anxiety"><p>Notice your feet.</p></div>',
        '<main><div class="hidden md:block"><p>Notice your feet.</p></div></main>',
    ],
)
def test_the_main_part_is_found_by_what_the_page_says_of_it(main: str) -> None:
    assert body(AROUND.format(main=main)).split("\n\n")[0] == "Notice your feet."


def test_names_alone_never_leave_nothing() -> None:
    assert body('<html><body><div class="sidebar"><p>Notice your feet.</p></div></body></html>') == "Notice your feet."


def test_the_only_heading_is_the_title_though_it_stands_above_the_main_part() -> None:
    page = AROUND.format(main="<header><p>Blog</p><h1>Feet</h1></header><main><p>Notice your feet.</p></main>")
    assert (made(page).title, body(page)) == ("Feet", "Notice your feet.")


def test_a_table_is_read_by_its_columns() -> None:
    page = """<table><tr><th>Time</th><th>Words</th><th>Notes</th></tr>
<tr><td>0:00</td><td><p>Notice your feet.</p></td><td>speak slowly</td></tr>
<tr><td>0:30</td><td>[bell] Notice your hands.</td><td></td></tr></table>"""
    spoken = body(page)
    assert "Time" not in spoken
    assert "0:30" not in spoken
    assert [line for line in spoken.split("\n") if line] == [
        "Notice your feet.", "> speak slowly", "[pause about 29s]", "[bell] Notice your hands.",
    ]  # fmt: skip


def test_a_table_that_only_lays_the_page_out_is_read_in_order() -> None:
    page = "<table role='presentation'><tr><td>Notice your feet.</td><td>Rest.</td></tr></table>"
    assert body(page) == "Notice your feet.\n\nRest."
