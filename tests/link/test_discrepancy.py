"""Differences between reports: what counts as one, in whose words, and on how many voices."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.discrepancy import ORDER, join, rank
from dragoman.link.discrepancy.figures import figure_bounds
from dragoman.link.discrepancy.wordings import changes
from dragoman.linking import Affair
from dragoman.types import (
    ArticleSpan,
    Dating,
    Discrepancy,
    Linked,
    LinkedFact,
    Published,
    Quantity,
    Reason,
    Span,
    When,
)
from tests.link.discrepancy_reports import (
    DAY,
    Writer,
    affair,
    copied,
    event,
    group,
    made_from,
    series,
)


def differences(of: Affair, *said: LinkedFact) -> list[Discrepancy]:
    joined = join(of, Linked(facts=said)).facts
    assert joined[: len(said)] == said
    return [f for f in joined if isinstance(f, Discrepancy)]


def kinds(of: Affair, *said: LinkedFact) -> list[str]:
    return [d.kind for d in differences(of, *said)]


def north(**given: str) -> Writer:
    return Writer("The flood killed 12 people, the mayor said.", outlet="North Post", **given)


def south(**given: str) -> Writer:
    return Writer("The flood killed 19 people, officials said.", outlet="South Post", **given)


def toll(words: str, value: float, modifier: str) -> Quantity:
    text = f"It killed {words}."
    return Writer(text, outlet="Post").figure(words, value, modifier=modifier)


# ---------------------------------------------------------------- copies


def in_one_sentence(of: Affair) -> Affair:
    """The affair with every article as one sentence."""
    members = []
    for told in of.members:
        article = told.analysis.article
        (trace,) = told.analysis.traces
        whole = replace(trace, sentences=(Span(0, len(article.text)),))
        members.append(replace(told, analysis=replace(told.analysis, traces=(whole,))))
    return replace(of, members=tuple(members))


def test_what_a_copy_changes_is_an_alteration() -> None:
    one = said("We will open the bridge before the spring talks", "A")
    other = said("We will open the bridge after the spring talks", "B")
    other.origin = one.origin
    copied_by = replace(made_from(one, other, [], directed=True), kind="copy")
    of = in_one_sentence(affair([one, other], [copied_by]))
    statement = group(*one.facts["quotations"], *other.facts["quotations"])
    (found,) = differences(of, statement)
    assert found.kind == "alteration"
    assert found.summary.startswith("Changed in copying. One statement of ‘Mara Ilves’ is quoted")
    assert ORDER.index("alteration") > ORDER.index("quotation")
    apart = in_one_sentence(
        affair([one, said("We will not open the bridge before the spring talks", "B")])
    )
    quoted = group(*(q for m in apart.members for q in m.analysis.quotations))
    assert [d.kind for d in differences(apart, quoted)] == ["quotation"]


# ---------------------------------------------------------------- figures


def test_two_figures_for_one_day_are_a_difference() -> None:
    one, other = north(), south()
    points = series(
        one.figure("12", 12, by="the mayor", of="people"), other.figure("19", 19, of="people")
    )
    (found,) = differences(affair([one, other]), points)
    assert found.kind == "figure"
    assert found.summary == (
        "Number killed of ‘people’, as of 4 March 2024: ‘12’ (1 article / 1 independent origin; on the word of "
        "‘the mayor’) and ‘19’ (1 article / 1 independent origin)."
    )
    assert found.facts == tuple(sorted(p.quantity for p in points.points))
    assert found.articles == tuple(sorted([one.id, other.id]))


def test_a_figure_that_grew_from_day_to_day_is_a_revision() -> None:
    one, other = north(), south(day="2024-03-06")
    assert not kinds(affair([one, other]), series(one.figure("12", 12), other.figure("19", 19)))


def test_the_day_of_the_figure_goes_before_the_day_of_the_article() -> None:
    one, other = north(), south(day="2024-03-06")
    when = When(value=DAY, from_=DAY, to=DAY)
    points = series(one.figure("12", 12), other.figure("19", 19, as_of=when))
    assert kinds(affair([one, other]), points) == ["figure"]


def test_an_article_that_tells_both_figures_takes_no_side() -> None:
    both = Writer("It killed 12 in the town and 19 in the valley.", outlet="West Post")
    one = north()
    points = series(both.figure("12", 12), both.figure("19", 19), one.figure("12", 12))
    assert not kinds(affair([both, one]), points)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("at least 12", 12, "at_least"), ("14", 14, "exact"), False),
        (("about 9,500", 9500, "about"), ("9,488", 9488, "exact"), False),
        (("9,500", 9500, "exact"), ("9,488", 9488, "exact"), False),
        (("nearly 10,000", 10000, "nearly"), ("9,700", 9700, "exact"), False),
        (("nearly 10,000", 10000, "nearly"), ("8,200", 8200, "exact"), True),
        (("more than 100", 100, "more_than"), ("90", 90, "exact"), True),
        (("up to 40", 40, "up_to"), ("51", 51, "exact"), True),
        (("11", 11, "exact"), ("12", 12, "exact"), True),
    ],
)
def test_rounding_and_hedges_reconcile(
    one: tuple[str, float, str], other: tuple[str, float, str], differ: bool
) -> None:
    first = Writer(f"It killed {one[0]}.", outlet="A")
    second = Writer(f"It killed {other[0]}.", outlet="B")
    points = series(
        first.figure(one[0], one[1], modifier=one[2]),
        second.figure(other[0], other[1], modifier=other[2]),
    )
    assert kinds(affair([first, second]), points) == ["figure"] * differ


@given(st.integers(1, 10**7), st.sampled_from(["exact", "about", "nearly", "at_least", "up_to"]))
def test_a_figure_allows_its_own_number(value: int, modifier: str) -> None:
    bounds = figure_bounds(toll(f"{value}", value, modifier))
    assert bounds is not None
    assert bounds[0] <= value <= bounds[1]


def test_vague_words_bound_nothing() -> None:
    assert figure_bounds(toll("several", 3, "vague")) is None


def test_counts_of_one_story_are_compared_without_a_series() -> None:
    one, other = north(), south()
    one.figure("12", 12), other.figure("19", 19)
    (found,) = differences(affair([one, other]))
    assert found.kind == "figure"


def test_some_of_the_counted_are_no_other_count() -> None:
    one = north()
    part = Writer("It killed a family: five of the dead were cousins.", outlet="B")
    one.figure("12", 12), part.figure("five", 5)
    assert not kinds(affair([one, part]))


def test_a_figure_that_is_up_from_another_is_a_revision() -> None:
    one = north()
    later = Writer("It killed 19, up from 12 on Monday.", outlet="B", day="2024-03-06")
    when = When(value=DAY, from_=DAY, to=DAY)
    one.figure("12", 12), later.figure("19", 19, as_of=when)
    assert not kinds(affair([one, later]))


def test_children_are_compared_with_children() -> None:
    one, other = north(), Writer("It killed 3 children.", outlet="B")
    one.figure("12", 12), other.figure("3", 3, of="children")
    assert not kinds(affair([one, other]))


def test_a_copy_of_a_later_day_makes_a_figure_no_newer() -> None:
    first, later = north(), south(day="2024-03-06")
    copy = Writer("Killed: 12.", outlet="C", origin=first.origin, day="2024-03-06")
    for writer, words in ((first, "12"), (copy, "12"), (later, "19")):
        writer.figure(words, float(words))
    assert not kinds(affair([first, copy, later]))


# ---------------------------------------------------------------- events


def raid(words: str, outlet: str, **how: object) -> tuple[Writer, object]:
    writer = Writer(f"The army {words} the village.", outlet=outlet)
    return writer, writer.happening(words, **how)


def test_denied_by_one_and_told_by_another() -> None:
    (one, did), (other, did_not) = raid("raided", "A"), raid("raided", "B", status="denied")
    (found,) = differences(affair([one, other]), event(did, did_not))  # type: ignore[arg-type]
    assert found.kind == "status"
    assert "told as something that happened (1 article / 1 independent origin)" in found.summary
    assert "denied, or told as not done (1 article / 1 independent origin)" in found.summary


def test_one_origin_does_not_contradict_itself() -> None:
    one, other = (Writer("They raided it.", outlet=o, origin="ori-1") for o in "AB")
    told = event(one.happening("raided"), other.happening("raided", status="denied"))
    assert not kinds(affair([one, other]), told)


def test_two_named_days_of_one_event() -> None:
    (one, first), (other, second) = (
        raid("raided", "A", day=DAY),
        raid("raided", "B", day="2024-03-07"),
    )
    (found,) = differences(affair([one, other]), event(first, second))  # type: ignore[arg-type]
    assert found.kind == "date"
    assert "4 March 2024 (1 article" in found.summary
    assert "7 March 2024 (1 article" in found.summary


def test_a_day_may_be_a_difference_of_time_zones() -> None:
    (one, first), (other, second) = (
        raid("raided", "A", day=DAY),
        raid("raided", "B", day="2024-03-05"),
    )
    assert not kinds(affair([one, other]), event(first, second))  # type: ignore[arg-type]


def test_who_did_it() -> None:
    one = Writer("Norland shelled the port.", outlet="A")
    other = Writer("Sudria shelled the port.", outlet="B")
    for writer in (one, other):
        writer.knows("ent-nor", "Norland", "state", country="NOR")
        writer.knows("ent-sud", "Sudria", "state", country="SUD")
    told = event(
        one.happening("shelled", actor=one.party("Norland", "ent-nor")),
        other.happening("shelled", actor=other.party("Sudria", "ent-sud")),
    )
    (found,) = differences(affair([one, other]), told)
    assert found.kind == "actor"
    assert "‘Norland’" in found.summary
    assert "‘Sudria’" in found.summary


def test_a_government_and_its_state_are_one_party() -> None:
    one = Writer("Norland shelled the port.", outlet="A")
    other = Writer("The army shelled the port.", outlet="B")
    one.knows("ent-nor", "Norland", "state", country="NOR")
    other.knows("ent-army", "The army", "organisation", country="NOR", sector="MIL")
    told = event(
        one.happening("shelled", actor=one.party("Norland", "ent-nor")),
        other.happening("shelled", actor=other.party("The army", "ent-army")),
    )
    assert not kinds(affair([one, other]), told)


# ---------------------------------------------------------------- statements


def said(words: str, outlet: str, speaker: str = "Mara Ilves", entity: str = "ent-m") -> Writer:
    writer = Writer(f"“{words}” {speaker} said.", outlet=outlet)
    writer.knows(entity, speaker)
    writer.statement(words, speaker, entity)
    return writer


def statements(*writers: Writer) -> list[Discrepancy]:
    facts = [fact for w in writers for fact in w.facts["quotations"]]
    return differences(affair(writers), group(*facts))


def test_a_negation_makes_another_statement() -> None:
    found = statements(
        said("We will not open the bridge before the spring talks", "A"),
        said("We will open the bridge before the spring talks", "B"),
    )
    assert [d.kind for d in found] == ["quotation"]
    assert "One statement of ‘Mara Ilves’ is quoted in different words" in found[0].summary


@pytest.mark.parametrize(
    "other",
    [
        "We will open the bridge before the spring talks",
        "we will open the bridge, before the spring talks.",
        "open the bridge before the spring talks",
        "We will open the bridge before the spring talk",
        "We will open [it] the bridge before the spring talks",
        "We will open it before the spring talks",
    ],
)
def test_punctuation_truncation_and_forms_make_none(other: str) -> None:
    one = said("We will open the bridge before the spring talks", "A")
    assert not statements(one, said(other, "B"))


def test_the_same_words_of_two_people() -> None:
    words = "The bridge opens when the talks end"
    found = statements(said(words, "A"), said(words, "B", "Jon Varga", "ent-v"))
    assert [d.kind for d in found] == ["speaker"]
    assert "‘Mara Ilves’" in found[0].summary
    assert "‘Jon Varga’" in found[0].summary


def test_one_name_in_two_spellings_is_one_speaker() -> None:
    words = "The bridge opens when the talks end"
    other = said(words, "B", "Sæunn Þorgrímsdóttir", "ent-2")
    assert not statements(said(words, "A", "Saeunn Thorgrimsdottir", "ent-1"), other)


WORDS = st.lists(
    st.sampled_from(["open", "bridge", "spring", "talks", "valley", "mayor", "not", "never"]),
    max_size=12,
)


@given(WORDS, WORDS)
def test_changes_are_the_same_from_both_sides(one: list[str], other: list[str]) -> None:
    assert changes(one, one) in ([], None)
    there, back = changes(one, other), changes(other, one)
    for change in there or []:
        assert change.one.start <= change.one.end <= len(one)
    assert all(c.other.end <= len(one) for c in back or [])


# ---------------------------------------------------------------- labels


def test_words_for_one_group_that_differ() -> None:
    one = Writer("The militant group Redhill took the pass.", outlet="A")
    other = Writer("Redhill fighters took the pass. Fighters of Redhill left.", outlet="B")
    third = Writer("“The terrorist group Redhill took the pass”, he said.", outlet="C")
    for writer in (one, other, third):
        writer.mention("Redhill", "ent-red")
        writer.knows("ent-red", "Redhill", "armed_group")
    third.quoted.append(third.span("The terrorist group Redhill took the pass"))
    (found,) = differences(affair([one, other, third]))
    assert found.kind == "label"
    assert "‘militant group Redhill’ (1 article / 1 independent origin)" in found.summary
    assert (
        "terrorist group Redhill’ (1 article / 1 independent origin; only inside quotations)"
        in found.summary
    )


def test_a_ministry_and_who_runs_it() -> None:
    one = Writer("The Redhill-run health ministry says 90 died.", outlet="A", origin="ori-1")
    other = Writer("The health ministry in the valley says 90 died.", outlet="B", origin="ori-1")
    points = series(
        one.figure("90", 90, by="The Redhill-run health ministry"),
        other.figure("90", 90, by="The health ministry in the valley"),
    )
    (found,) = differences(affair([one, other]), points)
    assert found.kind == "label"
    assert "‘The Redhill-run health ministry’" in found.summary
    assert "‘The health ministry in the valley’" in found.summary


def test_words_that_nobody_contests_between_them_are_no_difference() -> None:
    one = Writer("The gunmen fled.", outlet="A")
    other = Writer("The attackers fled.", outlet="B")
    told = event(
        one.happening("fled", actor=one.party("The gunmen")),
        other.happening("fled", actor=other.party("The attackers")),
    )
    assert not kinds(affair([one, other]), told)


def test_words_for_the_people_held_in_one_story() -> None:
    one = Writer("Redhill freed the hostages.", outlet="A")
    other = Writer("The captives came home.", outlet="B")
    one.happening("freed", recipient=one.party("the hostages"))
    other.happening("came", actor=other.party("The captives"))
    (found,) = differences(affair([one, other]))
    assert found.kind == "label"
    assert found.summary.startswith("Words in one story (people held): ‘")


# ---------------------------------------------------------------- silence


LONG = "Snow fell on the valley and the road was closed for hours before dawn. " * 14


def test_what_a_rewrite_leaves_out() -> None:
    common = ("The council closed the bridge.", "Talks begin on Friday.")
    statement = "the engineers found cracks under the northern pillar"
    source = Writer(
        f"{common[0]} Mara Ilves said {statement}. It killed 12 people. {common[1]}", outlet="A"
    )
    source.knows("ent-m", "Mara Ilves")
    facts = (source.statement(statement, "Mara Ilves", "ent-m"), source.figure("12", 12))
    rewrite = Writer(f"{common[0]} {common[1]}", outlet="B", origin=source.origin)
    (found,) = differences(
        affair([source, rewrite], [made_from(source, rewrite, common, directed=True)])
    )
    assert found.kind == "omission"
    assert found.articles == (rewrite.id,)
    assert found.facts == tuple(sorted(f.id for f in facts))
    assert "‘12’ (killed) and a statement of ‘Mara Ilves’. Left out by B" in found.summary


def story(*rest: str) -> tuple[list[Writer], list[LinkedFact]]:
    """Three articles that tell one statement, one that has `rest` instead; a second that all tell."""
    words = "the engineers found cracks under the northern pillar"
    shared = "the council will vote on money for a second bridge"
    writers = [Writer(f"Mara Ilves said {words}, {shared}. {LONG}", outlet=o) for o in "ABC"]
    writers.append(Writer(f"Mara Ilves said {shared}. {' '.join(rest)} {LONG}", outlet="D"))
    told = group(*(w.statement(words, "Mara Ilves") for w in writers[:3]))
    common = group(*(w.statement(shared, "Mara Ilves") for w in writers), id_="grp-2")
    return writers, [told, common]


def test_what_most_origins_tell_and_one_leaves_out() -> None:
    writers, said = story()
    (found,) = differences(affair(writers), *said)
    assert found.kind == "omission"
    assert found.articles == (writers[3].id,)
    assert "told by 3 articles / 3 independent origins, left out by D (1 article" in found.summary


@pytest.mark.parametrize(
    ("told", "silent", "left_out"),
    [
        ("2024-03-04T10:00", "2024-03-04T09:00", False),
        ("2024-03-04T10:00Z", "2024-03-04T10:30+01:00", False),
        ("2024-03-04T10:00", "2024-03-04T11:00", True),
        ("2024-03-04T10:00", "2024-03-04", True),
        ("2024-03-04T10:00Z", "2024-03-04T09:00", True),
        ("2024-03-04", "2024-03-03T09:00", False),
    ],
)
def test_what_appeared_before_anybody_told_it_leaves_nothing_out(
    told: str, silent: str, left_out: bool
) -> None:
    writers, said = story()
    for number, writer in enumerate(writers):
        value = silent if number == 3 else told
        published = Published(value=value, precision="minute", basis="metadata")
        writer.article = replace(writer.article, published=published)
    assert bool(differences(affair(writers), *said)) == left_out


def test_an_article_on_something_else_leaves_nothing_out() -> None:
    writers, said = story()
    stranger = Writer(LONG, outlet="E")
    (found,) = differences(affair([*writers, stranger]), *said)
    assert stranger.id not in found.articles


def test_a_short_article_leaves_nothing_out() -> None:
    writers, said = story()
    short = Writer(
        "Mara Ilves said the council will vote on money for a second bridge.", outlet="E"
    )
    (found,) = differences(affair([*writers, short]), *said)
    assert short.id not in found.articles


def test_told_in_other_words_is_not_left_out() -> None:
    writers, said = story("Engineers have found cracks in the northern pillar of it.")
    assert not kinds(affair(writers), *said)


APART = ("The ferry ran.", "Rain fell.")


@pytest.mark.parametrize(
    "rest",
    [
        (
            "Engineers met.",
            "Ice held.",
            "Wind blew.",
            "Northern roads shut.",
            *APART,
            "Cracks grew.",
        ),
        ("That is what they found, with under half of it, they said.",),
    ],
)
def test_words_far_apart_or_of_every_sentence_tell_no_statement(rest: tuple[str, ...]) -> None:
    writers, said = story(*rest)
    of = in_sentences(affair(writers))
    assert [d.articles for d in differences(of, *said)] == [(writers[3].id,)]


def in_sentences(of: Affair) -> Affair:
    """The affair with every article cut at its full stops."""
    members = []
    for told in of.members:
        text = told.analysis.article.text
        ends = [0, *(at + 1 for at, sign in enumerate(text) if sign == ".")]
        spans = tuple(Span(start, end) for start, end in pairwise(ends))
        (trace,) = told.analysis.traces
        traces = (replace(trace, sentences=spans),)
        members.append(replace(told, analysis=replace(told.analysis, traces=traces)))
    return replace(of, members=tuple(members))


# ---------------------------------------------------------------- all together


def test_a_date_that_contradicts_itself() -> None:
    writer = Writer("On Monday it snowed.", outlet="A")
    where = ArticleSpan(article=writer.id, span=Span(0, 9))
    dating = Dating(
        id="dat-1", article=writer.id, value=None, precision="day", from_=DAY, to=DAY, reasons=(),
        contradictions=(Reason(text="It names a day that had not come", evidence=where),),
    )  # fmt: skip
    (found,) = differences(affair([writer]), dating)
    assert found.kind == "dating"
    assert found.facts == ("dat-1",)
    assert "It names a day that had not come." in found.summary


def test_copies_are_no_voice_of_their_own() -> None:
    one, other = north(), south()
    first, second = one.figure("12", 12), other.figure("19", 19)
    (alone,) = differences(affair([one, other]), series(first, second))
    many = copied(one, 10)
    copies = [q for copy in many for q in copy.facts["quantities"]]
    (repeated,) = differences(affair([one, other, *many]), series(first, *copies, second))
    assert repeated.id == alone.id
    assert "‘12’ (11 articles / 1 independent origin)" in repeated.summary


def test_the_order_of_articles_changes_nothing() -> None:
    writers = [north(), south(), Writer("It killed 25.", outlet="East Post")]
    facts = [w.figure(t, int(t)) for w, t in zip(writers, ("12", "19", "25"), strict=True)]
    found = {
        tuple(differences(affair(some), series(*points)))
        for some, points in zip(permutations(writers), permutations(facts), strict=True)
    }
    assert len(found) == 1


def test_the_most_consequential_comes_first() -> None:
    made = [
        Discrepancy(id=f"dis-{kind}", kind=kind, summary="", facts=(), articles=())
        for kind in sorted([*ORDER, "unheard_of"])
    ]
    assert [d.kind for d in sorted(made, key=rank)] == [*ORDER, "unheard_of"]


def test_one_article_disagrees_with_nobody() -> None:
    assert not kinds(affair([north()]))
