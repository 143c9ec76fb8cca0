"""The page of a record: what it says, that its links lead somewhere, that it is one closed file."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from web_fake import FIRST, SECOND, FakeStore, article, sample
from web_parse import Reader

from dragoman.errors import DragomanError, UsageError
from dragoman.ids import make_id
from dragoman.types import Maker, Published, Rejected
from dragoman.web.dossier import build, render, write_dossier
from dragoman.web.readside import LAYERS


@pytest.fixture(scope="module")
def page() -> str:
    return render(sample())


def words_of(page: str) -> str:
    """The words of a page in one line."""
    body = page.split("<body>")[1].split("<script>")[0]
    pieces = Reader(f"<div>{body}</div>".replace("</body>", "")).all_text
    words = " ".join(" ".join(pieces).split())
    return re.sub(r" (?=[,.;:)])|(?<=\() ", "", words)


def test_the_head_counts_articles_outlets_and_origins(page: str) -> None:
    words = words_of(page)
    assert (
        "2 articles from 1 named outlet, going back to 1 independent origin; 3 to 4 March 2031"
        in words
    )
    assert "1 stated in the text, 1 from the metadata" in words
    assert "no input was refused" in words


def test_articles_say_what_is_known_of_them(page: str) -> None:
    words = words_of(page)
    for part in (
        "The Halstad Post", "Council of Veldmark recalls envoy", "3 March 2031 stated in the text",
        "4 March 2031, 09:30 UTC from the metadata", "Northern Wire", "not named two.txt", "HALSTAD",
    ):  # fmt: skip
        assert part in words


def test_texts_are_whole(page: str) -> None:
    assert Reader(page).texts == [FIRST, SECOND]


def test_every_kind_of_fact_has_its_words(page: str) -> None:
    words = words_of(page)
    for part in (
        "council leader Mara Ilves told to reporters direct",
        "about 1,200 displaced",
        "reported by Officials",
        "‘recalled’ SANCTION: withdraw",
        "The council of Veldmark → its envoy",
        "on the word of council leader Mara Ilves",
        "Council of Veldmark organisation VLD GOV also the council role leader (1)",
        "2 mentions in 2 articles",
        "HALSTAD VLD 1.50, 2.25",
        "Monday date means 3 March 2031",
    ):
        assert part in words, part


def test_what_articles_say_together_has_its_words(page: str) -> None:
    words = words_of(page)
    for part in (
        "figures People who left: 1,200 or 1,500",
        "An envoy recalled 3 to 4 March 2031 · 2 articles / 1 independent origin",
        "3 March 2031 On the word of ‘council leader Mara Ilves’ in 1 article: Council of Veldmark "
        "‘recalled’ → its envoy told as happened",
        "2 articles / 1 independent origin, 1 outlet",
        "displaced · people",
        "2 reports · 2 articles",
        "2 wordings · 2 articles / 1 independent origin",
        "attributed to council leader Mara Ilves in",
        "2 articles on this page, one origin",
        "one passage in common · score 0.80",
    ):
        assert part in words, part
    assert page.index('id="h-discrepancies"') < page.index('id="h-stories"')
    assert '<mark class="diff">We will </mark>talk' in page
    assert page.count('class="dot"') == 2


def test_furniture_is_marked_in_words_and_in_one_block(page: str) -> None:
    assert page.count('<details class="furn" open>') == 1
    assert 'data-label="Not part of the article: share, comment form"' in page


def test_every_link_within_the_page_leads_somewhere(page: str) -> None:
    reader = Reader(page)
    assert len(reader.ids) == len(set(reader.ids))
    links = [a["href"] for tag, a in reader.tags if tag == "a"]
    inner = {str(href)[1:] for href in links if str(href).startswith("#")}
    assert inner <= set(reader.ids)
    assert len(inner) > 20


def test_a_row_leads_to_its_characters_and_they_lead_back(page: str) -> None:
    fact = make_id("quotation", sample_article_id(), '"We will talk when the bridge is open,"')
    assert f'<li id="r-{fact}"' in page
    assert f'<a class="hit" href="#{fact}">' in page
    assert f'<span id="{fact}" class="q">' in page
    assert f'<a class="b" href="#r-{fact}"></a>' in page


def sample_article_id() -> str:
    return next(a.id for a in sample().articles() if a.text == FIRST)


def test_the_page_is_one_file_that_loads_nothing(page: str) -> None:
    reader = Reader(page)
    assert len(page) > 5000
    assert not any(a.get("src") or a.get("style") for _, a in reader.tags)
    assert {t for t, _ in reader.tags}.isdisjoint(
        {"img", "link", "iframe", "object", "form", "base"}
    )
    assert not any(name.startswith("on") for _, a in reader.tags for name in a)
    outside = [a for t, a in reader.tags if t == "a" and not str(a["href"]).startswith("#")]
    assert [a["href"] for a in outside] == ["https://news.example/one?a=1&b=2"]
    assert outside[0]["rel"] == "noopener noreferrer nofollow"
    assert "url(" not in page and "@import" not in page


def test_the_policy_allows_exactly_the_own_style_and_script(page: str) -> None:
    policy = next(
        str(a["content"])
        for t, a in Reader(page).tags
        if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    for name, tag in (("style", "style"), ("script", "script")):
        inline = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(inline) == 1
        digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_the_same_record_makes_the_same_page(page: str) -> None:
    assert render(sample()) == page


def test_an_empty_record_says_so() -> None:
    words = words_of(render(FakeStore()))
    assert "0 articles" in words
    assert "The record holds no articles." in words


def test_layers_that_nothing_reads_differ_from_layers_that_are_empty() -> None:
    store = FakeStore([article("Talks went on.")])
    words = words_of(render(store, layers_present=frozenset({"articles", "origins", "timexes"})))
    assert "Nothing reads these in this version quotations, figures, events," in words
    assert "Looked for, none found dates, origins (which articles go back to one report)" in words
    assert "going back to 1 independent origin" in words


def test_where_nothing_counts_origins_the_page_says_so() -> None:
    words = words_of(render(FakeStore([article("Talks went on.")])))
    assert "Independent origins not looked for, so every article counts by itself" in words


def test_an_unknown_layer_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no layer 'figures'; there are: timexes, quantities"):
        render(FakeStore(), layers_present=frozenset({"figures"}))


def test_quarantine_drops_makers_and_notes_are_shown() -> None:
    store = FakeStore([article("Talks went on.")])
    store.rejected = [Rejected(path="in/x.txt", reason="binary", detail="Bytes, no text.")]
    store.drops = [("quotation", "no_content", 1234)]
    store.made_by = [(Maker(version="9.9", model="enc", model_sha256="ab" * 32, settings=()), 1)]
    words = words_of(render(store, notes=("Only exact copies share an origin.",)))
    for part in (
        "1 input: 1 not text", "in/x.txt not text Bytes, no text.", "quotation no content 1,234",
        "Dragoman 9.9, model enc abababababab", "Only exact copies share an origin.",
    ):  # fmt: skip
        assert part in words


def test_one_story_leaves_the_other_articles_out() -> None:
    store = sample()
    other = article("A ferry was late.", source_id="c.txt", title="Ferry late")
    full = FakeStore([*store.articles(), other], store._facts)
    page = render(full, story=make_id("story", 1))
    words = words_of(page)
    assert "2 articles of 3 in the record" in words
    assert "An envoy recalled" in words
    assert "Ferry late" not in words
    inner = {h[1:] for t, a in Reader(page).tags if t == "a" and (h := str(a["href"]))[0] == "#"}
    assert inner <= set(Reader(page).ids)


def test_an_unknown_story_is_refused() -> None:
    with pytest.raises(UsageError, match=r"no story 'sto-x' in the record; there are 1, such as"):
        render(sample(), story="sto-x")
    with pytest.raises(UsageError, match="holds no stories; leave --story out"):
        render(FakeStore(), story="sto-x")


def test_an_article_without_title_goes_by_its_first_words() -> None:
    words = words_of(render(FakeStore([article("Talks went on. " * 20)])))
    assert "Talks went on. Talks went on." in words
    assert "… no title" in words


def test_an_article_of_unknown_language_is_not_said_to_be_english() -> None:
    store = FakeStore([article("a"), article("b", language="en"), article("c", language="fr")])
    texts = [a for t, a in Reader(render(store)).tags if a.get("class") == "text"]
    assert sorted(str(a.get("lang")) for a in texts) == ["", "None", "fr"]


def test_articles_come_by_date_with_undated_ones_last() -> None:
    late = article("b", published=Published(value="2031-05", precision="month", basis="inferred"))
    early = article("c", published=Published(value="2030-05-01", precision="day", basis="stated"))
    found = build(FakeStore([article("a"), late, early])).articles
    assert [a.ref.iso for a in found] == ["2030-05-01", "2031-05", None]
    assert [a.ref.number for a in found] == [1, 2, 3]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a/b", "//a/b", "http://", "https://[x", ""],
)
def test_only_web_addresses_are_linked(url: str) -> None:
    page = render(FakeStore([article("Talks went on.", url=url)]))
    hrefs = [str(a["href"]) for t, a in Reader(page).tags if t == "a"]
    assert all(h.startswith("#") for h in hrefs)


def test_writing_is_whole_or_not_at_all(tmp_path: Path) -> None:
    write_dossier(sample(), tmp_path / "d.html", title="Veldmark")
    text = (tmp_path / "d.html").read_text(encoding="utf-8")
    assert "<title>Veldmark</title>" in text and text.rstrip().endswith("</html>")
    assert [p.name for p in tmp_path.iterdir()] == ["d.html"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"no/d\.html: can't write the dossier"):
        write_dossier(sample(), tmp_path / "no" / "d.html")


def test_layer_names_are_those_of_the_exported_files() -> None:
    assert {"timexes", "event_mentions", "quantity_series"} <= set(LAYERS)
