"""What the words of a role say: its noun, its country, its PLOVER sector."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from dragoman import person_words
from dragoman.extract.entity import lexicon
from dragoman.extract.entity.page import Named, RoleFound, View
from dragoman.folding import listed

LEADING: Final = listed("head lead chair run command direct found govern rule oversee")
"""Verbs of which the subject has a role: 'who heads the agency'."""


def is_role_noun(view: View, index: int) -> bool:
    """A noun for one person with an office or calling, or a rank."""
    bare = noun_at(view, index)
    if view.upos[index] not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    return bare in lexicon.people() or (
        bare in person_words.ranks() and view.words[index][0].isupper()
    )


def noun_at(view: View, index: int) -> str:
    """The bare noun of a word: 'ex-President' is 'president'."""
    return view.lower[index].rstrip(".").rpartition("ex-")[2]


def read_role(view: View, start: int, end: int) -> RoleFound | None:
    """A role's noun, country and sector; None where no noun or verb of a role is in the words."""
    while start < end and (
        view.upos[start] in ("DET", "PRON", "PUNCT", "CCONJ", "ADP", "PART")
        or view.lower[start] in ("also", "then")
    ):
        start += 1
    while end > start and view.upos[end - 1] == "PUNCT" and not view.words[end - 1].endswith("."):
        end -= 1
    noun = _head_noun(view, start, end)
    if noun is None and not (start < end and view.lemmas[start] in LEADING):
        return None
    word = noun_at(view, noun) if noun is not None else "head"
    country = country_of(view, start, end, noun)
    return RoleFound(
        view.number,
        start,
        end,
        word,
        frozenset(view.lower[start:end]),
        country,
        sector_of(view, start, end, noun),
    )


def _head_noun(view: View, start: int, end: int) -> int | None:
    """The noun before 'of' or 'for', else the last."""
    nouns = [i for i in range(start, end) if is_role_noun(view, i)]
    for index in nouns:
        if index + 1 >= end or view.lower[index + 1] in (
            "of",
            "for",
            "in",
            "at",
            "to",
            "with",
            ",",
            "who",
            "from",
            "on",
            "and",
            "-",
        ):
            return index
    return nouns[-1] if nouns else None


def country_of(view: View, start: int, end: int, noun: int | None) -> str | None:
    """The state that the words name, but for one that somebody is sent *to*."""
    for first, last, entry in view.phrases:
        if first < start or last > end or entry.country is None:
            continue
        if noun is not None and first > noun and _is_target(view, noun, first):
            continue
        return entry.country
    return None


def _is_target(view: View, noun: int, index: int) -> bool:
    return any(
        view.lower[i] in ("to", "on", "with", "from", "against") for i in range(noun + 1, index)
    )


def sector_of(view: View, start: int, end: int, noun: int | None) -> str | None:
    """PLOVER's sector of an office: its noun's, or that of the body in its words."""
    known = next(
        (
            e.sector
            for a, b, e in view.phrases
            if start <= a and b <= end and e.sector and e.sector != "MED"
        ),
        None,
    )
    if noun is not None and noun_at(view, noun) == "officer" and "chief" in view.lower[start:noun]:
        return known or "BUS"  # 'chief operating officer'
    family, own = ("leader", "") if noun is None else _noun_sector(noun_at(view, noun))
    words = [view.lower[i] for i in range(start, end) if i != noun and not is_role_noun(view, i)]
    said = sector_in(words)
    if family == "head" and (known or said) in (
        "EDU",
        "BUS",
        "MED",
        "NGO",
        "LAB",
        "IGO",
        "HLH",
        "CRM",
        "REB",
    ):
        return known or said
    if own == "GOV" and family == "head" and _of_a_body(view, start, end):
        return None
    if own:
        return "OPP" if said == "OPP" else own
    if known or said:
        return known or said
    stated = any(
        start <= a and b <= end and _is_free(view, a, b) and e.kind in ("state", "demonym")
        for a, b, e in view.phrases
    )
    return "GOV" if stated and family in ("leader", "official", "spokes", "politician") else None


def _of_a_body(view: View, start: int, end: int) -> bool:
    """Whether the words name an organisation that no lexicon knows ('Acme Records president')."""
    return any(
        start <= n.start and n.end <= end and n.type in ("ORG", "OTH") and n.entry is None
        for n in view.names
    )


def _is_free(view: View, start: int, end: int) -> bool:
    """Whether a phrase isn't a part of a longer name ('American Airlines')."""
    return not any(
        n.start <= start and end <= n.end and n.end - n.start > end - start for n in view.names
    )


def _noun_sector(noun: str) -> tuple[str, str]:
    family, sector = lexicon.people().get(noun, ("rank", person_words.ranks().get(noun, "")))
    return family, sector


def sector_in(words: Iterable[str]) -> str | None:
    """The most telling sector among pairs of words, else among words; None where none says one."""
    listed_ = list(words)
    pairs = [f"{a} {b}" for a, b in pairwise(listed_)]
    table, order = lexicon.context(), lexicon.sector_order()
    found = [table[pair] for pair in pairs if pair in table] or [
        table[word] for word in listed_ if word in table
    ]
    return min(found, key=order.__getitem__) if found else None


def affiliation(view: View, named: Named) -> tuple[str | None, str | None]:
    """(country, sector) of the body whose possessive stands before a name ('Al Jazeera’s X')."""
    index = named.start - 1
    if index < 1 or view.lower[index] not in ("'s", "'"):
        return None, None
    for _, last, entry in view.phrases:
        if last == index and entry.kind in ("organisation", "armed_group"):
            return entry.country, entry.sector
    return None, None
