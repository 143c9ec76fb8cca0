"""What a list can be narrowed to, as conditions of SQL: everything that a user gives is bound."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.store.corrections import in_force

_PLACE = re.compile(r"geonames:([0-9]{1,12})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is narrowed to. Days are ISO 8601 (also months, years), both ends included.

    `entities` are ids that count as one; for quotations they speak, for events they act or are acted
    on. `also` are ids of articles or facts that come under the entities besides, `without` of those
    that do no longer. A place is its words, whatever their case, or its GeoNames id (`geonames:2988507`).
    Unless `corrected`, what users marked wrong or merged is in the list too.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    origin: str | None = None
    story: str | None = None
    country: str | None = None
    entities: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    type: str | None = None
    status: str | None = None
    place: str | None = None
    corrected: bool = True


def _facet(name: str, value: str) -> str:
    return f"f.article IN (SELECT article FROM facet WHERE name = '{name}' AND value = {value})"


def _members(layer: str) -> str:
    return f"(SELECT part FROM membership WHERE layer = '{layer}' AND whole = :{layer})"


def _told_in(articles: str) -> str:
    """Events that these articles mention."""
    return (
        f"f.id IN (SELECT id FROM linked_article WHERE layer = 'event' AND article IN {articles})"
    )


_NAMED = "FROM facet WHERE name = 'named' AND value > :place_id || '/' AND value < :place_id || '0'"
"""Articles with any words for a place: '0' stands behind '/'."""
ENTITIES = "(SELECT value FROM json_each(:entities))"
_ANY = {"since": "f.day >= :since", "until": "f.day <= :until"}
OF_ARTICLES = {
    **_ANY,
    "outlet": "f.outlet = :outlet",
    "origin": f"f.id IN {_members('origin')}",
    "story": f"f.id IN {_members('story')}",
    "country": _facet("country", ":country"),
    "place": _facet("place", ":place_folded"),
    "place_id": f"f.article IN (SELECT article {_NAMED})",
    "type": _facet("type", ":type"),
    "status": _facet("status", ":status"),
    "coded": _facet("coded", ":type || '/' || :status"),
}
ALSO = "(SELECT value FROM json_each(:also))"
WITHOUT = "{}.id NOT IN (SELECT value FROM json_each(:without))"
MENTIONED = (
    f"f.article IN (SELECT article FROM entity WHERE id IN {ENTITIES}"
    f" UNION ALL SELECT rowid FROM article WHERE id IN {ALSO})"
)
SPOKEN = f"q.data ->> '$.speaker.entity' IN {ENTITIES}"
OF_EVENTS = {
    **_ANY,
    "outlet": _told_in("(SELECT id FROM article_face WHERE outlet = :outlet)"),
    "origin": _told_in(_members("origin")),
    "story": _told_in(_members("story")),
    "country": "f.id IN (SELECT event FROM event_party WHERE country = :country)",
    "place": "lower(f.place) = lower(:place)",
    "place_id": "f.id IN (SELECT e.id FROM facet n JOIN article a ON a.rowid = n.article"
    " JOIN linked_article l ON l.article = a.id AND l.layer = 'event' JOIN event_face e ON e.id = l.id"
    " WHERE n.name = 'named' AND n.value > :place_id || '/' AND n.value < :place_id || '0'"
    " AND n.value = :place_id || '/' || lower(e.place))",
    "type": "f.type = :type",
    "status": "f.status = :status",
    "entities": f"f.id IN (SELECT event FROM event_party WHERE entity IN {ENTITIES}"
    f" UNION ALL SELECT value FROM {ALSO})",
    "without": WITHOUT.format("f"),
}


def conditions(known: Mapping[str, str], filters: Filters) -> list[str]:
    """The conditions of the filters that are given."""
    given = set(bind(filters))
    if "coded" in known and {"type", "status"} <= given:
        given = given - {"type", "status"} | {"coded"}
    return [sql for name, sql in known.items() if name in given]


def left_in(filters: Filters, id_: str, *kinds: str) -> list[str]:
    """The condition that leaves out what users corrected so, unless the list is the machine's."""
    return [f"{id_} NOT IN {in_force(*kinds)}"] if filters.corrected else []


def bind(filters: Filters) -> dict[str, str]:
    """The given filters by name, as they are bound."""
    names = ("since", "until", "outlet", "origin", "story", "country", "type", "status", "place")
    found = {name: value for name in names if (value := getattr(filters, name)) is not None}
    if filters.until is not None:
        found["until"] = f"{filters.until}~"  # behind every day of a month that is given whole
    if filters.place is not None and (place := _PLACE.fullmatch(filters.place)):
        found["place_id"] = place[1]
        del found["place"]
    elif filters.place is not None:
        found["place_folded"] = filters.place.casefold()
    if filters.entities:
        found["entities"] = json.dumps(filters.entities)
        found["also"] = json.dumps(filters.also)
    if filters.without:
        found["without"] = json.dumps(filters.without)
    return found
