"""How it feels, before and after."""
