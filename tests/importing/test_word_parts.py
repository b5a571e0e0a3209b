"""What word processors put into their files besides the text, and how they say what is a heading."""

import pytest
from imports import body, changes, made
from word_files import (
    NAMESPACES,
    by_hand,
    field,
    in_list,
    named,
    numbering,
    paragraph,
    run,
    styles,
)

from feltsense.errors import ImportingError
from feltsense.importing.detect import import_script, read_document

FEET, BACK = paragraph("Notice your feet."), paragraph("Come back.")
SIMPLE = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize(
    ("furniture", "told"),
    [
        (run("Page ") + field("PAGE", "1") + run(" of ") + SIMPLE, "Page 1 of 3"),
        (run("Seite ") + field("PAGE \\* MERGEFORMAT", "1") + run(" von ") + SIMPLE, "Seite 1 von 3"),
        (run("- ") + field("PAGE", "12") + run(" -"), "- 12 -"),
        (field("PAGE", "4"), "4"),
        (run("Clinic of Rest | Body scan | ") + field("page", "2"), "Clinic of Rest / Body scan / 2"),
        (run("Printed on ") + field('DATE \\@ "d MMMM yyyy"', "3 May 2024"), "Printed on 3 May 2024"),
        (run("Last saved: ") + field("SAVEDATE", "5/3/2024"), "Last saved: 5/3/2024"),
        (run("File: ") + field("FILENAME \\p", "scan.docx"), "File: scan.docx"),
    ],
)
def test_page_numbers_and_dates_in_the_text_are_left_out(furniture: str, told: str) -> None:
    data = by_hand(FEET + paragraph(furniture) + BACK)
    assert body(data) == "Notice your feet.\n\nCome back."
    assert changes(data) == [f"2 left out: {told.replace(' / ', ' | ')} → stands above or below every page"]


@pytest.mark.parametrize(
    ("sentence", "spoken"),
    [
        (run("Read ") + field('HYPERLINK "http://example.org"', "the handout") + run("."), "Read the handout."),
        (run("Go back to ") + field("REF _Ref1 \\h", "Feet") + run("."), "Go back to Feet."),
        (run("Today is ") + field("DATE", "Monday") + run(", and you are here."), "Today is Monday, and you are here."),
        (
            run("You are on page ") + field("PAGE", "2") + run(" of this and can go on as long as you wish to."),
            "You are on page 2 of this and can go on as long as you wish to.",
        ),
        (run("Feet") + field('XE "feet"', "") + run(" and hands."), "Feet and hands."),
        (
            '<w:hyperlink w:anchor="x"><w:r><w:t>Hands</w:t></w:r></w:hyperlink>' + run(" rest."),
            "Hands rest.",
        ),
    ],
)
def test_the_results_of_fields_in_a_sentence_are_spoken(sentence: str, spoken: str) -> None:
    assert body(by_hand(paragraph(sentence))) == spoken


def test_a_field_that_never_ends_takes_nothing_with_it() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    data = by_hand(paragraph(begun + run("Sit.")) + FEET)
    assert body(data) == "Sit.\n\nNotice your feet."


def test_names_that_are_to_be_filled_in_are_questions() -> None:
    data = by_hand(paragraph(run("Welcome, ") + field("MERGEFIELD First_Name", "«First_Name»") + run(".")))
    assert "First_Name" in made(data).script
    assert made(data).questions == 1
    blank = '<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    control = by_hand(paragraph(run("Welcome, ") + blank.format(run("Click to enter text.")) + run(".")))
    assert "Name" in made(control).script
    assert made(control).questions == 1
    assert "1 left out: Click to enter text. → a placeholder that is to be filled in" in changes(control)


CONTENTS = styles(
    TOCHeading=named("TOC Heading", "Heading1"),
    Verzeichnis1=named("toc 1"),
    Heading1=named("heading 1"),
)
ARRIVING = paragraph("Sit.") + paragraph("Arriving", "Heading1") + FEET
CONTROL = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
TOLD = "1 left out: Contents, Arriving 3, Coming back 4 → the table of contents"


def entry(text: str, page: str) -> str:
    return f"{run(text)}<w:r><w:tab/></w:r>{run(page)}"


@pytest.mark.parametrize(
    "contents",
    [
        paragraph("Contents", "TOCHeading")
        + paragraph(entry("Arriving", "3"), "Verzeichnis1")
        + paragraph(entry("Coming back", "4"), "Verzeichnis1"),
        CONTROL.format(
            paragraph("Contents") + paragraph(entry("Arriving", "3")) + paragraph(entry("Coming back", "4"))
        ),
        paragraph("Contents", "TOCHeading")
        + paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{entry("Arriving", "3")}'
        )
        + paragraph(entry("Coming back", "4") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ],
    ids=["by style", "by its control", "by its field"],
)
def test_the_table_of_contents_is_left_out(contents: str) -> None:
    data = by_hand(contents + ARRIVING, styles=CONTENTS)
    assert body(data) == "Sit.\n\n## Arriving\n\nNotice your feet."
    assert changes(data) == [TOLD, "5 section: Arriving → ## Arriving"]


@pytest.mark.parametrize("name", ["w:strike", "w:dstrike"])
def test_struck_text_is_left_out_also_by_style(name: str) -> None:
    struck = styles(Out=named("Out", rest=f"<w:rPr><{name}/></w:rPr>"), Deep=named("Deep", "Out"))
    data = by_hand(
        paragraph(run("Notice your feet.") + run(" And", f"<{name}/>") + run(" hands.", f"<{name}/>") + run(" Rest."))
        + paragraph("Wholly gone.", "Deep")
        + paragraph(run("Kept after all.", f'<{name} w:val="0"/>'), "Deep"),
        styles=struck,
    )
    assert body(data) == "Notice your feet.\nRest.\n\nKept after all."
    assert changes(data) == ["1 left out: And hands. → struck through", "2 left out: Wholly gone. → struck through"]


def test_hidden_and_moved_text_and_joined_paragraphs() -> None:
    data = by_hand(
        paragraph('<w:moveFrom w:id="1"><w:r><w:t>Rest.</w:t></w:r></w:moveFrom>')
        + FEET
        + paragraph('<w:moveTo w:id="2"><w:r><w:t>Rest.</w:t></w:r></w:moveTo>')
        + paragraph("Let your ", properties='<w:rPr><w:del w:id="3"/></w:rPr>')
        + paragraph("breath come.")
        + paragraph("N", properties='<w:framePr w:dropCap="drop"/>')
        + paragraph("otice the chair.")
        + paragraph("Unseen.", "Hidden"),
        styles=styles(Hidden=named("Hidden", rest="<w:rPr><w:vanish/></w:rPr>")),
    )
    assert body(data) == "Notice your feet.\n\nRest.\n\nLet your breath come.\n\nNotice the chair."
    assert changes(data) == [
        "1 left out: Rest. → a tracked deletion",
        "3 moved: Rest. → moved here, kept",
        "6 left out: Unseen. → hidden text",
    ]


@pytest.mark.parametrize(
    ("style", "part"),
    [
        ("berschrift1", styles(berschrift1=named("heading 1"))),
        ("Meine", styles(Meine=named("Kapitel", "berschrift2"), berschrift2=named("heading 2"))),
        ("A", styles(A=named("A", rest='<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'))),
        ("A", styles(A=named("A", "B"), B=named("B", rest='<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'))),
        ("A", styles(A=named("Überschrift 1"))),
        ("A", styles(A=named("Titre 1"))),
        ("A", styles(A=named("Título 2"))),
        ("A", styles(A=named("Titolo 3"))),
        ("A", styles(A=named("Kop 1"))),
        ("A", styles(A=named("Section Heading"))),
        ("A", styles(A=named("Heading"))),
        ("Heading2", ""),
        ("berschrift1", ""),
        ("Ttulo2", ""),
        ("Titre1", ""),
    ],
)
def test_headings_are_known_in_any_language(style: str, part: str) -> None:
    parts = {"styles": part} if part else {}
    assert body(by_hand(FEET + paragraph("Arriving", style) + BACK, **parts)).split("\n\n")[1] == "## Arriving"


@pytest.mark.parametrize(
    "heading",
    [
        paragraph("Arriving", properties='<w:outlineLvl w:val="0"/>'),
        paragraph(run("Arriving", "<w:b/>")),
        paragraph(run("Arriving:", "<w:b/>")),
        paragraph(run("Arriving", '<w:sz w:val="32"/>')),
        paragraph(run("Arr", "<w:b/>") + run("iving", "<w:b/>")),
        paragraph(run("Arriving"), "Strong"),
    ],
)
def test_headings_are_known_by_their_looks(heading: str) -> None:
    part = styles(Strong=named("Strong lines", rest="<w:rPr><w:b/></w:rPr>"))
    assert body(by_hand(FEET + heading + BACK, styles=part)).split("\n\n")[1] == "## Arriving"


def test_a_bold_line_heads_the_text_in_its_own_paragraph() -> None:
    data = by_hand(BACK + paragraph(run("Feet", "<w:b/>") + "<w:r><w:br/></w:r>" + run("Notice the floor.")))
    assert body(data) == "Come back.\n\n## Feet\n\nNotice the floor."


@pytest.mark.parametrize(
    "spoken",
    [
        paragraph(run("Let yourself rest.", "<w:b/>")),
        paragraph(run("And ", "<w:b/>") + run("rest")),
        paragraph("Arriving", "Body"),
        paragraph(run("Notice your feet, " * 10 + "and rest.", "<w:b/>")),
        paragraph("Notice your feet, and let them rest here for a while, " * 3 + "as you like.", "H"),
        paragraph("Notice your feet. Let them rest.", "H"),
    ],
)
def test_what_is_spoken_does_not_become_a_heading(spoken: str) -> None:
    part = styles(H=named("heading 1"), Body=named("Body", "H", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'))
    assert "##" not in body(by_hand(FEET + spoken + BACK, styles=part))


def test_a_text_that_is_all_bold_has_no_headings() -> None:
    lines = ("Notice your feet", "Let them rest", "Come back")
    assert "##" not in body(by_hand("".join(paragraph(run(line, "<w:b/>")) for line in lines)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Subtitle", "by A. Writer"),
        ("Untertitel", "von A. Schreiber"),
        ("Author", "A. Writer"),
        ("Date", "May 2024"),
        ("caption", "Figure 1: a chair"),
        ("Stage Directions", "Dim the lights."),
    ],
)
def test_what_is_about_the_text_is_a_note(name: str, text: str) -> None:
    data = by_hand(FEET + paragraph(text, "A") + BACK, styles=styles(A=named(name)))
    assert body(data) == f"Notice your feet.\n\n> {text}\n\nCome back."
    assert changes(data) == [f"2 note: {text}"]


def test_a_direction_that_is_a_pause_is_one() -> None:
    data = by_hand(FEET + paragraph("Pause 10 seconds", "A") + BACK, styles=styles(A=named("Stage Directions")))
    assert body(data) == "Notice your feet.\n\n[pause 10s]\n\nCome back."


def test_lists_keep_their_levels_and_numbers() -> None:
    part = numbering(n1="decimal lowerLetter bullet", n2="bullet bullet", n3="none")
    data = by_hand(
        paragraph("Press one foot down.", properties=in_list(1))
        + paragraph("Left first.", properties=in_list(1, 1))
        + paragraph("Then right.", properties=in_list(1, 1))
        + paragraph("Softly.", properties=in_list(1, 2))
        + paragraph("Let it rest.", properties=in_list(1))
        + paragraph("Hands.", properties=in_list(1, 1))
        + FEET
        + paragraph("Go on.", properties=in_list(1))
        + paragraph("Look.", properties=in_list(2))
        + paragraph("Only indented.", "Indented")
        + paragraph("No item any more.", "Bullets", in_list(0))
        + paragraph("Nor this.", properties=in_list(3))
        + paragraph("One by its style.", "Bullets"),
        numbering=part,
        styles=styles(
            Indented=named("List Paragraph"), Bullets=named("List Bullet", rest=f"<w:pPr>{in_list(2)}</w:pPr>")
        ),
    )
    assert body(data).split("\n\n") == [
        "1. Press one foot down.\n  1. Left first.\n  2. Then right.\n    - Softly.\n2. Let it rest.\n  1. Hands.",
        "Notice your feet.",
        "3. Go on.",
        "- Look.",
        "Only indented.",
        "No item any more.",
        "Nor this.",
        "- One by its style.",
    ]


def test_typed_signs_of_lists_are_not_spoken() -> None:
    lines = (
        "•\tThe floor.",
        "· The chair.",
        "1.\tPress one foot down.",
        "b)\tLeft first.",
        "3. Rest.",
        "2.5 is no sign.",
    )
    assert body(by_hand("".join(map(paragraph, lines)))).split("\n\n") == [
        "- The floor.\n- The chair.",
        "1. Press one foot down.\n2. Left first.\n3. Rest.",
        "2.5 is no sign.",
    ]


def test_the_bold_name_of_a_note_heads_a_note() -> None:
    lines = (run("Note:", "<w:b/>"), "Skip this if they are tired.", run("Arriving:", "<w:b/>"), "Notice your feet.")
    data = by_hand(FEET + "".join(map(paragraph, lines)))
    assert body(data).split("\n\n")[1:] == [
        "> Note:",
        "> Skip this if they are tired.",
        "## Arriving",
        "Notice your feet.",
    ]


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr descr="A cushion"/><wps:wsp>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = BOX.format(paragraph("Or let them rest.") + paragraph("Both are fine."))
    data = by_hand(paragraph(run("Notice ") + box + run("your feet.")) + BACK)
    assert body(data) == "Notice your feet.\n\nOr let them rest.\n\nBoth are fine.\n\nCome back."
    assert changes(data) == [
        "1 left out: A cushion → a picture",
        "2 moved: Or let them rest. Both are fine. → a text box, read behind its paragraph",
    ]


def test_what_is_drawn_is_told() -> None:
    diagram = '<w:r><w:drawing><dgm:relIds r:dm="diagramData__data1"/></w:drawing></w:r>'
    letters = '<w:r><w:pict><v:shape><v:textpath string="Be well"/></v:shape></w:pict></w:r>'
    sum_ = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    data = by_hand(
        paragraph(run("Sit.") + diagram + letters + sum_),
        diagramData__data1=f"<dgm:x {NAMESPACES}><a:t>Safe</a:t><a:t>Seen</a:t></dgm:x>",
    )
    assert body(data) == "Sit."
    assert changes(data) == [
        "1 left out: Safe Seen → a diagram",
        "1 left out: Be well → drawn letters",
        "1 left out: a+b → an equation",
    ]


def test_breaks_signs_and_readings() -> None:
    data = by_hand(
        paragraph("<w:r><w:t>One</w:t><w:br w:type='page'/><w:t>Two</w:t><w:br/><w:br/><w:t>Three</w:t></w:r>")
        + paragraph("<w:r><w:t>Self</w:t><w:noBreakHyphen/><w:t>kind</w:t><w:softHyphen/><w:t>ness.</w:t></w:r>")
        + paragraph(
            "<w:r><w:ruby><w:rt><w:r><w:t>こころ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>心</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>"
        )
    )
    assert body(data) == "One\n\nTwo\n\nThree\n\nSelf-kindness.\n\n心"
    assert changes(data) == ["3 left out: こころ → how it is read, above the word"]


def test_a_table_without_heads_is_read_row_by_row() -> None:
    cell = "<w:tc>{}</w:tc>".format
    rows = f"<w:tr>{cell(paragraph('Feet', 'Heading2'))}{cell(FEET)}</w:tr><w:tr>{cell(paragraph('Hands', 'Heading2'))}"
    data = by_hand(f"<w:tbl>{rows}{cell(BACK)}</w:tr></w:tbl>")
    assert body(data) == "## Feet\n\nNotice your feet.\n\n## Hands\n\nCome back."


def test_the_text_is_found_under_any_name_and_in_the_strict_form() -> None:
    assert body(by_hand(FEET, "word/document2.xml")) == "Notice your feet."
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    inner = f"</w:body><w:body xmlns:s='x' {strict}>{FEET}"
    assert body(by_hand(inner)) == "Notice your feet."


def test_parts_that_are_missing_do_no_harm() -> None:
    picture = '<w:r><w:drawing><wp:docPr descr="x" r:embed="rId99"/></w:drawing></w:r>'
    data = by_hand(paragraph(run("Sit.") + picture + '<w:r><w:footnoteReference w:id="9"/></w:r>'), styles="")
    assert body(data) == "Sit."


def test_the_language_is_what_most_letters_are_in() -> None:
    german = '<w:lang w:val="de-DE"/>'
    data = by_hand(paragraph(run("Spüre deine Füße.", german) + run(" OK.", '<w:lang w:val="en-US"/>')))
    assert read_document(data).language == "de-DE"
    assert read_document(by_hand(FEET)).language == ""


def test_an_embedded_document_is_refused_in_true_words() -> None:
    with pytest.raises(ImportingError, match="embedded") as refused:
        import_script(by_hand('<w:altChunk r:id="aFChunk__x"/>', aFChunk__x="<p>Sit.</p>"), "x")
    assert "save it as .docx" in (refused.value.hint or "")


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("WordDocument", "of the old kind"),
        ("EncryptedPackage", "protected by a password"),
        ("Workbook", "Excel"),
        ("Nothing", "or one that is protected"),
    ],
)
def test_files_of_old_office_programs_are_refused_by_name(part: str, message: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + part.encode("utf-16-le") + bytes(600)
    with pytest.raises(ImportingError, match=message) as refused:
        import_script(data, "x")
    assert refused.value.hint


def test_a_table_with_heads_is_read_by_its_columns_and_keeps_what_stands_in_a_cell() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    steps = paragraph("Press one foot.", properties=in_list(1)) + paragraph("Let it rest.", properties=in_list(1))
    data = by_hand(
        f"<w:tbl>{row(paragraph('Therapist'), paragraph('Notes'))}"
        f"{row(FEET + steps, paragraph('Speak slowly.'))}{row(BACK, paragraph('Pause 10 sec'))}</w:tbl>",
        numbering=numbering(n1="decimal"),
    )
    assert body(data).split("\n\n") == [
        "Notice your feet.",
        "1. Press one foot.\n2. Let it rest.",
        "> Speak slowly.",
        "Come back. [pause 10s]",
    ]
    assert changes(data)[0] == "1 left out: Therapist | Notes → the heads of a table"


@pytest.mark.parametrize("look", ["<w:i/>", '<w:rStyle w:val="Emphasis"/>'])
def test_an_italic_line_that_is_a_direction_is_a_note(look: str) -> None:
    slanted = (
        f'<w:style w:type="character" w:styleId="Emphasis">{named("Emphasis", rest="<w:rPr><w:i/></w:rPr>")}</w:style>'
    )
    data = by_hand(
        FEET
        + paragraph(run("Speak slowly here.", look))
        + paragraph(run("(Pause for three breaths)", look))
        + paragraph(run("Rest. ") + run("pau", look) + run("se", look))
        + paragraph(run("Notice the ") + run("breath", look) + run("."))
        + paragraph(run("Notice the breath.", look)),
        styles=styles().replace("</w:styles>", f"{slanted}</w:styles>"),
    )
    assert body(data).split("\n\n") == [
        "Notice your feet.",
        "> Speak slowly here.",
        "[pause about 15s]",
        "Rest. [pause]",
        "Notice the breath.",
        "*Notice the breath.*",
    ]


def test_a_text_that_is_all_italic_is_spoken() -> None:
    lines = ("Speak slowly here.", "Notice your feet.", "Come back.")
    data = by_hand("".join(paragraph(run(line, "<w:i/>")) for line in lines))
    assert body(data) == "\n\n".join(lines)
