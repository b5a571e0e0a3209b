"""How Spanish reads numbers, signs and abbreviations."""

import re

from feltsense.voice.readings.phones import PhoneTable
from feltsense.voice.readings.rules import listed, rule
from feltsense.voice.readings.table import POINT, ReadingTable, small_fractions

_FEMININE = (
    "hora|vez|semana|mano|respiración|ronda|vuelta|pausa|frase|palabra|cosa|parte|campanada|sesión|serie|pregunta|"
    "persona|página|fase|etapa|repetición|exhalación|inhalación|postura|noche|mañana|tarde|pierna|sensación"
)
_MASCULINE = (
    "minuto|segundo|día|mes|año|paso|ciclo|minutito|momento|ejercicio|gramo|kilogramo|kilo|metro|kilómetro|centímetro|"
    "litro|grado|euro|latido|sonido|punto|dedo|pie|brazo|suspiro|intento|objeto|color|rato"
)
_APART = r"(?<![\w.,:/-])"
_DAYS = {
    "lun": "lunes", "mar": "martes", "mié": "miércoles", "jue": "jueves", "vie": "viernes", "sáb": "sábado",
    "dom": "domingo",
}  # fmt: skip


_OF_DAY = re.compile(r"\blas? $")


def _clock(match: re.Match[str]) -> str:
    """Read 14h30 and 7:00, as times behind “las”, else as lengths."""
    hours, minutes = int(match[1]), int(match[2])
    of_day = _OF_DAY.search(match.string, max(0, match.start() - 5), match.start())
    if of_day:
        return f"{hours}:{match[2]}" if minutes else str(hours)
    said = "una hora" if hours == 1 else f"{hours} horas"
    return f"{said} y {minutes} minutos" if minutes else said


def _both(match: re.Match[str]) -> str:
    """Read “sentado/a” and “cansado(a)” with both endings."""
    ending = "s" if match["many"] else ""
    return f"{match['stem']}o{ending} o {match['stem']}a{ending}"


SPANISH = ReadingTable(
    version="3",
    digits=tuple("cero uno dos tres cuatro cinco seis siete ocho nueve".split()),  # noqa: SIM905 - as words
    phones=PhoneTable(
        plus="más",
        shapes=(
            r"[89]00 \d{3} \d{4}|[2-9]\d[ -]\d{4}[ -]\d{4}",
            r"[6-9]\d{2}(?:[ .-]\d{3}){2}",
            r"[6-9]\d{2}(?:[ .-]\d{2}){3}",
            r"[679]\d{8}",
        ),
        alone="024|017",
        call=(
            r"llam(?:a|e|ar|ad|en|as|ando|arnos|amos)|marc(?:a|e|ar|ad|en|as|ando)|tel(?:éfono)?s?|línea|números?|"
            r"emergencias?|esperanza|urgencias?|contact(?:a|e|ar|o)|whatsapp|sms|escrib(?:e|ir)"
        ),
        links="al|el|del|en|o|y|es|número|teléfono|gratis|gratuito",
        call_after="(?:te atiende|atiende|está disponible)",
        uncounted=(
            "o|y|si|en|a|al|para|por|cuando|es|está|son|gratis|de|del|las|los|el|la|que|donde|ahora|siempre|cada|"
            "desde|durante|sin|con|te|hoy|día|también|gratuito|gratuitamente|como|porque|pero|atiende|funciona"
        ),
    ),
    address={"@": "arroba", ".": "punto", "/": "barra", "-": "guion", "_": "guion bajo"},
    endings="com|org|net|info|eu|com\\.ar|com\\.mx|gob\\.es|gob\\.mx|org\\.mx|org\\.ar",
    around_the_clock="veinticuatro siete",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    date="{day} de {month} de {year}",
    first="1",
    between="a",
    fractions={
        "½": "medio",
        "¼": "un cuarto",
        "¾": "tres cuartos",
        "⅓": "un tercio",
        "⅔": "dos tercios",
        **small_fractions("un dos tres cuatro cinco siete", "quinto sexto séptimo octavo noveno décimo", ("o", "os")),
        "1/2": "medio",
        "1/4": "un cuarto",
        "3/4": "tres cuartos",
        "1/3": "un tercio",
        "2/3": "dos tercios",
    },
    halves="{whole} y {part}",
    of_ten="{above} de 10",
    times="veces",
    one="una vez",
    units={
        "s": ("un segundo", "segundos"),
        "seg": ("un segundo", "segundos"),
        "segs": ("un segundo", "segundos"),
        "sec": ("un segundo", "segundos"),
        "min": ("un minuto", "minutos"),
        "mins": ("un minuto", "minutos"),
        "h": ("una hora", "horas"),
        "hs": ("una hora", "horas"),
        "hrs": ("una hora", "horas"),
        "mm": ("un milímetro", "milímetros"),
        "cm": ("un centímetro", "centímetros"),
        "m": ("un metro", "metros"),
        "km": ("un kilómetro", "kilómetros"),
        "km/h": ("un kilómetro por hora", "kilómetros por hora"),
        "g": ("un gramo", "gramos"),
        "mg": ("un miligramo", "miligramos"),
        "kg": ("un kilogramo", "kilogramos"),
        "l": ("un litro", "litros"),
        "ml": ("un mililitro", "mililitros"),
        "°C": ("un grado Celsius", "grados Celsius"),
        "° C": ("un grado Celsius", "grados Celsius"),
        "ºC": ("un grado Celsius", "grados Celsius"),
        "º C": ("un grado Celsius", "grados Celsius"),
        "°F": ("un grado Fahrenheit", "grados Fahrenheit"),
        "Hz": ("un hercio", "hercios"),
    },
    money={
        "€": ("un euro", "euros"),
        "EUR": ("un euro", "euros"),
        "$": ("un dólar", "dólares"),
        "£": ("una libra", "libras"),
        "¥": ("un yen", "yenes"),
    },
    cents=" con ",
    signs={
        "<": "menos de ",
        ">": "más de ",
        "~": "unos ",
        "#": "número ",
        "&": " y ",
        "≥": " al menos ",
        "≤": " como mucho ",
        "≠": " no es igual a ",
        "≈": " unos ",
        "=": " es igual a ",
        "±": " más o menos ",
        "−": " menos ",
        "→": " a ",
        "•": ", ",
        "·": ", ",
        "°C": " grados Celsius ",
        "÷": " dividido por ",
        "×": " por ",
        "‰": " por mil ",
        "§§": " párrafos ",
        "§": " párrafo ",
        "√": " raíz de ",
        "∞": " infinito ",
        "+": " más ",
        "@": " arroba ",
    },
    abbreviations={
        "p. ej.": "por ejemplo",
        "ej.": "ejemplo",
        "Sr.": "señor",
        "Sra.": "señora",
        "Srta.": "señorita",
        "Sres.": "señores",
        "Sras.": "señoras",
        "Dr.": "doctor",
        "Dra.": "doctora",
        "Dres.": "doctores",
        "Prof.": "profesor",
        "Profa.": "profesora",
        "Lic.": "licenciado",
        "D.ª": "doña",
        "Sr": "señor",
        "Sra": "señora",
        "Dr": "doctor",
        "Dra": "doctora",
        "EE. UU.": "Estados Unidos",
        "Ud.?": "usted",
        "Uds.?": "ustedes",
        "Vd.?": "usted",
        "Vds.?": "ustedes",
        "etc.?": "etcétera",
        "aprox.": "aproximadamente",
        "tel.": "teléfono",
        "tfno.": "teléfono",
        "a. C.": "antes de Cristo",
        "d. C.": "después de Cristo",
        "a. m.": "a eme",
        "p. m.": "pe eme",
        "máx.": "máximo",
        "mín.": "mínimo",
        "vs.?": "contra",
        "s. f.": "sin fecha",
        "i. e.": "es decir",
        "c/u": "cada uno",
        "min.": "minutos",
        "seg.": "segundos",
        "Dña.": "doña",
        "avda.": "avenida",
        "ud.": "usted",
        "uds.": "ustedes",
        "dpto.": "departamento",
        "izq.": "izquierda",
        "dcha.": "derecha",
    },
    before_numbers={
        "n.º": "número",
        "nº": "número",
        "n.°": "número",
        "n°": "número",
        "núm.": "número",
        "pág.": "página",
        "págs.": "páginas",
        "pp.": "páginas",
        "p.": "página",
        "cap.": "capítulo",
        "art.": "artículo",
        "vol.": "volumen",
        "fig.": "figura",
    },
    own=(
        rule(r"(?<=[^\W\d_])@(?=s?(?!\w))", "o"),  # tod@s
        rule(r"(?<!\S)[-–](?=\d{1,3}(?:[.,]\d+)? ?°)", "menos "),  # eSpeak NG passes it over
        rule(rf"{_APART}(\d{{1,2}}:\d{{2}}) ?[-–] ?(?=\d{{1,2}}:\d{{2}}(?![\d:]))", r"\1 a "),
        rule(rf"{_APART}(\d{{1,2}})[:.](\d{{2}}) ?(?:hs?|hrs)\b{POINT}", r"\1:\2 horas"),
        rule(r"(?<=\d):00(?= horas)", ""),
        rule(rf"{_APART}(\d{{1,2}}) ?h ?(\d{{2}})(?: ?min\b{POINT})?(?!\w)", _clock),
        rule(rf"{_APART}(\d{{1,2}}):(00)(?![\d:])(?! ?[ap]\.? ?m| horas)", _clock),
        rule(r"(?<=\d):00(?= ?[ap]\.? ?m\b)", ""),
        rule(r"(\d{1,3})\.([ºª])", r"\1\2"),
        rule(rf"{_APART}(\d{{1,2}})(?:ro|do|to|mo|vo|no)(?!\w)", r"\1º"),
        rule(rf"{_APART}(\d{{1,2}})(?:ra|da|ta|ma|va|na)(?!\w)", r"\1ª"),
        rule(rf"{_APART}1\.?er(?!\w)", "primer"),
        rule(rf"{_APART}3\.?er(?!\w)", "tercer"),
        rule(rf"{_APART}(\d{{1,2}})\.?°(?= (?:paso|día|ciclo|nivel|ejercicio|punto|piso|grado de)\b)", r"\1º"),
        rule(
            rf"\b({listed(_DAYS)})\.? ?[-–] ?({listed(_DAYS)})\b{POINT}",
            lambda match: f"{_DAYS[match[1].lower()]} a {_DAYS[match[2].lower()]}",
            re.IGNORECASE,
        ),
        rule(rf"{_APART}(?:½|1/2) (?=(?:hora|taza|cucharada|semana)\b)", "media "),
        rule(rf"{_APART}1 ?½ (?=(?:hora|taza|semana)s?\b)", "una y media "),
        rule(rf"{_APART}(\d{{1,2}}) ?½ (horas|tazas|semanas)\b", r"\1 \2 y media"),
        rule(r"\b(?P<stem>[^\W\d_]{2,20})o(?:(?P<many>s)(?:/as|\(as\))|/a|\(a\))(?!\w)", _both),
    ),
    last=(
        rule(rf"{_APART}1 (?=(?:{_FEMININE})\b)", "una "),
        rule(rf"{_APART}1 (?=(?:{_MASCULINE})\b)", "un "),
        rule(rf"{_APART}21 (?=(?:{_FEMININE})(?:e?s)?\b)", "veintiuna "),
        rule(rf"{_APART}21 (?=(?:{_MASCULINE})(?:e?s)?\b)", "veintiún "),
        rule(rf"{_APART}([3-9])1 (?=(?:veces|{_FEMININE})(?:e?s)?\b)", r"\g<1>0 y una "),
        rule(rf"{_APART}([3-9])1 (?=(?:{_MASCULINE})(?:e?s)?\b)", lambda match: f"{match[1]}0 y un "),
        rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", " "),
    ),
)
