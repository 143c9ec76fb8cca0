"""Words for one referent that differ between articles, each as its outlet words it.

Three places tell that two words stand for one: mentions of one entity, one part of one event, and one
figure with one source. People held, people who move and people in the street are taken for one group
in one story. Of the words, only those count that style guides discuss because the choice is
contested ('fighters', 'militants', 'terrorists'), and the marks of who holds something ('X-run'). The
lists in `data/discrepancy.json` only say which words are used for one another; they rank none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dragoman.link.discrepancy.context import Context, Located
from dragoman.link.discrepancy.sides import Report, Side, different_articles, differing, quoted
from dragoman.resources import load_json
from dragoman.types import Discrepancy, EntityMention, Event, QuantitySeries, Span, Story

BARE = "without such a word"

BEFORE, BEHIND = 60, 60
"""Code points beside a mention in which labels are looked for."""

_TOKEN = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_PLACED = re.compile(r" (?:in|of) (?:the )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)*")
_APPOSED = re.compile(
    r", (?:the|an?) ((?:[^\W\d_]+[- ]){1,4}?(?:group|organi[sz]ation|movement|network|faction|leader|party))\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A word of a family; words that nobody contests between them share a `sense`."""

    family: str
    sense: str


@dataclass(frozen=True, slots=True)
class Designation:
    """How one report names a referent: its words, the labels in them, and whether it quotes them."""

    words: str
    labels: frozenset[Label]
    report: Report
    is_quoted: bool


@cache
def _senses() -> dict[str, tuple[Label, ...]]:
    """Every listed word or pair of words with the labels that it can be."""
    found: dict[str, list[Label]] = defaultdict(list)
    for family, senses in load_json("discrepancy.json")["families"].items():
        for words in senses:
            for word in words:
                found[word].append(Label(family, words[0]))
    return {word: tuple(labels) for word, labels in found.items()}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_json("discrepancy.json")[name])


def labels(context: Context) -> Iterator[Discrepancy]:
    """The referents that articles call by different contested words."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for referent, name, designations in _referents(context):
        for family, sides in _families(designations):
            key = (family, frozenset(r.article for s in sides for r in s.reports))
            if len(sides) > 1 and key not in seen and different_articles(sides):
                seen.add(key)
                opening = f"Words {name}" if name else "Words for the same"
                opening += "" if name and "‘" in name else f" ({family})"
                yield from differing("label", f"{referent} {family}", opening, sides)


# ---------------------------------------------------------------- who is meant


def _referents(context: Context) -> Iterator[tuple[str, str | None, list[Designation]]]:
    """(what tells a referent from others, its name if it has one, how the reports name it)."""
    for (entity, part), found in sorted(_by_entity(context).items()):
        name = _name(context, entity)
        yield f"{entity} {part}", f"{part} {name}" if name else None, found
    for event in context.joined(Event):
        for part in ("actor", "recipient", "trigger"):
            yield f"{event.id} {part}", None, list(_in_event(context, event, part))
    for series in context.joined(QuantitySeries):
        for head, found in sorted(_sources(context, series).items()):
            yield f"{series.id} {head}", None, found
        yield f"{series.id} of", None, list(_counted(context, series))
    for story in context.affair.stories:
        for family in sorted(_words("of_a_story")):
            yield f"{story.id} {family}", "in one story", list(_in_story(context, story, family))


def _in_story(context: Context, story: Story, family: str) -> Iterator[Designation]:
    """The words of one family for parties of events and for the counted, anywhere in a story."""
    for article in (a for a in story.articles if a in context.told):
        analysis = context.told[article].analysis
        parties: list[tuple[Located, Span]] = [
            (e, p.span) for e in analysis.events for p in (*e.actor, *e.recipient)
        ]
        parties += [(q, q.of.span) for q in analysis.quantities if q.of]
        for fact, span in parties:
            found = _designation(context, fact, span)
            if any(label.family == family for label in found.labels):
                yield replace(
                    found, labels=frozenset(x for x in found.labels if x.family == family)
                )


def _by_entity(context: Context) -> dict[tuple[str, str], list[Designation]]:
    """Mentions of each entity: as a whole ('the militant group X'), and its people ('X fighters').

    Mentions without any label count only for entities that some article gives a mark of its holder.
    """
    found: dict[tuple[str, str], list[Designation]] = defaultdict(list)
    bare: dict[str, list[EntityMention]] = defaultdict(list)
    for member in context.affair.members:
        text = member.analysis.article.text
        places = _places(text)
        for mention in member.analysis.entity_mentions:
            near = bisect_left(places, mention.span.start - BEFORE)
            if near == len(places) or places[near] > mention.span.end + BEHIND:
                bare[mention.entity].append(mention)
            elif not context.in_furniture(mention.article, mention.span):
                _add(context, found, text, mention)
    for entity, part in [key for key, some in found.items() if any(map(_is_marked, some))]:
        whole = (m for m in bare[entity] if part == "for")
        found[entity, part] += [_designation(context, m, _whole(context, m)) for m in whole]
    return found


@cache
def _hint() -> re.Pattern[str]:
    """Finds where a label may begin, in small letters."""
    words = sorted({*_senses(), *_words("doubts")}, key=len, reverse=True)
    held = "|".join(sorted(_words("holders")))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})|-(?:{held})\b")


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[int, ...]:
    """Where labels may begin; a letter that grows when made small moves the rest a little."""
    return tuple(match.start() for match in _hint().finditer(text.lower()))


def _add(
    context: Context,
    found: dict[tuple[str, str], list[Designation]],
    text: str,
    mention: EntityMention,
) -> None:
    _, after = _beside(text, mention.span)
    found[mention.entity, "for"].append(_designation(context, mention, _whole(context, mention)))
    if after > mention.span.end:
        people = Span(mention.span.start, after)
        found[mention.entity, "beside the name"].append(_designation(context, mention, people))


def _whole(context: Context, mention: EntityMention) -> Span:
    text = context.told[mention.article].analysis.article.text
    return Span(_beside(text, mention.span)[0], _apposed(text, mention.span))


def _is_marked(designation: Designation) -> bool:
    return any(label.family in ("holder", "doubt") for label in designation.labels)


def _beside(text: str, span: Span) -> tuple[int, int]:
    """The span of a mention with the labels right before and right behind it."""
    start, end = span
    for match in reversed(list(_TOKEN.finditer(text, max(0, start - BEFORE), start))):
        if text[match.end() : start].strip() or not _belongs(match[0]):
            break
        start = match.start()
    for match in _TOKEN.finditer(text, end, end + BEHIND):
        if text[end : match.start()] != " " or not _labels(match[0]):
            break
        end = match.end()
    return start, end


def _apposed(text: str, span: Span) -> int:
    """The end of the mention with what explains it ('X, the armed group') or places it ('in Y')."""
    match = _APPOSED.match(text, span.end)
    if match and any(_labels(match[1])):
        return match.end()
    place = _PLACED.match(text, span.end)
    return place.end() if place else span.end


def _belongs(word: str) -> bool:
    folded = word.casefold()
    fitting = any(label.family not in _words("acts") for label in _labels(word))
    return fitting or folded in _words("groups") or folded in _words("doubts")


def _in_event(context: Context, event: Event, part: str) -> Iterator[Designation]:
    """The words for an actor, a recipient, or what was done (a trigger)."""
    for mention in (context.mentions[m] for m in sorted(event.mentions) if m in context.mentions):
        if part == "trigger":
            yield _designation(context, mention, mention.trigger.span, act=True)
        for party in getattr(mention, part) if part != "trigger" else ():
            yield _designation(context, mention, party.span)


def _sources(context: Context, series: QuantitySeries) -> dict[str, list[Designation]]:
    """Whose word a figure stands on, by the noun that says what they are ('ministry')."""
    found: dict[str, list[Designation]] = defaultdict(list)
    for quantity in context.figures_of(series):
        if quantity.reported_by:
            head = _head(quantity.reported_by.text)
            found[head].append(_designation(context, quantity, quantity.reported_by.span))
    return found


def _counted(context: Context, series: QuantitySeries) -> Iterator[Designation]:
    for quantity in context.figures_of(series):
        if quantity.of:
            yield _designation(context, quantity, quantity.of.span)


def _head(phrase: str) -> str:
    """The last word of a noun phrase before 'in', 'of' or a comma."""
    bare = re.split(r",| (?:in|of|for|at|on|from) ", phrase)[0]
    words = _TOKEN.findall(bare)
    return words[-1].casefold() if words else ""


def _designation(context: Context, fact: Located, span: Span, *, act: bool = False) -> Designation:
    """The words of a span; of an `act` the words for acts count, of everything else all the others."""
    words = context.text(fact.article, span)
    return Designation(
        words=words,
        labels=frozenset(x for x in _labels(words) if (x.family in _words("acts")) == act),
        report=context.report(fact),
        is_quoted=context.is_quoted(fact.article, span),
    )


@lru_cache(maxsize=1 << 15)
def _labels(words: str) -> tuple[Label, ...]:
    """The labels in some words; singular and plural are one, and a name keeps its words to itself."""
    tokens = [t.casefold().replace("’", "'") for t in _TOKEN.findall(words)]
    found = [label for size in (2, 1) for label in _of_size(tokens, size)]
    holders = [
        Label("holder", t) for t in tokens if t.rpartition("-")[2] in _words("holders") and "-" in t
    ]
    doubts = [Label("doubt", t) for t in tokens if t in _words("doubts")]
    return (*found, *holders, *doubts)


def _of_size(tokens: Sequence[str], size: int) -> Iterator[Label]:
    for start in range(len(tokens) - size + 1):
        word = " ".join(tokens[start : start + size])
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in _senses():
                yield from _senses()[form]
                break


def _name(context: Context, entity: str) -> str | None:
    names = sorted({e.name for e in context.entities.get(entity, [])})
    return quoted(min(names, key=len), 60) if names else None


# ---------------------------------------------------------------- what they are called


def _families(designations: Sequence[Designation]) -> Iterator[tuple[str, list[Side]]]:
    """The sides of each family of labels that reports of one referent use."""
    families = sorted({label.family for d in designations for label in d.labels})
    for family in families:
        senses: dict[str, list[Designation]] = defaultdict(list)
        for designation in designations:
            for sense in {label.sense for label in designation.labels if label.family == family}:
                senses[sense].append(designation)
        if family in ("holder", "doubt"):
            senses[BARE] = _without(designations, family)
        sides = [_side(found) for _, found in sorted(senses.items()) if found]
        yield family, sides


def _without(designations: Sequence[Designation], family: str) -> list[Designation]:
    """Those of articles that never use such a word for the referent."""
    using = {d.report.article for d in designations if any(x.family == family for x in d.labels)}
    return [d for d in designations if d.report.article not in using]


def _side(found: Sequence[Designation]) -> Side:
    """The shortest words stand for all; what is only ever quoted is said to be."""
    outside = [d for d in found if not d.is_quoted]
    shown = min(outside or found, key=lambda d: (len(d.words), d.words, d.report.fact))
    reports = tuple(d.report for d in (outside or found))
    remark = None if outside else "only inside quotations"
    return Side(words=quoted(shown.words, 80), reports=reports, remark=remark)
