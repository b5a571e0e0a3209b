"""How Portuguese, as in Brazil, reads numbers, signs and abbreviations."""

import re

from feltsense.voice.readings.phones import PhoneTable
from feltsense.voice.readings.rules import listed, rule
from feltsense.voice.readings.table import POINT, ReadingTable, small_fractions

_FEMININE = (
    "hora|vez|semana|mão|respiração|rodada|volta|pausa|frase|palavra|coisa|parte|sessão|série|pergunta|pessoa|página|"
    "fase|etapa|repetição|expiração|inspiração|postura|noite|manhã|tarde|perna|sensação|xícara"
)
_FEMININES = (
    "horas|vezes|semanas|mãos|respirações|rodadas|voltas|pausas|frases|palavras|coisas|partes|sessões|séries|perguntas|"
    "pessoas|páginas|fases|etapas|repetições|expirações|inspirações|posturas|noites|manhãs|tardes|pernas|sensações|xícaras"
)
_APART = r"(?<![\w.,:/-])"
_DAYS = {
    "seg": "segunda",
    "ter": "terça",
    "qua": "quarta",
    "qui": "quinta",
    "sex": "sexta",
    "sáb": "sábado",
    "dom": "domingo",
}


def _clock(match: re.Match[str]) -> str:
    """Read 14h30, 14 h 30 min, 7:00."""
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    said = "uma hora" if hours == 1 else f"{'duas' if hours == 2 else hours} horas"
    if not minutes:
        return said
    return f"{said} e {minutes}{' minutos' if match['length'] else ''}"


def _both(match: re.Match[str]) -> str:
    """Read “sentado/a” and “cansado(a)” with both endings."""
    many = "s" if match["many"] else ""
    return f"{match['stem']}o{many} ou {match['stem']}a{many}"


_HOURS = r"(?P<hours>\d{1,2})"

PORTUGUESE = ReadingTable(
    version="3",
    digits=tuple("zero um dois três quatro cinco seis sete oito nove".split()),  # noqa: SIM905 - as words
    phones=PhoneTable(
        plus="mais",
        shapes=(
            r"\(\d{2}\) ?\d{4,5}[ -]\d{4}|\d{2} 9?\d{4}-\d{4}|9?\d{4}-\d{4}",
            r"[2389]\d{2}(?:[ .]\d{3}){2}|808 \d{2} \d{2} \d{2}",
        ),
        alone="188",
        call=(
            r"lig(?:ue|ar|a|ando|uem)|telefon(?:e|ar|a)|disqu(?:e|ar)|disc(?:ar|a)|número|tel|emergências?|contat(?:e|ar|o)|"
            r"linha|cvv|samu|escrev(?:a|er)|sms|whatsapp|chame"
        ),
        links="o|para|pro|ao|no|ou|e|é|número|gratuitamente|grátis",
        call_after="(?:atende|está disponível|é gratuito)",
        uncounted=(
            "ou|e|se|em|a|ao|para|por|quando|é|são|grátis|gratuito|gratuitamente|de|do|da|dos|das|o|os|as|que|onde|"
            "agora|sempre|cada|desde|durante|sem|com|hoje|dia|também|como|porque|mas|atende|funciona|no|na|qualquer|24"
        ),
    ),
    address={"@": "arroba", ".": "ponto", "/": "barra", "-": "hífen", "_": "sublinhado"},
    endings="com\\.br|org\\.br|gov\\.br|net\\.br|br|pt|org|net|info|eu",
    around_the_clock="vinte e quatro horas por dia, sete dias por semana",
    months=(
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
    date="{day} de {month} de {year}",
    first="primeiro",
    between="a",
    fractions={
        "½": "meio",
        "¼": "um quarto",
        "¾": "três quartos",
        "⅓": "um terço",
        "⅔": "dois terços",
        **small_fractions("um dois três quatro cinco sete", "quinto sexto sétimo oitavo nono décimo", ("o", "os")),
        "1/2": "meio",
        "1/4": "um quarto",
        "3/4": "três quartos",
        "1/3": "um terço",
        "2/3": "dois terços",
    },
    halves="{whole} e {part}",
    of_ten="{above} de 10",
    times="vezes",
    one="uma vez",
    units={
        "s": ("um segundo", "segundos"),
        "seg": ("um segundo", "segundos"),
        "min": ("um minuto", "minutos"),
        "h": ("uma hora", "horas"),
        "hs": ("uma hora", "horas"),
        "mm": ("um milímetro", "milímetros"),
        "cm": ("um centímetro", "centímetros"),
        "m": ("um metro", "metros"),
        "km": ("um quilômetro", "quilômetros"),
        "km/h": ("um quilômetro por hora", "quilômetros por hora"),
        "g": ("um grama", "gramas"),
        "mg": ("um miligrama", "miligramas"),
        "kg": ("um quilograma", "quilogramas"),
        "l": ("um litro", "litros"),
        "L": ("um litro", "litros"),
        "ml": ("um mililitro", "mililitros"),
        "mL": ("um mililitro", "mililitros"),
        "°C": ("um grau Celsius", "graus Celsius"),
        "° C": ("um grau Celsius", "graus Celsius"),
        "ºC": ("um grau Celsius", "graus Celsius"),
        "º C": ("um grau Celsius", "graus Celsius"),
        "°": ("um grau", "graus"),
        "°F": ("um grau Fahrenheit", "graus Fahrenheit"),
        "Hz": ("um hertz", "hertz"),
    },
    money={
        "R$": ("um real", "reais"),
        "€": ("um euro", "euros"),
        "EUR": ("um euro", "euros"),
        "US$": ("um dólar", "dólares"),
        "$": ("um dólar", "dólares"),
        "£": ("uma libra", "libras"),
        "¥": ("um iene", "ienes"),
    },
    cents=" e ",
    signs={
        "<": "menos de ",
        ">": "mais de ",
        "~": "cerca de ",
        "#": "número ",
        "&": " e ",
        "≥": " pelo menos ",
        "≤": " no máximo ",
        "≠": " não é ",
        "≈": " cerca de ",
        "=": " é igual a ",
        "±": " mais ou menos ",
        "−": " menos ",
        "→": " a ",
        "•": ", ",
        "·": ", ",
        "°C": " graus Celsius ",
        "÷": " dividido por ",
        "×": " vezes ",
        "‰": " por mil ",
        "§§": " parágrafos ",
        "§": " parágrafo ",
        "√": " raiz de ",
        "∞": " infinito ",
        "+": " mais ",
        "@": " arroba ",
    },
    abbreviations={
        "Sr.ª": "senhora",
        "Sr.": "senhor",
        "Sra.": "senhora",
        "Srª": "senhora",
        "Srs.": "senhores",
        "Sras.": "senhoras",
        "Srta.": "senhorita",
        "Sr": "senhor",
        "Sra": "senhora",
        "Srta": "senhorita",
        "sr.": "senhor",
        "sra.": "senhora",
        "Dr.ª": "doutora",
        "Drª": "doutora",
        "Dr.": "doutor",
        "Dra.": "doutora",
        "Drs.": "doutores",
        "Prof.ª": "professora",
        "Profª": "professora",
        "Prof.": "professor",
        "Profa.": "professora",
        "p. ex.": "por exemplo",
        "etc.?": "et cetera",
        "aprox.": "aproximadamente",
        "tel.": "telefone",
        "máx.": "máximo",
        "mín.": "mínimo",
        "min.": "minutos",
        "seg.": "segundos",
        "Av.": "avenida",
        "a. C.": "antes de Cristo",
        "d. C.": "depois de Cristo",
        "obs.": "observação",
        "V. Ex.ª": "vossa excelência",
        "vs.?": "contra",
        "i. e.": "isto é",
        "Sto.": "Santo",
        "Sta.": "Santa",
        "dto.": "direito",
        "séc.": "século",
        "esq.": "esquerda",
        "q. b.": "quanto baste",
    },
    before_numbers={
        "n.º": "número",
        "n.°": "número",
        "n°": "número",
        "pág.": "página",
        "págs.": "páginas",
        "p.": "página",
        "pp.": "páginas",
        "cap.": "capítulo",
        "art.": "artigo",
        "vol.": "volume",
        "fig.": "figura",
        "núm.": "número",
    },
    own=(
        rule(r"(?<=[^\W\d_])@(?=s?(?!\w))", "o"),  # tod@s
        rule(rf"{_APART}(\d{{1,2}}(?: ?h ?\d{{0,2}}|:\d{{2}})) ?[-–] ?(?=\d{{1,2}}(?: ?h\b| ?h ?\d|:\d\d))", r"\1 às "),
        rule(rf"{_APART}{_HOURS} ?h ?(?P<minutes>\d{{2}})(?P<length> ?min\b{POINT})?(?!\w)", _clock),
        rule(rf"{_APART}{_HOURS}:(?P<minutes>00)(?P<length>(?!))?(?: ?(?:h|horas)\b)?(?![\d:])", _clock),
        rule(r"(?<=\d:\d\d) ?h\b", ""),
        rule(r"(\d{1,3})\.([ºª])", r"\1\2"),
        rule(rf"{_APART}(\d{{1,2}})o(?!\w)", r"\1º"),
        rule(rf"{_APART}(\d{{1,2}})a(?!\w)", r"\1ª"),
        rule(
            rf"{_APART}(\d{{1,2}})\.?° (?=(?:passo|dia|ciclo|nível|exercício|ponto|andar|encontro|módulo|século)\b)",
            r"\1º ",
        ),
        rule(
            rf"\b({listed(_DAYS)})\.? ?[-–] ?({listed(_DAYS)})\b{POINT}",
            lambda match: f"{_DAYS[match[1].lower()]} a {_DAYS[match[2].lower()]}",
            re.IGNORECASE,
        ),
        rule(rf"{_APART}(?:½|1/2) (?=(?:hora|xícara|colher)\b)", "meia "),
        rule(rf"{_APART}1 ?½ (hora|xícara)s?\b", r"uma \1 e meia"),
        rule(rf"{_APART}(\d{{1,2}}) ?½ (horas|xícaras)\b", r"\1 \2 e meia"),
        rule(r"\b(?P<stem>[^\W\d_]{2,20})o(?:(?P<many>s)(?:/as|\(as\))|/a|\(a\))(?!\w)", _both),
    ),
    last=(
        rule(r"(^|\b[a-zà-ÿ]+ )S\. (?=[A-ZÀ-Ý])", r"\1São "),
        rule(r"(?<![\w.])([Ee])x\.(?= ?:)", r"\1xemplo"),
        rule(rf"{_APART}1 (?=(?:{_FEMININE})\b)", "uma "),
        rule(rf"{_APART}2 (?=(?:{_FEMININES})\b)", "duas "),
        rule(rf"{_APART}([2-9])2 (?=(?:{_FEMININES})\b)", r"\g<1>0 e duas "),
    ),
)
