"""From the development data to sentences with gold: one function a source, one file a part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.text import segment
from training import names
from training.labels import tags_from_spans
from training.quotes import align
from training.records import Sentence, read_jsonl, read_sentences, write_sentences
from training.treebank import genre_of, may_train, read_conllu

#: Loss weight of machine-made names against gold ones.
SILVER_WEIGHT = 0.3
ROLES = {"source": "SRC", "cue": "CUE", "content": "CON"}
PARTS = (
    "ewt_train",
    "ewt_dev",
    "gum_train",
    "gum_dev",
    "polnear_train",
    "polnear_dev",
    "re3d_train",
    "re3d_dev",
    "plv_train",
    "syn_train",
    "clusters_train",
)


def prepare(data: Path, work: Path) -> dict[str, list[Sentence]]:
    """Sentences of every part; made once, then read from `work`."""
    parts: dict[str, list[Sentence]] = {}
    for part in PARTS:
        path = work / f"{part}.jsonl.gz"
        if not path.exists():
            write_sentences(path, build(part, data))
        parts[part] = read_sentences(path)
    return parts


def build(part: str, data: Path) -> list[Sentence]:
    """Make one part from its source."""
    source, split = part.split("_")
    if source == "ewt":
        return ewt(data, split)
    if source == "gum":
        return gum(data, split)
    if source == "polnear":
        return polnear(data, split)
    if source == "plv":
        return plv(data)
    if source == "syn":
        return without_layers(data / "synthetic_plover/stories.jsonl.gz")
    if source == "clusters":
        return without_layers(data / "clusters/articles.jsonl.gz")
    return re3d(data, non_commercial=split == "dev")


def ewt(data: Path, split: str) -> list[Sentence]:
    """EWT trees; the dev sentences get the Universal NER names (evaluation only)."""
    sentences = read_conllu(data / f"ud/en_ewt-ud-{split}.conllu.gz")
    if split != "dev":
        return sentences
    gold = {row["id"]: row for row in read_jsonl(data / "entities/uner_ewt_dev.jsonl.gz")}
    return [_with_uner(sentence, gold.get(sentence.id)) for sentence in sentences]


def _with_uner(sentence: Sentence, gold: dict[str, Any] | None) -> Sentence:
    if gold is None:
        return sentence
    offsets = align(sentence.words, gold["text"])
    spans = names.to_words([tuple(span) for span in gold["spans"]], offsets)
    return replace(sentence, ner=tags_from_spans(len(sentence.words), spans))


def gum(data: Path, split: str) -> list[Sentence]:
    """GUM trees and names; training leaves out the genres of non-commercial text."""
    sentences = read_conllu(data / f"ud/en_gum-ud-{split}.conllu.gz")
    kept = [s for s in sentences if split != "train" or may_train(s.doc)]
    return [replace(s, ner=names.gum_names(s), entity=[]) for s in kept]


def is_news(sentence: Sentence) -> bool:
    """Whether a GUM sentence is from its news genre."""
    return genre_of(sentence.doc) == "news"


def polnear(data: Path, split: str) -> list[Sentence]:
    """PolNeAR attribution, tokenised as at run time; training adds the machine-made names."""
    articles = list(read_jsonl(data / f"polnear/{split}.jsonl.gz"))
    silver = _silver(data, articles) if split == "train" else [None] * len(articles)
    return [
        sentence
        for article, spans in zip(articles, silver, strict=True)
        for sentence in _attribution(article, spans)
    ]


def _silver(data: Path, articles: list[dict[str, Any]]) -> list[list[names.Span]]:
    rows = {row["id"]: row for row in read_jsonl(data / "polnear/silver_entities.jsonl.gz")}
    documents = [(a["text"], _silver_spans(rows.get(a["id"], {}))) for a in articles]
    return names.clean_silver(documents)


def _silver_spans(row: dict[str, Any]) -> list[names.Span]:
    return [
        (start, end, names.SILVER_TYPES[kind])
        for start, end, kind, _ in row.get("entities", [])
        if kind in names.SILVER_TYPES
    ]


def _attribution(article: dict[str, Any], silver: list[names.Span] | None) -> Iterator[Sentence]:
    text = article["text"]
    owner = attribution_map(article["attributions"])
    for sentence in raw_sentences(article["id"], text):
        offsets = sentence.offsets
        att = attribution_tags(offsets, owner)
        ner = names.char_names(silver, offsets, sentence.words) if silver is not None else None
        yield replace(sentence.plain(), att=att, ner=ner, name_weight=SILVER_WEIGHT)


class RawSentence(Sentence):
    """A sentence cut from raw text, with the offsets of its words there."""

    offsets: list[tuple[int, int]]

    def plain(self) -> Sentence:
        """The same without offsets."""
        return Sentence(self.id, self.doc, self.words, self.quoted, text=self.text)


def raw_sentences(doc: str, text: str) -> Iterator[RawSentence]:
    """Sentences of a raw text, exactly as the runtime cuts them."""
    for number, found in enumerate(segment(text)):
        offsets = [(span.start, span.end) for span in found.tokens]
        words = [text[start:end] for start, end in offsets]
        sentence = RawSentence(f"{doc}-{number}", doc, words, list(found.quoted))
        sentence.offsets = offsets
        sentence.text = text[found.start : found.end]
        yield sentence


Owner = dict[int, tuple[str, int]]


def attribution_map(attributions: Iterable[dict[str, Any]]) -> Owner:
    """For each character: (role, number of the fragment) of the shortest span that covers it.

    Attributions nest rarely (0.7 % of the marked characters of dev); the inner one counts.
    """
    fragments = [
        (end - start, start, end, ROLES[role])
        for attribution in attributions
        for role in ROLES
        for start, end in attribution[role]
    ]
    owner: Owner = {}
    for number, (_, start, end, role) in enumerate(sorted(fragments, reverse=True)):
        owner.update(dict.fromkeys(range(start, end), (role, number)))
    return owner


def attribution_tags(offsets: list[tuple[int, int]], owner: Owner) -> list[str]:
    """BIO tags of one sentence; a span cut by the sentence start begins anew with B-."""
    tags: list[str] = []
    previous: tuple[str, int] | None = None
    for start, end in offsets:
        covering = [owner[i] for i in range(start, end) if i in owner]
        current = max(covering, key=covering.count) if covering else None
        if current is None:
            tags.append("O")
        else:
            tags.append(("I-" if current == previous else "B-") + current[0])
        previous = current
    return tags


def re3d(data: Path, *, non_commercial: bool) -> list[Sentence]:
    """re3d names; the non-commercial documents are for evaluation only."""
    rows = list(read_jsonl(data / "re3d/re3d.jsonl.gz"))
    common = frozenset(
        word for row in rows for word in row["text"].split() if word.isalpha() and word.islower()
    )
    found = [
        (row["text"], names.re3d_names(row["text"], map(tuple, row["entities"]), common))
        for row in rows
    ]
    return [
        replace(raw.plain(), ner=names.char_names(spans, raw.offsets, raw.words))
        for row, spans in zip(rows, names.places_stay_places(found), strict=True)
        if row["non_commercial"] == non_commercial
        for raw in raw_sentences(row["id"], row["text"])
    ]


def plv(data: Path) -> list[Sentence]:
    """Sentences of PLV without layers; the quarter of its texts that is kept aside is left out."""
    digests = {
        hashlib.sha256(row["text"].encode()).hexdigest(): row["text"]
        for row in read_jsonl(data / "plv/train.jsonl.gz")
    }
    return [
        raw.plain()
        for digest, text in digests.items()
        if int(digest, 16) % 4
        for raw in raw_sentences(digest[:12], text)
    ]


def without_layers(path: Path) -> list[Sentence]:
    """Sentences of the texts of a file, which has none of our layers."""
    return [
        raw.plain() for row in read_jsonl(path) for raw in raw_sentences(row["id"], row["text"])
    ]
