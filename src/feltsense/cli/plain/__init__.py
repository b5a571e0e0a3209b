"""The linear player: the same practice as on the screen, one line an event, for screen readers and pipes."""
