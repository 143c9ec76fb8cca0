"""What the gazetteer adds to a place."""

from __future__ import annotations

import pytest

from dragoman.export.sites import Site, site_of


def test_a_town_has_its_divisions() -> None:
    site = site_of("Bergen", 3161732)
    assert site is not None
    assert (site.name, site.city, site.province) == ("Bergen", "Bergen", "Vestland")


def test_a_state_is_no_city() -> None:
    assert site_of("Iceland", 2629691) == Site(
        name="Iceland", code="PCLI", city=None, district=None, province=None
    )


@pytest.mark.parametrize(("words", "id_"), [("Bergen", None), ("Bergen", 1), ("Qqqq", 3161732)])
def test_an_unknown_pair_has_none(words: str, id_: int | None) -> None:
    assert site_of(words, id_) is None
