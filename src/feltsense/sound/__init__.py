"""Everything heard, made from a timeline: loudness, bells, breath tones, and the mixer."""
