"""What the listener has chosen, kept between practices."""
