"""Quotation groups from quotations built by hand."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from typing import Any

import pytest

from dragoman.link.utterance import join
from dragoman.link.utterance.speakers import conflict, same, speaker_of
from dragoman.linking import Affair, Told
from dragoman.types import (
    Analysis,
    Article,
    Derivation,
    Entity,
    EntityPassage,
    Linked,
    MadeBy,
    Passage,
    Published,
    Quotation,
    QuotationGroup,
    Span,
)

RULE = MadeBy(rule="test")


def entity(id_: str, name: str, kind: Any = "person", **given: Any) -> Entity:
    return Entity(
        id=id_,
        name=name,
        kind=kind,
        country=given.get("country"),
        sector=given.get("sector"),
        aliases=(),
        roles=(),
    )


MINISTER = entity("ent-1", "Ana Varga")
MAYOR = entity("ent-2", "Piet Bakker")
STATE = entity("ent-3", "Portugal", "state", country="PRT", sector="GOV")
MINISTRY = entity(
    "ent-4", "Portuguese foreign ministry", "organisation", country="PRT", sector="GOV"
)
EVERYBODY = (MINISTER, MAYOR, STATE, MINISTRY)


def told(name: str, *said: tuple[Any, ...], day: str | None = "2024-03-02", **given: Any) -> Told:
    """An article of its own origin; `said` are (speaker's words, entity's id, content, kind)."""
    text, quotations = "", []
    for speaker, id_, content, *kind in said:
        start = len(text)
        text += f"{speaker} said {content}\n"
        at = start + len(speaker) + len(" said ")
        by = EntityPassage(text=speaker, span=Span(start, start + len(speaker)), entity=id_)
        quotations.append(
            Quotation(
                id=f"quo-{name}-{start}",
                article=name,
                speaker=by if speaker else None,
                cue=None,
                content=(Passage(text=content, span=Span(at, at + len(content))),),
                kind=kind[0] if kind else "direct",
                addressee=None,
                made_by=RULE,
            )
        )
    article = Article(
        id=name,
        source_id=name,
        published=Published(value=day, precision="day", basis="metadata") if day else None,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    analysis = Analysis(article=article, quotations=tuple(quotations), entities=EVERYBODY)
    return Told(analysis=analysis, origin=given.get("origin", f"ori-{name}"), story="sto-1")


def affair(*members: Told, derivations: tuple[Derivation, ...] = ()) -> Affair:
    ordered = tuple(sorted(members, key=lambda t: t.analysis.article.id))
    return Affair(id="aff-1", members=ordered, stories=(), derivations=derivations)


def groups(*members: Told, derivations: tuple[Derivation, ...] = ()) -> list[QuotationGroup]:
    found = join(affair(*members, derivations=derivations), Linked()).facts
    return [fact for fact in found if isinstance(fact, QuotationGroup)]


WHOLE = "“We will rebuild the bridge before winter, and nobody will pay twice for it.”"
PART = "“We will rebuild the bridge before winter,”"
OTHER = "“The tram line will open again when the judges have heard both of the owners.”"


def test_a_part_and_the_whole_are_one_utterance() -> None:
    one, other = told("art-a", ("Varga", "ent-1", WHOLE)), told("art-b", ("Varga", "ent-1", PART))
    (group,) = groups(one, other)
    assert group.wordings == (WHOLE, PART)
    assert (group.speaker, group.speakers) == ("ent-1", ("ent-1",))
    assert group.quotations == ("quo-art-a-0", "quo-art-b-0")


def test_members_know_their_group() -> None:
    linked = join(
        affair(told("art-a", ("Varga", "ent-1", WHOLE)), told("art-b", ("Varga", "ent-1", PART))),
        Linked(membership=(("x", "y"),)),
    )
    (group,) = linked.facts
    assert linked.membership == (
        ("x", "y"),
        ("quo-art-a-0", group.id),
        ("quo-art-b-0", group.id),
    )


def test_other_words_of_one_speaker_are_one_utterance() -> None:
    one = told("art-a", ("Varga", "ent-1", "that the bridge would be rebuilt before winter", "indirect"))  # fmt: skip
    other = told("art-b", ("Varga", "ent-1", "the bridge is to be rebuilt before the winter", "indirect"))  # fmt: skip
    (group,) = groups(one, other)
    assert len(group.wordings) == 2


def test_two_statements_are_two_utterances() -> None:
    one, other = told("art-a", ("Varga", "ent-1", WHOLE)), told("art-b", ("Varga", "ent-1", OTHER))
    assert groups(one, other) == []


def test_marks_and_spaces_make_no_other_wording() -> None:
    plain = WHOLE.replace("“", '"').replace("”", '"').replace(", and", " and")
    (group,) = groups(
        told("art-a", ("Varga", "ent-1", WHOLE)), told("art-b", ("Varga", "ent-1", plain))
    )
    assert group.wordings == (WHOLE,) or group.wordings == (plain,)


def test_what_an_editor_put_in_makes_no_other_wording() -> None:
    edited = WHOLE.replace("the bridge", "the [iron] bridge")
    (group,) = groups(
        told("art-a", ("Varga", "ent-1", WHOLE)), told("art-b", ("Varga", "ent-1", edited))
    )
    assert len(group.wordings) == 1


def test_two_speakers_of_the_same_words_are_told() -> None:
    (group,) = groups(
        told("art-a", ("Varga", "ent-1", WHOLE)),
        told("art-b", ("Varga", "ent-1", WHOLE)),
        told("art-c", ("Bakker", "ent-2", WHOLE)),
    )
    assert (group.speaker, group.speakers) == ("ent-1", ("ent-1", "ent-2"))


def test_a_pronoun_is_no_second_speaker() -> None:
    (group,) = groups(
        told("art-a", ("Varga", "ent-1", WHOLE)), told("art-b", ("She", "ent-2", WHOLE))
    )
    assert group.speakers == ("ent-1",)


def test_an_unnamed_speaker_can_be_anybody() -> None:
    (group,) = groups(told("art-a", ("Varga", "ent-1", WHOLE)), told("art-b", ("", None, PART)))
    assert group.speaker == "ent-1"


def test_within_one_article_there_is_no_group() -> None:
    assert groups(told("art-a", ("Varga", "ent-1", WHOLE), ("Varga", "ent-1", PART))) == []


# ---------------------------------------------------------------- copies


def copies(of: Told, count: int) -> list[Told]:
    """Copies under other ids, of the same origin."""
    made = []
    for n in range(count):
        name = f"{of.analysis.article.id}-{hashlib.sha256(str(n).encode()).hexdigest()[:4]}"
        quotations = tuple(
            replace(q, id=f"{q.id}-{name}", article=name) for q in of.analysis.quotations
        )
        article = replace(of.analysis.article, id=name)
        made.append(
            replace(of, analysis=replace(of.analysis, article=article, quotations=quotations))
        )
    return made


def test_copies_make_no_group() -> None:
    one = told("art-a", ("Varga", "ent-1", WHOLE), ("Bakker", "ent-2", OTHER))
    assert groups(one, *copies(one, 9)) == []


def test_a_copy_in_part_makes_no_group() -> None:
    one = told("art-a", ("Varga", "ent-1", WHOLE), origin="ori-1")
    other = told("art-b", ("Varga", "ent-1", WHOLE.replace("nobody", "no one")), origin="ori-1")
    copied = Derivation(
        id="der-1", from_="art-a", to="art-b", kind="copy", directed=True, score=1.0,
        passages=(), basis="",
    )  # fmt: skip
    assert groups(one, other, derivations=(copied,)) == []
    assert len(groups(one, other)) == 1


def test_a_rewrite_makes_a_group_where_it_changes_words() -> None:
    one = told("art-a", ("Varga", "ent-1", WHOLE), origin="ori-1")
    same_words = told("art-b", ("Varga", "ent-1", PART), origin="ori-1")
    assert groups(one, same_words) == []


def test_copies_change_no_group() -> None:
    members = [
        told("art-a", ("Varga", "ent-1", WHOLE), ("Bakker", "ent-2", OTHER)),
        told("art-b", ("Varga", "ent-1", PART)),
        told("art-c", ("Bakker", "ent-2", OTHER), day="2024-03-03"),
    ]
    repeated = [copy for member in members for copy in (member, *copies(member, 9))]
    shape = [(g.id, g.speaker, g.wordings) for g in groups(*members)]
    assert len(shape) == 2
    assert [(g.id, g.speaker, g.wordings) for g in groups(*repeated)] == shape


def test_the_order_of_articles_changes_nothing() -> None:
    members = [
        told(f"art-{n}", ("Varga", "ent-1", WHOLE if n % 2 else PART), ("Bakker", "ent-2", OTHER))
        for n in range(8)
    ]
    expected = join(affair(*members), Linked())
    random.Random(3).shuffle(members)
    shuffled = replace(affair(*members), members=tuple(members))
    assert join(shuffled, Linked()) == expected


# ---------------------------------------------------------------- speakers

KNOWN = {e.id: e for e in (*EVERYBODY, entity("ent-5", "Dr. Ana Várga"))}


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (("Varga", "ent-1"), ("the minister", "ent-1"), True),
        (("Varga", "ent-1"), ("Dr. Várga", "ent-5"), True),
        (("Varga", "ent-1"), ("Bakker", "ent-2"), False),
        (("Portugal", "ent-3"), ("the Portuguese foreign ministry", "ent-4"), True),
        (("the foreign ministry's spokesman", None), ("the foreign ministry", None), True),
        (("the police", None), ("the foreign ministry", None), False),
    ],
)
def test_who_can_be_one(
    one: tuple[str, str | None], other: tuple[str, str | None], are_one: bool
) -> None:
    first, second = (
        speaker_of(EntityPassage(text=text, span=Span(0, 1), entity=id_), KNOWN)
        for text, id_ in (one, other)
    )
    assert same(first, second) is are_one
    assert conflict(first, second) is (not are_one and None not in (one[1], other[1]))


def test_nobody_conflicts_with_nobody() -> None:
    nobody = speaker_of(None, {})
    assert not same(nobody, nobody)
    assert not conflict(nobody, nobody)


def test_what_everybody_quotes_is_one_group() -> None:
    members = [
        told(f"art-{n}", ("Varga", "ent-1", f"{WHOLE[:-1]} Number {n}.”")) for n in range(60)
    ]
    (group,) = groups(*members)
    assert len(group.quotations) == len(group.wordings) == 60
