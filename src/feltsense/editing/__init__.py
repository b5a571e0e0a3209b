"""What the desk does: a script being written, kept safe, read, timed, heard and made into a file. No screen in it."""
