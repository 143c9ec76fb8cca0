"""Fetching checks addresses, asks robots.txt, and bounds size, time and redirects."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator

import pytest

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.readers.fetch import Fetcher

from .server import Answer, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def fetcher(**given: object) -> Fetcher:
    """One that may talk to loopback, and does not pause."""
    return Fetcher(Settings(**given), allow=lambda address: address.is_loopback, pause=0.0)  # type: ignore[arg-type]


def failure(url: str, maker: Fetcher | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        (maker or fetcher()).get(url)
    return caught.value


def test_a_page_is_fetched_under_our_own_name(site: Site) -> None:
    site.paths["/a?b=%C3%A9"] = Answer(b"<p>hello")
    found = fetcher().get(site.url("/a?b=é"))
    assert (found.body, found.content_type) == (b"<p>hello", "text/html; charset=utf-8")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a?b=%C3%A9"]
    assert all(agent.startswith("dragoman/") for _, agent in site.asked)


def test_loopback_is_refused_before_anything_is_sent(site: Site) -> None:
    error = failure(site.url("/"), Fetcher(Settings()))
    assert (error.reason, error.detail) == (
        "not_allowed",
        "127.0.0.1 is 127.0.0.1, which is not a public address",
    )
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that changes its answer after the check (DNS rebinding) is not asked again."""
    asked = []
    real = socket.getaddrinfo

    def answer(host: str, *rest: object, **named: object) -> object:
        if host == "rebind.example":
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.port))]
        return real(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    site.paths["/a"] = Answer(b"pinned")
    assert fetcher().get(site.url("/a", "rebind.example")).body == b"pinned"
    assert (
        len(asked) == 2
    )  # once for robots.txt, once for the page: each connection is its own check


def test_redirects_are_followed_checked_and_counted(site: Site) -> None:
    site.paths["/a"] = Answer(status=301, headers={"Location": "/b"})
    site.paths["/b"] = Answer(status=302, headers={"Location": site.url("/c")})
    site.paths["/c"] = Answer(b"there")
    found = fetcher().get(site.url("/a"))
    assert (found.body, found.url) == (b"there", site.url("/c"))
    assert failure(site.url("/a"), fetcher(fetch_redirects=1)).reason == "network"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "http://user@a.example/"]
)
def test_a_redirect_to_another_scheme_is_refused(site: Site, target: str) -> None:
    site.paths["/a"] = Answer(status=302, headers={"Location": target})
    assert failure(site.url("/a")).reason == "not_allowed"


def test_a_redirect_to_a_private_address_is_refused(site: Site) -> None:
    site.paths["/a"] = Answer(status=302, headers={"Location": "http://10.1.2.3/secret"})
    error = failure(site.url("/a"))
    assert (error.reason, "10.1.2.3" in error.detail) == ("not_allowed", True)


def test_a_redirect_loop_ends(site: Site) -> None:
    site.paths["/a"] = Answer(status=302, headers={"Location": "/a"})
    assert "more than 5 redirects" in failure(site.url("/a")).detail
    assert len(site.asked) == 7


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.paths["/robots.txt"] = Answer(
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /private\n\nUser-agent: dragoman\nDisallow: /not-you\n",
        media="text/plain",
    )
    for path in ("/a", "/b", "/not-you/x"):
        site.paths[path] = Answer(b"x")
    one = fetcher()
    one.get(site.url("/a"))
    one.get(site.url("/b"))
    error = failure(site.url("/not-you/x"), one)
    assert (error.reason, "/robots.txt asks dragoman not to read" in error.detail) == (
        "robots",
        True,
    )
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b"]


def test_a_redirect_asks_robots_too(site: Site) -> None:
    site.paths["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /b", media="text/plain")
    site.paths["/a"] = Answer(status=302, headers={"Location": "/b"})
    site.paths["/b"] = Answer(b"x")
    assert failure(site.url("/a")).reason == "robots"
    assert ("/b" in dict(site.asked)) is False


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)],
)
def test_robots_that_can_not_be_read_mean_no_and_missing_ones_yes(
    site: Site, status: int, allowed: bool
) -> None:
    site.paths["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /", status=status)
    site.paths["/a"] = Answer(b"x")
    if allowed:
        assert fetcher().get(site.url("/a")).body == b"x"
    else:
        assert failure(site.url("/a")).reason == "robots"


def test_requests_to_one_host_are_paced(site: Site) -> None:
    site.paths["/a"] = Answer(b"x")
    one = Fetcher(Settings(), allow=lambda address: True, pause=0.15)
    began = time.monotonic()
    for _ in range(3):
        one.get(site.url("/a"))
    assert time.monotonic() - began >= 0.3


@pytest.mark.parametrize(("answer", "reason"), [
    (Answer(b"gone", status=410), "http_status"),
    (Answer(b"", status=503, headers={"Retry-After": "120"}), "http_status"),
    (Answer(b"x" * ((1 << 20) + 1)), "too_large"),
    (Answer(gzip.compress(b"\0" * (4 << 20)), headers={"Content-Encoding": "gzip"}), "too_large"),
    (Answer(b"short", length=500), "truncated"),
    (Answer(b"", status=204), "http_status"),
])  # fmt: skip
def test_what_goes_wrong_is_named(site: Site, answer: Answer, reason: str) -> None:
    site.paths["/a"] = answer
    assert failure(site.url("/a"), fetcher(fetch_mb=1)).reason == reason


def test_compressed_answers_are_expanded(site: Site) -> None:
    site.paths["/a"] = Answer(gzip.compress(b"<p>hello"), headers={"Content-Encoding": "gzip"})
    assert fetcher().get(site.url("/a")).body == b"<p>hello"


@pytest.mark.parametrize("answer", [Answer(b"x" * 1_000, drip=0.05), Answer(b"x", delay=3.0)])
def test_a_slow_server_is_cut_off_at_the_deadline(site: Site, answer: Answer) -> None:
    site.paths["/a"] = answer
    began = time.monotonic()
    error = failure(site.url("/a"), fetcher(fetch_seconds=0.4))
    assert (error.reason, "not done in 0.4 s" in error.detail) == ("network", True)
    assert time.monotonic() - began < 2.5  # the slow one answers after three


def test_nobody_there_is_a_network_error() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/").reason == "robots"


def test_a_server_that_talks_nonsense_is_a_network_error() -> None:
    import threading

    with socket.create_server(("127.0.0.1", 0)) as plug:

        def answer() -> None:
            for _ in range(2):
                line, _address = plug.accept()
                with line:
                    line.recv(1000)
                    line.sendall(b"\x16\x03\x01 nonsense\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        assert failure(f"http://127.0.0.1:{plug.getsockname()[1]}/").reason == "robots"
