"""The record types: what the readers read, the extractors find and the linkers join.

All are frozen. A `Span` is half-open, in Unicode code points of `Article.text`, and for every
fact `article.text[span.start:span.end]` equals the quoted text. Ids are content hashes
(`dragoman.ids`), so the same input gives the same id on any machine. `None` means unknown.
A trailing underscore (`from_`) keeps a Python keyword apart from the exported name (`from`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Precision: TypeAlias = Literal["month", "day", "hour", "minute"]
DateBasis: TypeAlias = Literal["metadata", "stated", "inferred"]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
EntityKind: TypeAlias = Literal["person", "organisation", "state", "armed_group", "place", "other"]
QuotationKind: TypeAlias = Literal["direct", "indirect", "mixed"]
Status: TypeAlias = Literal[
    "happened", "ongoing", "planned", "called_for", "denied", "hypothetical"
]
DerivationKind: TypeAlias = Literal["copy", "rewrite", "shared_source", "shared_quotation"]
PointRelation: TypeAlias = Literal[
    "first", "same", "revision", "contradiction", "undated", "other_measure"
]
PloverType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


class Span(NamedTuple):
    """Half-open range `[start, end)` in code points of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made a fact: the named rule or model head, its score (0 to 1, or None) and a remark."""

    rule: str
    score: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Quoted characters of an article: `text == article.text[span.start:span.end]`."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPassage:
    """Quoted characters that name or describe an entity; `entity` is its id where resolved."""

    text: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePassage:
    """Quoted characters that name a place; `toponym` is the id of its `Toponym`."""

    text: str
    span: Span
    toponym: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date of an event: TIMEX3 value, first and last day (ISO 8601) and the words it was read from."""

    value: str | None = None
    from_: str | None = None
    to: str | None = None
    span: Span | None = None


# ---------------------------------------------------------------- what was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article says it appeared: ISO 8601 `value` cut to `precision`, and how it is known."""

    value: str
    precision: Precision
    basis: DateBasis
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place (as worded) in an article's dateline, and where it stands."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency, outlet or reporter whom the article names as where its report comes from.

    `span` is None where only the metadata of the page says so. `kind`: 'agency' (a credit or byline
    of a news agency), 'report' (the text says who reported it), 'syndicated' (a feed, unnamed).
    """

    agency: str
    span: Span | None
    kind: Literal["agency", "report", "syndicated"] = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A part of the page that is not the article; `kind` names what it is (`dragoman.page`)."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document as it left its reader, before anything was read from its words.

    `explicit_id` is true where the input gave its own id (JSON Lines): then the id is part of what
    makes the document distinct; a file name is not. `encoding` says how bytes became text.
    `notes` are sentences on what the reader met and could not take as it stood.
    """

    text: str
    source_id: str
    explicit_id: bool = False
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    published: Published | None = None
    modified: Published | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    encoding: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as read, with what its page betrays. `text` is what was decoded, whole.

    `inferred` names the fields among title, outlet, published, modified and language that were read
    from the text or the address because nobody gave them; `explicit_id` and `notes` are the document's.
    """

    id: str
    source_id: str
    explicit_id: bool = False
    inferred: tuple[str, ...] = ()
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_span: Span | None = None
    title: str | None = None
    title_span: Span | None = None
    language: str | None = None
    published: Published | None = None
    modified: Published | None = None
    authors: tuple[str, ...] = ()
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    text: str
    text_sha256: str
    encoding: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An input that was not read, for the quarantine: `reason` is a fixed word, `detail` a sentence."""

    path: str
    reason: str
    detail: str
    source_id: str | None = None


# ---------------------------------------------------------------- what one article says


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression (TIMEX3, ISO-TimeML): `value` as worded, `from_`..`to` resolved (ISO, inclusive).

    `anchor` names what the value was resolved against: 'published', the id of another timex,
    or None where it needs none or has none (then a relative value stays relative).
    """

    id: str
    article: str
    span: Span
    text: str
    type: TimexType
    value: str | None
    from_: str | None
    to: str | None
    anchor: str | None
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A reported number. `low` and `high` are None where the words bound nothing ('many')."""

    id: str
    article: str
    span: Span
    text: str
    low: float | None
    high: float | None
    modifier: str
    unit: str | None
    measure: str | None
    of: Passage | None
    cause: Passage | None
    reported_by: EntityPassage | None
    as_of: When | None
    place: PlacePassage | None
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name; `geonames_id`, `lat`, `lon` (WGS 84 degrees) are None where unresolved."""

    id: str
    article: str
    span: Span
    text: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that an article gives an entity, in the article's words."""

    role: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, state, armed group or place; `sector` is PLOVER's (GOV, MIL, REB, ...)."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """One mention of an entity, by name, role or pronoun."""

    id: str
    article: str
    span: Span
    text: str
    entity: str
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Attribution: who (`speaker`) is said, by which `cue`, to have said, thought or written `content`."""

    id: str
    article: str
    speaker: EntityPassage | None
    cue: Passage | None
    content: tuple[Passage, ...]
    kind: QuotationKind
    addressee: EntityPassage | None
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One mention of an event in one article, coded with PLOVER `type` and `mode`."""

    id: str
    article: str
    type: PloverType
    mode: str | None
    trigger: Passage
    actor: tuple[EntityPassage, ...]
    recipient: tuple[EntityPassage, ...]
    date: When | None
    place: PlacePassage | None
    status: Status
    attributed_to: str | None
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What comparing an article with others needs of its sentences; kept in the record, not exported.

    `sentences` are those outside furniture, `quoted` the stretches inside double quotation marks, both
    in text order; `signatures` is 32 bytes a sentence in base64 (`dragoman.extract.trace`).
    """

    id: str
    article: str
    sentences: tuple[Span, ...]
    quoted: tuple[Span, ...]
    signatures: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Something seen and not kept, with the fixed word for why, so that nothing goes in silence."""

    layer: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that one article says. `maker` is the id of the program, model and settings (`Maker`)."""

    article: Article
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    entities: tuple[Entity, ...] = ()
    entity_mentions: tuple[EntityMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[EventMention, ...] = ()
    traces: tuple[Trace, ...] = ()
    drops: tuple[Drop, ...] = ()


# ---------------------------------------------------------------- what the articles say together


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSpan:
    """A span of a named article."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The mentions, across articles, of one thing that took place; counts are of the mentions' articles."""

    id: str
    type: PloverType
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: When | None
    place: str | None
    status: Status
    summary: ArticleSpan | None
    mentions: tuple[str, ...]
    articles: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two passages, one of each article, that say the same; `similarity` 0 to 1."""

    from_span: Span
    to_span: Span
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Article `to` was made from article `from_` (or both from one source, where not `directed`)."""

    id: str
    from_: str
    to: str
    kind: DerivationKind
    directed: bool
    score: float
    passages: tuple[Aligned, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Articles that go back to one report; `root` is an article's id or an agency's name."""

    id: str
    root: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How near the reports of two articles are to each other, 0 to 1; kept in the record, not exported.

    `happening` says whether they tell of one happening, `affair` whether of one longer affair.
    `order`, -1 to 1, says by what they tell whether `one` was written before `other` (above 0) or after.
    """

    id: str
    one: str
    other: str
    happening: float
    affair: float
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles on one happening; `origins` counts the independent ones.

    Stories of one longer affair share `affair`; `previous` is the story before this one in it.
    """

    id: str
    title: str | None
    from_: str | None
    to: str | None
    articles: tuple[str, ...]
    origins: int
    affair: str
    previous: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One step of an inference: a sentence, and the passage of an article that it rests on."""

    text: str
    evidence: ArticleSpan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedTimex:
    """A relative time expression whose days became known with the date of its article."""

    timex: str
    value: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When an article without a date was written, by the record: first and last possible day (ISO 8601).

    `value` is the likeliest, cut to `precision`. `reasons` is the chain that leads there;
    `contradictions` are the statements that do not fit; `timexes` the expressions that it resolves.
    """

    id: str
    article: str
    value: str | None
    precision: Precision
    from_: str
    to: str
    reasons: tuple[Reason, ...]
    contradictions: tuple[Reason, ...] = ()
    timexes: tuple[ResolvedTimex, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom a name means that its own article leaves open: `entity`, known in `article` alone, is `whole`,
    whom other articles of its story or affair name. `score`: 0 to 1; `basis`: the ground, in a sentence."""

    id: str
    article: str
    entity: str
    whole: str
    score: float
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One report of a quantity: its fact id, value, date and source as worded.

    `low`, `high` and `modifier` are the quantity's; of a range `value` is the lower end. `as_of` is a
    day (ISO 8601), as the report says ('stated') or the day that it appeared ('published'): `basis`.
    `relation` is to the points before it: the 'first', the 'same' number as the newest of them, a
    'revision' of it, a 'contradiction' to one of the same day, or 'undated' where no day tells which;
    'other_measure' where it counts something else ('casualties' beside the killed) and gives another number.
    """

    quantity: str
    value: float | None
    as_of: str | None
    reported_by: str | None
    origin: str | None
    low: float | None = None
    high: float | None = None
    modifier: str = "exact"
    article: str | None = None
    basis: Literal["stated", "published"] | None = None
    relation: PointRelation = "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantitySeries:
    """One quantity over time: points in order of `as_of` (undated last), then value.

    `of`, `cause` and `place` are the words of most reports. `newest` is the quantity that stands now.
    """

    id: str
    measure: str | None
    of: str | None
    cause: str | None
    place: str | None
    points: tuple[SeriesPoint, ...]
    unit: str | None = None
    newest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationGroup:
    """One utterance across articles; `wordings` are its distinct contents, in order of first report.

    `speaker` is the entity to which most origins give it; `speakers` all that can't be one and the same,
    most origins first: where there are several, the reports differ on who said it.
    """

    id: str
    speaker: str | None
    quotations: tuple[str, ...]
    wordings: tuple[str, ...]
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Reports that can't both be right, or that differ in a way a reader should know."""

    id: str
    kind: str
    summary: str
    facts: tuple[str, ...]
    articles: tuple[str, ...]


ArticleFact: TypeAlias = (
    Timex | Quantity | Toponym | Entity | EntityMention | Quotation | EventMention | Trace
)
LinkedFact: TypeAlias = (
    Event
    | Derivation
    | Origin
    | Nearness
    | Story
    | Dating
    | Identity
    | QuantitySeries
    | QuotationGroup
    | Discrepancy
)
Fact: TypeAlias = ArticleFact | LinkedFact


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a linker says about one key. `membership` maps a part to its whole: (part id, whole id).

    `strays` are ids of facts of articles that are an accident of one copy's wording and belong to no whole: the
    record does not give them.
    """

    facts: tuple[LinkedFact, ...] = ()
    membership: tuple[tuple[str, str], ...] = ()
    furniture: tuple[tuple[str, Furniture], ...] = ()
    strays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What made an analysis: program version, encoder name and sha256, settings that change results."""

    version: str
    model: str | None
    model_sha256: str | None
    settings: tuple[tuple[str, str], ...]
