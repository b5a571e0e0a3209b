"""The picture in a file."""

import io

import pytest
from PIL import Image

from feltsense.render.cover import SIZE, draw_cover
from feltsense.script.fields import PRACTICES


def drawn(practice: str, title: str = "Feet on the floor") -> Image.Image:
    return Image.open(io.BytesIO(draw_cover(practice, title))).convert("RGB")


@pytest.mark.parametrize("practice", [*PRACTICES, "", "unheard-of"])
def test_every_practice_has_a_square_jpeg_that_phones_take(practice: str) -> None:
    data = draw_cover(practice, "A title")
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.size) == ("JPEG", (SIZE, SIZE))
    assert len(data) <= 200_000


def test_each_practice_looks_its_own_way() -> None:
    assert len({draw_cover(practice, "") for practice in PRACTICES}) == len(PRACTICES)


def test_the_same_exercise_always_looks_the_same() -> None:
    assert draw_cover("breath", "Even breath") == draw_cover("breath", "Even breath")


def test_the_title_is_written_and_one_that_cannot_be_is_left_out() -> None:
    bare = draw_cover("breath", "")
    assert draw_cover("breath", "Even breath") != bare
    assert draw_cover("breath", "呼吸") == bare


@pytest.mark.parametrize("title", ["A", "word " * 60, "w" * 300, "“Quoted” – and … dashed"])
def test_any_title_fits(title: str) -> None:
    picture = drawn("grounding", title)
    edge = picture.crop((0, 700, 30, SIZE)).convert("L")
    low, high = edge.getextrema()
    assert isinstance(low, int)
    assert isinstance(high, int)
    assert high - low < 80  # nothing is written up to the edge


def test_the_title_stands_out_from_the_ground() -> None:
    low, high = drawn("body-scan").crop((200, 780, 800, 940)).convert("L").getextrema()
    assert isinstance(low, int)
    assert isinstance(high, int)
    assert high - low > 90
