"""Web pages."""

from reading import body, changes, made

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


def test_what_is_left_out_of_a_page_is_told_with_its_line() -> None:
    assert [line for line in changes(PAGE) if "left out" in line] == [
        "2 left out: Five senses | A site → the page's title",
        "3 left out: Home → not part of the text",
        "11 left out: old words → not part of the text",
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
