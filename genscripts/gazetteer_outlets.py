"""Where news outlets are at home, by the address of their site: a hand-made table behind gazetteer.bin.

A local paper writes 'Columbus' for the town where it appears. LOCAL gives the town of papers and
stations that cover one place, as 'town, division: addresses' (ISO 3166-2 code without the state's
part for the US, Canada and Australia; the state's alpha-3 code elsewhere). NATIONAL gives the state
of those that cover one, where the address does not end in its domain. Outlets for the whole world
are in neither. From general knowledge: the larger dailies of every US state and Canadian province,
of the regions of Britain and Ireland, and of the states whose English-language press is read abroad.
"""

from __future__ import annotations

LOCAL = """
Birmingham, US-AL: al.com birminghamnews.com
Montgomery, US-AL: montgomeryadvertiser.com
Huntsville, US-AL: whnt.com waff.com
Mobile, US-AL: wkrg.com
Tuscaloosa, US-AL: tuscaloosanews.com
Decatur, US-AL: decaturdaily.com
Dothan, US-AL: dothaneagle.com
Florence, US-AL: timesdaily.com
Gadsden, US-AL: gadsdentimes.com
Anniston, US-AL: annistonstar.com
Anchorage, US-AK: adn.com
Fairbanks, US-AK: newsminer.com
Juneau, US-AK: juneauempire.com
Phoenix, US-AZ: azcentral.com azfamily.com
Tucson, US-AZ: tucson.com azstarnet.com
Flagstaff, US-AZ: azdailysun.com
Prescott, US-AZ: dcourier.com
Yuma, US-AZ: yumasun.com
Little Rock, US-AR: arkansasonline.com thv11.com
Fort Smith, US-AR: swtimes.com
Jonesboro, US-AR: jonesborosun.com
Los Angeles, US-CA: latimes.com dailynews.com laweekly.com ktla.com
San Francisco, US-CA: sfgate.com sfchronicle.com sfexaminer.com
San Diego, US-CA: sandiegouniontribune.com utsandiego.com signonsandiego.com
San Jose, US-CA: mercurynews.com
Oakland, US-CA: eastbaytimes.com insidebayarea.com oaklandtribune.com contracostatimes.com
Sacramento, US-CA: sacbee.com
Fresno, US-CA: fresnobee.com
Bakersfield, US-CA: bakersfield.com
Modesto, US-CA: modbee.com
Stockton, US-CA: recordnet.com
Santa Ana, US-CA: ocregister.com
Riverside, US-CA: pe.com
Long Beach, US-CA: presstelegram.com
Torrance, US-CA: dailybreeze.com
Pasadena, US-CA: pasadenastarnews.com
San Bernardino, US-CA: sbsun.com
Ventura, US-CA: vcstar.com
Santa Barbara, US-CA: newspress.com independent.com noozhawk.com
Santa Rosa, US-CA: pressdemocrat.com
Santa Cruz, US-CA: santacruzsentinel.com
Monterey, US-CA: montereyherald.com
San Luis Obispo, US-CA: sanluisobispo.com
Palm Springs, US-CA: desertsun.com mydesert.com
Redding, US-CA: redding.com
Chico, US-CA: chicoer.com
San Rafael, US-CA: marinij.com
Denver, US-CO: denverpost.com 9news.com westword.com thedenverchannel.com
Colorado Springs, US-CO: gazette.com
Boulder, US-CO: dailycamera.com
Fort Collins, US-CO: coloradoan.com
Pueblo, US-CO: chieftain.com
Grand Junction, US-CO: gjsentinel.com
Hartford, US-CT: courant.com
New Haven, US-CT: nhregister.com
New London, US-CT: theday.com
Bridgeport, US-CT: ctpost.com
Waterbury, US-CT: rep-am.com
Danbury, US-CT: newstimes.com
Stamford, US-CT: stamfordadvocate.com
Norwich, US-CT: norwichbulletin.com
Middletown, US-CT: middletownpress.com
Torrington, US-CT: registercitizen.com
Wilmington, US-DE: delawareonline.com
Dover, US-DE: delawarestatenews.net baytobaynews.com
Washington, US-DC: washingtonexaminer.com washingtoncitypaper.com wtop.com wjla.com dcist.com
Miami, US-FL: miamiherald.com miaminewtimes.com
Fort Lauderdale, US-FL: sun-sentinel.com
West Palm Beach, US-FL: palmbeachpost.com
Orlando, US-FL: orlandosentinel.com wftv.com
Tampa, US-FL: tampabay.com tbo.com sptimes.com wtsp.com
Jacksonville, US-FL: jacksonville.com news4jax.com
Tallahassee, US-FL: tallahassee.com
Pensacola, US-FL: pnj.com
Gainesville, US-FL: gainesville.com alligator.org
Ocala, US-FL: ocala.com
Sarasota, US-FL: heraldtribune.com
Bradenton, US-FL: bradenton.com
Fort Myers, US-FL: news-press.com
Naples, US-FL: naplesnews.com
Daytona Beach, US-FL: news-journalonline.com
Melbourne, US-FL: floridatoday.com
Lakeland, US-FL: theledger.com
Atlanta, US-GA: ajc.com 11alive.com fox5atlanta.com
Augusta, US-GA: augustachronicle.com chronicle.augusta.com
Savannah, US-GA: savannahnow.com
Macon, US-GA: macon.com
Columbus, US-GA: ledger-enquirer.com
Athens, US-GA: onlineathens.com
Albany, US-GA: albanyherald.com
Gainesville, US-GA: gainesvilletimes.com
Rome, US-GA: northwestgeorgianews.com
Marietta, US-GA: mdjonline.com
Honolulu, US-HI: staradvertiser.com honoluluadvertiser.com civilbeat.org khon2.com
Hilo, US-HI: hawaiitribune-herald.com
Boise, US-ID: idahostatesman.com ktvb.com
Idaho Falls, US-ID: postregister.com
Coeur d'Alene, US-ID: cdapress.com
Lewiston, US-ID: lmtribune.com
Twin Falls, US-ID: magicvalley.com
Chicago, US-IL: chicagotribune.com suntimes.com wgntv.com abc7chicago.com chicagoreader.com
Arlington Heights, US-IL: dailyherald.com
Springfield, US-IL: sj-r.com
Peoria, US-IL: pjstar.com
Rockford, US-IL: rrstar.com
Champaign, US-IL: news-gazette.com
Decatur, US-IL: herald-review.com
Bloomington, US-IL: pantagraph.com
Moline, US-IL: qctimes.com qconline.com
Belleville, US-IL: bnd.com
DeKalb, US-IL: daily-chronicle.com
Quincy, US-IL: whig.com
Indianapolis, US-IN: indystar.com wthr.com
Fort Wayne, US-IN: journalgazette.net news-sentinel.com
South Bend, US-IN: southbendtribune.com
Evansville, US-IN: courierpress.com
Lafayette, US-IN: jconline.com
Muncie, US-IN: thestarpress.com
Richmond, US-IN: pal-item.com
Bloomington, US-IN: heraldtimesonline.com
Terre Haute, US-IN: tribstar.com
Munster, US-IN: nwitimes.com
Columbus, US-IN: therepublic.com
Anderson, US-IN: heraldbulletin.com
Kokomo, US-IN: kokomotribune.com
Des Moines, US-IA: desmoinesregister.com
Cedar Rapids, US-IA: thegazette.com gazetteonline.com
Iowa City, US-IA: press-citizen.com
Davenport, US-IA: quadcitytimes.com
Waterloo, US-IA: wcfcourier.com
Sioux City, US-IA: siouxcityjournal.com
Dubuque, US-IA: telegraphherald.com thonline.com
Ames, US-IA: amestrib.com
Wichita, US-KS: kansas.com
Topeka, US-KS: cjonline.com
Lawrence, US-KS: ljworld.com
Salina, US-KS: salina.com
Manhattan, US-KS: themercury.com
Louisville, US-KY: courier-journal.com wdrb.com
Lexington, US-KY: kentucky.com
Bowling Green, US-KY: bgdailynews.com
Owensboro, US-KY: messenger-inquirer.com
Paducah, US-KY: paducahsun.com
Richmond, US-KY: richmondregister.com
New Orleans, US-LA: nola.com bestofneworleans.com wwltv.com
Baton Rouge, US-LA: theadvocate.com 2theadvocate.com
Shreveport, US-LA: shreveporttimes.com
Lafayette, US-LA: theadvertiser.com
Monroe, US-LA: thenewsstar.com
Alexandria, US-LA: thetowntalk.com
Lake Charles, US-LA: americanpress.com
Houma, US-LA: houmatoday.com
Portland, US-ME: pressherald.com
Bangor, US-ME: bangordailynews.com
Lewiston, US-ME: sunjournal.com
Augusta, US-ME: kennebecjournal.com centralmaine.com
Baltimore, US-MD: baltimoresun.com wbaltv.com thebaltimorebanner.com
Annapolis, US-MD: capitalgazette.com hometownannapolis.com
Frederick, US-MD: fredericknewspost.com
Hagerstown, US-MD: heraldmailmedia.com herald-mail.com
Salisbury, US-MD: delmarvanow.com
Cumberland, US-MD: times-news.com
Boston, US-MA: boston.com bostonglobe.com bostonherald.com wbur.org
Worcester, US-MA: telegram.com
Springfield, US-MA: masslive.com
Lowell, US-MA: lowellsun.com
Lawrence, US-MA: eagletribune.com
Quincy, US-MA: patriotledger.com
Framingham, US-MA: metrowestdailynews.com
New Bedford, US-MA: southcoasttoday.com
Hyannis, US-MA: capecodtimes.com capecodonline.com
Pittsfield, US-MA: berkshireeagle.com
Northampton, US-MA: gazettenet.com
Salem, US-MA: salemnews.com
Detroit, US-MI: freep.com detroitnews.com clickondetroit.com
Grand Rapids, US-MI: mlive.com woodtv.com
Lansing, US-MI: lansingstatejournal.com
Battle Creek, US-MI: battlecreekenquirer.com
Port Huron, US-MI: thetimesherald.com
Traverse City, US-MI: record-eagle.com
Pontiac, US-MI: theoaklandpress.com
Minneapolis, US-MN: startribune.com kare11.com minnpost.com
Saint Paul, US-MN: twincities.com
Duluth, US-MN: duluthnewstribune.com
Rochester, US-MN: postbulletin.com news.postbulletin.com
Saint Cloud, US-MN: sctimes.com
Mankato, US-MN: mankatofreepress.com
Jackson, US-MS: clarionledger.com
Gulfport, US-MS: sunherald.com
Hattiesburg, US-MS: hattiesburgamerican.com
Tupelo, US-MS: djournal.com
Meridian, US-MS: meridianstar.com
Saint Louis, US-MO: stltoday.com ksdk.com riverfronttimes.com
Kansas City, US-MO: kansascity.com kmbc.com
Springfield, US-MO: news-leader.com
Columbia, US-MO: columbiatribune.com columbiamissourian.com
Jefferson City, US-MO: newstribune.com
Joplin, US-MO: joplinglobe.com
Saint Joseph, US-MO: newspressnow.com
Billings, US-MT: billingsgazette.com
Missoula, US-MT: missoulian.com
Great Falls, US-MT: greatfallstribune.com
Helena, US-MT: helenair.com
Bozeman, US-MT: bozemandailychronicle.com
Omaha, US-NE: omaha.com ketv.com
Lincoln, US-NE: journalstar.com
Grand Island, US-NE: theindependent.com
Norfolk, US-NE: norfolkdailynews.com
Columbus, US-NE: columbustelegram.com
Las Vegas, US-NV: reviewjournal.com lasvegassun.com lvrj.com
Reno, US-NV: rgj.com
Carson City, US-NV: nevadaappeal.com
Manchester, US-NH: unionleader.com
Concord, US-NH: concordmonitor.com
Nashua, US-NH: nashuatelegraph.com
Portsmouth, US-NH: seacoastonline.com
Keene, US-NH: sentinelsource.com
Newark, US-NJ: nj.com
Hackensack, US-NJ: northjersey.com
Neptune City, US-NJ: app.com
Cherry Hill, US-NJ: courierpostonline.com
Morristown, US-NJ: dailyrecord.com
Atlantic City, US-NJ: pressofatlanticcity.com
Trenton, US-NJ: trentonian.com
Albuquerque, US-NM: abqjournal.com krqe.com
Santa Fe, US-NM: santafenewmexican.com sfreporter.com
Las Cruces, US-NM: lcsun-news.com
Farmington, US-NM: daily-times.com
New York City, US-NY: nydailynews.com nypost.com amny.com gothamist.com silive.com villagevoice.com pix11.com ny1.com brooklyneagle.com
Melville, US-NY: newsday.com
Buffalo, US-NY: buffalonews.com wgrz.com
Rochester, US-NY: democratandchronicle.com
Syracuse, US-NY: syracuse.com
Albany, US-NY: timesunion.com
Schenectady, US-NY: dailygazette.com
White Plains, US-NY: lohud.com
Binghamton, US-NY: pressconnects.com
Poughkeepsie, US-NY: poughkeepsiejournal.com
Utica, US-NY: uticaod.com
Ithaca, US-NY: ithacajournal.com
Elmira, US-NY: stargazette.com
Watertown, US-NY: watertowndailytimes.com nny360.com
Middletown, US-NY: recordonline.com
Glens Falls, US-NY: poststar.com
Troy, US-NY: troyrecord.com
Plattsburgh, US-NY: pressrepublican.com
Charlotte, US-NC: charlotteobserver.com wsoctv.com wcnc.com
Raleigh, US-NC: newsobserver.com wral.com
Durham, US-NC: heraldsun.com
Greensboro, US-NC: greensboro.com news-record.com
Winston-Salem, US-NC: journalnow.com
Asheville, US-NC: citizen-times.com
Fayetteville, US-NC: fayobserver.com
Wilmington, US-NC: starnewsonline.com
Hickory, US-NC: hickoryrecord.com
Fargo, US-ND: inforum.com
Bismarck, US-ND: bismarcktribune.com
Grand Forks, US-ND: grandforksherald.com
Minot, US-ND: minotdailynews.com
Columbus, US-OH: dispatch.com nbc4i.com columbusalive.com thisweeknews.com
Cleveland, US-OH: cleveland.com wkyc.com
Cincinnati, US-OH: cincinnati.com wlwt.com
Dayton, US-OH: daytondailynews.com
Toledo, US-OH: toledoblade.com
Akron, US-OH: ohio.com beaconjournal.com
Youngstown, US-OH: vindy.com
Canton, US-OH: cantonrep.com
Springfield, US-OH: springfieldnewssun.com
Newark, US-OH: newarkadvocate.com
Mansfield, US-OH: mansfieldnewsjournal.com
Lancaster, US-OH: lancastereaglegazette.com
Zanesville, US-OH: zanesvilletimesrecorder.com
Lima, US-OH: limaohio.com
Lorain, US-OH: morningjournal.com
Elyria, US-OH: chroniclet.com
Oklahoma City, US-OK: newsok.com oklahoman.com koco.com
Tulsa, US-OK: tulsaworld.com
Norman, US-OK: normantranscript.com
Lawton, US-OK: swoknews.com
Portland, US-OR: oregonlive.com wweek.com kgw.com portlandtribune.com
Eugene, US-OR: registerguard.com
Salem, US-OR: statesmanjournal.com
Bend, US-OR: bendbulletin.com
Medford, US-OR: mailtribune.com
Philadelphia, US-PA: philly.com inquirer.com 6abc.com phillymag.com billypenn.com
Pittsburgh, US-PA: post-gazette.com triblive.com wtae.com pghcitypaper.com
Allentown, US-PA: mcall.com
Harrisburg, US-PA: pennlive.com
Lancaster, US-PA: lancasteronline.com
Lebanon, US-PA: ldnews.com
York, US-PA: ydr.com yorkdispatch.com
Reading, US-PA: readingeagle.com
Erie, US-PA: goerie.com
Scranton, US-PA: thetimes-tribune.com
Wilkes-Barre, US-PA: timesleader.com citizensvoice.com
Pottstown, US-PA: pottsmerc.com
Doylestown, US-PA: theintell.com
Levittown, US-PA: buckscountycouriertimes.com
Norristown, US-PA: timesherald.com
West Chester, US-PA: dailylocal.com
Johnstown, US-PA: tribdem.com
Altoona, US-PA: altoonamirror.com
State College, US-PA: centredaily.com
Easton, US-PA: lehighvalleylive.com
Providence, US-RI: providencejournal.com projo.com
Newport, US-RI: newportri.com
Charleston, US-SC: postandcourier.com
Columbia, US-SC: thestate.com wltx.com
Greenville, US-SC: greenvilleonline.com
Spartanburg, US-SC: goupstate.com
Rock Hill, US-SC: heraldonline.com
Myrtle Beach, US-SC: myrtlebeachonline.com thesunnews.com
Florence, US-SC: scnow.com
Anderson, US-SC: independentmail.com
Hilton Head Island, US-SC: islandpacket.com
Sioux Falls, US-SD: argusleader.com
Rapid City, US-SD: rapidcityjournal.com
Aberdeen, US-SD: aberdeennews.com
Nashville, US-TN: tennessean.com wkrn.com nashvillescene.com
Memphis, US-TN: commercialappeal.com wmcactionnews5.com
Knoxville, US-TN: knoxnews.com
Chattanooga, US-TN: timesfreepress.com chattanoogan.com
Columbia, US-TN: columbiadailyherald.com
Jackson, US-TN: jacksonsun.com
Clarksville, US-TN: theleafchronicle.com
Murfreesboro, US-TN: dnj.com
Johnson City, US-TN: johnsoncitypress.com
Kingsport, US-TN: timesnews.net
Dallas, US-TX: dallasnews.com dallasobserver.com wfaa.com
Fort Worth, US-TX: star-telegram.com
Houston, US-TX: chron.com houstonchronicle.com khou.com
San Antonio, US-TX: mysanantonio.com expressnews.com ksat.com
Austin, US-TX: statesman.com kvue.com texastribune.org austinchronicle.com
El Paso, US-TX: elpasotimes.com
Corpus Christi, US-TX: caller.com
Lubbock, US-TX: lubbockonline.com
Amarillo, US-TX: amarillo.com
Waco, US-TX: wacotrib.com
Beaumont, US-TX: beaumontenterprise.com
Galveston, US-TX: galvnews.com galvestondailynews.com
McAllen, US-TX: themonitor.com
Laredo, US-TX: lmtonline.com
Midland, US-TX: mrt.com
Odessa, US-TX: oaoa.com
Tyler, US-TX: tylerpaper.com
Abilene, US-TX: reporternews.com
San Angelo, US-TX: gosanangelo.com
Victoria, US-TX: victoriaadvocate.com
Denton, US-TX: dentonrc.com
Wichita Falls, US-TX: timesrecordnews.com
Bryan, US-TX: theeagle.com
Salt Lake City, US-UT: sltrib.com deseretnews.com deseret.com ksl.com
Provo, US-UT: heraldextra.com
Ogden, US-UT: standard.net
Saint George, US-UT: thespectrum.com
Burlington, US-VT: burlingtonfreepress.com sevendaysvt.com
Rutland, US-VT: rutlandherald.com
Montpelier, US-VT: timesargus.com vtdigger.org
Richmond, US-VA: timesdispatch.com richmond.com styleweekly.com
Norfolk, US-VA: pilotonline.com hamptonroads.com wavy.com
Newport News, US-VA: dailypress.com
Roanoke, US-VA: roanoke.com
Charlottesville, US-VA: dailyprogress.com
Lynchburg, US-VA: newsadvance.com
Fredericksburg, US-VA: fredericksburg.com
Alexandria, US-VA: alextimes.com alexandrianews.org
Staunton, US-VA: newsleader.com
Seattle, US-WA: seattletimes.com seattlepi.com king5.com thestranger.com
Tacoma, US-WA: thenewstribune.com
Spokane, US-WA: spokesman.com
Everett, US-WA: heraldnet.com
Olympia, US-WA: theolympian.com
Bellingham, US-WA: bellinghamherald.com
Vancouver, US-WA: columbian.com
Yakima, US-WA: yakimaherald.com
Kennewick, US-WA: tri-cityherald.com
Bremerton, US-WA: kitsapsun.com
Charleston, US-WV: wvgazette.com wvgazettemail.com
Huntington, US-WV: herald-dispatch.com
Morgantown, US-WV: dominionpost.com
Wheeling, US-WV: theintelligencer.net
Milwaukee, US-WI: jsonline.com wisn.com
Madison, US-WI: madison.com host.madison.com captimes.com
Green Bay, US-WI: greenbaypressgazette.com
Appleton, US-WI: postcrescent.com
Eau Claire, US-WI: leadertelegram.com
La Crosse, US-WI: lacrossetribune.com
Racine, US-WI: journaltimes.com
Kenosha, US-WI: kenoshanews.com
Wausau, US-WI: wausaudailyherald.com
Janesville, US-WI: gazettextra.com
Cheyenne, US-WY: wyomingnews.com
Casper, US-WY: trib.com
Toronto, CA-ON: thestar.com torontosun.com nowtoronto.com cp24.com
Ottawa, CA-ON: ottawacitizen.com ottawasun.com
Hamilton, CA-ON: thespec.com
London, CA-ON: lfpress.com lfpress.ca
Windsor, CA-ON: windsorstar.com
Kitchener, CA-ON: therecord.com
Kingston, CA-ON: thewhig.com
Sudbury, CA-ON: thesudburystar.com
Thunder Bay, CA-ON: chroniclejournal.com
Montreal, CA-QC: montrealgazette.com
Vancouver, CA-BC: vancouversun.com theprovince.com straight.com
Victoria, CA-BC: timescolonist.com
Kelowna, CA-BC: kelownadailycourier.ca castanet.net
Calgary, CA-AB: calgaryherald.com calgarysun.com
Edmonton, CA-AB: edmontonjournal.com edmontonsun.com
Winnipeg, CA-MB: winnipegfreepress.com winnipegsun.com
Regina, CA-SK: leaderpost.com
Saskatoon, CA-SK: thestarphoenix.com
Halifax, CA-NS: thechronicleherald.ca saltwire.com
Saint John, CA-NB: telegraphjournal.com
Charlottetown, CA-PE: theguardian.pe.ca
Sydney, AU-NSW: smh.com.au dailytelegraph.com.au
Newcastle, AU-NSW: theherald.com.au newcastleherald.com.au
Wollongong, AU-NSW: illawarramercury.com.au
Melbourne, AU-VIC: theage.com.au heraldsun.com.au
Geelong, AU-VIC: geelongadvertiser.com.au
Brisbane, AU-QLD: couriermail.com.au brisbanetimes.com.au
Adelaide, AU-SA: adelaidenow.com.au indaily.com.au
Perth, AU-WA: perthnow.com.au watoday.com.au thewest.com.au
Hobart, AU-TAS: themercury.com.au
Launceston, AU-TAS: examiner.com.au
Canberra, AU-ACT: canberratimes.com.au
Darwin, AU-NT: ntnews.com.au
London, GBR: standard.co.uk mylondon.news getwestlondon.co.uk
Manchester, GBR: manchestereveningnews.co.uk
Liverpool, GBR: liverpoolecho.co.uk
Birmingham, GBR: birminghammail.co.uk birminghampost.co.uk
Leeds, GBR: yorkshirepost.co.uk yorkshireeveningpost.co.uk leeds-live.co.uk
Bradford, GBR: thetelegraphandargus.co.uk
Sheffield, GBR: thestar.co.uk
York, GBR: yorkpress.co.uk
Kingston upon Hull, GBR: hulldailymail.co.uk
Newcastle upon Tyne, GBR: chroniclelive.co.uk thejournal.co.uk
Middlesbrough, GBR: gazettelive.co.uk
Sunderland, GBR: sunderlandecho.com
Darlington, GBR: thenorthernecho.co.uk
Nottingham, GBR: nottinghampost.com thisisnottingham.co.uk
Derby, GBR: derbytelegraph.co.uk
Leicester, GBR: leicestermercury.co.uk
Stoke-on-Trent, GBR: stokesentinel.co.uk
Coventry, GBR: coventrytelegraph.net
Wolverhampton, GBR: expressandstar.com
Worcester, GBR: worcesternews.co.uk
Gloucester, GBR: gloucestershirelive.co.uk
Oxford, GBR: oxfordmail.co.uk thisisoxfordshire.co.uk
Reading, GBR: getreading.co.uk berkshirelive.co.uk
Cambridge, GBR: cambridge-news.co.uk
Norwich, GBR: edp24.co.uk eveningnews24.co.uk
Ipswich, GBR: eadt.co.uk ipswichstar.co.uk
Colchester, GBR: gazette-news.co.uk
Brighton, GBR: theargus.co.uk
Portsmouth, GBR: portsmouth.co.uk
Southampton, GBR: dailyecho.co.uk
Bournemouth, GBR: bournemouthecho.co.uk
Bristol, GBR: bristolpost.co.uk bristol247.com
Bath, GBR: bathchronicle.co.uk
Swindon, GBR: swindonadvertiser.co.uk
Exeter, GBR: devonlive.com
Plymouth, GBR: plymouthherald.co.uk
Truro, GBR: cornwalllive.com
Preston, GBR: lep.co.uk
Blackpool, GBR: blackpoolgazette.co.uk
Blackburn, GBR: lancashiretelegraph.co.uk
Bolton, GBR: theboltonnews.co.uk
Lancaster, GBR: lancasterguardian.co.uk
Maidstone, GBR: kentonline.co.uk
Watford, GBR: watfordobserver.co.uk
Edinburgh, GBR: edinburghnews.scotsman.com edinburghlive.co.uk
Glasgow, GBR: glasgowtimes.co.uk eveningtimes.co.uk glasgowlive.co.uk
Aberdeen, GBR: pressandjournal.co.uk eveningexpress.co.uk
Dundee, GBR: thecourier.co.uk eveningtelegraph.co.uk
Cardiff, GBR: walesonline.co.uk
Newport, GBR: southwalesargus.co.uk
Belfast, GBR: belfasttelegraph.co.uk belfastlive.co.uk irishnews.com newsletter.co.uk
Londonderry, GBR: derryjournal.com
Dublin, IRL: dublinlive.ie herald.ie
Cork, IRL: echolive.ie
Limerick, IRL: limerickleader.ie limerickpost.ie
Galway, IRL: connachttribune.ie
Auckland, NZL: nzherald.co.nz
Christchurch, NZL: press.co.nz
Dunedin, NZL: odt.co.nz
"""

NATIONAL = """
USA: nytimes.com washingtonpost.com usatoday.com wsj.com cnn.com foxnews.com nbcnews.com cbsnews.com abcnews.go.com
USA: npr.org pbs.org politico.com thehill.com huffpost.com huffingtonpost.com time.com newsweek.com slate.com vox.com
USA: theatlantic.com csmonitor.com upi.com apnews.com axios.com msnbc.com cnbc.com washingtontimes.com breitbart.com
USA: newyorker.com rollingstone.com businessinsider.com buzzfeednews.com thedailybeast.com propublica.org nationalreview.com
GBR: theguardian.com bbc.com news.sky.com
CAN: theglobeandmail.com nationalpost.com globalnews.ca
AUS: theaustralian.com.au
ISR: haaretz.com jpost.com timesofisrael.com ynetnews.com israelhayom.com i24news.tv
LBN: dailystar.com.lb naharnet.com lorientlejour.com
TUR: hurriyetdailynews.com dailysabah.com todayszaman.com
EGY: ahram.org.eg dailynewsegypt.com madamasr.com egyptindependent.com
SAU: arabnews.com english.alarabiya.net
ARE: gulfnews.com thenational.ae thenationalnews.com khaleejtimes.com
QAT: gulf-times.com thepeninsulaqatar.com
JOR: jordantimes.com jordannews.jo
IRN: presstv.ir tehrantimes.com
IRQ: rudaw.net kurdistan24.net iraqinews.com
IND: timesofindia.indiatimes.com thehindu.com hindustantimes.com indianexpress.com ndtv.com news18.com deccanherald.com livemint.com
PAK: dawn.com thenews.com.pk tribune.com.pk geo.tv
BGD: thedailystar.net dhakatribune.com bdnews24.com
LKA: dailymirror.lk colombopage.com
NPL: kathmandupost.com
CHN: globaltimes.cn chinadaily.com.cn xinhuanet.com
HKG: scmp.com hongkongfp.com
TWN: taipeitimes.com taiwannews.com.tw focustaiwan.tw
JPN: japantimes.co.jp asahi.com mainichi.jp
KOR: koreaherald.com koreatimes.co.kr yonhapnews.co.kr en.yna.co.kr
PHL: inquirer.net philstar.com rappler.com gmanetwork.com manilatimes.net mb.com.ph
IDN: thejakartapost.com
MYS: thestar.com.my malaymail.com nst.com.my
SGP: straitstimes.com channelnewsasia.com todayonline.com
THA: bangkokpost.com nationthailand.com
VNM: vnexpress.net
MMR: irrawaddy.com
KHM: phnompenhpost.com
NGA: punchng.com vanguardngr.com premiumtimesng.com thisdaylive.com guardian.ng
KEN: nation.africa standardmedia.co.ke the-star.co.ke
ZAF: news24.com timeslive.co.za iol.co.za dailymaverick.co.za
GHA: ghanaweb.com graphic.com.gh
UGA: monitor.co.ug
ZWE: newzimbabwe.com
ETH: addisstandard.com
RUS: themoscowtimes.com moscowtimes.ru sptimes.ru rt.com tass.com sputniknews.com
UKR: kyivpost.com kyivindependent.com pravda.com.ua ukrinform.net
POL: thefirstnews.com
DEU: spiegel.de
GRC: ekathimerini.com
IRL: irishtimes.com thejournal.ie
MLT: timesofmalta.com
CYP: cyprus-mail.com
GEO: civil.ge messenger.com.ge georgiatoday.ge
ARM: armenpress.am
AZE: azernews.az
JAM: jamaica-gleaner.com jamaicaobserver.com
TTO: guardian.co.tt
BHS: tribune242.com thenassauguardian.com
FJI: fijitimes.com
MEX: mexiconewsdaily.com
BRA: riotimesonline.com
ARG: buenosairesherald.com batimes.com.ar
"""
