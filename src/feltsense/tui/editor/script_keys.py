"""The keys that edit a script and move in it, as terminals and other editors have them."""

from textual.binding import Binding


def _key(keys: str, action: str, tooltip: str) -> Binding:
    words = tooltip.rstrip(".").lower()
    name = action.replace("(True)", "_selecting").replace("cursor_", "")
    return Binding(keys, action, words, id=f"script.{name}", show=False, tooltip=tooltip)


SCRIPT_KEYS = (
    _key("up", "cursor_up", "Up."),
    _key("down", "cursor_down", "Down."),
    _key("left", "cursor_left", "Left."),
    _key("right", "cursor_right", "Right."),
    _key("ctrl+left", "cursor_word_left", "A word back."),
    _key("ctrl+right", "cursor_word_right", "A word on."),
    _key("home", "cursor_line_start", "The line's start."),
    _key("end,ctrl+e", "cursor_line_end", "The line's end."),
    _key("pageup", "cursor_page_up", "A page up."),
    _key("pagedown", "cursor_page_down", "A page down."),
    _key("ctrl+home", "top", "The first line."),
    _key("ctrl+end", "bottom", "The last line."),
    _key("shift+up", "cursor_up(True)", "Mark upwards."),
    _key("shift+down", "cursor_down(True)", "Mark downwards."),
    _key("shift+left", "cursor_left(True)", "Mark to the left."),
    _key("shift+right", "cursor_right(True)", "Mark to the right."),
    _key("ctrl+shift+left", "cursor_word_left(True)", "Mark a word back."),
    _key("ctrl+shift+right", "cursor_word_right(True)", "Mark a word on."),
    _key("ctrl+a", "select_all", "Mark all."),
    _key("ctrl+shift+home", "top(True)", "Mark to the first line."),
    _key("ctrl+shift+end", "bottom(True)", "Mark to the last line."),
    _key("shift+home", "cursor_line_start(True)", "Mark to the line's start."),
    _key("shift+end", "cursor_line_end(True)", "Mark to the line's end."),
    _key("backspace", "delete_left", "Rub out to the left."),
    _key("delete,ctrl+d", "delete_right", "Rub out to the right."),
    _key("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left", "Rub out a word."),
    _key("alt+delete", "delete_word_right", "Rub out the next word."),
    _key("ctrl+u", "delete_to_start_of_line", "Rub out to the line's start."),
    _key("ctrl+k", "delete_to_end_of_line_or_delete_line", "Rub out to the line's end."),
    _key("ctrl+x", "cut", "Cut what is marked, or the line."),
    _key("ctrl+v", "paste", "Put in what was cut or copied."),
    _key("ctrl+z", "undo", "Undo."),
    _key("ctrl+y", "redo", "Do again."),
)
