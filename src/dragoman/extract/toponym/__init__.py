"""Place names and where they are: GeoNames ids, coordinates, country.

`detect` finds the names, `senses` finds what each means with all of the article's other places, and
`metonym` tells where a seat of government stands for the government. A name that the gazetteer does
not know stays, unresolved.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.toponym.detect import Detected, place_names
from dragoman.extract.toponym.gazetteer import Gazetteer, gazetteer
from dragoman.extract.toponym.metonym import is_metonym
from dragoman.extract.toponym.senses import Meaning, meanings, setting_of
from dragoman.ids import make_id
from dragoman.reading import Reading
from dragoman.types import Analysis, Article, MadeBy, Span, Toponym

__all__ = ["extract"]

CERTAIN_ENOUGH = 0.2
"""Below this probability a sense is not taken. On the tuning halves of LGL and GeoWebNews fewer than
half of the senses below it are right."""


def extract(reading: Reading, so_far: Analysis) -> Analysis:
    """`so_far` with `toponyms` filled: every place name outside furniture, in text order."""
    places = gazetteer()
    article = reading.article
    found = _with_dateline(place_names(article.text, reading.sentences, places), article)
    setting = setting_of(article.text, article.url or article.outlet, places)
    senses = meanings(article.text, [one.span for one in found], setting, places)
    toponyms = tuple(
        _toponym(reading, one, meaning, places) for one, meaning in zip(found, senses, strict=True)
    )
    return replace(so_far, toponyms=toponyms)


def _with_dateline(found: tuple[Detected, ...], article: Article) -> tuple[Detected, ...]:
    """The names found, and the place of the dateline if it is not among them."""
    if article.dateline is None:
        return found
    span = article.dateline.span
    if any(one.span.start < span.end and span.start < one.span.end for one in found):
        return found
    line = Detected(span, 1.0, -1, 0, 0, None)
    return tuple(sorted((*found, line), key=lambda one: one.span))


def _toponym(
    reading: Reading, one: Detected, meaning: Meaning | None, places: Gazetteer
) -> Toponym:
    article = reading.article
    taken = meaning if meaning and meaning.score >= CERTAIN_ENOUGH else None
    place = taken.place if taken else None
    sited = bool(taken and taken.site)
    return Toponym(
        id=make_id("toponym", article.id, *one.span),
        article=article.id,
        span=Span(*one.span),
        text=article.text[one.span.start : one.span.end],
        geonames_id=place.geonames_id if place and not sited else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        country=place.country if place else None,
        made_by=_made_by(reading, one, meaning, taken),
    )


def _made_by(
    reading: Reading, one: Detected, meaning: Meaning | None, taken: Meaning | None
) -> MadeBy:
    notes = []
    if one.sentence >= 0 and is_metonym(reading.sentences[one.sentence], one.start, one.end, taken):
        notes.append("metonym")
    if taken and taken.site:
        notes.append(f"not in the gazetteer, put where {taken.place.name} is")
    if meaning and not taken:
        notes.append("several places of that name, none likely enough")
    rule = "toponym.dateline" if one.sentence < 0 else "toponym.name"
    score = one.score * (taken.score if taken else 1.0)
    return MadeBy(rule=rule, score=round(score, 3), note="; ".join(notes) or None)
