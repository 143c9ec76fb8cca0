"""The sample collection keeps its promises, and `expected.json` says only what stands in it."""

from __future__ import annotations

import datetime
import itertools
import re
import unicodedata
from pathlib import Path
from typing import Any, get_args

import pytest

from dragoman import sample
from dragoman.errors import UsageError
from dragoman.types import PloverType, Status
from tests.sample.collection import (
    ARTICLES,
    EXPECTED,
    FILES,
    KEYS,
    claims,
    entry,
    everything,
    overlap,
    parse_page,
    raw,
    records,
    shingles,
    text_of,
    words,
)

# Agencies and outlets that exist: none may be named in a collection that is invented.
REAL = (
    "Reuters|AFP|Agence France|Associated Press|AP|UPI|Bloomberg|BBC|CNN|NTB|Ritzau|TT|STT|RÚV|NRK|"
    "TASS|Interfax|Xinhua|DPA|dpa|ANSA|EFE|Anadolu|MENAFN|Kyodo|PTI|IANS|APA|Belga|PA Media|"
    "Morgunblaðið|Vísir|Heimildin|Aftenposten|VG|Dagbladet|Nordlys|iTromsø|Guardian|Scotsman|"
    "Undercurrent|IntraFish|Facebook|Twitter|WhatsApp"
)


# ---------------------------------------------------------------- the files


def test_path_is_the_folder_of_the_articles() -> None:
    assert sample.path().is_dir()
    assert sorted(p.name for p in sample.path().iterdir()) == FILES


def test_path_says_so_where_the_package_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sample, "files", lambda _: tmp_path)
    with pytest.raises(UsageError, match="not on disk; install dragoman with pip"):
        sample.path()


@pytest.mark.parametrize("file", FILES)
def test_file_is_plain_composed_utf8(file: str) -> None:
    text = raw(file)
    assert text == unicodedata.normalize("NFC", text)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert "\ufffd" not in text
    assert text.endswith("\n")


def test_readme_says_of_every_file_that_it_is_invented() -> None:
    readme = (sample.path().parent / "README.txt").read_text(encoding="utf-8")
    assert "EVERYTHING IN THE FOLDER articles/ IS INVENTED" in readme
    for article in ARTICLES:
        assert article["file"] in readme
        assert (
            article["record"] is None
            or article["file"].endswith("xml")
            or article["record"] in readme
        )


def test_six_outlets_in_four_formats() -> None:
    outlets = {a["outlet"].removesuffix(" Press Agency") for a in ARTICLES}
    assert len(outlets) == 6
    assert {Path(f).suffix for f in FILES} == {".txt", ".html", ".jsonl", ".xml"}


@pytest.mark.parametrize("key", KEYS)
def test_length_is_that_of_a_news_article(key: str) -> None:
    assert 300 <= len(words(text_of(key))) <= 700


@pytest.mark.parametrize("file", FILES)
def test_no_real_agency_or_outlet_is_named(file: str) -> None:
    found = re.search(rf"(?<!\w)(?:{REAL})(?!\w)", raw(file))
    assert found is None, f"{file} names {found[0]}" if found else ""


@pytest.mark.parametrize("file", FILES)
def test_addresses_are_reserved_ones(file: str) -> None:
    for host in re.findall(r"https?://([^/\"<\s]+)", raw(file)):
        assert host.endswith(".example") or host in {"schema.org", "purl.org", "www.w3.org"}


@pytest.mark.parametrize("key", KEYS)
def test_weekdays_fit_the_calendar(key: str) -> None:
    dates = re.findall(r"([A-Z][a-z]+day),? (\d{1,2}) (October|November)", everything(key))
    for weekday, day, month in dates:
        date = datetime.date(2024, {"October": 10, "November": 11}[month], int(day))
        assert date.strftime("%A") == weekday


# ---------------------------------------------------------------- who copied whom


def test_the_copy_is_nearly_word_for_word() -> None:
    copy, original = shingles(text_of("forth-copy")), shingles(text_of("halyard-collision"))
    assert len(copy & original) / len(copy) > 0.9
    assert len(copy & original) / len(original) > 0.7


def test_the_copy_names_its_source_and_the_rewrite_does_not() -> None:
    assert "Halyard" in text_of("forth-copy")
    assert "alyard" not in text_of("brightwater-rewrite")


@pytest.mark.parametrize("source", ["halyard-collision", "forth-copy"])
def test_the_rewrite_shares_few_word_sequences(source: str) -> None:
    assert overlap("brightwater-rewrite", source) < 0.10


def test_the_rewrite_tells_the_same_facts_in_the_same_order() -> None:
    same = [
        ("two fishermen", "two more were hurt"),
        ("200 nautical miles", "200 nautical miles"),
        ("crew of 19", "19 people"),
        ("three calls by radio", "three times over the radio"),
        ("struck from astern", "a blow from behind"),
        ("helicopter from Bodo", "Bodo-based helicopter"),
        ("15 metres per second", "15 metres per second"),
        ("four metres", "four metres"),
        ("Faroese patrol vessel", "Faroes, which sent a patrol boat"),
        ("nine knots", "nine knots"),
        ("midday on Wednesday", "Wednesday noon"),
        ("Grimur Haraldsson, 54", "Grimur Haraldsson, who is 54"),
        ("joint inquiry", "study the accident together"),
        ("Torfinn Bjorkas", "Torfinn Bjorkas"),
        ("Sept. 20", "20 September"),
        ("signed in 2019", "pact from 2019"),
        ("35 Norwegian boats", "35 vessels from Norway"),
        ("Two opposition parties", "A pair of parties outside government"),
    ]
    original, rewrite = text_of("halyard-collision"), text_of("brightwater-rewrite")
    for text, facts in ((original, [a for a, _ in same]), (rewrite, [b for _, b in same])):
        at = [text.index(fact) for fact in facts]
        assert at == sorted(at)


def test_all_other_articles_are_written_independently() -> None:
    derived = {(d["from"], d["to"]) for d in EXPECTED["derivations"]}
    for one, other in itertools.combinations(KEYS, 2):
        if (one, other) not in derived and (other, one) not in derived:
            assert overlap(one, other) < 0.06, (one, other)


def test_origins_and_stories_divide_the_articles() -> None:
    for parts in (EXPECTED["origins"], EXPECTED["stories"]):
        assert sorted(itertools.chain.from_iterable(parts)) == sorted(KEYS)
    assert ["malangen-library"] in EXPECTED["stories"]


# ---------------------------------------------------------------- what expected.json says


@pytest.mark.parametrize(("what", "key", "string"), list(claims()))
def test_every_string_stands_in_its_article(what: str, key: str, string: str) -> None:
    place = everything(key) if len(string) < 40 else text_of(key)
    assert string in place, f"{what}: {string!r} is not in {key}"


@pytest.mark.parametrize("article", ARTICLES, ids=KEYS)
def test_metadata_is_as_expected(article: dict[str, Any]) -> None:
    file, published = article["file"], article["published"]
    if file.endswith(".html"):
        news = parse_page(raw(file)).metadata
        assert news["headline"] == article["title"]
        assert news["publisher"]["name"] == article["outlet"]
        assert news["datePublished"] == published["value"]
        assert news["dateModified"] == published.get("modified", published["value"])
    elif file.endswith(".jsonl"):
        row = records(file)[article["record"]]
        assert (row["title"], row["outlet"], row["published"]) == (
            article["title"],
            article["outlet"],
            published["value"],
        )
    elif file.endswith(".xml"):
        item = entry(file)
        assert (item.findtext("title"), item.findtext("guid")) == (
            article["title"],
            article["record"],
        )
        stamp = datetime.datetime.strptime(
            item.findtext("pubDate") or "", "%a, %d %b %Y %H:%M:%S %Z"
        )
        assert stamp.isoformat() + "Z" == published["value"]
    else:
        assert published["basis"] in {"stated", "inferred"}
        assert article["title"] is None or article["title"] in raw(file)


def test_undated_articles_give_no_date_of_their_own() -> None:
    undated = [a["article"] for a in ARTICLES if a["published"]["basis"] == "inferred"]
    assert sorted(undated) == ["brightwater-rewrite", "faxafloi-harbour"]
    for key in undated:
        assert not re.search(r"2024|\bOct", text_of(key))


def test_datelines_and_credits_stand_in_the_text() -> None:
    for article in ARTICLES:
        for string in [article["dateline"], *article["credits"]]:
            assert string is None or string in text_of(article["article"])


@pytest.mark.parametrize("figure", EXPECTED["figures"], ids=lambda f: f["evidence"][:40])
def test_figures_stand_in_their_evidence_and_are_bounded(figure: dict[str, Any]) -> None:
    assert figure["text"] in figure["evidence"]
    low, high = figure["low"], figure["high"]
    assert low is None or high is None or low <= high
    assert figure["reported_by"] is None or figure["reported_by"] in text_of(figure["article"])
    denier = figure.get("denied_by")
    assert denier is None or denier in text_of(figure["article"])


def test_every_event_type_and_every_status_occurs() -> None:
    types = {event["type"] for event in EXPECTED["events"]}
    assert types == {*get_args(PloverType), None}
    statuses = {m["status"] for event in EXPECTED["events"] for m in event["mentions"]}
    assert statuses == set(get_args(Status))


def test_triggers_stand_in_their_evidence() -> None:
    for event in EXPECTED["events"]:
        for mention in event["mentions"]:
            assert mention["trigger"] in mention["evidence"]


def test_speakers_and_cues_stand_in_their_article() -> None:
    for group in EXPECTED["quotations"]:
        for wording in group["wordings"]:
            text = text_of(wording["article"]).lower()
            assert wording["speaker"].lower() in text
            assert wording["cue"].lower() in text


def test_one_utterance_has_three_wordings_and_one_has_two_speakers() -> None:
    groups = {group["group"]: group["wordings"] for group in EXPECTED["quotations"]}
    assert {w["form"] for w in groups["seamen and poachers"]} >= {"full", "truncated", "paraphrase"}
    assert len({w["speaker"] for w in groups["the quota and the man in the water"]}) > 1


def test_names_are_spelt_one_way_in_each_article() -> None:
    for name in EXPECTED["names"]:
        for variant in name["variants"]:
            elsewhere = set(KEYS) - set(variant["articles"])
            for key in elsewhere:
                assert not re.search(rf"\b{re.escape(variant['text'])}\b", text_of(key)), (
                    key,
                    variant,
                )


@pytest.mark.parametrize(
    "part", EXPECTED["furniture"], ids=lambda p: p["article"] + " " + p["kind"]
)
def test_furniture_stands_on_the_page(part: dict[str, Any]) -> None:
    for string in part["texts"]:
        assert string in everything(part["article"])


def test_the_trade_letter_leaves_the_people_out() -> None:
    said = text_of("keel-licences").lower()
    assert not re.search(r"injur|hurt|missing|arrest|custody|detain|hospital|search", said)


def test_headlines_include_a_question_and_one_article_has_none() -> None:
    titles = [article["title"] for article in ARTICLES]
    assert any(title and title.endswith("?") for title in titles)
    assert titles.count(None) == 1
