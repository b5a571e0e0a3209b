"""Voices of Piper that the user added: a model of VITS with its config, spoken through onnxruntime."""
