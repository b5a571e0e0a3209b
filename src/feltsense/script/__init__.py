"""The script language: text in, an `Exercise` and diagnostics out. Pure: no audio, no screen, no files."""
