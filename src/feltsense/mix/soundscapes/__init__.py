"""Endless background sound, all of it synthesised: rain, ocean, wind and their kin."""
