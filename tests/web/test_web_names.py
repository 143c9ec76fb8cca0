"""Who and where, over several articles."""

from __future__ import annotations

from web_fake import MADE_BY, article, span

from dragoman.types import Article, Entity, EntityMention, Role, Toponym
from dragoman.web.evidence import Source
from dragoman.web.names import name_views, place_views
from dragoman.web.views import Facts

ONE = article("The mayor of Arlen met the mayor of Tolm.", source_id="1")
TWO = article("Arlen's mayor spoke in Tolm.", source_id="2")


def facts(
    of: Article,
    number: int,
    places: tuple[Toponym, ...] = (),
    names: tuple[EntityMention, ...] = (),
) -> Facts:
    return Facts(
        source=Source(of, number), timexes=(), quantities=(), toponyms=places, mentions=names,
        quotations=(), events=(),
    )  # fmt: skip


def place(of: Article, words: str, geonames_id: int | None) -> Toponym:
    return Toponym(
        id=f"top-{of.source_id}-{words}", article=of.id, span=span(of.text, words), text=words,
        geonames_id=geonames_id, lat=0.0 if geonames_id else None, lon=0.0 if geonames_id else None,
        country=None, made_by=MADE_BY,
    )  # fmt: skip


def mention(of: Article, words: str, entity: str) -> EntityMention:
    return EntityMention(
        id=f"men-{of.source_id}-{words}", article=of.id, span=span(of.text, words), text=words,
        entity=entity, made_by=MADE_BY,
    )  # fmt: skip


def entity(of: Article, role: str, alias: str) -> Entity:
    return Entity(
        id="ent-1", name="Arlen", kind="organisation", country=None, sector=None, aliases=(alias,),
        roles=(Role(role=role, article=of.id, span=span(of.text, "mayor")),),
    )  # fmt: skip


def test_an_entity_gathers_the_roles_and_aliases_that_each_article_gives_it() -> None:
    page = [facts(ONE, 1, names=(mention(ONE, "Arlen", "ent-1"),)), facts(TWO, 2)]
    (found,) = name_views(page, [entity(ONE, "mayor", "A."), entity(TWO, "mayor", "B.")])
    assert found.aliases == ("A.", "B.")
    assert [(r.text, [n for n, _ in r.places]) for r in found.roles] == [("mayor", [1, 2])]


def test_a_mention_without_its_entity_goes_by_its_words() -> None:
    (found,) = name_views([facts(ONE, 1, names=(mention(ONE, "Tolm", "ent-9"),))], [])
    assert (found.name, found.seen.total) == ("Tolm", 1)


def test_an_entity_that_no_article_of_the_page_names_is_left_out() -> None:
    assert name_views([facts(TWO, 1)], [entity(ONE, "mayor", "A.")]) == ()


def test_places_that_resolve_to_one_are_one_and_others_go_by_wording() -> None:
    page = [
        facts(ONE, 1, places=(place(ONE, "Arlen", 7), place(ONE, "Tolm", None))),
        facts(TWO, 2, places=(place(TWO, "Arlen", 7), place(TWO, "Tolm", None))),
    ]
    arlen, tolm = place_views(page)
    assert (arlen.name, arlen.detail, arlen.seen.total) == ("Arlen", "0.00, 0.00", 2)
    assert (tolm.name, tolm.detail, len(tolm.seen.mentions)) == ("Tolm", "not on the map", 2)
