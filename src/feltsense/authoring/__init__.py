"""Writing scripts, without a screen: drafts, preview, seek targets, live diagnostics, templates, renders."""
