"""The roles that an article gives a name, in its own words.

Before the name ('Norwegian Foreign Minister Kari Holm'), behind it ('Ole Berg, a spokesman for the
ministry,'), around it ('the head of the agency, Ida Lund,'), as a clause ('who heads the agency')
or as a predicate ('X is the president of Y'). A role needs a noun for a person, or a verb of leading.
Its country and sector come from its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.extract.entity import lexicon
from dragoman.extract.entity.offices import LEADING, is_role_noun, noun_at, read_role
from dragoman.extract.entity.page import Named, RoleFound, View
from dragoman.folding import listed

FURTHEST: Final = 16
"""Words of the longest role read before or behind a name."""
CLIMB: Final = 4
"""Complements between an office and the name beside the last of them."""
LONGEST_OF: Final = 5
"""Words of the longest complement between an office and a name: 'Minister of Foreign Affairs'."""
_LINKS: Final = listed("of for and - – / 's '")
_BEHIND_NOUN: Final = listed("elect designate general chief")
_DAYS: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december today yesterday tomorrow"
)
_STOPS: Final = listed("including like such")
_ENDS: Final = frozenset(
    (",", ";", ":", "—", "–", "(", ")", "who", "which", "that", "whose", "whom", ".", '"', "“", "”")
)
_SINGULAR_FAMILIES_OUT: Final = frozenset(("plain",))


def roles_of(view: View, named: Named, others: Sequence[Named]) -> list[RoleFound]:
    """The roles of a person's name in its sentence; marks their words as taken."""
    head = view.head_of(named.start, named.end)
    found = []
    for start, end in _stretches(view, named, head, others):
        role = read_role(view, start, end)
        if role is not None:
            found.append(role)
            view.take(range(role.start, role.end))
    return found


def _stretches(
    view: View, named: Named, head: int, others: Sequence[Named]
) -> Iterator[tuple[int, int]]:
    for stretch in (
        _before(view, named, others),
        _behind(view, named, head, others),
        _around(view, named, head),
        _clause(view, named, head),
        _predicate(view, named, head),
    ):
        if stretch is not None:
            yield stretch


# ---------------------------------------------------------------- where a role stands


def _before(view: View, named: Named, others: Sequence[Named]) -> tuple[int, int] | None:
    """The words right before a name that go with it."""
    first = _reach(view, named.start, others)
    noun = _last_noun(view, first, named.start)
    if noun is None or not _closes(view, noun + 1, named.start):
        return None
    start = _from_and(view, first, noun)
    return min([start, *(a for a, b, _ in view.phrases if a < start < b)]), named.start


def _reach(view: View, end: int, others: Sequence[Named]) -> int:
    """How far to the left words may belong to a role that ends at `end`."""
    persons = {i for o in others if o.type == "PER" for i in range(o.start, o.end)}
    index = end
    while index > max(0, end - FURTHEST):
        word, tag = view.lower[index - 1], view.upos[index - 1]
        if index - 1 in persons or word in _DAYS or word in _STOPS:
            break
        inner = (
            word in ("the", "a", "an")
            and index - 2 >= 0
            and view.lower[index - 2] in ("of", "for", "at")
        )
        if tag in ("ADJ", "NOUN", "PROPN", "X") or (word in _LINKS and index < end) or inner:
            index -= 1
        else:
            break
    return index


def _last_noun(view: View, start: int, end: int) -> int | None:
    for index in range(end - 1, start - 1, -1):
        if is_role_noun(view, index):
            return index
    return None


def _closes(view: View, start: int, end: int) -> bool:
    """Whether what stands between a role's noun and the name still belongs to the role."""
    if start >= end:
        return True
    if view.lower[start] in ("of", "for"):
        return (
            end - start <= LONGEST_OF
            and lexicon.people().get(noun_at(view, start - 1), ("",))[0] != "kin"
        )
    return view.lower[start].strip("-") in _BEHIND_NOUN or (
        view.words[start] == "-" and end - start == 2
    )


def _from_and(view: View, first: int, noun: int) -> int:
    """Behind the last 'and' that joins another name rather than two offices."""
    for index in range(noun - 1, first - 1, -1):
        if view.lower[index] in ("and", "/") and not (
            index > first and view.words[index - 1].islower()
        ):
            return index + 1
    offices = [i for i in range(first, noun) if is_role_noun(view, i)]
    for index in range(noun - 1, offices[0] if offices else first, -1):
        if view.lower[index] in ("of", "for") and (offices or _ends_before(view, index)):
            return index + 1
    while first < noun and (view.lower[first] in _LINKS or view.lower[first] in ("the", "a", "an")):
        first += 1
    return first


def _ends_before(view: View, of: int) -> bool:
    """Whether what stands before 'of' is no part of a role: 'orders of (leader X)', no body's name."""
    word = view.lower[of - 1]
    return (
        view.words[of - 1].islower()
        and word not in lexicon.bodies()
        and (word not in lexicon.context())
    )


def _behind(view: View, named: Named, head: int, others: Sequence[Named]) -> tuple[int, int] | None:
    """The apposition behind a name: ', a spokesman for the ministry,'."""
    start = named.end
    if start + 1 >= len(view) or view.words[start] not in (",", "—", "–", "("):
        return None
    start = _after_age(view, start + 1)
    noun = _appositive(view, head, start)
    if noun is None:
        noun = _shallow(view, start)
    if (
        noun is None
        or view.rels[noun].startswith("nsubj")
        or any(o.type == "PER" and o.start == noun + 1 for o in others)
    ):
        return None
    return start, _end(view, noun)


def _after_age(view: View, start: int) -> int:
    """Behind an age: ', 45,'."""
    if (
        start + 1 < len(view)
        and view.words[start].isdigit()
        and view.words[start + 1] in (",", ")")
    ):
        return start + 2
    return start


def _appositive(view: View, head: int, start: int) -> int | None:
    for kid in view.kids[head]:
        if (
            view.rels[kid] == "appos"
            and kid >= start
            and kid - start <= FURTHEST
            and is_role_noun(view, kid)
        ):
            return kid
    return None


def _shallow(view: View, start: int) -> int | None:
    """The noun of ', (a) (adjective) noun' where the tree doesn't say."""
    index = start
    while index < min(len(view), start + 8) and (
        view.upos[index] in ("ADJ", "NOUN", "PROPN", "DET")
        or view.lower[index] in ("'s", "-", "also")
    ):
        following = view.upos[index + 1] if index + 1 < len(view) else "PUNCT"
        if (
            is_role_noun(view, index)
            and following not in ("NOUN", "PROPN", "VERB", "AUX")
            and view.words[index].islower()
        ):
            return index
        index += 1
    return None


def _end(view: View, noun: int) -> int:
    """Behind the complements of a role's noun."""
    index = noun + 1
    while index < len(view) and index - noun <= FURTHEST:
        word, tag = view.lower[index], view.upos[index]
        if word in _ENDS or tag in ("VERB", "AUX", "PRON", "SCONJ") or word in _DAYS:
            break
        if tag == "CCONJ" and not _joins_within(view, index, noun):
            break
        index += 1
    while index - 1 > noun and view.upos[index - 1] in (
        "ADP",
        "DET",
        "CCONJ",
        "PUNCT",
        "ADV",
        "PART",
    ):
        index -= 1
    return index


def _joins_within(view: View, index: int, noun: int) -> bool:
    return (
        index + 1 < len(view)
        and view.upos[index + 1] in ("NOUN", "ADJ", "PROPN")
        and view.below(index, noun)
    )


def _around(view: View, named: Named, head: int) -> tuple[int, int] | None:
    """'the head of the agency, Ida Lund,': the name is the apposition."""
    governor = view.heads[head]
    for _ in range(CLIMB):
        if governor < 0 or is_role_noun(view, governor) or view.rels[governor] != "nmod":
            break
        governor = view.heads[governor]
    if (
        view.rels[head] not in ("appos", "flat")
        or not 0 <= governor < named.start
        or not is_role_noun(view, governor)
    ):
        return None
    end = named.start
    while end > governor and (
        view.words[end - 1] in (",", "—", "–", "(") or view.upos[end - 1] == "PUNCT"
    ):
        end -= 1
    if any(
        view.upos[i] in ("VERB", "AUX") or view.words[i] == "," for i in range(governor + 1, end)
    ):
        return None
    before = [i for i in view.subtree(governor) if i < governor]
    start = governor
    while start - 1 in before and view.upos[start - 1] not in ("PUNCT", "ADP", "CCONJ"):
        start -= 1
    return (start, end) if end - start <= FURTHEST else None


def _clause(view: View, named: Named, head: int) -> tuple[int, int] | None:
    """', who heads the agency'."""
    for kid in view.kids[head]:
        if view.rels[kid] != "acl:relcl" or view.lemmas[kid] not in LEADING:
            continue
        subject, object_ = view.child(kid, "nsubj"), view.child(kid, "obj")
        if (
            subject is not None
            and view.lower[subject] == "who"
            and object_ is not None
            and object_ > kid
            and _is_body(view, object_)
        ):
            return kid, _end(view, object_)
    return None


def _is_body(view: View, index: int) -> bool:
    """Whether a word is something that one heads: a body's noun or a name."""
    noun = view.lower[index]
    return view.upos[index] == "PROPN" or noun in lexicon.bodies() or noun in lexicon.context()


def _predicate(view: View, named: Named, head: int) -> tuple[int, int] | None:
    """'X is the president of Y'."""
    noun = view.heads[head]
    if (
        view.rels[head] != "nsubj"
        or noun <= head
        or view.child(noun, "cop") is None
        or not is_role_noun(view, noun)
    ):
        return None
    if lexicon.people().get(noun_at(view, noun), ("",))[0] in _SINGULAR_FAMILIES_OUT:
        return None
    if any(
        view.lower[kid] in ("not", "n't", "no", "if", "would", "could", "might", "may")
        for kid in view.kids[noun]
    ):
        return None
    start = noun
    while (
        start - 1 > head
        and view.upos[start - 1] in ("ADJ", "NOUN", "PROPN", "DET", "NUM", "PART")
        and view.lower[start - 1] != "not"
    ):
        start -= 1
    return start, _end(view, noun)
