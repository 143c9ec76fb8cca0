"""The language of a text: by its script, then by its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

_SAMPLE: Final = 2_000
_WORD: Final = re.compile(r"[^\W\d_]+")
_FOREIGN: Final = re.compile("[^\u0000-\u0250]")
_FEWEST_WORDS: Final = 8
_FEWEST_LETTERS: Final = 4

# Share of words that must be the language's own function words, and lead over the next language.
# English news has 0.25 to 0.5. See the numbers in benchmarks/quality/page/README.md.
_LEAST_SHARE: Final = 0.12
_LEAD: Final = 1.2
_NEAR_LEAD: Final = 1.05

_SCRIPTS: Final = (
    ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"), ("zh", "\u4e00", "\u9fff"), ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u04ff"), ("el", "\u0370", "\u03ff"), ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"), ("ta", "\u0b80", "\u0bff"), ("te", "\u0c00", "\u0c7f"), ("th", "\u0e00", "\u0e7f"),
    ("ka", "\u10a0", "\u10ff"), ("hy", "\u0530", "\u058f"), ("am", "\u1200", "\u137f"), ("my", "\u1000", "\u109f"),
    ("km", "\u1780", "\u17ff"), ("si", "\u0d80", "\u0dff"), ("gu", "\u0a80", "\u0aff"), ("pa", "\u0a00", "\u0a7f"),
)  # fmt: skip

# Letters that tell languages of one script apart, most telling first. Kazakh, Nepali and others that
# share letters with these are taken for their larger neighbour.
_LETTERS: Final = {
    "ar": (("ps", "ښځڅټډ"), ("ckb", "ێڵڕ"), ("ug", "ەېۈ"), ("ur", "ٹڈڑےں"), ("fa", "پچژگکی")),
    "ru": (
        ("be", "ў"),
        ("uk", "іїєґ"),
        ("mk", "ѓќѕ"),
        ("sr", "јљњћђџ"),
        ("ru", "ыэё"),
        ("bg", "ъ"),
    ),
    "bn": (("as", "ৰৱ"), ("bn", "রয")),
    "hi": (("mr", "ळ"), ("hi", "कन")),
}
_LETTER_SHARE: Final = 0.01

# Frequent words, fit to tell the language from its neighbours; by hand from general knowledge.
_WORDS: Final = {
    "en": "the of and to in is that for was on with as by at from his it be are this have he has had which not were but an they their been who will would said more when or after about we its all one you she her there if also than into what them out up so can over could some him other only our new no do did",
    "de": "der die das und in den von zu mit ist im des sich auf für dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man wurde sei",
    "fr": "de la le les et des en un du une est que dans qui par pour au sur pas plus ne il se ce avec sont son aux a été cette ont mais ou comme elle nous sa ses leur deux tout fait même être ces après dont entre on",
    "es": "de la que el en y a los se del las un por con una para es su al no lo como más o pero sus le ha este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante fue son ser contra dos han",
    "it": "di e il la che in un a per è una sono con non del si da le dei al della nel più i gli come alla anche ha lo delle ma dal o ed se ai su questo dalla nella stato tra loro degli essere ci suo era hanno molto",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre era depois sem mesmo são",
    "nl": "de en van het een in is op te dat die voor met zijn aan er niet door ook om als bij naar maar uit over nog wordt heeft hij dan meer werd kan tot worden deze wel al hun zich of geen was veel onder moet",
    "sv": "och i att en som är på det för av med den till har de inte om ett var vi han men ska så från kan när efter vid också eller under mot nu blir skulle där över hade sig man alla",
    "da": "og i at det er en til på af for med den de som har ikke et han var om vi men sig fra kan blev jeg ved efter også når skal blevet hun over eller nu være mod kunne noget mellem bliver hvor hvis meget havde siger anden uden",
    "no": "og i det er på som en for av at til med har de ikke et den om var han men vi så fra kan ble etter ved også når skal være seg eller nå over mot hun hadde kunne noe mellom blir hvor hvis mye sier annen uten du",
    "ca": "de la el que i a en els per les un del una amb és al no es més són com ha però han aquest aquesta seva també ser dels ja entre va van sobre pel hi si o quan fins molt",
    "gl": "de a o que e do da en un unha os para por non con na no as dos é máis das pola polo foi como ou ao seu súa pero nunha tamén entre este esta ter son está",
    "et": "ja on ei et ta see oma ka mis oli kui aga või ning kes selle nii tema nende pole siis seda veel kõik olla saab pärast mida üle eest välja",
    "lv": "un ir no uz ar par kas arī ka tas vai lai pie bet kā to tika bija līdz pēc šo tiek var nav gan ja savu tā",
    "lt": "ir yra į iš kad su kaip bet tai apie buvo dėl jis už nuo jo tik ar per po bus jau savo šio taip dar prie jų kuris",
    "sl": "in je na se v za da so z ki pa bi tudi po ne kot od pri ali iz to tem lahko še če ga do ni že bil bilo s pred",
    "eu": "eta da du ez dira bat hau ere izan dute zen egin den dituzte baina beste horrek egiten edo oso",
    "fi": "ja on ei se että oli hän myös mutta ovat kun niin tai kuin joka sen hänen vain jos ole mukaan voi sitä siitä jälkeen vielä nyt ovat olla mitä kanssa jo ennen",
    "pl": "i w na z do się nie że jest to o jak po co za od przez dla ale są tym oraz który jego już także może był przy czy tylko ze było tego jako ich która które będzie był",
    "cs": "a v se na je že o s z do i to za pro ve by ale po od jako k jsou podle které bylo který má byl jeho však až nebo už při jeho které být jen tak ještě",
    "hu": "a az és hogy nem is egy ez de meg volt csak már mint még vagy el ha azt van lesz kell ami szerint után lehet között minden pedig ezt aki én ki sem",
    "ro": "de și în a la cu o pe că nu din un este pentru care mai au fost prin sau ca dar ce sunt al după să se lui cele fi între către acest această",
    "tr": "ve bir bu da de için ile olarak çok daha en gibi kadar olan sonra var ne ama ki olduğu değil ise her o yeni göre tarafından iki ya diye oldu karşı türkiye dedi ancak",
    "id": "yang dan di ini dengan itu untuk dari dalam tidak pada akan ke juga adalah karena oleh tersebut saya ada telah bisa mereka sudah kata lebih sebagai atau para kepada saat seperti",
    "vi": "và của là có trong cho được không các một người với đã những này về từ khi để đến ra tại cũng theo như vào năm sẽ nhiều",
    "sw": "ya na wa kwa ni katika la za kuwa cha hiyo huo yake hii kama pia wake baada hilo zaidi watu alisema kutoka nchi",
    "sq": "të e në dhe i për me një që nga është u ka më si së do por janë kjo se tij kur",
    "hr": "i u je na se da su za od s o kako koji a nije što će ali to iz do koje biti bio sam ili ne po ga",
    "sk": "a v na sa je že o s z do to za pre by ale po od ako sú aj podľa ktoré bolo ktorý má bol však až alebo už pri",
    "tl": "ang ng sa na mga at ay si ni kay para hindi ito may din nang kung siya ko pa rin isang nasa",
}  # fmt: skip


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Every listed word with the languages it belongs to."""
    owners: dict[str, tuple[str, ...]] = {}
    for language, words in _WORDS.items():
        for word in dict.fromkeys(words.split()):
            owners[word] = (*owners.get(word, ()), language)
    return owners


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of a text, or None where the words don't say."""
    sample = _sample(text)
    if script := _by_script(sample):
        return script
    words = _WORD.findall(sample.lower())
    return _by_words(words) if len(words) >= _FEWEST_WORDS else None


def _sample(text: str) -> str:
    """The beginning and the middle, so that one quoted passage does not decide."""
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return text[: _SAMPLE // 2] + "\n" + text[middle : middle + _SAMPLE // 2]


def _by_script(sample: str) -> str | None:
    """The language whose script most letters have, where that is not the Latin one."""
    if sample.isascii():
        return None
    foreign = [c for c in _FOREIGN.findall(sample) if c.isalpha()]
    if len(foreign) < _FEWEST_LETTERS:
        return None
    letters = sum(map(str.isalpha, sample))
    if (
        not letters
        or 2 * len(foreign) < letters
        or any("\u1e00" <= c <= "\u1eff" for c in foreign[:50])
    ):
        return None
    counts = Counter(language for c in foreign for language in _script(c))
    if not counts:
        return None
    if counts["ja"] * 20 > len(foreign):
        return "ja"
    return _within_script(counts.most_common(1)[0][0], foreign)


def _script(letter: str) -> tuple[str, ...]:
    return tuple(name for name, low, high in _SCRIPTS if low <= letter <= high)


def _within_script(language: str, letters: list[str]) -> str | None:
    tellers = _LETTERS.get(language)
    if tellers is None:
        return language
    for name, marks in tellers:
        if sum(c.lower() in marks for c in letters) >= _LETTER_SHARE * len(letters):
            return name
    return "ar" if language == "ar" else None


def _by_words(words: list[str]) -> str | None:
    scores: Counter[str] = Counter()
    owners = _owners()
    for word, count in Counter(words).items():
        for language in owners.get(word, ()):
            scores[language] += count
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < _LEAST_SHARE * len(words):
        return None
    if len(ranked) == 1:
        return ranked[0][0]
    (best, score), (next_, behind) = ranked
    lead = _LEAD if "en" in (best, next_) else _NEAR_LEAD
    return best if score >= lead * behind else None
