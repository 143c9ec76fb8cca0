"""GUM's documents with their coreference chains, and the name sets, as text with offsets.

The text of a GUM document is its sentences' `# text`, joined by a blank, or by an empty line where a
paragraph begins. A mention's head is the first word of its `minspan`.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("DRAGOMAN_SHARED", Path(__file__).parents[4] / "shared"))
DATA = SHARED / "data"
GENRES = ("news", "interview", "bio", "academic", "court", "speech", "textbook", "voyage")
"""Written or edited genres of GUM without a non-commercial licence."""
_BRACKETS = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention of GUM: its characters, those of its head, its chain, type and the head's tag."""

    start: int
    end: int
    head: tuple[int, int]
    chain: str
    type: str
    tag: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of GUM."""

    id: str
    genre: str
    text: str
    mentions: tuple[Gold, ...]


def gum(part: str, genres: tuple[str, ...] = GENRES) -> list[Document]:
    """The documents of GUM 'train' or 'dev' of some genres."""
    path = DATA / "ud" / f"en_gum-ud-{part}.conllu.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("# newdoc id = ")[1:]
    names = [block.partition("\n")[0].strip() for block in blocks]
    return [
        _document(name, block)
        for name, block in zip(names, blocks, strict=True)
        if name.split("_")[1] in genres
    ]


def _document(name: str, block: str) -> Document:
    text = ""
    mentions: list[Gold] = []
    open_: dict[str, list[tuple[str, list[tuple[int, int, str]]]]] = {}
    for lines in (chunk.split("\n") for chunk in block.split("\n\n")):
        sentence = next((line[9:] for line in lines if line.startswith("# text = ")), None)
        if sentence is None:
            continue
        gap = "\n\n" if any(line.startswith("# newpar") for line in lines) else " "
        text += (gap if text else "") + sentence
        words = list(_words(lines, sentence, len(text) - len(sentence)))
        for start, end, tag, entity in words:
            _read(entity, (start, end, tag), open_, mentions)
    return Document(name, name.split("_")[1], text, tuple(mentions))


def _words(lines: list[str], sentence: str, offset: int) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, tag, entity marks) of every word."""
    position, limit = 0, 0
    for line in lines:
        fields = line.split("\t")
        if len(fields) != 10 or "." in fields[0]:
            continue
        if "-" in fields[0]:
            limit = sentence.index(fields[1], position) + len(fields[1])
            continue
        found = sentence.find(fields[1], position)
        start = found if found >= 0 and (found - position < 3) else position
        end = min(start + len(fields[1]), len(sentence)) if found == start else max(limit, start)
        position = end
        marks = dict(m.split("=", 1) for m in fields[9].split("|") if "=" in m)
        yield offset + start, offset + end, fields[3], marks.get("Entity", "")


def _read(
    marks: str, word: tuple[int, int, str], open_: dict[str, Any], mentions: list[Gold]
) -> None:
    """Opens and closes the mentions that a word's marks name."""
    for mention in (m for stack in open_.values() for m in stack):
        mention[1].append(word)
    for mark in _BRACKETS.findall(marks):
        if mark.startswith("("):
            body = mark.strip("()")
            open_.setdefault(body.split("-")[0], []).append((body, [word]))
        if mark.endswith(")"):
            chain = mark.strip("()").split("-")[0]
            if open_.get(chain):
                body, words = open_[chain].pop()
                mentions.append(_gold(body, words))


def _gold(body: str, words: list[tuple[int, int, str]]) -> Gold:
    chain, kind, _, _, _, least = body.split("-")[:6]
    head = words[min(int(least.split(",")[0]), len(words)) - 1]
    return Gold(words[0][0], words[-1][1], (head[0], head[1]), chain, kind, head[2])


def jsonl(*path: str) -> list[dict[str, Any]]:
    """The records of a data file."""
    with gzip.open(DATA.joinpath(*path), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]
