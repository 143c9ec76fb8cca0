"""The list of stories, those with most articles first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.store import overview
from dragoman.types import Story
from dragoman.web import wording
from dragoman.web.access import Access
from dragoman.web.app import results
from dragoman.web.app.address import PAGE, asked
from dragoman.web.app.page import Call, Page, Table, table

OPENING = 80
"""Code points of an article that stand for the title of a story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in a list."""

    id: str
    title: str
    first: str | None
    days: str | None
    articles: int
    origins: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """A page of stories."""

    rows: tuple[StoryRow, ...]
    total: int
    page: int
    pages: int
    previous: str | None
    following: str | None


def page(call: Call) -> Page:
    """The stories of the record."""
    number = asked(call.at).page
    start = (number - 1) * PAGE
    ids = call.access.store.ask(lambda c: overview.largest(c, "story", PAGE, start))
    rows = tuple(story_rows(call.access, [id_ for id_, _ in ids]))
    total = call.access.store.count(Story)
    pages = max(1, -(-total // PAGE))
    view = StoriesView(
        rows=rows,
        total=total,
        page=number,
        pages=pages,
        previous=call.at.to(page=number - 1) if number > 1 else None,
        following=call.at.to(page=number + 1) if number < pages else None,
    )
    return Page(
        title="Stories",
        template="stories.html.j2",
        view=view,
        tables=(story_table(rows),),
        subject="stories",
    )


def story_rows(access: Access, ids: Iterable[str]) -> Iterator[StoryRow]:
    """The stories with these ids, in their order."""
    for id_ in ids:
        story = access.fact(Story, id_)
        if story is not None:
            yield StoryRow(
                id=id_,
                title=story.title or _opening(access, story),
                first=story.from_,
                days=wording.date_range(story.from_, story.to),
                articles=len(story.articles),
                origins=story.origins,
                href=f"/story/{id_}",
            )


def _opening(access: Access, story: Story) -> str:
    """The title of its first article, or its first words, for a story without a title."""
    article = access.article(story.articles[0]) if story.articles else None
    if article is None:
        return "Untitled story"
    start, end = results.opening(article)
    words = " ".join(article.text[start:end].split())
    shown = words if len(words) <= OPENING else f"{words[:OPENING].rsplit(' ', 1)[0]}…"
    return article.title or shown or "Untitled story"


def story_table(rows: Iterable[StoryRow]) -> Table:
    """The rows of a list of stories."""
    columns = ("id", "title", "days", "articles", "origins")
    cells = (((r.id, r.title, r.days, r.articles, r.origins), r.href) for r in rows)
    return table("stories", "Stories", columns, cells)
