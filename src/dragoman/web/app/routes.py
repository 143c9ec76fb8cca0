"""The app: which address shows which page, and what an error looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

import apsw
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from dragoman.config import Settings
from dragoman.errors import DragomanError, TemporaryError, UsageError
from dragoman.store import open_store
from dragoman.web.access import Access
from dragoman.web.app import correcting, page
from dragoman.web.app.address import address
from dragoman.web.app.page import Call, Page
from dragoman.web.app.pages import (
    about,
    article,
    compare,
    corrections,
    differences,
    dyad,
    entity,
    event,
    explain,
    help_,
    home,
    origin,
    search,
    stories,
    story,
)
from dragoman.web.app.safety import Guard, Keys

Maker = Callable[[Call], Page]

PAGES: Final[tuple[tuple[str, Maker], ...]] = (
    ("/", home.page),
    ("/search", search.page),
    ("/stories", stories.page),
    ("/story/{one}", story.page),
    ("/differences", differences.page),
    ("/article/{one}", article.page),
    ("/event/{one}", event.page),
    ("/origin/{one}", origin.page),
    ("/entity/{one}", entity.page),
    ("/dyad/{one}/{other}", dyad.page),
    ("/compare/{one}/{other}", compare.page),
    ("/explain/{one}", explain.page),
    ("/corrections", corrections.page),
    ("/about", about.page),
    ("/help", help_.page),
)
"""Every page by its address."""


@dataclass(frozen=True, slots=True)
class Room:
    """What all requests share."""

    record: Path
    settings: Settings
    keys: Keys


def app(record: Path, settings: Settings, keys: Keys) -> ASGIApp:
    """The reading room of a record, behind its guard."""
    room = Room(record, settings, keys)
    routes = [Route(path, partial(_show, room, make), methods=["GET"]) for path, make in PAGES]
    routes.append(Route("/static/{name}", _file, methods=["GET"]))
    routes.append(Route("/correct", partial(_change, room, correcting.correct), methods=["POST"]))
    routes.append(Route("/undo", partial(_change, room, correcting.undo), methods=["POST"]))
    faults: dict[Any, Any] = {
        DragomanError: partial(_failed, room),
        HTTPException: partial(_missing, room),
    }
    return Guard(Starlette(routes=routes, exception_handlers=faults), keys)


async def _file(request: Request) -> Response:
    return page.file(request.path_params["name"])


# ---------------------------------------------------------------- reading


async def _show(room: Room, make: Maker, request: Request) -> Response:
    return await run_in_threadpool(_tried, room, request, make)


def _tried(room: Room, request: Request, make: Maker) -> Response:
    """The answer; a question that was broken off is asked once more, as the first time may have waited
    for the disk."""
    try:
        return _answer(room, request, make)
    except DragomanError as error:
        if not isinstance(error.__cause__, apsw.InterruptError):
            raise
    return _answer(room, request, make)


def _answer(room: Room, request: Request, make: Maker) -> Response:
    """One request: its own connection, which sees one state of the record."""
    at = address(request.url.path, request.query_params.multi_items())
    with open_store(room.record, write=False, settings=room.settings) as store:
        store.limit_statements(room.settings.query_seconds)
        with store.snapshot():
            access = Access(store, machine=at.get("as") == "machine")
            parts = tuple(request.path_params.values())
            call = Call(
                access=access,
                at=at,
                parts=parts,
                token=room.keys.form,
                record=room.record.name,
            )
            return page.answer(call, make(call))


# ---------------------------------------------------------------- correcting


async def _change(
    room: Room, change: Callable[[Path, Settings, Mapping[str, str]], None], request: Request
) -> Response:
    form = await _form(room, request)
    await run_in_threadpool(change, room.record, room.settings, form)
    return _back(form)


async def _form(room: Room, request: Request) -> dict[str, str]:
    """The fields of a form with its token. Raises `HTTPException` where it lacks it."""
    body = (await request.body()).decode("utf-8", "replace")
    form = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=20))
    if not room.keys.is_form(form.get("token", "")):
        raise HTTPException(
            403, "The form is out of date: go back, load the page again, and retry."
        )
    return form


def _back(form: dict[str, str]) -> Response:
    """To the page that the form was on: a path of this server, nothing else."""
    there = form.get("back", "")
    safe = there.startswith("/") and not there.startswith("//") and "\\" not in there
    return RedirectResponse(there if safe else "/corrections", 303)


# ---------------------------------------------------------------- errors


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, in words, and what to do."""

    heading: str
    text: str


async def _failed(room: Room, request: Request, error: Exception) -> Response:
    return _fault(room, request, *_told(error))


def _told(error: Exception) -> tuple[int, Fault]:
    if isinstance(error.__cause__, apsw.InterruptError) or "took longer than" in f"{error}":
        text = (
            "The record could not answer in the time that a page has. "
            "Narrow the search: rarer words, fewer days, one outlet."
        )
        return 503, Fault("That took too long", text)
    if isinstance(error, UsageError):
        return 400, Fault("This can’t be shown", f"{error}")
    if isinstance(error, TemporaryError):
        return 503, Fault("Not at this moment", f"{error}")
    return 500, Fault("The record can’t be read", f"{error}")


async def _missing(room: Room, request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headings = {404: "There is no such page", 403: "Not allowed", 405: "Not allowed"}
    text = error.detail if error.detail != "Not Found" else "The address names nothing here."
    heading = headings.get(error.status_code, "That did not work")
    return _fault(room, request, error.status_code, Fault(heading, text))


def _fault(room: Room, request: Request, status: int, fault: Fault) -> Response:
    at = address(request.url.path, ())
    shown = Page(title=fault.heading, template="fault.html.j2", view=fault, status=status)
    call = Call(access=None, at=at, parts=(), token="", record=room.record.name)  # type: ignore[arg-type]
    return page.answer(call, shown)


def paths() -> Sequence[str]:
    """The addresses of the pages, for tests that look at every one."""
    return [path for path, _ in PAGES]
