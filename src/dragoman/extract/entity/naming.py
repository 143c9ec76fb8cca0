"""The names in an article: the encoder's, corrected by lexicons and by the article's other sentences.

Titles are taken off ('Foreign Minister Kari Holm'), pairs are cut ('France-Spain', 'Oslo, Norway'), names that the encoder missed and a lexicon or another sentence knows are added, and a
name that comes several times gets one type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dragoman import person_words
from dragoman.extract.entity import lexicon
from dragoman.extract.entity.hyphens import hyphenated
from dragoman.extract.entity.lexicon import Entry
from dragoman.extract.entity.page import Named, View
from dragoman.extract.entity.titles import REGAL, last_title, title_end
from dragoman.folding import fold, is_acronym, listed

TYPES: Final = ("PER", "ORG", "LOC", "OTH")
WEAK: Final = 0.5
"""An encoder's name with a lower mean probability doesn't teach the article other names."""
_STATES: Final = listed(
    "US U.S. U.S USA U.S.A. UK U.K. UAE U.A.E. USSR U.S.S.R. DRC DPRK PRC ROK KSA"
)
"""Acronyms that nearly always are states; others ('CAR') may be any word in capitals."""
_RUN: Final = listed("run led backed controlled affiliated linked owned aligned held based")
"""What follows a hyphen behind a name that is not the whole: 'the X-run health ministry'."""
_DIRECTIONS: Final = ("North", "South", "East", "West")
_MARKS: Final = frozenset("'\"“”‘’`.,;:!?()[]{}-–—*•/")
_NEVER: Final = listed(
    "i he she it they we you this that these those mr mrs ms dr the a an and of photo image file"
)


def names(views: Sequence[View]) -> list[Named]:
    """All names of an article in text order, none overlapping."""
    found = [named for view in views for named in _in_sentence(view)]
    found += list(_repeats(views, found))
    _vote(found)
    found.sort(key=lambda named: named.place)
    for named in found:
        views[named.sentence].names.append(named)
    return found


# ---------------------------------------------------------------- one sentence


def _in_sentence(view: View) -> list[Named]:
    stretches = [piece for piece in _encoder(view) if piece.type != "NAT" or piece.entry]
    found: list[Named] = []
    busy = [False] * len(view)
    for piece in (*_inserted(view, stretches), *stretches):
        if not any(busy[piece.start : piece.end]):
            found.append(piece)
            busy[piece.start : piece.end] = [True] * (piece.end - piece.start)
    for start, end, entry in view.phrases:
        if entry.sector == "MED" and end - start == 1:
            continue  # 'Time', 'Nature': too common as words to be media without the encoder
        if not any(busy[start:end]) and _stands(view, start, end, entry):
            found.append(_named(view, start, end, _type(entry), 1.0, entry, "lexicon"))
    return sorted(found, key=lambda named: named.start)


def _inserted(view: View, stretches: Sequence[Named]) -> Iterator[Named]:
    """'(Joe) Biden': a first name that an editor put in; the mention is the whole."""
    for piece in stretches:
        last = piece.end + 1
        if (
            piece.type == "PER"
            and piece.end - piece.start == 1
            and piece.start > 0
            and last < len(view)
            and view.words[piece.start - 1] == "("
            and view.words[piece.end] == ")"
            and view.upos[last] == "PROPN"
        ):
            named = _named(view, piece.start - 1, last + 1, "PER", piece.score, rule="inserted")
            named.words = (piece.words[0], view.words[last])
            named.text = " ".join(named.words)
            yield named


def _encoder(view: View) -> Iterator[Named]:
    """The encoder's names, trimmed, cut and without titles."""
    joined = _joined(view)
    for start, end, kind, score in joined:
        for first, last in _cut(view, start, end):
            piece = _piece(view, first, last, kind, score)
            if piece is not None:
                yield piece


def _joined(view: View) -> list[tuple[int, int, str, float]]:
    """Names as (start, end, type, score); 'Agence France' and '-Presse' are one."""
    found: list[tuple[int, int, str, float]] = []
    for name in view.sentence.names:
        start, end = name.start_token, name.end_token
        while (
            end + 1 < len(view)
            and hyphenated(view, end, name.type)
            and not _phrase_at(view, end + 1)
        ):
            end += 2
        if found and found[-1][1] >= start:
            start = found[-1][1]
        if start < end:
            found.append((start, end, name.type, name.score))
    return found


def _phrase_at(view: View, index: int) -> bool:
    return any(start == index for start, _, _ in view.phrases)


def _cut(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut at commas, and at hyphens or 'and' between two known names."""
    cuts = [start - 1]
    half = (end - start) // 2
    if half > 1 and view.lower[start : start + half] == view.lower[end - half : end]:
        return [(end - half, end)]  # a caption's name run into the text's: 'ADA LUND Ada Lund'
    for index in range(start + 1, end - 1):
        word = view.words[index]
        if word == "-" and view.lower[index + 1] in _RUN:
            cuts += [index, index + 1]
        elif word == "," or (
            word in ("-", "–", "/", "and") and _known_sides(view, start, index, end)
        ):
            cuts.append(index)
    cuts.append(end)
    return [(a + 1, b) for a, b in pairwise(cuts) if a + 1 < b]


def _known_sides(view: View, start: int, index: int, end: int) -> bool:
    if lexicon.entry_of(view.straight[start:end]) is not None:
        return False
    left = [e for a, b, e in view.phrases if b == index and a >= start]
    right = [e for a, b, e in view.phrases if a == index + 1 and b <= end]
    if left and right:
        return True
    return any(e.kind == "state" for e in left + right) and view.words[index + 1][0].isupper()


def _piece(view: View, start: int, end: int, kind: str, score: float) -> Named | None:
    start, end = _trim(view, start, end)
    if start >= end or (end - start == 1 and view.words[start] in _DIRECTIONS):
        return None
    if view.lower[end - 1] in lexicon.bodies() and all(w.islower() for w in view.words[start:end]):
        return None  # 'health ministry': a description, read as such
    if kind in ("LOC", "NAT"):
        start = _lower_ahead(view, start, end)
    if kind == "PER":
        start, end = _of_name(view, start, end)
    entry = _entry(view, start, end)
    if entry is not None and (kind != "PER" or not person_words.gender_of_given(view.words[start])):
        if not _stands(view, start, end, entry):
            return None
        return _named(view, start, end, _type(entry), max(score, WEAK), entry, "encoder+lexicon")
    if kind == "NAT":
        return None
    if kind in ("ORG", "OTH") and _of_its_people(view, start, end):
        kind = "PER"
    return (
        _person(view, start, end, score) if kind == "PER" else _named(view, start, end, kind, score)
    )


def _entry(view: View, start: int, end: int) -> Entry | None:
    """The lexicon's entry of a stretch, also with the article before it ('The Verge')."""
    words = view.straight[start:end]
    entry = lexicon.entry_of(words)
    if entry is None and start and view.words[start - 1] == "The":
        return lexicon.entry_of(["The", *words])
    return entry


def _of_its_people(view: View, start: int, end: int) -> bool:
    """A given name and one or two more words right behind a body's possessive, or any behind a medium's."""
    if not 2 <= end - start <= 3 or start < 2 or view.lower[start - 1] not in ("'s", "'"):
        return False
    owners = [e for _, last, e in view.phrases if last == start - 1 and e.kind == "organisation"]
    if owners and person_words.gender_of_given(view.words[start]) is not None:
        return True
    reports = any(e.sector == "MED" for e in owners)
    return reports and not any(
        w in lexicon.bodies() or w in lexicon.context() for w in view.lower[start:end]
    )


def _of_name(view: View, start: int, end: int) -> tuple[int, int]:
    """A person's name without 'of its firm' behind it, or the town of '(Mayor of) Oslo' before it."""
    for index in range(start + 2, end - 1):
        if view.lower[index] == "of":
            end = index
            break
    before = (
        start > 1 and view.lower[start - 1] == "of" and view.lower[start - 2] in lexicon.people()
    )
    for first, last, entry in view.phrases if before else ():
        if first == start and last < end - 1 and entry.kind in ("capital", "state"):
            return last, end
    return start, end


def _lower_ahead(view: View, start: int, end: int) -> int:
    """Behind the small words of 'northern Iraq', where what is left is a known name."""
    index = start
    while index < end and view.words[index].islower():
        index += 1
    return index if index < end and lexicon.entry_of(view.straight[index:end]) else start


def _trim(view: View, start: int, end: int) -> tuple[int, int]:
    """Without articles, marks and possessive endings at the ends."""
    while start < end and (
        view.lower[start] in ("the", "a", "an")
        or view.words[start] in _MARKS
        or view.lower[start] == "'s"
    ):
        start += 1
    while end > start and (
        view.words[end - 1] in _MARKS or view.lower[end - 1] in ("'s", "'", "the", "of", "and")
    ):
        end -= 1
    if end - start == 1 and (view.lower[start] in _NEVER or not view.words[start][0].isalnum()):
        return start, start
    return start, end


def _person(view: View, start: int, end: int, score: float) -> Named | None:
    """A person's name without the titles before it; None where only titles stand there."""
    core = last_title(view, title_end(view, start, end), end)
    if core < end and end - core == 1 and core > start and view.lower[core - 1] in REGAL:
        core -= 1
    if core >= end:
        if (
            end - start > 1
            or view.lower[start] in lexicon.people()
            or view.lower[start] in person_words.honorifics()
        ):
            return None
        core = start
    return _named(view, core, end, "PER", score)


def _type(entry: Entry) -> str:
    return "ORG" if entry.kind in ("organisation", "armed_group") else "LOC"


def _stands(view: View, start: int, end: int, entry: Entry) -> bool:
    """Whether a lexicon phrase is what it looks like here."""
    if entry.kind in ("demonym", "people", "regional"):
        return False
    word = view.words[start]
    if (
        end - start == 1
        and view.upper
        and word.isupper()
        and fold(word) in ("us", "who", "it", "eta", "ira")
    ):
        return False
    if end - start == 1 and entry.kind == "state" and is_acronym(word) and word not in _STATES:
        return False
    if (
        end - start == 1
        and entry.kind != "state"
        and view.upos[start] not in ("PROPN", "NOUN", "X", "ADJ")
    ):
        return False
    if (
        start
        and view.words[start - 1] in "-–"
        and view.words[start - 1]
        and entry.kind in ("organisation",)
        and view.upos[start] != "PROPN"
    ):
        return False
    return (
        entry.country is None
        or entry.kind != "organisation"
        or not _other_state(view, start, entry.country)
    )


def _other_state(view: View, start: int, country: str) -> bool:
    """Whether another state's name or demonym stands before ('Peru’s Congress')."""
    index = start - 1
    if index >= 0 and view.lower[index] in ("'s", "'"):
        index -= 1
    return any(
        last == index + 1
        and entry.country not in (None, country)
        and entry.kind in ("state", "demonym")
        for _, last, entry in view.phrases
    )


def _named(
    view: View,
    start: int,
    end: int,
    kind: str,
    score: float,
    entry: Entry | None = None,
    rule: str = "encoder",
) -> Named:
    words = tuple(word.replace("\xad", "") for word in view.words[start:end])
    text = " ".join(words)
    return Named(view.number, start, end, kind, score, text, words, entry, rule)


# ---------------------------------------------------------------- the whole article


def _repeats(views: Sequence[View], found: Sequence[Named]) -> Iterator[Named]:
    """Names found elsewhere in the article that the encoder passed over here."""
    known = _taught(found)
    if not known:
        return
    busy: dict[int, list[bool]] = {view.number: [False] * len(view) for view in views}
    for named in found:
        busy[named.sentence][named.start : named.end] = [True] * (named.end - named.start)
    for view in views:
        taken = busy[view.number]
        for index, word in enumerate(view.words):
            for phrase, one in known.get(word, ()):
                end = index + len(phrase)
                if (
                    view.words[index:end] == phrase
                    and not any(taken[index:end])
                    and _may_repeat(view, index, end)
                ):
                    taken[index:end] = [True] * len(phrase)
                    yield _named(view, index, end, one.type, one.score, one.entry, "repeat")
                    break


def _taught(found: Sequence[Named]) -> dict[str, list[tuple[tuple[str, ...], Named]]]:
    known: dict[tuple[str, ...], Named] = {}
    for named in found:
        single_ok = named.score >= 0.8 and len(named.text) > 3
        if (
            named.type in ("PER", "ORG")
            and named.score >= WEAK
            and (len(named.words) > 1 or single_ok)
        ):
            known.setdefault(named.words, named)
    by_first: dict[str, list[tuple[tuple[str, ...], Named]]] = defaultdict(list)
    for words, named in sorted(known.items(), key=lambda row: -len(row[0])):
        by_first[words[0]].append((words, named))
    return by_first


def _may_repeat(view: View, start: int, end: int) -> bool:
    if end - start > 1:
        return True
    if view.upos[start] != "PROPN" or view.upper:
        return False
    beside = (start and view.upos[start - 1] == "PROPN") or (
        end < len(view) and view.upos[end] == "PROPN"
    )
    return not beside


def _vote(found: Sequence[Named]) -> None:
    """One type for one name in an article; a person's last name is that person."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    surnames: set[str] = set()
    for named in found:
        if named.entry is None:
            votes[fold(named.text)][named.type] += named.score
        if named.type == "PER" and len(named.words) > 1 and named.score > WEAK:
            surnames.add(fold(named.words[-1]))
    for named in found:
        if named.entry is None:
            named.type = _elected(fold(named.text), votes, surnames, named)


def _elected(
    text: str, votes: dict[str, dict[str, float]], surnames: set[str], named: Named
) -> str:
    own = votes[text]
    best = max(TYPES, key=lambda kind: own.get(kind, 0.0))
    if (
        len(named.words) == 1
        and best in ("ORG", "OTH")
        and text in surnames
        and not is_acronym(named.text)
    ):
        return "PER"
    return best
