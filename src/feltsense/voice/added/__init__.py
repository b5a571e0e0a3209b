"""Voices that the user added: what they are, where they are kept, how they come in."""
