"""The library screen: exercises by what would help."""
