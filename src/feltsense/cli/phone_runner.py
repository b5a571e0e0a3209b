"""Makes pages for phones for the command line, and tells how it went."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from feltsense.cli.diagnostics import expect_sound_scripts
from feltsense.cli.output import echo, echo_json, failure_record, show_error
from feltsense.cli.plain.support import country_note
from feltsense.cli.progress import PhoneProgressBar
from feltsense.cli.wrapping import wrap_text
from feltsense.errors import FeltsenseError
from feltsense.phone.folder import build_phone_folder
from feltsense.phone.model import PhoneFolder, PhoneRequest
from feltsense.phone.publishing import PAGE
from feltsense.phone.single import build_single_page
from feltsense.units import clock, milliseconds

_OPENS = (
    "  It opens in a browser on a computer, and on phones from a web space. In a phone's file manager it does not:",
    "  there, feltsense share brings it into the same Wi-Fi, or copy the MP3 files. README.txt says more.",
)


_ONE_FILE = (
    "  {megabytes:.1f} MB, with all that it needs inside. Open it in a browser.",
    "  A preview, as in mails or in an iPhone's Files, shows it without its player.",
)


class PhoneRunner:
    """Makes one folder, or one file."""

    def __init__(self, request: PhoneRequest, output: str | None, *, as_json: bool) -> None:
        self._request = request
        self._output = output
        self._as_json = as_json

    def folder(self) -> bool:
        """Make a folder, and tell of it; return whether it went well."""
        folder = Path(self._output or "")
        try:
            expect_sound_scripts(self._request.names, self._request.workspace)
            with PhoneProgressBar() as bar:
                done = build_phone_folder(self._request, folder, bar.tell)
        except FeltsenseError as error:
            return self._failed(error)
        self._tell(done)
        return True

    def single(self, name: str) -> bool:
        """Make one file of one exercise, and tell of it; return whether it went well."""
        request = replace(self._request, names=(name,))
        try:
            expect_sound_scripts(request.names, request.workspace)
            with PhoneProgressBar() as bar:
                path = build_single_page(request, self._output, bar.tell)
        except FeltsenseError as error:
            return self._failed(error)
        if self._as_json:
            echo_json({"ok": True, "page": str(path), "bytes": path.stat().st_size})
        else:
            echo(path)
            for line in _ONE_FILE:
                echo(line.format(megabytes=path.stat().st_size / 1e6), err=True)
        self._tell_country()
        return True

    def _failed(self, error: FeltsenseError) -> bool:
        if self._as_json:
            echo_json(failure_record(error))
        show_error(error)
        return False

    def _tell(self, done: PhoneFolder) -> None:
        if self._as_json:
            echo_json(_record(done))
        else:
            echo(done.folder / PAGE)
            whole = clock(sum(track.length for track in done.tracks))
            count = "1 exercise" if len(done.tracks) == 1 else f"{len(done.tracks)} exercises"
            echo(f"  {count}, {whole} in all, and the pieces for “ground me now”", err=True)
            for line in _OPENS:
                echo(line, err=True)
        for note in done.notes:
            echo(f"  {note}", err=True)
        self._tell_country()

    def _tell_country(self) -> None:
        if not self._as_json and (note := country_note(self._request.region)):
            echo(wrap_text(note, "  "), err=True)


def _record(done: PhoneFolder) -> dict[str, Any]:
    """Return what was made as plain data, for programs."""
    return {
        "ok": True,
        "folder": str(done.folder),
        "page": str(done.folder / PAGE),
        "files": list(done.files),
        "tracks": [
            {
                "slug": track.slug,
                "title": track.title,
                "audio": track.audio,
                "transcript": track.transcript,
                "captions": track.captions,
                "duration_ms": milliseconds(track.length),
                "bytes": track.size,
            }
            for track in done.tracks
        ],
        "notes": list(done.notes),
    }
