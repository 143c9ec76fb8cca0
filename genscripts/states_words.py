"""The hand-made tables behind states.json: what CLDR, ISO 3166 and GeoNames do not hold.

Adjectives and names of inhabitants, news abbreviations, former names, seats of government and the
buildings that stand for a government: written down from common English usage (the forms that the
CIA World Factbook, the UK's Permanent Committee on Geographical Names and news style guides agree
on), checked against the ISO codes by `states.py`. Nothing here says who a territory belongs to.
"""

from __future__ import annotations

# alpha-3: adjectives, comma-separated; each is also a name of an inhabitant (plural by rule) unless
# it has a '*' (adjective only) or an ending like "sh", "ese" or "ss" (then it names the people as a
# whole). After '|': further nouns for inhabitants, as they stand.
DEMONYMS = """
ABW Aruban
AFG Afghan,Afghani
AGO Angolan
AIA Anguillan
ALA Ålandish | Ålander,Ålanders
ALB Albanian
AND Andorran
ARE Emirati | Emirian,Emirians
ARG Argentine,Argentinian,Argentinean
ARM Armenian
ASM American Samoan
ATA Antarctic*
ATG Antiguan,Barbudan
AUS Australian | Aussie,Aussies
AUT Austrian
AZE Azerbaijani,Azeri
BDI Burundian
BEL Belgian
BEN Beninese
BES Bonairean
BFA Burkinabe,Burkinabé,Burkinan
BGD Bangladeshi
BGR Bulgarian
BHR Bahraini
BHS Bahamian
BIH Bosnian,Bosnian-Herzegovinian,Herzegovinian | Bosniak,Bosniaks
BLR Belarusian,Belarussian,Byelorussian
BLZ Belizean
BMU Bermudian
BOL Bolivian
BRA Brazilian
BRB Barbadian,Bajan
BRN Bruneian
BTN Bhutanese
BWA Botswanan | Motswana,Batswana
CAF Central African
CAN Canadian
CHE Swiss
CHL Chilean
CHN Chinese
CIV Ivorian,Ivoirian
CMR Cameroonian
COD Congolese
COG Congolese
COK Cook Island* | Cook Islander,Cook Islanders
COL Colombian
COM Comorian,Comoran
CPV Cape Verdean,Cabo Verdean
CRI Costa Rican
CUB Cuban
CUW Curaçaoan
CYM Caymanian
CYP Cypriot
CZE Czech | Czech,Czechs
DEU German
DJI Djiboutian
DMA Dominican
DNK Danish | Dane,Danes
DOM Dominican
DZA Algerian
ECU Ecuadorian,Ecuadorean
EGY Egyptian
ERI Eritrean
ESH Sahrawi,Saharawi
ESP Spanish | Spaniard,Spaniards
EST Estonian
ETH Ethiopian
FIN Finnish | Finn,Finns
FJI Fijian
FLK Falkland* | Falklander,Falklanders
FRA French | Frenchman,Frenchmen,Frenchwoman,Frenchwomen
FRO Faroese
FSM Micronesian
GAB Gabonese
GBR British | Briton,Britons,Brit,Brits
GEO Georgian
GHA Ghanaian
GIB Gibraltarian
GIN Guinean
GLP Guadeloupean
GMB Gambian
GNB Bissau-Guinean
GNQ Equatorial Guinean,Equatoguinean
GRC Greek
GRD Grenadian
GRL Greenlandic | Greenlander,Greenlanders
GTM Guatemalan
GUF French Guianese
GUM Guamanian
GUY Guyanese
HKG | Hongkonger,Hongkongers,Hong Konger,Hong Kongers
HND Honduran
HRV Croatian | Croat,Croats
HTI Haitian
HUN Hungarian
IDN Indonesian
IMN Manx
IND Indian
IRL Irish | Irishman,Irishmen,Irishwoman,Irishwomen
IRN Iranian
IRQ Iraqi
ISL Icelandic | Icelander,Icelanders
ISR Israeli
ITA Italian
JAM Jamaican
JOR Jordanian
JPN Japanese
KAZ Kazakh,Kazakhstani
KEN Kenyan
KGZ Kyrgyz,Kyrgyzstani,Kirghiz
KHM Cambodian
KIR I-Kiribati
KNA Kittitian,Nevisian
KOR South Korean
KWT Kuwaiti
LAO Laotian,Lao
LBN Lebanese
LBR Liberian
LBY Libyan
LCA Saint Lucian,St. Lucian
LIE Liechtenstein* | Liechtensteiner,Liechtensteiners
LKA Sri Lankan
LSO Basotho | Mosotho
LTU Lithuanian
LUX Luxembourgish | Luxembourger,Luxembourgers
LVA Latvian
MAC Macanese
MAR Moroccan
MCO Monegasque,Monégasque
MDA Moldovan
MDG Malagasy,Madagascan
MDV Maldivian
MEX Mexican
MHL Marshallese
MKD Macedonian,North Macedonian
MLI Malian
MLT Maltese
MMR Burmese | Myanma
MNE Montenegrin
MNG Mongolian | Mongol,Mongols
MNP Northern Mariana*
MOZ Mozambican
MRT Mauritanian
MSR Montserratian
MTQ Martinican
MUS Mauritian
MWI Malawian
MYS Malaysian
MYT Mahoran
NAM Namibian
NCL New Caledonian
NER Nigerien
NGA Nigerian
NIC Nicaraguan
NIU Niuean
NLD Dutch | Dutchman,Dutchmen,Dutchwoman,Dutchwomen
NOR Norwegian
NPL Nepali,Nepalese
NRU Nauruan
NZL New Zealand* | New Zealander,New Zealanders,Kiwi,Kiwis
OMN Omani
PAK Pakistani
PAN Panamanian
PCN Pitcairn*
PER Peruvian
PHL Philippine* | Filipino,Filipinos,Filipina,Filipinas
PLW Palauan
PNG Papua New Guinean
POL Polish | Pole,Poles
PRI Puerto Rican
PRK North Korean
PRT Portuguese
PRY Paraguayan
PSE Palestinian
PYF French Polynesian
QAT Qatari
REU Réunionese
ROU Romanian
RUS Russian
RWA Rwandan
SAU Saudi,Saudi Arabian
SDN Sudanese
SEN Senegalese
SGP Singaporean
SHN Saint Helenian
SLB Solomon Island* | Solomon Islander,Solomon Islanders
SLE Sierra Leonean
SLV Salvadoran,Salvadorean
SMR Sammarinese
SOM Somali,Somalian
SRB Serbian | Serb,Serbs
SSD South Sudanese
STP São Toméan,Sao Tomean,Santomean
SUR Surinamese
SVK Slovak,Slovakian
SVN Slovenian,Slovene
SWE Swedish | Swede,Swedes
SWZ Swazi
SYC Seychellois
SYR Syrian
TCD Chadian
TGO Togolese
THA Thai
TJK Tajik,Tajikistani
TKM Turkmen
TLS Timorese,East Timorese
TON Tongan
TTO Trinidadian,Tobagonian
TUN Tunisian
TUR Turkish | Turk,Turks
TUV Tuvaluan
TWN Taiwanese
TZA Tanzanian
UGA Ugandan
UKR Ukrainian
URY Uruguayan
USA American,US,U.S.
UZB Uzbek,Uzbekistani
VAT Vatican*
VCT Vincentian
VEN Venezuelan
VIR Virgin Island* | Virgin Islander,Virgin Islanders
VNM Vietnamese
VUT Ni-Vanuatu
WSM Samoan
XKX Kosovar,Kosovan | Kosovar Albanian,Kosovar Albanians
YEM Yemeni,Yemenite
ZAF South African
ZMB Zambian
ZWE Zimbabwean
"""

# Parts of a state whose people news names apart: the state's code, the adjective, further nouns.
PARTS = """
GBR English | Englishman,Englishmen,Englishwoman,Englishwomen
GBR Scottish,Scots | Scot,Scotsman,Scotsmen
GBR Welsh | Welshman,Welshmen
GBR Northern Irish
ESP Catalan
ESP Basque
RUS Chechen
RUS Dagestani
CHN Tibetan
CHN Uyghur,Uighur
PSE Gazan
UKR Crimean
GEO Abkhaz,Abkhazian
GEO South Ossetian
FRA Corsican
ITA Sicilian
ITA Sardinian
CAN Quebecois,Québécois
USA Alabamian
USA Alaskan
USA Arizonan
USA Arkansan
USA Californian
USA Coloradan
USA Floridian
USA Hawaiian
USA Idahoan
USA Illinoisan
USA Iowan
USA Kansan
USA Kentuckian
USA Louisianan
USA Mainer
USA Marylander
USA Michigander
USA Minnesotan
USA Mississippian
USA Missourian
USA Montanan
USA Nebraskan
USA Nevadan
USA New Yorker
USA North Carolinian
USA North Dakotan
USA Ohioan
USA Oklahoman
USA Oregonian
USA Pennsylvanian
USA Rhode Islander
USA South Carolinian
USA Tennessean
USA Texan
USA Utahn
USA Vermonter
USA Virginian
USA Washingtonian
USA West Virginian
USA Wisconsinite
CAN Albertan
CAN Manitoban
CAN Ontarian
GBR Londoner
FRA Parisian
RUS Muscovite
DEU Bavarian
TZA Zanzibari
"""

# Peoples and regions of more than one state: kept, with no state.
REGIONAL = [
    "African",
    "Arab",
    "Asian",
    "European",
    "Latin American",
    "South American",
    "Central American",
    "North American",
    "Middle Eastern",
    "Scandinavian",
    "Nordic",
    "Baltic",
    "Balkan",
    "Caribbean",
    "Kurdish",
    "Kurd",
    "Kurds",
    "Western",
    "Sub-Saharan",
    "Eurasian",
    "Korean",
    "Eastern European",
    "West African",
    "East African",
    "Southeast Asian",
    "South Asian",
    "Central Asian",
    "Soviet",
    "Yugoslav",
    "Rohingya",
    "Roma",
    "Tamil",
    "Berber",
    "Pashtun",
]

# Names that news uses besides those of ISO, CLDR and GeoNames.
NAMES = {
    "USA": "US,U.S.,U.S,USA,U.S.A.,United States,United States of America,America,the States",
    "GBR": "UK,U.K.,Britain,Great Britain,United Kingdom",
    "ARE": "UAE,U.A.E.,Emirates",
    "BIH": "Bosnia,Bosnia-Herzegovina,Bosnia and Herzegovina",
    "CAF": "CAR,Central African Republic",
    "CHN": "China,PRC,People's Republic of China,mainland China",
    "CIV": "Ivory Coast,Côte d'Ivoire,Cote d'Ivoire",
    "COD": "DRC,D.R.C.,DR Congo,DR-Congo,Congo-Kinshasa,Democratic Republic of Congo,"
    "Democratic Republic of the Congo",
    "COG": "Congo-Brazzaville,Republic of Congo,Republic of the Congo,Congo",
    "CPV": "Cape Verde,Cabo Verde",
    "CZE": "Czech Republic,Czechia",
    "DEU": "Germany,Federal Republic of Germany",
    "DOM": "Dominican Republic",
    "FLK": "Falkland Islands,Falklands,Malvinas",
    "FSM": "Micronesia,Federated States of Micronesia",
    "GMB": "Gambia,The Gambia",
    "BHS": "Bahamas,The Bahamas",
    "HKG": "Hong Kong",
    "IRN": "Iran,Islamic Republic,Islamic Republic of Iran",
    "KOR": "South Korea,ROK,Republic of Korea,S. Korea",
    "PRK": "North Korea,DPRK,D.P.R.K.,N. Korea",
    "KGZ": "Kyrgyzstan,Kyrgyz Republic",
    "LAO": "Laos",
    "MAC": "Macau,Macao",
    "MDA": "Moldova",
    "MKD": "North Macedonia,Macedonia,FYROM",
    "MMR": "Myanmar,Burma",
    "NLD": "Netherlands,The Netherlands,Holland",
    "NZL": "New Zealand,NZ",
    "PNG": "Papua New Guinea,PNG",
    "PSE": "Palestine,State of Palestine,Palestinian territories,Palestinian Territories,"
    "occupied Palestinian territory,Occupied Palestinian Territories",
    "RUS": "Russia,Russian Federation",
    "SAU": "Saudi Arabia,KSA,Kingdom of Saudi Arabia",
    "SRB": "Serbia",
    "SSD": "South Sudan",
    "SWZ": "Eswatini,Swaziland",
    "SYR": "Syria,Syrian Arab Republic",
    "TLS": "East Timor,Timor-Leste",
    "TTO": "Trinidad and Tobago,Trinidad & Tobago,T&T",
    "TUR": "Turkey,Türkiye,Turkiye",
    "TWN": "Taiwan,Republic of China,Chinese Taipei",
    "TZA": "Tanzania",
    "VAT": "Vatican,Holy See,Vatican City",
    "VCT": "Saint Vincent and the Grenadines,St. Vincent",
    "KNA": "Saint Kitts and Nevis,St. Kitts and Nevis,St. Kitts",
    "VIR": "U.S. Virgin Islands,US Virgin Islands",
    "VNM": "Vietnam,Viet Nam",
    "ESH": "Western Sahara",
    "XKX": "Kosovo",
    "STP": "Sao Tome and Principe,São Tomé and Príncipe",
    "BRN": "Brunei",
    "VEN": "Venezuela",
    "BOL": "Bolivia",
    "SHN": "Saint Helena,St. Helena",
    "GNB": "Guinea-Bissau",
    "CUW": "Curaçao,Curacao",
    "REU": "Réunion,Reunion",
}

# Former names, with the state that ISO or common usage sees as their continuation, or none.
HISTORICAL = {
    "Soviet Union": "RUS", "USSR": "RUS", "U.S.S.R.": "RUS",
    "Zaire": "COD", "Rhodesia": "ZWE", "Ceylon": "LKA", "Persia": "IRN", "Siam": "THA",
    "Upper Volta": "BFA", "Dahomey": "BEN", "Kampuchea": "KHM", "Abyssinia": "ETH",
    "East Pakistan": "BGD", "Czechoslovakia": None, "Yugoslavia": None, "East Germany": "DEU",
    "West Germany": "DEU", "GDR": "DEU", "North Vietnam": "VNM", "South Vietnam": "VNM",
    "Ottoman Empire": None, "Serbia and Montenegro": None, "Transjordan": "JOR",
    "Tanganyika": "TZA", "South-West Africa": "NAM", "Swaziland": "SWZ", "Burma": "MMR",
}  # fmt: skip

# Capitals as news writes them, where GeoNames' main name differs or the seat is contested or moved;
# the first is what GeoNames has as the capital.
CAPITALS = {
    "UKR": "Kyiv,Kiev", "USA": "Washington,Washington D.C.,Washington DC,Washington, D.C.",
    "CHN": "Beijing,Peking", "KAZ": "Astana,Nur-Sultan", "MMR": "Nay Pyi Taw,Naypyidaw,Nay Pyi Daw",
    "SAU": "Riyadh", "YEM": "Sanaa,Sana'a", "ARE": "Abu Dhabi", "BDI": "Gitega,Bujumbura",
    "BOL": "Sucre,La Paz", "CIV": "Yamoussoukro,Abidjan", "LKA": "Colombo",
    "NLD": "Amsterdam,The Hague", "ZAF": "Pretoria,Cape Town", "TZA": "Dodoma,Dar es Salaam",
    "MYS": "Kuala Lumpur,Putrajaya", "BEN": "Porto-Novo,Cotonou", "GEO": "Tbilisi",
    "IND": "New Delhi,Delhi", "CUB": "Havana", "MDA": "Chisinau,Chişinău,Chișinău",
    "ROU": "Bucharest", "PRK": "Pyongyang", "SWZ": "Mbabane,Lobamba", "CHE": "Bern,Berne",
    "MEX": "Mexico City", "GTM": "Guatemala City", "KWT": "Kuwait City", "PAN": "Panama City",
    "LUX": "Luxembourg", "SGP": "Singapore", "VAT": "Vatican City", "DJI": "Djibouti",
    "ISR": "Jerusalem,Tel Aviv", "PSE": "East Jerusalem,Ramallah", "XKX": "Pristina,Prishtina",
    "ESH": "El-Aaiun,Laayoune", "MNG": "Ulan Bator,Ulaanbaatar", "KGZ": "Bishkek",
    "TCD": "N'Djamena,Ndjamena", "DZA": "Algiers", "TGO": "Lomé,Lome", "BRA": "Brasília,Brasilia",
    "COL": "Bogotá,Bogota", "PRY": "Asunción,Asuncion", "CRI": "San José,San Jose",
    "CMR": "Yaoundé,Yaounde", "MDV": "Male,Malé", "ISL": "Reykjavík,Reykjavik",
    "STP": "São Tomé,Sao Tome", "TON": "Nuku'alofa,Nukualofa", "TKM": "Ashgabat",
}  # fmt: skip

# Buildings, streets and seats that stand for a government or a state body: name, state, and the
# city they stand in. 'legislature' etc. is what they stand for.
SEATS = """
White House|USA|Washington|head of state
Oval Office|USA|Washington|head of state
West Wing|USA|Washington|head of state
Capitol Hill|USA|Washington|legislature
Pentagon|USA|Washington|defence ministry
Foggy Bottom|USA|Washington|foreign ministry
State Department|USA|Washington|foreign ministry
Kremlin|RUS|Moscow|head of state
Downing Street|GBR|London|head of government
10 Downing Street|GBR|London|head of government
No 10|GBR|London|head of government
Number 10|GBR|London|head of government
Whitehall|GBR|London|government
Westminster|GBR|London|legislature
Buckingham Palace|GBR|London|monarch
Holyrood|GBR|Edinburgh|legislature
Stormont|GBR|Belfast|legislature
Élysée|FRA|Paris|head of state
Elysée|FRA|Paris|head of state
Elysee|FRA|Paris|head of state
Élysée Palace|FRA|Paris|head of state
Elysee Palace|FRA|Paris|head of state
Matignon|FRA|Paris|head of government
Quai d'Orsay|FRA|Paris|foreign ministry
Bundestag|DEU|Berlin|legislature
Bundesrat|DEU|Berlin|legislature
Chancellery|DEU|Berlin|head of government
Quirinal|ITA|Rome|head of state
Quirinale|ITA|Rome|head of state
Palazzo Chigi|ITA|Rome|head of government
Farnesina|ITA|Rome|foreign ministry
Moncloa|ESP|Madrid|head of government
Zhongnanhai|CHN|Beijing|government
Great Hall of the People|CHN|Beijing|legislature
Blue House|KOR|Seoul|head of state
Kantei|JPN|Tokyo|head of government
Nagatacho|JPN|Tokyo|legislature
Malacañang|PHL|Manila|head of state
Malacanang|PHL|Manila|head of state
Malacañang Palace|PHL|Manila|head of state
Planalto|BRA|Brasília|head of state
Planalto Palace|BRA|Brasília|head of state
Itamaraty|BRA|Brasília|foreign ministry
Casa Rosada|ARG|Buenos Aires|head of state
La Moneda|CHL|Santiago|head of state
Miraflores|VEN|Caracas|head of state
Miraflores Palace|VEN|Caracas|head of state
Los Pinos|MEX|Mexico City|head of state
Casa de Nariño|COL|Bogotá|head of state
Knesset|ISR|Jerusalem|legislature
Muqata|PSE|Ramallah|head of government
Aksaray|TUR|Ankara|head of state
Çankaya|TUR|Ankara|head of state
Baabda Palace|LBN|Beirut|head of state
Grand Serail|LBN|Beirut|head of government
Aso Rock|NGA|Abuja|head of state
Union Buildings|ZAF|Pretoria|head of state
Jubilee House|GHA|Accra|head of state
Raisina Hill|IND|New Delhi|head of state
South Block|IND|New Delhi|foreign ministry
Lok Sabha|IND|New Delhi|legislature
Rajya Sabha|IND|New Delhi|legislature
Bankova|UKR|Kyiv|head of state
Verkhovna Rada|UKR|Kyiv|legislature
Rada|UKR|Kyiv|legislature
Duma|RUS|Moscow|legislature
State Duma|RUS|Moscow|legislature
Majlis|IRN|Tehran|legislature
Rideau Hall|CAN|Ottawa|head of state
Parliament Hill|CAN|Ottawa|legislature
Beehive|NZL|Wellington|government
Sejm|POL|Warsaw|legislature
Riksdag|SWE|Stockholm|legislature
Storting|NOR|Oslo|legislature
Folketing|DNK|Copenhagen|legislature
Althing|ISL|Reykjavik|legislature
Dáil|IRL|Dublin|legislature
Leinster House|IRL|Dublin|legislature
Áras an Uachtaráin|IRL|Dublin|head of state
Green Zone|IRQ|Baghdad|government
"""
