"""The rules, one a file. A module here with a `RULE` is found by itself; see `rule.py`."""
