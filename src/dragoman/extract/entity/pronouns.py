"""Third-person pronouns and whom they mean, by a ranking model; below its threshold none is resolved.

Every candidate, and 'nobody named', gets the sum of the weights of its features; the scores make a
distribution (log-linear mention ranking after Denis and Baldridge, 2008). Weights and thresholds are
in data/entity_weights.json (benchmarks/quality/entity/fit.py, on GUM train).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman import person_words
from dragoman.extract.entity import lexicon
from dragoman.extract.entity.discourse import Discourse, Place
from dragoman.extract.entity.page import Cluster, Mention, View
from dragoman.folding import listed
from dragoman.resources import load_json

FORMS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "he": ("person",),
    "she": ("person",),
    "it": ("organisation", "armed_group", "state", "place"),
    "they": ("organisation", "armed_group", "state"),
}
WINDOW: Final[Mapping[str, int]] = {"he": 4, "she": 4, "it": 2, "they": 2}
"""Sentences back in which an antecedent is looked for."""
SURE: Final = 0.9
"""Probability from which a pronoun says a person's gender."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun in a sentence: its word and class ('he', 'she', 'it', 'they')."""

    index: int
    form: str


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate with the features that speak for or against it; cluster None is 'nobody named'."""

    cluster: Cluster | None
    features: tuple[str, ...]


def pronouns(view: View) -> Iterator[Pronoun]:
    """The third-person pronouns of a sentence that stand for somebody."""
    for index, word in enumerate(view.lower):
        form = FORMS.get(word)
        if (
            form is not None
            and view.upos[index] in ("PRON", "DET")
            and not _empty(view, index, word)
        ):
            yield Pronoun(index, form)


def _empty(view: View, index: int, word: str) -> bool:
    """'It is clear that', 'when it comes to': a subject that means nothing."""
    if view.rels[index] == "expl":
        return True
    governor = view.heads[index]
    if word != "it" or governor < 0:
        return False
    clausal = (
        view.child(governor, "csubj", "ccomp") is not None
        or view.child(governor, "advcl") is not None
    )
    return view.child(governor, "cop") is not None and (
        clausal or view.upos[governor] in ("ADJ", "NOUN", "NUM", "ADV")
    )


def mention_of(view: View, pronoun: Pronoun, score: float, rule: str) -> Mention:
    """A resolved pronoun as a mention; `rule` says by what: 'pronoun' (the model) or 'speaker'."""
    i = pronoun.index
    return Mention(view.number, i, i + 1, i, "pronoun", f"{rule}.{pronoun.form}", score)


# ---------------------------------------------------------------- candidates


def options(
    views: Sequence[View], view: View, pronoun: Pronoun, discourse: Discourse
) -> list[Option]:
    """The candidates of a pronoun with their features, nearest first, 'nobody' last."""
    place = (view.number, pronoun.index)
    gender = {"he": "m", "she": "f"}.get(pronoun.form)
    speakers = _speakers(views, view, pronoun) if view.quoted[pronoun.index] else frozenset()
    found: list[tuple[Place, Cluster, Mention]] = []
    for cluster, last in discourse.recent(place, KINDS[pronoun.form], WINDOW[pronoun.form]):
        if gender is not None and cluster.gender not in (None, gender):
            continue
        if _barred(view, pronoun, last) or (speakers and _speaks(cluster, speakers)):
            continue
        found.append(((last.sentence, last.start), cluster, last))
    found.sort(key=lambda row: row[0], reverse=True)
    counts = [discourse.count(cluster, place) for _, cluster, _ in found]
    most = max(counts, default=0)
    listed = [
        Option(
            cluster, tuple(_features(views, view, pronoun, cluster, last, rank, counts[rank], most))
        )
        for rank, (_, cluster, last) in enumerate(found)
    ]
    return [*listed, Option(None, tuple(_nobody(views, view, pronoun, found)))]


def _speakers(views: Sequence[View], view: View, pronoun: Pronoun) -> frozenset[Place]:
    """Who says the quotation that a pronoun stands in: they don't call themselves 'he' or 'it'.

    The subjects of verbs of saying outside quotation marks, in the sentence; else in the sentences
    beside it in the same paragraph.
    """
    own = _sayers(view)
    if own or not all(view.quoted[: pronoun.index]):
        return frozenset(own)
    paragraph = view.sentence.sentence.paragraph
    beside = (n for n in (view.number - 1, view.number + 1) if 0 <= n < len(views))
    return frozenset(
        place
        for n in beside
        if views[n].sentence.sentence.paragraph == paragraph
        for place in _sayers(views[n])
    )


def _sayers(view: View) -> list[Place]:
    return [
        (view.number, index)
        for index, rel in enumerate(view.rels)
        if rel == "nsubj"
        and not view.quoted[index]
        and view.heads[index] >= 0
        and view.lemmas[view.heads[index]] in SAYING
    ]


def _speaks(cluster: Cluster, speakers: frozenset[Place]) -> bool:
    return any((m.sentence, m.head) in speakers for m in cluster.mentions)


def _barred(view: View, pronoun: Pronoun, last: Mention) -> bool:
    """Two arguments of one verb aren't the same but for reflexives; nor a phrase and a word in it."""
    if last.sentence != view.number:
        return False
    word = view.lower[pronoun.index]
    if word.endswith(("self", "selves")):
        return False
    governor = view.heads[pronoun.index]
    possessive = view.rels[pronoun.index] == "nmod:poss"
    if not possessive and governor == view.heads[last.head] and view.rels[last.head] != "advcl":
        return True
    if (
        last.way != "adjective"
        and view.below(last.head, governor)
        and possessive
        and view.heads[last.head] == governor
    ):
        return True
    return last.start <= pronoun.index < last.end


def _features(
    views: Sequence[View],
    view: View,
    pronoun: Pronoun,
    cluster: Cluster,
    last: Mention,
    rank: int,
    count: int,
    most: int,
) -> Iterator[str]:
    there = views[last.sentence]
    away = min(view.number - last.sentence, 3)
    here = _place_of(view, pronoun.index)
    role = _place_of(there, last.head)
    yield f"away{away}"
    yield f"rank{min(rank, 3)}"
    yield f"{role}@{min(away, 2)}"
    yield f"{here}<{role}" if away < 2 else "far"
    yield f"way.{last.way}@{min(away, 1)}"
    yield f"kind.{cluster.kind}"
    yield f"kind.{cluster.kind}.{last.way}"
    yield f"count{min(count, 4)}"
    if count == most:
        yield "most"
    if cluster.gender is not None:
        yield "gender"
    if last.start == 0 or (last.start == 1 and there.words[0] in "“\"'‘"):
        yield f"first@{min(away, 1)}"
    if away == 0:
        yield from _same_sentence(view, pronoun, last)
    elif (
        away == 1
        and there.rels[last.head].startswith("nsubj")
        and there.rels[there.heads[last.head]] == "root"
    ):
        yield "root_subject"
    elif there.sentence.sentence.paragraph != view.sentence.sentence.paragraph:
        yield "paragraph"
    quoted = (view.quoted[pronoun.index], there.quoted[last.head])
    yield f"quoted{int(quoted[0])}{int(quoted[1])}"
    if (
        view.rels[pronoun.index].startswith("nsubj")
        and view.lemmas[view.heads[pronoun.index]] in SAYING
    ):
        yield f"says@{min(away, 2)}.{role}"


def _same_sentence(view: View, pronoun: Pronoun, last: Mention) -> Iterator[str]:
    subject_of = view.heads[last.head] if view.rels[last.head].startswith("nsubj") else -1
    if subject_of >= 0 and view.below(pronoun.index, subject_of):
        yield "subject_above"
        if view.lemmas[subject_of] in SAYING:
            yield f"sayer_above{int(view.quoted[pronoun.index])}"
    if view.below(pronoun.index, last.head):
        yield "within"
    gap = pronoun.index - last.end
    yield "gap0" if gap < 3 else "gap1" if gap < 10 else "gap2"


def _place_of(view: View, index: int) -> str:
    rel = view.rels[index]
    if rel in ("conj", "appos", "flat") and view.heads[index] >= 0:
        rel = view.rels[view.heads[index]]
    base = rel.partition(":")[0]
    if rel == "nmod:poss":
        return "poss"
    if base in ("nsubj", "obj", "iobj"):
        return "obj" if base == "iobj" else base
    return (
        "oblique" if base == "obl" else "inner" if base in ("nmod", "compound", "amod") else "other"
    )


def _nobody(
    views: Sequence[View],
    view: View,
    pronoun: Pronoun,
    found: Sequence[tuple[Place, Cluster, Mention]],
) -> Iterator[str]:
    yield "nobody"
    yield f"nobody.{_place_of(view, pronoun.index)}"
    yield f"nobody.of{min(len(found), 3)}"
    if view.quoted[pronoun.index]:
        yield "nobody.quoted"
    nearest = found[0][0] if found else (-1, 0)
    between = _unnamed(views, view, pronoun, nearest)
    yield f"nobody.between{min(between, 2)}"
    if pronoun.index == 0:
        yield "nobody.first"
    if not found or view.number - nearest[0] > 0:
        yield "nobody.none_here"


def _unnamed(views: Sequence[View], view: View, pronoun: Pronoun, nearest: Place) -> int:
    """Nouns between the nearest candidate and the pronoun that the pronoun could mean instead."""
    count = 0
    for number in range(max(nearest[0], view.number - 1, 0), view.number + 1):
        there = views[number]
        start = nearest[1] + 1 if number == nearest[0] else 0
        end = pronoun.index if number == view.number else len(there)
        for index in range(start, end):
            if (
                there.upos[index] == "NOUN"
                and not there.taken[index]
                and could_be(there, index, pronoun.form)
            ):
                count += 1
    return count


def could_be(view: View, index: int, form: str) -> bool:
    """Whether a noun has a part in its clause that lets a pronoun mean it, and fits in number and gender."""
    plural = view.lower[index] != view.lemmas[index].lower()
    base = view.rels[index].partition(":")[0]
    if base not in ("nsubj", "obj", "obl", "root", "conj", "appos"):
        return False
    if form in ("he", "she"):
        gender = {"he": "m", "she": "f"}[form]
        noun = view.lower[index]
        return (
            not plural
            and noun in lexicon.people()
            and person_words.gendered().get(noun, gender) == gender
        )
    return plural if form == "they" else not plural and view.lower[index] not in lexicon.people()


SAYING: Final = listed(
    "say tell add announce claim state argue insist note explain warn suggest write believe think hope acknowledge admit deny report "
    "stress emphasize emphasise reveal recall remark declare describe promise vow urge ask reply respond continue conclude mention"
)


# ---------------------------------------------------------------- the model


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by class of pronoun and feature, and the probability from which one is resolved."""

    weights: Mapping[str, Mapping[str, float]]
    thresholds: Mapping[str, float]


@cache
def shipped() -> Model:
    """The model of data/entity_weights.json."""
    table = load_json("entity_weights.json")
    return Model(table["weights"], table["thresholds"])


def probabilities(listed: Sequence[Option], weights: Mapping[str, float]) -> list[float]:
    """The distribution over the options."""
    scores = [sum(weights.get(feature, 0.0) for feature in option.features) for option in listed]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


def resolve(
    views: Sequence[View], view: View, pronoun: Pronoun, discourse: Discourse, model: Model
) -> tuple[Cluster, float] | None:
    """Whom a pronoun means and the probability; None below the threshold of its class."""
    listed = options(views, view, pronoun, discourse)
    if len(listed) == 1:
        return None
    form = model_class(pronoun.form)
    chances = probabilities(listed, model.weights.get(form, {}))
    best = max(range(len(listed)), key=chances.__getitem__)
    cluster = listed[best].cluster
    if cluster is None or chances[best] < model.thresholds.get(form, 1.1):
        return None
    return cluster, round(chances[best], 3)


def learn(cluster: Cluster, pronoun: Pronoun, chance: float) -> None:
    """A person who is surely 'he' isn't 'she' further on."""
    if cluster.kind == "person" and cluster.gender is None and chance >= SURE:
        cluster.gender = {"he": "m", "she": "f"}.get(pronoun.form)


def model_class(form: str) -> str:
    """'he' and 'she' share a model."""
    return "he" if form == "she" else form
