"""What the listener said and practised, in one private file."""
