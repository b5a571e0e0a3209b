"""OpenDocument texts, made by hand."""

import io
import zipfile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        **{
            prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
            for prefix, name in {
                "office": "office",
                "style": "style",
                "text": "text",
                "table": "table",
                "draw": "drawing",
                "fo": "xsl-fo-compatible",
                "svg": "svg-compatible",
            }.items()
        },
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
_MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(text: str, by_hand: str = "", styles: str = "", master: str = "", manifest: str = "") -> bytes:
    """Return a file.

    Args:
        text: what is in its `office:text`.
        by_hand: its automatic styles.
        styles: its named styles.
        master: what is in its page.
        manifest: what is in the list of its parts.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content("document-content", by_hand, text))
        page = f"<office:master-styles><style:master-page>{master}</style:master-page></office:master-styles>"
        named = f"<office:styles>{styles}</office:styles>{page}"
        archive.writestr("styles.xml", f"<office:document-styles {NAMESPACES}>{named}</office:document-styles>")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return buffer.getvalue()


def flat(text: str, by_hand: str = "") -> bytes:
    """Return a file that is one piece of XML."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n\n' + content("document", by_hand, text).encode()


def content(root: str, by_hand: str, text: str) -> str:
    automatic = f"<office:automatic-styles>{by_hand}</office:automatic-styles>"
    body = f"<office:body><office:text>{text}</office:text></office:body>"
    return f"<office:{root} {NAMESPACES}>{automatic}{body}</office:{root}>"


def p(inner: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def span(inner: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


def style(name: str, parent: str = "", looks: str = "", family: str = "paragraph", display: str = "") -> str:
    """Return a style; `looks` are the attributes of its letters."""
    derived = f' style:parent-style-name="{parent}"' if parent else ""
    shown = f' style:display-name="{display}"' if display else ""
    letters = f"<style:text-properties {looks}/>" if looks else ""
    return f'<style:style style:name="{name}" style:family="{family}"{derived}{shown}>{letters}</style:style>'


def list_style(name: str, *forms: str) -> str:
    """Return the style of a list: for each level the form of its number, empty for a sign."""
    levels = (
        f'<text:list-level-style-{"number" if form else "bullet"} text:level="{level}" style:num-format="{form}"/>'
        for level, form in enumerate(forms, 1)
    )
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(*inner: str, name: str = "", more: str = "") -> str:
    """Return a list; each item is what is in it."""
    named = f' text:style-name="{name}"' if name else ""
    found = (f"<text:list-item>{each}</text:list-item>" for each in inner)
    return f"<text:list{named} {more}>{''.join(found)}</text:list>"
