"""What a phone sends, for tests: as its page makes it, and with something changed."""

import json
from datetime import datetime, timedelta
from typing import Any

from feltsense.journal.export import write_export
from feltsense.journal.model import Practice
from feltsense.journal.records import ExportFormat
from practising import START, pairs

NOW = START + timedelta(days=30)


def clock() -> datetime:
    return NOW


def message(*practices: Practice) -> bytes:
    """Return practices as a phone sends them."""
    return "".join(write_export(practices, ExportFormat.JSON, notes=True)).encode()


def changed(**changes: Any) -> bytes:
    """Return one practice with other fields; those of a check-in are named as `before_distress`."""
    document = json.loads(message(*pairs((7, 5))))
    record = document["practices"][0]
    for name, value in changes.items():
        when, _, field = name.partition("_")
        if when in ("before", "after"):
            record[when][field] = value
        else:
            record[name] = value
    return json.dumps(document).encode()
