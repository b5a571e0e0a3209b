"""The player: a Textual app over the practice service."""
