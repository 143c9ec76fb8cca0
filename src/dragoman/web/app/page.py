"""A page before it is written out: what it shows, and the same as tables.

Every page has a twin of plain tables (`?view=table`), and gives them as CSV and JSON
(`?format=csv`, `?format=json`): exactly what is shown, nothing that is not.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeAlias

import jinja2
from starlette.responses import HTMLResponse, Response

from dragoman.corrections import Correction
from dragoman.errors import UsageError
from dragoman.web import dossier
from dragoman.web.access import Access
from dragoman.web.app.address import Address

Cell: TypeAlias = str | int | float | None

TITLE: Final = "Dragoman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of a page by columns; `links` holds where each row leads, where it leads anywhere."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page shows: `view` is for its template, `tables` say the same in rows.

    `subject` is the part of the head's menu that the page belongs to.
    """

    title: str
    template: str
    view: Any
    tables: tuple[Table, ...] = ()
    subject: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request as a page sees it: the record, the address, parts of the path, the form's token."""

    access: Access
    at: Address
    parts: tuple[str, ...]
    token: str
    record: str
    theme: str = "auto"


def table(
    name: str, title: str, columns: Sequence[str], rows: Iterable[tuple[Sequence[Cell], str]]
) -> Table:
    """A table of (cells, link) rows; an empty link is none."""
    every = tuple(rows)
    return Table(
        name=name,
        title=title,
        columns=tuple(columns),
        rows=tuple(tuple(cells) for cells, _ in every),
        links=tuple(link for _, link in every),
    )


def answer(call: Call, page: Page) -> Response:
    """The page in the form that its address asks for. Raises `UsageError` for an unknown form."""
    match call.at.get("format"):
        case None:
            return HTMLResponse(html(call, page), page.status)
        case "json":
            return Response(_json(call, page), page.status, media_type="application/json")
        case "csv":
            return _csv(_chosen(call, page))
        case other:
            raise UsageError(f"format={other}: there are csv and json")


def html(call: Call, page: Page) -> str:
    """The page, or its twin of tables."""
    name = "tables.html.j2" if call.at.get("view") == "table" and page.tables else page.template
    return environment().get_template(name).render(page=page, v=page.view, call=call, at=call.at)


def _json(call: Call, page: Page) -> str:
    tables = {
        t.name: [dict(zip(t.columns, row, strict=True)) for row in t.rows] for t in page.tables
    }
    shown = {"title": page.title, "address": call.at.to(format=None), "tables": tables}
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _chosen(call: Call, page: Page) -> Table:
    """The table that the address names, or the first."""
    name = call.at.get("table")
    found = [t for t in page.tables if name in (None, t.name)]
    if not found:
        names = ", ".join(t.name for t in page.tables) or "none on this page"
        raise UsageError(f"table={name}: there are {names}")
    return found[0]


def _csv(shown: Table) -> Response:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(shown.columns)
    writer.writerows(shown.rows)
    name = {"Content-Disposition": f'attachment; filename="{shown.name}.csv"'}
    return Response(out.getvalue(), headers=name, media_type="text/csv; charset=utf-8")


# ---------------------------------------------------------------- templates and files

_KINDS: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@cache
def environment() -> jinja2.Environment:
    """The dossier's templates and the app's own, with the same escaping."""
    base = dossier.environment()
    own = jinja2.PackageLoader("dragoman.web.app")
    env = base.overlay(loader=jinja2.ChoiceLoader([own, jinja2.PackageLoader("dragoman.web")]))
    # no headings stand between a section's and its cards': levels follow one another
    env.globals = {**base.globals, "asset": asset, "card_heading": "h3"}
    return env


def asset(name: str) -> str:
    """The address of a file of ours; it changes with the file, so browsers may keep it."""
    digest = hashlib.sha256(content(name) or b"").hexdigest()[:12]
    return f"/static/{name}?v={digest}"


@cache
def content(name: str) -> bytes | None:
    """A file of `static/`, the app's or the dossier's; None where there is none."""
    if "/" in name or name.startswith(".") or not name.endswith(tuple(_KINDS)):
        return None
    for package in ("dragoman.web.app", "dragoman.web"):
        path = files(package).joinpath("static", name)
        if path.is_file():
            return _IMPORT.sub(_imported, path.read_bytes())
    return None


_IMPORT: Final = re.compile(rb'(?<=^import )(.+ from )"\./([a-z]+\.js)"', re.MULTILINE)


def _imported(found: re.Match[bytes]) -> bytes:
    """An import of one of our modules by its whole address: the same as in the page, so that it is
    loaded once, and never out of date."""
    return b'%s"%s"' % (found[1], asset(found[2].decode()).encode())


def file(name: str) -> Response:
    """A file of `static/` as an answer."""
    data = content(name)
    if data is None:
        return Response("no such file\n", 404, media_type="text/plain")
    kind = _KINDS[name[name.rindex(".") :]]
    keep = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(data, headers=keep, media_type=f"{kind}; charset=utf-8")


def forms(call: Call, target: str) -> tuple[Correction, ...]:
    """The corrections in force of a fact or article."""
    return call.access.overlay.of(target)
