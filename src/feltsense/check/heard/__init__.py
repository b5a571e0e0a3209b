"""The layer behind the patterns: a text classifier that hears wording which no pattern names."""
