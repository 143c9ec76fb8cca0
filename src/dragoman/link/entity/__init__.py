"""Who is who across the articles of a story or affair: names that one article leaves open.

An article that says 'Roe' or 'the HBC' and nothing else leaves open who that is; its entity is known in it
alone (`extract.entity`). Where other articles of its story name exactly one person of that surname, or one
body that the acronym is given to or spells, it is that one; where its story names none, the affair is asked.
Several of one name (brothers, spouses), a gender or country that does not agree, or somebody of the name in
the same article leave it open. Names that nobody in the affair has in full are one within a story where they
are alike; a given name alone joins nobody. The stored extraction is not changed: `Identity` says what was
joined and why, the membership what an entity counts as.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from dragoman import person_words
from dragoman.ids import make_id
from dragoman.link.entity.known import (
    Index,
    Known,
    are_one,
    bears,
    best,
    conflict,
    fits,
    known_by,
    merged,
)
from dragoman.link.entity.names import Name, names_of
from dragoman.linking import Affair
from dragoman.types import Article, Identity, Linked

__all__ = ["join"]

IN_STORY: Final = 0.98
IN_AFFAIR: Final = 0.95
ALIKE: Final = 0.95


def join(affair: Affair, said: Linked) -> Linked:
    """What was said, with the identities of the affair's open names and the membership of these.

    Time is linear in the names. No whole is itself a part.
    """
    names = [name for told in affair.members for name in names_of(told)]
    index = known_by(name for name in names if not name.is_open)
    found = [i for name in names if name.is_open for i in _answer(name, index)]
    articles = {told.analysis.article.id: told.analysis.article for told in affair.members}
    found += _alike(
        [n for n in names if n.is_open and not _asked(n, index)], articles, _others(names)
    )
    identities = sorted(_one_each(found), key=lambda i: i.id)
    return replace(
        said,
        facts=(*said.facts, *identities),
        membership=(*said.membership, *((i.entity, i.whole) for i in identities)),
    )


def _one_each(found: Iterable[Identity]) -> list[Identity]:
    """Without those by which one article would know somebody under two names that it kept apart."""
    every = list(found)
    times = Counter((i.article, i.whole) for i in every)
    return [i for i in every if times[i.article, i.whole] == 1]


# ---------------------------------------------------------------- by a full name


def _asked(name: Name, index: Index) -> bool:
    """Whether somebody in the affair bears the name."""
    return bool(_bearers(name, index, ""))


def _bearers(name: Name, index: Index, story: str) -> list[Known]:
    return [one for one in index.get((story, name.body, name.key), ()) if bears(name, one)]


def _answer(name: Name, index: Index) -> Iterator[Identity]:
    """Who the one in the story, or else in the affair, is who fits."""
    for story, where, score in ((name.story, "story", IN_STORY), ("", "affair", IN_AFFAIR)):
        bearers = _bearers(name, index, story)
        if bearers:
            if _settled(name, bearers):
                whole = best(bearers)
                yield _identity(name, whole.id, score, _basis(name, whole, where))
            return


def _settled(name: Name, bearers: Sequence[Known]) -> bool:
    """Whether all who bear the name are one whom it fits, none of them named in its own article."""
    own = merged([name])
    return (
        all(fits(name, one) and name.article not in one.articles for one in bearers)
        and are_one(bearers)
        and not any(conflict(own, one) for one in bearers)
    )


def _basis(name: Name, whole: Known, where: str) -> str:
    what = "of that acronym" if name.body else "of that surname"
    return f"{whole.label} is the only one {what} whom articles of its {where} name in full"


def _identity(name: Name, whole: str, score: float, basis: str) -> Identity:
    return Identity(
        id=make_id("identity", name.entity.id, whole),
        article=name.article,
        entity=name.entity.id,
        whole=whole,
        score=score,
        basis=basis,
    )


# ---------------------------------------------------------------- by being named alike


def _others(names: Iterable[Name]) -> frozenset[str]:
    """Words of the names of bodies: a person who is named by one of these alone may be none."""
    return frozenset(w for n in names if n.body and not n.is_open for w in n.words)


def _alike(
    names: Iterable[Name], articles: Mapping[str, Article], others: frozenset[str]
) -> Iterator[Identity]:
    """Names that nobody has in full: those of a story that are alike are one, the earliest stands for them."""
    groups: dict[tuple[str, bool, tuple[str, ...]], list[Name]] = defaultdict(list)
    for name in names:
        if name.body or _is_distinct(name, others):
            groups[name.story, name.body, name.words].append(name)
    for group in groups.values():
        first, *rest = sorted(group, key=lambda name: _order(articles[name.article]))
        if _agree(group):
            basis = "articles of its story name it alike, and none in full"
            yield from (_identity(name, first.entity.id, ALIKE, basis) for name in rest)


def _is_distinct(name: Name, others: frozenset[str]) -> bool:
    """Whether a person's surname alone says enough: it is no given name, nor a body's, nor follows one."""
    return (
        person_words.gender_of_given(name.key) is None
        and name.key not in others
        and not name.before
    )


def _agree(group: Sequence[Name]) -> bool:
    """Whether nothing speaks against names being one: gender, country, or two of them in one article."""
    every = [merged([name]) for name in group]
    apart = any(conflict(one, other) for one, other in combinations(_different(every), 2))
    return not apart and len({name.article for name in group}) == len(group)


def _different(every: Iterable[Known]) -> list[Known]:
    """One for each gender and country that is said: what others say again makes no difference."""
    return list({(*sorted(k.genders), *sorted(k.countries)): k for k in every}.values())


def _order(article: Article) -> tuple[str, str, str]:
    day = article.published.value[:10] if article.published else "9999"
    return (day, article.text, article.id)
