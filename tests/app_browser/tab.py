"""The reading room in a real browser: the command serves a record, a tab opens its link."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.web.web_browser import Browser, Page

KEY_CODES = {"Enter": 13, "Escape": 27, "Tab": 9}


@dataclass
class Tab:
    """A tab that is let in. Addresses are paths of the served record."""

    browser: Browser
    base: str

    def go(self, address: str) -> Page:
        """Opens a page; answers with what it asked for and complained of."""
        self.browser._events.clear()
        self.browser.run("window.left = true")
        self.browser.call("Page.navigate", url=self.base + address)
        self.arrive()
        return self.browser.page()

    def arrive(self) -> None:
        """Waits for the page that a link, key or form leads to."""
        self.browser.wait("!window.left && document.readyState == 'complete'")

    def leave(self, script: str) -> None:
        """Does what leads to another page and waits for it."""
        self.browser.run("window.left = true")
        self.browser.run(script)
        self.arrive()

    def click(self, selector: str) -> None:
        """Clicks a link or button that leads to another page."""
        self.leave(f"document.querySelector({selector!r}).click()")

    def run(self, script: str) -> Any:
        return self.browser.run(script)

    def text(self) -> str:
        return str(self.browser.run("document.querySelector('main').innerText"))

    @property
    def here(self) -> str:
        """Path, query and fragment of the page."""
        parts = urlsplit(str(self.browser.run("location.href")))
        query = f"?{parts.query}" if parts.query else ""
        return parts.path + query + (f"#{parts.fragment}" if parts.fragment else "")

    def press(self, *keys: str, leads: bool = False) -> None:
        """Presses keys; with `leads` the last one opens another page."""
        for number, key in enumerate(keys, 1):
            if leads and number == len(keys):
                self.browser.run("window.left = true")
            self.browser.key(key, KEY_CODES.get(key, ord(key.upper()[0])))
        if leads:
            self.arrive()

    def type(self, text: str) -> None:
        self.browser.call("Input.insertText", text=text)

    def size(self, width: int, height: int = 900, *, dark: bool = False) -> None:
        """The size of the window, and whether dark colours are wanted."""
        self.browser.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        wish = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.browser.call("Emulation.setEmulatedMedia", features=[wish])

    def mouse(self, kind: str, x: float, y: float) -> None:
        self.browser.call(
            "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1
        )


@contextmanager
def opened(record: Path) -> Iterator[Tab]:
    """Serves a record with the real command and opens its link in a new browser."""
    command = [sys.executable, "-c", "from dragoman.cli import main; main()"]
    server = subprocess.Popen(
        [*command, "serve", str(record), "--no-browser"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        link = server.stdout.readline().strip()
        with Browser(width=1200) as browser:
            browser.call("Page.navigate", url=link)
            browser.wait("location.pathname == '/' && !location.search && document.readyState == 'complete' && !!document.querySelector('.bar')")  # fmt: skip
            yield Tab(browser, link.split("/?")[0])
    finally:
        server.terminate()
        server.communicate(timeout=10)
