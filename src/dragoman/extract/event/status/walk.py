"""The way up from an event through the words that govern it: the first that says anything decides."""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.clause import CONDITIONS, HAPPENED, UNTIL, Clauses, Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.nominal import Nominals
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.status.governors import Governors
from dragoman.extract.event.words import Kinds

HIGHEST: Final = 14
"""Steps up a tree."""
REPORTS: Final = frozenset(
    "say announce tell state declare add report confirm know promise warn insist claim pledge predict believe note vow reveal reiterate explain".split()  # noqa: SIM905
)
CLAUSAL: Final = frozenset(
    "xcomp ccomp acl advcl obj obl nmod nsubj conj appos parataxis csubj amod compound".split()  # noqa: SIM905
)
TALKED_OVER: Final = frozenset({"discuss", "debate", "consider", "avoid", "hail", "discussion"})
SPOKEN: Final = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "PROTEST", "REJECT"})
DECLARED: Final = SPOKEN | {"AGREE", "CONCEDE", "SANCTION", "COERCE", "THREATEN"}
"""Types that are done by announcing them."""
GRANTED: Final = "taken for granted"
LETTING: Final = frozenset({"allow", "permit", "enable", "let"})
LOOSE: Final = frozenset({"advcl", "acl", "nmod", "obl"})
"""Relations across which what goes on above says nothing of how long what is below goes on."""


class Walk:
    """Walks up the tree of one sentence."""

    def __init__(self, kinds: Kinds, slots: Slots) -> None:
        self.tree, self.named = kinds.tree, kinds.lexicon.named
        self.clauses = Clauses(kinds.tree)
        self.nominals = Nominals(kinds, self.clauses)
        self.governors = Governors(kinds, slots, self.clauses, self.nominals)

    def climb(self, start: int, match: Match) -> Verdict:
        """What the clauses and governors above `start` say; a mere 'it goes on' only if nothing else does."""
        word, soft, crossed = start, None, False
        for step in range(HIGHEST):
            own = self._clause(word)
            if own and own.status not in ("happened", "ongoing"):
                return own
            if own and not (own.status == "ongoing" and crossed) and self._counts(own, word):
                soft = soft or own
            governed = self._governor(word, step, match)
            if governed and governed.status == "happened":
                return soft or governed
            if governed and governed.status != "ongoing":
                return governed
            if governed:
                soft = soft if crossed else governed
            if self._ends(word):
                break
            crossed = crossed or self.tree.rels[word] in LOOSE
            word = self.tree.heads[word]
        return soft or HAPPENED

    def _clause(self, word: int) -> Verdict | None:
        """Tense and mood of the clause of `word`; a 'would' within a report is its future."""
        verdict = self.clauses.judge(word) if self.clauses.is_predicate(word) else None
        if verdict and verdict.why.startswith("'would") and self._reported(word):
            return Verdict("planned", "future, as seen from the report")
        return verdict

    def _counts(self, verdict: Verdict, word: int) -> bool:
        """A past infinitive or participle below another verb has no tense of its own."""
        return verdict.status == "ongoing" or self.tree.rels[word] != "xcomp"

    def _ends(self, word: int) -> bool:
        """Whether nothing above `word` can say anything of it."""
        up = self.tree.heads[word] >= 0 and self.tree.rels[word] in CLAUSAL
        return not up or self._independent(word)

    def _independent(self, word: int) -> bool:
        """Clauses whose truth does not hang on what is above: relatives, quoted or coordinated finite ones."""
        tree = self.tree
        rel = tree.full_rels[word]
        if rel.endswith("relcl") or rel in ("parataxis", "appos"):
            return True
        if rel == "acl":
            return not {"to", "of", "for", "from", "that"} & set(tree.cases(word))
        if rel == "conj":
            infinitive = "to" in tree.cases(tree.heads[word]) and not tree.below(word, "aux")
            bare = infinitive and tree.lower[word] == tree.lemmas[word]
            return not bare and bool(tree.below(word, "nsubj"))
        if rel == "advcl":
            finite = bool(tree.below(word, "nsubj", "aux"))
            return finite and not set(tree.cases(word)) & (CONDITIONS | UNTIL | {"before"})
        return rel == "nsubj" and tree.upos[word] not in ("NOUN", "PROPN")

    def _governor(self, word: int, step: int, match: Match) -> Verdict | None:
        """What the head of `word` says of it."""
        tree, head, rel = self.tree, self.tree.heads[word], self.tree.rels[word]
        if head < 0 or rel not in CLAUSAL or tree.full_rels[word].endswith("relcl"):
            return None
        if rel == "acl" and self._independent(word):
            return None
        behind = self.governors.behind(word, head, match) if rel in ("obl", "nmod") else None
        if behind is not None:
            return behind
        noun = match.frame.kind == "noun"
        predicated = self.nominals.predicated(word, head) if noun else None
        if predicated and not self.governors.refused(head):
            return predicated
        if rel in ("conj", "parataxis", "appos"):
            return None
        if rel == "advcl":
            return self._adverbial(word, head, match)
        passive = tree.full_rels[word].endswith("pass")
        if rel == "nsubj" and not passive and tree.upos[head] == "VERB":
            return _granted(self.nominals.subject_of(head, match), "the subject of what is told")
        inquired = tree.lemmas[head] in self.named("status.inquiries")
        if inquired and tree.full_rels[word] == "nsubj:pass" and noun:
            return HAPPENED
        return self._by_list(word, head, step, match)

    def _adverbial(self, word: int, head: int, match: Match) -> Verdict | None:
        """'took to the stage to condemn it': words are spoken, where other purposes are only aimed at."""
        spoken = (
            match.frame.type in SPOKEN - {"SUPPORT"}
            and self.tree.lemmas[match.word] not in self.named("status.inquiries")
            and "to" in self.tree.cases(word)
            and self.clauses.happened(head)
        )
        if spoken and not self.governors.listed(word, head):
            return Verdict("happened", "a purpose of words")
        return self.governors.purpose(word, head)

    def _by_list(self, word: int, head: int, step: int, match: Match) -> Verdict | None:
        """What the lexicon has of the head, and where that says nothing of events known already."""
        tree, noun = self.tree, match.frame.kind == "noun"
        if noun and self._taken_for_granted(word, head, match):
            return Verdict("happened", f"ended or answered, at '{tree.words[head]}'")
        known = noun and self.nominals.known(word, head)
        listed = None if known else self.governors.listed(word, head)
        if listed is None:
            return self._unlisted(word, head, match) if step == 0 and noun else None
        lemma = tree.lemmas[head]
        if lemma == "announce" and match.frame.type in DECLARED:
            return self.clauses.judge(head) or HAPPENED
        if self._withheld(listed, head):
            return Verdict("denied", f"negated above, at '{tree.words[head]}'")
        if noun and self._cognate(lemma, head, word, match):
            return None
        if lemma in TALKED_OVER and self.nominals.presupposed(word, head):
            return Verdict("happened", GRANTED)
        uttered = noun and match.frame.type in SPOKEN - {"PROTEST"}
        if listed.status == "denied" and (uttered or self.governors.fails(head)):
            return HAPPENED
        return listed

    def _taken_for_granted(self, word: int, head: int, match: Match) -> bool:
        """'to end the violence', 'responded to the attacks': what is ended or answered was there."""
        if match.light >= 0 or self.tree.rels[word] not in ("obj", "obl", "nmod"):
            return False
        if self.nominals.any(word, "a", "an"):
            return False
        lemma, case = self.tree.lemmas[head], "".join(self.tree.cases(word)[:1])
        listed = self.named("status.presupposes")
        if lemma in ("stop", "halt") and self.tree.lemmas[word] in self.named("status.lasting"):
            return True
        return (lemma in listed and not case) or f"{lemma}_{case}" in listed

    def _withheld(self, listed: Verdict, head: int) -> bool:
        """'did not plan to', 'would not allow', 'refused to allow': what is below did not come about."""
        lets = self.tree.lemmas[head] in LETTING
        if listed.status in ("planned", "called_for", "ongoing") or lets:
            return self.governors.refused(head) or (lets and self._below_refusal(head))
        return False

    def _below_refusal(self, head: int) -> bool:
        above = self.tree.heads[head]
        hangs = self.tree.rels[head] in ("xcomp", "acl", "advcl") and above >= 0
        return hangs and self.tree.lemmas[above] in ("refuse", "refusal", "decline")

    def _cognate(self, lemma: str, head: int, word: int, match: Match) -> bool:
        """'agreed a deal', 'offered condolences', 'approved the request': the word above does not put it ahead."""
        if self.tree.rels[word] != "obj" or self.tree.upos[head] != "VERB":
            return False
        type_ = match.frame.type
        return (lemma in ("agree", "approve", "promise") and type_ in ("AGREE", "REQUEST")) or (
            lemma == "offer" and type_ in ("SUPPORT", "ACCUSE", "REJECT")
        )

    def _unlisted(self, word: int, head: int, match: Match) -> Verdict | None:
        """A noun below a word that the lexicon does not have."""
        if self.tree.lemmas[head] in self.named("status.transparent"):
            return None
        if self.tree.rels[word] == "nmod" and self.tree.upos[head] == "NOUN":
            return _granted(self.nominals.within(word, head), f"behind '{self.tree.words[head]}'")
        if match.light >= 0:
            return None
        return _granted(self.nominals.presupposed(word, head), GRANTED)

    def _reported(self, word: int) -> bool:
        """Whether 'would' is the future of a report ('said it would') and not a condition."""
        tree = self.tree
        for up in tree.up(word):
            if tree.lemmas[up] in REPORTS:
                clauses = tree.below(word, "advcl")
                marks = {tree.lower[c] for w in clauses for c in tree.below(w, "mark")}
                return not marks & CONDITIONS
            if tree.rels[up] not in ("ccomp", "conj", "xcomp"):
                break
        return False


def _granted(verdict: Verdict | None, why: str) -> Verdict | None:
    """A mere 'it happened' with its reason."""
    return Verdict("happened", why) if verdict == HAPPENED else verdict
