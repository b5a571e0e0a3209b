"""Timeline to samples: background, bells, breath tones, sound files of a script, and the mixer."""
