"""Sound files beside a script: found, decoded, brought to their loudness, looped."""
