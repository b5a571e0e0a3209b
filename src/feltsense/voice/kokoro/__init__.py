"""The voices kokoro: natural voices of several languages, whose files the user adds."""
