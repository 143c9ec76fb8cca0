"""Feeds and sitemaps give their entries; broken ones give what can be kept and say where they break."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.readers import Raw
from dragoman.readers.feeds import SUMMARY_ONLY, Feed, cut
from dragoman.readers.links import Link
from dragoman.types import Rejected

from .helpers import SENTENCE, article, documents, page, read_all, rejected

NAMES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
FULL = f"""<item><title>Pier &amp; &lt;i&gt;harbour&lt;/i&gt;</title><link>http://paper.example/1</link><guid>g-1</guid>
<pubDate>Sat, 04 Nov 2023 10:15:00 +0300</pubDate><dc:creator>A. Bee</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>{SENTENCE}</p><p>More&nbsp;of it.</p><script>x()</script>]]></content:encoded></item>"""


def rss(*entries: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {NAMES}><channel><title>The Paper</title><language>en-gb</language>{"".join(entries)}</channel></rss>'


def atom(*entries: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>{"".join(entries)}</feed>'


def sitemap(*entries: str, root: str = "urlset") -> str:
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f"<{root} {names}>{''.join(entries)}</{root}>"


class Followed:
    """A follower that notes what it was asked for."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.lists: list[str] = []

    def page(self, link: Link, path: str, position: str | None) -> Iterator[Raw | Rejected]:
        self.links.append(link)
        yield Raw(kind="html", path=path, source_id=link.url, data=b"<p>fetched")

    def listing(self, url: str) -> Iterator[Raw | Rejected]:
        self.lists.append(url)
        yield from ()


def entries(text: str | bytes, follower: Followed | None = None) -> list[Raw | Rejected]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(cut(Feed(data, "feed.xml", "feed.xml"), follower))


def read_feed(tmp_path: Path, text: str | bytes) -> list:  # type: ignore[type-arg]
    path = tmp_path / "feed.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_all(path)


def test_an_entry_with_content_is_an_article(tmp_path: Path) -> None:
    (one,) = documents(read_feed(tmp_path, rss(FULL)))
    assert one.text == f"{SENTENCE}\nMore of it."
    assert (one.title, one.url, one.outlet, one.source_id) == (
        "Pier & harbour",
        "http://paper.example/1",
        "The Paper",
        "g-1",
    )
    assert (one.language, one.authors, one.explicit_id) == ("en", ("A. Bee",), False)
    assert one.published is not None
    assert (one.published.value, one.published.precision) == ("2023-11-04T10:15+03:00", "minute")
    assert one.notes == ()


def test_a_summary_is_read_and_called_one(tmp_path: Path) -> None:
    (one,) = documents(
        read_feed(
            tmp_path,
            rss(
                "<item><title>T</title><description>A &lt;b&gt;short&lt;/b&gt; word.</description></item>"
            ),
        )
    )
    assert (one.text, one.notes, one.published) == ("A short word.", (SUMMARY_ONLY,), None)
    assert one.source_id == "feed.xml:item 1"


def test_a_long_description_is_the_article(tmp_path: Path) -> None:
    (one,) = documents(
        read_feed(tmp_path, rss(f"<item><description>{SENTENCE * 20}</description></item>"))
    )
    assert one.notes == ()


def test_atom_content_and_both_dates(tmp_path: Path) -> None:
    entry = (
        "<entry><id>tag:1</id><title>T</title><link href='http://paper.example/1'/><published>2023-11-04T10:15:00Z</published>"
        f"<updated>2023-11-05T11:00:00Z</updated><author><name>A. Bee</name></author><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{SENTENCE}</p></div></content></entry>"
    )
    (one,) = documents(read_feed(tmp_path, atom(entry)))
    assert one.text == SENTENCE
    assert one.published and one.modified
    assert (one.published.value, one.modified.value) == ("2023-11-04T10:15Z", "2023-11-05T11:00Z")


def test_a_dublin_core_date_is_the_publication(tmp_path: Path) -> None:
    (one,) = documents(
        read_feed(
            tmp_path,
            rss("<item><description>Words.</description><dc:date>2023-11-04</dc:date></item>"),
        )
    )
    assert one.published and one.published.value == "2023-11-04"
    assert one.modified is None


def test_a_date_that_is_none_is_noted(tmp_path: Path) -> None:
    (one,) = documents(
        read_feed(
            tmp_path, rss("<item><description>Words.</description><pubDate>soon</pubDate></item>")
        )
    )
    assert one.published is None
    assert "published 'soon' is not a date that can be read" in one.notes


def test_the_source_element_names_the_outlet() -> None:
    (one,) = entries(
        rss(
            '<item><description>Words.</description><source url="http://other.example/">Other Paper</source></item>'
        )
    )
    assert isinstance(one, Raw)
    assert one.outlet == "Other Paper"


def test_entries_without_text_are_counted_and_those_without_a_link_named() -> None:
    link = "<item><title>T</title><link>http://paper.example/{}</link></item>"
    first, second = entries(
        rss(link.format(1), link.format(2), "<item><title>Nothing</title></item>")
    )
    assert isinstance(first, Rejected) and isinstance(second, Rejected)
    assert (first.path, first.reason) == ("feed.xml:item 3", "no_text")
    assert (second.path, second.reason) == ("feed.xml", "not_fetched")
    assert second.detail.startswith(
        "2 pages are listed without their text, the first http://paper.example/1"
    )


def test_followed_entries_are_fetched_with_what_the_feed_says() -> None:
    follower = Followed()
    teaser = "<item><title>T</title><link>http://paper.example/2</link><description>Teaser</description><pubDate>Sat, 04 Nov 2023 10:15:00 GMT</pubDate></item>"
    found = entries(rss(FULL, teaser), follower)
    assert [type(i) for i in found] == [Raw, Raw]
    assert follower.links == [
        Link(
            url="http://paper.example/2",
            title="T",
            outlet="The Paper",
            language="en",
            published="Sat, 04 Nov 2023 10:15:00 GMT",
        )
    ]


def test_links_of_other_schemes_are_not_followed() -> None:
    follower = Followed()
    entries(
        rss(
            "<item><link>file:///etc/passwd</link></item>", "<item><link>javascript:x</link></item>"
        ),
        follower,
    )
    assert follower.links == []


def test_a_news_sitemap_lists_pages() -> None:
    entry = (
        "<url><loc>http://paper.example/1</loc><lastmod>2023-11-05</lastmod><news:news><news:publication><news:name>The Paper</news:name>"
        "<news:language>en</news:language></news:publication><news:publication_date>2023-11-04</news:publication_date><news:title>T</news:title></news:news></url>"
    )
    (one,) = entries(sitemap(entry, "<url><loc>ftp://no</loc></url>"))
    assert isinstance(one, Rejected)
    assert (one.reason, one.detail.partition(",")[0]) == (
        "not_fetched",
        "1 pages are listed without their text",
    )
    follower = Followed()
    entries(sitemap(entry), follower)
    assert follower.links == [
        Link(
            url="http://paper.example/1",
            title="T",
            outlet="The Paper",
            language="en",
            published="2023-11-04",
            modified="2023-11-05",
        )
    ]


def test_a_sitemap_index_lists_sitemaps() -> None:
    follower = Followed()
    entries(
        sitemap("<sitemap><loc>http://paper.example/s.xml</loc></sitemap>", root="sitemapindex"),
        follower,
    )
    assert follower.lists == ["http://paper.example/s.xml"]


def test_a_truncated_feed_keeps_its_whole_entries_and_says_where_it_breaks(tmp_path: Path) -> None:
    found = read_feed(tmp_path, rss(FULL, FULL.replace("g-1", "g-2"))[:-200])
    assert [d.source_id for d in documents(found)] == ["g-1"]
    (fault,) = rejected(found)
    assert fault.reason == "damaged"
    assert fault.detail.startswith("line 5, column ")


@pytest.mark.parametrize(
    "text", ["<rss><channel><item>", "<rss", "<?xml version='1.0'?>", "<feed><entry>", "words"]
)
def test_a_feed_without_a_whole_entry_is_damaged(text: str) -> None:
    assert [r.reason for r in rejected(entries(text))] == ["damaged"]


def test_a_stray_tag_costs_no_entry() -> None:
    found = entries(rss(FULL, "<item><description>a <b> c</description></item>"))
    assert len([i for i in found if isinstance(i, Raw)]) == 2
    assert [r.reason for r in rejected(found)] == ["damaged"]


def test_html_entities_are_characters_and_no_damage(tmp_path: Path) -> None:
    (one,) = read_feed(
        tmp_path,
        rss(
            "<item><title>Caf&eacute;</title><description>Na&iuml;ve&nbsp;&unknown; words</description></item>"
        ),
    )
    assert (one.title, one.text) == ("Café", "Naïve &unknown; words")


def test_an_entity_bomb_stays_small() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]><rss version="2.0"><channel><item><description>&e9;</description></item></channel></rss>'
    (one,) = entries(bomb)
    assert isinstance(one, Raw)
    assert one.data == b"&e9;"


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    text = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss version="2.0"><channel><item><description>a &x; b</description></item></channel></rss>'
    assert all("hidden" not in d.text for d in documents(read_feed(tmp_path, text)))


def test_other_encodings_are_read_as_declared(tmp_path: Path) -> None:
    text = rss("<item><description>Мост починят.</description></item>").replace(
        'version="1.0"?', 'version="1.0" encoding="windows-1251"?'
    )
    (one,) = documents(read_feed(tmp_path, text.encode("cp1251")))
    assert (one.text, one.encoding) == ("Мост починят.", "windows-1251 (declared)")


def test_xml_of_another_kind_is_unknown_and_xhtml_is_a_page(tmp_path: Path) -> None:
    (one,) = rejected(read_feed(tmp_path, "<invoice><item/></invoice>"))
    assert (one.reason, "'invoice'" in one.detail) == ("unknown_type", True)
    xhtml = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>'
        + article()
        + "</body></html>"
    )
    (two,) = documents(read_feed(tmp_path, xhtml))
    assert SENTENCE in two.text
    assert isinstance(next(iter(entries(page(article())))), Raw)


def test_an_empty_feed_is_empty() -> None:
    assert [r.reason for r in rejected(entries(rss()))] == ["empty"]
    assert [r.reason for r in rejected(entries(sitemap()))] == ["empty"]


@pytest.mark.parametrize(
    "text",
    [
        "<rss>" + "<item>" * 100_000,
        "<" * 200_000,
        "<rss " + "a='b' " * 50_000,
        "<rss>" + "&x;" * 100_000 + "</rss>",
        "<!--" * 100_000,
    ],
)
def test_hostile_xml_is_soon_done(text: str) -> None:
    assert all(isinstance(i, Raw | Rejected) for i in entries(text))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.binary(max_size=20)
        | st.sampled_from(
            [
                b"<rss version='2.0'>",
                b"<channel>",
                b"<item>",
                b"</item>",
                b"<title>",
                b"<description>",
                b"&#xD800;",
                b"<![CDATA[",
                b"]]>",
                b"<urlset>",
                b"<url><loc>http://a.example",
                b"<feed>",
                b"<entry>",
                b"<content type='xhtml'>",
                b"<pubDate>",
                b"<!DOCTYPE ",
            ]
        ),
        max_size=12,
    )
)
def test_any_bytes_are_items_or_rejections(parts: list[bytes]) -> None:
    assert all(isinstance(i, Raw | Rejected) for i in entries(b"<rss>" + b"".join(parts)))
    assert all(isinstance(i, Raw | Rejected) for i in entries(b"".join(parts)))
