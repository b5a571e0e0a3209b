"""What the groups of an RTF file hold, and what is in force in each."""

from dataclasses import dataclass, field
from enum import Enum, auto


class RtfDestination(Enum):
    """Where the text of a group goes."""

    BODY = auto()
    NOTHING = auto()
    """Nowhere: it is no text."""
    FONTS = auto()
    STYLES = auto()
    FIELD = auto()
    INSTRUCTION = auto()
    RESULT = auto()
    """Of a field."""
    LIST_SIGN = auto()
    FOOTNOTE = auto()
    COMMENT = auto()
    AUTHOR = auto()
    """Of the comment that follows."""
    MARGIN = auto()
    BOX = auto()
    SHAPE = auto()
    """Of which only boxes and properties are read."""
    PROPERTY_NAME = auto()
    PROPERTY_VALUE = auto()
    EITHER = auto()
    """Two forms of the same text, of which the second is read."""
    SECOND = auto()


CAPTURED = frozenset(
    (
        RtfDestination.LIST_SIGN, RtfDestination.FOOTNOTE, RtfDestination.COMMENT, RtfDestination.AUTHOR,
        RtfDestination.MARGIN, RtfDestination.PROPERTY_NAME, RtfDestination.PROPERTY_VALUE, RtfDestination.STYLES,
    )
)  # fmt: skip
"""Their text is gathered until the group ends."""
TRANSPARENT = frozenset((RtfDestination.BODY, RtfDestination.FIELD, RtfDestination.RESULT, RtfDestination.BOX))
"""Their text is text of the document."""
_BY_WORD = {
    RtfDestination.FONTS: "fonttbl",
    RtfDestination.STYLES: "stylesheet",
    RtfDestination.FIELD: "field",
    RtfDestination.INSTRUCTION: "fldinst",
    RtfDestination.RESULT: "fldrslt",
    RtfDestination.LIST_SIGN: "listtext pntext",
    RtfDestination.FOOTNOTE: "footnote",
    RtfDestination.COMMENT: "annotation",
    RtfDestination.AUTHOR: "atnauthor",
    RtfDestination.MARGIN: "header headerl headerr headerf footer footerl footerr footerf",
    RtfDestination.BOX: "shptxt dptxbxtext",
    RtfDestination.SHAPE: "shp shpinst do shpgrp shppict pict picprop",
    RtfDestination.PROPERTY_NAME: "sn",
    RtfDestination.PROPERTY_VALUE: "sv",
    RtfDestination.EITHER: "upr",
    RtfDestination.SECOND: "ud",
    RtfDestination.NOTHING: (
        "aftncn aftnsep aftnsepc atnid atndate atnref atnicn atntime atrfstart atrfend background bkmkstart bkmkend "
        "blipuid buptim colortbl colorschememapping comment company creatim datafield datastore defchp defpap docvar "
        "factoidname falt filetbl ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr ffl formfield "
        "ftncn ftnsep ftnsepc generator info latentstyles listtable listoverridetable mmathPr nonshppict objalias "
        "objclass objdata objname objsect objtime oldcprops oldpprops oldsprops oldtprops passwordhash "
        "nonesttables nesttableprops pn pnseclvl private protusertbl pgptbl rsidtbl revtbl shprslt tc themedata "
        "title txe xe userprops wgrffmtfilter windowcaption xmlnstbl xmlopen xmlclose xmlattrname xmlattrvalue"
    ),
}
_SWITCHES = {
    "b": "bold", "i": "italic", "v": "hidden", "strike": "struck", "striked": "struck", "deleted": "deleted",
    "revised": "inserted",
}  # fmt: skip
"""Words that turn something on, or off with a 0 behind them."""
_NUMBERS = {
    "f": "font", "lang": "language", "uc": "skip", "s": "style", "outlinelevel": "outline", "ilvl": "list_level",
}  # fmt: skip
_LEVELS = 9
"""Of lists; old programs write higher numbers for lists without levels."""
DESTINATIONS = {name: destination for destination, names in _BY_WORD.items() for name in names.split()}
WITHIN_SHAPES = frozenset((RtfDestination.BOX, RtfDestination.PROPERTY_NAME, RtfDestination.PROPERTY_VALUE))


@dataclass(slots=True)
class RtfGroup:
    """What is in force within a group; a group within it begins with a copy."""

    destination: RtfDestination = RtfDestination.BODY
    opens: bool = False
    """Whether the destination is this group's own, rather than that of the group around it."""
    around: RtfDestination = RtfDestination.BODY
    """The destination of the group around one of `EITHER` or `SHAPE`."""
    captured: list[str] = field(default_factory=list)
    bold: bool = False
    italic: bool = False
    size: float = 12.0
    """Points."""
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    inserted: bool = False
    font: int = 0
    usual_font: int = 0
    language: int = 0
    """Windows' number of it."""
    skip: int = 1
    """Characters behind one in Unicode that stand in for it, for old programs."""
    style: int = 0
    outline: int = 9
    """From 0; 9 is the text's."""
    list_level: int = 0
    in_table: bool = False

    def take_word(self, word: str, number: int | None) -> None:
        """Take in a control word about letters or paragraphs; others are none of the group's."""
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], number != 0)
        elif word in _NUMBERS:
            setattr(self, _NUMBERS[word], max(number or 0, 0))
            self.list_level *= self.list_level < _LEVELS
        elif word == "fs":
            self.size = (number or 24) / 2
        elif word == "intbl":
            self.in_table = True
        elif word == "plain":
            self.bold = self.italic = self.hidden = self.struck = self.deleted = self.inserted = False
            self.size, self.font = 12.0, self.usual_font
        elif word == "pard":
            self.usual_paragraph()

    def usual_paragraph(self) -> None:
        """Give paragraphs their usual properties."""
        self.style, self.outline, self.list_level, self.in_table = 0, 9, 0, False
