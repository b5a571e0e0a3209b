"""The part of the editor's screen that has pasted text read as a document, and shows what became of what."""

import asyncio
from typing import TYPE_CHECKING

from textual import work

from feltsense.errors import ImportingError
from feltsense.tui.editor import dialogs
from feltsense.tui.editor.finding_actions import FindingActions
from feltsense.tui.editor.script_area import ScriptArea

if TYPE_CHECKING:
    from feltsense.authoring.paste import PasteOffer


class ImportActions(FindingActions):
    """What is pasted stands in the script at once, exactly as it is; reading it as a document is an edit after it."""

    def on_script_area_pasted(self, event: ScriptArea.Pasted) -> None:
        """Show where something was pasted, and see what importing makes of it."""
        event.stop()
        self.close_list()
        start, end = self.area.offset_of(event.start), self.area.offset_of(event.end)
        self.read_pasted(self.area.text[start:end], start)

    @work(group="paste", exclusive=True)
    async def read_pasted(self, pasted: str, start: int) -> None:
        """Offer to read what was pasted as a document."""
        from feltsense.authoring.paste import offer_import, place_import  # noqa: PLC0415 - not before the first frame

        offer = await asyncio.to_thread(offer_import, pasted, self.session.title)
        if offer is None or not self.is_current:
            return
        if place_import(pasted, 0, offer).text.split() == pasted.split() and self.area.text.strip() == pasted.strip():
            return  # a script of ours on an empty page
        asked = dialogs.pasted(offer.summary, len(offer.imported.practices), self.size.width)
        if await self.player_app.ask(asked) == dialogs.AS_READ:
            self._put_in(offer, start)

    async def read_whole(self) -> None:
        """Offer to read the whole text as the document of another program that it is. Call it from a worker."""
        from feltsense.authoring.paste import read_as_document  # noqa: PLC0415 - not before the first frame

        try:
            offer = await asyncio.to_thread(read_as_document, self.area.text, self.session.title)
        except ImportingError as error:
            self.show_message(f"{error.message} {error.hint}")
            return
        if await self.player_app.ask(dialogs.foreign_text(offer.summary, self.size.width)) == dialogs.AS_READ:
            self._put_in(offer, 0)

    def _put_in(self, offer: "PasteOffer", start: int) -> None:
        """Put what was read in the place of the text that it was read from."""
        from feltsense.authoring.paste import place_import  # noqa: PLC0415 - as above

        whole = self.area.text
        start = start if whole.startswith(offer.pasted, start) else whole.find(offer.pasted)
        if start < 0:
            self.show_message("What was pasted has been changed meanwhile, and stays as it is.")
            return
        self.area.change(place_import(whole, start, offer))
        self.take_text()
        self.session.imported = offer.imported
        counted = f": {offer.summary}" if offer.summary else ""
        self.show_message(f"^Z undoes it, ^G shows what became of what{counted}.")

    def action_report(self) -> None:
        """Show what became of what in the document that this script was made of."""
        from feltsense.tui.editor.report import ReportScreen  # noqa: PLC0415 - not before the first frame

        if self.session.imported is None:
            self.show_message("Nothing of this script was read from a document since it was opened.")
        else:
            self.app.push_screen(ReportScreen(self.session.imported))
