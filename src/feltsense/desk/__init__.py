"""The therapist's desk: hear a script from any place in it, and see what a save has changed."""
