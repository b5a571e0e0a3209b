"""This machine: paths, settings, private files, memory."""
