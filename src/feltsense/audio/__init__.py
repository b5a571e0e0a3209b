"""Samples without meaning: whole numbers, sample rates, fades, loudness, limiting, decoding files."""
