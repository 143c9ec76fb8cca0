"""Names of news agencies and media: which words are one, and the credit made of them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from dragoman.page.lexicon import agencies, media, media_endings, media_introductions
from dragoman.types import Credit, Span

CAP: Final = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w&.’'/-]*[\w’']|[A-ZÀ-Þ])"
NAME: Final = rf"(?:(?:[Tt]he|[Aa]l|El|La|Le|Der|Die)[ -])?{CAP}(?:[ ](?:of|de|des|della|and|&|du|el|al)?[ ]?{CAP}){{0,5}}"
_INTRODUCTION: Final = re.compile(rf"\b(?:{media_introductions()})\b")
_INTRODUCED: Final = (
    re.compile(rf"\b(?:{media_introductions()})\s(?P<name>{NAME})"),
    re.compile(rf"(?P<name>{NAME})(?:,\san?\s(?:\w+[ -]){{0,4}})?\s(?:{media_introductions()})\b"),
)
Kind = Literal["agency", "report", "syndicated"]


@cache
def _lower_agencies() -> dict[str, str]:
    return {wording.casefold(): name for wording, name in agencies().items() if len(wording) > 3}


def canonical(words: str) -> str | None:
    """The canonical name of a news agency, whatever its wording; None for anything else."""
    words = re.sub(r"^(?:the)\s", "", words.strip(" .,:;-–—"), flags=re.IGNORECASE)
    table = agencies()
    return table.get(words) or table.get(f"The {words}") or _lower_agencies().get(words.casefold())


def name_key(name: str) -> str:
    """For telling whether two wordings name one medium: no case, article, blanks or marks."""
    return re.sub(r"^(?:the|der|die|el|la|le|al)\b|[\W_]+", "", name.casefold())


def is_medium(name: str) -> bool:
    """Known to the lexicon, or ending in a word that ends names of media."""
    bare = re.sub(r"^[Tt]he\s", "", name)
    if name in media() or bare in media() or f"The {bare}" in media():
        return True
    if canonical(bare):
        return len(bare) > 3 or bare in {
            "AP",
            "AFP",
            "PTI",
            "ANI",
            "EFE",
            "UPI",
            "dpa",
            "CNN",
            "VOA",
        }
    words = bare.split()
    return len(words) > 1 and words[-1] in media_endings()


def introduced(context: str, name: str) -> bool:
    """Does the text call it a newspaper, a broadcaster, an agency?"""
    if not _INTRODUCTION.search(context):
        return False
    matches = (match for pattern in _INTRODUCED for match in pattern.finditer(context))
    return any(name in match["name"] for match in matches)


def may_be_medium(name: str) -> bool:
    """A name that could be a medium: no ministry, company or office."""
    return len(name.split()) <= 4 and not re.search(
        r"\b(?:Ministry|Minister|Department|Police|Office|Committee|Commission|Government|Army|Authority|University|Company|Bank|Inc|Ltd|Corp|Court|Council|Party|President|Agency for|Organi[sz]ation|Institute|Group|Centre|Center|Service)\b",
        name,
    )


def agency_credit(name: str, at: int, size: int | None = None) -> Credit:
    return _credit(name, at, "agency", size)


def report_credit(name: str, at: int) -> Credit:
    return _credit(name, at, "report")


def syndicated_credit(words: str, at: int) -> Credit:
    return Credit(agency=words.strip(), span=Span(at, at + len(words)), kind="syndicated")


def _credit(name: str, at: int, kind: Kind, size: int | None = None) -> Credit:
    span = Span(at, at + (size or len(name)))
    return Credit(agency=canonical(name) or name, span=span, kind=kind)
