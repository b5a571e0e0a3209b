"""What is typed into a search, as plain words; and which known words one with slips of the finger may mean. Pure."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_WORD = re.compile(r"\w+")
_ONE_SPELLING: Mapping[str, str] = {
    "cannot": "cant",
    "can not": "cant",
    "could not": "cant",
    "couldnt": "cant",
    "do not": "dont",
    "doesnt": "dont",
    "does not": "dont",
    "did not": "didnt",
    "has not": "hasnt",
    "have not": "havent",
    "will not": "wont",
    "wanna": "want to",
    "wana": "want to",
    "nich": "nicht",
    "nimma": "nimmer",
    "kiero": "quiero",
    "qiero": "quiero",
    "jveux": "je veux",
    "gonna": "going to",
    "hope less": "hopeless",
    "my self": "myself",
    "any more": "anymore",
    "no body": "nobody",
    "noone": "no one",
    "some one": "someone",
    "over whelmed": "overwhelmed",
    "home sick": "homesick",
    "help line": "helpline",
    "hot line": "hotline",
    "break up": "breakup",
}
"""Several spellings of one thing."""
_SPELLINGS = re.compile(rf"\b(?:{'|'.join(_ONE_SPELLING)})\b")

_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu)['’´](?=[aeiouyhœ])")
"""French words before a vowel, as in `l’angoisse` or `j’ai`. They say little, and are left out."""

SAYING_LITTLE = frozenset(
    "a about after all also always am an and another any anything are as at back be been bit but by can cant could did "  # noqa: SIM905 - a list of words reads best as words
    "do dont else even every feel feeling feels felt for from get getting give go going got had has have he her here "
    "him his how i id if ill im in into is it its ive just keep know like little lot make maybe me more much my need "
    "no not now of off on one only or our out over please put really right she so some somehow something still such "
    "than that the their them then there these they thing things this to today tonight too up us very want was we "
    "were what when where which who why will with would yes you your".split()
)
"""Words that say nothing of what is looked for."""

_SHORTEST_WITH_SLIP = 4
"""Letters. In shorter words only the last two may be swapped: one other letter makes another word of them."""
_SHORTEST_WITH_OTHER_LETTER = 6
"""Letters from which one may be another. In shorter words two may be swapped, or one be missing or too many: `share` is
no slip of `shame`."""
_SHORTEST_WITH_TWO_SLIPS = 9
_LATELY_TYPED = 64
"""Words that are not looked up again: one is typed letter by letter, and asked for in several ways."""


def typed_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without accents and apostrophes: `Can’t sleep` is `cant`, `sleep`."""
    plain = text.casefold()
    if not plain.isascii() or "'" in plain or "`" in plain:
        plain = _ELIDED.sub("", unicodedata.normalize("NFC", plain)).translate(_APOSTROPHES)
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain.translate(_LIGATURES)).casefold()
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    joined = " ".join(_WORD.findall(plain.replace("_", " ")))
    return tuple(_SPELLINGS.sub(lambda found: _ONE_SPELLING[found[0]], joined).split())


class Vocabulary:
    """Known words, by how they begin.

    Args:
        words: as `typed_words` makes them.
        fewest_letters: of those in which slips are understood.
    """

    def __init__(self, words: Iterable[str], fewest_letters: int = 0) -> None:
        self.words = frozenset(words)
        self._fewest_letters = fewest_letters
        self._by_initial: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            self._by_initial[word[0]].append(word)
        self.near = lru_cache(maxsize=_LATELY_TYPED)(self._near)
        """Return the words that a typed one may be with a slip of the finger. Its first letter is right, or second."""

    def beginning_with(self, start: str) -> Sequence[str]:
        """Return the words that begin so."""
        return [word for word in self._by_initial.get(start[:1], ()) if word.startswith(start)]

    def _near(self, typed: str) -> Sequence[str]:
        if len(typed) < max(_SHORTEST_WITH_SLIP, self._fewest_letters) - 1:
            return ()
        alike = (word for initial in {typed[0], typed[1]} for word in self._by_initial.get(initial, ()))
        return tuple(word for word in alike if len(word) >= self._fewest_letters and _is_slip_of(typed, word))


def slips(typed: str, word: str) -> int:
    """Return how many slips lie between two words: a letter missing, too many, another, or swapped with the next.

    It is the optimal string alignment distance. `difflib` takes `overcome` for `overdose`. `rapidfuzz` counts the
    same, but to import it takes several times as long as to look up all that is mistyped in a sentence.
    """
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(typed, 1):
        earlier, before, row = before, row, [at]
        for to, other in enumerate(word, 1):
            fewest = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and (letter, typed[at - 2]) == (word[to - 2], other):
                fewest = min(fewest, earlier[to - 2] + 1)
            row.append(fewest)
    return row[-1]


def _is_slip_of(typed: str, word: str) -> bool:
    """Tell whether `typed` may be meant as `word`."""
    if len(word) < _SHORTEST_WITH_SLIP:
        return typed == word[0] + word[:0:-1]
    begins = typed[0] == word[0] or typed[:2] == word[1::-1]
    most = 2 if len(word) >= _SHORTEST_WITH_TWO_SLIPS else 1
    more = abs(len(typed) - len(word))
    if not begins or more > most:
        return False
    if not more and len(word) < _SHORTEST_WITH_OTHER_LETTER and sorted(typed) != sorted(word):
        return False
    return slips(typed, word) <= most


def places_in_order(phrase: Sequence[str], typed: Sequence[Collection[str]], most_between: int) -> Iterator[range]:
    """Yield where in what was typed a phrase stands, its words in order.

    Args:
        phrase: its words.
        typed: for each word that was typed, all that it may mean.
        most_between: how many other words may stand between two of the phrase.
    """
    for start, meanings in enumerate(typed):
        if phrase[0] in meanings:
            end = _end_of(phrase, typed, start, most_between)
            if end is not None:
                yield range(start, end)


def holds_in_order(phrase: Sequence[str], typed: Sequence[Collection[str]], most_between: int) -> bool:
    """Tell whether a phrase stands in what was typed; arguments as above."""
    return any(True for _ in places_in_order(phrase, typed, most_between))


def _end_of(phrase: Sequence[str], typed: Sequence[Collection[str]], start: int, most_between: int) -> int | None:
    at = start
    for word in phrase[1:]:
        ahead = range(at + 1, min(at + 2 + most_between, len(typed)))
        found = next((place for place in ahead if word in typed[place]), None)
        if found is None:
            return None
        at = found
    return at + 1
