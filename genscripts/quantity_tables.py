"""The hand-made tables of `quantity_words.py`. '_' stands for a space inside a word list."""

from __future__ import annotations

import number_words

ONES = {word: value for value, word in enumerate(number_words.ONES)} | {
    word: 10 * value for value, word in enumerate(number_words.TENS, start=2)
}

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "dozen": 12,
}  # fmt: skip

VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 2e2, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12, "tens": 20, "several": 3, "couple": 2, "lakhs": 2e5,
    "crores": 2e7,
}  # fmt: skip

FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip

HEDGES_BEFORE = {
    "about": "about", "around": "about", "approximately": "about", "approx": "about",
    "approx.": "about", "roughly": "about", "some": "about", "circa": "about", "an estimated": "about",
    "estimated": "about", "in the region of": "about", "something like": "about", "~": "about",
    "an average of": "about", "on the order of": "about", "in the order of": "about",
    "nearly": "nearly", "almost": "nearly", "just under": "nearly", "close to": "nearly",
    "virtually": "nearly", "nearing": "nearly", "approaching": "nearly", "just below": "nearly",
    "just short of": "nearly", "not quite": "nearly", "just shy of": "nearly",
    "a little under": "nearly", "slightly less than": "nearly", "a little less than": "nearly",
    "just less than": "nearly",
    "more than": "more_than", "over": "more_than", "in excess of": "more_than", "above": "more_than",
    "upwards of": "more_than", "upward of": "more_than", "exceeding": "more_than",
    "greater than": "more_than", "just over": "more_than", "well over": "more_than",
    "just more than": "more_than", "well above": "more_than", "far more than": "more_than",
    "much more than": "more_than", "slightly more than": "more_than", "higher than": "more_than",
    "a little over": "more_than", "just above": "more_than", "north of": "more_than", ">": "more_than",
    "little more than": "more_than", "beyond": "more_than", "well more than": "more_than",
    "larger than": "more_than", "longer than": "more_than",
    "less than": "less_than", "fewer than": "less_than", "under": "less_than", "below": "less_than",
    "well under": "less_than", "lower than": "less_than", "smaller than": "less_than",
    "short of": "less_than", "<": "less_than", "well below": "less_than", "far fewer than": "less_than",
    "at least": "at_least", "a least": "at_least", "no fewer than": "at_least",
    "no less than": "at_least", "not less than": "at_least", "not fewer than": "at_least",
    "a minimum of": "at_least", "as few as": "at_least", "as little as": "at_least",
    "minimum of": "at_least",
    "up to": "up_to", "as many as": "up_to", "as much as": "up_to", "at most": "up_to",
    "no more than": "up_to", "not more than": "up_to", "a maximum of": "up_to",
    "maximum of": "up_to", "as high as": "up_to", "upto": "up_to", "at the most": "up_to", "as large as": "up_to", "as big as": "up_to",
}  # fmt: skip

HEDGES_AFTER = {
    "or more": "at_least", "or so": "about", "or less": "up_to", "or fewer": "up_to",
    "or higher": "at_least", "or lower": "up_to", "or above": "at_least", "or below": "up_to",
    "at least": "at_least", "at most": "up_to", "or over": "at_least", "or thereabouts": "about",
    "plus": "at_least", "+": "at_least", "and counting": "at_least",
}  # fmt: skip

# Codes that news writes beside a number ('20 million USD').
NEWS_CODES = [
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "RMB",
    "INR",
    "RUB",
    "TRY",
    "ILS",
    "KRW",
    "UAH",
    "NGN",
    "ZAR",
    "KES",
    "EGP",
    "SAR",
    "AED",
    "QAR",
    "KWD",
    "IRR",
    "IQD",
    "SYP",
    "LBP",
    "JOD",
    "PKR",
    "BDT",
    "LKR",
    "NPR",
    "AFN",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "HUF",
    "RON",
    "BGN",
    "CAD",
    "AUD",
    "NZD",
    "HKD",
    "SGD",
    "TWD",
    "THB",
    "MYR",
    "IDR",
    "PHP",
    "VND",
    "MXN",
    "BRL",
    "ARS",
    "CLP",
    "COP",
    "PEN",
    "VES",
    "ETB",
    "GHS",
    "TZS",
    "UGX",
    "MAD",
    "DZD",
    "TND",
    "LYD",
    "SDG",
    "XOF",
    "XAF",
    "KZT",
    "UZS",
    "GEL",
    "AMD",
    "AZN",
]

# CLDR lists metals, units of account and test codes beside money.
NO_CURRENCY = frozenset(
    [
        "XAU",
        "XAG",
        "XPT",
        "XPD",
        "XBA",
        "XBB",
        "XBC",
        "XBD",
        "XTS",
        "XXX",
        "XDR",
        "XSU",
        "XUA",
        "XRE",
        "XFO",
        "XFU",
        "XEU",
    ]
)

# What news calls a currency when it does not name the country.
CURRENCY_NAMES = {
    "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD", "u.s. dollars": "USD",
    "american dollars": "USD", "cent": "USD", "cents": "USD", "euro": "EUR", "euros": "EUR",
    "pound sterling": "GBP", "pounds sterling": "GBP", "sterling": "GBP", "british pounds": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "rupee": "INR", "rouble": "RUB",
    "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "lira": "TRY", "liras": "TRY",
    "turkish liras": "TRY", "shekel": "ILS", "shekels": "ILS", "won": "KRW", "hryvnia": "UAH",
    "hryvnias": "UAH", "naira": "NGN", "rand": "ZAR", "riyals": "SAR", "dirhams": "AED",
    "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "zloty": "PLN", "forint": "HUF", "taka": "BDT",
    "dong": "VND", "birr": "ETB", "rials": "IRR", "tenge": "KZT", "afghanis": "AFN", "bitcoin": "XBT",
    "bitcoins": "XBT", "deutsche marks": "DEM", "deutschmarks": "DEM", "deutschemarks": "DEM",
}  # fmt: skip

CURRENCY_SYMBOLS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "A$": "AUD",
    "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "€": "EUR",
    "£": "GBP", "¥": "JPY", "￥": "CNY", "₹": "INR", "Rs": "INR", "Rs.": "INR", "₽": "RUB", "₺": "TRY",
    "₪": "ILS", "₩": "KRW", "₴": "UAH", "₦": "NGN", "RM": "MYR", "₫": "VND", "฿": "THB", "₱": "PHP",
    "₾": "GEL", "₸": "KZT", "₵": "GHS", "₡": "CRC", "Dh": "AED", "Dhs": "AED", "TL": "TRY", "Tk": "BDT",
}  # fmt: skip

_UNITS = {
    "distance": {
        "km": "km kilometer kilometers kilometre kilometres kms", "m": "meter meters metre metres",
        "cm": "cm centimeter centimeters centimetre centimetres", "mm": "mm millimeter millimeters millimetre millimetres",
        "mi": "mile miles", "ft": "ft foot feet", "in": "inch inches", "yd": "yard yards",
        "nmi": "nautical_mile nautical_miles", "ly": "light-year light-years",
    },
    "area": {
        "ha": "hectare hectares ha", "acre": "acre acres", "km²": "km² km2 sq_km sqkm", "m²": "m² m2 sqm sq_m",
        "ft²": "sq_ft sqft", "mi²": "sq_mi sq_miles",
    },
    "mass": {
        "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes", "g": "gram grams gramme grammes",
        "mg": "mg milligram milligrams", "t": "tonne tonnes metric_ton metric_tons", "ton": "ton tons",
        "lb": "lb lbs", "oz": "oz ounce ounces",
    },
    "volume": {
        "l": "liter liters litre litres", "ml": "ml milliliter milliliters millilitre millilitres",
        "gal": "gallon gallons", "barrel": "barrel barrels bpd bbl", "bushel": "bushel bushels",
    },
    "speed": {
        "mph": "mph miles_per_hour miles_an_hour", "km/h": "km/h kmh kph kmph kilometers_per_hour kilometres_per_hour kilometers_an_hour kilometres_an_hour",
        "kn": "knot knots", "Mbit/s": "mbps",
    },
    "power": {
        "MW": "mw megawatt megawatts", "GW": "gw gigawatt gigawatts", "kW": "kw kilowatt kilowatts", "W": "watt watts",
        "hp": "hp horsepower bhp",
    },
    "energy": {"kWh": "kwh kilowatt-hour kilowatt-hours", "MWh": "mwh megawatt-hours", "kcal": "calorie calories", "kt": "kiloton kilotons kilotonne", "Mt": "megaton megatons"},
    "data": {"GB": "gb gigabyte gigabytes", "MB": "mb megabyte megabytes", "TB": "tb terabyte terabytes", "px": "megapixel megapixels"},
    "temperature": {"°": "degree degrees", "°C": "°c", "°F": "°f"},
    "percent": {"percent": "percent per_cent % pct percentage_point percentage_points percentage-point percentage-points"},
    "times": {"": "times fold"},
}  # fmt: skip


def units() -> dict[str, list[str]]:
    """Unit as worded → [unit, dimension]."""
    return {
        word.replace("_", " "): [unit, dimension]
        for dimension, rows in _UNITS.items()
        for unit, words in rows.items()
        for word in words.split()
    }


# Read as units only where they touch the number ('40m', '5g').
ATTACHED = {
    "pc": ["percent", "percent"],
    "m": ["m", "distance"], "g": ["g", "mass"], "l": ["l", "volume"], "t": ["t", "mass"],
    "C": ["°C", "temperature"], "F": ["°F", "temperature"], "x": ["", "times"],
    "ml": ["ml", "volume"], "mi": ["mi", "distance"], "yd": ["yd", "distance"],
}  # fmt: skip

TIME_UNITS = """
second seconds minute minutes hour hours day days week weeks month months year years decade decades
century centuries millennium millennia yr yrs hr hrs min mins sec secs fortnight fortnights night
nights weekend weekends evening evenings morning mornings am pm a.m. p.m. o'clock year-old
millisecond milliseconds
"""

# A number right behind one of these names the thing and counts nothing.
LABELS = """
flight no no. nos. number numbers page pages pp section chapter article articles version update
release route highway interstate line channel class category level phase grade tier type gate block
room rooms unit sector zone district ward resolution amendment proposition law bill rule title
paragraph clause psalm verse volume vol vol. issue episode season round game match race heat lap
stage leg week day group pool seed rank ranked top apollo area apartment apt suite floor box figure
fig table exhibit item lot model mark series part act scene point step question option case test
windows ios android playstation xbox iphone galaxy mission world formula division league under
"""

NOUNS = {
    "killed": "death deaths fatality fatalities dead corpse corpses body bodies murder murders killing killings homicide homicides slaying slayings martyr martyrs",
    "injured": "injury injuries wounded injured",
    "casualties": "casualty casualties",
    "captive": "hostage hostages captive captives abductee abductees kidnapping kidnappings abduction abductions pow pows prisoner-of-war prisoners-of-war",
    "detained": "arrest arrests detainee detainees detention detentions prisoner prisoners inmate inmates",
    "displaced": "refugee refugees evacuee evacuees idp idps displaced homeless",
    "missing": "missing disappearance disappearances",
    "votes": "vote votes ballot ballots seat seats delegate delegates elector electors",
    "weapons": """
        weapon weapons missile missiles rocket rockets bomb bombs warhead warheads rifle rifles gun guns
        pistol pistols handgun handguns firearm firearms grenade grenades mine mines landmine landmines
        shell shells mortar mortars bullet bullets torpedo torpedoes munition munitions howitzer
        howitzers launcher launchers knife knives explosive explosives round rounds
        ied ieds machete machetes cartridge cartridges""",
    "vehicles": """
        fire_engine fire_engines fire_truck fire_trucks aircraft_carrier aircraft_carriers
        vehicle vehicles car cars truck trucks lorry lorries bus buses van vans taxi taxis motorcycle
        motorcycles motorbike motorbikes bicycle bicycles bike bikes train trains tram trams carriage
        carriages ship ships vessel vessels boat boats ferry ferries tanker tankers submarine submarines
        warship warships frigate frigates destroyer destroyers  aircraft plane planes
        airplane airplanes jet jets airliner airliners helicopter helicopters drone drones tank tanks
        ambulance ambulances excavator excavators digger diggers bulldozer bulldozers tractor tractors
        convoy convoys minibus minibuses suv suvs fighter-jet fighter-jets warplane warplanes dinghy
        dinghies yacht yachts spacecraft wagon wagons pickup pickups sedan sedans scooter scooters
        barge barges trawler trawlers bomber bombers locomotive locomotives""",
    "buildings": """
        building buildings house houses home homes school schools hospital hospitals church churches
        mosque mosques temple temples synagogue synagogues apartment apartments shop shops store stores
        hotel hotels factory factories warehouse warehouses bridge bridges structure structures dwelling
        dwellings property properties clinic clinics shelter shelters tent tents  flat flats
        skyscraper skyscrapers tower towers cottage cottages cabin cabins villa villas prison prisons""",
    "score": """
        goal goals touchdown touchdowns yard yards reception receptions carry carries sack sacks
        interception interceptions turnover turnovers fumble fumbles rebound rebounds assist assists
        wicket wickets strikeout strikeouts homer homers inning innings birdie birdies bogey bogeys
        try tries  hit hits run runs point points steal steals tackle tackles completion
        completions cap caps pole podium podiums three-pointer three-pointers""",
    "times": "time times fold factor",
    "people": """
        people person persons man men woman women child children boy boys girl girls baby babies infant
        infants teenager teenagers teen teens youth youths adult adults kid kids citizen citizens civilian
        civilians resident residents villager villagers local locals victim victims survivor survivors
        passenger passengers crew crewmen tourist tourists traveler travelers traveller travellers
        visitor visitors migrant migrants immigrant immigrants worker workers employee employees
        staff staffer staffers official officials officer officers policeman policemen policewoman
        policewomen soldier soldiers troop troops serviceman servicemen guard guards fighter fighters
        militant militants rebel rebels insurgent insurgents gunman gunmen terrorist terrorists attacker
        attackers  assailant assailants suspect suspects defendant defendants convict
        convicts criminal criminals protester protesters protestor protestors demonstrator demonstrators
        activist activists supporter supporters opponent opponents member members lawmaker lawmakers
        mp mps senator senators minister ministers judge judges lawyer lawyers attorney attorneys
        doctor doctors nurse nurses medic medics patient patients teacher teachers student students
        pupil pupils professor professors scientist scientists researcher researchers engineer engineers
        expert experts journalist journalists reporter reporters editor editors author authors artist
        artists actor actors actress actresses singer singers musician musicians player players coach
        coaches athlete athletes fan fans spectator spectators viewer viewers user users customer customers
        client clients consumer consumers subscriber subscribers voter voters candidate candidates
        follower followers owner owners driver drivers pilot pilots sailor sailors marine marines
        astronaut astronauts firefighter firefighters rescuer rescuers volunteer volunteers paramedic
        paramedics executive executives manager managers director directors investor investors shareholder
        shareholders analyst analysts economist economists farmer farmers fisherman fishermen miner miners
        businessman businessmen parent parents mother mothers father fathers brother brothers sister
        sisters son sons daughter daughters husband wife wives relative relatives friend friends neighbor
        neighbors neighbour neighbours  colleague colleagues individual individuals
        applicant applicants participant participants  guest guests attendee attendees
        witness witnesses juror jurors  leader leaders commander commanders general generals
        envoy envoys diplomat diplomats ambassador ambassadors agent agents spy spies inspector inspectors
         observer observers peacekeeper peacekeepers settler settlers worshipper worshippers
        worshiper worshipers pilgrim pilgrims priest priests nun nuns monk monks imam imams bishop bishops
        cleric clerics christian christians muslim muslims jew jews believer believers heavyweight
        heavyweights orphan orphans widow widows elder elders veteran veterans recruit recruits conscript
        conscripts reservist reservists mercenary mercenaries smuggler smugglers trafficker traffickers
        hacker hackers shooter shooters looter looters rioter rioters  trader traders
        banker bankers accountant accountants secretary secretaries clerk clerks designer designers
        developer developers photographer photographers dancer dancers  contestant contestants
        nominee nominees winner winners loser losers champion champions teammate teammates referee referees
        american americans briton britons brit brits frenchman frenchmen german germans russian russians
        ukrainian ukrainians israeli israelis palestinian palestinians syrian syrians iraqi iraqis iranian
        iranians turk turks afghan afghans pakistani pakistanis indian indians egyptian egyptians canadian
        canadians australian australians mexican mexicans italian italians spaniard spaniards greek greeks
        african africans arab arabs asian asians european europeans korean koreans nigerian nigerians
        kenyan kenyans ethiopian ethiopians somali somalis libyan libyans tunisian tunisians moroccan
        moroccans saudi saudis yemeni yemenis lebanese jordanian jordanians kurd kurds brazilian brazilians
        other others crewmember crewmembers caller callers speaker speakers signatory signatories
        inhabitant inhabitants newcomer newcomers foreigner foreigners national nationals personnel
        jobseeker jobseekers pensioner pensioners taxpayer taxpayers motorist motorists cyclist cyclists
        pedestrian pedestrians commuter commuters hiker hikers climber climbers skier skiers swimmer
        swimmers diver divers mayor mayors governor governors councillor councillors councilor councilors
        contractor contractors operative operatives extremist extremists jihadi jihadis jihadist jihadists
        sympathizer sympathizers sympathiser sympathisers loyalist loyalists separatist separatists
        deputy deputies aide aides adviser advisers advisor advisors trooper troopers """,
}

# Verb lemma → measure, by the part that the counted ones play.
FRAMES = {
    "undergoer": {
        **dict.fromkeys(
            ["kill", "slay", "murder", "massacre", "execute", "assassinate", "behead", "slaughter", "electrocute", "martyr", "lynch"],
            "killed",
        ),
        **dict.fromkeys(["injure", "wound", "hurt", "maim", "hospitalise", "hospitalize", "mutilate", "burn"], "injured"),
        **dict.fromkeys(["kidnap", "abduct", "capture", "hijack"], "captive"),
        **dict.fromkeys(["arrest", "detain", "jail", "imprison", "apprehend", "incarcerate", "intern"], "detained"),
        **dict.fromkeys(["displace", "uproot", "evacuate", "expel", "deport", "evict", "dislocate"], "displaced"),
        **dict.fromkeys(["free", "release", "liberate"], "released"),
        **dict.fromkeys(["rescue"], "rescued"),
    },
    "subject": {
        **dict.fromkeys(["die", "perish", "drown", "suffocate", "succumb"], "killed"),
        **dict.fromkeys(["flee"], "displaced"),
        **dict.fromkeys(["disappear", "vanish"], "missing"),
    },
}  # fmt: skip

ADJECTIVES = {
    "dead": "killed", "deceased": "killed", "killed": "killed", "slain": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured", "missing": "missing",
    "unaccounted": "missing", "homeless": "displaced", "displaced": "displaced", "captive": "captive",
    "hostage": "captive", "prisoner": "captive", "casualties": "casualties",
}  # fmt: skip

# Verbs that mean nothing here without their second word ('took 12 people hostage').
HELD = {
    "take hostage": "captive", "hold hostage": "captive", "take captive": "captive",
    "hold captive": "captive", "take prisoner": "captive", "seize hostage": "captive",
    "keep hostage": "captive", "keep captive": "captive", "carry hostage": "captive",
    "shoot dead": "killed", "gun down": "killed", "find dead": "killed", "leave dead": "killed",
    "pronounce dead": "killed", "presume dead": "killed", "mow down": "killed",
    "confirm dead": "killed", "declare dead": "killed", "report dead": "killed",
    "put death": "killed", "burn death": "killed", "crush death": "killed", "stab death": "killed",
    "beat death": "killed", "shoot death": "killed",
    "leave injured": "injured", "leave wounded": "injured", "rush hospital": "injured",
    "take hospital": "injured", "treat hospital": "injured", "hurt hospital": "injured",
    "treat injury": "injured", "send hospital": "injured", "suffer injury": "injured", "have injury": "injured", "receive injury": "injured", "suffer wound": "injured", "have wound": "injured",
    "sustain injury": "injured", "airlift hospital": "injured", "transport hospital": "injured",
    "round up": "detained", "take custody": "detained", "lock up": "detained", "hold custody": "detained",
    "throw jail": "detained", "place arrest": "detained", "put arrest": "detained", "put bars": "detained", "remand custody": "detained",
    "leave homeless": "displaced", "make homeless": "displaced", "render homeless": "displaced",
    "force home": "displaced", "drive home": "displaced", "leave home": "displaced",
    "lose life": "killed", "go missing": "missing", "remain missing": "missing",
    "report missing": "missing", "leave missing": "missing", "lose home": "displaced",
}  # fmt: skip

# A happening whose number stands behind it ('the deaths of 12', 'death toll of 12', 'rose to 12').
EVENT_NOUNS = {
    "population": "people", "crowd": "people", "attendance": "people", "workforce": "people",
    "death": "killed", "killing": "killed", "murder": "killed", "massacre": "killed",
    "slaughter": "killed", "execution": "killed", "slaying": "killed", "assassination": "killed",
    "toll": "killed", "life": "killed", "fatality": "killed", "dead": "killed",
    "injury": "injured", "wounding": "injured", "wounded": "injured", "injured": "injured",
    "casualty": "casualties",
    "abduction": "captive", "kidnapping": "captive", "capture": "captive", "hostage": "captive",
    "arrest": "detained", "detention": "detained", "imprisonment": "detained",
    "displacement": "displaced", "evacuation": "displaced", "disappearance": "missing",
    "missing": "missing", "release": "released", "rescue": "rescued",
}  # fmt: skip

CAUSING = """
kill injure wound hurt maim displace leave cause claim result lead bring see murder slaughter massacre
execute slay abduct kidnap capture arrest detain jail imprison free release rescue evacuate take seize
hold force uproot expel deport
"""

# What people die of, are hurt in or flee from.
HAPPENINGS = """
attack attacks strike strikes airstrike airstrikes bombing bombings bombardment shelling raid raids
assault assaults offensive war fighting clash clashes violence battle battles fire fires blaze blazes
explosion explosions blast blasts crash crashes accident accidents collision collisions derailment derailments
earthquake earthquakes quake quakes flood floods flooding storm storms hurricane hurricanes typhoon
cyclone tornado landslide landslides mudslide mudslides avalanche tsunami eruption drought famine
outbreak epidemic pandemic disease virus covid-19 cholera ebola shooting shootings stabbing stabbings
massacre ambush ambushes incident incidents disaster disasters riot riots protest protests crackdown
campaign operation operations invasion conflict siege rampage stampede crush collapse sinking wreck
gunfire bullet bullets missile missiles rocket rockets bomb bombs mine mines drone drones unrest
uprising coup heatwave wildfire wildfires poisoning overdose fall rioting ground-campaign
"""

# Verbs and phrases whose subject vouches for the clause below; used where no quotation covers it.
SPEECH = """
say tell report state claim announce estimate add note confirm argue believe warn write show suggest
find reveal indicate insist acknowledge admit declare allege maintain assert explain predict expect
forecast put calculate tweet disclose contend charge complain stress emphasise emphasize point conclude
cite count record concede deny recall remark reply respond testify describe mention project reckon
"""

SCORE_AFTER = """
win wins victory defeat defeats loss losses lead leads draw draws record tie score scoreline vote
decision margin deficit start triumph rout upset walkover advantage series
"""

# Beginnings of cues that do something with words and vouch for no number.
ACTS = """
apologi convict order den sentenc pledg promis demand urg ask su threaten refus appeal agree call invit
sign critici condemn accus blam thank prais approv reject dismiss disput refut
"""
