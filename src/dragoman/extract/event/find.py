"""Which frames the words of a sentence evoke: lemma, particles, conditions; the most specific wins.

The encoder says how likely each word tells an event here, and of which type: a word that the lexicon
lacks, or has with other conditions, gets the plain frame of its likeliest type.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dragoman.extract.event.patterns import Condition, Frame, Kind
from dragoman.extract.event.slots import Slots
from dragoman.extract.event.tree import Tree
from dragoman.extract.event.words import Kinds

LIKELY: Final = 0.2
"""From that probability of a type on, a word may tell one, whatever the lexicon lacks."""
ANOTHER: Final = 0.5
"""From that probability on, a noun that a verb's frame asks for tells an event of its own."""
PARTICLES: Final = frozenset({"compound", "advmod", "case", "mark", "obl", "xcomp"})
CARRIERS: Final = frozenset({"nsubj", "obj", "obl", "conj", "nmod"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame evoked by word `word`; `bound` are the words that its conditions took, `light` the verb
    that carries a nominal event ('held' in 'held talks'), or -1. `at` is the word that tells the event:
    `word` or a bound one ('sanctions' in 'imposed sanctions')."""

    word: int
    frame: Frame
    bound: frozenset[int]
    at: int
    light: int = -1


def find(kinds: Kinds, slots: Slots) -> list[Match]:
    """The frames of a sentence, one a word at most, left to right."""
    matches = [m for word in range(len(kinds.tree)) if (m := _best(word, kinds, slots))]
    verbs = [m for m in matches if m.frame.kind != "noun"]
    taken = {word: m for m in verbs if not _leaves_noun(m, kinds) for word in m.bound}
    told = {m.at for m in matches if m.at != m.word and _takes(m, kinds.tree)}
    nouns = [m for m in matches if m.frame.kind == "noun" and m.word not in told]
    own = [m for m in nouns if m.word not in taken or _another(m, taken[m.word], kinds)]
    words = {m.word for m in own}
    return sorted([*verbs, *(_apart(m, words) for m in own)], key=lambda m: m.word)


def _takes(match: Match, tree: Tree) -> bool:
    """'imposed sanctions', 'a mediation effort': whether it tells its event by a word that is then none of its own."""
    asked = match.frame.kind != "noun" or match.at in match.bound
    return asked or tree.rels[match.at] in ("compound", "amod")


def _apart(noun: Match, words: set[int]) -> Match:
    """'in retaliation for the raids': a noun does not tell what another tells for itself."""
    other = noun.at != noun.word and noun.at in words
    return replace(noun, at=noun.word) if other else noun


def _another(noun: Match, verb: Match, kinds: Kinds) -> bool:
    """'lifted the ban', 'ended its offensive': the noun tells an event of another type than its verb."""
    type_ = noun.frame.type
    return type_ != verb.frame.type and kinds.tree.likely(noun.word, type_) >= ANOTHER


def _leaves_noun(match: Match, kinds: Kinds) -> bool:
    """'demanded talks', 'foiled an attack': the verb's event is not the noun's."""
    if match.frame.type == "REQUEST":
        return True
    denies = kinds.tree.lemmas[match.word] in kinds.lexicon.named("status.denied")
    return match.frame.type == "COERCE" and denies


def _best(word: int, kinds: Kinds, slots: Slots) -> Match | None:
    tree = kinds.tree
    kind = _kind(tree, word)
    if kind is None:
        return None
    frames = kinds.lexicon.frames.get((kind, tree.lemmas[word]), ())
    matches = (_match(word, frame, kinds, slots) for frame in frames)
    best = next((match for match in matches if match), None)
    return replace(best, at=_told_at(best, tree)) if best else _plain(word, kind, kinds)


def _plain(word: int, kind: Kind, kinds: Kinds) -> Match | None:
    """A match of the word's likeliest type, if the encoder takes it for an event word at all."""
    heard = kinds.tree.event_words.get(word)
    if heard is None or heard.of_type(heard.type) < LIKELY:
        return None
    frame = kinds.lexicon.plain.get((kind, heard.type))
    light = carrier(word, kinds) if kind == "noun" else -1
    return Match(word, frame, frozenset(), word, light) if frame else None


def _kind(tree: Tree, word: int) -> Kind | None:
    match tree.upos[word]:
        case "VERB":
            return "verb"
        case "NOUN":
            return "noun"
        case "PROPN" if word not in tree.name_of:
            return "noun"
        case "ADJ":
            return "adjective"
    return None


def _match(word: int, frame: Frame, kinds: Kinds, slots: Slots) -> Match | None:
    if not _evokes(word, frame, kinds.tree):
        return None
    bound: set[int] = set()
    for condition in frame.conditions:
        held, words = _holds(word, condition, kinds, slots)
        if not held:
            return None
        bound.update(words)
    if not all(_nearby(word, wanted, kinds.tree) for wanted in frame.required):
        return None
    light = carrier(word, kinds) if frame.kind == "noun" else -1
    return Match(word, frame, frozenset(bound), word, light)


def _told_at(best: Match, tree: Tree) -> int:
    """The word of a frame that the encoder takes for the event word; the frame's own where none is clearer.

    It is the frame's word, one that it asks for, or one of the phrase of these: 'declared a state of
    siege', 'a mediation effort'.
    """
    word, frame = best.word, best.frame
    if frame.own:
        return word
    nouns = {word, *best.bound} if frame.kind == "noun" else best.bound
    inside = {c for w in nouns for c in tree.below(w, "compound", "amod", "nmod")}
    told = {w: tree.likely(w, frame.type) for w in inside | best.bound}
    clearest = max(sorted(told), key=told.__getitem__, default=word)
    least = max(2 * tree.likely(word, frame.type), LIKELY)
    return clearest if told.get(clearest, 0) > least else word


def _evokes(word: int, frame: Frame, tree: Tree) -> bool:
    """Whether a word is one of a frame's lemmas: alone, or with the particle or noun that the lemma asks for."""
    if tree.lemmas[word] in frame.lemmas and (
        frame.kind == "noun" or not _is_particle_verb(word, tree)
    ):
        return True
    return any("_" in lemma and _worded(word, lemma, frame.kind, tree) for lemma in frame.lemmas)


def _is_particle_verb(word: int, tree: Tree) -> bool:
    """Whether a verb is one of two words: 'carried out'."""
    return any(tree.full_rels[c] == "compound:prt" for c in tree.children[word])


def _worded(word: int, lemma: str, kind: Kind, tree: Tree) -> bool:
    parts = lemma.split("_")
    if kind == "noun":
        return tree.lemmas[word] == parts[-1] and lemma in tree.compound(word)
    return tree.lemmas[word] == parts[0] and all(
        _has_particle(word, particle, tree) for particle in parts[1:]
    )


def _has_particle(word: int, particle: str, tree: Tree) -> bool:
    """'out' of 'carry out', 'for' of 'call for', however the parser hung it."""
    if any(tree.lower[c] == particle and tree.rels[c] in PARTICLES for c in tree.children[word]):
        return True
    return word + 1 < len(tree) and tree.lower[word + 1] == particle


def _nearby(word: int, wanted: frozenset[str], tree: Tree) -> bool:
    near = list(tree.children[word])
    if "not" not in wanted:
        near += [g for c in tree.children[word] for g in tree.children[c]]
    return any(tree.lemmas[c] in wanted or tree.lower[c] in wanted for c in near)


def _holds(word: int, condition: Condition, kinds: Kinds, slots: Slots) -> tuple[bool, set[int]]:
    fillers = [f for slot in condition.slots for f in _joined(word, slot, slots)]
    if not condition.lemmas and not condition.classes:
        return bool(fillers) != condition.absent, set()
    fitting = [f for f in fillers if _fits(f, condition, kinds)]
    if condition.absent:
        return not fitting, set()
    listed = {
        f
        for f in fitting
        if any(c in kinds.lexicon.classes for c in condition.classes)
        or kinds.tree.lemmas[f] in condition.lemmas
    }
    return bool(fitting), listed


def _joined(word: int, slot: str, slots: Slots) -> list[int]:
    """Fillers for a condition with their conjuncts; each is asked for once a sentence."""
    key = word, slot
    found = slots.asked.get(key)
    if found is None:
        fillers = _fillers(word, slot, slots)
        found = slots.asked[key] = [c for f in fillers for c in slots.tree.conjuncts(f)]
    return found


def _fillers(word: int, slot: str, slots: Slots) -> list[int]:
    """Fillers for a condition: there, 'mod' is any word in front of a noun."""
    if slot == "mod":
        return slots.premodifiers(word)
    found = slots.fill(word, slot)
    if found or slots.tree.upos[word] != "NOUN":
        return found
    light = carrier(word, slots.kinds)
    return slots.tree.prepositional(light, slot) if light >= 0 else []


def _fits(word: int, condition: Condition, kinds: Kinds) -> bool:
    tree = kinds.tree
    word = tree.content(word)
    lemma = tree.lemmas[word]
    if lemma in condition.lemmas or tree.lower[word] in condition.lemmas:
        return True
    if any(kinds.in_class(word, name) for name in condition.classes):
        return True
    return any(joined in condition.lemmas for joined in tree.compound(word))


def carrier(noun: int, kinds: Kinds) -> int:
    """The light verb that carries a nominal event: 'held talks', 'talks were held', 'took part in a rally'."""
    tree, lexicon = kinds.tree, kinds.lexicon
    while tree.rels[noun] == "conj":
        noun = tree.heads[noun]
    verb = tree.heads[noun]
    if verb < 0 or tree.upos[verb] != "VERB":
        return -1
    rel = tree.full_rels[noun]
    if rel in ("obj", "nsubj:pass") and _is_among(
        verb, "light.verbs", tree, lexicon.named("light.verbs")
    ):
        return verb
    if rel == "nsubj" and _is_among(verb, "light.happen", tree, lexicon.named("light.happen")):
        return verb
    joins = rel.startswith(("obl", "obj")) and _is_among(
        verb, "light.join", tree, lexicon.named("light.join")
    )
    return verb if joins else -1


def _is_among(verb: int, table: str, tree: Tree, words: frozenset[str]) -> bool:
    lemma = tree.lemmas[verb]
    if lemma in words:
        return True
    return any(
        entry.startswith(lemma + "_")
        and all(_nearby(verb, frozenset({p}), tree) for p in entry.split("_")[1:])
        for entry in words
    )
