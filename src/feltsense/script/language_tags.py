"""Which language is meant: by a BCP 47 tag in any spelling, or by what people call it. Pure."""

import re
import unicodedata
from difflib import get_close_matches
from functools import cache

from feltsense.script.language import LANGUAGE_NAMES, TAGS_OF_NAMES

EXPECTED_LANGUAGE = "a language, such as de, es-MX or Deutsch"
"""For a hint."""

_TWO_LETTERS = (
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
    " el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io "
    " is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml "
    " mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd "
    " se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi "
    " vo wa wo xh yi yo za zh zu "
)
"""ISO 639-1, with a few that were in it once; of those with three letters any is taken."""

_OTHER_NAMES = {
    "eng": "en", "deu": "de", "ger": "de", "spa": "es", "esp": "es", "fra": "fr", "fre": "fr", "ita": "it",
    "por": "pt", "nld": "nl", "dut": "nl", "castilian": "es", "castellano": "es", "hollandisch": "nl",
    "hollands": "nl", "flemish": "nl-BE", "flamisch": "nl-BE", "vlaams": "nl-BE", "brazilian": "pt-BR",
    "brasileiro": "pt-BR", "brazilian portuguese": "pt-BR", "portugues brasileiro": "pt-BR",
    "portugues do brasil": "pt-BR", "brasilianisches portugiesisch": "pt-BR", "british english": "en-GB",
    "american english": "en-US", "latin american spanish": "es-419", "mexican spanish": "es-MX",
    "swiss german": "de-CH", "austrian german": "de-AT",
}  # fmt: skip
"""Without accents, as below."""

_MORE_NAMES = {
    "da": "danish danisch dansk", "sv": "swedish schwedisch svenska", "nb": "norwegian norwegisch norsk bokmal",
    "fi": "finnish finnisch suomi", "pl": "polish polnisch polski", "cs": "czech tschechisch cestina",
    "sk": "slovak slowakisch slovencina", "hu": "hungarian ungarisch magyar", "ro": "romanian rumanisch romana",
    "tr": "turkish turkisch turkce", "uk": "ukrainian ukrainisch українська", "ru": "russisch русскии",
    "el": "griechisch ελληνικα", "ca": "catalan katalanisch catala", "eu": "basque baskisch euskara",
    "gl": "galician galicisch galego", "hr": "croatian kroatisch hrvatski", "sr": "serbian serbisch srpski",
    "sl": "slovenian slowenisch slovenscina", "bg": "bulgarian bulgarisch български", "fa": "persian persisch farsi",
    "ja": "japanisch 日本語", "zh": "chinesisch 中文", "ko": "koreanisch 한국어", "ar": "arabisch العربية",
    "he": "hebraisch עברית", "vi": "vietnamese vietnamesisch", "id": "indonesian indonesisch", "eo": "esperanto",
    "af": "afrikaans", "ga": "irish irisch gaeilge", "cy": "welsh walisisch cymraeg", "is": "icelandic islandisch",
}  # fmt: skip
"""Of languages that scripts are seldom in, so that none is taken for another."""

_TAG = re.compile(r"(?P<base>[a-z]{2,3})(?P<rest>(?:-[a-z0-9]{1,8}){0,4})")
_LOCALE = re.compile(r"[.@][\w-]*$")
"""What a system has behind its languages: `de_DE.UTF-8`."""
_COUNTRY = re.compile(r"(?P<name>[^()]+?) ?\((?P<country>[a-z]{2})\)")
_LONGEST = 60
_LIKE = 0.82
"""So like a name is what was meant to be it: «Germn» and German are, Danish and Spanish are not."""


def tag_of_language(written: str) -> str:
    """Return the BCP 47 tag that is meant, as in `es-MX`; empty where it is none and no language is called so."""
    plain = _plain(written[:_LONGEST])
    if named := _tags().get(plain):
        return named
    if (in_country := _COUNTRY.fullmatch(plain)) and (named := _tags().get(in_country["name"])):
        country = in_country["country"].upper()
        return f"{named}-{'GB' if country == 'UK' else country}"
    return _canonical(_LOCALE.sub("", plain.replace("_", "-")))


def near_language(written: str) -> str:
    """Return the tag of the language that was probably meant; empty where nothing is like it."""
    near = get_close_matches(_plain(written[:_LONGEST]), [name for name in _tags() if len(name) > 2], n=1, cutoff=_LIKE)
    return _tags()[near[0]] if near else ""


def _canonical(tag: str) -> str:
    """Return a tag in its usual letters, `es-MX`; empty where it is none."""
    found = _TAG.fullmatch(tag.lower())
    if not found or (len(found["base"]) == 2 and f" {found['base']} " not in _TWO_LETTERS):
        return ""
    rest = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in _parts(found)]
    return "-".join([_OTHER_NAMES.get(found["base"], found["base"]), *rest])


def _parts(found: re.Match[str]) -> list[str]:
    return [part for part in found["rest"].split("-") if part]


def _plain(text: str) -> str:
    """Return a name in small letters, without accents."""
    apart = unicodedata.normalize("NFKD", " ".join(text.casefold().split()))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def _tags() -> dict[str, str]:
    """Return language → tag, by names without accents."""
    english = {name: tag for tag, name in LANGUAGE_NAMES.items()}
    named = {_plain(name): tag for name, tag in (english | TAGS_OF_NAMES).items()}
    more = {_plain(name): tag for tag, names in _MORE_NAMES.items() for name in names.split()}
    return more | named | _OTHER_NAMES
