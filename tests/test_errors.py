"""What an error of the system becomes within a sentence."""

import pytest

from feltsense.errors import reason_of


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied", "/a/b"), "permission denied"),
        (OSError("Broken in a new way"), "broken in a new way"),
        (ValueError("No number"), "no number"),
        (OSError(), "no reason given"),
    ],
)
def test_a_reason_stands_within_a_sentence(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason
