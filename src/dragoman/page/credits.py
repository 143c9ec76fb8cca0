"""Whom the article names as where its report comes from.

Three kinds. 'agency': a credit line, the agency in a dateline, a copyright. 'report': the text says that a
medium reported it, or was told it. 'syndicated': a feed or agencies without a name. A medium is one the
lexicon knows, one whose last word says so ('... Times'), or one that the text introduces ('the newspaper
...'); ministries, companies and persons report too, but are sources of the story, not of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

from dragoman.page.layout import Page
from dragoman.page.lexicon import agencies, media, media_endings, media_introductions
from dragoman.types import Credit, Span

_MOST: Final = 300
_HEAD_CHARS: Final = 160
_CAP: Final = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w&.’'/-]*[\w’']|[A-ZÀ-Þ])"
_NAME: Final = rf"(?:(?:[Tt]he|[Aa]l|El|La|Le|Der|Die)[ -])?{_CAP}(?:[ ](?:of|de|des|della|and|&|du|el|al)?[ ]?{_CAP}){{0,5}}"

_PARENS: Final = re.compile(r"[(\[/]([^()\[\]/]{2,50}(?:/[^()\[\]/]{2,30})?)[)\]/]")
_COPYRIGHT: Final = re.compile(
    rf"(?:©|\(c\)|\bcopyright\b)[\s©,]*(?:\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{{2,4}})?)?[\s,©]*(?:by\s)?(?P<name>{_NAME})",
    re.IGNORECASE,
)
_ALL_RIGHTS: Final = re.compile(rf"(?P<name>{_NAME})[.,]?\sAll [Rr]ights [Rr]eserved")
_INPUTS: Final = re.compile(
    r"\b(?:with|from)?\s?(?:additional |agency )?(?:inputs?|reports?|reporting|files|material|information|contributions?)\s(?:by|from)\s(?P<names>[^.)\]]{2,120})",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"(?:source|via|credit|agency)s?\s?:\s?(?P<names>.{2,60})", re.IGNORECASE
)
_WRITER: Final = re.compile(
    rf"(?P<name>{_NAME})\s(?:(?:writers?|reporters?|correspondents?|journalists?|staff|staffers?)\b.{{0,160}}\s)?(?:also\s)?contributed\b"
)
_ORIGINAL: Final = re.compile(
    rf"\b(?:originally|first)\s(?:published|appeared|reported|ran|posted|written)\s(?:in|on|by|at|with|for)\s(?P<name>{_NAME})"
    rf"|\b(?:read|see)\sthe\soriginal\s(?:article|story|report|version|post)\s(?:on|at|in)\s(?P<name2>{_NAME})"
    rf"|\b(?:republished|reprinted|reproduced|syndicated|translated|excerpted)\s(?:with\spermission\s)?(?:from|by)\s(?P<name3>{_NAME})",
    re.IGNORECASE,
)
_FEED: Final = re.compile(
    r"\bsyndicated (?:news )?feed\b|\b(?:news )?agency feed\b|\b(?:from|by) (?:a |an )?(?:news )?(?:wire|agencies|agency|wires)(?: (?:feed|service|services|reports?))?(?=[.,)\]]|$)|\bwire (?:service|services|reports)\b",
    re.IGNORECASE,
)
_AGENCIES: Final = re.compile(
    r"[(\[—–-]*\s?(?P<word>(?:[Nn]ews\s)?[Aa]gencies|AGENCIES|Wire [Rr]eports|Agency [Rr]eports?)\W{0,3}"
)

_CUE: Final = re.compile(
    r"(?:reported|reports|reporting|according to|told|citing|quoted by|interview with|spoke to|speaking to|said|says|claimed|writes|wrote|revealed|published)\b"
)
_BEFORE: Final = re.compile(
    rf"(?P<name>{_NAME})(?:,\s[^,.;]{{2,60}},)?(?:\s(?:has|have|had|first|also|later|earlier|then|news agency|newspaper))*\s$"
)
_AFTER: Final = re.compile(
    rf"\s(?:by\s|in\s|on\s|to\s)?(?:(?:the|a|an|state-run|official|local|pro-government)\s)*(?:[\w-]+\s){{0,4}}?(?P<name>{_NAME})"
)
_STAFF: Final = re.compile(
    rf"(?P<name>{_NAME})[’']s?\s(?:{_CAP}[ ]){{1,3}}$|(?P<name2>{_NAME})[’']s?\s(?:{_CAP}[ ]){{0,2}}{_CAP},\s$"
)
_INTRODUCED: Final = (
    re.compile(rf"\b(?:{media_introductions()})\s(?P<name>{_NAME})"),
    re.compile(rf"(?P<name>{_NAME})(?:,\san?\s(?:\w+[ -]){{0,4}})?\s(?:{media_introductions()})\b"),
)
_BEFORE_CUES: Final = frozenset(
    {"reported", "reports", "said", "says", "claimed", "writes", "wrote", "revealed", "published"}
)
_OFFICIAL: Final = re.compile(
    r"\s(?:the\s)?(?:(?:semi-)?official|state(?:-run|-owned)?|pro-government|independent|daily|newspaper|news agency|broadcaster)\s"
)
_BETWEEN: Final = frozenset(
    {
        "has",
        "have",
        "had",
        "first",
        "also",
        "later",
        "earlier",
        "then",
        "agency",
        "newspaper",
        "dpa",
    }
)
_STRONG_BEFORE: Final = frozenset({"reported", "reports"})
_AFTER_CUES: Final = frozenset(
    {
        "reported",
        "according to",
        "told",
        "citing",
        "quoted by",
        "interview with",
        "spoke to",
        "speaking to",
    }
)
_TRIMS: Final = frozenset(
    "On In At As But And The While When Yet Still Meanwhile However Since After Before Earlier Later Also Citing From".split()  # noqa: SIM905
)

_DEMONYM: Final = re.compile(
    r"(?:[a-z]an|ese|ish|[ae]li|qi|[ao]ni|French|Greek|Dutch|Swiss|Czech|Thai|Local|State|German)$"
)

_NAME_START: Final = re.compile(r"(?<![\w’'-])(?=[A-ZÀ-ÖØ-ÞĀ-Ž]|the\s|al-)")

Kind = Literal["agency", "report", "syndicated"]


@cache
def _lower_agencies() -> dict[str, str]:
    return {wording.casefold(): name for wording, name in agencies().items() if len(wording) > 3}


def canonical(words: str) -> str | None:
    """The canonical name of a news agency, whatever its wording; None for anything else."""
    words = re.sub(r"^(?:the)\s", "", words.strip(" .,:;-–—"), flags=re.IGNORECASE)
    table = agencies()
    return table.get(words) or table.get(f"The {words}") or _lower_agencies().get(words.casefold())


def find_credits(page: Page) -> tuple[Credit, ...]:
    """One credit for each name, the strongest kind first found, in order of place."""
    found: dict[str, Credit] = {}
    for credit in (*_credit_lines(page), *_reports(page)):
        key = "" if credit.kind == "syndicated" else name_key(credit.agency)
        if not any(longer != key and longer.endswith(key) for longer in found):
            found.setdefault(key, credit)
    return tuple(sorted(found.values(), key=lambda c: (c.span or Span(0, 0), c.agency)))


def name_key(name: str) -> str:
    """For telling whether two wordings name one medium: no case, article, blanks or marks."""
    return re.sub(r"^(?:the|der|die|el|la|le|al)\b|[\W_]+", "", name.casefold())


# ---------------------------------------------------------------- credit lines


def _credit_lines(page: Page) -> Iterator[Credit]:
    first, last = page.first_prose(), page.last_prose()
    for i, line in enumerate(page.lines):
        kind = page.kinds[i]
        if kind == "caption":
            continue
        if kind == "byline":
            yield from _byline(line.text, line.start)
            continue
        if kind is None or i < first:
            if i <= first + 1:
                yield from _opening(line.text[:_HEAD_CHARS], line.start)
            if line.size <= 60 and (i <= first or i >= last):
                yield from _closing(line.text, line.start)
        elif len(line.text) <= 1500:
            yield from _furniture(line.text, line.start)


def _opening(text: str, start: int) -> Iterator[Credit]:
    """'ANKARA, Nov 4 (Reuters) -', '(CNN) A small plane', 'MOSCOW, November 4. /TASS/'."""
    for match in _PARENS.finditer(text):
        names = re.split(r"\s?[/,-]\s|/|\s?&\s", match[1])
        known = [n for n in names if canonical(n) or (n in media() and n.isupper())]
        lone = match.start() <= 16 and re.fullmatch(r"[A-Z][A-Z&]{2,9}", match[1])
        if (known and match.start() < 110) or (lone and match[0][0] == "("):
            for name in known or names[:1]:
                at = start + match.start(1) + match[1].index(name)
                yield _agency(name, at)


def _closing(text: str, start: int) -> Iterator[Credit]:
    """A bare agency as a line, or behind the last sentence: '— AFP', '(AP)'."""
    bare = re.fullmatch(
        r"[(\[—–-]*\s?(?:By\s)?(?:The\s)?(?P<name>[\w .-]{2,40}?)[)\]]?[.,]?(?:,\s[A-Z]\w+)?", text
    )
    end = re.search(
        r"(?:[—–(\[]|\s[-–—]{1,2}\s?)(?P<name>[A-Za-z][\w .-]{1,40}?)[)\]]?\.?$", text[-60:]
    )
    listed = re.split(r"\s?[-/,&|]\s?|\sand\s", text) if len(text) <= 60 else []
    if len(listed) > 1 and all(canonical(name) or canonical(name.upper()) for name in listed):
        for name in listed:
            yield _agency(canonical(name) or name.upper(), start + text.index(name), len(name))
    elif bare and canonical(bare["name"]):
        yield _agency(bare["name"], start + bare.start("name"))
    elif end and canonical(end["name"]):
        yield _agency(end["name"], start + max(0, len(text) - 60) + end.start("name"))
    if len(text) <= 40 and (match := _AGENCIES.fullmatch(text)):
        yield _syndicated(match["word"], start + match.start("word"))
    yield from _noted(text, start)


def _byline(text: str, start: int) -> Iterator[Credit]:
    """'By Jane Roe | AP', 'AFP, Saturday 4 Nov 2023', 'Reuters Published November 7, 2023'."""
    pattern = r"\s?[|,/–—]\s?|\s-\s|\band\b|\b[Bb]y\s|\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted)\b"
    at = 0
    for part in re.split(pattern, text):
        at = text.index(part, at) if part else at
        if (name := part.strip()) and canonical(name):
            yield _agency(name, start + text.index(name, at))


def _furniture(text: str, start: int) -> Iterator[Credit]:
    """Lines around the story: copyright, 'Source:', 'With inputs from', editor's notes."""
    for pattern in (_COPYRIGHT, _ALL_RIGHTS, _WRITER):
        for match in pattern.finditer(text):
            if name := _known_part(match["name"]):
                yield _agency(name, start + match.start("name") + match["name"].index(name))
    for pattern in (_INPUTS, _SOURCE):
        for match in pattern.finditer(text):
            yield from _listed(match["names"], start + match.start("names"))
    yield from _closing(text, start) if len(text) <= 200 else _noted(text, start)


def _noted(text: str, start: int) -> Iterator[Credit]:
    """'originally published on X', 'from a syndicated feed'."""
    for match in _ORIGINAL.finditer(text):
        group = next(g for g in ("name", "name2", "name3") if match[g])
        name = match[group].rstrip(".")
        if name[0].isupper() and (_is_medium(name) or name.isupper() or canonical(name)):
            yield _report(name, start + match.start(group))
    for match in _FEED.finditer(text):
        yield _syndicated(match[0], start + match.start())


def _listed(names: str, start: int) -> Iterator[Credit]:
    """'AFP and Reuters' → both; 'agencies' → syndicated."""
    for match in re.finditer(r"[^,/;&|]+?(?=\s?[,/;&|]|\sand\s|$)", names):
        name = re.sub(r"^\s*(?:and\s)?(?:the\s)?", "", match[0], flags=re.IGNORECASE).strip(
            " .()[]"
        )
        at = start + match.start() + match[0].find(name)
        if canonical(name):
            yield _agency(name, at)
        elif re.fullmatch(
            r"(?:news |wire )?agenc(?:ies|y)(?: reports?| inputs?)?|wires?(?: reports| services)?",
            name,
            re.IGNORECASE,
        ):
            yield _syndicated(name, at)


def _known_part(name: str) -> str | None:
    """The agency at the start of a longer match ('The Associated Press. All rights')."""
    words = re.sub(r"^[Tt]he\s", "", name).rstrip(".").split()
    for size in range(len(words), 0, -1):
        part = " ".join(words[:size]).rstrip(".")
        if canonical(part) and part in name:
            return part
    return None


# ---------------------------------------------------------------- who reported it


def _reports(page: Page) -> Iterator[Credit]:
    left = _MOST
    for i, line in enumerate(page.lines):
        if page.kinds[i] not in (None, "byline") or i == page.title:
            continue
        for match in _CUE.finditer(line.text):
            if match.start() and line.text[match.start() - 1].isalnum():
                continue
            left -= 1
            if left < 0:
                return
            yield from _around(line.text, line.start, match)


def _around(text: str, start: int, cue: re.Match[str]) -> Iterator[Credit]:
    word = cue[0]
    low = max(0, cue.start() - (90 if word in _STRONG_BEFORE else 60))
    before, after = text[low : cue.start()], text[cue.end() : cue.end() + 90]
    if word in _BEFORE_CUES and (found := _subject(before, word)):
        yield _report(found[0], start + low + found[1])
        return
    if word == "reporting" or word in _BEFORE_CUES:
        yield from _staff(before, start + low)
    official = word in ("said", "says") and _OFFICIAL.match(after)
    if (word in _AFTER_CUES or official) and (found := _object(before, after, word)):
        yield _report(found[0], start + cue.end() + found[1])


def _subject(before: str, cue: str) -> tuple[str, int] | None:
    """The medium that stands before 'reported'; before 'said' only with its noun or a known name."""
    match = _last(_BEFORE, before) if _may_end_in_name(before) else None
    if match is None:
        return None
    name, at = _trimmed(match["name"], match.start("name"))
    if name.lower() in {"the", "a", "an"} or _DEMONYM.search(name):
        return None
    if cue in _STRONG_BEFORE and _is_medium(name):
        return name, at
    introduced = _introduced(before, name)
    sure = (canonical(name) and len(name) > 2) or (name in media() and len(name.split()) > 1)
    return (name, at) if introduced or sure else None


def _may_end_in_name(before: str) -> bool:
    """Is the word before the cue a name, or one that may stand between a name and the cue?"""
    last = before.rsplit(None, 1)[-1:] or [""]
    word = last[0]
    return not word[:1].islower() or word.endswith(",") or word in _BETWEEN


def _object(before: str, after: str, cue: str) -> tuple[str, int] | None:
    """The medium behind 'according to', 'told', 'as reported by'."""
    match = _AFTER.match(after)
    if match is None:
        return None
    name, at = _trimmed(match["name"], match.start("name"))
    gap = after[: match.start("name")].split()
    if _is_medium(name) and not (len(gap) > 3 and name not in media()):
        return name, at
    if _introduced(after[: match.end()], name):
        return name, at
    passive = cue == "reported" and after.lstrip().startswith("by ")
    as_reported = bool(re.search(r"\bas\s(?:first\s)?$", before)) and len(gap) == 1
    return (name, at) if passive and as_reported and _may_be_medium(name) else None


def _staff(before: str, start: int) -> Iterator[Credit]:
    """'Al Jazeera’s R. S., reporting from Ankara', 'The Times’ A. B. reported'."""
    if (match := _last(_STAFF, before)) is None:
        return
    group = "name" if match["name"] else "name2"
    name, at = _trimmed(match[group], match.start(group))
    name = re.sub(r"[’']s?$", "", name)
    if _is_medium(name):
        yield _report(name, start + at)


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match that ends at the cue and begins at a word."""
    for at in _NAME_START.finditer(before):
        if match := pattern.match(before, at.start()):
            return match
    return None


def _trimmed(name: str, at: int) -> tuple[str, int]:
    """Without an opening word of the sentence ('While CNN') or an article."""
    while (head := re.match(r"(\w+)\s", name)) and (head[1] in _TRIMS or head[1] == "the"):
        if head[1] == "The" and name in media():
            break
        name, at = name[head.end() :], at + head.end()
    owner = re.match(r".*\w[’']s?\s(?=[A-Z])", name)
    if owner and name not in media():
        name, at = name[owner.end() :], at + owner.end()
    return name, at


def _is_medium(name: str) -> bool:
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


def _introduced(context: str, name: str) -> bool:
    """Does the text call it a newspaper, a broadcaster, an agency?"""
    matches = (match for pattern in _INTRODUCED for match in pattern.finditer(context))
    return any(name in match["name"] for match in matches)


def _may_be_medium(name: str) -> bool:
    """A name that could be a medium: no ministry, company or office."""
    return len(name.split()) <= 4 and not re.search(
        r"\b(?:Ministry|Minister|Department|Police|Office|Committee|Commission|Government|Army|Authority|University|Company|Bank|Inc|Ltd|Corp|Court|Council|Party|President|Agency for|Organi[sz]ation|Institute|Group|Centre|Center|Service)\b",
        name,
    )


# ---------------------------------------------------------------- records


def _agency(name: str, at: int, size: int | None = None) -> Credit:
    return _credit(name, at, "agency", size)


def _report(name: str, at: int) -> Credit:
    return _credit(name, at, "report")


def _syndicated(words: str, at: int) -> Credit:
    return Credit(agency=words.strip(), span=Span(at, at + len(words)), kind="syndicated")


def _credit(name: str, at: int, kind: Kind, size: int | None = None) -> Credit:
    span = Span(at, at + (size or len(name)))
    return Credit(agency=canonical(name) or name, span=span, kind=kind)
