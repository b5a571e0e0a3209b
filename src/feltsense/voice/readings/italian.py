"""How Italian reads numbers, signs and abbreviations."""

import re

from feltsense.voice.readings.phones import PhoneTable
from feltsense.voice.readings.rules import listed, rule
from feltsense.voice.readings.table import POINT, ReadingTable, small_fractions

_FEMININE = (
    "volta|settimana|mano|pausa|frase|parola|cosa|parte|seduta|sessione|serie|domanda|persona|pagina|fase|tappa|"
    "ripetizione|espirazione|inspirazione|posizione|notte|mattina|sera|gamba|sensazione|tazza"
)
_MASCULINE = (
    "minuto|secondo|giorno|mese|anno|passo|ciclo|momento|esercizio|grammo|chilogrammo|chilo|metro|chilometro|"
    "centimetro|litro|grado|euro|respiro|suono|punto|dito|piede|braccio|tentativo|oggetto|colore"
)
_APART = r"(?<![\w.,:/-])"
_DAYS = {
    "lun": "lunedì", "mar": "martedì", "mer": "mercoledì", "gio": "giovedì", "ven": "venerdì", "sab": "sabato",
    "dom": "domenica",
}  # fmt: skip
_DETERMINERS = "i|gli|le|dei|delle|nei|nelle|questi|queste|quei|quelle|altri|altre|ultimi|ultime|primi|prime"
_OF_DAY = r"\b(?P<before>ore|h|alle|dalle|delle|le|per le) "


def _clock(match: re.Match[str]) -> str:
    """Read “alle 14.30”, “ore 7:00”."""
    hours, minutes = int(match["hours"]), int(match["minutes"])
    before = "ore" if match["before"].lower() == "h" else match["before"]
    return f"{before} {hours}{f' e {minutes}' if minutes else ''}"


def _both(match: re.Match[str]) -> str:
    """Read “seduto/a” and “stanco(a)” with both endings."""
    ends = ("i", "e") if match["end"] == "i" else ("o", "a")
    return f"{match['stem']}{ends[0]} o {match['stem']}{ends[1]}"


def _from_to(match: re.Match[str]) -> str:
    """Read a range; behind a preposition it needs none of its own."""
    low, high = (float(end.replace(",", ".")) for end in (match["low"], match["high"]))
    if low >= high:
        return match[0]
    before = match["before"] or ""
    if re.fullmatch(_DETERMINERS, before.strip(), re.IGNORECASE):
        return f"{before}{match['low']} o {match['high']}"
    if before.strip().lower() in ("tra", "fra"):
        return f"{before}{match['low']} e {match['high']}"
    return f"{before}{'' if before else 'da '}{match['low']} a {match['high']}"


ITALIAN = ReadingTable(
    version="4",
    digits=tuple("zero uno due tre quattro cinque sei sette otto nove".split()),  # noqa: SIM905 - as words
    phones=PhoneTable(
        plus="più",
        shapes=(
            r"8\d{2}[ .-]\d{3}[ .-]\d{3}|8\d{2}[ .-]?\d{6}|8\d{2}(?:[ .-]\d{2}){3}",
            r"199(?:[ .]\d{3}){2}",
            r"3\d{2}[ .-]?\d{6,7}|3\d{2}[ .-]\d{3}[ .-]\d{3,4}|3\d{2}(?:[ .-]\d{2}){3}",
        ),
        alone="(?!)",
        call=(
            r"chiam(?:a|ate|are|i|iamo|ando)|telefon(?:a|ate|are|i|ando)|compon(?:i|ete|ere)|tel|telefono|numer[oi]|"
            r"emergenz[ae]|contatt(?:a|ate|are|i)|linea|scriv(?:i|ere|ete)|sms|cell"
        ),
        links="il|lo|al|allo|o|e|è|numero|verde|gratuito",
        call_after="(?:è attivo|risponde|è gratuito)",
        uncounted=(
            "o|e|se|in|a|al|per|quando|è|sono|gratuito|gratis|di|del|della|le|la|il|che|dove|ora|sempre|ogni|da|dal|"
            "dalle|senza|con|anche|come|perché|ma|risponde|attivo|tutti|giorno|notte|oggi|subito|oppure"
        ),
    ),
    address={"@": "chiocciola", ".": "punto", "/": "barra", "-": "trattino", "_": "trattino basso"},
    endings="it|ch|com|org|net|info|eu",
    around_the_clock="ventiquattro ore su ventiquattro, sette giorni su sette",
    months=(
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    date="{day} {month} {year}",
    first="primo",
    between="a",
    fractions={
        "½": "mezzo",
        "¼": "un quarto",
        "¾": "tre quarti",
        "⅓": "un terzo",
        "⅔": "due terzi",
        **small_fractions("un due tre quattro cinque sette", "quinto sesto settimo ottavo nono decimo", ("o", "i")),
        "1/2": "mezzo",
        "1/4": "un quarto",
        "3/4": "tre quarti",
        "1/3": "un terzo",
        "2/3": "due terzi",
    },
    halves="{whole} e {part}",
    of_ten="{above} su 10",
    times="volte",
    one="una volta",
    units={
        "s": ("un secondo", "secondi"),
        "sec": ("un secondo", "secondi"),
        "min": ("un minuto", "minuti"),
        "h": ("un'ora", "ore"),
        "mm": ("un millimetro", "millimetri"),
        "cm": ("un centimetro", "centimetri"),
        "m": ("un metro", "metri"),
        "km": ("un chilometro", "chilometri"),
        "km/h": ("un chilometro all'ora", "chilometri all'ora"),
        "g": ("un grammo", "grammi"),
        "gr": ("un grammo", "grammi"),
        "mg": ("un milligrammo", "milligrammi"),
        "kg": ("un chilogrammo", "chilogrammi"),
        "l": ("un litro", "litri"),
        "ml": ("un millilitro", "millilitri"),
        "°C": ("un grado Celsius", "gradi Celsius"),
        "° C": ("un grado Celsius", "gradi Celsius"),
        "°F": ("un grado Fahrenheit", "gradi Fahrenheit"),
        "Hz": ("un hertz", "hertz"),
    },
    money={
        "€": ("un euro", "euro"),
        "EUR": ("un euro", "euro"),
        "$": ("un dollaro", "dollari"),
        "£": ("una sterlina", "sterline"),
        "CHF": ("un franco", "franchi"),
        "¥": ("uno yen", "yen"),
    },
    cents=" e ",
    signs={
        "<": "meno di ",
        ">": "più di ",
        "~": "circa ",
        "#": "numero ",
        "&": " e ",
        "≥": " almeno ",
        "≤": " al massimo ",
        "≠": " non è ",
        "≈": " circa ",
        "=": " uguale a ",
        "±": " più o meno ",
        "−": " meno ",
        "→": " a ",
        "•": ", ",
        "·": ", ",
        "§§": " paragrafi ",
        "§": " paragrafo ",
        "°C": " gradi Celsius ",
        "÷": " diviso ",
        "×": " per ",
        "‰": " per mille ",
        "√": " radice di ",
        "∞": " infinito ",
        "+": " più ",
        "@": " chiocciola ",
    },
    abbreviations={
        "Dott.ssa": "dottoressa",
        "Dott.": "dottor",
        "dott.ssa": "dottoressa",
        "dott.": "dottor",
        "Dr.": "dottor",
        "dr.": "dottor",
        "Dr.ssa": "dottoressa",
        "Sig.ra": "signora",
        "Sig.na": "signorina",
        "Sigg.": "signori",
        "Sig.": "signor",
        "sig.ra": "signora",
        "sig.": "signor",
        "Sig.ri": "signori",
        "Prof.ssa": "professoressa",
        "Prof.": "professor",
        "prof.ssa": "professoressa",
        "prof.": "professor",
        "Avv.": "avvocato",
        "Ing.": "ingegner",
        "ecc.?": "eccetera",
        "etc.?": "eccetera",
        "ad es.": "ad esempio",
        "p. es.": "per esempio",
        "per es.": "per esempio",
        "p. e.": "per esempio",
        "es.": "esempio",
        "ca.": "circa",
        "tel.": "telefono",
        "cell.": "cellulare",
        "max.": "massimo",
        "min.": "minuti",
        "a. C.": "avanti Cristo",
        "d. C.": "dopo Cristo",
        "cfr.": "confronta",
        "i. e.": "cioè",
        "vs.?": "contro",
        "c/o": "presso",
        "h24": "ventiquattro ore su ventiquattro",
        "num.": "numero",
        "approx.": "circa",
        "circ.": "circa",
    },
    before_numbers={
        "n.": "numero",
        "n°": "numero",
        "nº": "numero",
        "nr.": "numero",
        "pag.": "pagina",
        "pagg.": "pagine",
        "p.": "pagina",
        "pp.": "pagine",
        "cap.": "capitolo",
        "art.": "articolo",
        "vol.": "volume",
        "fig.": "figura",
        "h": "ore",
        "h.": "ore",
    },
    own=(
        rule(r"(?<=\b[Tt]utt)@(?!\w)", "i"),
        rule(r"(?<=[^\W\d_])@(?!\w)", "o"),  # benvenut@
        rule(r"(?<![\w/-])24 ?h?/24(?![\w/-])", "ventiquattro ore su ventiquattro"),
        rule(r"(?<![\w/-])7 ?(?:giorni|gg)?/7(?![\w/-])", "sette giorni su sette"),
        rule(rf"{_APART}(\d{{1,2}}[:.]\d{{2}}) ?[-–] ?(?=\d{{1,2}}[:.]\d{{2}}(?![\d:.]))", r"\1 alle "),
        rule(rf"{_OF_DAY}(?P<hours>\d{{1,2}})[.:](?P<minutes>\d{{2}})(?![\d:]|[.,]\d)", _clock, re.IGNORECASE),
        rule(rf"{_APART}(\d{{1,2}}):00(?![\d:])", r"\1 in punto"),
        rule(rf"{_APART}(\d{{1,2}})h(\d{{2}})(?!\w)", r"\1 e \2"),
        rule(r"(\d{1,3})\.([ºª])", r"\1\2"),
        rule(rf"{_APART}(\d{{1,2}})o(?!\w)", r"\1º"),
        rule(rf"{_APART}(\d{{1,2}})a(?!\w)", r"\1ª"),
        rule(
            rf"{_APART}(\d{{1,2}})\.?° (?=(?:passo|giorno|respiro|esercizio|ciclo|giro|livello|punto|piano|incontro|"
            r"modulo|tentativo|secolo|capitolo)\b)",
            r"\1º ",
        ),
        rule(
            rf"\b({listed(_DAYS)})\.? ?[-–] ?({listed(_DAYS)})\b{POINT}",
            lambda match: f"{_DAYS[match[1].lower()]} a {_DAYS[match[2].lower()]}",
            re.IGNORECASE,
        ),
        rule(rf"{_APART}(?:½|1/2) ora\b", "mezz'ora"),
        rule(rf"{_APART}(?:½|1/2) (?=tazza\b)", "mezza "),
        rule(rf"{_APART}1 ?½ ora\b", "un'ora e mezza"),
        rule(rf"{_APART}(\d{{1,2}}) ?½ ore\b", r"\1 ore e mezza"),
        rule(
            rf"(?P<before>\b(?:per|da|in|di|ogni|con|tra|fra|circa|a|dopo|entro|{_DETERMINERS}) )?(?<![\w.,:/-])"
            rf"(?P<low>\d{{1,3}}(?:,\d)?) ?[-–] ?(?P<high>\d{{1,3}}(?:,\d)?)(?![\w/-]|[.,]\d)",
            _from_to,
            re.IGNORECASE,
        ),
        rule(r"\b(?P<stem>[^\W\d_]{2,20})(?P<end>[oi])(?:/[aei]|\([aei]\))(?!\w)", _both),
    ),
    last=(
        rule(r"(^|\b[a-zà-ù]+ )S\. (?=[A-ZÀ-Ý])", r"\1San "),
        rule(rf"{_APART}1 ora\b", "un'ora"),
        rule(rf"{_APART}1 (?=(?:{_FEMININE})\b)", "una "),
        rule(rf"{_APART}1 (?=(?:{_MASCULINE})\b)", "un "),
        rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", " "),
    ),
)
