"""The therapist's desk without a screen: drafts, preview, seek targets, diagnostics live, templates, renders."""
