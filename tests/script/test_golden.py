"""What scripts are understood as, one golden file for each part of the format and for its mistakes.

`FELTSENSE_GOLDEN=write pytest tests/script/test_golden.py` writes the expectations anew; read the difference.
"""

from pathlib import Path

import pytest
from golden_form import dump

from feltsense.script.diagnostics import CODES, NOT_BESIDE, UNFIT_VOICE
from feltsense.script.parser import parse
from golden_cases import Case, loaded

FILES = sorted((Path(__file__).parent / "golden").glob("*.md"))


def understood(case: Case) -> str:
    return dump(parse(case.source, "sample"))


CASES = [pytest.param(case, id=f"{file.stem}: {case.name}") for file in FILES for case in loaded(file, understood)]


@pytest.mark.parametrize("case", CASES)
def test_a_script_is_understood_as_its_golden_file_says(case: Case) -> None:
    assert understood(case).splitlines() == case.expected.splitlines()


def test_every_diagnostic_stands_in_a_golden_file() -> None:
    expected = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    assert [code for code in CODES if f" {code} " not in expected] == [NOT_BESIDE, UNFIT_VOICE]
