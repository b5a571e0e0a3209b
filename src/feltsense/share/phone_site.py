"""A phone's folder as it is shared: the page that may send check-ins home, a feed, and a private place meanwhile."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from feltsense.errors import RenderError, ShareError, reason_of
from feltsense.phone.feed import FEED_FILE, chapters_json, chapters_name, feed_xml
from feltsense.phone.model import PhoneFolder
from feltsense.phone.publishing import PAGE
from feltsense.share.content import ServedFile, served_files
from feltsense.share.inbox import Inbox
from feltsense.share.receiving import receiver
from feltsense.share.requests import CHECK_INS
from feltsense.share.session import IDLE_S, ShareSession
from feltsense.system.files import FOLDER_MODE, private_folder
from feltsense.system.paths import Workspace, cache_home, shown_path
from feltsense.system.temporary import temporary_path
from feltsense.units import SAMPLE_RATE

_NAME = "share"
_AFTERWARDS_S = 15 * 60.0


def serve_folder(session: ShareSession, made: PhoneFolder, inbox: Inbox, workspace: Workspace) -> float:
    """Serve a folder, and keep in `inbox` what comes home; return the seconds without a request after which it ends.

    Raises:
        ShareError: a file of it cannot be read, or it cannot be served.
    """
    idle_s = idle_s_of(made)
    session.start(phone_site(made, session.address), receiver(inbox, workspace), idle_s=idle_s)
    return idle_s


def phone_site(made: PhoneFolder, address: str) -> dict[str, ServedFile]:
    """Return all that is served of a folder, by names below `address`.

    Args:
        made: the folder; it stays as it is meanwhile.
        address: of the page, with a slash at its end; the feed is full of it.

    Raises:
        ShareError: a file of it cannot be read.
    """
    feed = feed_xml(made.tracks, address, made.data["title"])
    chapters = {chapters_name(track): chapters_json(track).encode() for track in made.tracks}
    pages = {PAGE: made.page(CHECK_INS).encode(), FEED_FILE: feed.encode()}
    try:
        return served_files({**made.files, **chapters, **pages})
    except OSError as error:
        raise ShareError(f"What was made cannot be read: {reason_of(error)}.", "Try again.") from error


def idle_s_of(made: PhoneFolder) -> float:
    """Return after how long without a request sharing ends: half an hour, or longer than the longest exercise.

    A player that has all of it asks for nothing until it is over; then the answers come home.
    """
    return max([IDLE_S, *(track.length / SAMPLE_RATE + _AFTERWARDS_S for track in made.tracks)])


@contextmanager
def folder_to_share() -> Iterator[Path]:
    """Give a name for a folder that only its owner can look into; it is removed in the end.

    What a killed process left of such folders is removed first.

    Raises:
        ShareError: there is no place for it.
        RenderError: as in the block, with words that fit.
    """
    parent = cache_home() or Path(tempfile.gettempdir())
    with ExitStack() as stack:
        try:
            private_folder(parent)
            outer = stack.enter_context(temporary_path(parent / _NAME))
            outer.mkdir(mode=FOLDER_MODE)
        except OSError as error:
            raise ShareError(
                f"{parent} cannot be used: {reason_of(error)}.", "Make room there, or look at its rights."
            ) from error
        folder = outer / _NAME
        try:
            yield folder
        except RenderError as error:
            raise _without_folder(error, folder, parent) from error


def _without_folder(error: RenderError, folder: Path, parent: Path) -> RenderError:
    """Return an error that does not speak of a folder which nobody knows, and which is gone then."""
    if str(folder) not in error.message:
        return error
    told = error.message.replace(f"{folder}{os.sep}", "").replace(str(folder), "The folder for the phone")
    return RenderError(told, f"It is made below {shown_path(parent)}. Free some space there, and try again.")
