"""Events across articles, each with the word that it is told on: the articles' own, or whose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.types import EntityPassage, Event, EventMention, Quotation
from dragoman.web import wording
from dragoman.web.evidence import Evidence
from dragoman.web.index import Counts, Index
from dragoman.wording import DIGITS, stem

SPEAKERS = 3
"""Speakers named in the line of an event; its mentions name all."""

_PRONOUNS = (
    "he she it they we i you who which that this these those him her them us me himself herself itself "
    "themselves ourselves its his their our my your whose"
)
PRONOUNS = frozenset(_PRONOUNS.split())
"""Left out of a line where it has names; alone, they stand as worded."""

_COUNTING = (
    "dozens scores hundreds thousands millions group groups number total majority most many some all both half "
    "couple pair string series one two three several members rest"
)
COUNTING = frozenset(_COUNTING.split())
"""Words that count what stands behind their 'of': of 'dozens of women' the women are the party."""

UNNAMED = "a source that is not named"

UNNAMING = "without saying who did it"
"""How an article tells an event whose actor only others name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """On whose word an event is told: by how many articles themselves, and by whom, in how many.

    `unnamed` articles tell it themselves, but not who did it, though others do.
    """

    own: int
    attributed: tuple[tuple[str, int], ...]
    unnamed: int = 0

    @property
    def words(self) -> str:
        """'2 articles tell it as their own; on the word of ‘the ministry’ in 1 article'."""
        parts = [f"{wording.plural(self.own, 'article')} {_tell(self.own)}"] if self.own else []
        if self.unnamed:
            verb = "tells" if self.unnamed == 1 else "tell"
            parts.append(f"{wording.plural(self.unnamed, 'article')} {verb} it {UNNAMING}")
        named = [f"‘{who}’ in {wording.plural(n, 'article')}" for who, n in self.attributed]
        more = [f"{len(named) - SPEAKERS} more"] if len(named) > SPEAKERS else []
        if named:
            parts.append(f"on the word of {', '.join([*named[:SPEAKERS], *more])}")
        text = "; ".join(parts)
        return text[:1].upper() + text[1:]

    @property
    def lead(self) -> str | None:
        """Where no article tells it as its own: the words that stand before the event."""
        return None if self.own else f"{self.words}:"


def _tell(count: int) -> str:
    return "tells it as its own" if count == 1 else "tell it as their own"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """One mention: its sentence, and on whose word the article tells it (None: its own).

    `names_actor`: False where it does not say who did it, though another mention does.
    """

    evidence: Evidence
    on_word_of: str | None
    names_actor: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEventView:
    """One event with the sentences that mention it, and on whose word they do."""

    id: str
    type: str
    worded: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    days: str | None
    day: str | None
    place: str | None
    status: str
    counts: Counts
    telling: Telling
    summary: Evidence | None
    mentions: tuple[MentionView, ...]


def event_views(index: Index, facts: Iterable[Event]) -> Iterator[LinkedEventView]:
    """Events with a mention on the page: those that are told most first."""
    for fact in sorted(facts, key=told_most):
        if any(index.has(m) for m in fact.mentions):
            yield event_view(index, fact)


def told_most(fact: Event) -> tuple[int, int, int, str, str]:
    """Sorts by origins, then articles, then by how many of its sides are known; of equals the first in time."""
    sides = bool(fact.actor) + bool(fact.recipient)
    day = fact.date.from_ if fact.date else None
    return (-fact.origins, -fact.articles, -sides, day or "9999", fact.id)


def event_view(index: Index, fact: Event) -> LinkedEventView:
    """One event as its articles tell it."""
    told = index.event_mentions(fact)
    return LinkedEventView(
        id=fact.id,
        type=fact.type,
        worded=wording.quoted(m.trigger.text for m in told),
        mode=wording.words(fact.mode) if fact.mode else None,
        actors=parties(index, fact.actor, (m.actor for m in told)),
        recipients=parties(index, fact.recipient, (m.recipient for m in told)),
        days=wording.when(fact.date),
        day=fact.date.from_ if fact.date else None,
        place=index.name(fact.place) if fact.place else None,
        status=wording.STATUSES[fact.status],
        counts=Counts(articles=fact.articles, origins=fact.origins, outlets=fact.outlets),
        telling=telling(index, told, fact.actor),
        summary=_summary(index, fact, told),
        mentions=tuple(_mentions(index, told, fact.actor)),
    )


def telling(index: Index, told: Sequence[EventMention], actors: Collection[str] = ()) -> Telling:
    """On whose word the mentions tell it; an article that tells it as its own anywhere, does.

    Where mentions name one of the `actors`, it must say who did it.
    """
    own: set[str] = set()
    unnamed: set[str] = set()
    speakers: dict[str, list[tuple[str, EntityPassage | None]]] = defaultdict(list)
    named = _is_named(told, actors)
    for mention in told:
        if mention.attributed_to is None:
            (own if mention.actor or not named else unnamed).add(mention.article)
        else:
            speaker = _speaker(index, mention)
            speakers[_key(index, speaker)].append((mention.article, speaker))
    counted = ((_label(index, rows), len({a for a, _ in rows})) for rows in speakers.values())
    return Telling(
        own=len(own),
        attributed=tuple(sorted(counted, key=lambda c: (-c[1], c[0]))),
        unnamed=len(unnamed - own),
    )


def on_word_of(index: Index, mention: EventMention) -> str | None:
    """Whose statement the article takes the mention from; None where it tells it itself."""
    if mention.attributed_to is None:
        return None
    speaker = _speaker(index, mention)
    return called(index, speaker) if speaker else UNNAMED


def called(index: Index, party: EntityPassage) -> str:
    """A party as worded; where that is a pronoun, by the name of its entity."""
    words = " ".join(party.text.split())
    if words.casefold() not in PRONOUNS or party.entity is None:
        return words
    return index.names.get(party.entity, words)


def _speaker(index: Index, mention: EventMention) -> EntityPassage | None:
    statement = index.fact(mention.attributed_to or "")
    return statement.speaker if isinstance(statement, Quotation) else None


def _key(index: Index, speaker: EntityPassage | None) -> str:
    """What is the same for one speaker: the entity, else the words."""
    if speaker is None:
        return UNNAMED
    return speaker.entity or called(index, speaker)


def _label(index: Index, rows: Iterable[tuple[str, EntityPassage | None]]) -> str:
    """The speaker as worded; the name of the entity where it is worded in several ways."""
    said = {called(index, p): p for _, p in rows if p is not None}
    if len(said) == 1:
        return next(iter(said))
    entity = next((p.entity for p in said.values() if p.entity), None)
    return UNNAMED if entity is None else index.names.get(entity, min(said))


def _is_named(told: Iterable[EventMention], actors: Collection[str]) -> bool:
    """Whether a mention names one of the actors of the event."""
    return any(party.entity in actors for mention in told for party in mention.actor)


def _mentions(
    index: Index, told: Sequence[EventMention], actors: Collection[str]
) -> Iterator[MentionView]:
    named = _is_named(told, actors)
    rows = [
        MentionView(
            evidence=index.evidence_of(m),
            on_word_of=on_word_of(index, m),
            names_actor=bool(m.actor) or not named,
        )
        for m in told
        if m.article in index.sources
    ]
    once: dict[tuple[str, str], MentionView] = {}
    for row in rows:
        once.setdefault((row.evidence.source.id, row.evidence.html), row)
    yield from sorted(once.values(), key=lambda m: m.evidence.source.number)


def parties(
    index: Index, entities: Sequence[str], worded: Iterable[tuple[EntityPassage, ...]]
) -> tuple[str, ...]:
    """Names of the entities; then what is no entity, in the words of the articles, each noun once; where
    reports count, each number of it."""
    known = [index.name(e) for e in entities]
    named = {name.casefold(): name for name in known}
    whole = [key for key in named if " " in key]
    seen: dict[str, set[str]] = defaultdict(set)
    for party in (p for group in worded for p in group if p.entity is None):
        words = party.text.casefold().removeprefix("the ")
        head, number = _head(words), _number(words)
        told = head in seen and (not number or number in seen[head] or not any(seen[head]))
        if not told and not any(_is_of(words, key) for key in whole):
            named.setdefault(words, party.text)
        seen[head].add(number)
    kept = [name for key, name in named.items() if _head(key) not in PRONOUNS]
    return tuple(kept or named.values())


def _is_of(words: str, name: str) -> bool:
    """Whether the words are a name with a title, or its first or last word."""
    return words.endswith(name) or words in (name.split()[0], name.split()[-1])


def _number(words: str) -> str:
    """The number that a party begins with, in digits; '' where it begins with none."""
    first = words.removeprefix("at least ").removeprefix("about ").split()[:1]
    return next((DIGITS.get(w, w) for w in first if w in DIGITS or w[0].isdigit()), "")


def _head(words: str) -> str:
    """The stem of a party's noun, so that 'driver of the tram' and 'the tram driver' stand once, and 'scores of
    women' and 'women'."""
    front, _, behind = words.partition(" of ")
    if behind and (front in COUNTING or front.isdigit()):
        return _head(behind.removeprefix("the "))
    noun = (front.split() or [words])[-1]
    return noun if noun in PRONOUNS else stem(noun)


def _summary(index: Index, fact: Event, told: Iterable[EventMention]) -> Evidence | None:
    """The best sentence, with the words that tell of the event marked in it."""
    where = fact.summary
    source = index.source(where.article) if where else None
    if where is None or source is None:
        return None
    for mention in told:
        inside = where.span.start <= mention.trigger.span.start < where.span.end
        if mention.article == where.article and inside:
            parties = [("who", p.span) for p in (*mention.actor, *mention.recipient)]
            near = [p for p in parties if where.span.start <= p[1].start < where.span.end]
            return source.evidence(f"#{mention.id}", [mention.trigger.span], near)
    return source.evidence(f"#{source.article.id}", [where.span])
