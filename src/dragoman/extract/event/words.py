"""What kind of thing a word stands for: a party that can act, a state, a place, something that can be harmed."""

from __future__ import annotations

from functools import cache
from typing import Final

from dragoman.extract.event.lexicon import Lexicon
from dragoman.extract.event.tree import Tree
from dragoman.resources import load_json

PERSONAL: Final = frozenset(
    "i we you he she they him her them us me who whom it someone everyone".split()  # noqa: SIM905
)
RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
QUANTIFIERS: Final = frozenset(
    "many some others both several dozens hundreds thousands all most two three four".split()  # noqa: SIM905
)
PARTY_NAMES: Final = frozenset({"PER", "ORG", "LOC", "NAT"})
TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december day week month year hour minute morning evening night afternoon today yesterday tomorrow weekend time decade century moment eve spring summer autumn winter jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun".split()  # noqa: SIM905
)


@cache
def state_words() -> frozenset[str]:
    """Names, adjectives, inhabitants, capitals and seats of states, as they are written."""
    table = load_json("states.json")["states"].values()
    keys = ("names", "adjectives", "inhabitants", "capitals", "seats")
    listed = [entry for state in table for key in keys for entry in state[key]]
    return frozenset(e if isinstance(e, str) else str(e["name"]) for e in listed)


@cache
def people() -> frozenset[str]:
    """Nouns that name a person by role, trade or descent ('diner', 'cashier'); WordNet's."""
    return frozenset(load_json("event_words.json")["people"].split())


class Kinds:
    """Answers about the words of one sentence."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon

    def is_time(self, word: int) -> bool:
        """A day, a month, a stretch of time."""
        tree = self.tree
        if word in tree.name_of and tree.name_of[word].type in PARTY_NAMES:
            return False
        near = (
            [word, *(c for c in tree.children[word] if abs(c - word) <= 2)]
            if tree.upos[word] == "NUM"
            else [word]
        )
        return any(tree.lemmas[w].rstrip(".") in TIMES for w in near)

    def is_party(self, word: int) -> bool:
        """Somebody who can act: a name, a noun for people or bodies. Pronouns are not asked here."""
        tree = self.tree
        if self.is_time(word):
            return False
        name = tree.name_of.get(word)
        if name is not None:
            return name.type in PARTY_NAMES
        if tree.upos[word] == "ADJ":
            return tree.words[word] in state_words()
        if tree.upos[word] in ("NOUN", "PROPN", "NUM"):
            return self._acts(word) or (
                tree.upos[word] != "NUM" and tree.words[word] in state_words()
            )
        return False

    def _acts(self, word: int) -> bool:
        """A noun for people or bodies: of the lexicon, or (a noun that counts or heads a phrase) WordNet's."""
        lemma = self.tree.lemmas[word]
        if lemma in self.lexicon.named("nouns.actors"):
            return True
        kind = self.tree.rels[word] in ("compound", "amod") or self.tree.upos[word] != "NOUN"
        return not kind and lemma in people()

    def is_actor(self, word: int) -> bool:
        """A party, a personal pronoun, or a counted group ('dozens', 'two')."""
        tree = self.tree
        word = tree.content(word)
        if self.is_time(word):
            return False
        if self.is_party(word) or tree.lower[word] in PERSONAL | QUANTIFIERS:
            return True
        if tree.upos[word] == "PROPN" and not self.is_time(word):
            return word not in tree.name_of or tree.name_of[word].type in PARTY_NAMES
        return (tree.upos[word] == "NUM" and not self._is_year(word)) or tree.lower[word].endswith(
            ("men", "women", "ists", "crats")
        )

    def _is_year(self, word: int) -> bool:
        digits = self.tree.words[word]
        return len(digits) == 4 and digits.isdigit() and digits[:2] in ("17", "18", "19", "20")

    def has_party(self, word: int) -> bool:
        """A party, or a phrase with one in it: 'army targets', 'rebel positions', 'Norway's power system'."""
        first, last = self.tree.phrase(word)
        return self.is_actor(word) or any(self._has_in_it(w) for w in range(first, last))

    def _has_in_it(self, word: int) -> bool:
        tree = self.tree
        if tree.upos[word] == "ADJ" and tree.lemmas[word] in self.lexicon.named("nouns.actors"):
            return True
        return tree.upos[word] != "NUM" and self.is_party(word)

    def speaks(self, word: int) -> bool:
        """Whether a noun can be the subject of a verbal act: people, bodies, and their documents."""
        nouns = self.tree.upos[word] in ("NOUN", "PROPN")
        return self.is_actor(word) or (
            nouns and self.tree.lemmas[word] not in self.lexicon.named("nouns.acts")
        )

    def is_name(self, word: int) -> bool:
        """Part of a name of a person, body, place or nationality, or a state's word."""
        name = self.tree.name_of.get(word)
        known = name is not None and name.type in PARTY_NAMES
        return known or (self.tree.upos[word] == "PROPN" and self.tree.words[word] in state_words())

    def names_event(self, noun: int) -> bool:
        """Whether a noun may name an event, in any frame."""
        return ("noun", self.tree.lemmas[noun]) in self.lexicon.frames

    def in_class(self, word: int, name: str) -> bool:
        """Whether a word belongs to a class of the lexicon, listed or computed."""
        word = self.tree.content(word)
        members = self.lexicon.classes.get(name, frozenset())
        listed = self.tree.lemmas[word] in members or any(
            c in members for c in self.tree.compound(word)
        )
        if not listed and name in ("envoy", "peacekeepers") and self._type(word) == "PER":
            titles = self.tree.below(word, "nmod", "compound", "appos", "amod")
            return any(self.tree.lemmas[t] in members for t in titles)
        match name:
            case "actor":
                return self.is_actor(word)
            case "name":
                return self.is_name(word)
            case "state":
                return self.is_name(word) and self._type(word) in ("LOC", "NAT", "")
            case "place":
                return listed or self._type(word) == "LOC"
            case "person" | "captives" | "leaders":
                return listed or self._is_person(word, leads=name == "leaders")
            case "harmable":
                return self._harmable(word)
            case "territory":
                return listed or self._type(word) == "LOC"
            case _:
                return listed

    def _is_person(self, word: int, *, leads: bool) -> bool:
        if self._type(word) == "PER" or self.tree.upos[word] == "NUM":
            return True
        return not leads and self.tree.upos[word] == "NOUN" and self.tree.lemmas[word] in people()

    def _type(self, word: int) -> str:
        name = self.tree.name_of.get(word)
        return name.type if name else ""

    def _harmable(self, word: int) -> bool:
        lemma, classes = self.tree.lemmas[word], self.lexicon.classes
        if lemma in classes["abstract"] and word not in self.tree.name_of:
            return False
        named = any(lemma in classes[name] for name in ("territory", "property", "forces", "media"))
        return named or self.has_party(word)
