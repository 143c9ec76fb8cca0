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
    ("happened", "imposed", "The council imposed sanctions on the company after the vote."),
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
    ("planned", "impose", "The ministry is going to impose sanctions on the bank."),
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
