"""The hand-made tables behind gazetteer.bin: points for countries, and features that are no towns.

COUNTRIES: one representative point a country, in whole or half degrees, as the CIA World Factbook
(public domain) gives them; a country that is not listed gets its capital's point.

FEATURES: regions, seas, straits, rivers, mountains, deserts, islands and sites of world news. A
GeoNames id stands only where it was read from GeoNames itself (as quoted in public gazetteers and
annotation). Points of the others are by hand, to a tenth or hundredth of a degree, the middle of what
the name covers; what is too long or too wide for one point (long rivers, world regions) has none: it
is known to be a place, and not resolved. The country is that of ISO 3166-1 where a feature lies in one only,
else none. Names are those in common English use; where there are two, both lead to the feature.
"""

from __future__ import annotations

COUNTRIES = """
AFG 33 66;AGO -12.5 18.5;ALB 41 20;AND 42.5 1.5;ARE 23.75 54.5;ARG -34 -64;ARM 40.25 45
ATA -90 0;AUS -25 135;AUT 47.33 13.33;AZE 40.5 47.5;BDI -3.5 30;BEL 50.75 4.5;BEN 9.5 2.25
BFA 13 -2;BGD 24 90;BGR 42.67 25.25;BHR 26 50.5;BHS 24 -76;BIH 44.25 17.83;BLR 53 28;BLZ 17.25 -88.75
BOL -17 -65;BRA -10 -55;BRB 13.17 -59.53;BRN 4.5 114.67;BTN 27.5 90.5;BWA -22 24;CAF 7 21
CAN 60.11 -113.64;CHE 47 8.01;CHL -30 -71;CHN 35 105;CIV 8 -5;CMR 6 12;COD -2.5 23.5;COG -1 15
COL 4 -73.25;COM -12.17 44.25;CPV 16 -24;CRI 10 -84;CUB 22 -79.5;CYP 35 33;CZE 49.75 15;DEU 51.5 10.5
DJI 11.5 42.5;DMA 15.5 -61.33;DNK 56 10;DOM 19 -70.67;DZA 28 3;ECU -1.25 -78.25;EGY 27 30;ERI 15 39
ESH 24.49 -12.66;ESP 40 -4;EST 59 26;ETH 8 38;FIN 64 26;FJI -18 178;FLK -51.75 -59.17;FRA 46 2
FRO 62 -7;FSM 6.92 158.25;GAB -1 11.75;GBR 54.76 -2.7;GEO 42 43.5;GHA 8.1 -1.2;GIN 10.83 -10.67
GMB 13.5 -15.5;GNB 12 -15;GNQ 1.7 10.5;GRC 39 22;GRL 72 -40;GTM 15.5 -90.25;GUF 4 -53;GUM 13.48 144.82
GUY 5 -59;HKG 22.25 114.17;HND 15 -86.5;HRV 45.17 15.5;HTI 19 -72.42;HUN 47 20;IDN -5 120;IND 22 79
IRL 53 -8;IRN 32 53;IRQ 33 44;ISL 65 -18;ISR 31.5 34.75;ITA 42.83 12.83;JAM 18.17 -77.25;JOR 31 36
JPN 35.69 139.75;KAZ 48 68;KEN 1 38;KGZ 41.5 75;KHM 13 105;KIR 1.42 173;KNA 17.33 -62.75
KOR 36.5 127.75;KWT 29.5 47.75;LAO 18 105;LBN 33.83 35.83;LBR 6.5 -9.5;LBY 28 17;LCA 13.88 -60.97
LIE 47.17 9.53;LKA 7 81;LSO -29.5 28.25;LTU 55.42 24;LUX 49.75 6.17;LVA 57 25;MAC 22.16 113.56
MAR 32 -6;MCO 43.73 7.4;MDA 47.25 28.58;MDG -20 47;MDV 3.2 73;MEX 23 -102;MHL 7.11 171.24
MKD 41.67 21.75;MLI 18 -2;MLT 35.92 14.43;MMR 21 96;MNE 42.5 19.3;MNG 46 105;MOZ -18.25 35
MRT 20.25 -10.5;MUS -20.3 57.58;MWI -13.5 34;MYS 2.5 112.5;NAM -22 17;NCL -21.5 165.5;NER 17.5 8.5
NGA 10 8;NIC 13 -85;NLD 52.25 5.75;NOR 62 10;NPL 28 84;NRU -0.52 166.93;NZL -42 174;OMN 21 57
PAK 30 70;PAN 9 -80;PER -10 -75.25;PHL 13 122;PLW 6 134;PNG -6.5 145;POL 52 20;PRI 18.25 -66.5
PRK 40 127;PRT 39.69 -8.13;PRY -23.33 -58;PSE 31.92 35.2;PYF -15 -140;QAT 25.5 51.25;ROU 46 25
RUS 60 100;RWA -2 30;SAU 25 45;SDN 15 30;SEN 14.5 -14.25;SGP 1.37 103.8;SLB -8 159;SLE 8.5 -11.5
SLV 13.83 -88.92;SMR 43.93 12.45;SOM 6 48;SRB 44.82 20.46;SSD 7.5 30;STP 1 7;SUR 4 -56;SVK 48.67 19.5
SVN 46.08 15;SWE 62 15;SWZ -26.5 31.5;SYC -4.58 55.67;SYR 35 38;TCD 15 19;TGO 8 1.17;THA 15.5 101
TJK 39 71;TKM 40 60;TLS -8.83 125.75;TON -20 -175;TTO 11 -61;TUN 34 9;TUR 39 35;TUV -8 178
TWN 24 121;TZA -6 35;UGA 1.25 32.5;UKR 49 32;URY -33 -56;USA 39.76 -98.5;UZB 41.71 63.85;VAT 41.9 12.45
VCT 13.08 -61.2;VEN 8 -66;VIR 18.35 -64.98;VNM 16.17 107.83;VUT -16 167;WSM -13.8 -172.18;XKX 42.58 21
YEM 15.5 47.5;ZAF -29 24;ZMB -14.33 28.5;ZWE -19 29.75
"""

# names (the first is the main one; ';' between) | GeoNames feature code | ISO alpha-3 | GeoNames id
# | latitude longitude
FEATURES = """
Middle East;Mideast;Near East|RGN||6269133|33.139 35.859
North Africa;Northern Africa|RGN||7729887|32.953 9.976
Central America|RGN||7729892|25.324 -99.668
Western Europe|RGN||9408659|50.219 7.427
Northern Europe|RGN||7729883|61.69 2.9
Siberia|RGN|RUS|2016590|60 100
Caucasus;Caucasus region|RGN||615318|42 45
Kurdistan|RGN||126585|37 44
Korean Peninsula|PEN||11494804|38.625 127.551
Golan Heights;Golan|RGN||173708|33 35.75
Nagorno-Karabakh;Nagorno Karabakh;Nagorno-Karabakh Republic;Karabakh;Artsakh|RGN||409432|40 46.583
Normandy|RGN|FRA|2990109|49 0
Darfur|RGN|SDN|376731|13 25
Niger Delta|DLTA|NGA|2328927|4.833 6
Nile Delta|DLTA|EGY|351037|30.85 31.2
Federally Administered Tribal Areas;FATA|RGN|PAK|1179245|33.015 69.999
Sicily|ISL|ITA|2523118|37.5 14
Ural Mountains;Urals|MTS||1488441|60 60
Atlas Mountains|MTS||2556769|32 -2
Caucasus Mountains|MTS||573081|42.5 45
Appalachian Mountains;Appalachians;Appalachia|MTS|USA|5178401|40 -78
Atlantic Ocean;Atlantic|OCN||3373405|10 -25
North Atlantic;North Atlantic Ocean|OCN||3411923|40 -40
Pacific Ocean;Pacific|OCN||2363254|3.513 -132.188
North Pacific;North Pacific Ocean|OCN||4030875|30 -170
Indian Ocean|OCN||1545739|-10 70
Mediterranean Sea;Mediterranean|SEA||363196|35 20
Black Sea|SEA||6640396|43 35
Red Sea|SEA||235615|19 39.5
Caribbean Sea;Caribbean;Caribbean region|SEA||3572951|15 -75
Persian Gulf;Arabian Gulf;Gulf|GULF||235616|27 51
Gulf of Mexico;Gulf of America|GULF||3572949|25 -90
Gulf of Alaska|GULF|USA|4031789|59 -145
Lake Ontario|LK||6048611|43.75 -78
Long Island|ISL|USA|5125120|40.85 -73
Puget Sound|BAY|USA|5807517|47.833 -122.435
Pearl Harbor|HBR|USA|5852289|21.353 -157.97
Oahu;O'ahu|ISL|USA|5851609|21.433 -157.967
Maui|ISL|USA|5850862|20.77 -156.268
Aleutian Islands;Aleutians|ISLS|USA|5879148|52.097 -173.501
South Island|ISL|NZL|2182504|-43 171
North Island|ISL|NZL|2185983|-39 176
Cauvery;Cauvery River;Kaveri|STM|IND|1267384|11.137 79.858
Ghouta;Eastern Ghouta;East Ghouta;Al Ghutah|RGN|SYR|173866|33.527 36.389
al-Tanf;Al Tanf;Tanf|SITE|SYR|11614781|33.436 38.838
Heathrow;Heathrow Airport;London Heathrow|AIRP|GBR|2647216|51.471 -0.456
Schiphol;Schiphol Airport|AIRP|NLD|6296680|52.31 4.76
Dulles International Airport;Dulles Airport;Washington Dulles|AIRP|USA|4792325|38.949 -77.449
Windsor Castle|CSTL|GBR|6287215|51.484 -0.605
White House|BLDG|USA|9675434|38.897 -77.037
Thames Valley|RGN|GBR|7116407|51.461 -0.931
East of England;East Anglia|RGN|GBR|11591954|52.241 0.504
Mount Hood|MT|USA|5731780|45.374 -121.696
Latin America|RGN|||
Southeast Asia;South-East Asia;South East Asia|RGN|||
South Asia|RGN|||
Central Asia|RGN|||
East Asia|RGN|||
West Asia;Western Asia|RGN|||
Asia-Pacific;Asia Pacific;Indo-Pacific|RGN|||
Sub-Saharan Africa;Subsaharan Africa|RGN|||
West Africa|RGN|||
East Africa|RGN|||
Southern Africa|RGN|||
Central Africa|RGN|||
Horn of Africa|RGN|||8.0 45.0
Sahel;Sahel region|RGN|||
Maghreb;Maghrib|RGN|||32.0 3.0
Levant|RGN|||33.5 36.5
Great Lakes region|RGN|||
Eastern Europe|RGN|||
Central Europe|RGN|||
Southern Europe|RGN|||
South America|RGN||6255150|-14.605 -57.656
Scandinavia|RGN|||63.0 15.0
Balkans;Western Balkans;Balkan Peninsula|RGN|||42.5 22.0
Baltics;Baltic states;Baltic States|RGN|||57.0 25.0
Iberian Peninsula;Iberia|PEN|||40.2 -3.7
British Isles|ISLS|||
Benelux|RGN|||
South Caucasus;Transcaucasia|RGN|||
North Caucasus|RGN|RUS||43.5 44.0
Eurasia|RGN|||
Arabian Peninsula;Arabia|PEN||6957698|25 45
Anatolia;Asia Minor|RGN|TUR||39.0 33.0
Mesopotamia|RGN|||33.7 43.2
Transnistria;Transdniestria|RGN|MDA||47.2 29.5
Abkhazia|RGN|GEO||43.0 41.0
South Ossetia|RGN|GEO|611834|42.333 44
Northern Cyprus|RGN|CYP||35.25 33.5
Kashmir|RGN|||34.3 76.0
Line of Control|BDRY|||
Line of Actual Control|BDRY|||
Durand Line|BDRY|||
Green Line|BDRY|||
Blue Line|BDRY|||
Donbas;Donbass;Donbas region|RGN|UKR||48.3 38.2
Crimean Peninsula|PEN|UKR||45.3 34.4
Zaporizhzhia Nuclear Power Plant;Zaporizhzhia nuclear plant;Zaporizhzhia nuclear power plant|SITE|UKR||47.51 34.59
Chernobyl;Chornobyl|SITE|UKR||51.39 30.1
Snake Island;Zmiinyi Island|ISL|UKR||45.26 30.2
Demilitarized Zone;DMZ;demilitarised zone|RGN|||38.3 127.3
Panmunjom|SITE|||37.96 126.68
Balochistan;Baluchistan|RGN|||28.3 65.5
Khyber Pass|PASS|||34.1 71.1
Swat Valley|VAL|PAK||35.2 72.4
Panjshir Valley;Panjshir|VAL|AFG||35.4 69.8
Rakhine|RGN|MMR||20.1 93.4
Patagonia|RGN|||-45.0 -70.0
Amazon rainforest;Amazon basin;Amazonia;Amazon region|RGN|||-4.0 -62.0
Amazon River|STM|||
Sahara;Sahara Desert|DSRT|||23.0 12.0
Sinai;Sinai Peninsula|PEN|EGY||29.5 33.8
Negev;Negev Desert|DSRT|ISR||30.8 34.8
Gobi;Gobi Desert|DSRT|||42.6 103.4
Kalahari|DSRT|||-23.5 22.0
Galilee;Upper Galilee|RGN|ISR||32.8 35.4
Bekaa Valley;Beqaa Valley;Bekaa|VAL|LBN||33.9 36.0
Shebaa Farms|RGN|||33.3 35.7
Philadelphi Corridor;Philadelphi Route|RGN|||31.25 34.25
Netzarim Corridor|RGN|||31.47 34.42
Rafah crossing;Rafah Crossing;Rafah border crossing|SITE|||31.25 34.26
Kerem Shalom;Kerem Shalom crossing|SITE|||31.23 34.28
Erez crossing;Erez Crossing;Erez|SITE|||31.56 34.55
Al-Aqsa;Al-Aqsa Mosque;al-Aqsa Mosque;Al Aqsa;Temple Mount;Haram al-Sharif;Western Wall|SITE|||31.78 35.24
Al-Shifa Hospital;al-Shifa Hospital;Shifa Hospital|HSP|PSE||31.52 34.44
Jabalia refugee camp;Jabalia camp|SITE|PSE||31.54 34.5
Jordan Valley|VAL|||32.2 35.55
Dead Sea|LK|||31.5 35.5
Sea of Galilee|LK|ISR||32.82 35.59
Sheikh Jarrah|PPLX|||31.79 35.23
Suez Canal|CNL|EGY||30.5 32.35
Panama Canal|CNL|PAN||9.1 -79.7
Bab el-Mandeb;Bab al-Mandab;Bab el-Mandeb Strait;Bab al-Mandab Strait|STRT|||12.6 43.3
Strait of Hormuz;Hormuz Strait;Straits of Hormuz|STRT|||26.6 56.3
Strait of Malacca;Malacca Strait|STRT|||3.5 100.0
Strait of Gibraltar;Straits of Gibraltar|STRT|||35.95 -5.6
Taiwan Strait;Strait of Taiwan|STRT|||24.5 119.5
Bering Strait|STRT|||65.8 -169.0
Bosporus;Bosphorus;Bosphorus Strait|STRT|TUR||41.1 29.1
Dardanelles|STRT|TUR||40.2 26.4
Kerch Strait|STRT|||45.3 36.6
Kerch Bridge;Crimean Bridge;Crimea Bridge|BDG|||45.3 36.5
English Channel|CHN|||50.2 -1.0
Gulf of Aden|GULF|||12.5 47.5
Gulf of Oman|GULF|||24.8 58.5
Gulf of Aqaba|GULF|||28.8 34.7
Gulf of Guinea|GULF|||2.0 4.0
Gulf of Finland|GULF|||59.9 26.0
Gulf of Tonkin|GULF|||20.0 107.8
Bay of Bengal|BAY|||15.0 88.0
Bay of Biscay|BAY|||45.0 -4.5
South China Sea|SEA|||14.0 115.0
East China Sea|SEA|||29.0 125.0
Yellow Sea|SEA|||35.5 123.5
Sea of Japan;East Sea|SEA|||40.0 135.0
Sea of Azov;Azov Sea|SEA|||46.0 36.5
Baltic Sea;Baltic|SEA|||58.0 20.0
North Sea|SEA|||56.0 3.0
Barents Sea|SEA|||75.0 40.0
Caspian Sea;Caspian|SEA|||42.0 50.5
Aegean Sea;Aegean|SEA|||38.5 25.0
Adriatic Sea;Adriatic|SEA|||43.0 15.0
Ionian Sea|SEA|||38.5 18.5
Arabian Sea|SEA|||15.0 65.0
Sea of Marmara;Marmara Sea|SEA|TUR||40.7 28.2
Irish Sea|SEA|||53.8 -4.8
Celtic Sea|SEA|||50.5 -7.5
Tasman Sea|SEA|||-39.0 161.0
Coral Sea|SEA|||-18.0 152.0
Philippine Sea|SEA|||19.0 132.0
Southern Ocean|OCN|||
Arctic Ocean|OCN|||
Arctic;Arctic Circle|RGN|||
Antarctic|RGN|||
Spratly Islands;Spratlys|ISLS|||10.0 114.0
Paracel Islands;Paracels|ISLS|||16.5 112.0
Scarborough Shoal|SHOL|||15.15 117.75
Second Thomas Shoal|SHOL|||9.75 115.87
Senkaku Islands;Senkakus;Diaoyu Islands;Diaoyu|ISLS|||25.75 123.5
Kuril Islands;Kurils;Northern Territories|ISLS|||46.5 151.3
Dokdo;Takeshima;Liancourt Rocks|ISLS|||37.24 131.87
Chagos Islands;Chagos Archipelago|ISLS|||-6.3 71.9
Canary Islands;Canaries|ISLS|ESP||28.1 -15.6
Balearic Islands|ISLS|ESP||39.5 3.0
Galapagos Islands;Galápagos Islands;Galapagos|ISLS|ECU||-0.6 -90.6
Socotra|ISL|YEM||12.5 53.9
Kharg Island|ISL|IRN||29.24 50.32
Zanzibar|ISL|TZA||-6.1 39.3
Crete|ISL|GRC||35.2 24.9
Lesbos|ISL|GRC||39.2 26.3
Corsica|ISL|FRA||42.1 9.1
Sardinia|ISL|ITA||40.0 9.0
Lampedusa|ISL|ITA||35.5 12.6
Sumatra|ISL|IDN||-0.5 101.5
Java|ISL|IDN||-7.3 110.0
Borneo|ISL|||0.9 114.2
Sulawesi|ISL|IDN||-2.0 121.0
New Guinea|ISL|||-5.3 141.6
Timor|ISL|||-9.0 125.0
Luzon|ISL|PHL||16.6 121.0
Mindanao|ISL|PHL||7.5 125.0
Visayas|ISLS|PHL||11.0 123.5
Hokkaido|ISL|JPN||43.4 142.9
Honshu|ISL|JPN||36.2 138.3
Kyushu|ISL|JPN||32.8 131.0
Okinawa|ISL|JPN||26.5 127.9
Sakhalin|ISL|RUS||50.7 142.9
Hispaniola|ISL|||19.0 -71.0
Diego Garcia|ISL|IOT||-7.3 72.4
Guantanamo Bay;Guantánamo Bay;Guantanamo;Guantánamo|BAY|CUB||19.9 -75.15
Himalayas;Himalaya;Himalayan mountains|MTS|||28.5 84.0
Alps;Swiss Alps;French Alps|MTS|||46.4 10.0
Andes|MTS|||
Pyrenees|MTS|||42.6 1.0
Carpathians;Carpathian Mountains|MTS|||47.5 25.5
Rocky Mountains;Rockies|MTS|||
Hindu Kush|MTS|||35.5 71.0
Zagros Mountains;Zagros|MTS|||33.7 47.0
Mount Everest;Everest|MT|||27.99 86.93
Mount Sinai|MT|EGY||28.54 33.97
Mount Fuji|MT|JPN||35.36 138.73
Mount Etna;Etna|MT|ITA||37.75 14.99
Mount Kilimanjaro;Kilimanjaro|MT|TZA||-3.07 37.35
Mount Sinjar;Sinjar Mountains|MT|IRQ||36.37 41.7
Qandil Mountains;Qandil|MTS|||36.55 45.0
Nile;Nile River;River Nile;Blue Nile;White Nile|STM|||
Euphrates;Euphrates River|STM|||
Tigris;Tigris River|STM|||
Jordan River;River Jordan|STM|||32.2 35.57
Litani River;Litani|STM|LBN||33.35 35.4
Danube;Danube River;River Danube|STM|||
Rhine;Rhine River|STM|||
Seine;Seine River|STM|FRA||49.0 1.6
Thames;River Thames;Thames River|STM|GBR||51.5 -0.6
Dnieper;Dnipro River;Dnieper River|STM|||
Dniester;Dniester River|STM|||
Volga;Volga River|STM|RUS||
Don River|STM|RUS||
Oder|STM|||
Elbe;Elbe River|STM|||
Ganges;Ganges River|STM|||
Indus;Indus River|STM|||
Brahmaputra|STM|||
Mekong;Mekong River;Mekong Delta|STM|||
Yangtze;Yangtze River|STM|CHN||
Yellow River|STM|CHN||
Yalu River;Yalu|STM|||
Congo River|STM|||
Niger River|STM|||
Zambezi;Zambezi River|STM|||
Limpopo River|STM|||
Orinoco|STM|||
Rio Grande|STM|||
Mississippi River|STM|USA||
Missouri River|STM|USA||
Ohio River|STM|USA||
Colorado River|STM|||
Hudson River|STM|USA||42.0 -73.9
Potomac River;Potomac|STM|USA||38.6 -77.2
Columbia River|STM|||
Chesapeake Bay|BAY|USA||37.9 -76.1
Hudson Bay|BAY|CAN||
Lake Victoria|LK|||-1.0 33.0
Lake Chad;Lake Chad basin|LK|||13.0 14.2
Lake Tanganyika|LK|||-6.2 29.6
Lake Van|LK|TUR||38.6 42.9
Lake Baikal|LK|RUS||53.5 108.2
Lake Michigan|LK|USA||43.9 -87.0
Lake Superior|LK|||47.7 -87.9
Lake Erie|LK|||42.2 -81.2
Lake Huron|LK|||44.8 -82.2
Great Lakes|LK|||
Great Barrier Reef|RF|AUS||-18.3 147.7
Grand Ethiopian Renaissance Dam;Renaissance Dam|DAM|ETH||11.21 35.09
Aswan High Dam;High Dam|DAM|EGY||23.97 32.88
Kakhovka dam;Kakhovka Dam;Nova Kakhovka dam|DAM|UKR||46.78 33.37
Three Gorges Dam|DAM|CHN||30.82 111.0
Mosul Dam|DAM|IRQ||36.63 42.82
West Coast|RGN|USA||
East Coast|RGN|USA||
Midwest|RGN|USA||
New England|RGN|USA||44.0 -71.5
Gulf Coast|RGN|USA||
Silicon Valley|RGN|USA||37.4 -122.0
Bay Area;San Francisco Bay Area|RGN|USA||37.75 -122.3
Deep South|RGN|USA||
Sun Belt|RGN|USA||
Outback|RGN|AUS||
Capitol Hill|BLDG|USA||38.89 -77.0
Pentagon|BLDG|USA||38.87 -77.06
Wall Street|ST|USA||40.71 -74.01
Times Square|SQR|USA||40.76 -73.99
Ground Zero|SITE|USA||40.71 -74.01
Statue of Liberty|SITE|USA||40.69 -74.04
Downing Street;10 Downing Street|BLDG|GBR||51.5 -0.13
Whitehall|ST|GBR||51.5 -0.13
Buckingham Palace|BLDG|GBR||51.5 -0.14
Trafalgar Square|SQR|GBR||51.51 -0.13
Gatwick;Gatwick Airport|AIRP|GBR||51.15 -0.19
Stansted;Stansted Airport|AIRP|GBR||51.89 0.24
Charles de Gaulle Airport|AIRP|FRA||49.01 2.55
JFK Airport;John F. Kennedy International Airport;JFK International Airport|AIRP|USA||40.64 -73.78
LAX|AIRP|USA||33.94 -118.41
LaGuardia;LaGuardia Airport|AIRP|USA||40.78 -73.87
O'Hare;O'Hare International Airport|AIRP|USA||41.98 -87.91
Ben Gurion Airport;Ben Gurion International Airport|AIRP|ISR||32.01 34.89
Élysée;Elysee;Élysée Palace;Elysee Palace|BLDG|FRA||48.87 2.32
Eiffel Tower|SITE|FRA||48.86 2.29
Notre Dame Cathedral;Notre-Dame Cathedral|CH|FRA||48.85 2.35
Kremlin|BLDG|RUS||55.75 37.62
Red Square|SQR|RUS||55.75 37.62
Tahrir Square|SQR|||
Taksim Square;Gezi Park|SQR|TUR||41.04 28.99
Tiananmen Square;Tiananmen|SQR|CHN||39.9 116.4
Maidan;Independence Square;Maidan Square|SQR|UKR||50.45 30.52
Green Zone|RGN|IRQ||33.31 44.39
Blue House|BLDG|KOR||37.59 126.97
Zhongnanhai|BLDG|CHN||39.91 116.38
Great Wall of China;Great Wall|SITE|CHN||
Hagia Sophia|SITE|TUR||41.01 28.98
Incirlik Air Base;Incirlik;Incirlik airbase|AIRB|TUR||37.0 35.43
Ramstein Air Base;Ramstein|AIRB|DEU||49.44 7.6
Bagram Air Base;Bagram Airfield;Bagram|AIRB|AFG||34.95 69.26
Al Udeid Air Base;Al-Udeid;Al Udeid|AIRB|QAT||25.12 51.31
Ain al-Asad;Ain al-Assad;Al Asad Airbase|AIRB|IRQ||33.79 42.44
Hmeimim;Khmeimim;Hmeimim air base|AIRB|SYR||35.4 35.95
Camp Lemonnier|MILB|DJI||11.54 43.15
Camp David|SITE|USA||39.65 -77.46
Fort Bragg|MILB|USA||35.14 -79.0
Evin Prison;Evin prison|PRN|IRN||35.79 51.39
Abu Ghraib|PRN|IRQ||33.29 44.07
Auschwitz|SITE|POL||50.03 19.18
Srebrenica|SITE|BIH||44.1 19.3
Natanz|SITE|IRN||33.72 51.73
Fordow;Fordo|SITE|IRN||34.88 50.99
Dimona|SITE|ISR||31.0 35.14
Yongbyon|SITE|PRK||39.8 125.75
Punggye-ri|SITE|PRK||41.28 129.09
Baikonur;Baikonur Cosmodrome|SITE|KAZ||45.96 63.31
Cape Canaveral|SITE|USA||28.46 -80.53
"""

# The same for what is less known: it counts for less beside towns of the same name.
LESSER = """
Yorkshire|RGN|GBR||53.95 -1.3
Berkshire|RGN|GBR||51.45 -1.1
Sussex|RGN|GBR||50.95 -0.1
Middlesex|RGN|GBR||51.5 -0.4
Merseyside|RGN|GBR||53.43 -2.97
Tyneside;Tyne and Wear|RGN|GBR||54.95 -1.6
West Midlands|RGN|GBR||52.5 -1.9
East Midlands|RGN|GBR||52.9 -0.8
Teesside|RGN|GBR||54.57 -1.2
Humberside|RGN|GBR||53.8 -0.4
Lake District|RGN|GBR||54.5 -3.1
Scottish Highlands|RGN|GBR||57.4 -4.7
Outer Hebrides;Hebrides;Western Isles|ISLS|GBR||57.8 -7.0
Ulster|RGN|||54.5 -6.8
Munster|RGN|IRL||52.3 -9.0
Leinster|RGN|IRL||53.2 -6.9
Connacht;Connaught|RGN|IRL||53.8 -9.0
Bavarian Alps|MTS|DEU||47.5 11.5
Black Forest|RGN|DEU||48.3 8.2
Ruhr;Ruhr region|RGN|DEU||51.5 7.3
Provence|RGN|FRA||43.8 5.8
French Riviera|RGN|FRA||43.5 7.0
Basque Country|RGN|ESP||43.0 -2.6
Tuscany|RGN|ITA||43.4 11.1
Galicia|RGN|ESP||42.8 -8.0
Flanders|RGN|BEL||51.0 3.8
Wallonia|RGN|BEL||50.3 4.7
Silesia|RGN|POL||50.6 17.9
Bukovina|RGN|||48.0 25.5
Lapland|RGN|||67.9 26.5
Red River Valley|VAL|USA||47.9 -97.0
Central Valley|VAL|USA||37.5 -120.5
Santa Clara Valley|VAL|USA||37.25 -121.84
San Fernando Valley|VAL|USA||34.2 -118.5
Imperial Valley|VAL|USA||32.9 -115.5
Napa Valley|VAL|USA||38.45 -122.4
Hudson Valley|VAL|USA||41.7 -73.9
Mohawk Valley|VAL|USA||43.0 -75.0
Lehigh Valley|VAL|USA||40.65 -75.4
Shenandoah Valley|VAL|USA||38.5 -78.8
Rio Grande Valley|VAL|USA||26.2 -98.1
Hampton Roads|RGN|USA||36.95 -76.35
Piedmont Triad|RGN|USA||36.1 -80.0
Outer Banks|ISLS|USA||35.4 -75.6
Florida Keys|ISLS|USA||24.7 -81.1
Cape Cod|CAPE|USA||41.7 -70.2
Martha's Vineyard|ISL|USA||41.39 -70.62
Nantucket Island|ISL|USA||41.28 -70.08
Fire Island|ISL|USA||40.65 -73.15
Staten Island|ISL|USA||40.58 -74.15
Ellis Island|ISL|USA||40.7 -74.04
Blue Ridge Mountains;Blue Ridge Parkway|MTS|USA||36.7 -80.6
Great Smoky Mountains;Smoky Mountains|MTS|USA||35.6 -83.5
Ozarks;Ozark Mountains|RGN|USA||36.8 -92.9
Catskills;Catskill Mountains|MTS|USA||42.1 -74.3
Adirondacks;Adirondack Mountains|MTS|USA||44.0 -74.2
Berkshires|RGN|USA||42.4 -73.2
Black Hills|MTS|USA||44.0 -103.8
Sierra Nevada|MTS|USA||37.7 -119.5
Cascade Range|MTS|USA||46.0 -121.7
Lake Tahoe|LK|USA||39.1 -120.04
Lake Champlain|LK|||44.5 -73.3
Lake Mead|LK|USA||36.2 -114.4
Lake Okeechobee|LK|USA||26.95 -80.8
Great Salt Lake|LK|USA||41.2 -112.6
Hoover Dam|DAM|USA||36.02 -114.74
Grand Canyon;Grand Canyon National Park|CNYN|USA||36.1 -112.1
Yellowstone;Yellowstone National Park|PRK|USA||44.6 -110.5
Yosemite;Yosemite National Park|PRK|USA||37.85 -119.55
Everglades;Everglades National Park|PRK|USA||25.6 -80.9
Death Valley|VAL|USA||36.5 -117.1
Mojave Desert|DSRT|USA||35.0 -116.0
Sonoran Desert|DSRT|||32.3 -112.5
Mount Rushmore|SITE|USA||43.88 -103.46
Mount Rainier|MT|USA||46.85 -121.76
Mount St. Helens|MT|USA||46.2 -122.19
Denali;Mount McKinley|MT|USA||63.07 -151.0
Walt Disney World;Disney World;Disneyworld|AMUS|USA||28.41 -81.58
Disneyland|AMUS|USA||33.81 -117.92
Central Park|PRK|USA||40.78 -73.97
Broadway|ST|USA||40.76 -73.98
French Quarter|PPLX|USA||29.96 -90.06
Trump Tower|BLDG|USA||40.76 -73.97
Mar-a-Lago|BLDG|USA||26.68 -80.04
Fort Hood|MILB|USA||31.14 -97.78
Fort Benning|MILB|USA||32.35 -84.97
Fort Campbell|MILB|USA||36.65 -87.46
Camp Pendleton|MILB|USA||33.35 -117.42
Camp Lejeune|MILB|USA||34.67 -77.35
Guantanamo Bay Naval Base|MILB|CUB||19.9 -75.13
Parris Island|MILB|USA||32.34 -80.69
Area 51|MILB|USA||37.24 -115.81
Los Alamos National Laboratory|SITE|USA||35.88 -106.3
Rikers Island|PRN|USA||40.79 -73.88
San Quentin|PRN|USA||37.94 -122.49
Kennedy Space Center|SITE|USA||28.57 -80.65
Sellafield|SITE|GBR||54.42 -3.5
Sandhurst|MILB|GBR||51.35 -0.77
Stonehenge|SITE|GBR||51.18 -1.83
Wembley Stadium|STDM|GBR||51.56 -0.28
Old Trafford|STDM|GBR||53.46 -2.29
Anfield|STDM|GBR||53.43 -2.96
Silverstone|SITE|GBR||52.07 -1.02
Brands Hatch|SITE|GBR||51.36 0.26
Fukushima Daiichi;Fukushima Daiichi nuclear plant|SITE|JPN||37.42 141.03
Three Mile Island|SITE|USA||40.15 -76.72
St. Peter's Basilica;St. Peter's Square;Saint Peter's Square;Sistine Chapel|SITE|VAT||41.9 12.46
Colosseum|SITE|ITA||41.89 12.49
Acropolis|SITE|GRC||37.97 23.73
Taj Mahal|SITE|IND||27.17 78.04
Pyramids of Giza;Giza pyramids|SITE|EGY||29.98 31.13
Valley of the Kings|SITE|EGY||25.74 32.6
Angkor Wat|SITE|KHM||13.41 103.87
Machu Picchu|SITE|PER||-13.16 -72.54
Christ the Redeemer|SITE|BRA||-22.95 -43.21
Copacabana|BCH|BRA||-22.97 -43.18
Mecca Grand Mosque;Grand Mosque of Mecca|SITE|SAU||21.42 39.83
Burj Khalifa|BLDG|ARE||25.2 55.27
Uluru;Ayers Rock|MT|AUS||-25.34 131.04
Sydney Harbour;Sydney Opera House|HBR|AUS||-33.86 151.22
Gallipoli;Gelibolu Peninsula|PEN|TUR||40.2 26.3
Cappadocia|RGN|TUR||38.7 34.8
Mount Ararat|MT|TUR||39.7 44.3
Mount Hermon|MT|||33.42 35.86
Mount Olympus|MT|GRC||40.08 22.35
Mont Blanc|MT|||45.83 6.87
Matterhorn|MT|||45.98 7.66
K2|MT|||35.88 76.51
Lake Geneva|LK|||46.45 6.5
Lake Garda|LK|ITA||45.6 10.6
Lake Como|LK|ITA||46.0 9.26
Lake Titicaca|LK|||-15.8 -69.4
Lake Malawi;Lake Nyasa|LK|||-12.0 34.5
Lake Turkana|LK|KEN||3.6 36.1
Victoria Falls|FLL|||-17.92 25.86
Niagara Falls Park|FLL|||43.08 -79.07
Serengeti|RGN|TZA||-2.3 34.8
Masai Mara;Maasai Mara|RGN|KEN||-1.5 35.1
Rift Valley|VAL|KEN||0.5 36.0
Sambisa Forest|RGN|NGA||11.25 13.4
Oromia|RGN|ETH||8.0 39.0
Ogaden|RGN|ETH||7.0 44.5
Cabinda|RGN|AGO||-5.2 12.4
Casamance|RGN|SEN||12.9 -15.5
Fezzan|RGN|LBY||26.5 14.0
Cyrenaica|RGN|LBY||28.0 22.0
Western Desert|DSRT|EGY||27.5 27.5
Rub al-Khali;Empty Quarter|DSRT|||20.0 50.0
Thar Desert|DSRT|||27.0 71.0
Taklamakan Desert|DSRT|CHN||38.9 82.2
Waziristan|RGN|PAK||32.7 69.8
Doklam|RGN|||27.3 88.9
Galwan Valley|VAL|||34.75 78.2
Siachen;Siachen Glacier|RGN|||35.5 77.0
Aksai Chin|RGN|||35.2 79.2
Ladakh|RGN|IND||34.2 77.6
Wa State|RGN|MMR||22.5 99.2
Golden Triangle|RGN|||20.35 100.08
Mindoro|ISL|PHL||13.0 121.1
Palawan|ISL|PHL||9.8 118.7
Basilan|ISL|PHL||6.6 122.0
Jolo|ISL|PHL||6.0 121.1
Aceh|RGN|IDN||4.2 96.9
Bali|ISL|IDN||-8.37 115.14
Lombok|ISL|IDN||-8.57 116.35
Jeju Island;Jeju|ISL|KOR||33.38 126.55
Yeonpyeong Island;Yeonpyeong|ISL|KOR||37.67 125.7
Mount Paektu|MT|||42.0 128.06
Iwo Jima|ISL|JPN||24.78 141.32
Midway Atoll;Midway Island|ISL|||28.2 -177.37
Wake Island|ISL|||19.28 166.63
Bikini Atoll|ISL|MHL||11.6 165.4
Great Rift Valley|VAL|||-2.0 36.0
Svalbard;Spitsbergen|ISLS|NOR||78.5 17.0
Kaliningrad Oblast|RGN|RUS||54.7 21.2
Suwalki Gap|RGN|||54.1 23.4
Azovstal;Azovstal steelworks;Azovstal plant|SITE|UKR||47.1 37.61
Antonov Airport;Hostomel Airport|AIRP|UKR||50.6 30.19
Babyn Yar;Babi Yar|SITE|UKR||50.47 30.45
Sednaya Prison;Saydnaya prison|PRN|SYR||33.66 36.33
Al-Hol camp;al-Hol camp|SITE|SYR||36.38 41.15
Zaatari;Zaatari refugee camp|SITE|JOR||32.29 36.33
Dadaab refugee camp|SITE|KEN||0.06 40.31
Kutupalong;Kutupalong refugee camp|SITE|BGD||21.21 92.16
Ain al-Hilweh|SITE|LBN||33.54 35.38
Yarmouk refugee camp;Yarmouk camp|SITE|SYR||33.47 36.3
Bandar Abbas port|HBR|IRN||27.14 56.2
Arak heavy water reactor|SITE|IRN||34.37 49.24
Bushehr nuclear plant|SITE|IRN||28.83 50.89
Yarmouk River|STM|||32.7 35.8
Shatt al-Arab|STM|||30.4 48.2
Amu Darya|STM|||43.0 59.0
Calais Jungle|SITE|FRA||50.97 1.9
Channel Tunnel;Eurotunnel|TNL|||51.0 1.5
Darien Gap;Darién Gap|RGN|||7.9 -77.5
Chiapas Highlands|RGN|MEX||16.7 -92.6
Baja California Peninsula|PEN|MEX||28.0 -113.5
Yucatan Peninsula;Yucatán Peninsula|PEN|MEX||19.5 -89.0
Tierra del Fuego|ISL|||-54.0 -68.5
Cape Horn|CAPE|CHL||-55.98 -67.27
Cape of Good Hope|CAPE|ZAF||-34.36 18.47
Robben Island|ISL|ZAF||-33.81 18.37
"""

# Abbreviations of first-level divisions in datelines and after towns: US (Associated Press style and
# postal), Canada, Australia, the UK. Text as written | ISO 3166-2 code.
ABBREVIATIONS = """
Ala.|US-AL;Ariz.|US-AZ;Ark.|US-AR;Calif.|US-CA;Colo.|US-CO;Conn.|US-CT;Del.|US-DE;Fla.|US-FL
Ga.|US-GA;Ida.|US-ID;Ill.|US-IL;Ind.|US-IN;Ia.|US-IA;Kan.|US-KS;Kans.|US-KS;Ky.|US-KY;La.|US-LA
Md.|US-MD;Mass.|US-MA;Mich.|US-MI;Minn.|US-MN;Miss.|US-MS;Mo.|US-MO;Mont.|US-MT;Neb.|US-NE
Nebr.|US-NE;Nev.|US-NV;N.H.|US-NH;N.J.|US-NJ;N.M.|US-NM;N.Y.|US-NY;N.C.|US-NC;N.D.|US-ND
Okla.|US-OK;Ore.|US-OR;Oreg.|US-OR;Pa.|US-PA;Penn.|US-PA;R.I.|US-RI;S.C.|US-SC;S.D.|US-SD
Tenn.|US-TN;Tex.|US-TX;Vt.|US-VT;Va.|US-VA;Wash.|US-WA;W.Va.|US-WV;W. Va.|US-WV;Wis.|US-WI
Wisc.|US-WI;Wyo.|US-WY;D.C.|US-DC;DC|US-DC;P.R.|US-PR
AL|US-AL;AK|US-AK;AZ|US-AZ;AR|US-AR;CA|US-CA;CO|US-CO;CT|US-CT;DE|US-DE;FL|US-FL;GA|US-GA;HI|US-HI
ID|US-ID;IL|US-IL;IN|US-IN;IA|US-IA;KS|US-KS;KY|US-KY;LA|US-LA;ME|US-ME;MD|US-MD;MA|US-MA;MI|US-MI
MN|US-MN;MS|US-MS;MO|US-MO;MT|US-MT;NE|US-NE;NV|US-NV;NH|US-NH;NJ|US-NJ;NM|US-NM;NY|US-NY;NC|US-NC
ND|US-ND;OH|US-OH;OK|US-OK;OR|US-OR;PA|US-PA;RI|US-RI;SC|US-SC;SD|US-SD;TN|US-TN;TX|US-TX;UT|US-UT
VT|US-VT;VA|US-VA;WA|US-WA;WV|US-WV;WI|US-WI;WY|US-WY
Ont.|CA-ON;Que.|CA-QC;Alta.|CA-AB;Man.|CA-MB;Sask.|CA-SK;B.C.|CA-BC;N.B.|CA-NB;N.S.|CA-NS
P.E.I.|CA-PE;Nfld.|CA-NL;N.L.|CA-NL;N.W.T.|CA-NT;ON|CA-ON;QC|CA-QC;AB|CA-AB;MB|CA-MB;SK|CA-SK
BC|CA-BC;NB|CA-NB;NS|CA-NS;PEI|CA-PE;NL|CA-NL
NSW|AU-NSW;N.S.W.|AU-NSW;Vic.|AU-VIC;Qld|AU-QLD;Qld.|AU-QLD;Tas.|AU-TAS;ACT|AU-ACT
"""

# Words that make a name of a division or feature out of a name: 'Otter Tail County'. A division is
# also found without them; GeoNames writes some and leaves others.
GENERIC = [
    "County",
    "Parish",
    "Province",
    "District",
    "Region",
    "Oblast",
    "Governorate",
    "Prefecture",
    "State",
    "Department",
    "Municipality",
    "Borough",
    "Canton",
    "Republic",
    "Territory",
    "Metropolitan Borough",
    "Voivodeship",
    "Raion",
    "Rayon",
    "Division",
    "Regency",
    "Autonomous Region",
    "Autonomous Republic",
    "Krai",
    "Kray",
    "Okrug",
    "Shire",
    "Land",
    "City",
]
LEADING = [
    "County",
    "City of",
    "Province of",
    "Region of",
    "Republic of",
    "State of",
    "Borough of",
    "Royal Borough of",
    "Metropolitan Borough of",
    "Departement de",
    "Département de",
    "Provincia de",
    "Departamento de",
    "Autonomous Republic of",
    "Muhafazat",
    "Wilaya de",
]

# Points of divisions where the one in iso3166-2 is far from that of GeoNames.
POINTS = {"US-HI": (20.75, -156.5), "CA-NL": (52.0, -56.0)}

# Names of towns that news uses and GeoNames' alternate names lack, by GeoNames id.
TOWN_NAMES = {5368361: ("L.A.",), 5128581: ("NYC", "N.Y.C.")}

# What places count for that news means more often than their people say, by GeoNames id.
PROMINENT = {5357527: 1_000_000}

# Telephone area codes of the North American Numbering Plan, by ISO 3166-2 code: a local paper's
# 'call 903-555-0100' says which state it is in. From the public assignments of the plan.
AREA_CODES = """
US-AL 205 251 256 334;US-AK 907;US-AZ 480 520 602 623 928;US-AR 479 501 870
US-CA 209 213 310 323 408 415 424 510 530 559 562 619 626 650 661 707 714 760 805 818 831 858 909 916 925 949 951
US-CO 303 719 720 970;US-CT 203 860;US-DE 302;US-DC 202
US-FL 239 305 321 352 386 407 561 727 754 772 786 813 850 863 904 941 954
US-GA 229 404 470 478 678 706 762 770 912;US-HI 808;US-ID 208
US-IL 217 224 309 312 331 618 630 708 773 815 847;US-IN 219 260 317 574 765 812
US-IA 319 515 563 641 712;US-KS 316 620 785 913;US-KY 270 502 606 859;US-LA 225 318 337 504 985
US-ME 207;US-MD 240 301 410 443;US-MA 339 351 413 508 617 774 781 857 978
US-MI 231 248 269 313 517 586 616 734 810 906 947 989;US-MN 218 320 507 612 651 763 952
US-MS 228 601 662;US-MO 314 417 573 636 660 816;US-MT 406;US-NE 308 402;US-NV 702 775;US-NH 603
US-NJ 201 551 609 732 848 856 862 908 973;US-NM 505 575
US-NY 212 315 347 516 518 585 607 631 646 716 718 845 914 917;US-NC 252 336 704 828 910 919 980
US-ND 701;US-OH 216 234 330 419 440 513 567 614 740 937;US-OK 405 580 918;US-OR 503 541 971
US-PA 215 267 412 484 570 610 717 724 814;US-RI 401;US-SC 803 843 864;US-SD 605
US-TN 423 615 731 865 901 931
US-TX 210 214 254 281 325 361 409 430 432 469 512 682 713 806 817 830 832 903 915 936 940 956 972 979
US-UT 435 801;US-VT 802;US-VA 276 434 540 571 703 757 804;US-WA 206 253 360 425 509;US-WV 304
US-WI 262 414 608 715 920;US-WY 307
CA-AB 403 780;CA-BC 250 604 778;CA-MB 204;CA-NB 506;CA-NL 709;CA-NS 902;CA-ON 226 289 416 519 613 647 705 807 905
CA-QC 418 450 514 819;CA-SK 306
"""

# Words for institutions that one state's news has and others' has not, as they stand in a text: what
# they say is which state a local article is likely from, not where its events are.
WORDINGS = {
    "USA": "Sheriff;sheriff;City Council;Police Department;Selectm;selectm;School District;school district;"
    "State Rep. ;U.S. Rep. ;GOP;Highway Patrol;High School;Commissioner;commissioners;Interstate ;"
    "Route ;(R-;(D-;PTA;Public Library;Fire Department;ophomore;Elks;state trooper;State Trooper;"
    "grand jury;Memorial Hospital;istrict attorney;istrict Attorney;iddle school;iddle School;"
    "School Board;Chamber of Commerce;United Way;Community College;Township;square-foot;square foot",
    "GBR": "£;ouncillor;onstabulary;NHS;Crown Court;agistrates;orough Council;orough council;County Council;"
    "Metropolitan Police; PC ; DC ;ensioner;Primary School;primary school;Lib Dem;postcode",
    "IRL": "Garda;garda;gardaí; TD ; TDs;Oireachtas;GAA;Taoiseach;Fianna;HSE ",
    "CAN": "RCMP;OPP ;rovincial police;NDP;Queen's Park;Tim Hortons",
    "AUS": "NSW; AFL ; NRL ;Centrelink;hire Council;Medicare levy",
    "IND": " crore; lakh;BJP;Rs ;Rs. ;anchayat;Lok Sabha;Vidhan Sabha",
    "NZL": " iwi ;Māori;Maori;District Health Board",
    "ZAF": " ANC ;SAPS",
    "PHL": "arangay; PNP ",
    "NGA": "Naira;naira; APC ; PDP ;EFCC",
    "PAK": " PTI ;PML-N;ehsil",
}
