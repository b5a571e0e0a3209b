"""What the parts of a document are: title, heading, metadata, label, page furniture, note, or words.

`arrange.py` names the passes in their order; each is a module. Words that they know a thing by are in `vocabulary.py`.
"""
