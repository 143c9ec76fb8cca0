"""Hand-made tables of `entity_words.py`: general knowledge of English titles, offices and bodies.

Sectors are those of the PLOVER codebook (Open Event Data Alliance): a sector says what an actor
does in the world of that scheme and is no judgement of it. Countries are ISO 3166-1 alpha-3; a
group's is where it mostly acts, None where that is several. Names are as English news writes them.
"""

from __future__ import annotations

HONORIFICS = {
    "m": "Mr Mr. Sir Lord Sheikh Shaykh Baron Prince Father Fr. Brother Imam Mullah Ayatollah King Emperor Duke Don",
    "f": "Mrs Mrs. Ms Ms. Miss Madam Madame Mme Dame Lady Baroness Princess Sister Queen Duchess Sheikha Empress",
    "": "Dr Dr. Prof Prof. Professor Rev Rev. Reverend Hon Hon. Saint St St. Justice Judge Officer Detective Inspector",
}

# Ranks and titles that news writes before a name; the head noun's sector.
RANKS = {
    "MIL": "Gen Gen. General Lt Lt. Lieutenant Col Col. Colonel Maj Maj. Major Capt Capt. Captain Sgt Sgt. Sergeant Cpl Cpl. "
    "Corporal Adm Adm. Admiral Brig Brig. Brigadier Cmdr Cmdr. Commander Commodore Marshal Pvt Pvt. Private Rear Vice-Admiral "
    "Commandant",
    "GOV": "Gov Gov. Governor President Premier Chancellor Prime Minister Secretary Ambassador Mayor Taoiseach Tsar King Queen "
    "Prince Princess Emir Sultan Emperor Pres. Amb. Vice",
    "LEG": "Sen Sen. Senator Rep Rep. Representative Congressman Congresswoman MP Speaker Del. Assemblyman Assemblywoman Cllr Councillor Councilman Councilwoman",
    "COP": "Constable Sheriff Supt Supt. Superintendent Det Det. Insp Insp.",
    "JUD": "Justice Judge Magistrate",
    "REL": "Pope Cardinal Archbishop Bishop Rabbi Imam Ayatollah Patriarch Pastor Mufti",
}

# Nouns for one person with an office or calling: the sector that the noun itself gives ('' where the
# words with it decide), by family. A description ('the Turkish leader') may mean a person of the
# families that its own family covers.
PEOPLE = {
    "head": (
        "GOV",
        "president vice-president premier chancellor king queen emperor monarch prince princess emir sultan governor mayor "
        "taoiseach ruler dictator caliph tsar sovereign",
    ),
    "minister": ("GOV", "minister secretary attorney-general"),
    "envoy": ("GOV", "ambassador envoy diplomat consul negotiator emissary"),
    "leader": (
        "",
        "leader head chief chairman chairwoman chairperson chair boss supremo strongman director commissioner general-secretary "
        "deputy coordinator administrator founder co-founder",
    ),
    "spokes": ("", "spokesman spokeswoman spokesperson spokespeople"),
    "official": (
        "",
        "official aide adviser advisor bureaucrat officer representative candidate nominee",
    ),
    "lawmaker": (
        "LEG",
        "lawmaker senator congressman congresswoman parliamentarian legislator mp mep councillor councilman councilwoman speaker "
        "assemblyman backbencher whip",
    ),
    "politician": (
        "",
        "politician statesman populist contender incumbent frontrunner front-runner",
    ),
    "soldier": (
        "MIL",
        "general colonel commander admiral captain major lieutenant brigadier sergeant soldier marshal pilot airman marine sailor",
    ),
    "police": ("COP", "policeman policewoman constable sheriff detective superintendent inspector"),
    "judge": ("JUD", "judge justice magistrate prosecutor jurist"),
    "lawyer": ("", "lawyer attorney barrister solicitor counsel"),
    "rebel": ("REB", "rebel insurgent militant guerrilla warlord separatist jihadist"),
    "criminal": ("CRM", "gangster drug-lord kingpin mobster smuggler trafficker"),
    "suspect": (
        "",
        "suspect gunman attacker assailant shooter killer murderer bomber hijacker convict defendant accused prisoner inmate",
    ),
    "scholar": (
        "EDU",
        "professor lecturer academic scholar teacher historian economist scientist researcher student principal dean sociologist",
    ),
    "analyst": ("", "analyst expert specialist strategist consultant fellow"),
    "press": (
        "MED",
        "journalist reporter editor correspondent columnist broadcaster presenter commentator blogger editor-in-chief anchor publisher",
    ),
    "business": (
        "BUS",
        "businessman businesswoman executive ceo coo tycoon billionaire entrepreneur banker trader investor magnate cfo",
    ),
    "activist": (
        "CVL",
        "activist campaigner protester demonstrator dissident organiser organizer whistleblower",
    ),
    "cleric": (
        "REL",
        "pope cardinal archbishop bishop priest imam cleric rabbi ayatollah patriarch pastor mufti preacher monk pontiff",
    ),
    "health": ("HLH", "doctor physician surgeon nurse paramedic"),
    "work": ("LAB", "worker farmer fisherman driver miner trade-unionist"),
    "arts": (
        "CVL",
        "actor actress singer musician artist author writer director filmmaker poet novelist rapper comedian celebrity star",
    ),
    "sport": (
        "CVL",
        "player coach striker midfielder goalkeeper athlete champion footballer boxer runner swimmer captain manager skipper",
    ),
    "kin": (
        "",
        "father mother husband wife son daughter brother sister widow uncle aunt cousin nephew niece grandfather grandmother",
    ),
    "plain": (
        "",
        "man woman boy girl teenager resident victim survivor passenger witness native citizen migrant tourist neighbor neighbour spy agent",
    ),
}

# What a description's family may mean: a 'leader' may be a president, a 'diplomat' a minister.
COVERS = {
    "leader": "head minister leader cleric",
    "envoy": "envoy minister",
    "official": "head minister envoy leader spokes official police judge",
    "politician": "head minister lawmaker politician leader",
    "lawmaker": "lawmaker",
    "head": "head",
}

# Women's and men's words, for pronouns.
GENDERED = {
    "m": "king prince emperor chairman spokesman congressman councilman assemblyman statesman policeman businessman father husband son brother uncle "
    "nephew grandfather man boy actor monk priest gunman strongman fisherman airman widower sultan emir pope caliph tsar pontiff",
    "f": "queen princess empress chairwoman spokeswoman congresswoman councilwoman assemblywoman policewoman businesswoman mother wife daughter sister "
    "aunt niece grandmother woman girl actress widow nun",
}

# Words that say what sector a body or office belongs to, the more telling first.
CONTEXT = {
    "OPP": "opposition dissident shadow",
    "REB": "rebel rebels insurgent insurgents insurgency militant militants guerrilla guerrillas separatist separatists jihadist jihadists",
    "CRM": "gang cartel mafia cartels gangs mob",
    "SPY": "intelligence spy mossad cia mi6 mi5 fsb gru kgb secret-service counterintelligence",
    "COP": "police gendarmerie constabulary policing sheriff carabinieri",
    "IGO": "un nato eu united-nations european-union european-commission african-union arab-league osce imf opec unicef unhcr who commissioner-general",
    "MIL": "army military navy armed-forces air-force air-forces defence-forces defense-forces troops battalion regiment garrison militia "
    "marines forces coastguard paramilitary paramilitaries guards",
    "JUD": "court courts judiciary tribunal prosecution prosecutor prosecutors judicial attorney",
    "LEG": "parliament parliamentary senate congress congressional legislature knesset duma bundestag assembly house lawmakers legislative",
    "GOV": "government ministry cabinet administration presidency presidential embassy consulate department foreign state royal palace council "
    "kremlin interior treasury municipality municipal federal mayor governor ministerial national-security authority authorities republic nation country mission",
    "PTY": "party conservative labour democrats republicans democratic republican tory democrat socialist communist liberal social-democratic",
    "EDU": "university college institute school faculty think-tank chatham-house research professor department-of",
    "MED": "newspaper magazine broadcaster news television radio tv channel media press outlet journal website agency-reporter",
    "HLH": "hospital clinic medical health doctors",
    "NGO": "charity foundation aid humanitarian relief rights campaign ngo nonprofit non-profit committee-to advocacy",
    "LAB": "union unions trade-union labor federation-of-labour",
    "REL": "church mosque diocese vatican archdiocese synagogue catholic",
    "BUS": "company bank firm corporation airline inc corp ltd plc holdings industries motors business industry maker manufacturer operator investment",
}

# Groups of people without a name: what a demonym before them makes of the state's people.
GROUPS = {
    "GOV": "officials authority authorities diplomats leaders leadership ministers negotiators representatives delegation government "
    "governments administration regime officers mediators envoys cabinet side",
    "CVL": "people citizens civilians nationals protesters demonstrators residents villagers workers students women children refugees migrants hostages "
    "captives prisoners detainees activists families journalists voters farmers men youths tourists community settlers",
    "MED": "media newspapers press broadcasters",
    "REB": "rebels insurgents militants fighters separatists guerrillas gunmen militiamen",
}

# Bodies that every state has: key, sector, the words that name it behind a demonym or a state's 's.
INSTITUTIONS = [
    [
        "armed forces",
        "MIL",
        "army military forces troops soldiers armed-forces defence-forces defense-forces military-forces security-forces ground-forces warplanes servicemen",
    ],
    ["air force", "MIL", "air-force"],
    ["navy", "MIL", "navy"],
    ["police", "COP", "police policemen police-force national-police federal-police"],
    ["parliament", "LEG", "parliament legislature lower-house upper-house national-assembly"],
    ["lawmakers", "LEG", "lawmakers mps legislators"],
    ["supreme court", "JUD", "supreme-court high-court constitutional-court"],
    [
        "intelligence",
        "SPY",
        "intelligence intelligence-agency intelligence-service intelligence-services secret-service spy-agency",
    ],
    ["embassy", "GOV", "embassy"],
    ["consulate", "GOV", "consulate"],
    ["prosecutors", "JUD", "prosecutors prosecution prosecutor's-office"],
    ["presidency", "GOV", "presidency presidential-office president's-office"],
    ["opposition", "OPP", "opposition"],
    ["central bank", "GOV", "central-bank reserve-bank"],
    ["coast guard", "MIL", "coast-guard coastguard"],
    ["red crescent", "NGO", "red-crescent red-cross"],
]

MINISTRIES = (
    "foreign defence defense interior health finance justice education energy economy trade agriculture transport culture "
    "environment tourism oil information labour labor commerce planning security"
)

# Kinds of bodies, as a definite description may call them ('the ministry'): sector that the noun gives.
BODIES = {
    "GOV": "ministry department embassy consulate commission council agency authority administration government municipality bureau",
    "COP": "police",
    "JUD": "court tribunal",
    "LEG": "parliament senate congress assembly legislature",
    "PTY": "party",
    "EDU": "university college institute school",
    "MED": "newspaper magazine broadcaster channel network",
    "BUS": "company bank firm corporation airline carrier retailer manufacturer automaker carmaker lender giant startup brand",
    "NGO": "charity foundation organisation organization association society ngo",
    "LAB": "union",
    "REL": "church",
    "IGO": "alliance bloc",
    "MIL": "army navy military battalion",
    "REB": "militia",
    "CRM": "gang cartel",
    "CVL": "club team",
    "": "group movement organisation organization body institution coalition federation committee panel office service watchdog regulator fund institute centre center",
}

# International organisations: key, sector, names.
ORGANISATIONS = [
    ["United Nations", "IGO", "United Nations|UN|U.N.|United Nations Organization|U.N"],
    [
        "UN Security Council",
        "IGO",
        "UN Security Council|U.N. Security Council|United Nations Security Council|Security Council|UNSC",
    ],
    [
        "UN General Assembly",
        "IGO",
        "UN General Assembly|U.N. General Assembly|United Nations General Assembly",
    ],
    [
        "NATO",
        "IGO",
        "NATO|Nato|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|North Atlantic Alliance",
    ],
    ["European Union", "IGO", "European Union|EU|E.U."],
    ["European Commission", "IGO", "European Commission"],
    ["European Parliament", "IGO", "European Parliament"],
    ["European Council", "IGO", "European Council"],
    ["European Central Bank", "IGO", "European Central Bank|ECB"],
    ["African Union", "IGO", "African Union"],
    ["Arab League", "IGO", "Arab League|League of Arab States"],
    [
        "Organisation of Islamic Cooperation",
        "IGO",
        "Organisation of Islamic Cooperation|Organization of Islamic Cooperation|OIC",
    ],
    ["Gulf Cooperation Council", "IGO", "Gulf Cooperation Council|GCC"],
    ["ASEAN", "IGO", "ASEAN|Asean|Association of Southeast Asian Nations"],
    ["ECOWAS", "IGO", "ECOWAS|Ecowas|Economic Community of West African States"],
    [
        "OSCE",
        "IGO",
        "OSCE|Organization for Security and Co-operation in Europe|Organization for Security and Cooperation in Europe",
    ],
    ["Council of Europe", "IGO", "Council of Europe"],
    ["OPEC", "IGO", "OPEC|Opec|Organization of the Petroleum Exporting Countries"],
    [
        "OPCW",
        "IGO",
        "OPCW|Organisation for the Prohibition of Chemical Weapons|Organization for the Prohibition of Chemical Weapons",
    ],
    ["OECD", "IGO", "OECD|Organisation for Economic Co-operation and Development"],
    ["IMF", "IGO", "IMF|International Monetary Fund"],
    ["World Bank", "IGO", "World Bank"],
    ["WTO", "IGO", "WTO|World Trade Organization|World Trade Organisation"],
    ["WHO", "IGO", "World Health Organization|World Health Organisation|WHO"],
    ["IAEA", "IGO", "IAEA|International Atomic Energy Agency"],
    ["ICC", "IGO", "International Criminal Court|ICC"],
    ["ICJ", "IGO", "International Court of Justice|ICJ"],
    ["UNICEF", "IGO", "UNICEF|Unicef"],
    [
        "UNHCR",
        "IGO",
        "UNHCR|UN refugee agency|U.N. refugee agency|UN High Commissioner for Refugees",
    ],
    ["UNRWA", "IGO", "UNRWA|Unrwa"],
    ["UNESCO", "IGO", "UNESCO|Unesco"],
    ["World Food Programme", "IGO", "World Food Programme|World Food Program|WFP"],
    ["OCHA", "IGO", "OCHA|UN Office for the Coordination of Humanitarian Affairs"],
    ["Interpol", "IGO", "Interpol|INTERPOL"],
    ["Europol", "IGO", "Europol"],
    ["G7", "IGO", "G7|Group of Seven|G-7"],
    ["G20", "IGO", "G20|Group of 20|G-20"],
    ["BRICS", "IGO", "BRICS|Brics"],
    ["Red Cross", "NGO", "Red Cross|International Committee of the Red Cross|ICRC"],
    ["Red Crescent", "NGO", "Red Crescent|IFRC"],
    ["Amnesty International", "NGO", "Amnesty International|Amnesty"],
    ["Human Rights Watch", "NGO", "Human Rights Watch|HRW"],
    [
        "Medecins Sans Frontieres",
        "NGO",
        "Médecins Sans Frontières|Doctors Without Borders|MSF|Medecins Sans Frontieres",
    ],
    ["Oxfam", "NGO", "Oxfam"],
    ["Save the Children", "NGO", "Save the Children"],
    ["Greenpeace", "NGO", "Greenpeace"],
    ["Transparency International", "NGO", "Transparency International"],
    ["Reporters Without Borders", "NGO", "Reporters Without Borders|RSF"],
    ["Committee to Protect Journalists", "NGO", "Committee to Protect Journalists|CPJ"],
    ["Syrian Observatory for Human Rights", "NGO", "Syrian Observatory for Human Rights|SOHR"],
    ["White Helmets", "NGO", "White Helmets|Syria Civil Defence"],
    ["FIFA", "NGO", "FIFA|Fifa"],
    ["UEFA", "NGO", "UEFA|Uefa"],
    ["International Olympic Committee", "NGO", "International Olympic Committee|IOC"],
]

# Organisations of one state: key, ISO, sector, names.
NATIONAL = [
    ["FBI", "USA", "COP", "FBI|Federal Bureau of Investigation|F.B.I."],
    ["CIA", "USA", "SPY", "CIA|Central Intelligence Agency|C.I.A."],
    ["NSA", "USA", "SPY", "NSA|National Security Agency"],
    [
        "US State Department",
        "USA",
        "GOV",
        "State Department|US State Department|U.S. State Department|Department of State",
    ],
    [
        "US Department of Justice",
        "USA",
        "GOV",
        "Justice Department|Department of Justice|US Justice Department|U.S. Justice Department",
    ],
    ["US Department of Defense", "USA", "MIL", "Pentagon|Defense Department|Department of Defense"],
    [
        "US Department of Homeland Security",
        "USA",
        "GOV",
        "Department of Homeland Security|Homeland Security",
    ],
    ["US Congress", "USA", "LEG", "Congress|US Congress|U.S. Congress|Capitol Hill"],
    ["US Senate", "USA", "LEG", "US Senate|U.S. Senate"],
    [
        "US House of Representatives",
        "USA",
        "LEG",
        "US House of Representatives|U.S. House of Representatives|U.S. House|US House",
    ],
    [
        "Democratic Party (US)",
        "USA",
        "PTY",
        "Democratic Party|Democratic National Committee|DNC|Democrats",
    ],
    [
        "Republican Party (US)",
        "USA",
        "PTY",
        "Republican Party|Republican National Committee|RNC|GOP|Republicans",
    ],
    ["NASA", "USA", "GOV", "NASA|Nasa"],
    ["CDC", "USA", "GOV", "CDC|Centers for Disease Control and Prevention"],
    ["FDA", "USA", "GOV", "FDA|Food and Drug Administration"],
    ["EPA", "USA", "GOV", "EPA|Environmental Protection Agency"],
    ["US Supreme Court", "USA", "JUD", "US Supreme Court|U.S. Supreme Court"],
    ["Scotland Yard", "GBR", "COP", "Scotland Yard|Metropolitan Police|Met Police"],
    ["MI5", "GBR", "SPY", "MI5"],
    ["MI6", "GBR", "SPY", "MI6"],
    ["FSB", "RUS", "SPY", "FSB|Federal Security Service"],
    ["GRU", "RUS", "SPY", "GRU"],
    ["State Duma", "RUS", "LEG", "State Duma|Duma"],
    ["Knesset", "ISR", "LEG", "Knesset"],
    [
        "Israel Defense Forces",
        "ISR",
        "MIL",
        "IDF|Israel Defense Forces|Israel Defence Forces|Israeli Defense Forces|Israeli Defence Forces",
    ],
    ["Mossad", "ISR", "SPY", "Mossad"],
    ["Shin Bet", "ISR", "SPY", "Shin Bet"],
    ["Bundestag", "DEU", "LEG", "Bundestag"],
    ["Bundeswehr", "DEU", "MIL", "Bundeswehr"],
    ["Verkhovna Rada", "UKR", "LEG", "Verkhovna Rada|Rada"],
    ["SBU", "UKR", "SPY", "SBU|Security Service of Ukraine"],
    [
        "Revolutionary Guards",
        "IRN",
        "MIL",
        "Revolutionary Guards|Revolutionary Guard|Islamic Revolutionary Guard Corps|IRGC|Revolutionary Guard Corps",
    ],
    ["ISI", "PAK", "SPY", "Inter-Services Intelligence"],
    ["People's Liberation Army", "CHN", "MIL", "People’s Liberation Army|PLA"],
    [
        "Communist Party of China",
        "CHN",
        "PTY",
        "Communist Party of China|Chinese Communist Party|CCP",
    ],
    ["Lok Sabha", "IND", "LEG", "Lok Sabha"],
    ["Bharatiya Janata Party", "IND", "PTY", "Bharatiya Janata Party|BJP"],
    ["AKP", "TUR", "PTY", "AKP|AK Party|Justice and Development Party"],
    ["CHP", "TUR", "PTY", "Republican People’s Party"],
    ["Fatah", "PSE", "PTY", "Fatah"],
    ["Palestinian Authority", "PSE", "GOV", "Palestinian Authority|Palestinian National Authority"],
    [
        "PLO",
        "PSE",
        "GOV",
        "PLO|Palestine Liberation Organization|Palestine Liberation Organisation",
    ],
    ["Likud", "ISR", "PTY", "Likud"],
    ["African National Congress", "ZAF", "PTY", "African National Congress|ANC"],
    ["Sinn Fein", "GBR", "PTY", "Sinn Fein|Sinn Féin"],
    ["Royal Navy", "GBR", "MIL", "Royal Navy"],
    ["RAF", "GBR", "MIL", "RAF|Royal Air Force"],
    ["Carabinieri", "ITA", "COP", "Carabinieri"],
    ["Guardia Civil", "ESP", "COP", "Guardia Civil|Civil Guard"],
    [
        "Iraqi Popular Mobilization Forces",
        "IRQ",
        "MIL",
        "Popular Mobilization Forces|Popular Mobilisation Forces|PMF|Hashd al-Shaabi",
    ],
    ["Peshmerga", "IRQ", "MIL", "Peshmerga"],
    ["Kurdistan Regional Government", "IRQ", "GOV", "Kurdistan Regional Government|KRG"],
]

# Armed groups: key, ISO or None, names. Sector REB in PLOVER.
ARMED_GROUPS = [
    ["Hamas", "PSE", "Hamas"],
    [
        "Qassam Brigades",
        "PSE",
        "Qassam Brigades|Al-Qassam Brigades|Izz ad-Din al-Qassam Brigades|Izz el-Deen al-Qassam Brigades",
    ],
    ["Palestinian Islamic Jihad", "PSE", "Palestinian Islamic Jihad|Islamic Jihad|PIJ"],
    ["Hezbollah", "LBN", "Hezbollah|Hizbollah|Hizbullah|Hezballah"],
    ["Houthis", "YEM", "Houthi|Houthis|Ansar Allah|Ansarullah|Huthi|Huthis"],
    [
        "Islamic State",
        None,
        "Islamic State|ISIS|ISIL|Isis|Isil|Daesh|Da’esh|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant|Islamic State group",
    ],
    ["Islamic State Khorasan", "AFG", "ISIS-K|IS-K|Islamic State Khorasan"],
    [
        "Al-Qaeda",
        None,
        "al-Qaeda|Al-Qaeda|al Qaeda|Al Qaeda|al-Qaida|Al-Qaida|al Qaida|Al Qaida|Qaeda",
    ],
    ["Al-Qaeda in the Arabian Peninsula", "YEM", "al-Qaeda in the Arabian Peninsula|AQAP"],
    ["Al-Qaeda in the Islamic Maghreb", None, "al-Qaeda in the Islamic Maghreb|AQIM"],
    ["Al-Nusra Front", "SYR", "al-Nusra Front|Nusra Front|Jabhat al-Nusra|Al-Nusra"],
    ["Hayat Tahrir al-Sham", "SYR", "Hayat Tahrir al-Sham|HTS"],
    ["Free Syrian Army", "SYR", "Free Syrian Army|FSA"],
    ["Syrian Democratic Forces", "SYR", "Syrian Democratic Forces|SDF"],
    ["YPG", "SYR", "YPG|People’s Protection Units|People's Protection Units"],
    ["Ahrar al-Sham", "SYR", "Ahrar al-Sham"],
    ["Jaish al-Islam", "SYR", "Jaish al-Islam|Jaysh al-Islam"],
    ["Kurdistan Workers' Party", "TUR", "Kurdistan Workers’ Party|Kurdistan Workers' Party|PKK"],
    ["Taliban", "AFG", "Taliban|Taleban"],
    [
        "Tehrik-i-Taliban Pakistan",
        "PAK",
        "Tehrik-i-Taliban Pakistan|Pakistani Taliban|TTP|Tehreek-e-Taliban Pakistan",
    ],
    ["Haqqani network", "AFG", "Haqqani network|Haqqani Network"],
    ["Lashkar-e-Taiba", "PAK", "Lashkar-e-Taiba|Lashkar-e-Tayyiba"],
    ["Jaish-e-Mohammed", "PAK", "Jaish-e-Mohammed|Jaish-e-Mohammad"],
    ["Al-Shabaab", "SOM", "al-Shabaab|Al-Shabaab|al-Shabab|Al-Shabab|Shabaab|al Shabaab"],
    ["Boko Haram", "NGA", "Boko Haram"],
    ["Ansar Dine", "MLI", "Ansar Dine"],
    ["JNIM", "MLI", "JNIM|Jama’at Nusrat al-Islam wal-Muslimin"],
    ["M23", "COD", "M23|March 23 Movement"],
    ["FDLR", "COD", "FDLR|Democratic Forces for the Liberation of Rwanda"],
    ["Allied Democratic Forces", "COD", "Allied Democratic Forces"],
    ["Lord's Resistance Army", None, "Lord’s Resistance Army|Lord's Resistance Army|LRA"],
    ["Rapid Support Forces", "SDN", "Rapid Support Forces|RSF paramilitary"],
    ["SPLM-IO", "SSD", "SPLM-IO|SPLA-IO"],
    [
        "Tigray People's Liberation Front",
        "ETH",
        "Tigray People’s Liberation Front|Tigray People's Liberation Front|TPLF",
    ],
    ["Oromo Liberation Army", "ETH", "Oromo Liberation Army"],
    ["FARC", "COL", "FARC|Farc|Revolutionary Armed Forces of Colombia"],
    ["ELN", "COL", "ELN|National Liberation Army"],
    ["Shining Path", "PER", "Shining Path"],
    ["ETA", "ESP", "ETA"],
    ["IRA", "GBR", "IRA|Irish Republican Army|Provisional IRA"],
    ["LTTE", "LKA", "LTTE|Tamil Tigers|Liberation Tigers of Tamil Eelam"],
    ["Abu Sayyaf", "PHL", "Abu Sayyaf"],
    ["Moro Islamic Liberation Front", "PHL", "Moro Islamic Liberation Front|MILF"],
    ["New People's Army", "PHL", "New People’s Army|New People's Army"],
    ["Arakan Army", "MMR", "Arakan Army"],
    ["Kachin Independence Army", "MMR", "Kachin Independence Army|KIA"],
    ["Karen National Union", "MMR", "Karen National Union"],
    ["ARSA", "MMR", "Arakan Rohingya Salvation Army|ARSA"],
    ["Naxalites", "IND", "Naxalites|Naxalite|Naxals"],
    ["Balochistan Liberation Army", "PAK", "Balochistan Liberation Army|Baloch Liberation Army"],
    ["Wagner Group", "RUS", "Wagner Group|Wagner group|Wagner"],
    ["Kata'ib Hezbollah", "IRQ", "Kataib Hezbollah|Kata’ib Hezbollah"],
    ["Polisario Front", "ESH", "Polisario Front|Polisario"],
    ["Janjaweed", "SDN", "Janjaweed"],
    ["Azov Brigade", "UKR", "Azov Battalion|Azov Regiment|Azov Brigade"],
    ["Séléka", "CAF", "Séléka|Seleka"],
    ["Anti-balaka", "CAF", "Anti-balaka|anti-balaka"],
]

# Forms of one given name.
VARIANTS = [
    "joseph joe joey", "robert rob bob bobby robbie", "william will bill billy", "richard rick dick rich", "james jim jimmy jamie", "john jack johnny jon",
    "michael mike mick", "thomas tom tommy", "edward ed eddie ted ned", "charles charlie chuck", "david dave", "daniel dan danny", "stephen steve steven",
    "anthony tony", "nicholas nick", "christopher chris", "matthew matt", "andrew andy drew", "peter pete", "samuel sam", "benjamin ben bibi",
    "alexander alex sasha", "timothy tim", "kenneth ken", "donald don donny", "ronald ron", "gregory greg", "jeffrey jeff geoffrey geoff", "patrick pat paddy",
    "lawrence larry", "gerald gerry jerry", "frederick fred", "theodore ted teddy", "philip phil phillip", "douglas doug", "raymond ray", "vincent vince",
    "zachary zach", "joshua josh", "jonathan jon", "nathaniel nathan nate", "elizabeth liz beth betty lizzie", "katherine kate kathy catherine katie cathy",
    "margaret maggie meg peggy", "jennifer jen jenny", "deborah debbie deb", "susan sue", "barbara barb", "patricia pat trish", "rebecca becky", "victoria vicky",
    "alexandra alex", "samantha sam", "christine chris tina", "mohammed mohamed muhammad mohammad muhammed mohamad", "ahmed ahmad", "hussein husain hossein husayn",
    "hassan hasan", "ali aly", "abdullah abdallah", "yusuf youssef yousef yousuf", "ibrahim ebrahim", "omar umar", "osama usama", "mustafa mostafa moustafa",
    "mahmoud mahmud", "khaled khalid", "said saeed sayed", "moammar muammar", "vladimir volodymyr", "sergei sergey serhiy", "alexei alexey aleksei", "dmitry dmitri dmytro",
    "mikhail mykhailo", "nikolai nikolay", "yevgeny evgeny yevgeni", "oleksandr aleksandr aleksander",
]  # fmt: skip

# Verbs whose subject speaks or decides: a capital that does this stands for its government.
ACTING = (
    "say tell announce accuse condemn reject deny warn threaten urge demand insist claim call criticise criticize blame welcome support back oppose "
    "agree refuse accept decide want seek ask respond react retaliate recall expel sever suspend halt approve sign pledge promise vow propose offer plan "
    "intend hope believe think fear expect view see consider regard know recognise recognize protest object argue maintain assert add note suggest hint "
    "signal confirm admit acknowledge declare state emphasize emphasise stress describe dismiss downplay defend harden soften withdraw impose lift ban "
    "block veto order push press pressure negotiate mediate broker lobby join send deploy dispatch provide supply arm fund finance sanction punish "
    "target invade annex attack launch fire strike shell bomb strengthen suggest reaffirm vote lead meet discuss hold keep give get make take use call"
)
# Nouns of relations between states: 'relations with Ankara', 'Washington's support'.
RELATIONS = (
    "relation relations tie ties contact contacts talks negotiation negotiations dialogue cooperation alliance agreement deal dispute rift tension tensions "
    "pressure support backing stance position policy decision move refusal response rhetoric ally allies rival foe claim demand call criticism opposition "
    "ambassador envoy sanction sanctions threat threats government regime disagreement disagreements accusation approval aggression ambition ambitions influence"
)

# What news calls some organisations when it does not name them.
CALLED = {
    "NATO": "alliance organisation organization",
    "European Union": "bloc union",
    "United Nations": "body organisation organization",
    "UN Security Council": "council body",
    "African Union": "bloc union body",
    "ASEAN": "bloc grouping",
    "ECOWAS": "bloc",
    "OPEC": "cartel",
    "WHO": "agency body organisation organization",
    "IAEA": "agency watchdog",
    "OPCW": "watchdog",
    "UNRWA": "agency",
    "UNHCR": "agency",
    "UNICEF": "agency",
    "World Food Programme": "agency programme",
    "FBI": "bureau agency",
    "CIA": "agency",
    "NSA": "agency",
    "IMF": "fund lender",
    "World Bank": "bank lender",
    "ICC": "court",
    "ICJ": "court",
    "Amnesty International": "group organisation organization",
    "Human Rights Watch": "group organisation organization",
}
