"""What a part of the parser raises where it cannot go on; the parser turns it into a diagnostic with its place."""


class GrammarError(Exception):
    """Something in the script that is not understood.

    Args:
        code: of `codes.py`.
        message: what was found.
        hint: what to write instead.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
