"""Names with a hyphen that the encoder cut: 'Agence France' and '-Presse', 'Kim Dae' and '-jung'."""

from __future__ import annotations

from typing import Final

from dragoman.extract.entity.page import View
from dragoman.folding import listed

_SYLLABLES: Final = listed(
    "ah bin bok chan cheol chul eun geun gi gyu hae ho hoon hwa hwan hye hyeok hyuk hyun il in ja jae ji jin joo joon "
    "ju jun kyu kyun kyung mi min myung nam ok rae ryul seok seon shik sik soo sook su suk sung sup tae uk un wan won "
    "woo wook yeol yeon yong yoon young yul yun"
)
"""Second syllables of Korean given names, as news hyphenates them in lower case ('-hyun')."""


def hyphenated(view: View, index: int, kind: str) -> bool:
    """Whether '-Presse' or '-hyun' follows directly behind a name, without blanks."""
    tokens = view.sentence.sentence.tokens
    return (
        view.words[index] in "-–"
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
        and (
            view.words[index + 1][0].isupper()
            or (
                kind == "PER"
                and (view.upos[index + 1] == "PROPN" or view.words[index + 1] in _SYLLABLES)
            )
        )
    )
