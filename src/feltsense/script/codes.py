"""Every diagnostic of the format: its code, and what it is about."""

CODES = {
    "S001": "The file is longer than a script can be.",
    "S002": "The file is not UTF-8 text.",
    "S003": "There is nothing to speak.",
    "S010": "The front matter has no end.",
    "S011": "The front matter is not valid YAML.",
    "S012": "The front matter is larger, deeper or more tangled than it may be.",
    "S013": "A key of the front matter is not known.",
    "S014": "A value of the front matter is not of its kind.",
    "S015": "A key of the front matter that a library needs is missing.",
    "S016": "A key of the front matter stands there twice.",
    "S017": "A pronunciation is given for a word that is never said.",
    "S020": "A cue is not known.",
    "S021": "A bracket is not closed, or closes nothing.",
    "S022": "A length of time is not understood, or is out of bounds.",
    "S023": "A breath cue is not understood.",
    "S024": "A bell cue is not understood.",
    "S025": "A sound file is outside the script's folder.",
    "S026": "A number is out of bounds.",
    "S027": "A sound file or a soundscape that the script names is not there, or cannot be used.",
    "S030": "A block is not closed.",
    "S031": "[end] closes nothing.",
    "S032": "Blocks are nested too deeply.",
    "S033": "Repeats make the script longer than it may be.",
    "S034": "A cue stands in a heading.",
    "S040": "HTML is not spoken.",
    "S041": "A picture character or symbol was left out.",
    "S042": "A link was left out; its words are spoken.",
    "S043": "A check comment gives no reason.",
    "S044": "A comment is not closed.",
    "S050": "Understood, and there is a plainer way to write it.",
    "S051": "Parentheses look like a cue, and are spoken.",
    "S099": "More was found than is shown.",
}

NOT_BESIDE = "S027"
"""The only one that needs more than the script's text, and so is found by `feltsense check` and not by the parser."""
