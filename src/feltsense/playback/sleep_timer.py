"""A sleep timer: counts frames of sound, fades over the last of them, and is over on a frame. Pure."""


class SleepTimer:
    """So many frames of sound until all is over. Silence while it is paused or waited for does not count.

    Args:
        length: frames, the fade included; None for no timer.
        fade: frames of the fade at most.
    """

    def __init__(self, length: int | None = None, fade: int = 0) -> None:
        self.left = length
        """Frames until it is over; None without a timer."""
        self.fading = False
        self._fade = fade if length is None else min(fade, length)

    @property
    def due(self) -> bool:
        """Tell whether the fade is to begin."""
        return self.left is not None and not self.fading and self.left <= self._fade

    def begin_fade(self) -> int:
        """Begin to fade; return in how many frames it is over."""
        self.fading = True
        return self.left or 0

    def until_fade(self, count: int) -> int:
        """Return as many of the next `count` frames as come before the fade; all of them in it or without a timer."""
        return count if self.left is None or self.fading else min(count, self.left - self._fade)

    def take(self, count: int) -> None:
        """Count frames of sound that are handed out."""
        if self.left is not None:
            self.left = max(0, self.left - count)

    def give_back(self, count: int) -> None:
        """Count frames that were handed out, and will never be heard, as still to come; not within the fade."""
        if self.left is not None and not self.fading:
            self.left += max(0, count)
