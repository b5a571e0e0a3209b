"""What English voices are given to read for numbers, signs and abbreviations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.voice.readings import read_aloud

steady = settings(derandomize=True)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Call 988.", "Call nine eight eight."),
        ("988 is there.", "nine eight eight is there."),
        ("You can call or text 988 any time.", "You can call or text nine eight eight any time."),
        ("You can call 988, or 116 123.", "You can call nine eight eight, or one one six, one two three."),
        ("Text HOME to 741741.", "Text HOME to seven four one seven four one."),
        ("Samaritans on 116 123.", "Samaritans on one one six, one two three."),
        ("Dial 911, 112, 999 or 111.", "Dial nine one one, one one two, nine nine nine or one one one."),
        ("Ring 0800 1111.", "Ring zero eight zero zero, one one one one."),
        ("Or 0800-111-0-111.", "Or zero eight zero zero, one one one, zero, one one one."),
        ("Lifeline 13 11 14.", "Lifeline one three, one one, one four."),
        ("Then 1-800-273-8255.", "Then one, eight zero zero, two seven three, eight two five five."),
        ("Or (800) 273-8255.", "Or eight zero zero, two seven three, eight two five five."),
        ("+44 20 7946 0958", "plus four four, two zero, seven nine four six, zero nine five eight"),
        ("Call 1-800-662-HELP.", "Call one, eight zero zero, six six two, help."),
        ("Call +1 (800) 273-8255.", "Call plus one, eight zero zero, two seven three, eight two five five."),
        ("The helpline's number is 111.", "The helpline's number is one one one."),
        ("Call 1737 any time.", "Call one seven three seven any time."),
    ],
)
def test_numbers_to_call_are_read_digit_by_digit(text: str, reading: str) -> None:
    assert read_aloud(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("At 21 ℃ or 70 ℉.", "At 21 °C or 70 °F."),
        ("Take № 5.", "Take number 5."),
        ("I am 5′ 6″ or 6'1\" tall.", "I am 5 feet 6 inches or 6 feet 1 inch tall."),
        ("Breathe in 4″, hold 2″, for 1′.", "Breathe in 4 seconds, hold 2 seconds, for 1 minute."),
        ("Breathe for 5′ 6″.", "Breathe for 5 minutes 6 seconds."),
        ("It lasts 5′ 30″.", "It lasts 5 minutes 30 seconds."),
        ("3⁄5 and ⅐, ⅒", "3 fifths and one seventh, a tenth"),
        ("1⅗ or 1 3⁄5 cups", "1 and 3 fifths or 1 and 3 fifths cups"),
        ("The €uro, A$AP and Ke$ha.", "The Euro, ASAP and Kesha."),
        ("See §§ 3 and 4.", "See sections 3 and 4."),
        ("1⅜ cups, ⅖ of it, 1⁄2 of it.", "1 and 3 eighths cups, 2 fifths of it, one half of it."),
        ("5 ‰, a × b, § 3.", "5 per thousand, a times b, section 3."),
        ("The $ sign, $5 and 5 €.", "The dollar sign, $5 and 5 euros."),
        ("Rest© here™.", "Rest here."),
        ("It is 116 123 steps and 116 200 euros.", "It is 116 123 steps and 116 200 euros."),
        ("116 123 is free.", "one one six, one two three is free."),
        ("Samaritans 116 123 calls are free.", "Samaritans one one six, one two three calls are free."),
        ("116 117 days and nights.", "one one six, one one seven days and nights."),
        ("Breathe ⋯ and rest.", "Breathe, and rest."),
        ("∙ First, breathe. ∗ Then ⋅ rest.", "First, breathe. Then, rest."),
        ("In ⟶ out, and∕or\u2800here\ufffc.", "In to out, and or here."),
        ("～5 times ∼ 3", "about 5 times about 3"),
    ],
)
def test_signs_are_read_in_words(text: str, reading: str) -> None:
    assert read_aloud(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "Take 111 breaths.",
        "Count to 100.",
        "Call 100 friends.",
        "Call to mind 100 moments.",
        "Ring the bell 3 times.",
        "Count back from 300: 300, 297, 294.",
        "In 2024 I called 3 people.",
        "Rest for 112 seconds.",
        "There is no 5 here, and I sat. So what?",
        "Version 1.2.3 and 3.14 and 1,000 steps.",
        "A 10-minute rest with a 3-year-old.",
        "At 5:30 pm.",
        "It’s $5, 20% and the 1st of May.",
        "Say no. Feel the sun.",
        "Breathe in… 2… 3… 4.",
    ],
)
def test_other_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert read_aloud(text) == text


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("We are here 24/7.", "We are here twenty-four seven."),
        ("Breathe 4-7-8.", "Breathe four seven eight."),
        ("Try 4–4–4–4 or 5-4-3-2-1.", "Try four four four four or five four three two one."),
        ("10–15 minutes, or 10-15.", "10 to 15 minutes, or 10 to 15."),
        ("1/2 cup, 3/4.", "one half cup, 3 quarters."),
        ("1½ hours and 1 1/2 days, ½ of it.", "1 and a half hours and 1 and a half days, a half of it."),
        ("It is 7/10 and 50/50.", "It is 7 out of 10 and 50 50."),
        ("On 25/12/2024 and 2024-05-06.", "On December 25th, 2024 and May 6th, 2024."),
        ("On 03/04/2024.", "On 3, 4, 2024."),
        ("<3 minutes, ~5 times, 3x.", "less than 3 minutes, about 5 times, 3 times."),
        ("A & B, ±5, ≥ 3", "A and B, plus or minus 5, at least 3"),
        ("#5 and #rest", "number 5 and rest"),
        (
            "Write to me@example.com or www.example.org/help.",
            "Write to me at example dot com or example dot org slash help.",
        ),
        ("At 10:00 or 10:05.", "At 10 o'clock or 10 oh 5."),
        ("It is 6 ft. high and 5'6\".", "It is 6 feet high and 5 feet 6 inches."),
        ("See p. 12, pp. 3-4, Figs. 3 and 4.", "See page 12, pages 3 to 4, figures 3 and 4."),
        ("Sgt. Hill came on Mon. and Tue.", "Sergeant Hill came on Monday and Tuesday."),
        ("Salute the Sun.", "Salute the sun."),
        ("Rest 5 min. and go on.", "Rest 5 minutes and go on."),
        (
            "Hill et al. say so, a.k.a. Bob, etc. and so on.",
            "Hill and others say so, also known as Bob, etc and so on.",
        ),
        ("He/she and/or you", "He or she and or you"),
    ],
)
def test_signs_and_abbreviations_are_read_as_words(text: str, reading: str) -> None:
    assert read_aloud(text) == reading


def test_what_has_a_pronunciation_stays() -> None:
    assert read_aloud("Call 988 or 911.", ("988",)) == "Call 988 or nine one one."


_PIECES = st.sampled_from(
    ["call", "988", "116 123", "0800", "24/7", "4-7-8", "1/2", "½", "03/04/2024", "p.", "Mon.", "&", "<3", "~", "#",
     "%", "$5", "a@b.co", "www.x.org", "6 ft.", "x3", "/", "-", "…", "rest", ".", ",", "(", "10:00"]
)  # fmt: skip


@settings(steady, max_examples=150)
@given(st.lists(_PIECES, max_size=14), st.sampled_from([" ", "", ", "]))
def test_a_reading_loses_no_word(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert read_aloud(text).count("rest") == text.count("rest")
    assert not any(0xE000 <= ord(sign) <= 0xF8FF for sign in read_aloud(text, ("988", "rest")))


@settings(steady, max_examples=150)
@given(st.text(st.sampled_from("0123456789 -–/.,:()+x%$½<>~#@&abE°'\""), max_size=60))
def test_any_signs_are_read(text: str) -> None:
    assert isinstance(read_aloud(text), str)


@pytest.mark.parametrize("unit", ["1 ", "0800-", "1-", "1/", "+1 ", "1.", "a@", "a.", "www.", "10:00", "~<# "])
def test_a_long_row_of_signs_takes_no_time(unit: str) -> None:
    assert isinstance(read_aloud(unit * (20_000 // len(unit))), str)
