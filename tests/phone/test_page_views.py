"""Every view of the page: for screen readers, in both colours, on the smallest phone; and nothing ever goes out."""

import http.server
import threading
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import PHONE, SMALL_PHONE, kept_before, phone_page
from feltsense.journal.records import practice_record
from practising import practice
from tests_support import need_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browsing import Phone

UID = f"{1:032x}"
KEPT = kept_before(
    practices=[practice_record(practice(6, 8, number=number, tier=2), notes=True) for number in range(1, 4)],
    people=[{"name": "Anna", "how": "+49 30 1234"}],
)
"""Enough for every view to have something to show."""


def views(phone: "Phone") -> Iterator[str]:
    """Go through all views; stop at each."""
    for name in (
        "list",
        "journal",
        f"p/{UID}",
        f"words/{UID}",
        f"after/{UID}",
        "lines",
        "people",
        "help",
        "e/1",
        "e/2",
    ):
        phone.look(f"location.hash = '#{name}'")
        phone.wait_until_drawn()
        yield name
    phone.tap_button("Begin")
    phone.wait_for_head("Before you begin")
    yield "tender"
    phone.tap_button("Go on")
    phone.wait_for_head("How is it now?")
    phone.tap("summary:has-text('Where in the body')")
    phone.tap("summary:has-text('a word for it')")
    phone.answer("distress", 9)
    yield "before"
    phone.tap_button("Begin")
    phone.wait_for_head("That is a lot right now.")
    yield "gentler"
    phone.tap_button("Go on with what I chose")
    phone.wait_until_heard(0.2)
    phone.tap("summary:has-text('Read the words')")
    phone.seek(9000)
    phone.wait_for("text=of 3")
    yield "play"
    phone.tap("#ground")
    phone.wait_for_head("Ninety seconds here")
    yield "here"


def violations(phone: "Phone") -> list[str]:
    """Return what axe finds wrong, also by its best practices; in the page itself, as a script would be refused."""
    if not phone.look("'axe' in window"):
        phone.look(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = phone.look("axe.run().then((found) => found.violations)")
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_in_any_view(browser: "Browser", index: Path, scheme: str) -> None:
    need_module("axe_playwright_python")
    with phone_page(browser, index, script=KEPT, color_scheme=scheme, reduced_motion="reduce") as phone:
        assert {name: found for name in views(phone) if (found := violations(phone))} == {}


def test_axe_finds_nothing_in_the_questions(browser: "Browser", index: Path) -> None:
    need_module("axe_playwright_python")
    with phone_page(browser, index) as phone:
        phone.begin()
        assert violations(phone) == []


_TOO_SMALL = """() => [...document.querySelectorAll("button, a, summary, input, label, textarea")]
  .filter((each) => each.checkVisibility() && !each.closest("label") && !each.matches("p a, p label, .find label"))
  .filter((each) => !(each.matches("label") && !each.querySelector("input")))
  .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([html, box]) => `${html} ${box.width} x ${box.height}`)"""


@pytest.mark.slow
def test_every_view_fits_the_smallest_phone_and_a_thumb(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, script=KEPT, viewport=SMALL_PHONE) as phone:
        for name in views(phone):
            assert (name, phone.look("document.documentElement.scrollWidth")) == (name, 320)
            assert (name, phone.look(_TOO_SMALL)) == (name, [])
            assert phone.page.is_visible("#ground"), name
            assert phone.page.is_visible("#helplines"), name
            assert phone.look("document.activeElement.tagName") in ("H2", "BUTTON", "INPUT", "SUMMARY"), name


def test_scales_fit_a_small_phone_and_go_by_arrows(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, viewport=SMALL_PHONE) as phone:
        phone.begin()
        assert phone.look("document.activeElement.textContent") == "How is it now?"
        assert phone.look("document.documentElement.scrollWidth") == 320
        sizes = phone.look(
            "[...document.querySelectorAll('.scale label')].map((each) => each.getBoundingClientRect())"
            ".map((box) => Math.min(box.width, box.height))"
        )
        assert len(sizes) == 22
        assert min(sizes) >= 44
        phone.answer("distress", 3)
        phone.page.keyboard.press("ArrowRight")
        assert phone.kept()[0]["before"]["distress"] == 4


def test_last_buttons_are_seen_above_the_bar(browser: "Browser", index: Path) -> None:
    script = kept_before(told=["tier3"])
    with phone_page(browser, index, script=script, viewport={"width": 320, "height": 568}) as phone:
        phone.listen("Three breaths")
        assert above_the_bar(phone, "End here") > 8
        phone.page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict
        phone.tap_button("End here")
        phone.wait_for_head("And now?")
        assert above_the_bar(phone, "Done") > 8


def above_the_bar(phone: "Phone", words: str) -> float:
    """Return how far above the bar a button ends, in pixels, before anything is scrolled."""
    ends = phone.page.get_by_role("button", name=words, exact=True).bounding_box()
    bar = phone.page.locator("#rescue-bar").bounding_box()
    assert ends is not None
    assert bar is not None
    return bar["y"] - ends["y"] - ends["height"]


# --- nothing goes out -------------------------------------------------------------------------------------------------


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server that listens, and what it has heard."""
    heard: list[str] = []

    class Listening(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - their names there

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()
        thread.join()


_TRIES = """async (there) => {
  const attempt = async (act) => { try { await act(); } catch (error) { } };
  await attempt(() => fetch(there + "/fetch"));
  await attempt(() => fetch(there + "/post", {method: "POST", body: "x", mode: "no-cors"}));
  await attempt(() => navigator.sendBeacon(there + "/beacon", "x"));
  await attempt(() => new WebSocket(there.replace("http", "ws") + "/socket"));
  await attempt(() => new EventSource(there + "/events"));
  await attempt(() => { new Image().src = there + "/image"; });
  for (const tag of ["img", "script", "iframe", "audio", "link"]) {
    const element = document.createElement(tag);
    if (tag === "link") element.rel = "stylesheet";
    element[tag === "link" ? "href" : "src"] = there + "/" + tag;
    document.body.append(element);
  }
  const form = document.createElement("form");
  form.action = there + "/form";
  form.method = "post";
  document.body.append(form);
  form.submit();
  await new Promise((done) => setTimeout(done, 300));
}"""


def test_nothing_can_be_sent_anywhere(browser: "Browser", index: Path, listener: tuple[str, list[str]]) -> None:
    there, heard = listener
    with phone_page(browser, index) as phone:
        phone.page.evaluate(_TRIES, there)
        refused = [each for each in phone.complaints if "Content Security Policy" in each]
        phone.complaints.clear()
        phone.requests = [each for each in phone.requests if not each.startswith(there)]  # asked for, and refused
    assert heard == []
    assert len(refused) >= 8


@pytest.mark.slow
def test_what_somebody_wrote_is_never_read_as_html(browser: "Browser", index: Path) -> None:
    telling = "<img src=x onerror=alert(1)>"
    record = {**practice_record(practice(6, 4), notes=True), "title": telling, "slug": telling}
    record["after"] = {**record["after"], "note": telling, "word": telling}
    with phone_page(browser, index, script=kept_before(practices=[record])) as phone:
        for name in ("journal", f"p/{UID}", f"words/{UID}"):
            phone.look(f"location.hash = '#{name}'")
            phone.wait_until_drawn()
            assert phone.look("document.querySelectorAll('main img').length") == 0
        assert telling in phone.text() or name.startswith("words")


@pytest.mark.slow
def test_page_is_quick_to_see_and_light(browser: "Browser", index: Path) -> None:
    with phone_page(browser, index, viewport=PHONE) as phone:
        phone.wait_for_head("What would help?")
        assert phone.look("document.querySelectorAll('*').length") < 400
