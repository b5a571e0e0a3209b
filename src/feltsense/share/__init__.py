"""A phone's folder → the home network: a small private server, its address, and the check-ins that come home."""
