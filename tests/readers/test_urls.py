"""What a URL gives is read by what it is; feeds and sitemaps lead to their pages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest

from dragoman.config import Settings
from dragoman.readers import Raw, parse
from dragoman.readers.fetch import Fetcher
from dragoman.readers.urls import Web
from dragoman.types import Document, Rejected

from .helpers import SENTENCE, article, members, page, record, rejected, response
from .server import Answer, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def fetched(site: Site, path: str) -> list[Raw | Rejected]:
    maker = Fetcher(Settings(), allow=lambda address: address.is_loopback, pause=0.0)
    return list(Web({}, Settings(), maker).read(site.url(path)))


def only(found: list[Raw | Rejected]) -> Document:
    (one,) = found
    assert isinstance(one, Raw), one
    (document,) = parse(one, Settings())
    assert isinstance(document, Document), document
    return document


def test_a_page_with_its_charset_and_address(site: Site) -> None:
    site.paths["/a"] = Answer(
        page(article()).replace("pier", "jetée").encode("latin-1"), "text/html; charset=iso-8859-1"
    )
    one = only(fetched(site, "/a"))
    assert "jetée" in one.text
    assert (one.encoding, one.url, one.path, one.source_id) == (
        "iso-8859-1 (declared)",
        site.url("/a"),
        site.url("/a"),
        site.url("/a"),
    )


@pytest.mark.parametrize(
    ("path", "media"),
    [
        ("/a.txt", "text/plain"),
        ("/a", "text/plain; charset=utf-8"),
        ("/a.txt", "application/octet-stream"),
        ("/a", ""),
    ],
)
def test_plain_text_is_kept_to_the_character(site: Site, path: str, media: str) -> None:
    site.paths[path] = Answer(b"One.\r\n\r\nTwo.\n", media)
    assert only(fetched(site, path)).text == "One.\r\n\r\nTwo.\n"


@pytest.mark.parametrize(
    ("path", "media"),
    [
        ("/n.jsonl", "text/plain"),
        ("/n", "application/x-ndjson"),
        ("/n.json", "application/json"),
        ("/n", "application/octet-stream"),
    ],
)
def test_json_lines(site: Site, path: str, media: str) -> None:
    site.paths[path] = Answer(json.dumps({"text": SENTENCE, "id": "1"}).encode(), media)
    assert only(fetched(site, path)).text == SENTENCE


def test_a_compressed_archive(site: Site) -> None:
    site.paths["/a.warc.gz"] = Answer(
        members(record(response(page(article()).encode()))), "application/gzip"
    )
    assert only(fetched(site, "/a.warc.gz")).url == "http://paper.example/a"


def test_a_picture_is_of_unknown_type(site: Site) -> None:
    site.paths["/a.png"] = Answer(b"\x89PNG", "image/png")
    (one,) = rejected(fetched(site, "/a.png"))
    assert (one.path, one.reason) == (site.url("/a.png"), "unknown_type")
    assert "image/png" in one.detail


def test_a_feed_leads_to_the_pages_it_does_not_contain(site: Site) -> None:
    feed = (
        f'<rss version="2.0"><channel><title>The Paper</title><item><title>One</title><link>{site.url("/1")}</link><description>Teaser.</description>'
        f"<pubDate>Sat, 04 Nov 2023 10:15:00 GMT</pubDate></item><item><link>{site.url('/gone')}</link></item><item><link>http://10.0.0.1/x</link></item></channel></rss>"
    )
    site.paths["/feed"] = Answer(feed.encode(), "application/rss+xml")
    site.paths["/1"] = Answer(page(article()).encode())
    found = fetched(site, "/feed")
    one = only(found[:1])
    assert SENTENCE in one.text
    assert (one.outlet, one.url, one.path) == ("The Paper", site.url("/1"), site.url("/feed"))
    assert one.published is not None
    assert one.published.value == "2023-11-04T10:15Z"
    assert [(r.reason, r.path) for r in rejected(found)] == [
        ("http_status", f"{site.url('/feed')}:item 2"),
        ("not_allowed", f"{site.url('/feed')}:item 3"),
    ]


def test_a_sitemap_index_is_followed_to_its_pages_once(site: Site) -> None:
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    index = (
        f"<sitemapindex {names}>"
        + f"<sitemap><loc>{site.url('/s.xml.gz')}</loc></sitemap>" * 3
        + f"<sitemap><loc>{site.url('/index.xml')}</loc></sitemap></sitemapindex>"
    )
    site.paths["/index.xml"] = Answer(index.encode(), "text/xml")
    site.paths["/s.xml.gz"] = Answer(
        gzip.compress(f"<urlset {names}><url><loc>{site.url('/1')}</loc></url></urlset>".encode()),
        "application/x-gzip",
    )
    site.paths["/1"] = Answer(page(article()).encode())
    assert SENTENCE in only(fetched(site, "/index.xml")).text
    assert [path for path, _ in site.asked].count("/s.xml.gz") == 1


def test_an_entry_that_leads_to_a_feed_is_no_page(site: Site) -> None:
    site.paths["/feed"] = Answer(
        f"<rss><channel><item><link>{site.url('/feed')}</link></item></channel></rss>".encode(),
        "text/xml",
    )
    assert [r.reason for r in rejected(fetched(site, "/feed"))] == ["unknown_type"]


def test_broken_gzip_is_damage(site: Site) -> None:
    site.paths["/s.xml.gz"] = Answer(gzip.compress(b"<urlset>" * 500)[:-10], "application/xml")
    assert [r.reason for r in rejected(fetched(site, "/s.xml.gz"))] == ["truncated"]
