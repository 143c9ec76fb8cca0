"""What is counted, as what, through whom, where, when, and on whose word."""

from __future__ import annotations

from dragoman.types import (
    EntityMention,
    EntityPassage,
    MadeBy,
    Passage,
    Quotation,
    Span,
    Timex,
    Toponym,
)
from tests.extract.quantity.reading import measures, quantities

KILLED_AND_INJURED = (
    "The|the|DET|1|det blast|blast|NOUN|2|nsubj killed|kill|VERB|-1|root 3|3|NUM|2|obj "
    "and|and|CCONJ|5|cc injured|injure|VERB|3|conj 12|12|NUM|2|obj ~,|,|PUNCT|10|punct "
    "including|include|VERB|10|case 4|4|NUM|10|nummod children|child|NOUN|6|nmod ~.|.|PUNCT|2|punct"
)
PASSIVE = (
    "Some|some|DET|2|det 9,500|9,500|NUM|2|nummod people|people|NOUN|5|nsubj:pass have|have|AUX|5|aux "
    "been|be|AUX|5|aux:pass killed|kill|VERB|11|ccomp in|in|ADP|7|case strikes|strike|NOUN|5|obl "
    "~,|,|PUNCT|5|punct the|the|DET|10|det ministry|ministry|NOUN|11|nsubj says|say|VERB|-1|root"
)
TOLL = (
    "The|the|DET|2|det death|death|NOUN|2|compound toll|toll|NOUN|3|nsubj rose|rise|VERB|11|ccomp "
    "to|to|ADP|5|case 2,300|2300|NUM|3|obl on|on|ADP|7|case Monday|Monday|PROPN|3|obl "
    "~,|,|PUNCT|3|punct rescue|rescue|NOUN|10|compound workers|worker|NOUN|11|nsubj "
    "said|say|VERB|-1|root"
)
ABDUCTED = (
    "Gunmen|gunman|NOUN|1|nsubj abducted|abduct|VERB|-1|root 12|12|NUM|4|nummod "
    "aid|aid|NOUN|4|compound workers|worker|NOUN|1|obj in|in|ADP|6|case Valka|Valka|PROPN|1|obl"
)


def test_neighbours_in_a_list_keep_their_own_frames() -> None:
    assert measures(KILLED_AND_INJURED) == [("3", "killed"), ("12", "injured"), ("4", "injured")]


def test_the_subject_is_the_cause() -> None:
    assert [q.cause and q.cause.text for q in quantities(KILLED_AND_INJURED)] == ["The blast"] * 3


def test_passive_with_cause_and_source() -> None:
    (found,) = quantities(PASSIVE)
    assert (found.low, found.high, found.modifier, found.measure) == (9500, 9500, "about", "killed")
    assert found.of and found.of.text == "people"
    assert found.cause and found.cause.text == "strikes"
    assert found.reported_by and found.reported_by.text == "the ministry"


def test_a_toll_with_its_day() -> None:
    monday = Timex(
        id="tim-1", article="art-test", span=Span(32, 38), text="Monday", type="DATE",
        value="2024-05-06", from_="2024-05-06", to="2024-05-06", anchor="published",
        made_by=MadeBy(rule="test"),
    )  # fmt: skip
    (found,) = quantities(TOLL, timexes=(monday,))
    assert (found.measure, found.low) == ("killed", 2300)
    assert found.as_of and found.as_of.value == "2024-05-06"
    assert found.reported_by and found.reported_by.text == "rescue workers"


def test_the_place_of_the_clause() -> None:
    place = Toponym(
        id="top-1", article="art-test", span=Span(34, 39), text="Valka", geonames_id=1, lat=0.0,
        lon=0.0, country="LVA", made_by=MadeBy(rule="test"),
    )  # fmt: skip
    (found,) = quantities(ABDUCTED, toponyms=(place,))
    assert found.measure == "captive"
    assert found.place and (found.place.text, found.place.toponym) == ("Valka", "top-1")


def test_relative_clause_with_a_source_inside() -> None:
    line = (
        "Raids|raid|NOUN|8|nsubj that|that|PRON|4|nsubj officials|official|NOUN|3|nsubj "
        "say|say|VERB|0|acl:relcl killed|kill|VERB|3|ccomp around|around|ADV|6|advmod "
        "1,400|1,400|NUM|7|nummod people|people|NOUN|4|obj saw|see|VERB|-1|root 240|240|NUM|10|nummod "
        "people|people|NOUN|8|obj taken|take|VERB|10|acl hostage|hostage|NOUN|11|xcomp"
    )
    killed, taken = quantities(line)
    assert (killed.measure, taken.measure) == ("killed", "captive")
    assert killed.reported_by and killed.reported_by.text == "officials"
    assert killed.cause and killed.cause.text == "Raids"
    assert taken.cause and taken.cause.text == "Raids"
    assert taken.reported_by is None


def test_deaths_of() -> None:
    line = (
        "The|the|DET|1|det raids|raid|NOUN|2|nsubj resulted|result|VERB|-1|root in|in|ADP|5|case "
        "the|the|DET|5|det deaths|death|NOUN|2|obl of|of|ADP|8|case 1,400|1,400|NUM|8|nummod "
        "people|people|NOUN|5|nmod"
    )
    (found,) = quantities(line)
    assert found.measure == "killed"
    assert found.cause and found.cause.text == "The raids"


def test_only_persons_are_freed_and_only_when_freed() -> None:
    freed = "Rebels|rebel|NOUN|1|nsubj freed|free|VERB|-1|root 20|20|NUM|3|nummod hostages|hostage|NOUN|1|obj"
    albums = "They|they|PRON|1|nsubj released|release|VERB|-1|root three|three|NUM|3|nummod albums|album|NOUN|1|obj"
    trying = (
        "To|to|PART|1|mark free|free|VERB|-1|root five|five|NUM|3|nummod people|people|NOUN|1|obj"
    )
    assert measures(freed) == [("20", "released")]
    assert measures(albums) == [("three", "count")]
    assert measures(trying) == [("five", "people")]


def test_words_behind_the_number() -> None:
    line = "Twelve|twelve|NUM|2|dep were|be|AUX|2|dep kidnapped|kidnap|VERB|-1|root ~,|,|PUNCT|2|punct seven|seven|NUM|5|nummod dead|dead|ADJ|2|dep"
    assert measures(line) == [("Twelve", "captive"), ("seven", "killed")]


def test_part_of_a_whole() -> None:
    line = (
        "About|about|ADV|1|advmod 390,000|390,000|NUM|8|nsubj:pass of|of|ADP|6|case the|the|DET|6|det "
        "1.2|1.2|NUM|5|compound million|million|NUM|6|nummod cars|car|NOUN|1|nmod were|be|AUX|8|aux:pass "
        "repaired|repair|VERB|-1|root"
    )
    assert measures(line) == [("About 390,000", "vehicles"), ("1.2 million", "vehicles")]


def test_according_to() -> None:
    line = (
        "It|it|PRON|1|nsubj paid|pay|VERB|-1|root $|$|SYM|1|obj ~20|20|NUM|4|compound "
        "billion|billion|NUM|2|nummod ~,|,|PUNCT|9|punct according|accord|VERB|9|case to|to|ADP|6|fixed "
        "the|the|DET|9|det bank|bank|NOUN|1|obl"
    )
    (found,) = quantities(line)
    assert (found.unit, found.measure, found.low) == ("USD", "money", 20e9)
    assert found.reported_by and found.reported_by.text == "the bank"


def test_the_innermost_quotation_speaks_first() -> None:
    def quotation(speaker: str, start: int, end: int) -> Quotation:
        at = EntityPassage(text=speaker, span=Span(start, start + len(speaker)))
        content = Passage(text="", span=Span(0, end))
        return Quotation(
            id="quo", article="art-test", speaker=at, cue=None, content=(content,), kind="indirect",
            addressee=None, made_by=MadeBy(rule="test"),
        )  # fmt: skip

    mention = EntityMention(
        id="men", article="art-test", span=Span(47, 59), text="the ministry", entity="ent-1",
        made_by=MadeBy(rule="test"),
    )  # fmt: skip
    outer, inner = quotation("says", 60, 64), quotation("the ministry", 47, 46)
    (found,) = quantities(PASSIVE, quotations=(outer, inner), entity_mentions=(mention,))
    assert found.reported_by == EntityPassage(
        text="the ministry", span=Span(47, 59), entity="ent-1"
    )


def test_a_deed_in_words_vouches_for_nothing() -> None:
    line = (
        "The|the|DET|1|det court|court|NOUN|2|nsubj ordered|order|VERB|-1|root 22|22|NUM|4|nummod "
        "men|man|NOUN|2|obj to|to|PART|6|mark pay|pay|VERB|2|xcomp"
    )
    ordered = Quotation(
        id="quo", article="art-test", speaker=EntityPassage(text="The court", span=Span(0, 9)),
        cue=Passage(text="ordered", span=Span(10, 17)),
        content=(Passage(text="22 men to pay", span=Span(18, 31)),), kind="indirect", addressee=None,
        made_by=MadeBy(rule="test"),
    )  # fmt: skip
    (found,) = quantities(line, quotations=(ordered,))
    assert found.reported_by is None


def test_one() -> None:
    only = (
        "Only|only|ADV|2|advmod one|one|NUM|2|nummod woman|woman|NOUN|3|nsubj won|win|VERB|-1|root"
    )
    dead = "One|one|NUM|1|nummod person|person|NOUN|3|nsubj:pass was|be|AUX|3|aux:pass killed|kill|VERB|-1|root"
    both = (
        "one|one|NUM|1|nummod count|count|NOUN|-1|root and|and|CCONJ|4|cc two|two|NUM|4|nummod "
        "thefts|theft|NOUN|1|conj"
    )
    assert measures(only) == [("one", "people")]
    assert measures(dead) == [("One", "killed")]
    assert measures(both) == [("one", "count"), ("two", "count")]


def test_an_aside_is_not_the_speakers_word() -> None:
    line = (
        "Lira|lira|PROPN|1|nsubj said|say|VERB|-1|root the|the|DET|3|det raid|raid|NOUN|10|nsubj "
        "~,|,|PUNCT|6|punct which|which|PRON|6|nsubj killed|kill|VERB|3|acl:relcl 12|12|NUM|8|nummod "
        "men|man|NOUN|6|obj ~,|,|PUNCT|6|punct failed|fail|VERB|1|ccomp"
    )
    said = Quotation(
        id="quo", article="art-test", speaker=EntityPassage(text="Lira", span=Span(0, 4)), cue=None,
        content=(Passage(text="", span=Span(10, 46)),), kind="indirect", addressee=None,
        made_by=MadeBy(rule="test"),
    )  # fmt: skip
    for quotations in ((), (said,)):
        (found,) = quantities(line, quotations=quotations)
        assert (found.measure, found.reported_by) == ("killed", None)
        assert found.cause and found.cause.text == "the raid"
