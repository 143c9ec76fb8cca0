"""A headless Chromium, driven over its debugging pipe: what the tests need and no more.

The pipe carries JSON messages that end with a NUL byte: file descriptor 3 of the browser is read,
4 is written (https://chromedevtools.github.io/devtools-protocol/).
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip

WAIT = 30.0
"""Seconds after which an answer of the browser is given up."""


def chromium() -> str | None:
    """Where a Chromium is, or None."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next((path for path in found if path), None)


@dataclass
class Page:
    """What became of a page: the requests it made and what it complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


class Browser:
    """One browser with one tab."""

    def __init__(self, *, width: int = 1200, height: int = 900) -> None:
        self._size = (width, height)
        self._number = 0
        self._buffer = b""
        self._events: list[dict[str, Any]] = []

    def __enter__(self) -> Browser:
        program = chromium()
        assert program is not None
        self._profile = tempfile.mkdtemp()
        read_here, write_there = os.pipe()
        read_there, write_here = os.pipe()
        self._in, self._out = read_here, write_here
        size = f"--window-size={self._size[0]},{self._size[1]}"
        arguments = [program, *FLAGS, f"--user-data-dir={self._profile}", size, "about:blank"]
        shell = f'exec 3<&{read_there} 4>&{write_there}; exec "$@"'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", shell, "-", *arguments],
            pass_fds=(read_there, write_there),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_there)
        os.close(write_there)
        self._attach()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._session = None
        self._send("Browser.close", {})
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _attach(self) -> None:
        self._session: str | None = None
        targets = self.call("Target.getTargets")["targetInfos"]
        target = next(t["targetId"] for t in targets if t["type"] == "page")
        answer = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = answer["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def open(self, path: Path, fragment: str = "") -> Page:
        """Loads a file and waits until it has loaded."""
        self._events.clear()
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=path.as_uri() + (f"#{fragment}" if fragment else ""))
        self.wait("document.readyState == 'complete' && location.protocol == 'file:'")
        return self.page()

    def page(self) -> Page:
        """Requests and complaints since the page was opened."""
        self.run("0")
        page = Page()
        for event in self._events:
            about = event.get("params", {})
            if event["method"] == "Network.requestWillBeSent":
                page.requests.append(about["request"]["url"])
            elif event["method"] == "Log.entryAdded":
                page.complaints.append(str(about["entry"]))
            elif event["method"] in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
                page.complaints.append(str(about))
        return page

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Waits until an expression in the page is true. Raises `TimeoutError` after `WAIT`."""
        until = time.monotonic() + WAIT
        while not self.run(condition):
            if time.monotonic() > until:
                raise TimeoutError(f"never true in the page: {condition}")
            time.sleep(0.02)

    def key(self, key: str, code: int) -> None:
        """Presses and releases a key."""
        text = {"text": key} if len(key) == 1 else {"text": "\r"} if key == "Enter" else {}
        self.call(
            "Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text
        )
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One call of the protocol."""
        number = self._send(method, parameters)
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            message = self._receive(until)
            if message.get("id") == number:
                assert "error" not in message, (method, message)
                result: dict[str, Any] = message["result"]
                return result
            self._events.append(message)
        raise TimeoutError(f"{method}: no answer in {WAIT} s")

    def _send(self, method: str, parameters: dict[str, Any]) -> int:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        return self._number

    def _receive(self, until: float) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise TimeoutError(f"the browser said nothing for {WAIT} s")
            self._buffer += os.read(self._in, 1 << 20)
        line, self._buffer = self._buffer.split(b"\0", 1)
        message: dict[str, Any] = json.loads(line)
        return message
