"""What OpenDocument and RTF files say in their own ways, and becomes the same."""

import pytest
from imports import body, changes
from odt_files import odt, p, span, style
from rtf_files import rtf

FEET, BACK = p("Notice your feet."), p("Come back.")


def odt_row(*cells: str) -> str:
    made = (f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def rtf_row(*cells: str, words: str = "") -> str:
    return rf"\trowd{words}\cellx100\cellx200\pard\intbl " + r"\cell ".join((*cells, "")) + r"\row "


ODT_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    f"<text:note-body>{p('See page nine.')}</text:note-body></text:note>"
)
ODT_COMMENT = (
    "<office:annotation><dc:creator>Anna</dc:creator><dc:date>2024-05-03</dc:date>"
    f"{p('Offer a cushion.')}</office:annotation>"
)
RTF_NOTE = r"{\super\chftn{\footnote\pard\plain\chftn  See {\b page} nine.\par}}"
RTF_COMMENT = (
    r"{\*\atnid A}{\*\atnauthor Anna}\chatn{\*\annotation\pard\plain "
    r"{\field{\*\fldinst x}{\fldrslt Offer}} a cushion.}"
)


@pytest.mark.parametrize(
    "data",
    [
        odt(p(f"Sit down{ODT_NOTE}.{ODT_COMMENT} And rest.")),
        rtf(rf"Sit down{RTF_NOTE}.{RTF_COMMENT} And rest.\par"),
    ],
    ids=["odt", "rtf"],
)
def test_notes_and_comments_become_notes(data: bytes) -> None:
    assert body(data) == "Sit down.\nAnd rest.\n\n> Footnote: See page nine.\n\n> Anna: Offer a cushion."


ODT_CONTENTS = (
    "<text:table-of-content><text:table-of-content-source><text:index-title-template>No"
    "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
    f"{p('Contents')}</text:index-title>{p('Arriving<text:tab/>3')}</text:index-body></text:table-of-content>"
)
ODT_PAGE = p("Page <text:page-number>1</text:page-number> of <text:page-count>3</text:page-count>")
RTF_CONTENTS = r"{\field{\*\fldinst TOC \\o}{\fldrslt {\pard\s6 Contents\par\pard\s6 Arriving\tab 3\par}}}"
RTF_PAGE = r"Page {\field{\*\fldinst PAGE}{\fldrslt 1}} of {\field{\*\fldinst NUMPAGES}{\fldrslt 3}}"


@pytest.mark.parametrize(
    "data",
    [
        odt(
            ODT_CONTENTS + FEET + ODT_PAGE + BACK,
            master=f"<style:header>{p('Clinic of Rest')}</style:header><style:footer>{p('2026')}</style:footer>",
        ),
        rtf(
            r"{\header\pard Clinic of Rest\par}{\footer\pard 2026 \chpgn\par}"
            rf"{RTF_CONTENTS}\pard Notice your feet.\par {RTF_PAGE}\par Come back.\par\chpgn\par"
        ),
    ],
    ids=["odt", "rtf"],
)
def test_contents_margins_and_page_numbers_are_left_out(data: bytes) -> None:
    assert body(data) == "Notice your feet.\n\nCome back."
    assert changes(data) == [
        "1 left out: Clinic of Rest → stands above or below every page",
        "1 left out: 2026 → stands above or below every page",
        "1 left out: Contents, Arriving 3 → the table of contents",
        "4 left out: Page 1 of 3 → stands above or below every page",
    ]


ODT_HEAD = f"<table:table-header-rows>{odt_row('Script', 'Notes')}</table:table-header-rows>"
ODT_ROWS = odt_row("Notice your feet.", "Speak slowly.") + odt_row("Come back.", "(bell)")
RTF_ROWS = (
    rtf_row("Script", "Notes", words=r"\trhdr")
    + rtf_row("Notice your feet.", "Speak slowly.")
    + rtf_row("Come back.", "(bell)")
)


@pytest.mark.parametrize(
    "data",
    [
        odt(
            f"<table:table><table:table-column/>{ODT_HEAD}{ODT_ROWS}</table:table>{p('Rest.')}"
            f"<table:table>{odt_row('One cell.', 'Another.')}</table:table>"
        ),
        rtf(RTF_ROWS + r"\pard Rest.\par" + rtf_row("One cell.", "Another.")),
    ],
    ids=["odt", "rtf"],
)
def test_a_table_with_heads_is_read_by_its_columns(data: bytes) -> None:
    assert body(data) == ("Notice your feet.\n\n> Speak slowly.\n\nCome back. [bell]\n\nRest.\n\nOne cell.\n\nAnother.")


ODT_BOX = f"<draw:frame><draw:text-box>{p('Or let them rest.')}</draw:text-box></draw:frame>"
ODT_PICTURE = "<draw:frame><draw:image/><svg:desc>A cushion</svg:desc></draw:frame>"
RTF_BOX = (
    r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard Or let them rest.\par}}{\shprslt Gone.}}"
)
RTF_PICTURE = (
    r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv A cushion}}}\pngblip 8950}}{\nonshppict{\pict 00}}"
)


@pytest.mark.parametrize(
    "data",
    [
        odt(p(f"Notice {ODT_BOX}your feet.{ODT_PICTURE}") + BACK),
        rtf(rf"Notice {RTF_BOX}your feet.{RTF_PICTURE}\par Come back.\par"),
    ],
    ids=["odt", "rtf"],
)
def test_text_boxes_and_pictures(data: bytes) -> None:
    assert body(data) == "Notice your feet.\n\nOr let them rest.\n\nCome back."
    assert changes(data) == [
        "1 left out: A cushion → a picture",
        "2 moved: Or let them rest. → a text box, read behind its paragraph",
    ]


SLANTED = style("T1", looks='fo:font-style="italic"', family="text")


@pytest.mark.parametrize(
    "data",
    [
        odt(FEET + p(span("Speak slowly here.", "T1")) + p("Rest. " + span("pause", "T1")) + BACK, SLANTED),
        rtf(r"Notice your feet.\par{\i Speak slowly here.\par}Rest. {\i pause}\par Come back.\par"),
    ],
    ids=["odt", "rtf"],
)
def test_an_italic_line_that_is_a_direction_is_a_note(data: bytes) -> None:
    assert body(data) == "Notice your feet.\n\n> Speak slowly here.\n\nRest. [pause]\n\nCome back."
