"""Detection F1 and accuracy within 161 km (100 miles), the measures of the geoparsing literature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.quality.toponym.corpus import Gold, Text
from benchmarks.quality.toponym.encoded import Encoded
from dragoman.extract.toponym.detect import place_names
from dragoman.extract.toponym.gazetteer import Gazetteer
from dragoman.extract.toponym.senses import Meaning, meanings, setting_of
from dragoman.types import Span

CLOSE_KM = 161.0


def distance_km(lat: Any, lon: Any, lat2: float, lon2: float) -> Any:
    """Great-circle distance; arrays or numbers, degrees."""
    a, b = np.radians(lat), np.radians(lat2)
    h = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(lon2 - lon) / 2) ** 2
    return 12742.0 * np.arcsin(np.sqrt(np.clip(h, 0, 1)))


def close(meaning: Meaning | None, gold: Gold) -> bool:
    if meaning is None or meaning.place.lat is None or gold.lat is None or gold.lon is None:
        return False
    return bool(distance_km(meaning.place.lat, meaning.place.lon, gold.lat, gold.lon) <= CLOSE_KM)


@dataclass
class Resolution:
    """Given the gold names: how many resolve within 161 km."""

    right: int = 0
    total: int = 0
    with_id: int = 0
    right_with_id: int = 0

    def row(self) -> tuple[float, float]:
        return self.right / max(1, self.total), self.right_with_id / max(1, self.with_id)


def resolution(
    texts: Sequence[Text], places: Gazetteer, wrong: list[str] | None = None
) -> Resolution:
    score = Resolution()
    for text in texts:
        gold = [g for g in text.gold if g.use == "asked"]
        spans = [Span(g.start, g.end) for g in gold]
        found = meanings(text.text, spans, setting_of(text.text, text.url, places), places)
        for g, meaning in zip(gold, found, strict=True):
            hit = close(meaning, g)
            score.right += hit
            score.total += 1
            score.with_id += g.geonames_id is not None
            score.right_with_id += hit and g.geonames_id is not None
            if not hit and wrong is not None:
                wrong.append(_line(text, g, meaning))
    return score


def _line(text: Text, gold: Gold, meaning: Meaning | None) -> str:
    around = text.text[max(0, gold.start - 40) : gold.end + 40].replace("\n", " ")
    said = "unresolved"
    if meaning:
        p = meaning.place
        said = f"{p.name}/{p.country}/{p.code} {p.lat},{p.lon} ({meaning.score:.2f})"
    return (
        f"{text.id} {gold.name!r} gold {gold.geonames_id} {gold.lat},{gold.lon} → {said} | {around}"
    )


@dataclass
class Detection:
    """Names found with the very span of a gold name."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return f"P {precision:.3f} R {recall:.3f} F1 {self.f1:.3f}"


def detection(
    texts: Sequence[Text],
    name: str,
    encoded: Encoded,
    places: Gazetteer,
    errors: list[str] | None = None,
    *,
    every: bool = False,
) -> Detection:
    """Detection over some texts; with `every`, all gold names with coordinates are asked for."""
    score = Detection()
    for text in texts:
        found = {
            Span(*one.span): one
            for one in place_names(text.text, encoded.sentences(name, text), places)
        }
        asked, open_ = _asked_for(text, every)
        extra = [s for s in set(found) - asked if not any(meets(s, o) for o in open_)]
        score.right += len(asked & set(found))
        score.missed += len(asked - set(found))
        score.wrong += len(extra)
        if errors is not None:
            errors += [f"missed {text.id} {_shown(text, s)}" for s in sorted(asked - set(found))]
            errors += [
                f"wrong {text.id} {found[s].score:.2f} {_shown(text, s)}" for s in sorted(extra)
            ]
    return score


def _asked_for(text: Text, every: bool) -> tuple[set[Span], list[Span]]:
    """The spans that should be found, and those that may be."""
    if every:
        return {Span(g.start, g.end) for g in text.gold if g.lat is not None}, []
    asked = {Span(g.start, g.end) for g in text.gold if g.use == "asked"}
    return asked, [Span(g.start, g.end) for g in text.gold if g.use == "open"]


def end_to_end(texts: Sequence[Text], name: str, encoded: Encoded, places: Gazetteer) -> float:
    """F1 of names found with their span and resolved within 161 km."""
    right = found_all = asked_all = 0
    for text in texts:
        found = place_names(text.text, encoded.sentences(name, text), places)
        spans = [Span(*one.span) for one in found]
        senses = meanings(text.text, spans, setting_of(text.text, text.url, places), places)
        gold = {Span(g.start, g.end): g for g in text.gold if g.use == "asked"}
        _, open_ = _asked_for(text, False)
        for span, sense in zip(spans, senses, strict=True):
            right += span in gold and close(sense, gold[span])
            found_all += span in gold or not any(meets(span, o) for o in open_)
        asked_all += len(gold)
    return 2 * right / max(1, found_all + asked_all)


def meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _shown(text: Text, span: Span) -> str:
    start, end = span
    ahead, behind = text.text[max(0, start - 40) : start], text.text[end : end + 40]
    return f"{ahead}[{text.text[start:end]}]{behind}".replace("\n", " ")
