"""Only global unicast addresses may be contacted, whatever name or notation leads to them."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from dragoman.errors import InputError
from dragoman.readers.addresses import checked, is_public, resolved


@pytest.mark.parametrize(
    "text",
    ["127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1",
     "198.18.0.1", "203.0.113.5", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
     "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
     "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe"],
)  # fmt: skip
def test_addresses_that_lead_inside_are_refused(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_pass(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "http:///x", "//a.example", "javascript:x", "http://user:pw@a.example/",
     "http://a.example:99999/", "http://a.example:0/", "http://[::1", "http://a.example/\x07", "data:text/html,x", ""],
)  # fmt: skip
def test_other_addresses_are_not_allowed(url: str) -> None:
    with pytest.raises(InputError) as caught:
        checked(url)
    assert caught.value.reason == "not_allowed"


def test_a_redirect_is_checked_like_the_first_address() -> None:
    assert checked("/b?c=1", "http://a.example/a").geturl() == "http://a.example/b?c=1"
    with pytest.raises(InputError, match="only http and https"):
        checked("file:///etc/passwd", "http://a.example/a")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1"]
)
def test_every_notation_of_loopback_is_refused(host: str) -> None:
    with pytest.raises(InputError) as caught:
        resolved(host, 80, is_public, 5)
    assert caught.value.reason in ("not_allowed", "network")


def test_one_bad_address_of_a_name_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(2, 1, 6, "", (ip, 80)) for ip in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with pytest.raises(
        InputError, match=r"two\.example is 10\.0\.0\.1, which is not a public address"
    ):
        resolved("two.example", 80, is_public, 5)


def test_a_slow_name_server_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    gate = threading.Event()

    def answer(*_: object, **__: object) -> list[object]:
        gate.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    try:
        with pytest.raises(InputError, match="no answer from the name server"):
            resolved("slow.example", 80, is_public, 0.05)
    finally:
        gate.set()
