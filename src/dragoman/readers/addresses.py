"""Which hosts may be contacted: names are resolved here, and only global unicast addresses pass."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit

from dragoman.errors import InputError

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Allow: TypeAlias = Callable[[Address], bool]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """True for a global unicast address; one that carries an IPv4 address is judged by that too."""
    inner = _carried(address)
    if inner is not None and not is_public(inner):
        return False
    if isinstance(address, ipaddress.IPv6Address) and (address.ipv4_mapped or address in _NAT64):
        return True  # these are routes to the address inside, which has passed
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one leads to: mapped, NAT64, 6to4 or Teredo."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def checked(url: str, base: str | None = None) -> SplitResult:
    """A URL (relative ones against `base`) in parts; raises `InputError` 'not_allowed' unless http(s)."""
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(
            "not_allowed", f"not a URL ({error}); expected http:// or https://"
        ) from error
    if parts.scheme not in ("http", "https") or not host:
        raise InputError("not_allowed", f"{url[:200]!r}: only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            "not_allowed", "a URL with a user name in it; fetch the page yourself and name the file"
        )
    if port == 0 or not url.isprintable():
        raise InputError("not_allowed", f"{url[:200]!a} is not a usable address")
    return parts


def resolved(host: str, port: int, allow: Allow, seconds: float) -> Address:
    """The address to connect to. Every address of the name must pass, so that none is got at by chance.

    Raises `InputError`: network (no such name, no answer in time), not_allowed.
    """
    addresses = _looked_up(host, port, seconds)
    for address in addresses:
        if not allow(address):
            raise InputError("not_allowed", f"{host} is {address}, which is not a public address")
    return addresses[0]


def _looked_up(host: str, port: int, seconds: float) -> list[Address]:
    """getaddrinfo with a time limit: it has none of its own, so it runs in a thread."""
    answers: queue.Queue[list[str] | Exception] = queue.Queue()
    threading.Thread(target=_ask, args=(host, port, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        raise InputError(
            "network", f"{host}: no answer from the name server in {seconds:.0f} s"
        ) from None
    if isinstance(answer, Exception):
        raise InputError("network", f"{host}: {answer}; check the name and your connection")
    return [ipaddress.ip_address(text.partition("%")[0]) for text in answer]


def _ask(host: str, port: int, answers: queue.Queue[list[str] | Exception]) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answers.put([str(entry[4][0]) for entry in found] or OSError("no address"))
    except (OSError, UnicodeError, ValueError) as error:
        answers.put(error)
