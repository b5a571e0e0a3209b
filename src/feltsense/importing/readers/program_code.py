"""Program code with a practice in it: it is refused, as nothing in it tells which of its words are to be heard."""

import re

from feltsense.errors import ImportingError
from feltsense.script.lazy_pattern import LazyPattern

_COMMENTS = LazyPattern(r"(?:\s+|#!/[^\n]*|//[^\n]*|/\*.{0,4000}?\*/|\"\"\".{0,4000}?\"\"\")*", re.DOTALL)
_DECLARATION = (
    r"(?:(?:export[ ]+)?(?:default[ ]+)?(?:(?:const|let|var)[ ]+[\w$]{1,60}(?:[ ]?:[^=\n]{1,60})?[ ]?=[ ]?\S"
    r"|(?:async[ ]+)?function\b[^\n(]{0,60}\(|(?:interface|enum|(?:abstract[ ]+)?class)[ ]+[A-Z]\w*[^\n.!?]{0,80}\{"
    r"|type[ ]+[A-Z]\w*[ ]*=)"
    r"|(?:def[ ]+\w+\([^\n]{0,200}|class[ ]+[A-Z]\w*(?:\([^\n]{0,100}\))?):[ ]*$"
    r"|import[ ]+(?:[^\n\"']{1,120}[ ]from[ ]+)?[\"'][^\"'\n]{1,200}[\"'];?[ ]*$"
    r"|from[ ]+[\w.]+[ ]+import[ ]+[\w*(]|import[ ]+[a-z_][\w.]*(?:[ ]+as[ ]+\w+)?;?[ ]*$"
    r"|package[ ]+[a-z]\w*(?:\.\w+)*;?[ ]*$|[\"']use (?:strict|client|server)[\"'];?[ ]*$|<\?php\b)"
)
_FIRST = LazyPattern(_DECLARATION, re.MULTILINE)
_MORE = LazyPattern(rf"^[ \t]*(?:{_DECLARATION}|[^\n]{{0,300}}[{{(\[;`][ \t]*$|[^\n]{{0,200}}\):[ \t]*$)", re.MULTILINE)
"""Another declaration, or a line that ends as no line of words does."""
_SURE = ("export", "const", "<?php", "from", '"use', "'use")
"""How declarations begin that are no words of a script, whatever follows."""

_BEGINNINGS = (
    *_SURE, "import", "let ", "var ", "function", "async ", "interface ", "enum ", "class ", "abstract ", "default ",
    "type ", "def ", "package ", "//", "/*", "#!", '"""',
)  # fmt: skip
"""How such texts begin; looked at first, as the patterns take their time."""
_LONGEST_BEGINNING = 12


def refuse_program(text: str) -> None:
    """Refuse a text that is the source of a program: it begins with a declaration, and there is more of its kind.

    Raises:
        ImportingError: it is one.
    """
    if not text.lstrip()[:_LONGEST_BEGINNING].startswith(_BEGINNINGS):
        return
    comments = _COMMENTS.match(text)
    first = _FIRST.match(text, comments.end() if comments else 0)
    line = text.find("\n", first.start()) if first else -1
    if first and (first[0].startswith(_SURE) or _MORE.search(text, line + 1 or len(text))):
        raise ImportingError(
            "This is the source of a program, and what is to be heard cannot be told from the rest.",
            "Copy the words that are to be heard into a text file, and import that.",
        )
