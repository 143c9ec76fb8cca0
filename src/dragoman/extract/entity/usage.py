"""How the name of a place is used: as where something is, as who acts, or for the state's government."""

from __future__ import annotations

from typing import Final

from dragoman.extract.entity import lexicon
from dragoman.extract.entity.lexicon import Entry
from dragoman.extract.entity.page import Named, View
from dragoman.folding import listed

_WHERE: Final = listed(
    "in at outside near inside around to into from via through toward towards across on"
)
_DATELINE: Final = ("(", "—", "–", "-", "--", ":", ",")


def is_location(view: View, named: Named) -> bool:
    """Whether a name stands where something is: 'in Paris', 'outside the Kremlin'."""
    head = view.head_of(named.start, named.end)
    case = view.child(head, "case")
    return case is not None and view.lower[case] in _WHERE


def stands_for_state(view: View, named: Named, entry: Entry) -> bool:
    """Whether a capital stands for its government: it acts, or relations are with it."""
    if entry.kind != "capital" or is_location(view, named):
        return False
    head = view.head_of(named.start, named.end)
    return acts(view, named) or _related(view, head) or _beside_state(view, head)


def acts(view: View, named: Named) -> bool:
    """Whether a name is the subject of a verb of acting or speaking, alone or joined with others."""
    head = view.head_of(named.start, named.end)
    if named.start == 0 and named.end < len(view) and view.words[named.end] in _DATELINE:
        return False
    if view.rels[head] == "conj" and view.heads[head] >= 0:
        head = view.heads[head]
    governor = view.heads[head]
    if governor < 0 or view.rels[head] not in ("nsubj", "obl:agent"):
        return False
    return view.upos[governor] == "VERB" and view.lemmas[governor] in lexicon.acting()


def _related(view: View, head: int) -> bool:
    governor = view.heads[head]
    if governor < 0 or not view.rels[head].startswith("nmod"):
        return False
    case = view.child(head, "case")
    joins = view.rels[head] == "nmod:poss" or (
        case is not None and view.lower[case] in ("with", "between", "by", "against")
    )
    return joins and view.lemmas[governor] in lexicon.relations()


def _beside_state(view: View, head: int) -> bool:
    """'between Paris and Spain': joined with a state, not in a place's position."""
    partners = [kid for kid in view.kids[head] if view.rels[kid] == "conj"]
    if view.rels[head] == "conj":
        partners.append(view.heads[head])
        case = view.child(view.heads[head], "case")
    else:
        case = view.child(head, "case")
    between = case is not None and view.lower[case] in ("between", "with", "by")
    return between and any(
        a <= p < b and e.kind == "state" for p in partners for a, b, e in view.phrases
    )
