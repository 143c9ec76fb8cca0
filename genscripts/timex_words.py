"""Writes src/dragoman/data/timex.json: the words that time expressions are made of, and the holidays.

Month, day and day-part names: Unicode CLDR through babel (`pip install babel`), English of the US
and of Britain. Number words, units and holiday rules: the tables below; the holiday rules are those
of 5 U.S.C. 6103 (US), the Banking and Financial Dealings Act (UK), UN observances, and the
Gregorian computus for the feasts that move with Easter. Feasts of calendars that follow a sighted
moon, or an almanac that is not computed here, have the rule 'none': they are found and kept unresolved.

    python genscripts/timex_words.py [--check]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from number_words import ONES, TENS

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "timex.json"

ORDINAL_ONES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
ORDINAL_TENS = ["twentieth", "thirtieth"]

UNITS = {
    "S": "second seconds sec secs",
    "MIN": "minute minutes min mins",
    "H": "hour hours hr hrs",
    "D": "day days",
    "W": "week weeks wk wks",
    "FN": "fortnight fortnights",
    "WE": "weekend weekends",
    "M": "month months",
    "Q": "quarter quarters",
    "Y": "year years yr yrs",
    "DE": "decade decades",
    "CE": "century centuries",
    "ML": "millennium millennia millenniums",
    "NI": "night nights",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "forenoon": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
    "afternoon": "AF", "lunchtime": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV",
    "night": "NI", "nighttime": "NI", "daytime": "DT", "daylight": "DT", "overnight": "NI",
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M",
    "annually": "P1Y", "yearly": "P1Y", "biennial": "P2Y", "biannual": "P6M",
}  # fmt: skip
ZONES = [
    "GMT",
    "UTC",
    "BST",
    "CET",
    "CEST",
    "EET",
    "EEST",
    "WET",
    "MSK",
    "IST",
    "JST",
    "KST",
    "HKT",
    "SGT",
    "AEST",
    "AEDT",
    "NZST",
    "EST",
    "EDT",
    "ET",
    "CST",
    "CDT",
    "CT",
    "MST",
    "MDT",
    "MT",
    "PST",
    "PDT",
    "PT",
]

HOLIDAYS = [
    # names, rule: 'fixed month-day', 'easter offset', 'nth month weekday n' (Monday 1; -1 last), 'none'
    (["New Year's Day", "New Year"], "fixed 01-01"),
    (["New Year's Eve"], "fixed 12-31"),
    (["Epiphany"], "fixed 01-06"),
    (["Orthodox Christmas"], "fixed 01-07"),
    (["Martin Luther King Day", "Martin Luther King Jr. Day", "MLK Day"], "nth 01 1 3"),
    (["Groundhog Day"], "fixed 02-02"),
    (["Valentine's Day", "Valentine 's"], "fixed 02-14"),
    (["Presidents Day", "Presidents' Day", "President's Day"], "nth 02 1 3"),
    (["International Women's Day"], "fixed 03-08"),
    (["St. Patrick's Day", "St Patrick's Day", "Saint Patrick's Day"], "fixed 03-17"),
    (["Nowruz", "Newroz"], "none"),
    (["April Fools' Day", "April Fool's Day", "April Fools Day"], "fixed 04-01"),
    (["Shrove Tuesday", "Mardi Gras"], "easter -47"),
    (["Ash Wednesday"], "easter -46"),
    (["Palm Sunday"], "easter -7"),
    (["Maundy Thursday"], "easter -3"),
    (["Good Friday"], "easter -2"),
    (["Holy Saturday"], "easter -1"),
    (["Easter Sunday", "Easter Day", "Easter"], "easter 0"),
    (["Easter Monday"], "easter 1"),
    (["Ascension Day"], "easter 39"),
    (["Pentecost", "Whit Sunday"], "easter 49"),
    (["Whit Monday"], "easter 50"),
    (["Corpus Christi"], "easter 60"),
    (["Orthodox Easter"], "orthodox 0"),
    (["Anzac Day", "ANZAC Day"], "fixed 04-25"),
    (["Earth Day"], "fixed 04-22"),
    (["May Day", "International Workers' Day"], "fixed 05-01"),
    (["VE Day", "V-E Day"], "fixed 05-08"),
    (["Victory Day"], "none"),
    (["Nakba Day"], "fixed 05-15"),
    (["Mother's Day", "Father's Day"], "none"),
    (["Memorial Day"], "nth 05 1 -1"),
    (["Juneteenth"], "fixed 06-19"),
    (["Canada Day"], "fixed 07-01"),
    (["Fourth of July", "July Fourth"], "fixed 07-04"),
    (["Bastille Day"], "fixed 07-14"),
    (["Labor Day"], "nth 09 1 1"),
    (["Columbus Day", "Indigenous Peoples' Day"], "nth 10 1 2"),
    (["Halloween"], "fixed 10-31"),
    (["All Saints' Day", "All Saints Day"], "fixed 11-01"),
    (["All Souls' Day", "All Souls Day"], "fixed 11-02"),
    (["Guy Fawkes Night", "Bonfire Night"], "fixed 11-05"),
    (["Veterans Day", "Armistice Day"], "fixed 11-11"),
    (["Remembrance Sunday"], "nth 11 7 2"),
    (["Thanksgiving Day", "Thanksgiving"], "nth 11 4 4"),
    (["Black Friday"], "black 0"),
    (["Cyber Monday"], "black 3"),
    (["Christmas Eve"], "fixed 12-24"),
    (["Christmas Day", "Christmas", "Xmas"], "fixed 12-25"),
    (["Boxing Day", "St. Stephen's Day"], "fixed 12-26"),
    (["Independence Day", "Republic Day", "National Day", "Unity Day"], "none"),
    (["Ramadan", "Eid al-Fitr", "Eid al-Adha", "Eid-al-Fitr", "Eid-al-Adha", "Eid Al Fitr", "Eid Al Adha", "Eid ul-Fitr", "Eid ul-Adha", "Eid", "Ashura", "Arbaeen"], "none"),
    (["Mawlid", "Laylat al-Qadr"], "none"),
    (["Passover", "Rosh Hashanah", "Yom Kippur", "Hanukkah", "Sukkot", "Purim", "Simchat Torah", "Shavuot"], "none"),
    (["Diwali", "Holi", "Vesak", "Chinese New Year", "Lunar New Year", "Tet"], "none"),
]  # fmt: skip
NAMED_DAYS = {"9/11": "2001-09-11", "7/7": "2005-07-07"}


def numbers() -> dict[str, int]:
    values = {word: n for n, word in enumerate(ONES)}
    values |= {word: 10 * n for n, word in enumerate(TENS, 2)}
    return values | {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}


def ordinals() -> dict[str, int]:
    values = {word: n for n, word in enumerate(ORDINAL_ONES, 1)}
    return values | {word: 10 * n for n, word in enumerate(ORDINAL_TENS, 2)}


def calendar() -> tuple[dict[str, int], dict[str, int]]:
    """Month and weekday names, wide and short, with and without a full stop."""
    from babel import Locale

    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for locale in (Locale("en", "US"), Locale("en", "GB")):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months["format"][width].items():
                months[name.rstrip(".")] = number
            for number, name in locale.days["format"][width].items():
                days[name.rstrip(".")] = number + 1
    months["Sept"] = 9  # the short form of British and agency style, whatever the CLDR release
    days |= {"Tues": 2, "Thurs": 4, "Thur": 4, "Weds": 3}
    return months, days


def build() -> dict[str, object]:
    months, weekdays = calendar()
    return {
        "source": "genscripts/timex_words.py: Unicode CLDR (babel) for months and weekdays; the rest by hand",
        "months": months,
        "weekdays": weekdays,
        "numbers": numbers(),
        "ordinals": ordinals(),
        "units": {word: unit for unit, names in UNITS.items() for word in names.split()},
        "seasons": SEASONS,
        "parts": PARTS,
        "decades": DECADES,
        "sets": SETS,
        "zones": ZONES,
        "holidays": [{"names": names, "rule": rule} for names, rule in HOLIDAYS],
        "named_days": NAMED_DAYS,
    }


def main() -> int:
    text = json.dumps(build(), ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv:
        return 0 if OUT.read_text(encoding="utf-8") == text else 1
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
