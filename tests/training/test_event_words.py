"""Marks of event words onto sentences, and the heads that learn from them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("safetensors")

from training import event_words  # noqa: E402
from training.decode import event_types  # noqa: E402
from training.evaluate import events  # noqa: E402
from training.event_heads import HeadSettings, event_losses, train_heads  # noqa: E402
from training.event_words import is_held, read_marks, with_event_words  # noqa: E402
from training.features import Row, collate, to_row  # noqa: E402
from training.labels import EVENTS, STATUS_LETTERS, STATUSES  # noqa: E402
from training.network import HIDDEN, MIXED_LAYERS, EventWords  # noqa: E402
from training.pipeline import blended  # noqa: E402
from training.records import Sentence  # noqa: E402
from training.train import EVENT_WEIGHTS, Model  # noqa: E402


def sentence(number: int, words: str, doc: str = "d-1") -> Sentence:
    split = words.split()
    return Sentence(f"{doc}-{number}", doc, split, [False] * len(split))


SENTENCES = [sentence(0, "They met ."), sentence(1, "No ."), sentence(2, "Police arrested him .")]


def marks(folder: Path, lines: str, size: str = "2 sentences read, 5 words, 1 event words") -> Path:
    path = folder / "marks.txt"
    path.write_text(f"# Marks.\n# {size}.\n{lines}\n", encoding="utf-8")
    return path


def test_read_sentences_get_types_and_statuses_and_others_nothing(tmp_path: Path) -> None:
    found = with_event_words(SENTENCES, marks(tmp_path, "d-1 0-1 0:1CONSULTh"))
    assert [one.events for one in found] == [["none", "CONSULT", "none"], ["none"] * 2, None]
    assert [one.statuses for one in found] == [["", "happened", ""], ["", ""], None]
    assert [one.words for one in found] == [one.words for one in SENTENCES]


@pytest.mark.parametrize(
    "size",
    [
        "3 sentences read, 5 words, 1 event words",
        "2 sentences read, 6 words, 1 event words",
        "2 sentences read, 5 words, 2 event words",
    ],
)
def test_marks_of_other_data_are_refused(tmp_path: Path, size: str) -> None:
    with pytest.raises(ValueError, match="is for"):
        with_event_words(SENTENCES, marks(tmp_path, "d-1 0-1 0:1CONSULTh", size))


@pytest.mark.parametrize("mark", ["1MEETh", "1CONSULTx", "CONSULTh", "1CONSULT"])
def test_a_wrong_mark_is_named(tmp_path: Path, mark: str) -> None:
    with pytest.raises(ValueError, match=f"'{mark}' is no mark"):
        read_marks(marks(tmp_path, f"d-1 0-1 0:{mark}"))


def test_a_header_without_sizes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="event words' in the header"):
        read_marks(marks(tmp_path, "d-1 0-1", "no sizes"))


def test_letters_stand_for_all_statuses() -> None:
    assert sorted(STATUS_LETTERS) == sorted("hopcdy")
    assert tuple(STATUS_LETTERS.values()) == STATUSES


@pytest.mark.parametrize("file", sorted(event_words.FOLDER.glob("*.txt")), ids=lambda f: f.stem)
def test_the_files_say_how_much_they_hold(file: Path) -> None:
    found = read_marks(file)
    read = sum(document.last - document.first + 1 for document in found.documents.values())
    words = [
        (name, number, mark.word)
        for name, document in found.documents.items()
        for number, in_sentence in document.marks.items()
        for mark in in_sentence
    ]
    assert (read, len(words)) == (found.size[0], found.size[2])
    assert len(set(words)) == len(words)
    inside = [document.read(n) for document in found.documents.values() for n in document.marks]
    assert all(inside)


def test_a_tenth_of_the_documents_is_held_and_nothing_machine_made() -> None:
    names = [f"GUM_news_{number}" for number in range(2000)]
    held = sum(is_held(sentence(0, "a", name)) for name in names)
    assert 150 < held < 250
    assert not any(is_held(sentence(0, "a", f"syn-{name}")) for name in names)
    assert all(is_held(sentence(1, "a", name)) == is_held(sentence(2, "b", name)) for name in names)


def test_a_word_is_an_event_word_from_one_half_on() -> None:
    scores = torch.full((3, len(EVENTS)), -20.0)
    scores[:, 0] = 0.0
    scores[1, 3:5] = torch.tensor([-0.5, -0.2])
    scores[2, 5] = 9.0
    assert event_types(scores.numpy()) == ["none", EVENTS[4], EVENTS[5]]


def test_scores_of_events() -> None:
    gold = replace(
        sentence(0, "a b c d"),
        events=["none", "AID", "AID", "none"],
        statuses=["", "happened", "planned", ""],
    )
    from training.evaluate import blank

    said = blank(gold)
    said.events, said.statuses = ["AID", "AID", "none", "none"], ["happened"] * 4
    found = events([(gold, said)])
    assert found["typed"] == found["untyped"] == 50
    assert (found["precision"], found["recall"], found["status"]) == (50, 50, 50)


def row(words: str, events: str) -> Row:
    found = [EVENTS[int(digit)] for digit in events]
    statuses = ["" if one == EVENTS[0] else STATUSES[0] for one in found]
    one = replace(sentence(0, words), events=found, statuses=statuses)
    return to_row(one, 0, lambda word: [1000 + ord(word[0])])


def test_rows_carry_the_marks() -> None:
    gold = collate([row("a b c", "010"), row("a", "0")]).gold
    assert gold["events"].tolist() == [[0, 1, 0], [0, -100, -100]]
    assert gold["statuses"].tolist() == [[-100, 0, -100], [-100] * 3]


def test_losses_count_only_what_was_read() -> None:
    event, status = torch.zeros(1, 3, len(EVENTS)), torch.zeros(1, 3, len(STATUSES))
    unread = torch.full((1, 3), -100)
    assert event_losses(event, status, {"events": unread, "statuses": unread}) == {}
    read = {"events": torch.tensor([[0, 1, -100]]), "statuses": torch.tensor([[-100, 0, -100]])}
    assert set(event_losses(event, status, read)) == {"event", "status"}


def test_heads_learn_alone_and_the_network_stays_still() -> None:
    torch.manual_seed(0)
    model = Model()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    rows = [row("a b c d", "0102")] * 8
    heads = train_heads(model, rows, HeadSettings(rounds=20, words=8, warmup=1))
    after = model.state_dict()
    changed = {name for name, value in before.items() if not torch.equal(value, after[name])}
    assert changed and all(name.startswith(EVENT_WEIGHTS) for name in changed)
    network = model.network.eval()
    x = {name: torch.from_numpy(value) for name, value in collate(rows[:1]).inputs.items()}
    with torch.no_grad():
        event, status = network(**x)[5:7]
    assert event.argmax(-1).tolist() == [[0, 1, 0, 2]]
    assert status.shape == (1, 4, len(STATUSES)) and heads is network.events


def test_weights_without_event_words_load_and_other_gaps_do_not() -> None:
    model = Model()
    weights = blended(model.state_dict(), model.state_dict())
    assert not any(name.startswith(EVENT_WEIGHTS) for name in weights)
    model.load(weights)
    del weights["network.upos.weight"]
    with pytest.raises(ValueError, match=r"network\.upos\.weight"):
        model.load(weights)


def test_scores_of_words_are_those_of_their_places() -> None:
    heads = EventWords().eval()
    states = [torch.randn(1, 6, HIDDEN) for _ in range(MIXED_LAYERS + 2)]
    event, status = heads(states, torch.tensor([[0, 2, 5]]))
    upper = torch.cat([state[0, [2, 5]] for state in states[-MIXED_LAYERS:]], -1)
    alone = heads.of_words(upper)
    assert torch.allclose(event[0], alone[0], atol=1e-5)
    assert torch.allclose(status[0], alone[1], atol=1e-5)
