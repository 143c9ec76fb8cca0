"""Whether an event happened, from tense, modality, negation and what governs it, scoped by the tree.

The categories are those of factuality annotation (Sauri & Pustejovsky 2009, FactBank) as far as an
event record needs them. The walk starts at the event's own words and goes up through the words that
govern it; the first that says something other than 'it happened' decides.
"""

from __future__ import annotations

from typing import Final

from dragoman.extract.event.clause import CONDITIONS, FUTURE, HAPPENED, UNTIL, Clauses, Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.nominal import PENDING, Nominals
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.words import Kinds
from dragoman.types import Status

REAL: Final = 0.3
"""Below that probability of having happened or going on, by the encoder, what nothing governs did not happen."""
UNREAL: Final[tuple[Status, ...]] = ("planned", "called_for", "denied", "hypothetical")
REPORTS: Final = frozenset(
    "say announce tell state declare add report confirm know promise warn insist claim pledge predict believe note vow reveal reiterate explain".split()  # noqa: SIM905
)
EXACTING: Final = frozenset({"press", "push", "plead", "pressure"})
"""Verbs that ask only with 'to' or 'for': one can press an attack and plead guilty to it."""
PROMPT: Final = frozenset({"swift", "quick", "first", "last", "slow", "late"})
"""Of somebody who did it, early or late: 'was quick to condemn'."""
CLAUSAL: Final = frozenset(
    "xcomp ccomp acl advcl obj obl nmod nsubj conj appos parataxis csubj amod compound".split()  # noqa: SIM905
)
ADVISED: Final = frozenset({"warn", "advise", "argue", "vote", "decide", "caution"})
HOPED: Final = frozenset({"hope", "hopeful", "expect", "wish"})
MOVED: Final = frozenset({"glad", "proud", "pleased", "happy", "sorry", "sad", "shocked"})
"""Of somebody whom it moves that it is so: 'was sorry to leave'."""
TALKED_OVER: Final = frozenset({"discuss", "debate", "consider", "avoid", "hail", "discussion"})
SPOKEN: Final = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "PROTEST", "REJECT"})
DECLARED: Final = SPOKEN | {"AGREE", "CONCEDE", "SANCTION", "COERCE", "THREATEN"}
"""Types that are done by announcing them."""
SUBJUNCTIVE: Final = frozenset(
    "demand insist urge recommend propose request suggest ask advocate order require".split()  # noqa: SIM905
)
GOVERNED: Final = {
    "called_for": frozenset({"for", "to", "on"}),
    "denied": frozenset({"from", "against"}),
    "planned": frozenset({"to", "on", "for"}),
    "hypothetical": frozenset({"to", "of", "about", "with"}),
    "ongoing": frozenset({"with", "to"}),
}
GOVERNING: Final[tuple[Status, ...]] = (
    "called_for",
    "denied",
    "planned",
    "hypothetical",
    "ongoing",
)
ASSERTED: Final = frozenset(
    "after since following despite during because as when while over amid".split()  # noqa: SIM905
)


class Factuality:
    """Judges the events of one sentence."""

    def __init__(self, kinds: Kinds, slots: Slots) -> None:
        self.kinds, self.slots, self.tree = kinds, slots, kinds.tree
        self.lexicon = kinds.lexicon
        self.clauses = Clauses(kinds.tree)
        self.nominals = Nominals(kinds, self.clauses)
        self.question = self._is_question()

    def judge(self, match: Match) -> Verdict:
        """The status of one event: what the tree says of it; where it says nothing, what the encoder reads."""
        verdict = self._by_tree(match)
        heard = self.tree.event_words.get(match.at)
        if verdict != HAPPENED or heard is None:
            return verdict
        if heard.of_status("happened") + heard.of_status("ongoing") >= REAL:
            return verdict
        return Verdict(max(UNREAL, key=heard.of_status), "read so in its sentence")

    def _by_tree(self, match: Match) -> Verdict:
        noun = match.frame.kind == "noun"
        own = self.nominals.judge(match) if noun else None
        if any("not" in wanted for wanted in match.frame.required):
            own = self._above(match.word) or self._refusal(match.word)
        verdict = own or self._climb(self._start(match), match)
        if noun and verdict.status == "happened" and self.nominals.any(match.word):
            return Verdict("hypothetical", "'any' before it")
        if verdict.status == "happened" and match.frame.type in SPOKEN and self._lasting(match):
            return Verdict("ongoing", "since then")
        if verdict.status in ("happened", "ongoing", "planned") and self.question:
            return Verdict("hypothetical", "a question")
        return verdict

    def _start(self, match: Match) -> int:
        """The word whose clause tells of the event: the verb that carries a noun, unless it only plans it."""
        carried = match.light >= 0 and self.tree.lemmas[match.light] not in PENDING
        return match.light if carried else match.word

    def _refusal(self, word: int) -> Verdict:
        """'did not approve' was done; 'will not approve' is announced."""
        helpers = {self.tree.lower[c] for c in self.tree.below(word, "aux")}
        if helpers & (FUTURE | {"would", "'d", "’d"}):
            return Verdict("planned", "a refusal to come")
        return Verdict("happened", "a refusal")

    def _lasting(self, match: Match) -> bool:
        """'has objected since October', 'have long refused': it goes on."""
        tree, word = self.tree, self._start(match)
        perfect = {tree.lower[c] for c in tree.below(word, "aux")} & {"has", "have", "'ve", "’ve"}
        long = any(tree.lower[c] == "long" for c in tree.below(word, "advmod"))
        return bool(perfect) and (
            long or any(self.kinds.is_time(w) for w in tree.prepositional(word, "since"))
        )

    def _above(self, word: int) -> Verdict | None:
        """What governs a refusal, whose own 'not' is part of its meaning."""
        marks = set(self.tree.cases(word))
        return Verdict("hypothetical", "'if' clause") if marks & CONDITIONS else None

    def _is_question(self) -> bool:
        tree = self.tree
        if not tree.words or tree.words[-1] != "?":
            return False
        openers = ("why", "how", "what", "where", "when", "who")
        return tree.lower[0] not in openers

    def _climb(self, start: int, match: Match) -> Verdict:
        word = start
        soft: Verdict | None = None
        crossed = False
        for step in range(14):
            verdict = self.clauses.judge(word) if self.clauses.is_predicate(word) else None
            if verdict and verdict.status != "happened":
                if verdict.status == "ongoing":
                    soft = soft or (None if crossed else verdict)
                elif not (verdict.why.startswith("'would") and self._reported(word)):
                    return verdict
                else:
                    return Verdict("planned", "future, as seen from the report")
            elif verdict and self.tree.rels[word] not in ("xcomp",):
                soft = soft or verdict
            governed = self._governor(word, step, match)
            if governed:
                if governed.status == "ongoing":
                    soft = soft if crossed else governed
                elif governed.status == "happened":
                    return soft or governed
                else:
                    return governed
            head = self.tree.heads[word]
            if head < 0 or self.tree.rels[word] not in CLAUSAL:
                break
            if self._independent(word):
                break
            crossed = crossed or self.tree.rels[word] in ("advcl", "acl", "nmod", "obl")
            word = head
        return soft or HAPPENED

    def _independent(self, word: int) -> bool:
        """Clauses whose truth does not hang on what is above: relatives, quoted or coordinated finite ones."""
        tree = self.tree
        rel = tree.full_rels[word]
        finite = bool(tree.below(word, "nsubj")) or bool(tree.below(word, "aux"))
        if rel.endswith("relcl"):
            return True
        if rel == "acl" and not {"to", "of", "for", "from", "that"} & set(tree.cases(word)):
            return True
        if rel == "conj":
            infinitive = "to" in tree.cases(tree.heads[word]) and not tree.below(word, "aux")
            bare = infinitive and tree.lower[word] == tree.lemmas[word]
            return not bare and bool(tree.below(word, "nsubj"))
        if rel in ("parataxis", "appos"):
            return True
        if rel == "advcl":
            marks = set(tree.cases(word))
            return finite and not marks & (CONDITIONS | UNTIL | {"before"})
        return rel == "nsubj" and self.tree.upos[word] not in ("NOUN", "PROPN")

    def _governor(self, word: int, step: int, match: Match) -> Verdict | None:
        """What the head of `word` says of it."""
        tree = self.tree
        head = tree.heads[word]
        if head < 0 or tree.rels[word] not in CLAUSAL or tree.full_rels[word].endswith("relcl"):
            return None
        rel, cases = tree.rels[word], tree.cases(word)
        if rel in ("obl", "nmod"):
            found = self._behind(word, head, match)
            if found is not None:
                return found
        predicated = self.nominals.predicated(word, head) if match.frame.kind == "noun" else None
        if predicated and not self._refused(head):
            return predicated
        if rel in ("conj", "parataxis", "appos"):
            return None
        if rel == "advcl":
            spoken = (
                match.frame.type in SPOKEN - {"SUPPORT"}
                and tree.lemmas[match.word] not in self.lexicon.named("status.inquiries")
                and "to" in cases
                and self.clauses.happened(head)
            )
            return (
                HAPPENED
                if spoken and not self._listed(word, head)
                else self._purpose(word, head, cases)
            )
        if (
            rel == "nsubj"
            and not tree.full_rels[word].endswith("pass")
            and tree.upos[head] == "VERB"
        ):
            return self.nominals.subject_of(head, match)
        inquired = tree.lemmas[head] in self.lexicon.named("status.inquiries")
        if inquired and tree.full_rels[word] == "nsubj:pass" and match.frame.kind == "noun":
            return HAPPENED
        known = match.frame.kind == "noun" and self.nominals.known(word, head)
        listed = None if known else self._listed(word, head)
        if listed and tree.lemmas[head] == "announce" and match.frame.type in DECLARED:
            return self.clauses.judge(head) or HAPPENED
        if listed and listed.status in ("planned", "called_for", "ongoing") and self._refused(head):
            return Verdict("denied", f"negated above, at '{tree.words[head]}'")
        if listed and tree.lemmas[head] in TALKED_OVER and self.nominals.presupposed(word, head):
            return HAPPENED
        uttered = match.frame.kind == "noun" and match.frame.type in SPOKEN - {"PROTEST"}
        if listed and listed.status == "denied" and (uttered or self._fails(head)):
            return HAPPENED
        if (
            step == 0
            and listed is None
            and match.frame.kind == "noun"
            and rel == "nmod"
            and tree.upos[head] == "NOUN"
        ):
            return self.nominals.within(word, head)
        if listed is None and step == 0 and match.frame.kind == "noun" and match.light < 0:
            return self.nominals.presupposed(word, head)
        return listed

    def _fails(self, head: int) -> bool:
        """'failed to prevent', 'could not stop': what was to be prevented took place."""
        up = self.tree.heads[head]
        failed = (
            up >= 0
            and self.tree.lemmas[up] in ("fail", "failure", "inability")
            and self.tree.rels[head] in ("xcomp", "advcl", "acl")
        )
        return failed or self._refused(head)

    def _refused(self, head: int) -> bool:
        clause = self.clauses.judge(head) if self.clauses.is_predicate(head) else None
        return clause is not None and clause.status == "denied"

    def _behind(self, word: int, head: int, match: Match) -> Verdict | None:
        named, cases = self.lexicon.named, self.tree.cases(word)
        first = self.tree.subtree(word)[0]
        if "ahead" in self.tree.lower[max(0, first - 1) : word] and "of" in cases:
            return Verdict("planned", "'ahead of'")
        if set(cases) & named("status.prepositions_planned"):
            return (
                Verdict("planned", f"'{cases[0]}' it") if not self.clauses.happened(head) else None
            )
        if "without" in cases:
            return Verdict("denied", "'without'")
        if self.nominals.beside_future(word, head, match):
            return Verdict("planned", "beside a future")
        if set(cases) & ASSERTED and self.tree.lemmas[head] not in named(
            "status.called_for"
        ) | named("status.planned"):
            return HAPPENED
        if "of" in cases and self.tree.lemmas[head] in named("status.nouns_planned"):
            return Verdict("planned", f"'{self.tree.words[head]} of'")
        if {"toward", "towards"} & set(cases):
            return Verdict("planned", "'towards' it")
        if "against" in cases and self.tree.upos[head] == "VERB":
            advised = self.tree.lemmas[head] in ADVISED and not self.nominals.definite(word)
            return Verdict("hypothetical", "advised against") if advised else HAPPENED
        return None

    def _purpose(self, word: int, head: int, cases: tuple[str, ...]) -> Verdict | None:
        tree = self.tree
        if set(cases) & CONDITIONS:
            return Verdict("hypothetical", "'if' clause")
        if "to" in cases:
            if tree.lower[head] == "leaving" and tree.below(head, "obj"):
                return HAPPENED
            listed = self._listed(word, head)
            return listed or Verdict("planned", "a purpose")
        if "without" in cases:
            return Verdict("denied", "'without'")
        if {"from", "of", "on"} & set(cases):
            return self._listed(word, head)
        return None

    def _listed(self, word: int, head: int) -> Verdict | None:
        """What a verb, noun or adjective does to the clause or event below it."""
        tree, lemma = self.tree, self.tree.lemmas[head]
        infinitive = "to" in tree.cases(word)
        clause = tree.rels[word] in ("xcomp", "ccomp", "acl", "advcl")
        particles = {
            f"{lemma}_{tree.lower[c]}"
            for c in tree.children[head]
            if tree.rels[c] in ("compound", "case", "advmod", "mark")
        }
        particles |= {f"{lemma}_{case}" for case in tree.cases(word)}
        oblique = tree.rels[word] in ("obl", "advcl", "nmod") and tree.upos[head] == "VERB"
        for status in GOVERNING:
            listed = self.lexicon.named(f"status.{status}")
            if not (lemma in listed or particles & listed):
                continue
            if (
                lemma == "call"
                and tree.rels[word] != "obl"
                and not infinitive
                and not particles & listed
            ):
                continue
            if lemma in EXACTING and not (infinitive or "for" in tree.cases(word)):
                continue
            if lemma == "want" and self.slots.is_passive(head):
                continue
            if oblique and not (
                particles & listed or set(tree.cases(word)) & GOVERNED.get(status, frozenset())
            ):
                continue
            if tree.rels[word] in ("nsubj",) and not tree.full_rels[word].endswith("pass"):
                continue
            if (
                clause
                and self._finite(word)
                and status in ("planned", "ongoing", "denied")
                and not (lemma in HOPED and self.clauses.judge(word) is None)
                and lemma not in ("deny", "refute")
            ):
                continue
            if status == "planned" and not (
                infinitive
                or lemma in HOPED
                or particles & listed
                or tree.rels[word] in ("obj", "nsubj", "acl", "obl", "nmod")
            ):
                continue
            if (
                status == "called_for"
                and clause
                and not infinitive
                and not self._subjunctive(word, lemma)
            ):
                continue
            if status == "ongoing":
                return Verdict("ongoing", f"'{tree.words[head]}'")
            return Verdict(status, f"below '{tree.words[head]}'")
        if infinitive and clause and lemma not in self.lexicon.named("status.factive"):
            return self._infinitive(head)
        return None

    def _subjunctive(self, word: int, lemma: str) -> bool:
        """'demanded that X leave', not 'insisted that X has left'."""
        tree = self.tree
        helpers = {tree.lower[c] for c in tree.below(word, "aux")}
        bare = tree.lower[word] == tree.lemmas[word] and not helpers - {
            "be",
            "should",
            "must",
            "not",
        }
        alone = tree.lower[word].endswith("ing") and not tree.below(word, "nsubj", "aux")
        return (lemma in SUBJUNCTIVE and bare) or alone

    def _infinitive(self, head: int) -> Verdict | None:
        if self.tree.lemmas[head] in PROMPT:
            return HAPPENED
        if self.tree.upos[head] == "NOUN":
            return Verdict("planned", f"infinitive below '{self.tree.words[head]}'")
        if self.tree.upos[head] == "ADJ" and self.tree.lemmas[head] not in MOVED:
            return Verdict("hypothetical", f"infinitive below '{self.tree.words[head]}'")
        return None

    def _finite(self, word: int) -> bool:
        tree = self.tree
        return bool(tree.below(word, "nsubj")) and "to" not in tree.cases(word)

    def _reported(self, word: int) -> bool:
        """Whether 'would' is the future of a report ('said it would') and not a condition."""
        tree = self.tree
        for up in tree.up(word):
            if tree.lemmas[up] in REPORTS:
                return not any(
                    tree.lower[c] in CONDITIONS
                    for w in tree.below(word, "advcl")
                    for c in tree.below(w, "mark")
                )
            if tree.rels[up] not in ("ccomp", "conj", "xcomp"):
                break
        return False
