"""The voice system: the speech engine of this machine, through pyttsx3, in a worker process."""
