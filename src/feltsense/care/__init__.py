"""Where people find somebody to talk to: helplines by region, and the listener's own people."""
