"""Schema migrations of the journal's database. Each migration and its record are one transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

APPLICATION_ID = 0x66656C74
"""“felt”: marks the file as ours, in its header."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the schema. Its number is its place in `MIGRATIONS`, from 1."""

    name: str
    statements: tuple[str, ...]


_RECORDS = """
CREATE TABLE IF NOT EXISTS migrations (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    taken_at TEXT NOT NULL
)"""

_CHECK_IN = """
    {when}_distress INTEGER CHECK ({when}_distress BETWEEN 0 AND 10),
    {when}_connection INTEGER CHECK ({when}_connection BETWEEN 0 AND 10),
    {when}_place TEXT,
    {when}_word TEXT,
    {when}_too_much TEXT CHECK ({when}_too_much IN ('no', 'bit', 'yes')),
    {when}_note TEXT NOT NULL DEFAULT '',
    {when}_said_at TEXT"""

_PRACTICES = f"""
CREATE TABLE practices (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: another player may still hold a deleted one
    uid TEXT NOT NULL UNIQUE,
    kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)), -- 1 once something was heard or said
    began_us INTEGER NOT NULL, -- began_at in microseconds since 1970, to sort by
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    script_sha256 TEXT NOT NULL,
    voice TEXT NOT NULL,
    tier INTEGER NOT NULL,
    asked_ms INTEGER,
    length_ms INTEGER,
    began_at TEXT NOT NULL,
    heard_ms INTEGER NOT NULL DEFAULT 0,
    ended_at TEXT,
    ended TEXT NOT NULL DEFAULT 'interrupted' CHECK (ended IN ('whole', 'early', 'interrupted')),
    rescued_at_ms INTEGER,
    wording INTEGER NOT NULL,{_CHECK_IN.format(when="before")},{_CHECK_IN.format(when="after")}
)"""

MIGRATIONS = (
    Migration(
        "practices and check-ins",
        (
            _PRACTICES,
            "CREATE INDEX practices_by_time ON practices (kept, began_us, id)",
            "CREATE INDEX practices_by_exercise ON practices (kept, slug, began_us)",
        ),
    ),
    Migration(
        "when a note was written later",
        ("ALTER TABLE practices ADD COLUMN note_written_at TEXT",),
    ),
)


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many migrations the file has been through."""
    found: tuple[int] = connection.execute("PRAGMA user_version").fetchone()
    return found[0]


def migrate(connection: sqlite3.Connection, now: str, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Apply the migrations that are missing, each in one transaction with its record. Safe with another process at it.

    Args:
        connection: without automatic transactions.
        now: goes into the record.
        steps: all migrations there are, in order.
    """
    for number, step in enumerate(steps, 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) < number:
                _apply(connection, number, step, now)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _apply(connection: sqlite3.Connection, number: int, step: Migration, now: str) -> None:
    for statement in step.statements:
        connection.execute(statement)
    connection.execute(_RECORDS)
    connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", (number, step.name, now))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")
