"""The hand-made tables behind gazetteer.bin: points for countries, and features that are no towns.

COUNTRIES: one representative point a country, in whole or half degrees, as the CIA World Factbook
(public domain) gives them; a country that is not listed gets its capital's point.

FEATURES: regions, seas, straits, rivers, mountains, deserts, islands and sites of world news. A
GeoNames id and coordinates stand only where they were read from GeoNames itself (as quoted in
public gazetteers and annotation); everything else has neither, and stays without: it is known to
be a place, and not resolved. The country is that of ISO 3166-1 where a feature lies in one only,
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
Horn of Africa|RGN|||
Sahel;Sahel region|RGN|||
Maghreb;Maghrib|RGN|||
Levant|RGN|||
Great Lakes region|RGN|||
Eastern Europe|RGN|||
Central Europe|RGN|||
Southern Europe|RGN|||
South America|RGN||6255150|-14.605 -57.656
Scandinavia|RGN|||
Balkans;Western Balkans;Balkan Peninsula|RGN|||
Baltics;Baltic states;Baltic States|RGN|||
Iberian Peninsula;Iberia|PEN|||
British Isles|ISLS|||
Benelux|RGN|||
South Caucasus;Transcaucasia|RGN|||
North Caucasus|RGN|RUS||
Eurasia|RGN|||
Arabian Peninsula;Arabia|PEN||6957698|25 45
Anatolia;Asia Minor|RGN|TUR||
Mesopotamia|RGN|||
Transnistria;Transdniestria|RGN|MDA||
Abkhazia|RGN|GEO||
South Ossetia|RGN|GEO|611834|42.333 44
Northern Cyprus|RGN|CYP||
Kashmir|RGN|||
Line of Control|BDRY|||
Line of Actual Control|BDRY|||
Durand Line|BDRY|||
Green Line|BDRY|||
Blue Line|BDRY|||
Donbas;Donbass;Donbas region|RGN|UKR||
Crimean Peninsula|PEN|UKR||
Zaporizhzhia Nuclear Power Plant;Zaporizhzhia nuclear plant;Zaporizhzhia nuclear power plant|SITE|UKR||
Chernobyl;Chornobyl|SITE|UKR||
Snake Island;Zmiinyi Island|ISL|UKR||
Demilitarized Zone;DMZ;demilitarised zone|RGN|||
Panmunjom|SITE|||
Balochistan;Baluchistan|RGN|||
Khyber Pass|PASS|||
Swat Valley|VAL|PAK||
Panjshir Valley;Panjshir|VAL|AFG||
Rakhine|RGN|MMR||
Patagonia|RGN|||
Amazon rainforest;Amazon basin;Amazonia;Amazon region|RGN|||
Amazon River|STM|||
Sahara;Sahara Desert|DSRT|||
Sinai;Sinai Peninsula|PEN|EGY||
Negev;Negev Desert|DSRT|ISR||
Gobi;Gobi Desert|DSRT|||
Kalahari|DSRT|||
Galilee;Upper Galilee|RGN|ISR||
Bekaa Valley;Beqaa Valley;Bekaa|VAL|LBN||
Shebaa Farms|RGN|||
Philadelphi Corridor;Philadelphi Route|RGN|||
Netzarim Corridor|RGN|||
Rafah crossing;Rafah Crossing;Rafah border crossing|SITE|||
Kerem Shalom;Kerem Shalom crossing|SITE|||
Erez crossing;Erez Crossing;Erez|SITE|||
Al-Aqsa;Al-Aqsa Mosque;al-Aqsa Mosque;Al Aqsa;Temple Mount;Haram al-Sharif;Western Wall|SITE|||
Al-Shifa Hospital;al-Shifa Hospital;Shifa Hospital|HSP|PSE||
Jabalia refugee camp;Jabalia camp|SITE|PSE||
Jordan Valley|VAL|||
Dead Sea|LK|||
Sea of Galilee|LK|ISR||
Sheikh Jarrah|PPLX|||
Suez Canal|CNL|EGY||
Panama Canal|CNL|PAN||
Bab el-Mandeb;Bab al-Mandab;Bab el-Mandeb Strait;Bab al-Mandab Strait|STRT|||
Strait of Hormuz;Hormuz Strait;Straits of Hormuz|STRT|||
Strait of Malacca;Malacca Strait|STRT|||
Strait of Gibraltar;Straits of Gibraltar|STRT|||
Taiwan Strait;Strait of Taiwan|STRT|||
Bering Strait|STRT|||
Bosporus;Bosphorus;Bosphorus Strait|STRT|TUR||
Dardanelles|STRT|TUR||
Kerch Strait|STRT|||
Kerch Bridge;Crimean Bridge;Crimea Bridge|BDG|||
English Channel|CHN|||
Gulf of Aden|GULF|||
Gulf of Oman|GULF|||
Gulf of Aqaba|GULF|||
Gulf of Guinea|GULF|||
Gulf of Finland|GULF|||
Gulf of Tonkin|GULF|||
Bay of Bengal|BAY|||
Bay of Biscay|BAY|||
South China Sea|SEA|||
East China Sea|SEA|||
Yellow Sea|SEA|||
Sea of Japan;East Sea|SEA|||
Sea of Azov;Azov Sea|SEA|||
Baltic Sea;Baltic|SEA|||
North Sea|SEA|||
Barents Sea|SEA|||
Caspian Sea;Caspian|SEA|||
Aegean Sea;Aegean|SEA|||
Adriatic Sea;Adriatic|SEA|||
Ionian Sea|SEA|||
Arabian Sea|SEA|||
Sea of Marmara;Marmara Sea|SEA|TUR||
Irish Sea|SEA|||
Celtic Sea|SEA|||
Tasman Sea|SEA|||
Coral Sea|SEA|||
Philippine Sea|SEA|||
Southern Ocean|OCN|||
Arctic Ocean|OCN|||
Arctic;Arctic Circle|RGN|||
Antarctic|RGN|||
Spratly Islands;Spratlys|ISLS|||
Paracel Islands;Paracels|ISLS|||
Scarborough Shoal|SHOL|||
Second Thomas Shoal|SHOL|||
Senkaku Islands;Senkakus;Diaoyu Islands;Diaoyu|ISLS|||
Kuril Islands;Kurils;Northern Territories|ISLS|||
Dokdo;Takeshima;Liancourt Rocks|ISLS|||
Chagos Islands;Chagos Archipelago|ISLS|||
Canary Islands;Canaries|ISLS|ESP||
Balearic Islands|ISLS|ESP||
Galapagos Islands;Galápagos Islands;Galapagos|ISLS|ECU||
Socotra|ISL|YEM||
Kharg Island|ISL|IRN||
Zanzibar|ISL|TZA||
Crete|ISL|GRC||
Lesbos|ISL|GRC||
Corsica|ISL|FRA||
Sardinia|ISL|ITA||
Lampedusa|ISL|ITA||
Sumatra|ISL|IDN||
Java|ISL|IDN||
Borneo|ISL|||
Sulawesi|ISL|IDN||
New Guinea|ISL|||
Timor|ISL|||
Luzon|ISL|PHL||
Mindanao|ISL|PHL||
Visayas|ISLS|PHL||
Hokkaido|ISL|JPN||
Honshu|ISL|JPN||
Kyushu|ISL|JPN||
Okinawa|ISL|JPN||
Sakhalin|ISL|RUS||
Hispaniola|ISL|||
Diego Garcia|ISL|IOT||
Guantanamo Bay;Guantánamo Bay;Guantanamo;Guantánamo|BAY|CUB||
Himalayas;Himalaya;Himalayan mountains|MTS|||
Alps;Swiss Alps;French Alps|MTS|||
Andes|MTS|||
Pyrenees|MTS|||
Carpathians;Carpathian Mountains|MTS|||
Rocky Mountains;Rockies|MTS|||
Hindu Kush|MTS|||
Zagros Mountains;Zagros|MTS|||
Mount Everest;Everest|MT|||
Mount Sinai|MT|EGY||
Mount Fuji|MT|JPN||
Mount Etna;Etna|MT|ITA||
Mount Kilimanjaro;Kilimanjaro|MT|TZA||
Mount Sinjar;Sinjar Mountains|MT|IRQ||
Qandil Mountains;Qandil|MTS|||
Nile;Nile River;River Nile;Blue Nile;White Nile|STM|||
Euphrates;Euphrates River|STM|||
Tigris;Tigris River|STM|||
Jordan River;River Jordan|STM|||
Litani River;Litani|STM|LBN||
Danube;Danube River;River Danube|STM|||
Rhine;Rhine River|STM|||
Seine;Seine River|STM|FRA||
Thames;River Thames;Thames River|STM|GBR||
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
Hudson River|STM|USA||
Potomac River;Potomac|STM|USA||
Columbia River|STM|||
Chesapeake Bay|BAY|USA||
Hudson Bay|BAY|CAN||
Lake Victoria|LK|||
Lake Chad;Lake Chad basin|LK|||
Lake Tanganyika|LK|||
Lake Van|LK|TUR||
Lake Baikal|LK|RUS||
Lake Michigan|LK|USA||
Lake Superior|LK|||
Lake Erie|LK|||
Lake Huron|LK|||
Great Lakes|LK|||
Great Barrier Reef|RF|AUS||
Grand Ethiopian Renaissance Dam;Renaissance Dam|DAM|ETH||
Aswan High Dam;High Dam|DAM|EGY||
Kakhovka dam;Kakhovka Dam;Nova Kakhovka dam|DAM|UKR||
Three Gorges Dam|DAM|CHN||
Mosul Dam|DAM|IRQ||
West Coast|RGN|USA||
East Coast|RGN|USA||
Midwest|RGN|USA||
New England|RGN|USA||
Gulf Coast|RGN|USA||
Silicon Valley|RGN|USA||
Bay Area;San Francisco Bay Area|RGN|USA||
Deep South|RGN|USA||
Sun Belt|RGN|USA||
Outback|RGN|AUS||
Capitol Hill|BLDG|USA||
Pentagon|BLDG|USA||
Wall Street|ST|USA||
Times Square|SQR|USA||
Ground Zero|SITE|USA||
Statue of Liberty|SITE|USA||
Downing Street;10 Downing Street|BLDG|GBR||
Whitehall|ST|GBR||
Buckingham Palace|BLDG|GBR||
Trafalgar Square|SQR|GBR||
Gatwick;Gatwick Airport|AIRP|GBR||
Stansted;Stansted Airport|AIRP|GBR||
Charles de Gaulle Airport|AIRP|FRA||
JFK Airport;John F. Kennedy International Airport;JFK International Airport|AIRP|USA||
LAX|AIRP|USA||
LaGuardia;LaGuardia Airport|AIRP|USA||
O'Hare;O'Hare International Airport|AIRP|USA||
Ben Gurion Airport;Ben Gurion International Airport|AIRP|ISR||
Élysée;Elysee;Élysée Palace;Elysee Palace|BLDG|FRA||
Eiffel Tower|SITE|FRA||
Notre Dame Cathedral;Notre-Dame Cathedral|CH|FRA||
Kremlin|BLDG|RUS||
Red Square|SQR|RUS||
Tahrir Square|SQR|||
Taksim Square;Gezi Park|SQR|TUR||
Tiananmen Square;Tiananmen|SQR|CHN||
Maidan;Independence Square;Maidan Square|SQR|UKR||
Green Zone|RGN|IRQ||
Blue House|BLDG|KOR||
Zhongnanhai|BLDG|CHN||
Great Wall of China;Great Wall|SITE|CHN||
Hagia Sophia|SITE|TUR||
Incirlik Air Base;Incirlik;Incirlik airbase|AIRB|TUR||
Ramstein Air Base;Ramstein|AIRB|DEU||
Bagram Air Base;Bagram Airfield;Bagram|AIRB|AFG||
Al Udeid Air Base;Al-Udeid;Al Udeid|AIRB|QAT||
Ain al-Asad;Ain al-Assad;Al Asad Airbase|AIRB|IRQ||
Hmeimim;Khmeimim;Hmeimim air base|AIRB|SYR||
Camp Lemonnier|MILB|DJI||
Camp David|SITE|USA||
Fort Bragg|MILB|USA||
Evin Prison;Evin prison|PRN|IRN||
Abu Ghraib|PRN|IRQ||
Auschwitz|SITE|POL||
Srebrenica|SITE|BIH||
Natanz|SITE|IRN||
Fordow;Fordo|SITE|IRN||
Dimona|SITE|ISR||
Yongbyon|SITE|PRK||
Punggye-ri|SITE|PRK||
Baikonur;Baikonur Cosmodrome|SITE|KAZ||
Cape Canaveral|SITE|USA||
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
