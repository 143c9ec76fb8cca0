"""The evidence of a fact: the sentences of its article that hold it, with its characters marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from dragoman.text import paragraphs, segment
from dragoman.types import Article, Span
from dragoman.web.segments import Mark, to_html, visible
from dragoman.web.wording import published

LONGEST = 900
"""Code points of evidence shown in a row; the article itself shows the rest."""

SHORT = 120
"""Code points of a fact's words where its sentence stands in the row above."""

AROUND = 300
"""Code points kept on each side of the fact where its sentence is longer than `LONGEST`."""


NAME = 22
"""Longest file name, in code points, that stands whole where an outlet is not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """How a page names an article: its number, outlet (or file) and date, and where it stands."""

    id: str
    number: int
    outlet: str
    date: str
    iso: str | None
    href: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact's sentences as HTML, the place they lead to and the article they stand in.

    `spans` lists the fact's characters as 'start-end start-end' for the highlighting script, where it
    has parts beyond the marked ones. `shown` are the sentences, `words` the fact's own characters.
    """

    html: Markup
    href: str
    source: ArticleRef
    spans: str
    shown: tuple[Span, ...] = ()
    words: str = ""


class Source:
    """An article with its sentences, found once when they are first needed."""

    def __init__(self, article: Article, number: int) -> None:
        self.article = article
        self.ref = article_ref(article, number)
        self._found: dict[int, tuple[Span, ...]] = {}

    def link(self, fact: str) -> str:
        """The address of a fact in its text."""
        return f"#{fact}"

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        found = segment(self.article.text)
        return [s.start for s in found], [s.end for s in found]

    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text, in order."""
        return tuple(Span(a, b) for a, b in zip(*self._sentences, strict=True))

    def has_anchor(self, span: Span) -> bool:
        """Whether the reader of this article can be led to a span that is no fact of its own."""
        return span in self._anchors

    @cached_property
    def _anchors(self) -> frozenset[Span]:
        """The spans of what the page says of itself (`reader.page_marks`)."""
        article = self.article
        named = [article.title_span, article.outlet_span]
        named += [article.dateline.span] if article.dateline else []
        named += [credit.span for credit in article.credits]
        dates = [d for d in (article.published, article.modified) if d]
        named += [span for d in dates for span in d.evidence]
        return frozenset(span for span in named if span is not None)

    def _around(self, span: Span) -> tuple[list[int], list[int]]:
        """Starts and ends of the sentences of the paragraphs that a span touches. Sentences never span
        paragraphs, and a page shows few of an article's: each is read once, when it is needed."""
        every = self._paragraphs
        first = max(0, bisect_right(every, span.start, key=lambda p: p.start) - 1)
        found: list[Span] = []
        for number in range(first, len(every)):
            if every[number].start >= max(span.end, span.start + 1):
                break
            found += self._read(number)
        return [s.start for s in found], [s.end for s in found]

    def _read(self, number: int) -> tuple[Span, ...]:
        if number not in self._found:
            start, end = self._paragraphs[number]
            cut = segment(self.article.text[start:end])
            self._found[number] = tuple(Span(s.start + start, s.end + start) for s in cut)
        return self._found[number]

    @cached_property
    def _paragraphs(self) -> tuple[Span, ...]:
        return paragraphs(self.article.text)

    def sentence(self, span: Span) -> Span:
        """From the start of the sentence that holds the span's start to the end of the last one."""
        starts, ends = self._around(span)
        first = bisect_right(starts, span.start) - 1
        last = bisect_right(starts, max(span.start, span.end - 1)) - 1
        start = starts[first] if first >= 0 and span.start < ends[first] else span.start
        end = ends[last] if last >= 0 and span.end <= ends[last] else span.end
        return _near(Span(start, end), span)

    def evidence(
        self, href: str, spans: Sequence[Span], parts: Iterable[tuple[str, Span]] = ()
    ) -> Evidence:
        """The sentences of `spans` (the fact itself, a link to `href`) and of its named `parts`."""
        size = len(self.article.text)
        core = merged(s for s in spans if 0 <= s.start < s.end <= size)
        named = [(k, s) for k, s in parts if 0 <= s.start < s.end <= size]
        marks = [Mark(span=s, kind="hit", href=href) for s in core]
        marks += [Mark(span=s, kind=kind) for kind, s in named]
        shown = merged(self.sentence(s) for s in [*core, *(s for _, s in named)])
        html = Markup(" … ").join(
            to_html(self.article.text, marks, start=s.start, end=s.end) for s in shown
        )
        every = merged([*core, *(s for _, s in named)]) if named or len(core) > 1 else ()
        pairs = " ".join(f"{a}-{b}" for a, b in every)
        words = " … ".join(self.article.text[a:b] for a, b in core)
        return Evidence(
            html=html, href=href, source=self.ref, spans=pairs, shown=shown, words=words
        )


def in_short(evidence: Evidence) -> Evidence:
    """The fact's own words alone, for a row below one with the same sentences."""
    words = evidence.words if len(evidence.words) <= SHORT else f"{evidence.words[:SHORT]}…"
    link = Markup('<a class="hit" href="%s">%s</a>') % (evidence.href, visible(words))
    return replace(evidence, html=link + Markup(" <small>in the same sentence</small>"))


def article_ref(article: Article, number: int) -> ArticleRef:
    """The reference to an article that has `number` on its page."""
    return ArticleRef(
        id=article.id,
        number=number,
        outlet=article.outlet or _short(article.source_id),
        date=published(article.published),
        iso=article.published.value if article.published else None,
        href=f"#{article.id}",
        language=language_tag(article.language),
    )


def _short(name: str) -> str:
    """A file name of at most `NAME` code points: beginning and end of a longer one."""
    return name if len(name) <= NAME else f"{name[: NAME // 2]}…{name[-NAME // 2 + 1 :]}"


def language_tag(language: str | None) -> str | None:
    """The language where it has the form of a BCP 47 tag, else None."""
    tag = (language or "").replace("_", "-")
    fits = tag.isascii() and all(1 <= len(p) <= 8 and p.isalnum() for p in tag.split("-"))
    return tag if fits and 2 <= len(tag.split("-")[0]) <= 3 else None


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def anchor(article: str, span: Span) -> str:
    """The id of a stretch of an article's text that is no fact with an id of its own."""
    return f"at-{article}-{span.start}-{span.end}"


def _near(sentence: Span, span: Span) -> Span:
    """The sentence, or what stands around the span where the sentence is too long to show."""
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    end = min(span.end, span.start + LONGEST)
    return Span(max(sentence.start, span.start - AROUND), min(sentence.end, end + AROUND))
