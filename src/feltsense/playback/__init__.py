"""Playback: a timeline's sound brought to the loudspeaker, from any frame, exact to the sample."""
