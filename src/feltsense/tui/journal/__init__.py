"""The journal screen."""
