"""Voices: phrase in, speech out, and the cache that keeps it."""
