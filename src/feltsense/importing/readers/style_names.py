"""What paragraphs are by the names of their styles, in the languages that word processors are used in."""

from collections.abc import Iterable
from enum import StrEnum

from feltsense.script.lazy_pattern import LazyPattern


class StyleRole(StrEnum):
    """What a style is for."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    LIST = "list"
    NUMBERED = "numbered"
    """Of a list with numbers."""
    CONTENTS = "contents"
    """A table of contents, of pictures, or an index."""
    MARGIN = "margin"
    """What stands above or below every page."""
    ASIDE = "aside"
    """About the text, or for whoever reads it out: authors, dates, captions, sources, stage directions."""


_HEADINGS = LazyPattern(
    r"(?:heading|überschrift|berschrift|titre|título|ttulo|titulo|titolo|titlu|kop|rubrik|overskrift|otsikko|nagłówek|"
    r"nagwek|nadpis|címsor|cmsor|naslov|başlık|balk|заголовок|επικεφαλίδα|标题|標題|見出し|제목|header)"
    r"(?P<level>\d)(?!\d)"
)
"""Without spaces; Word leaves letters out of the ids of styles that are not in the English alphabet."""
_NAMES = {
    StyleRole.HEADING: (
        "heading|überschrift|kop|overskrift|nadpis|section heading|section title|subheading|sub heading|subhead|"
        "chapter|chapter heading|chapter title|main heading|zwischenüberschrift|intertitre|kapitelüberschrift"
    ),
    StyleRole.TITLE: (
        "title|titel|titre|titolo|título|ttulo|titulo|tytuł|tittel|rubrik|otsikko|název|cím|titlu|konu başlığı|"
        "название|заголовок|τίτλος|标题|標題|表題|제목|heading 0|document title|doc title|book title page"
    ),
    StyleRole.SUBTITLE: (
        "subtitle|untertitel|sous-titre|sottotitolo|subtítulo|subttulo|subtitulo|ondertitel|undertitel|underrubrik|undertittel|"
        "podtytuł|podtitul|alaotsikko|alcím|subtitlu|подзаголовок|altyazı|副标题|副標題|副題|부제|document subtitle"
    ),
    StyleRole.CONTENTS: (
        "toc|toc heading|contents heading|index heading|table of contents|table of figures|table of authorities|"
        "contents|index|table index|illustration index|user index|bibliography heading|inhaltsverzeichnis|"
        "inhaltsverzeichnisüberschrift|verzeichnis|abbildungsverzeichnis|tm|en-tête de table des matières|"
        "titre tdm|titre table des matières|table des matières|tdc|título tdc|titulo de tdc|encabezado del índice|"
        "título de toc|sommario|titolo sommario|indice|índice|sumário|cabeçalho do sumário|inhopg|"
        "kopvan inhoudsopgave|kop van inhoudsopgave|innehåll|innehållsförteckningsrubrik|indholdsfortegnelse|"
        "inh|inn|innholdsfortegnelse|sisluet|spis treści|nagłówek spisu treści|obsah|nadpis obsahu|tj|оглавление|"
        "заголовок оглавления|目录|目錄|目次|목차"
    ),
    StyleRole.MARGIN: (
        "header|footer|header left|header right|footer left|footer right|header and footer|page number|kopfzeile|"
        "fußzeile|seitenzahl|en-tête|pied de page|encabezado|pie de página|intestazione|piè di pagina|koptekst|"
        "voettekst|cabeçalho|rodapé|sidhuvud|sidfot|nagłówek|stopka"
    ),
    StyleRole.ASIDE: (
        "author|authors|date|affiliation|byline|caption|table caption|image caption|figurecaption|tablecaption|"
        "captioned figure|illustration|"
        "figure|drawing|beschriftung|légende|leyenda|descripción|didascalia|legenda|bijschrift|bildtext|beskrivning|"
        "bibliography|bibliography 1|references|literaturverzeichnis|bibliographie|bibliografía|bibliografia|"
        "footnote|footnote text|endnote|endnote text|annotation text|comment text|copyright|"
        "stage direction|stage directions|direction|directions|instruction|instructions|instruction to therapist|"
        "regieanweisung|therapist note|therapist notes|therapist's note|facilitator note|facilitator notes|"
        "teacher note|teacher notes|teacher's note|director's note|parenthetical|didascalie|acotación"
    ),
    StyleRole.NUMBERED: "list number|numbering|listennummer|liste à numéros|lista con números|elenco con numeri",
    StyleRole.LIST: (
        "list bullet|list|aufzählungszeichen|liste à puces|lista con viñetas|elenco puntato|lijstopsomteken|"
        "punktlista|bullet list|bulleted list|bullets|bullet|list contents"
    ),
}
_SPACES = LazyPattern(r"_20_|[\s_-]+")
_NUMBER = LazyPattern(r"\d{1,2}$")


def _plain(name: str) -> str:
    """Return a style's name as it is looked up; its id has no spaces where its name has some."""
    return _SPACES.sub("", name.lower())


_ROLES = {_plain(name): role for role, names in _NAMES.items() for name in names.split("|")}
_INDENT_ONLY = frozenset(
    map(_plain, ("list paragraph", "listenabsatz", "paragraphe de liste", "párrafo de lista", "list continue"))
)
_LEVEL = 2
"""Of headings whose name says none."""
_OWN = (StyleRole.MARGIN, StyleRole.CONTENTS)
"""Styles that are derived from these may be for anything."""


def style_role(names: Iterable[str]) -> tuple[StyleRole, int]:
    """Return what a style is for, and the level of a heading's; 0 of any other's.

    Args:
        names: its own name, then those of the styles that it is derived from.
    """
    for number, name in enumerate(names):
        plain = _plain(name)
        heading = _HEADINGS.match(plain)
        if heading:
            level = int(heading["level"])
            return (StyleRole.HEADING, level) if level else (StyleRole.TITLE, 0)
        if plain in _INDENT_ONLY:
            return StyleRole.BODY, 0
        role = _ROLES.get(plain) or _ROLES.get(_NUMBER.sub("", plain))
        if role and not (number and role in _OWN):
            return role, _LEVEL if role is StyleRole.HEADING else 0
    return StyleRole.BODY, 0
