"""RTF files, made by hand."""

FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}"
    r"{\f3\fcharset128 MS Mincho;}}"
)
STYLES = (
    r"{\stylesheet{\ql \fs24 \snext0 Normal;}{\s1\sbasedon0\outlinelevel0\b\fs32 heading 1,Chapter;}"
    r"{\s2\sbasedon1 Kapitel;}{\s3 Title;}{\s4 Subtitle;}{\s5\outlinelevel1 Mine;}{\s6 toc 1;}"
    r"{\*\cs10 \additive Default;}}"
)


def rtf(text: str, head: str = "") -> bytes:
    tables = rf"{FONTS}{{\colortbl;\red0\green0\blue0;}}{STYLES}{{\info{{\title No title}}{{\author Nobody}}}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{head}{tables}{{\*\generator Word;}}\pard\plain\f0\fs24 {text}}}".encode(
        "latin-1"
    )
