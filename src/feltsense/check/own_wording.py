"""The better wordings of rules about structure, in the language of the script: what can be put into it as it stands.

They call the listener neither du nor Sie, neither tú nor usted, so that they fit into any script.
"""

QUIET = "L14 quiet"
"""Of L14, where a silence is not announced; `L14` itself is for an opening."""
CAUTION = "Add to the cautions: "

_WORDINGS = {
    "de": {
        "L12": "Pausieren oder aufhören ist jederzeit in Ordnung; es geht nichts verloren.",
        "L13": "Hier bleiben oder zurück zu den Füßen: Beides ist in Ordnung.",
        "L14": "Das dauert etwa sechs Minuten, mit zwei stillen Momenten.",
        QUIET: "Etwa eine halbe Minute Stille; die Stimme kommt wieder.",
        "L15": "Weiter hier, ohne Eile.",
        "L19": "Drei Dinge wahrnehmen, die zu sehen, zu hören oder zu berühren sind. Sich ein wenig strecken. "
        "Dann eine kleine Sache wählen, die als Nächstes kommt.",
        "L29": "Wenn das Halten unangenehm ist, darf der Atem von selbst weitergehen.",
        "L43": "wenn das zu viel aufrührt, hilft ein Gespräch mit einem vertrauten Menschen oder ein Anruf bei einem "
        "Krisentelefon.",
    },
    "es": {
        "L12": "Se puede parar o hacer una pausa en cualquier momento; no se pierde nada.",
        "L13": "Seguir con esto o volver a los pies: las dos cosas están bien.",
        "L14": "Esto dura unos seis minutos, con dos momentos de silencio.",
        QUIET: "Cerca de medio minuto de silencio; la voz volverá.",
        "L15": "Seguimos aquí, sin prisa.",
        "L19": "Percibir tres cosas que se puedan ver, oír o tocar. Estirar un poco el cuerpo. "
        "Después, elegir una cosa pequeña que hacer.",
        "L29": "Si retener el aire incomoda, la respiración puede seguir por sí sola.",
        "L43": "si esto remueve demasiado, conviene hablar con alguien de confianza o llamar a una línea de ayuda.",
    },
    "fr": {
        "L12": "On peut faire une pause ou s'arrêter à tout moment ; rien n'est perdu.",
        "L13": "Rester avec cela ou revenir aux pieds : les deux vont bien.",
        "L14": "Cela dure environ six minutes, avec deux moments de silence.",
        QUIET: "Environ une demi-minute de silence ; la voix reviendra.",
        "L15": "Toujours là, sans hâte.",
        "L19": "Percevoir trois choses à voir, à entendre ou à toucher. S'étirer un peu. "
        "Puis choisir une petite chose à faire ensuite.",
        "L29": "Si retenir le souffle est inconfortable, la respiration peut continuer d'elle-même.",
        "L43": "si cela remue trop, parler avec une personne de confiance ou appeler une ligne d'écoute.",
    },
    "it": {
        "L12": "Ci si può fermare o fare una pausa in qualsiasi momento; non si perde niente.",
        "L13": "Restare con questo o tornare ai piedi: vanno bene entrambi.",
        "L14": "Dura circa sei minuti, con due momenti di silenzio.",
        QUIET: "Circa mezzo minuto di silenzio; poi torna la voce.",
        "L15": "Ancora qui, senza fretta.",
        "L19": "Notare tre cose da vedere, da ascoltare o da toccare. Muovere un po' le dita. "
        "Poi scegliere una piccola cosa da fare dopo.",
        "L29": "Se trattenere il respiro è scomodo, il respiro può continuare da sé.",
        "L43": "se questo smuove troppo, parlare con una persona di fiducia o chiamare una linea di aiuto.",
    },
    "pt": {
        "L12": "Pode-se parar ou fazer uma pausa a qualquer momento; nada se perde.",
        "L13": "Ficar com isto ou voltar aos pés: as duas coisas estão bem.",
        "L14": "Dura cerca de seis minutos, com dois momentos de silêncio.",
        QUIET: "Cerca de meio minuto de silêncio; a voz volta.",
        "L15": "Ainda aqui, sem pressa.",
        "L19": "Perceber três coisas que se podem ver, ouvir ou tocar. Mexer um pouco os dedos. "
        "Depois, escolher uma coisa pequena para fazer.",
        "L29": "Se prender o ar incomoda, a respiração pode seguir por si só.",
        "L43": "se isto mexer demais, falar com alguém de confiança ou ligar para uma linha de apoio.",
    },
    "nl": {
        "L12": "Pauzeren of stoppen kan op elk moment; er gaat niets verloren.",
        "L13": "Hierbij blijven of terug naar de voeten: beide is goed.",
        "L14": "Dit duurt ongeveer zes minuten, met twee momenten van stilte.",
        QUIET: "Ongeveer een halve minuut stilte; de stem komt terug.",
        "L15": "Nog steeds hier, zonder haast.",
        "L19": "Drie dingen opmerken die te zien, te horen of aan te raken zijn. Even uitrekken. "
        "Dan één kleine stap kiezen voor straks.",
        "L29": "Als vasthouden niet prettig is, mag de adem vanzelf verdergaan.",
        "L43": "als dit te veel losmaakt, praten met iemand die te vertrouwen is, of een hulplijn bellen.",
    },
}
_WORDED = frozenset(_WORDINGS["de"])
IN_ENGLISH = "In English: "
"""Before a wording in a script of a language that has none here; it is not for putting in."""


def own_wording(code: str, english: str, tag: str) -> str:
    """Return the better wording of a rule for a script in the language that a BCP 47 tag names.

    Args:
        code: of the rule, or `QUIET`.
        english: its wording, or its advice, which is the same for every language.
        tag: of the script.
    """
    language = tag.replace("_", "-").partition("-")[0].lower()
    if language == "en" or code not in _WORDED:
        return english
    own = _WORDINGS.get(language, {}).get(code)
    if own is None:
        return f"{IN_ENGLISH}{english}"
    return f"{CAUTION}{own}" if english.startswith(CAUTION) else own
