"""Label sets of the heads, and the BIO scheme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dragoman.types import PloverType, Status

FORMAT = 2


def listed(words: str) -> list[str]:
    """The words of a text, for word lists that stay readable."""
    return words.split()


UPOS = listed("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
NAME_TYPES = ("PER", "ORG", "LOC", "NAT", "OTH")
ATTRIBUTION_ROLES = ("SRC", "CUE", "CON")

#: UD v2 relations of EWT and GUM 2.16; those seen fewer than 20 times in training lose their
#: subtype (csubj:outer) so that every class has examples.
RELATIONS = listed(
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp "
    "compound compound:prt conj cop csubj csubj:pass dep det det:predet discourse dislocated "
    "expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj "
    "nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct "
    "reparandum root vocative xcomp"
)

#: Values of the case feature; QUOTED is added for words inside an open double quotation.
CASE = {"lower": 0, "capitalised": 1, "upper": 2, "mixed": 3, "digit": 4}
QUOTED = 8
CASE_VALUES = 16


def bio(types: Sequence[str]) -> list[str]:
    """BIO tag names for entity types, 'O' first.

    >>> bio(["PER"])
    ['O', 'B-PER', 'I-PER']
    """
    return ["O"] + [prefix + kind for kind in types for prefix in ("B-", "I-")]


NER = bio(NAME_TYPES)
ATT = bio(ATTRIBUTION_ROLES)


#: Event words: none, or one of the 16 PLOVER types; and what they say of the event.
EVENTS = ("none", *get_args(PloverType))
STATUSES: tuple[str, ...] = get_args(Status)
#: The statuses as `event_words` writes them: by their first letter, but for hypothetical.
STATUS_LETTERS = {"y" if name == "hypothetical" else name[0]: name for name in STATUSES}


def may_follow(previous: str, tag: str) -> bool:
    """Whether BIO allows `tag` after `previous` ('O' also stands for the sentence start)."""
    return not tag.startswith("I-") or previous[2:] == tag[2:]


def relation(label: str) -> str | None:
    """The relation as we keep it: itself, else without its subtype, else None.

    >>> relation("nsubj:pass"), relation("csubj:outer"), relation("what")
    ('nsubj:pass', 'csubj', None)
    """
    for candidate in (label, label.split(":")[0]):
        if candidate in RELATIONS:
            return candidate
    return None


def tags_from_spans(length: int, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """BIO tags of word spans [start, end); a later span never overwrites an earlier one."""
    tags = ["O"] * length
    for start, end, kind in spans:
        if any(tag != "O" for tag in tags[start:end]):
            continue
        tags[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
    return tags


def spans_from_tags(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Word spans [start, end) with their type; a stray I- opens a span.

    >>> spans_from_tags(["B-PER", "I-PER", "O", "B-LOC"])
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    spans: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and (not tag.startswith("I-") or tag[2:] != kind):
            spans.append((start, index, kind))
            start = -1
        if tag != "O" and start < 0:
            start, kind = index, tag[2:]
    return spans


def case_of(word: str) -> int:
    """Case feature of a word (see CASE).

    >>> [case_of(word) for word in ["the", "Paris", "UN", "McCain", "G7", "A", "-"]]
    [0, 1, 2, 3, 4, 1, 0]
    """
    if any(char.isdigit() for char in word):
        return CASE["digit"]
    if not any(char.isalpha() for char in word) or word.islower():
        return CASE["lower"]
    if len(word) > 1 and word.isupper():
        return CASE["upper"]
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return CASE["capitalised"]
    return CASE["mixed"]
