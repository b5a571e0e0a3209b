"""The timed plan: one source of truth for sound, captions and chapters. No samples are touched here."""
