"""One test a rule, each with the sentence that needs it."""

from __future__ import annotations

import pytest

from dragoman.types import EntityMention, MadeBy, Span
from tests.extract.quotation.reading import analysis, quotations, reading, who_said_what

INDIRECT = (
    "Mara:PROPN:nsubj:2:S said(say):VERB:root:0:C that:SCONJ:mark:6:Q the:DET:det:5:Q "
    "dam:NOUN:nsubj:6:Q held(hold):VERB:ccomp:2:Q .:PUNCT:punct:2"
)
DIRECT = (
    "“:PUNCT:punct:4:Q The:DET:det:3:Q dam:NOUN:nsubj:4:Q held(hold):VERB:ccomp:8:Q ,:PUNCT:punct:4:Q "
    "”:PUNCT:punct:4:Q Mara:PROPN:nsubj:8:S said(say):VERB:root:0:C .:PUNCT:punct:8"
)
QUOTED_ON = "“:PUNCT:punct:3:Q It:PRON:nsubj:3:Q rained(rain):VERB:root:0:Q .:PUNCT:punct:3:Q ”:PUNCT:punct:3:Q"


def test_indirect() -> None:
    (found,) = quotations(INDIRECT)
    assert found.speaker and found.speaker.text == "Mara"
    assert found.cue and found.cue.text == "said"
    assert [p.text for p in found.content] == ["that the dam held"]
    assert found.kind == "indirect"
    assert found.made_by == MadeBy(rule="attribution head", score=0.9)


def test_direct_keeps_its_marks() -> None:
    (found,) = quotations(DIRECT)
    assert found.speaker and found.speaker.text == "Mara"
    assert [p.text for p in found.content] == ["“The dam held,”"]
    assert found.kind == "direct"


def test_mixed() -> None:
    (found,) = quotations(
        "Mara:PROPN:nsubj:2:S said(say):VERB:root:0:C it:PRON:nsubj:6:Q was:AUX:cop:6:Q “:PUNCT:punct:6:Q "
        "unsafe:ADJ:ccomp:2:Q ”:PUNCT:punct:6:Q .:PUNCT:punct:2"
    )
    assert found.kind == "mixed"
    assert [p.text for p in found.content] == ["it was “unsafe”"]


def test_single_marks_are_direct_too() -> None:
    (found,) = quotations(
        "Mara:PROPN:nsubj:2:S said(say):VERB:root:0:C ‘:PUNCT:punct:4:Q Stay:VERB:ccomp:2:Q there:ADV:advmod:4:Q "
        "’:PUNCT:punct:4:Q"
    )
    assert (found.kind, found.content[0].text) == ("direct", "‘Stay there’")


def test_quotation_split_around_its_cue() -> None:
    found = who_said_what(
        "“:PUNCT:punct:3:Q The:DET:det:3:Q dam:NOUN:dislocated:7:Q ,:PUNCT:punct:3:Q ”:PUNCT:punct:3:Q Mara:PROPN:nsubj:7:S "
        "said(say):VERB:root:0:C ,:PUNCT:punct:7 “:PUNCT:punct:11:Q+ it:PRON:nsubj:11:Q held(hold):VERB:ccomp:7:Q "
        ".:PUNCT:punct:11:Q ”:PUNCT:punct:11:Q"
    )
    assert found == [("Mara", "said", ["“The dam,”", "“it held.”"])]


def test_quotation_runs_on_over_sentences_and_paragraphs() -> None:
    paragraph = DIRECT, QUOTED_ON, "¶" + QUOTED_ON.replace("rained(rain)", "poured(pour)")
    found = who_said_what(*paragraph)
    assert found[0][2][:2] == ["“The dam held,”", "“It rained.”"]


def test_cue_that_waits_for_the_next_paragraph() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S added(add):VERB:root:0:C ::PUNCT:punct:2", "¶" + QUOTED_ON
    )
    assert found == [("Mara", "added", ["“It rained.”"])]


def test_line_signed_with_a_dash() -> None:
    found = who_said_what(QUOTED_ON, "¶―:PUNCT:punct:2:C Mara:PROPN:root:0:S")
    assert found == [("Mara", "―", ["“It rained.”"])]


def test_colon_without_a_marked_cue() -> None:
    found = who_said_what(
        "Mara:PROPN:parataxis:4:S ::PUNCT:punct:4 It:PRON:nsubj:4:Q rained(rain):VERB:root:0:Q .:PUNCT:punct:4"
    )
    assert found == [("Mara", ":", ["It rained"])]


def test_source_from_the_tree_where_none_is_marked() -> None:
    (found,) = quotations(INDIRECT.replace("nsubj:2:S", "nsubj:2"))
    assert found.speaker and found.speaker.text == "Mara"
    assert found.made_by.rule == "subject"


def test_shared_subject() -> None:
    (found,) = quotations(
        "Mara:PROPN:nsubj:2 left(leave):VERB:root:0 and:CCONJ:cc:4 said(say):VERB:conj:2:C it:PRON:nsubj:6:Q "
        "rained(rain):VERB:ccomp:4:Q .:PUNCT:punct:2"
    )
    assert found.speaker and found.speaker.text == "Mara"
    assert found.made_by.rule == "shared subject"


def test_no_speaker_rather_than_a_wrong_one() -> None:
    """The one asked is not the one who asks."""
    found = who_said_what(
        "Mara:PROPN:nsubj:pass:3:S was:AUX:aux:pass:3 asked(ask):VERB:root:0:C whether:SCONJ:mark:6:Q "
        "it:PRON:nsubj:6:Q rained(rain):VERB:ccomp:3:Q .:PUNCT:punct:3"
    )
    assert [speaker for speaker, _, _ in found] == [None]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (
            "Mara:PROPN:nsubj:2:S seemed(seem):VERB:root:0:C to:PART:mark:4:Q agree:VERB:xcomp:2:Q .:PUNCT:punct:2",
            "nobody_says_it",
        ),
        (
            "It:PRON:nsubj:pass:3:Q was:AUX:aux:pass:3:C seen(see):VERB:root:0:C as:ADP:case:6:C a:DET:det:6:Q "
            "snub:NOUN:obl:3:Q .:PUNCT:punct:3",
            "nobody_says_it",
        ),
        (
            "Mara:PROPN:nsubj:2:S aimed(aim):VERB:root:0:C to:PART:mark:4:Q win:VERB:xcomp:2:Q .:PUNCT:punct:2",
            "not_an_utterance",
        ),
    ],
)
def test_how_a_thing_looks_and_what_one_tries_are_no_statements(sentence: str, reason: str) -> None:
    read = reading(sentence)
    assert analysis(read).quotations == ()
    assert [drop.reason for drop in analysis(read).drops] == [reason]


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("College:PROPN:compound:2:S dean:NOUN:nsubj:4:S Ada:PROPN:dep:2:S", "e"),
        ("Report:NOUN:nsubj:4:S by:ADP:case:3:S Ada:PROPN:nmod:1:S", None),
    ],
)
def test_the_name_behind_a_title_is_the_speaker(source: str, entity: str | None) -> None:
    read = reading(
        f"{source} said(say):VERB:root:0:C it:PRON:nsubj:6:Q rained(rain):VERB:ccomp:4:Q .:PUNCT:punct:4",
        names=[(0, 2, 3)],
    )
    at = read.article.text.index("Ada")
    mention = EntityMention(
        id="m",
        article="a",
        span=Span(at, at + 3),
        text="Ada",
        entity="e",
        made_by=MadeBy(rule="name"),
    )
    (found,) = analysis(read, (mention,)).quotations
    assert found.speaker and found.speaker.entity == entity


def test_a_speaker_is_never_empty() -> None:
    """The subject of the inner verb stands before what the outer one reports."""
    read = reading(
        "Paper:NOUN:nsubj:6:S ,:PUNCT:punct:6 the:DET:det:4:Q town:NOUN:nsubj:6:Q had:AUX:aux:6:Q "
        "said(say):VERB:root:0:Q that:SCONJ:mark:9:Q it:PRON:nsubj:9:Q rained(rain):VERB:ccomp:6:Q .:PUNCT:punct:6"
    )
    assert all(q.speaker is None or q.speaker.text for q in analysis(read).quotations)


def test_object_behind_a_verb_is_no_speaker() -> None:
    """A headline: nobody says anything in it."""
    read = reading(
        "Town:NOUN:nsubj:2:Q shuts(shut):VERB:ccomp:4:Q ,:PUNCT:punct:2 Recalls(recall):VERB:root:0:C "
        "Mayor:NOUN:obj:4:S"
    )
    assert analysis(read).quotations == ()
    assert [drop.reason for drop in analysis(read).drops] == ["nobody_says_it"]


def test_participle_of_saying_takes_its_own_content() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S denied(deny):VERB:root:0:C the:DET:det:4:Q report:NOUN:obj:2:Q ,:PUNCT:punct:6 "
        "claiming(claim):VERB:advcl:2 it:PRON:nsubj:8:Q+ rained(rain):VERB:ccomp:6:Q .:PUNCT:punct:2"
    )
    assert found == [("Mara", "denied", ["the report"]), ("Mara", "claiming", ["it rained"])]


def test_transcript() -> None:
    found = who_said_what(
        "“:PUNCT:punct:4:Q LEE:PROPN:parataxis:4:Q ::PUNCT:punct:4:Q Rain:NOUN:root:0:Q fell(fall):VERB:acl:4:Q "
        ".:PUNCT:punct:4:Q ”:PUNCT:punct:4:Q"
    )
    assert found == [("LEE", ":", ["Rain fell.”"])]


def test_sentence_credited_behind_a_dateline() -> None:
    found = who_said_what(
        "Town:NOUN:nsubj:7:Q (:PUNCT:punct:3:Q NEWSCO:PROPN:appos:1:Q ):PUNCT:punct:3:Q The:DET:det:6:Q "
        "dam:NOUN:nsubj:7:Q held(hold):VERB:root:0:Q ,:PUNCT:punct:10 as:SCONJ:mark:10 reported(report):VERB:advcl:7 "
        "by:ADP:case:12 Mara:PROPN:obl:10 on:ADP:case:14 Tuesday:PROPN:obl:10 .:PUNCT:punct:7"
    )
    assert found == [("Mara", "reported", ["The dam held"])]


def test_passive_with_an_agent() -> None:
    found = who_said_what(
        "The:DET:det:2:Q vote:NOUN:nsubj:pass:4:Q was:AUX:aux:pass:4:C condemned(condemn):VERB:root:0:C "
        "by:ADP:case:6 Mara:PROPN:obl:agent:4:S .:PUNCT:punct:4"
    )
    assert found == [("Mara", "was condemned", ["The vote"])]


def test_quoted_as_saying_gives_outer_and_inner() -> None:
    found = who_said_what(
        "The:DET:det:2:S paper:NOUN:nsubj:3:S quoted(quote):VERB:root:0:C Mara:PROPN:obj:3:Q as:SCONJ:mark:6:Q "
        "saying(say):VERB:advcl:3:Q it:PRON:nsubj:8:Q rained(rain):VERB:ccomp:6:Q .:PUNCT:punct:3"
    )
    assert found == [
        ("The paper", "quoted", ["Mara as saying it rained"]),
        ("Mara", "saying", ["it rained"]),
    ]


def test_report_of_a_report() -> None:
    found = who_said_what(
        "The:DET:det:2:S agency:NOUN:nsubj:3:S reported(report):VERB:root:0:C that:SCONJ:mark:7:Q "
        "the:DET:det:6:Q town:NOUN:nsubj:7:Q said(say):VERB:ccomp:3:Q it:PRON:nsubj:9:Q rained(rain):VERB:ccomp:7:Q "
        ".:PUNCT:punct:3"
    )
    assert found == [
        ("The agency", "reported", ["that the town said it rained"]),
        ("the town", "said", ["it rained"]),
    ]


def test_aside_without_a_marked_content() -> None:
    found = who_said_what(
        "The:DET:det:2 dam:NOUN:nsubj:3 held(hold):VERB:root:0 ,:PUNCT:punct:6 as:SCONJ:mark:6 "
        "reported(report):VERB:advcl:3:C by:ADP:case:8:C Mara:PROPN:obl:agent:6:S .:PUNCT:punct:3"
    )
    assert found == [("Mara", "reported by", ["The dam held"])]


def test_content_broken_at_a_verb_of_seeming() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S urged(urge):VERB:root:0:C them:PRON:obj:2:Q to:PART:mark:5:Q leave:VERB:xcomp:2:Q "
        "after:SCONJ:mark:8:Q Lee:PROPN:nsubj:8:Q appeared(appear):VERB:advcl:5:C to:PART:mark:10:Q "
        "agree:VERB:xcomp:8:Q .:PUNCT:punct:2"
    )
    assert found == [("Mara", "urged", ["them to leave after Lee appeared to agree"])]


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        (
            "Mara:PROPN:nsubj:2:S told(tell):VERB:root:0:C reporters(reporter):NOUN:iobj:2 that:SCONJ:mark:6:Q "
            "it:PRON:nsubj:6:Q rained(rain):VERB:ccomp:2:Q .:PUNCT:punct:2",
            "reporters",
        ),
        (
            "Mara:PROPN:nsubj:2:S urged(urge):VERB:root:0:C the:DET:det:4:Q council:NOUN:obj:2:Q to:PART:mark:6:Q "
            "vote:VERB:xcomp:2:Q .:PUNCT:punct:2",
            "the council",
        ),
        (
            "Mara:PROPN:nsubj:2:S said(say):VERB:root:0:C to:ADP:case:4 Lee:PROPN:obl:2 it:PRON:nsubj:6:Q "
            "rained(rain):VERB:ccomp:2:Q .:PUNCT:punct:2",
            "Lee",
        ),
        (
            "Mara:PROPN:nsubj:2:S called(call):VERB:root:0:C on:ADP:case:5:C the:DET:det:5:Q town:NOUN:obl:2:Q "
            "to:PART:mark:7:Q vote:VERB:advcl:2:Q .:PUNCT:punct:2",
            "the town",
        ),
        (INDIRECT, None),
    ],
)
def test_addressee(sentence: str, heard: str | None) -> None:
    (found,) = quotations(sentence)
    assert (found.addressee and found.addressee.text) == heard


def test_unnamed_source() -> None:
    sentence = INDIRECT.replace("Mara:PROPN", "Officials(official):NOUN")
    (found,) = quotations(sentence)
    assert found.made_by.note == "unnamed"


def test_named_source_with_a_role_is_not_unnamed() -> None:
    read = reading(INDIRECT, names=[(0, 0, 1)])
    assert analysis(read).quotations[0].made_by.note is None


def test_source_loses_commas_at_its_edges() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:5:S ,:PUNCT:punct:3:S mayor:NOUN:appos:1:S ,:PUNCT:punct:3:S said(say):VERB:root:0:C "
        "it:PRON:nsubj:7:Q rained(rain):VERB:ccomp:5:Q .:PUNCT:punct:5"
    )
    assert found[0][0] == "Mara, mayor"


def test_words_that_lead_nowhere_are_left_out() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S backed(back):VERB:root:0:C the:DET:det:4:Q new:ADJ:amod:5:Q dam:NOUN:obj:2:Q "
        "during(during):ADP:case:8:Q a:DET:det:8:Q visit:NOUN:obl:2 .:PUNCT:punct:2"
    )
    assert found[0][2] == ["the new dam"]


def test_entity_through_its_mention() -> None:
    read = reading(INDIRECT)
    mention = EntityMention(
        id="men-1", article="art-test", span=Span(0, 4), text="Mara", entity="ent-1",
        made_by=MadeBy(rule="test"),
    )  # fmt: skip
    speaker = analysis(read, (mention,)).quotations[0].speaker
    assert speaker and speaker.entity == "ent-1"


def test_relative_pronoun_stands_for_its_noun() -> None:
    read = reading(
        "Mara:PROPN:root:0 ,:PUNCT:punct:4 who:PRON:nsubj:4:S said(say):VERB:acl:relcl:1:C it:PRON:nsubj:6:Q "
        "rained(rain):VERB:ccomp:4:Q ,:PUNCT:punct:4 left(leave):VERB:parataxis:1 .:PUNCT:punct:1"
    )
    mention = EntityMention(
        id="men-1", article="art-test", span=Span(0, 4), text="Mara", entity="ent-1",
        made_by=MadeBy(rule="test"),
    )  # fmt: skip
    speaker = analysis(read, (mention,)).quotations[0].speaker
    assert speaker and (speaker.text, speaker.entity) == ("who", "ent-1")


def test_drops_are_named() -> None:
    cue_alone = "Mara:PROPN:nsubj:2:S spoke(speak):VERB:root:0:C .:PUNCT:punct:2"
    nobody = "The:DET:det:2:Q weather:NOUN:root:0:Q"
    assert [d.reason for d in analysis(reading(cue_alone)).drops] == ["cue_without_content"]
    assert [d.reason for d in analysis(reading(nobody)).drops] == ["nobody_says_it"]


def test_heading_in_single_marks_joins_nothing() -> None:
    heading = "¶‘:PUNCT:punct:2:Q Stop:VERB:root:0:Q this:PRON:obj:2:Q ’:PUNCT:punct:2:Q"
    found = who_said_what(DIRECT, heading)
    assert ("Mara", "said", ["“The dam held,”"]) in found


def test_nothing_marked_nothing_found() -> None:
    assert quotations("It:PRON:nsubj:2 rained(rain):VERB:root:0 .:PUNCT:punct:2") == ()
    assert quotations() == ()


def test_quotation_that_never_closes_stops_at_its_speaker() -> None:
    (found,) = quotations(
        "“:PUNCT:punct:4:Q We:PRON:nsubj:4:Q never:ADV:advmod:4:Q close(close):VERB:root:0:Q ,:PUNCT:punct:7:Q "
        "Lee:PROPN:nsubj:7:Q told(tell):VERB:parataxis:4:Q reporters(reporter):NOUN:obj:7:Q .:PUNCT:punct:4:Q"
    )
    assert found.speaker and found.cue and found.addressee
    assert (found.speaker.text, found.cue.text, found.addressee.text) == (
        "Lee",
        "told",
        "reporters",
    )
    assert [p.text for p in found.content] == ["“We never close"]


def test_quoted_as_saying_in_the_passive() -> None:
    found = who_said_what(
        "It:PRON:nsubj:2:Q rained(rain):VERB:ccomp:6:Q ,:PUNCT:punct:2 Mara:PROPN:nsubj:pass:6 was:AUX:aux:pass:6:C "
        "quoted(quote):VERB:root:0:C as:SCONJ:mark:8:C saying(say):VERB:advcl:6:C by:ADP:case:10 TV:PROPN:obl:agent:6 "
        ".:PUNCT:punct:6"
    )
    assert found == [("Mara", "was quoted as saying", ["It rained"])]


def test_free_participle_has_the_main_subject() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S blamed(blame):VERB:root:0:C Lee:PROPN:obj:2:Q ,:PUNCT:punct:6 a:DET:det:6:S "
        "critic:NOUN:appos:3:S ,:PUNCT:punct:8 claiming(claim):VERB:advcl:2:C it:PRON:nsubj:10:Q "
        "rained(rain):VERB:ccomp:8:Q .:PUNCT:punct:2"
    )
    assert found == [("Mara", "blamed", ["Lee"]), ("Mara", "claiming", ["it rained"])]


def test_the_source_that_a_cue_has_swallowed() -> None:
    found = who_said_what(
        "The:DET:det:2:Q dam:NOUN:nsubj:3:Q held(hold):VERB:root:0:Q ,:PUNCT:punct:6 as:SCONJ:mark:6:C "
        "reported(report):VERB:advcl:3:C by:ADP:case:8:C Mara:PROPN:obl:6:C .:PUNCT:punct:3"
    )
    assert found == [("Mara", "as reported", ["The dam held"])]


def test_a_content_ends_with_its_phrase() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S plans(plan):VERB:root:0:C to:PART:mark:4:Q leave:VERB:xcomp:2:Q "
        "and:CCONJ:cc:6:Q become:VERB:conj:4:Q the:DET:det:8 mayor:NOUN:xcomp:6 ,:PUNCT:punct:12 "
        "which:PRON:nsubj:12 is:AUX:cop:12 odd:ADJ:acl:relcl:8 .:PUNCT:punct:2"
    )
    assert found[0][2] == ["to leave and become the mayor"]


def test_a_time_before_the_clause_is_that_of_the_cue() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S said(say):VERB:root:0:C this:DET:det:4:Q week:NOUN:obl:2:Q "
        "that:SCONJ:mark:8:Q the:DET:det:7:Q dam:NOUN:nsubj:8:Q held(hold):VERB:ccomp:2:Q .:PUNCT:punct:2"
    )
    assert found[0][2] == ["that the dam held"]


def test_where_it_was_said_is_not_what_was_said() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S praised(praise):VERB:root:0:C the:DET:det:4:Q dam:NOUN:obj:2:Q "
        "during:ADP:case:7:Q a:DET:det:7:Q speech:NOUN:nmod:4:Q .:PUNCT:punct:2"
    )
    assert found[0][2] == ["the dam"]


def test_talks_that_are_held_are_nothing_said() -> None:
    assert not quotations(
        "Mara:PROPN:nsubj:2:S holds(hold):VERB:root:0:C talks:NOUN:obj:2:Q .:PUNCT:punct:2"
    )


def test_a_verb_with_a_subject_of_its_own_takes_no_other_source() -> None:
    found = who_said_what(
        "Mara:PROPN:nsubj:2:S reported(report):VERB:root:0:C –:PUNCT:punct:2:C women:NOUN:nsubj:5 "
        "condemned(condemn):VERB:ccomp:2:C the:DET:det:7:Q dam:NOUN:obj:5:Q .:PUNCT:punct:2"
    )
    assert ("Mara", "condemned", ["the dam"]) not in found


def test_an_agent_of_another_verb_does_not_speak() -> None:
    found = quotations(
        "Reported(report):VERB:acl:9 by:ADP:case:3 users:NOUN:obl:agent:1:S ,:PUNCT:punct:1 "
        "the:DET:det:6:Q dam:NOUN:nsubj:pass:9:Q has:AUX:aux:9:C been:AUX:aux:pass:9:C "
        "said(say):VERB:root:0:C to:PART:mark:11:Q leak:VERB:xcomp:9:Q .:PUNCT:punct:9"
    )
    assert all(q.speaker is None for q in found)


def test_told_the_daily_according_to_the_agency() -> None:
    found = who_said_what(
        "“:PUNCT:punct:3:Q It:PRON:nsubj:3:Q held(hold):VERB:ccomp:7:Q ,:PUNCT:punct:3:Q ”:PUNCT:punct:3:Q "
        "Mara:PROPN:nsubj:7:Q told(tell):VERB:root:0:Q the:DET:det:9:Q Post:PROPN:iobj:7:Q ,:PUNCT:punct:13 "
        "according:VERB:case:13:C to:ADP:fixed:11:C Reuters:PROPN:obl:7:S .:PUNCT:punct:7"
    )
    assert ("Reuters", "according to") in [row[:2] for row in found]
    assert ("Mara", "told", ["“It held,”"]) in found


def test_two_speakers_are_no_one_entity() -> None:
    sentence = (
        "Mara:PROPN:nsubj:4:S and:CCONJ:cc:3:S Odo:PROPN:conj:1:S said(say):VERB:root:0:C "
        "it:PRON:nsubj:6:Q held(hold):VERB:ccomp:4:Q .:PUNCT:punct:4"
    )
    mentions = (_mention("Mara", 0, "ent-mara"), _mention("Odo", 9, "ent-odo"))
    (found,) = analysis(reading(sentence), mentions).quotations
    assert found.speaker and found.speaker.entity is None


def test_a_last_name_that_is_marked_elsewhere() -> None:
    sentence = (
        "Odo:PROPN:nsubj:2:S said(say):VERB:root:0:C it:PRON:nsubj:4:Q held(hold):VERB:ccomp:2:Q "
        ".:PUNCT:punct:2"
    )
    far = _mention("Mara Odo", 100, "ent-odo")
    (found,) = analysis(reading(sentence), (far,)).quotations
    assert found.speaker and found.speaker.entity == "ent-odo"


def _mention(name: str, start: int, entity: str) -> EntityMention:
    span = Span(start, start + len(name))
    return EntityMention(
        id=f"men-{start}", article="art-test", span=span, text=name, entity=entity,
        made_by=MadeBy(rule="test"),
    )  # fmt: skip


def test_a_clause_of_which_only_the_end_was_marked() -> None:
    found = who_said_what(
        "The:DET:det:2 ship:NOUN:nsubj:3 sank(sink):VERB:ccomp:8 this:DET:det:5:Q "
        "morning:NOUN:obl:unmarked:3:Q ,:PUNCT:punct:3 Mara:PROPN:nsubj:8:S said(say):VERB:root:0:C "
        ".:PUNCT:punct:8"
    )
    assert found == [("Mara", "said", ["The ship sank this morning"])]
