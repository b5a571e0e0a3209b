"""The exercises there are, and finding one by what would help."""
