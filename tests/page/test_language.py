"""Languages by script and by frequent words."""

from __future__ import annotations

import pytest

from dragoman.page.language import language_of
from tests.page.pages import STORY, article, page


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry was held in port for two days after a fault was found, the owner said."),
        ("de", "Die Fähre wurde zwei Tage im Hafen gehalten, nachdem ein Fehler an der Steuerung gefunden worden war, sagte der Betreiber."),
        ("fr", "Le ferry a été retenu au port pendant deux jours après la découverte d'une panne, a dit le propriétaire dans un communiqué."),
        ("es", "El ferry estuvo dos días en el puerto después de que se encontrara un fallo en el timón, según dijo la empresa."),
        ("tr", "Feribot, dümeninde bir arıza bulunduktan sonra iki gün limanda bekletildi ve bu sabah için yapılan sefer de iptal edildi."),
        ("it", "Il traghetto è rimasto in porto per due giorni dopo che è stato trovato un guasto al timone, ha detto la società."),
        ("ru", "Паром два дня стоял в порту после того, как была обнаружена неисправность рулевого управления, сообщила компания."),
        ("uk", "Пором два дні стояв у порту після того, як було виявлено несправність, повідомила компанія."),
        ("ar", "بقيت العبارة في الميناء يومين بعد اكتشاف عطل في جهاز التوجيه"),
        ("fa", "کشتی پس از پیدا شدن نقص در سکان دو روز در بندر ماند"),
        ("he", "המעבורת עוכבה בנמל במשך יומיים לאחר שנמצאה תקלה"),
        ("el", "Το πλοίο έμεινε στο λιμάνι για δύο ημέρες μετά από βλάβη"),
        ("zh", "渡轮因舵机故障在港口停留了两天"),
        ("ja", "フェリーは舵の故障で二日間港に留め置かれた"),
        ("ko", "여객선은 조타 장치 고장으로 이틀 동안 항구에 묶여 있었다"),
    ],
)  # fmt: skip
def test_languages(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12 34", "Ferry Port Fault Owner", "xyzzy " * 50, "\x00\x01"])
def test_texts_that_do_not_say(text: str) -> None:
    assert language_of(text) is None


def test_given_wins() -> None:
    assert article(page(*STORY), language="tr").language == "tr"
    assert article(page(*STORY)).language == "en"
