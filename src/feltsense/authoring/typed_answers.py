"""What somebody means who types an answer to a question of a script: a choice, a silence, words, or help."""

from feltsense.errors import EditingError
from feltsense.importing.silence_words import written_silence
from feltsense.script.questions import NOTHING, Question, choice_label
from feltsense.script.text import has_words, quoted
from feltsense.script.variants import canonical

_QUOTES = {'"': '"', "“": "”", "'": "'"}
_CALLS_FOR_HELP = frozenset(("?", "h", "help", "/?", "-h", "--help", "/help"))
_COMMANDS = {"skip": "s skips", "back": "b goes back", "undo": "b goes back", "quit": "q ends", "exit": "q ends"}
_YES_AND_NO = frozenset(("y", "n", "yes", "no", "ok"))
_NOTE = frozenset(("note", "a note", "as a note", "make it a note", "direction", "a direction"))
_LEFT_OUT = frozenset(("leave it out", "leave out", "left out", "nothing", NOTHING, "remove", "remove it", "delete"))
_SAID = frozenset(("said", "say it", "spoken", "speak it", "it is said"))


def asks_for_help(typed: str) -> bool:
    """Tell whether somebody wants to know what can be done here: no such sign is ever an answer."""
    plain = typed.strip().casefold()
    return plain in _CALLS_FOR_HELP or (bool(plain) and set(plain) == {"?"})


def offered_choices(question: Question) -> tuple[str, ...]:
    """Return the choices that answer a question: a hole is none."""
    return tuple(choice for choice in question.choices if has_words(choice))


def likeliest_choice(question: Question) -> str | None:
    """Return the choice that is taken without a word; None where only words fill a hole."""
    first = next(iter(offered_choices(question)), None)
    return None if question.blank and first == NOTHING else first


def choice_of(question: Question, typed: str) -> str:
    """Return the piece of script that an answer means: a choice by its number, or words of one's own.

    Args:
        question: what was asked.
        typed: nothing for the likeliest choice; words in quotes stand for themselves, whatever they are.

    Raises:
        EditingError: there is no such choice, or nothing in it can be said.
    """
    words = " ".join(typed.split())
    choices = offered_choices(question)
    if not words:
        likeliest = likeliest_choice(question)
        if likeliest is None:
            raise EditingError("The sentence has a hole here.", "Write what belongs there, or s to leave it open.")
        return likeliest
    if words.isdecimal():
        if 1 <= int(words[:4]) <= len(choices):
            return choices[int(words) - 1]
        said = quoted(words, 12)
        silence = f"For a silence, write {words}s. " if len(words) < 4 and int(words) else ""
        hint = f"{silence}To have {said} said, write it in quotes: “{said}”."
        raise EditingError(f"The choices go from 1 to {len(choices)}.", hint)
    return _in_quotes(words) or written_answer(question, words)


def written_answer(question: Question, words: str) -> str:
    """Return the piece of script that words of one's own mean, which are no number of a choice.

    Raises:
        EditingError: nothing in it can be said, or it reads like a command or a yes, which no choice is.
    """
    plain = words.casefold().rstrip(".!")
    named = _named(question, plain)
    if named is not None:
        return named
    if plain in _COMMANDS or plain in _YES_AND_NO:
        meant = _COMMANDS.get(plain, "A number takes a choice")
        raise EditingError(f"{meant}.", f"To have it said, write it in quotes: “{words}”.")
    if not has_words(words):
        raise EditingError(f"“{words}” has no words in it.", "Write a number, words, or a cue such as [pause 5s].")
    inner = words[1:-1] if words[0] + words[-1] in ("[]", "()") else ""
    cue = canonical(inner) if inner else None
    return f"[{cue}]" if cue else words


def offered_silence(question: Question, typed: str) -> str | None:
    """Return the silence that an answer may mean, “20s” or “a 20 second pause”; None where it is words for sure.

    A hole is filled by words, also by a length: “We sit for ____.”
    """
    words = " ".join(typed.split())
    if question.blank or not has_words(words) or words[0] in "[(>" or words in question.choices:
        return None
    if _in_quotes(words):
        return None
    silence = written_silence(words)
    timed = silence is not None and silence.timed and "breath" not in words.casefold()
    cue = silence.cue if silence and timed else canonical(words)
    return f"[{cue}]" if cue else None


def _in_quotes(words: str) -> str:
    """Return what stands in quotes that are around all of an answer; empty where none are."""
    inner = words[1:-1]
    return inner if inner and _QUOTES.get(words[0]) == words[-1] and words[-1] not in inner else ""


def _named(question: Question, plain: str) -> str | None:
    """Return the choice that is written in words: as it stands, or as “note”, “said” or “leave it out”."""
    for choice in offered_choices(question):
        if plain in (choice.casefold().rstrip(".!"), choice_label(choice).casefold().rstrip(".!")):
            return choice
        if plain in _NOTE and choice.startswith(">"):
            return choice
        if plain in _LEFT_OUT and choice == NOTHING:
            return choice
        if plain in _SAID and choice[0] not in "[>" and choice != NOTHING:
            return choice
    return None
