"""The voices in use: each is opened once, when it is first asked for, and kept warm until all are let go."""

import threading
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from feltsense.system.paths import Workspace, cache_limit
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import open_voice
from feltsense.voice.speaker import Speaker


class Speakers:
    """Speakers by the name of their voice, over one speech cache. Safe to use from several threads."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = threading.Lock()
        self._open: dict[str, Speaker] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def speaker(self, voice: str) -> Speaker:
        """Return the speaker of the voice called `voice`.

        Raises:
            FeltsenseError: there is no such voice, or the cache's limit is no size.
        """
        with self._lock:
            if voice not in self._open:
                cache = SpeechCache(self._workspace.audio_cache, cache_limit())
                self._open[voice] = self._stack.enter_context(Speaker(open_voice(voice), cache))
            return self._open[voice]

    def close(self) -> None:
        """Let go of all voices. Calling it twice is fine."""
        self._stack.close()
