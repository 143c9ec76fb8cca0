"""Which of the articles that derivations connect belong together.

A text that is a copy, in part or reworded, of one that more articles print stands for nothing: a rewording that
happens to be as close to another report as to its own joins nothing but its own. So copies of reports, reworded
or not, leave the number of origins as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dragoman.link.derivation.same import words_key
from dragoman.types import Article, Derivation

JOINING: Final = frozenset({"copy", "rewrite", "shared_source"})


def joined(
    articles: Sequence[Article], derivations: Sequence[Derivation]
) -> list[tuple[Article, ...]]:
    """Groups of articles, each in order of id, by their first ids."""
    text_of = {a.id: words_key(a) for a in articles}
    printed = Counter(text_of.values())
    links = [(d.kind, text_of[d.from_], text_of[d.to]) for d in derivations if d.kind in JOINING]
    copies = [pair for kind, *pair in links if kind == "copy"]
    lesser = {min(pair, key=printed.__getitem__) for pair in copies if _unequal(pair, printed)}
    others = [pair for kind, *pair in links if kind != "copy" and lesser.isdisjoint(pair)]
    whole_of = _components(printed, [*copies, *others])
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.id):
        groups[whole_of[text_of[article.id]]].append(article)
    return [tuple(group) for group in groups.values()]


def _unequal(pair: Sequence[str], printed: Mapping[str, int]) -> bool:
    return len({printed[text] for text in pair}) > 1


def _components(texts: Iterable[str], pairs: Iterable[Sequence[str]]) -> dict[str, str]:
    """For every text the least of those that pairs connect it with."""
    parent = {text: text for text in texts}

    def top(text: str) -> str:
        while parent[text] != text:
            parent[text] = parent[parent[text]]
            text = parent[text]
        return text

    for one, other in pairs:
        low, high = sorted((top(one), top(other)))
        parent[high] = low
    return {text: top(text) for text in parent}
