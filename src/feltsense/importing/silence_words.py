"""Silences as people write them in words: “a minute of silence”, “three breaths”, “stay here for 30 seconds”.

A short aside is a silence when it names a length or a pause and all its other words are of the few that go with them
(`_ALONG`), in any order. A new word that people use is one more word in a set. Lengths themselves are read by the
script language's own parser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from feltsense.script.durations import DURATION, NUMBER, number_of, written
from feltsense.script.foreign_words import FOREIGN_LANGUAGES, in_english, knows_words
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.suggestions import TIME_OF_DAY
from feltsense.script.variants import canonical

BREATH_S = 5
"""Seconds that one breath takes at rest, about."""


@dataclass(frozen=True, slots=True)
class WrittenSilence:
    """What an aside in words asks for."""

    cue: str
    """The cue's text without brackets."""
    told: str = ""
    """How its length was understood, where it is not written as a time."""
    named: bool = True
    """Whether it says that it is a pause; else there is only a length: “(10 seconds)”."""
    timed: bool = True
    """Whether it says how long."""
    listener: bool = False
    """Whether it could be said to a listener as well: “rest here for a minute”."""
    words: tuple[str, ...] = ()
    """English ones beside the length."""

    @property
    def holds_breath(self) -> bool:
        """Whether the breath is held for so long."""
        return "retain" in self.words

    @property
    def is_noun(self) -> bool:
        """Whether it is only called a silence: “a minute of silence”, where “leave a minute of silence” asks for it."""
        return bool(_NAMES & set(self.words)) and not self.asks

    @property
    def asks(self) -> bool:
        """Whether it asks somebody to do something."""
        return bool(((_ASKS | _GIVES) - {"pause"}) & set(self.words))


_LONGEST = 110
_NAMES = frozenset("pause pauses pausing silence silent stillness wait waits waiting beat quiet break".split())  # noqa: SIM905 - a list of words reads best as words
_ASKS = frozenset(
    "rest resting hold holding retain stay staying sit sitting remain linger be breathe "  # noqa: SIM905 - as above
    "settle take relax".split()
)
"""What a listener may be asked for as well."""
_GIVES = frozenset("allow allowing give leave leaving let time space wait pause count".split())  # noqa: SIM905 - as above
_SIZES = frozenset("short brief quick tiny little small long longer extended lengthy generous medium very".split())  # noqa: SIM905 - as above
_ABOUT = frozenset(("about", "around", "approximately", "approx", "roughly", "circa", "ca", "maybe", "perhaps", "~"))
_AT_LEAST = frozenset(("minimum", "maximum", "least", "most"))
_ALONG = (
    _NAMES
    | _ASKS
    | _GIVES
    | _SIZES
    | _ABOUT
    | _AT_LEAST
    | frozenset(
        "a an the of for in here now then and please just let us it this that these them everyone everybody group "  # noqa: SIM905 - as above
        "client clients participant participants listener listeners people with more another some total full whole "
        "complete before after between at to end start next we continue continuing moving on going go again pass by "
        "each while position posture place moment as is same reflection practice contemplation integration only "
        "meditation simply quietly silently gently soft deep natural noticing feel feeling sense breathing or so up "
        "sec seconds "
        "longer slow effect emphasis bit".split()
    )
)
_TIME_GIVEN = LazyPattern(
    r"(?:please |and )*(?:allow|give|leave|take)(?: (?:them|everyone|the (?:group|client|clients)|some|plenty of|"
    r"a little|"
    r"enough|more|people|participants))* (?:time|space)(?: (?:here|now|for (?:this|that|it|reflection|integration)))*"
    r"|(?:allow|give|leave) of time|(?:some |enough )?time (?:allow|give|leave|of)"  # as other languages put it
    r"|(?:and )?let (?:this|that|it|them) (?:all )?(?:settle|sink in|land|be felt|integrate)(?: in)?"
    r"|(?:leave|allow) (?:an? )?(?:long|longer|big) gap(?: here| now)?"
)
_QUICK = LazyPattern(
    r"\d|\b(?:(?:atem|sprech)?pau[sz]|sil[eê]n|stil|wait|beat|quiet|second|minu|moment|breath|time|count|hold|stay|rest"
    r"|sit|schweig|ruhe|nachsp|innehalt|sekund|segund|minut|atemz|respir|souffl|adem|wacht|break|gap|settle|sink in"
    r"|land|esper|attend|aspett|aguard|allow|half|stund|hora|heure|mezz|uur|zeit|tiempo|temps?\b|tempo|tijd|tellen)"
)
_ENGLISH = LazyPattern(r"\b(?:the|and|your?|they|them|with|for|from|this|that|let|feel|notice)\b")
"""Words that no silence of another language has."""
_HELD_BREATH = LazyPattern(
    r"\b(?:hold|retain)(?: (?:your|the|their|of|in))* breaths?\b|(?<!\d )\bbreaths?(?: of)* (?:hold|retain)\b"
)
_NO_SILENCE = LazyPattern(rf"\bat a time\b|^in (?:about )?{DURATION}$", needs=r"\bat a time\b|^in ")
"""A way of doing, or when something comes: “one breath at a time”, “in 5 minutes”."""
_LETTERS_APART = LazyPattern(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)|(?<!\S)[pP](?:[-–·.][a-zA-Z]){4}(?!\w)")
_NO_LETTER = LazyPattern(r"\W+")
_MARKS = LazyPattern(
    r"(?<![\d])[.:](?=\s|$)|(?<=\d)\.(?=\s|$)|[\"'“”„‘’!?;,()\[\]<>*_=|{}…→]|(?<!\S)[-–—/]+(?!\S)|(?<=[a-z]):"
)
_SPACED_HYPHEN = LazyPattern(r"(?<=[^\W\d_])[-–—](?=\w)|(?<=\d)[-–—](?=[^\W\d_])|(?<=[^\W\d_])[-–—](?=\s|$)")
_SPACED_RANGE = LazyPattern(r"(?<=\d) [-–—] (?=\d)")
_TICKS = LazyPattern(r"(?<![\d.])(\d{1,3})(?:\"|''|″)(?!\w)")
_BREATHS = LazyPattern(
    rf"(?P<low>{NUMBER}|an?|few|several|couple(?: of)?|some)(?:(?:-|–| to | or | )(?P<high>{NUMBER}))?"
    r"(?: (?:full|slow|deep|quiet|long|natural|more|complete|easy|gentle|normal|calm)){0,2} "
    r"(?:breath cycles?|breathing cycles?|cycles of (?:the )?breath|breaths?|rounds of breath(?:ing)?)\b",
    needs="breath",
)
_COUNT = LazyPattern(
    rf"(?:(?:slow )?count (?:slowly |silently |quietly )*(?:of |up )?(?:to )?(?P<to>{NUMBER})"
    rf"|(?P<beats>{NUMBER}) (?:slow )?(?:counts?|beats))\b",
    needs="count|beat",
)
_TO = r"(?: ?[-–—] ?| ?to ?| or )"
_SPAN = LazyPattern(
    rf"(?<![\w.,])(?:between )?(?:(?:{NUMBER}|{DURATION})(?:{_TO}| and ))?(?<![\d.]){DURATION}(?: or so)?(?![\w.]\w|\w)"
)
_VAGUE = LazyPattern(
    r"\b(?:an? )?(?:(?:few|several|couple(?: of)?|some) (?:second|moment|minute)s|(?:second|moment|"
    r"minute) or (?:two|so))\b"
)
_UNIT = LazyPattern(
    r"(?:[a-z]|(?<=\d))(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|ms|msecs?)\b|\d:\d\d|\b(?:second|minute|"
    r"moment|hour|sec|min|s|m|ms)s?\b"
)
_FEW = {"few": 3, "several": 4, "couple": 2, "couple of": 2, "some": 3, "a": 1, "an": 1}


def written_silence(text: str, language: str = "") -> WrittenSilence | None:
    """Return the silence that an aside asks for; None when it is no silence, or says more than that.

    Args:
        text: what stands in its brackets or between its marks.
        language: of the document, where it is known; its words are looked at first, behind English ones.
    """
    if len(text) > _LONGEST:
        return None
    lowered = joined_letters(text).lower().strip(".…! ")
    if not _QUICK.search(lowered) or _NO_SILENCE.search(lowered):
        return None
    found = _in_english(lowered)
    if found is not None or _ENGLISH.search(lowered):
        return found
    languages = sorted(FOREIGN_LANGUAGES, key=lambda each: each != language[:2])
    known = (each for each in languages if knows_words(lowered, each))
    return next(filter(None, (_in_english(in_english(lowered, each)) for each in known)), None)


def joined_letters(text: str) -> str:
    """Return `text` with single spaces, and words whose letters stand apart in one: P A U S E."""
    return " ".join(_LETTERS_APART.sub(lambda match: _NO_LETTER.sub("", match[0]), text).split())


def partly_silence(text: str) -> WrittenSilence | None:
    """Return the one silence that an aside names among other words: “pause 10 seconds while they settle”."""
    lowered = _plain(text.lower())
    if not re.search(r"\b(?:pause|silence|wait)\b", lowered) or len(lowered) > 4 * _LONGEST:
        return None
    lengths = list(_lengths(lowered))
    return lengths[0][2] if len(lengths) == 1 else None


def named_lengths(text: str) -> tuple[str, ...]:
    """Return the silences (their cues without brackets) of the lengths that an aside names among any other words."""
    lowered = joined_letters(text[: 4 * _LONGEST]).lower()
    if TIME_OF_DAY.search(lowered) or (not re.search(r"\d", lowered) and not _QUICK.search(lowered)):
        return ()
    read = (lowered, *(in_english(lowered, each) for each in FOREIGN_LANGUAGES))
    found = (tuple(dict.fromkeys(each.cue for _, _, each in _lengths(_plain(one)))) for one in read)
    return next(filter(None, found), ())


def _in_english(lowered: str) -> WrittenSilence | None:
    """Return the silence that English words ask for."""
    plain = _plain(lowered)
    if "hold" in plain or "retain" in plain:
        plain = _HELD_BREATH.sub("retain", plain)
    if _TIME_GIVEN.fullmatch(plain):
        return WrittenSilence("long pause", "no length was written", timed=False, words=tuple(plain.split()))
    lengths = list(_lengths(plain))
    if len(lengths) > 1:
        return None
    rest = plain
    if lengths:
        start, end, _ = lengths[0]
        rest = f"{plain[:start]} {plain[end:]}"
    words = rest.replace("~", " ~ ").split()
    if not all(word in _ALONG for word in words):
        return None
    named = any(word in _NAMES for word in words)
    if lengths:
        found = lengths[0][2]
        listener = any(word in _ASKS for word in words) or found.listener
        return WrittenSilence(
            found.cue, found.told, named=named or not _bare(words), listener=listener, words=tuple(words)
        )
    return _without_length(words) if named else None


def _without_length(words: list[str]) -> WrittenSilence | None:
    """Return a silence that says no length."""
    if words[0] in ("let", "we", "be") and "us" in words:
        return None
    if "beat" in words:
        return WrittenSilence("short pause", timed=False, words=tuple(words))
    long, short = (
        {"long", "longer", "extended", "lengthy", "generous", "while"},
        {"short", "brief", "quick", "tiny", "little", "small"},
    )
    size = "long " if long & set(words) else "short " if short & set(words) else ""
    return WrittenSilence(f"{size}pause", timed=False, words=tuple(words))


def _bare(words: list[str]) -> bool:
    """Tell whether nothing but a length stands there."""
    return not [
        word for word in words if word not in _ABOUT and word not in ("a", "for", "of", "or", "so", "more", "longer")
    ]


def _plain(lowered: str) -> str:
    """Return lower-case words with single spaces, without marks; ranges keep their hyphen."""
    tight = _TICKS.sub(r"\1 seconds", _SPACED_RANGE.sub("-", lowered.replace("≈", "~").replace("+/-", "~")))
    text = _SPACED_HYPHEN.sub(" ", _MARKS.sub(" ", tight))
    return " ".join(text.replace("~", "~ ").split())


def _lengths(plain: str) -> Iterator[tuple[int, int, WrittenSilence]]:
    """Yield each length in `plain`: where it stands, and the silence that it is."""
    cursor = 0
    while found := min(_next_lengths(plain, cursor), key=lambda each: (each[0], -each[1]), default=None):
        yield found
        cursor = found[1]


def _next_lengths(plain: str, cursor: int) -> Iterator[tuple[int, int, WrittenSilence]]:
    if breaths := _BREATHS.search(plain, cursor):
        yield *breaths.span(), _of_breaths(breaths)
    if count := _COUNT.search(plain, cursor):
        number = number_of(count["to"] or count["beats"])
        yield *count.span(), WrittenSilence(f"pause about {_seconds(number)}", "one second a count", listener=True)
    if vague := _VAGUE.search(plain, cursor):
        cue_text = canonical(f"pause for {vague[0]}")
        if cue_text:
            yield *vague.span(), WrittenSilence(cue_text, "no number was written")
    for span in _SPAN.finditer(plain, cursor):
        about = "about " if _says_about(plain) else ""
        cue_text = canonical(f"pause {about}{span[0]}") if _UNIT.search(span[0]) or _is_alone(plain, span) else None
        if cue_text:
            yield *span.span(), WrittenSilence(cue_text)
            return


def _says_about(plain: str) -> bool:
    return bool((_ABOUT | _AT_LEAST) & set(plain.split())) or bool(re.search(r"\bup to\b| or (?:more|longer)\b", plain))


def _is_alone(plain: str, span: re.Match[str]) -> bool:
    """Tell whether a number without its unit stands beside the word for a pause: “wait 10”, “silence 30”."""
    rest = f"{plain[: span.start()]} {plain[span.end() :]}".split()
    return bool(rest) and all(word in _NAMES | _SIZES | _ABOUT | {"for", "of", "a"} for word in rest)


def _of_breaths(match: re.Match[str]) -> WrittenSilence:
    low, high = _breath_number(match["low"]), match["high"]
    told = f"about {BREATH_S} seconds a breath"
    if high:
        return WrittenSilence(f"pause {_seconds(low * BREATH_S)} to {_seconds(number_of(high) * BREATH_S)}", told)
    return WrittenSilence(f"pause about {_seconds(low * BREATH_S)}", told)


def _breath_number(text: str) -> Decimal:
    return Decimal(_FEW[text]) if text in _FEW else number_of(text)


def _seconds(number: Decimal) -> str:
    return written(round(number * 1000))
