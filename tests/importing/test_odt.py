"""OpenDocument texts."""

import pytest
from imports import body, changes, made
from odt_files import flat, items, list_style, odt, p, span, style

from feltsense.errors import ImportingError
from feltsense.importing.detect import import_script, read_document

FEET, BACK = p("Notice your feet."), p("Come back.")
STRIKE = 'style:text-line-through-style="solid" style:text-line-through-type="single"'


def test_an_opendocument_text_becomes_a_script() -> None:
    data = odt(
        p("Evening practice", "Title")
        + p("by A. Writer", "Subtitle")
        + '<text:h text:outline-level="1">Arriving</text:h>'
        + p("Sit as  you<text:s text:c='3'/>like. (pause 10 seconds)\n Let your<text:tab/>feet rest.")
        + '<text:h text:style-name="P9" text:outline-level="2">Going on</text:h>'
        + p("Verse one,<text:line-break/>verse two<text:line-break/>verse three")
        + BACK
    )
    assert made(data).title == "Evening practice"
    assert body(data).split("\n\n") == [
        "> by A. Writer",
        "## Arriving",
        "Sit as you like. [pause 10s]\nLet your feet rest.",
        "## Going on",
        "Verse one,  \nverse two  \nverse three",
        "Come back.",
    ]


@pytest.mark.parametrize(
    ("by_hand", "styles", "name"),
    [
        ("", style("Heading_20_1", display="Heading 1"), "Heading_20_1"),
        (style("P1", "Heading_20_2"), style("Heading_20_2", "Heading", display="Heading 2"), "P1"),
        ("", style("Mine", "Heading_20_2") + style("Heading_20_2", display="Heading 2"), "Mine"),
        ("", style("Kapitel", display="Überschrift 1"), "Kapitel"),
        (style("P1", "Standard", 'fo:font-weight="bold"'), "", "P1"),
        (style("P1", "Standard", 'fo:font-size="130%"'), "", "P1"),
        (style("P1", "Standard", 'fo:font-size="18pt"'), "", "P1"),
    ],
)
def test_headings_are_known_by_style_and_by_looks(by_hand: str, styles: str, name: str) -> None:
    assert body(odt(FEET + p("Arriving", name) + BACK, by_hand, styles)).split("\n\n")[1] == "## Arriving"


def test_lists_keep_their_levels_and_numbers() -> None:
    inner = items(p("Left first."), p("Then right."))
    data = odt(
        items(p("Press.") + inner, p("Let it rest.") + p("For a while."), name="L1")
        + FEET
        + items(p("Go on."), name="L1", more='text:continue-numbering="true"')
        + items(p("Anew."), name="L1")
        + items(p("Look."), name="L2"),
        list_style("L1", "1", "a") + list_style("L2", ""),
    )
    assert body(data).split("\n\n") == [
        "1. Press.\n  1. Left first.\n  2. Then right.\n2. Let it rest.",
        "For a while.",
        "Notice your feet.",
        "3. Go on.\n1. Anew.",
        "- Look.",
    ]


def test_struck_and_hidden_text_is_left_out() -> None:
    data = odt(
        p("Stay. " + span("Struck.", "T1") + span(" Deep.", "T2") + span(" Unseen.", "T3") + " Rest.")
        + p("All struck.", "P1")
        + p('<text:hidden-paragraph text:is-hidden="true"/>Hidden.')
        + '<text:section text:display="none">'
        + p("Away.")
        + "</text:section>"
        + p('<text:hidden-text text:is-hidden="true" text:string-value="Gone."/>Seen.'),
        style("T1", looks=STRIKE, family="text")
        + style("T2", "T1", family="text")
        + style("T3", looks='text:display="none"', family="text")
        + style("P1", looks=STRIKE),
    )
    assert body(data) == "Stay.\nRest.\n\nSeen."
    assert changes(data) == [
        "1 left out: Struck. Deep. → struck through",
        "1 left out: Unseen. → hidden text",
        "2 left out: All struck. → struck through",
        "3 left out: Hidden. → hidden text",
        "4 left out: Away. → hidden text",
        "5 left out: Gone. → hidden text",
    ]


def test_tracked_changes_are_taken_as_accepted() -> None:
    deletion = f'<text:changed-region text:id="d1"><text:deletion>{p("just")}</text:deletion></text:changed-region>'
    insertion = '<text:changed-region text:id="i1"><text:insertion/></text:changed-region>'
    data = odt(
        f"<text:tracked-changes>{deletion}{insertion}</text:tracked-changes>"
        + p(
            'This is <text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>perhaps '
            '<text:change-end text:change-id="i1"/>a place to rest.'
        )
    )
    assert body(data) == "This is perhaps a place to rest."
    assert changes(data) == [
        "1 left out: just → a tracked deletion",
        "1 moved: perhaps → a tracked insertion, kept",
    ]


def test_a_file_in_one_piece_of_xml_is_read_too() -> None:
    data = flat(FEET + p("Gone.", "P1"), style("P1", looks=STRIKE))
    assert body(data) == "Notice your feet."
    assert changes(data) == ["2 left out: Gone. → struck through"]


def test_the_language_is_what_most_letters_are_in() -> None:
    looks = 'fo:language="de" fo:country="DE"'
    assert read_document(odt(p("Spüre deine Füße.", "P1"), style("P1", looks=looks))).language == "de-DE"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (odt(FEET, manifest="<encryption-data/>"), "protected by a password"),
        (odt(FEET).replace(b"content.xml", b"context.xml"), "no document"),
        (odt("<<"), "damaged"),
        (odt(FEET)[:-60], "damaged"),
        (flat("<<"), "damaged"),
        (odt(""), "nothing to say"),
        (flat(FEET).replace(b"office:text>", b"office:spreadsheet>"), "spreadsheet"),
        (flat(FEET).replace(b"office:1.0", b"office:9"), "not a text"),
        (
            flat(FEET).replace(b"<office:document ", b'<!DOCTYPE x [<!ENTITY a "aaa">]><office:document ', 1),
            "damaged",
        ),
    ],
    ids=["protected", "a zip", "broken", "cut", "broken in one piece", "empty", "a sheet", "another", "entities"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_message(data: bytes, message: str) -> None:
    with pytest.raises(ImportingError, match=message) as refused:
        import_script(data, "x")
    assert refused.value.hint or message == "nothing to say"


def test_a_placeholder_is_a_blank() -> None:
    data = odt(p("Welcome, <text:placeholder>&lt;Name&gt;</text:placeholder>."))
    assert "Name" in body(data)
    assert made(data).questions == 1
