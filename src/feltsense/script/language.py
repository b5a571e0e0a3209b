"""Which language a text is in, by its most frequent small words. A guess, and none where it is not sure."""

import re

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import Close, Exercise, Phrase

_SMALL_WORDS = {
    "en": "the a an and of to your you it that this with for as at be or if are can from let what how may now there "
    "here into is in on me my just any where when while we they them its our all but not",
    "es": "el de los las un una unos que qué en tu tus su sus con por para cómo más está están estás del al lo se mi "
    "muy pero cuando ahora aquí hacia sobre este esta ese esa cada todo nada hay ser sin y puedes",
    "pt": "os de uma um que não em na nos nas seu sua seus suas com por para como mais é está ao aos se mas você agora "
    "aqui isto este esta cada tudo quando sem muito pelo pela teu tua da dos das à",
    "fr": "le de la les un une et que qui dans votre vos vous ton tes sur avec pour comme est sont du des aux se mais "
    "quand maintenant ici cette ces ce chaque tout être pas ne il elle nous leur sans très à où",
    "de": "der das dem des ein eine einen einem einer und ist sind nicht mit auf für dich dir du ihr ihre ihren sie "
    "wie auch sich wenn nur jetzt hier zu zum zur im vom von bei aus nach über mehr kann wird oder aber ganz deine "
    "deinen deinem deiner dein ihnen ihrem es um die den",
    "it": "sei suo il lo la gli le un una che è di del della dei delle nel nella con più sono al alla si ma quando "
    "ora qui questo questa ogni tutto tuo tua tuoi tue senza molto su e puoi",
    "nl": "de het een en van je jouw uw met op voor aan niet zijn dat die er maar als nu hier naar ook bij uit om te "
    "wat zo kan wordt deze elke alle geen haar ik",
}
"""Words that English has too stand in its list alone, frequent ones of German aside (“die”, “den”)."""
_SMALL_WORDS |= {
    language: f"{_SMALL_WORDS[language]} {words}"
    for language, words in {
        "en": "notice feel feet hands breath breathe body gently",
        "es": "lentamente respira respiración siente sientes nota pies manos cuerpo inhala exhala observa deja suelo "
        "cierra ojos",
        "pt": "lentamente inspire expire sinta perceba respire respiração pés mãos corpo observe deixe chão "
        "feche olhos você",
        "fr": "inspire expire mon ma mes bien remarquez respiration pieds mains corps laissez fermez yeux puis",
        "de": "spüre spüren atme atmen atem füße hände körper nimm wahr lass boden augen schließe",
        "it": "lentamente respira respiro senti nota piedi mani corpo inspira espira osserva lascia chiudi occhi",
        "nl": "adem ademhaling voel voeten handen lichaam merk laat vloer ogen sluit",
    }.items()
}
"""And what is said in exercises."""

_TELLING_WORDS = {
    "es": "túmbate cosas nombra suelta afloja hombros mandíbula hondo atención derecho izquierdo brazo pierna "
    "cómodamente siéntate despacio "
    "relaja descansa cuello frente vientre pesa quédate mírate ojos",
    "pt": "solte ombros mandíbula fundo meu minha braço direito esquerdo perna pesado relaxe atenção confortavelmente "
    "olhe ouça coisas devagar pescoço barriga descanse sente-se",
    "fr": "respirez inspirez expirez sentez relâchez détendez relâche détends épaules mâchoire bras droit gauche jambe "
    "lourd lourde lentement profondément confortablement asseyez ouvrez reposez doucement ventre calmement",
    "de": "mein meine bist lassen sicher entspanne entspannen schultern kiefer ruhig langsam bequem setz setzen schwer "
    "rechter linker schließen spür atmet ausatmen einatmen bauch",
    "it": "siediti comodamente senti terra rilassa spalle braccio destro sinistro gamba pesante mio mia bene sicuro "
    "dolcemente collo pancia mandibola l'attenzione inspirate espirate chiudete",
    "nl": "ontspan schouders kaak bent veilig goed rustig mijn rechterarm linkerarm zwaar zitten liggen uitademen "
    "inademen buik langzaam",
}
"""What is said in exercises in one language, and is no word of English; each counts twice, so that two lines do."""

_OF_WORD: dict[str, tuple[str, ...]] = {}
"""The languages of each small word."""
for _language, _words in (*_SMALL_WORDS.items(), *_TELLING_WORDS.items(), *_TELLING_WORDS.items()):
    for _word in _words.split():
        _OF_WORD[_word] = (*_OF_WORD.get(_word, ()), _language)
_SIGNS = {
    "es": re.compile(r"[¿¡ñ]"),
    "pt": re.compile(r"[ãõ]"),
    "de": re.compile(r"[ßäöü]"),
    "fr": re.compile(r"[œêèç]"),
}
"""Letters that hardly any other of these languages has."""

_WORD = LazyPattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTER = LazyPattern(r"[^\W\d_]")
_NOT_LATIN = LazyPattern(r"[^\x00-\u036f]")
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"), ("ko", "\uac00", "\ud7a3"), ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"), ("ar", "\u0600", "\u06ff"), ("he", "\u0590", "\u05ff"), ("hi", "\u0900", "\u097f"),
)  # fmt: skip
"""Languages that most texts in their letters are in, and the first and the last of these."""

_FEWEST_HITS = 3
_LEAST_SHARE = 0.2
_MOST_READ = 20_000
"""Characters; more tell nothing new."""

TAGS_OF_NAMES = {
    "english": "en", "englisch": "en", "inglés": "en", "anglais": "en", "inglese": "en", "inglês": "en", "engels": "en",
    "german": "de", "deutsch": "de", "alemán": "de", "allemand": "de", "tedesco": "de", "alemão": "de", "duits": "de",
    "spanish": "es", "spanisch": "es", "español": "es", "castellano": "es", "espagnol": "es", "spagnolo": "es",
    "espanhol": "es", "spaans": "es", "french": "fr", "französisch": "fr", "francés": "fr", "français": "fr",
    "francese": "fr", "francês": "fr", "frans": "fr", "italian": "it", "italienisch": "it", "italiano": "it",
    "italien": "it", "italiaans": "it", "portuguese": "pt", "portugiesisch": "pt", "portugués": "pt", "portugais": "pt",
    "portoghese": "pt", "português": "pt", "portugees": "pt", "dutch": "nl", "niederländisch": "nl", "holandés": "nl",
    "néerlandais": "nl", "olandese": "nl", "holandês": "nl", "nederlands": "nl",
}  # fmt: skip
"""By what people call a language, in lower case."""

LANGUAGE_NAMES = {
    "en": "English",
    "es": "Spanish",
    "pt": "Portuguese",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "nl": "Dutch",
    "ja": "Japanese",
    "zh": "Chinese",
    "ko": "Korean",
    "ru": "Russian",
    "el": "Greek",
    "ar": "Arabic",
    "he": "Hebrew",
    "hi": "Hindi",
}
"""Those that can be guessed, as people call them."""


def guess_language(text: str) -> str | None:
    """Return the language that `text` is in, as BCP 47 has it (“en”, “es”); None where that is not sure.

    Short texts, names and a few foreign words among others are not sure.
    """
    read = text[:_MOST_READ]
    others = _NOT_LATIN.findall(read)
    many = max(3, len(_LETTER.findall(read)) // 2) if others else 0
    for language, first, last in _SCRIPTS:
        if len(others) > many and sum(first <= sign <= last for sign in others) > many:
            return language
    words = _WORD.findall(read.lower().replace("’", "'"))
    hits = dict.fromkeys(_SMALL_WORDS, 0)
    for word in words:
        for language in _OF_WORD.get(word, ()):
            hits[language] += 1
    strange = [word for word in words if not word.isascii()]
    for language, sign in _SIGNS.items():
        hits[language] += min(2, sum(bool(sign.search(word)) for word in strange) + bool(sign.search(read)))
    best, second, *_ = sorted(hits, key=hits.__getitem__, reverse=True)
    sure = hits[best] >= max(_FEWEST_HITS, _LEAST_SHARE * len(words)) and hits[best] > 1.4 * hits[second]
    return best if sure else None


_FEWEST_SENTENCES = 3
"""One or two are taken for another language now and then."""
_FEWEST_WORDS = 8
"""Different ones: “Om. Om. Om.” is in no language."""


def unnamed_language(exercise: Exercise) -> str | None:
    """Return the language that a script plainly reads as and does not name; None for English, or where it is not sure.

    Without a name it is taken for English, and read by an English voice.
    """
    if "language" in exercise.front.given:
        return None
    said = [node for node in exercise.walk() if isinstance(node, Phrase)]
    if sum(phrase.close is not Close.JOINED for phrase in said) < _FEWEST_SENTENCES:
        return None
    text = "\n".join(phrase.text for phrase in said)
    if len(set(text.lower().split())) < _FEWEST_WORDS:
        return None
    guess = guess_language(text)
    return None if guess == "en" else guess


def reads_like(language: str) -> str:
    """Return what is told of a script in a language that it does not name."""
    name = LANGUAGE_NAMES[language]
    return f"This reads like {name}; “language: {language}” in its front matter picks a voice that speaks {name}."


def declare_language(language: str) -> str:
    """Return the hint for a script in a language that it does not name."""
    return f"Declare it in the front matter: language: {language}."
