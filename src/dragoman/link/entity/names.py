"""The persons and bodies that articles name: by which words, and what else tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman import person_words
from dragoman.folding import fold, initials, is_acronym, parts
from dragoman.link.entity import lexicon
from dragoman.linking import Told
from dragoman.types import Analysis, Entity, EntityMention

LOOK_BACK = 12
"""Characters before a name in which its honorific stands."""
LEAST_INITIALS = 3
"""Letters of an acronym that is known by its letters alone: two stand for too much."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person or body as one article names it.

    words: the fullest name, folded. shorts: its names of one word, folded. is_open: whether the id is this
    article's alone, as it names nobody in full: a person by surname, a body by acronym. before: given names that
    stand before an open name ('Dana', where 'Dana Roe' was read as 'Roe'). is_titled: whether 'Mr' or the like does.
    """

    entity: Entity
    article: str
    story: str
    origin: str
    body: bool
    words: tuple[str, ...]
    shorts: frozenset[str]
    is_open: bool
    before: frozenset[str] = frozenset()
    gender: str | None = None
    is_titled: bool = False

    @property
    def key(self) -> str:
        """The word by which an open name is looked up."""
        return self.words[-1]

    @property
    def keys(self) -> frozenset[str]:
        """The words by which a full name may be called."""
        if not self.body:
            return frozenset(self.words)
        derived = {fold(a) for a in initials(_telling(self.entity.name))}
        own = frozenset(self.words if _is_extended(self.entity.name) else ())
        return (self.shorts - own).union(a for a in derived if len(a) >= LEAST_INITIALS)


def names_of(told: Told) -> Iterator[Name]:
    """The persons and bodies that an article names."""
    mentions: dict[str, list[EntityMention]] = {}
    for mention in told.analysis.entity_mentions:
        mentions.setdefault(mention.entity, []).append(mention)
    for entity in told.analysis.entities:
        name = _name(told, entity, mentions.get(entity.id, []))
        if name is not None and name.words:
            yield name


def _name(told: Told, entity: Entity, mentions: list[EntityMention]) -> Name | None:
    if not entity.aliases or entity.kind not in ("person", "organisation", "armed_group"):
        return None
    body = entity.kind != "person"
    words = _body_words(entity.name) if body else parts(entity.name)
    is_open = _is_acronym(entity, mentions) if body else _is_surname(words)
    named = (entity.name, *entity.aliases)
    return Name(
        entity=entity,
        article=told.analysis.article.id,
        story=told.story,
        origin=told.origin,
        body=body,
        words=words,
        shorts=frozenset(_plain(n) for n in named if len(n.split()) == 1),
        is_open=is_open,
        before=_before(told.analysis.article.text, mentions) if is_open else frozenset(),
        gender=None if body else _gender(told.analysis, entity, words, mentions),
        is_titled=any(_honorific(told.analysis.article.text, m) for m in mentions),
    )


def _plain(word: str) -> str:
    """One word, folded: 'U.N.' and 'UN' alike."""
    return fold(word).replace("-", "")


def _body_words(name: str) -> tuple[str, ...]:
    words = [_plain(word) for word in name.split()]
    while len(words) > 1 and words[-1] in lexicon.COMPANY:
        words.pop()
    return tuple(word for word in words if word)


def _is_extended(name: str) -> bool:
    """Whether capitalised words beside an acronym may make it another body: 'HBC West', not 'HBC relief fund'."""
    words = name.split()
    others = [w for w in words if not is_acronym(w) and _plain(w) not in lexicon.COMPANY]
    return len(others) < len(words) and any(w[0].isupper() for w in others)


def _telling(name: str) -> tuple[str, ...]:
    """The words of a body's name whose first letters make its acronym."""
    words = [w for w in name.split() if w[0].isalnum()]
    return tuple(w for w in words if fold(w) not in lexicon.COMPANY | lexicon.SMALL)


def _is_acronym(entity: Entity, mentions: Iterable[EntityMention]) -> bool:
    """Whether an article knows a body by an acronym alone, and no lexicon does."""
    known = any("lexicon" in mention.made_by.rule for mention in mentions)
    return is_acronym(entity.name) and not known


def _is_surname(words: tuple[str, ...]) -> bool:
    """Whether a person is named by one word, or by an initial and a surname."""
    return len(words) == 1 or (len(words) > 1 and len(words[0]) == 1 and len(words[-1]) > 1)


def _before(text: str, mentions: Iterable[EntityMention]) -> frozenset[str]:
    """The given names that stand right before a name."""
    named = (m for m in mentions if ".name." in m.made_by.rule)
    words = (
        w for m in named for w in text[max(0, m.span.start - LOOK_BACK) : m.span.start].split()[-1:]
    )
    return frozenset(fold(w) for w in words if w.istitle() and w.isalpha() and _is_given(fold(w)))


def _is_given(word: str) -> bool:
    """Whether a folded word is a given name, and no title."""
    return person_words.gender_of_given(word) is not None and word not in lexicon.titles()


def _gender(
    analysis: Analysis, entity: Entity, words: tuple[str, ...], mentions: Iterable[EntityMention]
) -> str | None:
    """By the honorific, a role that only one has, the given name, or most pronouns."""
    mentions = tuple(mentions)
    said = (_honorific(analysis.article.text, m) for m in mentions)
    titled = next((g for g in said if g is not None), None)
    roles = (
        person_words.gendered().get(fold(r.role).split()[-1]) for r in entity.roles if fold(r.role)
    )
    role = next((g for g in roles if g is not None), None)
    given = person_words.gender_of_given(words[0]) if len(words) > 1 else None
    pronouns = Counter(
        g for m in mentions if (g := lexicon.PRONOUNS.get(m.text.lower())) is not None
    )
    most = max(sorted(pronouns), key=pronouns.__getitem__, default=None)
    return titled or role or given or most


def _honorific(text: str, mention: EntityMention) -> str | None:
    """The gender of the honorific that a name begins with, or that stands before it."""
    before = text[max(0, mention.span.start - LOOK_BACK) : mention.span.start].split()
    words = (*before[-1:], *mention.text.split()[:1])
    found = (lexicon.honorifics().get(word.lower().rstrip(".")) for word in words)
    return next((g for g in found if g is not None), None)
