"""The grammar: one line a rule, in the notation of `patterns`. The longest match at a place wins.

Each rule names the function of `builders` that reads its meaning; `tests/extract/timex/test_rules.py`
has a sentence for every rule. The extents follow TimeML 1.2.1 (no prepositions, hedges inside).
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Rule(NamedTuple):
    """A rule's name (as `explain` shows it), its pattern and its builder's name."""

    name: str
    pattern: str
    builder: str


MACROS: Final = {
    "MON": "<mo> | <moamb>",
    "WD": "<wd> | <wdamb>",
    "NUM": "<n> <frac>? | <num> | <numfrac> | <frac> | <numw> (?: <hy>? <numw> | and <numw> ){0,5} | a dozen",
    "WORDYEAR": "(?: nineteen | eighteen | twenty ) <numw> (?: <hy>? <numw> )? | two thousand (?: and? <numw> (?: <hy>? <numw> )? )?",
    "YR": "<year> | {WORDYEAR}",
    "DAYNO": "<day> | <day0> | (?: twenty | thirty )? <hy>? <ordw>",
    "THIS": "this | the current | the present",
    "APYEAR": "(?: `'` | `‘` ) (?: <n> | <yy> | <day0> )",
    "YEARREL": "(?: of )? (?: last | this | next | that | the (?: same | current | previous | following ) | the same ) year",
    "QUANT": "{NUM} | {NUM} (?: to | or | <hy> ) {NUM} | a (?: couple | number ) of | a? couple | a? few | a good few | <vague> | (?: hundreds | dozens | thousands | tens ) of",
    "LENGTHENED": "more | full | whole | consecutive | straight | additional | long | extra | further | successive | working | business | school | solid",
    "AMOUNT": "{QUANT} {LENGTHENED}? <anyunit> (?: and a half | and? {NUM} <anyunit> )? | {NUM} and a half <units>",
    "ONE": "(?: a | an | one ) {LENGTHENED}? (?: half <hy>? )? <unit> (?: and a half )? | half (?: a | an ) <unit> | a (?: half | quarter ) <hy>? <unit>",
    "SOME": "{AMOUNT} | {ONE}",
    "ORD": "<ord>",
    "ENDED": "ended | ending | ends | through | to",
    "REL": "last | past | next | this (?: past | coming )? | coming | the coming",
    "CLOCK": "(?: <clock> | <clockdot> | <hour> ) (?: <am> | <pm> ) | (?: <clock> | <hhmm> ) hours? (?=<zone>) | <hhmm> hours | noon | midnight | midday | {NUM} o'clock (?: <am> | <pm> )?",
    "ZONED": "(?: <clock> | <clockdot> | <hhmm> | <hour> (?: <am> | <pm> )? ) hours? <zone>",
    "ZONE": "(?: `(` <zone> `)` | <zone> | local time | (?: eastern | central | pacific | mountain ) (?: standard | daylight )? time? )",
}  # fmt: skip

RULES: Final = tuple(
    Rule(*row)
    for row in (
        # ---- days of the calendar
        ("iso_date", "<iso>", "iso"),
        ("iso_moment", "<year> <hy> (?: <mm> | <day0> ) <hy> <isohour> `:` .", "iso_moment"),
        ("slash_date", "<slash>", "slash"),
        ("month_day", "(?: (?:{REL})? {WD} <part>? `,`? )? {MON} the? (?: {DAYNO} ) (?: `,`? (?: {YR} | {YEARREL} | of (?: {YR} | {YEARREL} ) ) | {APYEAR} )? (?!<hy><anyunit>)", "day"),
        ("day_month", "(?: (?:{REL})? {WD} <part>? `,`? )? (?: the (?= <ordday> | <ordw> | twenty | thirty) )? (?: {DAYNO} ) (?: of | <hy> )? {MON} (?: (?: `,` | <hy> )? (?: {YR} | {YEARREL} | of {YR} ) | {APYEAR} )?", "day"),
        ("month_year", "{MON} (?: of | `,` | <hy> )? (?: {YR} | {APYEAR} | {YEARREL} )", "day"),
        ("month_of_year", "(?: last | this | next | {YR} ) year? 's {MON}", "day"),
        ("month_relative", "{REL} {MON} (?! {DAYNO})", "day"),
        ("month_that", "that {MON} (?! {DAYNO})", "month_that"),
        ("month", "<mo>", "day"),
        ("month_in_context", "(?: (?<=<preposition>) | (?<=<early>) | (?<=<late>) | (?<=mid) ) <moamb> (?! <hy>)", "day"),
        ("month_attributive", "(?: (?<=the) | (?<=a) | (?<=an) | (?<=its) | (?<=his) | (?<=her) | (?<=their) | (?<='s) ) <moamb>", "attributive_month"),
        ("day_of_month", "the (?: <ordday> | (?: twenty | thirty )? <hy>? <ordw> ) of (?: this | last | next | the | that ) month", "day_of_month"),
        ("weekday", "(?: (?: (?<=on) the )? {REL} | the (?: previous | following ) )? <wd> <part>?", "day"),
        ("weekday_of_week", "(?: <wd> ) <part>? (?: of )? (?: last | this | next | the (?: previous | following ) ) week", "weekday_of_week"),
        ("week_of_weekday", "(?: last | this | next ) week 's <wd>", "weekday_of_week"),
        ("weekday_short", "(?<=`(`) <wdamb> (?=`)`)", "day"),
        ("weekday_number", "{WD} the <ordday>", "weekday_number"),
        ("range_start", "(?<=between) {DAYNO} (?= and {DAYNO} {MON}) | (?<=from) {DAYNO} (?= (?: to | until | <hy> ) {DAYNO} {MON}) | <day> (?= (?: <hy> | <dash> | to | and | or ) {DAYNO} of? {MON})", "range_start"),
        ("range_end", "(?: (?<=<hy>) | (?<=<dash>) | (?<=to) | (?<=and) | (?<=through) ) (?: {DAYNO} ) (?: `,`? {YR} )? (?! {MON} | <anyunit> | of {MON} | <hy>)", "range_end"),
        # ---- years
        ("year", "<year>", "year"),
        ("the_year", "the year (?: {YR} | <oldyear> <era>? )", "year"),
        ("old_year", "(?: (?<=in) | (?<=since) | (?<=from) | (?<=until) | (?<=by) | (?<=before) | (?<=after) | (?<=of) | (?<=between) | (?<=around) | (?<=circa) ) <oldyear> (?!<hy>)", "year"),
        ("before_christ", "<n> (?: bc | b.c. | b.c | bce )", "before_christ"),
        ("year_in_words", "(?<=in) {WORDYEAR} | (?: nineteen | eighteen ) <numw> <hy> <numw>", "year"),
        ("short_year", "(?: (?<=in) | (?<=of) | (?<=since) | (?<=summer) | (?<=season) | (?<=<hy>) | (?<=and) ) {APYEAR}", "year"),
        ("year_range_end", "(?<=<hy>) (?: <yy> | <n> | <day0> ) (?!<hy> | <anyunit> | <count>)", "year_range_end"),
        ("fiscal_year", "(?: the )? fiscal <hy>? year? (?: <year> | {APYEAR} ) | (?: the )? financial year <year>", "fiscal"),
        ("fiscal_short", "<fy> | fy <year>", "fiscal_short"),
        ("fiscal_span", "<yspan>", "fiscal_span"),
        ("fiscal_relative", "(?: the (?: current | latest | previous | last | next | full | coming )? | this | last | next ) (?: fiscal | financial | full ) year", "fiscal_relative"),
        ("decade", "(?: the )? <decade> | (?: the ) <decadew>", "decade"),
        ("decade_split", "the <year> 's", "decade"),
        ("century", "(?: the )? (?: {ORD} | twenty <hy>? <ord> ) <hy>? century (?: <era> )?", "century"),
        # ---- periods of the year
        ("season_year", "(?: the )? <season> (?: of | `,` )? (?: {YR} | {YEARREL} )", "season"),
        ("season_relative", "(?: {REL} | that | the (?: previous | following ) ) <season>", "season"),
        ("season", "(?: (?<=in) | (?<=during) | (?<=by) | (?<=since) | (?<=until) | (?<=through) | (?<=over) | (?<=of) | (?<=<early>) | (?<=<late>) | (?<=mid) | (?<=for) | (?<=before) | (?<=after) ) (?: the <early>? <late>? )? <season> (?! of)", "season"),
        ("quarter", "(?: the )? comparable? (?: fiscal <hy>? )? (?: first | second | third | fourth | final ) <hy>? (?: fiscal )? quarter (?: (?: of )? (?: {YR} | {YEARREL} | fiscal {YR} ) | a year (?: ago | earlier ) )?", "quarter"),
        ("last_quarter_of", "(?: the )? last quarter of (?: {YR} | {YEARREL} )", "last_quarter_of"),
        ("short_quarter", "<qn> (?: of )? (?: fiscal )? {YR}? | <hn> (?: of )? {YR}", "short_quarter"),
        ("quarter_of_year", "(?: (?: this | last | next ) year 's | the {YR} | {YR} 's ) (?: first | second | third | fourth | final ) <hy>? quarter", "quarter"),
        ("quarter_a_year_before", "(?: the )? (?: comparable | corresponding | same )? year <hy> (?: ago | earlier ) (?: first | second | third | fourth )? <hy>? (?: fiscal )? (?: quarter | period )? | the (?: comparable | corresponding | same | like )? (?: quarter | period ) (?: a year (?: ago | earlier ) | last year | of last year ) | the (?: comparable | corresponding | same | like ) (?: period | quarter ) of {YR} | last year 's quarter", "year_before"),
        ("latest_quarter", "the latest (?: fiscal )? (?: quarter | period )", "latest_quarter"),
        ("quarter_relative", "(?: this | last | next | the (?: current | previous | following | coming | same ) ) quarter", "shift"),
        ("half", "(?: the )? (?: first | second | latter ) half (?: of )? (?: {YR} | {YEARREL} | the year ) | (?: (?: this | last | next ) year 's | the {YR} ) (?: first | second ) half", "half"),
        ("year_end", "(?: the )? (?: year | year 's ) <hy>? end (?! of)", "year_end"),
        ("period_of_year", "the {YR} period", "year"),
        ("holiday", "(?: (?: last | this | next ) )? {HOLIDAY} (?: `,`? {YR} | {YEARREL} )?", "holiday"),
        ("holiday_of_year", "(?: (?: last | this | next ) year | {YR} ) 's {HOLIDAY}", "holiday"),
        ("named_day", "<namedday>", "named_day"),
        # ---- counted from the publication
        ("today", "(?: today | tonight | yesterday | tomorrow ) <part>?", "deictic"),
        ("two_days_off", "the day (?: before yesterday | after tomorrow )", "two_days_off"),
        ("last_night", "(?: last night | (?: this | yesterday | tomorrow ) <part> )", "deictic"),
        ("overnight", "overnight (?: <wd> )?", "overnight"),
        ("unit_relative", "(?: last | this | next | this past | this coming | the current | the present | the coming (?=weekend) | the (?: last | past | next ) (?=weekend) ) (?: fiscal )? <calunit>", "shift"),
        ("past_unit", "(?: the | this )? (?: past | last | next | coming | first | final ) <unit> (?: or so )?", "rolling"),
        ("the_weekend", "the weekend", "shift"),
        ("in_the_unit", "(?: (?<=in) | (?<=of) | (?<=for) | (?<=during) ) the (?: day | week | month | full year ) (?! of | <part>) | the week (?= ended | ending | to) | the full year", "the_unit"),
        ("earlier_in_the_unit", "(?: earlier | later | early | late ) in the (?: day | week | month | year )", "the_unit"),
        ("the_year_or_quarter", "the (?: year | quarter ) (?! of | <hy>)", "the_unit"),
        ("unit_end", "(?: month | week | decade | century ) <hy> end", "unit_end"),
        ("ago", "{SOME} (?: or so | or more )? ago", "ago"),
        ("some_ago", "(?: <units> | long | ages | not long | a long time | some time | a while ) ago", "long_ago"),
        ("from_now", "{SOME} (?: or so )? from (?: now | today )", "from_now"),
        ("units_ahead", "the <units> ahead", "ahead"),
        # ---- counted from another date of the text
        ("units_earlier", "<units> earlier | {SOME} (?: or so )? (?: earlier | previously | before (?=`,` | `.`) )", "earlier"),
        ("units_later", "<units> later | {SOME} (?: or so )? (?: later | afterward | afterwards | on (?=`,`) | after (?=`,` | `.`) )", "later"),
        ("that_unit", "(?: that | the same | the very same ) (?: same )? <calunit>", "that_unit"),
        ("same_month_last_year", "the (?: same | corresponding ) month (?: (?: of )? last year | a year (?: ago | earlier ) )", "same_month_last_year"),
        ("the_following_unit", "the (?: following | previous | preceding | next (?=day | morning | night | evening) | prior ) (?: <calunit> | <part> )", "next_in_text"),
        ("part_of_that_day", "(?: that same? | the same ) <part>", "part_of_day"),
        # ---- durations
        ("early_hours", "(?: the )? (?: early | small | late ) (?: morning )? hours", "early_hours"),
        ("past_length", "(?: the | these | those | this )? (?: <back> | <on> | first | final | latest | recent ) {AMOUNT} (?: or so )?", "rolling"),
        ("the_length", "(?: the | those | these ) (?: {AMOUNT} | (?: first | last | final | early ) <units> )", "length"),
        ("recent_units", "(?: the )? (?: <early>? more )? recent <units> (?: (?: and | or ) <units> )?", "recent"),
        ("coming_units", "(?: the )? (?: coming | future ) <units> (?: (?: and | or ) <units> )? | the (?: next ) <units>", "coming"),
        ("length", "{AMOUNT} (?: or so | or more | or less )?", "length"),
        ("one_unit", "{ONE} (?: or so | or more | or two )?", "one"),
        ("length_of_that_many", "(?: {NUM} | <vague> | multi ) (?: <hy> and <hy> a <hy> half )? (?: <hy> | <dash> ) <unit> (?: <hy>? long | <hy> period )? (?! <hy> old | <hy> <ord>)", "length"),
        ("length_in_a_row", "a {NUM} <hy> <unit> period", "length"),
        ("long_or_old", "<unit> <hy>? (?: long | old ) | <units> <hy> (?: long | old ) | daylong | weeklong | monthlong | yearlong | decadelong", "long_or_old"),
        ("old_happening", "(?: {NUM} ) <hy> <unit> <hy> old (?= war | conflict | civil | ceasefire | truce | siege | blockade | occupation | ban | dispute | insurgency | crisis | strike | law | treaty | rule | regime | uprising | campaign | feud)", "length"),
        ("all_of_it", "all (?: day | week | month | year | weekend ) long?", "length"),
        ("bare_units", "(?: (?<=for) | (?<=within) | (?<=in) | (?<=after) | (?<=over) | (?<=of) | (?<=lasted) | (?<=take) | (?<=took) | (?<=last) | (?<=by) | (?<=spent) | (?<=follows) ) (?: the )? <units> (?: (?: and | or ) <units> )?", "bare_units"),
        ("units_of_it", "<units> (?= of | before | after)", "bare_units"),
        ("a_while", "a (?: while | long time | short time | (?: fairly )? (?: lengthy | long | short | brief ) (?: period | while ) ) | some time", "vague_length"),
        ("at_a_time_of_units", "<units> or <units>", "bare_units"),
        # ---- sets
        ("every", "(?: every | each ) (?: other )? (?: {NUM} | few | couple of )? (?: <anyunit> | <wd> <part>? | <part> | <mo> | <season> )", "every"),
        ("every_day_name", "<wds> | <wd> <parts>", "weekdays"),
        ("weekends", "(?<=on) weekends | weekdays", "weekends"),
        ("times_a", "(?: once | twice | (?: {NUM} | <vague> ) times ) (?: a | an | per | each | every ) (?: {NUM} )? <anyunit>", "rate"),
        ("per_unit", "per <calunit>", "rate"),
        ("set_word", "<setw>", "set_word"),
        # ---- times of day
        ("clock", "{CLOCK} {ZONE}? | {ZONED}", "clock"),
        ("clock_in_context", "(?: (?<=at) | (?<=by) | (?<=around) | (?<=until) | (?<=from) | (?<=about) | (?<=before) | (?<=after) | (?<=since) | (?<=till) | (?<=to) ) <clock> {ZONE}?", "clock"),
        ("part_of_day", "(?: (?<=in) the (?: <early> | <late> )? | (?<=at) | (?<=by) | (?<=before) | (?<=until) | (?<=since) | (?<=during) the | (?<=mid) ) <part>", "part_of_day"),
        ("adjective_part", "(?: early | late | mid ) <hy>? <part>", "part_of_day"),
        # ---- vague references
        ("present", "(?: right | even | just | for )? now (?! on | <hy>) | currently | (?<=at) the (?: moment | present ) | (?<=at) present | (?<=at) this (?: moment | stage | point | time ) (?! of) | nowadays | these days | at this crucial moment", "present"),
        ("current", "(?: then <hy>? )? current (?! account | affairs | events)", "current"),
        ("past", "(?: more | most )? recently | (?: more )? recent (?! <units>) | (?: (?<=in) | (?<=of) | (?<=from) ) the (?: recent | distant )? past", "past"),
        ("future", "the (?: near | immediate | foreseeable | not <hy>? too <hy>? distant )? future | (?<=in) the near term | as soon as possible | from time to time", "future"),
        ("soon", "soon (?! as | after | <hy>)", "future"),
    )
)  # fmt: skip
