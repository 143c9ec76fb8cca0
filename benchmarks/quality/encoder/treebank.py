"""Words, sentences and lemmas against UD English: raw text rebuilt from the treebank."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.quality.encoder.data import DATA
from dragoman.encoder.lemma import lemma
from dragoman.text import segment

Scores = dict[str, float]
FILES = {"ewt": "en_ewt-ud-dev", "gum": "en_gum-ud-dev"}
Span = tuple[int, int]


@dataclass(slots=True)
class Document:
    """Raw text as the treebank prints it, with the gold offsets."""

    name: str
    text: str = ""
    words: set[Span] = field(default_factory=set)
    sentences: set[Span] = field(default_factory=set)
    lemmas: list[tuple[str, str, str]] = field(default_factory=list)  # form, part of speech, lemma


def documents(name: str) -> Iterator[Document]:
    """The documents of a treebank file; a paragraph is a line."""
    current: Document | None = None
    glued = False
    for header, rows in _sentences(name):
        if current is None or "newdoc" in header:
            if current:
                yield current
            current, glued = Document(header.get("newdoc", "")), True
        between = "\n" if "newpar" in header and current.text else "" if glued else " "
        start = len(current.text + between)
        current.text += between + header["text"]
        _align(current, rows, start, header["text"])
        glued = "SpaceAfter=No" in rows[-1][9]
    if current:
        yield current


def _sentences(name: str) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    header: dict[str, str] = {}
    rows: list[list[str]] = []
    with gzip.open(DATA / f"ud/{name}.conllu.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# "):
                key, _, value = line[2:].rstrip("\n").partition(" = ")
                header[key.split()[0]] = value
            elif line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield header, rows
                header, rows = {}, []


def _align(document: Document, rows: list[list[str]], start: int, text: str) -> None:
    """Add the words of a sentence; a word that is not printed as such ends with its token."""
    position, last, until = 0, 0, 0
    for number, form, word_lemma, upos, *_ in rows:
        if "." in number:
            continue
        while position < len(text) and text[position].isspace():
            position += 1
        if "-" in number:
            until, last = position + len(form), int(number.partition("-")[2])
            continue
        inside = int(number) <= last
        same = text[position : position + len(form)].lower() == form.lower()
        end = position + len(form) if same or not inside else until
        document.words.add((start + position, start + end))
        document.lemmas.append((form, upos, word_lemma))
        position = until if inside and int(number) == last else end
    document.sentences.add((start, start + len(text.rstrip())))


def scores(*, subset: bool = False) -> Scores:
    """F1 of tokens and sentences on raw text (GUM's news by itself too), lemma accuracy."""
    found: Scores = {}
    for prefix, name in FILES.items():
        gold = list(documents(name))[:: 4 if subset else 1]
        found |= _measured(prefix, gold)
        words = [word for one in gold for word in one.lemmas]
        right = sum(lemma(form, upos) == wanted for form, upos, wanted in words)
        found[f"{prefix}_lemma"] = 100 * right / len(words)
    news = [one for one in documents(FILES["gum"]) if one.name.startswith("GUM_news")]
    return found | _measured("gum_news", news)


def _measured(prefix: str, gold: list[Document]) -> Scores:
    hits = {"tokens": [0, 0, 0], "sentences": [0, 0, 0]}
    for one in gold:
        cut = segment(one.text)
        said = {
            "tokens": {(start, end) for sentence in cut for start, end in sentence.tokens},
            "sentences": {(sentence.start, sentence.end) for sentence in cut},
        }
        for kind, wanted in (("tokens", one.words), ("sentences", one.sentences)):
            for slot, count in enumerate((len(said[kind] & wanted), len(said[kind]), len(wanted))):
                hits[kind][slot] += count
    return {f"{prefix}_{kind}": 200 * a / max(b + c, 1) for kind, (a, b, c) in hits.items()}
