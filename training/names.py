"""Gold names as flat typed word spans, from four differing annotations.

Every source is brought to one convention, near to that of Universal NER (Mayhew et al. 2024):
titles are not part of a person's name, a determiner is not part of any name, 'City, State' is
two names; nationality words are their own type (NAT) by a lexicon, so that LOC stays places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from training.labels import listed, tags_from_spans
from training.records import Sentence

Span = tuple[int, int, str]

GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
SILVER_TYPES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "OTH"}
RE3D_TYPES = {"Location": "LOC", "Nationality": "NAT", "Organisation": "ORG", "Person": "PER"}
CONNECTORS = frozenset(
    listed("of for de la al el and the on in - ' . & / du del bin ibn von van 's ’s")
)
DETERMINERS = frozenset(
    listed("the a an this that these those our their his her its all some many most other both no")
)
CALENDAR = frozenset(
    listed(
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. aug. sept. oct. nov. dec. "
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    )
)
LEGAL_FORMS = frozenset(listed("inc corp ltd llc l.l.c l.p lp plc gmbh co"))
PRONOUNS = frozenset(listed("we i he she they it us you there here"))
TITLES = frozenset(
    listed("""mr mr. mrs mrs. ms ms. dr dr. president vice sen sen. senator rep rep. representative gov gov.
    governor secretary prime minister ministers chancellor king queen prince princess pope gen gen.
    general lt lt. lieutenant col col. colonel sgt sgt. sergeant capt capt. captain maj maj. major
    adm adm. admiral cpl corporal pvt private brig brigadier sheriff mayor judge justice chief
    professor prof prof. rev rev. reverend sir lord lady ambassador attorney deputy chairman
    chairwoman congressman congresswoman speaker cardinal archbishop bishop father sister imam
    ayatollah commander officer detective uncle aunt former foreign state assistant under special
    envoy director spokesman spokeswoman premier emperor emir sultan coach detective inspector
    superintendent commissioner councillor first second miss madam comrade field marshal staff
    defense defence interior affairs homeland security treasury finance commerce""")
)


@cache
def demonyms() -> frozenset[str]:
    """Nationality words of demonyms.txt, lower-cased, with their plurals."""
    lines = (Path(__file__).parent / "demonyms.txt").read_text("utf-8").splitlines()
    words = {word.lower() for line in lines if not line.startswith("#") for word in line.split()}
    return frozenset(words | {word + "s" for word in words})


def normalise(spans: Iterable[Span], words: Sequence[str]) -> list[Span]:
    """Bring spans to the convention of this module, longest first; empty ones go."""
    kept = [trimmed for span in spans if (trimmed := _trim(span, words))]
    return sorted(kept, key=lambda span: (span[0] - span[1], span[0]))


def with_nationalities(spans: list[Span], words: Sequence[str]) -> list[Span]:
    """Add a NAT span for each capitalised nationality word outside the other names."""
    taken = {index for start, end, _ in spans for index in range(start, end)}
    extra = [
        (index, index + 1, "NAT")
        for index, word in enumerate(words)
        if index not in taken and word[:1].isupper() and word.lower() in demonyms()
    ]
    return spans + extra


def _trim(span: Span, words: Sequence[str]) -> Span | None:
    start, end, kind = span
    while start < end and words[start].lower() in DETERMINERS:
        start += 1
    while end > start and words[end - 1] in {"'s", "’s", "'", "’", ","}:
        end -= 1
    while end - start > 2 and words[end - 2] == "-" and words[end - 1].islower():
        end -= 2  # 'US-led'
    if kind == "ORG" and tuple(words[end : end + 1]) == (",",) and _is_legal_form(words, end + 1):
        end += 2
    if kind == "PER":
        start = _skip_titles(start, end, words)
        if start < end and words[end - 1].lower() in TITLES:
            return None  # 'the African-American Senator'
    if end - start > 1 and all(_is_minor(word) for word in words[start:end]):
        return None  # '30 November'; '292 Iraqis' becomes NAT word by word
    if start >= end or words[start].lower() in CALENDAR or _AGAINST.match(words[start]):
        return None
    if end - start == 1 and words[start].lower() in demonyms():
        kind = "NAT"
    return start, end, kind


_AGAINST = re.compile(r"(?:pro|anti)-", re.IGNORECASE)


def _is_legal_form(words: Sequence[str], index: int) -> bool:
    """Whether 'Inc.' or the like stands at `index` ('Google, Inc.')."""
    return index < len(words) and words[index].lower().rstrip(".") in LEGAL_FORMS


def _is_minor(word: str) -> bool:
    return not word.isalpha() or word.lower() in CALENDAR | demonyms()


def _skip_titles(start: int, end: int, words: Sequence[str]) -> int:
    """Step over titles; a span of titles only vanishes ('the Secretary of State')."""
    index = start
    while index < end and words[index].lower() in TITLES | {"-", "of", "for", "the"}:
        index += 1
    return index if index > start and words[start].lower() in TITLES else start


# --- GUM: entity annotation on trees -------------------------------------------------------

_BRACKET = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")


def gum_names(sentence: Sentence) -> list[str]:
    """BIO tags of the proper names in a GUM sentence (`entity` as in the Entity= column)."""
    spans: list[Span] = []
    for start, end, kind in gum_mentions(sentence.entity):
        if kind != "time":
            spans += _proper_names(sentence, start, end, kind)
    return _tags(spans, sentence.words)


def gum_mentions(entity: Sequence[str]) -> list[Span]:
    """Mentions [start, end) with type from the Entity= bracket notation."""
    pending: dict[str, list[tuple[int, str]]] = defaultdict(list)
    mentions: list[Span] = []
    for index, cell in enumerate(entity):
        for opened, closed_here, closed in _BRACKET.findall(cell):
            if closed:
                if pending[closed]:
                    start, kind = pending[closed].pop()
                    mentions.append((start, index + 1, kind))
                continue
            group, kind = [*opened.split("-"), "abstract"][:2]
            if closed_here:
                mentions.append((index, index + 1, kind))
            else:
                pending[group].append((index, kind))
    return mentions


def _proper_names(sentence: Sentence, start: int, end: int, kind: str) -> list[Span]:
    """The name at the head of a mention; 'Clearwater, Florida' also gives the part after or before."""
    head = _head(sentence, start, end)
    if head is None or sentence.upos is None or sentence.upos[head] != "PROPN":
        return []
    label = GUM_TYPES.get(kind, "OTH")
    left, right = _grow_left(sentence, head, start), _grow_right(sentence, head, end, kind)
    spans = [(left, right, label)]
    comma = left - 2 >= start and sentence.words[left - 1] == ","
    if label == "LOC" and comma and sentence.upos[left - 2] == "PROPN":
        spans.append((_grow_left(sentence, left - 2, start), left - 1, label))
    return spans


def _head(sentence: Sentence, start: int, end: int) -> int | None:
    assert sentence.heads is not None
    outside = [i for i in range(start, end) if not start <= sentence.heads[i] - 1 < end]
    return outside[0] if outside else None


def _is_name_word(sentence: Sentence, index: int) -> bool:
    assert sentence.upos is not None
    upos, word = sentence.upos[index], sentence.words[index]
    return upos == "PROPN" or (word[:1].isupper() and upos in {"ADJ", "NOUN", "VERB", "X", "NUM"})


def _grow_left(sentence: Sentence, head: int, start: int) -> int:
    left = head
    while left > start:
        if _is_name_word(sentence, left - 1):
            left -= 1
        elif (
            sentence.words[left - 1] in {"-", ".", "&", "/"}
            and left - 2 >= start
            and _is_name_word(sentence, left - 2)
        ):
            left -= 2
        else:
            break
    return left


def _grow_right(sentence: Sentence, head: int, end: int, kind: str) -> int:
    right = head + 1
    while right < end:
        step = _step_right(sentence, right, end, kind)
        if not step:
            break
        right += step
    return right


def _step_right(sentence: Sentence, index: int, end: int, kind: str) -> int:
    """How many words from `index` on still belong to the name."""
    assert sentence.upos is not None and sentence.rels is not None
    word, upos = sentence.words[index], sentence.upos[index]
    relation = sentence.rels[index].split(":")[0]
    following = sentence.upos[index + 1] if index + 1 < end else ""
    if upos in {"PROPN", "NUM", "X"} and relation in {
        "flat",
        "compound",
        "nummod",
        "goeswith",
        "fixed",
        "dep",
    }:
        return 1
    if word in {"-", "&", "/"} and following in {"PROPN", "NUM"}:
        return 2
    if word.lower() in {
        "jr.",
        "jr",
        "sr.",
        "sr",
        "ii",
        "iii",
        "inc.",
        "inc",
        "corp.",
        "co.",
        "ltd",
    }:
        return 1
    if kind != "person" and upos == "ADP" and word.lower() in {"of", "for", "de"}:
        offset = 2 if following == "DET" else 1
        if index + offset < end and sentence.upos[index + offset] == "PROPN":
            while index + offset < end and sentence.upos[index + offset] == "PROPN":
                offset += 1
            return offset
    return 0


# --- spans given as characters -------------------------------------------------------------


def to_words(spans: Iterable[Span], offsets: Sequence[tuple[int, int]]) -> list[Span]:
    """Word spans of the character spans that touch the words at `offsets`."""
    found: list[Span] = []
    for start, end, kind in spans:
        inside = [i for i, (left, right) in enumerate(offsets) if left < end and right > start]
        if inside:
            found.append((inside[0], inside[-1] + 1, kind))
    return found


def _tags(spans: Iterable[Span], words: Sequence[str]) -> list[str]:
    return tags_from_spans(len(words), with_nationalities(normalise(spans, words), words))


def char_names(
    spans: Iterable[Span], offsets: Sequence[tuple[int, int]], words: Sequence[str]
) -> list[str]:
    """BIO tags from character spans, normalised."""
    return _tags(to_words(spans, offsets), words)


#: Faults of the 2016 toolkit seen in the training part: a party and a group it does not know.
SILVER_FIXED = {"GOP": "ORG"}
_ISLAMIC_STATE = re.compile(r"\bIslamic State(?: of Iraq(?: and (?:the )?(?:Syria|Levant))?)?\b")


def clean_silver(documents: Sequence[tuple[str, list[Span]]]) -> list[list[Span]]:
    """Give each frequent name its majority type over all documents (text, spans).

    A name seen five times or more whose majority type holds 70 % or more gets that type
    everywhere ('Daesh' PERSON becomes ORGANIZATION). Set by looking at the training part.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for text, spans in documents:
        for start, end, kind in spans:
            votes[text[start:end]][kind] += 1
    fixed = {name: _majority(count) for name, count in votes.items()} | SILVER_FIXED
    return [
        [(start, end, fixed[text[start:end]] or kind) for start, end, kind in spans]
        + [(m.start(), m.end(), "ORG") for m in _ISLAMIC_STATE.finditer(text)]
        for text, spans in documents
    ]


def _majority(count: Counter[str]) -> str | None:
    kind, top = count.most_common(1)[0]
    total = sum(count.values())
    return kind if total >= 5 and top / total >= 0.7 else None


def re3d_names(
    text: str, entities: Iterable[tuple[int, int, str]], common: frozenset[str] = frozenset()
) -> list[Span]:
    """re3d mentions that are names: every word capitalised or a connector, types mapped.

    re3d also marks pronouns and descriptions ('we', 'the town', 'Iraqi forces'); these are no
    names, nor is a sentence's first word that stands in `common`. Where one span has several types
    the first of RE3D_TYPES counts: Person is often a stray match of a family name ('Geneva').
    """
    order = list(RE3D_TYPES)
    wanted = [
        (s, e, k)
        for s, e, k in entities
        if k in RE3D_TYPES
        and looks_like_name(text[s:e])
        and not (text[s:e].lower() in common and _STARTS.search(text[:s]))
    ]
    wanted.sort(key=lambda span: (span[0], span[1], order.index(span[2])))
    unique = {(s, e): k for s, e, k in reversed(wanted)}
    return [(s, e, RE3D_TYPES[k]) for (s, e), k in unique.items()]


_STARTS = re.compile(r"(?:^|[.!?:\n])[\s\"“”'‘’]*$")


def places_stay_places(documents: Sequence[tuple[str, list[Span]]]) -> list[list[Span]]:
    """Type LOC for every ORG span whose words are LOC elsewhere in the collection.

    re3d calls a state an organisation where it acts; every other source calls it a place.
    """
    places = {text[s:e] for text, spans in documents for s, e, kind in spans if kind == "LOC"}
    return [
        [(s, e, "LOC" if kind == "ORG" and text[s:e] in places else kind) for s, e, kind in spans]
        for text, spans in documents
    ]


def looks_like_name(phrase: str) -> bool:
    """Whether a phrase is a name by its capitals, after a leading determiner.

    >>> [looks_like_name(p) for p in ["the United Nations", "Iraqi forces", "we", "We"]]
    [True, False, False, False]
    """
    words = phrase.split()
    while words and words[0].lower() in DETERMINERS:
        words = words[1:]
    if not words or words[0].lower() in PRONOUNS:
        return False
    capital = [word[:1].isupper() or word[:1].isdigit() or word.startswith("al-") for word in words]
    fits = all(up or word.lower() in CONNECTORS for up, word in zip(capital, words, strict=True))
    return fits and any(capital)
