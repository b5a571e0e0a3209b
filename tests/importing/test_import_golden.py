"""What documents become, one golden file for each kind of thing that people write.

An input ends at a line `@@@@@`; then come the front matter that is filled in, the script below it, and the report.
`FELTSENSE_GOLDEN=write pytest tests/importing/test_import_golden.py` writes the expectations anew; read the difference.
"""

from pathlib import Path

import pytest
from imports import report_lines

from feltsense.importing.detect import import_script
from feltsense.importing.front_matter import new_front_matter
from feltsense.script.diagnostics import BLANK
from feltsense.script.parser import parse
from golden_cases import Case, loaded

PARTING = "@@@@@"
TO_FILL_IN = new_front_matter({}).splitlines()
FILES = sorted((Path(__file__).parent / "golden").glob("*.txt"))


def imported(case: Case) -> str:
    """Return what a case becomes: front matter without what is to be filled in, script, report."""
    made = import_script(case.source, "some-script")
    _, front, script = made.script.split("---\n", 2)
    given = [line for line in front.splitlines() if line not in TO_FILL_IN]
    parts = ["\n".join(given), script.strip("\n"), "\n".join(report_lines(made))]
    return "\n---\n".join(part for part in parts if part).replace("  \n", " ␠\n")


CASES = [
    pytest.param(case, id=f"{file.stem}: {case.name}") for file in FILES for case in loaded(file, imported, PARTING)
]


@pytest.mark.parametrize("case", CASES)
def test_a_document_becomes_what_its_golden_file_says(case: Case) -> None:
    assert imported(case).splitlines() == case.expected.splitlines()
    errors = parse(import_script(case.source, "some-script").script, "made").errors
    assert [found for found in errors if found.code != BLANK] == []
