"""What each rule's match means: one small function a rule, named in `rules.RULES`.

A builder gets the match and returns a meaning, or None where the words turn out to be no time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dragoman.extract.timex.builders import days, lengths, periods, shifts, times
from dragoman.extract.timex.builders.match import Builder, Match

__all__ = ["BUILDERS", "Builder", "Match"]

BUILDERS: Final[Mapping[str, Builder]] = {
    function.__name__: function
    for function in (
        days.iso, days.iso_moment, days.slash, days.day, days.month_that, days.day_of_month, days.weekday_of_week, days.weekday_number, days.attributive_month, days.range_start, days.range_end, days.year, days.before_christ, days.year_range_end, days.fiscal, days.fiscal_short, days.fiscal_span, days.fiscal_relative, days.decade, days.century,
        periods.season, periods.quarter, periods.last_quarter_of, periods.short_quarter, periods.year_before, periods.latest_quarter, periods.half, periods.year_end, periods.holiday, periods.named_day,
        shifts.deictic, shifts.two_days_off, shifts.overnight, shifts.shift, shifts.the_unit, shifts.unit_end, shifts.ago, shifts.long_ago, shifts.from_now, shifts.ahead, shifts.earlier, shifts.later, shifts.that_unit, shifts.same_month_last_year, shifts.next_in_text, shifts.recent, shifts.coming, shifts.present, shifts.current, shifts.past, shifts.future,
        lengths.rolling, lengths.length, lengths.one, lengths.long_or_old, lengths.bare_units, lengths.vague_length,
        times.every, times.weekdays, times.weekends, times.rate, times.set_word, times.clock, times.part_of_day, times.early_hours,
    )
}  # fmt: skip
