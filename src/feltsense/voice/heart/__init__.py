"""The voice heart: natural English from a small neural model inside the package."""
