"""Selection of one of the engine's voices: the best one for a language, or the one of a name."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from feltsense.errors import VoiceError
from feltsense.voice.system.protocol import EngineInfo, VoiceInfo

SYSTEM_NAME = "system"

_SAME = {
    "cmn": "zh", "nb": "no", "zh-yue": "yue", "zh-hk": "yue-hk", "zh-hant-hk": "yue-hk", "zh-mo": "yue-mo",
    "zh-hant-mo": "yue-mo",
}  # fmt: skip
"""Two ways to write the same language: the left one is read as the right one."""

_USUAL = {"en": "us", "pt": "br", "zh": "cn"}
"""The region that is meant by a language alone, where it is not the language's own name as in fr-FR."""

_ELSEWHERE = {"en": "gb", "es": "419"}
"""What is nearest to any other region."""

_NOVELTIES = frozenset({
    "albert", "badnews", "bahh", "bells", "boing", "bubbles", "cellos", "deranged", "eddy", "flo", "fred", "goodnews",
    "grandma", "grandpa", "hysterical", "jester", "junior", "kathy", "organ", "pipeorgan", "princess", "ralph", "reed",
    "rocko", "sandy", "shelley", "superstar", "trinoids", "whisper", "wobble", "zarvox",
})  # fmt: skip
"""Apple's: they sing, whisper and squeak, or sound like a machine. Spoken when named, never chosen."""

_FEW = ("en", "de", "es", "fr", "it", "pt", "nl", "pl", "ru", "zh", "ja", "ar", "hi")
"""Languages to name first."""


def voice_for_language(language: str, engine: EngineInfo) -> VoiceInfo:
    """Return the best voice that speaks `language` (BCP 47): exactly that, or the same as it is spoken nearest to it.

    Raises:
        VoiceError: there is none; the hint names languages that there are.
    """
    ranked = []
    for place, voice in enumerate(engine["voices"]):
        far = [far for tag in voice["languages"] if (far := _distance(_parts(language), _parts(tag))) is not None]
        if far and not _is_novelty(voice):
            ranked.append((min(far), voice["id"] != engine["voice"], place, voice))
    if not ranked:
        raise VoiceError(f"No voice of this machine speaks the language «{language}».", _few(engine["voices"]))
    return min(ranked, key=lambda entry: entry[:3])[3]


def voice_named(wanted: str, engine: EngineInfo) -> VoiceInfo:
    """Return the voice of that id or name, in any case; the last part of an id will do.

    Raises:
        VoiceError: there is none; the hint names the nearest.
    """
    asked = wanted.strip().casefold()
    for place in range(3):
        for voice in engine["voices"]:
            if _callings(voice)[place].casefold() == asked:
                return voice
    raise VoiceError(f"No voice of this machine is called «{wanted}».", _nearest(asked, engine["voices"]))


def default_voice(engine: EngineInfo) -> VoiceInfo:
    """Return the voice that the engine starts with, or any.

    Raises:
        VoiceError: it has no voices.
    """
    if not engine["voices"]:
        raise VoiceError("The speech engine of this machine has no voices.", "Install one in its settings for speech.")
    return next((voice for voice in engine["voices"] if voice["id"] == engine["voice"]), engine["voices"][0])


def spoken_languages(voices: Iterable[VoiceInfo]) -> tuple[str, ...]:
    """Return all languages that are spoken, as BCP 47 writes them."""
    return tuple(sorted({_written(tag) for voice in voices for tag in voice["languages"]}))


def _parts(tag: str) -> list[str]:
    plain = tag.strip().lower().replace("_", "-")
    for written, meant in _SAME.items():
        if plain == written or plain.startswith(f"{written}-"):
            plain = meant + plain.removeprefix(written)
            break
    return plain.split("-")


def _distance(asked: Sequence[str], spoken: Sequence[str]) -> int | None:
    """Return how far `spoken` is from `asked`, 0 for the same; None for another language."""
    language, *where = (part for part in asked if len(part) != 4)  # four letters are a script, and all sound the same
    region = where[0] if where else _usual(language)
    near = [
        list(asked),
        [language, *where],
        [language, region],
        [language, _ELSEWHERE.get(language, "") if region != _usual(language) else ""],
        [language],
        [language, _usual(language)],
    ]
    if list(spoken) in near:
        return near.index(list(spoken))
    if spoken[0] != language:
        return None
    return len(near) + len(spoken) + 10 * any(len(part) == 4 for part in spoken)


def _usual(language: str) -> str:
    return _USUAL.get(language, language)


def _written(tag: str) -> str:
    first, *rest = tag.replace("_", "-").split("-")
    shaped = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in rest)
    return "-".join([first.lower(), *shaped])


def _callings(voice: VoiceInfo) -> tuple[str, str, str]:
    """Return what a voice may be asked for by: its id, its name, the last part of its id."""
    last = voice["id"].replace("\\", "/").rpartition("/")[2]
    return voice["id"], voice["name"].strip(), last.removeprefix("com.apple.").rpartition(".")[2]


def _is_novelty(voice: VoiceInfo) -> bool:
    return "com.apple." in voice["id"] and _callings(voice)[2].casefold() in _NOVELTIES


def _few(voices: Sequence[VoiceInfo]) -> str:
    """Return a hint with some of the languages that there are."""
    there = {_parts(tag)[0]: None for voice in voices for tag in voice["languages"]}
    few = [language for language in (*_FEW, *there) if language in there][:8]
    return f"It speaks {', '.join(few)}; see feltsense voices for all." if few else "It has no voices at all."


def _nearest(asked: str, voices: Sequence[VoiceInfo]) -> str:
    """Return a hint with the voices that are called most like that."""
    if not voices:
        return "It has no voices at all."
    called = {
        calling.casefold(): voice
        for voice in reversed(voices)
        for calling in (*voice["name"].split(), *_callings(voice))
    }
    like = [calling for calling in called if len(asked) > 2 and asked in calling]
    like += get_close_matches(asked, called, n=3, cutoff=0.7)
    near = {called[calling]["id"]: called[calling]["name"].strip() for calling in like}
    names = [f"{SYSTEM_NAME}:{id_} ({name})" for id_, name in near.items()][:3]
    if names:
        return f"Did you mean {' or '.join(names)}?"
    return (
        f"Without a name it is the best one for the language. There is, for instance, {SYSTEM_NAME}:{voices[0]['id']}."
    )
