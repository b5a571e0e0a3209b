"""Rendered exercises → what a phone takes: a page with player and check-in, playlists, a podcast feed."""
