"""Contradictions in what the record knows of an article's date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.ids import make_id
from dragoman.link.discrepancy.context import Context
from dragoman.link.discrepancy.sides import in_words
from dragoman.types import Dating, Discrepancy

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def datings(context: Context) -> Iterator[Discrepancy]:
    """One for every article whose words do not fit the day that the record gives it."""
    for dating in context.joined(Dating):
        against = [r for r in dating.contradictions if not _fits(r.text, dating)]
        if against:
            days = " to ".join(in_words(d) for d in dict.fromkeys((dating.from_, dating.to)))
            named = {r.evidence.article for r in against if r.evidence}
            said = " ".join(_sentence(r.text) for r in against)
            yield Discrepancy(
                id=make_id("discrepancy", "dating", dating.id),
                kind="dating",
                summary=f"An article without a date, placed at {days}, also says what does not fit: {said}",
                facts=(dating.id,),
                articles=tuple(sorted({dating.article, *named})),
            )


def _fits(text: str, dating: Dating) -> bool:
    """Whether the first day that a contradiction names is one of the days that are possible."""
    days = _DAY.findall(text)
    return bool(days) and dating.from_ <= days[0] <= dating.to


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
