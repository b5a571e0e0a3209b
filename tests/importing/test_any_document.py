"""Whatever a word processor writes: every word is spoken, noted, asked about or reported."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odt_files import flat, items, odt, p, span, style
from rtf_files import rtf
from test_any_text import any_of, assert_kept, steady
from word_files import by_hand, field, in_list, named, numbering, paragraph, run, styles

from feltsense.errors import ImportingError
from feltsense.importing.detect import import_script
from feltsense.script.diagnostics import BLANK
from feltsense.script.parser import parse

TEXTS = any_of(
    "Notice your feet.|Page|of 3|rest|(pause 10 seconds)|[softly]|Contents|1.|and then,|“Now”|Pause|Script|Notes|x"
)
STYLES = ("", "Title", "Subtitle", "H1", "Toc", "Caption", "Struck")


RUNS = st.lists(
    st.tuples(
        TEXTS,
        st.sampled_from(("", "", "bold", "strike", "vanish", "ins", "del", "moveTo", "page", "merge", "break", "box")),
    ),
    min_size=1,
    max_size=4,
)
PARAGRAPHS = st.lists(
    st.tuples(RUNS, st.sampled_from(STYLES), st.sampled_from(("", "", "item", "deep", "cell", "cell", "next"))),
    min_size=1,
    max_size=8,
)
Paragraphs = list[tuple[list[tuple[str, str]], str, str]]


def filled(templates: dict[str, str], runs: list[tuple[str, str]], number: int) -> str:
    """Return runs by their templates; each has a word that stands nowhere else."""
    parts = (f" {text} q{number}w{place} " for place, (text, _) in enumerate(runs))
    return "".join(templates[look].replace("@", part) for part, (_, look) in zip(parts, runs, strict=True))


def said(paragraphs: Paragraphs) -> str:
    """Return all words of a document."""
    numbered = enumerate(paragraphs)
    return " ".join(
        f"{text} q{number}w{place}" for number, (runs, _, _) in numbered for place, (text, _) in enumerate(runs)
    )


WORD_RUNS = {
    "": run("@"),
    "bold": run("@", "<w:b/>"),
    "strike": run("@", "<w:strike/>"),
    "vanish": run("@", "<w:vanish/>"),
    "ins": f"<w:ins>{run('@')}</w:ins>",
    "del": "<w:del><w:r><w:delText>@</w:delText></w:r></w:del>",
    "moveTo": f"<w:moveTo>{run('@')}</w:moveTo>",
    "page": field("PAGE", "@"),
    "merge": field("MERGEFIELD x", "@"),
    "break": f"{run('@')}<w:r><w:br/></w:r>",
    "box": f"<w:r><w:pict><w:txbxContent>{paragraph('@')}</w:txbxContent></w:pict></w:r>",
}
WORD_STYLES = styles(
    Title=named("Title"), Subtitle=named("Subtitle"), H1=named("heading 1"), Toc=named("toc 1"),
    Caption=named("caption"), Struck=named("Struck", rest="<w:rPr><w:strike/></w:rPr>"),
)  # fmt: skip


@steady
@given(PARAGRAPHS)
def test_no_word_of_any_word_file_is_lost(paragraphs: Paragraphs) -> None:
    made = [paragraph("Begin.")]
    for number, (runs, name, where) in enumerate(paragraphs):
        properties = {"item": in_list(1), "deep": in_list(1, 2), "next": "<w:rPr><w:del/></w:rPr>"}.get(where, "")
        one = paragraph(filled(WORD_RUNS, runs, number), name, properties)
        made.append(f"<w:tbl><w:tr><w:tc>{one}</w:tc></w:tr></w:tbl>" if where == "cell" else one)
    data = by_hand("".join(made), styles=WORD_STYLES, numbering=numbering(n1="decimal bullet decimal"))
    assert_kept(said(paragraphs), import_script(data, "some-document"))


ODT_RUNS = {
    "": "@",
    "bold": span("@", "bold"),
    "strike": span("@", "strike"),
    "vanish": span("@", "vanish"),
    "ins": '<text:change-start text:change-id="i"/>@<text:change-end text:change-id="i"/>',
    "del": f"<office:annotation>{p('@')}</office:annotation>",
    "moveTo": f"<text:note><text:note-body>{p('@')}</text:note-body></text:note>",
    "page": "<text:page-number>@</text:page-number>",
    "merge": "<text:placeholder>&lt;@&gt;</text:placeholder>",
    "break": "@<text:line-break/>",
    "box": f"<draw:frame><draw:text-box>{p('@')}</draw:text-box></draw:frame>",
}
LOOKS = (
    style("bold", looks='fo:font-weight="bold"', family="text")
    + style("strike", looks='style:text-line-through-style="solid"', family="text")
    + style("vanish", looks='text:display="none"', family="text")
    + style("Struck", looks='style:text-line-through-style="solid"')
    + style("H1", display="Heading 1")
    + style("Toc", display="Contents 1")
)


@steady
@given(PARAGRAPHS)
def test_no_word_of_any_opendocument_text_is_lost(paragraphs: Paragraphs) -> None:
    made = [p("Begin.")]
    for number, (runs, name, where) in enumerate(paragraphs):
        one = p(filled(ODT_RUNS, runs, number), name)
        row = f"<table:table-row><table:table-cell>{one}</table:table-cell></table:table-row>"
        table = f"<table:table>{row}</table:table>"
        made.append({"item": items(one), "deep": items(items(one)), "cell": table}.get(where, one))
    for data in (odt("".join(made), styles=LOOKS), flat("".join(made), LOOKS)):
        assert_kept(said(paragraphs), import_script(data, "some-document"))


RTF_RUNS = {
    "": "@",
    "bold": r"{\b @}",
    "strike": r"{\strike @}",
    "vanish": r"{\v @}",
    "ins": r"{\revised @}",
    "del": r"{\deleted @}",
    "moveTo": r"{\footnote @\par}",
    "page": r"{\field{\*\fldinst PAGE}{\fldrslt @}}",
    "merge": r"{\*\atnauthor Anna}{\*\annotation @}",
    "break": r"@\line ",
    "box": r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard @\par}}}",
}


@steady
@given(PARAGRAPHS)
def test_no_word_of_any_rtf_file_is_lost(paragraphs: Paragraphs) -> None:
    numbers = {"H1": 1, "Title": 3, "Subtitle": 4, "Toc": 6}
    ends = {"cell": r"\cell\row ", "next": r"{\deleted\par}"}
    made = []
    for number, (runs, name, where) in enumerate(paragraphs):
        inner = filled(RTF_RUNS, runs, number).replace("“", r"\ldblquote ").replace("”", r"\rdblquote ")
        sign = r"{\listtext 1.\tab}" if where in ("item", "deep") else ""
        in_table = r"\intbl" if where == "cell" else ""
        made.append(rf"{sign}\pard\s{numbers.get(name, 0)}{in_table} {inner}{ends.get(where, chr(92) + 'par ')}")
    data = rtf(rf"Begin.\par {''.join(made)}")
    assert_kept(said(paragraphs), import_script(data, "some-document"))


@pytest.mark.parametrize(
    "data",
    [
        odt(p("Rest " + span("here", "T1") + ".") + items(p("One."), p("Two.")), style("T1", family="text")),
        rtf(r"{\b Rest\par}{\listtext 1.\tab}\pard\s1 here \u8217\'92s \par{\footnote a}\trowd\intbl b\cell\row "),
    ],
    ids=["odt", "rtf"],
)
def test_randomly_damaged_files_are_imported_or_refused_with_a_message(data: bytes) -> None:
    chance = random.Random(11)  # noqa: S311 - no secret
    for _ in range(150):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(ImportingError):
            errors = parse(import_script(bytes(changed), "x").script, "made").errors
            assert [found for found in errors if found.code != BLANK] == []
