"""The pattern language of the frame lexicon: one line of words, conditions and slots.

    recall|withdraw obj=@envoy > from to obj.to

reads: 'recall' or 'withdraw' with an object of class `envoy`; whom it is done to stands behind
'from' or 'to'. docs/events.md describes the whole language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dragoman.resources import ResourceError

Kind = Literal["verb", "noun", "adjective"]

ANY: Final = "_"
"""Stands for whatever word the encoder takes for an event word."""
FLAGS: Final = frozenset({"both", "both_sides", "needs", "plural"})
DEFAULT_WHO: Final = {"verb": ("subj",), "noun": ("by", "poss", "mod"), "adjective": ("subj",)}
DEFAULT_WHOM: Final = {"verb": ("obj",), "noun": ("on", "against", "of"), "adjective": ("deep",)}


class FrameError(ResourceError):
    """A frame file holds a pattern that can't be read."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand in one of `slots`: one of `lemmas`, or a word of a class; `absent` turns it round.

    Without lemmas and classes, the slot must (or, when `absent`, must not) be filled.
    """

    slots: tuple[str, ...]
    lemmas: frozenset[str]
    classes: tuple[str, ...]
    absent: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One meaning of one or more words: a type and mode, its conditions, and where the parties stand.

    `own` is a frame of a researcher's file, which nothing doubts.
    """

    id: str
    type: str
    mode: str | None
    kind: Kind
    lemmas: tuple[str, ...]
    conditions: tuple[Condition, ...]
    required: tuple[frozenset[str], ...]
    who: tuple[str, ...]
    whom: tuple[str, ...]
    flags: frozenset[str]
    own: bool = False

    def has(self, flag: str) -> bool:
        """Whether the pattern carries `+flag`."""
        return flag in self.flags

    @property
    def plain(self) -> bool:
        """Whether the frame is that of any word of its type."""
        return self.lemmas == (ANY,)

    @property
    def weight(self) -> int:
        """How much the frame asks for: of two that fit, the one that asks more is right."""
        asked = [2 if c.lemmas or c.classes else 1 for c in self.conditions if not c.absent]
        return sum(asked) + 2 * len(self.required) + (self.mode is not None)


def parse(pattern: str, *, kind: Kind, type_: str, mode: str | None, own: bool = False) -> Frame:
    """The frame that one pattern of a section means.

    Raises:
        FrameError: no words, or an unknown flag.
    """
    parts, who, whom, flags = _divided(pattern, kind)
    if not parts:
        raise FrameError(
            f"event frame {pattern!r} under [{type_}] names no word: begin with a lemma"
        )
    unknown = flags - FLAGS
    if unknown:
        raise FrameError(
            f"event frame {pattern!r} under [{type_}] has +{min(unknown)}: known are {', '.join(sorted(FLAGS))}"
        )
    words = tuple(parts[0].split("|"))
    label = f"{type_}.{mode}" if mode else type_
    return Frame(
        id=f"{label}:{words[0]}"
        + "".join(
            "+" + p.split("=")[-1].split("|")[0].strip("@*!")
            for p in parts[1:2]
            if p.split("=")[-1] != "*"
        ),
        type=type_,
        mode=mode,
        kind=kind,
        lemmas=words,
        conditions=tuple([_condition(part) for part in parts[1:] if "=" in part]),
        required=tuple([frozenset(part.split("|")) for part in parts[1:] if "=" not in part]),
        who=who,
        whom=whom,
        flags=frozenset(flags),
        own=own,
    )


def _divided(
    pattern: str, kind: Kind
) -> tuple[list[str], tuple[str, ...], tuple[str, ...], set[str]]:
    """Conditions, actor's slots, recipient's slots and flags of a pattern."""
    flags: set[str] = set()
    sides: dict[str, list[str]] = {"": []}
    side = ""
    for word in pattern.split():
        if word in ("<", ">"):
            side = word
            sides[side] = []
        elif word.startswith("+"):
            flags.add(word[1:])
        else:
            sides[side].append(word)
    who = tuple(sides["<"]) if "<" in sides else DEFAULT_WHO[kind]
    whom = tuple(sides[">"]) if ">" in sides else DEFAULT_WHOM[kind]
    return sides[""], who, tuple([slot for slot in whom if slot != "-"]), flags


def _condition(part: str) -> Condition:
    absent = "!=" in part
    slots, _, values = part.partition("!=" if absent else "=")
    words = [] if values == "*" else values.split("|")
    return Condition(
        slots=tuple(slots.split("|")),
        lemmas=frozenset(word for word in words if not word.startswith("@")),
        classes=tuple([word[1:] for word in words if word.startswith("@")]),
        absent=absent,
    )
