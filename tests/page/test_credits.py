"""Credits: agencies, media that reported first, unnamed feeds; and sources that are none."""

from __future__ import annotations

import pytest

from dragoman.types import Credit
from tests.page.pages import STORY, article, inside, page


def named(text: str, **given: object) -> list[tuple[str, str]]:
    found = article(text, **given).credits
    for credit in found:
        assert credit.span is not None and text[credit.span.start : credit.span.end]
    return [(credit.agency, credit.kind) for credit in found]


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("(Reuters) - ", "Reuters"),
        ("LONDON (AP) — ", "AP"),
        ("(MENAFN) ", "MENAFN"),
        ("MOSCOW, November 4. /TASS/. ", "TASS"),
        ("TOKYO, Nov 4 (Kyodo News) – ", "Kyodo"),
        ("(WXYZ) ", "WXYZ"),
    ],
)
def test_the_agency_in_the_opening(opening: str, agency: str) -> None:
    assert named(page(opening + STORY[0], *STORY[1:])) == [(agency, "agency")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Copyright 2023 The Associated Press. All rights reserved.", [("AP", "agency")]),
        ("© AFP", [("AFP", "agency")]),
        ("© 2023 Agence France-Presse", [("AFP", "agency")]),
        ("Source: Xinhua", [("Xinhua", "agency")]),
        (
            "Associated Press writers Ann Roe and Bo Doe contributed to this report.",
            [("AP", "agency")],
        ),
        ("The Associated Press contributed to this report.", [("AP", "agency")]),
        ("With inputs from AFP and Reuters", [("AFP", "agency"), ("Reuters", "agency")]),
        ("(With inputs from agencies)", [("agencies", "syndicated")]),
        ("Reuters", [("Reuters", "agency")]),
        ("Reuters - Ap - Afp", [("Reuters", "agency"), ("AP", "agency"), ("AFP", "agency")]),
        (
            "(Note: This article has been published from a syndicated feed.)",
            [("syndicated feed", "syndicated")],
        ),
        ("This article originally appeared on CNET.", [("CNET", "report")]),
    ],
)
def test_lines_behind_the_story(line: str, found: list[tuple[str, str]]) -> None:
    assert named(page(*STORY, line)) == found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The ferry will be sold to a rival line next year, Agence France-Presse reported.", "AFP"),
        ("The ferry will be sold to a rival line, as reported by Hurriyet on Tuesday.", "Hurriyet"),
        ("The ferry will be sold to a rival, as reported by Nordkurier on Tuesday.", "Nordkurier"),
        ("Al Jazeera’s Ann Roe, reporting from Ankara, said that the ferry would be sold.", "Al Jazeera"),
        ("The Harbour City Times reported that the ferry would be sold to a rival line.", "Harbour City Times"),
        ("The ferry will be sold, according to the Harbour City Times, to a rival line.", "Harbour City Times"),
        ("The owner told the Island Herald that the ferry would be sold to a rival line.", "Island Herald"),
        ("The newspaper Inselblatt reported that the ferry would be sold to a rival line.", "Inselblatt"),
        ("State broadcaster KCTV reported that the ferry would be sold to a rival line.", "KCTV"),
        ("Reuters first reported on Monday that the ferry would be sold to a rival line.", "Reuters"),
        ("The ferry will be sold to a rival line, reported The New York Times.", "New York Times"),
    ],
)  # fmt: skip
def test_who_reported_it(sentence: str, name: str) -> None:
    found = [(agency.removeprefix("The "), kind) for agency, kind in named(inside(sentence))]
    assert found == [(name, "report")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The transport ministry reported that the ferry had failed two inspections this year.",
        "The Transport Ministry reported that the ferry had failed two inspections this year.",
        "Roe reported the fault to the harbour office as soon as the ferry was back in port.",
        "Turkey reported 40 such faults last year, according to the European Commission.",
        "The fault was serious, according to Jane Roe, who led the inspection of the ferry.",
        "Jane Roe told John Doe that the ferry would be sold to a rival line next year.",
        "A South Korean newspaper said the ferry would be sold to a rival line next year.",
        "The company said that sales rose, and the bank said that they would rise further.",
    ],
)
def test_sources_of_the_story_are_no_credit(sentence: str) -> None:
    assert named(inside(sentence)) == []


def test_one_credit_for_each_name() -> None:
    text = page("LONDON (Reuters) - " + STORY[0], "It was a first, Reuters reported.", *STORY[1:])
    assert named(text) == [("Reuters", "agency")]


def test_an_outlet_is_no_credit_of_its_own() -> None:
    text = inside("The owner told Newsweek that the ferry would be sold to a rival line next year.")
    assert named(text) == [("Newsweek", "report")]
    assert named(text, outlet="newsweek.com") == []


def test_credits_of_the_metadata_are_kept_once() -> None:
    given = (Credit(agency="AP", span=None), Credit(agency="Reuters", span=None))
    text = page("LONDON (Reuters) - " + STORY[0], *STORY[1:])
    found = article(text, credits=given).credits
    assert [(c.agency, c.span is None) for c in found] == [("Reuters", False), ("AP", True)]
