"""One thing at a time: each screen shows what it is given, says what was chosen, and keeps nothing."""
