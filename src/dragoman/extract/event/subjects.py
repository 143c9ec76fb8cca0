"""Who does it: subjects through voice, coordination, control, relatives and reports."""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.near import Near
from dragoman.extract.event.words import RELATIVE

REPORTING_PRONOUNS: Final = frozenset({"it", "he", "she", "they"})


class Subjects(Near):
    """Grammatical and logical subjects of the verbs of one sentence."""

    def is_passive(self, verb: int) -> bool:
        """Whether a verb stands in the passive, its reduced relative included."""
        tree = self.tree
        helpers = {tree.lower[c] for c in tree.below(verb, "aux")}
        if any(tree.full_rels[c] == "aux:pass" for c in tree.children[verb]):
            return True
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
        """'by' phrases of a passive."""
        marked = [c for c in self.tree.children[verb] if self.tree.full_rels[c] == "obl:agent"]
        return marked or [c for c in self.tree.prepositional(verb, "by") if self.kinds.is_actor(c)]

    def surface(self, verb: int, depth: int = 0) -> list[int]:
        """The grammatical subject, its own or the one that control, coordination or a noun supplies."""
        own = self.tree.below(verb, "nsubj")
        if self.tree.headline:
            own = [o for o in own if o < verb] or self._before_comma(verb)
        if own:
            return [
                self._reported(self._past_dateline(self._antecedent(one, verb)), verb)
                for one in own[-1:]
            ]
        loose = self._loose(verb)
        if loose or depth > 6 or self.tree.heads[verb] < 0:
            return loose
        return self._shared(verb, depth)

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
                return tree.heads[clause]
        return word

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
        plural = bool(tree.below(noun, "conj")) or tree.lower[noun] != tree.lemmas[noun]
        match tree.lower[pronoun]:
            case "he" | "she":
                return not plural and (name is None or person)
            case "they":
                return plural or (name is not None and not person)
            case _:
                return not person and not plural

    def _shared(self, verb: int, depth: int) -> list[int]:
        tree, head = self.tree, self.tree.heads[verb]
        match tree.rels[verb]:
            case "acl":
                return self._of_noun(verb, head, depth)
            case "conj" if tree.upos[head] in ("VERB", "ADJ", "AUX", "NOUN"):
                return self.surface(head, depth + 1) if tree.upos[head] != "NOUN" else []
            case "xcomp" | "advcl" | "ccomp":
                return self._controlled(verb, head, depth)
            case "obl" | "nmod" | "parataxis" if tree.lower[verb].endswith("ing"):
                return self.surface(head, depth + 1)
        return []

    def _controlled(self, verb: int, head: int, depth: int) -> list[int]:
        tree = self.tree
        if tree.upos[head] not in ("VERB", "ADJ", "AUX"):
            return self._owner(head, depth) if tree.upos[head] == "NOUN" else []
        if self._object_controls(verb, head):
            return (
                tree.below(head, "nsubj") if self.is_passive(head) else self._patients(head, verb)
            )
        if tree.rels[verb] == "ccomp" and not tree.lower[verb].endswith("ing"):
            return []
        blamed = self._blamed(verb, head)
        return blamed or self.surface(head, depth + 1)

    def _blamed(self, verb: int, head: int) -> list[int]:
        """'seized the ship for violating the ban': who is seized, praised or fined for it did it."""
        tree = self.tree
        if not (tree.rels[verb] == "advcl" and "for" in tree.cases(verb)):
            return []
        if tree.upos[head] != "VERB":
            return []
        if self.is_passive(head):
            return tree.below(head, "nsubj")
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
        return [o for o in tree.below(head, "obj", "iobj") or on if o < verb]

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
        own = self.owners(noun) or self.modifiers(noun) or self.tree.prepositional(noun, "by")
        if own:
            return own[:1]
        head = self.tree.heads[noun]
        if self.tree.rels[noun] in ("obj", "obl") and head >= 0 and self.tree.upos[head] == "VERB":
            return self.surface(head, depth + 1) if depth < 6 else []
        return []
