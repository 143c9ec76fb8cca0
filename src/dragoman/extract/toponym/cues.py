"""What speaks for and against a stretch of words being the name of a place, as columns of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dragoman.encoder import EncodedSentence, Name
from dragoman.extract.toponym.context import demonyms, unplaced
from dragoman.extract.toponym.gazetteer import Gazetteer
from dragoman.extract.toponym.lexicon import words
from dragoman.extract.toponym.names import key

if TYPE_CHECKING:
    from dragoman.extract.toponym.detect import Candidate

SURE: Final = 0.75
"""The encoder's score from which it is right about an unknown place more often than not (LGL and
GeoWebNews, tuning halves)."""
TYPES: Final = ("LOC", "ORG", "PER", "NAT", "OTH")
COLUMNS: Final = (
    "always",
    *(f"{kind}_same" for kind in TYPES), *(f"{kind}_opens" for kind in TYPES),
    *(f"{kind}_part" for kind in TYPES), "unnamed", "certainty",
    "known", "weight", "state", "division", "town", "feature", "main_name", "dotted", "code",
    "two_words", "more_words", "in", "of", "and", "comma_ahead", "comma_state", "stated",
    "capital_ahead", "capital_behind", "local", "street", "business", "title_ahead", "opens_sentence", "capitals",
    "dateline", "elsewhere_place", "elsewhere_person", "elsewhere_organisation", "lower_case", "proper",
    "demonym", "possessive", "based", "the_ahead", "short", "local_name", "other_name", "other", "local_body", "other_body",
    "unknown_sure", "unknown_unsure", "unknown_in",
)  # fmt: skip

_IN: Final = words("place_prepositions")
_LOCAL: Final = words("local_bodies")
_STREETS: Final = words("streets")
_BUSINESS: Final = words("businesses")
_OTHERS: Final = words("other_bodies")
"""Words that, behind a place's name and with a capital, make it the name of something else."""
_TITLES: Final = words("titles")
_OPENERS: Final = frozenset(("(", "—", "–", "-", "--", ":", "_"))


def cues(
    found: Sequence[Candidate], sentences: Sequence[EncodedSentence], places: Gazetteer
) -> Any:
    """One row a candidate, one column a cue (`COLUMNS`)."""
    elsewhere = _elsewhere(found, sentences)
    lower = _lower_words(sentences)
    ends = {(c.sentence, c.end) for c in found}
    stated = {(c.sentence, c.start) for c in found if _is_state(c.text, places)}
    rows = []
    for one in found:
        sentence = sentences[one.sentence]
        values = {"always": 1.0}
        _encoder_cues(one, sentence, places, values)
        _gazetteer_cues(one, places, values)
        _neighbour_cues(one, sentence, ends, stated, values)
        _shape_cues(one, sentence, lower, values)
        _article_cues(one, elsewhere, values)
        rows.append([values.get(name, 0.0) for name in COLUMNS])
    return np.array(rows)


def _encoder_cues(
    one: Candidate, sentence: EncodedSentence, places: Gazetteer, values: dict[str, float]
) -> None:
    name = _meeting(one, sentence.names)
    if name is None:
        values["unnamed"] = 1.0
        return
    values["certainty"] = name.score if name.type == "LOC" else 0.0
    place = (name.start_token, name.end_token)
    if place == (one.start, one.end) or _states_name(one, name, places):
        values[name.type + "_same"] = 1.0
    elif one.start <= place[0]:
        values[name.type + "_opens"] = 1.0
    else:
        values[name.type + "_part"] = 1.0


def _states_name(one: Candidate, name: Name, places: Gazetteer) -> bool:
    """Whether a place that the encoder found is the end of a state's longer name."""
    whole = name.type == "LOC" and one.start <= name.start_token and name.end_token <= one.end
    whole &= not one.text.lower().startswith("the ")
    return whole and one.known and _fame(one.text, places)[1] == "PCLI"


def _meeting(one: Candidate, names: Sequence[Name]) -> Name | None:
    for name in names:
        if name.start_token < one.end and one.start < name.end_token:
            return name
    return None


def _gazetteer_cues(one: Candidate, places: Gazetteer, values: dict[str, float]) -> None:
    if not one.known:
        sure = values.get("certainty", 0.0) >= SURE
        values["unknown_sure"], values["unknown_unsure"] = float(sure), float(not sure)
        return
    weight, code, main = _fame(one.text, places)
    values["known"] = 1.0
    values["weight"] = weight
    kind = {"PCLI": "state", "ADM1": "division", "ADM2": "division", "PPL": "town", "PPLC": "town"}
    values[kind.get(code, "feature")] = 1.0
    values["main_name"] = float(main)
    if one.text in places.abbreviations:
        values["dotted" if "." in one.text else "code"] = 1.0


@lru_cache(maxsize=8192)
def _fame(text: str, places: Gazetteer) -> tuple[float, str, bool]:
    """Decimal logarithm of the weight over 10, code of the weightiest place, whether a main name."""
    best = places.candidates(text)
    code = places.codes[int(best.code[0])]
    return float(np.log10(best.weight[0] + 1)) / 10, code, bool(~best.alternate[0])


@lru_cache(maxsize=8192)
def _is_state(text: str, places: Gazetteer) -> bool:
    return places.knows(text) and (
        text in places.abbreviations or _fame(text, places)[1] in ("PCLI", "ADM1")
    )


def _neighbour_cues(
    one: Candidate,
    sentence: EncodedSentence,
    ends: set[Any],
    stated: set[Any],
    values: dict[str, float],
) -> None:
    words = sentence.words
    ahead = words[one.start - 1] if one.start else ""
    behind = words[one.end] if one.end < len(words) else ""
    low, next_low = ahead.lower(), behind.lower()
    values["in"] = float(low in _IN)
    values["of"] = float(low == "of")
    values["unknown_in"] = float(not one.known and low in _IN)
    values["and"] = float(low in ("and", "or", "-", "/"))
    values["the_ahead"] = float(low == "the")
    values["comma_ahead"] = float(low == "," and (one.sentence, one.start - 1) in ends)
    values["comma_state"] = float(behind == "," and (one.sentence, one.end + 1) in stated)
    values["stated"] = float(
        low == "," and (one.sentence, one.start) in stated and (one.sentence, one.start - 1) in ends
    )
    values["capital_ahead"] = float(
        ahead[:1].isupper() and one.start > 1 and ahead not in ("The", "In")
    )
    values["capital_behind"] = float(behind[:1].isupper())
    values["local"] = float(next_low in _LOCAL)
    run = _run(words, one.end)
    values["local_name"] = float(any(word in _LOCAL for word in run))
    values["other_name"] = float(bool(run) and not values["local_name"])
    opens_organisation = values.get("ORG_opens", 0.0)
    values["local_body"] = float(
        opens_organisation and (values["local_name"] or next_low in _LOCAL)
    )
    values["other"] = float(not values["local_name"] and any(word in _OTHERS for word in run))
    values["other_body"] = float(opens_organisation and values["other"])
    values["street"] = float(next_low in _STREETS)
    values["business"] = float(behind[:1].isupper() and next_low in _BUSINESS)
    values["title_ahead"] = float(low in _TITLES)
    values["possessive"] = float(next_low in ("'s", "’s", "'", "’"))
    values["based"] = float(
        behind in ("-", "–")
        and one.end + 1 < len(words)
        and words[one.end + 1] in ("based", "area", "born", "backed")
    )


def _run(words: Sequence[str], start: int) -> list[str]:
    """The capitalised words that go on behind a name, with 'of' and the like, in lower case."""
    run: list[str] = []
    for word in words[start : start + 5]:
        if not (word[0].isupper() or (run and word in ("of", "and", "for", "&"))) or word.isupper():
            break
        run.append(word.lower())
    return run


def _shape_cues(
    one: Candidate, sentence: EncodedSentence, lower: frozenset[str], values: dict[str, float]
) -> None:
    length = one.end - one.start
    first = sentence.words[one.start]
    behind = sentence.words[one.end] if one.end < len(sentence.words) else ""
    capitals = one.text.isupper() and len(one.text) > 3
    values["two_words"], values["more_words"] = float(length == 2), float(length > 2)
    values["opens_sentence"] = float(one.start == 0)
    values["capitals"] = float(capitals)
    values["dateline"] = float(
        one.start == 0 and (behind in _OPENERS or (behind == "," and capitals))
    )
    values["lower_case"] = float(length == 1 and first.lower() in lower)
    values["proper"] = float(all(sentence.upos[i] == "PROPN" for i in range(one.start, one.end)))
    values["demonym"] = float(one.text in demonyms() or one.text in unplaced())
    values["short"] = float(len(one.text) < 4 and "." not in one.text)


def _article_cues(
    one: Candidate, elsewhere: dict[str, dict[str, float]], values: dict[str, float]
) -> None:
    seen = elsewhere[key(one.text)]
    whole = sum(seen.values()) or 1.0
    values["elsewhere_place"] = seen.get("LOC", 0.0) / whole
    values["elsewhere_person"] = seen.get("PER", 0.0) / whole
    values["elsewhere_organisation"] = seen.get("ORG", 0.0) / whole


def _elsewhere(
    found: Sequence[Candidate], sentences: Sequence[EncodedSentence]
) -> dict[str, dict[str, float]]:
    """What the encoder says of each name over the whole article, as counts by type."""
    seen: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in found:
        name = _meeting(one, sentences[one.sentence].names)
        seen[key(one.text)][name.type if name else "none"] += 1.0
    return seen


def _lower_words(sentences: Sequence[EncodedSentence]) -> frozenset[str]:
    return frozenset(word for s in sentences for word in s.words if word.islower())
