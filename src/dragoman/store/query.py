"""What a user types into a search box, as an FTS5 expression that is always well formed.

    ceasefire gaza            both words
    "recalled its ambassador" the words in this order
    ceasefire OR truce        either of the two beside OR
    ceasefire -truce          not the second
    ambass*                   words that begin so (three letters or more)

Everything else is taken as words; case and diacritics do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.errors import UsageError

MAX_TERMS = 64
MAX_CHARS = 10_000
MIN_PREFIX = 3
"""Shorter prefixes match nearly everything and cost seconds (measured on 100,000 articles)."""

_TERM = re.compile(r'-*"[^"]*"?\*?|[^\s"]+')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\0": " "})
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words in their order; with `prefix` the last one may go on."""

    words: str
    prefix: bool
    excluded: bool = False

    def expression(self) -> str:
        """The term in FTS5's language; `words` holds no quotation mark."""
        return f'"{self.words}"' + ("*" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Query:
    """A search as FTS5 reads it, and the terms that make a find."""

    match: str
    terms: tuple[Term, ...]


def parse(query: str) -> Query:
    """Reads what a user typed. Raises `UsageError` where it names nothing to find."""
    if len(query) > MAX_CHARS:
        raise UsageError(f"the search has {len(query)} characters; at most {MAX_CHARS} are taken")
    wanted, excluded = _read(_SURROGATE.sub(" ", query).translate(_QUOTES))
    if not wanted:
        raise UsageError(f"the search {query!r} names no word to find; give at least one word")
    terms = tuple(term for clause in wanted for term in clause)
    if (n := len(terms) + len(excluded)) > MAX_TERMS:
        raise UsageError(f"the search has {n} terms; at most {MAX_TERMS} are taken")
    match = " AND ".join(_either(clause) for clause in wanted)
    return Query(f"({match}) NOT {_either(excluded)}" if excluded else match, terms)


def _either(terms: list[Term]) -> str:
    return f"({' OR '.join(term.expression() for term in terms)})"


def _read(query: str) -> tuple[list[list[Term]], list[Term]]:
    """Clauses of alternatives that must all hold, and terms of which none may."""
    wanted: list[list[Term]] = []
    excluded: list[Term] = []
    joins = False
    for token in _TERM.findall(query):
        if token == "OR":
            joins = bool(wanted)
        elif token != "AND" and (term := _term(token)):
            if term.excluded:
                excluded.append(term)
            elif joins:
                wanted[-1].append(term)
            else:
                wanted.append([term])
            joins = False
    return wanted, excluded


def _term(token: str) -> Term | None:
    """One word or phrase, or None where it holds no letter or digit."""
    bare = token.lstrip("-")
    words = bare.replace('"', " ").rstrip("*").strip()
    if not any(c.isalnum() for c in words):
        return None
    last = re.split(r"\W+", words)[-1]
    prefix = bare.endswith("*") and len(last) >= MIN_PREFIX
    return Term(words, prefix, token.startswith("-"))
