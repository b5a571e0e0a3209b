"""The phone's page in Firefox, where it is there: opened from a folder, and from the computer that shares it."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sharing import sharing

from feltsense.journal.model import Outcome
from feltsense.phone.model import PhoneFolder
from feltsense.share.incoming import checked_records
from firefox import Firefox, started_firefox
from null_sink import until

pytestmark = pytest.mark.slow


def practise(firefox: Firefox) -> None:
    """Go through feet on the floor: ground oneself, answer, listen, seek, end, answer."""
    firefox.tap("#ground")
    firefox.wait_until_heard(0.1)
    firefox.tap("#to-list")
    firefox.tap("main a", "Feet on the floor")
    firefox.tap("button", "Begin")
    firefox.wait_for("h2", "How is it now?")
    firefox.tap("label:has(input[name=distress][value='6'])")
    firefox.tap("button", "Begin")
    firefox.wait_until_heard(0.1)
    firefox.run(_SEEK, 60_000)
    firefox.wait_until_heard(60.1)
    firefox.tap("button", "End here")
    firefox.wait_for("h2", "And now?")
    firefox.tap("label:has(input[name=distress][value='4'])")
    firefox.tap("button", "Done")
    firefox.wait_for("h2", "However that was, you were here for it.")


_SEEK = """
const bar = document.querySelector("input[aria-label='Where it is']");
bar.value = arguments[0];
for (const name of ["input", "change"]) bar.dispatchEvent(new Event(name, { bubbles: true }));
"""
_KEPT = "return Object.entries(localStorage).filter(([key]) => key.startsWith('feltsense.practice.')).map((e) => e[1])"


def test_a_practice_is_gone_through_from_a_folder_and_from_home(phone_folder: PhoneFolder, tmp_path: Path) -> None:
    def take(body: bytes) -> Sequence[str]:
        return [each.uid for each in checked_records(body, datetime.now(UTC))]

    files: dict[str, bytes | Path] = {**phone_folder.files, "index.html": phone_folder.page("checkins").encode()}
    with started_firefox(tmp_path / "profile") as firefox:
        firefox.open((phone_folder.folder / "index.html").as_uri())
        practise(firefox)
        (kept,) = map(json.loads, firefox.run(_KEPT))
        assert (kept["before"]["distress"], kept["after"]["distress"]) == (6, 4)
        with sharing(files, take) as at:
            firefox.open(at.session.address)
            practise(firefox)
            until(lambda: any(json.loads(body)["practices"][-1]["after"]["distress"] == 4 for body in at.bodies))
            last = checked_records(at.bodies[-1], datetime.now(UTC))[-1]
            assert (last.slug, last.ended, last.before.distress) == ("feet-on-the-floor", Outcome.EARLY, 6)
            assert 60_100 <= last.heard_ms < 80_000
        assert firefox.errors() == []
