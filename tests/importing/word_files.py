"""Word files, made by the library that reads them and by hand where it cannot."""

import io

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def saved(file: Document) -> bytes:
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def tracked(kind: str, text: str) -> object:
    part = "delText" if kind == "del" else "t"
    inner = f'<w:r><w:{part} xml:space="preserve">{text}</w:{part}></w:r>'
    return parse_xml(f'<w:{kind} {nsdecls("w")} w:id="1" w:author="B">{inner}</w:{kind}>')


def with_foot_note(file: Document, text: str) -> None:
    """Put a note at the foot of the last paragraph."""
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    blob = f"<w:footnotes {nsdecls('w')}>{separator}{note}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    file.paragraphs[-1]._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))


def whole() -> bytes:
    """A file with headings, lists, comments, tracked changes, a note, a table, verse and a header."""
    file = docx.Document()
    file.add_heading("Feet and floor", 0)
    file.add_heading("Arriving", 1)
    paragraph = file.add_paragraph("Sit as you like. (pause 10 seconds) ")
    commented = paragraph.add_run("Let your feet rest.")
    file.add_comment(runs=[commented], text="Offer a cushion.", author="Anna", initials="A")
    changed = file.add_paragraph("This is ")
    changed._p.append(tracked("del", "just "))
    changed._p.append(tracked("ins", "perhaps "))
    changed.add_run("a place to rest.")
    file.add_paragraph("Look around.", style="List Number")
    file.add_paragraph("Listen. [pause]", style="List Number")
    file.add_paragraph("a lamp", style="List Bullet")
    file.add_paragraph().add_run("Going on").bold = True
    verse = file.add_paragraph("Verse one,")
    for line in ("verse two", "verse three"):
        verse.add_run().add_break()
        verse.add_run(line)
    hidden = file.add_paragraph("Seen.").add_run(" Unseen.")
    hidden.font.hidden = True
    with_foot_note(file, "See page nine.")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "One cell.", "Another."
    file.sections[0].header.paragraphs[0].text = "Draft of May"
    return saved(file)
