"""Bytes become text by what is declared, else by what fits; the label says which, binary is refused."""

from __future__ import annotations

import codecs
import os
import random

import pytest

from dragoman.errors import InputError
from dragoman.readers.encoding import decode

SAMPLES = {
    "windows-1252": "L’été fut long à l’Élysée, où l’on a déclaré « nous sommes prêts ».",
    "windows-1250": "Starosta w poniedziałek powiedział, że święto będzie później. Zażółć gęślą jaźń.",
    "windows-1251": "Мэр сказал в понедельник, что мост починят до зимы.",
    "windows-1253": "Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα επισκευαστεί.",
    "windows-1254": "Belediye başkanı pazartesi günü iskelenin kıştan önce onarılacağını söyledi.",
    "windows-1255": "ראש העיר אמר ביום שני כי הגשר יתוקן לפני החורף",
    "windows-1256": "قال رئيس البلدية يوم الاثنين إن الجسر سيصلح قبل الشتاء",
    "koi8-r": "Мэр сказал в понедельник, что мост починят до зимы.",
    "shift_jis": "市長は月曜日、冬の前に橋を修理すると述べた。",
    "euc-jp": "市長は月曜日、冬の前に橋を修理すると述べた。",
    "iso-2022-jp": "市長は月曜日、冬の前に橋を修理すると述べた。",
    "gb18030": "市长星期一表示，桥梁将在冬天之前修好。",
    "big5": "市長星期一表示，橋樑將在冬天之前修好。",
    "euc-kr": "시장은 월요일에 겨울 전에 다리를 고칠 것이라고 말했다.",
}


@pytest.mark.parametrize(("charset", "text"), SAMPLES.items())
def test_a_charset_is_detected_and_said_so(charset: str, text: str) -> None:
    found = decode(text.encode(charset))
    assert (found.text, found.label) == (text, f"{charset} (detected)")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said “no” — twice — at the café.",
        "Die Bürgermeisterin sagte am Montag, die Brücke werde größer.",
        "El alcalde dijo mañana. ¿Cuándo? Así será el año próximo.",
        "Il sindaco ha detto lunedì che la città è più sicura. Perché? Così è.",
        "Borgmesteren sagde, at broen på øen bliver færdig før jul.",
    ],
)
def test_western_languages_are_windows_1252(text: str) -> None:
    found = decode(text.encode("cp1252"))
    assert (found.text, found.label) == (text, "windows-1252 (detected)")


@pytest.mark.parametrize(
    ("mark", "codec", "label"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig (BOM)"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le (BOM)"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be (BOM)"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le (BOM)"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be (BOM)"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, codec: str, label: str) -> None:
    found = decode(mark + "Brücke 橋".encode(codec))
    assert (found.text, found.label) == ("Brücke 橋", label)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_seen_by_its_zero_bytes(codec: str) -> None:
    found = decode("The bridge was repaired.".encode(codec))
    assert (found.text, found.label) == ("The bridge was repaired.", f"{codec} (detected)")


def test_a_declared_charset_is_used_and_named() -> None:
    found = decode(b"caf\xe9", transport="ISO-8859-1")
    assert (found.text, found.label) == ("café", "iso-8859-1 (declared)")


def test_latin_1_with_its_control_codes_means_windows_1252() -> None:
    found = decode(b"\x93caf\xe9\x94", transport="iso-8859-1")
    assert (found.text, found.label) == ("“café”", "windows-1252 (declared as iso-8859-1)")


def test_a_declaration_that_does_not_fit_is_not_believed_but_named() -> None:
    found = decode("Brücke".encode(), transport="ascii")
    assert (found.text, found.label) == ("Brücke", "utf-8; declared ascii does not fit")


@pytest.mark.parametrize(
    "name", ["nonsense", "unicode_escape", "rot13", "base64", "utf-7", "idna", "", "a\0b"]
)
def test_a_charset_that_is_none_is_passed_over(name: str) -> None:
    assert decode(b"plain \\x41 text", transport=name).text == "plain \\x41 text"


@pytest.mark.parametrize(
    "head",
    [b'<meta charset="windows-1251">', b'<meta http-equiv=x content="text/html; charset=windows-1251">',
     b'<?xml version="1.0" encoding="windows-1251"?>'],
)  # fmt: skip
def test_markup_may_declare_its_charset(head: bytes) -> None:
    found = decode(head + "мост".encode("cp1251"), markup=True)
    assert found.text.endswith("мост")
    assert found.label == "windows-1251 (declared)"


def test_a_few_broken_bytes_in_utf8_are_replaced_and_counted() -> None:
    found = decode("Brücke, Genève, Zürich, Malmö, Åre – ".encode() + b"\xe2\x80 end")
    assert found.text.endswith("\ufffd end")
    assert found.label == "utf-8 (detected, 1 replaced)"
    assert found.note is not None
    assert "the first at byte 44" in found.note


def test_a_broken_utf16_file_names_the_byte() -> None:
    with pytest.raises(InputError, match="starts as utf-16-le but byte 50"):
        decode(
            codecs.BOM_UTF16_LE + "The bridge was repaired.".encode("utf-16-le") + b"\x00\xd8c\0"
        )


def test_random_bytes_are_binary_always() -> None:
    for _ in range(20):
        with pytest.raises(InputError) as caught:
            decode(os.urandom(50_000))
        assert caught.value.reason == "binary"


@pytest.mark.parametrize("size", [300, 3_000, 30_000])
@pytest.mark.parametrize("seed", range(5))
def test_noise_without_control_bytes_is_binary_too(size: int, seed: int) -> None:
    chance = random.Random(seed)
    noise = bytes(chance.choice([*range(0x20, 0x7F), *range(0x80, 0x100)]) for _ in range(size))
    with pytest.raises(InputError, match="binary"):
        decode(noise)


@pytest.mark.parametrize(
    "head",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0",
        b"%PDF-1.7\n\xe2\xe3\xcf\xd3\0",
        b"\x7fELF\2\1\1\0",
        b"text with a \0 in it",
    ],
)
def test_known_binaries_are_binary(head: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        decode(head + bytes(range(256)) * 4)
