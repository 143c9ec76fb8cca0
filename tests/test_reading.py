"""What is read: the article's own sentences, without furniture, the dateline apart."""

from __future__ import annotations

import pytest

from dragoman.encoder import Encoder
from dragoman.pipeline import analyze, encoder
from dragoman.reading import read_article


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    return encoder()


def sentences(text: str, shipped: Encoder) -> list[str]:
    article = analyze(text).article
    found = read_article(article, shipped).sentences
    return [article.text[s.sentence.start : s.sentence.end] for s in found]


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("ANKARA (Reuters) - ", "ANKARA (Reuters)"),
        ("GENEVA, March 4 (AFP) — ", "GENEVA, March 4 (AFP)"),
        ("Istanbul, Turkey: ", "Istanbul, Turkey"),
    ],
)
def test_the_story_begins_behind_the_dateline(start: str, dateline: str, shipped: Encoder) -> None:
    story = "The council recalled its envoy on Monday, the ministry said. It gave no reason."
    found = sentences(f"Council recalls its envoy from the talks\n\n{start}{story}", shipped)
    assert found[1:] == [dateline, *story.replace(". ", ".|").split("|")]


def test_furniture_is_not_read(shipped: Encoder) -> None:
    text = "The council met on Monday, it said.\n\nLeave a Reply\n\nYour email address will not be published."
    assert sentences(text, shipped) == ["The council met on Monday, it said."]
