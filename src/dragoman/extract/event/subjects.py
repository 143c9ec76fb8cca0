"""Who does it: subjects through voice, coordination, control, relatives and reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dragoman.extract.event.near import Near
from dragoman.extract.event.words import RELATIVE

OWNERS: Final = frozenset({"my", "our", "your", "his", "her", "its", "their"})
POSSESSIVE: Final[Mapping[str, str]] = {
    "he": "his",
    "she": "her",
    "it": "its",
    "they": "their",
    "we": "our",
    "i": "my",
}
PRESSURE: Final = frozenset(
    [
        "pressure",
        "call",
        "demand",
        "appeal",
        "request",
        "order",
        "plea",
        "permission",
        "invitation",
        "ultimatum",
        "instruction",
        "warning",
    ]
)
"""Nouns that lay it on somebody to do something."""
STATES: Final[Mapping[str, str]] = {
    "commit": "to",
    "dedicate": "to",
    "determine": "to",
    "prepare": "to",
    "oppose": "to",
    "engage": "in",
    "involve": "in",
    "unite": "in",
}
"""Participles, with what stands behind them, that tell what their subject does or wants itself."""
OWN_WORD: Final = frozenset({"promise", "pledge", "offer", "threat", "assurance", "guarantee"})
"""What somebody gives another to do it himself."""
REPORTING_PRONOUNS: Final = frozenset({"it", "he", "she", "they"})


class Subjects(Near):
    """Grammatical and logical subjects of the verbs of one sentence."""

    def is_passive(self, verb: int) -> bool:
        """Whether a verb stands in the passive, its reduced relative included."""
        tree = self.tree
        helpers = {tree.lower[c] for c in tree.below(verb, "aux")}
        if any(tree.full_rels[c] == "aux:pass" for c in tree.children[verb]):
            return not self._is_state(verb)
        if helpers & {"has", "have", "had"} and "been" not in helpers:
            return False
        if any(tree.full_rels[c] == "nsubj:pass" for c in tree.children[verb]):
            return not self.objects_own(verb)
        if not self._participle(verb):
            return False
        if tree.headline and (tree.below(verb, "nsubj") or self._loose(verb)):
            return self._headline_passive(verb)
        if tree.rels[verb] == "acl" and tree.full_rels[verb] == "acl":
            return not tree.below(verb, "obj", "nsubj")
        if tree.rels[verb] == "conj" and not tree.below(verb, "nsubj", "aux", "obj"):
            return tree.upos[tree.heads[verb]] == "VERB" and self.is_passive(tree.heads[verb])
        return tree.rels[verb] in ("advcl", "xcomp") and not tree.below(verb, "obj", "nsubj", "aux")

    def _is_state(self, verb: int) -> bool:
        """'is committed to helping': no passive, whose subject does it."""
        into = STATES.get(self.tree.lemmas[verb])
        behind = self.tree.below(verb, "obl", "advcl", "xcomp", "ccomp")
        cases = [self.tree.cases(c) for c in behind]
        return (
            into is not None and any(into in c for c in cases) and not any("by" in c for c in cases)
        )

    def _headline_passive(self, verb: int) -> bool:
        """'Party Outlawed Under New Law': no helper, no object, and a verb that needs one."""
        bare = not self.tree.below(verb, "aux", "obj", "ccomp", "xcomp")
        needs = self.kinds.lexicon.named("status.needs_object")
        return bare and self.tree.lemmas[verb] in needs

    def _participle(self, verb: int) -> bool:
        word = self.tree.lower[verb]
        infinitive = any(self.tree.lower[c] == "to" for c in self.tree.below(verb, "mark"))
        return word != self.tree.lemmas[verb] and not word.endswith("ing") and not infinitive

    def subjects(self, word: int) -> list[int]:
        """Who does it: the subject, or the agent of a passive."""
        if self.tree.upos[word] not in ("VERB", "AUX") and not self.tree.below(
            word, "nsubj", "cop"
        ):
            return self.surface(word) if self.tree.upos[word] == "ADJ" else []
        return self.agents(word) if self.is_passive(word) else self.surface(word)

    def agents(self, verb: int) -> list[int]:
        """'by' phrases of a passive, or those at whose hands it was suffered."""
        tree = self.tree
        marked = [c for c in tree.children[verb] if tree.full_rels[c] == "obl:agent"]
        by = marked or [c for c in tree.prepositional(verb, "by") if self.kinds.is_actor(c)]
        return by or self.hands(verb)

    def hands(self, word: int) -> list[int]:
        """'at the hands of X'."""
        tree = self.tree
        hands = [h for h in tree.prepositional(word, "at") if tree.lower[h] == "hands"]
        return [f for h in hands for f in tree.prepositional(h, "of")]

    def surface(self, verb: int, depth: int = 0) -> list[int]:
        """The grammatical subject, its own or the one that control, coordination or a noun supplies."""
        own = self._own_subjects(verb)
        if own:
            return [
                self._reported(self._past_dateline(self._antecedent(one, verb)), verb)
                for one in own[-1:]
            ]
        loose = self._loose(verb)
        if loose or depth > 6 or self.tree.heads[verb] < 0:
            return loose
        return self._shared(verb, depth)

    def _own_subjects(self, verb: int) -> list[int]:
        """Subjects that hang from the verb; those behind it only where none stands before."""
        own = self.tree.below(verb, "nsubj")
        before = [o for o in own if o < verb]
        if self.tree.headline:
            return before or self._before_comma(verb)
        return before or ([] if self._is_gerund_clause(verb) else own)

    def _before_comma(self, verb: int) -> list[int]:
        """'X Takes Stand, Recalls Envoy': the second verb of a headline has the subject of the first."""
        tree = self.tree
        first = [c for c in tree.below(verb, "ccomp", "parataxis", "advcl", "conj") if c < verb]
        return tree.below(first[0], "nsubj") if first else []

    def _loose(self, verb: int) -> list[int]:
        """A party right before a finite verb that the parser hung from it under another name."""
        tree = self.tree
        if (
            tree.upos[verb] != "VERB"
            or tree.full_rels[verb] in ("acl", "amod")
            or "to" in tree.cases(verb)
        ):
            return []
        before = [
            c
            for c in tree.below(verb, "appos", "nmod", "obl", "dep", "vocative", "compound", "flat")
            if c < verb
        ]
        near = [
            c
            for c in before
            if not tree.cases(c) and tree.upos[c] in ("PROPN", "NOUN") and self.kinds.is_party(c)
        ]
        if near and not tree.lower[verb].endswith("ing"):
            return near[-1:]
        return self._adjacent(verb)

    def _adjacent(self, verb: int) -> list[int]:
        """A name right before a finite verb and its helpers, whatever it hangs from."""
        tree, word = self.tree, verb - 1
        while word >= 0 and tree.upos[word] in ("AUX", "ADV", "PART"):
            word -= 1
        name = tree.name_of.get(word)
        if name is None or not self.kinds.is_party(word) or tree.upos[verb] != "VERB":
            return []
        finite = bool(tree.below(verb, "aux")) or tree.lower[verb] != tree.lemmas[verb]
        governed = bool(tree.cases(word))
        before = name.start_token - 1
        prepositional = before >= 0 and tree.upos[before] == "ADP"
        ing = tree.lower[verb].endswith("ing") and not tree.below(verb, "aux")
        return [word] if finite and not governed and not prepositional and not ing else []

    def _antecedent(self, word: int, verb: int) -> int:
        """The noun that a relative pronoun stands for."""
        tree = self.tree
        if tree.lower[word] in RELATIVE:
            clause = verb
            while tree.rels[clause] == "conj":
                clause = tree.heads[clause]
            if tree.full_rels[clause].endswith("relcl"):
                return self._all_before(tree.heads[clause], verb)
        return word

    def _all_before(self, noun: int, verb: int) -> int:
        """'the minister and his party, who have refused': a plural verb is said of all who were named."""
        tree = self.tree
        plural = any(
            tree.lower[c] in ("have", "are", "were") for c in tree.below(verb, "aux", "cop")
        )
        one = tree.lower[noun] == tree.lemmas[noun] or noun in tree.name_of
        return tree.heads[noun] if tree.rels[noun] == "conj" and plural and one else noun

    def _past_dateline(self, word: int) -> int:
        """'OSLO, Norway -- A court convicted': the subject is what stands behind the dash."""
        tree = self.tree
        if word > 8:
            return word
        dashes = [
            i
            for i in range(word, min(word + 10, len(tree)))
            if tree.words[i] in ("-", "--", "—", "–", ")")
        ]
        behind = [
            c for c in tree.below(word, "appos", "conj", "dep", "nmod") if dashes and c > dashes[0]
        ]
        return behind[0] if behind and not tree.is_share(behind[0]) else word

    def _reported(self, word: int, verb: int) -> int:
        """'The state said it freed': the pronoun in a report is who reports."""
        tree = self.tree
        if tree.lower[word] not in REPORTING_PRONOUNS:
            return word
        while tree.rels[verb] == "conj":
            verb = tree.heads[verb]
        head = tree.heads[verb]
        if tree.rels[verb] != "ccomp" or tree.upos[head] != "VERB":
            return word
        speaker = tree.below(head, "nsubj")
        agrees = (
            speaker
            and speaker[-1] < word
            and self.kinds.speaks(speaker[-1])
            and self._agrees(word, speaker[-1])
        )
        return self._reported(speaker[-1], head) if agrees else word

    def _agrees(self, pronoun: int, noun: int) -> bool:
        """Persons are 'he' or 'she', bodies 'it', several 'they'."""
        tree = self.tree
        name = tree.name_of.get(noun)
        person = name is not None and name.type == "PER"
        if tree.upos[noun] == "PRON":
            return tree.lower[pronoun] in (tree.lower[noun], POSSESSIVE.get(tree.lower[noun]))
        plural = bool(tree.below(noun, "conj")) or tree.lower[noun] != tree.lemmas[noun]
        match tree.lower[pronoun]:
            case "he" | "she":
                return not plural and (name is None or person)
            case "they" | "their":
                return plural or (name is not None and not person)
            case "it" | "its":
                return not person and not plural
            case _:
                return False

    def _shared(self, verb: int, depth: int) -> list[int]:
        tree, head = self.tree, self.tree.heads[verb]
        match tree.rels[verb]:
            case "acl":
                return self._of_noun(verb, head, depth)
            case "conj" if tree.upos[head] in ("VERB", "ADJ", "AUX"):
                return self.surface(self._paired(verb, head), depth + 1)
            case "xcomp" | "advcl" | "ccomp":
                return self._controlled(verb, head, depth)
            case "obl" | "nmod" | "parataxis" if tree.lower[verb].endswith("ing"):
                return self.surface(head, depth + 1)
        return []

    def _paired(self, verb: int, head: int) -> int:
        """'accused them of lying and forced them out': a finite verb is coordinated with a finite one."""
        tree = self.tree
        finite = self._participle(verb) and not tree.below(verb, "aux", "mark")
        while finite and tree.lower[head].endswith("ing") and not tree.below(head, "aux", "nsubj"):
            outer = tree.heads[head]
            if outer < 0 or tree.upos[outer] != "VERB":
                break
            head = outer
        return head

    def _controlled(self, verb: int, head: int, depth: int) -> list[int]:
        tree = self.tree
        bare = [c for c in tree.below(head, "obl") if head < c < verb and not tree.cases(c)]
        if bare and {"for", "to"} <= set(tree.cases(verb)):
            return bare[-1:]
        if tree.upos[head] not in ("VERB", "ADJ", "AUX"):
            return self._owner(head, depth) if tree.upos[head] == "NOUN" else []
        laid = [o for o in tree.below(head, "obj") if tree.lemmas[o] in PRESSURE]
        if laid and "to" in tree.cases(verb):
            return self._pressed(laid[0], head) or self.surface(head, depth + 1)
        if self._object_controls(verb, head):
            passive = self.is_passive(head)
            return self.surface(head, depth + 1) if passive else self._patients(head, verb)
        if tree.rels[verb] == "ccomp" and not tree.lower[verb].endswith("ing"):
            return []
        blamed = self._blamed(verb, head, depth)
        return blamed or self.surface(head, depth + 1)

    def _blamed(self, verb: int, head: int, depth: int) -> list[int]:
        """'seized the ship for violating the ban': who is seized, praised or fined for it did it."""
        tree = self.tree
        if not (tree.rels[verb] == "advcl" and "for" in tree.cases(verb)):
            return []
        if tree.upos[head] != "VERB":
            return []
        if self.is_passive(head):
            return self.surface(head, depth + 1)
        return [o for o in tree.below(head, "obj") if head < o < verb]

    def _object_controls(self, verb: int, head: int) -> bool:
        tree = self.tree
        marks = tree.cases(verb)
        if tree.lemmas[head] not in self._control or (
            tree.lemmas[head] == "call" and tree.below(head, "obj")
        ):
            return False
        if tree.rels[verb] == "advcl":
            return bool({"of", "from", "for", "to"} & set(marks)) and bool(
                tree.below(head, "obj") or self.is_passive(head)
            )
        return bool(self._patients(head, verb)) or self.is_passive(head)

    def _patients(self, head: int, verb: int) -> list[int]:
        tree = self.tree
        on = [c for p in ("on", "upon") for c in tree.prepositional(head, p)]
        own = tree.below(head, "obj", "iobj") or on or self._relative_object(head)
        return [o for o in own if o < verb]

    def _relative_object(self, verb: int) -> list[int]:
        """'the firm it hired to search': the noun of a relative clause that has another subject."""
        tree = self.tree
        return [tree.heads[verb]] if tree.full_rels[verb] == "acl:relcl" and self._gap(verb) else []

    def _gap(self, verb: int) -> bool:
        """A relative clause with a subject of its own and no object: its noun is the object."""
        tree = self.tree
        subjects = tree.below(verb, "nsubj")
        pronoun_object = any(tree.lower[o] in RELATIVE for o in tree.below(verb, "obj"))
        return pronoun_object or (bool(subjects) and tree.lower[subjects[-1]] not in RELATIVE)

    def _of_noun(self, verb: int, noun: int, depth: int) -> list[int]:
        """Subject of a clause that hangs from a noun: the noun itself, or the owner of a plan or call."""
        infinitive = any(
            self.tree.lower[c] in ("to", "of", "for") for c in self.tree.below(verb, "mark")
        )
        issued = self.tree.full_rels[verb] == "acl" and self._participle(verb)
        if self.tree.lemmas[noun] in self.kinds.lexicon.named("nouns.documents") and not issued:
            return self._owner(noun, depth) or [noun]
        if self.tree.full_rels[verb] == "acl:relcl":
            return [noun] if not self.objects_own(verb) or self.kinds.is_actor(noun) else []
        return self._owner(noun, depth) if infinitive else [noun]

    def _owner(self, noun: int, depth: int) -> list[int]:
        """Whose plan, decision or refusal a noun names."""
        if self.kinds.is_party(noun):
            return [noun]
        pressed = self._pressed(noun)
        own = pressed or self.owners(noun) or self.modifiers(noun)
        own = own or self.tree.prepositional(noun, "by")
        if own:
            return [self.referent(own[0], noun)]
        head = self.tree.heads[noun]
        given = self.tree.below(head, "iobj") if head >= 0 and self.tree.rels[noun] == "obj" else []
        if given and self.tree.lemmas[noun] not in OWN_WORD:
            return given
        if self.tree.rels[noun] in ("obj", "obl") and head >= 0 and self.tree.upos[head] == "VERB":
            return self.surface(head, depth + 1) if depth < 6 else []
        return []

    def _pressed(self, noun: int, verb: int = -1) -> list[int]:
        """'pressure on X to talk', 'an appeal to X to stop': who is to do it."""
        if self.tree.lemmas[noun] not in PRESSURE:
            return []
        return [
            f
            for preposition in ("on", "upon", "for", "to", "from")
            for word in ((noun, verb) if verb >= 0 else (noun,))
            for f in self.tree.prepositional(word, preposition)
            if self.kinds.is_actor(f)
        ][:1]

    def referent(self, word: int, noun: int) -> int:
        """'X ended its raids': the owner is whom the governing verb names nearest before, if these agree."""
        tree = self.tree
        if tree.lower[word] not in OWNERS:
            return word
        verb = next((v for v in tree.up(noun) if tree.upos[v] in ("VERB", "AUX")), -1)
        if verb < 0:
            return word
        nearest = [o for o in tree.below(verb, "obj") if verb < o < word] or self.surface(verb)[:1]
        agrees = nearest and nearest[0] < word and self.kinds.is_actor(nearest[0])
        return nearest[0] if agrees and self._agrees(word, nearest[0]) else word
