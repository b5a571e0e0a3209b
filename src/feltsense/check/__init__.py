"""What may hurt, rush or strand a listener in a script, rule by rule. Words in, diagnostics out; nothing is spoken."""
