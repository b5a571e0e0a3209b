"""What mends a diagnostic of language or timing: other words, a line that is missing, a length that is possible."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import itemgetter

from feltsense.authoring.analysis import suggest_rewording
from feltsense.authoring.fix_case import Fix, FixCase
from feltsense.authoring.length_fixes import length_fixes
from feltsense.authoring.text_change import TextChange, front_matter_lines, set_key
from feltsense.check.own_wording import IN_ENGLISH
from feltsense.check.rules.t02_spoken_directions import SAID_ONE
from feltsense.check.rules.t05_counted_in_words import breaths_without_time
from feltsense.importing.placeholders import slashed_words
from feltsense.script.durations import DURATION, milliseconds_of, written
from feltsense.timeline.lengths import LengthRange

_MISSING_BEFORE = ("L11", "L12", "L13", "L14", "L29")
"""Rules about a sentence that is missing: their wording goes before what they are about."""
_MISSING_AT_END = ("L19",)
_CAUTIONS = ("L41",)
"""Rules whose better wording is a caution."""
_NO_WORDING = ("L18", "L21", "L26")
"""Rules whose better wording is an example, and no sentence for this place."""
_CAUTION = re.compile(r"Add to the cautions: (?P<words>.+)")
_OWN_LENGTH = re.compile(r"Write (?P<cue>\[[^\]]+\]), or begin the line with >")
_SILENCE = re.compile(r"For a silence, write (?P<cue>\[[^\]]+\])")
_BELL = re.compile(r"(?:For the bell, w|W)rite (?P<cue>\[bell[^\]]*\])(?: in its place|, or say)")
_DECLARED = re.compile(r"Declare it in the front matter: (?P<lines>(?P<key>\w+): .+)\.$")
_LIMIT = re.compile(r"; (?P<seconds>\d{1,4}) is the limit")
_LOUD = "[bell]"
_LENGTH_OF_PAUSE = re.compile(rf"\[pause (?P<about>about )?(?P<length>{DURATION})\]", re.IGNORECASE)
_HEADING = re.compile(r"Write (?P<heading>#{1,2} .+?)(?: on a line of its own\.|, or title: )")
_WORDS_OF_A_LENGTH = 3
"""What may stand beside the words of a heading: “(2 to 3 min)”."""
_ADVICE = re.compile(r"(?:Let|Add|Move|Write|Give|Use|Put) ")
_PAUSE = re.compile(r"[ \t]*\[(?:(?:short|long) )?pause[^\]\n]*\]", re.IGNORECASE)
_ANSWER_TIME = "[pause 10s]"
_MINUTES = "minutes"


def language_fixes(case: FixCase) -> Iterator[Fix]:
    """Yield the better wording of a rule: in place of the sentence, or as the line that is missing."""
    found, caution = case.found, _CAUTION.match(case.found.hint)
    if found.hint.startswith(IN_ENGLISH):
        return
    if caution or found.code in _CAUTIONS:
        words = caution["words"] if caution else found.hint
        change = _add_caution(case.text, words[0].upper() + words[1:])
        yield Fix("put it among the cautions", change.text.strip("\n"), change)
    elif found.code in _MISSING_AT_END and not _ADVICE.match(found.hint):
        yield Fix("put this at the end", found.hint, _at_end(case.text, found.hint))
    elif found.code in _MISSING_BEFORE and not _ADVICE.match(found.hint):
        yield Fix("put this before it", found.hint, _before(case, found.hint))
    elif found.code not in (*_NO_WORDING, *_MISSING_BEFORE, *_MISSING_AT_END):
        offer = suggest_rewording(replace(found, replacement=None), case.analysis)
        if offer is not None:
            change = TextChange(case.start + offer.column - 1, case.start + offer.end_column - 1, offer.text)
            yield Fix("put this in its place", offer.text, change)


def right_length(text: str, ranges: tuple[LengthRange, ...]) -> tuple[Fix, ...]:
    """Return what can be done where an offered length cannot be met.

    Args:
        text: as it is edited now.
        ranges: what is possible.
    """
    there = front_matter_lines(text).get(_MINUTES, "")
    made = (Fix(does, lines, set_key(text, _MINUTES, lines)) for does, lines in length_fixes(there, ranges))
    return tuple(fix for fix in made if there and fix.change.apply(text) != text)


def _length(case: FixCase) -> Iterator[Fix]:
    yield from right_length(case.text, case.analysis.ranges)


def _section_length(case: FixCase) -> Iterator[Fix]:
    """Yield what can be done about a section that cannot last the length in its heading."""
    if case.line.startswith("#"):
        spare = case.taken_out()
        yield Fix("let this section last as long as it is", case.line.replace(case.words, "").rstrip(), spare.change)
    elif case.line.startswith(_MINUTES):
        yield Fix("offer no length; it lasts as long as its sections", "", set_key(case.text, _MINUTES, ""))


def _time_to_answer(case: FixCase) -> Iterator[Fix]:
    end = case.span[1]
    pause = _PAUSE.match(case.text, end)
    yield Fix("leave time to answer", _ANSWER_TIME, TextChange(end, pause.end() if pause else end, f" {_ANSWER_TIME}"))


def _long_silence(case: FixCase) -> Iterator[Fix]:
    """Yield words in the middle of the longest silence of its line."""
    pauses = _LENGTH_OF_PAUSE.finditer(case.line)
    silences = [(milliseconds_of(found["length"].lower()) or 0, found) for found in pauses]
    if not silences:
        return
    length, longest = max(silences, key=itemgetter(0))
    limit = _LIMIT.search(case.found.message)
    if limit is None or case.found.hint.startswith(IN_ENGLISH) or length > 2000 * int(limit["seconds"]):
        return
    half = f"[pause {longest['about'] or ''}{written(length // 2000 * 1000)}]"
    words = f"{half} {case.found.hint} {half}"
    start = case.start + longest.start()
    yield Fix("say this in the middle of it", case.found.hint, TextChange(start, case.start + longest.end(), words))


def _bell(case: FixCase) -> Iterator[Fix]:
    soft, loud = _BELL.match(case.found.hint), case.line.find(_LOUD)
    if soft and loud >= 0:
        start = case.start + loud
        yield Fix("put this in its place", soft["cue"], TextChange(start, start + len(_LOUD), soft["cue"]))


def _declaration(case: FixCase) -> Iterator[Fix]:
    declared = _DECLARED.match(case.found.hint)
    if declared:
        change = set_key(case.text, declared["key"], declared["lines"])
        yield Fix("declare it in the front matter", declared["lines"], change)


def _direction(case: FixCase) -> Iterator[Fix]:
    """Yield what becomes of words that are no speech: a cue, a heading, nothing, a note."""
    own, heading = _OWN_LENGTH.match(case.found.hint), _HEADING.match(case.found.hint)
    alone = case.line.strip() == case.words.strip()
    if f"«{case.words}»" not in case.found.message:  # they are only a part of what was found on this line
        return
    yield from _choices(case)
    yield from _cues(case)
    if own:
        yield case.replaced("make it a cue", own["cue"])
    elif heading and len(case.line.split()) <= len(case.words.split()) + _WORDS_OF_A_LENGTH:
        yield Fix("make it a heading", heading["heading"], TextChange(*case.whole, heading["heading"]))
    elif case.found.hint.startswith("Take it out"):
        yield case.taken_out()
        return
    if alone:
        yield case.as_note(case.line.strip())
    yield case.taken_out()


def _choices(case: FixCase) -> Iterator[Fix]:
    """Yield the words that can be said of a choice between some."""
    if case.found.hint == SAID_ONE:
        language = case.analysis.exercise.front.language if case.analysis.exercise else ""
        for _, choice in slashed_words(case.words, language):
            yield from (case.replaced(f"say “{words}”", words) for words in choice.choices)


def _cues(case: FixCase) -> Iterator[Fix]:
    """Yield the cue that words read like, behind them and in their place."""
    silence, bell = _SILENCE.match(case.found.hint), _BELL.match(case.found.hint)
    if silence:
        yield case.replaced("keep the words, and the silence behind them", f"{case.words} {silence['cue']}")
    for cue in filter(None, (silence, bell)):
        yield case.replaced("put this in its place", cue["cue"])


def _counted_breath(case: FixCase) -> Iterator[Fix]:
    """Yield the paced breaths that can stand in place of one that is counted in words."""
    for start, breath in breaths_without_time(case.text):
        if case.start <= start <= case.start + len(case.line):
            for cue in breath.cues:
                yield Fix("pace it", f"[{cue}]", TextChange(start, breath.end, f"[{cue}]"))
            return


def _before(case: FixCase, words: str) -> TextChange:
    start = case.span[0]
    pause = _PAUSE.search(case.line)
    if case.found.code == "L14" and pause and "silence" in case.found.message:
        start = case.start + pause.start()
        return TextChange(start, start, f" {words}" if pause.start() else f"{words} ")
    if case.found.span.column > 1:
        return TextChange(start, start, f"{words} ")
    return TextChange(start, start, f"{words}\n\n" if case.line.startswith(("[", "- ", "* ")) else f"{words}\n")


def _at_end(text: str, words: str) -> TextChange:
    return TextChange(len(text.rstrip()), len(text), f"\n\n{words}\n")


def _add_caution(text: str, words: str) -> TextChange:
    there = front_matter_lines(text).get("cautions", "")
    quoted = '"' + words.replace('"', "'") + '"'
    listed = re.search(r"\[(?P<inside>.*)\]\s*$", there, re.DOTALL)
    if listed:
        inside = listed["inside"].strip().rstrip(",")
        lines = f"cautions: [{inside}{', ' if inside else ''}{quoted}]"
    elif "\n" in there:
        lines = f"{there}\n  - {quoted}"
    else:
        lone = there.partition(":")[2].strip()
        lines = "cautions:" + (f"\n  - {lone}" if lone else "") + f"\n  - {quoted}"
    return set_key(text, "cautions", lines)


RULE_FIXES: dict[str, Callable[[FixCase], Iterator[Fix]]] = {
    "L15": _long_silence,
    "L17": _time_to_answer,
    "L40": _declaration,
    "L91": _declaration,
    "L42": _bell,
    "T01": _length,
    "T02": _direction,
    "T05": _counted_breath,
    "T04": _section_length,
}
"""By code; any other rule of language has its wording."""
