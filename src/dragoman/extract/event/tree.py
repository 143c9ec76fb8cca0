"""One sentence's dependency tree: children, prepositions, names and noun phrases, each found once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from dragoman.encoder import EncodedSentence, EventWord, Name
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.types import PloverType

DEEPEST: Final = 40
"""Steps up a tree; deeper ones come only from sentences glued together."""

INSIDE_PHRASE: Final = frozenset({"det", "amod", "compound", "nummod", "flat", "fixed", "goeswith"})
"""Relations whose words belong to a noun phrase as it is quoted."""


BEHIND: Final = frozenset({"obl", "nmod", "advcl", "acl", "xcomp", "ccomp"})
"""Relations of what stands behind a preposition."""

QUANTITIES: Final = frozenset(
    "hundred thousand dozen million score majority minority number group team spate series part member one some many most several two three four few half couple pair wave string rest all bulk percent crowd".split()  # noqa: SIM905
)
"""Words that count or group what stands behind their 'of'."""


TAKES_OF: Final = frozenset(
    {"accuse", "convict", "suspect", "acquit", "warn", "inform", "rob", "strip"}
)
"""Verbs whose 'of' says what for: in 'accused the governor of theft' the governor is none of theft."""


HYPHENS: Final = frozenset({"-", "–"})
LEAST: Final = frozenset({"least", "most"})
"""Words behind 'at' before a number."""

MOSTLY: Final = frozenset(
    {"mostly", "mainly", "largely", "predominantly", "chiefly", "overwhelmingly", "primarily"}
)
"""Words before a noun that tells of which kind most of those are who were named before."""


class Tree:
    """The words of one sentence with what the frames ask of them, in time linear in its length."""

    def __init__(self, sentence: EncodedSentence) -> None:
        self.sentence = sentence
        self.heads = sentence.heads
        self.upos = sentence.upos
        self.rels = tuple([rel.partition(":")[0] for rel in sentence.rels])
        self.full_rels = sentence.rels
        self.words = sentence.words
        self.lower = tuple([word.lower() for word in sentence.words])
        self.lemmas = tuple(map(_lemma, sentence.lemmas, sentence.words, sentence.upos))
        self.children: list[list[int]] = [[] for _ in self.heads]
        for word, head in enumerate(self.heads):
            if head >= 0:
                self.children[head].append(word)

    def __len__(self) -> int:
        return len(self.heads)

    @cached_property
    def event_words(self) -> dict[int, EventWord]:
        """What the encoder says of the words that may tell an event."""
        return {event.token: event for event in self.sentence.events}

    def likely(self, word: int, type_: str) -> float:
        """Probability, by the encoder, that a word tells an event of a PLOVER type; 0 where it keeps none."""
        heard = self.event_words.get(word)
        return heard.of_type(cast("PloverType", type_)) if heard else 0.0

    @cached_property
    def name_of(self) -> dict[int, Name]:
        """The name that a word is part of."""
        return {
            word: name
            for name in self.sentence.names
            for word in range(name.start_token, name.end_token)
        }

    @cached_property
    def headline(self) -> bool:
        """A line in title case without a full stop."""
        long = [word for word in self.words if len(word) > 3 and word.isalpha()]
        capital = sum(word[0].isupper() for word in long)
        return (
            self.words[-1] not in (".", "!", "”", '"')
            and len(long) > 2
            and capital >= 0.8 * len(long)
        )

    def below(self, word: int, *rels: str) -> list[int]:
        """The children of a word in these relations (without subtype), left to right."""
        return [child for child in self.children[word] if self.rels[child] in rels]

    def up(self, word: int) -> Iterator[int]:
        """The heads of a word, nearest first, up to the root or `DEEPEST`."""
        for _ in range(DEEPEST):
            word = self.heads[word]
            if word < 0:
                return
            yield word

    def cases(self, word: int) -> tuple[str, ...]:
        """The prepositions of a noun, or the subordinators of a clause, in lower case."""
        return tuple([self.lower[child] for child in self.below(word, "case", "mark")])

    def prepositional(self, word: int, preposition: str) -> list[int]:
        """The words below `word` that stand behind a preposition."""
        found = [
            child
            for child in self.children[word]
            if self.rels[child] in BEHIND and preposition in self.cases(child)
        ]
        return found or self._particle_object(word, preposition)

    def _particle_object(self, word: int, preposition: str) -> list[int]:
        """'meet with X' read as a particle: the preposition hangs from the verb, X is its object."""
        hangs = any(
            self.lower[child] == preposition and self.rels[child] in ("compound", "case")
            for child in self.children[word]
        )
        return self.below(word, "obj", "obl") if hangs and self.upos[word] == "VERB" else []

    def content(self, word: int) -> int:
        """What a counting word counts: 'protesters' for 'hundreds of protesters'; else the word itself."""
        if self.lemmas[word] in QUANTITIES or self.upos[word] == "NUM":
            counted = [
                c for c in self.below(word, "nmod", "obl") if "of" in self.cases(c) and c > word
            ]
            return counted[0] if counted else word
        return word

    def compound(self, word: int) -> tuple[str, ...]:
        """'cease_fire' for 'cease-fire', 'air_strike': a noun joined to the words that stand before it."""
        before = self.below(word, "compound", "amod", "nmod")
        behind = [
            f"{self.lemmas[word]}_of_{self.lemmas[c]}"
            for c in before
            if c > word and self.cases(c) == ("of",)
        ]
        return tuple([f"{self.lemmas[c]}_{self.lemmas[word]}" for c in before if c < word] + behind)

    def conjuncts(self, word: int) -> list[int]:
        """A noun and the nouns coordinated with it; in 'people, mostly women' the women are a share of them."""
        return [word, *(c for c in self.below(word, "conj") if not self.is_share(c))]

    def is_share(self, word: int) -> bool:
        """Whether a noun tells of which kind those named before are: 'mostly women and children'."""
        return any(c < word and self.lower[c] in MOSTLY for c in self.below(word, "advmod"))

    def subtree(self, word: int) -> list[int]:
        """A word and all below it, left to right."""
        found = [word]
        for one in found:
            found.extend(self.children[one])
        return sorted(found)

    def phrase(self, head: int) -> tuple[int, int]:
        """First and behind-last word of the noun phrase of `head`, without its clauses or appositions.

        Names stay whole, and 'the ministry of defence' keeps its 'of'.
        """
        kept = set(self._inner(head))
        name = self.name_of.get(head)
        if name:
            kept.update(range(name.start_token, name.end_token))
        start = stop = head
        while start - 1 in kept:
            start -= 1
        while stop + 1 in kept:
            stop += 1
        return self._trimmed(start, stop, head)

    def _inner(self, head: int) -> Iterator[int]:
        yield head
        for child in self.children[head]:
            if self._is_part(child, head):
                yield from self._inner(child)

    def _is_part(self, child: int, head: int) -> bool:
        """Whether a word below a noun belongs to its phrase."""
        of_phrase = self.rels[head] == "nmod" and self.cases(head) == ("of",)
        match self.rels[child]:
            case "nmod":
                return self._belongs(child, head)
            case "conj":
                return of_phrase
            case "cc":
                return self.rels[head] == "conj"
            case "advmod":
                return child < head
            case "appos":
                return child == head + 1 and self.upos[child] == "PROPN"
            case "case":
                return self.rels[head] == "nmod" and self._keeps_case(head)
            case "obl":
                return child < head and self.upos[head] == "ADJ"
            case "punct":
                return self.words[child] in ("-", "–", "'")
            case rel:
                return rel in INSIDE_PHRASE

    def _belongs(self, child: int, head: int) -> bool:
        """Owners ('its ambassador'), titles ('Minister X') and 'of' phrases behind the head."""
        if child < head:
            return True
        if self.content(head) == child:
            return True
        parent = self.heads[head]
        if parent >= 0 and self.lemmas[parent] in TAKES_OF and self.rels[head] in ("obj", "nsubj"):
            return False
        return self.cases(child) == ("of",) and len(self.below(child, "nmod", "acl")) < 2

    def _keeps_case(self, head: int) -> bool:
        owner = any(self.lower[c] in ("'s", "’s", "'", "’") for c in self.below(head, "case"))
        return owner or self.cases(head) == ("of",) or self.lower[head] in LEAST

    def _trimmed(self, start: int, stop: int, head: int) -> tuple[int, int]:
        while start < head and (
            (
                self.upos[start] in ("DET", "PUNCT", "ADP", "ADV", "CCONJ")
                and not self._hedges(start)
            )
            or self.lower[start] in ("'s", "’s")
        ):
            start += 1
        while stop > head and self.upos[stop] in ("PUNCT", "ADP", "PART"):
            stop -= 1
        return start, stop + 1

    def _hedges(self, word: int) -> bool:
        """The first word of 'at least seven people'."""
        return word + 1 < len(self) and self.lower[word + 1] in LEAST

    def is_joined(self, start: int, end: int) -> bool:
        """Whether no space stands between the words from `start` to `end`."""
        tokens = self.sentence.sentence.tokens
        return all(tokens[i].end == tokens[i + 1].start for i in range(start, end))

    def span(self, start: int, end: int) -> Span:
        """Offsets into the text of words `[start, end)`."""
        tokens = self.sentence.sentence.tokens
        return Span(tokens[start].start, tokens[end - 1].end)


def _lemma(lemma: str, word: str, upos: str) -> str:
    """Lower case; plurals that the encoder left as they are ('troops', 'airstrikes') made singular."""
    low = lemma.lower()
    plural = (
        upos in ("NOUN", "PROPN") and low == word.lower() and low.endswith("s") and len(low) > 4
    )
    return (
        low[:-1]
        if plural and upos == "NOUN" and not low.endswith(("ss", "us", "is", "ies", "news"))
        else low
    )
