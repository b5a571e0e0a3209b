"""Electronic books."""

import io
import zipfile

import pytest
from imports import body, changes, made

from feltsense.errors import ImportingError

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Quiet Feet</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-GB</dc:language></metadata>
<manifest><item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="first%20page.xhtml" media-type="application/xhtml+xml"/>
<item id="ads" href="ads.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="ads" linear="no"/></spine>
</package>"""
PAGE = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
PARTS = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": PAGE.format("<ol><li>Arriving</li></ol>"),
    "OEBPS/first page.xhtml": PAGE.format("<h1>Arriving</h1><p>Notice the chair. (pause 10 seconds)</p>"),
    "OEBPS/two.xhtml": PAGE.format("<h1>Feet</h1><p>Notice your feet.</p>"),
    "OEBPS/ads.xhtml": PAGE.format("<p>Other books</p>"),
}
ENCRYPTED = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>
<enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>"""


def epub(**parts: str) -> bytes:
    made_of = io.BytesIO()
    with zipfile.ZipFile(made_of, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, text in {**PARTS, **{name.replace("__", "/"): text for name, text in parts.items()}}.items():
            archive.writestr(name, text)
    return made_of.getvalue()


def test_a_book_is_read_page_by_page_in_its_order() -> None:
    data = epub()
    assert made(data).title == "Quiet Feet"
    assert [part for part in body(data).split("\n\n") if not part.startswith(">")] == [
        "## Arriving",
        "Notice the chair. [pause 10s]",
        "## Feet",
        "Notice your feet.",
    ]


def test_what_is_not_the_text_of_a_book_is_told() -> None:
    told = changes(epub())
    assert "1 left out: Arriving → the table of contents" in told
    assert "4 left out: Other books → stands beside the book's text" in told


def test_a_book_without_its_package_is_damaged() -> None:
    with pytest.raises(ImportingError, match="This book is damaged"):
        made(epub(**{"META-INF__container.xml": CONTAINER.replace("book.opf", "none.opf")}))


def test_a_protected_book_is_refused_and_one_with_hidden_fonts_is_not() -> None:
    with pytest.raises(ImportingError, match="protected against copying"):
        made(epub(**{"META-INF__encryption.xml": ENCRYPTED.format("OEBPS/two.xhtml")}))
    assert "Notice your feet." in body(epub(**{"META-INF__encryption.xml": ENCRYPTED.format("OEBPS/font.otf")}))
