"""Values in the light of the article's date, the verb and the dates before."""

from __future__ import annotations

import pytest

from tests.extract.timex.reading import timexes, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strike ended on Tuesday.", "2023-11-07"),
        ("The strike will end on Tuesday.", "2023-11-14"),
        ("The offer is due to expire on Friday.", "2023-11-10"),
        ("The flight was scheduled to leave on Friday.", "2023-11-03"),
        ("The offer had been due to expire on Friday.", "2023-11-03"),
        ("She said on Wednesday that it was over.", "2023-11-08"),
        ("She left last Wednesday.", "2023-11-01"),
        ("She leaves next Wednesday.", "2023-11-15"),
        ("She will leave this Friday.", "2023-11-10"),
        ("The dividend is payable Dec. 7.", "2023-12-07"),
        ("The company bought it in December.", "2022-12"),
        ("The company will buy it in March.", "2024-03"),
        ("The rights, which expire Nov. 21, can be sold.", "2023-11-21"),
        ("She was born on Feb. 27.", "2023-02-27"),
        ("She left last November.", "2022-11"),
        ("She left this past October.", "2023-10"),
        ("The ministry gave them until Friday to leave.", "2023-11-10"),
        ("It left at four o'clock yesterday afternoon.", "2023-11-07T16:00"),
        ("Sept. 11 terrorist attacks changed that.", "2001-09-11"),
    ],
)
def test_direction(text: str, value: str) -> None:
    assert [v for _, v in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from Monday to Thursday", ["2023-11-06", "2023-11-09"]),
        ("from March to May 1998", ["1998-03", "1998-05"]),
        ("from November 1997 to March 1998", ["1997-11", "1998-03"]),
        ("between Nov. 28 and Feb. 3, 2022", ["2021-11-28", "2022-02-03"]),
        ("on May 3-5, 2024", ["2024-05-03/2024-05-05"]),
        ("on 3-5 May 2024", ["2024-05-03/2024-05-05"]),
        ("in 2010-2012", ["2010/2012"]),
        ("in 1998-99", ["1998/1999"]),
        ("on November 16 - 17", ["2023-11-16/2023-11-17"]),
    ],
)
def test_ranges(text: str, expected: list[str]) -> None:
    assert [v for _, v in values(f"It was so {text}.")] == expected


def test_a_hyphenated_range_has_the_interval_of_both() -> None:
    (found,) = timexes("It was held on 3-5 May 2024.")
    assert (found.text, found.from_, found.to) == ("3-5 May 2024", "2024-05-03", "2024-05-05")


def test_a_reading_that_could_be_two_days_stays_open() -> None:
    (found,) = timexes("It was signed on 03/05/2024.")
    assert (found.value, found.from_, found.to) == ("2024-XX-XX", None, None)
    assert found.made_by.note == "2024-05-03 or 2024-03-05"


def test_day_comes_first_where_there_are_full_stops() -> None:
    assert values("It was signed on 5.11.2023.") == [("5.11.2023", "2023-11-05")]


def test_a_later_day_is_counted_from_the_day_before_it_in_the_text() -> None:
    first, second = timexes("It began on 7 October 1950. Two days later it was over.")
    assert (second.value, second.anchor) == ("1950-10-09", first.id)


def test_a_later_day_without_a_day_to_count_from_stays_unresolved() -> None:
    (found,) = timexes("Two days later it was over.")
    assert (found.value, found.from_, found.anchor) == ("XXXX-XX-XX", None, None)


def test_counted_from_an_event_it_stays_a_length() -> None:
    (found,) = timexes("The vote was held two days after the attack.")
    assert (found.text, found.type, found.value) == ("two days", "DURATION", "P2D")
    assert found.anchor is None


def test_a_year_earlier_in_a_report_on_a_quarter_is_that_quarter() -> None:
    text = "It lost $2 million in the third quarter, after a gain of $1 million a year earlier."
    assert values(text) == [("the third quarter", "2023-Q3"), ("a year earlier", "2022-Q3")]


def test_a_year_earlier_after_nine_months_is_the_year() -> None:
    text = "It lost money in the third quarter. In the nine months it lost $2, after $1 a year earlier."
    assert values(text)[-1] == ("a year earlier", "2022")


def test_a_time_of_day_is_of_the_day_that_follows_it() -> None:
    found = timexes("At 10:30 a.m. (0830 GMT) on Friday the bridge fell.")
    assert [t.value for t in found][:2] == ["2023-11-03T10:30", "2023-11-03T08:30"]


def test_a_clock_time_has_an_interval_to_the_minute() -> None:
    (found,) = timexes("It ends at 5 p.m. EST, Nov. 6.")
    assert (found.from_, found.to) == ("2023-11-06T17:00", "2023-11-06T17:00")
    assert found.made_by.note == "zone EST"


def test_that_before_a_month_may_be_a_conjunction() -> None:
    assert values("He said that November was cold.") == [("November", "2023-11")]


def test_midnight_ends_its_day() -> None:
    (found,) = timexes("It expired at midnight Friday.")
    assert (found.value, found.from_) == ("2023-11-03T24:00", "2023-11-04T00:00")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in October", "2023-10-01", "2023-10-31"),
        ("last weekend", "2023-11-04", "2023-11-05"),
        ("earlier this week", "2023-11-06", "2023-11-12"),
        ("in the third quarter of 1984", "1984-07-01", "1984-09-30"),
        ("in the winter of 1994", "1994-12-01", "1995-02-28"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in the 20th century", "1900-01-01", "1999-12-31"),
        ("over the past two weeks", "2023-10-25", "2023-11-08"),
        ("over the next year", "2023-11-08", "2024-11-08"),
        ("within two weeks", None, None),
        ("every Monday", None, None),
        ("recently", None, None),
    ],
)
def test_intervals(text: str, first: str | None, last: str | None) -> None:
    (found,) = timexes(f"It was so {text}.")
    assert (found.from_, found.to) == (first, last)


@pytest.mark.parametrize(
    ("text", "note"),
    [("late 2022", "mod END"), ("mid-June", "mod MID"), ("early Sunday", "mod START"),
     ("more than two years ago", "mod MORE_THAN"), ("around Nov. 1", "mod APPROX")],
)  # fmt: skip
def test_the_words_that_narrow_it_belong_to_it(text: str, note: str) -> None:
    (found,) = timexes(f"It happened {text}.")
    assert (found.text, found.made_by.note) == (text, note)


def test_the_word_that_opens_an_interval_is_noted() -> None:
    (found,) = timexes("It has been shut since October.")
    assert (found.from_, found.to) == ("2023-10-01", "2023-10-31")
    assert found.made_by.note == "signal since"
