"""Scripts that were written elsewhere: a reader → blocks → their structure → our script, and a report of each change.

Where to change what: a new file format is a module in `readers/` and a line in `detect.py`; what is a title, a heading,
a note, or page furniture is in `structure/`; a new spelling of a cue or of a note in brackets is in `directions.py`;
time stamps before a paragraph are in `cues.py`; lines are laid out in `layout.py`.
"""
