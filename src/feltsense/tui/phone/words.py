"""What the screen says while something is made and shared. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from feltsense.share.session import (
    NOBODY_CAME,
    CheckInsReceived,
    NobodyCame,
    ReceivingFailed,
    SharingEnded,
    VisitorCame,
)
from feltsense.tui.phone.sharing import MakingStep, SharingBegan, SharingFailed, SharingNews
from feltsense.tui.widgets.text import Paragraph

_BAR = 24
_CHANGES: Mapping[type, dict[str, Any]] = {
    VisitorCame: {"came": True},
    NobodyCame: {"nobody": True},
    CheckInsReceived: {"came": True, "trouble": ""},
    SharingEnded: {"ended": True},
}
"""What is known after each."""

_FEED = "A podcast app takes this address with feed.xml behind it."


@dataclass(frozen=True, slots=True)
class SharingState:
    """All that is known of a sharing, and said of it."""

    making: MakingStep | None = None
    began: SharingBegan | None = None
    failed: SharingFailed | None = None
    came: bool = False
    """Whether a phone has opened the page."""
    nobody: bool = False
    """Whether nobody has, for a minute."""
    trouble: str = ""
    """What came and could not be kept."""
    ended: bool = False
    waiting: str = ""
    """What came and waits, in words."""

    @property
    def open(self) -> bool:
        """Whether a phone can come."""
        return self.began is not None and self.failed is None and not self.ended

    def with_news(self, news: SharingNews) -> "SharingState":
        """Return what is known after `news`."""
        match news:
            case MakingStep():
                return replace(self, making=news)
            case SharingBegan():
                return replace(self, began=news)
            case SharingFailed():
                return replace(self, failed=news)
            case ReceivingFailed():
                return replace(self, trouble=f"{news.error.message} {news.error.hint}".strip())
            case _:
                return replace(self, **_CHANGES[type(news)])

    def with_waiting(self, words: str) -> "SharingState":
        """Return it with what waits, in words."""
        return replace(self, waiting=words)


def sharing_words(state: SharingState, *, code_seen: bool, roomy: bool = True) -> tuple[Paragraph, ...]:
    """Return what is said, the most important first.

    Args:
        state: how it is.
        code_seen: whether there is room for the code.
        roomy: whether there is room for what is good to know.
    """
    if state.failed is not None:
        return (Paragraph(state.failed.error.hint, state.failed.error.message),)
    if state.began is None:
        return _making_words(state.making)
    if state.ended:
        return (Paragraph("Nobody has asked for anything for a while.", "Sharing has ended."), *_received(state))
    notes = tuple(Paragraph(note) for note in state.began.notes)
    ends = Paragraph(f"{_FEED}\n\nIt ends by itself after {state.began.minutes} minutes without anybody.")
    return (*_received(state), *_who(state, code_seen=code_seen), *notes, *((ends,) if roomy else ()))


def _bar(step: MakingStep) -> str:
    """Return how far an exercise is, as a line."""
    filled = round(step.percent / 100 * _BAR)
    return f"{'━' * filled}{'─' * (_BAR - filled)} {step.percent:>3} %"


def _making_words(step: MakingStep | None) -> tuple[Paragraph, ...]:
    if step is None:
        return (Paragraph("", "Making it ready …"),)
    return (Paragraph(_bar(step), f"Making {step.number} of {step.count}: {step.name}"),)


def _received(state: SharingState) -> tuple[Paragraph, ...]:
    trouble = (Paragraph(state.trouble, "Something came that could not be kept."),) if state.trouble else ()
    if not state.waiting:
        return trouble
    return (*trouble, Paragraph("b brings it into your journal.", f"It came home: {state.waiting}."))


def _who(state: SharingState, *, code_seen: bool) -> tuple[Paragraph, ...]:
    scan = "Point the phone's camera at the code, or type the address into its browser."
    type_it = "Type the address into the phone's browser. A larger window shows a code for the camera, too."
    if state.came:
        return (Paragraph("Leave this open while it is listened to.", "The phone is here."),)
    if state.nobody:
        return (Paragraph(NOBODY_CAME.removeprefix("Nobody has come yet. "), "Nobody has come yet."),)
    return (Paragraph(f"The phone must be in the same Wi-Fi as this machine.\n\n{scan if code_seen else type_it}"),)
