"""The state of a page is its address: what is searched and filtered, which page, which form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, get_args
from urllib.parse import quote, urlencode

from dragoman.errors import UsageError
from dragoman.store.browse import Filters, What
from dragoman.types import PloverType, Status

PAGE: Final = 25
"""Rows of one page of a list."""

LAST_PAGE: Final = 200

WHATS: Final[tuple[What, ...]] = get_args(What)
TYPES: Final[tuple[str, ...]] = get_args(PloverType)
STATUSES: Final[tuple[str, ...]] = get_args(Status)

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_COUNTRY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Address:
    """A path with its parameters, and the addresses near it."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()

    def to(self, **changes: object) -> str:
        """The address with some parameters changed; None takes one out. A page number starts anew
        unless it is given."""
        kept = {k: v for k, v in self.parameters if k not in ("page", *changes)}
        given = {k: f"{v}" for k, v in changes.items() if v not in (None, "")}
        return link(self.path, {**kept, **given})

    def get(self, name: str) -> str | None:
        """A parameter, None where it is not given."""
        return dict(self.parameters).get(name)

    def hidden(self, without: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
        """Parameters for a form to keep, but for some."""
        left_out = {"page", "view", "format", *without}
        return tuple((k, v) for k, v in self.parameters if k not in left_out)


def address(path: str, given: Iterable[tuple[str, str]]) -> Address:
    """The address of a request: each parameter once, none empty."""
    parameters = {k: v.strip() for k, v in given if v.strip() and k != "token"}
    return Address(path, tuple(parameters.items()))


def link(path: str, parameters: Mapping[str, str]) -> str:
    """A path with parameters, as it stands in a page."""
    return f"{path}?{urlencode(parameters, quote_via=quote)}" if parameters else path


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a list is asked for. `entity` is an id or a name as given."""

    what: What
    query: str | None
    entity: str | None
    filters: Filters
    page: int

    @property
    def offset(self) -> int:
        return (self.page - 1) * PAGE


def asked(at: Address) -> Asked:
    """Reads an address. Raises `UsageError` for a value that can't be meant."""
    what = at.get("what") or "articles"
    number = at.get("page") or "1"
    if what not in WHATS:
        raise UsageError(f"what={what}: there are {', '.join(WHATS)}")
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= LAST_PAGE):
        raise UsageError(f"page={number}: expected a number from 1 to {LAST_PAGE}; narrow the list")
    return Asked(
        what=what,
        query=at.get("q"),
        entity=at.get("entity"),
        filters=_filters(at),
        page=int(number),
    )


def _filters(at: Address) -> Filters:
    return Filters(
        since=_checked(at, "since", _DAY.fullmatch, "a day such as 2024-05-17, a month or a year"),
        until=_checked(at, "until", _DAY.fullmatch, "a day such as 2024-05-17, a month or a year"),
        outlet=at.get("outlet"),
        origin=at.get("origin"),
        story=at.get("story"),
        country=_checked(at, "country", _COUNTRY.fullmatch, "a country's three letters, as FRA"),
        type=_checked(at, "type", TYPES.__contains__, f"one of {', '.join(TYPES)}"),
        status=_checked(at, "status", STATUSES.__contains__, f"one of {', '.join(STATUSES)}"),
        place=at.get("place"),
    )


def _checked(at: Address, name: str, fits: object, expected: str) -> str | None:
    value = at.get(name)
    if value is not None and not fits(value):  # type: ignore[operator]
        raise UsageError(f"{name}={value}: expected {expected}")
    return value
