"""One cluster for each organisation, armed group, state or acting place that an article names.

Names of states, known organisations and groups come from the lexicons; others are joined within the
article by equal names, acronyms ('Workers’ Party (WP)' and later 'WP'), and beginnings ('Doha
Institute for Graduate Studies', 'the Doha Institute').
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dragoman.extract.entity import lexicon
from dragoman.extract.entity.lexicon import Entry
from dragoman.extract.entity.offices import sector_in
from dragoman.extract.entity.page import Cluster, Named, View
from dragoman.extract.entity.usage import acts, is_location, stands_for_state
from dragoman.folding import fold, initials, is_acronym, listed
from dragoman.types import EntityKind, Span, Toponym

_ENDINGS: Final = listed(
    "inc inc. corp corp. co co. ltd ltd. llc plc ag sa gmbh company corporation group limited holdings"
)
_GENERIC_FIRST: Final = listed(
    "national united international university ministry department house supreme central federal state royal first new american european north "
    "south east west world committee association institute school center centre bank council office board court college church party air"
)
_NOBODY: Final = (
    "government",
    "state",
    "house",
    "ministry",
    "department",
    "police",
    "army",
    "party",
)
"""Words that name nobody by themselves."""
_STRONG: Final = ("COP", "MIL", "JUD", "SPY", "REB", "OPP", "NGO")
"""Sectors of which one word anywhere in a name says enough ('Police Department')."""
_MINISTRY: Final = ("ministry", "department")


def bodies(
    views: Sequence[View],
    names: Sequence[Named],
    toponyms: Mapping[Span, Toponym],
    times: Sequence[Span] = (),
) -> list[Cluster]:
    """Clusters of all names that are not persons'.

    A name inside one of `times` is a date ('Christmas').
    """
    dated = {offset for span in times for offset in range(span.start, span.end)}
    clusters: dict[tuple[str, ...], Cluster] = {}
    loose: list[Named] = []
    places: list[Named] = []
    for named in names:
        if named.type == "PER":
            continue
        view = views[named.sentence]
        if named.entry is not None and not _elsewhere(view, named, toponyms):
            _known(view, named, named.entry, clusters, toponyms)
        elif named.type == "LOC":
            places.append(named)
        elif (key := institution_key(view, named)) is not None:
            cluster = clusters.setdefault(
                key[0], Cluster("organisation", key[0], country=key[0][1], sector=key[1])
            )
            cluster.names.append(named)
        elif named.type == "OTH":
            if view.span(named.start, named.end).start not in dated:
                _other(named, clusters)
        elif fold(named.text) not in _NOBODY:
            loose.append(named)
    return [
        *clusters.values(),
        *_places(views, places, toponyms),
        *_organisations(views, loose, clusters),
    ]


def _elsewhere(view: View, named: Named, toponyms: Mapping[Span, Toponym]) -> bool:
    """Whether the place layer says that the words mean a place in another state ('Georgia')."""
    toponym = toponyms.get(view.span(named.start, named.end))
    entry = named.entry
    if entry is None or toponym is None or entry.kind not in ("state", "capital"):
        return False
    return toponym.country not in (None, entry.country)


def _known(
    view: View,
    named: Named,
    entry: Entry,
    clusters: dict[tuple[str, ...], Cluster],
    toponyms: Mapping[Span, Toponym],
) -> None:
    toponym = toponyms.get(view.span(named.start, named.end))
    noted = toponym is not None and "metonym" in (toponym.made_by.note or "")
    cluster = _cluster_of(view, named, entry, clusters, noted=noted)
    if cluster is not None:
        cluster.names.append(named)


def _cluster_of(
    view: View,
    named: Named,
    entry: Entry,
    clusters: dict[tuple[str, ...], Cluster],
    *,
    noted: bool,
) -> Cluster | None:
    country = entry.country
    if entry.kind in ("organisation", "armed_group"):
        key = ("organisation", str(entry.key))
        kind: EntityKind = "armed_group" if entry.kind == "armed_group" else "organisation"
        return clusters.setdefault(key, Cluster(kind, key, country=country, sector=entry.sector))
    if country is None:
        return None
    if entry.kind == "seat" and entry.body is not None:
        return institution(
            clusters, country, entry.body, "LEG" if entry.body == "parliament" else "GOV"
        )
    if (
        entry.kind == "state"
        or (entry.kind == "seat" and not is_location(view, named))
        or (noted and entry.kind == "capital")
        or stands_for_state(view, named, entry)
    ):
        named.rule = named.rule if entry.kind == "state" else f"metonym.{entry.kind}"
        return state(clusters, country)
    return None


def state(clusters: dict[tuple[str, ...], Cluster], country: str) -> Cluster:
    """The cluster of a state."""
    key = ("state", country)
    return clusters.setdefault(
        key, Cluster("state", key, country=country, sector="GOV", label=lexicon.state_name(country))
    )


def institution(
    clusters: dict[tuple[str, ...], Cluster], country: str, body: str, sector: str
) -> Cluster:
    """The cluster of a state's army, ministry or other body."""
    key = ("institution", country, body)
    return clusters.setdefault(key, Cluster("organisation", key, country=country, sector=sector))


def _places(
    views: Sequence[View], names: Sequence[Named], toponyms: Mapping[Span, Toponym]
) -> list[Cluster]:
    """The places that act somewhere in the article, with all their mentions."""
    groups: dict[str, list[Named]] = {}
    for named in names:
        groups.setdefault(fold(named.text), []).append(named)
    acting = [group for group in groups.values() if any(acts(views[n.sentence], n) for n in group)]
    return [_place(views, group, toponyms) for group in acting]


def _place(
    views: Sequence[View], group: Sequence[Named], toponyms: Mapping[Span, Toponym]
) -> Cluster:
    known = (toponyms.get(views[n.sentence].span(n.start, n.end)) for n in group)
    toponym = next((t for t in known if t is not None and t.geonames_id is not None), None)
    key = (
        ("place", fold(group[0].text))
        if toponym is None
        else ("geonames", str(toponym.geonames_id))
    )
    return Cluster("place", key, names=list(group), country=toponym.country if toponym else None)


def _other(named: Named, clusters: dict[tuple[str, ...], Cluster]) -> None:
    key = ("other", fold(named.text))
    clusters.setdefault(key, Cluster("other", key)).names.append(named)


# ---------------------------------------------------------------- organisations


def institution_key(view: View, named: Named) -> tuple[tuple[str, str, str], str] | None:
    """(key, sector) of a body that every state has, where the name says whose: 'French foreign ministry'."""
    start = named.start
    owner = start - 1 if start and view.lower[start - 1] in ("'s", "'") else start
    for first, last, entry in view.phrases:
        if (
            entry.country
            and entry.kind in ("demonym", "state")
            and (first == start or last == owner)
        ):
            return _institution(view, entry.country, last if first == start else start, named.end)
    return None


def _institution(
    view: View, country: str, start: int, end: int
) -> tuple[tuple[str, str, str], str] | None:
    start += start < end and view.lower[start] in ("'s", "'")
    body = body_in(view.lower[start:end])
    return (("institution", country, body[0]), body[1]) if body is not None else None


def body_in(words: Sequence[str]) -> tuple[str, str] | None:
    """(key, sector) of a state's body by its words without the state's: 'foreign ministry', 'air force'."""
    text = " ".join(words)
    found = lexicon.institutions().get(text)
    if found is not None:
        return found.key, found.sector
    if len(words) == 2 and words[1] in _MINISTRY and words[0] in lexicon.ministries():
        return f"{_british(words[0])} ministry", "GOV"
    if len(words) >= 3 and words[0] in _MINISTRY and words[1] in ("of", "for"):
        kind = next((w for w in words[2:] if w in lexicon.ministries()), None)
        return (f"{_british(kind)} ministry", "GOV") if kind else None
    return None


def _british(kind: str) -> str:
    return {"defense": "defence", "labor": "labour"}.get(kind, kind)


def _organisations(
    views: Sequence[View], loose: Sequence[Named], known: Mapping[tuple[str, ...], Cluster]
) -> list[Cluster]:
    """Organisations that no lexicon knows, longest names first, then their short forms."""
    clusters: list[Cluster] = []
    for named in sorted(loose, key=lambda named: (-len(named.words), named.place)):
        form = _form(named)
        chosen = next(
            (c for c in clusters if any(_same(named, form, other, c) for other in c.forms)), None
        )
        if chosen is None:
            chosen = _by_acronym(views, named, [*known.values(), *clusters])
        if chosen is None and len(named.words) == 1:
            chosen = next(
                (c for c in known.values() if c.sector == "MED" and _ends(named, c)), None
            )
        if chosen is None:
            chosen = Cluster("organisation")
            clusters.append(chosen)
        chosen.names.append(named)
        if form not in chosen.forms:
            chosen.forms.append(form)
    for cluster in clusters:
        _settle(views, cluster)
    return clusters


def _ends(named: Named, cluster: Cluster) -> bool:
    """'the Times' after 'The New York Times'."""
    return any(
        len(n.words) > 1 and n.words[-1] == named.words[0] and n.place < named.place
        for n in cluster.names
    )


def _form(named: Named) -> tuple[str, ...]:
    words = [fold(word) for word in named.words if word[0].isalnum()]
    while len(words) > 1 and words[-1] in _ENDINGS:
        words.pop()
    return tuple(words)


def _same(named: Named, form: tuple[str, ...], other: tuple[str, ...], cluster: Cluster) -> bool:
    """Whether `form` is the name, its beginning, or its acronym."""
    if form == other:
        return True
    if not form or len(form) >= len(other):
        return False
    if len(form) == 1 and is_acronym(named.text) and len(named.text) > 2:
        bare = named.text.replace(".", "").upper()
        if any(bare in initials(name.words) for name in cluster.names):
            return True
    if len(form) == 1 and other[-1] == form[0] and _distinctive(form[0]):
        return True
    whole = len(form) > 1 or (
        form[0] not in _GENERIC_FIRST and len(form[0]) > 2 and not lexicon.entry_of(named.words)
    )
    return whole and other[: len(form)] == form


def _distinctive(word: str) -> bool:
    """Whether the last word of a name may stand for it ('the Packers', not 'the Party')."""
    common = word in _GENERIC_FIRST or word in _ENDINGS or word in lexicon.bodies()
    return len(word) > 3 and not common and word not in lexicon.context()


def _by_acronym(views: Sequence[View], named: Named, clusters: Sequence[Cluster]) -> Cluster | None:
    """The organisation right before '(ABC)'."""
    view = views[named.sentence]
    if named.start < 2 or view.words[named.start - 1] != "(" or not is_acronym(named.text):
        return None
    for cluster in clusters:
        if cluster.kind in ("organisation", "armed_group") and any(
            n.sentence == named.sentence and n.end == named.start - 1 for n in cluster.names
        ):
            return cluster
    return None


def _settle(views: Sequence[View], cluster: Cluster) -> None:
    """Kind, country and sector from the words of the names and of what stands beside them."""
    words = [word.lower() for named in cluster.names for word in _telling(named)]
    strong = sector_in(word.lower() for named in cluster.names for word in named.words)
    own = next((s for w in words if (s := lexicon.bodies().get(w))), None)
    cluster.sector = strong if strong in _STRONG else own or sector_in(words)
    if cluster.sector is None and any(word in _ENDINGS for word in words):
        cluster.sector = "BUS"
    cluster.nouns |= {word for word in words if word in lexicon.bodies()}
    for named in cluster.names:
        _beside(views[named.sentence], named, cluster)
    if cluster.sector == "REB":
        cluster.kind = "armed_group"


def _telling(named: Named) -> list[str]:
    """The words of a name that say what it is: its last, and the one before 'of'."""
    words = list(named.words)
    cut = next((i for i, word in enumerate(words) if word.lower() in ("of", "for")), len(words))
    return [
        words[cut - 1] if cut else words[0],
        *([words[-1]] if words[-1].lower() in _ENDINGS else []),
    ]


def _beside(view: View, named: Named, cluster: Cluster) -> None:
    """Nouns in apposition ('X, a militant group,', 'the company X') and a state inside the name."""
    head = view.head_of(named.start, named.end)
    beside = [kid for kid in view.kids[head] if view.rels[kid] in ("appos", "nmod:desc")]
    if view.rels[head] in ("appos", "nmod:desc", "compound", "flat") and view.heads[head] >= 0:
        beside.append(view.heads[head])
    for index in beside:
        if view.lower[index] in lexicon.bodies() and abs(index - head) < 12:
            cluster.nouns.add(view.lower[index])
            words = [
                view.lower[i]
                for i in (*view.kids[index], index)
                if not named.start <= i < named.end
            ]
            cluster.sector = (
                cluster.sector or sector_in(words) or lexicon.bodies()[view.lower[index]] or None
            )
    owner = (
        named.start - 1
        if named.start and view.lower[named.start - 1] in ("'s", "'")
        else named.start
    )
    for start, end, entry in view.phrases:
        if end == owner and entry.country and entry.kind in ("state", "demonym"):
            cluster.country = cluster.country or entry.country
        if (
            named.start <= start
            and end <= named.end
            and entry.country
            and entry.kind in ("state", "demonym")
        ):
            cluster.country = cluster.country or entry.country


def organisation_key(cluster: Cluster) -> tuple[str, ...] | None:
    """What makes an organisation the same in another article; None where the name is only local."""
    longest = max(
        cluster.names, key=lambda named: (len(named.words), -named.sentence, -named.start)
    )
    form = _form(longest)
    if len(form) == 1 and is_acronym(longest.text):
        return None
    if all(
        word in _GENERIC_FIRST
        or word in lexicon.bodies()
        or word in lexicon.ministries()
        or word in ("of", "the", "for", "and")
        or word in lexicon.context()
        for word in form
    ):
        return ("organisation", cluster.country, " ".join(form)) if cluster.country else None
    return ("organisation", " ".join(form))
