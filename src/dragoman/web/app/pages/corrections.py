"""What users set right in this record, and undid."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.corrections import Correction, layer_of
from dragoman.types import Article, Fact
from dragoman.web import wording
from dragoman.web.app.page import Call, Page, table

WORDS = {
    "wrong": "marked wrong",
    "merge": "merged into another",
    "split": "set apart",
    "date": "date set",
    "outlet": "outlet named",
}
"""Each kind of correction, as it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A correction and what it is about."""

    correction: Correction
    what: str
    about: str
    href: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage:
    """All corrections, the latest first."""

    rows: tuple[Row, ...]
    active: int


def page(call: Call) -> Page:
    """The corrections of the record."""
    every = sorted(call.access.store.corrections(), key=lambda c: (c.made, c.id), reverse=True)
    rows = tuple(_row(call, c) for c in every)
    view = CorrectionsPage(rows=rows, active=sum(1 for c in every if c.undone is None))
    columns = ("id", "kind", "target", "value", "note", "made", "undone")
    cells = [((c.id, c.kind, c.target, c.value, c.note, c.made, c.undone), "") for c in every]
    return Page(
        title="Corrections",
        template="corrections.html.j2",
        view=view,
        tables=(table("corrections", "Corrections", columns, cells),),
        subject="corrections",
    )


def _row(call: Call, one: Correction) -> Row:
    return Row(
        correction=one,
        what=WORDS[one.kind],
        about=_about(call.access.get(one.target), one.target),
        href=f"/explain/{one.target}",
        when=wording.date(f"{one.made[:16]}Z"),
    )


def _about(fact: Article | Fact | None, id_: str) -> str:
    layer = wording.words(layer_of(id_) or "")
    if fact is None:
        return f"{layer} {id_}, which is not in the record now"
    for name in ("title", "name", "text", "summary"):
        value = getattr(fact, name, None)
        if isinstance(value, str) and value and name != "text":
            return f"{layer}: {value}"
    text = getattr(fact, "text", None) or getattr(getattr(fact, "trigger", None), "text", None)
    return f"{layer}: {text}" if isinstance(text, str) and len(text) < 200 else f"{layer} {id_}"
