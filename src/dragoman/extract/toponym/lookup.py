"""From a name as written to what the gazetteer may know it by.

A name is looked up as it stands; then without what news puts around a place's name ('northern
Iraq', 'Columbus City', 'the city of X'). A site that the gazetteer does not have, but that is named
after where it stands ('Dulles International Airport'), leads to that place, as a site in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.extract.toponym.gazetteer import Gazetteer

_POSSESSIVE: Final = re.compile(r"[’']s?$")
_AROUND: Final = re.compile(
    r"^(?:(?:far|the|far[ -])?(?:north|south|east|west|central|mid|upper|lower|inner|outer|greater|"
    r"downtown|uptown|rural|metro|old|mainland|suburban|continental|occupied)(?:ern|east|west|eastern"
    r"|western)?[ -])+",
    re.IGNORECASE,
)
_KIND_BEHIND: Final = re.compile(
    r" (?:County|Parish|Province|District|Region|Oblast|Governorate|Prefecture|State|City|Township|"
    r"Borough|Municipality|Island|Islands|Peninsula|Territory|area|region|province|city)$"
)
_KIND_AHEAD: Final = re.compile(
    r"^(?:City|Town|Village|Township|Province|County|State|Borough|Port|Kingdom|Republic|Isle) of "
)
SITES: Final = re.compile(
    r"\b(?:Air ?[Bb]ase|Air Force Base|Air ?[Ff]ield|Airport|Naval Base|Base|Barracks|Camp|Port|Harbou?r|"
    r"Universit\w+|College|Institute|Schools?|Academy|Hospital|Clinic|Medical Center|Cent(?:er|re)|"
    r"Stadium|Arena|Park|Prison|Jail|Correctional|Bridge|Dam|Station|Church|Cathedral|Basilica|"
    r"Mosque|Temple|Abbey|Castle|Palace|Museum|Library|Hotel|Mall|Square|Street|St\.|Avenue|Ave\.|"
    r"Road|Rd\.|Boulevard|Blvd\.|Drive|Highway|Lane|Way|Place|Estate|Metro|Speedway|Circuit|"
    r"Racecourse|Zoo|Cemetery|Courthouse|Court|Plant|Refinery|[Rr]efugee [Cc]amp|[Cc]rossing|"
    r"Corridor|Valley|River|Lake|Creek|Bay|Beach|Mountains?|Hills?|Forest|Reservoir|Canyon|Canal|"
    r"Lagoon|Zone|Memorial|Tower|Hall|House|Theat(?:er|re)|Plantation|Farm|Point|Quarter|"
    r"[Cc]hurch|Chapel|Inn|Pub|Parade|Crescent|Close|Terrace|Row|Parkway|Pkwy\.|Freeway|Expressway|"
    r"Turnpike|Trail|Roundabout|Interchange|Junction|Intersection|Pier|Wharf|Quay|Dock|Docks|Marina|"
    r"Campus|Ground|Field|Gardens?|Reserve|Conservation Area|Township|Twp\.|Barangay|Ward|Gallery|"
    r"Building|Plaza|Market|Club|Shelter|Monument|Complex|Centrum|Lighthouse|Peninsula|Head|Cove|Falls|"
    r"Springs|Waterfront|Heights|Rue)\b|^[ABM]\d{1,4}$|^(?:Route|Highway|Interstate|US) \d+$"
)
"""Words that make a name one of a site or a natural feature."""
WIDE: Final = 200_000
"""People from which on a place has parts that news names: 'northern Iraq', 'West Side' has none."""
SITE_TOWN: Final = 5000
"""People from which on a town is taken to be what a site is named after."""
_TOWN_SITES: Final = re.compile(
    r" (?:(?:(?:Inter)?[Nn]ational |Regional |Central |Municipal |County )?Airport|Air ?[Bb]ase|Air Force Base|Naval Base|"
    r"Universit\w+|(?:Central |Maximum |State )?[Pp]rison|Jail|Harbou?r|Metro|Speedway|Circuit|Racecourse|[Rr]efugee [Cc]amp|"
    r"[Cc]rossing|Courthouse|City Hall|Town Hall|General Hospital|(?:Nuclear )?[Pp]ower [Pp]lant)$"
)
"""Sites that are mostly named after the town where they stand."""


@dataclass(frozen=True, slots=True)
class Found:
    """The name to ask the gazetteer for, and whether what is meant is only something in that place."""

    name: str
    site: bool = False


@lru_cache(maxsize=8192)
def lookup(name: str, places: Gazetteer) -> Found | None:
    """What to ask for `name`, None where the gazetteer can't help."""
    plain = _POSSESSIVE.sub("", name).strip(" ,;:–—-")
    for form in (name, plain, *_stripped(plain, places)):
        if form and places.knows(form):
            return Found(form)
    if match := _TOWN_SITES.search(plain):
        town = plain[: match.start()]
        return Found(town, site=True) if places.heaviest(town) > SITE_TOWN else None
    return None


def _stripped(name: str, places: Gazetteer) -> list[str]:
    forms = [_KIND_BEHIND.sub("", name), _KIND_AHEAD.sub("", name)]
    if (whole := _AROUND.sub("", name)) and places.heaviest(whole) > WIDE:
        forms.append(whole)
    if name.endswith((" Co.", " Co", " Cos.", " Counties")):
        forms.append(name.rpartition(" ")[0] + " County")
    return [form for form in forms if form != name]
