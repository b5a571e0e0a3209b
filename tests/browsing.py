"""A phone's browser: the system's Chromium, driven by real taps. Playwright's own browsers are not needed."""

import asyncio
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from null_sink import until
from tests_support import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FIREFOX = ("firefox", "firefox-esr")
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}

_LOCAL = ("file:", "blob:", "data:")


def browser_path(*names: str) -> str:
    """Return the system's browser; skip where there is none. With FELTSENSE_TEST_ALL=1 that is a failure."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        missing(f"{names[0]} is not installed on this machine")
    return str(found)


@contextmanager
def started_browser() -> "Iterator[Browser]":
    """Start Chromium for many tests.

    Playwright's loop stays marked as running between its calls, and no asynchronous test could run then: the mark is
    there only while `phone_page` is in use.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few tests need it

    path = browser_path(*CHROMIUM)
    arguments = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        loop = asyncio.get_running_loop()
        asyncio._set_running_loop(None)
        try:
            yield _Lent(browser, loop)  # type: ignore[misc]  # what `phone_page` takes
        finally:
            asyncio._set_running_loop(loop)
            browser.close()


@dataclass(frozen=True)
class _Lent:
    """The browser, and the loop by which it is spoken to."""

    browser: "Browser"
    loop: asyncio.AbstractEventLoop


@dataclass
class Phone:
    """One page in a phone."""

    page: "Page"
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """What the browser found wrong: errors, refused loads."""

    def tap(self, selector: str) -> None:
        self.page.tap(selector)

    def tap_button(self, words: str) -> None:
        self.page.tap(f"button:visible:text-is('{words}')")

    def answer(self, name: str, value: int | str) -> None:
        self.page.tap(f"label:has(input[name='{name}'][value='{value}'])")

    def wait_for(self, selector: str) -> None:
        self.page.wait_for_selector(selector, timeout=15_000)

    def wait_for_head(self, words: str) -> None:
        self.wait_for(f"h2:text-is('{words}')")

    def begin(self, title: str = "Feet on the floor") -> None:
        """Go to the questions before an exercise, or to what is told before them."""
        self.tap(f"a:has-text('{title}')")
        self.tap_button("Begin")
        self.wait_for("h2:text-matches('^(How is it now|Before you begin)')")

    def listen(self, title: str = "Feet on the floor") -> None:
        """Play an exercise, without an answer."""
        self.begin(title)
        self.tap_button("Skip this and begin")
        self.wait_until_heard()

    def seek(self, ms: int) -> None:
        """Use the page's own bar, as a thumb does."""
        self.page.fill("input[aria-label='Where it is']", str(ms))

    def text(self, selector: str = "main") -> str:
        return self.page.inner_text(selector)

    def look(self, expression: str) -> Any:
        """Return the value of JavaScript in the page. It counts as a tap: what needs a real one comes before."""
        return self.page.evaluate(expression)

    def kept(self, name: str = "practices") -> Any:
        """Return what the page keeps under a name; of its practices all, oldest first, None where there are none."""
        texts = self.page.evaluate("({...localStorage})")
        if name == "practices":
            found = [json.loads(text) for key, text in texts.items() if key.startswith("feltsense.practice.")]
            return sorted(found, key=lambda each: each["began_at"]) or None
        text = texts.get(f"feltsense.{name}")
        return None if text is None else json.loads(text)

    def wait_until_drawn(self) -> None:
        """Wait for what follows of all that has happened so far."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def wait_until_heard(self, seconds: float = 0.0) -> None:
        """Wait until the audio plays beyond a time."""
        until(lambda: self.look(f"!audio.paused && !audio.seeking && audio.currentTime > {seconds}"))


@contextmanager
def phone_page(browser: "Browser", address: str | Path, *, script: str = "", **told: Any) -> Iterator[Phone]:
    """Open a page in a phone of its own, and see afterwards that nothing was asked of anybody and nothing went wrong.

    Args:
        browser: the fixture.
        address: of a web page, or the path of a file.
        script: run before the page's own.
        told: what a browser is told more: `color_scheme`, `reduced_motion`, `timezone_id`, `viewport` …
    """
    lent: Any = browser
    shape = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "locale": "en-GB"}
    here = address.as_uri() if isinstance(address, Path) else address
    asyncio._set_running_loop(lent.loop)
    context = lent.browser.new_context(**(shape | told))
    try:
        if script:
            context.add_init_script(script)
        phone = watched(context.new_page())
        phone.page.goto(here)
        yield phone
        origin = here.split("/", 3)[:3]
        assert [
            each for each in phone.requests if not each.startswith(_LOCAL) and each.split("/", 3)[:3] != origin
        ] == []
        assert phone.complaints == []
    finally:
        context.close()
        asyncio._set_running_loop(None)


def watched(page: "Page") -> Phone:
    """Return a page of which all requests and complaints are kept."""
    phone = Phone(page)
    page.set_default_timeout(15_000)
    page.on("request", lambda request: phone.requests.append(request.url))
    page.on("console", lambda told: phone.complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: phone.complaints.append(str(error)))
    return phone


def kept_before(practices: str | list[Any] | None = None, **kept: Any) -> str:
    """Return a script by which the page finds something under its names; a text is kept as it is, not as JSON."""
    if isinstance(practices, str):
        kept[f"practice.{0:032}"] = practices
    else:
        kept |= {f"practice.{each['uid']}": each for each in practices or []}
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in kept.items()}
    lines = (
        f"localStorage.setItem({json.dumps('feltsense.' + name)}, {json.dumps(text)});" for name, text in texts.items()
    )
    return "if (!sessionStorage.getItem('seen')) { sessionStorage.setItem('seen', '1'); " + "".join(lines) + " }"
