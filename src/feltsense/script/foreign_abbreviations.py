"""Points inside sentences of German, Spanish, French, Italian, Portuguese and Dutch: z. B., Sra., 1. Schritt, ecc.

Nobody knows yet which language a text is in, so nothing here is a word of English with another meaning.
"""

from feltsense.script.lazy_pattern import LazyPattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for pair in text.split() for first, _, second in [pair.partition("+")])


_TITLES = _words(
    "Hr Hrn Fr Frl Hl Dipl Sra Srta Sres Sras Dra Dres Drs Profa Lic Avda MM Mme Mmes Mlle Mgr Pr Dre Dott Sig Sigg "
    "Avv Ing Geom Prof Srs Sto Sta Dhr Mevr Mw Ir Av"
)
"""Never last where they have their capital."""
_NEVER_LAST = _words(
    "bzw evtl ggf ggfs inkl exkl vgl sog bspw insb bzgl entspr dott sig sigg dhr mevr mw drs bijv bv evt excl "
    "zgn env dwz u.a z.b d.h v.a z.t i.d.r m.e u.u p.ej p.ex par.ex d.w.z m.a.w i.p.v o.a m.b.t t.o.v i.v.m n.a.v "
    "d.m.v m.n c.-à-d"
)
_BEFORE_NUMBERS = _words("nr nrs n núm num pág págs pag pagg blz hfst kap abb chap tél réf máx mín tfno afb")
"""Not last before a number."""
_PERHAPS_LAST = _words(
    "usw uvm usf aprox u.v.m u.ä o.ä s.o s.u ff ecc enz enzov seg segs sek std stdn ud uds vd vds e.d e.a o.i.d a.u.b "
    "s.v.p z.s.m j.-c ee.uu a.c d.c tlf jh u.a.m"
)
"""A capital letter behind them tells; of German behind a number see `_MEASURED`."""
_TOGETHER = _pairs(
    "u+a z+b z+t z+zt d+h v+a i+d d+r m+e u+u p+ej p+ex p+es p+e par+ex ad+es per+es por+ej av+j apr+j c+à d+w w+z m+a "
    "a+w i+p t+o o+v m+b b+t i+s s+v"
)
"""Two parts of an abbreviation that is never last, the second with or without a part before it."""
_TOGETHER_PERHAPS = _pairs("u+v v+m u+ä o+ä s+o s+u ee+uu a+c d+c a+m p+m n+chr v+chr e+d e+a s+p e+v r+u q+b")
"""Two parts of one that may be last."""

_ORDINAL = LazyPattern(r"\d{1,2}")
_DETERMINERS = _words(
    "im vom zum zur beim der dem des den das jede jeder jedem jeden jedes diese dieser diesem diesen einem einer ihrem "
    "ihren deinem deinen deiner deine meine meinem meinen meiner unsere seinem"
)
"""Before a German ordinal; none is a word of English that stands before a number."""
_MORE_DETERMINERS = _words("am ab bis seit montag dienstag mittwoch donnerstag freitag samstag sonntag und oder")
"""The same, but only before the names below."""
ORDINAL_NOUNS = _words(
    "Januar Februar März Mai Juni Juli Oktober Dezember Schritt Schritte Atemzug Atemzüge Durchgang Übung Runde Woche "
    "Minute Stunde Stufe Kapitel Tag Abend Stock Abschnitt Teil Punkt Mal Jahr Jahrhundert Jh Lebensjahr Finger Wirbel "
    "Sitzung Einheit Klasse Etage Satz Advent Impuls Einladung"
)
"""German names behind an ordinal: “1. Schritt”."""
_MONTHS_OF_ENGLISH_TOO = _words("April August September November")
_STARTERS = _words(
    "Dann Danach Jetzt Nun Und Atme Spüre Lass Du Sie Wir Ich Es Wenn Halte Beginne Bleib Bleibe Komm Nimm Leg Öffne "
    "Der Die Das Ein Eine"
)
"""How sentences begin behind a number that ends one: “bis zum 10. Dann ruhe”."""
_MEASURED = _words("Min Sek Std Stdn")
_NOUNS_OF_TIME = _words(
    "Pause Stille Ruhe Atmen Übung Meditation Gehen Sitzen Liegen Musik Zeit Nachspüren Bewegung Schweigen Entspannung"
)
"""German nouns with a capital behind “5 Min.”, of the same sentence."""


def closes_foreign_sentence(word: str, previous: str, after: str, following: str) -> bool | None:
    """Tell whether a point behind `word` ends the sentence; None where these languages know nothing of it.

    Args:
        word: what stands before the point.
        previous: the word before it with its signs, empty for none.
        after: the next letter or sign, a capital one where a sign that opens a sentence stands before it.
        following: the next word, empty where it is none.
    """
    lowered = word.lower()
    before = previous.lower().strip(".,„“»«‹›(\"'¿¡")
    so_far, ahead = (before, lowered), (lowered, following.lower())
    if lowered in _NEVER_LAST or word in _TITLES or so_far in _TOGETHER or ahead in _TOGETHER | _TOGETHER_PERHAPS:
        closes: bool | None = False
    elif (word in _MEASURED and following in _NOUNS_OF_TIME) or _is_ordinal(word, before, following):
        closes = False
    elif so_far in _TOGETHER_PERHAPS or lowered in _PERHAPS_LAST:
        closes = after.isupper()
    else:
        before_number = lowered in _BEFORE_NUMBERS and word != "N"  # which is an initial
        closes = not after.isdigit() if before_number else None
    return closes


def _is_ordinal(word: str, before: str, following: str) -> bool:
    """Tell whether a number with a point is a German ordinal, by the words around it."""
    if not _ORDINAL.fullmatch(word):
        return False
    if following in ("und", "oder", "bis") or following in ORDINAL_NOUNS:
        return True
    if before in _DETERMINERS:
        return following not in _STARTERS and following != ""
    return before in _MORE_DETERMINERS and following in _MONTHS_OF_ENGLISH_TOO
