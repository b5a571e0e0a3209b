"""Sound files beside a script: located, decoded, brought to their loudness, looped."""
