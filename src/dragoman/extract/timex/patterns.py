"""The rules' own notation, turned into regular expressions over one code point per token.

A token's set of classes is one code point of a private area; a rule is a regular expression over
these, so `m.start()` is a token's index. In the notation, blanks mean nothing, and

    <month>      a token of that class            last         that very word
    {NUM}        a macro of `rules.MACROS`        `,`          that very sign
    ( | ) ? {0,3} (?<=...) (?!...)                as in `re`, over terms instead of letters

All repeats are optional single terms or bounded, so the time is linear in the number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dragoman.extract.timex.lexicon import Entry, classes_of_shapes, entries

BREAK: Final = "\n"
"""Stands between sentences; no rule matches across it."""
PLAIN: Final = "\ue000"
"""A token of no class."""
HYPHEN: Final = "\ue001"
"""A hyphen or dash with no blank on either side: the term <hy>."""
DASH: Final = "\ue002"
"""A dash with a blank: the term <dash>."""

_TERM = re.compile(
    r"\s+|<(?P<cls>\w+)>|`(?P<sign>[^`]+)`|\{(?P<macro>[A-Z]\w*)\}|(?P<word>[A-Za-z'’.]+(?<!\.))"
    r"|(?P<raw>\(\?<?[:=!]|\(|\)|\||\?|\{\d,\d\}|\.)"
)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Which code point stands for which token, and which code points have a class."""

    letters: Mapping[frozenset[str], str]
    words: Mapping[str, str]
    shapes: Mapping[str, str]
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Words met before, with their code point and lower case."""

    def of_class(self, name: str) -> str:
        """A character set of the code points with this class."""
        found = [letter for classes, letter in self.letters.items() if name in classes]
        if not found:
            raise KeyError(f"no token has the class {name!r}; see lexicon.WORDS and SHAPES")
        return found[0] if len(found) == 1 else "[" + "".join(found) + "]"


def literals(patterns: Iterable[str]) -> frozenset[str]:
    """Every word and sign that the patterns name."""
    found = set()
    for pattern in patterns:
        for match in _TERM.finditer(pattern):
            if word := match["word"] or match["sign"]:
                found.add(word.lower())
    return frozenset(found)


def alphabet(names: frozenset[str]) -> Alphabet:
    """The alphabet of the lexicon and the rules' own words."""
    known: Mapping[str, Entry] = entries(names)
    sets = {entry.classes for entry in known.values()} | set(classes_of_shapes().values())
    sets.discard(frozenset())
    letters = {classes: chr(0xE010 + n) for n, classes in enumerate(sorted(sets, key=sorted))}
    words = {word: letters.get(entry.classes, PLAIN) for word, entry in known.items()}
    shapes = {shape: letters[classes] for shape, classes in classes_of_shapes().items()}
    return Alphabet(letters | {frozenset({"hy"}): HYPHEN, frozenset({"dash"}): DASH}, words, shapes)


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with its macros written out; a macro may use those defined before it."""
    for _ in range(9):
        wider = re.sub(r"\{([A-Z]\w*)\}", lambda m: f"(?:{macros[m[1]]})", pattern)
        if wider == pattern:
            return pattern
        pattern = wider
    raise ValueError(f"macros of {pattern!r} go round in a circle")


def compiled(pattern: str, letters: Alphabet) -> re.Pattern[str]:
    """A pattern without macros as a regular expression over the alphabet."""
    out, position = [], 0
    while position < len(pattern):
        match = _TERM.match(pattern, position)
        if match is None:
            raise ValueError(f"can't read {pattern[position:]!r} in the rule {pattern!r}")
        out.append(_term(match, letters))
        position = match.end()
    return re.compile(_EITHER.sub(_one_look, "".join(out)))


_EITHER = re.compile(r"\(\?:(?:\(\?<=(?:\[[^\]]+\]|[^()\[\]])\)\|?)+\)")


def _one_look(match: re.Match[str]) -> str:
    """'(?: (?<=a) | (?<=b) )' as one look at a set, which is faster."""
    return "(?<=[" + re.sub(r"[()|?<=:\[\]]", "", match[0]) + "])"


def _term(match: re.Match[str], letters: Alphabet) -> str:
    if match["cls"]:
        return letters.of_class(match["cls"])
    if word := match["word"] or match["sign"]:
        return letters.of_class("=" + word.lower())
    return match["raw"] or ""
