"""Readers: a file of one kind to neutral blocks."""
