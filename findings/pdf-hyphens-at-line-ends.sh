#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium), pypdf 6.4.0, pdfminer.six 20251107: what becomes of a hyphen at the end of a line.
# On one plain page, "wan-" / "ders" and "self-" / "compassion" end up in three forms. pypdf and pdfminer keep hyphen and
# line end. PDFium joins the two lines into one and puts a character in the hyphen's place that Unicode reserves as no
# character (U+FFFE), where a program that splits by lines or drops unassigned characters loses the sign without a word:
# "wanders", and "selfcompassion". It does so whether the word is broken there or has its hyphen anyway, so the two can
# no longer be told apart; and the "line" now spans two, with the position of its first letter.
# Exits 0 while this is so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 pypdf==6.4.0 pdfminer.six==20251107
cat >"$work/look.py" <<'PYTHON'
import io
import sys
import unicodedata

import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

drawn = "BT /F1 11 Tf 72 700 Td (Attention may wan-) Tj 0 -14 Td (ders: be kind, with self-) Tj 0 -14 Td (compassion.) Tj ET"
objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
    f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
]
data, places = b"%PDF-1.7\n", []
for number, each in enumerate(objects, 1):
    places.append(len(data))
    data += f"{number} 0 obj\n{each}\nendobj\n".encode()
table = "".join(f"{place:010} 00000 n \n" for place in places)
data += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n".encode()

pdfium = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
others = {
    "pypdf": pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(),
    "pdfminer.six": extract_text(io.BytesIO(data)),
}
print(f"pypdfium2     {pdfium!r}")
for name, text in others.items():
    print(f"{name:13} {text.strip()!r}")
assigned = "".join(char for char in pdfium if unicodedata.category(char) != "Cn")
print(f"without unassigned characters: {assigned!r}")
as_seen = (
    pdfium == "Attention may wan\ufffeders: be kind, with self\ufffecompassion."
    and assigned == "Attention may wanders: be kind, with selfcompassion."
    and all(text.split() == "Attention may wan- ders: be kind, with self- compassion.".split() for text in others.values())
)
sys.exit(0 if as_seen else "This has changed.")
PYTHON
"$work/venv/bin/python" "$work/look.py"
