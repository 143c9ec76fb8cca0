"""Numbers that are no quantities: dates, ages, names, labels, scores, codes, pronouns, table cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.extract.quantity.amounts import Amount, scores
from dragoman.extract.quantity.atoms import Atom, hyphen, touching, word
from dragoman.extract.quantity.hours import is_clock
from dragoman.extract.quantity.lexicon import lexicon
from dragoman.extract.quantity.tree import Tree
from dragoman.types import Span

_ANAPHORIC: Final = frozenset(["the", "these", "those", "both", "this"])
_AFTER_HALF: Final = frozenset(
    ["of", "the", "its", "their", "all", "his", "her", "our", "that", "as", "a", "those", "these"]
)
_COUNTED: Final = frozenset(["member", "person", "man", "woman", "strong"])
_AGED: Final = frozenset(["aged", "age", "ages", "turned", "turns", "turning"])
_PERSONS: Final = frozenset(["he", "she", "i", "you", "who"])
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_OLDEST: Final = 115
_CHUNK: Final = 80
_TABLE: Final = 6
_BETWEEN: Final = frozenset("-()/|")
_QUOTES: Final = frozenset("'‘")
_SIGNS: Final = frozenset("#@_/:'’‘\\=&")


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of an article, by where they start."""

    spans: tuple[Span, ...]

    def meets(self, span: Span) -> bool:
        """Whether a time expression overlaps the span."""
        i = bisect_right(self.spans, (span.end, -1))
        return any(t.end > span.start and t.start < span.end for t in self.spans[max(0, i - 3) : i])


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as the rules see it: the article's text, its atoms and its tree."""

    text: str
    atoms: tuple[Atom, ...]
    tree: Tree
    times: Times


def reason(line: Line, amount: Amount) -> str | None:
    """The fixed word for why an amount is no quantity, or None where it is one."""
    for name, rule in _RULES:
        if rule(line, amount):
            return name
    return None


def is_table(found: Sequence[Amount], atoms: Sequence[Atom]) -> bool:
    """Whether a stretch is a row of numbers and not a sentence."""
    words = sum(atom.kind == "word" for atom in atoms)
    return len(found) >= _TABLE and len(found) > 0.3 * words


def _time(line: Line, amount: Amount) -> bool:
    found = line.atoms
    measured = amount.unit and amount.unit.dimension != "times" and amount.form != "fraction"
    if not measured and line.times.meets(amount.bare(found)):
        return True
    if amount.unit is not None and amount.unit.dimension != "percent":
        return False
    j = amount.end + 1 if hyphen(found, amount.end) else amount.end
    j += word(found, j) in (
        "more",
        "full",
        "straight",
        "consecutive",
        "long",
        "of",
        "calendar",
        "working",
    )
    return word(found, j) in lexicon().time_units or is_clock(found, amount)


def _address(line: Line, amount: Amount) -> bool:
    """Inside a web address or a handle."""
    span = amount.bare(line.atoms)
    before = line.text[max(0, span.start - _CHUNK) : span.start]
    head = before.rsplit(maxsplit=1)[-1] if before and not before[-1].isspace() else ""
    tail = line.text[span.end : span.end + _CHUNK].split(maxsplit=1)
    chunk = head + line.text[span.start : span.end]
    if tail and not line.text[span.end : span.end + 1].isspace():
        chunk += tail[0]
    return (
        "://" in chunk or chunk[0] in "@#" or "www." in chunk or ".com" in chunk or "t.co/" in chunk
    )


def _attached(line: Line, amount: Amount) -> bool:
    """Grown together with letters or signs: 'PS4', '5G', 'F-16', '1950s', '9/11'."""
    found, first, end = line.atoms, amount.start, amount.end
    if touching(found, first) and found[first].kind != "sign":
        before = found[first - 1]
        quote = before.text in _QUOTES and not touching(found, first - 1)
        if before.kind != "sign" or (before.text in _SIGNS and not quote):
            return True
        if hyphen(found, first - 1) and found[first - 2].kind == "word" and amount.form == "digits":
            return True
    if touching(found, end) and end < len(found):
        return found[end].kind != "sign" or found[end].text in ("/", "_", "@", ":")
    return False


def _name(line: Line, amount: Amount) -> bool:
    """Part of a name that the encoder marked: 'Falcon 9', 'Page Six'."""
    if amount.unit is not None or amount.start != amount.first:
        return False
    tree = line.tree
    inside = tree.tokens(amount.bare(line.atoms))
    first = inside.start
    if amount.form == "vague" and first > 0 and tree.upos[first] == "PROPN":
        return tree.words[first][0].isupper() and not tree.words[first].isupper()
    for name in tree.sentence.names:
        if name.start_token < inside.stop and inside.start < name.end_token:
            return name.start_token < inside.start or tree.words[inside.start][0].isupper()
    return False


def _label(line: Line, amount: Amount) -> bool:
    """A number that says which: 'Flight 446', 'Version 5.50', 'the Long March 4'."""
    if (
        amount.unit is not None
        or amount.start != amount.first
        or amount.form not in ("digits", "words")
    ):
        return False
    tree, found = line.tree, line.atoms
    token = tree.tokens(amount.bare(found))[0]
    before = word(found, amount.start - 1)
    if before == "." and word(found, amount.start - 2) in ("no", "nos", "vol", "fig", "ch", "pp"):
        return True
    if before in ("#", "№"):
        return True
    if before in ("top", "bottom") or (
        before == "other" and word(found, amount.start - 2) == "the"
    ):
        return True
    if tree.heads[token] > token and tree.is_rel(token, "nummod"):
        return amount.form == "digits" and _in_compound(line, token)
    if before in ("a", "an") and amount.form == "digits":
        return True
    if before in lexicon().labels or tree.is_rel(token, "flat"):
        return True
    if word(found, amount.start - 2) in ("a", "an") and tree.upos[token - 1] == "PROPN":
        return amount.form == "digits"
    beside = token > 0 and tree.heads[token] == token - 1
    if (
        token == 0
        or tree.upos[token - 1] != "PROPN"
        or amount.form != "digits"
        or _noun_after(line, amount)
    ):
        return False
    return beside or not tree.is_rel(token, "nsubj", "obj", "root")


def _in_compound(line: Line, token: int) -> bool:
    """'a Boeing 747 aircraft', 'the 18 Boeing 747 aircraft': the name of a model before its noun."""
    tree = line.tree
    if token == 0 or tree.upos[token - 1] != "PROPN":
        return False
    if token > 1 and tree.upos[token - 2] == "NUM":
        return True
    return tree.is_rel(token - 1, "compound") and tree.heads[token - 1] == tree.heads[token]


def _age(line: Line, amount: Amount) -> bool:
    """', 47,', '(30)', 'aged five', 'over the age of 18', '-year-old'."""
    if amount.unit is not None or (amount.low is None and amount.high is None):
        return False
    if (amount.high or amount.low or 0) > _OLDEST or amount.scale != 1:
        return False
    found, first = line.atoms, amount.start
    before, last = word(found, first - 1), word(found, first - 2)
    if _predicate_age(line, amount):
        return True
    if before in _AGED or (
        before in ("of", "at") and last in ("age", "dies", "died", "dead", "ages")
    ):
        return True
    if (before == "between" and last in ("aged", "ages")) or amount.start != amount.first:
        return False
    after = word(found, amount.end)
    if (before, after) not in (
        (",", ","),
        (",", "."),
        ("(", ")"),
        (",", ";"),
        (",", ")"),
        (",", ""),
    ):
        return False
    tokens = (
        line.tree.tokens(Span(found[first - 2].start, found[first - 2].end)) if first > 1 else []
    )
    return any(line.tree.upos[t] in ("PROPN", "NOUN") for t in tokens)


def _predicate_age(line: Line, amount: Amount) -> bool:
    """'she is 34', 'when you're around 30', 'Marc, now 34,'."""
    tree, found = line.tree, line.atoms
    token = tree.tokens(amount.bare(found))[-1]
    after = word(found, amount.end)
    if word(found, amount.start - 1) == "now" and after == "," and amount.form == "digits":
        return True
    predicate = amount.form == "digits" and tree.below(token, "cop")
    subjects = tree.below(token, "nsubj") if predicate else []
    return any(tree.lower[s] in _PERSONS or tree.upos[s] == "PROPN" for s in subjects)


def _year(line: Line, amount: Amount) -> bool:
    """'2015' that the time layer left."""
    if amount.form != "digits" or amount.unit or amount.start != amount.first or amount.scale != 1:
        return False
    text = line.atoms[amount.first].text
    if len(text) != 4 or not text.isdecimal() or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return False
    people = lexicon().nouns.get(word(line.atoms, amount.end)) == "people"
    return not (people or (int(text) % 500 == 0 and _plural_after(line, amount)))


def _plural_after(line: Line, amount: Amount) -> bool:
    """Whether a plural noun follows, at most two words on."""
    tree = line.tree
    last = tree.tokens(amount.span(line.atoms))[-1]
    ahead = range(last + 1, min(last + 4, len(tree)))
    nouns = [i for i in ahead if tree.upos[i] == "NOUN"]
    return any(tree.lower[i].endswith(("s", "people", "men", "children")) for i in nouns)


def _score(line: Line, amount: Amount) -> bool:
    """'34-6', '20 of 29 for 226 yards', 'on a scale of one to 10'."""
    found = line.atoms
    if scores(found, amount):
        return True
    if word(found, amount.start - 1) == "of" and word(found, amount.start - 2) == "scale":
        return True
    if amount.unit is not None or amount.form != "digits":
        return False
    second = amount.end + 1
    if word(found, amount.end) == "of" and second < len(found) and found[second].kind == "number":
        return word(found, second + 1) in ("for", ",", ".", ";", "")
    if (
        word(found, amount.start - 1) == "of"
        and amount.start > 1
        and found[amount.start - 2].kind == "number"
    ):
        return word(found, amount.end) in ("for", ",", ".", ";", "")
    return False


def _code(line: Line, amount: Amount) -> bool:
    """One of several numbers in a row with nothing between: a telephone number, a table cell."""
    if amount.unit is not None or amount.form != "digits":
        return False
    found = line.atoms
    for j in (amount.start - 1, amount.end):
        k = j + (-1 if j < amount.start else 1) if word(found, j) in _BETWEEN else j
        number = 0 <= k < len(found) and found[k].kind == "number"
        if number and not line.times.meets(Span(found[k].start, found[k].end)):
            return True
    return False


def _compound(line: Line, amount: Amount) -> bool:
    """'two-car tram', 'class-one': part of a description, no count of its own."""
    if amount.unit is not None:
        return False
    found = line.atoms
    if hyphen(found, amount.start - 1) and amount.start > 1:
        return True
    return hyphen(found, amount.end) and word(found, amount.end + 1) not in _COUNTED


def _bare(line: Line, amount: Amount) -> bool:
    """'5.50 allows', 'more than one': a decimal that counts nothing, one that is only not more."""
    if amount.unit is not None or amount.scale != 1:
        return False
    if amount.low == 1 and amount.modifier == "more_than":
        return True
    return "." in line.atoms[amount.first].text and not _plural_after(line, amount)


def _noun_after(line: Line, amount: Amount) -> bool:
    last = line.tree.tokens(amount.span(line.atoms))[-1]
    return any(
        line.tree.upos[i] in ("NOUN", "PROPN", "ADJ")
        for i in range(last + 1, min(last + 2, len(line.tree)))
    )


def _anaphor(line: Line, amount: Amount) -> bool:
    """'the two companies': counted before."""
    if amount.unit is not None or amount.form != "words" or (amount.high or 99) > 10:
        return False
    return word(line.atoms, amount.start - 1) in _ANAPHORIC


def _half(line: Line, amount: Amount) -> bool:
    """'half' that is no share: 'first half', 'half brother'."""
    found = line.atoms
    bare = amount.form == "fraction" and found[amount.first].word == "half"
    if not bare or amount.last - amount.first > 1:
        return False
    if hyphen(found, amount.end):
        return True
    if amount.start != amount.first:
        return False
    return word(found, amount.end) not in _AFTER_HALF or word(found, amount.start - 1) in (
        "first",
        "second",
        "in",
        "other",
    )


_RULES: Final = (
    ("address", _address),
    ("time", _time),
    ("age", _age),
    ("score", _score),
    ("name", _attached),
    ("name", _name),
    ("year", _year),
    ("code", _code),
    ("compound", _compound),
    ("label", _label),
    ("label", _bare),
    ("anaphor", _anaphor),
    ("half", _half),
)
