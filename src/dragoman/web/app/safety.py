"""Who may ask, and what a page may do: the rules that hold for every answer, in one place.

A page of this server shows text that strangers wrote, and any page in the same browser can send
requests to it. So: only the holder of the launch link gets in, requests must name this host (against
DNS rebinding), those that change something must come from one of its own pages, and the browser is
told to run and load nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS: Final = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    # 'no-referrer' would make browsers send 'Origin: null' with our own forms (Fetch, 3.1.2);
    # this one tells other sites as little
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
SAFE_METHODS: Final = frozenset({"GET", "HEAD"})
LARGEST_FORM: Final = 10_000
"""Bytes of a form: a correction with its note is far smaller."""


@dataclass(frozen=True)
class Keys:
    """The secrets of one run. `launch` opens the door once; then the cookie holds `session`."""

    hosts: frozenset[str]
    launch: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The cookie's name: cookies of one host are shared by all its ports."""
        return f"dragoman-{hashlib.sha256(self.session.encode()).hexdigest()[:8]}"

    @property
    def form(self) -> str:
        """The token of every form: a page of another site can't know it."""
        return hmac.new(self.session.encode(), b"form", hashlib.sha256).hexdigest()

    def is_form(self, given: str) -> bool:
        """Whether a form came with its token."""
        return hmac.compare_digest(given.encode(), self.form.encode())


def keys(host: str, port: int) -> Keys:
    """New secrets for a server at this place, which answers to its own names only."""
    names = {host if ":" not in host else f"[{host}]", "localhost", "127.0.0.1", "[::1]"}
    return Keys(frozenset(f"{name}:{port}" for name in names))


class Guard:
    """ASGI middleware that lets in what may come in and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys
        self._launched = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        answer = self._refusal(scope) or self._app
        await answer(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered in place of the app, or None where the request may pass."""
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._keys.hosts:
            return _plain("This server answers only on this machine, by its own name.", 421)
        if scope["method"] not in SAFE_METHODS and (why := self._foreign(headers)):
            return _plain(why, 403)
        if self._is_known(headers):
            return None
        given = QueryParams(scope["query_string"]).get("token", "")
        if hmac.compare_digest(given.encode(), self._keys.launch.encode()) and not self._launched:
            self._launched = True
            return self._welcome()
        return HTMLResponse(_LOCKED, 403)

    def _foreign(self, headers: Headers) -> str | None:
        """Why a request that would change something does not come from one of our pages."""
        host = headers.get("host", "").lower()
        if headers.get("origin") != f"http://{host}":
            return "This can only be done from a page of this server."
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return "This can only be done from a page of this server."
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and int(length[:9]) <= LARGEST_FORM):
            return "The form is larger than any that this server has."
        return None

    def _is_known(self, headers: Headers) -> bool:
        given = _cookies(headers.getlist("cookie")).get(self._keys.cookie, "")
        return hmac.compare_digest(given.encode(), self._keys.session.encode())

    def _welcome(self) -> Response:
        """Gives the cookie and goes on by itself: a cookie that is strict is not sent along with a
        redirect that another program or site began."""
        response = HTMLResponse(_WELCOME)
        response.set_cookie(
            self._keys.cookie, self._keys.session, httponly=True, samesite="strict", path="/"
        )
        return response


def _cookies(lines: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        try:
            found.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
        except CookieError:
            continue
    return found


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS:
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending


def _plain(text: str, status: int) -> Response:
    return Response(f"{text}\n", status, media_type="text/plain")


_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark">{head}<title>Dragoman</title></head>'
    "<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
)
_WELCOME = _PAGE.format(
    head='<meta http-equiv="refresh" content="0; url=/">',
    title="Dragoman",
    text='The record opens. <a href="/">Go on</a> if it does not.',
)
_LOCKED = _PAGE.format(
    head="",
    title="This record is locked",
    text="Open it with the link that <code>dragoman serve</code> printed when it started. The link "
    "works once, in one browser; to get a new one, stop the command and start it again.",
)
