"""What a text becomes, without the front matter that is to be filled in."""

from feltsense.importing.convert import ImportedScript
from feltsense.importing.detect import import_script


def made(source: str | bytes) -> ImportedScript:
    return import_script(source.encode() if isinstance(source, str) else source, "some-script")


def body(source: str | bytes) -> str:
    """Return the script below its front matter."""
    return made(source).script.split("---\n", 2)[2].strip("\n")


def changes(source: str | bytes) -> list[str]:
    """Return the report as lines."""
    return report_lines(made(source))


def report_lines(script: ImportedScript) -> list[str]:
    return [f"{each.place} {each.kind}: {each.before} → {each.after}".rstrip(" →") for each in script.changes]
