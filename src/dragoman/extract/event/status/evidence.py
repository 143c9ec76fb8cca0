"""What speaks for one status or another: the rule that fired and the words around an event, by name.

`weights` has a number for each name that was seen often enough. A name says what it is of: 'gov0 order obj'
is the word above an event, its lemma and the relation, 'why planned below _' the rule that fired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.extract.event.clause import Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.status.rules import Rules
from dragoman.extract.event.tree import Tree

LEVELS: Final = 3
"""How many words above an event are looked at."""
_PLACE: Final = {"lemma": "itself", "aux": "beside it", "light": "carries it", "det": "before it"}
_BUILT: Final = {
    "govform": "the form of the word above it",
    "clause": "the clause above it",
    "own": "its own clause",
    "form": "its form",
    "root": "the main word",
    "headline": "a headline",
    "question": "a question",
    "quoted": "within a quotation",
    "type": "its type",
    "kind": "its kind of word",
}
_QUOTED: Final = re.compile("'([^']*)'")


def evidence(match: Match, verdict: Verdict, rules: Rules) -> tuple[str, ...]:
    """The names of what is seen of an event, without doubles. `verdict` is that of the rules."""
    tree = rules.tree
    names = [
        *_of_rule(verdict, match.frame.kind),
        *_of_word(match, tree),
        *_own_clause(match, rules),
        *_above(match, rules),
        *(["question"] if rules.question else []),
        *(["headline"] if tree.headline else []),
        *(["quoted"] if _quoted(match.at, tree) else []),
        *([] if match.at in tree.event_words else ["unheard"]),
    ]
    return tuple(dict.fromkeys(names))


def _of_rule(verdict: Verdict, kind: str) -> Iterator[str]:
    status, why = verdict.status, _QUOTED.sub("_", verdict.why)
    yield from (f"rule {status}", f"rule {status} {kind}")
    yield from (f"why {status} {why}", f"why {status} {why} {kind}")
    quoted = _QUOTED.findall(verdict.why)
    if quoted and not why.startswith("negated"):
        yield f"word {status} {quoted[0].lower()}"


def _of_word(match: Match, tree: Tree) -> Iterator[str]:
    kind, type_ = match.frame.kind, match.frame.type
    yield from (f"kind {kind}", f"type {type_}", f"type {type_} {kind}")
    yield from (f"lemma {tree.lemmas[match.at]}", f"form {_form(match.at, tree)}")
    for helper in tree.below(match.word, "aux", "cop"):
        yield f"aux {tree.lower[helper]}"
    if match.light >= 0:
        yield from (f"light {tree.lemmas[match.light]}", f"light form {_form(match.light, tree)}")
    if kind == "noun":
        yield f"det {_determiner(match.word, tree)}"


def _own_clause(match: Match, rules: Rules) -> Iterator[str]:
    """Tense and mood of the event's own verb, or of the verb that carries a noun."""
    word = match.light if match.light >= 0 else match.word
    clause = rules.clauses.judge(word) if rules.clauses.is_predicate(word) else None
    if clause:
        yield f"own {clause.status}"
        yield f"own {clause.status} {match.frame.kind}"
        yield f"own {_QUOTED.sub('_', clause.why)}"


def _determiner(noun: int, tree: Tree) -> str:
    owned = any(tree.full_rels[c] == "nmod:poss" for c in tree.children[noun])
    articles = [tree.lower[c] for c in tree.below(noun, "det")]
    return articles[0] if articles else "owner" if owned else "none"


def _above(match: Match, rules: Rules) -> Iterator[str]:
    """The words that govern the event, nearest first, with the relation and preposition below them."""
    tree, word = rules.tree, match.word
    for level in range(LEVELS):
        head, rel = tree.heads[word], tree.rels[word]
        if head < 0:
            yield f"root{level} {_form(word, tree)}"
            return
        lemma, marks = tree.lemmas[head], tree.cases(word)
        yield from (f"gov {lemma}", f"gov{level} {lemma} {rel} {''.join(marks[:1])}".rstrip())
        yield f"govform{level} {_form(head, tree)}"
        clause = rules.clauses.judge(head) if rules.clauses.is_predicate(head) else None
        if clause:
            yield f"clause{level} {clause.status}"
            yield f"clause{level} {clause.status} {match.frame.kind} {rel}"
        word = head


def _form(word: int, tree: Tree) -> str:
    """'past' also of participles; a noun is 'plural' or 'noun'."""
    low, lemma = tree.lower[word], tree.lemmas[word]
    if tree.upos[word] != "VERB":
        return "plural" if low != lemma and low.endswith("s") else "noun"
    if low.endswith("ing"):
        return "ing"
    return "base" if low == lemma else "present" if low.endswith("s") else "past"


def _quoted(word: int, tree: Tree) -> bool:
    quoted = tree.sentence.sentence.quoted
    return bool(quoted) and quoted[word]


def told(name: str) -> str:
    """A name of evidence in a few words for a reader; of what has no word of its own, how it is built."""
    kind, _, rest = name.partition(" ")
    first = rest.split(" ")[0]
    if kind.startswith("gov") and not kind.startswith("govform"):
        return f"'{first}' above it"
    if kind in ("lemma", "aux", "light", "det") and first != "form":
        return f"'{first}' {_PLACE[kind]}"
    return _BUILT.get(kind.rstrip("012"), "read so in its sentence")
