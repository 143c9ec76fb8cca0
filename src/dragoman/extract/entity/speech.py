"""Pronouns that speak: 'he added', 'she told reporters', 'it has condemned' mean the last speaker.

A text that reports speech goes on with one speaker until it names the next one: a pronoun that is
the source of what is said is nearly always the last source that it fits (Pareti, 2015; for fiction
Elson and McKeown, 2010). The sentences are read back from the pronoun to that source, over
quotations of any length; anybody else of whom the text speaks in between, and any source without
a name that the pronoun could mean as well, leaves it in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dragoman.encoder import Labelled
from dragoman.extract.entity import lexicon
from dragoman.extract.entity.discourse import Discourse
from dragoman.extract.entity.page import Cluster, View
from dragoman.extract.entity.pronouns import FORMS, KINDS, SAYING, Pronoun, could_be
from dragoman.folding import listed

REACH: Final = 3
"""Sentences back with words outside quotation marks."""
FARTHEST: Final = 12
"""Sentences back in all."""
GENDER: Final = {"he": "m", "she": "f"}
SCORE: Final = 0.96
"""Share of right ones in what was read (benchmarks/quality/entity)."""
_BEFORE: Final = frozenset({"advcl", "advmod", "obl"})
LEAST: Final = 0.95
"""Probability that the model must give a speaker whom the sentences before leave in doubt."""
_TALKING: Final = SAYING | listed(
    "accuse agree allege blame caution concede condemn confirm contend denounce disclose maintain pledge refuse reject signal tweet"
)
_LIGHT: Final = listed(
    "make take use keep give get hold lead meet call see view strike fire sign want lift back support add suggest expect fund"
)
"""Verbs whose subject may as well be a thing."""
_MANY: Final = frozenset({"army", "military", "people", "police", "staff", "team"})
_CORE: Final = frozenset({"nsubj", "nsubj:pass", "obj"})


@dataclass(frozen=True, slots=True)
class Talk:
    """A sentence as the walk back sees it: its sources and its other core arguments, outside quotation marks."""

    sources: tuple[int, ...]
    subject: tuple[int, ...]
    others: tuple[int, ...]
    narrated: bool


def talk(view: View) -> Talk:
    """Who says something in a sentence, and who else has a part in it."""
    marked = {i for part in _parts(view, "SRC") for i in range(part.start_token, part.end_token)}
    subjects = (i for i in _subjects(view) if i not in marked)
    sources = tuple(sorted({*_marked(view), *subjects}))
    others = tuple(
        i
        for i, rel in enumerate(view.rels)
        if rel in _CORE and not view.quoted[i] and i not in marked and i not in sources
    )
    told = {i for part in _parts(view, "CON") for i in range(part.start_token, part.end_token)}
    subject = tuple(
        i
        for i in others
        if i not in told and view.rels[i].startswith("nsubj") and view.rels[view.heads[i]] == "root"
    )
    return Talk(sources, subject, others, any(_narrated(view)))


def _parts(view: View, label: str) -> Iterator[Labelled]:
    return (part for part in view.sentence.attribution if part.label == label)


def _marked(view: View) -> Iterator[int]:
    """Words for the sources that the encoder marks outside quotation marks.

    That is the head; where a person's name ends the source, its first word, because a long title
    before it is often parsed as the head.
    """
    for part in _parts(view, "SRC"):
        ending = (n for n in view.names if n.type == "PER" and n.end == part.end_token)
        named = next((n.start for n in ending if n.start >= part.start_token), None)
        head = view.head_of(part.start_token, part.end_token)
        if not view.quoted[head]:
            yield head if named is None else named


def _subjects(view: View) -> Iterator[int]:
    """Subjects of verbs of saying outside quotation marks."""
    for index, rel in enumerate(view.rels):
        head = view.heads[index]
        if (
            rel == "nsubj"
            and not view.quoted[index]
            and head >= 0
            and view.lemmas[head] in _TALKING
        ):
            yield index


def _narrated(view: View) -> Iterator[bool]:
    return (
        not quoted and upos != "PUNCT" for quoted, upos in zip(view.quoted, view.upos, strict=True)
    )


def note_speakers(views: Sequence[View], discourse: Discourse) -> None:
    """Notes of each entity by name whether it is the subject of a verb of saying anywhere."""
    for view in views:
        for index in _subjects(view):
            if (cluster := discourse.at(view.number, index)) is not None:
                cluster.speaks = True


@dataclass(frozen=True, slots=True)
class Walk:
    """A pronoun that says something, and what the walk back from it reads."""

    views: Sequence[View]
    talks: Sequence[Talk]
    pronoun: Pronoun
    discourse: Discourse

    def fits(self, number: int, index: int) -> Cluster | bool:
        """The entity of a word where the pronoun can mean it; True for somebody without a name whom
        it can mean, False where it can't mean the word."""
        view, form = self.views[number], self.pronoun.form
        index = _antecedent(view, index)
        cluster = self.discourse.at(number, index) or _beside(view, index, self.discourse)
        if cluster is None and view.upos[index] == "PROPN":
            cluster = _called(view.lower[index], self.discourse)
        if cluster is not None:
            fits = _suits(cluster, form) and (form != "they" or _plural(view, index))
            return cluster if fits else False
        return _unknown(view, index, form)

    def all(self, number: int, words: Iterable[int]) -> list[Cluster | bool]:
        """Whom the pronoun can mean of some words of a sentence, each once."""
        found = (self.fits(number, index) for index in words)
        return list({id(one): one for one in found if one is not False}.values())


def speaks(walk: Walk, at: int) -> bool:
    """Whether a pronoun is a source; 'it' and 'they' must be the subject of a verb of saying.

    'It' may also be the subject of what only a state or a body does: 'It has suspended all trade'.
    """
    index, view = walk.pronoun.index, walk.views[at]
    if walk.pronoun.form in GENDER:
        return index in walk.talks[at].sources
    return index in _subjects(view) or (walk.pronoun.form == "it" and _acts(view, index))


def _acts(view: View, index: int) -> bool:
    verb = view.heads[index]
    main = view.rels[index] == "nsubj" and view.rels[verb] == "root" and not view.quoted[index]
    return main and view.lemmas[verb] in lexicon.acting() - _LIGHT


def last_speaker(walk: Walk, at: int) -> Cluster | None:
    """The last source that a pronoun of sentence `at` can mean; None where that is in doubt.

    The pronoun must be a source itself. Where the sentence before has no source, its subject is as
    good for a person: 'The driver was hurt. He said ...'.
    """
    index, view = walk.pronoun.index, walk.views[at]
    if not speaks(walk, at):
        return None
    if (ahead := _subject_ahead(view, index)) is not None:
        return _only([*walk.all(at, [ahead])])
    own = walk.all(at, (i for i in walk.talks[at].sources if i < index))
    acting = [i for i in walk.talks[at].others if i < index and view.rels[i] != "obj"]
    if own:
        return _only([*own, *walk.all(at, acting)])
    before = [i for i in range(index) if not view.quoted[i] and walk.discourse.at(at, i)]
    others = [i for i in walk.talks[at].others if i < index]
    return _behind(walk, at, walk.all(at, [*before, *others]))


def _behind(walk: Walk, at: int, doubt: list[Cluster | bool]) -> Cluster | None:
    """The speaker in the sentences before `at`."""
    told = (n for n in range(at - 1, max(-1, at - 1 - FARTHEST), -1) if walk.talks[n].narrated)
    for step, number in enumerate(islice(told, REACH)):
        talk = walk.talks[number]
        first = walk.all(number, talk.subject)
        said = walk.all(number, talk.sources)
        if said:
            return _only([*said, *first, *doubt])
        others = walk.all(number, talk.others)
        if first and not step and walk.pronoun.form != "they":
            return _only([*first, *others, *doubt])
        doubt = [*doubt, *others]
    return None


def _subject_ahead(view: View, index: int) -> int | None:
    """The subject of the main clause behind the pronoun's: 'As soon as he heard it, Hughes left'."""
    path = list(view.up(index))
    top, root = path[-2:] if len(path) > 1 else (index, -1)
    if root < 0 or view.quoted[root] or view.rels[top] not in _BEFORE:
        return None
    subject = view.child(root, "nsubj")
    return subject if subject is not None and subject > index else None


def _only(found: Sequence[Cluster | bool]) -> Cluster | None:
    """The one entity of a list, None where there is none, several, or somebody without a name."""
    first = next(iter(found), None)
    same = all(one is first for one in found)
    return first if same and isinstance(first, Cluster) else None


def _antecedent(view: View, index: int) -> int:
    """The noun that a relative pronoun stands for; any other word itself."""
    verb = view.heads[index]
    relative = view.lower[index] in ("who", "which", "that") and verb >= 0
    return view.heads[verb] if relative and view.rels[verb] == "acl:relcl" else index


def _beside(view: View, index: int, discourse: Discourse) -> Cluster | None:
    """The entity of a name in apposition: 'the spokeswoman, Hua Chunying'."""
    kids = (kid for kid in view.kids[index] if view.rels[kid] in ("appos", "flat"))
    return next((c for kid in kids if (c := discourse.at(view.number, kid)) is not None), None)


def _called(word: str, discourse: Discourse) -> Cluster | None:
    """The one person whose name ends in a word, where this once it wasn't read as a name."""
    found = [c for c in discourse.clusters if any(form[-1] == word for form in c.forms)]
    return found[0] if len(found) == 1 else None


def _suits(cluster: Cluster, form: str) -> bool:
    gender = GENDER.get(form)
    return cluster.kind in KINDS[form] and (gender is None or cluster.gender in (None, gender))


def _plural(view: View, index: int) -> bool:
    """Whether a name is that of many: 'the Democrats', 'the police'."""
    word = view.lower[index]
    return word in _MANY or (word.endswith("s") and not word.endswith("ss"))


def _unknown(view: View, index: int, form: str) -> bool:
    """Whether a word without an entity could be what a pronoun means."""
    if view.upos[index] == "PRON":
        return FORMS.get(view.lower[index]) == form
    if view.upos[index] == "PROPN":
        types = {name.type for name in view.names if name.start <= index < name.end}
        return not types or ("PER" in types) == (form in GENDER)
    subject = view.rels[index].startswith("nsubj") or form not in GENDER
    return view.upos[index] == "NOUN" and subject and could_be(view, index, form)
