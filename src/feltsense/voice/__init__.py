"""Voices: from a phrase to speech, and the cache that stores it."""
