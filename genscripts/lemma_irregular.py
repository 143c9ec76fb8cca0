"""Write ``src/dragoman/data/lemma_irregular.json``: the words whose lemma the rules get wrong.

    python -m genscripts.lemma_irregular ../shared/data

Source: forms and lemmas of UD English-EWT 2.16 train (CC BY-SA 4.0) and of those documents of UD
English-GUM 2.16 train that training may use (annotation CC BY 4.0). A form is kept where its most
frequent lemma differs from the rule's; forms of PROPN, NUM, X, SYM and PUNCT only when seen twice.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.encoder.lemma import LEXICON, LONGEST_ENDING, by_rule, form_of, stem_of
from training.treebank import may_train

FILES = ("en_ewt-ud-train.conllu.gz", "en_gum-ud-train.conllu.gz")
RARE = ("PROPN", "NUM", "X", "SYM", "PUNCT", "INTJ")
ABOUT = (
    "What the rules of dragoman.encoder.lemma need: forms with irregular lemmas, and what verb stems "
    "lose or get by their last letters. Made by genscripts/lemma_irregular.py from UD English-EWT and "
    "(free genres) UD English-GUM 2.16 train, and the irregular verbs that file lists."
)
#: Irregular verbs that the treebanks need not contain (Quirk et al. 1985, section 3.11 ff.).
IRREGULAR = """
arise arose arisen;awake awoke awoken;bear bore borne;beat beat beaten;begin began begun;bend bent;bet bet;bind bound;
bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;broadcast broadcast;build built;
burn burnt;burst burst;buy bought;cast cast;catch caught;choose chose chosen;cling clung;come came;cost cost;creep crept;
cut cut;deal dealt;dig dug;do did done;draw drew drawn;dream dreamt;drink drank drunk;drive drove driven;eat ate eaten;
fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fling flung;fly flew flown;forbid forbade forbidden;
forecast forecast;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;forsake forsook forsaken;
freeze froze frozen;get got gotten;give gave given;go went gone;grind ground;grow grew grown;hang hung;have had;hear heard;
hide hid hidden;hit hit;hold held;hurt hurt;keep kept;kneel knelt;know knew known;lay laid;lead led;lean leant;leap leapt;
learn learnt;leave left;lend lent;let let;lie lay lain;light lit;lose lost;make made;mean meant;meet met;mislead misled;
mistake mistook mistaken;outdo outdid outdone;overcome overcame;overhear overheard;override overrode overridden;
overrun overran;oversee oversaw overseen;overtake overtook overtaken;overthrow overthrew overthrown;pay paid;prove proven;
put put;quit quit;read read;rebuild rebuilt;rid rid;ride rode ridden;ring rang rung;rise rose risen;run ran;say said;
see saw seen;seek sought;sell sold;send sent;set set;shake shook shaken;shed shed;shine shone;shoot shot;show shown;
shrink shrank shrunk;shut shut;sing sang sung;sink sank sunk;sit sat;slay slew slain;sleep slept;slide slid;sling slung;
smell smelt;sow sown;speak spoke spoken;speed sped;spend spent;spill spilt;spin spun;spit spat;split split;spoil spoilt;
spread spread;spring sprang sprung;stand stood;steal stole stolen;stick stuck;sting stung;stink stank stunk;
strike struck stricken;strive strove striven;swear swore sworn;sweep swept;swell swollen;swim swam swum;swing swung;
take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;thrust thrust;tread trod trodden;
undergo underwent undergone;understand understood;undertake undertook undertaken;undo undid undone;uphold upheld;
upset upset;wake woke woken;wear wore worn;weave wove woven;weep wept;win won;wind wound;withdraw withdrew withdrawn;
withhold withheld;withstand withstood;wring wrung;write wrote written;rewrite rewrote rewritten;retake retook retaken;
free freed;shell shelled shelling;spell spelled spelling;yell yelled yelling;dwell dwelled dwelling;quell quelled quelling
"""
Counts = dict[tuple[str, str], Counter[str]]


def read_words(path: Path) -> Iterator[tuple[str, str, str]]:
    """(form, part of speech, lemma) of every word that training may use."""
    usable = True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                document = line.partition("=")[2].strip()
                usable = not document.startswith("GUM") or may_train(document)
            columns = line.rstrip("\n").split("\t")
            if usable and len(columns) == 10 and columns[0].isdigit():
                yield columns[1], columns[3], columns[2]


def changes(counts: Counts) -> dict[str, str]:
    """What verb stems lose or get, by the shortest endings that tell."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (form, upos), lemmas in counts.items():
        stem = stem_of(form) if upos == "VERB" else None
        change = _change(stem, lemmas.most_common(1)[0][0]) if stem else None
        if stem and change is not None:
            for length in range(1, min(LONGEST_ENDING, len(stem)) + 1):
                votes[stem[-length:]][change] += 1
    kept: dict[str, str] = {}
    for ending in sorted(votes, key=lambda ending: (len(ending), ending)):
        change = votes[ending].most_common(1)[0][0]
        if _decision(ending[1:], kept) != change:
            kept[ending] = change
    return dict(sorted(kept.items()))


def _decision(ending: str, kept: dict[str, str]) -> str | None:
    for length in range(len(ending), 0, -1):
        if ending[-length:] in kept:
            return kept[ending[-length:]]
    return None


def _change(stem: str, lemma: str) -> str | None:
    return {stem: "", stem + "e": "e", stem[:-1]: "-"}.get(lemma)


def irregular(counts: Counts, endings: dict[str, str]) -> dict[str, dict[str, str]]:
    """The forms to keep, by part of speech."""
    kept: dict[str, dict[str, str]] = {}
    for (form, upos), lemmas in sorted(counts.items()):
        lemma, seen = lemmas.most_common(1)[0]
        if seen >= (2 if upos in RARE else 1) and _differs(
            upos, lemma, by_rule(form, upos, endings), lemmas
        ):
            kept.setdefault(upos, {})[form] = lemma
    for line in IRREGULAR.replace("\n", "").split(";"):
        lemma, *forms = line.split()
        kept["VERB"] |= {form: lemma for form in forms if form != lemma}
    return kept


def _differs(upos: str, lemma: str, ruled: str, lemmas: Counter[str]) -> bool:
    """Does the rule give another lemma? Case alone counts where the rule's is never seen."""
    if lemma in ("_", ruled):
        return False
    return lemma.lower() != ruled.lower() or (upos != "PROPN" and ruled not in lemmas)


def main(data: Path) -> None:
    counts: Counts = defaultdict(Counter)
    for name in FILES:
        for form, upos, lemma in read_words(data / "ud" / name):
            counts[form_of(form, upos), upos][lemma] += 1
    endings = changes(counts)
    forms = irregular(counts, endings)
    data_file = {"about": ABOUT, "endings": endings, "forms": forms}
    text = json.dumps(data_file, ensure_ascii=False, indent=0)
    LEXICON.write_text(text + "\n", encoding="utf-8")
    print(len(endings), {upos: len(table) for upos, table in forms.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
