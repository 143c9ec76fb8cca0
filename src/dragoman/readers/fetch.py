"""Fetching one URL as a careful guest: checked addresses, robots.txt, bounded size, time and redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urlunsplit
from urllib.robotparser import RobotFileParser

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.readers.addresses import Address, Allow, checked, is_public, resolved
from dragoman.readers.files import MIB
from dragoman.readers.inflate import decoded

AGENT = "dragoman"
ROBOTS_BYTES = 512 * 1024
"""RFC 9309 asks for at least 500 KiB to be read."""
PAUSE = 1.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
MAX_PAUSE = 30.0
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Response:
    """What a URL gave in the end: the address after redirects, Content-Type, and the body decoded."""

    url: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked: the name is not looked up again."""

    def __init__(self, parts: SplitResult, address: Address, seconds: float) -> None:
        super().__init__(_host(parts), _port(parts), timeout=seconds)
        self._address = str(address)
        self._secure = parts.scheme == "https"
        self.line: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the pinned address; TLS is for the name."""
        self.sock = self.line = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            context = ssl.create_default_context()
            self.sock = self.line = context.wrap_socket(self.sock, server_hostname=self.host)


@dataclass(slots=True)
class Fetcher:
    """Fetches with what it has learned of each host: robots.txt, and when it was last asked.

    `allow` decides on an address; only tests give another than `is_public`.
    """

    settings: Settings
    allow: Allow = is_public
    pause: float = PAUSE
    _robots: dict[str, RobotFileParser | InputError] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def get(self, url: str) -> Response:
        """Fetch `url`, redirects followed. Raises `InputError`: not_allowed, robots, http_status,
        network, too_large, damaged, truncated, encoding."""
        deadline = time.monotonic() + self.settings.fetch_seconds
        parts = checked(url)
        for _ in range(self.settings.fetch_redirects + 1):
            deadline += self._ask_robots(parts)
            answer = self._request(parts, self.settings.fetch_mb * MIB, deadline)
            target = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not target:
                return self._response(parts, answer)
            parts = checked(quote(target, safe="%/:=&?~#+!$,;'@()*[]"), urlunsplit(parts))
        raise InputError(
            "network",
            f"more than {self.settings.fetch_redirects} redirects; name the last address itself",
        )

    def _response(self, parts: SplitResult, answer: _Answer) -> Response:
        if answer.status != 200:
            later = (
                f"; retry after {wait[:40]}" if (wait := answer.headers.get("Retry-After")) else ""
            )
            raise InputError("http_status", f"status {answer.status}, expected 200{later}")
        body = decoded(
            answer.body, answer.headers.get("Content-Encoding"), self.settings.fetch_mb * MIB
        )
        return Response(urlunsplit(parts), answer.headers.get("Content-Type") or "", body)

    # ------------------------------------------------------------ robots.txt (RFC 9309)

    def _ask_robots(self, parts: SplitResult) -> float:
        """Pass if the site allows the page, after the pause it is due; returns the seconds spent."""
        began = time.monotonic()
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(parts)
        rules = self._robots[site]
        if isinstance(rules, InputError):
            raise InputError(rules.reason, rules.detail)
        if not rules.can_fetch(AGENT, urlunsplit(parts)):
            raise InputError("robots", f"{site}/robots.txt asks {AGENT} not to read this page")
        self._wait(site, rules)
        return time.monotonic() - began

    def _rules(self, parts: SplitResult) -> RobotFileParser | InputError:
        """The rules of a site: none where there is no file, all forbidden where it can't be read."""
        rules = RobotFileParser()
        try:
            answer = self._robots_file(parts)
        except InputError as error:
            if error.reason == "not_allowed":
                return error
            return InputError(
                "robots", f"robots.txt of {parts.netloc} can't be read ({error.detail}); try later"
            )
        if answer.status >= 500 or answer.status == 429:
            return InputError(
                "robots",
                f"robots.txt of {parts.netloc} can't be read (status {answer.status}); try later",
            )
        text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        rules.parse(text.removeprefix("\ufeff").splitlines())
        return rules

    def _robots_file(self, parts: SplitResult) -> _Answer:
        deadline = time.monotonic() + self.settings.fetch_seconds
        there = parts._replace(path="/robots.txt", query="", fragment="")
        for _ in range(self.settings.fetch_redirects + 1):
            answer = self._request(there, ROBOTS_BYTES, deadline, cut=True)
            target = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not target:
                return answer
            there = checked(target, urlunsplit(there))
        raise InputError("network", "too many redirects")

    def _wait(self, site: str, rules: RobotFileParser) -> None:
        asked = float(rules.crawl_delay(AGENT) or 0)
        due = self._last.get(site, 0.0) + min(max(asked, self.pause), max(MAX_PAUSE, self.pause))
        if site in self._last and (left := due - time.monotonic()) > 0:
            time.sleep(left)
        self._last[site] = time.monotonic()

    # ------------------------------------------------------------ one request

    def _request(
        self, parts: SplitResult, limit: int, deadline: float, *, cut: bool = False
    ) -> _Answer:
        left = deadline - time.monotonic()
        address = resolved(_host(parts), _port(parts), self.allow, left)
        connection = _Pinned(parts, address, max(deadline - time.monotonic(), 0.001))
        try:
            with _ended_at(connection, deadline):
                return _exchange(connection, parts, limit, deadline, cut)
        except TimeoutError as error:
            raise self._too_slow(parts) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() >= deadline:
                raise self._too_slow(parts) from error
            raise InputError(
                "network", f"{parts.netloc}: {error or type(error).__name__}; try again later"
            ) from error
        finally:
            connection.close()

    def _too_slow(self, parts: SplitResult) -> InputError:
        return InputError(
            "network",
            f"{parts.netloc}: not done in {self.settings.fetch_seconds:g} s; try again later",
        )


def _exchange(
    connection: _Pinned, parts: SplitResult, limit: int, deadline: float, cut: bool
) -> _Answer:
    target = urlunsplit(
        ("", "", quote(parts.path or "/", safe="%/:=&?~#+!$,;'@()*[]"), parts.query, "")
    )
    connection.request("GET", quote(target, safe="%/:=&?~#+!$,;'@()*[]"), headers=_headers())
    response = connection.getresponse()
    body = _body(response, limit, deadline, cut) if response.status == 200 else b""
    return _Answer(response.status, response.headers, body)


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{_version()}",
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _body(response: http.client.HTTPResponse, limit: int, deadline: float, cut: bool) -> bytes:
    pieces: list[bytes] = []
    held = 0
    while held <= limit and (piece := response.read(min(65_536, limit + 1 - held))):
        pieces.append(piece)
        held += len(piece)
    if held > limit and not cut:
        raise InputError(
            "too_large",
            f"more than {limit // MIB} MiB; fetch it yourself, or raise DRAGOMAN_FETCH_MB",
        )
    if response.length and held <= limit:
        if time.monotonic() >= deadline:
            raise TimeoutError
        raise InputError(
            "truncated",
            f"the server ended after {held:,} bytes, {response.length:,} missing; try again",
        )
    return b"".join(pieces)[:limit]


@contextmanager
def _ended_at(connection: _Pinned, deadline: float) -> Iterator[None]:
    """Cuts the connection at the deadline: a server that drips bytes never trips a socket's timeout."""
    timer = threading.Timer(max(deadline - time.monotonic(), 0), _hang_up, (connection,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _hang_up(connection: _Pinned) -> None:
    """Shut the line down below TLS; http.client has let go of its socket by the time a body is read."""
    with suppress(OSError):
        if connection.line is not None:
            socket.socket.shutdown(connection.line, socket.SHUT_RDWR)


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError as error:
        raise InputError("not_allowed", f"{host[:100]!a} is not a host name") from error


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "0"
