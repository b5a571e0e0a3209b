"""Scripts that were written elsewhere: a reader → blocks → our script, and a report of what became of what.

Where to change what: a new file format is a module in `readers/` and a line in `detect.py`; a new spelling of a cue or
of a note is in `directions.py`; labels and time stamps before a paragraph are in `cues.py`; lines are laid out in
`layout.py`.
"""
