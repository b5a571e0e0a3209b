"""A few calm words in each language: what a voice is tried with, and how it is heard before it is chosen."""

_SAMPLES = {
    "de": "Spüre deine Füße auf dem Boden. Du bist angekommen.",
    "en": "Feel your feet on the ground. You have arrived.",
    "es": "Siente tus pies en el suelo. Ya has llegado.",
    "fr": "Sentez vos pieds sur le sol. Vous voilà ici.",
    "it": "Senti i piedi a terra. Ora sei qui.",
    "nl": "Voel je voeten op de grond. Je bent hier.",
    "pt": "Sinta os pés no chão. Agora está aqui.",
}
_ANY = "1, 2, 3."
"""Numbers are read in any language."""


def sample_text(language: str) -> str:
    """Return two short sentences in a language (BCP 47), or numbers where there are none."""
    return _SAMPLES.get(language.replace("_", "-").partition("-")[0].lower(), _ANY)
