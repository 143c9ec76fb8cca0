"""The mode of an event: what its frame says, or what words beside it say."""

from __future__ import annotations

from dragoman.extract.event.find import Match
from dragoman.extract.event.words import Kinds


def mode_of(match: Match, kinds: Kinds) -> str | None:
    """The frame's mode; else the first mode of the type that a word near the trigger names."""
    if match.frame.mode:
        return match.frame.mode
    near = set(_near(match, kinds))
    for mode, words in kinds.lexicon.modes.get(match.frame.type, ()):
        if near & words:
            return mode
    return None


def _near(match: Match, kinds: Kinds) -> list[str]:
    """Lemmas of the trigger, of what modifies it, and of what it governs closely."""
    tree = kinds.tree
    words = [
        match.word,
        *tree.below(
            match.word, "compound", "amod", "obl", "nmod", "obj", "xcomp", "ccomp", "advcl", "acl"
        ),
    ]
    if match.frame.type in ("THREATEN", "REQUEST", "REJECT"):
        words += [g for w in words[1:] for g in tree.below(w, "obj", "nmod", "xcomp", "compound")]
    elif match.frame.type == "CONSULT":
        words += [match.light] if match.light >= 0 else []
    return [tree.lemmas[w] for w in words]
