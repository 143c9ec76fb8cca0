"""ECB+ topics 1-35: the gold action mentions of validated sentences, seen as the linker sees mentions.

What stands around a mention comes from the program's own analysis of the article, its arguments from
the dependency tree: who stands in the subject's or agent's place is an actor, who in the object's a
recipient.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.quality.analyses import analysed
from benchmarks.quality.articles import SHARED, ecb_document
from dragoman import pipeline
from dragoman.encoder import EncodedSentence, Encoder
from dragoman.link.event.cast import Cast
from dragoman.link.event.mention import Mention, Party
from dragoman.link.event.view import Sheet, days, inside
from dragoman.link.event.words import LIGHT
from dragoman.text import segment
from dragoman.types import Analysis, Document, EntityPassage, Span, Status, When

ECB: Final = SHARED / "data" / "ecbplus" / "ecbplus.jsonl.gz"
QUICK: Final = frozenset({11, 25, 31})
"""Topics of the test part that a quick look is taken at."""
ACTORS: Final = frozenset({"nsubj", "obl:agent", "nmod:poss", "csubj"})
RECIPIENTS: Final = frozenset({"obj", "iobj", "nsubj:pass", "nmod", "obl", "compound", "xcomp"})
THROUGH: Final = frozenset({"xcomp", "conj", "advcl", "acl"})
"""Relations by which a verb takes the subject of the word above it."""


@dataclass(frozen=True)
class Gold:
    """A gold mention: where its parts stand, the chain it belongs to, whether it is negated."""

    id: str
    spans: tuple[Span, ...]
    chain: str
    denied: bool


@dataclass(frozen=True)
class Sheetful:
    """An article of ECB+ with its gold mentions."""

    id: str
    topic: int
    subtopic: str
    text: str
    validated: tuple[Span, ...]
    gold: tuple[Gold, ...]

    @property
    def document(self) -> Document:
        """The whole article as it is given to the program."""
        return ecb_document(self.id, self.text)


def part_of(topic: int) -> str:
    """'dev' or 'test'."""
    return "dev" if hashlib.sha256(f"ecb {topic}".encode()).digest()[0] % 2 else "test"


def load() -> list[Sheetful]:
    """All articles."""
    with gzip.open(ECB, "rt", encoding="utf-8") as lines:
        return [_sheetful(json.loads(line)) for line in lines]


def _sheetful(row: dict[str, Any]) -> Sheetful:
    gold = [
        Gold(
            f"{row['id']}:{m['start']}:{m['end']}:{number}",
            tuple(Span(*s) for s in m.get("spans") or [[m["start"], m["end"]]]),
            f"{row['topic']}/{m['chain']}",
            m["tag"].startswith("NEG_"),
        )
        for number, m in enumerate(row["mentions"])
        if m["kind"] == "action" and m["validated"]
    ]
    return Sheetful(
        id=row["id"],
        topic=row["topic"],
        subtopic=f"{row['topic']}{row['subtopic']}",
        text=row["text"],
        validated=tuple(Span(s["start"], s["end"]) for s in row["sentences"] if s["validated"]),
        gold=tuple(gold),
    )


def encoded(sheet: Sheetful, encoder: Encoder) -> tuple[EncodedSentence, ...]:
    """The validated sentences, encoded where they stand."""
    blank = [c if c == "\n" else " " for c in sheet.text]
    for start, end in sheet.validated:
        blank[start:end] = sheet.text[start:end]
    return encoder.encode(sheet.text, segment("".join(blank)))


def mentions(
    gold: Sheetful, analysis: Analysis, read: Sequence[EncodedSentence], cast: Cast
) -> Iterator[Mention]:
    """The gold mentions as the linker sees them; `read` are the validated sentences."""
    sheet = Sheet(analysis, cast)
    for one in gold.gold:
        yield _mention(one, gold, sheet, read)


def _mention(one: Gold, gold: Sheetful, sheet: Sheet, read: Sequence[EncodedSentence]) -> Mention:
    number = sheet.number(one.spans[0].start)
    span = sheet.sentence(number, _validated(gold, one.spans[0]))
    tree = next((s for s in read if _holds(s, one.spans[0].start)), None)
    words = _words(tree, one.spans) if tree else []
    sides = _sides(tree, words, sheet) if tree and words else ((), ())
    status: Status = "denied" if one.denied else "happened"
    return Mention(
        id=one.id,
        article=gold.id,
        origin=gold.id,
        sentence=number,
        status=status,
        lemmas=_lemmas(tree, words)
        if tree and words
        else (sheet.text[slice(*one.spans[0])].lower(),),
        actors=sides[0],
        recipients=sides[1],
        days=_days(tree, words, sheet) if tree and words else None,
        places=_places(sheet, span),
        names=sheet.names(span),
        words=sheet.words(span),
        numbers=sheet.numbers(span),
        bits=sheet.bits(number),
    )


def _validated(gold: Sheetful, span: Span) -> Span:
    return next((s for s in gold.validated if s.start <= span.start < s.end), span)


def _holds(sentence: EncodedSentence, at: int) -> bool:
    return sentence.sentence.start <= at < sentence.sentence.end


def _words(tree: EncodedSentence, spans: Sequence[Span]) -> list[int]:
    """Numbers of the mention's words, the head first."""
    tokens = tree.sentence.tokens
    own = [i for i, t in enumerate(tokens) if any(s.start <= t.start < s.end for s in spans)]
    kept = [
        i for i in own if tree.upos[i] in ("VERB", "NOUN", "PROPN", "ADJ", "AUX", "PRON")
    ] or own
    heads = [i for i in kept if tree.heads[i] not in own]
    heavy = [
        i
        for i in kept
        if tree.upos[i] in ("VERB", "NOUN", "PROPN") and tree.lemmas[i].lower() not in LIGHT
    ]
    first = next((i for i in heads if i in heavy), (heavy or heads or kept or [-1])[0])
    return [] if first < 0 else [first, *(i for i in kept if i != first)]


def _lemmas(tree: EncodedSentence, words: Sequence[int]) -> tuple[str, ...]:
    return tuple(tree.lemmas[i].lower() for i in words)


def _sides(
    tree: EncodedSentence, words: Sequence[int], sheet: Sheet
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The parties in the subject's and in the object's place."""
    own = set(words)
    actors, recipients = [], []
    for child, head in enumerate(tree.heads):
        if head not in own or child in own:
            continue
        rel = tree.rels[child]
        if rel in ACTORS:
            actors.append(child)
        elif rel in RECIPIENTS and tree.upos[child] in ("NOUN", "PROPN", "PRON", "VERB"):
            recipients.append(child)
    if not actors:
        actors = list(_inherited(tree, words[0]))
    return _parties(tree, actors, sheet), _parties(tree, recipients, sheet)


def _inherited(tree: EncodedSentence, word: int) -> Iterator[int]:
    """The subject of the word above, where this one takes it over."""
    while tree.rels[word].split(":")[0] in THROUGH and tree.heads[word] >= 0:
        word = tree.heads[word]
        found = [
            i for i, h in enumerate(tree.heads) if h == word and tree.rels[i].startswith("nsubj")
        ]
        if found:
            yield from found
            return


def _parties(tree: EncodedSentence, heads: Sequence[int], sheet: Sheet) -> tuple[Party, ...]:
    return tuple(sheet.party(_passage(tree, head, sheet)) for head in heads)


def _passage(tree: EncodedSentence, head: int, sheet: Sheet) -> EntityPassage:
    """The head with its name, and the entity whose mention covers it."""
    span = tree.sentence.tokens[head]
    near = Span(max(0, span.start - 60), span.end)
    covering = [
        m
        for m in inside(sheet.entity_mentions, near)
        if m.span.start <= span.start and span.end <= m.span.end
    ]
    best = min(covering, key=lambda m: (m.span.end - m.span.start, m.id), default=None)
    return EntityPassage(text=tree.words[head], span=span, entity=best.entity if best else None)


def _days(tree: EncodedSentence, words: Sequence[int], sheet: Sheet) -> tuple[int, int] | None:
    """The one date of the sentence."""
    whole = Span(tree.sentence.start, tree.sentence.end)
    found = {
        days(When(from_=t.from_, to=t.to))
        for t in sheet.analysis.timexes
        if whole.start <= t.span.start < whole.end and t.type == "DATE"
    } - {None}
    return next(iter(found)) if len(found) == 1 else None


def _places(sheet: Sheet, span: Span) -> frozenset[str]:
    return frozenset(key for t in inside(sheet.toponyms, span) for key in sheet.place(t.id, t.text))


@dataclass(frozen=True)
class Topic:
    """The gold mentions of a topic, each with its chain; `subtopics` of its articles."""

    number: int
    mentions: tuple[Mention, ...]
    chains: dict[str, str]
    subtopics: dict[str, str]

    @property
    def part(self) -> str:
        """'dev' or 'test'."""
        return part_of(self.number)


def topics(numbers: Collection[int] = ()) -> list[Topic]:
    """The topics of these numbers, or all, read by the program."""
    grouped: dict[int, list[Sheetful]] = defaultdict(list)
    for sheet in load():
        if not numbers or sheet.topic in numbers:
            grouped[sheet.topic].append(sheet)
    encoder = pipeline.encoder()
    return [_topic(number, sheets, encoder) for number, sheets in sorted(grouped.items())]


def _topic(number: int, sheets: Sequence[Sheetful], encoder: Encoder) -> Topic:
    analyses = [analysed(s.document) for s in sheets]
    cast = Cast.of(e for a in analyses for e in a.entities)
    seen = (
        m
        for s, a in zip(sheets, analyses, strict=True)
        for m in mentions(s, a, encoded(s, encoder), cast)
    )
    return Topic(
        number,
        tuple(seen),
        {g.id: g.chain for s in sheets for g in s.gold},
        {s.id: s.subtopic for s in sheets},
    )
