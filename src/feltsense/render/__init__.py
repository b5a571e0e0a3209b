"""Timeline to files: MP3 and other formats, tags, captions, cover."""
