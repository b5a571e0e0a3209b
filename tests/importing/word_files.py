"""Word files, made by the library that reads them and by hand where it cannot."""

import io
import zipfile

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


NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def by_hand(body: str, main: str = "word/document.xml", **parts: str) -> bytes:
    """Return a Word file with `body` in it, and with parts like `styles` whose content is given.

    A part whose name is not its kind has it in front: `diagramData__data1`.
    """
    folder, _, name = main.rpartition("/")
    relations = [relation(key, key.partition("__")[0], f"{key.rpartition('__')[2]}.xml") for key in parts]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _RELATIONS.format(relation("rId1", "officeDocument", f"/{main}")))
        archive.writestr(f"{folder}/_rels/{name}.rels", _RELATIONS.format("".join(relations)))
        archive.writestr(main, f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for key, content in parts.items():
            archive.writestr(f"{folder}/{key.rpartition('__')[2]}.xml", content)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; `inner` is its text, or its runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner if inner.startswith('<') else run(inner)}</w:p>"


def styles(**inner: str) -> str:
    """Return the part of styles, each by its id and what is in it."""
    made = (f'<w:style w:type="paragraph" w:styleId="{key}">{content}</w:style>' for key, content in inner.items())
    return f"<w:styles {NAMESPACES}>{''.join(made)}</w:styles>"


def named(name: str, based_on: str = "", rest: str = "") -> str:
    """Return what is in a style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:name w:val="{name}"/>{based}{rest}'


def numbering(**forms: str) -> str:
    """Return the part of lists: `n1="decimal bullet"` is list 1 with numbers, and signs on its second level."""
    kinds, lists = [], []
    for key, levels in forms.items():
        number = key.removeprefix("n")
        described = (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/></w:lvl>'
            for level, form in enumerate(levels.split())
        )
        kinds.append(f'<w:abstractNum w:abstractNumId="{number}">{"".join(described)}</w:abstractNum>')
        lists.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    return f"<w:numbering {NAMESPACES}>{''.join(kinds)}{''.join(lists)}</w:numbering>"


def in_list(number: int, level: int = 0) -> str:
    """Return the properties of a list's item."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def field(instruction: str, result: str) -> str:
    """Return a field in its long form."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
