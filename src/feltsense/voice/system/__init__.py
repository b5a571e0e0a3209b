"""The voice system: what this machine speaks with, through pyttsx3, in a worker process."""
