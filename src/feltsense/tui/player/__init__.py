"""The player screen: words, breath, progress."""
