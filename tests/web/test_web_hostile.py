"""A page is hostile: whatever its words and fields hold is only ever text."""

from __future__ import annotations

import lxml.html
import pytest
from web_fake import FakeStore, article, sample
from web_hostile import EVIL, TEXT, hostile
from web_parse import Reader

from dragoman.web.dossier import render

ATTRIBUTES = {
    "id", "class", "href", "rel", "lang", "dir", "title", "open", "hidden", "for", "type", "checked",
    "role", "scope", "rowspan", "colspan", "tabindex", "charset", "name", "content", "http-equiv", "autocomplete",
    "aria-hidden", "aria-label", "aria-labelledby", "data-s", "data-l", "data-c", "data-label",
    "viewbox", "viewBox", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "text-anchor",
}  # fmt: skip


@pytest.fixture(scope="module")
def page() -> str:
    return render(hostile(), title=EVIL, notes=(EVIL,))


def test_no_element_comes_out_of_the_text(page: str) -> None:
    tags = {tag for tag, _ in Reader(page).tags}
    assert tags <= {tag for tag, _ in Reader(render(sample())).tags} | {"code"}


def test_no_attribute_comes_out_of_the_text(page: str) -> None:
    assert {name for _, values in Reader(page).tags for name in values} <= ATTRIBUTES


def test_a_parser_that_mends_sees_the_same(page: str) -> None:
    tree = lxml.html.document_fromstring(page)
    assert len(tree.xpath("//script")) == 1
    assert len(tree.xpath("//style")) == 1
    assert not tree.xpath("//img | //iframe | //form | //plaintext | //template | //textarea")
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@src | //@style")
    assert len(tree.xpath("//article//div[contains(@class, 'text')]")) == 2


def test_the_text_is_the_text(page: str) -> None:
    assert Reader(page).texts == [TEXT.replace("\x00", "\ufffd")] * 2


def test_links_are_fragments_or_web_addresses(page: str) -> None:
    hrefs = [str(a["href"]) for tag, a in Reader(page).tags if tag == "a"]
    outside = [h for h in hrefs if not h.startswith("#")]
    assert len(outside) == 1
    assert outside[0].startswith("https://news.example/")


def test_templates_are_not_run_twice(page: str) -> None:
    assert "{{7*7}}" in page
    assert "49" not in {part.strip() for part in Reader(page).all_text}


def test_direction_characters_stand_alone_or_not_at_all(page: str) -> None:
    rest = page.replace('">\u202e</span>', "").replace('">\u2066\u2069</span>', "")
    assert not set(rest) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_the_page_is_valid_utf_8_whatever_the_text_holds() -> None:
    render(FakeStore([article("a\ud800b", title="c\udfffd")])).encode("utf-8")


def test_an_address_that_a_parser_could_break_is_one_attribute() -> None:
    page = render(FakeStore([article("x", url='https://news.example/"onclick="alert(1)')]))
    link = next(a for t, a in Reader(page).tags if t == "a" and a.get("class") == "ext")
    assert set(link) == {"class", "href", "rel"}
