"""Copies, parts of copies, rewrites and shared quotations are told from independent reports."""

from __future__ import annotations

import pytest

from dragoman.link.derivation import Derivations, SameWords
from dragoman.link.derivation.align import compare
from dragoman.link.derivation.credits import agencies, cites, is_medium
from dragoman.link.derivation.decide import FEATURES, WEIGHTS, features
from dragoman.link.derivation.keys import MOST_COMBINATIONS, keys_of
from dragoman.link.derivation.words import Prepared, prepare
from dragoman.linking import Member
from dragoman.resources import load_json
from dragoman.types import Analysis, Derivation, Furniture, Span
from tests.link.reports import analysis, article, texts

SOURCE = texts()["ferry/source"]
LIGHT = texts()["ferry/light"]
INDEPENDENT = texts()["ferry/independent"]


def derivation(one: Analysis, other: Analysis) -> Derivation | None:
    first, second = sorted((one, other), key=lambda a: a.article.id)
    facts = Derivations().compare(first, second).facts
    return next((f for f in facts if isinstance(f, Derivation)), None)


def prepared(text: str) -> Prepared:
    return prepare(analysis(text))


def test_a_copy_in_part_is_a_copy_with_its_passages() -> None:
    one = analysis(SOURCE, day="2024-05-02")
    cut = SOURCE[: len(SOURCE) * 2 // 3].rsplit("\n\n", 1)[0]
    two = analysis(f"{cut}\n\nThe harbour office opens at nine.", outlet="Ledger", day="2024-05-03")
    found = derivation(one, two)
    assert found is not None
    assert (found.kind, found.directed) == ("copy", True)
    assert (found.from_, found.to) == (one.article.id, two.article.id)
    for passage in found.passages:
        said = SOURCE[passage.from_span.start : passage.from_span.end]
        assert two.article.text[passage.to_span.start : passage.to_span.end] == said
    assert "earlier date" in found.basis


def test_passages_follow_the_direction() -> None:
    early = analysis(SOURCE, outlet="Ledger", day="2024-05-01")
    late = analysis("Added first.\n\n" + SOURCE, day="2024-05-03")
    for pair in ((early, late), (late, early)):
        found = derivation(*pair)
        assert found is not None
        assert found.from_ == early.article.id
        passage = found.passages[0]
        assert (
            early.article.text[slice(*passage.from_span)]
            == late.article.text[slice(*passage.to_span)]
        )


def test_a_rewrite_with_few_words_in_common_is_found() -> None:
    one, two = analysis(SOURCE), analysis(LIGHT, outlet="Ledger")
    common = compare(prepare(one), prepare(two)).verbatim
    found = derivation(one, two)
    assert common < 0.1
    assert found is not None
    assert found.kind in ("rewrite", "shared_source")
    assert len(found.passages) >= 8


def test_another_report_on_the_same_event_is_independent() -> None:
    assert derivation(analysis(SOURCE), analysis(INDEPENDENT, outlet="Ledger")) is None


@pytest.mark.parametrize("event", ["dam", "strike", "museum", "talks", "flood", "vaccine", "rates"])
def test_reports_on_different_events_are_independent(event: str) -> None:
    other = texts()[f"{event}/source"]
    assert derivation(analysis(SOURCE), analysis(other, outlet="Ledger")) is None


def test_the_same_speech_is_a_shared_quotation() -> None:
    speech = (
        "“We will not leave this valley to the water, we will not leave it to the bank, and we "
        "will stand on the bridge until the last of us is heard,” {} said on Friday."
    )
    one = analysis(f"The mayor spoke to a crowd of farmers. {speech.format('the mayor')}")
    two = analysis(
        f"Rain stopped the cup match in Ober after ten minutes of play. {speech.format('Ada Wren')}",
        outlet="Ledger",
    )
    found = derivation(one, two)
    assert found is not None
    assert (found.kind, found.directed) == ("shared_quotation", False)
    assert len(found.passages) == 1


def test_both_crediting_one_agency_makes_a_shared_source() -> None:
    one = analysis(SOURCE, day="2024-05-01", credits=["Halyard"])
    two = analysis(LIGHT, outlet="Ledger", day="2024-05-02", credits=["Halyard"])
    found = derivation(one, two)
    assert found is not None
    assert (found.kind, found.directed) == ("shared_source", False)
    assert "both credit Halyard" in found.basis


def test_who_names_the_other_comes_second_whatever_the_dates() -> None:
    one = analysis(SOURCE, outlet="Halyard", day="2024-05-03")
    two = analysis(LIGHT, outlet="Ledger", day="2024-05-02", credits=["Halyard"])
    found = derivation(one, two)
    assert found is not None
    assert (found.from_, found.directed, found.kind) == (one.article.id, True, "rewrite")


@pytest.mark.parametrize(
    ("times", "directed"),
    [
        (("2024-05-02T09:10Z", "2024-05-02T10:40Z"), True),
        (("2024-05-02T10:40Z", "2024-05-02T09:10Z"), False),
        (("2024-05-02T09:10+01:00", "2024-05-02T08:40Z"), True),
        (("2024-05-02T10:40", "2024-05-02T09:10"), False),
        (("2024-05-02T10:40Z", "2024-05-02T09:10"), True),
        (("2024-05-02", "2024-05-02T09:10Z"), True),
    ],
)
def test_content_makes_no_earlier_article_from_a_later_one(
    times: tuple[str, str], directed: bool
) -> None:
    source, rewrite = texts()["ferry/source"], texts()["ferry/light"]
    one = analysis(source, day=times[0])
    two = analysis(rewrite, outlet="Ledger", day=times[1])
    found = derivation(one, two)
    assert found is not None
    assert found.directed == directed


def test_related_articles_share_keys_and_unrelated_ones_hardly_do() -> None:
    every = {name: set(keys_of(prepared(text))) for name, text in texts().items()}
    assert all(len(keys) < 90 for keys in every.values())
    assert every["ferry/source"] & every["ferry/light"]
    assert every["dam/source"] & every["dam/moved"]
    unrelated = [
        (a, b) for a in every for b in every if a < b and a.split("/")[0] != b.split("/")[0]
    ]
    enough = Derivations.least
    assert sum(len(every[a] & every[b]) >= enough for a, b in unrelated) < len(unrelated) / 200


def test_a_paragraph_in_a_long_article_shares_a_key() -> None:
    paragraph = max(SOURCE.split("\n\n"), key=len) + " " + SOURCE.split("\n\n")[-1]
    long = "\n\n".join([texts()["dam/source"], paragraph, texts()["strike/source"]])
    shared = set(keys_of(prepared(paragraph))) & set(keys_of(prepared(long)))
    assert any(key[0] == "w" for key in shared)


def test_combinations_are_bounded() -> None:
    names = " ".join(f"Name{n} met Other{n} at {n} in Place{n}." for n in range(300))
    assert sum(key[0] == "c" for key in keys_of(prepared(names))) == MOST_COMBINATIONS


@pytest.mark.parametrize("text", ["", " ", "Short.", "“", "no names here at all in this line"])
def test_any_text_has_keys_and_can_be_compared(text: str) -> None:
    assert len(keys_of(prepared(text))) < 5
    derivation(analysis(text), analysis(SOURCE))


def test_title_and_furniture_are_no_common_ground() -> None:
    line = "Subscribe to our newsletter for more from the coast and the islands every single day"
    one = article(f"{line}\n\n{SOURCE}")
    marked = Analysis(
        article=type(one)(
            **{f: getattr(one, f) for f in one.__dataclass_fields__}
            | {"furniture": (Furniture(span=Span(0, len(line)), kind="navigation"),)}
        )
    )
    assert len(prepare(marked).told) == len(prepare(analysis(SOURCE)).told)


def test_copies_word_for_word_hang_on_the_first() -> None:
    linker = SameWords()
    members = [
        Member(analysis=analysis(SOURCE, outlet=f"Outlet {n}", day=f"2024-05-0{9 - n}"))
        for n in range(5)
    ]
    (key,) = {k for m in members for k in linker.keys(m.analysis)}
    facts = [f for f in linker.link(key, members).facts if isinstance(f, Derivation)]
    first = next(m.analysis.article for m in members if m.analysis.article.outlet == "Outlet 4")
    assert {f.from_ for f in facts} == {first.id}
    assert len({f.to for f in facts}) == 4
    assert all(f.kind == "copy" and f.directed for f in facts)


@pytest.mark.parametrize(
    ("name", "outlet", "same"),
    [
        ("Harbour Post", "harbourpost.example", True),
        ("Northern Union Times", "nutimes.example", True),
        ("Harbour Post", "Harbour Post", True),
        ("Post", "harbourpost.example", False),
        ("Harbour Post", None, False),
        ("", "harbourpost.example", False),
    ],
)
def test_names_of_media_and_their_addresses(name: str, outlet: str | None, same: bool) -> None:
    assert is_medium(name, outlet) is same


def test_an_outlet_is_not_its_own_agency() -> None:
    own = article(SOURCE, outlet="Halyard", credits=["Halyard"])
    other = article(SOURCE, outlet="Ledger", credits=["Halyard"])
    assert agencies(own) == frozenset()
    assert cites(other, own)
    assert not cites(own, other)


def test_who_quotes_comes_before_who_tells_in_other_words() -> None:
    one, two = analysis(SOURCE), analysis(LIGHT, outlet="Ledger")
    found = derivation(one, two)
    assert found is not None
    assert (found.from_, found.directed) == (one.article.id, True)
    assert "quotes what the other tells" in found.basis


def test_a_statement_that_another_prints_whole_is_a_copy() -> None:
    statement = (
        "“We will build forty houses on the meadow by spring,” she said. “We have the money, we "
        "have the timber and we have the people,” she said, “and we ask the council for its leave.”"
    )
    one, two = analysis(statement), analysis(f"Ada Wren spoke. {statement}", outlet="Ledger")
    found = derivation(one, two)
    assert found is not None
    assert found.kind == "copy"


def test_every_feature_has_a_weight_with_its_source() -> None:
    table = load_json(WEIGHTS)
    assert set(table["weights"]) == set(FEATURES)
    assert "fit.py" in table["source"]
    assert 0 < table["made"] < 1


def test_what_two_articles_have_in_common_does_not_depend_on_their_order() -> None:
    one, two = prepared(SOURCE), prepared(LIGHT)
    here, there = compare(one, two), compare(two, one)
    assert features(one, two, here) == pytest.approx(features(two, one, there))


@pytest.mark.parametrize(
    ("name", "outlet", "same"),
    [
        ("Halyard", "news.halyard.example", True),
        ("Halyard News", "halyardnews.go.example", True),
        ("Valley Chronicle", "valleychronicle.co.example", True),
        ("Chronicle", "Valley Chronicle", False),
        ("Chronicle", "valleychronicle.example", False),
    ],
)
def test_a_medium_is_known_by_the_parts_of_its_domain(name: str, outlet: str, same: bool) -> None:
    assert is_medium(name, outlet) is same
