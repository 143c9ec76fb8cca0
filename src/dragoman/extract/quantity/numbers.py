"""Number words and digits → values: '1.4 million', 'two and a half', 'tens of thousands', '2 1/2'.

`value_at` reads the longest number that starts at one atom. It looks at a bounded number of atoms
for each, so reading a whole text is linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from dragoman.extract.quantity.atoms import FRACTION_SIGNS, Atom, hyphen, touching, word
from dragoman.extract.quantity.lexicon import lexicon

Form = Literal["digits", "words", "vague", "fraction"]

LONGEST: Final = 24
"""Digits of the longest number that is read; a longer one is a code."""
_PLAIN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPED: Final = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"
)
_SUFFIXES: Final = {"k": 1e3, "m": 1e6, "b": 1e9}
_WHOLES: Final = frozenset([*range(2, 11), 12, 20, 25, 50, 100, 1000])
_OPENERS: Final = frozenset(["a", "an", "the"])
_AFTER_SCORES: Final = frozenset(
    ["of", "more", "others", "were", "dead", "injured", "wounded", "killed"]
)
"""Words that show 'scores' to be a number; else it is a verb or a result."""
_VAGUE_HEADS: Final = {"several": 3.0, "few": 3.0, "couple": 2.0, "many": 2.0}


@dataclass(frozen=True, slots=True)
class Value:
    """A number read from atoms ``[start, end)``.

    `low` and `high` bound it ('dozens' has no high). `scale` is the factor of its last scale word
    ('million': 1e6), 1 without. `suffix` is a letter behind the digits that may be a scale or a
    unit ('40m'); it is inside `end` but not yet in the value.
    """

    start: int
    end: int
    low: float
    high: float | None
    form: Form
    scale: float = 1.0


def value_at(found: Sequence[Atom], i: int) -> Value | None:
    """The longest number starting at atom `i`, or None."""
    atom = found[i]
    if atom.kind == "number":
        return _digits(found, i)
    if atom.word in FRACTION_SIGNS:
        part = FRACTION_SIGNS[atom.word]
        return Value(i, i + 1, part, part, "fraction")
    if not _may_start(found, i):
        return None
    return _vague(found, i) or _half(found, i) or _article(found, i) or _worded(found, i)


def _may_start(found: Sequence[Atom], i: int) -> bool:
    """A quick look: most words start no number."""
    first = found[i].word
    if first in _OPENERS:
        return word(found, i + 1) in lexicon().signs or word(found, i + 1) == "few"
    return first in lexicon().signs or first in _VAGUE_HEADS


def suffix_scale(found: Sequence[Atom], value: Value, *, apart: bool = False) -> Value | None:
    """The value with a touching 'k', 'm' or 'b' taken as its scale, or None where there is none.

    `apart`: the letter may stand behind a space, as it does behind money ('$140 m').
    """
    letter = word(found, value.end)
    if value.form != "digits" or letter not in _SUFFIXES:
        return None
    if not (apart or touching(found, value.end)):
        return None
    if touching(found, value.end + 1) and found[value.end + 1].kind != "sign":
        return None
    return _times(replace(value, end=value.end + 1), _SUFFIXES[letter])


def _times(value: Value, factor: float) -> Value:
    high = None if value.high is None else _clean(value.high * factor)
    return replace(value, low=_clean(value.low * factor), high=high, scale=value.scale * factor)


def _clean(value: float) -> float:
    """Without the dust of binary fractions: 1.3 million is 1300000."""
    return float(f"{value:.12g}")


# ---------------------------------------------------------------- digits


def _digits(found: Sequence[Atom], i: int) -> Value | None:
    joined, end = _spaced(found, i)
    number = read_digits(joined)
    if number is None:
        return None
    value = Value(i, end, number, number, "digits")
    return _share(found, _scaled(found, _with_fraction(found, value)))


def _spaced(found: Sequence[Atom], i: int) -> tuple[str, int]:
    """Digits with thousands set apart by a no-break space, or by a space before '000'."""
    text, end = found[i].text, i + 1
    while len(found[i].text) <= 3 and end < len(found) and _group(found[end]) and end - i < 5:
        gap = found[end].start - found[end - 1].end
        if gap != 1 or (found[end].text != "000" and not text.endswith("000")):
            break
        text, end = text + found[end].text, end + 1
    return text, end


def _group(atom: Atom) -> bool:
    return atom.kind == "number" and len(atom.text) == 3


def read_digits(text: str) -> float | None:
    """The value of '1,400', '10.5', '1,00,000'; None for '11.1.1', '0207', '1,2' and codes."""
    if len(text) > LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        leading_zero = len(text) > 1 and text[0] == "0" and text[1] != "."
        return None if leading_zero else float(text)
    if _GROUPED.fullmatch(text) and text[0] != "0":
        return float(text.replace(",", ""))
    return None


def _with_fraction(found: Sequence[Atom], value: Value) -> Value:
    """'2½', '2 1/2', '29 and a half'; '1/3' alone is a fraction."""
    j = value.end
    if word(found, j) in FRACTION_SIGNS and touching(found, j):
        return _plus(value, j + 1, FRACTION_SIGNS[found[j].word])
    if (part := _slashed(found, j)) and not touching(found, j):
        return _plus(value, j + 3, part)
    if part := _slashed(found, value.start):
        return Value(value.start, value.start + 3, part, part, "fraction")
    return _and_a_half(found, value)


def _plus(value: Value, end: int, part: float) -> Value:
    total = value.low + part
    return replace(value, end=end, low=total, high=total)


def _slashed(found: Sequence[Atom], i: int) -> float | None:
    """'1/2': small, proper, touching."""
    if word(found, i + 1) != "/" or not (touching(found, i + 1) and touching(found, i + 2)):
        return None
    if word(found, i + 3) == "/" or not (_small(found, i) and _small(found, i + 2)):
        return None
    above, below = int(found[i].text), int(found[i + 2].text)
    return above / below if 0 < above < below <= 10 else None


def _small(found: Sequence[Atom], i: int) -> bool:
    return i < len(found) and found[i].text.isdecimal() and len(found[i].text) <= 2


def _and_a_half(found: Sequence[Atom], value: Value) -> Value:
    """'29 and a half', 'two-and-a-half'."""
    words, ends = _words_on(found, value.end, 3)
    return _plus(value, ends[2], 0.5) if words == ["and", "a", "half"] else value


def _words_on(found: Sequence[Atom], j: int, count: int) -> tuple[list[str], list[int]]:
    """The next `count` words, hyphens between them left out, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    for _ in range(count):
        j = j + 1 if hyphen(found, j) else j
        words.append(word(found, j))
        j += 1
        ends.append(j)
    return words, ends


def _scaled(found: Sequence[Atom], value: Value) -> Value:
    """With the scale words behind it: '1.4 million', '20bn', '2-billion', 'hundred thousand'."""
    scales = lexicon().scales
    for _ in range(3):
        j = value.end + (1 if hyphen(found, value.end) else 0)
        factor = scales.get(word(found, j))
        if factor is None or value.form == "fraction":
            break
        value = _and_a_half(found, _times(replace(value, end=j + 1), factor))
    return value


def _share(found: Sequence[Atom], value: Value) -> Value:
    """'one in five', '9 out of 10', 'two thirds'; else the value itself."""
    j = value.end + (1 if hyphen(found, value.end) else 0)
    if (whole := lexicon().fractions.get(word(found, j))) and _divides(found, value, whole, j):
        part = value.low / whole
        return Value(value.start, j + 1, part, part, "fraction")
    after = value.end + (2 if word(found, value.end) == "out" else 1)
    if word(found, after - 1) not in ("in", "of") or (
        word(found, after - 1) == "of" and after == value.end + 1
    ):
        return value
    below = _bare(found, after)
    if below and below.low in _WHOLES and value.low < below.low and value.scale == 1:
        part = value.low / below.low
        return Value(value.start, below.end, part, part, "fraction")
    return value


def _divides(found: Sequence[Atom], value: Value, whole: int, j: int) -> bool:
    """Whether a fraction word behind a number is one: 'two thirds', not 'two third graders'."""
    plural = found[j].word.endswith("s") or found[j].word == "halves"
    if value.scale != 1 or value.low >= whole or value.low != int(value.low):
        return False
    return plural if value.low > 1 else not plural and word(found, j + 1) != "-"


def _bare(found: Sequence[Atom], i: int) -> Value | None:
    """A plain whole number, without scale or fraction."""
    if i >= len(found):
        return None
    if found[i].kind == "number":
        number = read_digits(found[i].text)
        return None if number is None else Value(i, i + 1, number, number, "digits")
    return _cardinal(found, i) if found[i].kind == "word" else None


# ---------------------------------------------------------------- words


def _worded(found: Sequence[Atom], i: int) -> Value | None:
    value = _cardinal(found, i)
    if value is None:
        return None
    return _share(found, _scaled(found, _and_a_half(found, value)))


def _cardinal(found: Sequence[Atom], i: int) -> Value | None:
    """'one hundred and five', 'twenty-five thousand two hundred': the grammar of English cardinals."""
    total, current, end, j = 0.0, _below_hundred(found, i), i, i
    if current is None:
        return None
    scale, largest = 1.0, float("inf")
    amount, end = current
    while (factor := _scale(found, end)) and factor[0] < largest:
        amount, end, scale = amount * factor[0], factor[1], factor[0]
        if scale == 100:
            amount, end = _rest(found, amount, end)
            if (bigger := _scale(found, end)) and 100 < bigger[0] < largest:
                amount, end, scale = amount * bigger[0], bigger[1], bigger[0]
        total, amount, largest = total + amount, 0.0, scale
        following = _continued(found, end)
        if following is None or scale <= 12:
            break
        amount, j = following
        end, scale = j, 1.0
    total = _clean(total + amount)
    return Value(i, end, total, total, "words", scale)


def _rest(found: Sequence[Atom], amount: float, end: int) -> tuple[float, int]:
    """Behind 'hundred': '(and) five'."""
    following = _continued(found, end)
    return (amount + following[0], following[1]) if following else (amount, end)


def _continued(found: Sequence[Atom], end: int) -> tuple[float, int] | None:
    """A number below a hundred that goes on with the one before: '(and) five', '-five'."""
    j = end + 1 if word(found, end) == "and" or hyphen(found, end) else end
    return _below_hundred(found, j)


def _scale(found: Sequence[Atom], end: int) -> tuple[float, int] | None:
    j = end + 1 if hyphen(found, end) else end
    factor = lexicon().scales.get(word(found, j))
    return None if factor is None else (factor, j + 1)


def _below_hundred(found: Sequence[Atom], i: int) -> tuple[float, int] | None:
    """'seven', 'seventeen', 'seventy', 'seventy-seven'."""
    ones = lexicon().ones
    first = ones.get(word(found, i))
    if first is None:
        return None
    j = i + 2 if hyphen(found, i + 1) else i + 1
    second = ones.get(word(found, j), 0)
    return (
        (float(first + second), j + 1) if first >= 20 and 0 < second < 10 else (float(first), i + 1)
    )


def _half(found: Sequence[Atom], i: int) -> Value | None:
    """'half a million', 'half a dozen', 'half-million', 'half'."""
    if found[i].word != "half":
        return None
    j = i + 2 if word(found, i + 1) in ("a", "an") or hyphen(found, i + 1) else i + 1
    if factor := lexicon().scales.get(word(found, j)):
        return Value(i, j + 1, factor / 2, factor / 2, "words", factor)
    return Value(i, i + 1, 0.5, 0.5, "fraction")


def _article(found: Sequence[Atom], i: int) -> Value | None:
    """'a million', 'a hundred and five', 'a third', 'a half million', 'a quarter of a million'."""
    if found[i].word not in ("a", "an"):
        return None
    following = word(found, i + 1)
    if factor := lexicon().scales.get(following):
        number = _times(Value(i, i + 2, 1, 1, "words"), factor)
        return _rest_of_article(found, number)
    whole = lexicon().fractions.get(following)
    if whole is None or following.endswith("s"):
        return None
    for words in (("of", "a"), ("-",), ()):
        j = i + 2 + len(words)
        factor = lexicon().scales.get(word(found, j))
        if factor and words == tuple(a.word for a in found[i + 2 : j]):
            return Value(i, j + 1, factor / whole, factor / whole, "words", factor)
    part = word(found, i + 2) in ("of", "the")
    return Value(i, i + 2, 1 / whole, 1 / whole, "fraction") if part else None


def _rest_of_article(found: Sequence[Atom], number: Value) -> Value:
    if number.scale == 100:
        amount, end = _rest(found, 100.0, number.end)
        number = replace(number, low=amount, high=amount, end=end)
    return number if number.scale == 12 else _scaled(found, _and_a_half(found, number))


# ---------------------------------------------------------------- vague


def _vague(found: Sequence[Atom], i: int) -> Value | None:
    """'dozens', 'hundreds of thousands', 'several hundred', 'a couple', 'a few dozen', 'many thousands'."""
    first = (
        i + 1 if found[i].word in ("a", "the") and word(found, i + 1) in ("few", "couple") else i
    )
    head = word(found, first)
    if head in _VAGUE_HEADS:
        return _headed(found, i, first, head)
    if first != i or head not in lexicon().vague:
        return None
    return _plural(found, i)


def _headed(found: Sequence[Atom], i: int, first: int, head: str) -> Value | None:
    scales, vague = lexicon().scales, lexicon().vague
    j = first + 2 if head == "couple" and word(found, first + 1) == "of" else first + 1
    low = _VAGUE_HEADS[head]
    following = word(found, j)
    if factor := scales.get(following) or scales.get(following.removesuffix("s")):
        if head == "many" and following not in vague:
            return None
        return Value(i, j + 1, low * factor, _couple(head, low * factor), "vague", factor)
    if head == "several" or (head == "couple" and first != i):
        return Value(i, first + 1, low, _couple(head, low), "vague")
    return None


def _couple(head: str, value: float) -> float | None:
    """A couple is about two; the others have no upper end."""
    return value if head == "couple" else None


def _plural(found: Sequence[Atom], i: int) -> Value | None:
    vague = lexicon().vague
    low, end = vague[found[i].word], i + 1
    scale = 1.0
    while word(found, end) == "of" and word(found, end + 1) in vague and end - i < 6:
        scale = lexicon().scales.get(found[end + 1].word.removesuffix("s"), 1.0)
        if scale == 1.0:
            break
        low, end = low * scale, end + 2
    ahead = word(found, end)
    if found[i].word == "scores" and ahead not in _AFTER_SCORES and end == i + 1:
        return None
    if found[i].word == "tens" and ahead not in ("of", "to") and end == i + 1:
        return None
    return Value(i, end, low, None, "vague", scale)
