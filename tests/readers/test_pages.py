"""Pages give their article with what they state of themselves; hostile ones give text or a reason."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.config import Settings
from dragoman.readers import Raw, parse
from dragoman.readers.pages import TOO_DEEP, WHOLE_PAGE
from dragoman.types import Credit, Document, Published, Rejected

from .helpers import SENTENCE, article, documents, page, read_all, rejected

LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Pier to be repaired", "datePublished": "2023-11-04T10:15:00+02:00", "dateModified": "2023-11-05T08:00:00Z",
"publisher": {"@type": "Organization", "name": "The Paper"}, "sourceOrganization": {"name": "Coast Agency"},
"author": [{"@type": "Person", "name": "A. Bee"}, "C. Dee"], "inLanguage": "en-GB"}</script>"""
FURNITURE = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav>{}<footer>About us. Imprint.</footer>"


def parsed(markup: str | bytes, **given: object) -> Document | Rejected:
    data = markup.encode() if isinstance(markup, str) else markup
    raw = Raw(kind="html", path="p.html", source_id="p.html", data=data, **given)  # type: ignore[arg-type]
    (one,) = parse(raw, Settings())
    return one


def document(markup: str | bytes, **given: object) -> Document:
    one = parsed(markup, **given)
    assert isinstance(one, Document), one
    return one


def test_the_article_is_taken_and_the_page_around_it_is_not() -> None:
    one = document(page(FURNITURE.format(article()), LINKED))
    lines = one.text.split("\n")
    assert [line for line in lines if line.startswith(SENTENCE)] == [
        f"{SENTENCE} This is paragraph number {n} of the report." for n in range(6)
    ]
    assert "Imprint" not in one.text
    assert one.notes == ()


def test_what_json_ld_states_is_kept_with_its_own_precision() -> None:
    one = document(page(FURNITURE.format(article()), "<title>Pier | The Paper</title>" + LINKED))
    assert (one.title, one.outlet, one.language, one.authors) == (
        "Pier to be repaired",
        "The Paper",
        "en",
        ("A. Bee", "C. Dee"),
    )
    assert one.published == Published(
        value="2023-11-04T10:15+02:00", precision="minute", basis="metadata"
    )
    assert one.modified == Published(
        value="2023-11-05T08:00Z", precision="minute", basis="metadata"
    )
    assert one.credits == (Credit(agency="Coast Agency", span=None),)


def test_what_the_container_gave_stands_where_the_page_is_silent() -> None:
    given = {
        "title": "Listed",
        "published": "Sat, 04 Nov 2023 09:00:00 GMT",
        "outlet": "Listed Paper",
        "url": "http://paper.example/1",
    }
    silent = document(
        page(f"<div>{article().replace('<h1>Pier to be repaired</h1>', '')}</div>"), **given
    )
    assert (silent.title, silent.outlet, silent.url) == (
        "Listed",
        "Listed Paper",
        "http://paper.example/1",
    )
    assert silent.published is not None
    assert silent.published.value == "2023-11-04T09:00Z"
    spoken = document(page(article(), LINKED), **given)
    assert spoken.title == "Pier to be repaired"
    assert spoken.published is not None
    assert spoken.published.value == "2023-11-04T10:15+02:00"


def test_without_an_article_all_text_is_taken_and_said_so() -> None:
    one = document(page("<footer>Pier</footer><script>x()</script><style>p{}</style>"))
    assert (one.text, one.notes) == ("Pier", (WHOLE_PAGE,))


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        (page(""), "no_text"),
        (page("<script>x()</script>"), "no_text"),
        ("<!-- -->", "no_text"),
        ("<html>", "no_text"),
    ],
)
def test_a_page_without_text_is_refused(markup: str, reason: str) -> None:
    one = parsed(markup)
    assert isinstance(one, Rejected)
    assert one.reason == reason


def test_bytes_that_are_no_page_are_binary() -> None:
    one = parsed(bytes(range(256)) * 100)
    assert isinstance(one, Rejected)
    assert one.reason == "binary"


@pytest.mark.parametrize(
    ("declaration", "charset", "transport", "label"),
    [
        ("<meta charset=windows-1251>", "cp1251", None, "windows-1251 (declared)"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
            "koi8-r",
            None,
            "koi8-r (declared)",
        ),
        ("<meta charset=utf-8>", "cp1251", "windows-1251", "windows-1251 (declared)"),
        ("", "utf-16", None, "utf-16-le (BOM)"),
        ("", "utf-8", None, "utf-8"),
        ("<meta charset=windows-1252>", "utf-8-sig", None, "utf-8-sig (BOM)"),
    ],
)
def test_the_charset_comes_from_mark_transport_or_page(
    declaration: str, charset: str, transport: str | None, label: str
) -> None:
    body = "".join(
        f"<p>Мост через гавань починят до зимы, сказал мэр в понедельник, часть {n}.</p>"
        for n in range(9)
    )
    one = document(
        page(f"<article>{body}</article>", declaration).encode(charset), charset=transport
    )
    assert "Мост через гавань" in one.text
    assert one.encoding == label


def test_an_xml_declaration_is_read_and_does_not_get_in_the_way() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?>' + page(article().replace("pier", "jetée"))
    one = document(text.encode("latin-1"))
    assert "jetée" in one.text
    assert one.encoding == "iso-8859-1 (declared)"


BOMBS = {
    "divs": "<html><body>" + "<div>" * 20_000 + "x",
    "tables": "<html><body>" + "<table><tr><td>" * 20_000 + "x",
    "lists": "<html><body>" + "<ul><li>" * 20_000 + "x",
    "spans": "<html><body>" + "<span>" * 200_000 + "x",
    "attributes": "<html><body><p " + "a=b " * 200_000 + ">x",
    "open tags": "<" * 300_000 + "x",
    "one long tag": "<html><body>x<" + "a" * 1_000_000,
    "comments": "<html><body>x" + "<!--" * 100_000,
    "scripts": "<html><body>x" + "<script>" * 50_000,
    "entities": "<html><body>x" + "&amp;" * 200_000,
    "deep json": '<html><script type="application/ld+json">' + "[" * 200_000 + "</script><body>x",
    "many json": "<html>"
    + '<script type="application/ld+json">{"@type":"Article"}</script>' * 2_000
    + "<body>x",
    "wide json": '<html><script type="application/ld+json">['
    + '{"@type":"Article"},' * 50_000
    + "{}]</script><body>x",
    "cut json": '<html><script type="application/ld+json">'
    + '{"@type":"Article","headline":"' * 20_000
    + "</script><body>x",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_gives_text_or_a_reason_in_time(name: str, tmp_path: Path) -> None:
    """In a process of its own, since a stack overflow would take the test runner along."""
    path = tmp_path / "bomb.html"
    path.write_text(BOMBS[name])
    code = (
        "import sys; from dragoman.config import Settings; from dragoman.readers import Raw, parse\n"
        "data = open(sys.argv[1], 'rb').read()\n"
        "(one,) = parse(Raw(kind='html', path='b', source_id='b', data=data), Settings())\n"
        "print(type(one).__name__)"
    )
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() in ("Document", "Rejected"), done.stderr[-500:]
    assert time.monotonic() - began < Settings().html_seconds


def test_a_page_nested_too_deeply_keeps_its_text() -> None:
    one = document(
        "<html><head><title>Deep</title><style>no</style></head><body>"
        + "<div>" * 20_000
        + "<p>One <b>word</b>.</p><script>no()</script><p>Two &amp; three.</p>"
    )
    assert one.text.split("\n")[-2:] == ["One word.", "Two & three."]
    assert "no" not in one.text
    assert one.notes == (TOO_DEEP,)
    assert one.title == "Deep"


def test_htm_and_xhtml_files_are_pages(tmp_path: Path) -> None:
    for name in ("a.htm", "b.xhtml", "c.html"):
        (tmp_path / name).write_text(page(article()))
    found = read_all(tmp_path)
    assert [d.source_id for d in documents(found)] == ["a.htm", "b.xhtml", "c.html"]
    assert rejected(found) == []


def test_the_same_page_gives_the_same_document_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    markup = page(article(), '<meta name="date" content="2087-03-02">')
    one = document(markup)
    assert one.published is not None
    assert one.published.value == "2087-03-02"


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<div>", "<table>", "<b>", "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":', '{"@graph":[', "]}", "</script>",
     "<meta property='og:title' content='", "'>", "<time datetime='2023", "<h1>", "<title>", "&#xD800;", "&#0;", "\0", "<![CDATA[", "<!--", SENTENCE, "<svg>", "<math>", "<template>", "<frameset>", "</html>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=15) | _PIECES, max_size=12), st.booleans())
def test_any_markup_is_a_document_or_a_rejection(pieces: list[str], fragment: bool) -> None:
    one = parsed(
        "".join(pieces).encode("utf-8", "surrogatepass"),
        fragment=fragment,
        url="http://paper.example/",
    )
    if isinstance(one, Document):
        for text in (one.text, one.title or "", one.outlet or "", *one.authors, *one.notes):
            text.encode("utf-8")
