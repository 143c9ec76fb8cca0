"""Datelines: the place, as worded, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.page.pages import STORY, article, page


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("ANKARA, Nov 4 (Reuters) - ", "ANKARA"),
        ("ANKARA, Nov. 4, 2023 (AP) — ", "ANKARA"),
        ("Istanbul, Turkey: ", "Istanbul, Turkey"),
        ("GENEVA — ", "GENEVA"),
        ("BEIRUT/JERUSALEM (AP) — ", "BEIRUT/JERUSALEM"),
        ("CAPE CANAVERAL, Fla. — ", "CAPE CANAVERAL, Fla."),
        ("SÃO PAULO -- ", "SÃO PAULO"),
        ("PORT-AU-PRINCE, Haiti (AFP) – ", "PORT-AU-PRINCE, Haiti"),
        ("New Delhi: ", "New Delhi"),
        ("Paris (AFP) - ", "Paris"),
        ("MOSCOW, November 4. /TASS/. ", "MOSCOW"),
        ("BEIJING, Nov. 4 (Xinhua) -- ", "BEIJING"),
        ("(Reuters) LONDON — ", "LONDON"),
    ],
)
def test_places(opening: str, place: str) -> None:
    text = page(opening + STORY[0], *STORY[1:])
    found = article(text).dateline
    assert found is not None
    assert found.place == place == text[found.span.start : found.span.end]


def test_the_byline_names_the_place() -> None:
    found = article(page("By Jane Roe in Ankara", *STORY)).dateline
    assert found is not None and found.place == "Ankara"


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "Steelers: ",
        "Price: ",
        "FILE - ",
        "UPDATE — ",
        "HACKERS ",
        "The owner — a small company — ",
        "DAVID GREENE, HOST: ",
        "(CNN) ",
        "Two days later, ",
    ],
)
def test_other_openings_are_no_dateline(opening: str) -> None:
    assert article(page(opening + STORY[0], *STORY[1:])).dateline is None
