"""The extractor as the pipeline calls it, with and without word classes and heads."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.timex import read
from dragoman.text import segment
from tests.extract.timex.reading import article, values


@dataclass(frozen=True)
class Tags:
    """Word classes and heads of one sentence, as the encoder gives them."""

    upos: tuple[str, ...]
    heads: tuple[int, ...]


def test_the_verb_above_decides_where_there_is_a_tree() -> None:
    text = "Talks that began there will resume Friday."
    tags = Tags(
        ("NOUN", "PRON", "VERB", "ADV", "AUX", "VERB", "PROPN", "PUNCT"), (5, 2, 0, 2, 5, -1, 5, 5)
    )
    (found,) = read(article(text), segment(text), tags=[tags])
    assert found.value == "2023-11-10"


def test_a_relative_clause_keeps_its_own_verb() -> None:
    text = "A man who was shot Friday will recover."
    tags = Tags(
        ("DET", "NOUN", "PRON", "AUX", "VERB", "PROPN", "AUX", "VERB", "PUNCT"),
        (1, 7, 4, 4, 1, 4, 7, -1, 7),
    )
    (found,) = read(article(text), segment(text), tags=[tags])
    assert found.value == "2023-11-03"


def test_word_classes_of_another_length_are_left_aside() -> None:
    text = "It ended on Friday."
    (found,) = read(article(text), segment(text), tags=[Tags(("PRON",), (-1,))])
    assert found.value == "2023-11-03"


def test_ids_depend_on_the_place_alone() -> None:
    text = "It ended on Friday."
    first, second = (read(article(text, day), segment(text))[0] for day in ("2023-11-08", None))
    assert first.id == second.id and first.value != second.value


def test_rule_and_note_say_how_it_was_read() -> None:
    text = "It ended early on May 3, 2024, or in late 2022."
    rules = [t.made_by.rule for t in read(article(text), segment(text))]
    assert rules == ["timex.month_day", "timex.year"]


def test_no_rule_reaches_over_a_sentence() -> None:
    assert values("It ended in May. 1998 people came.") == [("May", "2023-05")]
