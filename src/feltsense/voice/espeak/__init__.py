"""Text to phonemes by eSpeak NG, for voices of other languages than English: the extra `espeak`, or the system's."""
