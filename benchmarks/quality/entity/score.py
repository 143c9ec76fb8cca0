"""Scores of names, pronouns and descriptions, and the errors behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.quality.entity.chains import Heads, chain_at, chains_of, heads, is_pronoun
from benchmarks.quality.entity.corpus import Document, gum, jsonl
from benchmarks.quality.entity.reading import readings
from dragoman.extract.entity import clusters_of, follow
from dragoman.extract.entity.naming import names
from dragoman.extract.entity.page import Cluster, Mention, View, views
from dragoman.extract.entity.pronouns import FORMS, shipped
from dragoman.reading import Reading
from dragoman.types import Analysis

RE3D = {"Organisation": "ORG", "Person": "PER", "Location": "LOC"}


@dataclass(slots=True)
class Tally:
    """Right, said and to be said, with the errors in words."""

    right: int = 0
    said: int = 0
    gold: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return round(100 * self.right / max(1, self.said), 1)

    @property
    def recall(self) -> float:
        return round(100 * self.right / max(1, self.gold), 1)

    @property
    def f1(self) -> float:
        return round(200 * self.right / max(1, self.said + self.gold), 1)


Names = set[tuple[int, int, str]]


def name_score(set_: str, rows: Iterable[tuple[str, str, Names]], *, raw: bool = False) -> Tally:
    """Typed span score of names; `raw` scores the encoder alone."""
    listed = list(rows)
    read = readings(set_, [(id_, text) for id_, text, _ in listed])
    tally = Tally()
    for id_, text, gold in listed:
        found = _raw(read[id_]) if raw else _ours(read[id_])
        found = _as_in(gold, found) if set_ == "re3d" else found
        tally.right += len(found & gold)
        tally.said += len(found)
        tally.gold += len(gold)
        for mark, wrong in (("+", found - gold), ("-", gold - found)):
            tally.errors += [
                f"{mark} {kind} {text[s:e]!r} | {text[max(0, s - 40) : e + 30]!r}"
                for s, e, kind in sorted(wrong)
            ]
    return tally


def _ours(reading: Reading) -> Names:
    found = views(reading.sentences)
    return {
        (*found[n.sentence].span(n.start, n.end), n.type)
        for n in names(found)
        if n.type in ("PER", "ORG", "LOC")
    }


def _raw(reading: Reading) -> Names:
    return {
        (*sentence.span_of(range(n.start_token, n.end_token)), n.type)
        for sentence in reading.sentences
        for n in sentence.names
        if n.type in ("PER", "ORG", "LOC")
    }


def uner() -> list[tuple[str, str, Names]]:
    """Universal NER on EWT dev."""
    return [
        (row["id"], row["text"], {(s, e, kind) for s, e, kind in row["spans"]})
        for row in jsonl("entities", "uner_ewt_dev.jsonl.gz")
    ]


def re3d() -> list[tuple[str, str, Names]]:
    """The names in the documents of re3d that the encoder wasn't trained on.

    re3d also marks descriptions ('the army'), pronouns and dates, and takes articles and titles into
    names: here a gold name begins and ends with a capital, without its article.
    """
    return [
        (
            row["id"],
            row["text"],
            {name for span in row["entities"] if (name := _proper(row["text"], *span)) is not None},
        )
        for row in jsonl("re3d", "re3d.jsonl.gz")
        if row["non_commercial"]
    ]


def _proper(text: str, start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    if text[start:end].lower().startswith("the "):
        start += 4
    words = text[start:end].split()
    if (
        kind not in RE3D
        or not words
        or text[start:end].lower() in (*FORMS, "i", "we", "you", "they")
    ):
        return None
    capital = (
        words[0][0].isupper() and words[-1][0].isupper() and sum(w[0].islower() for w in words) <= 1
    )
    return (start, end, RE3D[kind]) if capital and not any(w.isdigit() for w in words) else None


def _as_in(gold: Names, found: Names) -> Names:
    """Names with the type of a gold LOC or ORG at the same place: re3d calls an acting state ORG."""
    other = {"LOC": "ORG", "ORG": "LOC"}
    return {
        (s, e, other[k] if (s, e, k) not in gold and k in other and (s, e, other[k]) in gold else k)
        for s, e, k in found
    }


# ---------------------------------------------------------------- pronouns and descriptions


def coreference(part: str, genres: tuple[str, ...] | None = None) -> dict[str, Tally]:
    """Tallies of 'person' (he, she), 'thing' (it, they) and 'description' on GUM."""
    documents = gum(part) if genres is None else gum(part, genres)
    read = readings(f"gum-{part}", [(d.id, d.text) for d in gum(part)])
    tallies = {"person": Tally(), "thing": Tally(), "description": Tally()}
    for document in documents:
        _document(document, read[document.id], tallies)
    return tallies


def _document(document: Document, reading: Reading, tallies: dict[str, Tally]) -> None:
    found = views(reading.sentences)
    clusters = clusters_of(found, Analysis(article=reading.article))
    chains = chains_of(found, clusters, document)
    follow(found, clusters, shipped())
    gold = heads(document)
    for cluster in clusters:
        for mention in cluster.mentions:
            if (kind := _kind(found[mention.sentence], mention)) is not None and cluster.names:
                _score(
                    document, found, cluster, mention, chains.get(id(cluster)), gold, tallies[kind]
                )
    _expected(document, tallies)


def _kind(view: View, mention: Mention) -> str | None:
    if mention.way == "pronoun":
        return "person" if FORMS[view.lower[mention.head]] in ("he", "she") else "thing"
    return "description" if mention.way == "description" else None


def _score(
    document: Document,
    found: Sequence[View],
    cluster: Cluster,
    mention: Mention,
    chain: str | None,
    gold: Heads,
    tally: Tally,
) -> None:
    view = found[mention.sentence]
    hit = chain_at(view, mention, gold)
    right = hit is not None and hit.chain == chain
    tally.said += 1
    tally.right += right
    if not right:
        start, end = view.span(mention.start, mention.end)
        meant = next(
            (
                document.text[g.start : g.end]
                for g in document.mentions
                if hit and g.chain == hit.chain
            ),
            None,
        )
        tally.errors.append(
            f"{document.id} {cluster.names[0].text!r} for {document.text[max(0, start - 120) : start]!r}[{document.text[start:end]}]{document.text[end : end + 40]!r} gold {meant!r} {mention.score}"
        )


def _expected(document: Document, tallies: dict[str, Tally]) -> None:
    """Counts the gold mentions that could be resolved: those in a chain with a proper name."""
    named = {g.chain for g in document.mentions if g.tag == "PROPN"}
    for gold in document.mentions:
        if gold.chain not in named:
            continue
        text = document.text[gold.start : gold.end].lower()
        if is_pronoun(document, gold):
            tallies["person" if FORMS[text] in ("he", "she") else "thing"].gold += 1
        elif (
            gold.tag == "NOUN"
            and gold.type in ("person", "organization")
            and text.startswith(("the ", "this ", "that "))
        ):
            tallies["description"].gold += 1


def scores() -> tuple[dict[str, float], dict[str, Tally]]:
    """All rows, as benchmarks/quality/floors.json names them without 'entity.', and the tallies."""
    tallies = {"uner": name_score("uner", uner()), "re3d": name_score("re3d", re3d())}
    rows = {f"names_{name}": tally.f1 for name, tally in tallies.items()}
    rows |= {
        f"names_{n}_encoder": name_score(n, f(), raw=True).f1
        for n, f in (("uner", uner), ("re3d", re3d))
    }
    for name, tally in coreference("dev").items():
        tallies[name] = tally
        rows |= {f"{name}_precision": tally.precision, f"{name}_recall": tally.recall}
    return rows, tallies
