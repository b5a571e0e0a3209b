"""What the neural voices share: an opened model, edits to its graph, durations of phonemes."""
