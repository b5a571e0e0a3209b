"""What is drawn: each widget is fed immutable values, and knows nothing of any service."""
