"""An attribution inside another: 'the agency reported that the ministry said ...'.

The encoder marks the outer one (so does PolNeAR); the inner one is read from the tree of the
outer's content, and from 'quoted him as saying'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.quotation.complete import phrase
from dragoman.extract.quotation.lexicon import words
from dragoman.extract.quotation.link import Group
from dragoman.extract.quotation.pieces import Piece
from dragoman.extract.quotation.tree import MARKS, Tree

_UNREAL = frozenset(
    {"can", "could", "if", "may", "might", "must", "never", "not", "should", "to", "will", "would"}
)
_NEAR = 14  # words between 'quoted' and 'as saying'


def nested(tree: Tree, groups: Sequence[Group]) -> list[Group]:
    """The groups, each followed by the one inside it if it has one."""
    made: list[Group] = []
    cues = [group.cue for group in groups if group.cue is not None]
    for group in groups:
        inner = None
        if group.cue is not None and group.contents:
            inner = (
                _as_saying(tree, group, cues)
                or _told(tree, group, cues)
                or _reported(tree, group, cues)
            )
        made.append(group)
        if inner is not None:
            _drop_name(group, inner)
            inner.outer = group
            made.append(inner)
    return made


def _reported(tree: Tree, outer: Group, cues: Sequence[Piece]) -> Group | None:
    """The main verb of an outer content, where it is one of saying with a subject and a clause."""
    for content in outer.contents:
        verb = _first_verb(tree, content)
        if verb is None or tree.quoted(verb) or any(c.covers(verb) for c in cues):
            continue
        if tree.sentence.lemmas[verb] not in words("speaking") or not _asserts(tree, verb):
            continue
        said, speaker = _clause(tree, content, verb), tree.below(verb, "nsubj")[0]
        if said is not None and content.covers(speaker):
            cue = Piece("CUE", verb, verb + 1, verb, content.score, "inside a report")
            return Group(cue, _source(tree, speaker, content), [said])
    return None


def _told(tree: Tree, outer: Group, cues: Sequence[Piece]) -> Group | None:
    """'“...,” she told the daily, according to the agency': the quotation's own speaker and cue."""
    for content in outer.contents:
        close = _closing_mark(tree, content)
        for verb in range(close + 1, content.end) if close else ():
            said = tree.sentence.lemmas[verb] in words("speaking")
            speakers = [s for s in tree.below(verb, "nsubj") if close < s]
            if said and speakers and _asserts(tree, verb) and not any(c.covers(verb) for c in cues):
                cue = Piece("CUE", verb, verb + 1, verb, content.score, "inside a report")
                quoted = replace(
                    content, end=close + 1, head=tree.head_of(content.start, close + 1)
                )
                return Group(cue, _source(tree, speakers[0], content), [quoted])
    return None


def _closing_mark(tree: Tree, content: Piece) -> int:
    """Where the quotation that opens a content is closed inside it; 0 where it is not."""
    for word in range(content.start + 1, content.end - 1):
        if tree.sentence.words[word] in MARKS and tree.quoted(word - 1):
            return word if not tree.quoted(word + 1) else 0
    return 0


def _first_verb(tree: Tree, content: Piece) -> int | None:
    """The first verb, if its subject opens the content."""
    for word in range(content.start, content.end):
        if tree.sentence.upos[word] == "VERB":
            subjects = [s for s in tree.below(word, "nsubj") if content.start <= s < word]
            opening = subjects and tree.first[subjects[0]] <= content.start + 1
            return word if opening else None
    return None


def _clause(tree: Tree, content: Piece, verb: int) -> Piece | None:
    """What the verb says: its content clause, or a clause behind it that the tree hung elsewhere."""
    clauses = [c for c in tree.below(verb, "ccomp") if c > verb]
    start = verb + 1
    while start < content.end and tree.sentence.rels[start] in ("obl:unmarked", "advmod", "punct"):
        start += 1
    end = content.end
    if clauses:
        first, last = tree.reach(clauses[-1])
        start, end = max(first, verb + 1), min(last, end)
    elif tree.below(verb, "obj") or not _has_clause(tree, start, end):
        return None
    return (
        Piece("CON", start, end, tree.head_of(start, end), content.score) if start < end else None
    )


def _has_clause(tree: Tree, start: int, end: int) -> bool:
    return any(tree.rel(word) == "nsubj" for word in range(start, end))


def _asserts(tree: Tree, verb: int) -> bool:
    """Whether a verb says that something was said: not passive, not 'would say', not 'to say'."""
    rels = {tree.sentence.rels[child] for child in tree.children[verb]}
    lemmas = {tree.sentence.lemmas[child] for child in tree.below(verb, "aux", "mark", "advmod")}
    return rels.isdisjoint(("nsubj:pass", "aux:pass")) and lemmas.isdisjoint(_UNREAL)


def _source(tree: Tree, word: int, content: Piece) -> Piece:
    start, end = phrase(tree, word)
    return Piece("SRC", max(start, content.start), min(end, content.end), word, content.score)


def _as_saying(tree: Tree, outer: Group, cues: Sequence[Piece]) -> Group | None:
    """'Media quoted her as saying ...', and '..., media quoted her as saying'."""
    assert outer.cue is not None
    if tree.sentence.lemmas[outer.cue.head] not in words("quoting"):
        return None
    verb = next(_sayings(tree, outer.cue.end), None)
    if verb is None or any(cue.covers(verb) and cue is not outer.cue for cue in cues):
        return None
    end = verb - 1 if tree.sentence.words[verb - 1].lower() == "as" else verb
    if end <= outer.cue.end:
        return None
    head = tree.head_of(outer.cue.end, end)
    source = Piece("SRC", outer.cue.end, end, head, outer.cue.score)
    cue = Piece("CUE", verb, verb + 1, verb, outer.cue.score, "quoted as saying")
    contents = [c for c in _said(outer, verb, tree) if c.end > c.start]
    return Group(cue, source, contents) if contents else None


def _sayings(tree: Tree, start: int) -> Iterator[int]:
    for word in range(start + 1, min(start + _NEAR, len(tree))):
        if tree.sentence.lemmas[word] in words("speaking") and tree.sentence.words[
            word
        ].lower().endswith("ing"):
            yield word


def _said(outer: Group, verb: int, tree: Tree) -> Iterator[Piece]:
    """What follows the inner verb, else the quotation that stands before the outer one."""
    behind = [c for c in outer.contents if c.end > verb + 1]
    for content in behind:
        yield replace(content, start=max(content.start, verb + 1))
    if not behind:
        assert outer.cue is not None
        yield from (c for c in outer.contents if c.end <= outer.cue.start)


def _drop_name(outer: Group, inner: Group) -> None:
    """Leave out of the outer contents the fragments that only name the inner source."""
    source = inner.source
    if source is not None:
        kept = [
            c for c in outer.contents if not (source.start <= c.start and c.end <= source.end + 2)
        ]
        outer.contents = kept or outer.contents
