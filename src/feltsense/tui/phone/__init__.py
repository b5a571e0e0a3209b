"""Exercises to a phone in the same Wi-Fi, and what is felt there home."""
