"""Whether an event happened: sentences read by the encoder that ships, with the status to expect."""

from __future__ import annotations

import pytest

from dragoman.encoder import Encoder
from dragoman.encoder.session import SHIPPED
from dragoman.extract.event import extract
from dragoman.ids import text_sha256
from dragoman.reading import Reading
from dragoman.text import segment
from dragoman.types import Analysis, Article, EventMention

SENTENCES = [
    ("happened", "arrested", "Police arrested two activists on Monday."),
    ("ongoing", "investigated", "The attacks are being investigated by prosecutors."),
    ("happened", "condemn", "Norway was swift to condemn the attack."),
    ("happened", "announced", "The minister announced the sanctions on Monday."),
    ("happened", "massacre", "They were blamed for their failure to prevent the massacre."),
    ("planned", "meeting", "The council called an emergency meeting for Friday."),
    ("called_for", "resignation", "Protesters demanded the resignation of the president."),
    ("happened", "launch", "The ministry called the missile launch a provocation."),
    ("happened", "attacked", "Rebels have attacked the town of Larnok."),
    ("happened", "visit", "The minister spoke during a visit to Norway."),
    ("happened", "condemned", "The president condemned the attack on the embassy."),
    ("happened", "talks", "The two governments held talks in Geneva last week."),
    ("happened", "recalls", "Norway recalls its ambassador from Chile"),
    ("happened", "sanctions", "The council imposed sanctions on the company after the vote."),
    ("happened", "killed", "Gunmen killed three villagers in the north."),
    ("ongoing", "protesting", "Students are protesting against the government in the capital."),
    ("ongoing", "shelling", "The army is shelling the city."),
    ("ongoing", "talks", "The ministers are holding talks in Vienna."),
    ("ongoing", "bombing", "The air force continued bombing the city on Friday."),
    ("ongoing", "attacks", "The continuing attacks on civilians must end, the envoy said."),
    ("planned", "visit", "The foreign minister will visit Brazil next month."),
    ("planned", "recall", "The government said it would recall its ambassador to Kenya."),
    ("planned", "meet", "The two presidents are expected to meet in Oslo on Tuesday."),
    ("planned", "withdraw", "The army plans to withdraw its troops from the border."),
    ("planned", "talks", "The union agreed to hold talks with the government."),
    ("planned", "protest", "The unions will hold a protest outside parliament on Friday."),
    ("planned", "visit", "Security was tightened ahead of the president's visit to Japan."),
    ("planned", "release", "The rebels promised to release the hostages."),
    ("planned", "sanctions", "The ministry is going to impose sanctions on the bank."),
    ("planned", "strike", "Teachers have announced a planned strike against the government."),
    ("called_for", "lift", "The envoy urged the army to lift the blockade."),
    ("called_for", "release", "The committee demanded the release of the prisoners."),
    (
        "called_for",
        "withdraw",
        "The president called on Chile to withdraw its troops from the island.",
    ),
    ("called_for", "ceasefire", "The council called for a ceasefire between the two sides."),
    ("called_for", "resign", "Protesters demanded that the prime minister resign."),
    ("called_for", "expel", "The senator said the government should expel the ambassador."),
    ("called_for", "expel", "The minister asked the alliance to expel Norway."),
    ("called_for", "arrested", "The lawyer said the general must be arrested."),
    ("denied", "attacked", "The army denied that it had attacked the hospital."),
    ("denied", "attack", "The soldiers did not attack the village."),
    ("denied", "arrested", "The police have not arrested any of the protesters."),
    ("denied", "killed", "No soldiers were killed by rebels on Sunday."),
    ("denied", "met", "The two leaders never met the mediator."),
    ("denied", "attack", "Police prevented an attack on the embassy."),
    ("denied", "released", "The hostages were not released by the rebels."),
    ("denied", "attacking", "The general denied attacking the convoy."),
    ("hypothetical", "attack", "The rebels threatened to attack the capital."),
    ("hypothetical", "attacks", "If the army attacks the city, thousands will flee."),
    ("hypothetical", "attack", "Norway could attack the islands, analysts said."),
    ("hypothetical", "sanctions", "The ministers are considering sanctions against the company."),
    ("hypothetical", "attacked", "Did the army attack the village?"),
    ("hypothetical", "arrest", "Police may arrest the journalist."),
    ("hypothetical", "withdraw", "Unless the troops withdraw from the town, the talks will end."),
    ("hypothetical", "invade", "The government would invade the island if the talks failed."),
    ("hypothetical", "visit", "The president might visit Kenya."),
    ("hypothetical", "strikes", "Analysts discussed the possibility of air strikes on the base."),
    ("planned", "lift", "Chile has decided to lift the ban on the party."),
    ("happened", "arrested", "The man arrested by police is a journalist."),
    ("happened", "raid", "Police said the raid on the office was legal."),
    ("happened", "killing", "The court convicted him of killing a police officer."),
    ("happened", "attacking", "The minister accused the rebels of attacking the convoy."),
    ("happened", "attack", "The president will discuss the attack on the port with his aides."),
    ("planned", "talks", "Talks between Norway and Chile will begin on Monday."),
    ("planned", "signed", "The treaty will be signed by the two ministers."),
    ("called_for", "talks", "The pope appealed for talks between the two sides."),
    ("denied", "support", "The government does not support the rebels."),
    ("hypothetical", "sever", "Kenya has threatened to sever ties with Peru."),
    ("planned", "allow", "Norway will not allow the rebels to attack the port."),
    ("ongoing", "opposed", "Norway has opposed the sanctions since October."),
    ("ongoing", "shelling", "The army has been shelling the town for weeks."),
    ("planned", "attack", "The group planned an attack on the embassy."),
    ("denied", "protest", "The union cancelled a protest against the government."),
    ("planned", "release", "The envoy will negotiate the release of the prisoners."),
    ("happened", "release", "The mediators secured the release of the hostages."),
    ("planned", "talks", "Talks to be held in Oslo will include Chile."),
    ("planned", "talks", "The talks scheduled for Friday between Norway and Chile are about oil."),
    ("planned", "talks", "The two sides agreed on talks next week between Norway and Chile."),
    ("planned", "expel", "Norway is to expel the ambassador of Chile."),
    ("denied", "attack", "The army denied allegations of an attack on the hospital by its troops."),
    ("hypothetical", "attack", "The army would respond to any attack by the rebels."),
    ("planned", "talks", "The council paved the way for talks between Norway and Chile."),
    ("called_for", "expelled", "They demanded that the ambassador be expelled."),
    ("hypothetical", "invasion", "Norway is concerned about an invasion by Chile."),
    ("planned", "withdrawal", "The deadline for the withdrawal of the troops is May."),
    ("planned", "sanctions", "The parliament voted for sanctions against Chile."),
    ("happened", "meet", "The minister left Oslo, leaving the president to meet with the envoy."),
    ("hypothetical", "attack", "The ministers discussed how to attack the rebels."),
    ("planned", "withdrawal", "The plan includes the withdrawal of troops from the island."),
    ("planned", "ceasefire", "The plan envisages a ceasefire between the rebels and the army."),
    ("planned", "release", "The envoy expressed hope that the rebels release the hostages."),
    ("hypothetical", "attacking", "The army was on the verge of attacking the city."),
    ("hypothetical", "sanctions", "Sanctions against Chile remain an option, the minister said."),
    ("hypothetical", "invasion", "The minister said an invasion of Chile was unlikely."),
    ("denied", "release", "The rebels have yet to release the hostages."),
    ("denied", "seized", "The rebels nearly seized the city."),
    ("hypothetical", "attacks", "The minister wrote that whoever attacks Norway will be punished."),
    ("hypothetical", "defeating", "Coalition forces are focused on defeating the rebels."),
    ("planned", "liberation", "The army made progress towards the liberation of the city."),
    ("called_for", "ceasefire", "He stressed the importance of a ceasefire between the rebels."),
    ("planned", "release", "The envoy's aim is the release of the hostages."),
    ("hypothetical", "deportation", "The journalist faces deportation to Chile."),
    ("called_for", "strikes", "The minister argued for air strikes against the rebels."),
    ("planned", "liberation", "The liberation of the city will free its residents."),
    ("hypothetical", "attack", "An attack on Chile is possible, the minister said."),
    ("planned", "withdraws", "The mission will begin once the army withdraws from the city."),
    (
        "hypothetical",
        "attacks",
        "The killing prompted fears of the beginning of attacks on villages.",
    ),
    ("denied", "visit", "The government refused to allow the envoy to visit the prison."),
    ("happened", "request", "The minister approved a request from Chile for more troops."),
    ("ongoing", "war", "The envoy is leading efforts to halt the war between Norway and Chile."),
    ("planned", "release", "The court ordered the release of the prisoners on Monday."),
    ("happened", "agreement", "Norway welcomed the agreement reached by Chile and Peru on Monday."),
]
ACCURACY = 0.95
"""Of the sentences above; the tree of a sentence may change with the model."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    if not (SHIPPED / "encoder.onnx").exists():
        pytest.skip("the trained model is not in the tree (python -m training makes it)")
    return Encoder.load()


def found(text: str, encoder: Encoder) -> tuple[EventMention, ...]:
    article = Article(id="art-test", source_id="t", text=text, text_sha256=text_sha256(text))
    read = Reading(article=article, sentences=encoder.encode(text, segment(text)))
    return extract(read, Analysis(article=article)).events


def _right(row: tuple[str, str, str], encoder: Encoder) -> bool:
    status, trigger, text = row
    near = [
        e for e in found(text, encoder) if e.trigger.text.lower().startswith(trigger[:4].lower())
    ]
    return any(e.status == status for e in near)


def test_status_of_constructed_sentences(encoder: Encoder) -> None:
    wrong = [row for row in SENTENCES if not _right(row, encoder)]
    assert len(wrong) <= (1 - ACCURACY) * len(SENTENCES), wrong


def test_nothing_unreal_is_told_as_happened(encoder: Encoder) -> None:
    unreal = [
        row for row in SENTENCES if row[0] in ("planned", "called_for", "denied", "hypothetical")
    ]
    false = [
        row
        for row in unreal
        for e in found(row[2], encoder)
        if e.trigger.text == row[1] and e.status == "happened"
    ]
    assert len(false) <= 0.03 * len(unreal), false


def test_headline_fragments_do_not_break(encoder: Encoder) -> None:
    for text in ("LIVE", "12:05", "Attack!", "Sanctions?", "BREAKING: talks", "0 91", "— — —"):
        assert isinstance(found(text, encoder), tuple)


def test_who_is_taken_hostage(encoder: Encoder) -> None:
    event = next(iter(found("Officials say it saw some 240 people taken hostage.", encoder)))
    assert [party.text for party in event.recipient] == ["240 people"]
