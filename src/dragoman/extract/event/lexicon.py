"""The frame lexicon (`data/event_frames.toml`), read once, or a researcher's own file over it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

from dragoman.extract.event.patterns import Frame, FrameError, Kind, parse
from dragoman.resources import open_data
from dragoman.types import PloverType

SHIPPED: Final = "event_frames.toml"
KINDS: Final[Mapping[str, Kind]] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
TABLES: Final = frozenset({"classes", "nouns", "light", "status", "filters", "modes", "plain"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by kind and head lemma, and the word lists that the rules consult.

    Of the frames of a lemma those of a researcher come first, then those that ask most; of equals the first written.
    `plain` has a frame for any word of a kind and type, without conditions; none where only a
    researcher's own frames count.
    """

    frames: Mapping[tuple[Kind, str], tuple[Frame, ...]]
    plain: Mapping[tuple[Kind, str], Frame]
    classes: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    modes: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]

    def named(self, table: str) -> frozenset[str]:
        """A word list, such as 'status.denied' or 'nouns.actors'."""
        return self.words.get(table, frozenset())


@cache
def shipped() -> Lexicon:
    """The lexicon of the package."""
    return _built([_parsed(bytes(open_data(SHIPPED)).decode(), SHIPPED)])


def load(path: Path, *, alone: bool = False) -> Lexicon:
    """The package's lexicon with the sections of the file at `path` added; `alone` leaves it out.

    Types of the file must be PLOVER's, as the record knows no others.

    Raises:
        FrameError: the file is no TOML, or a pattern or a type in it can't be used.
    """
    own = _parsed(path.read_text(encoding="utf-8"), str(path))
    base = _parsed(bytes(open_data(SHIPPED)).decode(), SHIPPED)
    if alone:
        base = {key: value for key, value in base.items() if key in TABLES - {"plain"}}
    return _built([base, own])


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FrameError(f"event frames {name!r} are not TOML ({error}): mend that line") from error


def _built(sources: Iterable[dict[str, Any]]) -> Lexicon:
    frames: dict[tuple[Kind, str], list[Frame]] = {}
    tables: dict[str, dict[str, Any]] = {name: {} for name in TABLES}
    for number, source in enumerate(sources):
        for section, content in source.items():
            if section in TABLES:
                _merge(tables[section], content)
            else:
                for frame in _section(section, content, own=number > 0):
                    for key in dict.fromkeys(_key(lemma, frame.kind) for lemma in frame.lemmas):
                        frames.setdefault((frame.kind, key), []).append(frame)
    return Lexicon(
        frames={
            key: tuple(sorted(value, key=lambda f: (f.own, f.weight), reverse=True))
            for key, value in frames.items()
        },
        plain=_plain(tables["plain"]),
        classes={name: frozenset(words.split()) for name, words in tables["classes"].items()},
        words={
            f"{table}.{name}": frozenset(words.split())
            for table in ("nouns", "light", "status", "filters")
            for name, words in tables[table].items()
        },
        modes={
            type_: tuple([(mode, frozenset(words.split())) for mode, words in modes.items()])
            for type_, modes in tables["modes"].items()
        },
    )


def _merge(into: dict[str, Any], table: Mapping[str, Any]) -> None:
    for name, value in table.items():
        if isinstance(value, str):
            into[name] = f"{into.get(name, '')} {value}"
        else:
            into[name] = {**into.get(name, {}), **value}


def _plain(table: Mapping[str, Mapping[str, list[str]]]) -> dict[tuple[Kind, str], Frame]:
    return {
        (KINDS[key], type_): replace(
            parse(patterns[0], kind=KINDS[key], type_=type_, mode=None), id=f"{type_}:read"
        )
        for type_, kinds in table.items()
        for key, patterns in kinds.items()
    }


def _key(lemma: str, kind: Kind) -> str:
    """The word that a frame is found by: the verb of 'carry_out', the noun of 'air_strike'."""
    return lemma.split("_")[0] if kind == "verb" else lemma.split("_")[-1]


def _section(type_: str, content: Mapping[str, Any], *, own: bool) -> Iterable[Frame]:
    if type_ not in get_args(PloverType):
        raise FrameError(
            f"event type {type_!r} is not one of PLOVER's: {', '.join(get_args(PloverType))}"
        )
    for key, value in content.items():
        if key in KINDS:
            yield from (parse(p, kind=KINDS[key], type_=type_, mode=None, own=own) for p in value)
        elif isinstance(value, Mapping):
            for kind, patterns in value.items():
                if kind not in KINDS:
                    raise FrameError(f"[{type_}.{key}] has {kind!r}: expected {', '.join(KINDS)}")
                yield from (
                    parse(p, kind=KINDS[kind], type_=type_, mode=key, own=own) for p in patterns
                )
        else:
            raise FrameError(
                f"[{type_}] has {key!r}: expected {', '.join(KINDS)} or a mode's table"
            )
