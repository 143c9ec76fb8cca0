"""Who acts in an event, in the record's names and in the reports' words."""

from __future__ import annotations

from dragoman.export.happenings import Name, Party, Setting, _parties
from dragoman.types import EntityPassage, Span
from tests.store.objects import article

NAMES = {
    "ent-a": Name(name="Ada Wren", country="NOR", sector="GOV"),
    "ent-b": Name(name="Bo Lind", country=None, sector=None),
}
AT = Setting(article=article(), entities=(), places=(), version=None)


def said(text: str, entity: str | None = None) -> EntityPassage:
    return EntityPassage(text=text, span=Span(0, len(text)), entity=entity)


def test_an_entity_has_all_its_wordings_once() -> None:
    told = [(said("she", "ent-a"),), (said("Wren", "ent-a"), said("she", "ent-a"))]
    assert _parties(("ent-a",), told, NAMES, AT) == (
        Party(name="Ada Wren", country="NOR", sector="GOV", wordings=("she", "Wren")),
    )


def test_words_of_nobody_known_do_not_stand_beside_an_entity() -> None:
    told = [(said("Wren", "ent-a"),), (said("it"),)]
    assert [p.wordings for p in _parties(("ent-a",), told, NAMES, AT)] == [("Wren",)]


def test_whom_one_article_names_by_another_id_is_the_one_without_words() -> None:
    told = [(said("Wren", "ent-a"), said("Lind", "ent-of-one-article"))]
    parties = _parties(("ent-a", "ent-b"), told, NAMES, AT)
    assert [p.wordings for p in parties] == [("Wren",), ("Lind",)]


def test_where_two_have_no_words_none_is_guessed() -> None:
    told = [(said("they", "ent-of-one-article"),)]
    parties = _parties(("ent-a", "ent-b"), told, NAMES, AT)
    assert [p.wordings for p in parties] == [(), ()]


def test_without_entities_one_mention_gives_the_words() -> None:
    told = [(), (said("dockers"), said("sailors")), (said("dock workers"),)]
    assert _parties((), told, NAMES, AT) == (
        Party(wordings=("dockers",)),
        Party(wordings=("sailors",)),
    )
