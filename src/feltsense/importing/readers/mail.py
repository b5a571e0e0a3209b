"""A script that was pasted from a mail: its quoted lines are the words, its headers and its signature are not."""

import re
from dataclasses import dataclass

from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_QUOTED = LazyPattern(r"[ \t]*>(?:[ \t]?>)*[ \t]?")
_HEADER = LazyPattern(
    r"[*_ \t>]*(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|betreff|datum|de|para|enviado|asunto|fecha|"
    r"objet|envoyé|à|da|a|oggetto|data|inviato|assunto|aan|verzonden|"
    r"onderwerp|content-[a-z-]{2,20}|mime-version|message-id|return-path|received|list-[a-z-]{2,20}|"
    r"x-[\w-]{2,30})[*_]{0,2}:[*_]{0,2}[ \t]+\S[^\n]*",
    re.IGNORECASE,
)
_SURE_HEADER = LazyPattern(
    r"[*_ \t>]*(?:subject|betreff|asunto|objet|oggetto|assunto|onderwerp|reply-to|sent|gesendet|envoyé|"
    r"inviato|verzonden)[*_]{0,2}:",
    re.IGNORECASE,
)
_WROTE = LazyPattern(
    r"[ \t>]*(?:on|am|el|le|il|em|op)\b[^\n]{4,160}\b(?:wrote|schrieb|escribió|a écrit|ha scritto|escreveu|schreef)\b"
    r"[^\n]{0,60}:?[ \t]*",
    re.IGNORECASE,
)
_DIVIDER = LazyPattern(
    r"[ \t>]*(?:-{2,}[ \t]*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|"
    r"mensaje original|mensaje reenviado|message d'origine|message transféré|messaggio originale|mensagem original|"
    r"oorspronkelijk bericht)[ \t]*-{2,}|begin forwarded message:)[ \t]*",
    re.IGNORECASE,
    needs="--|begin",
)
_SENT_FROM = LazyPattern(
    r"[ \t>]*(?:sent from my [^\n]{2,40}|get outlook for [^\n]{2,20}|von meinem [^\n]{2,30} gesendet|enviado desde mi "
    r"[^\n]{2,30}|envoyé de mon [^\n]{2,30}|inviato da [^\n]{2,30}|verzonden vanaf mijn [^\n]{2,30})[ \t]*",
    re.IGNORECASE,
)
_GREETING = LazyPattern(
    r"(?:hi|hello|hey|dear|hallo|hola|bonjour|ciao|olá|liebe[rs]?)\b[^\n,!:–—]{0,40}[,!–—-]\s*(?:(?:here(?:'s|’s| is)|"
    r"below is|attached is|hier (?:ist|kommt)|aquí (?:está|va)|voici|ecco)\b[^\n]{0,80}[:.!])",
    re.IGNORECASE,
)
_SALUTATION = LazyPattern(
    r"(?:hi|hello|hey|dear|good (?:morning|evening)|hallo|guten (?:tag|morgen|abend)|hola|buenos días|bonjour|ciao|"
    r"buongiorno|olá|bom dia|liebe[rs]?|beste|querid[oa]s?|chère?s?|car[oiae])\b"
    r"(?![^\n]*\b(?:welcome|willkommen|bienvenid\w*|bienvenue|benvenut\w*|bem-vind\w*|welkom)\b)[^\n.!?]{0,60}[,!:–—-]",
    re.IGNORECASE,
)
"""How a letter begins that has a closing or headers too; who is welcome is a listener."""
_SENDS = LazyPattern(
    r"(?:as (?:promised|discussed|agreed|requested|we said)|(?:(?:here|this) (?:is|are)|here['’]s)\b"
    r"(?=[^\n]*\b(?:scripts?|texts?|drafts?|versions?|transcripts?|recordings?|meditations?|exercises?|what we|"
    r"ones? (?:i|we|you))\b)|"
    r"(?:below|attached)\b|please find|"
    r"i(?:'m| am|'ve| have)? (?:attach|send|past|put|copi)\w*|wie (?:versprochen|besprochen|vereinbart)|anbei|"
    r"(?:hier|unten) (?:ist|kommt|findest|finden)|aquí (?:está|va|tienes)|te envío|adjunto|voici|ci-joint|comme "
    r"(?:promis|convenu)|ecco|come promesso|segue|aqui (?:está|vai)|como (?:prometido|combinado)|hierbij|zoals beloofd)"
    r"[^\n]{0,200}",
    re.IGNORECASE,
)
_CLOSING = LazyPattern(
    r"(?:(?:best|kind|kindest|warm|warmest|with best|with kind) (?:wishes|regards)|all the best|many thanks|"
    r"regards|sincerely(?: yours)?|yours (?:sincerely|truly)|cheers|(?:viele|liebe|herzliche|beste) grüße|"
    r"mit (?:freundlichen|besten|herzlichen) grüßen|saludos(?: cordiales)?|un saludo|cordialement|bien à vous|"
    r"cordiali saluti|met vriendelijke groet(?:en)?)[,.!]?",
    re.IGNORECASE,
)
_PERHAPS_CLOSING = LazyPattern(
    r"(?:(?:with|much|lots of) (?:love|warmth|gratitude)|warmly),?|(?:best|kind|kindest|warm|warmest|love|"
    r"take (?:good )?care|thanks|thank you),",
    re.IGNORECASE,
)
"""The same in what shows otherwise that it is a letter; elsewhere they may be the last words of a practice."""
_MOST_BELOW_CLOSING = 3
_SIGNATURE = LazyPattern(r"[ \t>]*--[ \t]*")
_MOST_IN_SIGNATURE = 8
_FEWEST_HEADERS = 2
_FEWEST_WORDS = 20
"""Quoted ones, where others stand around them."""
_QUOTED_MORE = 2
"""So many times more words are quoted than not where the quoted ones are the script."""


@dataclass(frozen=True, slots=True)
class _MailLines:
    """The lines of a text, and which of them only belong to a mail."""

    lines: list[str]
    left_out: frozenset[int]


def without_mail(text: str, changes: list[ImportChange]) -> str:
    """Return `text` without the headers and the signature of a mail, quoted lines as the words that they are.

    What stands around them becomes a note. There are as many lines as before.

    Args:
        text: line ends unified.
        changes: where it is reported.
    """
    mail = _mail_lines(text.split("\n"))
    quoted = _is_quoted_script(mail)
    if not mail.left_out and not quoted:
        return text
    changes += [
        ImportChange(1 + number, ChangeKind.LEFT_OUT, mail.lines[number].strip(), "a line of a mail")
        for number in sorted(mail.left_out)
        if has_words(mail.lines[number])
    ]
    if quoted:
        place = next(number for number, line in enumerate(mail.lines) if _QUOTED.match(line))
        changes.append(ImportChange(1 + place, ChangeKind.MOVED, ">", "quoted lines, read as the words"))
    return "\n".join(
        "" if number in mail.left_out else _unquoted(line) if quoted else line for number, line in enumerate(mail.lines)
    )


def _unquoted(line: str) -> str:
    quote = _QUOTED.match(line)
    if quote:
        return line[quote.end() :]
    return f"> {line.strip()}" if has_words(line) else ""


def _mail_lines(lines: list[str]) -> _MailLines:
    headers = {number for number, line in enumerate(lines) if _HEADER.fullmatch(line)}
    runs = [number for number in headers if number - 1 in headers or number + 1 in headers]
    sure = any(_SURE_HEADER.match(lines[number]) for number in runs)
    found = set(runs) if sure and len(runs) >= _FEWEST_HEADERS else set()
    for number, line in enumerate(lines):
        if _WROTE.fullmatch(line) or _DIVIDER.fullmatch(line) or _SENT_FROM.fullmatch(line):
            found.add(number)
    found |= _signature(lines)
    return _MailLines(lines, frozenset(found | _letter(lines, [n for n in range(len(lines)) if n not in found])))


def _letter(lines: list[str], kept: list[int]) -> set[int]:
    """Return the greeting of a letter with the script, and its closing with the names below.

    Args:
        lines: all of them.
        kept: which of them are no headers and no signature.
    """
    filled = [number for number in kept if has_words(lines[number])]
    opening = lines[filled[0]].strip() if filled else ""
    mailed, saluted = len(kept) < len(lines), _SALUTATION.fullmatch(opening) is not None
    closing = _closing(lines, filled[-_MOST_BELOW_CLOSING - 1 :], letter=mailed or saluted)
    first = filled[:1] if _GREETING.fullmatch(opening) else []
    if saluted and (closing or mailed):
        second = lines[filled[1]].strip() if len(filled) > 1 else ""
        first = filled[: 2 if _SENDS.match(second) else 1]
    return {*first, *closing}


def _closing(lines: list[str], last: list[int], *, letter: bool) -> list[int]:
    """Return the lines of a closing among the last ones, with the names below it.

    Args:
        lines: all of them.
        last: which may be of a closing.
        letter: whether something else shows that it is a letter.
    """
    for at, number in enumerate(last):
        names = [lines[below].strip() for below in last[at + 1 :]]
        named = all(len(name) <= 40 and name[:1].isupper() and name[-1:] not in ".,!?…" for name in names)
        said = lines[number].strip()
        if names and named and (_CLOSING.fullmatch(said) or (letter and _PERHAPS_CLOSING.fullmatch(said))):
            return last[at:]
    return []


def _signature(lines: list[str]) -> set[int]:
    """Return the lines from `--` on where few short ones follow it."""
    for number in range(len(lines) - 1, max(-1, len(lines) - 30), -1):
        if _SIGNATURE.fullmatch(lines[number]):
            below = [line.strip() for line in lines[number + 1 :] if has_words(line)]
            short = all(len(line) <= 60 and not line.endswith((".", "!", "?")) and "[" not in line for line in below)
            return set(range(number, len(lines))) if 0 < len(below) <= _MOST_IN_SIGNATURE and short else set()
    return set()


def _is_quoted_script(mail: _MailLines) -> bool:
    """Tell whether the words of a mail are its quoted lines: all in one piece, and most of what is there."""
    kept = [(number, line) for number, line in enumerate(mail.lines) if number not in mail.left_out and has_words(line)]
    quoted = [number for number, line in kept if _QUOTED.match(line)]
    if not quoted:
        return False
    between = any(quoted[0] < number < quoted[-1] for number, line in kept if not _QUOTED.match(line))
    outside = sum(len(line.split()) for _, line in kept if not _QUOTED.match(line))
    inside = sum(len(line.split()) for _, line in kept if _QUOTED.match(line))
    marked = any(line.lstrip().startswith(("#", "[")) for _, line in kept if not _QUOTED.match(line))
    more = inside >= max(_FEWEST_WORDS, _QUOTED_MORE * outside) and bool(mail.left_out)
    return not between and not marked and (not outside or more)
