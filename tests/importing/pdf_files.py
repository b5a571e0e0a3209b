"""PDF files written by hand: pages of lines, each at its place, in a font and a size."""

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 842


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    top: float
    left: float = 72
    size: float = 11
    bold: bool = False

    def drawn(self) -> str:
        text = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if self.bold else "F1"
        return f"BT /{font} {self.size} Tf {self.left} {HEIGHT - self.top} Td ({text}) Tj ET"


def paragraph(top: float, *lines: str, step: float = 14, size: float = 11) -> list[Line]:
    return [Line(text, top + number * step, size=size) for number, text in enumerate(lines)]


def pdf(pages: Sequence[Sequence[Line]], trailer: str = "") -> bytes:
    """Return a PDF; a page without lines holds a drawing, as a scan does."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "\n".join(line.drawn() for line in lines) or "0 0 100 100 re f"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
            f"startxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )
