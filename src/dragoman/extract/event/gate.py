"""What looks like an event and is none: sport, metaphors, remembrance, accidents, actors that can't act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.extract.event.clause import Verdict
from dragoman.extract.event.find import Match
from dragoman.extract.event.lexicon import Lexicon
from dragoman.extract.event.patterns import Frame
from dragoman.extract.event.roles import Parties
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.tree import Tree
from dragoman.extract.event.words import RELATIVE, Kinds

PAST_OF: Final = frozenset({"after", "since", "following", "amid"})
"""Prepositions that take what stands behind them for something that took place."""
HARD: Final = frozenset(
    {"sport", "space_flight", "addressed_to_the_reader", "metaphor", "accident", "answered_with"}
)
"""Why a match is no event, whatever the encoder reads. The other reasons only make it less likely."""
MATERIAL: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
ACCIDENT_WORDS: Final = 3
"""So many words of accidents in an article make it a report of one."""
SPACE_WORDS: Final = 3
"""So many words of space flight in an article make it a report of it."""
SPORT_WORDS: Final = 2
"""So many sport words in a sentence make it a report of sport (set on the development articles)."""
GATHERINGS: Final = frozenset({"meeting", "conversation", "discussion"})
"""Nouns that are an event between parties only with two of them, or with a verb that says it took place."""
SAID: Final = frozenset({"AGREE", "REQUEST", "SUPPORT", "ACCUSE", "REJECT", "CONCEDE"})
SUPPOSED: Final = frozenset(
    ["'could'", "'may'", "'might'", "'would'", "'if' clause", "'unless' clause", "'whether' clause"]
)
POLITE: Final = frozenset({"AGREE", "REQUEST", "SUPPORT", "AID", "CONSULT"})
HARMS: Final = frozenset(["kill", "murder", "slay", "injure", "wound", "maim"])
UNINTENDED: Final = HARMS - {"murder", "slay"}
"""Harms that a crash or a flood does as well as a person."""
INSTANCES: Final = frozenset(
    ["the", "this", "that", "these", "those", "a", "an", "another", "both", "such"]
)
"""Determiners of a noun that names one happening and no kind of them."""


class Gate:
    """Says why a match is no event, or None where it is one."""

    def __init__(
        self,
        kinds: Kinds,
        slots: Slots,
        *,
        sport: bool = False,
        space: bool = False,
        accident: bool = False,
    ) -> None:
        self.kinds, self.slots, self.tree = kinds, slots, kinds.tree
        self.lexicon, self.space, self.accident = kinds.lexicon, space, accident
        words = self.lexicon.classes["sport"]
        count = sum(lemma in words for lemma in self.tree.lemmas)
        self.sport = count >= SPORT_WORDS or (sport and count > 0) or sport

    def refused(self, match: Match, parties: Parties) -> str | None:
        """The fixed word for why a match is dropped, or None."""
        if self.sport:
            return "sport"
        if self.space and match.frame.mode in ("weapons", "investigate"):
            return "space_flight"
        if self._to_the_reader(match, parties):
            return "addressed_to_the_reader"
        if match.frame.kind == "noun":
            return self._noun(match, parties)
        return self._verb(match, parties)

    def _to_the_reader(self, match: Match, parties: Parties) -> bool:
        """'You can ask for help', 'call us', 'I promise you': the reader is no party of the news."""
        heard = parties.recipient if match.frame.type in POLITE else ()
        return any(self.tree.lower[word] == "you" for word in (*parties.actor, *heard))

    def _noun(self, match: Match, parties: Parties) -> str | None:
        tree, frame = self.tree, match.frame
        near = [
            tree.lemmas[c] for c in tree.below(match.word, "compound", "amod") if c < match.word
        ]
        if any(word in self.lexicon.named("filters.metaphor_modifiers") for word in near):
            return "metaphor"
        if self._remembered(match.word):
            return "remembrance"
        if tree.rels[match.word] in ("compound", "amod") and not frame.has("needs"):
            return "part_of_a_name"
        if (
            tree.cases(match.word) == ("in",)
            and not tree.below(match.word, "det", "amod", "compound", "nummod")
            and match.light < 0
        ):
            return "idiom"
        if frame.has("plural") and not tree.lower[match.word].endswith("s"):
            return "singular"
        if frame.has("both_sides") and not (parties.actor and parties.recipient):
            return "no_parties"
        if not parties.actor and not parties.recipient and not self._anchored(match):
            return "no_parties"
        if tree.lemmas[match.word] in GATHERINGS and match.light < 0 and _count(parties) < 2:
            return "alone"
        if frame.mode == "visit" and not _count(parties):
            return "no_parties"
        return None

    def _anchored(self, match: Match) -> bool:
        """A nominal event without parties counts where the sentence takes it for one that took place."""
        if match.frame.has("needs"):
            return False
        if self._instance(match):
            return True
        if match.frame.type not in MATERIAL | {"CONSULT", "RETREAT"}:
            return False
        placed = any(
            f
            for p in ("in", "on", "at", "near", "outside")
            for f in self.tree.prepositional(match.word, p)
        )
        return match.light >= 0 or placed

    def _instance(self, match: Match) -> bool:
        """Whether a noun names one happening ('the breach', 'a second attack'), not a kind of them."""
        tree, word = self.tree, match.word
        if any(tree.lower[c] in INSTANCES for c in tree.below(word, "det")):
            return True
        if self.slots.owners(word) or tree.below(word, "acl", "nummod"):
            return True
        return bool(self.slots.premodifiers(word)) or bool(PAST_OF & set(tree.cases(word)))

    def _remembered(self, word: int) -> bool:
        remembrance = self.lexicon.named("filters.remembrance")
        heads = (
            [self.tree.heads[word], *self.tree.up(self.tree.heads[word])][:2]
            if self.tree.heads[word] >= 0
            else []
        )
        return any(self.tree.lemmas[h] in remembrance for h in heads)

    def _verb(self, match: Match, parties: Parties) -> str | None:
        frame = match.frame
        if (
            frame.has("plural")
            and len(parties.actor) + len(parties.recipient) < 2
            and not self._plural(parties)
        ):
            return "alone"
        if self.tree.rels[match.word] in ("amod", "compound", "case") and not self.tree.below(
            match.word, "aux"
        ):
            return "attribute"
        if frame.has("both_sides") and _count(parties) < 2:
            return "alone"
        if frame.type == "CONSULT" and self.slots.is_passive(match.word) and frame.has("both"):
            return "answered_with" if self._answered(match.word) else "idiom"
        if frame.has("plural") and all(self.tree.upos[a] == "PRON" for a in parties.actor):
            return "alone"
        if any(self._weather(a) for a in parties.actor):
            return "actor_is_no_party"
        if self.tree.lemmas[match.word] in UNINTENDED:
            return self._harm(match, parties)
        if parties.stated and not parties.actor:
            wielded = frame.type == "ASSAULT" and any(
                self.kinds.in_class(w, "wielded") for w in parties.stated
            )
            return None if wielded or self._relative(parties.stated) else "actor_is_no_party"
        if not parties.actor and not parties.recipient:
            told = bool(match.bound) and self.slots.is_passive(match.word)
            return None if told else "no_parties"
        return None

    def _answered(self, verb: int) -> bool:
        """'The plan was met with anger': nobody meets anybody."""
        return self.tree.lemmas[verb] == "meet" and bool(self.tree.prepositional(verb, "with"))

    def _weather(self, actor: int) -> bool:
        """'Hurricane Example blocked the road': a storm, for all its name, does nothing to anybody."""
        first, last = self.tree.phrase(actor)
        accident = self.lexicon.classes["accident"]
        return any(self.tree.lemmas[word] in accident for word in range(first, last))

    def _plural(self, parties: Parties) -> bool:
        return any(
            self.tree.lower[a] != self.tree.lemmas[a] or self.tree.lower[a] == "they"
            for a in parties.actor
        )

    def _relative(self, words: tuple[int, ...]) -> bool:
        return all(self.tree.lower[w] in RELATIVE for w in words)

    def _harm(self, match: Match, parties: Parties) -> str | None:
        """A death is an assault where somebody did it; not in an accident, a flood or a disease."""
        lemmas = self.tree.lemmas
        if any(lemma in self.lexicon.classes["accident"] for lemma in lemmas):
            violent = any(lemma in self.lexicon.named("filters.violence") for lemma in lemmas)
            return "accident_or_attack" if violent else "accident"
        if self.accident and not parties.actor:
            return "accident"
        wielded = any(self.kinds.in_class(w, "wielded") for w in parties.stated)
        if parties.stated and not parties.actor and not wielded:
            return "actor_is_no_party"
        return None if parties.actor or wielded else "no_actor"


def _count(parties: Parties) -> int:
    return len(parties.actor) + len(parties.recipient)


def is_sport(trees: Sequence[Tree], words: frozenset[str]) -> bool:
    """Whether an article reports sport: one of twenty-five of its words or more belongs to it."""
    total = sum(len(tree) for tree in trees)
    count = sum(lemma in words for tree in trees for lemma in tree.lemmas)
    return total > 60 and count * 40 > total


def is_space_flight(trees: Sequence[Tree], lexicon: Lexicon) -> bool:
    """Whether an article reports space flight: more of its words are of rockets and planets than of arms."""
    lemmas = [lemma for tree in trees for lemma in tree.lemmas]
    flight = sum(lemma in lexicon.named("filters.space") for lemma in lemmas)
    return flight >= SPACE_WORDS and flight > 2 * sum(
        lemma in lexicon.named("filters.arms") for lemma in lemmas
    )


def is_accident(trees: Sequence[Tree], lexicon: Lexicon) -> bool:
    """Whether an article reports an accident or a disaster: more of its words are of these than of violence."""
    lemmas = [lemma for tree in trees for lemma in tree.lemmas]
    count = sum(lemma in lexicon.named("filters.accidents") for lemma in lemmas)
    return count >= ACCIDENT_WORDS and count > 2 * sum(
        lemma in lexicon.named("filters.violence") for lemma in lemmas
    )


def is_mere_thought(frame: Frame, parties: Parties, verdict: Verdict) -> bool:
    """What somebody can do, a word that nobody said, an event of nobody's that wasn't: no event.

    'Can strike' is a skill; 'may criticize', 'did not criticize' says nothing of anybody. What may be
    done to somebody ('could impose sanctions') or was not ('did not attack') stays, with its status.
    """
    if verdict.why in ("'can'", "'ca'") or (frame.type == "REJECT" and verdict.status == "denied"):
        return True
    if frame.kind == "noun":
        return verdict.status == "denied" and not _count(parties)
    supposed = verdict.why in SUPPOSED or verdict.why.startswith("negated by")
    if frame.type not in SAID:
        return supposed and not parties.actor
    unsaid = verdict.why.startswith("negated by") and frame.type != "SUPPORT"
    meant = verdict.status == "called_for" or verdict.why.startswith("infinitive below")
    return unsaid or meant or verdict.why in SUPPOSED
